"""Agreement: published examples, what five cases do to it, and what is not defined."""

import math
import warnings
from collections import Counter
from enum import Enum
from fractions import Fraction
from itertools import combinations_with_replacement, product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from statsmodels.stats.inter_rater import cohens_kappa

from crisis_paths.errors import LONGEST, CrisisPathsError
from crisis_paths.framework.variables import Balance
from crisis_paths.scrutiny.agreement import Agreement, Doubt, agree, as_close
from crisis_paths.scrutiny.reliability import cohen, krippendorff

NAN = float("nan")


@st.composite
def sheets(draw):
    """Pairs of values of two coders: up to five values, up to sixty cases."""
    value = st.sampled_from("abcde"[: draw(st.integers(2, 5))])
    return draw(st.lists(st.tuples(value, value), min_size=1, max_size=60))


# Others’ programs as judges


@settings(deadline=None, max_examples=500)
@given(sheets())
def test_kappa_and_its_interval_are_those_of_statsmodels(pairs):
    found = agree(*zip(*pairs, strict=True))
    values = sorted({value for pair in pairs for value in pair})
    with np.errstate(invalid="ignore"):
        theirs = cohens_kappa([[pairs.count((a, b)) for b in values] for a in values])
    if found.kappa is None:
        assert math.isnan(theirs.kappa) and len(values) == 1
        return
    assert math.isclose(found.kappa, theirs.kappa, rel_tol=0, abs_tol=1e-9)
    if found.interval:
        ends = (theirs.kappa_low, theirs.kappa_upp)
        assert np.allclose(found.interval, ends, rtol=0, atol=1e-9)
    else:  # theirs is 0, or for rounding a little above or below, and nan with its root
        assert abs(theirs.var_kappa) < 1e-9
        alone = any(len(set(side)) == 1 for side in zip(*pairs, strict=True))
        assert alone or found.same in (0, found.units), "as the doubt says"


@settings(deadline=None, max_examples=500)
@given(sheets())
def test_alpha_is_that_of_nltk(pairs):
    found = agree(*zip(*pairs, strict=True))
    if found.alpha is None:  # theirs says 1 or stops
        assert len({value for pair in pairs for value in pair}) == 1
        return
    told = [(n, unit, pair[n]) for unit, pair in enumerate(pairs) for n in (0, 1)]
    assert math.isclose(found.alpha, AnnotationTask(told).alpha(), rel_tol=0, abs_tol=1e-9)


@settings(deadline=None)
@given(sheets(), st.randoms())
def test_neither_who_is_first_nor_the_order_of_cases_nor_names_matter(pairs, chance):
    found = agree(*zip(*pairs, strict=True))
    assert agree(*reversed(list(zip(*pairs, strict=True)))) == found
    named = [tuple("edcba"["abcde".index(value)] for value in pair) for pair in pairs]
    assert agree(*zip(*named, strict=True)) == found
    mixed = list(pairs)
    chance.shuffle(mixed)
    assert agree(*zip(*mixed, strict=True)) == found


# What is defined, and what is said where it is not


def test_with_three_values_every_answer_is_a_number_or_a_doubt():
    """Each way to fill a table of three by three with up to six cases."""
    kinds = Counter()
    for length in range(1, 7):
        for pairs in combinations_with_replacement(list(product("abc", repeat=2)), length):
            first, second = zip(*pairs, strict=True)
            found = agree(first, second)
            numbers = [found.kappa, found.alpha, *(found.interval or ())]
            assert all(number is None or math.isfinite(number) for number in numbers)
            assert (found.kappa is None) == (found.alpha is None) == (len({*first, *second}) == 1)
            assert found.interval or found.doubt
            alone = len(set(first)) == 1 or len(set(second)) == 1
            all_or_nothing = found.same in (0, length)
            assert (found.doubt is Doubt.NO_SPREAD) == (found.kappa is None)
            assert (found.doubt is Doubt.ONE_SIDED) == (alone and found.kappa is not None)
            assert found.interval is None or not alone
            assert (found.doubt is Doubt.NO_WIDTH) == (found.interval is None and not alone)
            assert found.doubt is not Doubt.NO_WIDTH or all_or_nothing
            kinds[found.doubt] += 1
    assert set(kinds) >= {*Doubt} and kinds.total() == 5004


def test_sheets_that_are_the_same_agree_fully():
    for length in range(1, 7):
        for sheet in product("abc", repeat=length):
            found = agree(sheet, sheet)
            if len(set(sheet)) == 1:
                assert found == Agreement(length, length, None, None, None, Doubt.NO_SPREAD)
            else:
                assert found == Agreement(length, length, 1.0, None, 1.0, Doubt.NO_WIDTH)
    assert agree("abbbbc", "abbbbc").doubt is Doubt.NO_WIDTH


def test_a_large_sheet_takes_no_longer_than_reading_it():
    found = agree(["a", "b", "b"] * 50_000, ["a", "b", "a"] * 50_000)
    assert (found.units, found.same, found.kappa) == (150_000, 100_000, 0.4)
    many = agree(range(2_000), [*range(1_999), 0])
    assert many.same == 1_999 and many.interval[0] > 0.99


