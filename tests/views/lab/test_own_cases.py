"""What follows from somebody's own cases, as readers see it."""

import re

import pytest

from crisis_paths.errors import CrisisPathsError
from crisis_paths.lab.analysis import analyse
from crisis_paths.lab.coders import side_by_side
from crisis_paths.lab.examples import example
from crisis_paths.lab.own_cases import read
from crisis_paths.views.lab.own_cases import analysed, coders, compared, solved

THREE = "case,WEAK,ADJUSTED,UNMANAGEABLE\nA,no,no,no\nB,no,yes,yes\nC,yes,yes,yes\n"
HOSTILE = 'case,<script>x</script>,"Y"" onclick"\n"<img src=x onerror=alert(1)>",1,1\n&amp;,0,0\n'


def test_formulas_that_several_searches_find_are_shown_once():
    lines = solved(example("lipset")).text.splitlines()
    assert lines[0] == "Cases: 18. Combinations with cases: 9 of 32. Contradictory: 0."
    assert lines[1:4] == [
        "DEV*~URB*LIT*STB + DEV*LIT*IND*STB | nothing (conservative) | 1\xa0·\xa01",
        "DEV*LIT*STB | what is expected (intermediate) | 1\xa0·\xa01",
        "DEV*STB | anything (parsimonious) | 1\xa0·\xa01",
    ]
    (all_three,) = (line for line in solved(example("regimes")).text.splitlines()[1:2])
    assert all_three.startswith("CONFLICT + DEATH + CIA | nothing (conservative); what is expected")


def test_every_tie_is_shown():
    page = solved(example("parliaments"))
    found = [line.split(" | ")[0] for line in page.text.splitlines() if "parsimonious" in line]
    assert found == ["ES*WM + ~ES*LP + QU*LP + WS", "ES*WM + QU*LP + WS + WM*LP"]


def test_each_case_is_predicted_where_the_framework_can():
    lines = solved(THREE).text.splitlines()
    assert "A | ~WEAK*~ADJUSTED*~UNMANAGEABLE | manageable; it ended so" in lines
    assert "B | ~WEAK*ADJUSTED*UNMANAGEABLE | manageable, less firmly; it ended otherwise" in lines
    assert "C | WEAK*ADJUSTED*UNMANAGEABLE | unmanageable; it ended so" in lines
    assert "Predicted" not in solved(example("strikes")).html


def test_contradictory_rows_come_first_and_are_named():
    page = solved("case,A,B,Y\nx,1,1,1\ny,0,1,1\nz,0,1,0\n")
    body = page.html.partition("Truth table")[2]
    assert body.index("~A*") < body.index("A*<wbr>B</code></th><td>x")
    assert body.count("contradictory</small>") == 1
    assert "Contradictory: 1." in page.text


def test_with_nothing_to_explain_the_reason_is_told():
    assert "so there is nothing to explain." in solved("case,A,Y\nx,1,0\n").text


def test_time_that_ran_out_is_told():
    page = analysed(analyse(read(THREE), seconds=-1))
    assert "There was no time for 9 others." in page.text


def test_what_somebody_typed_is_text_and_never_markup():
    for page in (solved(HOSTILE), coders(HOSTILE, HOSTILE.replace("1,1", "0,1"))):
        tags = set(re.findall(r"<(/?[a-z]+)", page.html))
        assert not tags & {"script", "img", "iframe", "style"}
        assert not re.search(r"<[^>]*\bon[a-z]+=", page.html)
    assert "&lt;img src=x" in solved(HOSTILE).html
    assert "&amp;amp;" in solved(HOSTILE).html


def test_a_long_word_may_be_broken():
    page = solved(f"case,A,Y\n{'x' * 120},1,1\n")
    assert not re.search("x{17}", page.html)
    assert "x" * 120 in page.text


def test_two_coders_are_compared_set_by_set():
    one = read(THREE, "me")
    other = read(THREE.replace("A,no", "A,yes").replace("C,", "D,"), "you")
    lines = compared(side_by_side(one, other)).text.splitlines()
    assert lines[1:3] == [
        "ADJUSTED | 2 of 2 | 1.00 | 1.00",
        "UNMANAGEABLE | 2 of 2 | 1.00 | 1.00",
    ]
    assert lines[0].startswith("WEAK | 1 of 2 | ")
    assert "Only me has: C." in lines and "Only you has: D." in lines
    assert lines[-1] == "A | WEAK | no | yes"


def test_faults_are_told_for_the_table_that_has_them():
    with pytest.raises(CrisisPathsError, match="the other, line 2: WEAK is 'x'"):
        coders(THREE, THREE.replace("A,no", "A,x"))
