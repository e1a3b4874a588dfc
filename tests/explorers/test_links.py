"""Links to settings: the page's own form, refusals in a sentence, and ready ones that hold."""

from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from every_explorer import EXPLORERS
from explorers.choices import UNSET
from explorers.errors import ExplorerError
from explorers.links import setting_link, setting_words

CHAPTERS = Path(__file__).parents[3] / "chapters"
LINKABLE = [name for name, explorer in EXPLORERS.items() if explorer.goes_back]


def chosen(link: str, name: str) -> dict[str, str]:
    """What a browser reads from the address: choices and values, in order."""
    fragment = urlsplit(link).fragment
    pairs = parse_qsl(fragment, strict_parsing=True) if fragment else []
    assert all(group.startswith(f"{name}-") for group, _value in pairs)
    return {group.removeprefix(f"{name}-"): value for group, value in pairs}


def test_the_address_is_the_one_that_the_page_writes():
    """The literal that the browser’s test reads from the address bar."""
    setting = {"ukraine-2013-outcome": "unmanageable", "belarus-2020-control": "weak"}
    assert setting_link("bench.html", EXPLORERS["bench"], setting) == (
        "bench.html#bench-belarus-2020-control=weak&bench-ukraine-2013-outcome=unmanageable"
    )


@settings(deadline=None)
@given(st.sampled_from(LINKABLE), st.data())
def test_only_what_differs_is_written_and_in_the_order_of_the_choices(name, data):
    explorer = EXPLORERS[name]
    start = {choice.name: choice.start for choice in explorer.choices}
    values = {c.name: st.sampled_from((*c.values, c.start)) for c in explorer.choices}
    setting = data.draw(st.fixed_dictionaries({}, optional=values))
    found = chosen(setting_link("page.html", explorer, setting), name)
    assert start | found == start | setting
    assert all(start[choice] != value for choice, value in found.items())
    order = [choice.name for choice in explorer.choices]
    assert list(found) == sorted(found, key=order.index)


@pytest.mark.parametrize(
    ("page", "name", "setting", "said"),
    [
        ("page.html", "path", {"contol": "weak"}, "'contol'; it has: balance, turmoil, control"),
        ("page.html", "path", {"control": "shy"}, "'shy' for control; it has: strong, weak."),
        ("page.html", "path", {"control": UNSET}, "'unset' for control; it has: strong, weak."),
        ("page.html#top", "path", {}, "'page.html#top' has a #"),
        ("page.html", "check-the-hinge", {"answer": "a"}, "check-the-hinge has no way back"),
    ],
)
def test_what_no_page_could_restore_is_refused_in_a_sentence(page, name, setting, said):
    with pytest.raises(ExplorerError) as refused:
        setting_link(page, EXPLORERS[name], setting)
    assert said in str(refused.value)
    assert str(refused.value).endswith(".") and "\n" not in str(refused.value)


def test_a_setting_is_told_in_the_explorer_s_own_words():
    assert setting_words(EXPLORERS["bench"], {}) == "as it starts"
    assert setting_words(EXPLORERS["path"], {"balance": "adjusted", "control": "weak"}) == (
        "Small or medium state: its balance is adjusted;"
        " Regional hegemon: it sees its control as weak"
    )
