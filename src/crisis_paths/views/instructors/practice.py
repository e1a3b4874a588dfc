"""The lab: invented cases to practise on, each with a question and a reason for every answer.

Cases, key and feedback come from the generator of exercises. The seed is public, so this is
practice and nothing to be graded.

Examples
--------
>>> [explorer.name for _case, explorer in practice("flip", "lab: flip", 2).parts]
['practice-flip-1', 'practice-flip-2']
"""

from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.make.exercise import Exercise, ExerciseKind
from crisis_paths.exercises.make.generate import exercises
from crisis_paths.i18n import _
from crisis_paths.questions import Question
from crisis_paths.views.kit.question import put
from explorers.outputs import joined
from explorers.several import Several

KINDS = (
    ExerciseKind.CODE,
    ExerciseKind.PREDICT,
    ExerciseKind.FLIP,
)  # an open question has no answers to choose from


def practice(kind: str, seed: str, count: int) -> Several:
    """Return invented cases, what is asked of each, and why an answer is right or not.

    Parameters
    ----------
    kind : {"code", "predict", "flip"}
        What is asked.
    seed : str
        Any words; the same words give the same cases.
    count : int
        How many cases, 1 to 5000.

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
    number, called = _("Case {number}"), _("{case}: {kind}")
    cases = [
        (number.format(number=n), f"practice-{kind}-{n}", exercise)
        for n, exercise in enumerate(exercises(seed, count, [kind]), 1)
    ]
    # a page may have a first case of every kind: whoever goes by names tells them apart
    parts = tuple(
        (
            _case(title, exercise),
            put(
                name,
                called.format(case=title, kind=_label(kind)),
                _question(name, exercise),
                apart=True,
            ),
        )
        for title, name, exercise in cases
    )
    return Several(
        "practice",
        parts,
        "\n\n".join(
            "\n".join([f"{title}. {' '.join(exercise.vignette)}", explorer.text])
            for (title, _name, exercise), (_before, explorer) in zip(cases, parts, strict=True)
        ),
    )


def _label(kind: str) -> str:
    labels = {
        ExerciseKind.CODE: _("code it"),
        ExerciseKind.PREDICT: _("predict its outcome"),
        ExerciseKind.FLIP: _("find what flips it"),
    }
    return labels[ExerciseKind(kind)]


def _case(title: str, exercise: Exercise) -> Markup:
    """Return the case as it is read."""
    head = Markup("<p><strong>{}</strong></p>").format(title)
    return joined([head, *map(Markup("<p>{}</p>").format, exercise.vignette)])


def _question(name: str, exercise: Exercise) -> Question:
    return Question(name, exercise.ask, exercise.answers)
