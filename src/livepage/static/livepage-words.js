// How a query is cut into words: as livepage/site/search.py cuts the pages.
const spelt = (word) =>
  SPELT.same[word] ??
  SPELT.spellings.reduce((w, [pattern, kept]) => w.replace(new RegExp(pattern), kept), word);
var splitQuery = (query) => {
  let text = query.toLowerCase();
  for (const [apart, kept] of Object.entries(SPELT.joined))
    text = text.replace(new RegExp(apart, "g"), kept);
  const tokens = new RegExp(`(${SPELT.han}+)|((?:(?!${SPELT.han})[\\p{L}\\p{N}_])+)`, "gu");
  return [...text.matchAll(tokens)].flatMap(([, run, word]) =>
    word ? [word] : run.length < 2 ? [run] : [...run.slice(1)].map((_, n) => run.slice(n, n + 2)),
  );
};
