"""Links to settings: the page's own form, refusals in a sentence, and ready ones that hold."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework import predict
from crisis_paths.scrutiny.readings import reading
from crisis_paths.tables.reading import folder
from crisis_paths.tables.schema import codebook
from crisis_paths.views.appendix.phrase_bank import phrase_columns
from crisis_paths.views.instructors.ready_links import READY, ready_links
from crisis_paths.views.kit.explorer import UNSET
from crisis_paths.views.kit.setting_links import setting_link, setting_words
from explorers import EXPLORERS

CHAPTERS = Path(__file__).parents[3] / "chapters"
LINKABLE = [name for name, explorer in EXPLORERS.items() if len(explorer.choices) > 1]


class _Links(HTMLParser):
    """Another's parser: every address that a browser would find."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if (tag, name) == ("a", "href")]


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
        ("page.html", "path", {"contol": "weak"}, "'contol'; it has: turmoil, balance, control"),
        ("page.html", "path", {"control": "shy"}, "'shy' for control; it has: strong, weak."),
        ("page.html", "path", {"control": UNSET}, "'unset' for control; it has: strong, weak."),
        ("page.html#top", "path", {}, "'page.html#top' has a #"),
        ("page.html", "window", {"end": "end-2013-11-30"}, "window has a single choice"),
        ("page.html", "check-the-hinge", {}, "check-the-hinge has a single choice"),
    ],
)
def test_what_no_page_could_restore_is_refused_in_a_sentence(page, name, setting, said):
    with pytest.raises(CrisisPathsError) as refused:
        setting_link(page, EXPLORERS[name], setting)
    assert said in str(refused.value)
    assert str(refused.value).endswith(".") and "\n" not in str(refused.value)


def test_a_setting_is_told_in_the_explorer_s_own_words():
    assert setting_words(EXPLORERS["bench"], {}) == "as it starts"
    assert setting_words(EXPLORERS["path"], {"balance": "adjusted", "control": "weak"}) == (
        "The state’s diplomatic balance is adjusted; The hegemon sees its control as weak"
    )


@pytest.mark.parametrize("name", READY)
def test_ready_links_lead_to_an_explorer_of_their_page(name):
    explorer, page = EXPLORERS[name], ready_links(name)
    parser = _Links()
    parser.feed(str(page.html))
    texts = [line.split(" | ")[0] for line in page.text.splitlines()]
    assert parser.found == texts and len(set(texts)) == len(READY[name].settings)
    for link, setting in zip(texts, READY[name].settings, strict=True):
        assert link == setting_link(urlsplit(link).path, explorer, setting)
        notebook = CHAPTERS / f"{urlsplit(link).path.removeprefix('../')}"
        stored = notebook.with_suffix(".ipynb").read_text("utf-8")
        assert f'data-explorer=\\"{name}\\"' in stored


def test_no_ready_link_places_the_bet_of_the_class():
    for ready in READY.values():
        assert not any("bet" in setting for setting in ready.settings)


def test_what_a_ready_setting_shows():
    """Written out from Tables 1 and 2; the page asks the modules."""
    shown = [line.split(" | ")[-1] for line in ready_links("path").text.splitlines()]
    assert shown == [
        "manageable; Table 2 has there: Belarus 2020, Kyrgyzstan 2020, Kazakhstan 2022",
        "manageable, less firmly; Table 2 has there: Ukraine 2013",
        "manageable; Table 2 has there: no case",
        "unmanageable; Table 2 has there: Ukraine 2022",
        "unmanageable; Table 2 has there: Ukraine 2022",
    ]
    shown = [line.split(" | ")[-1] for line in ready_links("minimise").text.splitlines()]
    assert shown == [
        "formula: weak and adjusted",
        "formula: weak",
        "formula: weak and adjusted",
        "formula: weak; or as well: no turmoil",
    ]


def test_all_four_cells_are_there_and_every_kind_of_end_on_the_bench():
    start = {"balance": "continued", "control": "strong"}
    found = [start | setting for setting in READY["path"].settings]
    cells = {predict(setting["balance"], setting["control"]).cell for setting in found}
    assert len(cells) == 4
    shown = [line.split(" | ")[-1] for line in ready_links("bench").text.splitlines()]
    assert len({said.partition(".")[0].partition(":")[0] for said in shown}) == 5  # all it can say
    assert [said.partition("Shortest: ")[2] for said in shown] == [
        "weak.",
        "weak and adjusted.",
        "weak.",
        "",
        "adjusted.",
        "weak; or as well: adjusted.",
        "weak.",
        "",
        "",
    ]


def test_what_the_readings_show_is_what_their_module_finds():
    for line, setting in zip(
        ready_links("readings").text.splitlines(), READY["readings"].settings, strict=True
    ):
        assert line.endswith("the framework fits") == reading(*setting.values()).keeps


def test_a_name_without_ready_settings_is_refused():
    with pytest.raises(CrisisPathsError, match=r"of 'benhc'; .* path, bench, minimise, readings\."):
        ready_links("benhc")


def test_the_columns_of_a_phrase_bank_are_the_codebook_s():
    fields = codebook(folder())["phrases"].fields
    lines = [line.split(" | ") for line in phrase_columns().text.splitlines()]
    assert [(name, said) for name, said, _allowed in lines] == [
        (field.name, field.description) for field in fields
    ]
    assert "{state}" in phrase_columns().html
