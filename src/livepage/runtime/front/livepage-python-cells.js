/* A cell's lines as an editor, and one Python for all cells of a page. */
const here = new URL(".", import.meta.url);
let engine = null; // the worker, what waits for it, and what shows how far it is
let words = {};
let size = 0;
const editors = [];

function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

function sheet(name) {
  document.head.append(element("link", { rel: "stylesheet", href: new URL(name, here).href }));
}

const said = (text, values) => text.replace(/\{(\w+)\}/g, (_all, name) => values[name]);
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

function tell(text) {
  for (const editor of editors) editor.status.textContent = text;
}

function start() {
  if (engine) return engine;
  const worker = new Worker(new URL("livepage-python-worker.js", here), { type: "module" });
  engine = { worker, waiting: new Map(), next: 0, ready: false };
  tell(words.starting);
  for (const { bar } of editors) bar.hidden = false;
  worker.addEventListener("message", ({ data }) => {
    if (data.got && !engine?.ready) {
      for (const { bar, far } of editors) {
        bar.max = size || data.got;
        bar.value = Math.min(data.got, bar.max);
        far.textContent = said(words.got, { got: megabytes(data.got), all: megabytes(bar.max) });
      }
    } else if (data.ready) {
      engine.ready = true;
      for (const { bar, far } of editors) {
        bar.hidden = true;
        far.textContent = "";
      }
      tell(engine.waiting.size ? words.running : words.ready);
    } else if (data.failed) {
      end(said(words.broken, { fault: data.failed.trim().split("\n").pop() }));
    } else if (data.parts) {
      engine.waiting.get(data.id)(data.parts);
      engine.waiting.delete(data.id);
    }
  });
  worker.addEventListener("error", (fault) => {
    fault.preventDefault();
    end(said(words.broken, { fault: fault.message ?? "" }));
  });
  return engine;
}

/* Take Python away, whatever it does; the next run begins with a new one. */
function end(text) {
  engine?.worker.terminate();
  const waiting = engine ? [...engine.waiting.values()] : [];
  engine = null;
  for (const { bar, far } of editors) {
    bar.hidden = true;
    far.textContent = "";
  }
  for (const done of waiting) done(null);
  tell(text);
}

function run(source, above) {
  const { worker, waiting, next } = start();
  engine.next += 1;
  worker.postMessage({ id: next, cell: { source, above } });
  return new Promise((done) => waiting.set(next, done));
}

function part({ kind, text, trace }) {
  if (kind === "html") {
    const made = element("div", { class: "output text_html" });
    made.innerHTML = text;
    return made;
  }
  if (kind === "fault") {
    return element(
      "div",
      { class: "output livepage-fault" },
      element("p", {}, text),
      element(
        "details",
        {},
        element("summary", {}, words.where),
        element("pre", { tabindex: "0" }, trace),
      ),
    );
  }
  const box = element("div", { class: "highlight" }, element("pre", { tabindex: "0" }, text));
  const name = kind === "printed" ? "stream" : "text_plain";
  return element("div", { class: `output ${name} highlight-none notranslate` }, box);
}

const lines = (cell) => {
  const bare = cell.querySelector(".cell_input pre").cloneNode(true);
  for (const other of bare.querySelectorAll(".linenos, button")) other.remove();
  return bare.textContent.replace(/\n$/, "");
};

function cellsAbove(cell) {
  return [...document.querySelectorAll("div.cell:has(.cell_input)")]
    .filter((o) => o !== cell && o.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING)
    .map(lines);
}

/* Tab indents until Escape is pressed; Enter keeps the indent of its line. */
function keys(field, go) {
  let leaving = false;
  const put = (text) => {
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    }
  };
  field.addEventListener("blur", () => (leaving = false));
  field.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === "Enter" && event.shiftKey) {
      event.preventDefault();
      go();
    } else if (event.key === "Escape") {
      leaving = true;
    } else if (event.key === "Tab" && plain && !event.shiftKey && !leaving) {
      event.preventDefault();
      put("    ");
    } else if (event.key === "Enter" && plain && !event.isComposing) {
      const line = field.value.slice(0, field.selectionStart).split("\n").pop();
      event.preventDefault();
      put(`\n${line.match(/^ */)[0]}${/:\s*$/.test(line) ? "    " : ""}`);
    } else if (event.key !== "Tab" && event.key !== "Shift") {
      leaving = false;
    }
  });
}

export async function open(cell, offer, given, place) {
  words = given;
  if (!editors.length) {
    sheet("livepage-python.css");
    sheet("../livepage-theme.css"); // what other outputs than the page's own may look like
    fetch(new URL("size.json", here))
      .then((found) => found.json())
      .then((found) => (size = found));
  }
  const number = editors.length + 1;
  const before = lines(cell);
  const field = element("textarea", {
    "aria-label": `${words.lines}: ${place}`,
    "aria-describedby": `livepage-keys-${number}`,
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
    wrap: "off",
    rows: Math.max(3, before.split("\n").length + 1),
  });
  field.value = before;
  const button = (text) =>
    element("button", { type: "button", class: "btn btn-sm", "aria-label": `${text}: ${place}` }, text);
  const [go, stop, back] = [button(words.run), button(words.stop), button(words.back)];
  const bar = element("progress", { "aria-label": words.starting });
  bar.hidden = true;
  const far = element("span", { class: "livepage-far" });
  const status = element("p", { role: "status" });
  const hint = element("p", { class: "livepage-keys", id: `livepage-keys-${number}` }, words.keys);
  const modules = element(
    "details",
    { class: "livepage-modules" },
    element("summary", {}, words.modules),
    element("p", {}, words.names),
  );
  const box = element(
    "div",
    { class: "livepage-lines" },
    field,
    element("div", { class: "livepage-buttons" }, go, stop, back),
    hint,
    modules,
    status,
    element("div", { class: "livepage-start" }, bar, far),
  );
  const stored = [...cell.querySelectorAll(":scope > .cell_output")];
  const output = element("div", { class: "cell_output docutils container" });
  const show = (...what) => {
    for (const one of stored) one.remove();
    output.replaceChildren(...what);
    box.after(output);
  };
  stop.disabled = true;
  const begin = async () => {
    if (go.disabled) return;
    go.disabled = true;
    stop.disabled = false;
    const asked = run(field.value, cellsAbove(cell));
    if (engine.ready) status.textContent = words.running;
    const parts = await asked;
    go.disabled = false;
    stop.disabled = true;
    if (!parts) return;
    const faulty = parts.find(({ kind }) => kind === "fault");
    status.textContent = faulty ? words.faulty : parts.length ? words.done : words.nothing;
    show(...parts.map(part));
  };
  go.addEventListener("click", begin);
  stop.addEventListener("click", () => {
    end(words.stopped);
    go.focus();
  });
  back.addEventListener("click", () => {
    field.value = before;
    output.remove();
    box.after(...stored);
    status.textContent = words.restored;
    field.focus();
  });
  keys(field, begin);
  editors.push({ status, bar, far });
  cell.querySelector(".cell_input").hidden = true;
  offer.replaceWith(box);
  field.focus();
  start();
  if (engine.ready) status.textContent = words.ready;
  else bar.hidden = false;
}
