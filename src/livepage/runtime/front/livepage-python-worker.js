/* Python, in a thread of its own: a cell that never ends keeps nobody from the page. */
import { loadPyodide } from "./pyodide.mjs";

const here = new URL(".", import.meta.url);
const given = self.fetch.bind(self);
let got = 0;

// every file of the start is counted on its way, and nothing else than the book's own is asked for
self.fetch = async (what, ...how) => {
  const address = new URL(what.url ?? what, here);
  if (address.origin !== here.origin) throw new TypeError("A page asks nobody but its own book.");
  const answer = await given(what, ...how);
  if (!answer.ok || !answer.body) return answer;
  const counter = new TransformStream({
    transform(piece, out) {
      got += piece.byteLength;
      self.postMessage({ got });
      out.enqueue(piece);
    },
  });
  const { status, headers } = answer;
  return new Response(answer.body.pipeThrough(counter), { status, headers });
};
for (const name of ["XMLHttpRequest", "WebSocket", "EventSource", "WebTransport"]) delete self[name];

async function start() {
  const file = async (name) => (await self.fetch(new URL(name, here))).arrayBuffer();
  const [python, book, runner] = await Promise.all([
    loadPyodide({
      indexURL: here.href,
      stdLibURL: new URL("python_stdlib.zip", here).href,
      lockFileContents: self.fetch(new URL("lock.json", here)).then((found) => found.json()),
    }),
    file("book.zip"),
    given(new URL("runner.py", here)).then((found) => found.text()),
  ]);
  python.FS.mkdir("/book");
  python.FS.chdir("/book");
  python.FS.writeFile("/book.zip", new Uint8Array(book));
  python.FS.writeFile("/runner.py", runner);
  python.runPython(
    "import js, sys, zipfile\n" +
      "zipfile.ZipFile('/book.zip').extractall('/book')\n" +
      "sys.path[:0] = ['/book/src', '/book']\n" +
      "names = {'__name__': 'runner', '__file__': '/runner.py'}\n" +
      "exec(compile(open('/runner.py').read(), '/runner.py', 'exec'), names)\n" +
      "told = names['runner'].told\n",
  );
  return python.globals.get("told");
}

const told = start();
told.then(
  () => self.postMessage({ ready: true }),
  (fault) => self.postMessage({ failed: String(fault.message ?? fault).slice(-2000) }),
);
self.addEventListener("message", async ({ data }) => {
  const tell = await told;
  try {
    const answer = JSON.parse(tell(data.what, JSON.stringify(data.given)));
    self.postMessage({ id: data.id, answer });
  } catch (fault) {
    // Python itself has ended, by what it ran
    self.postMessage({ failed: String(fault.message ?? fault).slice(-2000) });
  }
});
