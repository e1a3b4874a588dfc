"""Who is who in the crises: people with their office then, and the organisations.

Examples
--------
>>> [person.name for person in people("kyrgyzstan_2020")]
['Sadyr Japarov', 'Sooronbay Jeenbekov', 'Vladimir Putin']
>>> organisations()["CSTO"].name
'Collective Security Treaty Organization'
"""

from collections.abc import Mapping
from dataclasses import dataclass

from crisis_paths.framework.cases import TABLE_2
from crisis_paths.given import one_of
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.tables.sources import Source, sources_in


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a crisis.

    Attributes
    ----------
    name, office, part : str
        Who, in which office then, and with what part in the crisis.
    since, until : str
        The time in office, no more exactly than the source says; empty where no date was seen.
    section : str
        Where the article names the person in this crisis; empty where it does not.
    sources : tuple of Source
        Who says so.
    """

    name: str
    office: str
    since: str
    until: str
    part: str
    section: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that the stories name.

    Attributes
    ----------
    short, name, what : str
        What the pages call it, its full name, and half a line on what it is.
    sources : tuple of Source
        Who says so.
    """

    short: str
    name: str
    what: str
    sources: tuple[Source, ...]


def people(case: str) -> tuple[Person, ...]:
    """Return who is who in a crisis, in the order of the table.

    Parameters
    ----------
    case : str
        A crisis of Table 2.

    Raises
    ------
    CrisisPathsError
        If Table 2 has no such crisis.
    """
    sentence = _("There is no crisis {got} in Table 2; there are: {known}.")
    case = one_of("case", case, TABLE_2, sentence)
    words = ("name", "office", "since", "until", "part", "section")
    return tuple(
        Person(*(row[word] for word in words), sources_in(row))
        for row in rows("people")
        if row["case"] == case
    )


def organisations() -> Mapping[str, Organisation]:
    """Return the organisations by what the pages call them."""
    words = ("short", "name", "what")
    return {
        row["short"]: Organisation(*(row[word] for word in words), sources_in(row))
        for row in rows("organisations")
    }
