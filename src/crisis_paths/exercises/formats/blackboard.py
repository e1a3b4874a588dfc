"""Write exercises as the tab-separated text that Blackboard uploads.

A line is a question: ``MC``, the question, then each answer with ``correct`` or ``incorrect``;
or ``ESS``, the question and an example answer, for which the rubric stands. The format has no
feedback and no names. Fields are HTML, and the file is pure ASCII: uploads are read in more than
one encoding.

Examples
--------
>>> from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No", False, "It is.")
>>> exercise = Exercise("x-1", ExerciseKind.CODE, (), "Is it so?", (yes, no))
>>> blackboard([exercise]).split("\\t")
['MC', '<p>Is it so?</p>', 'Yes', 'correct', 'No', 'incorrect\\n']
"""

from collections.abc import Iterable
from html import escape

from crisis_paths.exercises.make.exercise import Exercise
from crisis_paths.exercises.make.text_layout import bullets, flat, paragraphs, reading, shuffled


def blackboard(exercises: Iterable[Exercise]) -> str:
    """Return what Blackboard uploads: one line an exercise, no heading, no empty line."""
    lines = "".join(map(_line, exercises))
    return lines.encode("ascii", "xmlcharrefreplace").decode()


def _line(exercise: Exercise) -> str:
    fields = ["MC" if exercise.answers else "ESS", paragraphs(*reading(exercise))]
    for answer in shuffled(exercise):
        fields += [escape(flat(answer.label)), "correct" if answer.right else "incorrect"]
    if not exercise.answers:
        fields.append(bullets(exercise.rubric))
    return "\t".join(fields) + "\n"
