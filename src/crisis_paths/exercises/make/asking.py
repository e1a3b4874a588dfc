"""Ask of a vignette: four kinds of exercise, each keyed by ``predict``."""

from itertools import product

from crisis_paths.exercises.make.asks import ask
from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
from crisis_paths.exercises.make.reasons import (
    cell,
    change,
    changed,
    distractors,
    evidence,
    otherwise,
    rule_sentence,
)
from crisis_paths.exercises.make.vignettes import CHANGEABLE, Setting, Vignette
from crisis_paths.exercises.make.wording import coding, ending, flips
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


def _both(vignette: Vignette) -> str:
    """Say what decides the two variables."""
    return " ".join(evidence(vignette, variable) for variable in CODED)


def _reading(setting: Setting, other: Setting) -> str:
    """Say which variables this other setting gets right, without a full stop."""
    wrong = tuple(v for v in CODED if other.value(v) != setting.value(v))
    return {
        (): _("Both variables are read rightly"),
        ("balance",): _("The perception is read rightly; the balance is not"),
        ("control",): _("The balance is read rightly; the perception is not"),
        CODED: _("Neither variable is read rightly"),
    }[wrong]


def _code(vignette: Vignette, form: int) -> dict:
    setting, names = vignette.setting, vignette.names
    answers = [
        (coding(other, form, names), other == setting, f"{_reading(setting, other)}.")
        for other in _codings(setting)
    ]
    return {"answers": answers, "reasons": f"{_both(vignette)} {distractors(vignette)}"}


def _predict(vignette: Vignette, form: int) -> dict:
    setting, names = vignette.setting, vignette.names
    why = [_both(vignette), cell(setting)]
    if setting.path.firmness.level == 1:
        why.append(rule_sentence(setting.path.firmness.rule))
    if not setting.turmoil:
        why.append(rule_sentence(RULES["no-turmoil"]))
    told = _("{reading}: this is the path of {cell}.")
    answers = [
        (
            ending(other, form, names),
            other == setting,
            told.format(reading=_reading(setting, other), cell=other.path.cell),
        )
        for other in _codings(setting)
    ]
    return {"answers": answers, "reasons": " ".join(why)}


def _tried(setting: Setting, option: frozenset[str]) -> str:
    """Say in a sentence why these changes are the ones that flip the outcome, or are not."""
    if "turmoil" in option:
        return _(
            "Turmoil never changes the outcome in this framework: that is its point, and this"
            " answer is wrong in every case."
        )
    right = option == setting.flips
    if right and not option:
        return _("Each of the three was tried, and none reverses the outcome.")
    if right and len(option) > 1:
        return _("Each of the two was tried, and either alone reverses the outcome.")
    tried = option if right else option ^ setting.flips
    return changed(setting, next(variable for variable in CODED if variable in tried))


def _flip(vignette: Vignette, form: int) -> dict:
    setting = vignette.setting
    labels = zip(FLIPS, flips(form, vignette.names), strict=True)
    answers = [
        (label, option == setting.flips, _tried(setting, option)) for option, label in labels
    ]
    why = [_both(vignette), cell(setting)]
    why += [change(setting, variable) for variable in CHANGEABLE]
    return {"answers": answers, "reasons": " ".join(why)}


def _critique(vignette: Vignette, form: int) -> dict:
    setting = vignette.setting
    doubt = _(
        "Says what further evidence would change the coding of a variable, and what would follow"
        " from that. {flips}"
    )
    rubric = (
        _("Names what shows the balance. {why}").format(why=evidence(vignette, "balance")),
        _("Names what shows the perception. {why}").format(why=evidence(vignette, "control")),
        _("Says what follows. {ending}. {cell}").format(
            ending=ending(setting, 0, vignette.names), cell=cell(setting)
        ),
        _("Names the explanation that would expect otherwise. {why}").format(
            why=otherwise(vignette)
        ),
        doubt.format(flips=" ".join(change(setting, variable) for variable in CODED)),
    )
    return {"rubric": rubric}


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


def exercise_on(kind: ExerciseKind, id: str, vignette: Vignette, form: int = 0) -> Exercise:
    """Make the exercise of this kind on this vignette.

    Parameters
    ----------
    kind : ExerciseKind
        What is asked.
    id : str
        Its name in the set.
    vignette : Vignette
        What is to be read; for a critique, one that was drawn with a rival.
    form : int, default 0
        In which of the :data:`crisis_paths.exercises.make.asks.FORMS` ways it is worded.
    """
    parts = _MAKERS[kind](vignette, form)
    return Exercise(
        id=id,
        kind=kind,
        vignette=vignette.paragraphs,
        ask=ask(kind, form, vignette.setting.turmoil, vignette.names),
        answers=tuple(Answer(*answer) for answer in parts.get("answers", ())),
        rubric=parts.get("rubric", ()),
        facts=facts(vignette),
        reasons=parts.get("reasons", ""),
    )
