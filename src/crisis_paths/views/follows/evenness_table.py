"""Chapter 5: how even the summits are, by every way of counting them at once."""

from fractions import Fraction
from itertools import product

from crisis_paths.follows.evenness import Grouping, counted, effective_number, evenness
from crisis_paths.i18n import _
from explorers.outputs import Page, table
from explorers.parts import folded

WHOLE, HALF = Fraction(1), Fraction(1, 2)
WAYS = tuple(product((WHOLE, HALF), (False, True)))  # what a meeting with the EU counts; China?


def _grouped(grouping: Grouping) -> str:
    return {
        Grouping.EACH: _("each by itself"),
        Grouping.JOINED: _("Germany with the EU"),
        Grouping.CAMPS: _("the EU, Germany and the United States as one"),
    }[grouping]


def _way(weight: Fraction, *, china: bool) -> str:
    return {
        (WHOLE, False): _("As listed"),
        (WHOLE, True): _("With China"),
        (HALF, False): _("EU as half"),
        (HALF, True): _("With both"),
    }[weight, china]


def _number(value: Fraction, digits: int) -> str:
    """Return a number as a reader sees it: with decimals only where it is not whole."""
    return str(value) if value.denominator == 1 else f"{float(value):.{digits}f}"


def even_number(value: Fraction) -> str:
    """Return evenness in three decimals: two ways of counting lie closer than two can tell.

    Parameters
    ----------
    value : Fraction
        From 0 to 1.

    Examples
    --------
    >>> even_number(Fraction(25, 28)), even_number(Fraction(1))
    ('0.893', '1')
    """
    return _number(value, 3)


def evenness_table() -> Page:
    """Return evenness by who counts as one partner and by what is counted, every way at once.

    Examples
    --------
    >>> print(evenness_table().text.splitlines()[0])
    each by itself | As listed | Russia 1, the EU 2, the United States 1, Germany 1 | 3.57 | 0.893
    """
    many = _("{partner} {count}")
    lines = []
    for grouping, (weight, china) in product(Grouping, WAYS):
        counts = counted(grouping, eu_weight=weight, china=china)
        meetings = (many.format(partner=w.label, count=_number(c, 2)) for w, c in counts.items())
        lines.append(
            (
                _grouped(grouping),
                _way(weight, china=china),
                ", ".join(meetings),
                _number(effective_number(counts), 2),
                even_number(evenness(counts)),
            )
        )
    by_partner = (
        [_grouped(grouping), *(line[-1] for line in lines if line[0] == _grouped(grouping))]
        for grouping in Grouping
    )
    heads = (_("Partners"), *(_way(weight, china=china) for weight, china in WAYS))
    whole = (_("Partners"), _("Counted"), _("Meetings"), _("Effective number"), _("Evenness"))
    return Page(
        table(heads, by_partner, cards=False)
        + folded(_("The same with meetings and effective numbers"), table(whole, lines)),
        "\n".join(map(" | ".join, lines)),
    )
