"""The timeline of everything: every dated event of the article, by case and by lane."""

from collections.abc import Iterator
from itertools import accumulate

from markupsafe import Markup

from crisis_paths.i18n import N_, _
from crisis_paths.tables.reading import rows
from crisis_paths.views.appendix.multiples import DOT, ELSEWHERE, Dot, Multiple, crisis, elsewhere
from crisis_paths.views.cases.line_of_time import rem
from crisis_paths.views.kit.dates import in_words
from crisis_paths.views.kit.palette import LANES
from explorers.choices import UNSET, Choice, Look, Option
from explorers.explorer import Explorer
from explorers.outputs import joined
from explorers.panels import Panel, Region
from explorers.parts import folded, prompt

DRAWN = ("belarus_2020", "kyrgyzstan_2020", "kazakhstan_2022", "ukraine_2022")
NAME_ROOM = 17  # pixels for a lane's name, above its marks
LINE = N_("{date}: {event} ({case}, {lane}; section {section})")


def _labels() -> dict[str, str]:
    """Return the name by which a reader knows each crisis, and what is wider than one."""
    title = _("{country} {year}")
    named = {
        row["case"]: title.format(country=_(row["name"]), year=row["year"])
        for row in sorted(rows("cases"), key=lambda row: row["year"])
    }
    return named | {"central_asia": _("Central Asia"), "regional": _("The region")}


def case_label(case: str) -> str:
    """Return a case's name as a reader sees it.

    Parameters
    ----------
    case : str
        A case of the table ``cases``, ``"central_asia"`` or ``"regional"``.

    Raises
    ------
    KeyError
        If there is no such case.

    Examples
    --------
    >>> case_label("ukraine_2022"), case_label("central_asia")
    ('Ukraine 2022', 'Central Asia')
    """
    return _labels()[case]


def multiples() -> tuple[Multiple, ...]:
    """Return the pictures: a crisis each, and what is older or wider.

    Examples
    --------
    >>> sum(len(one.dots) for one in multiples()) == len(rows("events"))
    True
    """
    labels, there = _labels(), {row["case"] for row in rows("events")}
    others = {case: title for case, title in labels.items() if case in there - {*DRAWN}}
    return (*(crisis(case, labels[case]) for case in DRAWN), elsewhere(others))


def _date(dot: Dot) -> str:
    return in_words(dot.event["date_start"], dot.event["date_end"])


def _actor(dot: Dot) -> str:
    return LANES[dot.event["lane"]].label


def _option(dot: Dot) -> Option:
    sign = Markup('<i class="mark mark-{} actor-{}"></i>').format(dot.kind, dot.event["lane"])
    label = _("{event}, {date}, {actor}").format(
        event=_(dot.event["short"]), date=_date(dot), actor=_actor(dot)
    )
    return Option(dot.event["event_id"], label, sign=sign)


def _card(dot: Dot, multiple: Multiple) -> Markup:
    """Return what a mark stands for; what is not of the one crisis drawn names its own."""
    where = _("{case}, {date}") if multiple.name == ELSEWHERE else "{date}"
    return Markup(
        '<p class="event-card actor-{lane}"><b>{when}</b> · <span class="event-actor">{actor}'
        "</span> {event} ({section})</p>"
    ).format(
        lane=dot.event["lane"],
        when=where.format(case=multiple.lanes.get(dot.lane), date=_date(dot)),
        actor=_actor(dot),
        event=_(dot.event["event"]),
        section=_("section {number}").format(number=dot.event["section"]),
    )


def _region(multiple: Multiple) -> Region:
    hint = _("Choose a mark; arrow keys go on from there.")
    told = (
        Panel({multiple.name: (dot.event["event_id"],)}, _card(dot, multiple))
        for dot in multiple.dots
    )
    return Region(multiple.name, (Panel({multiple.name: (UNSET,)}, prompt(hint)), *told), live=True)


def _picture(multiple: Multiple) -> Markup:
    """Return a picture, with places for its marks and its card."""
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


