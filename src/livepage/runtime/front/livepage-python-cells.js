/* A cell's lines as an editor. */
import { ask, element, end, fault, isReady, start, watch } from "./livepage-python-engine.js";

let editors = 0;

function part({ kind, text, ...more }) {
  if (kind === "html") {
    const made = element("div", { class: "output text_html" });
    made.innerHTML = text;
    return made;
  }
  if (kind === "fault") return fault({ text, ...more, own: false });
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

export async function open(cell, offer, words, place) {
  editors += 1;
  const watcher = watch(words, words.stopped);
  const { status, bar, far } = watcher;
  const before = lines(cell);
  const field = element("textarea", {
    "aria-label": `${words.lines}: ${place}`,
    "aria-describedby": `livepage-keys-${editors}`,
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
  const hint = element("p", { class: "livepage-keys", id: `livepage-keys-${editors}` }, words.keys);
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
    const parts = await ask(watcher, "run", { source: field.value, above: cellsAbove(cell) });
    go.disabled = false;
    stop.disabled = true;
    if (!parts) return;
    const faulty = parts.find(({ kind }) => kind === "fault");
    status.textContent = faulty ? words.faulty : parts.length ? words.done : words.nothing;
    show(...parts.map(part));
  };
  go.addEventListener("click", begin);
  stop.addEventListener("click", () => {
    end();
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
  cell.classList.remove("apparatus"); // who changes the lines wants to see what they give
  const code = cell.querySelector(":scope > details.hide, :scope > .cell_input");
  code.hidden = true;
  code.before(box);
  offer.remove();
  field.focus();
  start();
  if (!isReady()) bar.hidden = false;
}
