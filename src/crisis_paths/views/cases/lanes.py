"""Chapter 4: what happened, in the lanes of its actors, as a list; and sums of money to scale."""

from collections.abc import Mapping

from markupsafe import Markup

from crisis_paths.cases.casebook import events
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.views.kit.charts import Chart, altair, drawn
from crisis_paths.views.kit.dates import in_words
from crisis_paths.views.kit.palette import LANES, LIGHT
from explorers.outputs import Page, joined

SPAN = "{start} – {end}"
# Drawn small and scaled up: what can be read on a phone is not tiny there.
PLOT = 280
MARGIN = {"left": 24, "right": 8, "top": 4, "bottom": 4}  # fonts differ in width
BILLION, MILLION = 1_000_000_000, 1_000_000


def dated(event: dict[str, str]) -> str:
    """Return an event's date in words, as exactly as the article gives it.

    Parameters
    ----------
    event : dict of str to str
        With ``date_start`` and ``date_end``, which is empty for a single date.

    Examples
    --------
    >>> dated({"date_start": "2020-09-14", "date_end": "2020-09-25"})
    '14 September 2020 – 25 September 2020'
    """
    if not event["date_end"]:
        return in_words(event["date_start"])
    return SPAN.format(start=in_words(event["date_start"]), end=in_words(event["date_end"]))


def _timed(event: dict[str, str]) -> Markup:
    """Return the date for machines as well, to which each end of a span is a date of its own."""
    time = Markup('<time datetime="{}">{}</time>')
    days = [event[name] for name in ("date_start", "date_end") if event[name]]
    said = [time.format(day, in_words(day)) for day in days]
    return Markup('<span class="date">{}</span>').format(joined(said, " – "))


def lanes(case: str, phase: str = "", *, numbers: Mapping[str, int] | None = None) -> Page:
    """Return the dated events of a crisis in the article's order, each in the lane of its actor.

    Parameters
    ----------
    case : str
        A crisis of Table 2.
    phase : {"", "before", "after"}
        Only what was known before the turning point, or only what came after; all by default.
    numbers : mapping of str to int, optional
        The number of each event on a line of time: it is told, and they stand in its order.

    Raises
    ------
    CrisisPathsError
        If Table 2 has no such crisis, or the phase is none of these.

    Examples
    --------
    >>> lanes("kyrgyzstan_2020", "before").text.splitlines()[0]
    '4 October 2020 | Domestic forces | Election of the seventh parliament of Kyrgyzstan.'
    """
    # the article tells a year's events in an order of its own, which is kept
    ordered = sorted(events(case, phase), key=lambda event: event["date_start"][:4])
    if numbers:
        ordered.sort(key=lambda event: numbers[event["event_id"]])
    number = Markup('<b class="event-number">{}</b> ')
    item = Markup(
        '<li class="lane-{lane}">{number}{date} <strong>{label}</strong> '
        "<span>{event} <small>({section})</small></span></li>"
    )
    return Page(
        Markup('<ol class="lanes">\n{}\n</ol>').format(
            joined(
                item.format(
                    lane=event["lane"],
                    number=number.format(numbers[event["event_id"]]) if numbers else "",
                    date=_timed(event),
                    label=LANES[event["lane"]].label,
                    event=_(event["event"]),
                    section=event["section"],
                )
                for event in ordered
            )
        ),
        "\n".join(f"{dated(e)} | {LANES[e['lane']].label} | {_(e['event'])}" for e in ordered),
    )


def money(value: int) -> str:
    """Return a sum in US dollars as a reader sees it.

    Parameters
    ----------
    value : int
        Dollars.

    Examples
    --------
    >>> money(1_500_000_000)
    '1.5 billion USD'
    """
    if value >= BILLION:
        return _("{sum} billion USD").format(sum=f"{value / BILLION:g}")
    return _("{sum} million USD").format(sum=f"{value / MILLION:g}")


def to_scale(*quantities: str, lane: str = "hegemon") -> Chart:
    """Draw sums of money side by side, each bar as long as its sum.

    Parameters
    ----------
    *quantities : str
        Rows of the table ``quantities`` in US dollars, one or more.
    lane : {"domestic", "small_state", "external", "hegemon"}
        Whose money it is; gives the bars their colour.

    Raises
    ------
    KeyError
        If the table has no such row, or there is no such lane.
    ValueError
        If no row is named.

    Examples
    --------
    >>> print(to_scale("by-loan-promised", "ua22-arms-transferred").text.replace(" (", "\\n("))
    Belarus 2020: 1.5 billion USD
    (loan that Russia promised to Belarus; the text says merely)
    Ukraine 2022: 650 million USD
    (value of weapons and equipment that the United States transferred to Ukraine in 2021, by a \
figure that the text cites; the largest year since 2014)
    """
    alt = altair()
    named = {row["quantity_id"]: row for row in rows("quantities")}
    sums = [named[name] for name in quantities]
    title = _("{what}: {money}")
    apart = len({row["case"] for row in sums}) > 1  # else their dates tell them apart
    labels = [
        title.format(
            what=TABLE_2[row["case"]].title if apart else row["date"],
            money=money(int(row["value"])),
        )
        for row in sums
    ]
    unit, words = (
        (BILLION, _("billion US dollars"))
        if max(int(row["value"]) for row in sums) >= BILLION
        else (MILLION, _("million US dollars"))
    )
    data = [
        {"what": label, "usd": int(row["value"]) / unit}
        for label, row in zip(labels, sums, strict=True)
    ]
    chart = (
        drawn(data, "; ".join(labels))
        .mark_bar(height=20, color=LIGHT[LANES[lane]])
        .encode(
            x=alt.X("usd:Q", title=words, axis=alt.Axis(tickCount=4)),
            y=alt.Y("what:N", title=None, sort=None, axis=alt.Axis(labelLimit=260)),
        )
        .properties(width=PLOT, height=44 * len(sums), padding=MARGIN, background="transparent")
        .configure(font="system-ui, sans-serif")
        .configure_axis(labelFontSize=13, titleFontSize=13)
        .configure_view(stroke=None)
    )
    line = _("{label} ({what})")
    return Chart(
        chart,
        "\n".join(
            line.format(label=label, what=_(row["what"]))
            for label, row in zip(labels, sums, strict=True)
        ),
    )
