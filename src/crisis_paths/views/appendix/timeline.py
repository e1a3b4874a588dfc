"""The timeline of everything: every dated event of the article, by case and by lane."""

from markupsafe import Markup

from crisis_paths.i18n import N_, _
from crisis_paths.tables.reading import rows
from crisis_paths.views.cases.multiples import (
    ELSEWHERE,
    Dot,
    Multiple,
    crisis,
    elsewhere,
    multiple_placing,
    picture,
)
from crisis_paths.views.kit.dates import in_words
from crisis_paths.views.kit.palette import LANES
from explorers.choices import UNSET, Choice, Look, Option
from explorers.explorer import Explorer
from explorers.outputs import joined
from explorers.panels import Panel, Region
from explorers.parts import folded, prompt

DRAWN = ("belarus_2020", "kyrgyzstan_2020", "kazakhstan_2022", "ukraine_2022")
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
        '<li>{date} · {lane}: {event} ({section}<span class="apparatus">,'
        ' <span lang="zh-Hans">{anchor}</span></span>)</li>'
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
            _key(), joined(map(picture, drawn), "")
        ),
        placing="\n".join(rule for one in drawn for rule in multiple_placing(name, one)),
        apart=tuple(choice.name for choice in choices),
    )
