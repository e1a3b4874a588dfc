/* Hears what a page complains of and what it asks for, where the browser's driver does not say.
   It leaves the document as it was delivered. */
(function () {
  "use strict";
  document.currentScript.remove();
  const errors = [];
  const failed = []; // what was asked for, and the browser's own list leaves out
  for (const level of ["error", "warn"]) {
    const own = console[level].bind(console);
    console[level] = (...words) => {
      errors.push(words.map(String).join(" "));
      own(...words);
    };
  }
  // true: before the page's own listeners, and for files that did not load, which do not bubble
  addEventListener(
    "error",
    (event) => {
      const file = event.target.src ?? event.target.href;
      errors.push(event.message ?? `not loaded: ${file}`);
      if (file) failed.push(file);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)), true);
  addEventListener(
    "securitypolicyviolation",
    (event) => {
      errors.push(`${event.violatedDirective}: ${event.blockedURI}`);
      failed.push(event.blockedURI);
    },
    true,
  );
  const asked = () =>
    ["navigation", "resource"].flatMap((kind) =>
      performance.getEntriesByType(kind).map((entry) => entry.name),
    );
  Object.defineProperty(window, "livepageProbe", {
    value: () => ({ errors, requests: [...asked(), ...failed] }),
  });
})();
