"""Section 2.2 as printed: what each explanation looks at, expects, and earns."""

import pytest

from crisis_paths.actors import Actor
from crisis_paths.cases import TABLE_2
from crisis_paths.explanations import Explanation, Forecast, Relation, forecast, premises
from crisis_paths.observations import Degree, compared, observed
from crisis_paths.rules import Standing
from crisis_paths.scoreboard import SIDES, Mark, held, score, tally
from crisis_paths.tables import rows
from crisis_paths.views.explanations import (
    explanation_explorer,
    kept_and_left,
    own_scoreboard,
    premise_words,
)

BY, KG, KZ, UA13, UA22 = TABLE_2
HIT, MISS, SILENT = Mark
# Belarus, Kyrgyzstan, Kazakhstan, Ukraine 2013, Ukraine 2022; read from section 2.2 by hand.
BOARD = {
    (Explanation.VALUE, Actor.HEGEMON): (MISS, SILENT, SILENT, MISS, MISS),
    (Explanation.VALUE, Actor.EXTERNAL): (MISS, SILENT, SILENT, HIT, HIT),
    (Explanation.AGENDA, Actor.HEGEMON): (HIT, MISS, MISS, SILENT, MISS),
    (Explanation.AGENDA, Actor.EXTERNAL): (HIT, HIT, MISS, SILENT, MISS),
    (Explanation.IDENTITY, Actor.HEGEMON): (MISS, MISS, MISS, SILENT, HIT),
    (Explanation.IDENTITY, Actor.EXTERNAL): (SILENT,) * 5,
    (Explanation.THREAT, Actor.HEGEMON): (SILENT, SILENT, SILENT, MISS, MISS),
    (Explanation.THREAT, Actor.EXTERNAL): (SILENT,) * 5,
    (Explanation.FRAMEWORK, Actor.HEGEMON): (HIT, HIT, HIT, SILENT, HIT),
    (Explanation.FRAMEWORK, Actor.EXTERNAL): (HIT,) * 5,
}
EVERY = [(e, case, side) for e in Explanation for case in TABLE_2 for side in SIDES]


@pytest.mark.parametrize(("explanation", "side"), BOARD)
def test_the_scoreboard_as_section_2_2_has_it(explanation, side):
    marks = tuple(score(explanation, case, side).mark for case in TABLE_2)
    assert marks == BOARD[explanation, side]


def test_what_each_explanation_expects():
    assert forecast(Explanation.AGENDA, KG, Actor.HEGEMON) == Forecast(Relation.MORE, (BY,))
    assert forecast(Explanation.AGENDA, KZ, Actor.EXTERNAL) == Forecast(Relation.SAME, (UA22,))
    assert forecast(Explanation.IDENTITY, BY, Actor.HEGEMON) == Forecast(Relation.SAME, (KG, KZ))
    assert forecast(Explanation.IDENTITY, UA22, Actor.HEGEMON).relation is Relation.OTHER
    assert forecast(Explanation.THREAT, UA13, Actor.HEGEMON) == Forecast(Relation.MORE, (UA22,))
    assert forecast(Explanation.VALUE, UA13, Actor.EXTERNAL) == Forecast(Relation.SAME, (UA22,))
    assert forecast(Explanation.VALUE, BY, Actor.EXTERNAL).relation is Relation.NO_LESS


def test_the_forecasts_are_those_that_the_table_words():
    """Where the table gives a degree or names one crisis to compare with."""
    worded = {"more than in": Relation.MORE, "less than in": Relation.LESS, "as in": Relation.SAME}
    held_against = 0
    for row in rows("rivals"):
        words, _, peer = row["predicts"].rpartition(" ")
        if row["kind"] == "prediction" and peer in TABLE_2:
            found = forecast(Explanation(row["explanation"]), row["case"], Actor(row["actor"]))
            assert found == Forecast(worded[words], (peer,)), row["rival_id"]
            held_against += 1
    assert held_against == 11


def test_comparisons_are_the_same_from_either_side():
    for side in SIDES:
        for case in TABLE_2:
            assert compared(case, case, side) in (0, None)
            for other in TABLE_2:
                there, back = compared(case, other, side), compared(other, case, side)
                assert (there is None) == (back is None)
                assert there is None or there == -back


def test_2013_has_no_degree_of_russia_s_part_but_a_comparison():
    assert observed(UA13, Actor.HEGEMON) is None
    assert compared(UA13, UA22, Actor.HEGEMON) == -1
    assert observed(KG, Actor.HEGEMON) is Degree.NONE


@pytest.mark.parametrize(("explanation", "case", "side"), EVERY)
def test_every_score_has_its_reason_and_place(explanation, case, side):
    found = score(explanation, case, side)
    assert found.why.endswith(".") and found.section
    assert (found.forecast is None) <= (found.mark is SILENT)
    if found.forecast:
        assert found.mark is held(found.forecast, case, side)
        if explanation is not Explanation.FRAMEWORK:
            assert case in premises(explanation, side)


def test_a_comparison_fails_by_one_crisis_and_holds_by_all():
    assert held(Forecast(Relation.SAME, (KZ,)), BY, Actor.HEGEMON) is HIT
    assert held(Forecast(Relation.SAME, (KZ, KG)), BY, Actor.HEGEMON) is MISS
    assert held(Forecast(Relation.SAME, (KZ, UA13)), BY, Actor.HEGEMON) is SILENT
    assert held(Forecast(Relation.SAME, (UA13, KG)), BY, Actor.HEGEMON) is MISS


def test_the_article_s_own_score_is_marked_as_ours():
    for case in TABLE_2:
        for side in SIDES:
            assert score(Explanation.FRAMEWORK, case, side).standing is Standing.OURS
    assert list(tally(Explanation.FRAMEWORK).values()) == [9, 0, 1]


def test_the_explorer_answers_every_bet_by_the_scoreboard():
    explorer = explanation_explorer()
    for setting in explorer.settings():
        explanation = Explanation(setting["explanation"].replace("-", "_"))
        case = setting["case"].replace("-", "_")
        found = score(explanation, case, Actor(setting["actor"]))
        verdict, card = explorer.shown(setting)
        assert ("Your bet holds" in verdict) == (setting["bet"] == found.mark)
        assert found.why.replace("&", "&amp;") in card
        assert premise_words(explanation, case, Actor(setting["actor"])) in card


def test_what_is_kept_has_the_two_parts_taken_over():
    text = kept_and_left().text
    assert text.count("| nothing |") == 2  # value and agenda give nothing to the new argument
    assert "Each of the explanations adds" not in text  # said of all four, so said once, in prose
    assert own_scoreboard().text.count("\n") == 4 + 10
