"""Truth tables and their formulas: the article's, the textbooks', and any other."""

from fractions import Fraction
from itertools import combinations, product
from random import Random

import numpy as np
import pandas as pd
import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st
from setqca.minimize import qmc

from crisis_paths.errors import CrisisPathsError
from crisis_paths.qca.boolean import holds, minimise, primes
from crisis_paths.qca.covers import LIMIT, cheapest
from crisis_paths.qca.formulas import Kind, Product
from crisis_paths.qca.solving import SolutionType
from crisis_paths.qca.truth_table import TruthTable
from crisis_paths.scrutiny.crisis_sets import codings, crises, crisis_table, predicted
from machine import within

EMPTY = {"WEAK": True, "ADJUSTED": False}
THREE = ("WEAK", "ADJUSTED", "TURMOIL")


def printed(solutions) -> list[str]:
    return [str(solution) for solution in solutions]


def table_of(text: str, conditions: str, outcome: str = "Y") -> TruthTable:
    """A table written as ``101 1 a,b``: a combination, the outcome, the cases that show it."""
    found = {}
    for line in text.split("\n"):
        if line.strip():
            digits, result, cases = line.split()
            for case in cases.split(","):
                values = dict(zip(conditions.split(), (d == "1" for d in digits), strict=True))
                found[case] = values | {outcome: result == "1"}
    return TruthTable.from_codings(found, conditions.split(), outcome)


# -- the article ---------------------------------------------------------------------------


def test_the_rows_of_table_2():
    rows = {str(row): (row.kind.value, row.cases) for row in crisis_table().rows}
    assert rows == {
        "WEAK*ADJUSTED": ("consistent positive", ("ukraine_2022",)),
        "WEAK*~ADJUSTED": ("remainder", ()),
        "~WEAK*ADJUSTED": ("consistent negative", ("ukraine_2013",)),
        "~WEAK*~ADJUSTED": (
            "consistent negative",
            ("belarus_2020", "kyrgyzstan_2020", "kazakhstan_2022"),
        ),
    }


@pytest.mark.parametrize(
    ("kind", "empty", "formulas"),
    [
        ("conservative", None, ["WEAK*ADJUSTED"]),
        ("parsimonious", None, ["WEAK"]),
        ("conservative", True, ["WEAK"]),
        ("parsimonious", True, ["WEAK"]),
        ("conservative", False, ["WEAK*ADJUSTED"]),
        ("parsimonious", False, ["WEAK*ADJUSTED"]),
    ],
)
def test_the_article_hangs_on_its_empty_cell(kind, empty, formulas):
    table = crisis_table().with_remainder(EMPTY, empty)
    assert printed(table.solutions(kind)) == formulas


@pytest.mark.parametrize(
    ("adjusted", "formulas"),
    [(True, ["WEAK*ADJUSTED"]), (False, ["WEAK"]), (None, ["WEAK*ADJUSTED"])],
)
def test_what_the_theory_expects_of_balance_decides_the_intermediate_solution(adjusted, formulas):
    """An adjusted balance should help a crisis out of hand (section 3), so it stays."""
    expected = {"WEAK": True, "ADJUSTED": adjusted}
    found = crisis_table().solutions("intermediate", directional_expectations=expected)
    assert printed(found) == formulas


CELLS = {(True, True): True, (True, False): False, (False, True): False, (False, False): False}


@pytest.mark.parametrize("turmoil", [{}, {"TURMOIL": True}, {"TURMOIL": False}])
@pytest.mark.parametrize(("cell", "lost"), CELLS.items())
def test_the_framework_s_word_on_a_row_is_table_1_whatever_the_turmoil(cell, lost, turmoil):
    assert predicted(dict(zip(("WEAK", "ADJUSTED"), cell, strict=True)) | turmoil) is lost


def test_where_a_set_is_left_out_the_framework_may_leave_the_end_open():
    assert predicted({"WEAK": True}) is predicted({"ADJUSTED": True}) is predicted({}) is None
    assert predicted({"WEAK": False}) is predicted({"ADJUSTED": False}) is False


