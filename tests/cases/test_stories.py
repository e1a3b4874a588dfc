"""The stories rest on events and on background, and whoever is named in them has an entry."""

import re
from pathlib import Path

import nbformat
import pytest
from tools.citations import as_roles

from crisis_paths.cases.people import organisations, people
from crisis_paths.cases.stories import NAMED, Part, backing, elsewhere, lines
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.tables.reading import rows
from crisis_paths.tables.sources import Kind, sources_in

ROOT = Path(__file__).parents[2]
EVENTS = {row["event_id"]: row for row in rows("events")}
TOLD = [(case, part) for case in TABLE_2 for part in Part if lines(case, part)]
EACH = pytest.mark.parametrize(("case", "part"), TOLD)

# Words that would code a crisis, or tell its end, and stand nowhere before the bet.
CODING = re.compile(
    r"\b(balance\w*|continu\w*|adjust\w*|shift\w*|strong\w*|weak\w*|confiden\w*|control\w*"
    r"|manage\w*|contain\w*|out of hand|invasion|invade\w*|withdr\w*)\b",
    re.IGNORECASE,
)
LENGTHS = {
    Part.SHORT: (60, 80),
    Part.BEFORE: (120, 200),
    Part.AFTER: (150, 250),
    Part.WHOLE: (150, 250),
}
PHASES = {
    Part.SHORT: {"before"},
    Part.BEFORE: {"before"},
    Part.AFTER: {"after"},
    Part.WHOLE: {"before", "after"},
}


def test_the_four_crises_since_2020_have_three_tellings_and_2013_has_one():
    bet_on = [case for case in TABLE_2 if case != "ukraine_2013"]
    three = (Part.SHORT, Part.BEFORE, Part.AFTER)
    assert {*TOLD} == {(case, part) for case in bet_on for part in three} | {
        ("ukraine_2013", Part.WHOLE)
    }


@EACH
def test_a_telling_has_its_length(case, part):
    text = " ".join(line.text for line in lines(case, part))
    least, most = LENGTHS[part]
    assert least <= len(text.split()) <= most


@EACH
def test_each_line_rests_on_events_of_its_crisis_or_on_background(case, part):
    for line in lines(case, part):
        assert line.events or line.facts
        for name in line.events:
            assert EVENTS[name]["case"] == case
            assert EVENTS[name]["phase"] in PHASES[part], name


@EACH
def test_nothing_before_a_bet_codes_a_crisis_or_tells_its_end(case, part):
    if part in (Part.SHORT, Part.BEFORE):
        for line in lines(case, part):
            facts = [backing(name) for name in line.facts]
            assert CODING.findall(NAMED.sub("", line.text)) == []
            assert not [f.id for f in facts if re.search(r"2023|invaded|entered", f.text)]


@pytest.mark.parametrize("case", [case for case, part in TOLD if part is Part.AFTER])
def test_what_the_article_says_of_the_why_has_its_paragraphs(case):
    (why,) = (line for line in lines(case, Part.AFTER) if line.when.startswith("Why it "))
    section = TABLE_2[case].section
    assert "Gu Wei’s answer: " in why.text
    assert re.search(rf"\(section {section}, paragraphs \d( and \d| to \d)\)", why.text)


def test_every_background_fact_is_told_somewhere():
    told = {name for case, part in TOLD for line in lines(case, part) for name in line.facts}
    told |= {fact.id for fact in elsewhere()}
    assert {row["background_id"] for row in rows("background")} <= told
    assert all(backing(name).sources for name in told)


# A page that is no outlet of this kind itself may carry what one has written.
CARRIED = re.compile(r"^(Reuters|AFP|dpa|OHCHR|United Nations|European Commission)\b.* at ")


@pytest.mark.parametrize("name", ["background", "people", "organisations"])
def test_background_rests_on_official_agency_or_scholarly_sources(name):
    for row in rows(name):
        for source in sources_in(row):
            assert source.name and source.address
            assert source.kind in (Kind.OFFICIAL, Kind.AGENCY, Kind.SCHOLARLY) or (
                source.kind is Kind.PRESS and CARRIED.search(source.name)
            ), (row, source)


def prose() -> str:
    """What the pages of chapter 4 and chapter 1 say, in prose and stories, without citations."""
    found = [line.text for case, part in TOLD for line in lines(case, part)]
    found += [fact.text for fact in elsewhere()]
    pages = [*(ROOT / "chapters" / "cases").glob("*.ipynb")]
    for path in (*pages, ROOT / "chapters" / "argument" / "puzzle.ipynb"):
        cells = nbformat.read(path, as_version=4).cells
        text = as_roles("\n".join(cell.source for cell in cells if cell.cell_type == "markdown"))
        text = text.partition("## Where to read on")[0]
        found.append(re.sub(r"\{cite:\w\}`[^`]*`|\]\([^)]*\)|`[^`]*`", " ", text))
    return "\n".join(found)


# Words that have a capital and are no part of a person's name.
ORDINARY = {
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December", "Belarus", "Kyrgyzstan", "Kazakhstan", "Ukraine"),
    *("Russia", "Germany", "France", "Poland", "Armenia", "Azerbaijan", "Tajikistan", "Crimea"),
    *("Uzbekistan", "Donbas", "Donetsk", "Luhansk", "Minsk", "Bishkek", "Almaty", "Kyiv"),
    *("Moscow", "Washington", "Georgia", "China", "Lithuania", "Japan", "Latvia", "Petersburg"),
    *("United", "States", "Nations", "General", "Assembly", "European", "Union", "Council"),
    *("Central", "Asia", "Asian", "America", "North", "Europe", "Russian", "Soviet", "Cold"),
    *("War", "West", "Western", "Eurasian", "Economic", "Shanghai", "Cooperation", "Table"),
    *("Organisation", "Collective", "Security", "Treaty", "Organization", "Atlantic", "Valdai"),
    *("Discussion", "Club", "Normandy", "Gu", "Wei", "Figure", "President"),
}


def test_everybody_named_has_an_entry():
    known = {who.name for case in TABLE_2 for who in people(case)}
    run = r"(?<![-\w])[A-Z][a-zé]+(?:-[A-Z][a-z]+)?(?: [A-Z][a-zé]+(?:-[A-Z][a-z]+)?)+"
    for sentence in re.split(r"(?<=[.!?:*])\s+|\n", prose()):
        for found in re.findall(run, sentence):
            words = [word for word in found.split() if word not in ORDINARY]
            if len(words) > 1 and not sentence.startswith(found):
                assert " ".join(words) in known, sentence


def test_every_acronym_is_an_organisation_with_its_full_name():
    known = {*organisations()}
    for short in set(re.findall(r"\b[A-Z]{2,}\b", prose())) - {"US", "UK"}:
        assert short in known, short
        assert organisations()[short].name != short


def test_offices_stand_at_first_mention_before_the_bet():
    """Of whoever is named up to a cut-off, the same sentence says who that is."""
    said = re.compile(r"president|minister|secretary|rival|opposition leader|speaker", re.I)
    for case, part in TOLD:
        text = " ".join(line.text for line in lines(case, part))
        for who in people(case):
            if part in (Part.SHORT, Part.BEFORE) and who.name in text:
                first = next(s for s in re.split(r"(?<=[.!?])\s", text) if who.name in s)
                near = text[max(0, text.index(first) - 80) : text.index(first) + len(first)]
                assert said.search(near), (case, who.name)
