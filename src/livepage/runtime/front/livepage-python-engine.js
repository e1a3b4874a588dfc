/* One Python for a page: begun when it is first asked for, ended when the reader says so. */
const here = new URL(".", import.meta.url);
let engine = null; // the worker, and what waits for it
let words = {};
let size = 0;
// What shows how far it is: a status, a bar and words beside it; whether it waits for an answer,
// and what it says if it waits in vain.
const watchers = [];

export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

const said = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
export const isReady = () => Boolean(engine?.ready);

function tell(text) {
  for (const { status } of watchers) status.textContent = text;
}

function quiet() {
  for (const { bar, far } of watchers) {
    bar.hidden = true;
    far.textContent = "";
  }
}

/* What tells how far Python is, for one editor or form; the sheets come with the first. */
export function watch(given, ended) {
  words = given;
  if (!watchers.length) {
    // the second: what other outputs than the page's own may look like
    for (const name of ["livepage-python.css", "../livepage-theme.css"]) {
      document.head.append(
        element("link", { rel: "stylesheet", href: new URL(name, here).href }),
      );
    }
    fetch(new URL("size.json", here))
      .then((found) => found.json())
      .then((found) => (size = found));
  }
  const bar = element("progress", { "aria-label": words.starting });
  bar.hidden = true;
  const watcher = {
    status: element("div", { role: "status", class: "livepage-status" }),
    bar,
    far: element("span", { class: "livepage-far" }),
    busy: false,
    ended,
  };
  if (engine) watcher.status.textContent = engine.ready ? words.ready : words.starting;
  watchers.push(watcher);
  return watcher;
}

export function start() {
  if (engine) return engine;
  const worker = new Worker(new URL("livepage-python-worker.js", here), { type: "module" });
  engine = { worker, waiting: new Map(), next: 0, ready: false };
  tell(words.starting);
  for (const { bar } of watchers) bar.hidden = false;
  worker.addEventListener("message", ({ data }) => {
    if (data.got && !engine?.ready) {
      for (const { bar, far } of watchers) {
        bar.max = size || data.got;
        bar.value = Math.min(data.got, bar.max);
        far.textContent = said(words.got, { got: megabytes(data.got), all: megabytes(bar.max) });
      }
    } else if (data.ready) {
      engine.ready = true;
      quiet();
      for (const { status, busy } of watchers) {
        status.textContent = busy ? words.running : words.ready;
      }
    } else if (data.failed) {
      end(said(words.broken, { fault: data.failed.trim().split("\n").pop() }));
    } else if (data.answer) {
      engine.waiting.get(data.id)(data.answer);
      engine.waiting.delete(data.id);
    }
  });
  worker.addEventListener("error", (fault) => {
    fault.preventDefault();
    end(said(words.broken, { fault: fault.message ?? "" }));
  });
  return engine;
}

/* Take Python away, whatever it does; what is asked next begins with a new one. */
export function end(text = "") {
  engine?.worker.terminate();
  const waiting = engine ? [...engine.waiting.values()] : [];
  engine = null;
  quiet();
  for (const watcher of watchers) watcher.status.textContent = text || watcher.ended;
  for (const done of waiting) done(null);
}

/* Have something done by a function of the runner; gives what it says, or nothing if it was ended. */
export async function ask(watcher, what, given) {
  const { worker, waiting, next } = start();
  engine.next += 1;
  worker.postMessage({ id: next, what, given });
  watcher.busy = true;
  if (engine.ready) watcher.status.textContent = words.running;
  const answer = await new Promise((done) => waiting.set(next, done));
  watcher.busy = false;
  return answer;
}

/* What went wrong: our own errors are a sentence; of others, where they came from is folded. */
export function fault({ text, trace, own }) {
  const told = element("div", { class: "output livepage-fault" }, element("p", {}, text));
  if (!own) {
    const fold = element("details", {}, element("summary", {}, words.where));
    fold.append(element("pre", { tabindex: "0" }, trace));
    told.append(fold);
  }
  return told;
}
