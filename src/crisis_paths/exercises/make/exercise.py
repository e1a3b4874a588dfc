"""What an exercise is made of, whoever makes it and wherever it goes.

Examples
--------
>>> yes, no = Answer("Yes", True, "It is."), Answer("No", False, "It is.")
>>> exercise = Exercise("x-1", ExerciseKind.CODE, ("Norland votes.",), "Is it so?", (yes, no))
>>> exercise.right.label
'Yes'
"""

from dataclasses import dataclass

from crisis_paths.errors import ALLOWED, QUOTED, CrisisPathsError, cut, few, quoted
from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer
from crisis_paths.words import Choice

__all__ = ["Answer", "Exercise", "ExerciseKind"]


class ExerciseKind(Choice):
    """Name what the student is asked to do."""

    CODE = "code"
    PREDICT = "predict"
    FLIP = "flip"
    CRITIQUE = "critique"

    @classmethod
    def refuse(cls, got: object) -> str:
        """Give the sentence that refuses what is no kind."""
        return _("There is no kind of exercise {got}; there are: {known}.").format(
            got=quoted(got), known=few(cls, ALLOWED)
        )


@dataclass(frozen=True, slots=True)
class Exercise:
    """Hold one exercise: a vignette, a question, and answers or a rubric.

    Attributes
    ----------
    id : str
        Unique in its set, the same for the same seed.
    kind : ExerciseKind
        What is asked.
    vignette : tuple of str
        The paragraphs to be read; no markup.
    ask : str
        The question; no markup.
    answers : tuple of Answer
        Exactly one is right, each with a sentence of feedback; empty for an open question.
    rubric : tuple of str
        For an open question, what a good answer does, a line each; else empty.
    facts : tuple of (str, str)
        What the key rests on, for the key sheet: names and values, as ``("balance", "adjusted")``.
    reasons : str
        Why the right answer is right, whichever was chosen; empty for an open question.

    Raises
    ------
    CrisisPathsError
        If there are answers and not exactly one is right, or neither answers nor a rubric.
    """

    id: str
    kind: ExerciseKind
    vignette: tuple[str, ...]
    ask: str
    answers: tuple[Answer, ...] = ()
    rubric: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    reasons: str = ""

    def __post_init__(self) -> None:
        """Refuse an exercise that could not be graded."""
        right = sum(answer.right for answer in self.answers)
        if self.answers and right != 1:
            raise CrisisPathsError(
                _("Exercise {id} has {right} right answers; it must have one.").format(
                    id=cut(self.id, QUOTED), right=right
                )
            )
        if not self.answers and not self.rubric:
            raise CrisisPathsError(
                _("Exercise {id} has neither answers nor a rubric.").format(id=cut(self.id, QUOTED))
            )

    @property
    def right(self) -> Answer | None:
        """Return the right answer; None for an open question."""
        return next((answer for answer in self.answers if answer.right), None)
