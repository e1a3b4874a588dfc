"""However large or odd the input, a refusal is the package's own, short, and quick to come."""

import re
from pathlib import Path
from time import process_time

import pandas as pd
import pytest

from crisis_paths.errors import LONGEST, PLACES, QUOTED, CrisisPathsError, few, quoted
from crisis_paths.exercises.cli_parser import parser
from crisis_paths.exercises.make.generate import exercises
from crisis_paths.framework import predict, predict_frame
from crisis_paths.qca.solving import solve
from crisis_paths.qca.truth_table import TruthTable
from crisis_paths.scrutiny.crisis_sets import crisis_table
from crisis_paths.scrutiny.ledger import ledger
from crisis_paths.scrutiny.recoding import Recoding, recoded
from crisis_paths.scrutiny.robustness import effect, hypothetical

MANY, LONG = 20_000, "long " * 20_000
NAMES = [f"case {n}" for n in range(MANY)]


def coded(**columns) -> pd.DataFrame:
    good = {"case": NAMES, "A": ["yes"] * MANY, "Y": ["no"] * MANY}
    return pd.DataFrame(good | columns)


def from_cases(**columns) -> TruthTable:
    return TruthTable.from_cases(coded(**columns), ["A"], "Y")


def from_codings(value, key="A") -> TruthTable:
    return TruthTable.from_codings({n: {key: value(n), "Y": True} for n in NAMES}, ["A"], "Y")


def framed(words, count) -> pd.DataFrame:
    return predict_frame(pd.DataFrame({"balance": words, "control": ["weak"] * count}))


WIDE = pd.DataFrame([[1] * 5_000], columns=[f"column {n}" for n in range(5_000)])
CASES = [hypothetical("continued", "weak", "manageable", id=name) for name in NAMES[:300]]

