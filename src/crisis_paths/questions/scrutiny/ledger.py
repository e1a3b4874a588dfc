"""Questions on chapter 7.4."""

from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question
from crisis_paths.scrutiny.ledger import ledger


def _equally_expected() -> Question:
    return Question(
        "ledger-equally-expected",
        _("A clue is just what an explanation leads you to expect. How far does it support it?"),
        (
            Answer(
                _("That depends on whether its rival leads you to expect the clue as well"),
                True,
                _(
                    "Ukraine’s search for NATO membership (section 4.4) fits a Russia that doubts "
                    "its control and a Russia that feels threatened. So we say that it does not "
                    "tell the two apart."
                ),
            ),
            Answer(
                _("Strongly: it fits"),
                False,
                _(
                    "That it fits is half the story. Ukraine’s search for NATO membership (section "
                    "4.4) fits a felt threat just as well."
                ),
                nearly=True,
            ),
            Answer(
                _("Not at all: one clue never proves anything"),
                False,
                _(
                    "One clue can tell much if the rival hardly allows for it. If a state’s value "
                    "decided, and that had not changed, Russia should have done in 2022 what it "
                    "did in 2013, not more (section 2.2.3)."
                ),
            ),
        ),
    )


def _counted_once() -> Question:
    against = ledger("belarus_2020", "agenda")
    turns_round = against.odds < 1 < against.cautious
    return Question(
        "ledger-counted-once",
        _(
            "Two clues on Belarus report the same busy agenda at home. What happens to the sum "
            "if you count them once?"
        ),
        (
            Answer(
                _("The lead changes: it was the agenda’s, and becomes the framework’s"),
                turns_round,
                _(
                    "Both clues rest on the epidemic and the vote (section 2.2.1). Neither lead is "
                    "large enough to build on."
                ),
            ),
            Answer(
                _("Nothing: the facts stay the same"),
                not turns_round and against.odds == against.cautious,
                _(
                    "The facts stay, but the count changes: what section 2.2.1 says once had been "
                    "added twice."
                ),
            ),
            Answer(
                _("The agenda’s lead grows"),
                not turns_round and against.cautious < against.odds,
                _(
                    "Both clues speak for the agenda (section 2.2.1), so counting one of them less "
                    "makes its lead smaller."
                ),
            ),
        ),
    )


def _what_is_weighed() -> Question:
    return Question(
        "ledger-what-is-weighed",
        _("Against a felt threat, the sum favours the framework. What does that tell you?"),
        (
            Answer(
                _("With our likelihoods, the article’s account of 2022 fits the framework better"),
                True,
                _(
                    "It tells no more than that: sections 2.1 to 4.4 report the clues, and this "
                    "book adds the likelihoods."
                ),
            ),
            Answer(
                _("Doubt of its control, not threat, moved Russia in 2022"),
                False,
                _(
                    "The ledger weighs an account and not the events. The two may also go "
                    "together: section 2.2.3 lets threat bear on whether a power intervenes."
                ),
            ),
            Answer(
                _("The author says how likely each clue is"),
                False,
                _("He gives no likelihoods. Section 2.2.3 argues in words; we chose the numbers."),
            ),
        ),
    )


QUESTIONS = {
    "ledger-equally-expected": _equally_expected,
    "ledger-counted-once": _counted_once,
    "ledger-what-is-weighed": _what_is_weighed,
}
