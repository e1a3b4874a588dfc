"""Make the cells of a notebook for nbgrader: what is read, what is filled in, what checks it.

No cell holds a key, and no test is hidden: a check prints the answer and says whether it is a
letter. To nbgrader every exercise is one that a person grades, so that it gives no points of its
own for a letter that may be wrong.

Examples
--------
>>> from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No", False, "It is.")
>>> exercise = Exercise("x-1", ExerciseKind.CODE, ("Norland votes.",), "Is it so?", (yes, no))
>>> print(_answer_cell(1, exercise).source)
answer_1 = ""  # one of these letters, between the quotation marks: A, B
### BEGIN SOLUTION
### END SOLUTION
"""

import re
from collections.abc import Callable, Iterator, Sequence

from crisis_paths.exercises.grading.released_cells import answer_cell, check_cell
from crisis_paths.exercises.make.credit import points
from crisis_paths.exercises.make.exercise import Exercise
from crisis_paths.exercises.make.text_layout import flat, lettered, reading
from crisis_paths.extras import extra
from crisis_paths.i18n import _

with extra("instructor", _("A notebook of exercises")):
    from nbformat import NotebookNode
    from nbformat.v4 import new_code_cell, new_markdown_cell

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#$|~&=!])")  # what means something to Markdown or nbgrader
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
_STARTS = re.compile(r"^(\d*)([-+.):])")


def cells(exercises: Sequence[Exercise]) -> list[NotebookNode]:
    """Return all cells of an assignment, each with an id that stays.

    Parameters
    ----------
    exercises : sequence of Exercise
        In the order in which they are to stand.
    """
    numbered = enumerate(exercises, 1)
    return [_opening(), *(cell for one in numbered for cell in _exercise(*one))]


def marked(text: str) -> str:
    r"""Return the text in Markdown: it reads as it is, whatever signs it has.

    Examples
    --------
    >>> print(marked("1. a*b costs $2"))
    1\. a\*b costs \$2
    """
    return _STARTS.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", flat(text)))


def _opening() -> NotebookNode:
    lines = (
        "# " + _("Exercises"),
        _(
            "Read each case and what is asked of it. Then write the letter of your answer between"
            ' the quotation marks below it, as in `answer_1 = "A"`, and run that cell and the next'
            " one: Shift and Enter. The second cell only checks that it is one of the letters, not"
            " whether it is the right one."
        ),
        _(
            "Some questions are open: double-click the cell below the question and write there."
            " Save the notebook under the name that it has."
        ),
    )
    return _cell(new_markdown_cell, "\n\n".join(lines), "opening", locked=True)


def _exercise(number: int, exercise: Exercise) -> Iterator[NotebookNode]:
    """Yield the cells of one exercise."""
    yield _reading_cell(number, exercise)
    if exercise.answers:
        yield _answer_cell(number, exercise)
        yield _check_cell(number, exercise)
    else:
        yield _open_cell(number, exercise)


def _reading_cell(number: int, exercise: Exercise) -> NotebookNode:
    head = "## " + _("Exercise {number}").format(number=number)
    answers = "\n".join(
        f"- **{letter}.** {marked(answer.label)}" for letter, answer in lettered(exercise)
    )
    text = "\n\n".join(filter(None, (head, *map(marked, reading(exercise)), answers)))
    return _cell(new_markdown_cell, text, f"exercise-{number}-read", locked=True)


def _answer_cell(number: int, exercise: Exercise) -> NotebookNode:
    letters = ", ".join(letter for letter, _answer in lettered(exercise))
    hint = _("one of these letters, between the quotation marks: {letters}").format(letters=letters)
    # nbgrader keeps what stands around such a region, and puts its stub in place of it
    text = f'answer_{number} = ""  # {hint}\n{BEGIN}\n{END}'
    return _cell(new_code_cell, text, answer_cell(number), points(exercise), solution=True)


def _check_cell(number: int, exercise: Exercise) -> NotebookNode:
    """Say what the answer is after a run, and whether it is a letter at all."""
    letters = [letter for letter, _answer in lettered(exercise)]
    form = _("answer_{number} must be one of these letters: {letters}.").format(
        number=number, letters=", ".join(letters)
    )
    lines = (
        f"given = str(answer_{number}).strip().upper()",
        f'print("answer_{number} =", repr(given))',
        f"assert given in {letters!r}, {form!r}",
    )
    return _cell(new_code_cell, "\n".join(lines), check_cell(number), locked=True)


def _open_cell(number: int, exercise: Exercise) -> NotebookNode:
    text = f"{BEGIN}\n{END}"
    return _cell(new_markdown_cell, text, check_cell(number), points(exercise), solution=True)


def _cell(
    new: Callable[..., NotebookNode],
    text: str,
    id: str,
    worth: float = 0,
    solution: bool = False,
    locked: bool = False,
) -> NotebookNode:
    """Make a cell with what nbgrader wants to know of it, and an id that is the same each time."""
    nbgrader = {
        "schema_version": 3,
        "grade_id": id,
        "grade": bool(worth),
        "solution": solution,
        "locked": locked,
        "task": False,
    }
    if worth:
        nbgrader["points"] = worth
    return new(source=text, id=id, metadata={"nbgrader": nbgrader})
