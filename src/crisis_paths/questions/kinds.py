"""What a check-yourself question is made of."""

from dataclasses import dataclass, replace
from typing import Self

from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import _
from crisis_paths.seeded_random import SeededRandom


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, whether it is right, and why.

    Attributes
    ----------
    label : str
        The answer itself.
    right : bool
        Whether it is right.
    feedback : str
        What a reader who chose it gets to read.
    nearly : bool
        Whether a part of it is right.
    """

    label: str
    right: bool
    feedback: str
    nearly: bool = False


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
        """Return the question with its answers shuffled, always alike for the same name.

        Authors tend to write the right answer first, as a reader of many questions would soon
        notice. Answers with an order of their own keep it.

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
        return replace(self, answers=tuple(SeededRandom(self.name).shuffled(self.answers)))
