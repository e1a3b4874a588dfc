"""Chapter 4: where the events of a crisis stand on a line of time, and how their labels fit.

Time is drawn wide where much happens and narrow where little does; the order is kept. Labels are
packed twice: for a wide page in words, and as numbers where there is no room for those; for a
narrow one as numbers alone.
"""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import compress, groupby, pairwise

from crisis_paths.cases.casebook import events
from crisis_paths.cases.stories import Part, lines
from crisis_paths.tables.dates import Precision, first_day, last_day
from crisis_paths.views.kit.palette import LANES

EMPTY, ONE, EACH = 0.04, 1.0, 0.8  # how wide a month is: without events, with one, with each more
UNDATED = 0.13  # the share of the line for what has no day after the cut-off
CUT_ROOM = 0.35  # neither side of the cut-off is drawn narrower than that
# pixels: what a label takes in a wide face, and how wide the line is at least
LETTER, MARK, NUMBER = 6.7, 20, 26
WIDE, NARROW = 770, 284
ROWS = 2  # a lane holds so many lines of words; what would need more has its number there
MOST_ROWS = 12  # in all lanes together, so that the line is on a screen with its story and its card
DAY = timedelta(days=1)
FINE = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.HALF, Precision.YEAR)


@dataclass(frozen=True, slots=True)
class Placed:
    """An event on the line.

    Attributes
    ----------
    event : mapping of str to str
        Its row.
    number : int
        Its place in the order of time, from 1.
    at : float
        Where it is drawn, as a share of the line.
    later : bool
        Whether it came after the cut-off.
    kind : {"day", "span", "undated"}
        Whether it has a day; or a month or more, within which it stands where the article tells
        it; or no place in time after the cut-off, so that it stands in a column of its own.
    row, narrow_row : int
        The line of its lane in which its label, or its number, stands; from 0.
    flipped, narrow_flipped : bool
        Whether that stands left of the mark.
    worded : bool
        Whether there is room for its words, on a wide page.
    """

    event: Mapping[str, str]
    number: int
    at: float
    later: bool
    kind: str
    row: int = 0
    flipped: bool = False
    narrow_row: int = 0
    narrow_flipped: bool = False
    worded: bool = True

    @property
    def lane(self) -> str:
        """The lane that it stands in."""
        return self.event["lane"]


@dataclass(frozen=True, slots=True)
class Line:
    """A crisis on a line of time.

    Attributes
    ----------
    marks : tuple of Placed
        Its events in the order of time.
    cut : float
        Where the cut-off is.
    end : float
        Where dated time ends; behind it stands what has no day.
    ticks : tuple of (date, float, float)
        The months, each with its first day and where it is drawn.
    """

    marks: tuple[Placed, ...]
    cut: float
    end: float
    ticks: tuple[tuple[date, float, float], ...]

    def rows(self, lane: str, *, narrow: bool = False) -> int:
        """Return how many lines of labels a lane has, at least one."""
        found = [m.narrow_row if narrow else m.row for m in self.marks if m.lane == lane]
        return 1 + max(found, default=0)


def cut_off(rows: Iterable[Mapping[str, str]]) -> date:
    """Return the first day after the cut-off that has an event with a day of its own.

    Parameters
    ----------
    rows : iterable of mapping
        The events of a crisis.

    Examples
    --------
    >>> cut_off(events("belarus_2020"))
    datetime.date(2020, 9, 3)
    """
    return min(
        first_day(row["date_start"])
        for row in rows
        if row["phase"] == "after" and row["precision"] == Precision.DAY
    )


def _span(row: Mapping[str, str], cut: date) -> tuple[date, date]:
    """Return the first day of an event and the day after its last; known before, it ends there."""
    start = first_day(row["date_start"])
    end = last_day(row["date_end"] or row["date_start"]) + DAY
    return start, min(end, cut) if row["phase"] == "before" else end


def _dated(row: Mapping[str, str], cut: date) -> bool:
    return row["phase"] == "before" or first_day(row["date_start"]) >= cut


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _stretches(first: date, last: date, cut: date) -> list[tuple[date, date]]:
    """Return the months from one day to another, the one of the cut-off in two pieces."""
    starts, month = [], first.replace(day=1)
    while month < last:
        starts.append(month)
        month = _next(month)
    return list(pairwise(sorted({*starts, cut, month})))