# What is wrong, and how often its places may be named: five of a kind, and the rest counted.
REFUSED = {
    "one wrong word in many rows": (lambda: from_cases(A=["maybe"] * MANY), r"case \d+"),
    "many wrong words": (lambda: from_cases(A=[f"w {n}" for n in range(MANY)]), r"'w \d+'"),
    "many long words": (
        lambda: TruthTable.from_codings(
            {n: {"A": LONG + n, "Y": True} for n in NAMES[:100]}, ["A"], "Y"
        ),
        "'long",
    ),
    "nothing in any row": (lambda: from_cases(A=[None] * MANY), r"case \d+"),
    "cases that stand there twice": (
        lambda: from_cases(case=[f"case {n // 2}" for n in range(MANY)]),
        "appears in the frame",
    ),
    "long names": (
        lambda: TruthTable.from_cases([{"case": LONG, "A": 1, "Y": 1}] * 20, ["A"], "Y"),
        "appears in the frame",
    ),
    "an unknown column among many": (
        lambda: TruthTable.from_cases(WIDE, ["A"], "Y"),
        r"column \d+",
    ),
    "many conditions": (
        lambda: TruthTable.from_cases(WIDE, [f"set {n}" for n in range(5_000)], "Y"),
        r"'set \d+'",
    ),
    "many marks": (
        lambda: TruthTable.from_cases(WIDE, [f"~{n}" for n in range(5_000)], "Y"),
        "cannot be a set’s name",
    ),
    "names that are no texts": (
        lambda: TruthTable.from_cases(WIDE, list(range(5_000)), "Y"),
        r" \d+,",
    ),
    "a long set": (lambda: TruthTable.from_cases(WIDE, [LONG], "Y"), "'long"),
    "dictionaries with wrong values": (lambda: from_codings(lambda _n: 0.5), r"case \d+"),
    "dictionaries with many wrong values": (lambda: from_codings(lambda n: n), r"A is 'case"),
    "dictionaries without the set": (lambda: from_codings(bool, "B"), "is not coded by"),
    "many wrong words, a frame": (
        lambda: framed([f"w {n}" for n in range(100_000)], 100_000),
        r"'w \d+'",
    ),
    "many values that are no words": (
        lambda: framed([[n] for n in range(100_000)], 100_000),
        r"balance is \[",
    ),
    "one wrong word, a frame": (lambda: framed(["w"] * MANY, MANY), r"\d+, "),
    "no column among many": (lambda: predict_frame(WIDE), r"column \d+"),
    "a long word": (lambda: predict(LONG, "weak"), "'long"),
    "an expectation of many": (
        lambda: crisis_table().solutions(
            "intermediate", directional_expectations=dict.fromkeys(NAMES)
        ),
        "There is no condition",
    ),
    "a row of many": (lambda: crisis_table().row(dict.fromkeys(NAMES, True)), "case"),
    "a remainder with many cases": (
        lambda: TruthTable.from_codings(
            {n: {"A": True, "Y": True} for n in NAMES}, ["A"], "Y"
        ).with_remainder({"A": True}, True),
        r"case \d+",
    ),
    "contradictions": (
        lambda: solve(
            TruthTable.from_codings(
                {n: {"A": True, "Y": n[-1] == "0"} for n in NAMES}, ["A"], "Y"
            ).rows,
            "parsimonious",
            contradictions="refuse",
        ),
        r"case \d+",
    ),
    "crises of one name": (lambda: effect(cases=CASES + CASES), r"case \d+"),
    "a recoding of no case": (lambda: recoded(CASES, [Recoding(LONG, LONG)]), r"case \d+"),
    "many recodings": (lambda: effect(NAMES), "'case"),
    "long words for clues": (
        lambda: ledger("ukraine_2022", "agenda", changed={LONG: LONG}),
        "'long",
    ),
    "a long seed of nothing": (lambda: exercises("\u200b" * 100_000, 4), "seed"),
    "many kinds": (lambda: exercises("s", 4, NAMES), "'case"),
    "a long option": (lambda: parser().parse_args(["make", "--" + "x" * 100_000]), "--help"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_refusal_is_short_and_names_five_places_of_a_kind(what):
    refused, places = REFUSED[what]
    with pytest.raises(CrisisPathsError) as raised:
        refused()
    said = str(raised.value)
    assert len(said) <= LONGEST
    assert len(re.findall(places, said)) <= PLACES, said


@pytest.mark.parametrize(
    ("what", "counted"),
    [
        ("one wrong word in many rows", "Cases: case 0, case 1, case 2, case 3, case 4 and 19995"),
        ("many wrong words", "And 19995 more."),
        ("many wrong words, a frame", "And 99995 more."),
        ("one wrong word, a frame", "Rows: 0, 1, 2, 3, 4 and 19995 more."),
        ("cases that stand there twice", "And 9995 more."),
        ("an unknown column among many", "and 4995 more"),
        ("dictionaries with wrong values", "case 4 and 19995 more"),
        ("dictionaries without the set", "And 19995 more."),
        ("an expectation of many", "And 19995 more."),
    ],
)
def test_the_rest_is_counted(what, counted):
    with pytest.raises(CrisisPathsError) as raised:
        REFUSED[what][0]()
    assert counted in str(raised.value)


def test_many_wrong_words_are_refused_as_fast_as_right_ones_are_read():
    words = [f"w {n}" for n in range(100_000)]
    good = pd.DataFrame({"balance": ["adjusted"] * 100_000, "control": ["weak"] * 100_000})
    bad = good.assign(balance=words)
    begun = process_time()
    predict_frame(good)
    right = process_time() - begun
    with pytest.raises(CrisisPathsError):
        predict_frame(bad)
    assert process_time() - begun - right < right + 1


def test_all_faults_stand_in_one_refusal():
    df = pd.DataFrame({"case": ["a", "a", None], "A": [1, 2, "?"], "Y": [None, 1, 0]})
    with pytest.raises(CrisisPathsError) as raised:
        TruthTable.from_cases(df, ["A", "1", "B"], "Y")
    for part in (
        "'1' cannot be a set’s name",
        "no column '1', 'B'; it has: case, A, Y",
        "A case has no name.",
        "Case 'a' appears in the frame 2 times.",
        "A is 2",
        "A is '?'",
        "Y is missing",
    ):
        assert part in str(raised.value)


def test_no_case_is_lost():
    """Values of a calibration between 0 and 1 are no members and no strangers."""
    values = {"FR": {"A": 0.9, "Y": 0.8}, "UK": {"A": 0.2, "Y": 0.1}, "DE": {"A": 1, "Y": 1}}
    with pytest.raises(CrisisPathsError) as raised:
        TruthTable.from_codings(values, ["A"], "Y")
    assert "Cases: FR." in str(raised.value) and "Cases: UK." in str(raised.value)
    assert "DE" not in str(raised.value)
    kept = {name: row | {"A": row["A"] > 0.5, "Y": row["Y"] > 0.5} for name, row in values.items()}
    table = TruthTable.from_codings(kept, ["A"], "Y")
    assert sorted(case for row in table.rows for case in row.cases) == ["DE", "FR", "UK"]


@pytest.mark.parametrize("word", ["absent", "present", "no", "yes", "", "0", 2, None, [], 0.5])
def test_no_word_stands_for_presence_or_absence(word):
    table = crisis_table()
    empty = {"WEAK": True, "ADJUSTED": False}
    calls = [
        lambda: table.solutions("parsimonious", word),
        lambda: table.solutions("parsimonious", literals=word),
        lambda: table.fit(table.rows, word),
        lambda: table.row(empty | {"WEAK": word}),
        lambda: table.with_remainder(empty, "?" if word is None else word),
        lambda: table.rows[0].showing(word),
        lambda: table.rows[0].product.holds(empty | {"WEAK": word}),
        lambda: solve(table.rows, "parsimonious", word),
    ]
    for call in calls:
        with pytest.raises(CrisisPathsError, match="must be one of: True, False"):
            call()


def test_presence_and_absence_in_every_kind_of_bool():
    table = crisis_table()
    for yes, no in ((True, False), (1, 0), (pd.Series([True])[0], pd.Series([False])[0])):
        assert [str(s) for s in table.solutions("parsimonious", yes)] == ["WEAK"]
        assert [str(s) for s in table.solutions("parsimonious", no)] == ["~WEAK"]


@pytest.mark.parametrize("kind", ["conservative", "intermediate", "parsimonious"])
@pytest.mark.parametrize("expected", [[1, 1], {"LUCK": True}, {"WEAK": "yes"}, "WEAK", (1, 0)])
def test_expectations_are_read_whatever_is_asked(kind, expected):
    with pytest.raises(CrisisPathsError, match=r"expect|no condition"):
        crisis_table().solutions(kind, directional_expectations=expected)


def test_the_rows_of_a_table_are_all_there_or_refused():
    rows = crisis_table().rows
    for some in ((), rows[:3], (*rows, rows[0]), (*rows[:3], rows[0])):
        with pytest.raises(CrisisPathsError, match="every combination of the same conditions"):
            solve(some, "parsimonious")


def test_a_quotation_closes_and_few_counts():
    assert quoted("x" * 1_000)[-2:] == "…'" and len(quoted("x" * 1_000)) == QUOTED
    assert quoted(list(range(1_000)))[-2:] == "…]"
    assert few([LONG] * 7).endswith(" and 2 more") and len(few([LONG] * 7)) < 6 * QUOTED + 20


OWN = r"raise(?: (?:CrisisPathsError|MissingExtra|ModuleNotFound|unwritable|argparse\.A|from)|$)"


def test_every_exception_that_the_theory_raises_is_its_own():
    """Or passes on one that was: a missing module names itself, argparse says what was typed."""
    package = Path(__file__).parents[1] / "src" / "crisis_paths"
    for path in sorted(package.rglob("*.py")):
        lines = () if "views" in path.parts else path.read_text("utf-8").splitlines()
        raised = [line.strip() for line in lines if re.match(r"\s*raise\b(?! =)", line)]
        assert [line for line in raised if not re.match(OWN, line)] == [], path.name
