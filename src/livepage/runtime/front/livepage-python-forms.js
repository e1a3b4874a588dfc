/* A form that a function of the book answers: its fields go to Python, and what comes is shown. */
import { ask, element, end, fault, isReady, start, watch } from "./livepage-python-engine.js";

const LARGEST = 50_000_000; // bytes of files that are read at once

async function base64(file) {
  const whole = await new Promise((done, refused) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => refused(reader.error);
    reader.readAsDataURL(file);
  });
  return whole.slice(whole.indexOf(",") + 1);
}

async function collected(form) {
  const fields = {};
  let size = 0;
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") {
      fields[name] = value;
      continue;
    }
    size += value.size;
    const content = size > LARGEST ? "" : await base64(value);
    (fields[name] ??= []).push({ name: value.name, size: value.size, content });
  }
  return fields;
}

function bytes(text) {
  return Uint8Array.from(atob(text), (sign) => sign.codePointAt(0));
}

export function open(template, offer, words) {
  const { status, bar, far } = watch(words);
  const { call } = template.dataset;
  const kept = template.dataset.kept.split(" ");
  const form = element("form", { autocomplete: "off" });
  form.append(template.content.cloneNode(true));
  form.noValidate = true; // the function names what is wrong, and all of it
  const stop = element("button", { type: "button", class: "btn btn-sm" }, words.stop);
  stop.disabled = true;
  const shown = element("div", { class: "asked-answer" });
  const taken = element("div"); // what may be saved or sent
  const progress = element("div", { class: "livepage-start" }, bar, far, stop);
  const box = element("div", { class: "livepage-asked" }, form, status, progress, taken, shown);
  let saved = [];

  /* Which files may be saved, in place of those of the answer before. */
  function files(given) {
    saved.forEach((address) => URL.revokeObjectURL(address));
    saved = [];
    return given.map(({ name, content, type }) => {
      const address = URL.createObjectURL(new Blob([bytes(content)], { type }));
      saved.push(address);
      const text = words.save.replace("{name}", () => name);
      return element("a", { href: address, download: name, class: "btn btn-sm" }, text);
    });
  }

  function link(hash) {
    const address = `${location.href.split("#")[0]}#${hash}`;
    const field = element("input", { readonly: "", "aria-label": words.link });
    field.value = address;
    const copy = element("button", { type: "button", class: "btn btn-sm" }, words.copy);
    copy.addEventListener("click", async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(address);
        status.textContent = words.copied;
      } catch (refused) {
        // not allowed here: it is selected, and can be taken by hand
      }
    });
    return element("p", { class: "asked-link" }, field, copy);
  }

  function show(answer) {
    if (answer.fault) {
      // no place in the answer: what was shown before stays, and nothing that was typed is lost
      status.replaceChildren(fault(answer.fault));
      return;
    }
    for (const [name, value] of Object.entries(answer.fields)) {
      const field = form.elements.namedItem(name);
      if (field?.type === "checkbox") field.checked = Boolean(value);
      else if (field) field.value = value;
    }
    for (const [name, html] of Object.entries(answer.parts)) {
      const part = form.querySelector(`[data-part=${name}]`);
      part.innerHTML = html;
      part.querySelector("[autofocus]")?.focus();
    }
    status.textContent = answer.said;
    taken.replaceChildren();
    if (answer.files.length) {
      taken.append(element("p", { class: "asked-buttons" }, ...files(answer.files)));
    }
    if (answer.link) taken.append(link(answer.link));
    if (!answer.html) return; // what was shown still holds
    shown.innerHTML = answer.html;
    delete box.dataset.stale;
  }

  async function go(asked, brought) {
    if (!stop.disabled) return;
    stop.disabled = false;
    const fields = await collected(form);
    if (brought) {
      for (const name of kept) delete fields[name];
      Object.assign(fields, brought);
    }
    const coming = ask("call", { function: call, fields, asked });
    if (isReady()) status.textContent = words.running;
    const answer = await coming;
    stop.disabled = true;
    if (answer) show(answer);
  }

  form.addEventListener("input", () => {
    if (!shown.innerHTML || "stale" in box.dataset) return;
    box.dataset.stale = "";
    status.textContent = words.stale;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(event.submitter?.value ?? "");
  });
  stop.addEventListener("click", () => {
    stop.disabled = true;
    end(words.ended);
  });
  offer.replaceWith(box);
  form.querySelector("input, select, textarea")?.focus();
  // what a link brings; its function reads it with the care that it has for anything from afar
  const given = [...new URLSearchParams(location.hash.slice(1))];
  const brought = given.filter(([name]) => kept.includes(name));
  if (brought.length) {
    go("open", Object.fromEntries(brought));
    return;
  }
  start();
  if (isReady()) status.textContent = words.ready;
}
