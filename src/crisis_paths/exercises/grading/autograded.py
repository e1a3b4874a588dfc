"""Grade what nbgrader's autograder has run, and give nbgrader the points.

``nbgrader autograde`` runs what students wrote; this module reads what that run printed and runs
nothing itself. The key is made again from the seed when all code has ended. While it runs, the
key has no name that could be guessed: it is in no file of the course, in no notebook, and in no
kernel. There are no hidden tests, so feedback can show none; and as nothing that code printed
goes into feedback, it cannot show what code may have found elsewhere either.

What stays is that code is code. nbgrader runs it as whoever typed the command: it can read and
change all that this person can, the other submissions and the gradebook among them. Run a copy
of the course in a container, or compare with the letters that are written, which is the default.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from crisis_paths.errors import QUOTED, CrisisPathsError, cut
from crisis_paths.exercises.folders import absolute
from crisis_paths.exercises.grading.course import COURSE_ID, LOG, is_course
from crisis_paths.exercises.grading.grades import Row
from crisis_paths.exercises.grading.grading import graded
from crisis_paths.exercises.grading.released_cells import answer_cell, check_cell
from crisis_paths.exercises.grading.submissions import SUBMITTED, only_name
from crisis_paths.exercises.grading.submitted_notebook import NAME, Cell, Submission, read
from crisis_paths.exercises.make.exercise import Exercise
from crisis_paths.extras import extra
from crisis_paths.i18n import _

AUTOGRADED, GRADEBOOK = "autograded", "gradebook.db"
TIMEOUT = "CellTimeoutError"
"""What nbgrader writes where it has waited for a cell long enough."""


def grade_course(
    folder: str | Path,
    name: str | None,
    submissions: Iterable[Submission],
    exercises: Sequence[Exercise],
) -> tuple[Row, ...]:
    """Return what each submission earns by its run, and write the points into the gradebook.

    Open questions are left to the person who grades them in nbgrader.

    Parameters
    ----------
    folder : path
        The course, or its folder of submissions.
    name : str or None
        The assignment's name; None if the course has one alone.
    submissions : iterable of Submission
        As they were handed in.
    exercises : sequence of Exercise
        The set.

    Returns
    -------
    tuple of Row
        In the order of the submissions; a fault says of every cell of ours that it did not end
        well, and of a submission that nbgrader could not run it.

    Raises
    ------
    CrisisPathsError
        If it is no course of ``crisis-exercises``, nothing was run in it, or its gradebook cannot
        be read or is another's.
    MissingExtraError
        If nbgrader is not installed.
    """
    course = _course(folder)
    name = name or only_name(course / SUBMITTED)
    ran = [_ran(course, name, one, len(exercises)) for one in submissions]
    if not any(one.cells for one in ran):
        raise CrisisPathsError(
            _("{course} holds nothing that was run; run in it: nbgrader autograde {name}").format(
                course=course, name=name
            )
        )
    rows = graded(ran, exercises, ran=True)
    _save(course, name, rows, exercises)
    return rows


def _course(folder: str | Path) -> Path:
    """Return the course that a folder is, or whose submissions it holds."""
    place = absolute(folder)
    course = place.parent if place.name == SUBMITTED else place
    if not is_course(course) or not (course / GRADEBOOK).is_file():
        raise CrisisPathsError(
            _(
                "{path} is no course of crisis-exercises with a {gradebook}; name the folder in"
                " which nbgrader autograde was run."
            ).format(path=course, gradebook=GRADEBOOK)
        )
    return course


def _ran(course: Path, name: str, one: Submission, count: int) -> Submission:
    """Return a submission as its run left it."""
    if one.fault:
        return one
    run = read(one.student, course / AUTOGRADED / one.student / name / f"{name}.ipynb")
    if run.fault:
        says = _(
            "nbgrader autograde gave nothing back, as where code cannot be stopped or ends its"
            " kernel; see {log} in the course."
        )
        fault = says.format(log=LOG)
        return replace(one, cells=(), fault=" ".join(filter(None, (one.note, fault))))
    notes = filter(None, (one.note, *_errors(run.cells, count)))
    return replace(one, cells=run.cells, note=" ".join(notes))


def _errors(cells: Iterable[Cell], count: int) -> Iterator[str]:
    """Say which answers ended with an error, and which cells ran too long."""
    errors = {cell.id: cell.errors for cell in cells}
    numbers: dict[str, list[str]] = {}
    for number in range(1, count + 1):
        own, check = (errors.get(cell(number), ()) for cell in (answer_cell, check_cell))
        if ends := (TIMEOUT,) if TIMEOUT in own + check else own:
            numbers.setdefault(ends[0], []).append(str(number))
    for error, which in numbers.items():
        sentence = (
            _("Ran longer than nbgrader waits: exercise {numbers}.")
            if error == TIMEOUT
            else _("Its code ended with {error}: exercise {numbers}.")
        )
        yield sentence.format(error=cut(error, NAME), numbers=", ".join(which))


def _save(course: Path, name: str, rows: Iterable[Row], exercises: Sequence[Exercise]) -> None:
    """Write the points of all choices into nbgrader's gradebook, for its feedback and tables."""
    with extra("instructor", _("Points for nbgrader")):
        from nbgrader.api import Gradebook, MissingEntry
        from sqlalchemy.exc import SQLAlchemyError
    earned = [
        (row.student, answer_cell(number), row.points[exercise.id])
        for row in rows
        if row.points
        for number, exercise in enumerate(exercises, 1)
        if exercise.answers
    ]
    try:
        with Gradebook(f"sqlite:///{course / GRADEBOOK}", COURSE_ID) as gradebook:
            for student, cell, points in earned:
                grade = gradebook.find_grade(cell, name, name, student)
                grade.auto_score, grade.needs_manual_grade = points, False
                # code that was run could have written these
                grade.manual_score = grade.extra_credit = None
            gradebook.db.commit()
    except (MissingEntry, SQLAlchemyError) as why:
        raise CrisisPathsError(
            _(
                "{gradebook} in {course} takes no points ({why}); it must be the one that nbgrader"
                " autograde wrote."
            ).format(gradebook=GRADEBOOK, course=course, why=cut(str(why).splitlines()[0], QUOTED))
        ) from why
