/* The frame of a page: its contents, colours, search and menus. Comfort only: nothing that stands on
 * a page depends on this script. */
(function () {
  "use strict";
  const html = document.documentElement;
  const one = (what) => document.querySelector(what);
  const all = (what) => [...document.querySelectorAll(what)];
  const on = (sign, act, where = document, how) => where.addEventListener(sign, act, how);
  const kept = (store, name, value) => {
    try {
      if (value === undefined) return store()[name];
      store()[name] = value;
    } catch (refused) {
      // nothing is kept here
    }
  };

  // ---- colours: as the system has them, or as the reader wants them ----
  const dark = matchMedia("(prefers-color-scheme: dark)");
  function colour(mode) {
    html.dataset.mode = mode;
    html.dataset.theme = mode === "auto" ? (dark.matches ? "dark" : "light") : mode;
  }
  on("change", () => html.dataset.mode === "auto" && colour("auto"), dark);
  for (const button of all(".theme-switch-button")) {
    on("click", () => {
      const modes = dark.matches ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
      colour(modes[(modes.indexOf(html.dataset.mode) + 1) % 3]);
      kept(() => localStorage, "mode", html.dataset.mode);
    }, button);
  }

  // ---- contents: beside the text where there is room, else in a dialog that they are moved to ----
  const outside = (event) => {
    const dialog = event.currentTarget;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    // a key's click has no place
    const beside = event.detail && (x < left || x > right || y < top || y > bottom);
    if (beside || event.target.closest("a[href^='#']")) dialog.close();
  };
  for (const side of ["primary", "secondary"]) {
    const bar = one(`#pst-${side}-sidebar`);
    const dialog = one(`#pst-${side}-sidebar-modal`);
    if (!bar || !dialog) continue;
    const move = (from, to) => {
      to.append(...from.childNodes);
      to.className = from.className;
      from.className = "";
    };
    let pressed = null;
    for (const button of all(`.${side}-toggle`)) {
      on("click", () => {
        pressed = button;
        if (side === "primary" && matchMedia("(min-width: 992px)").matches) {
          bar.classList.toggle("pst-sidebar-hidden");
          return;
        }
        bar.classList.remove("pst-sidebar-hidden");
        move(bar, dialog);
        dialog.showModal();
      }, button);
    }
    on("click", outside, dialog);
    on("close", () => {
      move(dialog, bar);
      pressed?.focus({ preventScroll: true });
    }, dialog);
  }

  // ---- search: a page's own field, or the dialog with one ----
  const finder = one("#pst-search-dialog");
  const field = all("form.bd-search input").find((input) => !finder?.contains(input));
  function search() {
    if (!field) {
      if (finder) finder.open ? finder.close() : finder.showModal();
    } else if (document.activeElement === field) field.blur();
    else {
      field.focus();
      field.select();
      field.scrollIntoView({ block: "center" });
    }
  }
  all(".search-button__button").forEach((button) => on("click", search, button));
  if (finder) on("click", outside, finder);
  const mac = /^(Mac|iPhone)/.test(navigator.platform);
  if (mac) all("kbd.kbd-shortcut__modifier:first-child").forEach((key) => (key.textContent = "⌘"));
  on("keydown", (event) => {
    const [asked, other] = mac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
    if (asked && !other && !event.shiftKey && !event.altKey && /^k$/i.test(event.key)) {
      event.preventDefault();
      search();
    }
  }, window, true);

  // ---- menus: folds that close when the reader goes elsewhere ----
  const menus = all("details.dropdown");
  const close = (menu) => (menu.open = false);
  for (const sign of ["click", "focusin"]) {
    on(sign, (event) => menus.filter((menu) => !menu.contains(event.target)).forEach(close));
  }
  on("keydown", (event) => {
    const menu = event.key === "Escape" && menus.find((found) => found.open);
    if (!menu) return;
    close(menu);
    menu.querySelector("summary").focus();
  });

  // ---- what the theme's buttons did by handlers that the content policy forbids ----
  const actions = {
    print: () => window.print(),
    fullscreen: () =>
      document.fullscreenElement ? document.exitFullscreen() : html.requestFullscreen(),
  };
  on("click", (event) => {
    const button = event.target.closest("[data-livepage-action]");
    if (button) actions[button.dataset.livepageAction]?.();
  });

  // ---- what copies code, where none is in sight before it is asked for ----
  const copier = one('script[type="text/asked"][data-copy]');
  const code = one("#livepage-apparatus");
  const come = () => {
    const script = document.createElement("script");
    Object.assign(script.dataset, copier.dataset);
    script.src = copier.src;
    copier.replaceWith(script);
  };
  if (copier && code) code.addEventListener("change", come, { once: true });
  else if (copier) come();

  // ---- the rest once the text has been painted: it measures, or waits for what is seen ----
  const watch = (what, act, rootMargin = "0px") => {
    const watcher = new IntersectionObserver(act, { rootMargin });
    for (const target of what) if (target) watcher.observe(target);
  };

  // The section that is read is marked in the contents of the page.
  function follow() {
    const links = all("#pst-page-toc-nav a[href^='#']");
    const places = new Map();
    for (const link of links) {
      const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      places.set(section?.querySelector(":is(h1, h2, h3, h4, h5, h6)") ?? section, link);
    }
    let held = 0; // a place gone to stays marked, however short the page is below it
    const mark = (here) => {
      if (!here) return;
      for (const link of links) {
        link.classList.toggle("active", link === here);
        if (link === here) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      for (const entry of all("#pst-page-toc-nav .toc-entry")) {
        entry.classList.toggle("active", entry.contains(here));
      }
    };
    const go = () => {
      const here = location.hash && links.find((link) => link.hash === location.hash);
      if (here) held = Date.now() + 1000;
      mark(here);
    };
    go();
    on("hashchange", go, window);
    const read = () => {
      const line = innerHeight * 0.3;
      const above = [...places].filter(([place]) => place?.getBoundingClientRect().top < line);
      if (Date.now() > held) mark(above.at(-1)?.[1]);
    };
    watch(places.keys(), read, "0px 0px -70% 0px");
  }

  // What can be scrolled can be scrolled by keys.
  function reach() {
    const boxes = all("pre, .cell_output > .output, .pst-scrollable-table-container");
    const scrolls = boxes.map(
      (box) => box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight,
    );
    boxes.forEach((box, number) => (box.tabIndex = scrolls[number] ? 0 : -1));
  }
  let waiting = 0;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(reach, 200);
  };

  // The contents stand where the reader left them, or show the page that is open.
  function place() {
    const bar = one(".bd-sidebar-primary");
    const here = bar && [...bar.querySelectorAll(".bd-docs-nav .active")].at(-1);
    if (!bar) return;
    const name = "sidebar-scroll-top";
    const top = here ? here.getBoundingClientRect().y - bar.getBoundingClientRect().y : 0;
    const left = kept(() => sessionStorage, name);
    if (left !== undefined) bar.scrollTop = left;
    else if (top > innerHeight / 2) bar.scrollTop = top - bar.clientHeight / 4;
    on("pagehide", () => kept(() => sessionStorage, name, bar.scrollTop), window);
  }

  // What stands in the margin goes before the contents of the page.
  const MARGIN = ["margin", "marginnote", "sidenote", "margin-caption", "full-width", "sidebar", "popout"];
  const margin = MARGIN.flatMap((name) => [name, name.replace("-", "_")]);
  function give() {
    const there = new Set();
    watch(all(margin.map((name) => `.${name}, .tag_${name}`)), (seen) => {
      for (const entry of seen) there[entry.isIntersecting ? "add" : "delete"](entry.target);
      one(".bd-sidebar-secondary")?.classList.toggle("hide", there.size > 0);
    }, "0px 0px -33% 0px");
  }

  // Scripts of others, in their order.
  function run() {
    let last = null;
    const late = document.readyState === "complete";
    for (const script of all('script[type="text/later"]')) {
      last = document.createElement("script");
      last.async = false;
      last.src = script.src;
      script.replaceWith(last);
    }
    const done = () => {
      // some of them begin when the page has loaded, and have missed it
      if (last && late) window.dispatchEvent(new Event("load"));
      html.dataset.painted = "whole";
    };
    if (last) last.onload = last.onerror = done;
    else done();
  }

  let begun = false;
  function rest() {
    if (begun) return;
    begun = true;
    html.dataset.painted = "";
    place();
    follow();
    give();
    watch([one(".sbt-scroll-pixel-helper")], ([helper]) =>
      document.body.classList.toggle("scrolled", helper.boundingClientRect.y < 0),
    );
    reach();
    for (const sign of ["toggle", "change"]) on(sign, later, document, true);
    on("resize", later, window);
    run();
  }
  requestAnimationFrame(() => setTimeout(rest));
  setTimeout(rest, 2000); // a tab in the background is not painted before it is looked at
})();
