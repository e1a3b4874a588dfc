// How a text is cut into words: as livepage/site/search.py cuts the pages.
const WORDS = new RegExp(`(${SPELT.han}+)|((?:(?!${SPELT.han})[\\p{L}\\p{N}_])+)`, "gu");
const SPELLINGS = SPELT.spellings.map(([pattern, kept]) => [new RegExp(pattern), kept]);
const JOINED = SPELT.joined.map(([apart, kept]) => [new RegExp(apart, "g"), kept]);
const own = (table, name) => Object.prototype.hasOwnProperty.call(table, name);
const spelt = (word) =>
  own(SPELT.same, word)
    ? SPELT.same[word]
    : SPELLINGS.reduce((w, [pattern, kept]) => w.replace(pattern, kept), word);
// One width, small letters, no accents: the form in which words are compared.
const folded = (text) => {
  let bare = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase();
  for (const [letter, kept] of Object.entries(SPELT.letters)) bare = bare.replaceAll(letter, kept);
  return bare;
};
const cutText = (text, pieces) => {
  let bare = folded(text);
  for (const [apart, kept] of JOINED) bare = bare.replace(apart, kept);
  return [...bare.matchAll(WORDS)].flatMap(([, run, word]) => (word ? [word] : pieces([...run])));
};
const pairs = (run) => (run.length < 2 ? run : run.slice(1).map((last, n) => run[n] + last));
var splitQuery = (query) => cutText(query, pairs);
// of a page's text single characters count as well
const splitText = (text) => cutText(text, (run) => [...run, ...pairs(run)]);
