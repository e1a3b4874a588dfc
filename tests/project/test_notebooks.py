"""Notebooks: they hold outputs to compare, prose and short calls, and live widgets."""

import json
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from tools.chapter import UNWRITTEN
from tools.notebooks import main, normalised, notebooks, silent

from crisis_paths.framework import predict

ROOT = Path(__file__).parents[2]
NOTEBOOKS = [path.relative_to(ROOT).as_posix() for path in notebooks()]
PAGES = [name for name in NOTEBOOKS if not name.startswith("solutions/")]
LINES = 8

# Appended to a notebook: what the browser sends when a student plays, and what is then shown.
PROBE = """
import json
from ipywidgets.widgets.widget import _instances
live = _instances["MODEL"]
start, seen = live.setting, [" ".join(live.explorer.said(live.setting))]
for balance in ("continued", "adjusted"):
    for turmoil in ("yes", "no"):
        for control in ("strong", "weak"):
            for bet in ("manageable", "unmanageable"):
                made = {"balance": balance, "turmoil": turmoil, "control": control}
                bets = [c.name for c in live.explorer.choices if c.when and c.asked(start | made)]
                live.set_state({"setting": start | made | {name: bet for name in bets}})
                said = [live.setting[name] for name in (*made, *bets)]
                seen.append([said, " ".join(live.explorer.said(live.setting))])
print(json.dumps(seen))
"""


def read(name: str) -> nbformat.NotebookNode:
    return nbformat.read(ROOT / name, as_version=4)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_without_stored_outputs_is_refused(name):
    assert not silent(read(name)), f"{name} has no stored outputs; run: make notebooks"


def test_a_notebook_stripped_of_its_outputs_would_be_noticed():
    stripped = read(NOTEBOOKS[0])
    for cell in stripped.cells:
        cell.outputs = []
    assert silent(stripped)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_what_is_stored_is_normalised(name):
    assert normalised(read(name)) == read(name)


def test_files_are_looked_at_by_name(tmp_path, capsys):
    file = tmp_path / "silent.ipynb"
    cell = nbformat.v4.new_code_cell("1 + 1")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), file)
    assert main(["--check", str(file)]) == 1
    said = capsys.readouterr().out
    assert "silent.ipynb has no stored outputs; run: python -m tools.notebooks" in said
    assert main([str(file)]) == 0 and main(["--check", str(file)]) == 0


@pytest.mark.parametrize("name", ["nowhere.ipynb", "README.md"])
def test_what_is_no_notebook_is_refused(name, capsys):
    with pytest.raises(SystemExit):
        main([name])
    assert capsys.readouterr().err.endswith(
        f"{name} is no notebook; name files that end in .ipynb.\n"
    )


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_nothing_is_left_to_write(name):
    assert UNWRITTEN not in (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_cells_are_short_and_folded_and_carry_text(name):
    for cell in read(name).cells:
        if cell.cell_type != "code":
            continue
        assert len(cell.source.splitlines()) <= LINES, cell.source
        assert "hide-input" in cell.metadata.tags
        for output in cell.outputs:
            assert output.data["text/plain"].strip()
            assert "..." not in output.data["text/plain"][-4:]


@pytest.mark.timeout(120)
def test_in_a_live_kernel_the_explorer_is_widgets_that_show_what_predict_says():
    """The cell that shows it is run by itself: the chapter is run elsewhere."""
    notebook = read("chapters/argument/framework.ipynb")
    notebook.cells = [cell for cell in notebook.cells if "stage()" in cell.source]
    view = "application/vnd.jupyter.widget-view+json"
    client = NotebookClient(notebook, timeout=60)
    with client.setup_kernel():
        for index, cell in enumerate(notebook.cells):
            client.execute_cell(cell, index)
        shown = next(
            output.data[view]["model_id"]
            for cell in notebook.cells
            if "stage()" in cell.source
            for output in cell.get("outputs", [])
        )
        models = {state["_model_name"] for state in client.widget_state.values()}
        assert models == {"AnyModel", "LayoutModel"}
        probe = nbformat.v4.new_code_cell(PROBE.replace("MODEL", shown))
        notebook.cells.append(probe)
        client.execute_cell(probe, len(notebook.cells) - 1)
    before, *settings = json.loads(probe.outputs[0].text)
    assert "Bet first." in before and "data-path" not in before
    assert len(settings) == 16
    for (balance, turmoil, control, bet), panel in settings:
        path = predict(balance, control, turmoil=turmoil == "yes")
        assert f'data-path="{path.cell}"' in panel
        assert f"<strong>{path.outcome.value.capitalize()}.</strong>" in panel
        assert ("Your bet holds" in panel) == (bet == path.outcome)
