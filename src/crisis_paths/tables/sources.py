"""The sources of the facts checked: whose pages they are, and of which kind.

A fact that the book holds against the article stands in ``checks`` with its sources; a source
with an address belongs to one of the ``outlets``. An outlet that is not listed there (a site that
gathers other people's news, an encyclopaedia that anybody may edit) is no source.

Examples
--------
>>> [source.kind.value for source in sources_of("ua22-charter")]
['official']
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest
from urllib.parse import urlsplit

from crisis_paths.given import a, one_of
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows

_BETWEEN = "; "


class Kind(StrEnum):
    """The kind of an outlet."""

    OFFICIAL = "official"
    AGENCY = "agency"
    SCHOLARLY = "scholarly"
    PRESS = "press"

    @property
    def label(self) -> str:
        """The kind as a reader sees it."""
        return {
            Kind.OFFICIAL: _("official"),
            Kind.AGENCY: _("news agency"),
            Kind.SCHOLARLY: _("scholarly"),
            Kind.PRESS: _("press"),
        }[self]


@dataclass(frozen=True, slots=True)
class Source:
    """A source of a fact checked.

    Attributes
    ----------
    name : str
        What it is.
    address : str
        Where it stands; empty for a source that has no address.
    kind : Kind or None
        Of which kind its outlet is; None if it has no address or its outlet is not listed.
    """

    name: str
    address: str
    kind: Kind | None


def kind_of(address: str) -> Kind | None:
    """Return the kind of the outlet behind an address; None if ``outlets`` does not list it.

    Raises
    ------
    CrisisPathsError
        If the address is no text.

    Examples
    --------
    >>> kind_of("https://www.tass.com/world/1")
    <Kind.AGENCY: 'agency'>
    >>> kind_of("https://nottass.com/world/1") is None
    True
    """
    address = a("address", address, str, _("an address"))
    host = f".{(urlsplit(address).hostname or '').rstrip('.')}"
    found = [row["kind"] for row in rows("outlets") if host.endswith(f".{row['host']}")]
    return Kind(found[0]) if found else None


def sources_in(check: Mapping[str, str]) -> tuple[Source, ...]:
    """Return the sources that a row of ``checks`` names, in their order."""
    names, addresses = (check[key].split(_BETWEEN) for key in ("source", "url_or_citation"))
    if not check["url_or_citation"].startswith("http"):
        citation = ". ".join(filter(None, (check["source"], check["url_or_citation"])))
        return (Source(citation, "", None),) if citation else ()
    pairs = zip_longest(names, addresses, fillvalue="")
    return tuple(Source(name, address, kind_of(address)) for name, address in pairs)


def sources_of(check_id: str) -> tuple[Source, ...]:
    """Return the sources of a fact checked.

    Raises
    ------
    CrisisPathsError
        If there is no such check.

    Examples
    --------
    >>> sources_of("re-heading")[0].address
    ''
    """
    checks = {row["check_id"]: row for row in rows("checks")}
    sentence = _("There is no check {got}; there are: {known}.")
    return sources_in(checks[one_of("check", check_id, checks, sentence)])
