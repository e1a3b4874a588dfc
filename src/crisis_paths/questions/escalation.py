"""Questions on chapter 2.1."""

from crisis_paths.escalation import Link, follow
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


QUESTIONS = {
    "which-cut": _which_cut,
    "why-elections": _why_elections,
}
