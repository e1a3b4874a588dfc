/* What explorers gain by a script: their setting in the address, a link to it, one tap for several
 * choices, their words on paper. Without it they work all the same. */
(function () {
  "use strict";

  // Explorers answer by CSS's :has(); where it is missing, a script of its own stands in.
  if (!CSS.supports("selector(:has(*))")) {
    const script = document.createElement("script");
    script.src = document.currentScript.dataset.has;
    document.head.append(script);
  }

  // A setting of an explorer with several choices stands in the address, so that it can be linked
  // to and taken back by the browser's own button.
  let forms = [];
  const radios = (some) => some.flatMap((form) => [...form.querySelectorAll("input[type=radio]")]);
  const notice = document.querySelector(".livepage-notice");
  let restoring = false;
  let keyed = false; // did keys make the latest change?
  let walked = null; // the choice that it was made to

  function setting(some) {
    const changed = radios(some).filter((radio) => radio.checked && !radio.defaultChecked);
    return changed.length ? `#${new URLSearchParams(changed.map((r) => [r.name, r.value]))}` : "";
  }

  // A step is written a moment after its press, once what the press shows is there: a third of a
  // click in WebKit goes into the address. Presses that come at once are one step. And arrow keys
  // pass through every option on their way: a walk is taken back in one step.
  const MOMENT = 100;
  let pending = 0;
  let step = "replaceState";
  function remember(choice) {
    if (restoring) return;
    if (!keyed || walked !== choice) step = "pushState";
    walked = choice;
    if (notice && notice.textContent) notice.textContent = "";
    clearTimeout(pending);
    pending = setTimeout(() => {
      write(step, setting(forms));
      step = "replaceState";
    }, MOMENT);
  }
  function forget() {
    clearTimeout(pending);
    step = "replaceState";
  }

  // WebKit and Firefox refuse more than so many steps in ten seconds. The explorers go on without:
  // the next step that is allowed writes the whole setting.
  function write(how, hash) {
    try {
      history[how](null, "", location.pathname + location.search + hash);
    } catch (refused) {
      if (refused.name !== "SecurityError") throw refused;
    }
  }

  // What is set from afar is to be seen, also in a form that was folded away.
  function set(radio) {
    radio.checked = true;
    for (let fold = radio.form.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
  }

  // What the address asks for is only ever compared with what the page has. Unless all of it is
  // there, the page stands as it starts: half a setting would be another one.
  function restore() {
    forget();
    const asked = [...new URLSearchParams(location.hash.slice(1))];
    const isSetting = location.hash.includes("=");
    if (asked.some(([name]) => document.querySelector(`[data-kept~="${CSS.escape(name)}"]`))) {
      return; // what a form that Python answers reads itself
    }
    if (isSetting) window.livepageBring?.(asked.map(([name]) => ` name="${name}"`));
    if (location.hash && !isSetting) {
      if (notice) notice.textContent = "";
      return; // a place in the page
    }
    const found = asked.map(([name, value]) =>
      radios(forms).find((radio) => radio.name === name && radio.value === value),
    );
    const groups = new Set(asked.map(([name]) => name));
    const whole = !isSetting || (found.every(Boolean) && groups.size === asked.length);
    restoring = true;
    forms.forEach((form) => form.reset());
    if (whole) found.forEach((radio) => radio && set(radio));
    restoring = false;
    walked = null;
    if (notice) notice.textContent = whole ? "" : notice.dataset.words;
    if (!whole) {
      write("replaceState", "");
      notice?.scrollIntoView({ block: "nearest" });
    }
    return whole ? found[0] : undefined;
  }

  // One tap on a place of the picture that stands for several choices makes all of them. (Without a
  // script its labels make one at a time.)
  document.addEventListener("click", (event) => {
    const place = event.target.closest("form.explorer [data-sets]");
    if (!place || !event.target.closest("label")) return;
    event.preventDefault();
    const changed = place.dataset.sets
      .split(" ")
      .map((id) => document.getElementById(id))
      .filter((radio) => !radio.checked);
    changed.forEach((radio) => (radio.checked = true));
    changed.at(-1)?.dispatchEvent(new Event("change", { bubbles: true }));
  });

  document.addEventListener("keydown", () => (keyed = true), true);
  document.addEventListener("pointerdown", () => (keyed = false), true);
  // The forms of the page; some come only when their fold is opened (livepage-later.js).
  function take() {
    const known = new Set(forms);
    forms = [...document.querySelectorAll("form[data-explorer]")].filter((form) =>
      form.querySelector("button[type=reset]"),
    );
    for (const form of forms) {
      if (known.has(form)) continue;
      form.addEventListener("change", (event) => remember(event.target.name));
      form.addEventListener("reset", () => restoring || setTimeout(() => remember(null)));
    }
  }
  take();
  document.addEventListener("livepage-came", take);
  if (forms.length || window.livepageBring) {
    window.addEventListener("popstate", restore);
    // WebKit brings a page back as it was, and sets its forms back right after that
    const come = () => location.hash.includes("=") && setting(forms) !== location.hash && restore();
    window.addEventListener("pageshow", (event) => event.persisted && setTimeout(come));
    if (location.hash) restore()?.form.scrollIntoView();
  }

  // The numbers that a style sheet counts, written as words that can be heard and copied.
  const isShown = (part, end) =>
    part === end || (getComputedStyle(part).display !== "none" && isShown(part.parentElement, end));
  const count = () => {
    for (const number of document.querySelectorAll("form.explorer [data-counts]")) {
      const place = number.closest(number.dataset.within);
      const found = [...place.querySelectorAll(number.dataset.counts)];
      const many = String(found.filter((part) => isShown(part, place)).length);
      if (number.textContent !== many) number.textContent = many;
    }
  };
  const soon = () => setTimeout(count, 50); // after what changes the page, and after its paint
  for (const change of ["change", "reset", "livepage-came"]) document.addEventListener(change, soon);
  for (const change of ["popstate", "pageshow"]) window.addEventListener(change, soon);

  // "Copy link": to this form as it stands. A copy of the book on disk gives the published address.
  async function copyLink(button) {
    const canonical = document.querySelector("link[rel=canonical]");
    const here = location.protocol === "file:" && canonical ? canonical : location;
    const link = here.href.split("#")[0] + setting([button.form]);
    const said = button.parentElement.querySelector(".livepage-copied");
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = said.dataset.words;
    } catch (refused) {
      // not allowed here: the reader can still take it by hand
      const field = document.createElement("input");
      field.readOnly = true;
      field.value = link;
      field.setAttribute("aria-label", button.textContent);
      said.replaceChildren(field);
      field.select();
    }
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-livepage-action=copy-link]");
    if (button) copyLink(button);
  });

  // What closed folds hold comes when they are opened (livepage-later.js); and when the reader looks
  // for a word, prints, or follows a link to a place in it.
  if (window.livepageBring) {
    const everything = () => window.livepageBring();
    const paper = matchMedia("print");
    paper.addEventListener?.("change", () => paper.matches && everything());
    window.addEventListener("beforeprint", everything);
    document.addEventListener("keydown", ({ ctrlKey, metaKey, key }) => {
      if (key === "F3" || ((ctrlKey || metaKey) && /^[fg]$/i.test(key))) everything();
    }, true);
    const go = () => {
      const id = new URLSearchParams(`id=${location.hash.slice(1)}`).get("id");
      if (!id || document.getElementById(id)) return;
      window.livepageBring([` id="${id}"`]);
      let fold = document.getElementById(id)?.closest("details");
      if (!fold) return;
      for (; fold; fold = fold.parentElement.closest("details")) fold.open = true;
      location.replace(location.href); // the browser goes there, as to any other place
    };
    window.addEventListener("hashchange", go);
    go();
  }

  // Paper has nothing to unfold: open alternatives and sections while printing, close them after.
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:is(.explorer-alternative, .folded-section):not([open])")];
    opened.forEach((fold) => (fold.open = true));
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((fold) => (fold.open = false));
    opened = [];
  });
})();