@pytest.mark.parametrize(
    ("conditions", "value", "formulas"),
    [
        (("WEAK", "ADJUSTED"), True, ["WEAK*ADJUSTED"]),
        (THREE, True, ["WEAK*ADJUSTED"]),
        (("WEAK", "ADJUSTED"), False, ["~WEAK"]),
        (THREE, False, ["~WEAK"]),
        (("WEAK", "TURMOIL"), True, ["WEAK*~TURMOIL"]),  # the theory leaves these rows open
    ],
)
def test_asked_row_by_row_the_theory_gives_its_own_formula(conditions, value, formulas):
    """With turmoil as a third condition too: weak and adjusted, and no word of turmoil."""
    table = crisis_table(conditions)
    found = table.solutions("intermediate", value, usable=lambda r: predicted(r.values) is value)
    assert printed(found) == formulas


def test_directions_alone_would_leave_turmoil_in_the_formula():
    """Expected condition by condition, the row of weak, adjusted and turmoil is not easy."""
    found = crisis_table(THREE).solutions(
        "intermediate", directional_expectations={"WEAK": True, "ADJUSTED": True}
    )
    assert printed(found) == ["WEAK*ADJUSTED*~TURMOIL"]


def test_with_turmoil_two_short_answers_tie():
    table = crisis_table(THREE)
    assert printed(table.solutions("parsimonious")) == ["WEAK", "~TURMOIL"]
    assert printed(table.solutions("conservative")) == ["WEAK*ADJUSTED*~TURMOIL"]


def test_the_absence_of_the_outcome():
    table = crisis_table()
    assert printed(table.solutions("conservative", value=False)) == ["~WEAK"]
    treated = table.with_remainder(EMPTY, False)
    assert printed(treated.solutions("conservative", False)) == ["~WEAK + ~ADJUSTED"]


def test_one_positive_case_makes_the_numbers_trivial():
    (found,) = crisis_table().solutions("conservative")
    assert (found.fit.consistency, found.fit.coverage) == (1, 1)
    assert found.fit.note == (
        "One case cannot disagree with itself. Only one case has the outcome."
    )
    table = crisis_table()
    absent = table.solutions("conservative", False)[0]
    assert absent.fit.note == "No row holds cases of both kinds, so the consistency cannot be less."
    adjusted = table.fit(row for row in table.rows if row.values["ADJUSTED"])
    assert (adjusted.consistency, adjusted.coverage) == (Fraction(1, 2), 1)
    assert adjusted.note == "Only one case has the outcome."


def test_the_frame_gives_the_same_table():
    assert TruthTable.from_cases(crises(), THREE, "UNMANAGEABLE") == crisis_table(THREE)
    assert crises().to_dict("index") == codings()


# -- textbooks -----------------------------------------------------------------------------


def test_ragin_1987_regime_failure():
    """Ragin (1987, ch. 6): conflict among officers, death of a dictator, CIA dissatisfaction."""
    table = table_of(
        """
        000 0 a
        100 1 b
        010 1 c
        001 1 d
        110 1 e
        101 1 f
        011 1 g
        111 1 h
        """,
        "CONFLICT DEATH CIA",
    )
    assert printed(table.solutions("conservative")) == ["CONFLICT + DEATH + CIA"]
    assert printed(table.solutions("conservative", False)) == ["~CONFLICT*~DEATH*~CIA"]


def test_ragin_1987_successful_strikes():
    """Ragin (1987, ch. 6): S = AC + Bc; the third prime implicant, AB, is redundant."""
    text = "101 1 a\n010 1 b\n110 1 c\n111 1 d\n100 0 e\n001 0 f\n011 0 g\n000 0 h"
    table = table_of(text, "A B C")
    assert printed(table.solutions("conservative")) == ["A*C + B*~C"]
    positive = {row.number for row in table.rows if row.having}
    assert set(primes(positive, 3)) == {(0b110, 0b110), (0b101, 0b101), (0b011, 0b010)}


