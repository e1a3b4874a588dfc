"""Somebody's own cases: read with every fault named, solved, compared, and handed on."""

import zlib
from base64 import urlsafe_b64encode
from random import Random

import pandas as pd
import pytest

from crisis_paths.errors import LONGEST, CrisisPathsError
from crisis_paths.framework.variables import Balance, Control
from crisis_paths.lab import link
from crisis_paths.lab.analysis import analyse
from crisis_paths.lab.changes import changes
from crisis_paths.lab.coders import side_by_side
from crisis_paths.lab.examples import EXAMPLES, example
from crisis_paths.lab.link import as_link, from_link
from crisis_paths.lab.own_cases import LARGEST, OwnCase, read
from crisis_paths.qca.solving import SolutionType
from crisis_paths.qca.truth_table import TruthTable
from crisis_paths.scrutiny.coding_sheet import CodingSheet
from crisis_paths.scrutiny.crisis_sets import codings, crisis_table
from crisis_paths.tables.reading import rows
from crisis_paths.words import name_key
from machine import within

BOATS = "case,STORM,LEAK,SANK\nAnna,1,1,1\nBerta,0,1,0\nClara,0,0,0\n"
VALUES = "must be one of: yes, no (True, False; 1, 0; 有, 无; 是, 否)."


def refused(*given, **named) -> str:
    with pytest.raises(CrisisPathsError) as refusal:
        read(*given, **named)
    return str(refusal.value)


def printed(formulas) -> list[str]:
    return [str(formula) for formula in formulas]


# -- reading -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        BOATS,
        BOATS.replace(",", ";"),
        BOATS.replace(",", "\t"),
        "\ufeff" + BOATS.replace("\n", "\r\n"),
        "sep=;\r\n" + BOATS.replace(",", ";"),
        BOATS.replace(",1", ",Yes").replace(",0", ",FALSE"),
        BOATS.replace("case,", " Case ,").replace("\n", ",,\n") + ",,,,,\n",
        BOATS.replace("1,1,1", '"1","1.0"," 1 "'),
        BOATS.replace("case", "案例").replace(",1", ",是").replace(",0", ",否"),
    ],
    ids=[*("commas", "semicolons", "tabs", "mark", "sep", "words", "margins", "quoted", "zh")],
)
def test_a_small_table_is_read_however_a_spreadsheet_writes_it(text):
    for source in (text, text.encode("utf-8")):
        found = read(source)
        assert found.conditions == ("STORM", "LEAK")
        assert found.outcome == "SANK"
        assert found.rows == (
            OwnCase("Anna", (True, True, True)),
            OwnCase("Berta", (False, True, False)),
            OwnCase("Clara", (False, False, False)),
        )


def test_frames_and_dictionaries_are_read_alike():
    plain = [{"case": case} | sets for case, sets in read(BOATS).codings.items()]
    assert read(plain) == read(pd.DataFrame(plain)) == read(BOATS)


def test_conditions_and_outcome_may_be_chosen():
    found = read(BOATS, conditions=["leak"], outcome="storm")
    assert (found.conditions, found.outcome) == (("LEAK",), "STORM")
    assert found.rows[1].values == (True, False)
    assert refused(BOATS, outcome="FOG") == (
        "cases: there is no column 'FOG'; there are: STORM, LEAK, SANK."
    )


