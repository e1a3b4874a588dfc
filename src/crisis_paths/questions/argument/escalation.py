"""Questions on chapter 2.1."""

from crisis_paths.argument.escalation import Link, follow
from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question


def _which_cut() -> Question:
    stopped = follow({Link.APART}).stopped_by
    return Question(
        "which-cut",
        _("All factions want the same foreign policy, and turmoil breaks out. On this path,"),
        (
            Answer(
                _("outside powers have nobody to back for the sake of a new course"),
                stopped is Link.APART,
                _("Support works only where candidates differ and are willing (section 2.1)."),
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
        _(
            "Turmoil breaks out most easily around elections, says the article. Why do great"
            " powers then back candidates of their own?"
        ),
        (
            Answer(
                _("Who wins the central government usually changes policy at home and abroad"),
                True,
                _("Each wants a policy in its own favour (section 2.1, paragraph 4)."),
            ),
            Answer(
                _("An election without their help would always be contested"),
                False,
                _("The article says nothing of the kind. Look at section 2.1, paragraph 4."),
            ),
            Answer(
                _("They are the ones who call the elections"),
                False,
                _("They take part by money, promises and publicity (section 2.1, paragraph 4)."),
            ),
        ),
    )


QUESTIONS = {
    "which-cut": _which_cut,
    "why-elections": _why_elections,
}
