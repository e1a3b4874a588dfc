"""The article's main facts held against public sources."""

from collections.abc import Mapping

from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.tables.sources import sources_in
from crisis_paths.views.kit.dates import in_words
from explorers.outputs import Page, joined, table

VERDICTS = ("differs", "unconfirmed", "agrees")


def _source(check: Mapping[str, str]) -> Markup | str:
    """Return the sources in their order, each a link with its kind, and the day they were seen."""
    link = Markup('<a href="{address}">{name}</a> ({kind})')
    shown = joined(
        (
            link.format(address=source.address, name=source.name, kind=source.kind.label)
            if source.kind
            else source.name
            for source in sources_in(check)
        ),
        "; ",
    )
    if not check["seen"]:
        return shown
    seen = _("seen {day}").format(day=in_words(check["seen"]))
    return Markup("{shown}<br><small>{seen}</small>").format(shown=shown, seen=seen)


def checks(verdict: str) -> Page:
    """Return the facts with this verdict: what is printed, what was found, and where.

    Parameters
    ----------
    verdict : {"differs", "unconfirmed", "agrees"}
        How the article and the public sources compare.

    Raises
    ------
    CrisisPathsError
        If there is no such verdict.

    Examples
    --------
    >>> "candidate" in checks("differs").text
    True
    """
    if verdict not in VERDICTS:
        raise CrisisPathsError(
            _("There is no verdict {verdict!r}; there are: {known}.").format(
                verdict=verdict, known=", ".join(VERDICTS)
            )
        )
    facts = [check for check in rows("checks") if check["verdict"] == verdict]
    note = Markup("{found}<br><small>{note}</small>")
    return Page(
        table(
            (_("What is checked"), _("The article prints"), _("Found"), _("Source")),
            (
                (
                    _(check["claim"]),
                    _(check["printed"]),
                    note.format(found=_(check["found"]), note=_(check["note"]))
                    if check["note"]
                    else _(check["found"]),
                    _source(check),
                )
                for check in facts
            ),
            kind="checks",
        ),
        "\n".join(
            " | ".join((check["claim"], check["printed"], check["found"], check["source"]))
            for check in facts
        ),
    )
