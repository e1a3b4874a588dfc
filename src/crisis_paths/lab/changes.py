"""Which single recodings of somebody's cases would change the formulas.

Each coding of each case is flipped, one at a time, and the shortest formulas are asked for anew:
those that suppose nothing of combinations without a case, and those that suppose anything. That a
formula survives does not make it true; that it breaks says how much hangs on one judgement.

Examples
--------
>>> from crisis_paths.lab.own_cases import read
>>> pair = read("case,STORM,SANK\\nAnna,1,1\\nBerta,0,0\\nClara,0,0\\n")
>>> for change in changes(pair).found:
...     print(change)
Anna, STORM from yes to no: nothing is left to explain
Anna, SANK from yes to no: nothing is left to explain
Berta, STORM from no to yes: nothing is left to explain
Clara, STORM from no to yes: nothing is left to explain
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic

from crisis_paths.errors import CrisisPathsError
from crisis_paths.given import a, flag
from crisis_paths.i18n import _
from crisis_paths.lab.own_cases import OwnCases
from crisis_paths.qca.boolean import Cube, minimise, values
from crisis_paths.qca.formulas import Product

SECONDS = 2.0  # that recodings are tried for; five conditions and thirty cases take a part of it
Formulas = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A recoding that changes a formula.

    Attributes
    ----------
    case, name : str
        The case, and the set.
    now : bool
        Whether the case is in the set once it is recoded.
    conservative, parsimonious : tuple of str
        Every formula that then ties; none where nothing is left to explain, or too many tie.
    contradicts : bool
        Whether a row then holds cases of both kinds that did not before.
    """

    case: str
    name: str
    now: bool
    conservative: Formulas
    parsimonious: Formulas
    contradicts: bool

    def __str__(self) -> str:
        """Write the recoding, and what the formulas then are."""
        says = _("{case}, {name} from {before} to {after}: {formulas}")
        words = (_("no"), _("yes"))
        return says.format(
            case=self.case,
            name=self.name,
            before=words[not self.now],
            after=words[self.now],
            formulas=self.formulas,
        )

    @property
    def formulas(self) -> str:
        """What the formulas then are, in a line."""
        if not self.conservative:
            return _("nothing is left to explain")
        tied = _(" or ")
        near, short = tied.join(self.conservative), tied.join(self.parsimonious)
        if not short:
            return _("{near}; too many short ones tie").format(near=near)
        if near == short:
            return near
        return _("{near}; shortest {short}").format(near=near, short=short)


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of the recodings.

    Attributes
    ----------
    found : tuple of Change
        Those that change a formula, in the order of the table.
    tried, untried : int
        How many were tried, and for how many there was no time.
    """

    found: tuple[Change, ...]
    tried: int
    untried: int


@dataclass(frozen=True, slots=True)
class _Counted:
    """How many cases with the outcome, and without it, stand in each row of the truth table."""

    having: tuple[int, ...]
    lacking: tuple[int, ...]

    def moved(self, row: int, having: bool, to: int, becomes: bool) -> "_Counted":
        counts = {True: list(self.having), False: list(self.lacking)}
        counts[having][row] -= 1
        counts[becomes][to] += 1
        return _Counted(tuple(counts[True]), tuple(counts[False]))

    @property
    def positive(self) -> frozenset[int]:
        return frozenset(n for n, k in enumerate(self.having) if k and not self.lacking[n])

    @property
    def remainders(self) -> frozenset[int]:
        both = enumerate(zip(self.having, self.lacking, strict=True))
        return frozenset(n for n, pair in both if not any(pair))

    @property
    def contradictory(self) -> frozenset[int]:
        both = enumerate(zip(self.having, self.lacking, strict=True))
        return frozenset(n for n, pair in both if all(pair))


def changes(cases: OwnCases, value: bool = True, *, seconds: float = SECONDS) -> Tried:
    """Return the single recodings that would change the formulas.

    Parameters
    ----------
    cases : OwnCases
        The cases.
    value : bool, default True
        Whether the outcome's presence is explained, or its absence.
    seconds : float
        After how long no further recoding is tried.

    Notes
    -----
    As in :func:`crisis_paths.qca.solving.solve` by default, a row with cases of both kinds counts
    as one without what is to be explained.
    """
    cases = a("cases", cases, OwnCases, _("cases as they were read"))
    value, end = flag("value", value), monotonic() + seconds
    width, seen, written = len(cases.conditions), {}, {}

    def formulas(counted: _Counted) -> tuple[Formulas, Formulas]:
        key = counted.positive, counted.remainders
        if key not in seen:
            seen[key] = tuple(
                tuple(_told(cases.conditions, key[0], free, written))
                for free in (frozenset(), key[1])
            )
        return seen[key]

    start = _counted(cases, value)
    before, found, tried = formulas(start), [], 0
    for row in cases.rows:
        at, has = _place(row.values), row.values[-1] is value
        for n, name in enumerate(cases.sets):
            if monotonic() > end:
                continue
            tried += 1
            to = at if n == width else at ^ 1 << width - 1 - n
            then = start.moved(at, has, to, has != (n == width))
            after = formulas(then)
            if after != before:
                torn = bool(then.contradictory - start.contradictory)
                found.append(Change(row.case, name, not row.values[n], *after, torn))
    return Tried(tuple(found), tried, len(cases.rows) * (width + 1) - tried)


def _place(among: tuple[bool, ...]) -> int:
    """Return the row of a case's conditions, as a number; the outcome stands last."""
    place = 0
    for held in among[:-1]:
        place = 2 * place + held
    return place


def _counted(cases: OwnCases, value: bool) -> _Counted:
    rows = range(2 ** len(cases.conditions))
    at = [(_place(row.values), row.values[-1] is value) for row in cases.rows]
    return _Counted(
        tuple(at.count((row, True)) for row in rows), tuple(at.count((row, False)) for row in rows)
    )


def _told(
    conditions: Sequence[str],
    positive: frozenset[int],
    free: frozenset[int],
    written: dict[Cube, str],
) -> Iterator[str]:
    """Yield the formulas that tie, as they are written; none where there is nothing to explain."""
    if not positive:
        return
    width = len(conditions)
    try:
        covers = minimise(width, positive, free)
    except CrisisPathsError:  # far too many tie
        return
    for cover in covers:
        for cube in cover:
            if cube not in written:  # most formulas are made of the same few products
                asked = zip(conditions, values(cube, width), strict=True)
                written[cube] = str(Product.of(asked))
        yield " + ".join(written[cube] for cube in cover)