def _placing(explorer: str, multiple: Multiple) -> Iterator[str]:
    """Yield the rules that put a picture's lanes, marks and cut-off in their places."""
    form = f"[data-explorer={explorer}] .multiple-{multiple.name}"
    heights = [NAME_ROOM + DOT * multiple.height(lane) for lane in multiple.lanes]
    tops = dict(zip(multiple.lanes, accumulate(heights, initial=0), strict=False))
    yield f"{form}{{--narrow-high:{rem(sum(heights))};--cut:{multiple.cut or '0'}}}"
    for lane, height in zip(multiple.lanes, heights, strict=True):
        yield f"{form} .lane-{lane}{{--nt:{rem(tops[lane])};--nh:{rem(height)}}}"
    for place, dot in enumerate(multiple.dots, 1):
        top = rem(tops[dot.lane] + NAME_ROOM + dot.row * DOT)
        yield f"{form} label:nth-of-type({place}){{--l:{dot.left};--nt:{top}}}"


def _key() -> Markup:
    """Say what the marks mean, and what they do not count."""
    mark = Markup('<i class="mark mark-{}"></i> {}')
    kinds = (("day", _("a day")), ("span", _("a month or more")), ("undated", _("no exact date")))
    note = _(
        "Time is not drawn to scale, and the marks are what the article reports, not all that"
        " happened."
    )
    words = Markup(" · ").join((*(mark.format(*kind) for kind in kinds), note))
    return Markup('<p class="timeline-key">{}</p>').format(words)


def _listed(multiple: Multiple) -> Markup:
    """Return the events of a picture in words, each with the place where it stands."""
    item = Markup(
        '<li>{date} · {lane}: {event} ({section}, <span lang="zh-Hans">{anchor}</span>)</li>'
    )
    where = _("{case}, {date}") if multiple.name == ELSEWHERE else "{date}"
    return Markup("<p><b>{}</b></p><ol>{}</ol>").format(
        multiple.title,
        joined(
            item.format(
                date=where.format(case=multiple.lanes.get(dot.lane), date=_date(dot)),
                lane=_actor(dot),
                event=_(dot.event["event"]),
                section=_("section {number}").format(number=dot.event["section"]),
                anchor=dot.event["anchor"],
            )
            for dot in multiple.dots
        ),
    )


def timeline() -> Explorer:
    """Return every dated event as a mark in the picture of its crisis, and a card that tells it.

    Examples
    --------
    >>> found = timeline()
    >>> [choice.name for choice in found.choices]
    ['belarus-2020', 'kyrgyzstan-2020', 'kazakhstan-2022', 'ukraine-2022', 'elsewhere']
    >>> len(found.text.splitlines()) == len(rows("events"))
    True
    """
    name, drawn, labels, line = "events", multiples(), _labels(), _(LINE)
    choices = tuple(
        Choice(
            one.name,
            _("{case}: events").format(case=one.title),
            tuple(map(_option, one.dots)),
            look=Look.MARKS,
        )
        for one in drawn
    )
    text = (
        line.format(
            date=_date(dot),
            event=_(dot.event["event"]),
            case=labels[dot.event["case"]],
            lane=_actor(dot),
            section=dot.event["section"],
        )
        for one in drawn
        for dot in one.dots
    )
    return Explorer(
        name,
        _("Every event that the article dates"),
        choices,
        tuple(map(_region, drawn)),
        alternative=folded(
            _("All {count} events in lists, and where they stand in the article").format(
                count=sum(len(one.dots) for one in drawn)
            ),
            joined(map(_listed, drawn)),
        ),
        text="\n".join(text),
        layout=Markup('<div class="multiples">{}{}{{reset}}</div>').format(
            _key(), joined(map(_picture, drawn), "")
        ),
        placing="\n".join(rule for one in drawn for rule in _placing(name, one)),
        apart=tuple(choice.name for choice in choices),
    )
