/* A form that a function of the book answers: its fields go to Python, and what comes is shown. */
import { ask, element, end, fault, start, watch } from "./livepage-python-engine.js";

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
  const watcher = watch(words, words.ended);
  const { status, bar, far } = watcher;
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
  let changes = 0; // how often somebody has typed

  /* Say that what is shown answers something else than what stands in the form. */
  function outdated(says) {
    taken.replaceChildren();
    if (!shown.innerHTML) return;
    box.dataset.stale = "";
    if (says) status.textContent = words.stale;
  }

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
      outdated(false);
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
    // a button that is no more leaves who pressed it in the form
    if (document.activeElement === document.body) first()?.focus();
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
    const before = changes;
    let fields;
    try {
      fields = await collected(form);
    } catch (unread) {
      // changed or gone since it was chosen
      stop.disabled = true;
      for (const field of form.querySelectorAll("[type=file]")) field.value = "";
      status.textContent = words.unread;
      return;
    }
    if (brought) {
      for (const name of kept) delete fields[name];
      Object.assign(fields, brought);
    }
    const answer = await ask(watcher, "call", { function: call, fields, asked });
    stop.disabled = true;
    if (answer) show(answer);
    if (answer && changes > before) outdated(true);
  }

  form.addEventListener("input", () => {
    changes += 1;
    if (taken.firstChild || !("stale" in box.dataset)) outdated(true);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(event.submitter?.value ?? "");
  });
  stop.addEventListener("click", () => {
    stop.disabled = true;
    end();
    first()?.focus();
  });
  offer.replaceWith(box);
  const first = () => form.querySelector("input:not([type=hidden]), select, textarea");
  first()?.focus();
  // what a link brings; its function reads it with the care that it has for anything from afar
  const take = () => {
    const given = [...new URLSearchParams(location.hash.slice(1))];
    const brought = given.filter(([name]) => kept.includes(name));
    if (brought.length) go("open", Object.fromEntries(brought));
  };
  window.addEventListener("hashchange", take);
  start();
  take();
}
