"""Say in more than one way what is asked.

Where the streets are calm there is no crisis yet; so a prediction that is asked for there
supposes one.

Examples
--------
>>> names = {"state": "Arvelle", "hegemon": "Brannor", "rival": "Ambrel"}
>>> [ask("predict", form, False, names)[:28] for form in range(FORMS)]
['There is no turmoil in Arvel', 'Suppose that a crisis over A', 'No turmoil threatens Arvelle']
"""

from collections.abc import Mapping

from crisis_paths.i18n import N_, _

FORMS = 3
"""In how many ways everything is said."""

_ASKS = {
    "code": (
        N_(
            "How do you code the diplomatic balance of {state}, and {hegemon}’s perception of its"
            " controlling capabilities?"
        ),
        N_(
            "Which values do the two variables have here: {state}’s diplomatic balance, and"
            " {hegemon}’s perception of its controlling capabilities?"
        ),
        N_(
            "To which cell of Table 1 does {state} belong? Code its diplomatic balance, and"
            " {hegemon}’s perception of its controlling capabilities."
        ),
    ),
    "predict": (
        N_("What does the framework predict for {state}, and who is drawn in?"),
        N_(
            "How will the crisis in {state} end according to the framework, and what will"
            " {hegemon} and the external powers do?"
        ),
        N_(
            "Go from the two variables to the outcome. What does the framework expect to become of"
            " the crisis in {state}?"
        ),
    ),
    "predict, calm": (
        N_(
            "There is no turmoil in {state}. Suppose that the powers came to a crisis over it all"
            " the same: what would the framework predict, and who would be drawn in?"
        ),
        N_(
            "Suppose that a crisis over {state} began although its government is not in question."
            " How would it end according to the framework, and what would {hegemon} and the"
            " external powers do?"
        ),
        N_(
            "No turmoil threatens {state}’s government. If there were a crisis over the country"
            " nevertheless, what would the framework expect to become of it?"
        ),
    ),
    "flip": (
        N_(
            "Take the balance of {state}, {hegemon}’s perception of its control, and the turmoil or"
            " its absence. Which of them, if it alone were the other way round, would turn the"
            " predicted outcome into the other one?"
        ),
        N_(
            "Three things can be changed here: {state}’s balance, {hegemon}’s perception of its"
            " control, and whether there is turmoil. You may change one. Which would reverse the"
            " predicted outcome?"
        ),
        N_(
            "What would have to be different, and nothing besides, for the framework to predict the"
            " other outcome: {state}’s balance, {hegemon}’s perception of its control, or whether"
            " there is turmoil?"
        ),
    ),
    "critique": (
        N_(
            "Which sentences decide what the framework predicts for {state}? Which other"
            " explanation would lead you to expect something else of {hegemon}, and on which"
            " sentence would it rest? What further evidence would change your coding? Give your"
            " reasons in about 150 words."
        ),
        N_(
            "Defend the framework’s prediction for {state} in about 150 words, with the sentences"
            " on which it rests. Say which other explanation would expect something else of"
            " {hegemon}, and name the sentence that speaks for it. Then say what further evidence"
            " would change your coding."
        ),
        N_(
            "Two readers disagree about {state}: one follows the framework, the other an"
            " explanation that expects something else of {hegemon}. Say in about 150 words on which"
            " sentences each of them relies, what the framework predicts, and what further evidence"
            " would change your coding."
        ),
    ),
}


def ask(kind: str, form: int, turmoil: bool, names: Mapping[str, str]) -> str:
    """Return what is asked.

    Parameters
    ----------
    kind : {"code", "predict", "flip", "critique"}
        Of which kind.
    form : int
        In which way, 0 to ``FORMS - 1``.
    turmoil : bool
        Whether there is turmoil; where there is none, a prediction has to suppose a crisis.
    names : mapping of str to str
        Who is who.
    """
    calm = kind == "predict" and not turmoil
    return _(_ASKS["predict, calm" if calm else str(kind)][form]).format(**names)
