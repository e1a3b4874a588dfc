"""Search: Sphinx's own, taught what readers type, and which page a word is about.

Sphinx's index knows which words stand on which page. Three things are added to it:

- a language that also knows Chinese (by single characters and by pairs of them) and spellings of
  one word (colour and color, and the book's own pairs), the same in the index and in the query;
- other names of what the book treats, as index entries of the page or the place that tells of it;
- how often a word stands on a page, in a file of its own, by which ``livepage-search.js`` puts
  the page first that a word is about.

Everything is a script beside the page, so that a copy opened from disk finds as much.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from importlib.resources import files
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.search.en import SearchEnglish

from livepage.chinese import HAN
from livepage.files import SEARCH, WEIGHTS

HEADING, TITLE = 4, 12  # as many times a word counts that stands in one
FEW = 4  # that a word stands on a page so often, Sphinx's own index tells well enough

# letters that are no other letter with a mark: what people type for them
LETTERS = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss"}
_MARKS = re.compile("[\u0300-\u036f]")
# what a question begins with says nothing of its subject
ASKING = ("what", "why", "how", "who", "when", "where", "which", "did", "do", "does", "can", "get")
TOKEN = re.compile(rf"({HAN.pattern}+)|((?:(?!{HAN.pattern})\w)+)")
# one spelling for both sides of the Atlantic; what is no word in it does no harm, since the index
# and the query go the same way (patterns that Python and JavaScript read alike)
SPELLINGS = (
    (r"^(.{3,})our(s|ed|ing|ful|hood)?$", r"$1or$2"),
    (r"^(.{3,})is(e|es|ed|er|ers|ing|ation|ations)$", r"$1iz$2"),
    (r"^(.{2,})tre(s)?$", r"$1ter$2"),
    (r"^(.{3,})ence(s)?$", r"$1ense$2"),
    (r"^(.*)(judg|acknowledg)ement(s)?$", r"$1$2ment$3"),
    (r"^grey(s|er|ish)?$", r"gray$1"),
    (r"^(.{4,})ogue(s)?$", r"$1og$2"),
    (r"^(.{4,})amme(s)?$", r"$1am$2"),
    (r"^(.{3,}[aeiou]l)l(ed|ing|er|ers)$", r"$1$2"),
)


def folded(text: str) -> str:
    """Return a text in the form in which words are compared: one width, no capitals, no accents.

    Examples
    --------
    >>> folded("ＮＡＴＯ"), folded("Wæver"), folded("Łódź café")
    ('nato', 'waever', 'lodz cafe')
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    bare = unicodedata.normalize("NFC", bare).lower()
    for letter, kept in LETTERS.items():
        bare = bare.replace(letter, kept)
    return bare


def pieces(run: str) -> list[str]:
    """Cut a run of Chinese characters into pairs, or leave the one that it is.

    Examples
    --------
    >>> pieces("外交平衡"), pieces("强")
    (['外交', '交平', '平衡'], ['强'])
    """
    return [run[n : n + 2] for n in range(len(run) - 1)] or [run]


def spelt(word: str, same: Mapping[str, str]) -> str:
    """Return the one spelling under which a word is kept.

    Parameters
    ----------
    word : str
        In small letters.
    same : mapping of str to str
        The book's own: a spelling, and the one that it stands for.

    Examples
    --------
    >>> spelt("colours", {}), spelt("kiev", {"kiev": "kyiv"})
    ('colors', 'kyiv')
    """
    if word in same:
        return same[word]
    for pattern, kept in SPELLINGS:
        word = re.sub(pattern, kept.replace("$", "\\"), word)
    return word


class Language(SearchEnglish):
    """English as Sphinx knows it, with Chinese, spellings and joined words.

    Options (``html_search_options``): ``same``, a mapping of a spelling to the one that is kept;
    a key with a hyphen or a blank is read as one word.
    """

    def init(self, options: dict) -> None:
        """Take the book's own spellings and make the script's half of the same rules."""
        super().init(options)
        self.stems: dict[str, str] = {}
        same = {folded(k): folded(v) for k, v in options.get("same", {}).items()}
        self.same = {k: v for k, v in same.items() if re.fullmatch(r"\w+", k)}
        # several words that are one: apart by a hyphen or a blank, or not apart
        self.joined = {
            r"\b{}\b".format("[-\u2010\u2011 ]".join(re.split(r"\W+", k))): v
            for k, v in same.items()
            if k not in self.same
        }
        rules = {
            "han": HAN.pattern,
            "same": self.same,
            "joined": list(self.joined.items()),
            "letters": LETTERS,
            "asking": ASKING,
            "spellings": [[pattern, kept] for pattern, kept in SPELLINGS],
        }
        self.js_splitter_code = f"const SPELT = {json.dumps(rules)};\n" + files(
            "livepage"
        ).joinpath("static", "livepage-words.js").read_text("utf-8")
        self.js_stemmer_code = SearchEnglish.js_stemmer_code + (
            "\nconst EnglishStemmer = Stemmer;\n"
            "Stemmer = function () {\n"
            "  const english = new EnglishStemmer();\n"
            "  this.stemWord = (word) => english.stemWord(spelt(word));\n"
            "};\n"
        )

    def split(self, text: str) -> list[str]:
        """Cut a text into words; Chinese into characters and pairs."""
        text = folded(text)
        for apart, kept in self.joined.items():
            text = re.sub(apart, kept, text)
        found = []
        for run, word in TOKEN.findall(text):
            found += {*run, *pieces(run)} if run else [word]
        return found

    def stem(self, word: str) -> str:
        """Return the word's stem, in its one spelling; each word is cut once."""
        if word not in self.stems:
            self.stems[word] = super().stem(spelt(folded(word), self.same))
        return self.stems[word]


