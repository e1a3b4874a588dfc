"""The stage: the framework as a picture whose actors are set where they stand.

Each of Table 1's four cells has a bet of its own. Until it is placed, the two arrows are open
questions; then they are drawn as in the article's figures, and the cell is filled in on the map.
"""

from collections.abc import Iterator

from markupsafe import Markup

from crisis_paths.framework.actors import Actor
from crisis_paths.framework.cases import in_cell
from crisis_paths.framework.notation import Mark, marks
from crisis_paths.framework.paths import CrisisPath, HegemonResponse
from crisis_paths.framework.prediction import every_path, predict
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.views.argument.path_steps import (
    cell_cases,
    path_alternative,
    path_steps,
    what_decides,
)
from crisis_paths.views.kit.cell_map import cell_map
from crisis_paths.views.kit.marks import outcome_sign
from crisis_paths.views.kit.palette import STEPS_STYLE
from explorers.choices import UNSET, Choice, Condition, Look, Option, choice
from explorers.explorer import Explorer
from explorers.outputs import joined
from explorers.panels import Panel, Region
from explorers.parts import bet_marks, folded, prompt, tally

BETS = tuple(outcome.value for outcome in Outcome)
TURMOIL = ("yes", "no")


def cells() -> Iterator[CrisisPath]:
    """Yield a path for each cell of Table 1, row by row, with turmoil."""
    return (predict(balance, control) for control in Control for balance in Balance)


def bet_name(path: CrisisPath) -> str:
    """Return the name of the bet on a cell.

    Examples
    --------
    >>> bet_name(predict("adjusted", "weak"))
    'bet-weak-adjusted'
    """
    return f"bet-{path.control}-{path.balance}"


def placed(path: CrisisPath, *bets: str) -> Condition:
    """Return the condition that a cell is looked at and its bet is one of these; any if none."""
    here = {"balance": (path.balance.value,), "control": (path.control.value,)}
    return here | {bet_name(path): bets or BETS}


def bet_choices() -> tuple[Choice, ...]:
    """Return a bet for each cell of Table 1, each asked by itself."""
    bet = _("Your bet on {balance}, {control}: the crisis will be")
    return tuple(
        Choice(
            bet_name(path),
            bet.format(balance=_(path.balance.value), control=_(path.control.value)),
            tuple(
                Option(value.value, _(value.value), sign=outcome_sign(value)) for value in Outcome
            ),
            look=Look.BET,
            when=(("balance", (path.balance.value,)), ("control", (path.control.value,))),
        )
        for path in cells()
    )


def bet_words(path: CrisisPath, bet: str) -> str:
    """Say whether a bet on a cell holds.

    Examples
    --------
    >>> bet_words(predict("adjusted", "weak"), "manageable")
    'You had bet otherwise.'
    """
    return _("Your bet holds.") if bet == path.outcome else _("You had bet otherwise.")


def stage_bets() -> Markup:
    """Return the places of the bets, of which one is in sight."""
    return joined(Markup(f"{{choice-{bet_name(path)}}}") for path in cells())


def stage_choices() -> tuple[Choice, ...]:
    """Return balance, turmoil and control, as they stand in the picture; and a bet a cell."""
    return (
        choice(
            "balance",
            _("Small or medium state: its balance is"),
            *((value, _(value.value)) for value in Balance),
            start=Balance.CONTINUED,
            look=Look.SWITCH,
        ),
        choice(
            "turmoil",
            _("Domestic forces: turmoil?"),
            ("yes", _("yes")),
            ("no", _("no")),
            start="yes",
            look=Look.SWITCH,
        ),
        choice(
            "control",
            _("Regional hegemon: it sees its control as"),
            *((value, _(value.value)) for value in Control),
            start=Control.STRONG,
            look=Look.SWITCH,
        ),
        *bet_choices(),
    )


# The arrows


