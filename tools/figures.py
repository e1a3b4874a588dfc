"""Figures as they come in: printed at once, kept in files, held against their budgets."""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tools import budgets
from tools.budgets import BOOK_SECONDS, HEAVY_BYTES, PAGE_REQUESTS, PAINT_RATIO, TEST_SECONDS

PAINT = "largest paint on a slow phone"
SCREENS = "phone screens"
BOOK_SCREENS, BOOK_WORDS = f"the book but its appendix, {SCREENS}", "words in chapters and labs"
BOOK, SIZE = "make book, from nothing", "what is installed"
CHECK, TEST = "make check, on a fresh clone", "make test, on a fresh clone"
COLD, CHECK_COST, TEST_COST = (
    f"{what}, processor time" for what in ("cold build", "make check", "make test")
)
SENTENCE, VIEW, COLOUR = (
    f"make book, {change}, processor time"
    for change in ("a sentence of a chapter", "a line of a view", "a colour of the pages")
)
HEAD = ("| what | this book | beside | ratio |", "|---|--:|--:|--:|")
MOST = 300  # characters of a reason


class CannotMeasure(RuntimeError):
    """Why there is no figure, in one sentence."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measurement of this book, and the same of a default build where there is one."""

    what: str
    ours: float
    unit: str
    default: float | None = None

    @property
    def ratio(self) -> float | None:
        return self.ours / self.default if self.default else None

    def __str__(self) -> str:
        """Return the figure as a row of a Markdown table."""
        default = "" if self.default is None else f"{self.default:,.4g} {self.unit}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return f"| {self.what} | {self.ours:,.4g} {self.unit} | {default} | {ratio} |"


ALLOWED: dict[str, Callable[[Figure], bool]] = {
    "requests": lambda figure: figure.ours <= PAGE_REQUESTS,
    "third-party requests": lambda figure: figure.ours == 0,
    "gzip": lambda figure: figure.ours * 1000 <= max(HEAVY_BYTES.values()),
    PAINT: lambda figure: figure.ratio is not None and figure.ratio <= PAINT_RATIO,
    BOOK_SCREENS: lambda figure: figure.ours <= budgets.BOOK_SCREENS,
    BOOK_WORDS: lambda figure: figure.ours <= budgets.BOOK_WORDS,
    BOOK: lambda figure: figure.ours <= BOOK_SECONDS,
    TEST: lambda figure: figure.ours <= TEST_SECONDS,
}


def over_budget(figures: Iterable[Figure]) -> list[str]:
    """Return the figures that are over what tools/budgets.py allows.

    Examples
    --------
    >>> over_budget([Figure("index.html: requests", 99, ""), Figure("a: raw", 9e9, "KB")])
    ['index.html: requests: 99  (ratio 0.00)']
    """
    said = "{}: {:.4g} {} (ratio {:.2f})"
    return [
        said.format(figure.what, figure.ours, figure.unit, figure.ratio or 0)
        for figure in figures
        for holds in [ALLOWED.get(figure.what.rpartition(": ")[2])]
        if holds and not holds(figure)
    ]


def reason(why: BaseException) -> str:
    """Say what went wrong, in one line.

    Examples
    --------
    >>> reason(CannotMeasure("make test ended with 2.")), reason(KeyError("index.html"))
    ('make test ended with 2.', "KeyError: 'index.html'")
    """
    said = " ".join(str(why).split())
    named = said if isinstance(why, CannotMeasure) else f"{type(why).__name__}: {said}"
    return named if len(named) <= MOST else f"{named[:MOST]}…"


def say_at_once(line: str) -> None:
    """Print a line, into a file or a pipe too."""
    print(line, flush=True)


@dataclass
class Report:
    """What was measured, and what could not be.

    Attributes
    ----------
    folder : Path
        Where the files are kept.
    say : callable
        Prints a line at once.
    figures : list of Figure
        All so far.
    missing : list of str
        What could not be taken, and why.
    """

    folder: Path
    say: Callable[[str], object] = say_at_once
    figures: list[Figure] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def take(self, what: str, measure: Callable[[], Iterable[Figure]]) -> None:
        """Take a measure by itself: its figures are told and kept as soon as they are there."""
        if not self.figures and not self.missing:
            self.say("\n".join(HEAD))
        before = len(self.figures)
        try:
            for figure in measure():
                self.figures.append(figure)
                self.say(str(figure))
            if len(self.figures) == before:
                raise CannotMeasure("there was nothing to measure.")
        except (Exception, SystemExit) as why:
            self.missing.append(f"{what}: {reason(why)}")
            self.say(f"Not taken: {self.missing[-1]}")
        self.save()

    def save(self) -> None:
        """Keep all so far as ``bench.md`` and ``bench.json``."""
        self.folder.mkdir(exist_ok=True)
        lines = [*HEAD, *map(str, self.figures)]
        if self.missing:
            lines += ["", "Not taken:", "", *(f"- {line}" for line in self.missing)]
        (self.folder / "bench.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
        saved = {"figures": [asdict(figure) for figure in self.figures], "missing": self.missing}
        (self.folder / "bench.json").write_text(json.dumps(saved, indent=1), encoding="utf-8")

    def verdict(self) -> str:
        """Say what is wrong with all of it; empty if nothing is."""
        over = over_budget(self.figures)
        told = (("Could not be taken:", self.missing), ("Over their budget:", over))
        return "\n".join("\n".join([head, *lines]) for head, lines in told if lines)
