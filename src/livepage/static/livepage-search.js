/* Sphinx's search, with the page first that a word is about, and one of its sentences below it. */
(function () {
  "use strict";
  // The index and the weights are large: they come once something is asked.
  if (new URLSearchParams(location.search).get("q")) {
    for (const waiting of document.querySelectorAll('script[type="text/asked"]')) {
      const script = document.createElement("script");
      script.async = false; // in their order
      script.src = waiting.src;
      waiting.replaceWith(script);
    }
  }

  const stemmer = new Stemmer();
  const stems = (text) => splitQuery(text).map((word) => stemmer.stemWord(word.toLowerCase()));
  const plain = (text) => stems(text).join(" ");
  const [NAMED, HEADED, TITLED] = [100, 4, 3]; // for words that name a place, a section, a page
  const LAST = 0.5; // for pages that list what others tell
  const STEEP = 3; // how soon a word that comes often counts no more (k of Okapi's BM25)
  const LONG = 0.6; // how much a long page is held to its length (b of the same)

  // How much is a page about these words? Common words weigh little, on long pages less.
  function relevance(page, words) {
    const { lengths, counts } = Search.weights;
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    let sum = 0;
    for (const word of words) {
      const listed = counts[word] ?? [];
      const once = [].concat(Search._index.terms[word] ?? [], Search._index.titleterms[word] ?? []);
      const pages = new Set([...once, ...listed.filter((_, n) => n % 2 === 0)]);
      const place = listed.findIndex((number, n) => n % 2 === 0 && number === page);
      const count = place < 0 ? Number(pages.has(page)) : listed[place + 1];
      const rare = Math.log(1 + (lengths.length - pages.size + 0.5) / (pages.size + 0.5));
      const length = 1 - LONG + (LONG * lengths[page]) / mean;
      sum += (rare * count * (STEEP + 1)) / (count + STEEP * length);
    }
    return sum;
  }

  // A page comes once, by the best of what was found on it: a name before a heading, a heading
  // before words in the text. Where no page has all the words, those that have some are shown.
  const perform = Search._performSearch;
  const performed = (query, words, ...rest) => {
    const kept = splitQuery(query).map(spelt).join(" "); // as names and titles may be written
    const all = [query, kept].flatMap((asked) => perform(asked, words, ...rest));
    return all.length || words.size < 2
      ? all
      : [...words].flatMap((word) => perform(word, new Set([word]), ...rest));
  };
  Search._performSearch = (query, words, ...rest) => {
    const { docnames, titles } = Search._index;
    const asked = plain(query);
    const holds = (text) => ` ${plain(text)} `.includes(` ${asked} `);
    const best = new Map();
    for (const found of performed(query, words, ...rest)) {
      const [name, title, anchor, kind, score] = found;
      const page = docnames.indexOf(name);
      // a place in a glossary that holds more than the words is no better than its page
      if (kind && !holds(title)) continue;
      const isNamed = kind ? plain(title) === asked : score === 100;
      const heading = title.split(" > ").pop();
      const bonus = isNamed
        ? NAMED + (anchor ? 1 : 0)
        : plain(heading) === asked
          ? HEADED
          : holds(titles[page])
            ? TITLED
            : 0;
      const total = relevance(page, words) * (Search.weights.last.includes(name) ? LAST : 1) + bonus;
      const better = (anchor ? 0.01 : 0) + total;
      if (!(best.get(name)?.[4] >= better)) best.set(name, [...found.slice(0, 4), better, found[5]]);
    }
    return [...best.values()].sort((a, b) => a[4] - b[4]);
  };

  // The excerpt: a sentence of the page that holds the words, and nothing of what frames it.
  const FRAME = ".headerlink, script, style, nav, button, form, details.hide, details.explorer-twin, summary, header, footer, " +
    ".prev-next-area, .livepage-notice, .highlight, svg, h1, dl.citation > dt";
  const NOTHING = () => document.createDocumentFragment(); // what is returned is put into the page
  const PROSE = "p, li, dd, figcaption, td, th, caption, h2, h3";
  const SHORT = 5; // words: a label rather than a sentence
  function sentences(text) {
    if (Intl.Segmenter) {
      const cut = new Intl.Segmenter("en", { granularity: "sentence" });
      return [...cut.segment(text)].map((one) => one.segment.trim());
    }
    return text.match(/[^.!?。]+[.!?。]*/g) ?? [text];
  }
  Search.makeSearchSummary = (html, words, anchor) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const main = page.querySelector('[role="main"] article, [role="main"], main');
    if (!main) return NOTHING();
    main.querySelectorAll(FRAME).forEach((part) => part.remove());
    const place = anchor ? main.querySelector(`#${CSS.escape(anchor.slice(1))}`) : null;
    const within = place?.matches("dt") ? place.nextElementSibling : (place ?? main);
    let found = "";
    let most = 0;
    for (const part of [within, ...within.querySelectorAll(PROSE)]) {
      if (part === within ? !part.matches(PROSE) : part.querySelector(PROSE)) continue;
      for (const sentence of sentences(part.textContent.replace(/\s+/g, " "))) {
        const held = new Set(stems(sentence));
        const count = [...words].filter((word) => held.has(word)).length;
        const worth = count + (count && sentence.split(" ").length > SHORT ? 0.5 : 0);
        if (worth > most) [found, most] = [sentence, worth];
      }
      if (most > words.size) break;
    }
    const own = page.querySelector("meta[name=description]")?.content ?? "";
    const text = found || (within !== main ? within.textContent.trim() : own);
    if (!text) return NOTHING();
    const summary = document.createElement("p");
    summary.className = "context";
    summary.textContent = text.length > 280 ? `${text.slice(0, 279)}…` : text;
    return summary;
  };
})();
