"""Chapter 7.4: clues between two explanations, one at a time, and the words for them."""

from fractions import Fraction

from markupsafe import Markup

from crisis_paths.argument.explanations import Explanation
from crisis_paths.framework.actors import Actor
from crisis_paths.i18n import _
from crisis_paths.scrutiny.clues import MOVED, Clue, clues
from crisis_paths.scrutiny.ledger import Step, decibans, ledger
from crisis_paths.scrutiny.likelihood import Likelihood
from crisis_paths.tables.reading import rows
from explorers.outputs import table
from explorers.parts import card

RIVALS = tuple(rival for rival in Explanation if rival is not Explanation.FRAMEWORK)
OURS = "ours"  # a word that its reader leaves as we have it


def name(item: str) -> str:
    """Return a clue's short name, to find its line by; what it says stands in the tables.

    Parameters
    ----------
    item : str
        The clue's id.

    Raises
    ------
    KeyError
        If no clue has it.

    Examples
    --------
    >>> name("ua22-talks")
    'Talks first'
    """
    rivals = {
        "ua22-threat": _("More, though calmer"),
        "ua22-agenda-russia": _("Two crises, two ways"),
        "by-agenda-russia": _("Moscow partly busy"),
        "by-status": _("Three allies differ"),
        "kz-agenda-not-key": _("Ukraine not the key"),
        "kz-agenda-us": _("US acted differently"),
    }
    codings = {row["coding_id"]: row["short"] for row in rows("codings")}
    return rivals[item] if item in rivals else _(codings[item])


def asked(case: str) -> str:
    """Say what the clues on a crisis are to explain.

    Parameters
    ----------
    case : {"ukraine_2022", "belarus_2020", "kazakhstan_2022"}
        A crisis with likelihoods.

    Raises
    ------
    KeyError
        If it has none.

    Examples
    --------
    >>> asked("kazakhstan_2022")
    'what kept the West back'
    """
    return {
        Actor.HEGEMON: _("what moved Russia"),
        Actor.EXTERNAL: _("what kept the West back"),
    }[MOVED[case]]


def side(held: Explanation) -> str:
    """Return an explanation as it stands in the middle of a sentence.

    Parameters
    ----------
    held : Explanation
        Any of the five.

    Examples
    --------
    >>> side(Explanation.AGENDA)
    'the agenda at home'
    """
    return {
        Explanation.VALUE: _("the state’s value"),
        Explanation.AGENDA: _("the agenda at home"),
        Explanation.STATUS: _("relational status"),
        Explanation.THREAT: _("a felt threat"),
        Explanation.FRAMEWORK: _("the article’s framework"),
    }[held]


def short(word: Likelihood) -> str:
    """Return the words for a likelihood where there is little room.

    Parameters
    ----------
    word : Likelihood
        One of the seven.

    Examples
    --------
    >>> short(Likelihood.ALMOST_CERTAIN)
    'almost certain'
    """
    return {
        Likelihood.ALMOST_CERTAIN: _("almost certain"),
        Likelihood.VERY_LIKELY: _("very likely"),
        Likelihood.LIKELY: _("likely"),
        Likelihood.EVEN: _("50:50"),
        Likelihood.UNLIKELY: _("unlikely"),
        Likelihood.VERY_UNLIKELY: _("very unlikely"),
        Likelihood.ALMOST_NEVER: _("almost never"),
    }[word]


def signed(odds: Fraction) -> str:
    """Return odds, or a ratio, in decibans with a sign.

    Parameters
    ----------
    odds : Fraction
        Above 0.

    Raises
    ------
    CrisisPathsError
        If they are not above 0.

    Examples
    --------
    >>> signed(Fraction(10)), signed(Fraction(1)), signed(Fraction(1, 2))
    ('+10.0', '0', '−3.0')
    """
    return f"{decibans(odds):+.1f}".replace("-", "−") if odds != 1 else "0"


def odds_words(odds: Fraction, rival: Explanation) -> str:
    """Return odds as a reader sees them.

    Parameters
    ----------
    odds : Fraction
        For the framework, against the rival; above 0.
    rival : Explanation
        The other side.

    Examples
    --------
    >>> odds_words(Fraction(3), Explanation.THREAT), odds_words(Fraction(1, 2), Explanation.THREAT)
    ('3.0 to 1 for the article’s framework', '2.0 to 1 for a felt threat')
    """
    if odds == 1:
        return _("even")
    ahead = Explanation.FRAMEWORK if odds > 1 else rival
    return _("{times} to 1 for {side}").format(
        times=f"{float(max(odds, 1 / odds)):.1f}", side=side(ahead)
    )


