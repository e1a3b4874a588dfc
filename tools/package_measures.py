"""The measures of the package: notebooks, prediction, minimisation, exercises."""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from tools.figures import Figure
from tools.measures import Measure, compared
from tools.notebooks import notebooks
from tools.workshop import ROOT, run

ROWS = 1_000_000
WIDTHS = range(2, 7)
COMPARED = 4  # conditions at which others minimise too
Table = tuple[frozenset[int], frozenset[int]]


def running(path: Path) -> Iterator[Figure]:
    """Measure running a notebook and comparing its outputs."""
    taken = run(sys.executable, "-m", "pytest", "-q", "--nbval", path)
    yield Figure(f"nbval {path.relative_to(ROOT)}", taken.seconds, "s")


def predicting() -> Iterator[Figure]:
    """Measure rows a second of predict_frame, on words in mixed case."""
    import numpy as np
    import pandas as pd

    from crisis_paths.framework import Balance, Control, predict_frame

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
    yield Figure("predict_frame, a million rows", taken, "s")
    yield Figure("predict_frame", ROWS / taken, "rows/s")


def _random_tables(width: int, count: int) -> list[Table]:
    """Draw rows with the outcome and rows without a case, at random but the same each time."""
    random = Random(width)
    tables = []
    for _ in range(count):
        kinds = [random.choice("+-?") for _ in range(2**width)]
        kinds[0] = "+"  # there is something to explain
        tables.append(
            tuple(frozenset(n for n, k in enumerate(kinds) if k == mark) for mark in "+?")
        )
    return tables


def _milliseconds(solve: Callable[[frozenset, frozenset], object], tables: list[Table]) -> float:
    start = time.perf_counter()
    for positive, free in tables:
        solve(positive, free)
    return (time.perf_counter() - start) / len(tables) * 1000


def minimising(width: int) -> Iterator[Figure]:
    """Measure truth tables of so many conditions; at 4 beside the faster of two others."""
    from crisis_paths.qca.boolean import minimise

    tables = _random_tables(width, 40)
    minimise.cache_clear()
    taken = _milliseconds(partial(minimise, width), tables)
    what = f"minimise, {width} conditions"
    if width == COMPARED:
        yield from compared(what, "ms", taken, lambda: _others(tables))
    else:
        yield Figure(what, taken, "ms")


def _others(tables: list[Table]) -> float:
    """Measure the faster of SymPy and setqca."""
    import sympy
    from setqca.minimize import qmc

    symbols = sympy.symbols(f"a:{COMPARED}")
    return min(
        _milliseconds(lambda p, f: sympy.SOPform(symbols, [*p], [*f]), tables),
        _milliseconds(lambda p, f: qmc.minimize({*p}, dont_cares={*f}, width=COMPARED), tables),
    )


def recoding(more: int) -> Iterator[Figure]:
    """Measure all recodings of the five cases, with so many conditions beside the two."""
    from crisis_paths.qca.boolean import minimise
    from crisis_paths.scrutiny.crisis_sets import VARIABLES
    from crisis_paths.scrutiny.recoding import DIMENSIONS
    from crisis_paths.scrutiny.robustness import effects

    sets = (*VARIABLES, *("TURMOIL",)[:more])
    minimise.cache_clear()
    start = time.perf_counter()
    count = len(effects(DIMENSIONS[: len(sets) + 1], conditions=sets))
    taken = (time.perf_counter() - start) * 1000
    yield Figure(f"{count} recodings, {len(sets)} conditions", taken, "ms")


def exporting() -> Iterator[Figure]:
    """Measure a thousand exercises in every form."""
    with tempfile.TemporaryDirectory() as place:
        made = ("make", "--seed", "b", "--count", "1000", "--out", Path(place, "set"))
        taken = run(_command("crisis-exercises"), *made)
    yield Figure("1000 exercises, all exports", taken.seconds, "s")


def checking() -> Iterator[Figure]:
    """Measure thirty submissions, beside nbgrader's own command."""
    own, nbgrader = _command("crisis-exercises"), _command("nbgrader")
    with tempfile.TemporaryDirectory() as place:
        course = Path(place, "course")
        run(own, "assignment", "--seed", "b", "--name", "ps1", "--out", course)
        run(nbgrader, "generate_assignment", "ps1", cwd=course)
        for n in range(30):
            shutil.copytree(course / "release" / "ps1", course / f"submitted/s{n:02}/ps1")
        options = ("--seed", "b", "--out", Path(place, "grades.csv"))
        yield from compared(
            "check of 30 submissions (beside nbgrader autograde)",
            "s",
            run(own, "check", "submitted", *options, cwd=course).seconds,
            lambda: run(nbgrader, "autograde", "ps1", cwd=course).seconds,
        )


def _command(name: str) -> Path:
    return Path(sys.executable).with_name(name)


def of_the_package() -> Iterator[Measure]:
    """Return the measures of this module, in order."""
    for path in notebooks():
        yield f"nbval {path.relative_to(ROOT)}", partial(running, path)
    yield "predict_frame", predicting
    for width in WIDTHS:
        yield f"minimise, {width} conditions", partial(minimising, width)
    for more in (0, 1):
        yield f"recodings, {2 + more} conditions", partial(recoding, more)
    yield "1000 exercises", exporting
    yield "check of 30 submissions", checking
