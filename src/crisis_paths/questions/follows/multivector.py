"""Questions on chapter 6; what the abstract leaves open is asked of ``policy``."""

from crisis_paths.follows.claims import CLAIMS, Policy
from crisis_paths.follows.multivector import policy
from crisis_paths.i18n import _
from crisis_paths.questions.kinds import Answer, Question


def _why_a_vision() -> Question:
    before = policy("firm", "as-before", "russia-first")
    return Question(
        "why-a-vision",
        _(
            "Every Central Asian state has taken multi-vector balance as its guiding"
            " principle since independence. According to the abstract, what held the practice"
            " back?"
        ),
        (
            Answer(
                _("A structure of power close to a single pole, among other factors"),
                CLAIMS["mv-constraint"] in before.rests_on and before.policy is Policy.VISION,
                _("It calls Russia’s hold quasi-unipolar; Russia came first (abstract)."),
            ),
            Answer(
                _("The states themselves lacked interest"),
                False,
                _("All of them made it their guiding principle (abstract, both languages)."),
            ),
            Answer(
                _("Outside powers refused to join in"),
                False,
                _("It mentions no refusal, only more attention since the conflict (abstract)."),
            ),
        ),
    )


def _mixed_setting() -> Question:
    called = policy("loosened", "as-before", "middle-east").policy
    return Question(
        "mixed-setting",
        _(
            "Suppose that Russia’s hold has loosened and outside powers pay no more attention"
            " than before. A state keeps its distance and finds new partners all the same. What"
            " would the abstract call its policy?"
        ),
        (
            Answer(
                _("a vision"),
                called is Policy.VISION,
                _("It uses the word for the time when Russia’s hold was firm (abstract)."),
            ),
            Answer(
                _("a reality"),
                called is Policy.REALITY,
                _("It uses the word for a time when attention had grown as well (abstract)."),
            ),
            Answer(
                _("neither: it does not say"),
                called is Policy.UNDECIDED,
                _("It names the two conditions together, never one without the other (abstract)."),
            ),
        ),
        in_order=True,
    )


def _who_chose() -> Question:
    passive = CLAIMS["mv-passive"]["language"]
    return Question(
        "who-chose",
        _("Which language says that the states’ further partners were often not freely chosen?"),
        (
            Answer(
                _("The Chinese"),
                passive == "zh",
                _("There the Chinese lists the partners by name (abstract, Chinese)."),
            ),
            Answer(
                _("The English"),
                passive == "en",
                _("The Chinese says nothing of passive choice (abstract, English)."),
            ),
            Answer(
                _("Both"),
                passive == "both",
                _("Only one of the two says it (abstract, English)."),
            ),
        ),
        in_order=True,
    )


def _true_to_both() -> Question:
    return Question(
        "true-to-both",
        _("Which sentence on Kazakhstan’s course since 2022 fits both texts?"),
        (
            Answer(
                _("It keeps some distance from Russia"),
                True,
                _(
                    "Gu sees a tendency (section 4.3, paragraph 7); the abstract says it"
                    " of all the Central Asian states."
                ),
            ),
            Answer(
                _("It has broken with Russia"),
                False,
                _("Gu denies it (section 4.3, paragraph 7), and the abstract does not say it."),
            ),
            Answer(
                _("Nothing about its course has changed"),
                False,
                _(
                    "Gu finds no fundamental change in relations, but some distance (section 4.3,"
                    " paragraph 7); the abstract sees a vision become reality."
                ),
            ),
        ),
    )


QUESTIONS = {
    "why-a-vision": _why_a_vision,
    "mixed-setting": _mixed_setting,
    "who-chose": _who_chose,
    "true-to-both": _true_to_both,
}
