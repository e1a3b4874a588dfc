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
