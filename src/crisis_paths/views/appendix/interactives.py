"""How the interactives work: a switch, a toggle, a bet and a line of time to be tried."""

from markupsafe import Markup

from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.views.argument.stage import cells, stage_map
from crisis_paths.views.cases.lanes import lanes
from crisis_paths.views.cases.line_of_time import (
    EVENT,
    card_regions,
    event_choice,
    placing,
    timeline,
    veil_region,
)
from crisis_paths.views.cases.placing import placed
from crisis_paths.views.kit.marks import outcome_sign
from explorers.bets import Answer, bet_explorer
from explorers.choices import Choice, Look, Option, Setting, choice
from explorers.explorer import Explorer
from explorers.outputs import table
from explorers.panels import Panel, Region
from explorers.parts import folded, verdict

SHOWN = "kazakhstan_2022"  # the crisis whose line of time is the shortest


def _controls() -> tuple[Choice, Choice]:
    return (
        choice(
            "balance",
            _("The state’s balance is"),
            *((value, _(value.value)) for value in Balance),
            start=Balance.CONTINUED,
            look=Look.SWITCH,
        ),
        choice(
            "control",
            _("The hegemon sees its control as"),
            *((value, _(value.value)) for value in Control),
            start=Control.STRONG,
            look=Look.TOGGLE,
        ),
    )


def _cell(path: CrisisPath) -> Region:
    """Return a cell of the map: open, or what Table 1 says of it once it is chosen."""
    balance, control = (path.balance.value,), (path.control.value,)
    known = Markup('<div class="map-known outcome-{kind}"><p>{sign} {outcome}</p></div>').format(
        kind=path.outcome, sign=outcome_sign(path.outcome), outcome=_(path.outcome.value)
    )
    yet = Markup('<p class="map-yet">{}</p>').format(_("not chosen"))
    return Region(
        f"cell-{path.control}-{path.balance}",
        (
            Panel({"balance": balance, "control": control}, known),
            Panel({"balance": balance, "control": (path.control.other.value,)}, yet),
            Panel({"balance": (path.balance.other.value,)}, yet),
        ),
        drawn=True,
    )


def try_controls() -> Explorer:
    """Return an explorer of a switch and a toggle, with the map of four cells that they move.

    Examples
    --------
    >>> len(try_controls().settings())
    4
    """
    name, lines = "try-controls", []
    said = _("Balance {balance}, control {control}: Table 1 calls this cell {outcome}.")
    verdicts = []
    for path in cells():
        row = (_(path.balance.value), _(path.control.value), _(path.outcome.value))
        lines.append(row)
        words = said.format(balance=row[0], control=row[1], outcome=row[2])
        when = {"balance": (path.balance.value,), "control": (path.control.value,)}
        verdicts.append(Panel(when, verdict(words, outcome_sign(path.outcome))))
    heads = (_("Balance"), _("Control"), _("Table 1"))
    label = Markup('<p class="signs-label" aria-hidden="true">{}</p>')
    return Explorer(
        name,
        _("A switch, a toggle and a map to try"),
        _controls(),
        (*map(_cell, cells()), Region("verdict", tuple(verdicts), live=True)),
        alternative=folded(_("The four cells in a table"), table(heads, lines)),
        text="\n".join(" | ".join(line) for line in lines),
        layout=Markup(
            '<div class="rows"><div class="rows-choices">{{choice-balance}}{label}'
            '{{choice-control}}</div><div class="rows-answer">{map}{{region-verdict}}</div>'
            "{{reset}}</div>"
        ).format(label=label.format(_("The hegemon sees its control as")), map=stage_map(name)),
    )


def try_bet() -> Explorer:
    """Return an explorer with a bet, on what the sign of an outcome means.

    Examples
    --------
    >>> try_bet().shown({"bet": "burst"})[0].striptags()
    'Your bet holds. The burst ring is the crisis that broke out, the closed ring the one that was \
contained.'
    """
    signs = {"closed": Outcome.MANAGEABLE, "burst": Outcome.UNMANAGEABLE}
    labels = {"closed": _("closed ring"), "burst": _("burst ring")}
    said = _(
        "The burst ring is the crisis that broke out, the closed ring the one that was contained."
    )
    rows = [(labels[name], _(outcome.value)) for name, outcome in signs.items()]

    def answer(_setting: Setting) -> Answer:
        return Answer("burst", said, sign=outcome_sign(Outcome.UNMANAGEABLE), row=rows[-1])

    return bet_explorer(
        "try-bet",
        _("A bet to try"),
        (),
        Choice(
            "bet",
            _("Your bet: a crisis that got out of hand is drawn as a"),
            tuple(Option(n, labels[n], sign=outcome_sign(o)) for n, o in signs.items()),
            look=Look.BET,
        ),
        answer,
        hint=_("Bet first. You can change your bet as often as you like."),
        summary=_("The two signs in words"),
        alternative=table((_("Sign"), _("Outcome")), rows),
        text="\n".join(" | ".join(row) for row in rows),
    )


def try_time() -> Explorer:
    """Return an explorer of a line of time: marks, a card, and a veil that can be lifted.

    Examples
    --------
    >>> [one.name for one in try_time().choices]
    ['event', 'veil']
    """
    name, line = "try-time", placed(SHOWN)
    veil = choice("veil", _("What came after"), ("lifted", _("lift the veil")), look=Look.CHIPS)
    events = event_choice(line, {"veil": veil.values})
    card, later = card_regions(line, events, (veil,))
    listed = lanes(SHOWN, numbers={m.event["event_id"]: m.number for m in line.marks})
    return Explorer(
        name,
        _("A line of time to try"),
        (events, veil),
        (veil_region((veil,)), card, later),
        alternative=folded(_("The events in a list"), listed.html),
        text=listed.text,
        layout=Markup(
            '<div class="signs-time">{}{{region-card}}{{choice-veil}}{{region-later}}{{reset}}'
            "</div>"
        ).format(timeline(line)),
        placing=placing(name, line),
        apart=(EVENT,),
    )