def arrow(actor: Actor, drawn: tuple[Mark, ...]) -> Markup:
    """Draw an arrow towards the state: an open question, or with the marks of the figures.

    Parameters
    ----------
    actor : Actor
        Whose: the external powers' comes from above, the hegemon's from below.
    drawn : tuple of Mark
        Its marks; none while it is a question.
    """
    turned = Markup(' transform="matrix(1 0 0 -1 0 64)"') if actor is Actor.HEGEMON else ""
    if not drawn:
        inner = Markup('<path class="ask" d="M60 2v58"/>')
    else:
        barred, solid = Mark.BAR in drawn, Mark.SOLID in drawn
        inner = Markup(
            '<path class="{kind}" d="M60 2v{length}"/><path class="tip" d="M60 {tip}l-{half} -18h{'
            'whole}z"/>{bar}'
        ).format(
            kind="solid" if solid else "dash",
            length=26 if barred else 44,
            tip=44 if barred else 62,
            half=12 if solid else 9,
            whole=24 if solid else 18,
            bar=Markup('<path class="bar" d="M22 50h76"/>') if barred else "",
        )
    return Markup('<svg viewBox="0 0 120 64" aria-hidden="true"><g{}>{}</g></svg>').format(
        turned, inner
    )


def external_words(path: CrisisPath) -> str:
    """Say what becomes of the external powers' will.

    Examples
    --------
    >>> external_words(predict("continued", "weak"))
    'Little will, and the way in is barred.'
    """
    blocked = Mark.BAR in marks(path)[Actor.EXTERNAL]
    return _("Little will, and the way in is barred.") if blocked else _("Their will is raised.")


def hegemon_words(path: CrisisPath) -> str:
    """Say how the hegemon answers.

    Examples
    --------
    >>> hegemon_words(predict("adjusted", "strong"))
    'It intervenes within limits.'
    """
    return {
        HegemonResponse.LIMITED_OR_NONE: _("It does little or nothing."),
        HegemonResponse.LIMITED: _("It intervenes within limits."),
        HegemonResponse.SUPPORTING: _("It does more, in support."),
        HegemonResponse.CONTENDING: _("It contends with strong means."),
    }[path.hegemon_response]


def _arrow_region(actor: Actor, question: str) -> Region:
    words = external_words if actor is Actor.EXTERNAL else hegemon_words
    line = Markup("{}<span>{}</span>")
    asked = line.format(arrow(actor, ()), question)
    panels = [
        panel
        for path in cells()
        for panel in (
            Panel(placed(path, UNSET), asked),
            Panel(placed(path), line.format(arrow(actor, marks(path)[actor]), words(path))),
        )
    ]
    return Region(actor.value, tuple(panels), drawn=True)


# The state


def _course() -> Region:
    """Draw the state's foreign policy as a road: straight on, or bent away."""
    roads = {
        Balance.CONTINUED: Markup('<path d="M4 20h74"/><path class="tip" d="M92 20l-15 -8v16z"/>'),
        Balance.ADJUSTED: Markup(
            '<path d="M4 26h30l26 -15h18"/><path class="tip" d="M92 11l-15 -8v16z"/>'
        ),
    }
    return Region(
        "course",
        tuple(Panel({"balance": (value.value,)}, _sketch(road)) for value, road in roads.items()),
        drawn=True,
    )


def _home() -> Region:
    """Draw turmoil as a jagged line, calm as a flat one."""
    lines = {"yes": "M4 18l8 -12 11 24 11 -24 11 24 11 -24 11 24 8 -12h8", "no": "M4 18h88"}
    path = Markup('<path d="{}"/>')
    return Region(
        "home",
        tuple(Panel({"turmoil": (v,)}, _sketch(path.format(line))) for v, line in lines.items()),
        drawn=True,
    )


def _sketch(inner: Markup) -> Markup:
    return Markup('<svg viewBox="0 0 96 36" aria-hidden="true">{}</svg>').format(inner)


