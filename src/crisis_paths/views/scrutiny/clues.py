"""Chapter 7.4: clues between two explanations, one at a time, and the words for them."""

from fractions import Fraction

from markupsafe import Markup

from crisis_paths.argument.explanations import Explanation
from crisis_paths.framework.actors import Actor
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.scrutiny.clues import MOVED, Clue, clues
from crisis_paths.scrutiny.ledger import Step, decibans, ledger
from crisis_paths.scrutiny.likelihood import Likelihood
from crisis_paths.words import slug
from explorers.bets import Answer, bet_explorer
from explorers.choices import Choice, Option, Setting, choice
from explorers.explorer import Explorer
from explorers.outputs import table
from explorers.parts import card

RIVALS = tuple(rival for rival in Explanation if rival is not Explanation.FRAMEWORK)
OURS = "ours"  # a word that its reader leaves as we have it
NEITHER = "neither"


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
    return {
        "ua22-nato": _("Turn to NATO"),
        "ua22-urgency": _("Time is short"),
        "ua22-losing-control": _("Control slips"),
        "ua22-no-confidence": _("The conclusion"),
        "ua22-threat-not-capability": _("Words of threat"),
        "ua22-stronger-than-2013": _("More than 2013"),
        "ua22-threat": _("More, less threat"),
        "ua22-agenda-russia": _("Two crises differ"),
        "ua22-resources": _("Russia’s strength"),
        "ua22-talks": _("Talks first"),
        "by-call-confidence": _("The call"),
        "by-influence-stock": _("Influence at hand"),
        "by-loan": _("The loan"),
        "by-offstage": _("On the sidelines"),
        "by-home-agenda": _("Busy at home"),
        "by-agenda-russia": _("Busy, in part"),
        "by-status": _("Three members"),
        "by-police-reserve": _("Police reserve"),
        "kz-west-no-will": _("Social protests"),
        "kz-west-sees-no-shift": _("No shift to be had"),
        "kz-agenda-not-key": _("Not the key"),
        "kz-fm-calls": _("Calls to the West"),
        "kz-may-lean-to-russia": _("A lean to Russia"),
        "kz-west-busy": _("Busy with Ukraine"),
        "kz-agenda-us": _("Washington differs"),
        "kz-west-goal": _("A motive was there"),
    }[item]


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
        Likelihood.EVEN: _("even"),
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


def shared(clue: Clue, case: str) -> str:
    """Name the clues with which this one belongs together; nothing where it stands alone.

    Parameters
    ----------
    clue : Clue
        A clue on the crisis.
    case : {"ukraine_2022", "belarus_2020", "kazakhstan_2022"}
        A crisis with likelihoods.

    Raises
    ------
    CrisisPathsError
        If it has none.

    Examples
    --------
    >>> [bool(shared(clue, "belarus_2020")) for clue in clues("belarus_2020")]
    [False, False, True, True, True, True, False, False]
    """
    if not clue.group:
        return ""
    others = [name(c.id) for c in clues(case) if c.group == clue.group and c.id != clue.id]
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


def _items(case: str, ask: str) -> Choice:
    """Return the clues of a crisis as a choice."""
    hint = _("{text} ({place})")
    options = (
        Option(clue.id, name(clue.id), hint.format(text=clue.text, place=standing(clue)))
        for clue in clues(case)
    )
    return Choice("item", ask, tuple(options))


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


def _card(step: Step, case: str, rival: Explanation) -> Markup:
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
            _("Where it stands"),
            _("{place}; how likely it is: ours").format(place=standing(step.clue)),
        ),
    ]
    if warning := shared(step.clue, case):
        facts.append((_("Not alone"), warning))
    return card(facts)


def clue_explorer(case: str) -> Explorer:
    """Return an explorer: pick a rival and a clue of a crisis, and bet which way the clue points.

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
    >>> len(clue_explorer("ukraine_2022").settings()), len(clue_explorer("belarus_2020").settings())
    (120, 96)
    """
    steps = {(rival, step.clue.id): step for rival in RIVALS for step in ledger(case, rival).steps}

    def answer(setting: Setting) -> Answer:
        rival = Explanation(setting["rival"])
        step = steps[rival, setting["item"]]
        ahead = points_to(step, rival)
        return Answer(
            NEITHER if ahead is None else "rival" if ahead is rival else "framework",
            direction(step, rival),
            detail=_card(step, case, rival),
            row=(rival.label, name(step.clue.id), direction(step, rival), _weighs(step, rival)),
        )

    return bet_explorer(
        f"clue-{slug(case)}",
        _("Which way does a clue point? {case}: {asked}").format(
            case=TABLE_2[case].title, asked=asked(case)
        ),
        (
            choice("rival", _("The rival"), *((rival, rival.label) for rival in RIVALS)),
            _items(case, _("The clue")),
        ),
        choice(
            "bet",
            _("Your bet: it points to"),
            ("framework", _("the article’s framework")),
            ("rival", _("its rival")),
            (NEITHER, _("neither of the two")),
        ),
        answer,
        hint=_("Choose a rival and a clue, then bet."),
        summary=_("Every clue, its words and our reasons"),
        alternative=_reasons(case),
        region="clue",
    )


def _reasons(case: str) -> Markup:
    """Return every clue under every explanation: the word, its weight, the reason."""
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
