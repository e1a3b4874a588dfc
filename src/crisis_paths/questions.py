"""Check-yourself questions: what is asked, and what each answer tells the reader.

Where an answer is a prediction, :func:`crisis_paths.framework.predict` decides whether it
is right.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from crisis_paths.cases import TABLE_2, in_cell
from crisis_paths.errors import CrisisPathsError
from crisis_paths.escalation import Link, follow
from crisis_paths.framework import predict
from crisis_paths.i18n import _
from crisis_paths.puzzle import relation
from crisis_paths.variables import Balance, Control, Outcome


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


def _cells() -> Question:
    count = sum(
        predict(balance, control).outcome == "unmanageable"
        for balance in Balance
        for control in Control
    )
    feedback = {
        1: _("One: both sides have to be drawn in. Which one is it? The explorer below tells."),
        2: _("Two would mean that one of the variables decides alone. Neither does."),
        3: _("Three would mean that either variable is enough by itself. It takes both."),
    }
    return Question(
        "how-many-cells",
        _("Two variables with two values make four cells. In how many is a crisis unmanageable?"),
        tuple(Answer(str(n), n == count, feedback[n]) for n in (1, 2, 3)),
    )


def _mover() -> Question:
    return Question(
        "who-moves",
        _("In this framework, what moves the external powers to intervene?"),
        (
            Answer(
                _("An adjustment of the state’s diplomatic balance, or its prospect"),
                True,
                _("Yes: a new course is something to win (section 3, paragraph 2)."),
            ),
            Answer(
                _("The hegemon’s doubt about its own control"),
                False,
                _("That moves the hegemon itself (section 3, paragraph 3)."),
            ),
            Answer(
                _("Political turmoil as such"),
                False,
                _(
                    "Turmoil opens a door; it does not make anyone walk in (section 3, the"
                    " paragraph after Figure 4)."
                ),
            ),
        ),
    )


def _tilt() -> Question:
    path = predict("adjusted", "strong")
    return Question(
        "confident-hegemon",
        _(
            "Protests bring in a government that turns the state’s foreign policy round. The"
            " hegemon is sure that its trade and security ties will outlast it. What follows?"
        ),
        (
            Answer(
                _("The crisis is manageable, as firmly as if the course had been kept"),
                path.outcome == "manageable" and path.firmness.level == 2,
                _(
                    "Nearly: it is manageable, but the article ranks this cell below the one"
                    " with a kept balance (section 3, Figure 2)."
                ),
            ),
            Answer(
                _("The crisis is manageable, but less firmly"),
                path.outcome == "manageable" and path.firmness.level == 1,
                _(
                    "Yes: external powers press in and a confident hegemon holds back, so there"
                    " is rivalry but no contest (section 3, Figure 2)."
                ),
            ),
            Answer(
                _("The crisis is unmanageable"),
                path.outcome == "unmanageable",
                _(
                    "That takes a hegemon in doubt. This one trusts that channels remain open"
                    " to it (section 3, Figure 2)."
                ),
            ),
        ),
    )


def _empty_cell() -> Question:
    return Question(
        "empty-cell",
        _("No crisis of Table 2 stands where perception is weak and the balance continued. So:"),
        (
            Answer(
                _("the prediction for that cell is confirmed"),
                False,
                _("A cell without a case can neither confirm nor refute."),
            ),
            Answer(
                _("the prediction for that cell rests on the article’s logic alone"),
                not in_cell("weak/continued") and len(TABLE_2) == 5,
                _("Yes. Figure 3 is an argument, not a finding; section 4 has no case for it."),
            ),
            Answer(
                _("such a crisis cannot happen"),
                False,
                _("The article predicts what such a crisis would be like: manageable."),
            ),
        ),
    )


def _turmoil_role() -> Question:
    found = relation(lambda case: case.turmoil, Outcome.UNMANAGEABLE)
    three = {case.title for case in found.against_sufficiency}
    return Question(
        "turmoil-role",
        _("Belarus, Kyrgyzstan and Kazakhstan had turmoil, and the crisis was managed. This shows"),
        (
            Answer(
                _("that turmoil is not sufficient for escalation"),
                not found.sufficient and len(three) == 3,
                _("Yes: the condition was there three times and the outcome was not (section 1)."),
            ),
            Answer(
                _("that turmoil is not necessary for escalation"),
                False,
                _("For that one needs escalation without turmoil: Ukraine 2022 (section 1)."),
            ),
            Answer(
                _("that turmoil does not matter"),
                False,
                _("The article grants that it opens a window for outside powers (section 1)."),
            ),
        ),
    )


def _not_the_aim() -> Question:
    return Question(
        "not-the-aim",
        _("Which of these does the article say that it does not set out to do?"),
        (
            Answer(
                _("Explain why the crisis in Ukraine broke out and escalated"),
                True,
                _("Yes. It says so itself, and offers no solution to it either (section 1)."),
            ),
            Answer(
                _("Compare crises to find how they can be managed"),
                False,
                _("That is its aim (section 1)."),
            ),
            Answer(
                _("Ask what a small or medium state can do by its diplomacy"),
                False,
                _("That is the side from which it looks (section 1)."),
            ),
        ),
    )


def _which_cut() -> Question:
    stopped = follow({Link.APART}).stopped_by
    return Question(
        "which-cut",
        _("All factions want the same foreign policy, and turmoil breaks out. On this path,"),
        (
            Answer(
                _("outside powers have nobody to back for the sake of a new course"),
                stopped is Link.APART,
                _("Yes: support works only where candidates differ and are willing (section 2.1)."),
            ),
            Answer(
                _("there can be no turmoil"),
                False,
                _("They may quarrel over anything else: jobs, prices, votes (section 2.1)."),
            ),
            Answer(
                _("the hegemon has to intervene"),
                False,
                _("It answers to outside involvement, and there is none yet (section 2.1)."),
            ),
        ),
    )


def _why_elections() -> Question:
    return Question(
        "why-elections",
        _("Why, according to the article, does turmoil break out most easily around elections?"),
        (
            Answer(
                _("They decide who governs and so may change policy at home and abroad"),
                True,
                _("Yes: that is why powers back candidates of their own (section 2.1)."),
            ),
            Answer(
                _("Votes are always contested"),
                False,
                _("The article says nothing of the kind."),
            ),
            Answer(
                _("Great powers call them"),
                False,
                _("They take part by money, promises and publicity (section 2.1)."),
            ),
        ),
    )


QUESTIONS: Mapping[str, Callable[[], Question]] = {
    "how-many-cells": _cells,
    "who-moves": _mover,
    "confident-hegemon": _tilt,
    "empty-cell": _empty_cell,
    "turmoil-role": _turmoil_role,
    "not-the-aim": _not_the_aim,
    "which-cut": _which_cut,
    "why-elections": _why_elections,
}


def question(name: str) -> Question:
    """Which question has this name?

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
    [True, False, False]
    """
    try:
        return QUESTIONS[name]()
    except KeyError:
        raise CrisisPathsError(
            _("There is no question {name!r}; there are: {known}.").format(
                name=name, known=", ".join(QUESTIONS)
            )
        ) from None
