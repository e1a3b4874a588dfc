"""Ready links: they lead to an explorer of their page, and show what their modules find."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework import predict
from crisis_paths.scrutiny.readings import reading
from crisis_paths.tables.reading import folder
from crisis_paths.tables.schema import codebook
from crisis_paths.views.appendix.phrase_bank import phrase_columns
from crisis_paths.views.instructors.ready_links import READY, ready_links
from every_explorer import EXPLORERS
from explorers.links import setting_link

CHAPTERS = Path(__file__).parents[3] / "chapters"


class _Links(HTMLParser):
    """Another's parser: every address that a browser would find."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if (tag, name) == ("a", "href")]


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
    assert len({said.partition(" Shortest")[0] for said in shown}) == 5  # all it can say
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