def plain(html: str) -> str:
    """Return the words of a piece of HTML, apart where tags part them.

    Examples
    --------
    >>> plain("<text>2020</text><text>April</text><style>p {}</style>").split()
    ['2020', 'April']
    """
    html = re.sub(r"(?is)<(style|script|title)\b.*?</\1>", " ", html)
    return re.sub(r"<[^<]+?>", " ", html)


def readable(doctree: nodes.document) -> nodes.document:
    """Return the document as it is indexed: what is HTML in it as plain words.

    Sphinx strips tags itself and leaves the words of neighbours glued together.
    """
    found = doctree.deepcopy()
    for raw in list(found.findall(nodes.raw)):
        if "html" in raw.get("format", "").split():
            raw.replace_self(nodes.inline("", nodes.Text(plain(raw.astext()))))
    return found


def install(app) -> None:
    """Make the builder index each page as `readable` gives it (``builder-inited``)."""
    if app.builder.format != "html" or not hasattr(app.builder, "index_page"):
        return
    index_page = app.builder.index_page

    def index(name: str, doctree: nodes.document, title: str) -> None:
        index_page(name, readable(doctree), title)

    app.builder.index_page = index


def add_names(app, doctree: nodes.document) -> None:
    """Put the other names of what a page tells of into the index (``doctree-read``)."""
    entries = [
        ("single", name, anchor, "main", None)
        for page, anchor, names in app.config.livepage_search_names
        if page == app.env.docname
        for name in names
    ]
    if entries:
        doctree.insert(0, addnodes.index(entries=entries, inline=False))


def counted(doctree: nodes.document, language: Language) -> Counter[str]:
    """Count the stems of a page; a word of its title or of a heading counts several times."""
    found: Counter[str] = Counter()
    stems = {}

    def add(text: str, times: int) -> None:
        for word in language.split(text):
            if word not in stems:
                stems[word] = language.stem(word).lower()
            if language.word_filter(stems[word]):
                found[stems[word]] += times

    for node in doctree.findall():
        if isinstance(node, nodes.raw) and "html" in node.get("format", "").split():
            add(plain(node.astext()), 1)
        elif isinstance(node, nodes.Text) and not isinstance(node.parent, nodes.raw):
            title = node.parent
            while title is not None and not isinstance(title, nodes.title):
                title = title.parent
            if title is None:
                add(node.astext(), 1)
            else:
                first = title.parent.parent is title.document
                add(node.astext(), TITLE if first else HEADING)
    return found


def weights(counts: Mapping[str, Counter[str]], last: Iterable[str] = ()) -> dict:
    """Return what the script ranks by: each page's length, and each stem's pages with its count.

    Parameters
    ----------
    counts : mapping of str to Counter
        For each page its stems.
    last : iterable of str
        Pages that list what others tell, and so come after them; patterns will do.

    Examples
    --------
    >>> weights({"a": Counter(weak=5, strong=1), "b": Counter(strong=6)}, ["b*"])
    {'last': ['b'], 'lengths': [6, 6], 'counts': {'weak': [0, 5], 'strong': [1, 6]}}
    """
    pages = sorted(counts)
    found: dict[str, list[int]] = {}
    for number, page in enumerate(pages):
        for stem, count in sorted(counts[page].items(), key=lambda one: (-one[1], one[0])):
            if count > FEW:
                found.setdefault(stem, []).extend((number, count))
    listing = [page for page in pages if any(fnmatch(page, pattern) for pattern in last)]
    return {"last": listing, "lengths": [counts[page].total() for page in pages], "counts": found}


def write(app, exception) -> None:
    """Write the search page's two scripts (``build-finished``)."""
    if exception or app.builder.format != "html" or not getattr(app.builder, "search", False):
        return
    indexer = getattr(app.builder, "indexer", None)  # there is none where no page was written
    language = indexer.lang if indexer else None
    if not isinstance(language, Language):
        return
    pages = sorted(app.builder.indexer._titles)
    counts = {page: counted(app.env.get_doctree(page), language) for page in pages}
    static = Path(app.outdir) / "_static"
    found = json.dumps(
        weights(counts, app.config.livepage_search_last), ensure_ascii=False, separators=(",", ":")
    )
    (static / WEIGHTS).write_text(f"Search.weights = {found};\n", encoding="utf-8")
    script = files("livepage").joinpath("static", SEARCH).read_text("utf-8")
    (static / SEARCH).write_text(script, encoding="utf-8")
