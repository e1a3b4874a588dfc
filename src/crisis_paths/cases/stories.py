"""The crises told as stories: lines that rest on the article’s events, and on background.

The article carries most of what a line tells, as events. What it does not carry is background: a
fact with a source of its own, named in braces behind the words that rest on it.

Examples
--------
>>> first = lines("belarus_2020", Part.BEFORE)[0]
>>> first.when, first.facts
('January to June 2020', ('by-bg-country',))
>>> backing("by-bg-country").sources[0].name
'Columbia Electronic Encyclopedia, Belarus'
"""

import re
from dataclasses import dataclass

from crisis_paths.framework.cases import TABLE_2
from crisis_paths.given import one_of
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.tables.sources import Source, sources_in
from crisis_paths.words import Choice

NAMED = re.compile(r"\{([a-z0-9-]+)\}")


class Part(Choice):
    """A telling of a crisis."""

    SHORT = "short"
    BEFORE = "before"
    AFTER = "after"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a story.

    Attributes
    ----------
    when, text : str
        When it happened, and what; the text names in braces the facts behind it.
    events : tuple of str
        The events of the article that it tells.
    """

    when: str
    text: str
    events: tuple[str, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The names of the facts on which it rests beside the article, in their order."""
        return tuple(NAMED.findall(self.text))


@dataclass(frozen=True, slots=True)
class Backing:
    """A fact that the article does not carry, and where it was seen.

    Attributes
    ----------
    id, text : str
        Its name, and what it says.
    sources : tuple of Source
        Who says so.
    seen : str
        The day on which the sources were seen.
    """

    id: str
    text: str
    sources: tuple[Source, ...]
    seen: str


def lines(case: str, part: Part | str) -> tuple[Line, ...]:
    """Return the lines of a telling, in their order; none where a crisis is not told so.

    Parameters
    ----------
    case : str
        A crisis of Table 2.
    part : Part or str
        Which telling.

    Raises
    ------
    CrisisPathsError
        If Table 2 has no such crisis, or if there is no such telling.
    """
    sentence = _("There is no crisis {got} in Table 2; there are: {known}.")
    case, part = one_of("case", case, TABLE_2, sentence), Part(part)
    return tuple(
        Line(row["when"], row["text"], tuple(row["events"].split()))
        for row in rows("stories")
        if (row["case"], row["part"]) == (case, part)
    )


def backing(fact: str) -> Backing:
    """Return a fact on which a story rests: background, or a fact of the article checked.

    Parameters
    ----------
    fact : str
        Its name in ``background`` or in ``checks``.

    Raises
    ------
    CrisisPathsError
        If neither table has it.
    """
    known = {row["background_id"]: (row, row["text"]) for row in rows("background")}
    known |= {row["check_id"]: (row, f"{row['claim']}: {row['found']}.") for row in rows("checks")}
    row, text = known[one_of("fact", fact, known, _("There is no fact {got}."))]
    return Backing(fact, text, sources_in(row), row["seen"])


def elsewhere() -> tuple[Backing, ...]:
    """Return what is known of the region’s other crises since 2020, which the article leaves out.

    Examples
    --------
    >>> len(elsewhere())
    3
    """
    found = (row["background_id"] for row in rows("background") if row["case"] == "regional")
    return tuple(map(backing, found))
