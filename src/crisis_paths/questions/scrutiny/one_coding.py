"""Questions on chapter 7.2; counts and contradictions are asked of the theory."""

from fractions import Fraction

from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question
from crisis_paths.scrutiny.robustness import Recoding, chance, effect, effects


def _single_recodings() -> Question:
    found = effect({Recoding("belarus_2020", "control")})
    return Question(
        "single-recodings",
        _(
            "Suppose that in 2020 Russia doubted its control over Belarus, which kept its balance."
            " All else stays as coded. Do the five crises still fit the framework?"
        ),
        (
            Answer(
                _("No: one wrong coding breaks it"),
                found.contradicts,
                _(
                    "Some codings would. This one would not: Table 1 calls a crisis manageable"
                    " where the balance is kept, and Belarus was managed."
                ),
            ),
            Answer(
                _("Yes, and better than before"),
                found.keeps and found.needs_both,
                _(
                    "Belarus would fill the empty cell of Table 2 and end as predicted there. Then"
                    " doubt alone is no longer enough: it takes both conditions."
                ),
            ),
            Answer(
                _("Yes, and nothing else changes"),
                found.keeps and not found.needs_both,
                _(
                    "It does fit, but something changes: the empty cell of Table 2 has a crisis"
                    " now. Try it on the bench."
                ),
                nearly=True,
            ),
        ),
    )


def _hinge() -> Question:
    alone = {
        (found.recodings[0].case, found.recodings[0].dimension)
        for found in effects()
        if len(found.recodings) == 1 and found.parsimonious == ("ADJUSTED",)
    }
    return Question(
        "the-hinge",
        _("Which new coding of one crisis makes “adjusted” alone the shortest formula?"),
        (
            Answer(
                _("Ukraine 2013 ended unmanageable"),
                alone == {("ukraine_2013", "outcome")},
                _(
                    "Then both crises with a shifted balance got out of hand, whatever the hegemon"
                    " thought. Try it on the bench."
                ),
            ),
            Answer(
                _("Russia saw its control as strong in 2022"),
                alone == {("ukraine_2022", "control")},
                _(
                    "Then 2022 shares a cell with 2013 and ends differently, so no formula fits."
                    " Try it on the bench."
                ),
            ),
            Answer(
                _("Belarus adjusted its balance"),
                alone == {("belarus_2020", "balance")},
                _(
                    "Then it joins Ukraine 2013, and both were managed. Weak alone still fits. Try"
                    " it on the bench."
                ),
            ),
        ),
    )


def _one_in_five() -> Question:
    found = chance(candidate="control")
    return Question(
        "one-in-five",
        _(
            "One crisis of five got out of hand, and one condition, perceived control, singles it"
            " out. If the outcomes were dealt at random, how often would that happen?"
        ),
        (
            Answer(
                _("One time in five"),
                found == Fraction(1, 5),
                _(
                    "The crisis out of hand could be any of the five, and one of the five is the"
                    " one that control singles out (section 4.4, Table 2)."
                ),
            ),
            Answer(
                _("One time in thirty-two"),
                found == Fraction(1, 32),
                _(
                    "There are thirty-two ways to call five crises managed or not. But here we know"
                    " that exactly one was not (section 4.4, Table 2)."
                ),
            ),
            Answer(
                _("Hardly ever"),
                found < Fraction(1, 100),
                _("With only five cases it cannot be that rare (section 4.4, Table 2)."),
            ),
        ),
        in_order=True,
    )


def _only_crises() -> Question:
    return Question(
        "only-crises",
        _("Every case in Table 2 is a crisis. What can such a table not tell you?"),
        (
            Answer(
                _("How often a state keeps or shifts its balance and no crisis follows"),
                True,
                _(
                    "Quiet years and quiet states are not in it. The article asks how crises"
                    " end, and does not claim to know how often they begin (section 1)."
                ),
            ),
            Answer(
                _("How crises with turmoil ended"),
                False,
                _("It has four of them, and section 4 tells how three of them ended."),
            ),
            Answer(
                _("What managed crises had in common"),
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
