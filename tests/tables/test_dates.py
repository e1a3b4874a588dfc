"""Dates that say no more than the text: they sort, and never claim a day that is not there."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_paths.errors import CrisisPathsError
from crisis_paths.tables.dates import Precision, finer_than, first_day, last_day, parts

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
FORMS = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}


@given(DAYS, st.sampled_from(sorted(FORMS)))
def test_a_partial_date_spans_the_days_that_it_may_mean(day, form):
    written = day.strftime(FORMS[form])
    assert first_day(written) <= day <= last_day(written)
    for outside in (first_day(written) - timedelta(days=1), last_day(written) + timedelta(days=1)):
        assert outside.strftime(FORMS[form]) != written


@given(DAYS, DAYS, st.sampled_from(sorted(FORMS)))
def test_pairs_sort_as_the_days_do(one, other, form):
    earlier, later = sorted([one, other])
    first, second = (day.strftime(FORMS[form]) for day in (earlier, later))
    assert (first_day(first), last_day(first)) <= (first_day(second), last_day(second))


@given(DAYS)
def test_parts_say_what_is_written(day):
    assert parts(day.isoformat()) == (day.year, day.month, day.day)
    assert parts(day.strftime("%Y-%m")) == (day.year, day.month)
    assert parts(day.strftime("%Y")) == (day.year,)


@pytest.mark.parametrize(
    "written",
    ["", "20", "2020-13", "2020-00", "2021-02-29", "2020-6-19", "2020/06", "2020-06-19T10:00"],
)
def test_no_date_is_refused(written):
    with pytest.raises(CrisisPathsError, match=r"is no date: write 2020, 2020-06 or 2020-06-19"):
        parts(written)


@pytest.mark.parametrize(
    ("written", "precision", "finer"),
    [
        ("2020", "year", False),
        ("2020-06", "year", True),
        ("2020-06", "half", False),
        ("2020-06", "season", False),
        ("2020-06-19", "month", True),
        ("2020-06-19", "day", False),
    ],
)
def test_no_date_is_finer_than_its_precision(written, precision, finer):
    assert finer_than(written, Precision(precision)) is finer
