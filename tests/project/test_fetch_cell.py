"""On a machine without the book's package, as on Colab, a notebook fetches it first."""

import importlib.util
import re
import sys
from itertools import product

import ipywidgets
import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell
from tools import fetch_cell
from tools.notebooks import ROOT, notebooks

import environments
from every_explorer import EXPLORERS
from explorers.explorer import Explorer
from explorers.kernel import LiveExplorer

PAGES = [path for path in notebooks() if path.parent.name != "solutions"]
SOMEWHERE = "https://github.com/someone/book"


@pytest.fixture
def shell():
    """A notebook's shell whose ``%pip`` only writes down what it was asked."""
    shell, asked = InteractiveShell(), []
    shell.register_magic_function(asked.append, "line", "pip")
    shell.asked = asked
    return shell


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_first_code_cell_of_each_page_is_the_one_of_the_setting(path):
    cells = [c for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]
    assert cells[0].source == fetch_cell.source(fetch_cell.configured())
    assert cells[0].metadata.tags == fetch_cell.TAGS
    assert not [c for c in cells[1:] if c.source.startswith(fetch_cell.FIRST_LINE)]


def test_where_the_package_is_nothing_is_fetched(shell):
    shell.run_cell(fetch_cell.source(SOMEWHERE)).raise_error()
    assert shell.asked == []


def test_where_the_package_is_missing_it_is_fetched_from_the_setting(shell, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    shell.run_cell(fetch_cell.source(SOMEWHERE)).raise_error()
    assert shell.asked == [f'install -q "crisis-paths[views] @ git+{SOMEWHERE}"']


def test_while_no_address_is_known_nothing_is_fetched(shell, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    shell.run_cell(fetch_cell.source("")).raise_error()
    assert shell.asked == []


def test_a_new_address_replaces_the_old_one():
    notebook = nbformat.read(PAGES[0], as_version=4)
    before = len(notebook.cells)
    fetch_cell.put(notebook, SOMEWHERE)
    fetch_cell.put(notebook, SOMEWHERE + "2")
    assert len(notebook.cells) == before
    sources = [cell.source for cell in notebook.cells]
    assert sources.count(fetch_cell.source(SOMEWHERE + "2")) == 1
    assert fetch_cell.source(SOMEWHERE) not in sources


# What Colab brings along. Whoever installs over it breaks the session for what else runs there.
COLAB = {"pandas": "2.2.2", "altair": "5.5.0", "ipywidgets": "7.7.1", "markupsafe": "3.0.2"}


def test_on_colab_what_is_there_stays():
    """pip leaves alone what a requirement allows."""
    (extras,) = re.findall(r"crisis-paths\[([\w,]+)\]", fetch_cell.SOURCE)
    wanted = environments.asked(*extras.split(","))
    assert {one.name for one in wanted} == set(COLAB)
    assert [str(one) for one in wanted if not one.specifier.contains(COLAB[one.name])] == []


def test_where_ipywidgets_has_no_stacks_the_form_is_shown_and_a_widget_asks_the_kernel(monkeypatch):
    explorer = EXPLORERS["chain"]
    stacked = LiveExplorer(explorer)
    monkeypatch.delattr(ipywidgets, "Stack")
    shown = explorer._repr_mimebundle_()
    assert set(shown) == {"text/html", "text/plain"} and "<form" in shown["text/html"]
    asked = LiveExplorer(explorer)
    assert isinstance(asked.stack, ipywidgets.HTML)
    for setting in product(*(choice.values for choice in explorer.choices)):
        for name, value in zip(asked.controls, setting, strict=True):
            asked.controls[name].value = stacked.controls[name].value = value
        assert asked.panel().value == stacked.panel().value != ""


@pytest.mark.parametrize("on_colab", [False, True])
def test_on_colab_an_explorer_is_the_form_of_the_page(monkeypatch, on_colab):
    """Its widget manager knows no stacks; the form needs none."""
    if on_colab:
        monkeypatch.setitem(sys.modules, "google.colab", object())
    explorer: Explorer = EXPLORERS["path"]
    shown = explorer._repr_mimebundle_()
    assert "<form" in shown["text/html"]
    assert ("application/vnd.jupyter.widget-view+json" in shown) != on_colab
