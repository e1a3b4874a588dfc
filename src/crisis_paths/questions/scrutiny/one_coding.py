"""Questions on chapter 7.2; counts and contradictions are asked of the theory."""

from fractions import Fraction

from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question
from crisis_paths.scrutiny.robustness import chance, effects


def _single_recodings() -> Question:
    kept = sum(found.keeps for found in effects() if len(found.recodings) == 1)
    return Question(
        "single-recodings",
        _("Fifteen codings, flipped one at a time. After how many does the formula still hold?"),
        (
            Answer(
                _("All fifteen"),
                kept == 15,
                _(
                    "With five cases most of the weight lies on a few codings. Look at the table"
                    " of single recodings."
                ),
            ),
            Answer(
                _("Seven"),
                kept == 7,
                _(
                    "The other eight produce a contradiction, between cases or with the rule. Look"
                    " at the table of single recodings."
                ),
            ),
            Answer(
                _("None"),
                kept == 0,
                _(
                    "You can flip several codings, such as Belarus’s control, and it holds. Try"
                    " it on the bench."
                ),
            ),
        ),
        in_order=True,
    )


def _hinge() -> Question:
    alone = {
        (found.recodings[0].case, found.recodings[0].dimension)
        for found in effects()
        if len(found.recodings) == 1 and found.parsimonious == ("ADJUSTED",)
    }
    return Question(
        "the-hinge",
        _("Which single recoding makes “adjusted” alone the shortest formula?"),
        (
            Answer(
                _("Ukraine 2013 ended unmanageable"),
                alone == {("ukraine_2013", "outcome")},
                _(
                    "Then both adjusted crises got out of hand, whatever the hegemon thought. Try"
                    " it on the bench."
                ),
            ),
            Answer(
                _("Russia saw its control as strong in 2022"),
                alone == {("ukraine_2022", "control")},
                _(
                    "Then 2022 shares a cell with 2013 but ends otherwise, and no formula fits. Try"
                    " it on the bench."
                ),
            ),
            Answer(
                _("Belarus adjusted its balance"),
                alone == {("belarus_2020", "balance")},
                _(
                    "Then it shares a cell with Ukraine 2013, managed too; weak alone still fits."
                    " Try it on the bench."
                ),
            ),
        ),
    )


def _one_in_five() -> Question:
    found = chance(candidate="control")
    return Question(
        "one-in-five",
        _(
            "One crisis of five got out of hand, and perceived control sets it apart from the"
            " other four. If the outcomes were random, how often would that happen?"
        ),
        (
            Answer(
                _("One time in five"),
                found == Fraction(1, 5),
                _(
                    "The one that got out of hand could be any of the five, and in one of"
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
        _("Every row of Table 2 is a crisis. What can such a table therefore not tell you?"),
        (
            Answer(
                _("How often a balance, kept or shifted, leads to no crisis at all"),
                True,
                _(
                    "Quiet years and quiet states are not in it. The article asks how crises"
                    " end, and does not claim to know how often they begin (section 1)."
                ),
            ),
            Answer(
                _("How crises with turmoil ended"),
                False,
                _("It has four of these, and section 4 says how three of them ended."),
            ),
            Answer(
                _("Anything about crises that were managed"),
                False,
                _("Four of its five are in cells that Table 1 calls manageable (section 3)."),
            ),
        ),
    )


QUESTIONS = {
    "single-recodings": _single_recodings,
    "the-hinge": _hinge,
    "one-in-five": _one_in_five,
    "only-crises": _only_crises,
}
