"""Measure the book beside a default Jupyter Book of the same notebooks, in one run.

    python -m tools.bench [--no-clone]

Seconds depend on the machine and its mood; the ratio of two of them, taken in the same run,
does not. The table is printed and saved as _build/bench.md and _build/bench.json.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from random import Random

import nbformat
import numpy as np
import pandas as pd
import sympy
from playwright.sync_api import Browser
from setqca.minimize import qmc

from crisis_paths.boolean import minimise
from crisis_paths.crisis_sets import VARIABLES
from crisis_paths.framework import Balance, Control, predict_frame
from crisis_paths.recoding import DIMENSIONS
from crisis_paths.robustness import effects
from tools.budgets import BOOK_SECONDS, CHART_BYTES, PAGE_REQUESTS, PAINT_RATIO, TEST_SECONDS
from tools.notebooks import notebooks
from tools.visit import PHONE, pages, running_browser, served, visit

ROOT = Path(__file__).parents[1]
KINDS = {".html": "HTML", ".css": "CSS", ".js": "scripts", ".svg": "images", ".png": "images"}
DEFAULT_CONFIG = "title: The same notebooks\nexecute: {execute_notebooks: cache}\n"
COLD = 2  # cold builds of each book; the faster counts
CLICKS = 40
PAINTS = 5
PAINT = "largest paint on a slow phone"
# What Lighthouse takes for a phone on a slow mobile network; milliseconds, and bytes a second.
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
PROCESSOR = 4  # times slower than this machine's
BOOK, TEST = "make book, from nothing", "make test, on a fresh clone"
CHAPTER = "chapters/argument/framework.ipynb"
ROWS = 1_000_000


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


def run(*command: str | Path, cwd: Path = ROOT) -> tuple[float, float]:
    """Seconds that a command took, and its peak memory in MB, children included."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=cwd,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed; run it to see why.")
    unit = 1024 if sys.platform != "darwin" else 1024**2
    return time.perf_counter() - start, usage.ru_maxrss / unit


