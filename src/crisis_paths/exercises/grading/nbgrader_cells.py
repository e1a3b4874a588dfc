"""The cells of a notebook for nbgrader: what is read, what is filled in, and what tests it.

Examples
--------
>>> from crisis_paths.exercises.make.kinds import Answer, Exercise, Kind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No", False, "It is.")
>>> exercise = Exercise("x-1", Kind.CODE, ("Norland votes.",), "Is it so?", (yes, no))
>>> print(_answer_cell(1, exercise).source)
answer_1 = ""  # one of these letters, between the quotation marks: A, B
### BEGIN SOLUTION
answer_1 = "A"
### END SOLUTION
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from crisis_paths.exercises.grading.credit import points
from crisis_paths.exercises.make.kinds import Exercise
from crisis_paths.exercises.make.text_layout import flat, lettered, reading, right_letter
from crisis_paths.extras import extra
from crisis_paths.i18n import _

with extra("instructor", _("A notebook of exercises")):
    from nbformat import NotebookNode
    from nbformat.v4 import new_code_cell, new_markdown_cell

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#$|~&=!])")  # what means something to Markdown or nbgrader
_STARTS = re.compile(r"^(\d*)([-+.):])")


def cells(exercises: Sequence[Exercise], name: str) -> list[NotebookNode]:
    """All cells of the instructor's version of an assignment, each with an id that stays.

    Parameters
    ----------
    exercises : sequence of Exercise
        In the order in which they are to stand.
    name : str
        The assignment's name.
    """
    made = [_opening()]
    for number, exercise in enumerate(exercises, 1):
        made += _exercise(number, exercise, name)
    return made


def key_name(name: str) -> str:
    """What is the module called that holds the key of an assignment?

    Examples
    --------
    >>> key_name("week-2")
    'week_2_key'
    """
    return f"{name.replace('-', '_')}_key"


def marked(text: str) -> str:
    r"""The text in Markdown: it reads as it is, whatever signs it has.

    Examples
    --------
    >>> print(marked("1. a*b costs $2"))
    1\. a\*b costs \$2
    """
    return _STARTS.sub(r"\1\\\2", _SIGNS.sub(r"\\\1", flat(text)))


def listed(texts: Iterable[str]) -> str:
    """The texts as a list in Markdown."""
    return "\n".join(f"- {marked(text)}" for text in texts)


def _opening():
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


def _exercise(number: int, exercise: Exercise, name: str) -> Iterator:
    """The cells of one exercise."""
    yield _reading_cell(number, exercise)
    if exercise.answers:
        yield _answer_cell(number, exercise)
        yield _test_cell(number, exercise, name)
    else:
        yield _open_cell(number, exercise)


def _reading_cell(number: int, exercise: Exercise):
    head = "## " + _("Exercise {number}").format(number=number)
    answers = "\n".join(
        f"- **{letter}.** {marked(answer.label)}" for letter, answer in lettered(exercise)
    )
    text = "\n\n".join(filter(None, (head, *map(marked, reading(exercise)), answers)))
    return _cell(new_markdown_cell, text, f"exercise-{number}-read", locked=True)


def _answer_cell(number: int, exercise: Exercise):
    letters = ", ".join(letter for letter, _answer in lettered(exercise))
    hint = _("one of these letters, between the quotation marks: {letters}").format(letters=letters)
    lines = (
        f'answer_{number} = ""  # {hint}',
        "### BEGIN SOLUTION",
        f'answer_{number} = "{right_letter(exercise)}"',
        "### END SOLUTION",
    )
    return _cell(new_code_cell, "\n".join(lines), f"exercise-{number}-answer", solution=True)


def _test_cell(number: int, exercise: Exercise, name: str):
    letters = "".join(letter for letter, _answer in lettered(exercise))
    form = _("answer_{number} must be one of these letters: {letters}.").format(
        number=number, letters=", ".join(letters)
    )
    lines = (
        f"given = str(answer_{number}).strip().upper()",
        f"assert given and given in {list(letters)!r}, {form!r}",
        "### BEGIN HIDDEN TESTS",
        f"from {key_name(name)} import points",
        f"earned = points({number}, given)",
        f"assert earned, {_('This answer is not right.')!r}",
        "earned",
        "### END HIDDEN TESTS",
    )
    text = "\n".join(lines)
    return _cell(new_code_cell, text, f"exercise-{number}", points(exercise), locked=True)


def _open_cell(number: int, exercise: Exercise):
    lines = (
        "### BEGIN SOLUTION",
        _("What a good answer does, a point each:"),
        "",
        listed(exercise.rubric),
        "### END SOLUTION",
    )
    text = "\n".join(lines)
    return _cell(new_markdown_cell, text, f"exercise-{number}", points(exercise), solution=True)


def _cell(new, text: str, id: str, worth: float = 0, solution: bool = False, locked: bool = False):
    """A cell with what nbgrader wants to know of it, and an id that is the same each time."""
    tells = {
        "schema_version": 3,
        "grade_id": id,
        "grade": bool(worth),
        "solution": solution,
        "locked": locked,
        "task": False,
    }
    if worth:
        tells["points"] = worth
    return new(source=text, id=id, metadata={"nbgrader": tells})
