"""Chapter 4.5: a crisis as a bracket on a line of time, whose end the reader chooses.

The days on which it may end stand at equal distances, so that their labels never touch; time
between them is stretched to fit. What is known of the time stands above as numbered dots, and the
bracket reaches over those that lie within the crisis.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from markupsafe import Markup

from crisis_paths.cases.window import ENDS, known_by
from crisis_paths.i18n import _
from crisis_paths.tables.dates import first_day
from crisis_paths.views.cases.line_of_time import rem
from crisis_paths.views.cases.multiples import first_free
from crisis_paths.views.cases.placing import NARROW
from crisis_paths.views.kit.dates import in_words, month_name
from explorers.choices import UNSET, Choice, Look, Option
from explorers.outputs import joined
from explorers.rules import chosen

DOT_ROW = 24  # pixels: a line of dots
TOP = 6  # pixels above them, for the bracket's own edge
Known = Sequence[Mapping[str, str]]


def end_value(day: str) -> str:
    """Return what an end is called in links.

    Examples
    --------
    >>> end_value("2014-03-18")
    'end-2014-03-18'
    """
    return f"end-{day}"


def end_choice(question: str) -> Choice:
    """Return the choice of the day on which the crisis ends, as marks on the line.

    Parameters
    ----------
    question : str
        What is asked.

    Examples
    --------
    >>> end_choice("It ends on").options[0].label
    '30 November 2013'
    """
    sign = Markup('<b aria-hidden="true">{day}<i>{month}</i></b>')
    options = []
    for end in ENDS:
        day = first_day(end)
        drawn = sign.format(day=day.day, month=month_name(day.month)[:3])
        options.append(Option(end_value(end), in_words(end), sign=drawn))
    return Choice("end", question, tuple(options), look=Look.MARKS)


def place(day: date) -> float:
    """Return where a day is drawn, as a share of the line.

    Parameters
    ----------
    day : date
        From the month of the first end on.

    Examples
    --------
    >>> [round(9 * place(date(2013, month, 30)), 2) for month in (11, 12)]
    [0.5, 1.47]
    """
    first = first_day(ENDS[0])
    known = [first.replace(day=1), *map(first_day, ENDS)]
    at = min(bisect_right(known, day), len(ENDS))
    left, right = known[at - 1], known[at]
    share = (day - left).days / (right - left).days
    edges = [0.0, *((n + 0.5) / len(ENDS) for n in range(len(ENDS)))]
    return edges[at - 1] + share * (edges[at] - edges[at - 1])


def known() -> Known:
    """Return all that is known of the time, in order: its numbers are places in this."""
    return known_by(ENDS[-1])


def _rows(rows: Known) -> list[int]:
    """Return the line of each dot, so that no two touch on the narrowest page."""
    return first_free(("", place(first_day(row["found_date"])) * NARROW) for row in rows)


def bracket() -> Markup:
    """Return the line of time, with a place for the choice of its end."""
    dot = Markup('<b class="bracket-dot dot-{n} {kind}" data-end="{ends}">{n}</b>')
    values = [end_value(end) for end in ENDS]
    dots = []
    for n, row in enumerate(known(), 1):
        within = [end_value(end) for end in ENDS if row["found_date"] <= end]
        without = [value for value in (UNSET, *values) if value not in within]
        dots.append(dot.format(n=n, kind="within", ends=" ".join(within)))
        dots.append(dot.format(n=n, kind="without", ends=" ".join(without)))
    year = Markup('<text x="{:.2f}%" y="12" class="year">{}</text>')
    years = groupby(enumerate(ENDS), key=lambda pair: pair[1][:4])
    names = []
    for name, group in years:
        at = [(n + 0.5) / len(ENDS) for n, _end in group]
        names.append(year.format(100 * (at[0] + at[-1]) / 2, name))
    return Markup(
        '<div class="bracket"><span class="bracket-span" data-end="{ends}"></span>'
        '<div class="bracket-dots" aria-hidden="true">{dots}</div>{{choice-end}}</div>'
        '<svg class="axis bracket-years" aria-hidden="true">{years}</svg>'
        '<p class="timeline-key">{key}</p>'
    ).format(
        ends=" ".join(values),
        dots=joined(dots, ""),
        years=joined(names, ""),
        key=_("The numbers are events, told below. Time is not drawn to scale."),
    )


def bracket_placing(explorer: str) -> Iterator[str]:
    """Yield the rules that put days and dots in their places, and the bracket's end.

    Parameters
    ----------
    explorer : str
        The name of the explorer that holds them.
    """
    form = f"[data-explorer={explorer}]"
    rows, facts = _rows(known()), known()
    high = TOP + DOT_ROW * (1 + max(rows))
    yield f"{form} .bracket{{--dots:{rem(high)}}}"
    for n, (row, fact) in enumerate(zip(rows, facts, strict=True), 1):
        at = place(first_day(fact["found_date"]))
        yield f"{form} .dot-{n}{{left:{at:.2%};top:{rem(TOP + DOT_ROW * row)}}}"
    for n, end in enumerate(ENDS):
        at = f"{(n + 0.5) / len(ENDS):.2%}"
        yield f"{form} [data-choice=end] label:nth-of-type({n + 1}){{--l:{at}}}"
        yield f"{form}{chosen(explorer, 'end', end_value(end))} .bracket{{--end:{at}}}"


def known_list(end: str) -> Markup:
    """Return what is known up to a day, with the numbers of the dots; nothing if nothing is.

    Parameters
    ----------
    end : str
        A day.
    """
    item = Markup(
        '<li><b class="event-number">{n}</b> <time datetime="{date}">{words}</time> {claim}'
        " <small>({source})</small></li>"
    )
    items = [
        item.format(
            n=n,
            date=row["found_date"],
            words=in_words(row["found_date"]),
            claim=_(row["claim"]),
            source=row["source"],
        )
        for n, row in enumerate(known_by(end), 1)
    ]
    return Markup('<ul class="known">{}</ul>').format(joined(items)) if items else Markup("")
