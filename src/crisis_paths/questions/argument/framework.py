"""Questions on chapter 3; what a crisis ends in is asked of ``predict``."""

from crisis_paths.framework.cases import TABLE_2, in_cell
from crisis_paths.framework.prediction import predict
from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question


def _mover() -> Question:
    return Question(
        "who-moves",
        _("In this framework, what moves the external powers to intervene?"),
        (
            Answer(
                _("An adjustment of the state’s diplomatic balance, or its prospect"),
                True,
                _("A new course is something to win (section 3, paragraph 2)."),
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
            "Protests bring in a government that reverses the state’s foreign policy. The"
            " hegemon is sure that its trade and security ties will outlast it. What follows?"
        ),
        (
            Answer(
                _("The crisis is manageable, as firmly as if the course had been kept"),
                path.outcome == "manageable" and path.firmness.level == 2,
                _(
                    "It is manageable, but the article ranks this cell below the one"
                    " with a kept balance (section 3, at Figure 2)."
                ),
                nearly=True,
            ),
            Answer(
                _("The crisis is manageable, but less firmly"),
                path.outcome == "manageable" and path.firmness.level == 1,
                _(
                    "The two compete, but a confident hegemon limits its intervention, and"
                    " so the crisis stays manageable (section 3, at Figure 2)."
                ),
            ),
            Answer(
                _("The crisis is unmanageable"),
                path.outcome == "unmanageable",
                _(
                    "That takes a hegemon in doubt. This one trusts that channels remain open"
                    " to it (section 3, at Figure 2)."
                ),
            ),
        ),
        in_order=True,
    )


def _empty_cell() -> Question:
    return Question(
        "empty-cell",
        _(
            "None of the article’s five crises has a hegemon in doubt and a continued balance. Yet"
            " it predicts that such a crisis is manageable. What does that prediction rest on?"
        ),
        (
            Answer(
                _("On the five crises, which confirm it"),
                False,
                _(
                    "None of them is of this kind, so they can neither confirm nor refute it. Look"
                    " at the cell of the map that stays empty."
                ),
            ),
            Answer(
                _("On the article’s logic alone"),
                not in_cell("weak/continued") and len(TABLE_2) == 5,
                _(
                    "A continued balance gives outsiders nothing to win (section 3, at Figure 3)."
                    " That is an argument, not a finding: section 4 has no case for it."
                ),
            ),
            Answer(
                _("On nothing, because such a crisis cannot happen"),
                False,
                _(
                    "The article predicts what such a crisis would be like: manageable (section 3,"
                    " Figure 3)."
                ),
            ),
        ),
    )


QUESTIONS = {
    "who-moves": _mover,
    "confident-hegemon": _tilt,
    "empty-cell": _empty_cell,
}
