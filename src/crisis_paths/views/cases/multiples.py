"""Small multiples: pictures that are alike, a mark an event, each with a place for its card.

Four crises stand on lines of time of their own, as on their pages, a lane for each actor. What is
older, or wider than one crisis, stands in order, a lane for each crisis.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, groupby

from markupsafe import Markup

from crisis_paths.i18n import _
from crisis_paths.tables.dates import Precision, first_day
from crisis_paths.tables.reading import rows
from crisis_paths.views.cases.line_of_time import axis, rem
from crisis_paths.views.cases.placing import LANE_ORDER, NARROW, Line, placed
from crisis_paths.views.kit.palette import LANES
from crisis_paths.words import slug
from explorers.choices import EMPTY
from explorers.outputs import joined

DOT = 24  # pixels: what a mark takes, to be hit by a finger
NAME_ROOM = 17  # pixels for a lane's name, above its marks
PITCH = 26  # pixels from one mark to the next, where marks stand in order
ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark.

    Attributes
    ----------
    event : mapping of str to str
        Its row.
    lane : str
        The lane that it stands in.
    left : str
        Where its left edge is, as a CSS length of the field.
    kind : {"day", "span", "undated"}
        Its shape.
    row : int
        The line of its lane, from 0.
    """

    event: Mapping[str, str]
    lane: str
    left: str
    kind: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Multiple:
    """One picture of several that are alike.

    Attributes
    ----------
    name : str
        In links.
    title : str
        For readers.
    lanes : mapping of str to str
        Each with its label, from top to bottom.
    dots : tuple of Dot
        In the order in which keys step through them.
    cut : str
        Where the cut-off is; empty without one.
    axis : Markup
        The months and years under it; nothing where marks stand in order.
    """

    name: str
    title: str
    lanes: Mapping[str, str]
    dots: tuple[Dot, ...]
    cut: str = ""
    axis: Markup = EMPTY

    def height(self, lane: str) -> int:
        """Return how many lines of marks a lane has, at least one."""
        return 1 + max((dot.row for dot in self.dots if dot.lane == lane), default=0)


def left_edges(line: Line, width: float = NARROW) -> list[float]:
    """Return where the left edge of each mark is on a field so wide, in pixels.

    A mark stands around its day, and keeps to its side of the cut-off and within the field.

    Parameters
    ----------
    line : Line
        A crisis on its line of time.
    width : float
        Of the field, in pixels.
    """
    cut = line.cut * width
    bounds = {False: (0, cut - DOT - 1), True: (cut + 2, width - DOT)}
    return [
        min(max(mark.at * width - DOT / 2, bounds[mark.later][0]), bounds[mark.later][1])
        for mark in line.marks
    ]


def _kept(at: float, cut: float, *, later: bool) -> str:
    """Return the same for a field of any width."""
    least, most = f"{cut:.2%} + 2px", f"100% - {DOT}px"
    if not later:
        least, most = "0px", f"{cut:.2%} - {DOT + 1}px"
    return f"clamp({least},{at:.2%} - {DOT // 2}px,{most})"


def first_free(rooms: Iterable[tuple[str, float]]) -> list[int]:
    """Return the line of its lane in which each mark has room, the first that is free.

    Parameters
    ----------
    rooms : iterable of (str, float)
        Each mark's lane and left edge, in pixels.

    Examples
    --------
    >>> first_free([("domestic", 0), ("domestic", 10), ("hegemon", 10), ("domestic", 24)])
    [0, 1, 0, 0]
    """
    taken: dict[str, list[list[float]]] = {}
    found = []
    for lane, left in rooms:
        lines = taken.setdefault(lane, [])
        free = (n for n, line in enumerate(lines) if all(abs(left - one) >= DOT for one in line))
        row = next(free, len(lines))
        if row == len(lines):
            lines.append([])
        lines[row].append(left)
        found.append(row)
    return found


