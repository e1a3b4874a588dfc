"""The framework against the article's Table 1, Figures 1 to 4 and section 3, as literals."""

import dataclasses
from itertools import product

import pytest

from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework import (
    RULES,
    Actor,
    Balance,
    Control,
    ExternalWill,
    HegemonResponse,
    Outcome,
    Standing,
    every_path,
    predict,
)
from crisis_paths.framework.notation import KEYS, Mark, marks, unexplained

# Table 1, cell by cell, and what the paragraph beside each figure says.
TABLE_1 = {
    # control, balance: outcome, will of the external powers, answer of the hegemon, both?
    ("strong", "continued"): ("manageable", "reduced", "limited or none", False),
    ("strong", "adjusted"): ("manageable", "raised", "limited", False),
    ("weak", "continued"): ("manageable", "reduced", "raised, supporting", False),
    ("weak", "adjusted"): ("unmanageable", "raised", "raised, contending", True),
}
FIGURES = {
    ("strong", "continued"): 1,
    ("strong", "adjusted"): 2,
    ("weak", "continued"): 3,
    ("weak", "adjusted"): 4,
}
EVERY = [(c, b, t) for (c, b), t in product(TABLE_1, (True, False))]


def test_the_values_are_the_lower_case_words():
    assert [value.value for value in Balance] == ["continued", "adjusted"]
    assert [value.value for value in Control] == ["strong", "weak"]
    assert [value.value for value in Outcome] == ["manageable", "unmanageable"]


def test_the_other_value_of_a_variable():
    others = {value: value.other for variable in (Balance, Control, Outcome) for value in variable}
    assert others == {
        Balance.CONTINUED: Balance.ADJUSTED,
        Balance.ADJUSTED: Balance.CONTINUED,
        Control.STRONG: Control.WEAK,
        Control.WEAK: Control.STRONG,
        Outcome.MANAGEABLE: Outcome.UNMANAGEABLE,
        Outcome.UNMANAGEABLE: Outcome.MANAGEABLE,
    }


@pytest.mark.parametrize(("control", "balance", "turmoil"), EVERY)
def test_every_combination_is_table_1(control, balance, turmoil):
    path = predict(balance, control, turmoil=turmoil)
    assert (
        path.outcome,
        path.external_will,
        path.hegemon_response,
        path.competitive_intervention,
    ) == TABLE_1[control, balance]
    assert isinstance(path.outcome, Outcome)
    assert isinstance(path.external_will, ExternalWill)
    assert isinstance(path.hegemon_response, HegemonResponse)
    assert path.competitive_intervention in (True, False)
    assert path.cell == f"{control}/{balance}"
    assert path.figure == FIGURES[control, balance]
    assert path.turmoil is turmoil


def test_every_path_is_every_combination_once():
    combinations = [(path.control, path.balance, path.turmoil) for path in every_path()]
    assert sorted(combinations) == sorted(EVERY)


@pytest.mark.parametrize(("control", "balance"), TABLE_1)
def test_turmoil_changes_the_path_and_not_its_end(control, balance):
    with_, without = (predict(balance, control, turmoil=t) for t in (True, False))
    assert with_.outcome is without.outcome
    assert with_.steps != without.steps


@pytest.mark.parametrize(("control", "balance", "turmoil"), EVERY)
def test_steps_run_from_home_to_the_region_and_end_in_the_cell(control, balance, turmoil):
    steps = predict(balance, control, turmoil=turmoil).steps
    order = list(Actor)
    assert [order.index(step.actor) for step in steps] == sorted(
        order.index(step.actor) for step in steps
    )
    assert {step.actor for step in steps} == set(Actor)
    assert f"{control}-{balance}" in {step.rule.id for step in steps}
    assert len({step.rule.id for step in steps}) == len(steps)
    for step in steps:
        assert RULES[step.rule.id] is step.rule
        assert step.text.endswith(".") and step.text[0].isupper()


def test_rules_that_fire_are_those_of_the_cells_own_figure():
    """A rule that the text states for another figure is marked as carried over by us."""
    for path in every_path():
        for step in path.steps:
            elsewhere = step.rule.figures and path.figure not in step.rule.figures
            assert (step.standing is Standing.OURS) == bool(
                elsewhere or step.rule.standing is Standing.OURS
            )


