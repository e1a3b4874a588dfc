"""The first page: four crises in one picture, and the framework in one sentence."""

from markupsafe import Markup

from crisis_paths.argument.puzzle import SINCE_2020
from crisis_paths.framework.cases import Case, in_cell
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.views.argument.path_steps import path_alternative
from crisis_paths.views.argument.stage import (
    BETS,
    bet_choices,
    bet_words,
    cells,
    counted_bets,
    placed,
    stage_bets,
)
from crisis_paths.views.kit.marks import outcome_sign
from crisis_paths.words import slug
from explorers.bets import Answer, bet_explorer
from explorers.choices import UNSET, Choice, Look, Option, choice
from explorers.explorer import Explorer
from explorers.outputs import joined
from explorers.panels import Panel, Region
from explorers.parts import folded, prompt

RINGS = {
    "": Markup('<circle class="open" cx="65" cy="60" r="44"/>'),
    Outcome.MANAGEABLE: Markup('<circle cx="65" cy="60" r="44"/>'),
    Outcome.UNMANAGEABLE: Markup(
        '<path d="M65 16a44 44 0 0 1 26 8.5M104 41a44 44 0 0 1 4.5 25M101 85a44 44 0 0 1 -23 17M54'
        ' 102.6a44 44 0 0 1 -23 -14.5M22.5 71a44 44 0 0 1 3.5 -32M40 23.8a44 44 0 0 1 12 -6"/>'
        '<path d="M98 30l17 -15M110 76l20 7M65 106v18M22 82l-18 9M30 30L13 16"/>'
    ),
}
HOME = {
    True: Markup('<path d="M34 60l7 -15 10 30 10 -30 10 30 10 -30 10 30 6 -15"/>'),
    False: Markup('<path d="M34 60h63"/>'),
}


def glyph(case: Case, known: tuple[str, ...]) -> Markup:
    """Draw a crisis: what it was at home, and a ring that stays open until the bet is placed.

    Parameters
    ----------
    case : Case
        The crisis.
    known : tuple of str
        The bets after which the ring is drawn as the crisis ended.
    """
    ring = Markup('<g data-crisis="{}">{}</g>')
    return Markup(
        '<svg viewBox="-4 0 138 126" aria-hidden="true"><g class="home">{}</g>{}{}</svg>'
    ).format(
        HOME[case.turmoil],
        ring.format(UNSET, RINGS[""]),
        ring.format(" ".join(known), RINGS[case.outcome]),
    )


def four_crises() -> Explorer:
    """Return the four crises since 2020 as a picture, with a bet on which was not contained.

    Examples
    --------
    >>> four_crises().settings()[3]
    {'crisis': 'ukraine-2022'}
    """
    names = {slug(case.id): case for case in SINCE_2020}
    (lost,) = (name for name, case in names.items() if case.outcome is Outcome.UNMANAGEABLE)
    bet = Choice(
        "crisis",
        _("Three of these crises were contained, and one was not. Which one?"),
        tuple(
            Option(
                name,
                case.title,
                hint=_("turmoil at home") if case.turmoil else _("no turmoil at home"),
                sign=glyph(case, tuple(names)),
            )
            for name, case in names.items()
        ),
        look=Look.CARDS,
    )
    said = _("{case} got out of hand: the one crisis without turmoil. What made the difference?")

    return bet_explorer(
        "four-crises",
        _("Four crises, one of them not contained"),
        (),
        bet,
        lambda _setting: Answer(lost, said.format(case=names[lost].title)),
        hint=_("Pick one. The rings are drawn then."),
        summary=_("The four crises in words"),
        alternative=_crises_in_words(),
        text="\n".join(f"{case.title}: {_(case.outcome.value)}" for case in SINCE_2020),
    )


def _crises_in_words() -> Markup:
    item = Markup("<li>{}</li>")
    said = {
        (True, Outcome.MANAGEABLE): _("{case}: turmoil at home; contained."),
        (False, Outcome.UNMANAGEABLE): _("{case}: no turmoil at home; not contained."),
    }
    return Markup("<ul>{}</ul>").format(
        joined(
            item.format(said[case.turmoil, case.outcome].format(case=case.title))
            for case in SINCE_2020
        )
    )


def _here(path: CrisisPath) -> str:
    """Say which crises of the article stand in a cell."""
    cases = in_cell(path.cell)
    if not cases:
        return _("The article has no crisis here: its logic alone says so.")
    return _("Here the article puts {cases}.").format(cases=", ".join(c.title for c in cases))


def one_sentence() -> Explorer:
    """Return the framework in one sentence with two switches, and a bet on each cell.

    Examples
    --------
    >>> one_sentence().combinations
    64
    """
    switches = (
        choice(
            "balance",
            _("The small state’s balance among great powers"),
            (Balance.CONTINUED, _("continues")),
            (Balance.ADJUSTED, _("adjusts")),
            start=Balance.CONTINUED,
            look=Look.SWITCH,
        ),
        choice(
            "control",
            _("The hegemon sees its control as"),
            (Control.STRONG, _("strong")),
            (Control.WEAK, _("weak")),
            start=Control.STRONG,
            look=Look.SWITCH,
        ),
    )
    hint = _("Bet, and see what Gu Wei’s framework expects.")
    verdict = Markup(
        '<p class="verdict">{sign} <span><strong>{outcome}.</strong> {here} <em>{bet}</em></span>'
        "</p>"
    )
    verdicts = [
        panel
        for path in cells()
        for panel in (
            Panel(placed(path, UNSET), prompt(hint)),
            *(
                Panel(
                    placed(path, bet),
                    verdict.format(
                        sign=outcome_sign(path.outcome),
                        outcome=_(path.outcome.value).capitalize(),
                        here=_here(path),
                        bet=bet_words(path, bet),
                    ),
                )
                for bet in BETS
            ),
        )
    ]
    sentence = Markup.escape(
        _(
            "Suppose a small state {balance} its balance among great powers, and the regional"
            " hegemon sees its control as {control}."
        )
    ).format(balance=Markup("{choice-balance}"), control=Markup("{choice-control}"))
    return Explorer(
        name="sentence",
        title=_("The framework in one sentence"),
        choices=(*switches, *bet_choices()),
        regions=(Region("verdict", tuple(verdicts), live=True),),
        alternative=folded(_("Every combination in words"), path_alternative()),
        text="\n".join(f"{path.cell}: {path.verdict}. {_here(path)}" for path in cells()),
        layout=Markup(
            '<div class="sentence"><div class="sentence-words">{}</div>{}{{region-verdict}}{}'
            "{{reset}}</div>"
        ).format(sentence, stage_bets(), counted_bets()),
    )
