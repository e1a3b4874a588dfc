"""In a notebook a citation is a link that says author and year; on the page it is a citation."""

import re
from pathlib import Path

import nbformat
import pytest
from tools import citations
from tools.notebooks import ROOT, notebooks, read

PAGES = [path for path in notebooks() if path.parent.name != "solutions"]


def prose(path: Path) -> str:
    cells = nbformat.read(path, as_version=4).cells
    return "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_stored_notebook_shows_a_bare_key(path: Path):
    assert re.findall(r"\{cite[^`]*`[^`]*`", prose(path)) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_is_stored_is_what_the_bibliography_says(path: Path):
    """A name or an address that is mended there is stored anew."""
    stored = [cell.source for cell in nbformat.read(path, as_version=4).cells]
    assert [cell.source for cell in read(path).cells] == stored
    assert citations.as_links(citations.as_roles(prose(path)), path) == prose(path)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_link_leads_to_the_work_or_to_the_file_of_all_works(path: Path):
    for found in re.finditer(r"\]\(<?(\S+?)>? 'cite:[tp] ", prose(path)):
        address = found[1]
        there = (path.parent / address).resolve()
        assert address.startswith("http") or there == ROOT / "data" / "references.bib"


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("gu2024", "Gu Wei (2024)"),
        ("kortunov2020", "Kortunov (n.d.)"),
        ("baumgartnerthiem2020", "Baumgartner and Thiem (2020)"),
        ("yang2021", "Yang Jiucheng et al. (2021)"),
        ("nic2021", "National Intelligence Council (2021)"),
    ],
)
def test_a_work_is_named_as_people_name_it(key, told):
    assert citations.label(citations.works_by_key()[key], "t") == told


def test_both_ways_are_the_same_and_an_unknown_work_stays():
    text = "So {cite:t}`gu2024` says {cite:p}`nic2021`, but {cite:t}`nobody1900` does not."
    linked = citations.as_links(text, ROOT / "chapters" / "lab" / "x.ipynb")
    assert linked.startswith(
        "So [Gu Wei (2024)](../../data/references.bib 'cite:t gu2024') says [("
    )
    assert "{cite:t}`nobody1900`" in linked  # for the build to complain of
    assert citations.as_roles(linked) == text
    assert citations.as_links(linked, ROOT / "chapters" / "lab" / "x.ipynb") == linked