def test_quine_1952():
    """Quine (1952, p. 528): six prime implicants, two of them in each shortest formula."""
    rows = ["1111", "1110", "1101", "1100", "1001", "1000", "0111", "0110", "0011", "0010", "0000"]
    found = minimise(4, frozenset(int(row, 2) for row in rows))
    letters = [
        {str(Product.of(zip("ABCD", wanted(cube), strict=True))) for cube in cover}
        for cover in found
    ]
    always = {"A*~C", "~A*C"}
    assert all(always < cover for cover in letters)
    assert sorted(sorted(cover - always) for cover in letters) == [
        ["A*B", "~A*~B*~D"],
        ["A*B", "~B*~C*~D"],
        ["B*C", "~A*~B*~D"],
        ["B*C", "~B*~C*~D"],
    ]


def wanted(cube) -> list[bool | None]:
    mask, bits = cube
    return [bool(bits >> n & 1) if mask >> n & 1 else None for n in (3, 2, 1, 0)]


# Rihoux and De Meur (2009), after Lipset: 18 countries between the wars, and whether democracy
# survived; as the data set LC of the R package QCA. Row numbers there count from 1.
LIPSET = table_of(
    """
    11111 1 BE,CZ,NL,UK
    10101 1 FI,IE
    10111 1 FR,SE
    10110 0 AU
    11110 0 DE
    00101 0 EE
    00100 0 HU,PL
    00001 0 IT,RO
    00000 0 GR,PT,ES
    """,
    "DEV URB LIT IND STB",
)


@pytest.mark.parametrize(
    ("kind", "value", "formula"),
    [
        ("conservative", True, "DEV*~URB*LIT*STB + DEV*LIT*IND*STB"),
        ("parsimonious", True, "DEV*STB"),
        ("conservative", False, "DEV*LIT*IND*~STB + ~DEV*~URB*~IND"),
        ("parsimonious", False, "~DEV + ~STB"),
    ],
)
def test_lipset(kind, value, formula):
    """Printed in Rihoux and De Meur (2009) and by the R package QCA (Duşa 2019)."""
    (found,) = LIPSET.solutions(kind, value)
    assert str(found) == formula
    assert (found.fit.consistency, found.fit.coverage) == (1, 1)


def test_lipset_in_numbers():
    """The R package prints a coverage of 0.5 and 0.75, and the rows 18, 20, 26, 28 and 30."""
    (found,) = LIPSET.solutions("conservative")
    covered = [
        LIPSET.fit(row for row in LIPSET.rows if term.holds(row.values)).coverage
        for term in found.products
    ]
    assert covered == [Fraction(1, 2), Fraction(3, 4)]
    (short,) = LIPSET.solutions("parsimonious")
    assumed = [r.number + 1 for r in LIPSET.rows if not r.cases and short.holds(r.values)]
    assert sorted(assumed) == [18, 20, 26, 28, 30]


def test_lipset_with_expectations():
    """By hand: each condition should help, so ~URB goes from the first product, and all of
    DEV*LIT*STB but row 30 has been seen; that row is the one easy counterfactual."""
    helps = dict.fromkeys(LIPSET.conditions, True)
    assert printed(LIPSET.solutions("intermediate", directional_expectations=helps)) == [
        "DEV*LIT*STB"
    ]
    harms = dict.fromkeys(LIPSET.conditions, False)  # LIT and IND go: nothing is left of the rest
    assert printed(LIPSET.solutions("intermediate", directional_expectations=harms)) == ["DEV*STB"]
    mixed = harms | {"IND": True}  # DEV*IND*STB is row 20, 24, 28, 32; DEV*~URB*STB is 18 to 24
    found = LIPSET.solutions("intermediate", directional_expectations=mixed)
    assert printed(found) == ["DEV*~URB*STB + DEV*IND*STB"]
    nothing = LIPSET.solutions("intermediate", directional_expectations={})
    assert printed(nothing) == printed(LIPSET.solutions("conservative"))


