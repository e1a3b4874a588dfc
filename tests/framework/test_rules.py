"""Every rule has its place, and the place is where it says."""

import pytest

from crisis_paths.framework import every_path
from crisis_paths.framework.cases import TABLE_2, in_cell
from crisis_paths.framework.rules import RULES, Kind, Standing
from crisis_paths.tables import reading as tables


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


# What the article claims, by the Chinese words that carry it, and words of our rendering.
CLAIMED = {
    "可以被视为地区等级体系中": ("2.1", "authority in a regional hierarchy"),
    "都意味着大国取得竞争优势": ("2.1", "gained the advantage"),
    "改变原有外交政策的倾向": ("2.1", "colour revolution"),
    "意料之外的政权更迭": ("2.1", "military intervention becomes likelier"),
    "难免出现剧烈摇摆": ("2.2.3", "can hardly help swaying"),
    "若只有一个大国介入": ("3", "outside its gates"),
    "缩小大国介入动荡局势": ("3", "in theory"),
    "无论其是否采取实际的介入": ("3", "probably"),
    "重点是防止外部介入": ("3", "prevent outside intervention"),
    # ability, where the variable is the perception of it
    "依据自身的控局能力决定": ("abstract", "its own ability"),
    "帮助中小国家管控政局动荡": ("3", "lacks the ability"),
    "也没有管控局面的信心": ("4.4", "both the ability and the confidence"),
    "管控能力的评价": ("5", "the wiser course"),
    "从哈萨克斯坦的实践": ("5", "helps it to preserve its autonomy"),
}


@pytest.mark.parametrize("anchor", CLAIMED)
def test_claims_are_rendered_as_they_are_made(anchor):
    (rule,) = [rule for rule in RULES.values() if rule.anchor == anchor]
    section, words = CLAIMED[anchor]
    assert rule.section == section and words in rule.text
    assert rule.standing is Standing.STATED


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
