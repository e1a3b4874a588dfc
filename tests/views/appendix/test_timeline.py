"""The timeline of everything: a mark an event, its card what the table says, no two touching."""

from itertools import combinations

import pytest
from markupsafe import Markup

from crisis_paths.tables.reading import rows
from crisis_paths.views.appendix.timeline import DRAWN, case_label, multiples, timeline
from crisis_paths.views.cases.multiples import DOT, left_edges
from crisis_paths.views.cases.placing import NARROW, cut_off, placed
from crisis_paths.views.kit.dates import in_words
from crisis_paths.views.kit.palette import LANES
from explorers.choices import UNSET

EVENTS = {row["event_id"]: row for row in rows("events")}
CASES = pytest.mark.parametrize("case", DRAWN)
# of 168: counted in the table
COUNTS = {
    "belarus-2020": 34,
    "kyrgyzstan-2020": 26,
    "kazakhstan-2022": 32,
    "ukraine-2022": 41,
    "elsewhere": 35,
}


def test_every_event_has_one_mark_in_the_picture_of_its_crisis():
    found = timeline()
    assert {choice.name: len(choice.values) for choice in found.choices} == COUNTS
    assert sorted(value for choice in found.choices for value in choice.values) == sorted(EVENTS)


def test_each_card_is_what_the_table_says():
    found = timeline()
    nothing = {choice.name: UNSET for choice in found.choices}
    for choice in found.choices:
        for value in choice.values:
            event = EVENTS[value]
            told = [
                Markup(html).striptags() for html in found.shown(nothing | {choice.name: value})
            ]
            (card,) = (words for words in told if "arrow keys" not in words)
            actor = LANES[event["lane"]].label
            when = in_words(event["date_start"], event["date_end"])
            if choice.name == "elsewhere":
                when = f"{case_label(event['case'])}, {when}"
            said = f"{when} · {actor} {event['event']} (section {event['section']})"
            assert card == said and len(card) <= 320


def test_the_lists_have_every_event_with_its_place():
    listed = timeline().alternative
    for event in EVENTS.values():
        assert Markup.escape(event["event"]) in listed and event["anchor"] in listed
    assert listed.count("<li>") == len(EVENTS)


@CASES
@pytest.mark.parametrize("width", [NARROW, 340, 450, 700])
def test_no_two_marks_touch_and_each_keeps_to_its_side(case, width):
    (one,) = (m for m in multiples() if m.title == case_label(case))
    line = placed(case)
    edges = left_edges(line, width)
    for (dot, a), (other, b) in combinations(zip(one.dots, edges, strict=True), 2):
        if (dot.lane, dot.row) == (other.lane, other.row):
            assert abs(a - b) >= DOT, (dot.event["event_id"], other.event["event_id"])
    for dot, left in zip(one.dots, edges, strict=True):
        assert 0 <= left <= width - DOT
        later = dot.event["phase"] == "after"
        assert left >= line.cut * width if later else left + DOT <= line.cut * width


@CASES
def test_the_cut_off_stands_where_the_page_of_the_case_has_it(case):
    (one,) = (m for m in multiples() if m.title == case_label(case))
    assert one.cut == f"{placed(case).cut:.2%}" and cut_off(
        EVENTS[d.event["event_id"]] for d in one.dots
    )


def test_cases_have_names_that_readers_know():
    assert case_label("belarus_2020") == "Belarus 2020"
    assert case_label("regional") == "The region"
