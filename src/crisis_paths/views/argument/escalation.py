"""Chapter 2.1: a chain whose links the reader cuts, and two crises that ran through it."""

from markupsafe import Markup

from crisis_paths.argument.escalation import CHAIN, Link, Walk, follow
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.views.kit.explorer import UNSET, Choice, Explorer, Leaf, Option, Region
from crisis_paths.views.kit.output import Page, joined, table
from crisis_paths.views.kit.palette import LANES
from crisis_paths.views.kit.parts import folded, prompt
from crisis_paths.views.kit.rule_table import cite

HOLDS, CUT = "holds", "cut"
RISES, STOPS = "rises", "stops"


def _cut(setting: dict[str, str]) -> set[Link]:
    return {link for link in Link if setting[link] == CUT}


def _said(walk: Walk) -> str:
    """Where the chain ends, in one sentence."""
    if walk.stopped_by is None:
        return _("The chain runs to its end, and the crisis rises.")
    return _("The chain stops. {ending}").format(ending=walk.ending.text)


def _drawn(walk: Walk, rules_page: str) -> Markup:
    """The chain as a list: what was reached, where it was cut, what does not follow."""
    item = Markup('<li class="{state} actor-{actor}"><strong>{label}</strong> {text} {rule}</li>')
    reached = Markup('<small class="because">{}</small>')
    cut = Markup('<li class="cut-here">{}</li>')
    lines = []
    for number, stage in enumerate(CHAIN):
        on = number < len(walk.stages)
        if number == len(walk.stages):
            lines.append(cut.format(_("Cut here. The rest does not follow:")))
        lines.append(
            item.format(
                state="reached" if on else "not-reached",
                actor=stage.actor,
                label=stage.actor.label,
                text=stage.text,
                rule=reached.format(cite(stage.rule, stage.rule.standing, rules_page)),
            )
        )
    return Markup('<ol class="path-steps chain">\n{}\n</ol>').format(joined(lines))


def chain_explorer(*, rules_page: str = "") -> Explorer:
    """The traditional path: which links hold, a bet, and how far it runs.

    Parameters
    ----------
    rules_page : str
        The address of the page that lists the rules.

    Examples
    --------
    >>> len(chain_explorer().settings())
    16
    """
    links = tuple(
        Choice(link.value, link.label, (Option(HOLDS, _("holds")), Option(CUT, _("cut"))), HOLDS)
        for link in Link
    )
    bet = Choice(
        "bet",
        _("Your bet: the crisis"),
        (Option(RISES, _("rises")), Option(STOPS, _("does not"))),
    )
    bare = Explorer("chain", _("The traditional path"), links, ())
    held, missed = _("Your bet holds. {said}"), _("Your bet missed. {said}")
    hint = _("Leave the links as they are or cut some, then bet.")
    verdicts = [Leaf({"bet": (UNSET,)}, prompt(hint))]
    chains = []
    lines = []
    for setting in bare.settings():
        walk = follow(_cut(setting))
        when = {name: (value,) for name, value in setting.items()}
        for guess in bet.values:
            words = held if (guess == RISES) is walk.rises else missed
            verdicts.append(
                Leaf(
                    when | {"bet": (guess,)},
                    Markup('<p class="verdict">{}</p>').format(words.format(said=_said(walk))),
                )
            )
        chains.append(Leaf(when | {"bet": bet.values}, _drawn(walk, rules_page)))
        lines.append((", ".join(f"{link.label}: {_(setting[link])}" for link in Link), _said(walk)))
    return Explorer(
        name="chain",
        title=_("The traditional path"),
        choices=(*links, bet),
        regions=(Region("verdict", tuple(verdicts), live=True), Region("chain", tuple(chains))),
        twin=folded(_("Every combination in words"), table((_("Links"), _("What follows")), lines)),
        text="\n".join(" -> ".join(line) for line in lines),
    )


def walked(case: str) -> Page:
    """The dated events of a case in the order in which the article tells them.

    Parameters
    ----------
    case : {"georgia_2003", "ukraine_2004"}
        A crisis that ran through the chain.

    Examples
    --------
    >>> walked("georgia_2003").text.splitlines()[0][:7]
    '2003-11'
    """
    events = [event for event in rows("events") if event["case"] == case]
    lines = [
        (event["date_start"], LANES[event["lane"]].label, _(event["event"])) for event in events
    ]
    return Page(
        table((_("Date"), _("Who"), _("What happened (section 2.1)")), lines),
        "\n".join(" | ".join(line) for line in lines),
    )
