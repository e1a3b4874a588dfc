"""Chapters 7.2 and 7.5 say what the theory counts, and give nothing away before the bet."""

from fractions import Fraction
from itertools import product

import pytest
from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.questions.scrutiny import one_coding
from crisis_paths.questions.scrutiny import readings as on_readings
from crisis_paths.scrutiny.perception import SORTED, Source, found
from crisis_paths.scrutiny.readings import ENDS, ended, ending, reading
from crisis_paths.scrutiny.robustness import adding, hypothetical, leave_one_out
from crisis_paths.scrutiny.selection import Candidate, separation
from crisis_paths.tables.reading import rows
from crisis_paths.views.scrutiny.readings import follows, readings, readings_window, sources_table
from crisis_paths.views.scrutiny.selection import (
    chance_explorer,
    changes,
    fits_table,
    leave_out,
    often,
)
from explorers.panels import until_chosen

EXPLORERS = {make().name: make for make in (chance_explorer, leave_out, readings, readings_window)}
MANAGED, LOST = Outcome.MANAGEABLE, Outcome.UNMANAGEABLE
WEAK, STRONG = Control.WEAK, Control.STRONG


def test_four_explorers_by_their_names():
    assert list(EXPLORERS) == ["chance", "leave-out", "readings", "readings-window"]


@pytest.mark.parametrize("name", EXPLORERS)
def test_one_prompt_and_nothing_else_until_all_is_chosen(name):
    explorer = EXPLORERS[name]()
    names = [choice.name for choice in explorer.choices]
    for values in product(*((*choice.values, "unset") for choice in explorer.choices)):
        shown = explorer.shown(dict(zip(names, values, strict=True)))
        if "unset" in values:
            (panel,) = shown
            assert 'class="prompt"' in panel
        else:
            said, drawn = shown
            assert said.striptags().startswith(("Your bet holds. ", "Your bet missed. "))
            assert "Your bet" not in drawn


@pytest.mark.parametrize("name", EXPLORERS)
def test_exactly_one_bet_holds_in_each_setting(name):
    explorer = EXPLORERS[name]()
    held: dict[tuple[str, ...], int] = {}
    for setting in explorer.settings():
        *rest, _bet = setting.values()
        won = "Your bet holds" in explorer.shown(setting)[0]
        held[tuple(rest)] = held.get(tuple(rest), 0) + won
    assert set(held.values()) == {1}


@pytest.mark.parametrize("candidate", Candidate)
def test_a_condition_s_groups_hold_every_case_once(candidate):
    explorer, separates = chance_explorer(), separation(candidate).separates
    bet = {True: "yes", False: "no", None: "open"}[separates]
    said, drawn = explorer.shown({"condition": candidate.value, "bet": bet})
    assert "Your bet holds" in said
    for case in TABLE_2.values():
        assert drawn.count(case.title) == 1
    assert often(separation(candidate).chance) in drawn.lower()


def test_the_shares_as_words():
    shares = {Candidate.CONTROL: "one time in five", Candidate.TURMOIL: "one time in five"}
    shares |= {Candidate.BOTH: "two times in five", Candidate.HEGEMON: "one time in four"}
    for candidate in Candidate:
        assert often(separation(candidate).chance) == shares.get(candidate, "never")
    assert often(Fraction(1, 126)) == "one time in 126"


def test_never_is_said_only_where_no_group_holds_one_case():
    for candidate in Candidate:
        sizes = [len(group) for group in separation(candidate).groups]
        assert (often(separation(candidate).chance) == "never") == (1 not in sizes)


def test_the_table_of_fits():
    lines = [line.split(" | ") for line in fits_table().text.splitlines()]
    assert [line[2] for line in lines] == ["yes", "no", "yes", "yes", "no", "no", "no", "open"]
    assert [line[1] for line in lines if line[2] == "yes"] == ["4 + 1", "4 + 1", "3 + 1 + 1"]


def test_every_case_left_out_and_every_case_imagined_once():
    known = {name: effect for name, _label, effect in changes()}
    assert len(known) == 5 + 8
    for case, effect in leave_one_out().items():
        assert known["without-" + case.replace("_", "-")] == effect
    for balance, control, outcome in product(Balance, Control, Outcome):
        expected = adding(hypothetical(balance, control, outcome))
        assert known[f"with-{control}-{balance}-{outcome}"] == expected


@pytest.mark.parametrize(
    ("change", "said", "drawn"),
    [
        ("without-belarus-2020", "shortest formula is: weak.", "No case speaks against"),
        ("without-ukraine-2013", "weak, or just as well adjusted.", "(ADJUSTED)"),
        ("without-ukraine-2022", "No crisis is left that got out of hand", "none"),
        ("with-weak-continued-manageable", "now is: weak and adjusted.", "WEAK*ADJUSTED"),
        ("with-weak-continued-unmanageable", "formula is: weak.", "the imagined case"),
        ("with-weak-adjusted-manageable", "No cell is left", "One cell (weak and adjusted) holds"),
        ("with-strong-adjusted-unmanageable", "is: weak.", "One cell (strong and adjusted) holds"),
    ],
)
def test_what_one_case_more_or_less_does(change, said, drawn):
    shown = leave_out().shown({"change": change, "bet": "both"})
    assert said in shown[0]
    assert drawn in shown[1]


def test_only_a_managed_case_in_the_empty_cell_makes_both_conditions_needed():
    needed = [name for name, _label, effect in changes() if effect.needs_both]
    assert needed == ["with-weak-continued-manageable"]
    explorer = leave_out()
    for name in explorer.choices[0].values:
        said, _drawn = explorer.shown({"change": name, "bet": "both"})
        assert ("Your bet holds" in said) == (name in needed)


