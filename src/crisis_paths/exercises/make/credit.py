"""Credit each answer: a point for the right one, half a point where half of it is right.

=========  ==============================================================================
code       half for one of the two variables
predict    half for the right outcome by a path of which one of the two moves is right
flip       half for an answer that names one right variable, and one too few or too many
=========  ==============================================================================

What is right is what :func:`crisis_paths.framework.predict` says; that half a point is given for
half of it is ours.

Examples
--------
>>> from crisis_paths.exercises.make.generate import exercises
>>> (exercise,) = exercises("spring", 1, kinds=["code"])
>>> sorted(credit(exercise).values())
[0.0, 0.5, 0.5, 1.0]
"""

from itertools import product

from crisis_paths.exercises.make.asking import FLIPS
from crisis_paths.exercises.make.exercise import Exercise, ExerciseKind
from crisis_paths.exercises.make.text_layout import lettered
from crisis_paths.exercises.make.vignettes import Setting
from crisis_paths.framework.variables import Balance, Control

FULL, HALF = 1.0, 0.5
_DECISIVE = {"balance", "control", "turmoil", "outcome", "flips"}


def points(exercise: Exercise) -> float:
    """Return what an exercise earns at most; an open one, a point for each line of its rubric.

    Examples
    --------
    >>> from crisis_paths.exercises.make.generate import exercises
    >>> [points(exercise) for exercise in exercises("spring", 2, kinds=["flip", "critique"])]
    [5.0, 1.0]
    """
    return FULL if exercise.answers else float(len(exercise.rubric))


def credit(exercise: Exercise) -> dict[str, float]:
    """Return what each letter earns; nothing at all for an open question.

    Parameters
    ----------
    exercise : Exercise
        From :func:`crisis_paths.exercises.make.generate.exercises`; for one of another making, only
        the right answer earns something.
    """
    half = _half_right(exercise)
    return {
        letter: FULL if answer.right else HALF if answer.label in half else 0.0
        for letter, answer in lettered(exercise)
    }


def _half_right(exercise: Exercise) -> set[str]:
    """Return the labels that are half right; the answers stand in the order of their making."""
    half_right = {
        ExerciseKind.CODE: _half_coded,
        ExerciseKind.PREDICT: _half_predicted,
        ExerciseKind.FLIP: _half_flipped,
    }.get(exercise.kind)
    if not half_right:
        return set()
    facts = dict(exercise.facts)
    if not facts.keys() >= _DECISIVE:
        return set()
    halves = half_right(facts)
    pairs = zip(exercise.answers, halves, strict=True)
    return {answer.label for answer, half in pairs if half and not answer.right}


def _shared(facts: dict[str, str]) -> list[tuple[Setting, int]]:
    """Return the four cells in the order of Table 1, and how much each shares with the key."""
    turmoil = facts["turmoil"] == "yes"
    return [
        (Setting(b, c, turmoil), (b == facts["balance"]) + (c == facts["control"]))
        for c, b in product(Control, Balance)
    ]


def _half_coded(facts: dict[str, str]) -> list[bool]:
    return [shared == 1 for _setting, shared in _shared(facts)]


def _half_predicted(facts: dict[str, str]) -> list[bool]:
    return [
        shared == 1 and setting.path.outcome == facts["outcome"]
        for setting, shared in _shared(facts)
    ]


def _half_flipped(facts: dict[str, str]) -> list[bool]:
    right = set(facts["flips"].split()) - {"none"}
    return [bool(option & right) for option in FLIPS]
