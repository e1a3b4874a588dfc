"""What a check-yourself question is made of."""

from dataclasses import dataclass

from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import _


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, whether it is right, and why."""

    label: str
    right: bool
    feedback: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with exactly one right answer.

    Raises
    ------
    CrisisPathsError
        If not exactly one answer is right.
    """

    name: str
    ask: str
    answers: tuple[Answer, ...]

    def __post_init__(self) -> None:
        """Refuse a question that has no right answer, or several."""
        if (right := sum(answer.right for answer in self.answers)) != 1:
            raise CrisisPathsError(
                _("Question {name} has {right} right answers; it must have one.").format(
                    name=self.name, right=right
                )
            )
