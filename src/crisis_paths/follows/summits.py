"""The summits of the Central Asian states, from October 2022 to September 2023.

The article names summits with Russia, the EU, the United States and Germany (section 5,
paragraph 2). Their days come from public sources, and so does the summit with China, which it
does not name.

Examples
--------
>>> [summit.partner.value for summit in SUMMITS if summit.event is None]
['china']
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from crisis_paths.i18n import _
from crisis_paths.tables.dates import first_day
from crisis_paths.tables.reading import rows
from crisis_paths.words import Choice


class Partner(Choice):
    """With whom the Central Asian states met, or as whom several are counted."""

    RUSSIA = "russia"
    EU = "eu"
    US = "us"
    GERMANY = "germany"
    CHINA = "china"
    WEST = "west"

    @property
    def label(self) -> str:
        """The partner as a reader sees it."""
        return {
            Partner.RUSSIA: _("Russia"),
            Partner.EU: _("the EU"),
            Partner.US: _("the United States"),
            Partner.GERMANY: _("Germany"),
            Partner.CHINA: _("China"),
            Partner.WEST: _("the West"),
        }[self]


@dataclass(frozen=True, slots=True)
class Summit:
    """A meeting of Central Asian leaders with a partner.

    Attributes
    ----------
    partner : Partner
        With whom.
    event : mapping or None
        The article's words for it, a row of ``events``; None if the article does not name it.
    check : mapping
        What public sources say, a row of ``checks``.
    """

    partner: Partner
    event: Mapping[str, str] | None
    check: Mapping[str, str]

    @property
    def day(self) -> date:
        """The day on which it began, by public sources."""
        return first_day(self.check["found_date"])


def _summits() -> tuple[Summit, ...]:
    events = {row["event_id"]: row for row in rows("events")}
    checks = {row["check_id"]: row for row in rows("checks")}
    found = (
        (Partner.RUSSIA, "ca-russia-first-summit", "ca-russia"),
        (Partner.EU, "ca-eu-two-summits", "kz-eu-summit"),
        (Partner.EU, "ca-eu-two-summits", "ca-eu-2023"),
        (Partner.US, "ca-us-first-summit", "ca-usa"),
        (Partner.GERMANY, "ca-germany-first-summit", "ca-germany"),
        (Partner.CHINA, None, "ca-china"),
    )
    summits = [Summit(who, event and events[event], checks[check]) for who, event, check in found]
    return tuple(sorted(summits, key=lambda summit: summit.day))


SUMMITS: tuple[Summit, ...] = _summits()
