/* How the reader's bets on this page have come out: counted from its forms, and kept nowhere. */
(function () {
  "use strict";
  const place = document.querySelector(".livepage-bets");
  const known = new Map(); // a form, and how many of its bets are placed, and hold

  // What a form's style hides has not come out. (In a fold that is closed it still has.)
  function shown(mark, form) {
    for (let part = mark; part !== form; part = part.parentElement) {
      if (getComputedStyle(part).display === "none") return false;
    }
    return true;
  }

  function count(form) {
    const out = [...form.querySelectorAll("[data-came-out]")].filter((mark) => shown(mark, form));
    const held = out.filter((mark) => mark.dataset.cameOut === "held");
    known.set(form, [out.length, held.length]);
  }

  function tell() {
    const [bets, held] = [0, 1].map((n) => [...known.values()].reduce((sum, of) => sum + of[n], 0));
    place.hidden = !bets;
    place.textContent = place.dataset.words.replace("{bets}", bets).replace("{held}", held);
  }

  // after what changes the page, and after its paint
  const later = (some) =>
    setTimeout(() => {
      some.forEach(count);
      tell();
    }, 50);
  const forms = new Set();
  function take() {
    for (const form of document.querySelectorAll("form.explorer")) {
      if (forms.has(form) || !form.querySelector("[data-came-out]")) continue;
      forms.add(form);
      form.addEventListener("change", () => later([form]));
      form.addEventListener("reset", () => later([form]));
    }
  }
  take();
  document.addEventListener("livepage-came", () => {
    take();
    later(forms); // an address may have set what has come
  });
  window.addEventListener("popstate", () => later(forms));
  window.addEventListener("pageshow", () => later(forms));
})();
