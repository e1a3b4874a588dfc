"""Whatever a caller gives, a function answers right or refuses it in a sentence."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.calls import CALLS, FUNCTIONS, INNER, SPOILT, TAKES, VALID

from crisis_paths.errors import LONGEST, CrisisPathsError
from crisis_paths.given import exact, flag, one_of, several, whole


def test_every_public_function_is_tried():
    told = {
        name for name in FUNCTIONS if name not in INNER and name.rpartition(".")[0] not in INNER
    }
    assert told == set(VALID)


@pytest.mark.parametrize(("name", "function", "good"), CALLS, ids=[name for name, *_ in CALLS])
def test_a_good_call_is_answered_and_a_spoilt_one_refused(name, function, good):
    function(**good)
    for parameter in good:
        for label, bad in SPOILT.items():
            if label in TAKES.get((name, parameter), set()):
                function(**good | {parameter: bad})
                continue
            try:
                answer = function(**good | {parameter: bad})
            except CrisisPathsError as refused:
                assert 10 < len(str(refused)) <= LONGEST, (parameter, label)
            else:
                pytest.fail(f"{parameter} = {label} was answered by {str(answer)[:200]}")


@given(st.one_of(st.text(), st.integers(), st.floats(), st.none(), st.lists(st.booleans())))
def test_a_flag_is_true_or_false_and_no_word_is(got):
    if isinstance(got, int | float) and got in (0, 1):
        assert flag("value", got) is (got == 1)
    else:
        with pytest.raises(CrisisPathsError, match=r"but must be one of: True, False\.$"):
            flag("value", got)


@pytest.mark.parametrize(
    ("got", "value"), [(np.True_, True), (np.False_, False), (np.int8(1), True)]
)
def test_a_flag_of_numpy_s(got, value):
    assert flag("value", got) is value


def test_one_alone_is_several():
    assert several("names", "AB", str, "names") == ("AB",)
    assert several("numbers", {1}, int, "numbers") == (1,)
    for bad in (None, 5, {"A": 1}, b"A"):
        with pytest.raises(CrisisPathsError, match=r"^names is .*, but must be names\.$"):
            several("names", bad, str, "names")
    with pytest.raises(CrisisPathsError, match=r"^numbers is '', but must be numbers\.$"):
        several("numbers", "", int, "numbers")
    with pytest.raises(CrisisPathsError, match=r"among them are: 0, 1, 2, 3, 4 and 95 more\.$"):
        several("names", range(100), str, "names")


def test_one_of_gives_back_the_one_there_is():
    assert one_of("x", "b", ["a", "b"]) == "b"
    with pytest.raises(CrisisPathsError, match=r"^x is 'c', but must be one of: a, b\.$"):
        one_of("x", "c", ["a", "b"])


def test_numbers_are_taken_as_they_are_written():
    assert exact(0.1) == Fraction(1, 10) and exact(np.float32(0.1)) == Fraction(1, 10)
    assert exact(np.int64(3)) == 3 and exact("3") is exact(float("inf")) is exact(True) is None
    assert whole("n", np.int64(3), 1, 5) == 3
