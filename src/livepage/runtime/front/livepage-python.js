/* A button at each cell whose lines may be run, and each form that Python answers; all else is loaded when it is pressed. */
(function () {
  "use strict";
  const script = document.currentScript;
  // from a file neither a worker nor what it needs can be had
  if (!/^https?:$/.test(location.protocol) || !window.Worker || !window.WebAssembly) return;
  const words = JSON.parse(script.dataset.words);
  const folder = script.src.replace(/\.js(\?.*)?$/, "/");
  let place = "";
  const places = "article :is(h1, h2, h3, h4), .tag_runnable, template.asked-form";
  for (const found of document.querySelectorAll(places)) {
    const isForm = found.matches("template");
    if (!isForm && !found.matches(".cell")) {
      place = found.firstChild.textContent.trim();
      continue;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm livepage-run";
    button.style.cssText =
      "border: 1px solid var(--pst-color-text-muted); color: inherit; margin: 0.5rem 0";
    button.textContent = isForm ? found.dataset.offer : words.offer;
    if (!isForm) button.setAttribute("aria-label", `${words.offer}: ${place}`);
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        const kind = isForm ? "forms" : "cells";
        const { open } = await import(`${folder}livepage-python-${kind}.js`);
        open(found, button, words, place);
      } catch (refused) {
        button.disabled = false;
        button.textContent = words.failed;
      }
    });
    // a link that brings something for a form leads to it
    const names = new URLSearchParams(location.hash.slice(1));
    if (isForm && found.dataset.kept.split(" ").some((name) => name && names.has(name))) {
      setTimeout(() => button.scrollIntoView({ block: "center" }));
    }
    // before a cell that is hidden, or code that is folded behind what it shows; else below
    const fold = found.matches(".apparatus") ? found : found.querySelector(":scope > details.hide");
    if (fold) fold.before(button);
    else (isForm ? found : found.querySelector(".cell_input")).after(button);
  }
})();
