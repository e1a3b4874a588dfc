"""Every rule has its place, and the place is where it says."""

from crisis_paths import tables
from crisis_paths.cases import TABLE_2, in_cell
from crisis_paths.framework import every_path
from crisis_paths.rules import RULES, Kind, Standing


def test_every_rule_has_a_place_an_anchor_and_a_standing():
    assert len(RULES) == len(tables.rows("rules"))
    for rule in RULES.values():
        assert rule.section and rule.place and rule.condition and rule.consequence
        assert 2 <= len(rule.anchor) <= 12
        assert isinstance(rule.kind, Kind) and isinstance(rule.standing, Standing)
        assert set(rule.figures) <= {1, 2, 3, 4}
        assert not rule.consequence.endswith(".") and rule.text.endswith(".")


def test_no_two_rules_share_an_anchor():
    anchors = [rule.anchor for rule in RULES.values()]
    assert len(set(anchors)) == len(anchors)


def test_what_is_reconstructed_or_ours_says_why():
    for rule in RULES.values():
        if rule.standing is not Standing.STATED:
            assert rule.note, rule.id


def test_the_drawing_of_the_figures_is_marked_as_reconstructed():
    drawings = [RULES[f"figure-{n}"] for n in (1, 2, 3, 4)]
    assert {rule.standing for rule in drawings} == {Standing.RECONSTRUCTED}
    assert "dashed arrow" in RULES["figure-4"].note


def test_every_mechanism_and_prediction_of_a_figure_fires_in_its_cell():
    fired = {(step.rule.id, path.figure) for path in every_path() for step in path.steps}
    for rule in RULES.values():
        if rule.figures and rule.kind in (Kind.MECHANISM, Kind.PREDICTION):
            assert {(rule.id, figure) for figure in rule.figures} <= fired, rule.id


def test_table_2_as_printed():
    assert {path.cell: [c.title for c in in_cell(path.cell)] for path in every_path()} == {
        "strong/continued": ["Belarus 2020", "Kyrgyzstan 2020", "Kazakhstan 2022"],
        "strong/adjusted": ["Ukraine 2013"],
        "weak/continued": [],
        "weak/adjusted": ["Ukraine 2022"],
    }


def test_the_framework_predicts_the_outcome_of_each_case_it_was_built_on():
    for case in TABLE_2.values():
        assert case.path.outcome is case.outcome, case.id
