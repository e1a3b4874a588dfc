"""Questions on chapter 2.2; what an explanation earns is asked of the scoreboard."""

from crisis_paths.argument.explanations import Explanation
from crisis_paths.argument.scoreboard import Mark, score, tally
from crisis_paths.framework.actors import Actor
from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question


def _two_crises_of_2022() -> Question:
    missed = score(Explanation.AGENDA, "kazakhstan_2022", Actor.HEGEMON).mark is Mark.MISS
    return Question(
        "two-crises-of-2022",
        _(
            "In 2022 neither Washington nor Moscow was tied up by an agenda at home. If"
            " such agendas decided, how would you expect each to treat Kazakhstan and Ukraine?"
        ),
        (
            Answer(
                _("The same from each power in both crises"),
                missed,
                _("And yet both powers acted differently in the two (section 2.2.1)."),
            ),
            Answer(
                _("Less in Kazakhstan, as Ukraine mattered more"),
                False,
                _("That would be an argument from value, not from the agenda (section 2.2.1)."),
            ),
            Answer(
                _("Nothing at all in either"),
                False,
                _("An agenda that presses holds a power back; none pressed (section 2.2.1)."),
            ),
        ),
    )


def _static() -> Question:
    unchanged = tally(Explanation.VALUE)[Mark.MISS] > 0
    return Question(
        "why-static-fails",
        _("Why can geopolitical value not explain why two crises of one state run differently?"),
        (
            Answer(
                _("It hardly changes, and what does not change cannot explain a difference"),
                unchanged,
                _("Gu Wei looks for something that changes (sections 2.2.1 and 2.2)."),
            ),
            Answer(
                _("Great powers do not care about it"),
                False,
                _("They do; value often counts for more than mere position (section 2.2.1)."),
            ),
            Answer(
                _("It cannot be measured"),
                False,
                _("That may be so, but it is not the article’s objection (section 2.2.1)."),
            ),
        ),
    )


def _taken_over() -> Question:
    return Question(
        "taken-over-from-threat",
        _("What does Gu Wei take over from the argument about threat?"),
        (
            Answer(
                _("When one power’s step threatens the other, the other does more"),
                True,
                _("This is how intervention becomes competitive (section 2.2.3)."),
            ),
            Answer(
                _("The greater the threat, the stronger the intervention"),
                False,
                _("The two Ukrainian crises are the counter-example to this (section 2.2.3)."),
            ),
            Answer(
                _("Turmoil is the threat"),
                False,
                _("What is threatened is left open; that is one objection (section 2.2.3)."),
            ),
        ),
    )


QUESTIONS = {
    "two-crises-of-2022": _two_crises_of_2022,
    "why-static-fails": _static,
    "taken-over-from-threat": _taken_over,
}
