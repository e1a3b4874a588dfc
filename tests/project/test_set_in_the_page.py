"""A set made by the Python of a page has the bytes of the command's; a class is graded alike."""

import subprocess
import sys
from pathlib import Path

import pytest

from assigned import MADE, RECIPE, SEED
from crisis_paths.exercises.grading.nbgrader_notebook import source_notebook
from crisis_paths.views.instructors.answered import HERE
from project.test_in_the_page import by_node
from project.test_in_the_page import runtime as runtime  # a fixture

SEEDS = ("spring", "Grüße, 李娜", "kept to myself")
# what is run in both: by this Python, and by the page's
HASHES = """
from hashlib import sha256
from crisis_paths.views.instructors.answered import checked, made

def told(answer):
    files = ((one.name, sha256(one.content).hexdigest()) for one in answer.files)
    return answer.html, answer.said, sorted(files)
"""


def in_the_page(runtime: Path, folder: Path, *lines: str) -> list[str]:
    """What each line shows, run by node as a page would run it."""
    shown = by_node(runtime, folder, {"set": [HASHES, *lines]})["set"][1:]
    return ["".join(part["text"] for part in parts) for parts in shown]


def here(*lines: str) -> list[str]:
    space: dict = {}
    exec(HASHES, space)
    return [repr(eval(line, space)) for line in lines]


def test_sets_have_the_same_bytes_for_every_system(runtime, tmp_path):
    lines = [
        f"told(made({ {'seed': seed, 'count': '8'}!r}, {system!r}))"
        for seed in SEEDS
        for system in HERE
    ]
    assert in_the_page(runtime, tmp_path, *lines) == here(*lines)


def test_a_class_is_graded_alike(runtime, tmp_path):
    notebook = source_notebook(MADE, RECIPE.label(MADE))
    files = [
        {"name": "ana.ipynb", "content": notebook},
        {"name": "ben.ipynb", "content": notebook.replace(b'= \\"\\"', b'= \\"A\\"')},
        {"name": "torn.ipynb", "content": notebook[:500]},
    ]
    line = f"told(checked({ {'seed': SEED, 'submissions': files}!r}))"
    assert in_the_page(runtime, tmp_path, line) == here(line)


def test_canvas_is_refused_in_a_sentence(runtime, tmp_path):
    (said,) = in_the_page(runtime, tmp_path, "made({'seed': 's', 'count': '3'}, 'canvas')")
    assert "The export for Canvas needs text2qti; a page does not have it" in said


@pytest.mark.parametrize("module", ["text2qti", "nbformat", "pandas", "nbgrader"])
def test_neither_asks_for_what_a_page_does_not_have(module):
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.modules[{module!r}] = None\n{HASHES}\n"
            "from crisis_paths.views.instructors.answered import HERE\n"
            "[made({'seed': 's', 'count': '3'}, one) for one in HERE]",
        ],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-1000:]