def test_every_fault_is_named_at_once_a_sentence_each():
    text = "case,A,B\nx,1\n,1,1\ny,maybe,\ny,1,1\nY,0,0\n"
    assert refused(text, "mine").splitlines() == [
        "mine, line 2: it has 2 of 3 values.",
        "mine, line 3: case is missing, but each row needs one.",
        f"mine, line 4: A is 'maybe', but {VALUES}",
        f"mine, line 4: B is missing, but {VALUES}",
        "mine, line 5: case 'y' is already in line 4.",
        "mine, line 6: case 'Y' is already in line 4.",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "mine: one column must be headed “case”; the columns are: none."),
        ("a,b\n1,2\n", "mine: one column must be headed “case”; the columns are: a, b."),
        ("case,A\nx,1\n", "mine: there must be a column for a condition, and one for the outcome."),
        ("case,A,A,B\nx,1,1,1\n", "mine: two columns have one heading: A."),
        ("case,A,,B\nx,1,1,1\n", "mine: '' cannot be a set’s name: it must be a text that can be"),
        ("case,A*B,Y\nx,1,1\n", "mine: 'A*B' cannot be a set’s name: formulas are written with"),
        ("case,1,Y\nx,1,1\n", "mine: '1' cannot be a set’s name: in a formula 1 is always true"),
        ("case,A,B,C,D,E,F,G,Y\nx" + ",1" * 8, "mine: There are 7 conditions, but there must be 1"),
        ("case,A,Y\n", "mine: there is no case."),
        (f"case,{'A' * 41},Y\nx,1,1\n", "has 41 characters, but may have 40."),
        ("case,A,Y\nx,0.5,1\n", "mine, line 2: A is '0.5', but must be one of: yes, no"),
        ('case,A,Y\n"x,1,1\n', "mine, line 2: a quotation mark opens a value here and none closes"),
        (f"case,A,Y\n{'x' * 500},1,1\n", "has 500 characters, but may have 120."),
        ("case,A,Y\nx\ufffd,1,1\n", "the sign for a character that was lost"),
        (BOATS.encode("utf-16"), "mine is in UTF-16 (“Unicode Text”), not in UTF-8."),
        ("case,A,Y\nCôte,1,1\n".encode("cp1252"), "mine is not in UTF-8, as line 2 shows."),
        (5, "mine: give CSV text, a frame, or a list of dictionaries, not int."),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(text, fault):
    assert fault in refused(text, "mine")


def test_a_hundred_faults_stay_readable():
    told = refused("case,A,Y\n" + "".join(f"c{n},x{n},1\n" for n in range(199)))
    assert len(told) < LONGEST
    assert told.endswith("And 194 more.")


def test_two_hundred_cases_and_no_more():
    lines = [f"c{n},1,1\n" for n in range(201)]
    assert len(read("case,A,Y\n" + "".join(lines[:200])).rows) == 200
    assert refused("case,A,Y\n" + "".join(lines)) == (
        "cases has 201 cases, but at most 200 are taken; choose among them."
    )


@pytest.mark.parametrize(
    ("piece", "times"),
    [("c,1,1\n", 1_000_000), (b"\0", 50_000_000), ("\n", 50_000_000), ("x", LARGEST + 1)],
)
def test_what_is_far_too_large_is_refused_at_once(piece, times):
    huge = piece * times
    with within(0.2):
        assert "cases is too large: it has " in refused(huge)


