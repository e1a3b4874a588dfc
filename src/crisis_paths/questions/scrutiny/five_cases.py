"""Questions on chapter 7.1; formulas are asked of the truth table."""

from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question
from crisis_paths.scrutiny.crisis_sets import crisis_table
from crisis_paths.scrutiny.robustness import effects


def _necessary() -> Question:
    return Question(
        "necessary-condition",
        _("A condition is necessary for an outcome. Which case would refute that?"),
        (
            Answer(
                _("One with the outcome and without the condition"),
                True,
                _(
                    "The outcome came without what it was said to need. Look at the two"
                    " definitions below."
                ),
            ),
            Answer(
                _("One with the condition and without the outcome"),
                False,
                _(
                    "That refutes that the condition is sufficient. Look at the two definitions"
                    " below."
                ),
            ),
            Answer(
                _("One with neither"),
                False,
                _(
                    "That agrees with both claims, and says nothing new about either. Look at the"
                    " two definitions below."
                ),
            ),
        ),
    )


def _remainder() -> Question:
    return Question(
        "what-a-remainder-is",
        _("Why do the cautious and the short formula differ for these five crises?"),
        (
            Answer(
                _("Because of a combination that no case shows"),
                True,
                _(
                    "The short one assumes that it would be unmanageable too. Look at the row"
                    " that no crisis fills."
                ),
            ),
            Answer(
                _("Because one of them is computed with more cases"),
                False,
                _("Both rest on the same five. Look at the truth table above."),
            ),
            Answer(
                _("Because the outcome is uncertain"),
                False,
                _("Both take the codings as they are. Look at the truth table above."),
            ),
        ),
    )


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
                _(
                    "It is the framework’s own formula and true of these cases, but there is a"
                    " shorter one. Look at the empty cell of Table 2."
                ),
                nearly=True,
            ),
            Answer(
                _("Weak alone"),
                shortest == ["WEAK"],
                _(
                    "No case has a hegemon in doubt and a kept balance, so none rules it out (Table"
                    " 2)."
                ),
            ),
            Answer(
                _("Adjusted alone"),
                shortest == ["ADJUSTED"],
                _("Ukraine 2013 is coded as adjusted, and its cell is manageable (Table 2)."),
            ),
        ),
    )


def _what_would_show() -> Question:
    needed = {
        found.recodings[0].dimension
        for found in effects()
        if len(found.recodings) == 1 and found.needs_both
    }
    return Question(
        "what-would-show-both",
        _("Which single recoding would make these cases show that both conditions are needed?"),
        (
            Answer(
                _("A managed crisis with a kept balance in which the hegemon was in doubt"),
                needed == {"control"},
                _("It would fill the empty cell and rule out the shorter formula (Table 2)."),
            ),
            Answer(
                _("Another unmanageable crisis"),
                needed == {"outcome"},
                _("That would contradict the rule, or repeat what Ukraine 2022 shows (Table 2)."),
            ),
            Answer(
                _("A confident hegemon in 2022"),
                False,
                _(
                    "Then the one unmanageable crisis would share a cell with Ukraine 2013. Try it"
                    " on the bench of the next page."
                ),
            ),
        ),
    )


QUESTIONS = {
    "necessary-condition": _necessary,
    "what-a-remainder-is": _remainder,
    "shortest-formula": _one_positive,
    "what-would-show-both": _what_would_show,
}
