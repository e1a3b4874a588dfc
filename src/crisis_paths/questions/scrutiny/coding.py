"""Questions on chapter 7.5; measures are asked of ``agree``, outcomes of ``predict``."""

from crisis_paths.framework.variables import Outcome
from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question
from crisis_paths.scrutiny.agreement import Doubt, agree
from crisis_paths.scrutiny.coding_sheet import CodingSheet
from crisis_paths.words import name_key


def _four_of_five() -> Question:
    found = agree("cccaa", "cccca")
    return Question(
        "coding-four-of-five",
        _(
            "Two people code the balance of five states. They agree on four: the first finds"
            " three states that kept it, the second four. Is that more than chance?"
        ),
        (
            Answer(
                _("Surely: four out of five is a good result"),
                found.doubt is None,
                _(
                    "It looks good, but with five cases and two values chance does much of the"
                    " work: with four of five, chance is not ruled out (Table 2 has five cases)."
                ),
            ),
            Answer(
                _("Nobody can tell: five cases leave nearly everything open"),
                found.doubt is Doubt.WIDE,
                _(
                    "Cohen’s kappa, a measure of agreement, is about 0.55 here, and its interval"
                    " reaches from below 0 (chance) to past 1 (perfect): five cases are too few."
                ),
            ),
            Answer(
                _("Surely not: that much comes by chance"),
                found.kappa <= 0,
                _("It is more than chance would give, only very uncertain with five cases."),
            ),
        ),
        in_order=True,
    )


def _why_blind() -> Question:
    return Question(
        "coding-why-blind",
        _("Why should a coder not know how the crisis ended?"),
        (
            Answer(
                _("Because someone who knows the end may read it back into the two variables"),
                True,
                _(
                    "The two variables should explain the outcome, so they must be coded from what"
                    " came before it (section 3, Table 1)."
                ),
            ),
            Answer(
                _("Because the article does not say how its crises ended"),
                False,
                _("It says so for each of the four since 2020 (sections 4.1 to 4.4)."),
            ),
            Answer(
                _("Because the outcome has to be coded first"),
                False,
                _("The outcome follows from the two variables (section 3, Table 1)."),
            ),
        ),
    )


def _half_coded() -> Question:
    (georgia,) = (
        row for row in CodingSheet.article().rows if name_key(row.case) == name_key("georgia_2003")
    )
    return Question(
        "coding-half-coded",
        _(
            "For Georgia in 2003 the article gives an adjusted balance, and nothing about how"
            " Russia saw its control. What does the framework predict?"
        ),
        (
            Answer(
                _("A manageable crisis"),
                georgia.ends == (Outcome.MANAGEABLE,),
                _("Only if Russia was sure of its control, which section 2.1 does not say."),
            ),
            Answer(
                _("An unmanageable crisis"),
                georgia.ends == (Outcome.UNMANAGEABLE,),
                _("Only if Russia doubted its control, which section 2.1 does not say."),
            ),
            Answer(
                _("Either: the missing variable decides"),
                len(georgia.ends) == len(Outcome),
                _("With an adjusted balance the hegemon decides (section 3, Table 1)."),
            ),
        ),
        in_order=True,
    )


QUESTIONS = {
    "coding-four-of-five": _four_of_five,
    "coding-why-blind": _why_blind,
    "coding-half-coded": _half_coded,
}
