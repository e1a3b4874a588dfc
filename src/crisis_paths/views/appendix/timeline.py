"""The timeline of everything: every dated event of the article, by case and by lane."""

from datetime import timedelta

from markupsafe import Markup

from crisis_paths.i18n import N_, _
from crisis_paths.tables.dates import first_day, last_day
from crisis_paths.tables.reading import rows
from crisis_paths.views.kit.charts import Chart, altair, days, drawn, dressed, said
from crisis_paths.views.kit.palette import LANES, LIGHT, PALE
from explorers.outputs import Page, table

ALL = "all"
LINE = N_("{date}: {event} ({case}, {lane}; section {section})")
RECENT = "2019"  # the crises of the article lie close together; older ones only make room


def _labels() -> dict[str, str]:
    """Return the name by which a reader knows each crisis, and what is wider than one."""
    title = _("{country} {year}")
    named = {
        row["case"]: title.format(country=_(row["name"]), year=row["year"]) for row in rows("cases")
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


def _marks() -> list[dict[str, object]]:
    """Return every event as chart and table show it, in the order of their days."""
    span, labels = "{start} – {end}", _labels()
    marks = []
    for row in rows("events"):
        start, end = row["date_start"], row["date_end"]
        first, last = first_day(start), last_day(end or start)
        marks.append(
            {
                "case": labels[row["case"]],
                "lane": LANES[row["lane"]].label,
                "from": first.isoformat(),
                # a span is drawn to the end of its last day
                "to": (last + timedelta(days=1)).isoformat(),
                "recent": first.year >= int(RECENT),
                "exact": row["precision"] in ("day", "month"),
                "date": span.format(start=start, end=end) if end else start,
                "event": row["event"],
                "section": row["section"],
            }
        )
    return sorted(marks, key=lambda mark: (mark["from"], mark["to"]))


def _text(marks: list[dict[str, object]]) -> str:
    line = _(LINE)
    return "\n".join(line.format(**mark) for mark in marks)


def timeline() -> Chart:
    """Draw every dated event as a mark: cases in rows, lanes in colours, filters for both.

    Examples
    --------
    >>> len(timeline().text.splitlines()) == len(rows("events"))
    True
    """
    alt, marks = altair(), _marks()
    here = {mark["case"] for mark in marks}
    cases = [label for label in _labels().values() if label in here]
    lanes = [actor.label for actor in LANES.values()]
    pick_case, pick_lane = (
        alt.param(
            name=name,
            value=ALL,
            bind=alt.binding_select(
                options=[ALL, *options], labels=[_("all"), *options], name=label
            ),
        )
        for name, options, label in (
            ("pickcase", cases, _("Case: ")),
            ("picklane", lanes, _("Lane: ")),
        )
    )
    pick_years = alt.param(
        name="pickyears",
        value=RECENT,
        bind=alt.binding_radio(
            options=[RECENT, ALL],
            labels=[_("since {year}").format(year=RECENT), _("all")],
            name=_("Years: "),
        ),
    )
    named = _("Lanes, top to bottom")  # so they are told apart where all have one colour
    colours = alt.Scale(domain=lanes, range=[LIGHT[actor] for actor in LANES.values()])
    legend = alt.Legend(orient="bottom", columns=2)
    begun = drawn(
        sorted(marks, key=lambda mark: mark["exact"]),  # the exact ones are drawn on top
        _("Every event that the article dates, by case and lane; the table below lists them."),
    )
    chart = dressed(
        said(begun, _(LINE), "date", "event", "case", "lane", "section")
        .mark_bar(height=9)
        .encode(
            **days("from", "to"),
            y=alt.Y("case:N", title=None, sort=cases),
            yOffset=alt.YOffset("lane:N", sort=lanes),
            color=alt.Color("lane:N", title=named, scale=colours, legend=legend),
            # an outline keeps a single day wide enough to be seen, and a pale bar in sight
            stroke=alt.Stroke("lane:N", title=named, scale=colours, legend=legend),
            strokeWidth=alt.condition("datum.exact", alt.value(2), alt.value(1)),
            # what is dated by a year or half a year stays in the background
            fillOpacity=alt.condition("datum.exact", alt.value(1), alt.value(PALE)),
            tooltip=["date:N", "case:N", "lane:N", "event:N", "section:N"],
        )
        .add_params(pick_years, pick_case, pick_lane)
        .transform_filter(
            f"(pickyears !== '{RECENT}' || datum.recent)"
            " && (pickcase === 'all' || datum.case === pickcase)"
            " && (picklane === 'all' || datum.lane === picklane)"
        ),
        height=420,
    )
    return Chart(chart, _text(marks))


def event_table() -> Page:
    """Return every event of the timeline in words.

    Examples
    --------
    >>> event_table().text == timeline().text
    True
    """
    marks = _marks()
    place = Markup('section {section}<br><span lang="zh-Hans">{anchor}</span>')
    anchors = {row["event"]: row["anchor"] for row in rows("events")}
    return Page(
        table(
            (_("Date"), _("Case and lane"), _("Event"), _("Where it stands")),
            (
                (
                    row["date"],
                    _("{case}; {lane}").format(case=row["case"], lane=row["lane"]),
                    _(row["event"]),
                    place.format(section=row["section"], anchor=anchors[row["event"]]),
                )
                for row in marks
            ),
            kind="events",
        ),
        _text(marks),
    )
