r"""Write exercises as GIFT, the plain text that Moodle and many other systems import.

The format is the one documented at https://docs.moodle.org/en/GIFT_format. Texts are HTML, and
the signs that mean something in GIFT bear a backslash.

Examples
--------
>>> from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No {or}", False, "It is.")
>>> exercise = Exercise("x-1", ExerciseKind.CODE, ("Norland votes.",), "Is it so?", (yes, no))
>>> print(gift([exercise]), end="")
::x-1::[html]<p>Norland votes.</p><p>Is it so?</p>{
=[html]<p>Yes</p>#[html]<p>It is.</p>
~[html]<p>No \{or\}</p>#[html]<p>It is.</p>
}
"""

import re
from collections.abc import Iterable

from crisis_paths.exercises.make.exercise import Answer, Exercise
from crisis_paths.exercises.make.text_layout import flat, paragraphs, reading, shuffled

_SPECIAL = re.compile(r"[\\~=#{}:]")


def gift(exercises: Iterable[Exercise]) -> str:
    """Return what a system that reads GIFT imports.

    An open question is an essay, ``{}``: the format has no place for a rubric that the student
    does not see, so rubrics stand on the key sheet only.
    """
    return "\n".join(map(_question, exercises))


def _question(exercise: Exercise) -> str:
    answers = "".join(map(_answer, shuffled(exercise)))
    inside = f"\n{answers}" if answers else ""
    return f"::{_safe(flat(exercise.id))}::{_html(*reading(exercise))}{{{inside}}}\n"


def _answer(answer: Answer) -> str:
    mark = "=" if answer.right else "~"
    feedback = f"#{_html(answer.feedback)}" if flat(answer.feedback) else ""
    return f"{mark}{_html(answer.label)}{feedback}\n"


def _html(*texts: str) -> str:
    # every text names its format, so that none that begins with [ or % is read as an instruction
    return f"[html]{_safe(paragraphs(*texts))}"


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
