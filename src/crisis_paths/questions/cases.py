"""Questions on chapter 4; codings are asked of Table 2 and outcomes of ``predict``."""

from crisis_paths.cases.casebook import recoded
from crisis_paths.cases.window import Sayable, sayable
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question


def _no_leverage() -> Question:
    return Question(
        "no-leverage-in-belarus",
        _("According to the article, why did Western states lack leverage in Belarus?"),
        (
            Answer(
                _("The opposition was weak and had not promised to leave Russia’s influence"),
                True,
                _("So a new government did not promise a new foreign policy (section 4.1)."),
            ),
            Answer(
                _("Belarus matters little to them"),
                False,
                _("It is rated no less important than Ukraine (section 4.1, paragraph 1)."),
            ),
            Answer(
                _("Russia’s troops kept them out"),
                False,
                _("Russia gave backing from the sidelines; a reserve stood ready (section 4.1)."),
            ),
        ),
    )


def _belarus_turned() -> Question:
    path = recoded("belarus_2020", "balance")
    return Question(
        "belarus-turned",
        _(
            "Suppose that you read the opening to the West in early 2020 as an adjustment of"
            " balance, and leave the rest as it is. What does the framework then predict?"
        ),
        (
            Answer(
                _("Manageable, but less firmly"),
                path.outcome is Outcome.MANAGEABLE and path.firmness.level == 1,
                _("Russia still trusts its control, so one side holds back (section 3)."),
            ),
            Answer(
                _("Unmanageable"),
                path.outcome is Outcome.UNMANAGEABLE,
                _("That would take a Russia in doubt as well (section 3, Figure 4)."),
            ),
            Answer(
                _("Just what it predicted before"),
                path.firmness.level == 2,
                _("The word is the same, but this cell is the less firm one (section 3)."),
                nearly=True,
            ),
        ),
    )


def _whoever_wins() -> Question:
    return Question(
        "whoever-wins",
        _("Why could Russia stay out of the turmoil in Kyrgyzstan?"),
        (
            Answer(
                _("Foreign policy would stay the same either way, and Russia had leverage"),
                TABLE_2["kyrgyzstan_2020"].balance is Balance.CONTINUED,
                _("The article gives both reasons (section 4.2, paragraphs 5 and 6)."),
            ),
            Answer(
                _("Kyrgyzstan does not matter to Russia"),
                False,
                _(
                    "It belongs to the Eurasian Economic Union, the CSTO and others, and money sent"
                    " home from Russia is a large part of its output (section 4.2, paragraph 1)."
                ),
            ),
            Answer(
                _("The United States had already restored order"),
                False,
                _("Its actual steps were slight (section 4.2, paragraph 5)."),
            ),
        ),
    )


def _asking_for_help() -> Question:
    return Question(
        "asking-for-help",
        _("Kazakhstan called in the CSTO. Why does the article not call that an adjustment?"),
        (
            Answer(
                _("It is an important member of that alliance, so such help fits its tradition"),
                TABLE_2["kazakhstan_2022"].balance is Balance.CONTINUED,
                _("It also told the West that it wanted to go on working together (section 4.3)."),
            ),
            Answer(
                _("The troops came from no great power"),
                False,
                _("Russia leads the CSTO, and the text says so (section 4.3)."),
            ),
            Answer(
                _("The call was withdrawn"),
                False,
                _("The troops were sent on 6 January and left from 13 January on (section 4.3)."),
            ),
        ),
    )


def _in_part() -> Question:
    return Question(
        "borne-out-in-part",
        _("The Ukrainian case supports the framework “in part”, says section 4.4. Which part?"),
        (
            Answer(
                _("That turmoil is not the important reason why a crisis cannot be managed"),
                not TABLE_2["ukraine_2022"].turmoil,
                _("Here it was absent and the crisis got out of hand (section 4.4)."),
            ),
            Answer(
                _("That a kept balance keeps a crisis manageable"),
                False,
                _("Ukraine is coded as adjusted, so it cannot show this (section 4.4)."),
            ),
            Answer(
                _("That a confident hegemon holds back"),
                TABLE_2["ukraine_2022"].control is Control.STRONG,
                _("Russia is coded as in doubt here (section 4.4)."),
            ),
        ),
    )


def _until_when() -> Question:
    return Question(
        "until-when",
        _("What decides whether Ukraine 2013 counts as manageable?"),
        (
            Answer(
                _("Where you let the crisis end"),
                sayable("2014-01-31") is Sayable.YES and sayable("2014-08-31") is Sayable.NO,
                _("The article does not say where. The dates are in the explorer above."),
            ),
            Answer(
                _("Whether Russia felt threatened"),
                False,
                _("It did, says section 2.2.3, but that does not tell you how the crisis ended."),
            ),
            Answer(
                _("Nothing: section 4.4 says that it was managed"),
                False,
                _("No sentence says so; its place in Table 2 alone implies it (section 4.4)."),
            ),
        ),
    )


def _what_cases_show() -> Question:
    return Question(
        "what-five-cases-show",
        _("What do the five crises of Table 2 show about the framework?"),
        (
            Answer(
                _("They agree with it, as it was built on them, and leave one cell unseen"),
                len({case.path.cell for case in TABLE_2.values()}) == 3,
                _("To test it you need crises that it was not built on (our reading)."),
            ),
            Answer(
                _("That it is right"),
                False,
                _("Five crises in three cells can refute a rule, not establish one (Table 2)."),
            ),
            Answer(
                _("That it is wrong"),
                any(case.path.outcome is not case.outcome for case in TABLE_2.values()),
                _("None contradicts it as coded; 2013 depends on where it ends (Table 2)."),
            ),
        ),
    )


QUESTIONS = {
    "no-leverage-in-belarus": _no_leverage,
    "belarus-turned": _belarus_turned,
    "whoever-wins": _whoever_wins,
    "asking-for-help": _asking_for_help,
    "borne-out-in-part": _in_part,
    "until-when": _until_when,
    "what-five-cases-show": _what_cases_show,
}
