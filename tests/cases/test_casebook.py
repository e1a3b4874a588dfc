"""The case files of section 4, and until when 2013 can be called manageable."""

from itertools import chain, combinations, pairwise

import pytest

from crisis_paths.cases.casebook import VARIABLES, events, evidence, means, recoded, without
from crisis_paths.cases.window import ENDS, Sayable, known_by, sayable
from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework import predict
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.variables import Outcome
from crisis_paths.tables.reading import rows

SUBSETS = list(chain.from_iterable(combinations(VARIABLES, n) for n in range(3)))
CODED = (
    "turmoil",
    "balance",
    "control",
    "external_intervention",
    "hegemon_intervention",
    "outcome",
)


@pytest.mark.parametrize("case", TABLE_2)
def test_every_event_lies_before_or_after_the_turn(case):
    before, after = events(case, "before"), events(case, "after")
    assert before and after
    assert len(before) + len(after) == len(events(case))
    assert {row["event_id"] for row in events(case)} == {
        row["event_id"] for row in rows("events") if row["case"] == case
    }


def test_how_it_ended_is_not_among_the_facts_before_the_turn():
    hidden = {
        "by-calm": "belarus_2020",
        "by-west-limited": "belarus_2020",
        "kg-settled": "kyrgyzstan_2020",
        "kz-emergency-ends": "kazakhstan_2022",
        "ua13-contest": "ukraine_2013",
        "ua22-operation": "ukraine_2022",
    }
    for event, case in hidden.items():
        assert event in {row["event_id"] for row in events(case, "after")}


@pytest.mark.parametrize("case", TABLE_2)
def test_evidence_is_all_there_and_taken_away_one_by_one(case):
    found = [item for dimension in CODED for item in evidence(case, dimension).items]
    assert {item.id for item in found} == {
        row["coding_id"] for row in rows("codings") if row["case"] == case
    }
    for dimension in CODED:
        whole = evidence(case, dimension)
        for item in whole.items:
            left = without(case, dimension, item.id)
            assert {*whole.items} - {*left.items} == {item}
        assert without(case, dimension) == whole
        assert without(case, dimension, *(item.id for item in whole.items)).items == ()


@pytest.mark.parametrize("case", TABLE_2)
@pytest.mark.parametrize("names", SUBSETS, ids=lambda names: "+".join(names) or "nothing")
def test_a_turned_coding_is_asked_of_predict(case, names):
    coded = TABLE_2[case]
    balance = coded.balance.other if "balance" in names else coded.balance
    control = coded.control.other if "control" in names else coded.control
    assert recoded(case, *names) == predict(balance, control, turmoil=coded.turmoil)


def test_one_turned_coding_leaves_ukraine_2022_manageable_and_two_the_others_not():
    assert recoded("ukraine_2022").outcome is Outcome.UNMANAGEABLE
    for name in VARIABLES:
        assert recoded("ukraine_2022", name).outcome is Outcome.MANAGEABLE
    for case in ("belarus_2020", "kyrgyzstan_2020", "kazakhstan_2022"):
        assert recoded(case, *VARIABLES).outcome is Outcome.UNMANAGEABLE
    assert recoded("ukraine_2013", "control").outcome is Outcome.UNMANAGEABLE


def test_the_hegemon_s_means_as_the_article_dates_them():
    dates = {
        case: {name: [row["date_start"] for row in found] for name, found in means(case).items()}
        for case in TABLE_2
    }
    assert dates["kyrgyzstan_2020"] == {"statement": ["2020-10-06", "2020-10"]}
    assert dates["kazakhstan_2022"]["forces_sent"] == ["2022-01-06", "2022-01-13"]
    assert dates["ukraine_2013"] == {"money": ["2013"]}
    assert dates["ukraine_2022"]["military_operation"] == ["2022-02-24"]
    assert dates["belarus_2020"]["exercise"] == ["2020-09-14"]
    assert all(row["lane"] == "hegemon" for row in rows("events") if row["means"])


@pytest.mark.parametrize("ask", [events, lambda c: evidence(c, "balance"), recoded, means])
def test_an_unknown_crisis_is_refused_by_name(ask):
    with pytest.raises(CrisisPathsError, match="no crisis 'georgia_2003' in Table 2; there are"):
        ask("georgia_2003")


def test_until_when_one_can_say_manageable():
    assert [sayable(end).value for end in ENDS] == [
        *("yes", "yes", "yes", "yes"),
        *("doubtful", "doubtful", "no", "no", "no"),
    ]
    assert sayable("2014-02-26") is Sayable.YES
    assert sayable("2014-03-17") is Sayable.DOUBTFUL
    assert ENDS[0].startswith("2013-11") and ENDS[-1].startswith("2014-08")


def test_the_dates_within_the_window_only_grow_and_end_with_all_of_them():
    found = [[row["check_id"] for row in known_by(end)] for end in ENDS]
    for earlier, later in pairwise(found):
        assert later[: len(earlier)] == earlier
    assert found[0] == []
    dated = {r["check_id"] for r in rows("checks") if r["check_id"].startswith("ua13-")}
    assert set(found[-1]) == dated


@pytest.mark.parametrize("bad", ["2014", "2014-02", "2014-02-30", "soon", ""])
def test_what_is_no_day_is_refused(bad):
    with pytest.raises(CrisisPathsError, match="is no da"):
        sayable(bad)
