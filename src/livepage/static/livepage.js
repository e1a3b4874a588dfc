/* Comfort only: nothing on a page depends on this script. */
(function () {
  "use strict";

  // The theme's two buttons whose inline handlers the content policy forbids.
  const actions = {
    print: () => window.print(),
    fullscreen: () =>
      document.fullscreenElement
        ? document.exitFullscreen()
        : document.documentElement.requestFullscreen(),
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-livepage-action]");
    if (button) actions[button.dataset.livepageAction]();
  });

  // A setting of an explorer with several choices stands in the address, so that it can be linked
  // to; where the form asks for it, each change can be taken back by the browser's own button.
  const forms = [...document.querySelectorAll("form[data-explorer]")].filter((form) =>
    form.querySelector("button[type=reset]"),
  );
  const radios = () => forms.flatMap((form) => [...form.querySelectorAll("input[type=radio]")]);
  let restoring = false;

  function remember(form) {
    if (restoring) return;
    const changed = radios().filter((radio) => radio.checked && !radio.defaultChecked);
    const state = new URLSearchParams(changed.map((radio) => [radio.name, radio.value]));
    const address = location.pathname + location.search + (changed.length ? `#${state}` : "");
    history[form.dataset.history === undefined ? "replaceState" : "pushState"](null, "", address);
  }

  function restore() {
    const wanted = new URLSearchParams(location.hash.slice(1));
    const known = radios().filter((radio) => wanted.get(radio.name) === radio.value);
    if (location.hash && !known.length) return; // a place in the page, not a setting
    restoring = true;
    forms.forEach((form) => form.reset());
    known.forEach((radio) => (radio.checked = true));
    restoring = false;
    return known[0];
  }

  for (const form of forms) {
    form.addEventListener("change", () => remember(form));
    form.addEventListener("reset", () => restoring || setTimeout(() => remember(form)));
  }
  window.addEventListener("popstate", restore);
  if (location.hash) restore()?.form.scrollIntoView();

  // Paper has nothing to unfold: open the text twins while printing, and close them after.
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.explorer-twin:not([open])")];
    opened.forEach((twin) => (twin.open = true));
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((twin) => (twin.open = false));
    opened = [];
  });

  // Sphinx's search fetches every hit to quote from it, which a page opened from disk may not do.
  if (location.protocol === "file:" && typeof DOCUMENTATION_OPTIONS !== "undefined") {
    DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
  }
})();
