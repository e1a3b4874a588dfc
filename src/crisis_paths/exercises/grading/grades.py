"""What a submission earned, as a row, and all rows as a table."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

from crisis_paths.exercises.grading.credit import points
from crisis_paths.exercises.grading.grading_worker import Graded
from crisis_paths.exercises.grading.submissions import Submission
from crisis_paths.exercises.make.kinds import Exercise
from crisis_paths.i18n import _

TOO_LONG = "CellTimeoutError"
"""What nbgrader calls the error of a cell that ran too long."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the grades.

    Attributes
    ----------
    student : str
        Whose it is.
    points : dict of str to float or None
        By exercise id; None where a person has to grade it.
    fault : str
        What went wrong, in a sentence; a row without points was not graded at all.
    """

    student: str
    points: dict[str, float | None]
    fault: str = ""


def graded_row(
    one: Submission, lost: Iterable[str], result: Graded | None, exercises: Sequence[Exercise]
) -> Row:
    """The row of a submission.

    Parameters
    ----------
    one : Submission
        As it was given to nbgrader, or with the fault that it was not.
    lost : iterable of str
        Which of its cells had to be put back.
    result : Graded or None
        What nbgrader says; None where there was nothing to be graded.
    exercises : sequence of Exercise
        The set.
    """
    if result is None or result.fault:
        return Row(one.student, {}, one.fault or result.fault)
    earned = {
        exercise.id: result.points[f"exercise-{n}"] for n, exercise in enumerate(exercises, 1)
    }
    faults = []
    if lost := _numbers(lost):
        faults.append(_("Cells of exercise {numbers} were missing.").format(numbers=lost))
    stopped = _("The answer cell of exercise {number} stopped: {error}.")
    endless = _("The answer cell of exercise {number} ran too long and was stopped.")
    for id, error in result.stopped.items():
        faults.append(
            (endless if error == TOO_LONG else stopped).format(number=_numbers([id]), error=error)
        )
    return Row(one.student, earned, " ".join(faults))


def _numbers(ids: Iterable[str]) -> str:
    """The numbers of the exercises to which cells belong; the opening cell has none."""
    numbers = [id.split("-")[1] for id in ids if id.startswith("exercise-")]
    return ", ".join(dict.fromkeys(numbers))


def table(rows: Iterable[Row], exercises: Sequence[Exercise]) -> str:
    """What does the file of grades say?

    Its columns are ``student``, one for each exercise, ``total``, ``maximum``, ``by_hand`` and
    ``fault``. ``total`` has the points given so far; ``by_hand`` names the exercises that a
    person has still to grade.
    """
    most = sum(map(points, exercises))
    lines = StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    ids = [exercise.id for exercise in exercises]
    writer.writerow(["student", *ids, "total", "maximum", "by_hand", "fault"])
    for row in rows:
        earned = [row.points.get(id) for id in ids]
        total = sum(filter(None, earned)) if row.points else None
        by_hand = " ".join(id for id in ids if id in row.points and row.points[id] is None)
        numbers = ["" if one is None else f"{one:g}" for one in (*earned, total)]
        writer.writerow([row.student, *numbers, f"{most:g}", by_hand, row.fault])
    return lines.getvalue()
