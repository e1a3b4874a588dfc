"""What a screen reader says of itself when a choice is made: something, and not too much."""

import pytest

from every_explorer import EXPLORERS
from explorers.explorer import Explorer
from explorers.panels import Panel

# A region is announced whole. Longer than this, nobody would wait for it: some twenty seconds.
LONGEST = 320
Setting = dict[str, str]


def _shown(explorer: Explorer, setting: Setting, *, live: bool) -> list[list[Panel]]:
    """The panels of the regions that are announced, or of the others, region by region."""
    whole = setting | {one.name: one.state(setting) for one in explorer.computed}
    regions = (region for region in explorer.regions if region.live is live)
    return [[panel for panel in region.panels if panel.fits(whole)] for region in regions]


def _settings(explorer: Explorer) -> list[Setting]:
    """Where a reader may stand: at the start, on the way, and with every choice made."""
    start = {choice.name: choice.start for choice in explorer.choices}
    last = explorer.settings()[-1]
    names = list(last)
    on_the_way = [start | {name: last[name] for name in names[:n]} for n in range(len(names))]
    return [*on_the_way, *explorer.settings()[:200]]


def _changes(explorer: Explorer, setting: Setting) -> list[Setting]:
    return [
        setting | {choice.name: value}
        for choice in explorer.choices
        if choice.asked(setting)
        for value in choice.values
        if value != setting[choice.name]
    ]


@pytest.mark.parametrize("name", EXPLORERS)
def test_whatever_changes_something_is_announced(name):
    """A new panel in a live region: whoever hears the page knows that it has changed."""
    explorer = EXPLORERS[name]
    for setting in _settings(explorer):
        heard, seen = (_shown(explorer, setting, live=live) for live in (True, False))
        for changed in _changes(explorer, setting):
            if _shown(explorer, changed, live=False) != seen:
                assert _shown(explorer, changed, live=True) != heard, (setting, changed)


@pytest.mark.parametrize("name", EXPLORERS)
def test_an_announcement_is_short(name):
    explorer = EXPLORERS[name]
    for setting in _settings(explorer):
        for region in _shown(explorer, setting, live=True):
            words = " ".join(" ".join(panel.html.striptags().split()) for panel in region)
            assert len(words) <= LONGEST, words


# A drawing says nothing by itself: whoever hears the page must hear that there is one now.
DRAWN = [name for name in EXPLORERS if name.startswith("coding-")]


def test_these_explorers_answer_with_a_drawing():
    drawing = '<div class="crisis-figure">'
    silent = {
        name
        for name, explorer in EXPLORERS.items()
        for region in explorer.regions
        if not region.live and any(drawing in panel.html for panel in region.panels)
    }
    assert silent == set(DRAWN)


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_that_appears_is_mentioned_in_what_is_announced(name):
    explorer = EXPLORERS[name]
    for setting in _settings(explorer):
        heard, seen = (_shown(explorer, setting, live=live) for live in (True, False))
        said = " ".join(panel.html.striptags() for region in heard for panel in region)
        drawn = [panel for region in seen for panel in region if "crisis-figure" in panel.html]
        assert ("The path is drawn below" in said) == bool(drawn), setting


TURNED = [
    ({}, "The framework fits. But a shorter formula does as well."),
    (
        {"belarus-2020-balance": "adjusted"},
        "Belarus 2020: balance adjusted. The framework fits. But a shorter formula does as well.",
    ),
    (
        {"kazakhstan-2022-control": "weak"},
        "Kazakhstan 2022: control weak. The framework fits. Neither condition would do alone.",
    ),
    (
        {"ukraine-2022-control": "strong", "ukraine-2022-outcome": "manageable"},
        "Ukraine 2022: control strong. Ukraine 2022: outcome manageable."
        " Nothing is left to explain. No crisis got out of hand.",
    ),
]


@pytest.mark.parametrize(("changed", "words"), TURNED)
def test_the_bench_says_what_was_recoded_and_what_follows(changed, words):
    """In one status: its words are never those of the setting before, though the verdict’s are."""
    explorer = EXPLORERS["bench"]
    setting = {choice.name: choice.start for choice in explorer.choices} | changed
    (heard,) = _shown(explorer, setting, live=True)
    said = " ".join(" ".join(panel.html.striptags() for panel in heard).split())
    assert said.startswith(words)
