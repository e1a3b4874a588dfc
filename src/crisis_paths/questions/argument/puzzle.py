"""Questions on chapter 1."""

from crisis_paths.argument.puzzle import relation
from crisis_paths.framework.variables import Outcome
from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question


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
                _("The condition was there three times and the outcome was not (section 1)."),
            ),
            Answer(
                _("that turmoil is not necessary for escalation"),
                False,
                _("To show that, you need escalation without turmoil: Ukraine 2022 (section 1)."),
            ),
            Answer(
                _("that turmoil does not matter"),
                False,
                _("It gave the West and Russia an opening, says the article (section 1)."),
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
                _("It says so itself, and offers no solution to it either (section 1)."),
            ),
            Answer(
                _("Compare crises to find how they can be managed"),
                False,
                _("That is its aim (section 1)."),
            ),
            Answer(
                _("Ask what a small or medium state can do by its diplomacy"),
                False,
                _("It looks at this in particular (section 1, paragraph 4)."),
            ),
        ),
    )


QUESTIONS = {
    "turmoil-role": _turmoil_role,
    "not-the-aim": _not_the_aim,
}