def _frame() -> Region:
    """Draw the state's frame: whole, but broken where a bet has shown that the crisis gets out."""
    whole = Markup('<span class="stage-frame"></span>')
    broken = Markup(
        '<span class="stage-frame broken"><svg viewBox="0 0 100 100" preserveAspectRatio="none"'
        ' aria-hidden="true"><path d="M0 22l-2.6 -8M0 50h-3M0 78l-2.6 8M100 22l2.6 -8M100 50h3'
        'M100 78l2.6 8"/></svg></span>'
    )
    panels = [
        panel
        for path in cells()
        for panel in (
            Panel(placed(path, UNSET), whole),
            Panel(placed(path), whole if path.outcome is Outcome.MANAGEABLE else broken),
        )
    ]
    return Region("frame", tuple(panels), drawn=True)


# What is said


def stage_verdict(path: CrisisPath, bet: str) -> Markup:
    """Return the verdict on a cell: the outcome, what decides, and whether the bet holds.

    Parameters
    ----------
    path : CrisisPath
        The path of the cell.
    bet : {"manageable", "unmanageable"}
        What the reader expected.
    """
    word = _(path.outcome.value)
    return Markup(
        '<p class="verdict">{sign} <span><strong>{outcome}.</strong> {why}'
        " <em>{bet}</em></span></p>"
    ).format(
        sign=outcome_sign(path.outcome),
        outcome=word[:1].upper() + word[1:],
        why=what_decides(path),
        bet=bet_words(path, bet),
    )


def _verdicts(hint: str) -> Region:
    begun = {
        "yes": _("The story starts with turmoil at home."),
        "no": _("The story starts without turmoil at home."),
    }
    heard = Markup('<p class="explorer-heard">{}</p>')
    panels = [
        panel
        for path in cells()
        for panel in (
            Panel(placed(path, UNSET), prompt(hint)),
            *(Panel(placed(path, bet), stage_verdict(path, bet)) for bet in BETS),
        )
    ]
    # whoever hears the answer hears of turmoil too, which leaves the verdict as it is
    panels += [Panel({"turmoil": (v,)}, heard.format(words)) for v, words in begun.items()]
    return Region("verdict", tuple(panels), live=True)


def _steps() -> Region:
    panels = [Panel(placed(path, UNSET), prompt(_("Bet first."))) for path in cells()]
    drawn = Markup('<div class="path" data-path="{cell}">{steps}{cases}</div>')
    panels += [
        Panel(
            placed(path) | {"turmoil": ("yes" if path.turmoil else "no",)},
            drawn.format(cell=path.cell, steps=path_steps(path), cases=cell_cases(path)),
        )
        for path in every_path()
    ]
    return Region("path", tuple(panels))


# The map


def _map_region(path: CrisisPath) -> Region:
    """Return a cell of the map: open until its bet is placed, then outcome and crises."""
    cases = in_cell(path.cell)
    item, none = Markup("<li>{}</li>"), Markup('<li class="none">{}</li>').format(_("no case"))
    known = Markup(
        '<div class="map-known outcome-{kind}"><p>{sign} {outcome}</p><ul>{cases}</ul></div>'
    ).format(
        kind=path.outcome,
        sign=outcome_sign(path.outcome),
        outcome=_(path.outcome.value),
        cases=joined((item.format(case.title) for case in cases), "") or none,
    )
    yet = Markup('<p class="map-yet">{}</p>').format(_("no bet"))
    name = bet_name(path)
    return Region(
        f"cell-{path.control}-{path.balance}",
        (Panel({name: (UNSET,)}, yet), Panel({name: BETS}, known)),
        drawn=True,
    )


