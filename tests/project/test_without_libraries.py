"""Without pandas, Altair and ipywidgets the book's Python is imported, and most of its cells run.

What needs one of them says so when it is called, by the package's own error.
"""

import json
import subprocess
import sys

import pytest

from bare_python import ROOT, code_cells

SHARE = 0.93  # of the pages' code cells, at least
SECONDS = 120  # some four of work; the machine may be busy
FRAME = 'A frame needs pandas; install it with: pip install "crisis-paths".'
CHART = 'A chart needs altair; install it with: pip install "crisis-paths[views]".'
WIDGET = "A widget needs ipywidgets; install it with: pip install ipywidgets."
EXERCISES = (
    "A notebook of exercises needs nbformat;"
    ' install it with: pip install "crisis-paths[instructor]".'
)

# The modules that need more to be imported, and what they say.
MODULES = {
    "crisis_paths.exercises.grading.autograded": EXERCISES,
    "crisis_paths.exercises.grading.course": EXERCISES,
    "crisis_paths.exercises.grading.nbgrader_cells": EXERCISES,
    "crisis_paths.exercises.grading.nbgrader_notebook": EXERCISES,
    "explorers.kernel": WIDGET,
    "explorers.live": "A live form needs anywidget; install it with: pip install anywidget.",
    "explorers.setting_trait": WIDGET,
}
# The cells that need more to run: page, last line, what they say.
CELLS = {
    (
        "appendix/codebook",
        'load("cases").set_index("case")[["balance", "control", "outcome"]]',
        FRAME,
    ),
    ("lab/flip", 'predict_frame(coded).set_index("case")[["note", "outcome"]]', FRAME),
    (
        "lab/flip",
        "beside(crisis, live)",
        "A list to choose from needs ipywidgets;"
        ' install it with: pip install "crisis-paths[views]".',
    ),
    ("argument/framework", "sorting_chart()", CHART),
    ("cases/belarus", 'to_scale("by-loan-promised", "ua13-loan-promised")', CHART),
    ("scrutiny/ledger", "waterfall()", CHART),
}


@pytest.fixture(scope="module")
def bare() -> dict:
    """What becomes of modules and cells where only the standard library and markupsafe are."""
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "bare_python.py"],
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def stored(page: str) -> list[str]:
    """What a page's notebook keeps of each cell: HTML if there is any."""
    outputs = [cell["outputs"] for cell in code_cells(ROOT / page)]
    kept = [found[-1]["data"] if found else {"text/plain": ""} for found in outputs]
    return ["".join(data.get("text/html") or data["text/plain"]) for data in kept]


def test_every_module_is_imported_or_says_what_it_needs(bare):
    assert len(bare["modules"]) > 150
    faults = {name: found for name, found in bare["modules"].items() if "fault" in found}
    told = {"MissingExtraError", "NoWidgetsError"}  # each package has its own
    assert {found["fault"] for found in faults.values()} <= told, faults
    assert {name: found["says"] for name, found in faults.items()} == MODULES


def test_nearly_every_cell_runs_and_the_others_say_what_they_need(bare):
    found = [
        (page.removeprefix("chapters/").removesuffix(".ipynb"), cell)
        for page, cells in bare["pages"].items()
        for cell in cells
    ]
    faults = [(page, cell) for page, cell in found if "fault" in cell]
    assert {cell["fault"] for _page, cell in faults} <= {"MissingExtraError"}, faults
    assert {(page, cell["line"], cell["says"]) for page, cell in faults} == CELLS
    assert 1 - len(faults) / len(found) >= SHARE


def test_what_runs_shows_what_the_notebook_keeps(bare):
    """A kernel with everything breaks long lines of plain values; else it is the same text."""
    assert len(bare["pages"]) > 25
    for page, cells in bare["pages"].items():
        for cell, kept in zip(cells, stored(page), strict=True):
            if "fault" not in cell:
                assert cell["shown"].split() == kept.split(), (page, cell["line"])
