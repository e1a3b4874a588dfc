"""Recodings, cases left out or added, and what five cases can say by chance."""

from collections import Counter
from fractions import Fraction
from itertools import combinations, permutations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework import predict
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.scrutiny.recoding import DIMENSIONS, every_recoding
from crisis_paths.scrutiny.robustness import (
    Recoding,
    adding,
    chance,
    effect,
    effects,
    fits,
    formula,
    hypothetical,
    leave_one_out,
    recoded,
)
from crisis_paths.scrutiny.selection import Candidate, luck, separation
from machine import within

FIVE = tuple(TABLE_2.values())
SINGLE = {effect.recodings[0]: effect for effect in effects() if len(effect.recodings) == 1}


def test_as_the_article_codes_them():
    found = effect()
    assert found.cases == FIVE
    assert (found.conservative, found.parsimonious) == (("WEAK*ADJUSTED",), ("WEAK",))
    assert found.keeps and not found.needs_both and not found.contradicts
    assert not found.fills_the_empty_cell and not found.no_positive


def test_the_formula_is_the_framework_s():
    assert formula() == "WEAK*ADJUSTED"


def test_fifteen_recodings_or_twenty_and_all_pairs():
    assert len(every_recoding()) == 15 and len(every_recoding(dimensions=DIMENSIONS)) == 20
    assert len(effects()) == 15 + comb(15, 2) and len(effects(DIMENSIONS)) == 20 + comb(20, 2)
    assert len({frozenset(e.recodings) for e in effects(DIMENSIONS)}) == 210


# What each single recoding does: K the formula stands, B it now needs both conditions,
# C a contradiction, N no positive case is left, F the empty cell is filled.
EXPECTED = {
    ("belarus_2020", "balance"): "K",
    ("belarus_2020", "control"): "KBF",
    ("belarus_2020", "outcome"): "C",
    ("kyrgyzstan_2020", "balance"): "K",
    ("kyrgyzstan_2020", "control"): "KBF",
    ("kyrgyzstan_2020", "outcome"): "C",
    ("kazakhstan_2022", "balance"): "K",
    ("kazakhstan_2022", "control"): "KBF",
    ("kazakhstan_2022", "outcome"): "C",
    ("ukraine_2013", "balance"): "K",
    ("ukraine_2013", "control"): "C",
    ("ukraine_2013", "outcome"): "C",
    ("ukraine_2022", "balance"): "CF",
    ("ukraine_2022", "control"): "C",
    ("ukraine_2022", "outcome"): "CN",
}


@pytest.mark.parametrize(("recoding", "marks"), EXPECTED.items(), ids="-".join)
def test_each_single_recoding(recoding, marks):
    found = SINGLE[Recoding(*recoding)]
    told = {
        "K": found.keeps,
        "B": found.needs_both,
        "C": found.contradicts,
        "N": found.no_positive,
        "F": found.fills_the_empty_cell,
    }
    assert "".join(mark for mark, holds in told.items() if holds) == marks


def test_turmoil_is_not_in_the_formula():
    for case in TABLE_2:
        found = effect([Recoding(case, "turmoil")])
        assert found.keeps and found.parsimonious == ("WEAK",)


def test_without_ukraine_2013_the_conditions_cannot_be_told_apart():
    assert SINGLE[Recoding("ukraine_2013", "balance")].parsimonious == ("WEAK", "ADJUSTED")


def test_if_ukraine_2013_was_unmanageable_balance_is_the_shortest_answer():
    """The doubt of chapter 4.4: then every adjusted case got out of hand."""
    found = SINGLE[Recoding("ukraine_2013", "outcome")]
    assert found.conservative == found.parsimonious == ("ADJUSTED",)
    assert [case.id for case in found.against] == ["ukraine_2013"] and not found.contradictory


def test_two_cases_in_one_row():
    found = SINGLE[Recoding("ukraine_2013", "control")]
    assert [str(row) for row in found.contradictory] == ["WEAK*ADJUSTED"]
    assert found.conservative == found.parsimonious == () and not found.no_positive


def named(found) -> str:
    return "+".join(f"{recoding.case}-{recoding.dimension}" for recoding in found.recodings)


@pytest.mark.parametrize("found", effects(DIMENSIONS), ids=named)
def test_each_setting_is_what_it_says(found):
    """The flags against their plain meaning, written another way."""
    for case in found.cases:
        original, turned = (
            TABLE_2[case.id],
            {s.dimension for s in found.recodings if s.case == case.id},
        )
        for name in DIMENSIONS:
            assert (getattr(case, name) != getattr(original, name)) is (name in turned)
    against = [c for c in found.cases if predict(c.balance, c.control).outcome is not c.outcome]
    assert list(found.against) == against
    outcomes = {}
    for case in found.cases:
        outcomes.setdefault((case.control, case.balance), set()).add(case.outcome)
    lost = {cell for cell, seen in outcomes.items() if seen == {Outcome.UNMANAGEABLE}}
    both = (Control.WEAK, Balance.ADJUSTED)
    assert bool(found.contradictory) is any(len(seen) == 2 for seen in outcomes.values())
    assert found.keeps is (lost == {both} and not against)
    assert found.no_positive is all(c.outcome is Outcome.MANAGEABLE for c in found.cases)
    assert found.fills_the_empty_cell is ((Control.WEAK, Balance.CONTINUED) in outcomes)
    if found.needs_both:
        assert lost == {both}
        managed = {cell for cell, seen in outcomes.items() if Outcome.MANAGEABLE in seen}
        assert {(Control.WEAK, Balance.CONTINUED), (Control.STRONG, Balance.ADJUSTED)} <= managed