@contextmanager
def default_book() -> Iterator[Path]:
    """The same notebooks as anyone's first Jupyter Book: default configuration, no extension."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder)
        shutil.copytree(ROOT / "chapters", book / "chapters")
        for name in ("index.ipynb", "_toc.yml"):
            shutil.copy(ROOT / name, book)
        (book / "_config.yml").write_text(DEFAULT_CONFIG, encoding="utf-8")
        yield book


def cloning() -> list[Figure]:
    """From nothing: the two commands of the README on a fresh clone."""
    with tempfile.TemporaryDirectory() as folder:
        run("git", "clone", "-q", ROOT, folder)
        clone = Path(folder)
        installed, memory = run("make", "-s", ".venv/.book", cwd=clone)
        built, _ = run("make", "-s", "book", cwd=clone)
        tested, _ = run("make", "-s", "test", cwd=clone)
    return [
        Figure("install", installed, "s"),
        Figure("install, peak memory", memory, "MB"),
        Figure(BOOK, installed + built, "s"),
        Figure(TEST, tested, "s"),
    ]


def _touch(notebook: Path) -> None:
    """Change a chapter as an author would: one more sentence."""
    content = nbformat.read(notebook, as_version=4)
    content.cells.append(nbformat.v4.new_markdown_cell("One more sentence."))
    nbformat.write(content, notebook)


def building(default: Path, ours: Path) -> list[Figure]:
    """Cold, unchanged, and with one changed chapter; both books by the same command."""
    command = (sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build")
    cold: dict[Path, list[tuple[float, float]]] = {ours: [], default: []}
    for _ in range(COLD):  # in turn, so that neither always meets the colder disk
        for book, runs in cold.items():
            shutil.rmtree(book / "_build", ignore_errors=True)
            runs.append(run(*command, book))
    taken = {book: [min(runs), run(*command, book)] for book, runs in cold.items()}
    for book, runs in taken.items():
        _touch(book / CHAPTER)
        runs.append(run(*command, book))
    names = ("cold build", "rebuild, nothing changed", "rebuild, one chapter changed")
    figures = [
        Figure(name, taken[ours][n][0], "s", taken[default][n][0]) for n, name in enumerate(names)
    ]
    figures.append(Figure("cold build, peak memory", taken[ours][0][1], "MB", taken[default][0][1]))
    run("make", "-s", "book")
    return [*figures, Figure("make book, nothing changed", run("make", "-s", "book")[0], "s")]


def _largest_paint(browser: Browser, url: str) -> float:
    """When the largest thing on a slow phone's first screen was painted, in milliseconds.

    Nothing listens to the page meanwhile: that would cost it time.
    """
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    protocol = context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.emulateNetworkConditions", NETWORK)
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
    page.goto(url, wait_until="load")
    found = page.evaluate(
        """() => new Promise(done => { new PerformanceObserver(list => {
            done(list.getEntries().at(-1).startTime);
        }).observe({type: 'largest-contentful-paint', buffered: true}); })"""
    )
    context.close()
    return found


def visiting(browser: Browser, ours: Path, default: Path) -> list[Figure]:
    """What each page asks for and weighs before its reader scrolls; third parties refused."""
    figures = []
    with served(ours) as our_root, served(default) as their_root:
        for address in pages(ours):
            measured = {}
            for book, root in ((ours, our_root), (default, their_root)):
                if not (book / address).is_file():
                    continue
                with visit(browser, root, address) as seen:
                    seen.page.wait_for_load_state("networkidle")
                    weight = seen.weight(book, root)
                    raw = sum((book / (name or "index.html")).stat().st_size for name in weight)
                    kinds: dict[str, int] = {}
                    for name, size in weight.items():
                        kind = KINDS.get(Path(name or "index.html").suffix, "fonts and other")
                        kinds[kind] = kinds.get(kind, 0) + size
                    measured[book] = {
                        "requests": (len(seen.requested), ""),
                        "third-party requests": (len(seen.strangers), ""),
                        "raw": (raw / 1000, "KB"),
                        "gzip": (sum(weight.values()) / 1000, "KB"),
                        **{f"gzip, {kind}": (kinds[kind] / 1000, "KB") for kind in sorted(kinds)},
                    }
            for what, (value, unit) in measured[ours].items():
                other = measured.get(default, {}).get(what, (None, ""))[0]
                figures.append(Figure(f"{address}: {what}", value, unit, other))
    return figures


def painting(browser: Browser, ours: Path, default: Path) -> list[Figure]:
    """The largest paint of each page on a slow phone; both books in turn, the median of each.

    Third parties are not found, at once, which flatters whoever asks them.
    """
    figures = []
    with served(ours, zipped=True) as our_root, served(default, zipped=True) as their_root:
        for address in pages(ours):
            if not (default / address).is_file():
                continue
            taken: dict[str, list[float]] = {our_root: [], their_root: []}
            for _ in range(PAINTS):
                for root, found in taken.items():
                    found.append(_largest_paint(browser, root + address))
            mine, theirs = map(statistics.median, taken.values())
            figures.append(Figure(f"{address}: {PAINT}", mine, "ms", theirs))
    return figures


def over_budget(figures: list[Figure]) -> list[str]:
    """Which figures are over what tools/budgets.py allows?"""
    allowed = {
        "requests": lambda figure: figure.ours <= PAGE_REQUESTS,
        "third-party requests": lambda figure: figure.ours == 0,
        # a chart in sight at once has woken up already
        "gzip": lambda figure: figure.ours * 1000 <= CHART_BYTES,
        PAINT: lambda figure: figure.ratio <= PAINT_RATIO,
        BOOK: lambda figure: figure.ours <= BOOK_SECONDS,
        TEST: lambda figure: figure.ours <= TEST_SECONDS,
    }
    said = "{}: {:.4g} {} (ratio {:.2f})"
    return [
        said.format(figure.what, figure.ours, figure.unit, figure.ratio or 0)
        for figure in figures
        for holds in [allowed.get(figure.what.rpartition(": ")[2])]
        if holds and not holds(figure)
    ]


def clicking(browser: Browser, ours: Path) -> list[Figure]:
    """From a click in an explorer to the next paint."""
    with served(ours) as root, visit(browser, root) as seen:
        seen.page.click("[data-explorer=path] input[value=manageable] + span")
        taken = seen.page.evaluate(
            """async clicks => { const taken = [], radios = [...document.querySelectorAll(
                '[data-explorer=path] input')];
            for (let n = 0; n < clicks; n++) {
                await new Promise(done => setTimeout(done, 50));
                const start = performance.now();
                radios[n % radios.length].click();
                await new Promise(done => requestAnimationFrame(() => {
                    const after = new MessageChannel();
                    after.port1.onmessage = done; after.port2.postMessage(0); }));
                taken.push(performance.now() - start);
            } return taken; }""",
            CLICKS,
        )
    return [
        Figure("click to paint, median", statistics.median(taken), "ms"),
        Figure("click to paint, worst", max(taken), "ms"),
    ]


def testing() -> list[Figure]:
    """Running each notebook and comparing its outputs."""
    options = ("-m", "pytest", "-q", "--nbval")
    return [
        Figure(f"nbval {path.relative_to(ROOT)}", run(sys.executable, *options, path)[0], "s")
        for path in notebooks()
    ]


def predicting() -> list[Figure]:
    """Rows a second of predict_frame, on words in mixed case."""
    dice = np.random.default_rng(2024)
    df = pd.DataFrame(
        {
            "balance": dice.choice([*Balance, "Adjusted"], ROWS),
            "control": dice.choice([*Control, "弱"], ROWS),
            "turmoil": dice.choice([True, False], ROWS),
        }
    )
    start = time.perf_counter()
    predict_frame(df)
    taken = time.perf_counter() - start
    return [
        Figure("predict_frame, a million rows", taken, "s"),
        Figure("predict_frame", ROWS / taken, "rows/s"),
    ]


def _random_tables(width: int, count: int) -> list[tuple[frozenset[int], frozenset[int]]]:
    """Rows with the outcome and rows without a case, drawn at random but the same each time."""
    random = Random(width)
    tables = []
    for _ in range(count):
        kinds = [random.choice("+-?") for _ in range(2**width)]
        kinds[0] = "+"  # there is something to explain
        tables.append(
            tuple(frozenset(n for n, k in enumerate(kinds) if k == mark) for mark in "+?")
        )
    return tables


def _milliseconds(solve: Callable[[frozenset, frozenset], object], tables: list) -> float:
    start = time.perf_counter()
    for positive, free in tables:
        solve(positive, free)
    return (time.perf_counter() - start) / len(tables) * 1000


def minimising() -> list[Figure]:
    """Truth tables of 2 to 6 conditions; at 4 beside the faster of two others, in the same run."""
    ours, theirs = {}, {}
    for width in range(2, 7):
        tables = _random_tables(width, 40)
        minimise.cache_clear()
        ours[width] = _milliseconds(partial(minimise, width), tables)
        if width == 4:
            symbols = sympy.symbols("a:4")
            theirs[width] = min(
                _milliseconds(lambda p, f, s=symbols: sympy.SOPform(s, [*p], [*f]), tables),
                _milliseconds(lambda p, f: qmc.minimize({*p}, dont_cares={*f}, width=4), tables),
            )
    figures = [
        Figure(f"minimise, {width} conditions", found, "ms", theirs.get(width))
        for width, found in ours.items()
    ]
    for sets in (VARIABLES, (*VARIABLES, "TURMOIL")):
        minimise.cache_clear()
        start = time.perf_counter()
        count = len(effects(DIMENSIONS[: len(sets) + 1], conditions=sets))
        taken = (time.perf_counter() - start) * 1000
        figures.append(Figure(f"{count} recodings, {len(sets)} conditions", taken, "ms"))
    return figures


def assigning() -> list[Figure]:
    """A thousand exercises in every form; thirty submissions beside nbgrader's own command."""
    ours, nbgrader = (Path(sys.executable).with_name(n) for n in ("crisis-exercises", "nbgrader"))
    with tempfile.TemporaryDirectory() as place:
        folder, course = Path(place), Path(place, "course")
        many = run(ours, "make", "--seed", "b", "--count", "1000", "--out", folder / "set")[0]
        run(ours, "assignment", "--seed", "b", "--name", "ps1", "--out", course)
        run(nbgrader, "generate_assignment", "ps1", cwd=course)
        for n in range(30):
            shutil.copytree(course / "release" / "ps1", course / f"submitted/s{n:02}/ps1")
        options = ("--seed", "b", "--out", folder / "grades.csv")
        checked = run(ours, "check", "submitted", *options, cwd=course)[0]
        graded = run(nbgrader, "autograde", "ps1", cwd=course)[0]
    return [
        Figure("1000 exercises, all exports", many, "s"),
        Figure("check of 30 submissions (beside nbgrader autograde)", checked, "s", graded),
    ]