# Krook (2010), 22 western democracies and whether many women sit in parliament: the rows with and
# without the outcome, numbered from 1, as the R package QCA (Duşa 2019) prints them for its data
# set d.represent. The cases are named after their rows here.
KROOK = TruthTable.from_codings(
    {
        f"row{row}": dict(zip(("ES", "QU", "WS", "WM", "LP"), f"{row - 1:05b}", strict=True))
        | {"WNP": row in (4, 12, 21, 24, 26, 27, 28, 29, 32)}
        for row in (3, 4, 9, 11, 12, 18, 21, 24, 25, 26, 27, 28, 29, 32)
    },
    ["ES", "QU", "WS", "WM", "LP"],
    "WNP",
)


@pytest.mark.parametrize(
    ("kind", "value", "formulas"),
    [
        (
            "conservative",
            True,
            [
                "ES*QU*~WS*WM + ES*QU*~WS*LP + ES*WS*WM*LP + ES*WS*~WM*~LP + ~ES*~WS*WM*LP",
            ],
        ),
        (
            "conservative",
            False,
            ["ES*~QU*~WS*~WM*LP + ~ES*~WS*WM*~LP + QU*~WS*~WM*~LP"],
        ),
        (
            "parsimonious",
            True,
            ["ES*WM + ~ES*LP + QU*LP + WS", "ES*WM + QU*LP + WS + WM*LP"],
        ),
    ],
)
def test_krook(kind, value, formulas):
    """Printed by the R package QCA (Duşa 2019): two models tie."""
    assert printed(KROOK.solutions(kind, value)) == formulas


# Baumgartner's example of causal chains, as the R package QCA (Duşa 2019) tests it.
EDUCATE = dict(
    zip(
        "abcdefgh",
        (
            dict(zip("UDLGE", digits, strict=True))
            for digits in ["11111", "11101", "10111", "10101", "01111", "01101", "00011", "00000"]
        ),
        strict=True,
    )
)


@pytest.mark.parametrize(
    ("outcome", "formulas"),
    [
        ("U", ["~D*L"]),
        ("D", ["~U*L"]),
        ("L", ["U + D"]),
        ("G", ["~L*E", "~U*~D*E"]),
        ("E", ["L + G"]),
    ],
)
def test_baumgartner(outcome, formulas):
    """Each factor in turn; ties by the number of products alone, as the R package has it."""
    conditions = [name for name in "UDLGE" if name != outcome]
    table = TruthTable.from_codings(EDUCATE, conditions, outcome)
    found = table.solutions("parsimonious", literals=False)
    assert sorted(printed(found)) == sorted(formulas)
    assert printed(table.solutions("parsimonious")) == formulas[:1]


def test_lipset_without_stability_contradicts_itself():
    """Without the fifth condition two rows hold countries of both fates."""
    countries = {
        case: row.values | {"Y": case in row.having} for row in LIPSET.rows for case in row.cases
    }
    table = TruthTable.from_codings(countries, LIPSET.conditions[:4], "Y")
    torn = {str(row): row.cases for row in table.rows if row.kind is Kind.CONTRADICTORY}
    assert torn == {
        "DEV*URB*LIT*IND": ("BE", "CZ", "NL", "UK", "DE"),
        "DEV*~URB*LIT*IND": ("FR", "SE", "AU"),
    }


def test_four_models_tie():
    """The prime implicant chart that the R package QCA (Duşa 2019) prints for its data set CVF."""
    chart = {
        "~NATPRIDE": "xx--xx-x-",
        "~DEMOC*ETHFRACT*POLDIS": "-xx------",
        "DEMOC*ETHFRACT*GEOCON": "-----xxxx",
        "DEMOC*ETHFRACT*~POLDIS": "-----xx--",
        "DEMOC*GEOCON*POLDIS": "---x---xx",
        "ETHFRACT*GEOCON*POLDIS": "-xx----xx",
    }
    names = list(chart)
    needs = [sum(1 << n for n, name in enumerate(names) if chart[name][m] == "x") for m in range(9)]
    found = {frozenset(names[n] for n in cover) for cover in cheapest(needs, [1] * 6)}
    both = {"~NATPRIDE", "DEMOC*GEOCON*POLDIS"}
    assert found == {
        frozenset(both | {"~DEMOC*ETHFRACT*POLDIS", "DEMOC*ETHFRACT*GEOCON"}),
        frozenset(both | {"~DEMOC*ETHFRACT*POLDIS", "DEMOC*ETHFRACT*~POLDIS"}),
        frozenset(both | {"DEMOC*ETHFRACT*GEOCON", "ETHFRACT*GEOCON*POLDIS"}),
        frozenset(both | {"DEMOC*ETHFRACT*~POLDIS", "ETHFRACT*GEOCON*POLDIS"}),
    }


