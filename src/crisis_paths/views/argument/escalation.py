"""Chapter 2.1: a chain whose links the reader cuts, and two crises that ran through it."""

from markupsafe import Markup

from crisis_paths.argument.escalation import CHAIN, Link, Walk, follow
from crisis_paths.i18n import N_, _
from crisis_paths.tables.reading import rows
from crisis_paths.views.kit.dates import in_words
from crisis_paths.views.kit.palette import LANES, STEPS_STYLE
from crisis_paths.views.kit.rule_table import cite
from explorers.bets import Answer, bet_explorer
from explorers.choices import Setting, choice
from explorers.explorer import Explorer
from explorers.outputs import Page, joined, table
from explorers.parts import folded

HOLDS, CUT = "holds", "cut"
RISES, STOPS = "rises", "stops"
_TOLD = {"georgia_2003": N_("Georgia 2003"), "ukraine_2004": N_("Ukraine 2004")}


def _ending(walk: Walk) -> str:
    """Say in one sentence where the chain ends."""
    if walk.stopped_by is None:
        return _("The chain runs to its end, and the crisis rises.")
    return _("The chain stops. {ending}").format(ending=walk.ending.text)


def _drawn(walk: Walk) -> Markup:
    """Return the chain as a list: what was reached, where it was cut, what does not follow."""
    item = Markup('<li class="{state} actor-{actor}"><strong>{label}</strong> {text} {rule}</li>')
    reached = Markup('<small class="because">{}</small>')
    cut = Markup('<li class="cut-here">{}</li>')
    lines = []
    for number, stage in enumerate(CHAIN):
        on = number < len(walk.stages)
        if number == len(walk.stages):
            lines.append(cut.format(_("The chain breaks here. None of these steps happens:")))
        lines.append(
            item.format(
                state="reached" if on else "not-reached",
                actor=stage.actor,
                label=stage.actor.label,
                text=stage.text,
                rule=reached.format(cite(stage.rule, stage.rule.standing)),
            )
        )
    return Markup('<ol class="path-steps chain">\n{}\n</ol>').format(joined(lines))


def chain_explorer() -> Explorer:
    """Return the explorer of the traditional path: which links hold, a bet, and how far it runs.

    Examples
    --------
    >>> len(chain_explorer().settings())
    16
    """

    def answer(setting: Setting) -> Answer:
        walk = follow({link for link in Link if setting[link] == CUT})
        links = ", ".join(f"{link.label}: {_(setting[link])}" for link in Link)
        return Answer(
            RISES if walk.rises else STOPS,
            _ending(walk),
            detail=_drawn(walk),
            row=(links, _ending(walk)),
        )

    return bet_explorer(
        "chain",
        _("The traditional path"),
        tuple(
            choice(
                link, link.label, (HOLDS, _("true here")), (CUT, _("not true here")), start=HOLDS
            )
            for link in Link
        ),
        choice("bet", _("Your bet: the crisis"), (RISES, _("rises")), (STOPS, _("does not"))),
        answer,
        hint=_("Leave the links as they are or cut some, then bet."),
        summary=_("Every combination in words"),
        heads=(_("Links"), _("What follows")),
        region="chain",
        style=STEPS_STYLE,
    )


def walked(case: str) -> Page:
    """Return the dated events of a case, folded, in the order in which the article tells them.

    Parameters
    ----------
    case : {"georgia_2003", "ukraine_2004"}
        A crisis that ran through the chain.

    Examples
    --------
    >>> walked("georgia_2003").text.splitlines()[0][:13]
    'November 2003'
    """
    events = [event for event in rows("events") if event["case"] == case]
    lines = [
        (in_words(event["date_start"]), LANES[event["lane"]].label, _(event["event"]))
        for event in events
    ]
    summary = _("The events of {case}, by date").format(case=_(_TOLD[case]))
    return Page(
        folded(summary, table((_("Date"), _("Who"), _("What happened (section 2.1)")), lines)),
        "\n".join(" | ".join(line) for line in lines),
    )
