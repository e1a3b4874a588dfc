"""Grading a folder of submissions in one step; nbgrader does the work.

The set is made again from its seed in a temporary folder, so that no key has to be kept. A
notebook says from what its set was made, and a digest tells whether the seed is the right one.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from importlib.util import find_spec
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.grading import grading_worker
from crisis_paths.exercises.grading.course import write_assignment
from crisis_paths.exercises.grading.grades import Row, graded_row
from crisis_paths.exercises.grading.grading_worker import (
    NAME,
    Graded,
    generate,
    grade,
    not_graded,
    start,
)
from crisis_paths.exercises.grading.submissions import Submission, common_label, fitting
from crisis_paths.exercises.make.kinds import Exercise
from crisis_paths.exercises.make.phrases import Phrase
from crisis_paths.exercises.make.recipe import Recipe, digest
from crisis_paths.extras import extra
from crisis_paths.i18n import _

with extra("instructor", _("A notebook of exercises")):
    import nbformat

CELL_SECONDS, SECONDS = 10, 120


def made_again(
    submissions: Sequence[Submission],
    seed: str,
    given: Mapping[str, object],
    bank: Sequence[Phrase] | None = None,
) -> tuple[Recipe, tuple[Exercise, ...]]:
    """The set that the submissions were made from.

    Parameters
    ----------
    submissions : sequence of Submission
        Those that came back.
    seed : str
        The seed of the set.
    given : mapping
        ``count``, ``kinds``, ``level`` as far as someone named them; what the notebooks say
        stands in for the rest.
    bank : sequence of Phrase, optional
        The phrases of the set.

    Raises
    ------
    CrisisPathsError
        If no notebook says from what it was made and nothing is given, or if the seed gives
        another set.
    """
    label = common_label(submissions)
    if not label and "count" not in given:
        raise CrisisPathsError(
            _(
                "No notebook says from what it was made; give --count, --kinds and --level as they"
                " were when the assignment was made."
            )
        )
    recipe = replace(Recipe.read(label) or Recipe(given["count"]), **given)
    made = recipe.make(seed, bank)
    if label and label["digest"] != digest(made):
        raise CrisisPathsError(
            _(
                "The seed does not give the set that these notebooks were made from; give the same"
                " seed, in the same language, and the same phrase file if there was one."
            )
        )
    return recipe, made


def graded(
    submissions: Sequence[Submission],
    recipe: Recipe,
    exercises: Sequence[Exercise],
    told: Callable[[], object] = lambda: None,
    cell_seconds: int = CELL_SECONDS,
    seconds: int = SECONDS,
) -> tuple[Row, ...]:
    """What does each submission earn? This runs the students' code.

    Parameters
    ----------
    submissions : sequence of Submission
        In the order in which the rows are to stand.
    recipe, exercises : Recipe, sequence of Exercise
        From :func:`made_again`.
    told : callable
        Called once for each submission that is done with.
    cell_seconds, seconds : int
        How long a cell, and a whole notebook, may run.

    Raises
    ------
    MissingExtraError
        If nbgrader is not installed.
    """
    with extra("instructor", _("Grading")):
        if find_spec("nbgrader") is None:  # importing it takes seconds: only a worker does
            raise ModuleNotFoundError(name="nbgrader")
    with TemporaryDirectory(prefix="crisis-exercises-") as place:
        course = write_assignment(exercises, recipe, NAME, Path(place).resolve() / "course")
        with _pool(1) as pool:
            pool.submit(generate, course, NAME).result()
        released = nbformat.read(course / "release" / NAME / f"{NAME}.ipynb", as_version=4)
        fitted = [fitting(one, released, digest(exercises)) for one in submissions]
        jobs = {
            f"s{n:05}": nbformat.writes(one.notebook)
            for n, (one, _lost) in enumerate(fitted)
            if one.notebook
        }
        for one, _lost in fitted:
            if not one.notebook:
                told()
        found = {}
        for student, result in _run(jobs, course, cell_seconds, seconds):
            found[student] = result
            told()
    return tuple(
        graded_row(one, lost, found.get(f"s{n:05}"), exercises)
        for n, (one, lost) in enumerate(fitted)
    )


def _pool(many: int, *prepared: object) -> ProcessPoolExecutor:
    """Processes that begin clean; where the system allows it, nbgrader is read only once."""
    if "forkserver" not in get_all_start_methods():
        return ProcessPoolExecutor(many, get_context("spawn"), *prepared)
    context = get_context("forkserver")
    context.set_forkserver_preload([grading_worker.__name__, "nbgrader.apps.api"])
    return ProcessPoolExecutor(many, context, *prepared)


def _result(done: Future) -> Graded:
    """What came of a submission; what nobody thought of is a fault of that one alone."""
    try:
        return done.result()
    except BrokenProcessPool:
        raise
    except Exception as why:
        return not_graded(type(why).__name__)


def _run(
    jobs: Mapping[str, str], course: Path, cell_seconds: int, seconds: int
) -> Iterator[tuple[str, Graded]]:
    """Grade on all processors; where a worker dies, each of the rest gets one of its own."""
    left = dict(jobs)

    def pooled(some: Mapping[str, str]) -> Iterator[tuple[str, Graded]]:
        many = max(1, min(os.cpu_count() or 1, len(some)))
        settings = (course, cell_seconds, seconds)
        with _pool(many, start, settings) as pool:
            running = {pool.submit(grade, *job): job[0] for job in some.items()}
            while running:
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    yield running.pop(done), _result(done)

    try:
        for student, result in pooled(jobs) if jobs else ():
            del left[student]
            yield student, result
    except BrokenProcessPool:
        for student, notebook in left.items():
            try:
                yield from pooled({student: notebook})
            except BrokenProcessPool:
                yield student, Graded({}, {}, _("Its code ended the program that grades it."))