def test_whether_literals_count():
    """B is shorter than ~A*~C, but neither needs a second product."""
    table = table_of("010 1 a\n001 0 b\n100 0 c\n101 0 d", "A B C")
    assert printed(table.solutions("parsimonious")) == ["B"]
    assert printed(table.solutions("parsimonious", literals=False)) == ["~A*~C", "B"]


# -- any table -----------------------------------------------------------------------------


@st.composite
def tables(draw, least=1, most=4):
    width = draw(st.integers(least, most))
    marks = draw(st.lists(st.sampled_from("+-?"), min_size=2**width, max_size=2**width))
    return width, *(frozenset(n for n, mark in enumerate(marks) if mark == m) for m in "+-?")


@given(tables())
def test_a_formula_holds_where_it_must_and_nowhere_it_must_not(table):
    width, positive, negative, free = table
    for rest in (frozenset(), free):
        possible = set(primes(positive | rest, width))
        covers = minimise(width, positive, rest)
        assert len(set(covers)) == len(covers)
        for cover in covers:
            true_of = {row for row in range(2**width) if any(holds(c, row) for c in cover)}
            assert positive <= true_of <= positive | rest
            assert set(cover) <= possible
            for left_out in cover:
                others = [cube for cube in cover if cube != left_out]
                assert any(not any(holds(c, row) for c in others) for row in positive)
    assert not negative & (positive | free)


@given(tables())
def test_a_prime_implicant_loses_its_truth_with_any_condition_it_loses(table):
    width, positive, _, free = table
    allowed = positive | free
    for mask, bits in primes(allowed, width):
        assert {row for row in range(2**width) if holds((mask, bits), row)} <= allowed
        for bit in (1 << n for n in range(width) if mask >> n & 1):
            wider = (mask & ~bit, bits & ~bit)
            assert any(holds(wider, row) for row in range(2**width) if row not in allowed)


def brute_force(width, positive, free, literals):
    """Every set of cubes that will do, by trying them all, the smallest first."""
    allowed = positive | free
    masks = range(2**width)
    cubes = [(m, b) for m in masks for b in masks if b & ~m == 0]
    sound = [c for c in cubes if all(r in allowed for r in masks if holds(c, r))]
    if not literals:  # among formulas of prime implicants
        sound = [c for c in sound if not any(d != c and implies(c, d) for d in sound)]
    for size in range(2**width + 1):
        found = [
            frozenset(some)
            for some in combinations(sound, size)
            if all(any(holds(c, r) for c in some) for r in positive)
        ]
        if found:
            length = {some: sum(m.bit_count() for m, _ in some) for some in found}
            return {s for s in found if not literals or length[s] == min(length.values())}
    raise AssertionError("no formula at all")


def implies(inner, outer) -> bool:
    return inner[0] & outer[0] == outer[0] and inner[1] & outer[0] == outer[1]


@pytest.mark.parametrize("literals", [True, False])
@pytest.mark.parametrize("marks", list(product("+-?", repeat=4)), ids="".join)
def test_with_two_conditions_none_is_missing(marks, literals):
    positive, free = (frozenset(n for n, m in enumerate(marks) if m == mark) for mark in "+?")
    found = minimise(2, positive, free, literals=literals)
    assert len(set(found)) == len(found)
    assert set(map(frozenset, found)) == brute_force(2, positive, free, literals)


@settings(max_examples=60, deadline=None)
@given(tables(3, 3), st.booleans())
def test_with_three_conditions_none_is_missing(table, literals):
    width, positive, _, free = table
    found = minimise(width, positive, free, literals=literals)
    assert len(set(found)) == len(found)
    assert set(map(frozenset, found)) == brute_force(width, positive, free, literals)


