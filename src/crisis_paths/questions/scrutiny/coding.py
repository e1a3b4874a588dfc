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
            "Two coders read five crises and agree on four. The first finds a continued balance in"
            " three states, the second in four. How sure can you be that this is more than chance?"
        ),
        (
            Answer(
                _("Quite sure: four in five is a good result"),
                found.doubt is None,
                _(
                    "It looks good, but with five cases and two values chance does much of the"
                    " work. The interval around kappa starts below 0 (Table 2 has five cases)."
                ),
            ),
            Answer(
                _("Not sure: five cases leave nearly everything open"),
                found.doubt is Doubt.WIDE,
                _(
                    "Kappa is about 0.55, and its interval reaches from below 0 to past 1"
                    " (computed here for the five cases of Table 2)."
                ),
            ),
            Answer(
                _("Quite sure that it is chance"),
                found.kappa <= 0,
                _("Kappa is above 0, only very uncertain (computed for Table 2’s five cases)."),
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
                _("Who knows the end may read it back into the two variables"),
                True,
                _(
                    "The two variables are meant to explain the outcome, so they have to be"
                    " coded from what came before it (section 3, Table 1)."
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
            "For Georgia in 2003 the article’s words carry an adjusted balance and nothing about"
            " Russia’s perception of its control. What does the framework then predict?"
        ),
        (
            Answer(
                _("A manageable crisis"),
                georgia.ends == (Outcome.MANAGEABLE,),
                _("Only if Russia’s perception was strong, which section 2.1 does not say."),
            ),
            Answer(
                _("An unmanageable crisis"),
                georgia.ends == (Outcome.UNMANAGEABLE,),
                _("Only if Russia’s perception was weak, which section 2.1 does not say."),
            ),
            Answer(
                _("Either, because the missing variable decides"),
                len(georgia.ends) == len(Outcome),
                _("With an adjusted balance, the hegemon’s view decides (section 3, Table 1)."),
            ),
        ),
        in_order=True,
    )


QUESTIONS = {
    "coding-four-of-five": _four_of_five,
    "coding-why-blind": _why_blind,
    "coding-half-coded": _half_coded,
}
