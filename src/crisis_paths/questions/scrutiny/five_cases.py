"""Questions on chapter 7.1; formulas are asked of the truth table."""

from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question
from crisis_paths.scrutiny.crisis_sets import crisis_table
from crisis_paths.scrutiny.robustness import effects


def _necessary() -> Question:
    return Question(
        "necessary-condition",
        _("Somebody says that a condition is necessary for an outcome. Which case refutes this?"),
        (
            Answer(
                _("One with the outcome and without the condition"),
                True,
                _(
                    "The outcome came without what it was said to need. Look at the two"
                    " definitions above."
                ),
            ),
            Answer(
                _("One with the condition and without the outcome"),
                False,
                _(
                    "Such a case shows that the condition is not sufficient. Look at the two"
                    " definitions above."
                ),
            ),
            Answer(
                _("One with neither"),
                False,
                _(
                    "Such a case fits both claims and tests neither. Look at the two definitions"
                    " above."
                ),
            ),
        ),
    )


def _remainder() -> Question:
    return Question(
        "what-a-remainder-is",
        _("Why do the careful and the short formula differ for these five crises?"),
        (
            Answer(
                _("Because of a combination that no case shows"),
                True,
                _(
                    "The short one supposes that such a crisis would get out of hand too. Look at"
                    " the row without a crisis."
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
            "Only Ukraine 2022 got out of hand. There alone Russia doubted its control. The balance"
            " had shifted there and in Ukraine 2013, which Table 2 counts as managed. What is the"
            " shortest rule that is true of all five crises?"
        ),
        (
            Answer(
                _("It takes both: doubt and a shift"),
                shortest == ["WEAK*ADJUSTED"],
                _(
                    "This is the framework’s own rule, and it is true of the five. But a shorter"
                    " one is true of them as well. Look at the empty cell of Table 2."
                ),
                nearly=True,
            ),
            Answer(
                _("Doubt alone is enough"),
                shortest == ["WEAK"],
                _(
                    "No crisis combines a hegemon in doubt with a kept balance, so none of the five"
                    " forbids this rule (Table 2)."
                ),
            ),
            Answer(
                _("A shift alone is enough"),
                shortest == ["ADJUSTED"],
                _("Ukraine 2013 forbids it: a shift, and by its cell a managed crisis (Table 2)."),
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
        _("Which new coding of one crisis would make the five show that it takes both conditions?"),
        (
            Answer(
                _("A managed crisis with a kept balance in which the hegemon was in doubt"),
                needed == {"control"},
                _("It would fill the empty cell and rule out the shorter formula (Table 2)."),
            ),
            Answer(
                _("Another unmanageable crisis"),
                needed == {"outcome"},
                _("It would break the rule, or repeat what Ukraine 2022 shows (Table 2)."),
            ),
            Answer(
                _("A confident hegemon in 2022"),
                False,
                _(
                    "Then 2022 would share a cell with Ukraine 2013, and the two ended differently."
                    " Try it on the bench of the next page."
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
