"""The contract between explorers and whoever publishes them, held from both sides."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from every_explorer import EXPLORERS
from explorers.contract import APPARATUS, ATTRIBUTES, CLASSES, FORM
from explorers.explorer import Explorer
from livepage.passes import apparatus

ROOT = Path(__file__).parents[2]
PUBLISHER = sorted(
    path for path in (ROOT / "src/livepage").rglob("*") if path.suffix in (".py", ".js", ".css")
)
NAME = re.compile(r"\bexplorer-[a-z-]+|\bdata-(?:explorer|choice|came-out|counts|within|room)\b")


def form(explorer: Explorer) -> BeautifulSoup:
    return BeautifulSoup(str(explorer.html()), "html.parser")


def classes(soup: BeautifulSoup) -> set[str]:
    used = {name for tag in soup.select("[class]") for name in tag["class"]}
    return {name for name in used if name.startswith("explorer")}


@pytest.mark.parametrize("explorer", EXPLORERS.values(), ids=EXPLORERS)
def test_a_form_is_as_the_contract_says(explorer):
    soup = form(explorer)
    (found,) = soup.select(FORM)
    assert found["data-explorer"] == explorer.name and found["aria-label"] == explorer.title
    assert classes(soup) <= set(CLASSES)
    known = {choice.name: {*choice.values, "unset"} for choice in explorer.choices}
    known |= {computed.name: {*computed.states} for computed in explorer.computed}
    fields = found.select("fieldset.explorer-choice")
    assert [field["data-choice"] for field in fields] == [c.name for c in explorer.choices]
    assert bool(found.select(".explorer-choices")) is not bool(explorer.layout)
    for field, choice in zip(fields, explorer.choices, strict=True):
        radios = field.select("label > input[type=radio]")
        assert {radio["name"] for radio in radios} == {f"{explorer.name}-{choice.name}"}
        assert [radio["value"] for radio in radios] == list(choice.values)
    regions = found.select(".explorer-region")
    said = [" ".join(one["class"][1:]).removeprefix("explorer-answer ") for one in regions]
    assert said == [f"region-{region.name}" for region in explorer.regions]  # laid out in order
    panels = found.select(".explorer-region .explorer-panel")
    assert len(panels) == sum(len(region.panels) for region in explorer.regions)
    for panel in panels:
        for element in (panel, *panel.find_parents()):
            if "explorer-region" in element.get("class", []):
                break
            for name, values in element.attrs.items():
                if name.startswith("data-"):
                    assert set(values.split()) <= known[name.removeprefix("data-")]
    ids = {tag["id"] for tag in found.select("[id]")}
    named = {f"{radio['name']}-{radio['value']}" for radio in found.select("input")}
    assert ids == named
    for place in found.select("[data-sets]"):
        assert set(place["data-sets"].split()) <= ids
    for label in found.select("label[for]"):
        assert label["for"] in ids
    assert len(found.select("button[type=reset]")) == explorer.goes_back


@pytest.mark.parametrize("explorer", EXPLORERS.values(), ids=EXPLORERS)
def test_every_bet_that_is_settled_is_counted_once(explorer):
    """In every setting as many marks are shown as bets have an answer there."""
    soup = form(explorer)
    marks = soup.select("[data-came-out]")
    named = ("bet", "answer", *(["crisis"] if explorer.name == "four-crises" else []))
    bets = [choice.name for choice in explorer.choices if choice.name.startswith(named)]
    assert bool(marks) == bool(bets) and {m["data-came-out"] for m in marks} <= {"held", "missed"}
    start = {choice.name: choice.start for choice in explorer.choices}
    for setting in (start, *explorer.settings()):
        whole = setting | {one.name: one.state(setting) for one in explorer.computed}
        shown = [mark for mark in marks if _shown(mark, whole)]
        assert len(shown) == sum(setting[name] != "unset" for name in bets), setting


def _shown(mark, setting: dict[str, str]) -> bool:
    conditions = (
        (name.removeprefix("data-"), values.split())
        for element in (mark, *mark.parents)
        for name, values in element.attrs.items()
        if name.startswith("data-")
    )
    return all(setting[name] in values for name, values in conditions if name in setting)


def test_the_contract_promises_nothing_that_no_explorer_keeps():
    soups = [form(explorer) for explorer in EXPLORERS.values()]
    assert set().union(*map(classes, soups)) == set(CLASSES)
    for name in ATTRIBUTES:
        assert any(soup.select(f"[{name}]") for soup in soups)


def test_the_publisher_knows_no_other_names():
    asked = {path.name: set(NAME.findall(path.read_text("utf-8"))) for path in PUBLISHER}
    for file, names in asked.items():
        assert names <= {*CLASSES, *ATTRIBUTES}, file
    assert "data-came-out" in asked["livepage-bets.js"] & asked["explorers.py"]
    # and it does ask for some: an empty list would prove nothing
    assert len(set().union(*asked.values())) >= 6


def test_the_publisher_s_own_little_book_keeps_the_contract():
    cells = json.loads((ROOT / "tests/livepage/book/explorer.ipynb").read_text("utf-8"))["cells"]
    html = "".join("".join(out["data"]["text/html"]) for c in cells for out in c.get("outputs", ())
                   if "text/html" in out.get("data", {}))  # fmt: skip
    soup = BeautifulSoup(html, "html.parser")
    assert soup.select(FORM) and classes(soup) <= set(CLASSES)
    assert soup.select(".explorer-panel") and soup.select(".explorer-alternative")


def test_both_sides_call_the_apparatus_alike():
    assert apparatus.CLASS == APPARATUS
    assert f".{APPARATUS}" in (ROOT / "src/livepage/static/livepage.css").read_text("utf-8")
