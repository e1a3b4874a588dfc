"""Section 2.2 as printed: what each explanation looks at, expects, and earns."""

import pytest

from crisis_paths.argument.explanations import Explanation, Forecast, Relation, forecast, premises
from crisis_paths.argument.observations import Degree, compared, observed
from crisis_paths.argument.scoreboard import SIDES, Mark, comparisons, fields, held, score, tally
from crisis_paths.framework.actors import Actor
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.rules import Standing
from crisis_paths.tables.reading import rows
from crisis_paths.views.argument.explanations import (
    expected_words,
    kept_and_left,
    observed_words,
    own_scoreboard,
    premise_words,
)
from crisis_paths.views.argument.rivals_matrix import matrix_fields, rivals_matrix
from explorers.choices import UNSET

BY, KG, KZ, UA13, UA22 = TABLE_2
HIT, MISS, SILENT = Mark
# Belarus, Kyrgyzstan, Kazakhstan, Ukraine 2013, Ukraine 2022; read from section 2.2 by hand.
BOARD = {
    (Explanation.VALUE, Actor.HEGEMON): (MISS, SILENT, SILENT, MISS, MISS),
    (Explanation.VALUE, Actor.EXTERNAL): (MISS, SILENT, SILENT, HIT, HIT),
    (Explanation.AGENDA, Actor.HEGEMON): (HIT, MISS, MISS, SILENT, MISS),
    (Explanation.AGENDA, Actor.EXTERNAL): (HIT, HIT, MISS, SILENT, MISS),
    (Explanation.STATUS, Actor.HEGEMON): (MISS, MISS, MISS, SILENT, HIT),
    (Explanation.STATUS, Actor.EXTERNAL): (SILENT,) * 5,
    (Explanation.THREAT, Actor.HEGEMON): (SILENT, SILENT, SILENT, MISS, MISS),
    (Explanation.THREAT, Actor.EXTERNAL): (SILENT,) * 5,
    (Explanation.FRAMEWORK, Actor.HEGEMON): (HIT, HIT, HIT, SILENT, HIT),
    (Explanation.FRAMEWORK, Actor.EXTERNAL): (HIT,) * 5,
}
# What each is held against, each comparison once; section 2.2 again, sentence by sentence.
RUSSIA, OUTSIDE = Actor.HEGEMON, Actor.EXTERNAL
COMPARED = {
    Explanation.VALUE: [
        (RUSSIA, (BY, UA13, UA22), MISS),  # no less valuable than Ukraine, and less was done
        (RUSSIA, (UA13, UA22), MISS),  # one state, two crises
        (OUTSIDE, (BY, UA13, UA22), MISS),
        (OUTSIDE, (UA13, UA22), HIT),
    ],
    Explanation.AGENDA: [
        (RUSSIA, (BY,), HIT),  # epidemic, constitution
        (RUSSIA, (BY, KG), MISS),  # the agenda pressed less, and Russia was as conservative
        (RUSSIA, (KZ, UA22), MISS),
        (OUTSIDE, (BY,), HIT),  # the season of the United States' election
        (OUTSIDE, (KG,), HIT),
        (OUTSIDE, (KZ, UA22), MISS),  # one government, two strategies
    ],
    Explanation.STATUS: [
        (RUSSIA, (BY, KG, KZ), MISS),  # one sentence on three members
        (RUSSIA, (BY, KG, KZ, UA22), HIT),
    ],
    Explanation.THREAT: [(RUSSIA, (UA13, UA22), MISS)],
}
TALLIES = {
    Explanation.VALUE: (1, 3, 4),
    Explanation.AGENDA: (3, 3, 2),
    Explanation.STATUS: (1, 1, 6),
    Explanation.THREAT: (0, 1, 8),
    Explanation.FRAMEWORK: (9, 0, 1),
}
EVERY = [(e, case, side) for e in Explanation for case in TABLE_2 for side in SIDES]


@pytest.mark.parametrize(("explanation", "side"), BOARD)
def test_the_scoreboard_as_section_2_2_has_it(explanation, side):
    marks = tuple(score(explanation, case, side).mark for case in TABLE_2)
    assert marks == BOARD[explanation, side]


@pytest.mark.parametrize("explanation", COMPARED)
def test_each_comparison_is_counted_once(explanation):
    found = comparisons(explanation)
    assert [(c.actor, c.cases, c.mark) for c in found] == COMPARED[explanation]
    assert len({(c.actor, c.cases) for c in found}) == len(found)


@pytest.mark.parametrize("explanation", TALLIES)
def test_the_tallies_count_comparisons_and_silence_counts_fields(explanation):
    assert tuple(tally(explanation).values()) == TALLIES[explanation]
    board = [mark for side in SIDES for mark in BOARD[explanation, side]]
    assert fields(explanation) == {mark: board.count(mark) for mark in Mark}
    assert tally(explanation)[SILENT] == fields(explanation)[SILENT]


def test_fourteen_fields_that_miss_rest_on_eight_comparisons():
    assert sum(fields(e)[MISS] for e in COMPARED) == 14
    assert sum(tally(e)[MISS] for e in COMPARED) == 8
    assert "the 20 fields" in own_scoreboard().text
    assert "rest on 13 checks, 8 of them missed" in own_scoreboard().text
    assert "rest on 13 checks, 8 of them missed" in rivals_matrix().alternative


def test_a_comparison_that_fails_from_one_end_has_failed():
    """Of what each of its crises shows, the worst is what counts."""
    for explanation in Explanation:
        for found in comparisons(explanation):
            marks = {
                score(explanation, case, found.actor).mark
                for case in found.cases
                if (expected := forecast(explanation, case, found.actor))
                and set(found.cases) == {case, *expected.peers}
            }
            assert marks and (found.mark is MISS) is (MISS in marks)
            assert (found.mark is HIT) is (marks == {HIT})


