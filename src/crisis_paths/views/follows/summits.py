"""Chapter 5: the summits of Central Asia, counted in several ways."""

from collections.abc import Mapping
from fractions import Fraction

from markupsafe import Markup

from crisis_paths.follows.evenness import Grouping, counted, effective_number, evenness, shares
from crisis_paths.follows.summits import SUMMITS, Partner, Summit
from crisis_paths.i18n import _
from crisis_paths.views.kit.explorer import UNSET, Choice, Explorer, Leaf, Option, Region
from crisis_paths.views.kit.output import Page, table
from crisis_paths.views.kit.parts import exactly, folded, line, prompt, told, verdict

WHOLE, HALF = "whole", "half"
OUT, IN = "out", "in"
MORE, SAME, LESS = "more", "same", "less"


def _printed(summit: Summit) -> str:
    """What the article says of it, with its section; of China, that it says nothing."""
    if summit.event is None:
        return _(summit.check["printed"])
    told = _("Section {section}: {event}")
    return told.format(event=_(summit.event["event"]), section=summit.event["section"])


def summits_table() -> Page:
    """The summits in order of their days: what the article says, and what was found elsewhere.

    Examples
    --------
    >>> print(summits_table().text.splitlines()[0][:27])
    Russia | 2022-10-14, Astana
    """
    lines = [
        (summit.partner.label, _(summit.check["found"]), _printed(summit)) for summit in SUMMITS
    ]
    return Page(
        table(
            (_("With"), _("Found in public sources"), _("What the article says")),
            lines,
        ),
        "\n".join(map(" | ".join, lines)),
    )


def _counting() -> tuple[Choice, ...]:
    """The three decisions of whoever counts."""
    return (
        Choice(
            "grouping",
            _("Who counts as one partner?"),
            (
                Option(Grouping.EACH.value, _("each by itself")),
                Option(Grouping.JOINED.value, _("Germany with the EU")),
                Option(Grouping.CAMPS.value, _("the EU, Germany and the United States as one")),
            ),
            Grouping.EACH.value,
        ),
        Choice(
            "eu",
            _("A meeting with the EU counts"),
            (Option(WHOLE, _("as a summit")), Option(HALF, _("as half a summit"))),
            WHOLE,
        ),
        Choice(
            "china",
            _("The summit with China is"),
            (Option(OUT, _("left out, as in the article’s list")), Option(IN, _("counted"))),
            OUT,
        ),
    )


def _counts(setting: Mapping[str, str]) -> Mapping[Partner, Fraction]:
    weight = Fraction(1, 2) if setting["eu"] == HALF else 1
    return counted(setting["grouping"], eu_weight=weight, china=setting["china"] == IN)


def _beside(even: Fraction) -> str:
    """More, as or less even than the article's list counted plainly?"""
    plain = evenness(counted(Grouping.EACH))
    return SAME if even == plain else MORE if even > plain else LESS


def _number(value: Fraction, digits: int = 2) -> str:
    """A number as a reader sees it: with decimals only where it is not whole."""
    return str(value) if value.denominator == 1 else f"{float(value):.{digits}f}"


def _even(value: Fraction) -> str:
    """Evenness takes three decimals: two ways of counting lie closer than two can tell."""
    return _number(value, 3)


def _percent(share: Fraction) -> str:
    return _("{percent}%").format(percent=round(float(share) * 100))


def _even_said(even: Fraction) -> str:
    words = {
        MORE: _("Evenness is {even}, more than the {plain} of the list counted plainly."),
        SAME: _("Evenness is {even}, the same as for the list counted plainly."),
        LESS: _("Evenness is {even}, less than the {plain} of the list counted plainly."),
    }
    plain = evenness(counted(Grouping.EACH))
    return words[_beside(even)].format(even=_even(even), plain=_even(plain))


def _share_table(counts: Mapping[Partner, Fraction]) -> Markup:
    """Who has how many meetings, and how spread out that is."""
    split = shares(counts)
    spread = _("As spread out as {effective} partners of equal share would be; there are {n}.")
    return table(
        (_("Partner"), _("Meetings"), _("Share")),
        [(who.label, _number(count), _percent(split[who])) for who, count in counts.items()],
        cards=False,
    ) + line(spread.format(effective=_number(effective_number(counts)), n=len(counts)))


def summits_explorer() -> Explorer:
    """The summits, counted as the reader decides: how even are they?

    Examples
    --------
    >>> len(summits_explorer().settings())
    36
    """
    counting = _counting()
    bet = Choice(
        "bet",
        _("Your bet: beside the article’s list counted plainly, this is"),
        (Option(MORE, _("more even")), Option(SAME, _("as even")), Option(LESS, _("less even"))),
    )
    named = {(choice.name, o.value): o.label for choice in counting for o in choice.options}
    hint = _("Decide how to count, then bet. At first it is the list counted plainly.")
    verdicts, drawn, lines = [Leaf({"bet": (UNSET,)}, prompt(hint))], [], []
    many = _("{partner} {count}")
    for setting in Explorer("summits", _("Summits"), counting, ()).settings():
        counts = _counts(setting)
        even = evenness(counts)
        for guess in bet.values:
            html = verdict(told(_even_said(even), guess == _beside(even)))
            verdicts.append(Leaf(exactly(setting) | {"bet": (guess,)}, html))
        drawn.append(Leaf(exactly(setting) | {"bet": bet.values}, _share_table(counts)))
        lines.append(
            (
                "; ".join(named[choice] for choice in setting.items()),
                ", ".join(
                    many.format(partner=w.label, count=_number(c)) for w, c in counts.items()
                ),
                _number(effective_number(counts)),
                _even(even),
            )
        )
    heads = (
        _("Partners; a meeting with the EU; the summit with China"),
        _("Meetings"),
        _("Effective number of partners"),
        _("Evenness"),
    )
    return Explorer(
        name="summits",
        title=_("How even are the summits?"),
        choices=(*counting, bet),
        regions=(Region("verdict", tuple(verdicts), live=True), Region("shares", tuple(drawn))),
        twin=folded(_("Every way of counting in words"), table(heads, lines)),
        text="\n".join(map(" | ".join, lines)),
    )