def test_the_fractions_themselves():
    pairs = list(zip("01010", "01110", strict=True))
    assert cohen(pairs)[0] == Fraction(8, 13) and krippendorff(pairs) == Fraction(16, 25)
    assert cohen([("a", "a")]) is None and krippendorff([("a", "a")]) is None
    # one coder with one value: no more than chance, and no width
    assert cohen([("a", "a"), ("b", "a")]) == (0, 0)


# What counts as a value, as the same value, as none

ZEROS, BOTH = [0, 1, 0, 1, 0], [0, 1, 1, 1, 0]


def test_nought_is_a_value():
    found = agree("01010", "01110")
    assert (found.units, found.same) == (5, 4)
    assert (round(found.kappa, 3), found.alpha) == (0.615, 0.64)
    for kind in (list, tuple, pd.Series, np.array, iter, pd.Index):
        assert agree(kind(ZEROS), kind(BOTH)) == found
    for words in (float, bool, str, np.int8, np.float32, Fraction, pd.Timestamp):
        assert agree(list(map(words, ZEROS)), list(map(words, BOTH))) == found
    assert agree([value == 1 for value in ZEROS], BOTH) == found, "True is 1, as in Python"
    for column in ("int8", "Int64", "float", "Float64", "boolean", "category", "string", object):
        assert agree(pd.Series(ZEROS).astype(column), pd.Series(BOTH).astype(column)) == found


@pytest.mark.parametrize("left", [None, NAN, pd.NA, pd.NaT, np.float32("nan"), "", " ", "\u200b "])
def test_what_is_left_open_is_not_counted_whatever_stands_there(left):
    assert agree([left, "a", "b"], ["a", "a", "b"]) == agree("ab", "ab")
    assert agree([0, left, 1], [left, 1, 1]) == agree([1], [1])
    assert agree(pd.Series(["a", left, "b"], dtype=object), list("aab")) == agree("ab", "ab")
    assert agree(["b", "a", left], ["b", "b", "c"]).units == 2
    with pytest.raises(CrisisPathsError, match="no case that both"):
        agree([left], ["a"])


def test_an_open_case_of_a_column():
    assert agree([NAN, "a"], ["a", "a"]) == Agreement(1, 1, None, None, None, Doubt.NO_SPREAD)
    assert agree(pd.Series([1, None, 0]), [1, 1, 0]) == agree([1, 0], [1, 0])
    assert agree(pd.Series([True, None, False], dtype="boolean"), [1, 1, 0]).units == 2


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("weak", "Weak"),
        ("weak", " weak\ufeff"),
        ("caf\u00e9", "cafe\u0301"),
        ("adjusted", Balance.ADJUSTED),
        ("a", np.str_("A")),
        (1, True),
        (1, 1.0),
        (0, np.bool_(False)),
        (1, np.int64(1)),
        (("a", 1), ("a", 1)),
        (Enum("Kind", "ONE").ONE,) * 2,
    ],
)
def test_the_same_value_written_otherwise(word, same):
    assert agree([word], [same]).same == 1
    assert agree([same], [word]).same == 1


def test_cases_go_by_their_place_and_not_by_an_index():
    first = pd.Series(list("aabb"), index=list("wxyz"))
    second = pd.Series(list("aabb"), index=list("zyxw"))
    assert agree(first, second).same == 4


@pytest.mark.parametrize("pair", [(1, "1"), (True, "true"), ("a", ("a",)), ("0", 0.0)])
def test_words_are_not_compared_with_what_is_none(pair):
    for first, second in ([[pair[0]], [pair[1]]], [pair, pair], [[*pair, None], ["", *pair]]):
        with pytest.raises(CrisisPathsError, match="Some values are words and others are not"):
            agree(first, second)


@pytest.mark.parametrize(
    "given",
    [None, 3, 0.5, True, object(), len, {"a": 1}, {"a"}, b"ab", np.array(3), np.ones((2, 2)),
     pd.DataFrame({"a": [1]}), list],
    ids=lambda given: type(given).__name__,
)  # fmt: skip
def test_what_is_no_row_of_values_is_refused(given):
    for name, both in (("first", (given, "ab")), ("second", ("ab", given))):
        with pytest.raises(CrisisPathsError, match=f"^{name} has the type .+, but must give"):
            agree(*both)


@pytest.mark.parametrize("value", [[], ["a"], {}, set(), np.array([1, 2]), np.array("a")])
def test_a_value_that_is_several_is_refused_with_its_place(value):
    with pytest.raises(CrisisPathsError, match=r"^second: a value must .*\(case 2, 3\)\.$"):
        agree(["a", "a", "b"], ["a", value, value])
    with pytest.raises(CrisisPathsError, match=r"1, 2, 3, 4, 5 and 99995 more") as refused:
        agree([value] * 100_000, "a" * 100_000)
    assert len(str(refused.value)) < LONGEST