def stage_map(explorer: str) -> Markup:
    """Return the map of the four cells, with places for what is known of each."""
    cell = Markup(
        '<div class="map-cell" data-sets="{explorer}-balance-{balance}'
        ' {explorer}-control-{control}">'
        '<span class="map-here" data-balance="{balance}" data-control="{control}"></span>'
        '<label class="map-go" for="{explorer}-balance-{balance}" data-balance="{other_balance}"'
        ' aria-hidden="true"></label>'
        '<label class="map-go" for="{explorer}-control-{control}" data-control="{other_control}"'
        ' aria-hidden="true"></label>{region}</div>'
    )

    def placed_cell(control: Control, balance: Balance) -> Markup:
        return cell.format(
            explorer=explorer,
            balance=balance,
            control=control,
            other_balance=balance.other,
            other_control=control.other,
            region=Markup(f"{{region-cell-{control}-{balance}}}"),
        )

    return cell_map(_("Table 1 as a map of four cells"), placed_cell)


def counted_bets() -> Markup:
    """Return the marks by which the bets on the four cells are counted.

    Examples
    --------
    >>> counted_bets().count('data-came-out="held"')
    4
    """
    holds = {bet_name(path): path.outcome.value for path in cells()}
    return bet_marks(bet_choices(), holds)


def _score() -> Markup:
    """Count the bets that are placed and those that hold; a last line when all four are."""
    counted = counted_bets()
    every = Markup(" ").join(
        Markup('data-{}="{}"').format(bet_name(path), " ".join(BETS)) for path in cells()
    )
    said = Markup.escape(_("Your bets so far: {placed} of {cells} cells, {right} of them right."))
    return Markup(
        '<p class="score">{counted}{said}</p><p class="score-all" {every}>{all}</p>'
    ).format(
        counted=counted,
        said=said.format(
            placed=tally("placed", "stage"),
            cells=len(tuple(cells())),
            right=tally("right", "stage"),
        ),
        every=every,
        all=_(
            "All four are settled. Only one corner is unmanageable: it takes an adjusted balance"
            " and a hegemon that doubts its control."
        ),
    )


def _layout(name: str) -> Markup:
    return Markup(
        '<div class="stage"><div class="stage-picture">'
        '<div class="stage-actor actor-external"><b>{external}</b></div>'
        '<div class="stage-arrow actor-external">{{region-external}}</div>'
        '<div class="stage-state">{{region-frame}}'
        '<div class="stage-actor actor-small_state">{{choice-balance}}{{region-course}}</div>'
        '<div class="stage-actor actor-domestic">{{choice-turmoil}}{{region-home}}</div></div>'
        '<div class="stage-arrow actor-hegemon">{{region-hegemon}}</div>'
        '<div class="stage-actor actor-hegemon">{{choice-control}}</div>'
        '</div><div class="stage-side">{bets}{{region-verdict}}{map}{score}'
        "{{reset}}</div></div>"
        '<details class="stage-steps"><summary>{steps}</summary>{{region-path}}</details>'
    ).format(
        external=Actor.EXTERNAL.label,
        bets=stage_bets(),
        map=stage_map(name),
        score=_score(),
        steps=_("Step by step, with the rule behind each step"),
    )


def stage() -> Explorer:
    """Return the stage of chapter 3: set the actors in the picture, bet on each cell.

    Examples
    --------
    >>> stage().combinations, [one.look.value for one in stage().choices][:4]
    (128, ['switch', 'switch', 'switch', 'bet'])
    """
    hint = _("Bet first. Then the two arrows are drawn, and the cell is filled in.")
    return Explorer(
        name="path",
        title=_("The framework as a picture"),
        choices=stage_choices(),
        regions=(
            _arrow_region(Actor.EXTERNAL, _("Will they press in?")),
            _frame(),
            _course(),
            _home(),
            _arrow_region(Actor.HEGEMON, _("Will it step in?")),
            _verdicts(hint),
            *map(_map_region, cells()),
            _steps(),
        ),
        alternative=folded(_("Every combination in words"), path_alternative()),
        text="\n\n".join(path.explain() for path in every_path()),
        layout=_layout("path"),
        style=STEPS_STYLE,
    )
