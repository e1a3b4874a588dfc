"""Run the command ``crisis-exercises``: make exercises for a class, assign and grade them."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from shlex import join
from tempfile import NamedTemporaryFile

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.cli_parser import ASSIGNMENT, MAKE, parser
from crisis_paths.exercises.folders import absolute, refuse_taken, unwritable, write_new
from crisis_paths.exercises.formats.exports import files
from crisis_paths.exercises.make.exercise import ExerciseKind
from crisis_paths.exercises.make.phrases import phrases, start
from crisis_paths.exercises.make.recipe import Recipe
from crisis_paths.i18n import _
from crisis_paths.tables.handed_out import write

BAD = 2
"""What the command ends with where something given to it cannot be used."""
NOTEBOOK = "nbgrader/exercises.ipynb"


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
    except CrisisPathsError as refusal:
        print(refusal, file=sys.stderr)
        return BAD
    return 0


def _make(given: argparse.Namespace) -> None:
    from crisis_paths.exercises.grading.nbgrader_notebook import source_notebook

    refuse_taken(absolute(given.out))
    recipe = _recipe(given, MAKE)
    exercises = recipe.make(given.seed, phrases(given.phrases))
    notebook = {NOTEBOOK: source_notebook(exercises, recipe.label(exercises))}
    contents = files(exercises) | notebook
    folder = write_new(given.out, contents)
    _say(
        _("{count} exercises are in {folder}, in these files:").format(
            count=len(exercises), folder=folder
        ),
        *(f"  {name}" for name in sorted(contents)),
        _(
            "Give students a sheet and nothing else: {notebook} is for nbgrader, and all other"
            " files hold the answers."
        ).format(notebook=NOTEBOOK),
    )


def _assignment(given: argparse.Namespace) -> None:
    from crisis_paths.exercises.grading.course import refuse_place, write_assignment

    refuse_place(absolute(given.out), given.name)
    recipe = _recipe(given, ASSIGNMENT)
    exercises = recipe.make(given.seed, phrases(given.phrases))
    course = write_assignment(exercises, recipe, given.name, given.out)
    again = ["--count", str(recipe.count), "--kinds", ",".join(recipe.kinds)]
    again += ["--level", recipe.level, *(["--phrases", given.phrases] if given.phrases else [])]
    _say(
        _("The assignment {name} with {count} exercises is in {course}.").format(
            name=given.name, count=len(exercises), course=course
        ),
        _("Go into that folder and run: nbgrader generate_assignment {name}").format(
            name=given.name
        ),
        _("Then give students the notebook in release/{name}.").format(name=given.name),
        _(
            "No file of the course holds the key. To read it, with the rubrics, outside of the"
            " course: crisis-exercises make --seed … {again} --out {name}-key"
        ).format(again=join(again), name=given.name),
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
    _recipe_read, exercises = made_again(submissions, given.seed, options, phrases(given.phrases))
    if given.autograded:
        from crisis_paths.exercises.grading.autograded import grade_course

        rows = grade_course(given.submissions, given.name, submissions, exercises)
    else:
        rows = graded(submissions, exercises)
    write(out, table(rows, exercises, given.separator))
    _say(_("The points of {count} submissions are in {out}.").format(count=len(rows), out=out))
    if faults := sum(not row.points for row in rows):
        _say(_("Not graded: {faults}; the column fault says why.").format(faults=faults))
    if given.autograded:
        _say(_("nbgrader has the points too; its generate_feedback shows them to students."))


def _phrases(given: argparse.Namespace) -> None:
    if given.check:
        bank = phrases(given.file)
        says = _("{file} can be used; it has {count} phrases.")
        _say(says.format(file=given.file, count=len(bank)))
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
        tuple(ExerciseKind) if given.kinds is None else given.kinds,
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
