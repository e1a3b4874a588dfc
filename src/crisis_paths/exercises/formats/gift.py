r"""Write exercises as GIFT, the plain text that Moodle and many other systems import.

The format is the one documented at https://docs.moodle.org/en/GIFT_format. Texts are HTML, and
the signs that mean something in GIFT bear a backslash. Systems that read it may shuffle the
answers, so nothing here bears a letter, and its key names answers by their words.

Examples
--------
>>> from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No {or}", False, "It is.")
>>> exercise = Exercise("x-1", ExerciseKind.CODE, ("Norland votes.",), "Is it so?", (yes, no))
>>> print(gift([exercise], "Quiz", "set1"), end="")
$CATEGORY: $course$/top/Quiz
<BLANKLINE>
// [id:set1-x-1] [tag:code]
::x-1::[html]<p>Norland votes.</p><p>Is it so?</p>{
=[html]<p>Yes</p>#[html]<p>It is.</p>
~[html]<p>No \{or\}</p>#[html]<p>It is.</p>
}
"""

import re
from collections.abc import Iterable, Sequence

from crisis_paths.exercises.make.credit import HALF, credit
from crisis_paths.exercises.make.exercise import Answer, Exercise
from crisis_paths.exercises.make.fingerprint import code_of
from crisis_paths.exercises.make.text_layout import flat, lettered, paragraphs, reading
from crisis_paths.tables.handed_out import csv_file

_SPECIAL = re.compile(r"[\\~=#{}:]")
_UNFIT = re.compile(r"[\[\]\\/]")  # what an id in a comment cannot hold


def gift(exercises: Sequence[Exercise], category: str, code: str = "") -> str:
    """Return what a system that reads GIFT imports.

    An open question is an essay, ``{}``: the format has no place for a rubric that the student
    does not see, nor for points, so rubrics stand on the key sheet only.

    Parameters
    ----------
    exercises : sequence of Exercise
        In the order in which they are to stand.
    category : str
        Where they go in the course’s question bank; ``/`` parts a category from one inside it.
    code : str, optional
        What stands before each number; by default what tells these exercises from others.
    """
    code = code or code_of(exercises)
    place = f"$CATEGORY: $course$/top/{flat(category)}\n"
    return "\n".join([place, *(_question(exercise, code) for exercise in exercises)])


def gift_key(exercises: Iterable[Exercise]) -> bytes:
    """Return the key as a spreadsheet reads it: each right answer in words, without a letter."""
    rows = [
        [flat(exercise.id), exercise.kind, flat(exercise.right.label)]
        for exercise in exercises
        if exercise.right
    ]
    return csv_file(["id", "kind", "right"], rows)


def _question(exercise: Exercise, code: str) -> str:
    worth = credit(exercise)
    answers = "".join(
        _answer(answer, worth[letter] == HALF) for letter, answer in lettered(exercise)
    )
    why = f"####{_html(exercise.reasons)}\n" if answers and flat(exercise.reasons) else ""
    inside = f"\n{answers}{why}" if answers else ""
    number = _UNFIT.sub("_", flat(exercise.id))
    return (
        f"// [id:{code}-{number}] [tag:{exercise.kind}]\n"
        f"::{_safe(flat(exercise.id))}::{_html(*reading(exercise))}{{{inside}}}\n"
    )


def _answer(answer: Answer, half: bool) -> str:
    mark = "=" if answer.right else "~%50%" if half else "~"
    feedback = f"#{_html(answer.feedback)}" if flat(answer.feedback) else ""
    return f"{mark}{_html(answer.label)}{feedback}\n"


def _html(*texts: str) -> str:
    # every text names its format, so that none that begins with [ or % is read as an instruction
    return f"[html]{_safe(paragraphs(*texts))}"


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
