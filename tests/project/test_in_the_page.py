"""Python in the page: every cell of the book, run in node by what a page would run it with.

What a build would write is made here and run; nearly all cells show what their notebook keeps, and
the others are named with the library that they need.
"""

import gzip
import json
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from bare_python import ROOT, code_cells
from livepage.runtime import TAG, TOLD, building, library, pinned
from machine import lacking

SHARE = 0.93  # of the pages' code cells, at least
SECONDS = 500  # some twenty of work; the machine may be busy
MOST = 5_500_000  # bytes that come after the click, packed as hosts do
# The cells that need more than a page has: page, last line, and the library.
NEED = {
    (
        "appendix/codebook",
        'load("cases").set_index("case")[["balance", "control", "outcome"]]',
        "pandas",
    ),
    ("lab/flip", 'predict_frame(coded).set_index("case")[["note", "outcome"]]', "pandas"),
    ("lab/flip", "beside(crisis, live)", "ipywidgets"),
    ("argument/framework", "sorting_chart()", "altair"),
    ("cases/belarus", 'to_scale("by-loan-promised", "ua13-loan-promised")', "altair"),
    ("scrutiny/ledger", "waterfall()", "altair"),
}


def pages() -> dict[str, list[dict]]:
    """The code cells of each page."""
    found = [*sorted(ROOT.glob("chapters/*/*.ipynb")), ROOT / "index.ipynb"]
    return {
        page.relative_to(ROOT).as_posix().removeprefix("chapters/").removesuffix(".ipynb"): (
            code_cells(page)
        )
        for page in found
    }


def kept(cell: dict) -> str:
    """What a notebook keeps of a cell: HTML if there is any."""
    if not cell["outputs"]:
        return ""
    data = cell["outputs"][-1]["data"]
    return "".join(data.get("text/html") or data["text/plain"])


@pytest.fixture(scope="module")
def runtime(once) -> Path:
    """The folder of files that a build would write."""
    settings = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))["sphinx"]["config"]
    packages = settings["livepage_runtime_packages"]
    code, _licences = building.taken(ROOT, settings["livepage_watch"], packages)

    def make(folder: Path) -> None:
        folder.mkdir()
        packed = pinned.archive(folder.with_suffix(".cache"))
        for name, content in building.made(packed, code, folder.with_suffix(".cache")).items():
            (folder / name).write_bytes(content)

    try:
        return once("runtime", make)
    except pinned.NotThereError as missing:
        return lacking(f"Python for pages cannot be had here: {missing}")


def by_node(runtime: Path, folder: Path, cells: dict[str, list[str]]) -> dict[str, list]:
    """What becomes of each cell of each page, run by node as a page would run it."""
    node = shutil.which("node")
    if node is None:
        lacking("there is no node to run the cells in")
    asked = folder / "pages.json"
    asked.write_text(json.dumps(cells))
    done = subprocess.run(
        [node, ROOT / "tests" / "cells_in_node.mjs", runtime, asked],
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def found(runtime: Path, tmp_path_factory) -> dict[str, list[list[dict]]]:
    """What becomes of each cell of each page."""
    sources = {page: ["".join(c["source"]) for c in cells] for page, cells in pages().items()}
    return by_node(runtime, tmp_path_factory.mktemp("cells"), sources)


def test_nearly_every_cell_shows_what_its_notebook_keeps(found):
    tried = [
        (page, cell, parts)
        for page, cells in pages().items()
        for cell, parts in zip(cells, found[page], strict=True)
    ]
    faults = {
        (page, cell["source"][-1], part["text"])
        for page, cell, parts in tried
        for part in parts
        if part["kind"] == "fault"
    }
    named = {
        (page, line, library)
        for page, line, says in faults
        for library in ("pandas", "altair", "ipywidgets")
        if f"needs {library};" in says
    }
    assert named == NEED, faults
    assert len(faults) == len(NEED), faults
    others = [
        (page, cell["source"][-1])
        for page, cell, parts in tried
        if not any(part["kind"] == "fault" for part in parts)
        and "".join(part["text"] for part in parts).split() != kept(cell).split()
    ]
    assert others == []
    assert len(tried) > 150
    assert 1 - len(faults) / len(tried) >= SHARE


def test_every_cell_that_readers_may_run_runs(found):
    tagged = [
        parts
        for page, cells in pages().items()
        for cell, parts in zip(cells, found[page], strict=True)
        if TAG in cell["metadata"].get("tags", ())
    ]
    assert tagged
    assert all(part["kind"] != "fault" for parts in tagged for part in parts)


def test_what_somebodys_own_lines_may_import_is_told(runtime):
    told = (runtime / "modules.txt").read_text().split()
    assert set(library.LINES) - {"math", "itertools"} <= {*told}  # these two are in the core


def test_what_comes_after_the_click_keeps_to_its_budget(runtime):
    loaded = [path for path in runtime.iterdir() if path.is_file() and path.name != TOLD]
    assert sum(len(gzip.compress(path.read_bytes(), 6)) for path in loaded) < MOST