@pytest.mark.parametrize(
    ("units", "same"),
    [(5, -1), (5, 6), (-1, 0), (-2, -2), (5, True), (True, 1), (5.0, 4), (5, 4.0), (5, "4"),
     (None, 1), (5, NAN), ([5], 4)],
)  # fmt: skip
def test_how_many_come_as_close_is_asked_in_whole_numbers(units, same):
    with pytest.raises(CrisisPathsError, match=r"^(units|same) is .*, but must be "):
        as_close(units, same)


def test_numpy_s_whole_numbers_are_whole_numbers():
    assert as_close(np.int64(4), np.int8(3)) == as_close(4, 3) == (5, 16)
    assert as_close(0, 0) == (1, 1)


# Published examples


@pytest.mark.parametrize(
    ("first", "second", "alpha"),
    [
        # Krippendorff, Computing Krippendorff’s Alpha-Reliability (2011), examples A and B
        ("0100000010", "1110010000", 0.095),
        ("aabbdcccedda", "babbbccceddd", 0.692),
    ],
)
def test_alpha_as_krippendorff_works_it_out(first, second, alpha):
    assert round(agree(first, second).alpha, 3) == alpha


def test_kappa_by_hand():
    """Fifty cases, 35 alike, half and half against 30 to 20: (0.7 − 0.5) / (1 − 0.5)."""
    found = agree("y" * 25 + "n" * 25, "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15)
    assert (found.units, found.same, round(found.kappa, 10)) == (50, 35, 0.4)
    assert found.interval[0] > 0 and found.doubt is None


@pytest.mark.parametrize("pattern", ["cccaa cccca", "cccca cccaa", "aaaac aaacc", "ssssw sssww"])
def test_one_disagreement_among_five(pattern):
    """Four to one against three to two gives kappa .55, from about −.16 to past 1."""
    found = agree(*pattern.split())
    assert (found.units, found.same) == (5, 4)
    assert round(found.kappa, 2) == 0.55 and round(found.alpha, 2) == 0.57
    assert round(found.interval[0], 2) == -0.16 and 1.25 < found.interval[1] < 1.26
    assert found.doubt is Doubt.WIDE


def test_one_disagreement_among_five_is_worth_more_or_less_by_pattern():
    even = agree("cccaa", "ccaaa")
    assert round(even.kappa, 3) == 0.615 and round(even.interval[0], 3) == -0.007
    assert agree("ssssw", "sssss") == Agreement(5, 4, 0.0, None, 0.0, Doubt.ONE_SIDED)


@pytest.mark.parametrize("length", [1, 2, 5])
def test_one_value_on_both_sides_is_not_defined_and_says_so(length):
    found = agree("s" * length, "s" * length)
    assert found == Agreement(length, length, None, None, None, Doubt.NO_SPREAD)
    assert "not defined" in found.doubt.text


def test_no_number_is_ever_nan_and_nothing_warns():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for length in range(1, 6):
            for first, second in product(product("ab", repeat=length), repeat=2):
                found = agree(first, second)
                numbers = [found.kappa, found.alpha, *(found.interval or ())]
                assert not any(n is not None and math.isnan(n) for n in numbers)
                assert (found.kappa is None) is (set(first) == set(second) == {first[0]})
                assert found.interval or found.doubt, "an interval that is missing has a reason"
                assert found.interval is None or found.interval[0] < found.kappa < found.interval[1]
                # who agrees with whom does not matter, and full agreement alone gives 1
                assert agree(second, first) == found
                full = first == second and len(set(first)) > 1
                assert (found.kappa is not None and math.isclose(found.kappa, 1)) is full


def test_one_coder_with_one_value_gets_nothing_whatever_the_other_says():
    for second in product("ab", repeat=4):
        found = agree("aaaa", second)
        assert found.doubt in (Doubt.ONE_SIDED, Doubt.NO_SPREAD)
        assert not found.kappa and found.interval is None


def test_what_one_coder_left_open_is_not_counted():
    assert agree(["a", "", "b", "b"], ["a", "b", "", "b"]) == agree("ab", "ab")


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [("ab", "a", "has 2 cases and the other 1"), ("", "", "no case"), (["a"], [""], "no case")],
)
def test_what_cannot_be_compared_is_refused(first, second, says):
    with pytest.raises(CrisisPathsError, match=says):
        agree(first, second)


def test_how_many_sheets_come_as_close():
    for units in range(1, 6):
        sheets = list(product("ab", repeat=units))
        for same in range(units + 1):
            close = sum(sum(v == "a" for v in sheet) >= same for sheet in sheets)
            assert as_close(units, same) == (close, len(sheets))


@pytest.mark.parametrize(("second", "kappa"), [("abab", 1), ("baba", -1)])
def test_all_or_nothing_has_no_interval(second, kappa):
    found = agree("abab", second)
    assert (round(found.kappa, 9), found.interval, found.doubt) == (kappa, None, Doubt.NO_WIDTH)


def test_each_doubt_is_a_sentence_of_its_own():
    texts = {doubt.text for doubt in Doubt}
    assert len(texts) == len(Doubt) and all(text.endswith(".") for text in texts)
    assert agree("ccac", "ccca").doubt is Doubt.CHANCE
