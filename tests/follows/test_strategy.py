"""Section 5: the advice, the summits and their evenness, and balance that works back."""

import re
from datetime import date
from fractions import Fraction
from itertools import product

import pytest

from crisis_paths.errors import CrisisPathsError
from crisis_paths.follows.evenness import Grouping, counted, effective_number, evenness, shares
from crisis_paths.follows.feedback import Feedback, out_of_reach, perceived, reached
from crisis_paths.follows.strategy import ADVICE, Verdict
from crisis_paths.follows.summits import SUMMITS, Partner
from crisis_paths.framework import predict
from crisis_paths.framework.rules import RULES, Standing
from crisis_paths.framework.variables import Balance, Control
from crisis_paths.questions import question
from crisis_paths.questions.follows.strategy import QUESTIONS
from crisis_paths.tables.reading import rows
from crisis_paths.views.follows.advice import advice_explorer
from crisis_paths.views.follows.evenness_table import evenness_table
from crisis_paths.views.follows.feedback import feedback_explorer
from crisis_paths.views.follows.summits import summits_picture, summits_table
from crisis_paths.views.kit.dates import in_words

HALF = Fraction(1, 2)
START = {"balance": "continued", "control": "weak", "bet": "manageable"}


# ---- the advice ----


# Every verdict, read from sections 3, 4.4 and 5 by hand.
VERDICTS = {
    "keep-it-out": "supported",
    "turmoil-at-any-price": "not-supported",
    "small-steps": "supported",
    "follow-the-hegemon": "not-supported",
    "show-it": "supported",
    "never-change": "not-supported",
    "use-the-hegemon": "supported",
    "keep-all-out": "both-ways",
    "build-at-home": "supported",
    "while-it-lasts": "not-supported",
    "act-together": "supported",
    "balance-is-all": "not-supported",
}


def test_each_piece_of_advice_has_the_verdict_that_the_text_gives():
    assert len(ADVICE) == len(rows("advice"))
    assert {advice.id: advice.verdict.value for advice in ADVICE.values()} == VERDICTS


def test_where_the_text_pulls_both_ways_both_places_are_named():
    """Keep intervention out (重点是防止外部介入); one may help (若只有一个大国介入)."""
    for advice in ADVICE.values():
        assert (len(advice.rules) == 2) is (advice.verdict is Verdict.BOTH_WAYS)
    both = ADVICE["keep-all-out"]
    assert [rule.anchor for rule in both.rules] == ["重点是防止外部介入", "若只有一个大国介入"]
    assert both.standing is Standing.RECONSTRUCTED
    for place in (rule.source.removeprefix("section ") for rule in both.rules):
        assert place in both.why
    assert all(rule.id in advice_explorer().text for rule in both.rules)


def test_what_is_supported_is_stated():
    for advice in ADVICE.values():
        assert advice.words.endswith(".") and advice.why.endswith(".")
        assert {rule.standing for rule in advice.rules} == {Standing.STATED}
        if advice.verdict is Verdict.SUPPORTED:
            assert advice.standing is Standing.STATED


def test_each_verdict_stands_where_its_rule_does():
    for row in rows("advice"):
        rule = ADVICE[row["advice_id"]].rules[0]
        assert (row["section"], row["place"]) == (rule.section, rule.place)


# ---- the summits ----


def test_the_articles_list_is_five_meetings_within_its_span():
    named = [summit for summit in SUMMITS if summit.event]
    assert [summit.partner for summit in named] == [
        Partner.RUSSIA,
        Partner.EU,
        Partner.EU,
        Partner.US,
        Partner.GERMANY,
    ]
    for summit in SUMMITS:
        assert date(2022, 10, 1) <= summit.day <= date(2023, 9, 30)
    for summit in named:
        assert summit.event["section"] == "5"
        assert (summit.event["date_start"], summit.event["date_end"]) == ("2022-10", "2023-09")


def test_only_the_summit_with_china_is_not_named():
    assert [summit.partner for summit in SUMMITS if summit.event is None] == [Partner.CHINA]


