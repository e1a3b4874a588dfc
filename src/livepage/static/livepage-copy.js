/* A button at each block of code that copies it. Its words come with the page, in its language. */
(function () {
  "use strict";
  const words = document.currentScript.dataset;
  const icon = (path) =>
    `<svg viewBox="0 0 24 24" stroke-width="1.5" fill="none" aria-hidden="true">${path}</svg>`;
  const COPY = icon(
    '<rect x="8" y="8" width="12" height="12" rx="2"/>' +
      '<path d="M16 8v-2a2 2 0 0 0 -2 -2h-8a2 2 0 0 0 -2 2v8a2 2 0 0 0 2 2h2"/>',
  );
  const DONE = icon('<path d="M5 12l5 5l10 -10"/>');

  async function copy(code) {
    const bare = code.cloneNode(true);
    for (const number of bare.querySelectorAll(".linenos")) number.remove();
    const text = bare.textContent.replace(/\n$/, "");
    try {
      await navigator.clipboard.writeText(text);
    } catch (refused) {
      // not here, as in some browsers from disk: the older way, by what is selected
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      const copied = document.execCommand("copy");
      field.remove();
      if (!copied) throw refused;
    }
  }

  // Each button is told apart by the heading above it.
  let place = "";
  const times = new Map();
  for (const found of document.querySelectorAll("article :is(h1, h2, h3, h4), div.highlight pre")) {
    if (!found.matches("pre")) {
      place = [...found.childNodes]
        .filter((part) => !part.matches?.(".headerlink"))
        .map((part) => part.textContent)
        .join("")
        .trim();
      continue;
    }
    times.set(place, (times.get(place) ?? 0) + 1);
    const number = times.get(place) > 1 ? ` (${times.get(place)})` : "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copybtn o-tooltip--left";
    button.dataset.tooltip = words.copy;
    button.setAttribute("aria-label", `${words.copy}: ${place}${number}`);
    button.innerHTML = COPY;
    button.addEventListener("click", async () => {
      try {
        await copy(found);
        button.dataset.tooltip = words.copied;
        button.innerHTML = DONE;
        button.classList.add("success");
      } catch (refused) {
        button.dataset.tooltip = words.failed;
      }
      button.focus();
      setTimeout(() => {
        button.dataset.tooltip = words.copy;
        button.innerHTML = COPY;
        button.classList.remove("success");
      }, 2000);
    });
    found.after(button);
  }
})();
