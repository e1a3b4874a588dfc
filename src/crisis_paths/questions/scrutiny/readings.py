"""Questions on chapter 7.3; contradictions are asked of the theory."""

from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question
from crisis_paths.scrutiny.robustness import Recoding, effect


def _sure_in_2022() -> Question:
    found = effect({Recoding("ukraine_2022", "control")})
    return Question(
        "sure-in-2022",
        _(
            "Suppose that in 2022 Russia was sure of its control, and leave the rest of Table 2"
            " as it is. What follows?"
        ),
        (
            Answer(
                _("Two crises share a cell, and one was managed while the other was not"),
                bool(found.contradictory),
                _(
                    "2013 and 2022 would both be strong and adjusted, and no formula of the"
                    " two conditions could separate them (section 4.4, Table 2)."
                ),
            ),
            Answer(
                _("The framework still predicts what happened"),
                found.keeps,
                _("Table 1 calls strong and adjusted manageable (section 3)."),
            ),
            Answer(
                _("Nothing, as the cell of 2013 was empty anyway"),
                not found.against,
                _("Table 2 puts 2013 there; the empty cell is weak and continued (section 4.4)."),
            ),
        ),
    )


def _seen_apart() -> Question:
    return Question(
        "seen-apart",
        _("Which of these would show how Russia saw its control, whatever it then did?"),
        (
            Answer(
                _("An estimate written inside the government before the outcome was known"),
                True,
                _(
                    "It could say either, whatever was done later. Section 4.4 cites"
                    " words in public and steps taken, and no paper of this kind."
                ),
            ),
            Answer(
                _("How much force it used in the end"),
                False,
                _("That is what the perception is to explain (section 3, paragraph 3)."),
            ),
            Answer(
                _("Whether the crisis got out of hand"),
                False,
                _("That is the outcome; judging by it would be circular (section 3)."),
            ),
        ),
    )


QUESTIONS = {
    "sure-in-2022": _sure_in_2022,
    "seen-apart": _seen_apart,
}
