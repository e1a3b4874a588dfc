"""Questions on chapter 5."""

from crisis_paths.framework.prediction import predict
from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question


def _show_balance() -> Question:
    return Question(
        "show-balance",
        _("Which of these does the article count as a way to show that a state keeps its balance?"),
        (
            Answer(
                _("Meeting rival powers in the same format, one soon after another"),
                True,
                _("As often, or at the same level, and close in time (section 5)."),
            ),
            Answer(
                _("Declaring once and for all which side it is on"),
                False,
                _(
                    "That is the explicit course that the article warns against. Even a change"
                    " of sides should go in small, ambiguous steps (section 4.4)."
                ),
            ),
            Answer(
                _("Not meeting any great power until the rivalry is over"),
                False,
                _("The article lists contacts with several powers, not silence (section 5)."),
            ),
        ),
    )


def _technique_way() -> Question:
    return Question(
        "technique-way",
        _("The article calls diplomatic balance a technique. What does it call the way?"),
        (
            Answer(
                _("A firm alliance with the regional hegemon"),
                False,
                _("It wants the state to be carried along by no power (section 5, paragraph 1)."),
            ),
            Answer(
                _("Development, capacity and autonomy: growth, livelihoods and reform"),
                True,
                _(
                    "The greatest risk comes from within, so balance is a technique for"
                    " emergencies (section 5, paragraph 3)."
                ),
            ),
            Answer(
                _("Showing the balance in more and more places"),
                False,
                _(
                    "How a balance is shown belongs to the technique as well (section 5,"
                    " paragraph 3)."
                ),
            ),
        ),
    )


def _sure_hegemon() -> Question:
    adjusted, kept = predict("adjusted", "strong"), predict("continued", "strong")
    less_firm = adjusted.outcome == kept.outcome and adjusted.firmness < kept.firmness
    return Question(
        "sure-hegemon",
        _(
            "The hegemon is sure of its control. Does the framework then advise a state to turn"
            " to the other side at once?"
        ),
        (
            Answer(
                _("Table 1 calls the crisis manageable either way"),
                False,
                _("It forecasts an outcome and gives no advice. Look at section 3, Table 1."),
            ),
            Answer(
                _("Table 1 calls the crisis unmanageable once the balance is adjusted"),
                adjusted.outcome == "unmanageable",
                _("That also takes a hegemon in doubt (section 3, Table 1)."),
            ),
            Answer(
                _("The crisis would be less firmly manageable, and small steps are advised"),
                less_firm,
                _(
                    "Such a crisis may still intensify (section 3, at Figure 2), and a"
                    " change of sides should go in small steps (section 4.4)."
                ),
            ),
        ),
        in_order=True,
    )


QUESTIONS = {
    "show-balance": _show_balance,
    "technique-way": _technique_way,
    "sure-hegemon": _sure_hegemon,
}