@given(
    st.lists(st.integers(1, 63), max_size=6), st.lists(st.integers(1, 3), min_size=6, max_size=6)
)
def test_every_cheapest_cover_and_each_once(needs, prices):
    every = [
        tuple(n for n in range(6) if chosen >> n & 1)
        for chosen in range(64)
        if all(chosen & need for need in needs)
    ]
    lowest = min(sum(prices[n] for n in cover) for cover in every)
    expected = [cover for cover in every if sum(prices[n] for n in cover) == lowest]
    assert sorted(cheapest(needs, prices)) == sorted(expected)


@settings(max_examples=60, deadline=None)
@given(tables())
def test_sympy_agrees(table):
    width, positive, negative, free = table
    symbols = sympy.symbols(f"a:{width}")
    theirs = sympy.SOPform(symbols, sorted(positive), sorted(free))
    for cover in minimise(width, positive, free):
        for row in sorted(positive | negative):
            values = {
                s: bool(row >> n & 1) for s, n in zip(symbols, range(width)[::-1], strict=True)
            }
            assert any(holds(c, row) for c in cover) == (theirs.subs(values) == sympy.true)
        if not free:
            ours = sympy.Or(*(as_sympy(cube, symbols) for cube in cover))
            assert sympy.satisfiable(sympy.Xor(ours, theirs)) is False


def as_sympy(cube, symbols):
    places = zip(symbols, range(len(symbols))[::-1], strict=True)
    asked = [(s, n) for s, n in places if cube[0] >> n & 1]
    return sympy.And(*(s if cube[1] >> n & 1 else ~s for s, n in asked))


@settings(max_examples=150, deadline=None)
@given(tables(1, 5))
def test_setqca_lists_the_same_ties(table):
    """An implementation of its own, by others: https://pypi.org/project/setqca/"""
    width, positive, _, free = table
    theirs = qmc.minimize(set(positive), dont_cares=set(free), width=width, max_solutions=LIMIT)
    ours = minimise(width, positive, free)
    assert {frozenset(i.pattern for i in found.implicants) for found in theirs} == {
        frozenset(pattern(cube, width) for cube in cover) for cover in ours
    }


def pattern(cube, width) -> tuple[int | None, ...]:
    mask, bits = cube
    return tuple((bits >> n & 1) if mask >> n & 1 else None for n in reversed(range(width)))


def drawn(seed: int, width: int) -> TruthTable:
    """A table drawn at random, one case a row at most."""
    random = Random(seed)
    names = [f"C{n}" for n in range(width)]
    found = {}
    for n, values in enumerate(product((True, False), repeat=width)):
        if random.random() < 0.6:
            found[f"case{n}"] = dict(zip(names, values, strict=True)) | {"Y": random.random() < 0.5}
    return TruthTable.from_codings(found, names, "Y")


@pytest.mark.parametrize("seed", range(20))
def test_intermediate_solutions_lie_between(seed):
    """True of what is seen, of no more remainders than the parsimonious ones together."""
    table = drawn(seed, 4)
    random = Random(seed)
    expected = {name: random.choice([True, False, None]) for name in table.conditions}
    found = {
        kind: table.solutions(kind, directional_expectations=expected) for kind in SolutionType
    }
    short = found[SolutionType.PARSIMONIOUS]
    for solution in found[SolutionType.INTERMEDIATE]:
        for row in table.rows:
            if row.kind is not Kind.REMAINDER:
                assert solution.holds(row.values) is (row.kind is Kind.POSITIVE)
            elif solution.holds(row.values):
                assert any(other.holds(row.values) for other in short)
                assert any(one_easy_change_away(row, seen, expected) for seen in table.rows)
    assert found[SolutionType.INTERMEDIATE]


