"""Chapter 4: a crisis on a line of time, each event in its actor's lane, to be stepped through.

What came after the cut-off is veiled until the reader has coded the crisis and bet on its end.
"""

from collections.abc import Iterable
from itertools import accumulate

from markupsafe import Markup

from crisis_paths.i18n import _
from crisis_paths.views.cases.placing import LANE_ORDER, Line, Placed
from crisis_paths.views.kit.dates import in_words, month_name
from crisis_paths.views.kit.palette import LANES
from explorers.choices import Choice, Condition, Look, Option
from explorers.outputs import joined
from explorers.panels import Panel, Region, until_chosen
from explorers.parts import prompt

PITCH, NARROW_PITCH = 24, 24.5  # from one line of labels to the next, in pixels of usual size
PIXELS = 17  # of usual size in a rem, on the book's pages
ROOM, NARROW_ROOM = 2, 18  # above and below them; a narrow lane has its name above
NAMED, NAMED_ALWAYS = 0.036, 0.07  # the share of the line that a month needs to be named
EVENT = "event"


def _option(mark: Placed, known: Condition) -> Option:
    flags = [
        name
        for name, there in (
            ("numbered", not mark.worded),
            ("flipped", mark.flipped),
            ("narrow-flipped", mark.narrow_flipped),
        )
        if there
    ]
    sign = Markup(
        '<i class="mark mark-{kind} {classes}"></i>'
        '<b class="mark-number" aria-hidden="true">{n}</b>'
    ).format(kind=mark.kind, classes=" ".join([f"actor-{mark.lane}", *flags]), n=mark.number)
    when = tuple(known.items()) if mark.later else ()
    return Option(mark.event["event_id"], _(mark.event["short"]), "", sign, when)


def _date(mark: Placed) -> str:
    return in_words(mark.event["date_start"], mark.event["date_end"])


def event_choice(line: Line, known: Condition) -> Choice:
    """Return the events of a crisis as one choice, so that arrow keys go through all of it.

    Each goes by its short name: when it was, and whose act, its card says as it is chosen.

    Parameters
    ----------
    line : Line
        The crisis.
    known : mapping of str to tuple of str
        In which settings those after the cut-off are offered.
    """
    options = tuple(_option(mark, known) for mark in line.marks)
    return Choice(EVENT, _("The events in the order of time"), options, look=Look.MARKS)


def _card(mark: Placed) -> Markup:
    return Markup(
        '<div class="event-card actor-{lane}"><p><b class="event-number">{number}</b> <b>{date}'
        '</b> · <span class="event-actor">{actor}'
        "</span></p><p>{event} <small>{section}</small></p></div>"
    ).format(
        lane=mark.lane,
        number=mark.number,
        date=_date(mark),
        actor=LANES[mark.lane].label,
        event=_(mark.event["event"]),
        section=_("Section {number}").format(number=mark.event["section"]),
    )


def card_regions(line: Line, choice: Choice, coded: tuple[Choice, ...]) -> tuple[Region, Region]:
    """Return the place where the chosen event is told, and the one that tells of the veil.

    Parameters
    ----------
    line : Line
        The crisis.
    choice : Choice
        As `event_choice` returns it.
    coded : tuple of Choice
        What has to be chosen before the later events are seen.
    """
    known = {one.name: one.values for one in coded}
    hint = _("Choose a mark; arrow keys go on from there.")
    told = (
        Panel({EVENT: (mark.event["event_id"],)} | (known if mark.later else {}), _card(mark))
        for mark in line.marks
    )
    # a link may ask for what is veiled
    veiled = until_chosen(_("What came after is veiled."), *coded)
    after = tuple(mark.event["event_id"] for mark in line.marks if mark.later)
    hidden = (Panel({EVENT: after} | dict(panel.when), panel.html) for panel in veiled)
    lifted = Panel(known, prompt(_("The veil has lifted: step on into what came after.")))
    return (
        Region("card", (*until_chosen(hint, choice), *told, *hidden), live=True),
        Region("later", (*veiled, lifted), live=True),
    )


def veil_region(choices: Iterable[Choice]) -> Region:
    """Return the veil over what came after, there until all these choices are made.

    Parameters
    ----------
    choices : iterable of Choice
        In the order in which they are made.
    """
    words = _("What came after: code and bet first")
    panels = (
        Panel(panel.when, Markup("<em>{}</em>").format(words))
        for panel in until_chosen(words, *choices)
    )
    return Region("veil", tuple(panels), drawn=True)


