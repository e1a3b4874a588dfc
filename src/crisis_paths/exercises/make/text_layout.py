"""Lay out the text of exercises for every export: one order of answers, no broken format.

Examples
--------
>>> from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No", False, "It is.")
>>> exercise = Exercise("x-1", ExerciseKind.CODE, ("Norland < Sudland",), "Is it so?", (yes, no))
>>> [f"{letter}. {answer.label}" for letter, answer in lettered(exercise)]
['A. Yes', 'B. No']
>>> right_letter(exercise)
'A'
>>> paragraphs(*reading(exercise))
'<p>Norland &lt; Sudland</p><p>Is it so?</p>'
"""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from string import ascii_uppercase

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.make.exercise import Answer, Exercise
from crisis_paths.i18n import _

MOST_ANSWERS = 20
"""More answers than this, and Blackboard takes the question no longer."""
LONGEST_ID = 90
"""A longer one, with the set’s name before it, does not fit Moodle’s number of a question."""

# what no line of a text format can carry, and what no XML or HTML may
_NOT_CHARACTERS = "".join(
    f"{chr(last - 1)}{chr(last)}" for last in range(0xFFFF, 0x110000, 0x10000)
)
_BREAKS = re.compile(
    f"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef{_NOT_CHARACTERS}]+"
)


def flat(text: str) -> str:
    r"""Return a text on one line, without control characters.

    Examples
    --------
    >>> flat(" one\r\n\ttwo ")
    'one two'
    """
    plain = text.isprintable() and "  " not in text  # as nearly all are; much faster
    return (text if plain else _BREAKS.sub(" ", text)).strip()


def reading(exercise: Exercise) -> tuple[str, ...]:
    """Return what the student reads before the answers: the vignette and the question."""
    return tuple(filter(None, map(flat, (*exercise.vignette, exercise.ask))))


def paragraphs(*texts: str) -> str:
    """Return texts as HTML paragraphs, escaped and on one line."""
    return "".join(f"<p>{escape(flat(text), quote=False)}</p>" for text in texts)


def bullets(texts: Iterable[str]) -> str:
    """Return texts as an HTML list, escaped and on one line."""
    return "".join(
        ["<ul>", *(f"<li>{escape(flat(text), quote=False)}</li>" for text in texts), "</ul>"]
    )


def shuffled(exercise: Exercise) -> tuple[Answer, ...]:
    """Return the answers in the order in which they stand, in every export alike.

    The order follows from the exercise's id and the answers' labels alone, so that it neither
    changes from run to run nor gives away the order in which the answers were made.
    """

    def place(answer: Answer) -> bytes:
        return sha256(f"{flat(exercise.id)}\n{flat(answer.label)}".encode()).digest()

    return tuple(sorted(exercise.answers, key=place))


def lettered(exercise: Exercise) -> tuple[tuple[str, Answer], ...]:
    """Return each answer with the letter that it bears."""
    return tuple(zip(ascii_uppercase, shuffled(exercise), strict=False))


def right_letter(exercise: Exercise) -> str:
    """Return the letter that is right; nothing for an open question."""
    return next((letter for letter, answer in lettered(exercise) if answer.right), "")


def checked(exercises: Iterable[Exercise]) -> tuple[Exercise, ...]:
    """Return the exercises, if every learning system can take them.

    Raises
    ------
    CrisisPathsError
        If there are none; if an id or a question is empty, or an id longer than 100 characters;
        if an exercise has one answer, more than 20, an empty one, or two alike; if two exercises
        share an id, or read alike, so that no system could tell them apart.
    """
    checked_ones = tuple(exercises)
    if not checked_ones:
        raise CrisisPathsError(_("There are no exercises to write; at least one is needed."))
    for exercise in checked_ones:
        _refuse_unfit(exercise)
    _refuse_twins(checked_ones)
    return checked_ones


def _refuse_unfit(exercise: Exercise) -> None:
    labels = [flat(answer.label) for answer in exercise.answers]
    if not flat(exercise.id) or not flat(exercise.ask):
        message = _("Exercise {id!r} needs both an id and a question; one of them is empty.")
    elif len(flat(exercise.id)) > LONGEST_ID:
        message = _("The id {id!r} is too long; an id has at most {longest} characters.")
    elif labels and not 2 <= len(labels) <= MOST_ANSWERS:
        message = _("Exercise {id!r} has {count} answers; it must have between 2 and {most}.")
    elif "" in labels or len(set(labels)) < len(labels):
        message = _("Exercise {id!r} has an empty answer or two alike; all must differ.")
    else:
        return
    raise CrisisPathsError(
        message.format(
            id=flat(exercise.id), count=len(labels), most=MOST_ANSWERS, longest=LONGEST_ID
        )
    )


def _refuse_twins(exercises: tuple[Exercise, ...]) -> None:
    ids = Counter(flat(exercise.id) for exercise in exercises)
    if twins := [name for name, times in ids.items() if times > 1]:
        raise CrisisPathsError(
            _("Exercise ids must differ; used more than once: {ids}.").format(ids=", ".join(twins))
        )
    seen: dict[tuple[str, ...], str] = {}
    for exercise in exercises:
        first = seen.setdefault(reading(exercise), exercise.id)
        if first != exercise.id:
            raise CrisisPathsError(
                _("Exercises {first} and {second} read alike; every one must differ.").format(
                    first=flat(first), second=flat(exercise.id)
                )
            )