def test_the_silent_field_is_where_two_passages_disagree():
    """2.2.3: less than in 2022; 4.4, paragraph 7: 与2013年…相类似…激烈争夺."""
    silent = [
        (case, side)
        for case in TABLE_2
        for side in SIDES
        if score(Explanation.FRAMEWORK, case, side).mark is SILENT
    ]
    assert silent == [(UA13, Actor.HEGEMON)]
    expected = [forecast(Explanation.FRAMEWORK, c, Actor.HEGEMON).relation for c in (UA13, UA22)]
    assert expected == [Relation.LIMITED, Relation.STRONG]  # less in 2013, and not fierce
    assert compared(UA13, UA22, Actor.HEGEMON) == -1
    said = own_scoreboard().text
    assert "silent is Russia in 2013. Section 2.2.3 has" in said
    assert "section 4.4, paragraph 7, has it contend fiercely" in said


def test_the_framework_does_not_tell_the_three_members_apart_either():
    """They stand in one cell; so what misses for relational status is open for it as well."""
    found = {forecast(Explanation.FRAMEWORK, case, Actor.HEGEMON) for case in (BY, KG, KZ)}
    assert found == {Forecast(Relation.LIMITED)}
    assert len({observed(case, Actor.HEGEMON) for case in (BY, KG, KZ)}) == 2


def test_what_each_explanation_expects():
    assert forecast(Explanation.AGENDA, KG, Actor.HEGEMON) == Forecast(Relation.MORE, (BY,))
    assert forecast(Explanation.AGENDA, KZ, Actor.EXTERNAL) == Forecast(Relation.SAME, (UA22,))
    assert forecast(Explanation.STATUS, BY, Actor.HEGEMON) == Forecast(Relation.SAME, (KG, KZ))
    assert forecast(Explanation.STATUS, UA22, Actor.HEGEMON).relation is Relation.OTHER
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


# What stands at the end of each row once all its cells are bet on: right of how many; by BOARD.
SCORES = {
    (Explanation.VALUE, RUSSIA): (0, 3),
    (Explanation.VALUE, OUTSIDE): (2, 3),
    (Explanation.AGENDA, RUSSIA): (1, 4),
    (Explanation.AGENDA, OUTSIDE): (2, 4),
    (Explanation.STATUS, RUSSIA): (1, 4),
    (Explanation.STATUS, OUTSIDE): (0, 0),
    (Explanation.THREAT, RUSSIA): (0, 2),
    (Explanation.THREAT, OUTSIDE): (0, 0),
}


def _shown(setting: dict[str, str]) -> dict[str, str]:
    """What each region of the matrix shows."""
    return {
        region.name: " ".join(panel.html for panel in region.panels if panel.fits(setting))
        for region in rivals_matrix().regions
    }


def _nothing() -> dict[str, str]:
    return {one.name: one.start for one in rivals_matrix().choices}


@pytest.mark.parametrize("field", matrix_fields(), ids=lambda field: field.bet)
def test_every_cell_is_bet_on_and_read_as_the_scoreboard_has_it(field):
    one = field.explanation, field.case, field.actor
    found, here = score(*one), {"cell": field.cell, "actor": field.actor}
    chosen = _nothing() | here
    if found.mark is SILENT:
        assert field.bet not in chosen
        shown = _shown(chosen)
        assert "says nothing here" in shown["verdict"] and shown["card"] == ""
        assert found.why.replace("&", "&amp;") in shown["verdict"]
        assert ">–<" in shown[f"mark-{field.cell}"]
        return
    shown = _shown(chosen)
    assert "Bet" in shown["verdict"] and shown["card"] == ""
    assert ">?<" in shown[f"mark-{field.cell}"]  # nothing is given away
    for bet in (HIT, MISS):
        shown = _shown(chosen | {field.bet: bet})
        assert ("Your bet holds" in shown["verdict"]) is (bet is found.mark)
        assert f">{found.mark.label}<" in shown[f"mark-{field.cell}"]
        for words in (
            premise_words(*one),
            expected_words(found.forecast),
            observed_words(field.case, field.actor),
            found.why,
            f"section {found.section}",
        ):
            assert words.replace("&", "&amp;") in shown["card"]


@pytest.mark.parametrize("row", SCORES)
def test_a_row_ends_with_its_score(row):
    """The page counts the marks that it shows: those placed, and of these the hits."""
    _explanation, actor = row
    fields = [f for f in matrix_fields() if (f.explanation, f.actor) == row]
    assert [f.mark for f in fields] == list(BOARD[row])
    bets = {f.bet: HIT for f in fields if f.mark is not SILENT}
    shown = _shown(_nothing() | {"actor": actor} | bets)
    marks = [shown[f"mark-{f.cell}"] for f in fields]
    counted = (
        sum("score-right" in mark for mark in marks),
        sum("score-placed" in mark for mark in marks),
    )
    assert counted == SCORES[row]


def test_a_bet_is_asked_only_in_its_own_cell():
    explorer = rivals_matrix()
    for one in explorer.choices[2:]:
        cell, actor = dict(one.when)["cell"][0], dict(one.when)["actor"][0]
        assert one.start == UNSET and one.name == f"{cell}-{actor}"
        setting = _nothing() | {"cell": cell, "actor": actor}
        assert [c.name for c in explorer.choices[2:] if c.asked(setting)] == [one.name]


def test_what_is_kept_has_the_two_parts_taken_over():
    text = kept_and_left().text
    assert text.count("| nothing |") == 2  # value and agenda give nothing to the new argument
    assert "Each of the explanations adds" not in text  # said of all four, so said once, in prose
    assert len(own_scoreboard().text.splitlines()) == 5 + 2 + 13 + 10
