"""Agreement: published examples, what five cases do to it, and what is not defined."""

import math
import warnings
from itertools import product

import pytest

from crisis_paths.agreement import Agreement, Doubt, agree, as_close
from crisis_paths.errors import CrisisPathsError


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
