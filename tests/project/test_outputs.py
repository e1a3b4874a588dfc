"""What the build has run, in kernels that are forked, is what is stored and what nbval compares."""

import json
from pathlib import Path

import nbformat
import pytest
from jupyter_cache import get_cache
from jupyter_cache.base import JupyterCacheAbstract
from tools.notebooks import main, notebooks

ROOT = Path(__file__).parents[2]
PAGES = [path for path in notebooks() if "solutions" not in path.parts]
WIDGETS = "application/vnd.jupyter.widget-state+json"


@pytest.fixture(scope="module")
def kept(book: Path) -> JupyterCacheAbstract:
    """What the build has run."""
    return get_cache(book.parent / ".jupyter_cache" / "now")


def run_by_the_build(kept: JupyterCacheAbstract, path: Path) -> nbformat.NotebookNode:
    return kept.merge_match_into_notebook(nbformat.read(path, as_version=4))[1]


def left_by_jupyter(notebook: nbformat.NotebookNode) -> str:
    """The notebook as somebody leaves it who ran it in Jupyter: some cells thrice, backwards."""
    notebook.metadata.update(
        kernelspec={"display_name": "My own", "language": "python", "name": "my-own"},
        toc={"base_numbering": 1},
    )
    for count, cell in enumerate(reversed(notebook.cells), 40):
        cell.metadata.update(collapsed=True, editable=True, jupyter={"source_hidden": True})
        if cell.cell_type == "code":
            cell.metadata.execution = {"shell.execute_reply": f"2031-01-01T00:00:{count}Z"}
            cell.execution_count = 3 * count
            for output in cell.outputs:
                output.execution_count = 3 * count
                output.metadata = {"scrolled": True}
    return json.dumps(notebook, indent=2)  # escapes, and another indent


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_a_chapter_that_is_run_again_is_the_same_to_the_byte(kept, tmp_path, capsys, path: Path):
    """Whatever Jupyter leaves in it is normalised, and what is so already is left alone."""
    file = tmp_path / "chapter.ipynb"
    file.write_text(left_by_jupyter(run_by_the_build(kept, path)), "utf-8")
    assert main(["--normalise", str(file)]) == 0
    assert capsys.readouterr().out.endswith("chapter.ipynb has been normalised.\n")
    assert file.read_bytes() == path.read_bytes()
    assert main(["--normalise", str(file)]) == 0
    assert capsys.readouterr().out == ""


def test_the_build_runs_widgets_too(kept):
    """Charts, the page's face of an explorer, and its widgets."""
    belarus = run_by_the_build(kept, ROOT / "chapters" / "cases" / "belarus.ipynb")
    assert "widgets" not in belarus.metadata  # their states, which no page uses
    text = json.dumps(belarus)
    assert all(word in text for word in ("vegalite", "data-explorer=", "widget-view+json"))


def test_every_run_has_told_what_it_has_opened(book: Path):
    """None is run again for a module with which it has nothing to do."""
    shelf = book.parent / ".jupyter_cache" / "shelf"
    told = [json.loads(path.read_text("utf-8"))["loads"] for path in shelf.glob("*.json")]
    assert len(told) == len(PAGES)
    modules = {p.relative_to(ROOT).as_posix() for p in ROOT.glob("src/crisis_paths/**/*.py")}
    opened = [len(modules & set(loads)) for loads in told]
    assert min(opened) > 0 and max(opened) < len(modules)
    ledger = [loads for loads in told if "src/crisis_paths/views/scrutiny/ledger.py" in loads]
    assert 0 < len(ledger) < len(told) / 3
