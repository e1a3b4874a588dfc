"""Check-yourself questions: what is asked, and what each answer tells the reader.

A module a chapter. Where an answer is a prediction, :func:`crisis_paths.framework.predict`
decides whether it is right.
"""

from collections.abc import Callable, Mapping

from crisis_paths.given import one_of
from crisis_paths.i18n import _
from crisis_paths.questions import cases
from crisis_paths.questions.argument import escalation, explanations, framework, puzzle
from crisis_paths.questions.follows import multivector, strategy
from crisis_paths.questions.kinds import Answer, Question
from crisis_paths.questions.scrutiny import coding, five_cases, ledger, one_coding, readings

__all__ = ["QUESTIONS", "Answer", "Question", "question"]

QUESTIONS: Mapping[str, Callable[[], Question]] = (
    puzzle.QUESTIONS
    | escalation.QUESTIONS
    | explanations.QUESTIONS
    | framework.QUESTIONS
    | cases.QUESTIONS
    | strategy.QUESTIONS
    | multivector.QUESTIONS
    | five_cases.QUESTIONS
    | one_coding.QUESTIONS
    | readings.QUESTIONS
    | ledger.QUESTIONS
    | coding.QUESTIONS
)


def question(name: str) -> Question:
    """Return the question of this name, its answers in the order in which readers see them.

    Parameters
    ----------
    name : str
        One of the names in ``QUESTIONS``.

    Raises
    ------
    CrisisPathsError
        If there is none; the message lists those there are.

    Examples
    --------
    >>> [answer.right for answer in question("who-moves").answers]
    [False, False, True]
    """
    sentence = _("There is no question {got}; there are: {known}.")
    return QUESTIONS[one_of("name", name, QUESTIONS, sentence)]().drawn()
