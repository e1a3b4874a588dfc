"""Explorers: one list of panels, two faces; and what they refuse."""

import re
from html.parser import HTMLParser

import ipywidgets
import pytest

from every_explorer import MAKERS
from explorers.explorer import MOST
from explorers.kernel import without_links


class _Balanced(HTMLParser):
    """Another's parser: every element that opens also closes, in order."""

    VOID = ("input", "br", "img", "hr", "meta", "link")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), (tag, attrs)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_the_html_is_balanced_and_has_no_ids(make):
    html = str(make().html())
    parser = _Balanced()
    parser.feed(html)
    assert parser.open == []
    assert " id=" not in html  # the same explorer may stand next to anything
    assert "<script" not in html and "http" not in html.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_no_explorer_holds_an_output(make):
    """Set back, a form makes one text of all the panels in its outputs, and for good."""
    assert "<output" not in make().html()


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_the_live_face_is_real_widgets_and_shows_the_same(make):
    explorer = make()
    live = explorer.widget()
    assert all(isinstance(c, ipywidgets.RadioButtons) for c in live.controls.values())
    many = explorer.combinations > MOST
    assert isinstance(live.stack, ipywidgets.HTML if many else ipywidgets.Stack)
    unmade = [choice for choice in explorer.choices if choice.start == "unset"]
    assert (live.panel() is None) == bool(unmade)
    for setting in explorer.settings():
        for name, value in setting.items():
            live.controls[name].value = value
        assert live.panel().value == without_links("\n".join(explorer.shown(setting)))


PANELS = re.compile(
    r'(<p class="explorer-when">[^<]*</p>)?\n'
    r'<(?:div|span) class="explorer-panel"((?: data-[^>]*)?)>'
)


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_each_leaf_that_wants_a_setting_says_so_in_words_before_it(make):
    """For text browsers, readers' views, saved and translated pages; a style hides the words."""
    explorer = make()
    html = str(explorer.html())
    panels = [panel for region in explorer.regions for panel in region.panels]
    found = PANELS.findall(html)
    assert len(found) == len(panels)
    for said, conditions in found:
        assert bool(said) == bool(conditions)
    assert f"[data-explorer={explorer.name}] .explorer-when{{display:none}}" in html


TOLD = [
    ("check-turmoil-role", "With: nothing chosen yet"),
    ("check-turmoil-role", "With: “that turmoil does not matter”"),
    ("path", "With: Your bet: the crisis will be (not chosen yet)"),
    ("path", "With: The state’s diplomatic balance is “continued”"),
    ("path", "And: The hegemon sees its control as “strong”"),
    ("path", "And: Your bet: the crisis will be “unmanageable”"),
    (
        "path",
        "With: Political turmoil in the state? “No” · Your bet: the crisis will be (any answer)",
    ),
    ("bench", "With: strong, continued: “manageable crises only”"),
    ("bench", "And: weak, adjusted: “unmanageable crises only”"),
    (
        "chance",
        "With: The condition “perceived control” or “political turmoil” · Your bet: it separates"
        " the crisis that got out of hand from the others (any answer)",
    ),
]


@pytest.mark.parametrize(("name", "words"), TOLD)
def test_a_setting_is_told_in_the_words_of_its_choices(name, words):
    assert f'<p class="explorer-when">{words}</p>' in str(MAKERS[name]().html())