def test_how_many_settings_do_what():
    kept = Counter(len(found.recodings) for found in effects() if found.keeps)
    assert kept == {1: 7, 2: 20}
    needing = [found for found in effects() if found.needs_both]
    assert Counter(len(found.recodings) for found in needing) == {1: 3, 2: 15}
    assert Counter(len(found.recodings) for found in needing if found.keeps) == {1: 3, 2: 9}


def test_a_recoding_given_twice_counts_once_and_the_cases_stay_as_they_are():
    recoding = Recoding("ukraine_2022", "control")
    assert effect([recoding, recoding]) == effect([recoding])
    assert recoded(recoded(FIVE, [recoding]), [recoding]) == FIVE
    assert TABLE_2["ukraine_2022"].control is Control.WEAK


@pytest.mark.parametrize(
    "recoding", [Recoding("atlantis", "control"), Recoding("ukraine_2022", "mood")]
)
def test_unknown_recodings_are_refused(recoding):
    with pytest.raises(
        CrisisPathsError, match=f"no coding {recoding.dimension} of {recoding.case}"
    ):
        effect([recoding])


def test_leave_one_out():
    found = {case: (e.conservative, e.parsimonious) for case, e in leave_one_out().items()}
    usual = (("WEAK*ADJUSTED",), ("WEAK",))
    assert found == {
        "belarus_2020": usual,
        "kyrgyzstan_2020": usual,
        "kazakhstan_2022": usual,
        "ukraine_2013": (("WEAK*ADJUSTED",), ("WEAK", "ADJUSTED")),
        "ukraine_2022": ((), ()),
    }
    assert leave_one_out()["ukraine_2022"].no_positive


def test_adding_a_case_to_the_empty_cell():
    managed = adding(hypothetical("continued", "weak", "manageable"))
    assert managed.needs_both and managed.keeps and managed.fills_the_empty_cell
    lost = adding(hypothetical("continued", "weak", "unmanageable"))
    assert lost.conservative == ("WEAK",) and not lost.keeps
    assert [case.id for case in lost.against] == ["hypothetical"]


def test_two_cases_of_one_name_are_refused():
    with pytest.raises(CrisisPathsError, match="Two cases have one name"):
        adding(*[hypothetical("continued", "weak", "manageable")] * 2)


def test_one_in_five_by_chance():
    """Dealt out over five cases, one unmanageable outcome lands on the one weak case once."""
    dealt = list(permutations([True, False, False, False, False]))
    weak = [case.control is Control.WEAK for case in FIVE]
    assert Fraction(sum(list(d) == weak for d in dealt), len(dealt)) == chance() == Fraction(1, 5)


def test_which_conditions_fit_as_well():
    found = {fit.candidate.value: (fit.separates, str(fit.chance)) for fit in fits()}
    assert found == {
        "control": (True, "1/5"),
        "balance": (False, "0"),
        "turmoil": (True, "1/5"),
        "both": (True, "2/5"),
        "state": (False, "0"),
        "year": (False, "0"),
        "external": (False, "0"),
        "hegemon": (None, "1/4"),
    }


def test_what_the_article_leaves_open_is_not_guessed():
    assert [case.id for case in separation("hegemon").unknown] == ["ukraine_2013"]
    added = hypothetical("continued", "weak", "manageable")
    assert separation(Candidate.STATE, [*FIVE, added]).unknown == (added,)
    with pytest.raises(CrisisPathsError, match="candidate is 'luck', but must be one of: control"):
        chance(candidate="luck")


@given(st.lists(st.integers(1, 3), min_size=1, max_size=4), st.data())
def test_luck_is_a_count_of_all_ways(sizes, data):
    groups = [n for n, size in enumerate(sizes) for _ in range(size)]
    positives = data.draw(st.integers(0, len(groups)))
    ways = list(combinations(range(len(groups)), positives))
    hits = sum(
        all(len({n in way for n, g in enumerate(groups) if g == group}) == 1 for group in groups)
        for way in ways
    )
    assert luck(sizes, positives) == Fraction(hits, len(ways))


def test_all_settings_in_no_time():
    effects(DIMENSIONS)
    with within(0.25):  # a fifth of it as measured by make bench
        assert len(effects(DIMENSIONS)) == 210