def _tops(line: Line, *, narrow: bool) -> dict[str, tuple[float, float]]:
    """Return where each lane begins and how high it is, in pixels."""
    pitch, room = (NARROW_PITCH, NARROW_ROOM) if narrow else (PITCH, ROOM)
    heights = [line.rows(lane, narrow=narrow) * pitch + room for lane in LANE_ORDER]
    tops = accumulate(heights, initial=0)
    return {
        lane: (top, height) for lane, top, height in zip(LANE_ORDER, tops, heights, strict=False)
    }


def rem(pixels: float) -> str:
    """Return a length that grows with the reader's text.

    Parameters
    ----------
    pixels : float
        How long it is on the book's pages with text of the usual size.

    Examples
    --------
    >>> rem(17)
    '1.000rem'
    """
    return f"{pixels / PIXELS:.3f}rem"


def placing(explorer: str, line: Line) -> str:
    """Return the rules that put lanes, events, cut-off and veil in their places.

    Parameters
    ----------
    explorer : str
        The name of the explorer that holds them.
    line : Line
        The crisis.
    """
    form = f"[data-explorer={explorer}]"
    wide, narrow = _tops(line, narrow=False), _tops(line, narrow=True)
    rules = [
        f"{form} .timeline{{--high:{rem(sum(h for _t, h in wide.values()))};"
        f"--narrow-high:{rem(sum(h for _t, h in narrow.values()))};--cut:{line.cut:.2%}}}"
    ]
    rules += [
        f"{form} .lane-{lane}{{--t:{rem(wide[lane][0])};--h:{rem(wide[lane][1])};"
        f"--nt:{rem(narrow[lane][0])};--nh:{rem(narrow[lane][1])}}}"
        for lane in LANE_ORDER
    ]
    under = NARROW_ROOM - 3  # a lane's name
    rules += [
        f"{form} [data-choice={EVENT}] label:nth-of-type({place}){{--l:{mark.at:.2%};"
        f"--t:{rem(wide[mark.lane][0] + ROOM // 2 + mark.row * PITCH)};"
        f"--nt:{rem(narrow[mark.lane][0] + under + mark.narrow_row * NARROW_PITCH)}}}"
        for place, mark in enumerate(line.marks, 1)
    ]
    return "\n".join(rules)


def axis(line: Line) -> Markup:
    """Draw the months that have room for their names, and the years above which they stand.

    Parameters
    ----------
    line : Line
        The crisis.
    """
    text = Markup('<text x="{x:.2f}%" y="{y}" class="{kind}">{words}</text>')
    pieces, years = [], {}
    for month, left, right in line.ticks:
        first, _last = years.setdefault(month.year, (left, right))
        years[month.year] = first, right
        if right - left >= NAMED:
            kind = "always" if right - left >= NAMED_ALWAYS else "if-wide"
            middle = 100 * (left + min(right, line.end)) / 2
            pieces.append(text.format(x=middle, y=12, kind=kind, words=month_name(month.month)[:3]))
    for year, (left, right) in years.items():
        if right - left >= NAMED:
            kind = "year always" if right - left >= 2 * NAMED_ALWAYS else "year if-wide"
            pieces.append(text.format(x=100 * (left + right) / 2, y=25, kind=kind, words=year))
    if any(mark.kind == "undated" for mark in line.marks):
        x = 100 * (line.end + 1) / 2
        pieces.append(text.format(x=x, y=12, kind="always", words=_("no date")))
    return Markup('<svg class="axis" aria-hidden="true">{}</svg>').format(joined(pieces, ""))


def _key() -> Markup:
    """Say what the marks mean, and what they do not count."""
    mark = Markup('<i class="mark mark-{}"></i> {}')
    kinds = (("day", _("a day")), ("span", _("a month or more")), ("undated", _("no exact date")))
    return Markup('<span class="if-wide">{} · </span>{} ').format(
        Markup(" · ").join(mark.format(*kind) for kind in kinds),
        _("Not to scale; only what the article reports."),
    )


def timeline(line: Line) -> Markup:
    """Return the line of time, with places for its marks and its veil.

    Parameters
    ----------
    line : Line
        The crisis.
    """
    name = Markup('<span class="lane-name lane-{lane} actor-{lane}">{label}</span>')
    band = Markup('<span class="lane-band lane-{lane}"></span>')
    return Markup(
        '<div class="timeline"><div class="timeline-names" aria-hidden="true">{names}</div>'
        '<div class="timeline-field">{bands}{{region-veil}}'
        '<span class="cut-off" aria-hidden="true"><em>{cut}</em></span>'
        "{{choice-event}}</div>{axis}"
        '<p class="timeline-key">{key}</p></div>'
    ).format(
        names=joined((name.format(lane=lane, label=LANES[lane].label) for lane in LANE_ORDER), ""),
        bands=joined((band.format(lane=lane) for lane in LANE_ORDER), ""),
        cut=_("we stop here"),
        axis=axis(line),
        key=_key(),
    )
