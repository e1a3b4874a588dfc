"""The truth table and the bench show what their modules say, in every setting."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from crisis_paths.scrutiny.crisis_sets import FIVE, crisis_table
from crisis_paths.scrutiny.recoding import Recoding
from crisis_paths.scrutiny.robustness import effect, effects
from crisis_paths.views.kit.formulas import in_words, solutions
from crisis_paths.views.scrutiny.coding_sheet import sheet, sheet_older
from crisis_paths.views.scrutiny.readings import readings
from crisis_paths.views.scrutiny.recoding_bench import CODED, bench
from crisis_paths.views.scrutiny.recodings import summary
from crisis_paths.views.scrutiny.selection import chance_explorer, leave_out
from crisis_paths.views.scrutiny.truth_table import (
    CONDITIONS,
    FILLED,
    article_formulas,
    minimiser,
    relations,
)
from explorers.choices import ComputedChoice

BENCH = bench()


def recodings(setting: dict[str, str]) -> set[Recoding]:
    """The recodings of a setting of the bench."""
    return {
        Recoding(case.id, name)
        for case in FIVE
        for name in CODED
        if setting[f"{case.id.replace('_', '-')}-{name}"] != getattr(case, name).value
    }


def check(setting: dict[str, str]) -> None:
    found = effect(recodings(setting))
    shown = BENCH.shown(setting)
    *cells, verdict, shortest, nearest = (Markup(panel).striptags() for panel in shown)
    told = [panel for panel in cells if re.fullmatch(r".+: (balance|control|outcome) \w+\.", panel)]
    # what is heard begins with what the reader has changed, right before the verdict
    cells, heard = cells[: len(cells) - len(told)], cells[len(cells) - len(told) :]
    assert told == heard
    assert told == [
        f"{case.title}: {name} {setting[case.id.replace('_', '-') + '-' + name]}."
        for case in FIVE
        for name in CODED
        if Recoding(case.id, name) in found.recodings
    ]
    formulas = (
        ("Shortest formula:", found.parsimonious),
        ("Nearest to the cases:", found.conservative),
    )
    for line, (label, wanted) in zip((shortest, nearest), formulas, strict=True):
        assert line == f"{label} {'; or as well: '.join(map(in_words, wanted)) or 'none'}"
    assert ("holds both outcomes" in verdict) == bool(found.contradictory and not found.no_positive)
    assert ("Nothing is left" in verdict) == found.no_positive
    assert ("The framework fits." in verdict) == (not found.contradicts and not found.no_positive)
    text = " ".join(cells)
    for case in found.cases:
        assert text.count(case.title) == 1
    assert text.count("against") == len(found.against)
    empty = {(c, b) for c in ("strong", "weak") for b in ("continued", "adjusted")} - {
        (case.control.value, case.balance.value) for case in found.cases
    }
    assert text.count("no case") == len(empty)


def test_the_bench_shows_every_single_recoding_and_every_pair():
    settings_ = BENCH.settings()
    assert {frozenset(recodings(s)) for s in settings_} == {
        frozenset(found.recodings) for found in (effect(), *effects())
    }
    for setting in settings_:
        check(setting)


@settings(max_examples=150, deadline=None)
@given(st.tuples(*(st.sampled_from(choice.values) for choice in BENCH.choices)))
def test_the_bench_answers_any_setting_with_one_verdict(values):
    check(dict(zip((choice.name for choice in BENCH.choices), values, strict=True)))


def test_a_computed_state_names_the_flags_that_are_up():
    one = ComputedChoice("d", {"x": ({"a": "1"}, {"b": "1"}), "y": ({"a": "1", "b": "1"},)})
    assert set(one.states) == {"x-y", "x", "y", "none"}
    assert one.state({"a": "1", "b": "1"}) == "x-y"
    assert one.state({"a": "0", "b": "1"}) == "x"
    assert one.state({"a": "0", "b": "0"}) == "none"


def test_the_minimiser_asks_the_truth_table():
    explorer = minimiser()
    for setting in explorer.settings():
        table = crisis_table(CONDITIONS[setting["conditions"]])
        for row in table.rows:
            if not row.cases and row.values["WEAK"] and not row.values["ADJUSTED"]:
                table = table.with_remainder(row.values, FILLED[setting["empty"]])
        lost = setting["outcome"] == "lost"
        found = table.solutions(
            setting["search"],
            lost,
            usable=lambda row, lost=lost: (row.values["WEAK"] and row.values["ADJUSTED"]) is lost,
        )
        names = tuple(str(one) for one in found)
        rows, counted, verdict, fit = explorer.shown(setting)
        assert str(solutions(names)) in verdict
        held = {
            "both": names == ("WEAK*ADJUSTED",),
            "alone": len(names) == 1 and "*" not in names[0] and "+" not in names[0],
        }
        held["otherwise"] = not any(held.values())
        assert ("Your bet holds" in verdict) == held[setting["bet"]]
        assert rows.count("<tr>") == 1 + len(table.rows)
        supposed = rows.count("supposed manageable"), rows.count("supposed unmanageable")
        assert counted.startswith(f"{len(table.rows)} combinations: ")
        assert f" {rows.count('not seen')} not seen, " in counted
        assert "{} supposed manageable, {} supposed unmanageable.".format(*supposed) in counted
        assert "Consistency 1" in fit


def test_what_the_article_s_cases_say():
    assert article_formulas().text.splitlines() == [
        "conservative | WEAK*ADJUSTED | WEAK*ADJUSTED*~TURMOIL",
        "intermediate | WEAK*ADJUSTED | WEAK*ADJUSTED",
        "parsimonious | WEAK | WEAK; ~TURMOIL",
    ]
    assert summary().text.splitlines()[:4] == [
        "Recodings | 15 | 105",
        "keep the framework’s formula | 7 | 20",
        "need both conditions | 3 | 15",
        "need both conditions, and keep the formula | 3 | 9",
    ]
    assert in_words("WEAK*ADJUSTED + ~TURMOIL") == "weak and adjusted, or no turmoil"


@pytest.mark.parametrize(
    ("make", "count"),
    [
        (minimiser, 36),
        (relations, 6),
        (chance_explorer, 8),
        (leave_out, 13),
        (readings, 8),
        (lambda: sheet("balance"), 16),
        (sheet_older, 8),
    ],
)
def test_a_table_says_how_many_rows_it_has_and_counts_them(make, count):
    alternative = str(make().alternative)
    assert f"<summary>All {count} " in alternative
    assert alternative.count("<tr>") == count + 1


def test_a_condition_and_its_absence_are_both_named_in_plain_words():
    explorer = relations()
    heads = {
        setting["condition"]: re.findall(r'<th scope="row">(.*?)</th>', explorer.shown(setting)[1])
        for setting in explorer.settings()
    }
    assert heads == {
        "weak": ["weak", "strong"],
        "not-weak": ["strong", "weak"],
        "adjusted": ["adjusted", "continued"],
        "not-adjusted": ["continued", "adjusted"],
        "turmoil": ["turmoil", "no turmoil"],
        "not-turmoil": ["no turmoil", "turmoil"],
    }


def test_what_the_five_crises_leave_of_each_condition():
    told = dict(line.split(" | ") for line in relations().text.splitlines())
    assert told == {
        "weak": "necessary and sufficient in these cases",
        "no turmoil": "necessary and sufficient in these cases",
        "adjusted": "necessary, not sufficient",
        "strong": "neither",
        "continued": "neither",
        "turmoil": "neither",
    }
