"""Grade a folder of submissions in one step: letters are read and held against the key.

The set is made again from its seed, so that no key has to be kept. A notebook says from what its
set was made, and a digest tells whether the seed is the right one. Nothing is run here: letters
come from what students wrote or, where nbgrader has run it, from what that run printed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from crisis_paths.errors import CrisisPathsError, quoted
from crisis_paths.exercises.grading.answers import letter, written
from crisis_paths.exercises.grading.grades import Row
from crisis_paths.exercises.grading.released_cells import TEXT_STUB, answer_cell, check_cell
from crisis_paths.exercises.grading.submissions import Submission, common_label
from crisis_paths.exercises.make.credit import credit
from crisis_paths.exercises.make.exercise import Exercise
from crisis_paths.exercises.make.fingerprint import digest
from crisis_paths.exercises.make.phrases import Phrase
from crisis_paths.exercises.make.recipe import Recipe
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
    exercises = recipe.make(seed, bank)
    if label and label["digest"] != digest(exercises):
        raise CrisisPathsError(
            _(
                "The seed does not give the set that these notebooks were made from; give the same"
                " seed, in the same language, and the same phrase file if there was one."
            )
        )
    return recipe, exercises


def graded(
    submissions: Iterable[Submission], exercises: Sequence[Exercise], *, ran: bool = False
) -> tuple[Row, ...]:
    """Return what each submission earns, in their order.

    Parameters
    ----------
    submissions : iterable of Submission
        Those that came back.
    exercises : sequence of Exercise
        The set, from `made_again`.
    ran : bool, default False
        Whether the submissions were run, and answers are what the run printed; else they are
        what is written.
    """
    set_digest = digest(exercises)
    return tuple(_row(one, exercises, set_digest, ran) for one in submissions)


def _row(one: Submission, exercises: Sequence[Exercise], set_digest: str, ran: bool) -> Row:
    if one.fault:
        return Row(one.student, {}, one.fault)
    numbers = range(1, len(exercises) + 1)
    checks = {check_cell(number) for number in numbers}
    answers = written(
        cell.printed if ran else cell.source
        for cell in one.cells
        if cell.code and (cell.id in checks or not ran)
    )
    texts = {cell.id: cell.source for cell in one.cells if cell.id}
    foreign = one.label and one.label["digest"] != set_digest
    if foreign or not (answers or checks & set(texts)):
        return Row(one.student, {}, _("It is not a notebook of this assignment."))
    points: dict[str, float | None] = {}
    faults: dict[Fault, list[int]] = {}
    for number, exercise in enumerate(exercises, 1):
        if not exercise.answers:
            earned, fault = _grade_text(texts.get(check_cell(number)))
        elif texts and (gap := _missing(number, answers, texts, ran)):
            earned, fault = 0.0, gap
        else:
            earned, fault = _grade_letter(answers.get(number, ""), credit(exercise))
        points[exercise.id] = earned
        if fault:
            faults.setdefault(fault, []).append(number)
    return Row(one.student, points, " ".join(_remarks(one, faults)))


# a sentence on an exercise, and what is quoted in it
Fault = tuple[str, str]
Graded = tuple[float | None, Fault | None]


def _missing(number: int, answers: Mapping, texts: Mapping, ran: bool) -> Fault | None:
    """Say which cell an answer lacks, if it lacks one."""
    if number in answers:
        return None
    if answer_cell(number) not in texts:
        return _("Missing: the answer cell of exercise {numbers}."), ""
    if ran and check_cell(number) not in texts:
        return _("Missing: the cell that checks exercise {numbers}."), ""
    return None


def _grade_letter(answer: str, credits: Mapping[str, float]) -> Graded:
    """Grade a choice by its letter."""
    if not answer.strip():
        return 0.0, (_("Not answered: exercise {numbers}."), "")
    named = letter(answer, credits)
    if named is None:
        return 0.0, (_("No letter of exercise {numbers}: {said}."), quoted(answer))
    return credits[named], None


def _grade_text(text: str | None) -> Graded:
    """Grade an open question: nothing for nothing, and all else is read by a person."""
    if text is None:
        return None, (_("Not found among the cells, look yourself: exercise {numbers}."), "")
    if text.strip() in ("", TEXT_STUB):
        return 0.0, (_("Not answered: exercise {numbers}."), "")
    return None, None


def _remarks(one: Submission, faults: Mapping[Fault, Sequence[int]]) -> Iterator[str]:
    """Say everything that is to be said of a submission, in sentences."""
    if one.note:
        yield one.note
    if one.kernel and faults:
        yield _("It says that its language is {kernel}.").format(kernel=one.kernel)
    for (sentence, said), numbers in faults.items():
        yield sentence.format(numbers=", ".join(map(str, numbers)), said=said)