def points_to(step: Step, rival: Explanation) -> Explanation | None:
    """Return the explanation that a clue speaks for; None if for neither.

    Parameters
    ----------
    step : Step
        The clue in the account against this rival.
    rival : Explanation
        The framework's rival.

    Examples
    --------
    >>> steps = ledger("ukraine_2022", Explanation.VALUE).steps
    >>> points_to(steps[8], Explanation.VALUE).value, points_to(steps[0], Explanation.VALUE)
    ('geopolitical_value', None)
    """
    if step.ratio == 1:
        return None
    return Explanation.FRAMEWORK if step.ratio > 1 else rival


def shared(clue: Clue) -> str:
    """Name the clues with which this one belongs together; nothing where it stands alone.

    Parameters
    ----------
    clue : Clue
        A clue on any crisis.

    Examples
    --------
    >>> [bool(shared(clue)) for clue in clues("belarus_2020")]
    [False, False, True, True, True, True, False, False]
    """
    if not clue.group:
        return ""
    group = next(found for found in map(clues, MOVED) if clue in found)
    others = [name(c.id) for c in group if c.group == clue.group and c.id != clue.id]
    return _("It is one clue with: {others} (“{group}”). Count them once.").format(
        others=", ".join(others), group=clue.group
    )


def standing(clue: Clue) -> str:
    """Say where a clue stands in the article, and whether it is stated there.

    Parameters
    ----------
    clue : Clue
        A clue on any crisis.

    Examples
    --------
    >>> standing(clues("ukraine_2022")[0])
    'section 4.4; stated'
    """
    stated = clue.standing == "stated"
    return _("section {section}; {standing}").format(
        section=clue.section, standing=_("stated") if stated else _("our inference")
    )


# One clue


def direction(step: Step, rival: Explanation) -> str:
    """Say in a sentence which way a clue points, and by which words.

    Parameters
    ----------
    step : Step
        The clue in the account against this rival.
    rival : Explanation
        The framework's rival.

    Examples
    --------
    >>> direction(ledger("ukraine_2022", Explanation.VALUE).steps[0], Explanation.VALUE)
    'It points to neither: very likely under both.'
    """
    ahead = points_to(step, rival)
    if ahead is None:
        return _("It points to neither: {word} under both.").format(word=short(step.word))
    return _(
        "It points to {ahead}: {word} under the article’s framework, {other} under {rival}."
    ).format(
        ahead=side(ahead), word=short(step.word), other=short(step.rival_word), rival=side(rival)
    )


def _weighs(step: Step, rival: Explanation) -> str:
    ahead = points_to(step, rival)
    if ahead is None:
        return _("nothing")
    return _("{decibans} decibans: the odds on {ahead} become {times} times what they were").format(
        decibans=signed(step.ratio),
        ahead=side(ahead),
        times=f"{float(max(step.ratio, 1 / step.ratio)):.1f}",
    )


def reasons_card(step: Step, rival: Explanation) -> Markup:
    """Return why a clue is as likely as we say under either side, and what it weighs.

    Parameters
    ----------
    step : Step
        The clue in the account against this rival.
    rival : Explanation
        The framework's rival.

    Examples
    --------
    >>> step = ledger("ukraine_2022", Explanation.VALUE).steps[0]
    >>> reasons_card(step, Explanation.VALUE).count("<dt>")
    5
    """
    because = _("{word}: {why}")
    facts = [
        (
            _("If {side} was decisive").format(side=side(explanation)),
            because.format(word=word.label, why=step.clue.reasons[explanation]),
        )
        for explanation, word in (
            (Explanation.FRAMEWORK, step.word),
            (rival, step.rival_word),
        )
    ]
    facts += [
        (_("It weighs"), _weighs(step, rival)),
        (_("Kind"), step.label.label),
        (
            _("Section"),
            _("{place}; how likely it is: ours").format(place=standing(step.clue)),
        ),
    ]
    if warning := shared(step.clue):
        facts.append((_("Not alone"), warning))
    return card(facts)


def reasons_table(case: str) -> Markup:
    """Return every clue under every explanation: the word, its weight, the reason.

    Parameters
    ----------
    case : {"ukraine_2022", "belarus_2020", "kazakhstan_2022"}
        A crisis with likelihoods.

    Raises
    ------
    CrisisPathsError
        If there are no likelihoods for such a crisis.

    Examples
    --------
    >>> reasons_table("belarus_2020").count("<tr>")
    41
    """
    heads = (_("Clue"), _("If this was decisive"), _("It is"), _("Decibans"), _("Why"))
    accounts = {rival: ledger(case, rival).steps for rival in RIVALS}
    lines = []
    for number, clue in enumerate(clues(case)):
        for explanation in (Explanation.FRAMEWORK, *RIVALS):
            weight = signed(accounts[explanation][number].ratio) if explanation in accounts else "–"
            lines.append(
                (
                    name(clue.id),
                    side(explanation),
                    clue.words[explanation].label,
                    weight,
                    clue.reasons[explanation],
                )
            )
    return table(heads, lines, kind="alternative")
