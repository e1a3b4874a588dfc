"""Ask of a vignette: four kinds of exercise, each keyed by ``predict``."""

from itertools import product

from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
from crisis_paths.exercises.make.reasons import (
    cell,
    change,
    distractors,
    ending,
    evidence,
    otherwise,
    rule_sentence,
)
from crisis_paths.exercises.make.vignettes import CHANGEABLE, Setting, Vignette
from crisis_paths.framework.rules import RULES
from crisis_paths.framework.variables import Balance, Control
from crisis_paths.i18n import _

CODED = ("balance", "control")
# The answers to which single change flips the outcome: the sets that one may think of.
FLIPS = (
    frozenset({"balance"}),
    frozenset({"control"}),
    frozenset({"turmoil"}),
    frozenset({"balance", "control"}),
    frozenset(),
)


def _codings(setting: Setting) -> tuple[Setting, ...]:
    """Return the four cells in the order of Table 1, all else as it is."""
    return tuple(Setting(b, c, setting.turmoil) for c, b in product(Control, Balance))


def _both(vignette: Vignette, full: bool = True) -> str:
    """Say what decides the two variables."""
    return " ".join(evidence(vignette, variable, full) for variable in CODED)


def _misread(vignette: Vignette, other: Setting) -> str:
    """Say which variables this other setting gets wrong, and by which sentences."""
    wrong = [v for v in CODED if other.value(v) != vignette.setting.value(v)]
    lead = {
        ("balance",): _("The perception is read rightly; the balance is not."),
        ("control",): _("The balance is read rightly; the perception is not."),
        CODED: _("Neither variable is read rightly."),
    }[tuple(wrong)]
    return " ".join([lead, *(evidence(vignette, variable, full=False) for variable in wrong)])


def _code(vignette: Vignette) -> dict:
    template = {
        Control.STRONG: _("The balance is {balance}; the perception of control is strong"),
        Control.WEAK: _("The balance is {balance}; the perception of control is weak"),
    }
    answers = [
        (
            template[other.control].format(balance=_(other.balance.value)),
            other == vignette.setting,
            f"{_both(vignette)} {distractors(vignette)}"
            if other == vignette.setting
            else _misread(vignette, other),
        )
        for other in _codings(vignette.setting)
    ]
    ask = _(
        "How do you code the diplomatic balance of {state}, and {hegemon}’s perception of its"
        " controlling capabilities?"
    )
    return {"ask": ask.format(**vignette.names), "answers": answers}


def _predict(vignette: Vignette) -> dict:
    setting = vignette.setting
    why = [_both(vignette), cell(setting)]
    if setting.path.firmness.level == 1:
        why.append(rule_sentence(setting.path.firmness.rule))
    if not setting.turmoil:
        why.append(rule_sentence(RULES["no-turmoil"]))
    answers = [
        (
            ending(other.path),
            other == setting,
            " ".join(why)
            if other == setting
            else _("That is the path of another cell. {cell} {why}").format(
                cell=cell(other), why=_misread(vignette, other)
            ),
        )
        for other in _codings(setting)
    ]
    ask = _("What does the framework predict for {state}, and who is drawn in?")
    return {"ask": ask.format(**vignette.names), "answers": answers}


def _flip(vignette: Vignette) -> dict:
    setting = vignette.setting
    labels = dict(
        zip(
            FLIPS,
            (
                _("A change of the balance, and no other"),
                _("A change of the perception, and no other"),
                _("A change from turmoil to calm or from calm to turmoil, and no other"),
                _("A change of the balance, and just as well a change of the perception"),
                _("None: no single one of the three changes would do it"),
            ),
            strict=True,
        )
    )
    answers = []
    for option in FLIPS:
        right = option == setting.flips
        tried = CHANGEABLE if right else [v for v in CHANGEABLE if v in option ^ setting.flips]
        why = [_both(vignette, full=right), cell(setting)]
        why += [change(setting, variable) for variable in tried]
        answers.append((labels[option], right, " ".join(why)))
    ask = _(
        "Take the balance of {state}, {hegemon}’s perception of its control, and the turmoil or"
        " its absence. Which of them, if it alone were the other way round, would turn the"
        " predicted outcome into the other one?"
    )
    return {"ask": ask.format(**vignette.names), "answers": answers}


def _critique(vignette: Vignette) -> dict:
    setting = vignette.setting
    doubt = _(
        "Says what further evidence would change the coding of a variable, and what would follow"
        " from that. {flips}"
    )
    rubric = (
        _("Names what shows the balance. {why}").format(why=evidence(vignette, "balance")),
        _("Names what shows the perception. {why}").format(why=evidence(vignette, "control")),
        _("Says what follows. {ending}. {cell}").format(
            ending=ending(setting.path), cell=cell(setting)
        ),
        _("Names the explanation that would expect otherwise. {why}").format(
            why=otherwise(vignette)
        ),
        doubt.format(flips=" ".join(change(setting, variable) for variable in CODED)),
    )
    ask = _(
        "Which sentences decide what the framework predicts for {state}? Which other explanation"
        " would lead one to expect something else of {hegemon}, and on which sentence would it"
        " rest? Give your reasons in about 150 words."
    )
    return {"ask": ask.format(**vignette.names), "rubric": rubric}


_MAKERS = {
    ExerciseKind.CODE: _code,
    ExerciseKind.PREDICT: _predict,
    ExerciseKind.FLIP: _flip,
    ExerciseKind.CRITIQUE: _critique,
}


def facts(vignette: Vignette) -> tuple[tuple[str, str], ...]:
    """Return what the key rests on, as names and values; all of it from ``predict``."""
    setting, path = vignette.setting, vignette.setting.path
    return (
        *((variable, setting.value(variable)) for variable in CHANGEABLE),
        ("cell", path.cell),
        ("outcome", path.outcome.value),
        ("external_will", path.external_will.value),
        ("hegemon_response", path.hegemon_response.value),
        ("flips", " ".join(v for v in CHANGEABLE if v in setting.flips) or "none"),
        ("level", vignette.level),
        ("phrases", " ".join(phrase.id for phrase in (vignette.opening, *vignette.body))),
    )


def exercise_on(kind: ExerciseKind, id: str, vignette: Vignette) -> Exercise:
    """Make the exercise of this kind on this vignette.

    Parameters
    ----------
    kind : ExerciseKind
        What is asked.
    id : str
        Its name in the set.
    vignette : Vignette
        What is to be read; for a critique, one that was drawn with a rival.
    """
    parts = _MAKERS[kind](vignette)
    return Exercise(
        id=id,
        kind=kind,
        vignette=vignette.paragraphs,
        ask=parts["ask"],
        answers=tuple(Answer(*answer) for answer in parts.get("answers", ())),
        rubric=parts.get("rubric", ()),
        facts=facts(vignette),
    )
