"""Events stand in the order of time, each in its lane, and no two labels touch."""

from itertools import combinations, pairwise

import pytest

from crisis_paths.cases.casebook import events
from crisis_paths.tables.dates import first_day
from crisis_paths.views.cases.placing import (
    LANE_ORDER,
    LETTER,
    MARK,
    NARROW,
    NUMBER,
    WIDE,
    Placed,
    cut_off,
    placed,
)

CASES = pytest.mark.parametrize(
    "case", ("belarus_2020", "kyrgyzstan_2020", "kazakhstan_2022", "ukraine_2022")
)


@CASES
def test_every_event_has_its_mark_and_its_number(case):
    line = placed(case)
    wanted = [e["event_id"] for e in events(case) if e["phase"]]
    assert sorted(m.event["event_id"] for m in line.marks) == sorted(wanted)
    assert [mark.number for mark in line.marks] == list(range(1, len(wanted) + 1))


@CASES
def test_what_has_a_day_stands_in_the_order_of_days_on_its_side_of_the_cut(case):
    line, cut = placed(case), cut_off(events(case))
    days = [(first_day(m.event["date_start"]), m.at) for m in line.marks if m.kind == "day"]
    assert all(a[1] <= b[1] for a, b in pairwise(sorted(days)))
    for mark in line.marks:
        assert 0 <= mark.at < 1
        assert (mark.at > line.cut) == mark.later == (mark.event["phase"] == "after")
        if mark.kind != "undated" and mark.later:
            assert first_day(mark.event["date_start"]) >= cut
        assert (mark.at > line.end) == (mark.kind == "undated")


def room(mark: Placed, width: int, label: float, *, flipped: bool) -> tuple[float, float]:
    at = mark.at * width
    return (at - label, at + 8) if flipped else (at - 8, at + label)


@CASES
@pytest.mark.parametrize("width", [WIDE, WIDE + 37, 2 * WIDE])
def test_no_two_labels_touch_in_words(case, width):
    line = placed(case)
    for one, other in combinations(line.marks, 2):
        if (one.lane, one.row) == (other.lane, other.row):
            (a, b), (c, d) = (
                room(
                    mark,
                    width,
                    LETTER * len(mark.event["short"]) + MARK if mark.worded else NUMBER,
                    flipped=mark.flipped,
                )
                for mark in (one, other)
            )
            assert b <= c or d <= a, (one.event["short"], other.event["short"])


@CASES
@pytest.mark.parametrize("width", [NARROW, 340, 700])
def test_no_two_numbers_touch(case, width):
    line = placed(case)
    for one, other in combinations(line.marks, 2):
        if (one.lane, one.narrow_row) == (other.lane, other.narrow_row):
            (a, b), (c, d) = (
                room(m, width, NUMBER, flipped=m.narrow_flipped) for m in (one, other)
            )
            assert b <= c or d <= a, (one.number, other.number)


@CASES
def test_the_months_fill_the_line_in_order(case):
    line = placed(case)
    assert line.ticks[0][1] == 0 and line.ticks[-1][2] == pytest.approx(line.end)
    for (_month, _left, right), (_next, left, _right) in pairwise(line.ticks):
        assert right == pytest.approx(left)
    assert all(line.rows(lane) >= 1 for lane in LANE_ORDER)


ORDER = {
    "belarus_2020": ["by-election", "by-result", "by-protests", "by-eu-summit", "by-help-asked"],
    "kyrgyzstan_2020": ["kg-election", "kg-rallies", "kg-annulled", "kg-resignations"],
    "kazakhstan_2022": ["kz-challenge", "kz-protests", "kz-protests-spread", "kz-request"],
    "ukraine_2022": ["ua22-zelenskyy-elected", "ua22-goodwill", "ua22-putin-call"],
}


@CASES
def test_what_has_no_day_stands_where_the_article_tells_it(case):
    numbers = {mark.event["event_id"]: mark.number for mark in placed(case).marks}
    told = [numbers[name] for name in ORDER[case]]
    assert told == sorted(told)
