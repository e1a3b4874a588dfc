"""The article paragraph by paragraph: what each is about, and where this book teaches it.

Beside the paragraphs stand the plain statements, which speak for what no rule, event or number
says, and the few sentences that no table speaks for, with the reason.

Examples
--------
>>> [paragraph.place for paragraph in of_section("2.2.3")]
['paragraph 1', 'paragraph 2']
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from crisis_paths.framework.concordance import entry
from crisis_paths.framework.rules import Standing
from crisis_paths.tables.reading import rows


@dataclass(frozen=True, slots=True)
class Statement:
    """A plain claim of the article, in our words.

    Attributes
    ----------
    id : str
        Its name, lower-case words joined by hyphens.
    text : str
        What the article says.
    standing : Standing
        Stated, or reconstructed from several places.
    anchor : str
        At most 12 characters of the Chinese text, which stand in it exactly once.
    """

    id: str
    text: str
    standing: Standing
    anchor: str


@dataclass(frozen=True, slots=True)
class Unstated:
    """A sentence, or a piece of one, that no table speaks for.

    Attributes
    ----------
    where : str
        Characters by which to find it in the text.
    section, place : str
        Where it stands.
    kind : str
        ``"split"``, ``"mark"`` or ``"signpost"``.
    reason : str
        Why it has no row.
    """

    where: str
    section: str
    place: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article.

    Attributes
    ----------
    section, place : str
        Where it stands: ``"2.1"``, ``"paragraph 3"``.
    begins : str
        The characters with which it begins.
    about : str
        What it is about, in a few words.
    chapters : tuple of str
        The files of the chapters that teach it.
    statements : tuple of Statement
        What it says that no other table does.
    """

    section: str
    place: str
    begins: str
    about: str
    chapters: tuple[str, ...]
    statements: tuple[Statement, ...]


def _statement(row: Mapping[str, str]) -> Statement:
    return Statement(
        row["statement_id"], row["statement"], Standing(row["standing"]), row["anchor"]
    )


@lru_cache
def paragraphs() -> tuple[Paragraph, ...]:
    """Return every paragraph, in the order of the article.

    Examples
    --------
    >>> paragraphs()[-1].section
    '5'
    """
    said = [((row["section"], row["place"]), _statement(row)) for row in rows("statements")]
    return tuple(
        Paragraph(
            section=row["section"],
            place=row["place"],
            begins=row["begins"],
            about=row["about"],
            chapters=tuple(row["chapters"].split("; ")),
            statements=tuple(one for at, one in said if at == (row["section"], row["place"])),
        )
        for row in rows("paragraphs")
    )


def of_section(section: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a section.

    Parameters
    ----------
    section : str
        As for :func:`crisis_paths.framework.concordance.entry`; the second article, of which the
        abstract alone is at hand, has none.

    Raises
    ------
    CrisisPathsError
        If the article has no such section; the message lists those it has.
    """
    wanted = entry(section).section
    return tuple(paragraph for paragraph in paragraphs() if paragraph.section == wanted)


def unstated() -> tuple[Unstated, ...]:
    """Return the sentences that no table speaks for, in the order of the article.

    Examples
    --------
    >>> sorted({one.kind for one in unstated()})
    ['mark', 'signpost', 'split']
    """
    return tuple(Unstated(**row) for row in rows("unstated"))
