"""Every text that a reader of the book sees, with its place: what `tools.voice` listens to."""

import ast
import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[1]
# The columns of the tables that are prose on some page.
COLUMNS = {
    "advice": "advice why against",
    "background": "text source",
    "cases": "comment",
    "checks": "claim printed found note source",
    "codings": "short evidence",
    "concordance": "title",
    "events": "event short",
    "likelihoods": "group why",
    "multivector": "claim difference",
    "organisations": "what source",
    "people": "office part source",
    "phrases": "phrase note",
    "quantities": "what",
    "rivals": "premise predicts observed why",
    "rules": "if then note",
    "stories": "when text",
    "terms": "definition",
}
CALLS = {"_", "N_", "ngettext", "n_"}
# What is no prose: code, comments, where a link leads, the options of a directive.
FENCE = re.compile(r"^(`{3,}|~{3,})(?!\{note|\{admonition).*?^\1", re.M | re.S)
LEADS = re.compile(r"\]\([^)]*\)|<[^>]*>|`[^`]*`|^:\w[^\n]*|^\{[.#][^\n]*", re.M)
TERM = re.compile(r"\{\w+\}`([^`<]+?)(?:\s*<[^`]*)?`")
BLOCKS = ["p", "li", "dd", "dt", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section"]
BLOCKS += ["legend", "label", "summary", "figcaption", "text", "title", "desc", "br", "caption"]
SILENT = ["style", "script", "code", "[lang^=zh]"]
END = re.compile(r"(?<=[.?!:;])[”’*_)]*\s+|\n\s*\n|\n(?=[-|#*\d])|\s\|\s")


class Seen(NamedTuple):
    """A sentence that readers see."""

    file: str
    place: str
    sentence: str


def sentences(text: str) -> list[str]:
    """Return the sentences of a plain text, each on one line.

    Examples
    --------
    >>> sentences("Bet first. Then read on: it helps.")
    ['Bet first.', 'Then read on:', 'it helps.']
    """
    pieces = (" ".join(piece.split()) for piece in END.split(text))
    return [piece for piece in pieces if re.search(r"[A-Za-z]{2}", piece)]


def plain(markdown: str) -> str:
    """Return the words of a piece of MyST, without its code and without where its links lead.

    Examples
    --------
    >>> plain("See [the map](a.html), `code` and {term}`turmoil <political turmoil>`.")
    'See [the map , and turmoil.'
    """
    words = TERM.sub(r"\1", FENCE.sub("", markdown))
    return re.sub(r" +", " ", LEADS.sub(" ", words)).replace(" .", ".")


def shown(html: str) -> str:
    """Return the words of an output, a block a paragraph.

    Examples
    --------
    >>> shown("<p>Bet.<style>p {}</style></p><p>Read <b>on</b>.</p>").split("\\n\\n")
    ['Bet.', 'Read on.', '']
    """
    soup = BeautifulSoup(html, "html.parser")
    for silent in soup.select(",".join(SILENT)):
        silent.decompose()
    for block in soup.find_all(BLOCKS):
        block.append("\n\n")
    return soup.get_text()


def notebook(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the texts of a notebook: its words, and what its outputs show, with the cell's id."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "markdown":
            yield cell["id"], plain("".join(cell["source"]))
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            if "text/html" in data:
                yield f"{cell['id']}, what it shows", shown("".join(data["text/html"]))
            elif "text/markdown" in data:
                yield f"{cell['id']}, what it shows", plain("".join(data["text/markdown"]))


def module(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the messages of a module, with their lines."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS:
            for given in node.args:
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield f"line {node.lineno}", re.sub(r"{\w*}", "…", given.value)


def table(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what a table says in prose, with row and column."""
    with path.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            for column in COLUMNS[path.stem].split():
                yield f"row {line}, {column}", row[column]


def everything(root: Path = ROOT) -> Iterator[Seen]:
    """Yield every sentence that readers see: pages, messages, tables, README and solutions."""
    found = [
        *((path, notebook(path)) for path in (root / "index.ipynb",)),
        *((path, notebook(path)) for path in sorted(root.glob("chapters/**/*.ipynb"))),
        *((path, notebook(path)) for path in sorted(root.glob("solutions/*.ipynb"))),
        *((path, [("", plain(path.read_text("utf-8")))]) for path in pages(root)),
        *((path, module(path)) for path in sorted(root.glob("src/*/**/*.py"))),
        *((root / f"data/{name}.csv", table(root / f"data/{name}.csv")) for name in COLUMNS),
    ]
    for path, texts in found:
        for place, text in texts:
            for sentence in sentences(text):
                yield Seen(path.relative_to(root).as_posix(), place, sentence)


def pages(root: Path) -> list[Path]:
    """Return the pages that are no notebooks, and the README."""
    return [root / "README.md", *sorted(root.glob("chapters/**/*.md"))]