def test_the_longest_text_that_is_read_is_refused_soon():
    with within(3):
        assert "99999 cases" in refused("x\n" * (LARGEST // 2))


def test_names_stay_as_they_are_typed_and_begin_no_formula_in_a_file():
    text = 'case,A,Y,note\n=1+1,1,0,"<b onclick=""x"">"\n@me,0,1,\n'
    found = read(text)
    assert [row.case for row in found.rows] == ["=1+1", "@me"]
    assert found.rows[0].note == '<b onclick="x">'
    assert b"\r\n'=1+1,yes,no," in found.csv()
    assert read(found.csv()) == found


def test_a_table_is_saved_and_read_again(tmp_path):
    path = read(BOATS).save(tmp_path / "mine.csv")
    assert read(path.read_bytes()) == read(BOATS)
    with pytest.raises(CrisisPathsError, match="exists already"):
        read(BOATS).save(path)


def test_a_coding_sheet_with_outcomes_is_read_in_the_framework_s_words():
    text = "case,balance,control,outcome\nA,adjusted,weak,unmanageable\nB,延续既往,强,manageable\n"
    found = read(text)
    assert found.sets == ("ADJUSTED", "WEAK", "UNMANAGEABLE")
    assert found.rows == (OwnCase("A", (True,) * 3), OwnCase("B", (False,) * 3))
    assert refused(text.replace("weak", "shaky")) == (
        "cases, line 2: control is 'shaky', but must be one of: strong, weak (强, 弱)."
    )
    assert CodingSheet.read(text.replace(",outcome", ",note")).rows[0].cell == "weak/adjusted"


def test_an_outcome_of_yes_and_no_is_a_set_of_its_own_name():
    assert read("case,A,outcome\nx,yes,no\n").sets == ("A", "outcome")


# -- analysis ------------------------------------------------------------------------------


def article() -> str:
    lines = ["case,WEAK,ADJUSTED,UNMANAGEABLE"]
    lines += [
        ",".join([case, *(str(int(sets[n])) for n in ("WEAK", "ADJUSTED", "UNMANAGEABLE"))])
        for case, sets in codings().items()
    ]
    return "\n".join(lines)


def test_the_article_s_five_cases_give_its_truth_table_and_formulas():
    found = analyse(read(article()))
    assert found.table == crisis_table()
    assert printed(found.conservative) == printed(found.intermediate) == ["WEAK*ADJUSTED"]
    assert printed(found.parsimonious) == ["WEAK"]
    assert printed(found.remainders) == ["WEAK*~ADJUSTED"]
    assert [p.path.outcome.value for p in found.predictions] == ["manageable"] * 4 + [
        "unmanageable"
    ]
    assert all(prediction.as_seen for prediction in found.predictions)


def test_the_framework_predicts_only_where_both_its_conditions_are():
    assert analyse(read(BOATS)).predictions == ()
    (one,) = analyse(read("case,weak,adjusted,turmoil,GONE\nx,1,1,0,1\n")).predictions
    assert (one.path.control, one.path.balance) == (Control.WEAK, Balance.ADJUSTED)
    assert (one.path.turmoil, one.as_seen) == (False, None)
    (other,) = analyse(read("case,WEAK,ADJUSTED,UNMANAGEABLE\nx,0,1,1\n")).predictions
    assert other.as_seen is False


# Published for each example: what is supposed of the remainders, and every formula that ties.
PUBLISHED = {
    ("lipset", "conservative"): ["DEV*~URB*LIT*STB + DEV*LIT*IND*STB"],
    ("lipset", "parsimonious"): ["DEV*STB"],
    ("lipset", "intermediate"): ["DEV*LIT*STB"],
    ("strikes", "conservative"): ["MARKET*FUND + SYMPATHY*~FUND"],
    ("regimes", "conservative"): ["CONFLICT + DEATH + CIA"],
    ("education", "parsimonious"): ["LEFT + GNP"],
    ("parliaments", "conservative"): [
        "ES*QU*~WS*WM + ES*QU*~WS*LP + ES*WS*WM*LP + ES*WS*~WM*~LP + ~ES*~WS*WM*LP"
    ],
    ("parliaments", "parsimonious"): ["ES*WM + ~ES*LP + QU*LP + WS", "ES*WM + QU*LP + WS + WM*LP"],
}


@pytest.mark.parametrize(("name", "kind"), PUBLISHED)
def test_the_published_solutions_come_out(name, kind):
    found = analyse(example(name)).solutions[SolutionType(kind)]
    assert printed(found) == PUBLISHED[name, kind]
    assert {(one.fit.consistency, one.fit.coverage) for one in found} == {(1, 1)}


def test_every_example_has_its_cases_and_its_work():
    assert {name: len(example(name).rows) for name in EXAMPLES} == {
        "lipset": 18,
        "strikes": 8,
        "regimes": 8,
        "education": 8,
        "parliaments": 14,
    }
    assert {row["example"]: row["work"] for row in rows("examples")} == {
        "lipset": "rihouxdemeur2009",
        "strikes": "ragin1987",
        "regimes": "ragin1987",
        "education": "baumgartner2009",
        "parliaments": "krook2010",
    }
    survived = {row.case for row in example("lipset").rows if row.values[-1]}
    assert survived == {
        *("Belgium", "Czechoslovakia", "Finland", "France", "Ireland", "Netherlands", "Sweden"),
        "United Kingdom",
    }


def test_the_absence_of_the_outcome():
    found = analyse(example("lipset"), False)
    assert printed(found.conservative) == ["DEV*LIT*IND*~STB + ~DEV*~URB*~IND"]
    assert printed(found.parsimonious) == ["~DEV + ~STB"]


def test_contradictory_rows_are_told_and_nothing_to_explain_is_no_error():
    found = analyse(read("case,A,Y\nx,1,1\ny,1,0\n"))
    assert printed(found.contradictory) == ["A"]
    assert printed(found.remainders) == ["~A"]
    assert found.nothing.startswith("No row has only cases with the outcome")
    assert not any(found.solutions.values())


def test_what_is_expected_decides_the_intermediate_solution():
    cases = example("lipset")
    nothing = analyse(cases, expected={})
    assert printed(nothing.intermediate) == printed(nothing.conservative)
    with pytest.raises(CrisisPathsError, match="There is no condition 'FOG'"):
        analyse(cases, expected={"FOG": True})


# -- recodings -----------------------------------------------------------------------------


def plainly(cases, value: bool) -> tuple[list[str], list[str]]:
    """The two kinds of formula by the truth table, with nothing taken from `changes`."""
    found = []
    for kind in ("conservative", "parsimonious"):
        try:
            found.append(printed(cases.table.solutions(kind, value)))
        except CrisisPathsError:
            found.append([])
    return tuple(found)


@pytest.mark.parametrize("value", [True, False])
def test_the_recodings_that_change_a_formula_are_those_that_do(value):
    chance = Random(20)
    for width, count in ((1, 3), (2, 5), (3, 8), (3, 14), (4, 9)):
        names = [f"C{n}" for n in range(width)]
        cases = read(
            [
                {"case": f"k{n}"} | {name: chance.random() < 0.5 for name in (*names, "Y")}
                for n in range(count)
            ]
        )
        before, found = plainly(cases, value), {}
        for row in cases.rows:
            for name in cases.sets:
                after = plainly(cases.recoded(row.case, name), value)
                if after != before:
                    found[row.case, name] = after
        told = changes(cases, value)
        assert (told.tried, told.untried) == (count * (width + 1), 0)
        assert {
            (one.case, one.name): (list(one.conservative), list(one.parsimonious))
            for one in told.found
        } == found


def test_a_recoding_that_puts_both_kinds_into_a_row_is_told():
    told = {(one.case, one.name): one for one in changes(read(BOATS)).found}
    assert told["Berta", "STORM"].contradicts
    assert not told["Anna", "LEAK"].contradicts
    assert not told["Berta", "STORM"].conservative
    assert str(told["Anna", "LEAK"]) == ("Anna, LEAK from yes to no: STORM*~LEAK; shortest STORM")


def test_five_conditions_and_thirty_cases_take_half_a_second():
    chance = Random(5)
    names = [*"ABCDE", "Y"]
    text = "case," + ",".join(names) + "\n"
    text += "".join(
        f"c{n}," + ",".join(chance.choice("01") for _ in names) + "\n" for n in range(30)
    )
    with within(0.5):
        found = analyse(read(text))
    assert found.tried == 180


def test_out_of_time_the_rest_is_counted():
    assert (changes(read(BOATS), seconds=-1).tried, changes(read(BOATS), seconds=-1).untried) == (
        0,
        9,
    )


def test_a_coding_that_is_not_there_cannot_be_flipped():
    with pytest.raises(CrisisPathsError, match="There is no coding 'FOG' of 'Anna'"):
        read(BOATS).recoded("Anna", "FOG")


# -- two coders ----------------------------------------------------------------------------


def test_two_coders_side_by_side():
    mine, yours = (
        read(BOATS, "me"),
        read(BOATS.replace("Berta,0", "berta,1") + "Dora,1,1,1\n", "you"),
    )
    found = side_by_side(mine, yours)
    assert found.differences == (("Berta", "STORM", False, True),)
    assert {name: (one.same, one.units) for name, one in found.agreement.items()} == {
        "STORM": (2, 3),
        "LEAK": (3, 3),
        "SANK": (3, 3),
    }
    assert round(found.agreement["STORM"].kappa, 2) == 0.4
    assert found.only == ((), ("Dora",))


def test_sets_go_by_name_whatever_their_order():
    yours = read("case,leak,storm,FOG\nAnna,1,1,1\n", "you")
    assert list(side_by_side(read(BOATS, "me"), yours).agreement) == ["STORM", "LEAK"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            BOATS.replace("na,", "x,").replace("Berta", "B").replace("Clara", "C"),
            "no case in common",
        ),
        ("case,FOG,ICE\nAnna,1,1\n", "no set in common"),
    ],
)
def test_coders_without_anything_in_common_are_told(text, fault):
    with pytest.raises(CrisisPathsError, match=fault):
        side_by_side(read(BOATS), read(text))