# Reckoned by hand: meetings by partner in order of date, the effective number, evenness.
BY_HAND = {
    ("each", 1, False): ([1, 2, 1, 1], "25/7", "25/28"),
    ("each", 1, True): ([1, 2, 1, 1, 1], "9/2", "9/10"),
    ("each", HALF, False): ([1, 1, 1, 1], "4", "1"),
    ("each", HALF, True): ([1, 1, 1, 1, 1], "5", "1"),
    ("joined", 1, False): ([1, 3, 1], "25/11", "25/33"),
    ("joined", 1, True): ([1, 3, 1, 1], "3", "3/4"),
    ("joined", HALF, False): ([1, 2, 1], "8/3", "8/9"),
    ("joined", HALF, True): ([1, 2, 1, 1], "25/7", "25/28"),
    ("camps", 1, False): ([1, 4], "25/17", "25/34"),
    ("camps", 1, True): ([1, 4, 1], "2", "2/3"),
    ("camps", HALF, False): ([1, 3], "8/5", "4/5"),
    ("camps", HALF, True): ([1, 3, 1], "25/11", "25/33"),
}


def test_every_way_of_counting_was_reckoned_by_hand():
    assert set(BY_HAND) == set(product(Grouping, (1, HALF), (False, True)))


@pytest.mark.parametrize(("grouping", "weight", "china"), BY_HAND)
def test_the_measure_for_every_way_of_counting(grouping, weight, china):
    meetings, effective, even = BY_HAND[grouping, weight, china]
    counts = counted(grouping, eu_weight=weight, china=china)
    assert list(counts.values()) == meetings
    assert effective_number(counts) == Fraction(effective)
    assert evenness(counts) == Fraction(even)
    assert sum(shares(counts).values()) == 1


def test_the_measure_at_its_ends():
    one, none = Fraction(1), Fraction(0)
    assert evenness({Partner.RUSSIA: one}) == 1
    assert effective_number({Partner.RUSSIA: one, Partner.EU: none}) == 1
    assert evenness({Partner.RUSSIA: one, Partner.EU: none}) == HALF
    tenfold = {who: 10 * count for who, count in counted("each").items()}
    assert evenness(tenfold) == evenness(counted("each"))


@pytest.mark.parametrize("counts", [{}, {Partner.EU: 0}, {Partner.EU: 3, Partner.US: -1}])
def test_shares_of_nothing_are_refused(counts):
    with pytest.raises(CrisisPathsError, match=r"none may be below 0 and one must be above"):
        evenness(counts)


def test_a_count_that_means_nothing_is_refused():
    with pytest.raises(CrisisPathsError, match=r"'blocs', but must be one of: each, joined, camps"):
        counted("blocs")
    with pytest.raises(CrisisPathsError, match=r"counts 2, but must count from 0 to 1"):
        counted("each", eu_weight=2)


# ---- balance that works back ----


@pytest.mark.parametrize(
    ("feedback", "cells"),
    [
        ("none", ["strong/continued", "strong/adjusted", "weak/continued", "weak/adjusted"]),
        ("reassures", ["strong/continued", "strong/adjusted", "weak/adjusted"]),
        ("both", ["strong/continued", "weak/adjusted"]),
    ],
)
def test_the_cells_that_are_left(feedback, cells):
    assert [path.cell for path in reached(feedback)] == cells


def test_only_feedback_both_ways_changes_an_outcome():
    changed = [
        (feedback, control, balance)
        for feedback, control, balance in product(Feedback, Control, Balance)
        if predict(balance, control).outcome
        is not predict(balance, perceived(balance, control, feedback)).outcome
    ]
    assert changed == [(Feedback.BOTH, Control.STRONG, Balance.ADJUSTED)]


def test_feedback_at_full_strength_meets_one_case_that_it_does_not_fit():
    found = {feedback: [case.title for case in out_of_reach(feedback)] for feedback in Feedback}
    assert found == {"none": [], "reassures": [], "both": ["Ukraine 2013"]}


def test_what_has_worked_back_once_is_settled():
    for feedback, control, balance in product(Feedback, Control, Balance):
        once = perceived(balance, control, feedback)
        assert perceived(balance, once, feedback) is once


