"""Questions on chapters 7.2 and 7.5; counts and contradictions are asked of the theory."""

from fractions import Fraction

from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question
from crisis_paths.scrutiny.robustness import Switch, chance, effect


def _one_in_five() -> Question:
    found = chance(candidate="control")
    return Question(
        "one-in-five",
        _(
            "One crisis of five got out of hand, and perceived control sets it apart from the"
            " other four. If chance dealt the outcomes out, how often would that come about?"
        ),
        (
            Answer(
                _("One time in five"),
                found == Fraction(1, 5),
                _(
                    "Yes: the one that got out of hand could be any of the five, and in one of"
                    " these ways it is the case that control sets apart (section 4.4, Table 2)."
                ),
            ),
            Answer(
                _("One time in thirty-two"),
                found == Fraction(1, 32),
                _(
                    "That is one way out of all ways to call five cases managed or not. Here it"
                    " is given that one of them is not (section 4.4, Table 2)."
                ),
            ),
            Answer(
                _("Hardly ever"),
                found < Fraction(1, 100),
                _("With five cases it cannot be as rare as that (section 4.4, Table 2)."),
            ),
        ),
        in_order=True,
    )


def _only_crises() -> Question:
    return Question(
        "only-crises",
        _("Every row of Table 2 is a crisis. Of what can such a table therefore say nothing?"),
        (
            Answer(
                _("Of how often a balance, kept or shifted, goes without any crisis at all"),
                True,
                _(
                    "Yes: quiet years and quiet states are not in it. The article asks how crises"
                    " end, and does not claim to know how often they begin (section 1)."
                ),
            ),
            Answer(
                _("Of how crises with turmoil ended"),
                False,
                _("It has four of these, and section 4 tells how three of them ended."),
            ),
            Answer(
                _("Of crises that were managed"),
                False,
                _("Four of its five stand in cells that Table 1 calls manageable (section 3)."),
            ),
        ),
    )


def _sure_in_2022() -> Question:
    found = effect({Switch("ukraine_2022", "control")})
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
                    "Yes: 2013 and 2022 would both be strong and adjusted, and no formula of the"
                    " two conditions could tell them apart (section 4.4, Table 2)."
                ),
            ),
            Answer(
                _("The framework predicts what happened all the same"),
                found.keeps,
                _("No: by Table 1, strong and adjusted is manageable (section 3)."),
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
        _("Which of these would show how Russia saw its control, apart from what it then did?"),
        (
            Answer(
                _("An estimate written inside the government before the outcome was known"),
                True,
                _(
                    "Yes. It could turn out either way whatever was done later. Section 4.4 cites"
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
                _("That is the outcome; to judge by it is to argue in a circle (section 3)."),
            ),
        ),
    )


QUESTIONS = {
    "one-in-five": _one_in_five,
    "only-crises": _only_crises,
    "sure-in-2022": _sure_in_2022,
    "seen-apart": _seen_apart,
}