def crisis(case: str, title: str) -> Multiple:
    """Return a crisis of section 4, its marks in the places that they have on its own page.

    Parameters
    ----------
    case : str
        A crisis of section 4 with a cut-off.
    title : str
        For readers.

    Examples
    --------
    >>> found = crisis("belarus_2020", "Belarus 2020")
    >>> found.name, found.dots[0].event["short"], found.lanes["hegemon"]
    ('belarus-2020', 'Moscow busy at home', 'Regional hegemon')
    """
    line = placed(case)
    in_rows = first_free(
        (mark.lane, left) for mark, left in zip(line.marks, left_edges(line), strict=True)
    )
    dots = (
        Dot(mark.event, mark.lane, _kept(mark.at, line.cut, later=mark.later), mark.kind, row)
        for mark, row in zip(line.marks, in_rows, strict=True)
    )
    lanes = {lane: LANES[lane].label for lane in LANE_ORDER}
    return Multiple(slug(case), title, lanes, tuple(dots), f"{line.cut:.2%}", axis(line))


def elsewhere(titles: Mapping[str, str]) -> Multiple:
    """Return what is older or wider than one crisis: a lane each, the events in order of time.

    Parameters
    ----------
    titles : mapping of str to str
        Cases of the table ``events`` and how readers know them, in their order.

    Examples
    --------
    >>> found = elsewhere({"georgia_2003": "Georgia 2003"})
    >>> [dot.left for dot in found.dots][:3]
    ['0px', '26px', '52px']
    """
    held = [row for row in rows("events") if row["case"] in titles]
    held.sort(key=lambda row: (list(titles).index(row["case"]), first_day(row["date_start"])))
    dots = (
        Dot(row, slug(case), f"{n * PITCH}px", _shape(row))
        for case, group in groupby(held, key=lambda row: row["case"])
        for n, row in enumerate(group)
    )
    lanes = {slug(case): title for case, title in titles.items()}
    return Multiple(ELSEWHERE, _("Before and around these crises"), lanes, tuple(dots))


def _shape(row: Mapping[str, str]) -> str:
    return "day" if row["precision"] == Precision.DAY else "span"


def picture(multiple: Multiple) -> Markup:
    """Return a picture, with places for its marks and its card.

    Parameters
    ----------
    multiple : Multiple
        Its lanes are actors where it has a cut-off.
    """
    actor = "actor-{lane}" if multiple.cut else ""
    name = Markup(f'<span class="lane-name lane-{{lane}} {actor}">{{label}}</span>')
    band = Markup('<span class="lane-band lane-{lane}"></span>')
    cut = Markup('<span class="cut-off" aria-hidden="true"><em>{}</em></span>')
    return Markup(
        '<div class="multiple multiple-{name}"><p class="multiple-head"><b>{title}</b></p>'
        '<div class="timeline"><div class="timeline-names" aria-hidden="true">{names}</div>'
        '<div class="timeline-field">{bands}{cut}{{choice-{name}}}</div>{axis}</div>'
        "{{region-{name}}}</div>"
    ).format(
        name=multiple.name,
        title=multiple.title,
        names=joined((name.format(lane=k, label=v) for k, v in multiple.lanes.items()), ""),
        bands=joined((band.format(lane=lane) for lane in multiple.lanes), ""),
        cut=cut.format(_("cut-off")) if multiple.cut else "",
        axis=multiple.axis,
    )


def multiple_placing(explorer: str, multiple: Multiple) -> Iterator[str]:
    """Yield the rules that put a picture's lanes, marks and cut-off in their places.

    Parameters
    ----------
    explorer : str
        The name of the explorer that holds it.
    multiple : Multiple
        A picture of it.
    """
    form = f"[data-explorer={explorer}] .multiple-{multiple.name}"
    heights = [NAME_ROOM + DOT * multiple.height(lane) for lane in multiple.lanes]
    tops = dict(zip(multiple.lanes, accumulate(heights, initial=0), strict=False))
    yield f"{form}{{--narrow-high:{rem(sum(heights))};--cut:{multiple.cut or '0'}}}"
    for lane, height in zip(multiple.lanes, heights, strict=True):
        yield f"{form} .lane-{lane}{{--nt:{rem(tops[lane])};--nh:{rem(height)}}}"
    for place, dot in enumerate(multiple.dots, 1):
        top = rem(tops[dot.lane] + NAME_ROOM + dot.row * DOT)
        yield f"{form} label:nth-of-type({place}){{--l:{dot.left};--nt:{top}}}"
