"""Chapter 4: who is who in a crisis, and what the organisations are."""

import re
from collections.abc import Iterable

from markupsafe import Markup

from crisis_paths.cases.people import Organisation, Person, organisations, people
from crisis_paths.cases.stories import Part, lines
from crisis_paths.i18n import _
from crisis_paths.views.cases.stories import SIGN, sign
from crisis_paths.views.kit.dates import in_words
from explorers.outputs import Page, joined, table
from explorers.parts import folded


def in_office(person: Person) -> str:
    """Return the office with its time, as far as a date was seen.

    Parameters
    ----------
    person : Person
        Somebody in a crisis.

    Examples
    --------
    >>> in_office(people("belarus_2020")[0])
    'President of Belarus since 1994'
    """
    since, until = (in_words(day) if day else "" for day in (person.since, person.until))
    office = _(person.office)
    if since and until:
        return _("{office}, {since} to {until}").format(office=office, since=since, until=until)
    if since:
        return _("{office} since {since}").format(office=office, since=since)
    if until:
        return _("{office} until {until}").format(office=office, until=until)
    return office


def who_is_who(*cases: str) -> Page:
    """Return the people of one crisis or more, with their office then and their part in it.

    Parameters
    ----------
    *cases : str
        Crises of Table 2. Somebody in two of them is listed once, with both parts.

    Examples
    --------
    >>> print(who_is_who("kyrgyzstan_2020").text.splitlines()[1])
    Sooronbay Jeenbekov, President of Kyrgyzstan, 2017 to 15 October 2020. Resigned after ten days \
of unrest.
    """
    found: dict[str, list[Person]] = {}
    for case in cases:
        for who in people(case):
            found.setdefault(who.name, []).append(who)
    item = Markup("<li><strong>{name}</strong>, {office}{sign}. {part}</li>")
    listed, text = [], []
    for name, (who, *again) in found.items():
        part = " ".join(_(one.part) for one in (who, *again))
        office = in_office(who)
        listed.append(item.format(name=name, office=office, sign=sign(who.sources[0]), part=part))
        text.append(f"{name}, {office}. {part}")
    named = dict.fromkeys(one for case in cases for one in _named_in(case))
    return Page(
        Markup('<ul class="people">{}</ul>').format(joined(listed)) + _folded_organisations(named),
        "\n".join(text),
    )


def _named_in(case: str) -> tuple[Organisation, ...]:
    """Return the organisations that the stories of a crisis name."""
    told = " ".join(line.text for part in Part for line in lines(case, part))
    return tuple(
        found
        for short, found in organisations().items()
        if re.search(rf"\b{re.escape(short)}\b", told)
    )


def _folded_organisations(found: Iterable[Organisation]) -> Markup:
    cell = Markup("{what}{sign}")
    rows = (
        (one.short, cell.format(what=_spelled_out(one), sign=sign(one.sources[0]))) for one in found
    )
    heads = (_("Organisation"), _("What it is"))
    return folded(_("The organisations"), table(heads, rows, cards=False))


def _spelled_out(one: Organisation) -> str:
    """Say what an organisation is, after its full name if the pages call it by a shorter one."""
    if one.name == one.short:
        return _(one.what)
    return _("{name}: {what}").format(name=_(one.name), what=_(one.what))


def the_organisations() -> Page:
    """Return every organisation that the stories name, with half a line on each, in a fold.

    Examples
    --------
    >>> the_organisations().text.splitlines()[0]
    'EU: European Union, a union of 27 states of Europe°'
    """
    found = tuple(organisations().values())
    text = (f"{one.short}: {one.name}, {one.what}{SIGN}" for one in found)
    return Page(_folded_organisations(found), "\n".join(text))
