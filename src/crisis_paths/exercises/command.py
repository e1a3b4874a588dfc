"""The command ``crisis-exercises``: exercises for a class, made, assigned and graded."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.arguments import ASSIGNMENT, MAKE, parser
from crisis_paths.exercises.folders import absolute, refuse_taken, unwritable, write_new
from crisis_paths.exercises.formats.exports import files
from crisis_paths.exercises.make.kinds import Kind
from crisis_paths.exercises.make.phrases import phrases, start
from crisis_paths.exercises.make.recipe import Recipe
from crisis_paths.i18n import _
from crisis_paths.tables.handed_out import write

BAD = 2
"""What the command ends with where something given to it cannot be used."""
SET = "exercises"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Parameters
    ----------
    arguments : sequence of str, optional
        What was typed after the command's name.

    Returns
    -------
    int
        0, or 2 where something given cannot be used; the reason stands on stderr then.
    """
    try:
        given = parser().parse_args(arguments)
        _JOBS[given.job](given)
    except CrisisPathsError as wrong:
        print(wrong, file=sys.stderr)
        return BAD
    return 0


def _make(given: argparse.Namespace) -> None:
    from crisis_paths.exercises.grading.course import assignment_files

    refuse_taken(absolute(given.out))
    recipe = _recipe(given, MAKE)
    made = recipe.make(given.seed, phrases(given.phrases))
    beside = assignment_files(made, recipe, SET)
    notebook = {f"nbgrader/{Path(place).name}": found for place, found in beside.items()}
    everything = files(made) | notebook
    folder = write_new(given.out, everything)
    _say(
        _("{count} exercises are in {folder}, in these files:").format(
            count=len(made), folder=folder
        ),
        *(f"  {name}" for name in sorted(everything)),
        _(
            "Give students a sheet and nothing else: all other files, and the folder nbgrader, hold"
            " the answers."
        ),
    )


def _assignment(given: argparse.Namespace) -> None:
    from crisis_paths.exercises.grading.course import refuse_place, write_assignment

    refuse_place(absolute(given.out), given.name)
    recipe = _recipe(given, ASSIGNMENT)
    made = recipe.make(given.seed, phrases(given.phrases))
    course = write_assignment(made, recipe, given.name, given.out)
    _say(
        _("The assignment {name} with {count} exercises is in {course}.").format(
            name=given.name, count=len(made), course=course
        ),
        _("Go into that folder and run: nbgrader generate_assignment {name}").format(
            name=given.name
        ),
        _(
            "Then give students the notebook in release/{name}; keep the folders source and private"
            " to yourself."
        ).format(name=given.name),
    )


def _check(given: argparse.Namespace) -> None:
    from crisis_paths.exercises.grading.grades import table
    from crisis_paths.exercises.grading.grading import graded, made_again
    from crisis_paths.exercises.grading.submissions import find

    out = absolute(given.out)
    refuse_taken(out)
    _refuse_unwritable(out)
    submissions = find(given.submissions, given.name)
    options = {"count": given.count, "kinds": given.kinds, "level": given.level}
    options = {name: value for name, value in options.items() if value is not None}
    _recipe_read, made = made_again(submissions, given.seed, options, phrases(given.phrases))
    rows = graded(submissions, made)
    write(out, table(rows, made, given.separator))
    faults = sum(not row.points for row in rows)
    _say(
        _("The points of {count} submissions are in {out}.").format(count=len(rows), out=out),
        *(
            [_("Not graded: {faults}; the column fault says why.").format(faults=faults)]
            if faults
            else []
        ),
    )


def _phrases(given: argparse.Namespace) -> None:
    if given.check:
        found = phrases(given.file)
        _say(
            _("{file} can be used; it has {count} phrases.").format(
                file=given.file, count=len(found)
            )
        )
    else:
        path = start(given.file)
        _say(
            _(
                "{path} is ready to be filled; then run: crisis-exercises phrases --check {path}"
            ).format(path=path)
        )


def _recipe(given: argparse.Namespace, count: int) -> Recipe:
    return Recipe(
        count if given.count is None else given.count,
        tuple(Kind) if given.kinds is None else given.kinds,
        "mixed" if given.level is None else given.level,
    )


def _refuse_unwritable(path: Path) -> None:
    """Notice before anything is graded that the grades could not be written."""
    try:
        with NamedTemporaryFile(prefix=".exercises-", dir=path.parent):
            pass
    except OSError as why:
        raise unwritable(path, why) from why


def _say(*lines: str) -> None:
    print("\n".join(lines))


_JOBS = {"make": _make, "assignment": _assignment, "check": _check, "phrases": _phrases}

if __name__ == "__main__":
    sys.exit(main())