def test_the_direction_of_the_feedback_is_implied_and_only_its_strength_open():
    """有助于将地区主导国转变为支持性力量，并且…所以…更明智做法仍然是保持外交平衡."""
    rule = RULES["balance-feeds-back"]
    assert rule.source == "section 5, paragraph 4"
    assert "supporting force" in rule.consequence and "the wiser course" in rule.consequence
    assert "implies that the effect is favourable" in rule.note and "how strong" in rule.note
    shown = " ".join(feedback_explorer().shown({**START, "feedback": "reassures"}))
    assert "implies that it does so for the better" in shown
    assert "Which way" not in feedback_explorer().html()


def test_an_unknown_feedback_is_refused():
    with pytest.raises(CrisisPathsError, match=r"'some', but must be one of: none, reassures, bot"):
        perceived("continued", "weak", "some")
    with pytest.raises(CrisisPathsError, match=r"balance is 'even'"):
        perceived("even", "weak", "none")


# ---- what readers see ----


@pytest.mark.parametrize("make", [advice_explorer, feedback_explorer])
def test_nothing_is_given_away_before_the_bet(make):
    explorer = make()
    for setting in explorer.settings():
        (prompt,) = explorer.shown(setting | {"bet": "unset"})
        assert 'class="prompt"' in prompt


def _holds(explorer, setting) -> bool:
    told = explorer.shown(setting)[0]
    assert ("Your bet holds" in told) != ("Your bet missed" in told)
    return "Your bet holds" in told


def test_the_table_of_evenness_is_as_reckoned_by_hand():
    shown = re.findall(r"<td>([^<]*)</td>", evenness_table().html)
    reckoned = [Fraction(even) for _meetings, _effective, even in BY_HAND.values()]
    order = [0, 1, 2, 3]  # as listed, with China, the EU as half, both
    by_row = [reckoned[4 * row + n] for row in range(len(Grouping)) for n in order]
    wanted = [str(e) if e.denominator == 1 else f"{float(e):.3f}" for e in by_row]
    assert shown[: len(wanted)] == wanted
    assert wanted[:4] == ["0.893", "0.900", "1", "1"]


def test_each_summit_has_a_mark_and_its_card_says_when_and_what_is_printed():
    explorer = summits_picture()
    (choice,) = explorer.choices
    for summit, value in zip(SUMMITS, choice.values, strict=True):
        (card,) = explorer.shown({choice.name: value})
        assert in_words(summit.check["found_date"]) in card and summit.partner.label in card
        if summit.event:
            assert "Section 5" in card
        else:
            assert "Not named" in card


def test_two_ways_of_counting_that_differ_are_never_shown_as_the_same_number():
    shown = {line.rsplit(" | ", 1)[1] for line in evenness_table().text.splitlines()}
    assert len(shown) == len({even for _, _, even in BY_HAND.values()})


def test_a_bet_on_the_advice_holds_as_the_table_says():
    explorer = advice_explorer()
    for setting in explorer.settings():
        assert _holds(explorer, setting) is (setting["bet"] == VERDICTS[setting["advice"]])
    (prompt,) = explorer.shown({"advice": "unset", "bet": "supported"})
    assert 'class="prompt"' in prompt


def test_a_bet_on_the_outcome_holds_as_predict_says():
    explorer = feedback_explorer()
    for setting in explorer.settings():
        after = perceived(setting["balance"], setting["control"], setting["feedback"])
        path = predict(setting["balance"], after)
        assert _holds(explorer, setting) is (setting["bet"] == path.outcome), setting


def test_the_summits_stand_in_the_order_of_their_days():
    lines = summits_table().text.splitlines()
    days = [summit.check["found_date"] for summit in SUMMITS]
    assert len(days) == len(lines) == 6 and days == sorted(days)
    for line, day in zip(lines, days, strict=True):
        assert line.split(" | ")[1].startswith(in_words(day))


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_questions_have_three_answers_that_cite_a_section(name):
    asked = question(name)
    assert len(asked.answers) == 3
    for answer in asked.answers:
        assert answer.feedback.endswith(".") and "section" in answer.feedback
