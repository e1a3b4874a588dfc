"""The lab: invented cases to practise on, one at a time, with a reason for every answer.

Cases, key and feedback come from the generator of exercises. The seed is public, so this is
practice and nothing to be graded.

Examples
--------
>>> [one.name for one in practice("flip", "lab: flip", 2).choices]
['case', 'answer-1', 'answer-2']
"""

from collections.abc import Sequence

from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.make.exercise import Exercise, ExerciseKind
from crisis_paths.exercises.make.generate import exercises
from crisis_paths.i18n import _
from crisis_paths.questions import Question
from crisis_paths.views.kit.question import as_text, asked, in_words, named, reply
from explorers.choices import UNSET, Choice
from explorers.explorer import Explorer
from explorers.outputs import joined
from explorers.panels import Panel, Region
from explorers.parts import folded, prompt
from explorers.stepper import STEP, step_marks, stepper, steps

KINDS = (
    ExerciseKind.CODE,
    ExerciseKind.PREDICT,
    ExerciseKind.FLIP,
)  # an open question has no answers to choose from


def practice(kind: str, seed: str, count: int) -> Explorer:
    """Return invented cases one at a time, what is asked of each, and why an answer is right.

    Parameters
    ----------
    kind : {"code", "predict", "flip"}
        What is asked.
    seed : str
        Any words; the same words give the same cases.
    count : int
        How many cases, 1 to 5000; a page bears some twenty.

    Raises
    ------
    CrisisPathsError
        If the kind is another, or as :func:`crisis_paths.exercises.make.generate.exercises` does.

    Notes
    -----
    Source of the keys: section 3, Table 1 and Figures 1 to 4, by ``predict``.
    """
    if kind not in KINDS:
        raise CrisisPathsError(
            _("There is no practice of kind {kind!r}; there are: {known}.").format(
                kind=str(kind), known=", ".join(KINDS)
            )
        )
    made = exercises(seed, count, [kind])
    questions = [Question(one.id, one.ask, one.answers) for one in made]
    walk = steps(_("The case"), len(made))
    answers = tuple(
        asked(_name(n), item, ((STEP, (f"{STEP}-{n}",)),)) for n, item in enumerate(questions, 1)
    )
    name = f"practice-{kind}"
    return Explorer(
        name=name,
        title=_label(kind),
        choices=(walk, *answers),
        regions=(_cases(made), _verdicts(questions, answers), _reasons(made, answers)),
        alternative=folded(
            _("All {count} cases, with the reason for each answer").format(count=len(made)),
            joined(
                joined([_case(n, exercise), in_words(item), _why(exercise)])
                for n, (exercise, item) in enumerate(zip(made, questions, strict=True), 1)
            ),
        ),
        text="\n\n".join(
            f"{_titled(n)}. {' '.join(exercise.vignette)}\n{as_text(item)}\n{exercise.reasons}"
            for n, (exercise, item) in enumerate(zip(made, questions, strict=True), 1)
        ),
        layout=stepper(name, walk, answers, _right(questions)),
        placing=step_marks(name, answers, _right(questions)),
        apart=(*(one.name for one in answers),),
    )


def _name(number: int) -> str:
    return f"answer-{number}"


def _right(questions: Sequence[Question]) -> dict[str, str]:
    """Return for each question's choice the answer that is right."""
    return {
        _name(n): letter
        for n, item in enumerate(questions, 1)
        for letter, answer in named(item.answers).items()
        if answer.right
    }


def _label(kind: str) -> str:
    labels = {
        ExerciseKind.CODE: _("Invented cases: code each"),
        ExerciseKind.PREDICT: _("Invented cases: predict the outcome of each"),
        ExerciseKind.FLIP: _("Invented cases: find what flips each"),
    }
    return labels[ExerciseKind(kind)]


def _titled(number: int) -> str:
    return _("Case {number}").format(number=number)


def _case(number: int, exercise: Exercise) -> Markup:
    """Return the case as it is read."""
    head = Markup("<p><strong>{}</strong></p>").format(_titled(number))
    return joined([head, *map(Markup("<p>{}</p>").format, exercise.vignette)])


def _here(number: int) -> tuple[str, ...]:
    return (f"{STEP}-{number}",)


def _cases(made: Sequence[Exercise]) -> Region:
    paragraphs = (joined(map(Markup("<p>{}</p>").format, one.vignette)) for one in made)
    return Region(
        "case",
        tuple(Panel({STEP: _here(n)}, read) for n, read in enumerate(paragraphs, 1)),
    )


def _verdicts(questions: Sequence[Question], answers: tuple[Choice, ...]) -> Region:
    """Return what is announced: of the case that is read, whether the answer is right."""
    told = Markup("<p>{}</p>")
    told_of = _("Case {number}: the reasons are below.")
    ask = _("Case {number} of {count}: read it, then choose an answer.")
    panels = []
    for n, (item, answer) in enumerate(zip(questions, answers, strict=True), 1):
        hint = prompt(ask.format(number=n, count=len(questions)))
        panels.append(Panel({STEP: _here(n), answer.name: (UNSET,)}, hint))
        for letter, one in named(item.answers).items():
            why = told_of.format(number=n)
            said = told.format(reply(one, why, counted=False))
            panels.append(Panel({STEP: _here(n), answer.name: (letter,)}, said))
    return Region("verdict", tuple(panels), live=True)


def _why(exercise: Exercise) -> Markup:
    """Return the reasons of a case."""
    return Markup("<p>{}</p>").format(exercise.reasons)


def _reasons(made: Sequence[Exercise], answers: Sequence[Choice]) -> Region:
    """Return the reasons, which are long: nobody wants to hear them without having asked."""
    said = Markup("<p>{}</p>")
    return Region(
        "reasons",
        tuple(
            panel
            for n, (exercise, answer) in enumerate(zip(made, answers, strict=True), 1)
            for panel in (
                *(
                    Panel({STEP: _here(n), answer.name: (letter,)}, said.format(one.feedback))
                    for letter, one in named(exercise.answers).items()
                ),
                Panel({STEP: _here(n), answer.name: answer.values}, _why(exercise)),
            )
        ),
    )
