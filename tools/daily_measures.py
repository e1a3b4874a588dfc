"""The measures of a day with the book: its commands on a fresh clone, and what a change costs.

Processor time is what others on the machine do not change; where a command's own time counts, the
seconds are told as well.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import nbformat

from tools.figures import (
    BOOK,
    CHECK,
    CHECK_COST,
    COLOUR,
    SENTENCE,
    SIZE,
    TEST,
    TEST_COST,
    VIEW,
    Figure,
)
from tools.measures import Measure, compared
from tools.workshop import BUILD, Workshop, built, clone, default, installed, made, run

MEGABYTE = 1_000_000
CHAPTER = Path("chapters/argument/framework.ipynb")
MODULE = Path("src/crisis_paths/views/cases/lanes.py")
SHEET = Path("src/livepage/static/livepage.css")


def installing(shop: Workshop) -> Iterator[Figure]:
    taken = shop.get(installed)
    yield Figure("install", taken.seconds, "s")
    yield Figure("install, peak memory", taken.megabytes, "MB")
    files = (path for path in (shop.get(clone) / ".venv").rglob("*") if not path.is_symlink())
    yield Figure(SIZE, sum(path.stat().st_size for path in files) / MEGABYTE, "MB")


def making(shop: Workshop) -> Iterator[Figure]:
    yield Figure(BOOK, shop.get(installed).seconds + shop.get(made).seconds, "s")


def add_sentence(book: Path) -> None:
    """Change a chapter as an author would: one more sentence."""
    content = nbformat.read(book / CHAPTER, as_version=4)
    content.cells.append(nbformat.v4.new_markdown_cell("One more sentence."))
    nbformat.write(content, book / CHAPTER)


def add_line(book: Path) -> None:
    """Change a view: one more line, which shows nothing."""
    with (book / MODULE).open("a", encoding="utf-8") as file:
        file.write("\nONE_MORE = True\n")


def add_colour(book: Path) -> None:
    """Change the pages' own sheet: one more colour."""
    with (book / SHEET).open("a", encoding="utf-8") as file:
        file.write("\narticle hr { color: #123456; }\n")


def _again(shop: Workshop, change: Callable[[Path], object]) -> float:
    """Processor seconds of the command after a change to the clone."""
    shop.get(made)
    change(shop.get(clone))
    return run("make", "-s", "book", cwd=shop.get(clone)).processor


def _default_again(shop: Workshop) -> float:
    built(shop, default)
    add_sentence(shop.get(default))
    return run(*BUILD, shop.get(default)).processor


def rewording(shop: Workshop) -> Iterator[Figure]:
    yield from compared(SENTENCE, "s", _again(shop, add_sentence), lambda: _default_again(shop))


def viewing(shop: Workshop) -> Iterator[Figure]:
    """Beside it a default book from nothing: it sees no change in a module by itself."""
    taken = _again(shop, add_line)
    yield from compared(VIEW, "s", taken, lambda: built(shop, default).processor)


def colouring(shop: Workshop) -> Iterator[Figure]:
    yield Figure(COLOUR, _again(shop, add_colour), "s")


def commanding(shop: Workshop, target: str, what: str, cost: str) -> Iterator[Figure]:
    """A target of the Makefile on the clone as it was made; its tools are installed before."""
    shop.get(installed)
    folder = shop.get(clone)
    run("git", "checkout", "-q", ".", cwd=folder)
    run("make", "-s", ".venv/.test", cwd=folder)
    taken = run("make", "-s", target, cwd=folder)
    yield Figure(what, taken.seconds, "s")
    yield Figure(cost, taken.processor, "s")


def of_a_day(shop: Workshop) -> Iterator[Measure]:
    """The measures of this module, in order."""
    yield "install", partial(installing, shop)
    yield BOOK, partial(making, shop)
    yield SENTENCE, partial(rewording, shop)
    yield VIEW, partial(viewing, shop)
    yield COLOUR, partial(colouring, shop)
    yield CHECK, partial(commanding, shop, "check", CHECK, CHECK_COST)
    yield TEST, partial(commanding, shop, "test", TEST, TEST_COST)
