"""Questions on chapter 7.3; contradictions are asked of the theory."""

from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question
from crisis_paths.scrutiny.robustness import Recoding, effect


def _sure_in_2022() -> Question:
    found = effect({Recoding("ukraine_2022", "control")})
    return Question(
        "sure-in-2022",
        _(
            "For Ukraine 2013 Table 2 has an adjusted balance, strong control and, by its cell, a"
            " managed crisis. Suppose that in 2022, too, Russia was sure of its control. What"
            " follows?"
        ),
        (
            Answer(
                _("Two crises with the same codings ended differently"),
                bool(found.contradictory),
                _(
                    "Both would be strong and adjusted, one managed and one not, so the two"
                    " conditions could not tell them apart (section 4.4, Table 2)."
                ),
            ),
            Answer(
                _("The framework still predicts what happened"),
                found.keeps,
                _("It predicts a manageable crisis for strong and adjusted (section 3, Table 1)."),
            ),
            Answer(
                _("Nothing: no other crisis is in that cell"),
                not found.against,
                _("Ukraine 2013 is. The empty cell is weak and continued (section 4.4, Table 2)."),
            ),
        ),
    )


def _seen_apart() -> Question:
    return Question(
        "seen-apart",
        _("Which of these shows how Russia saw its control, and not merely what it then did?"),
        (
            Answer(
                _("An estimate written inside the government before the outcome was known"),
                True,
                _(
                    "Such a paper could say either, whatever was done later. Section 4.4 cites"
                    " public words and steps taken, and no paper of this kind."
                ),
            ),
            Answer(
                _("How much force it used in the end"),
                False,
                _("That is what the perception should explain (section 3, paragraph 3)."),
            ),
            Answer(
                _("Whether the crisis got out of hand"),
                False,
                _("That is the outcome. To judge by it is circular (section 3)."),
            ),
        ),
    )


QUESTIONS = {
    "sure-in-2022": _sure_in_2022,
    "seen-apart": _seen_apart,
}