def table(figures: list[Figure]) -> str:
    """The figures as a Markdown table.

    What a figure stands beside is a default Jupyter Book; for minimising, the faster of SymPy
    and setqca.
    """
    lines = ["| what | this book | beside | ratio |", "|---|--:|--:|--:|"]
    for figure in figures:
        default = "" if figure.default is None else f"{figure.default:,.4g} {figure.unit}"
        ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
        lines.append(f"| {figure.what} | {figure.ours:,.4g} {figure.unit} | {default} | {ratio} |")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--no-clone", action="store_true", help="leave out make book and make test")
    figures = [] if parser.parse_args(arguments).no_clone else cloning()
    with default_book() as default, tempfile.TemporaryDirectory() as folder:
        ours = Path(folder) / "book"
        kept = shutil.ignore_patterns(".venv", "_build", ".git", "__pycache__")
        shutil.copytree(ROOT, ours, ignore=kept)
        figures += building(default, ours)
        with running_browser() as browser:
            html = Path("_build/html")
            figures += visiting(browser, ours / html, default / html)
            figures += painting(browser, ours / html, default / html)
            figures += clicking(browser, ours / html)
    figures += testing() + predicting() + minimising() + assigning()
    target = ROOT / "_build"
    target.mkdir(exist_ok=True)
    (target / "bench.md").write_text(table(figures) + "\n", encoding="utf-8")
    saved = json.dumps([asdict(figure) for figure in figures], indent=1)
    (target / "bench.json").write_text(saved, encoding="utf-8")
    print(table(figures))
    if over := over_budget(figures):
        raise SystemExit("\n".join(["Over their budget:", *over]))


if __name__ == "__main__":
    main()