@given(tables(), st.data())
def test_rows_that_may_be_used_are_used_at_most(table, data):
    """None gives the conservative formulas, all the parsimonious ones, some what lies between."""
    width, positive, _negative, free = table
    if not positive:
        return
    names = [f"C{n}" for n in range(width)]
    among = {
        f"case{n}": {name: bool(n >> width - 1 - place & 1) for place, name in enumerate(names)}
        | {"Y": n in positive}
        for n in range(2**width)
        if n not in free
    }
    found = TruthTable.from_codings(among, names, "Y")
    chosen = data.draw(st.sets(st.sampled_from(sorted(free)))) if free else set()
    nothing = found.solutions("intermediate", usable=lambda row: False)
    everything = found.solutions("intermediate", usable=lambda row: True)
    assert nothing == found.solutions("conservative")
    assert everything == found.solutions("parsimonious")
    for solution in found.solutions("intermediate", usable=lambda row: row.number in chosen):
        held = {row.number for row in found.rows if solution.holds(row.values)}
        assert positive <= held <= positive | chosen


def one_easy_change_away(row, seen, expected) -> bool:
    """Ragin and Sonnett (2004): the row differs from one with the outcome only where it helps."""
    differ = [name for name, value in row.values.items() if seen.values[name] != value]
    return bool(seen.having) and all(expected[name] == row.values[name] for name in differ)


@pytest.mark.parametrize(("width", "limit"), [(4, 0.05), (6, 1.0)])
def test_it_is_fast(width, limit):
    for seed in range(10):
        table = drawn(seed, width)
        minimise.cache_clear()
        with within(limit):
            assert table.solutions("parsimonious")


def test_too_many_ties_are_refused_rather_than_listed():
    """Ten needs, each met by either of two columns of their own, leave 1024 sets."""
    needs = [0b11 << 2 * n for n in range(10)]
    with pytest.raises(CrisisPathsError, match="More than 1000 solutions tie"):
        cheapest(needs, [1] * 20)
    assert len(cheapest(needs[:9], [1] * 20)) == 512


def test_a_need_that_nothing_meets_has_no_cover():
    assert cheapest([0b1, 0b0], [1]) == ()
    assert cheapest([], [1]) == ((),)


# -- tables as they are given --------------------------------------------------------------


@pytest.mark.parametrize(
    ("yes", "no"),
    [(True, False), (1, 0), (1.0, 0.0), ("Yes", "NO"), (" true ", "False"), (np.True_, np.False_)],
)
def test_values_in_any_spelling(yes, no):
    df = pd.DataFrame({"A": [yes, no], "B": [no, yes], "Y": [yes, no]}, index=["one", "two"])
    table = TruthTable.from_cases(df, ["A", "B"], "Y")
    assert table.row({"A": True, "B": False}).having == ("one",)
    assert printed(table.solutions("parsimonious")) == ["A", "~B"]


def test_cases_are_named_by_their_column_or_the_index():
    df = pd.DataFrame({"case": ["x", "y"], "A": [1, 0], "Y": [1, 0]})
    assert TruthTable.from_cases(df, "A", "Y").rows[0].cases == ("x",)
    assert TruthTable.from_cases(df.drop(columns="case"), ["A"], "Y").rows[0].cases == ("0",)


def test_always_and_never():
    df = pd.DataFrame({"A": [1, 0], "Y": [1, 1]})
    table = TruthTable.from_cases(df, ["A"], "Y")
    assert printed(table.solutions("conservative")) == ["1"]
    with pytest.raises(CrisisPathsError, match="only cases without the outcome"):
        table.solutions("conservative", False)


def test_contradictions_are_named_and_treated_as_asked():
    """Two cases that agree in everything but the outcome."""
    table = table_of("11 1 a\n11 0 b\n10 1 c\n00 0 d", "A B")
    assert table.row({"A": True, "B": True}).kind is Kind.CONTRADICTORY
    assert table.signature == "!+?-"
    assert printed(table.solutions("parsimonious")) == ["A*~B"]
    assert printed(table.solutions("parsimonious", False)) == ["~A"]
    (both,) = table.solutions("parsimonious", contradictions="include")
    assert (str(both), both.fit.consistency, both.fit.coverage) == ("A", Fraction(2, 3), 1)
    assert table.solutions("parsimonious")[0].fit.coverage == Fraction(1, 2)
    with pytest.raises(CrisisPathsError, match=r"share a row: A\*B \(a, b\)"):
        table.solutions("parsimonious", contradictions="refuse")


