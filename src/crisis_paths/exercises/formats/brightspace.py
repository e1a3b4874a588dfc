"""Write exercises as the CSV file that Brightspace (D2L) imports into its question library.

Each question is a block of rows whose first cell says what the row is; an empty row ends it. What
is asked, the answers and the reasons are HTML and say so; the rest is plain text.

Examples
--------
>>> from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No", False, "It is.")
>>> exercise = Exercise("x-1", ExerciseKind.CODE, ("Norland votes.",), "Is it so?", (yes, no))
>>> for line in brightspace([exercise], "set1").decode("utf-8-sig").splitlines()[:6]:
...     print(line)
NewQuestion,MC,,,
ID,set1-x-1,,,
Title,x-1,,,
QuestionText,<p>Norland votes.</p><p>Is it so?</p>,HTML,,
Points,1,,,
Option,100,<p>Yes</p>,HTML,It is.
"""

from collections.abc import Iterator, Sequence

from crisis_paths.exercises.make.credit import credit, points
from crisis_paths.exercises.make.exercise import Exercise
from crisis_paths.exercises.make.fingerprint import code_of
from crisis_paths.exercises.make.text_layout import flat, lettered, paragraphs, reading
from crisis_paths.tables.handed_out import csv_file

_WIDTH = 5
_HTML = "HTML"


def brightspace(exercises: Sequence[Exercise], code: str = "") -> bytes:
    """Return what Brightspace imports; an answer that is half right bears 50 per cent.

    An open question is a written response, worth a point for each line of its rubric, which is
    its answer key.

    Parameters
    ----------
    exercises : sequence of Exercise
        In the order in which they are to stand.
    code : str, optional
        What stands before each number; by default what tells these exercises from others.
    """
    code = code or code_of(exercises)
    rows = [
        (*row, *[""] * (_WIDTH - len(row))) for one in exercises for row in _question(one, code)
    ]
    return csv_file(rows[0], rows[1:])


def _question(exercise: Exercise, code: str) -> Iterator[tuple[str, ...]]:
    yield "NewQuestion", "MC" if exercise.answers else "WR"
    yield "ID", f"{code}-{flat(exercise.id)}"
    yield "Title", flat(exercise.id)
    yield "QuestionText", paragraphs(*reading(exercise)), _HTML
    yield "Points", f"{points(exercise):g}"
    worth = credit(exercise)
    for letter, answer in lettered(exercise):
        label, why = paragraphs(answer.label), flat(answer.feedback)
        yield "Option", f"{100 * worth[letter]:g}", label, _HTML, why
    if not exercise.answers:
        yield "AnswerKey", " ".join(map(flat, exercise.rubric))
    elif flat(exercise.reasons):
        yield "Feedback", paragraphs(exercise.reasons), _HTML
    yield ("",)
