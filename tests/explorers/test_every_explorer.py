"""Explorers: one list of panels, two faces; and what they refuse."""

import re
from html.parser import HTMLParser

import ipywidgets
import pytest

from every_explorer import MAKERS
from explorers.explorer import MOST
from explorers.kernel import LiveExplorer
from explorers.outputs import without_links


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
def test_the_html_is_balanced_and_its_ids_are_its_own(make):
    explorer = make()
    html = str(explorer.html())
    parser = _Balanced()
    parser.feed(html)
    assert parser.open == []
    own = f' id="{explorer.name}-'
    assert html.count(" id=") == html.count(own)  # it may stand next to any other explorer
    # a link may lead to a source elsewhere; nothing is asked for from there
    asked = re.sub(r'<a [^>]*href="https?://[^"]*"', "", html)
    assert "<script" not in asked and "http" not in asked.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_no_explorer_holds_an_output(make):
    """Set back, a form makes one text of all the panels in its outputs, and for good."""
    assert "<output" not in make().html()


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_without_anywidget_the_live_face_is_radio_buttons_and_shows_the_same(make):
    explorer = make()
    live = LiveExplorer(explorer)
    assert all(isinstance(c, ipywidgets.RadioButtons) for c in live.controls.values())
    asks = explorer.combinations > MOST or explorer.layout
    assert isinstance(live.stack, ipywidgets.HTML if asks else ipywidgets.Stack)
    unmade = [choice for choice in explorer.choices if choice.start == "unset"]
    assert (live.panel() is None) == bool(unmade and not asks)
    for setting in explorer.settings():
        for name, value in setting.items():
            live.controls[name].value = value
        assert live.panel().value == without_links("\n".join(explorer.said(setting)))


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
    ("path", "With: Small or medium state: its balance is “continued”"),
    ("path", "And: Regional hegemon: it sees its control as “strong”"),
    ("path", "With: Domestic forces: turmoil? “no”"),
    ("path", "And: Your bet on continued, strong: the crisis will be “unmanageable”"),
    ("bench", "With: strong, continued: “crises of both outcomes”"),
    ("bench", "And: weak, adjusted: “crises of both outcomes”"),
    (
        "chance",
        "With: The condition “perceived control” or “political turmoil” · Your bet: it separates"
        " the crisis that got out of hand from the others (any answer)",
    ),
]


@pytest.mark.parametrize(("name", "words"), TOLD)
def test_a_setting_is_told_in_the_words_of_its_choices(name, words):
    assert f'<p class="explorer-when">{words}</p>' in str(MAKERS[name]().html())
