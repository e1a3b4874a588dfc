/* Puts in place what a page keeps as the text of a <noscript> until its fold is opened, by whomever,
 * or until another script asks for it. It stands in the page itself, so that nothing is out of reach
 * where a file does not come. */
(function () {
  const kept = (within) => [...within.querySelectorAll("noscript.livepage-later")];
  // Scripts that have begun by then hear of it.
  function bring(some) {
    for (const one of some) {
      const place = one.parentElement;
      one.outerHTML = one.textContent;
      place.dispatchEvent(new Event("livepage-came", { bubbles: true }));
    }
  }
  // All of it, or what holds one of these pieces of text.
  window.livepageBring = (pieces = [""]) =>
    bring(kept(document).filter((one) => pieces.some((piece) => one.textContent.includes(piece))));
  // before the open fold is painted
  new MutationObserver((changes) => {
    for (const { target } of changes)
      if (target.open) bring(kept(target).filter((one) => one.closest("details") === target));
  }).observe(document, { attributeFilter: ["open"], subtree: true });
})();
