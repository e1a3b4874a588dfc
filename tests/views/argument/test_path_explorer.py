"""The book's main explorer: every setting against the framework, and in words."""

import re

import pytest
from markupsafe import Markup

from crisis_paths.framework import every_path, predict
from crisis_paths.questions import question
from crisis_paths.views.argument.path_explorer import path_explorer, said


def test_every_setting_shows_the_path_that_predict_names():
    for setting in path_explorer().settings():
        path = predict(setting["balance"], setting["control"], turmoil=setting["turmoil"])
        verdict, begins, drawn = path_explorer().shown(setting)
        kept = "holds" if setting["bet"] == path.outcome else "missed"
        assert f"Your bet {kept}. The framework predicts {path.verdict}." in verdict
        assert ("without turmoil" in begins) is not path.turmoil
        assert f'data-path="{path.cell}"' in drawn
        rules = re.findall(r'href="#rule-([a-z0-9-]+)"', drawn)
        assert rules == [step.rule.id for step in path.steps]


# What the paragraph at each figure says, and what it does not.
SAID = {
    "strong/continued": (["blocks", "whether or not it acts", "probably"], ["nobody", "compete"]),
    "strong/adjusted": (["The two compete, but", "limited intervention"], ["contest", "alone"]),
    "weak/continued": (["lessens", "will and room", "may do more"], ["without a rival"]),
    "weak/adjusted": (["stronger means", "enters the state"], ["only here"]),
}


@pytest.mark.parametrize("cell", SAID)
def test_what_decides_is_told_as_the_paragraph_at_the_figure_tells_it(cell):
    """图1 阻挡, 无论其是否采取; 图2 虽然存在竞争, 但; 图3 减少, 意愿和空间; 图4 竞相采取更强."""
    control, balance = cell.split("/")
    words = said(predict(balance, control))
    there, absent = SAID[cell]
    assert all(part in words for part in there)
    assert not [part for part in absent if part in words]


def test_two_that_compete_are_nowhere_told_to_be_without_a_contest():
    asked = question("confident-hegemon")
    (yes,) = [answer for answer in asked.answers if answer.right]
    assert "the two compete" in yes.feedback and "no contest" not in yes.feedback
    (rule,) = [
        s for s in predict("adjusted", "strong").steps if s.rule.anchor == "使政局动荡具备管控的"
    ]
    assert rule.text == ("The two compete, and that limit makes it possible to manage the turmoil.")


def test_nothing_is_given_away_before_the_bet():
    setting = {"turmoil": "yes", "balance": "adjusted", "control": "weak", "bet": "unset"}
    (prompt,) = path_explorer().shown(setting)
    assert "predict" not in prompt and "place your bet" in prompt


def test_the_text_lists_every_combination():
    text = path_explorer()._repr_mimebundle_()["text/plain"]
    for path in every_path():
        assert path.explain() in text


def test_the_text_alternative_is_a_table_of_every_combination_with_rules_and_sections():
    html = str(path_explorer().alternative)
    body = html[html.index("<tbody>") :]
    rows = re.findall(r"<tr>.*?</tr>", body, flags=re.S)
    assert len(rows) == 8
    for row, path in zip(rows, every_path(), strict=True):
        assert path.verdict in row
        for step in path.steps:
            assert f"#rule-{step.rule.id}" in row and str(Markup.escape(step.rule.source)) in row


def test_the_bundle_carries_both_faces_and_a_text():
    bundle = path_explorer()._repr_mimebundle_()
    assert set(bundle) >= {
        "text/html",
        "text/plain",
        "application/vnd.jupyter.widget-view+json",
    }
