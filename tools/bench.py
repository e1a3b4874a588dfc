"""Measure the book beside a default Jupyter Book of the same notebooks, in one run.

    python -m tools.bench [--no-clone]

Seconds depend on the machine and its mood; the ratio of two of them, taken in the same run,
does not. What a figure stands beside is a default Jupyter Book; for minimising, the faster of
SymPy and setqca.

Each figure is printed as soon as it is there, and kept in _build/bench.md and _build/bench.json.
One that cannot be taken is told with the reason, and the others are taken all the same.
"""

import argparse
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from tools.daily_measures import of_a_day
from tools.figures import Report
from tools.measures import Measure, of_the_book
from tools.package_measures import of_the_package
from tools.workshop import ROOT, Workshop


def bench(measures: Iterable[Measure], folder: Path) -> Report:
    """Take one measure after the other."""
    report = Report(folder)
    for what, measure in measures:
        report.take(what, measure)
    return report


def main(arguments: list[str] | None = None) -> None:
    """Measure; the exit code says whether all could be taken and is within its budget."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--no-clone", action="store_true", help="leave out what a fresh clone is for"
    )
    cloned = not parser.parse_args(arguments).no_clone
    with Workshop() as shop:
        # one after the other: which pages there are is known once they are built
        measures = [of_the_book(shop), of_the_package()]
        if cloned:
            measures.insert(0, of_a_day(shop))
        report = bench(chain(*measures), ROOT / "_build")
    if wrong := report.verdict():
        sys.exit(wrong)


if __name__ == "__main__":
    main()