def test_firmness_is_the_order_that_the_article_gives_or_implies():
    firm = {cell: predict(cell[1], cell[0]).firmness for cell in TABLE_1}
    stated = firm["strong", "continued"], firm["strong", "adjusted"]
    assert stated[0] > stated[1] and {f.standing for f in stated} == {Standing.STATED}
    implied = firm["weak", "continued"]
    assert implied > firm["strong", "adjusted"] and implied.standing is Standing.RECONSTRUCTED
    assert not implied < firm["strong", "continued"] and not implied > firm["strong", "continued"]
    assert all(firm["weak", "adjusted"] < other for other in (*stated, implied))


def test_the_keys_of_the_figures_as_printed():
    assert {
        1: {Mark.DASHED, Mark.BAR},
        2: {Mark.DASHED, Mark.SOLID},
        3: {Mark.DASHED, Mark.SOLID, Mark.BAR},
        4: {Mark.DASHED, Mark.SOLID},
    } == KEYS


def test_the_drawings_use_the_keys_and_leave_one_mark_unexplained():
    assert [marks(path) for path in every_path()[:4]] == [
        {Actor.EXTERNAL: (Mark.DASHED, Mark.BAR), Actor.HEGEMON: (Mark.DASHED,)},
        {Actor.EXTERNAL: (Mark.SOLID,), Actor.HEGEMON: (Mark.DASHED,)},
        {Actor.EXTERNAL: (Mark.DASHED, Mark.BAR), Actor.HEGEMON: (Mark.SOLID,)},
        {Actor.EXTERNAL: (Mark.SOLID,), Actor.HEGEMON: (Mark.SOLID,)},
    ]
    left = {path.figure: unexplained(path) for path in every_path()}
    assert left == {1: frozenset(), 2: frozenset(), 3: frozenset(), 4: {Mark.DASHED}}


@pytest.mark.parametrize(
    ("variable", "word", "value"),
    [
        (Balance, "CONTINUED", Balance.CONTINUED),
        (Balance, " Adjusted ", Balance.ADJUSTED),
        (Balance, "延续既往", Balance.CONTINUED),
        (Balance, "延续既往（模糊）", Balance.CONTINUED),
        (Balance, "外交倾向调整", Balance.ADJUSTED),
        (Balance, "外交倾向调整（明确）", Balance.ADJUSTED),
        (Balance, Balance.ADJUSTED, Balance.ADJUSTED),
        (Control, "Strong", Control.STRONG),
        (Control, "强", Control.STRONG),
        (Control, "弱", Control.WEAK),
        (Outcome, "可控危机", Outcome.MANAGEABLE),
        (Outcome, "失控危机", Outcome.UNMANAGEABLE),
    ],
)
def test_words_in_any_case_and_the_chinese_values(variable, word, value):
    assert variable.parse(word) is value


@pytest.mark.parametrize("word", [True, 1, 1.0, "1", "1.0", "yes", "YES", "True", "有", "是", "１"])
def test_turmoil_in_words(word):
    assert predict("continued", "strong", turmoil=word).turmoil is True


MISSING = [None, "", "  ", float("nan")]
WRONG = ["strnog", 3, 1.5, 0.6, "maybe", "2", [], {}, object, "continued; adjusted"]


@pytest.mark.parametrize("got", MISSING + WRONG)
@pytest.mark.parametrize(
    ("variable", "allowed"),
    [
        ("balance", "continued, adjusted (延续既往, 外交倾向调整)"),
        ("control", "strong, weak (强, 弱)"),
        ("turmoil", "yes, no (True, False; 1, 0; 有, 无; 是, 否)"),
    ],
)
def test_anything_else_is_refused_in_one_sentence(variable, allowed, got):
    good = {"balance": "adjusted", "control": "weak", "turmoil": True}
    with pytest.raises(CrisisPathsError) as refused:
        predict(**(good | {variable: got}))
    is_ = "is missing" if got in MISSING or got != got else f"is {got!r}"
    assert str(refused.value) == f"{variable} {is_}, but must be one of: {allowed}."
    assert isinstance(refused.value, ValueError)


def test_a_path_cannot_be_changed():
    path = predict("adjusted", "weak")
    with pytest.raises(dataclasses.FrozenInstanceError):
        path.outcome = Outcome.MANAGEABLE
    assert path == predict("ADJUSTED", "弱") and hash(path) == hash(predict("adjusted", "weak"))


def test_explain_names_every_step_with_its_place_and_standing():
    for path in every_path():
        head, *lines = path.explain().splitlines()
        assert head.endswith(path.verdict) and path.cell in head
        assert len(lines) == len(path.steps)
        for line, step in zip(lines, path.steps, strict=True):
            assert step.actor.label in line and step.rule.source in line and step.text in line