# -- links ---------------------------------------------------------------------------------


def test_a_link_brings_the_cases_and_no_note():
    noted = BOATS.replace("SANK\n", "SANK,note\n").replace("1\n", "1,secret\n")
    cases = read(noted.replace("0\n", "0,\n"))
    found = from_link(as_link(cases))
    assert found.codings == cases.codings
    assert not any(row.note for row in found.rows)
    assert as_link(cases) == as_link(read(BOATS))


def test_thirty_cases_fit_into_a_link_and_what_does_not_is_told():
    assert len(as_link(example("lipset"))) < 400
    chance = Random(1)
    names = ["".join(chance.choice("abcdefghijklmnop") for _ in range(100)) for _ in range(200)]
    with pytest.raises(CrisisPathsError, match="4000 are the most that is safe; save them as a"):
        as_link(read("case,A,Y\n" + "".join(f"{name},1,0\n" for name in names)))


def packed(data: bytes) -> str:
    return "cases=1." + urlsafe_b64encode(zlib.compress(data, 9)).decode().rstrip("=")


BOMB = packed(b"case,A,Y\n" + b"x" * 2_000_000)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "#",
            "cases=1.",
            "cases=2.AAAA",
            "cases=1.AAAA",
            "#cases=1.<script>",
            "x" * 9_999,
        ),
        as_link(read(BOATS))[:-9],
        as_link(read(BOATS)) + "AAAA",
        BOMB,
    ],
)
def test_a_link_that_is_broken_or_hostile_gets_one_sentence(text):
    with within(0.5), pytest.raises(CrisisPathsError) as refusal:
        from_link(text)
    assert str(refusal.value) == "The link holds no cases that can be read; ask for a new one."


def test_what_a_link_holds_is_read_as_a_file_is():
    with pytest.raises(CrisisPathsError, match="the link, line 2: A is 'maybe'"):
        from_link(packed(b"case,A,Y\nx,maybe,1\n"))
    with pytest.raises(CrisisPathsError, match="the link is not in UTF-8"):
        from_link(packed(b"case,A,Y\n\xff,1,1\n"))
    assert "history" in link.REVEALS


def test_any_table_comes_back_whole_from_file_and_link():
    chance = Random(7)
    for width in range(1, 7):
        names = [*"ABCDEF"[:width], "Y"]
        found = read(
            [{"case": f"é {n}"} | {k: chance.random() < 0.5 for k in names} for n in range(20)]
        )
        assert read(found.csv()) == found
        assert from_link(as_link(found)).rows == found.rows
        assert found.table == TruthTable.from_codings(found.codings, found.conditions, "Y")
        assert len({name_key(row.case) for row in found.rows}) == 20
