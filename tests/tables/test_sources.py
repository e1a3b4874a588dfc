"""Facts are checked against pages of known outlets, seen on a day, or looked for in vain."""

import re

import pytest
from tools import check_data

from crisis_paths.errors import CrisisPathsError
from crisis_paths.tables import sources
from crisis_paths.tables.reading import rows
from crisis_paths.tables.sources import Kind, kind_of, sources_in, sources_of

# Sites that gather, copy or crowd-source what others found out.
NO_SOURCES = (
    "https://calendarz.com/on-this-day/november/23/rose-revolution",
    "https://www.liquisearch.com/president_of_ukraine",
    "https://historysnacks.io/event/mZKXf4G8",
    "https://infosurhoy.com/news/",
    "https://ukrgate.com/eng/?p=23501",
    "http://inozpress.kg/en/",
    "https://en.wikipedia.org/wiki/Timeline",
    "https://pledgetimes.com/the-expert",
    "https://www.exbulletin.com/world/1",
    "https://www.urdupoint.com/en/world/1",
    "https://readkong.com/page/1",
    "https://foreigndesknews.com/?p=695974",
    "https://docslib.org/doc/1",
    "https://www.scribd.com/document/1",
)
CHECK = {
    "check_id": "velia",
    "source": "TASS, 2031-01-01",
    "url_or_citation": "https://tass.com/world/1",
    "seen": "2031-01-02",
    "verdict": "agrees",
    "note": "",
}


@pytest.mark.parametrize("address", NO_SOURCES)
def test_no_site_that_gathers_what_others_found_is_an_outlet(address):
    assert kind_of(address) is None


def test_every_address_of_a_check_is_of_a_listed_outlet_and_was_seen():
    for check in rows("checks"):
        found = [source for source in sources_in(check) if source.address]
        assert all(source.kind for source in found), check["check_id"]
        assert bool(found) == bool(check["seen"]), check["check_id"]
        assert len({source.address for source in found}) == len(found)


def test_every_fact_was_looked_for():
    for check in rows("checks"):
        said = f"{check['found']} {check['note']}"
        assert not re.search("not looked|earlier reader|seen again|recalled", said, re.I), said
        if check["verdict"] == "unconfirmed":
            assert check["note"].startswith(check_data.LOOKED_FOR)
        else:
            assert sources_in(check)


def test_no_outlet_is_listed_that_nothing_uses():
    tables = ("checks", "background", "people", "organisations")
    used = {s.address for name in tables for row in rows(name) for s in sources_in(row)}
    for outlet in rows("outlets"):
        assert [address for address in used if outlet["host"] in address], outlet["host"]


def test_the_kinds_are_those_of_the_codebook_and_each_has_a_name():
    assert {row["kind"] for row in rows("outlets")} == set(Kind)
    assert [kind.label for kind in Kind] == ["official", "news agency", "scholarly", "press"]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://tass.com/world/1", Kind.AGENCY),
        ("http://en.special.kremlin.ru/events/1", Kind.OFFICIAL),
        ("https://www.BBC.com/news/1", Kind.PRESS),
        ("https://bbc.com./news/1", Kind.PRESS),
        ("https://centaur.reading.ac.uk/125188", Kind.SCHOLARLY),
        ("https://nottass.com/world/1", None),
        ("https://tass.com.example.org/world/1", None),
        ("Gu 2024, section 2.1", None),
        ("", None),
    ],
)
def test_an_outlet_is_known_by_the_end_of_its_host(address, kind):
    assert kind_of(address) is kind


def test_the_sources_stand_in_their_order():
    found = sources_of("kg-steps-down")
    assert [source.kind for source in found] == [Kind.OFFICIAL, Kind.AGENCY]
    assert found[1].address == "https://tass.com/world/1223741"
    assert sources_of("ua22-650-million") == ()
    assert sources_of("ge-name")[0].address == ""
    with pytest.raises(CrisisPathsError, match="There is no check 'velia'"):
        sources_of("velia")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, ""),
        ({"url_or_citation": "https://calendarz.com/1"}, "is of no outlet in outlets.csv"),
        ({"seen": ""}, "a day stands just where an address does"),
        ({"url_or_citation": "", "source": ""}, "a day stands just where an address does"),
        (
            {"url_or_citation": "", "source": "", "seen": ""},
            "source: is empty, but the verdict is 'agrees'",
        ),
        ({"source": "TASS; RT"}, "'RT' has no address"),
        ({"url_or_citation": "https://tass.com/1; https://rt.com/1"}, "has no name"),
        ({"verdict": "unconfirmed"}, "begins its note with 'Looked for, not found'"),
        ({"verdict": "unconfirmed", "note": "Looked for, not found: the day."}, ""),
    ],
)
def test_what_a_check_must_not_leave_out_is_said_before_it_is_committed(monkeypatch, change, said):
    tables = {"checks": (CHECK | change,), "outlets": rows("outlets")}
    for module in (check_data, sources):
        monkeypatch.setattr(module, "rows", tables.__getitem__)
    faults = list(check_data.source_faults())
    assert any(said in fault for fault in faults) if said else not faults
    assert all(fault.startswith("checks.csv, line 2, ") for fault in faults)


def test_a_slip_of_print_is_placed_where_it_stands():
    (check,) = [row for row in rows("checks") if row["check_id"] == "by-opposition"]
    assert check["found"].startswith("The same paragraph") and "next" not in check["found"]