@pytest.mark.parametrize(
    ("sure_2022", "sure_2013", "outcome", "against", "says"),
    [
        (WEAK, STRONG, MANAGED, [], "This is Table 2"),
        (WEAK, WEAK, LOST, [], "share a cell and end alike"),
        (WEAK, WEAK, MANAGED, ["ukraine_2013"], "same codings and different ends"),
        (STRONG, STRONG, MANAGED, ["ukraine_2022"], "same codings and different ends"),
        (WEAK, STRONG, LOST, ["ukraine_2013"], "Balance alone now"),
        (STRONG, WEAK, LOST, ["ukraine_2022"], "Balance alone now"),
        (STRONG, STRONG, LOST, ["ukraine_2013", "ukraine_2022"], "No case of doubted control"),
        (STRONG, WEAK, MANAGED, ["ukraine_2013", "ukraine_2022"], "reverses the framework"),
    ],
)
def test_eight_readings_and_what_follows(sure_2022, sure_2013, outcome, against, says):
    effect = reading(sure_2022, sure_2013, outcome)
    assert [case.id for case in effect.against] == against
    assert says in follows(effect)
    assert bool(effect.contradictory) == ("same codings" in says)
    setting = {"control-2022": sure_2022, "control-2013": sure_2013, "outcome-2013": outcome}
    said, drawn = readings().shown(setting | {"bet": "differ" if against else "agree"})
    assert "Your bet holds" in said and says in drawn
    for case in TABLE_2.values():
        assert (case.title in said) == (case.id in against)


def test_balance_alone_is_said_only_where_it_does_tell_the_ends_apart():
    for values in product(Control, Control, Outcome):
        effect = reading(*values)
        ends = {(case.balance, case.outcome) for case in effect.cases}
        said = "Balance alone" in follows(effect) or "either condition alone" in follows(effect)
        assert said == (len(ends) == len(Balance))


def test_if_both_were_strong_and_2013_managed_a_cell_holds_both_outcomes():
    (contradictory,) = reading("strong", "strong", "manageable").contradictory
    assert str(contradictory) == "~WEAK*ADJUSTED"
    assert set(contradictory.cases) == {"ukraine_2013", "ukraine_2022"}


@pytest.mark.parametrize("end", ENDS)
def test_the_window_decides_the_outcome_of_2013(end):
    managed = {"2014-02-23", "2014-01-31", "2013-12-31", "2013-11-30"}
    in_doubt = {"2014-02-27", "2014-03-16"}
    for doubtful in Outcome:
        expected = MANAGED if end in managed else doubtful if end in in_doubt else LOST
        assert ending(end, doubtful) is expected
        assert ended(end, doubtful).keeps == (expected is MANAGED)
        bet = "agree" if expected is MANAGED else "differ"
        said, drawn = readings_window().shown(
            {"end": f"end-{end}", "doubtful": doubtful.value, "bet": bet}
        )
        assert "Your bet holds" in said
        assert ("adjusted (ADJUSTED)" in drawn) == (expected is LOST)


def test_a_day_or_a_word_that_is_none_is_refused():
    for day, word in (("2014-02", "manageable"), ("2014-02-23", "fine")):
        with pytest.raises(CrisisPathsError):
            ending(day, word)


def test_all_evidence_on_control_is_sorted_once():
    items = {
        row["coding_id"]
        for row in rows("codings")
        if row["dimension"] == "control" and row["case"] in TABLE_2
    }
    assert set(SORTED) == items
    assert sum(len(found(source)) for source in Source) == len(items) == 28


def test_outsiders_whom_the_article_quotes_or_cites_are_sorted_as_such():
    """Kortunov’s words (4.1, paragraph 5), Sharshenova’s study (4.2, paragraph 6); none on 2022."""
    assert {row["coding_id"] for row in found(Source.THIRD)} == {
        "by-overpressure",
        "kg-more-confident",
    }
    cited = {row["key"]: row["section"] for row in rows("citations")}
    assert (cited["kortunov2020"], cited["sharshenova2021"]) == ("4.1", "4.2")


def test_the_article_offers_nothing_from_inside_nor_told_later():
    lines = sources_table().text.splitlines()[: len(Source)]
    empty = [line.split(" | ")[0] for line in lines if line.endswith("| none")]
    assert empty == [s.label for s in (Source.INSIDE, Source.TESTIMONY)]
    weak_2022 = [
        row["coding_id"]
        for source in (Source.INSIDE, Source.TESTIMONY, Source.THIRD)
        for row in found(source)
        if row["case"] == "ukraine_2022"
    ]
    assert weak_2022 == []
    html = sources_table().html
    for row in rows("codings"):
        assert (Markup.escape(row["evidence"]) in html) == (row["coding_id"] in SORTED)


def test_a_prompt_for_each_choice_that_may_be_open():
    choices = readings().choices
    panels = until_chosen("Read.", *choices)
    assert len(panels) == len(choices) and len({panel.html for panel in panels}) == 1


QUESTIONS = one_coding.QUESTIONS | on_readings.QUESTIONS


@pytest.mark.parametrize("name", ["one-in-five", "only-crises", "sure-in-2022", "seen-apart"])
def test_questions_have_three_answers_that_cite(name):
    asked = QUESTIONS[name]()
    assert asked.name == name and len(asked.answers) == 3
    assert sum(answer.right for answer in asked.answers) == 1
    for answer in asked.answers:
        assert answer.feedback.endswith(".") and "ection" in answer.feedback
