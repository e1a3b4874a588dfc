"""Questions on chapters 7.1 to 7.3; formulas are asked of the truth table."""

from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question
from crisis_paths.scrutiny.crisis_sets import crisis_table
from crisis_paths.scrutiny.robustness import effects


def _one_positive() -> Question:
    shortest = [str(found) for found in crisis_table().solutions("parsimonious")]
    return Question(
        "shortest-formula",
        _(
            "Five crises, one of them unmanageable. What is the shortest formula of the two"
            " conditions that is true of that one and of none of the others?"
        ),
        (
            Answer(
                _("Weak and adjusted"),
                shortest == ["WEAK*ADJUSTED"],
                _("That is the framework’s own, and true of these cases; but there is a shorter."),
            ),
            Answer(
                _("Weak alone"),
                shortest == ["WEAK"],
                _("Yes. No case has a hegemon in doubt and a kept balance, so none forbids it."),
            ),
            Answer(
                _("Adjusted alone"),
                shortest == ["ADJUSTED"],
                _("Ukraine 2013 is coded as adjusted and, by its cell, as manageable."),
            ),
        ),
    )


def _necessary() -> Question:
    return Question(
        "necessary-condition",
        _("A condition is necessary for an outcome. Which case would refute that?"),
        (
            Answer(
                _("One with the outcome and without the condition"),
                True,
                _("Yes: the outcome came without what it was said to need."),
            ),
            Answer(
                _("One with the condition and without the outcome"),
                False,
                _("That refutes that the condition is sufficient."),
            ),
            Answer(
                _("One with neither"),
                False,
                _("That agrees with both claims, and tells nothing new of either."),
            ),
        ),
    )


def _remainder() -> Question:
    return Question(
        "what-a-remainder-is",
        _("Why do a careful and a short formula differ for these five crises?"),
        (
            Answer(
                _("Because of a combination that no case shows"),
                True,
                _("Yes. The short one supposes that it would be unmanageable too."),
            ),
            Answer(
                _("Because one of them is computed with more cases"),
                False,
                _("Both rest on the same five."),
            ),
            Answer(
                _("Because the outcome is uncertain"),
                False,
                _("Both take the codings as they are."),
            ),
        ),
    )


def _single_recodings() -> Question:
    kept = sum(found.keeps for found in effects() if len(found.thrown) == 1)
    return Question(
        "single-recodings",
        _("Fifteen codings, flipped one at a time. How many leave the formula standing?"),
        (
            Answer(
                _("All fifteen"),
                kept == 15,
                _("No: with five cases most of the weight lies on a few codings."),
            ),
            Answer(
                _("Seven"),
                kept == 7,
                _("Yes. The other eight bring a contradiction, between cases or with the rule."),
            ),
            Answer(
                _("None"),
                kept == 0,
                _("No. Several codings, such as Belarus’s control, may turn and it stands."),
            ),
        ),
        in_order=True,
    )


def _what_would_show() -> Question:
    needed = {
        found.thrown[0].dimension
        for found in effects()
        if len(found.thrown) == 1 and found.needs_both
    }
    return Question(
        "what-would-show-both",
        _("Which single recoding would make these cases show that both conditions are needed?"),
        (
            Answer(
                _("A managed crisis with a kept balance in which the hegemon was in doubt"),
                needed == {"control"},
                _("Yes: it would stand in the empty cell and forbid the shorter formula."),
            ),
            Answer(
                _("Another unmanageable crisis"),
                needed == {"outcome"},
                _("That would contradict the rule, or repeat what Ukraine 2022 shows."),
            ),
            Answer(
                _("A confident hegemon in 2022"),
                False,
                _("Then the one unmanageable crisis would stand beside Ukraine 2013."),
            ),
        ),
    )


def _hinge() -> Question:
    alone = {
        (found.thrown[0].case, found.thrown[0].dimension)
        for found in effects()
        if len(found.thrown) == 1 and found.parsimonious == ("ADJUSTED",)
    }
    return Question(
        "the-hinge",
        _("Which single recoding makes “adjusted” alone the shortest formula?"),
        (
            Answer(
                _("Ukraine 2013 ended unmanageable"),
                alone == {("ukraine_2013", "outcome")},
                _("Yes. Then both adjusted crises got out of hand, whatever the hegemon thought."),
            ),
            Answer(
                _("Russia saw its control as strong in 2022"),
                alone == {("ukraine_2022", "control")},
                _("Then 2022 stands beside 2013 with another outcome, and no formula fits."),
            ),
            Answer(
                _("Belarus adjusted its balance"),
                alone == {("belarus_2020", "balance")},
                _("Then it stands beside Ukraine 2013, managed like it; weak alone still fits."),
            ),
        ),
    )


QUESTIONS = {
    "the-hinge": _hinge,
    "shortest-formula": _one_positive,
    "necessary-condition": _necessary,
    "what-a-remainder-is": _remainder,
    "single-recodings": _single_recodings,
    "what-would-show-both": _what_would_show,
}
