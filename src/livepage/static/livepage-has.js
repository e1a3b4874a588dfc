/* Stands in for CSS's :has() in a browser that lacks it: does what the rules say that an explorer
 * brings along. Each has the form FORM:has(…) PART { display: … }, with :is() and :not() around
 * tests of the form as it likes. livepage.js loads this only where it is needed. */
(function () {
  "use strict";
  const RULE = /([^{}]+)\{\s*display\s*:\s*([\w-]+)\s*;?\s*\}/g;
  const rules = new Map(); // of each form; some come only when their fold is opened
  const touched = new Map();

  /** Cut a selector at a sign wherever that stands in no bracket. */
  function cut(selector, at) {
    const found = [""];
    let depth = 0;
    for (const sign of selector.trim()) {
      if (sign === "(" || sign === "[") depth += 1;
      if (sign === ")" || sign === "]") depth -= 1;
      if (sign === at && !depth) found.push("");
      else found[found.length - 1] += sign;
    }
    return found;
  }

  /** The rules of a form that ask for :has(); out of its style, as some browsers misread them. */
  function read(form) {
    const found = [];
    for (const style of form.querySelectorAll("style")) {
      style.textContent = style.textContent.replace(RULE, (rule, selectors, display) => {
        if (!selectors.includes(":has(")) return rule;
        for (const selector of cut(selectors, ",")) {
          const [whole, ...part] = cut(selector, " ");
          found.push({ whole, part: part.join(" "), display });
        }
        return "";
      });
    }
    return found;
  }

  function apply(form) {
    const known = new Map(); // many rules ask the same
    const has = (what) => {
      if (!known.has(what)) known.set(what, form.querySelector(what) !== null);
      return known.get(what);
    };
    const holds = (compound) => {
      const [plain, ...tests] = cut(compound, ":");
      return (!plain || form.matches(plain)) && tests.every(test);
    };
    const test = (text) => {
      const inside = text.slice(text.indexOf("(") + 1, -1);
      if (text.startsWith("has(")) return has(inside);
      if (text.startsWith("is(")) return cut(inside, ",").some(holds);
      if (text.startsWith("not(")) return !cut(inside, ",").some(holds);
      return form.matches(`:${text}`);
    };
    const wanted = new Map();
    for (const { whole, part, display } of rules.get(form)) {
      if (!holds(whole)) continue;
      for (const element of form.querySelectorAll(part)) wanted.set(element, display);
    }
    // what stays as it is must not be touched: it would be announced once more
    for (const element of touched.get(form)) {
      if (!wanted.has(element)) element.style.display = "";
    }
    for (const [element, display] of wanted) {
      if (element.style.display !== display) element.style.display = display;
    }
    touched.set(form, new Set(wanted.keys()));
  }

  function all() {
    for (const form of document.querySelectorAll("form.explorer")) {
      if (!rules.has(form)) {
        rules.set(form, read(form));
        touched.set(form, new Set());
      }
      apply(form);
    }
  }
  // after those who set the controls themselves: the browser at a reset, livepage.js at a step back
  const then = () => setTimeout(all);
  document.addEventListener("change", (event) => {
    if (rules.has(event.target.form)) apply(event.target.form);
  });
  document.addEventListener("reset", then);
  document.addEventListener("livepage-came", all);
  window.addEventListener("popstate", then);
  window.addEventListener("pageshow", then);
  all();
  document.documentElement.dataset.has = "script";
})();
