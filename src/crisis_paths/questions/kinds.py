"""What a check-yourself question is made of."""

from dataclasses import dataclass, replace
from typing import Self

from crisis_paths.chance import Chance
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

    Attributes
    ----------
    name : str
        Its name, unique in the book.
    ask : str
        What is asked.
    answers : tuple of Answer
        As they are written, which is mostly the right one first.
    in_order : bool
        Whether the answers have an order of their own: numbers, a scale, yes before no, or
        "neither" at the end.

    Raises
    ------
    CrisisPathsError
        If not exactly one answer is right.
    """

    name: str
    ask: str
    answers: tuple[Answer, ...]
    in_order: bool = False

    def __post_init__(self) -> None:
        """Refuse a question that has no right answer, or several."""
        if (right := sum(answer.right for answer in self.answers)) != 1:
            raise CrisisPathsError(
                _("Question {name} has {right} right answers; it must have one.").format(
                    name=self.name, right=right
                )
            )

    def drawn(self) -> Self:
        """The question with its answers in an order that is drawn once and for all from its name.

        Whoever writes a question writes the right answer first; whoever reads a book of such
        questions soon knows. Answers with an order of their own keep it.

        Examples
        --------
        >>> three = tuple(Answer(label, label == "a", "") for label in "abc")
        >>> [answer.label for answer in Question("when", "", three).drawn().answers]
        ['b', 'c', 'a']
        >>> [answer.label for answer in Question("when", "", three, in_order=True).drawn().answers]
        ['a', 'b', 'c']
        """
        if self.in_order:
            return self
        return replace(self, answers=tuple(Chance(self.name).shuffled(self.answers)))
