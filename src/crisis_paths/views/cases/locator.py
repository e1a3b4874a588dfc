"""Chapter 4: where a crisis took place, on a map of coasts and dots that draws no border.

Borders in public data are those that somebody holds; in a book on a war over them, none is neutral.
"""

from markupsafe import Markup

from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from explorers.outputs import Page, joined

# Natural Earth's coastline at 1:110 million (public domain), projected and rounded to whole pixels
# of a field of 320 by 190.
COAST = (
    "M10 39l-4 4l-2-5l1-3l6 1zM27 190l-6-2l-1-7l-2-5l4-5l-2-4l8-4l7 2l4-4l9 3l8-2l6-1"
    "l8 2l8 7l7 4l6 0l4 1l7-3l1-2l-1-5l-2-3l-3-1l-1-3l-6-7l-5-3l-3-5l4-1l5-5l-2-3l7-1"
    "l0-2l-4 0l-4 0l-4 2l-4-1l-4 2l-1 4l2 3l5 0l-2 2l-5 0l-8 3l-2-2l2-3l-5-3l2-1l5-2l"
    "-1-1l-7-4l0-3l-4 0l-3 3l-5 4l0 2l-3 1l-1-1l-4 7l-3 2l-4 4l1 5l-1 2l4 4l-1 1l-6-1"
    "l-3 1l-6 2l0-4l1-1l-3-1l-3-2l-6 0l2 5l-3 0l-3-1l-1-5l-2 1l0 5l1 4l-2 0l1 4l2 3l-"
    "1 4l-4-4l0 4l-1-129l3 0l3 0l2 5l1 2l3 0l7 0l6 0l3 3l-1 1l4 2l2-2l6 0l1-6l3-5l3-3"
    "l4-1l1 6l3 1l2-5l2-3l-1 0l-2-3l2-4l4 0l5 0l3 3l4 1l4-3l-2-4l-6-2l-7 1l-5-1l-1-4l"
    "-2-4l3-5l1-7l3-3l5-3l7-3l32 0l0 1l-1 10l3 3l2 2l1-3l-1-3l2-2l7 5l2-1l-1-5l8-6l2 "
    "1l3 3l2-5l4 0l1 1l5-1l176 0l0 190l-158 0l0-3l-3-1l1-5l5 1l5-2l-4-4l-2-4l-4 2l-1 "
    "5l-1-5l0-1l1-3l-1-3l-6-2l-2-6l-3-2l0-2l5 0l0-5l4-1l4 1l1-7l-1-4l-5 0l-3-1l-6 3l-"
    "4 1l-3 4l-4 1l-6 7l4 7l0 4l5 9l2 4l3 5l2 0l2 2l-5 0l-1 5l-114 0zM0 24l2-2l3 2l2-"
    "1l4 0l-2 3l-2 1l-1 2l2 2l-3 2l0-2l-5 3l0-10zM60 0l-3 1l-8 3l-6 8l0 5l1 5l-6 6l-4"
    "-1l-6 10l-5 5l-4-3l-5 4l-4-2l3-6l1-8l2-10l1-5l-11 3l-4-1l-2-4l0-4l3-5l57-1zM123 "
    "0l-2 2l-5 1l-4-3l11 0z"
)
DOTS = {
    "Belarus": (60, 77),
    "Ukraine": (64, 110),
    "Kazakhstan": (224, 122),
    "Kyrgyzstan": (270, 159),
}

# where a name stands from its dot, so that none meets another or the edge
NAMED = {
    "Belarus": (10, 5, "start"),
    "Ukraine": (10, 5, "start"),
    "Kazakhstan": (0, -11, "middle"),
    "Kyrgyzstan": (-10, 5, "end"),
}


def _places() -> tuple[tuple[int, int, str, str], ...]:
    """Return what is named for orientation: x, y, words, and a class."""
    return (
        (150, 60, _("Russia"), "land"),
        (14, 104, _("EU"), "land"),
        (72, 160, _("Black Sea"), "sea"),
        (150, 186, _("Caspian Sea"), "sea"),
        (12, 24, _("Baltic Sea"), "sea"),
    )


def region() -> Page:
    """Draw where the four states of section 4 lie.

    Examples
    --------
    >>> region().text
    'Belarus, Ukraine, Kazakhstan and Kyrgyzstan on a map of coasts without borders.'
    """
    *some, last = map(_, DOTS)
    said = _("{some} and {last} on a map of coasts without borders.")
    said = said.format(some=", ".join(some), last=last)
    return Page(
        Markup('<figure class="region-map">{map}<figcaption>{coast}</figcaption></figure>').format(
            map=_drawn(said), coast=coast()
        ),
        said,
    )


def coast() -> str:
    """Say where the coasts are from, and what the map leaves out."""
    return _("Coasts: Natural Earth; no borders.")


def locator(state: str) -> Markup:
    """Draw where a state lies among the four of section 4.

    Parameters
    ----------
    state : str
        Its name, as Table 2 has it.

    Raises
    ------
    KeyError
        If it is none of the four.

    Examples
    --------
    >>> "Belarus" in locator("Belarus")
    True
    """
    if state not in DOTS:
        raise KeyError(state)
    others = ", ".join(_(name) for name in DOTS if name != state)
    said = _("{state} on a map of coasts without borders, with {others}, Russia and the EU.")
    return _drawn(said.format(state=_(state), others=others), state)


def _drawn(said: str, state: str = "") -> Markup:
    """Draw the map, with one state in sight before the others if one is named."""
    dot = Markup('<circle cx="{x}" cy="{y}" r="{r}"{me}/>{words}')
    word = Markup('<text x="{x}" y="{y}" text-anchor="{anchor}"{me}>{name}</text>')
    dots = []
    for name, (x, y) in DOTS.items():
        me = Markup(' class="here"') if name == state or not state else ""
        tx, ty, anchor = NAMED[name]
        words = word.format(x=x + tx, y=y + ty, anchor=anchor, me=me, name=_(name))
        dots.append(dot.format(x=x, y=y, r=6 if me else 3.5, me=me, words=words))
    place = Markup('<text x="{}" y="{}" class="{}">{}</text>')
    places = [place.format(x, y, kind, name) for x, y, name, kind in _places()]
    return Markup(
        '<svg class="locator" viewBox="0 0 320 190" role="img" aria-label="{said}">'
        '<path d="{coast}"/>{places}{dots}</svg>'
    ).format(said=said, coast=COAST, places=joined(places, ""), dots=joined(dots, ""))


def state_of(case: str) -> str:
    """Return the state of a crisis.

    Examples
    --------
    >>> state_of("belarus_2020")
    'Belarus'
    """
    return TABLE_2[case].title.rpartition(" ")[0]
