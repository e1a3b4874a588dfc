"""The timeline of everything: every dated event of the article, by case and by lane."""

import pandas as pd
from markupsafe import Markup

from crisis_paths.extras import extra
from crisis_paths.i18n import _
from crisis_paths.tables.reading import load, rows
from crisis_paths.views.kit.charts import Chart, days, dressed, said
from crisis_paths.views.kit.palette import LANES, LIGHT, PALE
from explorers.outputs import Page, table

with extra("views", _("A chart")):
    import altair as alt

ALL = "all"
RECENT = "2019"  # the crises of the article lie close together; older ones only make room


def case_label(case: str) -> str:
    """A case's name as a reader sees it.

    Examples
    --------
    >>> case_label("ukraine_2022"), case_label("central_asia")
    ('Ukraine 2022', 'Central Asia')
    """
    wider = {"central_asia": _("Central Asia"), "regional": _("The region")}
    named = {row["case"]: f"{_(row['name'])} {row['year']}" for row in rows("cases")}
    return (wider | named)[case]


def _frame() -> pd.DataFrame:
    events = load("events")
    return pd.DataFrame(
        {
            "case": [case_label(case) for case in events["case"]],
            "lane": [LANES[lane].label for lane in events["lane"]],
            "from": events["first_day"].dt.strftime("%Y-%m-%d"),
            # a span is drawn to the end of its last day
            "to": (events["last_day"] + pd.Timedelta(days=1)).dt.strftime("%Y-%m-%d"),
            "recent": events["first_day"].dt.year >= int(RECENT),
            "exact": events["precision"].isin(["day", "month"]),
            "date": [
                f"{start} – {end}" if isinstance(end, str) and end else start
                for start, end in zip(events["date_start"], events["date_end"], strict=True)
            ],
            "event": events["event"].astype(str),
            "section": events["section"].astype(str),
        }
    ).sort_values(["from", "to"], kind="stable")


def timeline() -> Chart:
    """Every dated event as a mark: cases in rows, lanes in colours, filters for both.

    Examples
    --------
    >>> len(timeline().text.splitlines()) == len(rows("events"))
    True
    """
    data = _frame()
    cases = list(dict.fromkeys(case_label(case) for case in load("events")["case"].cat.categories))
    cases = [case for case in cases if case in set(data["case"])]
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
    line = _("{date}: {event} ({case}, {lane}; section {section})")
    drawn = alt.Chart(
        data.sort_values("exact", kind="stable"),  # the exact ones are drawn on top
        description=_(
            "Every event that the article dates, by case and lane; the table below lists them."
        ),
    )
    chart = dressed(
        said(drawn, line, "date", "event", "case", "lane", "section")
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
    return Chart(chart, "\n".join(line.format(**row) for row in data.to_dict("records")))


def event_table() -> Page:
    """Every event of the timeline in words."""
    data = _frame()
    place = Markup('section {section}<br><span lang="zh-Hans">{anchor}</span>')
    anchors = dict(zip(load("events")["event"], load("events")["anchor"], strict=True))
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
                for row in data.to_dict("records")
            ),
            kind="events",
        ),
        timeline().text,
    )