def test_all_faults_at_once_with_their_case():
    df = pd.DataFrame(
        {"case": ["x", "y", "x"], "A": [1, None, 0], "B": [1, 0, "maybe"], "Y": [1, 2, 0]}
    )
    with pytest.raises(CrisisPathsError) as refused:
        TruthTable.from_cases(df, ["A", "B", "C"], "Y")
    message = str(refused.value)
    for part in (
        "no column 'C'; it has: case, A, B, Y",
        "Case 'x' appears in the frame 2 times",
        "A is missing, but must be one of: yes, no (True, False; 1, 0; 有, 无; 是, 否). Cases: y.",
        "B is 'maybe'",
        "Y is 2",
    ):
        assert part in message, message


@pytest.mark.parametrize(
    ("conditions", "fault"),
    [
        ([], "There are 0 conditions, but there must be 1 to 6"),
        (list("ABCDEFG"), "There are 7 conditions"),
        (["A", "A"], "'A' is named more than once"),
        (["A", "Y"], "'Y' is named more than once"),
        (["A*B"], "'A\\*B' cannot be a set’s name"),
    ],
)
def test_questions_that_cannot_be_asked(conditions, fault):
    df = pd.DataFrame({name: [1, 0] for name in [*"ABCDEFGY", "A*B"]})
    with pytest.raises(CrisisPathsError, match=fault):
        TruthTable.from_cases(df, conditions, "Y")


def test_frames_without_cases_or_with_two_columns_of_a_name():
    with pytest.raises(CrisisPathsError, match="There is no case"):
        TruthTable.from_cases(pd.DataFrame({"A": [], "Y": []}), ["A"], "Y")
    twice = pd.DataFrame([[1, 0, 1]], columns=["A", "A", "Y"])
    with pytest.raises(CrisisPathsError, match="more than one column 'A'"):
        TruthTable.from_cases(twice, ["A"], "Y")
    unnamed = pd.DataFrame({"case": [None], "A": [1], "Y": [1]})
    with pytest.raises(CrisisPathsError, match="A case has no name"):
        TruthTable.from_cases(unnamed, ["A"], "Y")


@pytest.mark.parametrize(
    ("ask", "fault"),
    [
        (lambda t: t.solutions("complex"), "solution type is 'complex', but must be one of: cons"),
        (lambda t: t.solutions("parsimonious", contradictions="ignore"), "contradictions is 'ign"),
        (lambda t: t.solutions("intermediate"), "needs expectations, for one or more of: WEAK"),
        (
            lambda t: t.solutions(
                "intermediate", directional_expectations={"TURMOIL": True, "WEAK": "up"}
            ),
            "no condition 'TURMOIL'.*What is expected of WEAK is 'up'",
        ),
        (
            lambda t: t.solutions(
                "intermediate", directional_expectations={}, usable=lambda row: True
            ),
            "given twice, by condition and by row",
        ),
        (lambda t: t.row({"WEAK": True}), "for each of: WEAK, ADJUSTED"),
        (
            lambda t: t.with_remainder({"WEAK": False, "ADJUSTED": True}, True),
            "is no remainder; its cases are: ukraine_2013",
        ),
        (lambda t: crisis_table(["RIVALRY"]), "not coded by 'RIVALRY'; there are: WEAK"),
        (lambda t: t.from_codings({"x": {"A": True}}, ["A"], "Y"), "Case 'x' is not coded by 'Y'"),
    ],
)
def test_words_that_are_not_understood(ask, fault):
    with pytest.raises(CrisisPathsError, match=fault):
        ask(crisis_table())


def test_no_positive_case():
    cases = {name: among | {"UNMANAGEABLE": False} for name, among in codings().items()}
    table = TruthTable.from_codings(cases, ["WEAK"], "UNMANAGEABLE")
    with pytest.raises(CrisisPathsError, match="No row has only cases with the outcome"):
        table.solutions("conservative")
