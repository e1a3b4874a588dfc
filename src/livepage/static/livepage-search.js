/* Sphinx's search, with the page first that a word is about, and one of its sentences below it. */
(function () {
  "use strict";
  const WORDS_FOR_READERS = document.currentScript.dataset;
  // Sphinx's search fetches every hit to quote from it, which a page opened from disk may not do.
  if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
  // The index and the weights are large: they come once something is asked.
  if (new URLSearchParams(location.search).get("q")) {
    for (const waiting of document.querySelectorAll('script[type="text/asked"]')) {
      const script = document.createElement("script");
      script.async = false; // in their order
      script.src = waiting.src;
      waiting.replaceWith(script);
    }
  }

  const MOST = 12; // words of a query that are looked for
  const LONGEST = 300; // characters of it
  const [NAMED, HEADED, HELD, TITLED] = [100, 4, 1, 3]; // for a name, a heading, a part of one, a title
  const PART = 0.6; // of a title's word, where only its beginning was typed
  const LAST = 0.5; // for pages that list what others tell
  const STEEP = 3; // how soon a word that comes often counts no more (k of Okapi's BM25)
  const LONG = 0.6; // how much a long page is held to its length (b of the same)

  const stemmer = new Stemmer();
  const known = new Map();
  const stem = (word) => {
    if (!known.has(word)) known.set(word, stemmer.stemWord(word));
    return known.get(word);
  };
  const common = new Set([...stopwords].map(folded));
  const plain = (text) =>
    [...new Set(splitQuery(text).filter((word) => !common.has(word)).map(stem))].join(" ");
  const listed = (found) => (found === undefined ? [] : [].concat(found));
  const of = (table, word) => (own(table, word) ? table[word] : undefined);

  // What is asked: words, and those after a minus sign that must not be there.
  Search._parseQuery = (typed) => {
    const query = typed.slice(0, LONGEST);
    const without = [];
    const wanted = query.replace(/(^|\s)-(?=\S)(\S+)/g, (_all, before, word) => {
      without.push(word);
      return before;
    });
    const cut = [...new Set(splitQuery(wanted))].filter((word) => !common.has(word));
    const asking = new Set(SPELT.asking);
    const telling = cut.filter((word) => !asking.has(word));
    const kept = (telling.length ? telling : cut).slice(0, MOST);
    const words = new Set(kept.map(stem));
    const excluded = new Set(without.flatMap(splitQuery).map(stem));
    const shown = query.toLowerCase().match(WORDS) ?? [];
    const highlit = shown.filter((word) => splitQuery(word).some((piece) => kept.includes(piece)));
    if (SPHINX_HIGHLIGHT_ENABLED) {
      localStorage.setItem("sphinx_highlight_terms", highlit.join(" "));
    }
    return [kept.join(" "), words, excluded, new Set(highlit), words];
  };

  // The pages that have a word: as often as it stands there; where none has it, a part of a word.
  function places(word) {
    const { terms, titleterms } = Search._index;
    const { counts } = Search.weights;
    const pages = new Map();
    const add = (name) => {
      for (const page of [...listed(of(terms, name)), ...listed(of(titleterms, name))])
        if (!pages.has(page)) pages.set(page, 1);
      const often = of(counts, name) ?? [];
      for (let n = 0; n < often.length; n += 2)
        pages.set(often[n], Math.max(pages.get(often[n]) ?? 0, often[n + 1]));
    };
    add(word);
    const hadNone = !pages.size;
    if (word.length > 3) // a title that begins so: Kazakh, and the page on Kazakhstan
      for (const name of Object.keys(titleterms)) if (name.startsWith(word)) add(name);
    if (hadNone && word.length > 2)
      for (const name of new Set([...Object.keys(terms), ...Object.keys(titleterms)]))
        if (name.includes(word)) add(name);
    return pages;
  }

  // How much is a page about a word? A common word weighs little, on a long page less.
  function weighed(found) {
    const { lengths } = Search.weights;
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    const rare = Math.log(1 + (lengths.length - found.size + 0.5) / (found.size + 0.5));
    const weight = (page) => {
      const count = found.get(page) ?? 0;
      const length = 1 - LONG + (LONG * lengths[page]) / mean;
      return (rare * count * (STEEP + 1)) / (count + STEEP * length);
    };
    return { rare, weight };
  }

  // A page comes once, by the best of what was found on it: a name before a heading, a heading
  // before words in the text. Where no page has all the words, those that have most are shown.
  Search._performSearch = (asked, words, excluded) => {
    const { docnames, filenames, titles, alltitles, indexentries, objects } = Search._index;
    const sought = plain(asked);
    if (!sought) return [];
    const holds = (text) => ` ${plain(text)} `.includes(` ${sought} `);
    const found = [...words].map((word) => [word, places(word)]);
    const measures = new Map(found.map(([word, pages]) => [word, weighed(pages)]));
    const number = new Map(titles.map((_title, page) => [page, 0]));
    for (const [, pages] of found) for (const page of pages.keys()) number.set(page, number.get(page) + 1);
    const most = Math.max(0, ...number.values());
    const all = [...measures.values()].reduce((sum, one) => sum + one.rare, 0) || 1;

    const best = new Map(); // of each page its worth, and the place on it
    const put = (page, worth, title, anchor) => {
      if (!(best.get(page)?.worth >= worth)) best.set(page, { worth, title, anchor });
    };
    const relevance = (page) => {
      const about = [...measures.values()].reduce((sum, one) => sum + one.weight(page), 0);
      return about * (Search.weights.last.includes(docnames[page]) ? LAST : 1);
    };
    const entitled = (page) => {
      const parts = new Set(splitText(titles[page]).map(stem));
      let sum = 0;
      for (const [word, { rare }] of measures) {
        const begins = word.length > 2 && [...parts].some((other) => other.startsWith(word));
        sum += rare * (parts.has(word) ? 1 : begins ? PART : 0);
      }
      return (TITLED * sum) / all;
    };
    titles.forEach((title, page) => {
      if (most && number.get(page) === most)
        put(page, relevance(page) + (plain(title) === sought ? HEADED : entitled(page)), title, "");
    });
    for (const [title, pages] of Object.entries(alltitles)) {
      if (!title || !holds(title)) continue;
      for (const [page, id] of pages) {
        const whole = titles[page] === title;
        const bonus = plain(title) === sought ? HEADED : whole ? TITLED : HELD;
        const named = whole ? title : `${titles[page]} > ${title}`;
        put(page, relevance(page) + bonus + (id ? 0.01 : 0), named, whole || !id ? "" : `#${id}`);
      }
    }
    // a name is found as a whole; a place that holds more than the words is no better than its page
    for (const [name, pages] of Object.entries(indexentries))
      if (plain(name) === sought)
        for (const [page, id] of pages)
          put(page, relevance(page) + NAMED + (id ? 1 : 0), titles[page], id ? `#${id}` : "");
    for (const group of Object.values(objects))
      for (const [page, , , anchor, name] of group)
        if (plain(name) === sought) put(page, relevance(page) + NAMED + 1, name, `#${anchor}`);

    const shut = new Set([...excluded].flatMap((word) => [...places(word).keys()]));
    return [...best]
      .filter(([page]) => !shut.has(page))
      .map(([page, { worth, title, anchor }]) =>
        [docnames[page], title, anchor, null, worth, filenames[page]])
      .sort((a, b) => a[4] - b[4]);
  };

  // What the search says is heard, and says what can be done where it found nothing.
  Search.status?.setAttribute("role", "status"); // Sphinx has put it there by now
  const query = Search.query;
  Search.query = (typed) => {
    query(typed);
    const [, words] = Search._parseQuery(typed);
    const said = Search.status.textContent; // nothing yet, unless nothing was found
    if (said) Search.status.textContent = WORDS_FOR_READERS[words.size ? "nothing" : "common"];
  };

  // The excerpt: a sentence of the page that holds the words, and nothing of what frames it.
  const FRAME = ".headerlink, .livepage-about, script, style, nav, button, form, details.hide, summary, header, footer, " +
    ".prev-next-area, .livepage-notice, .highlight, svg, h1, dl.citation > dt";
  const ALTERNATIVE = "details.explorer-alternative"; // looked at where the text itself has nothing
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
  // Words of neighbours stay apart, as they do on the page.
  function words(part) {
    const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    let text = "";
    while (walk.nextNode()) {
      const next = walk.currentNode.data;
      const glued = /[\p{L}\p{N}).;:!?”’]$/u.test(text) && /^[\p{L}\p{N}]/u.test(next);
      const inner = walk.currentNode.parentElement.closest("em, strong, b, i, sup, sub, mark");
      text += (glued && !inner ? " " : "") + next;
    }
    return text.replace(/\s+/g, " ").trim();
  }
  function best(within, sought) {
    let [found, most] = ["", 0];
    const parts = within.matches(PROSE) && !within.querySelector(PROSE) ? [within] : [];
    for (const part of [...parts, ...within.querySelectorAll(PROSE)]) {
      if (part.querySelector(PROSE)) continue;
      for (const sentence of sentences(words(part))) {
        const held = new Set(splitText(sentence).map(stem));
        const has = (word) =>
          held.has(word) || (word.length > 2 && [...held].some((other) => other.includes(word)));
        const count = [...sought].filter(has).length;
        const worth = count + (count && sentence.split(" ").length > SHORT ? 0.5 : 0);
        if (worth > most) [found, most] = [sentence, worth];
      }
      if (most > sought.size) break;
    }
    return found;
  }
  Search.makeSearchSummary = (html, sought, anchor) => {
    // the largest parts of what is taken out below need not be parsed first
    const bare = html.replace(/<(style|script|form|svg)\b[^]*?<\/\1>/g, "");
    const page = new DOMParser().parseFromString(bare, "text/html");
    const main = page.querySelector('[role="main"] article, [role="main"], main');
    if (!main) return NOTHING();
    main.querySelectorAll(FRAME).forEach((part) => part.remove());
    const alternatives = [...main.querySelectorAll(ALTERNATIVE)];
    alternatives.forEach((alternative) => alternative.remove());
    const place = anchor ? main.querySelector(`#${CSS.escape(anchor.slice(1))}`) : null;
    const defined = place?.matches("dt"); // a definition is short enough to be quoted whole
    const within = defined ? place.nextElementSibling : (place ?? main);
    const described = page.querySelector("meta[name=description]")?.content ?? "";
    const text =
      (!defined && best(within, sought)) ||
      (within === main ? alternatives.map((alternative) => best(alternative, sought)).find(Boolean) : words(within)) ||
      described;
    if (!text) return NOTHING();
    const summary = document.createElement("p");
    summary.className = "context";
    summary.textContent = text.length > 280 ? `${text.slice(0, 279)}…` : text;
    return summary;
  };

  // Chinese is marked as such in what is found, too, so that it is read by the right voice.
  const { han } = WORDS_FOR_READERS;
  const results = document.getElementById("search-results");
  function mark(node) {
    const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    const run = new RegExp(`(${SPELT.han}+)`, "u");
    for (const text of texts) {
      if (!run.test(text.data) || text.parentElement.closest(`[lang="${han}"]`)) continue;
      const pieces = text.data.split(run).map((piece, n) => {
        if (n % 2 === 0) return piece;
        const marked = document.createElement("span");
        marked.lang = han;
        marked.textContent = piece;
        return marked;
      });
      text.replaceWith(...pieces);
    }
  }
  if (han && results) {
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) mark(node);
    }).observe(results, { childList: true, subtree: true });
  }
})();
