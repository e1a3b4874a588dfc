"""Chapter 5: the summits of Central Asia, counted in several ways."""

from collections.abc import Mapping
from fractions import Fraction

from markupsafe import Markup

from crisis_paths.follows.evenness import Grouping, counted, effective_number, evenness, shares
from crisis_paths.follows.summits import SUMMITS, Partner, Summit
from crisis_paths.i18n import _
from explorers.bets import Answer, bet_explorer
from explorers.choices import Choice, Setting, choice
from explorers.explorer import Explorer
from explorers.outputs import Page, table
from explorers.parts import line

WHOLE, HALF = "whole", "half"
OUT, IN = "out", "in"
MORE, SAME, LESS = "more", "same", "less"


def _printed(summit: Summit) -> str:
    """Say what the article has on a summit, with its section; of China, that it has nothing."""
    if summit.event is None:
        return _(summit.check["printed"])
    sentence = _("Section {section}: {event}")
    return sentence.format(event=_(summit.event["event"]), section=summit.event["section"])


def summits_table() -> Page:
    """Return the summits in order of their days, as the article has them and as found elsewhere.

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
    """Return the three decisions of whoever counts."""
    return (
        choice(
            "grouping",
            _("Who counts as one partner?"),
            (Grouping.EACH, _("each by itself")),
            (Grouping.JOINED, _("Germany with the EU")),
            (Grouping.CAMPS, _("the EU, Germany and the United States as one")),
            start=Grouping.EACH,
        ),
        choice(
            "eu",
            _("A meeting with the EU counts"),
            (WHOLE, _("as a summit")),
            (HALF, _("as half a summit")),
            start=WHOLE,
        ),
        choice(
            "china",
            _("The summit with China is"),
            (OUT, _("left out, as in the article’s list")),
            (IN, _("counted")),
            start=OUT,
        ),
    )


def _counts(setting: Setting) -> Mapping[Partner, Fraction]:
    weight = Fraction(1, 2) if setting["eu"] == HALF else 1
    return counted(setting["grouping"], eu_weight=weight, china=setting["china"] == IN)


def _beside(even: Fraction) -> str:
    """Tell whether this is more, as or less even than the article's list counted plainly."""
    plain = evenness(counted(Grouping.EACH))
    return SAME if even == plain else MORE if even > plain else LESS


def _number(value: Fraction, digits: int = 2) -> str:
    """Return a number as a reader sees it: with decimals only where it is not whole."""
    return str(value) if value.denominator == 1 else f"{float(value):.{digits}f}"


def _even(value: Fraction) -> str:
    """Return evenness in three decimals: two ways of counting lie closer than two can tell."""
    return _number(value, 3)


def _percent(share: Fraction) -> str:
    return _("{percent}%").format(percent=round(float(share) * 100))


def _even_sentence(even: Fraction) -> str:
    words = {
        MORE: _("Evenness is {even}, more than the {plain} of the list counted plainly."),
        SAME: _("Evenness is {even}, the same as for the list counted plainly."),
        LESS: _("Evenness is {even}, less than the {plain} of the list counted plainly."),
    }
    plain = evenness(counted(Grouping.EACH))
    return words[_beside(even)].format(even=_even(even), plain=_even(plain))


def _share_table(counts: Mapping[Partner, Fraction]) -> Markup:
    """Return who has how many meetings, and how spread out that is."""
    split = shares(counts)
    spread = _("As spread out as {effective} partners of equal share would be; there are {n}.")
    return table(
        (_("Partner"), _("Meetings"), _("Share")),
        [(who.label, _number(count), _percent(split[who])) for who, count in counts.items()],
        cards=False,
    ) + line(spread.format(effective=_number(effective_number(counts)), n=len(counts)))


def summits_explorer() -> Explorer:
    """Return an explorer: decide how to count the summits, and bet on how even they are.

    Examples
    --------
    >>> len(summits_explorer().settings())
    36
    """
    counting = _counting()
    many = _("{partner} {count}")

    def answer(setting: Setting) -> Answer:
        counts = _counts(setting)
        even = evenness(counts)
        meetings = (many.format(partner=w.label, count=_number(c)) for w, c in counts.items())
        row = (
            "; ".join(one.label(setting[one.name]) for one in counting),
            ", ".join(meetings),
            _number(effective_number(counts)),
            _even(even),
        )
        return Answer(_beside(even), _even_sentence(even), detail=_share_table(counts), row=row)

    return bet_explorer(
        "summits",
        _("How even are the summits?"),
        counting,
        choice(
            "bet",
            _("Your bet: beside the article’s list counted plainly, this is"),
            (MORE, _("more even")),
            (SAME, _("as even")),
            (LESS, _("less even")),
        ),
        answer,
        hint=_("Decide how to count, then bet. At first it is the list counted plainly."),
        summary=_("Every way of counting in words"),
        heads=(
            _("Partners; a meeting with the EU; the summit with China"),
            _("Meetings"),
            _("Effective number of partners"),
            _("Evenness"),
        ),
        region="shares",
    )