def _scale(
    rows: Sequence[Mapping[str, str]], cut: date, width: float
) -> tuple[Callable[[date], float], list[tuple[date, date]]]:
    """Return where each day is drawn, and the stretches of time that are drawn at one scale."""
    spans = [_span(row, cut) for row in rows if _dated(row, cut)]
    stretches = _stretches(min(s for s, _e in spans), max(e for _s, e in spans), cut)
    exact = [
        first_day(row["date_start"])
        for row in rows
        if _dated(row, cut) and row["precision"] in (Precision.DAY, Precision.MONTH)
    ]

    def weight(stretch: tuple[date, date]) -> float:
        count = sum(stretch[0] <= day < stretch[1] for day in exact)
        return ONE + EACH * (count - 1) if count else EMPTY

    weights = [weight(stretch) for stretch in stretches]
    before = sum(w for w, (start, _end) in zip(weights, stretches, strict=True) if start < cut)
    share = before / sum(weights)
    room = min(max(share, CUT_ROOM), 1 - CUT_ROOM)
    edges = [0.0]
    for w, (start, _end) in zip(weights, stretches, strict=True):
        part = room * w / before if start < cut else (1 - room) * w / (sum(weights) - before)
        edges.append(edges[-1] + part * width)

    def place(day: date) -> float:
        for (start, end), left, right in zip(stretches, edges, edges[1:], strict=False):
            if day < end:
                return left + (right - left) * max(0, (day - start).days) / (end - start).days
        return edges[-1]

    return place, stretches


Room = tuple[float, float]  # from and to, in pixels


def _packed(
    marks: Sequence[Placed],
    rooms: Sequence[Callable[[Placed], Room]],
    told: Container[str] = (),
    most: Mapping[str, int] | None = None,
) -> list[tuple[int, int]]:
    """Return for each mark the row of its lane in which it has room, and which of its rooms.

    All but the last of the rooms are given up where they would need more rows than a lane has for
    words (`most`, or `ROWS`), or more than it has anyway. Events that the story tells (`told`)
    choose first.
    """
    taken: dict[tuple[str, int], dict[int, Room]] = {}
    found: dict[int, tuple[int, int]] = {}

    def put(mark: Placed, tries: Iterable[tuple[int, int]]) -> None:
        for row, n in tries:
            room = rooms[n](mark)
            others = taken.setdefault((mark.lane, row), {})
            if all(b <= room[0] or room[1] <= a for a, b in others.values()):
                if mark.number in found:
                    del taken[mark.lane, found[mark.number][0]][mark.number]
                others[mark.number], found[mark.number] = room, (row, n)
                return

    last = len(rooms) - 1
    for mark in sorted(marks, key=lambda mark: mark.event["event_id"] not in told):
        lines = (most or {}).get(mark.lane, ROWS)
        in_words = ((row, n) for n in range(last) for row in range(lines))
        put(mark, (*in_words, *((row, last) for row in range(len(marks)))))
    heights = {m.lane: 0 for m in marks}
    for mark in marks:
        heights[mark.lane] = max(heights[mark.lane], 1 + found[mark.number][0])
    for mark in marks:
        if found[mark.number][1] == last:
            put(mark, ((row, n) for n in range(last) for row in range(heights[mark.lane])))
    return [found[mark.number] for mark in marks]


def _low(
    marks: Sequence[Placed], rooms: Sequence[Callable[[Placed], Room]], told: Container[str]
) -> list[tuple[int, int]]:
    """Return the same with at most `MOST_ROWS` rows in all, as far as numbers for words help.

    Step by step the lane gives up a line of words that saves most rows, and then fewest words.
    """

    def rows(found: Sequence[tuple[int, int]]) -> int:
        pairs = list(zip(marks, found, strict=True))
        return sum(max(row for m, (row, _n) in pairs if m.lane == one) + 1 for one in lanes)

    def cost(found: Sequence[tuple[int, int]]) -> tuple[int, int]:
        return max(rows(found), MOST_ROWS), sum(n == len(rooms) - 1 for _row, n in found)

    lanes = list(dict.fromkeys(mark.lane for mark in marks))
    most = dict.fromkeys(lanes, ROWS)
    found = _packed(marks, rooms, told, most)
    while rows(found) > MOST_ROWS and any(most.values()):
        fewer = [most | {one: most[one] - 1} for one in lanes if most[one]]
        most = min(fewer, key=lambda one: cost(_packed(marks, rooms, told, one)))
        found = _packed(marks, rooms, told, most)
    return found


def _day(row: Mapping[str, str]) -> date | None:
    """Return an event's day, if it has one."""
    return first_day(row["date_start"]) if row["precision"] == Precision.DAY else None


