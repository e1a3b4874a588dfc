"""Hold what a submission earned as a row, and write all rows as a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crisis_paths.exercises.make.credit import points
from crisis_paths.exercises.make.exercise import Exercise
from crisis_paths.tables.handed_out import csv_file


@dataclass(frozen=True, slots=True)
class Row:
    """Hold a line of the grades.

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


def table(rows: Iterable[Row], exercises: Sequence[Exercise], separator: str = ",") -> bytes:
    """Return the file of grades.

    Its columns are ``student``, one for each exercise, ``total``, ``maximum``, ``by_hand`` and
    ``fault``. ``total`` has the points given so far; ``by_hand`` names the exercises that a
    person has still to grade.

    Parameters
    ----------
    rows : iterable of Row
        In the order in which they are to stand.
    exercises : sequence of Exercise
        The set.
    separator : {",", ";"}
        What stands between cells; with a semicolon, half a point is 0,5.
    """
    point = "," if separator == ";" else "."
    most = sum(map(points, exercises))
    ids = [exercise.id for exercise in exercises]
    lines = []
    for row in rows:
        earned = [row.points.get(id) for id in ids]
        total = sum(filter(None, earned)) if row.points else None
        by_hand = " ".join(id for id in ids if id in row.points and row.points[id] is None)
        numbers = ["" if one is None else f"{one:g}" for one in (*earned, total)]
        numbers = [number.replace(".", point) for number in numbers]
        lines.append([row.student, *numbers, f"{most:g}", by_hand, row.fault])
    return csv_file(["student", *ids, "total", "maximum", "by_hand", "fault"], lines, separator)
