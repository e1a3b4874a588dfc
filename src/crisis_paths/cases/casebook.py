"""The case files of section 4: what is dated, and what speaks for and against each coding.

A coding is the article's; the evidence behind it is stated there or inferred from it. Nothing
here weighs evidence: it counts what would be left without an item, and asks the framework what
would follow if a coding were flipped.

Examples
--------
>>> left = without("belarus_2020", "control", "by-loan")
>>> len(left.for_), len(left.against)
(2, 3)
>>> recoded("belarus_2020", "balance").outcome
<Outcome.MANAGEABLE: 'manageable'>
"""

from collections.abc import Mapping
from dataclasses import dataclass

from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.rules import Standing
from crisis_paths.framework.variables import Balance, Control
from crisis_paths.given import one_of
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows

PHASES = ("", "before", "after")
DIMENSIONS = tuple(dict.fromkeys(row["dimension"] for row in rows("codings")))
VARIABLES: Mapping[str, type[Balance] | type[Control]] = {"balance": Balance, "control": Control}


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of evidence for or against a coding.

    Attributes
    ----------
    id, label, evidence, section, anchor : str
        Its name, a few words to find it by, what it says, and where it stands.
    supports : bool
        Whether it speaks for the coding.
    stated : bool
        Whether the article itself uses it so; otherwise the inference is ours.
    """

    id: str
    label: str
    evidence: str
    supports: bool
    stated: bool
    section: str
    anchor: str

    @property
    def short(self) -> str:
        """A few words to find it by, in the reader's language; ours."""
        return _(self.label)

    @property
    def text(self) -> str:
        """What it says, in the reader's language."""
        return _(self.evidence)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that speaks for and against one coding.

    Attributes
    ----------
    for_, against : tuple of Item
        The items of either side, in the order of the table.
    """

    for_: tuple[Item, ...]
    against: tuple[Item, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items: those for the coding, then those against it."""
        return self.for_ + self.against


def _known(case: str) -> str:
    sentence = _("There is no crisis {got} in Table 2; there are: {known}.")
    return one_of("case", case, TABLE_2, sentence)


def events(case: str, phase: str = "") -> tuple[dict[str, str], ...]:
    """Return what the article dates in this crisis, in its order.

    Parameters
    ----------
    case : str
        A crisis of Table 2.
    phase : {"", "before", "after"}
        Only what was known before the turning point, or only what came after; all by default.

    Raises
    ------
    CrisisPathsError
        If Table 2 has no such crisis, or the phase is none of these.
    """
    case, phase = _known(case), one_of("phase", phase, PHASES)
    return tuple(
        row for row in rows("events") if row["case"] == case and phase in ("", row["phase"])
    )


def evidence(case: str, dimension: str) -> Evidence:
    """Return what speaks for and against a coding.

    Parameters
    ----------
    case : str
        A crisis of Table 2.
    dimension : str
        What is coded: ``"balance"``, ``"control"``, ``"turmoil"``, ``"outcome"``,
        ``"external_intervention"`` or ``"hegemon_intervention"``.

    Raises
    ------
    CrisisPathsError
        If Table 2 has no such crisis, or nothing of the kind is coded.
    """
    case, dimension = _known(case), one_of("dimension", dimension, DIMENSIONS)
    found = [
        Item(
            id=row["coding_id"],
            label=row["short"],
            evidence=row["evidence"],
            supports=row["direction"] == "for",
            stated=row["standing"] == Standing.STATED,
            section=row["section"],
            anchor=row["anchor"],
        )
        for row in rows("codings")
        if row["case"] == case and row["dimension"] == dimension
    ]
    return Evidence(
        tuple(item for item in found if item.supports),
        tuple(item for item in found if not item.supports),
    )


def without(case: str, dimension: str, *items: str) -> Evidence:
    """Return the evidence that is left when these items are taken away.

    Parameters
    ----------
    case, dimension : str
        As in :func:`evidence`.
    *items : str
        The items’ ids; none takes nothing away.

    Raises
    ------
    CrisisPathsError
        As :func:`evidence`, or if the coding does not rest on such an item.
    """
    whole = evidence(case, dimension)
    known = [found.id for found in whole.items]
    gone = {one_of("items", item, known) for item in items}
    return Evidence(
        tuple(found for found in whole.for_ if found.id not in gone),
        tuple(found for found in whole.against if found.id not in gone),
    )


def recoded(case: str, *dimensions: str) -> CrisisPath:
    """Return the path that would follow if these codings were flipped.

    Parameters
    ----------
    case : str
        A crisis of Table 2.
    *dimensions : {"balance", "control"}
        What to flip; nothing for the article's own codings.

    Raises
    ------
    CrisisPathsError
        If Table 2 has no such crisis, or there is no such variable.
    """
    coded = TABLE_2[_known(case)]
    values = {name: getattr(coded, name) for name in VARIABLES}
    for name in {one_of("dimension", name, VARIABLES) for name in dimensions}:
        values[name] = values[name].other
    return predict(**values, turmoil=coded.turmoil)


def means(case: str) -> dict[str, tuple[dict[str, str], ...]]:
    """Sort what the article dates in this crisis by the means that the hegemon used.

    Only what names a means is there; the sorting is ours.

    Raises
    ------
    CrisisPathsError
        If Table 2 has no such crisis.

    Examples
    --------
    >>> [event["event_id"] for event in means("ukraine_2022")["military_operation"]]
    ['ua22-operation']
    """
    found: dict[str, list[dict[str, str]]] = {}
    for row in events(case):
        if row["means"]:
            found.setdefault(row["means"], []).append(row)
    return {name: tuple(listed) for name, listed in found.items()}