def _between(rows: Sequence[Mapping[str, str]], n: int, cut: date) -> tuple[date, date]:
    """Return the days between which an event came that has none, by the article's order.

    What is told before and after it counts as far as its date is finer.
    """
    start, stop = _span(rows[n], cut)
    rough = FINE.index(rows[n]["precision"])
    finer = [FINE.index(row["precision"]) < rough for row in rows]
    before = (last_day(row["date_start"]) for row in compress(rows[:n], finer[:n]))
    after = max((day for day in before if start <= day < stop), default=start)
    then = (first_day(row["date_start"]) for row in compress(rows[n:], finer[n:]))
    return after, min((day for day in then if after < day < stop), default=stop)


def _in_time(
    rows: Sequence[Mapping[str, str]], cut: date, place: Callable[[date], float], end: float
) -> list[Placed]:
    """Return the events in the order of time, each where it is drawn."""
    spans = {n: _between(rows, n, cut) for n, row in enumerate(rows) if not _day(row)}
    alike: dict[tuple[object, ...], list[int]] = {}  # no more is known of their order in time
    for n, span in spans.items():
        alike.setdefault((rows[n]["phase"], *span), []).append(n)
    found: list[tuple[float, str, Mapping[str, str]]] = []
    for n, row in enumerate(rows):
        if not _dated(row, cut):
            found.append((end + 0.02, "undated", row))
        elif day := _day(row):
            found.append((place(day), "day", row))
        else:
            same = alike[row["phase"], *spans[n]]
            left, right = map(place, spans[n])
            share = (1 + same.index(n)) / (1 + len(same))
            found.append((left + (right - left) * share, "span", row))
    found.sort(key=lambda one: (one[2]["phase"] == "after", one[0]))
    return [
        Placed(row, number, at, row["phase"] == "after", kind)
        for number, (at, kind, row) in enumerate(found, 1)
    ]


def _room(mark: Placed, width: float, label: float, *, flipped: bool) -> Room:
    """Return what a mark and its label take of its row."""
    at = mark.at * width
    return (at - label, at + 8) if flipped else (at - 8, at + label)


def placed(case: str) -> Line:
    """Return the events of a crisis on a line of time.

    Parameters
    ----------
    case : str
        A crisis of section 4 with a cut-off.

    Examples
    --------
    >>> line = placed("belarus_2020")
    >>> [mark.event["short"] for mark in line.marks if mark.lane == "domestic"][:2]
    ['Election', 'Declared winner']
    """
    rows = [row for row in events(case) if row["phase"]]
    cut = cut_off(rows)
    undated = any(not _dated(row, cut) for row in rows)
    end = 1 - UNDATED if undated else 0.97
    place, stretches = _scale(rows, cut, end)
    edge = place(cut) - 0.012
    # the article tells a year's events in an order of its own
    rows.sort(key=lambda row: row["date_start"][:4])
    marks = _in_time(rows, cut, place, end)
    marks = [
        replace(mark, at=mark.at if mark.later else min(mark.at, edge - 0.01)) for mark in marks
    ]
    told = {name for line in lines(case, Part.BEFORE) for name in line.events}
    labels = {mark.number: LETTER * len(mark.event["short"]) + MARK for mark in marks}

    def border(mark: Placed) -> float:
        return 1 if mark.later else edge

    def flips(mark: Placed, width: float, label: float) -> bool:
        at = mark.at * width
        return at + label > border(mark) * width and at - label >= 0

    def in_words(mark: Placed) -> Room:
        label = labels[mark.number]
        return _room(mark, WIDE, label, flipped=flips(mark, WIDE, label))

    def as_number(width: float) -> Callable[[Placed], Room]:
        return lambda m: _room(m, width, NUMBER, flipped=flips(m, width, NUMBER))

    wide = _low(marks, [in_words, as_number(WIDE)], told)
    narrow = _packed(marks, [as_number(NARROW)])
    months = [(first, place(first), place(last)) for first, last in stretches]
    joined = [
        (month, min(m[1] for m in same), max(m[2] for m in same))
        for month, group in groupby(months, key=lambda one: one[0].replace(day=1))
        for same in [list(group)]
    ]
    found = (
        replace(
            mark,
            row=row,
            worded=not numbered,
            flipped=flips(mark, WIDE, NUMBER if numbered else labels[mark.number]),
            narrow_row=narrow_row,
            narrow_flipped=flips(mark, NARROW, NUMBER),
        )
        for mark, (row, numbered), (narrow_row, _n) in zip(marks, wide, narrow, strict=True)
    )
    return Line(tuple(found), edge, end, tuple(joined))


LANE_ORDER = tuple(LANES)
