"""Grading a folder of submissions in one step: letters are read and held against the key.

The set is made again from its seed, so that no key has to be kept. A notebook says from what its
set was made, and a digest tells whether the seed is the right one. No submission is run, so none
can read the key, give itself points or never end.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from crisis_paths.errors import CrisisPathsError, quoted
from crisis_paths.exercises.grading import stubs
from crisis_paths.exercises.grading.answers import letter, written
from crisis_paths.exercises.grading.credit import credit
from crisis_paths.exercises.grading.grades import Row
from crisis_paths.exercises.grading.submissions import Submission, common_label
from crisis_paths.exercises.make.kinds import Exercise
from crisis_paths.exercises.make.phrases import Phrase
from crisis_paths.exercises.make.recipe import Recipe, digest
from crisis_paths.i18n import _


def made_again(
    submissions: Sequence[Submission],
    seed: str,
    given: Mapping[str, object],
    bank: Sequence[Phrase] | None = None,
) -> tuple[Recipe, tuple[Exercise, ...]]:
    """Return the set that the submissions were made from.

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


def graded(submissions: Iterable[Submission], exercises: Sequence[Exercise]) -> tuple[Row, ...]:
    """Return what each submission earns, in their order.

    Parameters
    ----------
    submissions : iterable of Submission
        Those that came back.
    exercises : sequence of Exercise
        The set, from `made_again`.
    """
    wanted = digest(exercises)
    return tuple(_row(one, exercises, wanted) for one in submissions)


def _row(one: Submission, exercises: Sequence[Exercise], wanted: str) -> Row:
    if one.fault:
        return Row(one.student, {}, one.fault)
    answers = written(cell.source for cell in one.cells if cell.code)
    texts = {cell.id: cell.source for cell in one.cells if cell.id}
    ours = {f"exercise-{n}" for n in range(1, len(exercises) + 1)}
    if (one.label and one.label["digest"] != wanted) or not (answers or ours & set(texts)):
        return Row(one.student, {}, _("It is not a notebook of this assignment."))
    points: dict[str, float | None] = {}
    faults: dict[Fault, list[int]] = {}
    for number, exercise in enumerate(exercises, 1):
        grade = _chosen if exercise.answers else _written
        points[exercise.id], fault = grade(number, exercise, answers, texts)
        if fault:
            faults.setdefault(fault, []).append(number)
    return Row(one.student, points, " ".join(_told(one, faults)))


# what an exercise earned; a sentence on it, and what is quoted in that
Fault = tuple[str, str]
Graded = tuple[float | None, Fault | None]


def _chosen(number: int, exercise: Exercise, answers: Mapping, texts: Mapping) -> Graded:
    """What a letter earns."""
    earned, said = credit(exercise), answers.get(number)
    if said is None and texts and f"exercise-{number}-answer" not in texts:
        return 0.0, (_("Missing: the answer cell of exercise {numbers}."), "")
    if not (said or "").strip():
        return 0.0, (_("Not answered: exercise {numbers}."), "")
    found = letter(said, earned)
    if found is None:
        return 0.0, (_("No letter of exercise {numbers}: {said}."), quoted(said))
    return earned[found], None


def _written(number: int, exercise: Exercise, answers: Mapping, texts: Mapping) -> Graded:
    """An open question: nothing for nothing, and all else is read by a person."""
    text = texts.get(f"exercise-{number}")
    if text is None:
        return None, (_("Not found among the cells, look yourself: exercise {numbers}."), "")
    if text.strip() in ("", stubs.TEXT):
        return 0.0, (_("Not answered: exercise {numbers}."), "")
    return None, None


def _told(one: Submission, faults: Mapping[Fault, Sequence[int]]) -> Iterator[str]:
    """Everything that is to be said of a submission, in sentences."""
    if one.note:
        yield one.note
    if one.kernel and faults:
        yield _("It says that its language is {kernel}.").format(kernel=one.kernel)
    for (sentence, said), numbers in faults.items():
        yield sentence.format(numbers=", ".join(map(str, numbers)), said=said)
