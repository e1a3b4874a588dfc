"""Chapter 4: the evidence behind a coding, item by item, for and against."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from crisis_paths.cases.casebook import evidence
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from explorers.outputs import Page, joined
from explorers.parts import folded

LABELS: Mapping[str, Callable[[], str]] = {
    "turmoil": lambda: _("Political turmoil"),
    "balance": lambda: _("Diplomatic balance"),
    "control": lambda: _("Perception of control"),
    "external_intervention": lambda: _("Intervention by external powers"),
    "hegemon_intervention": lambda: _("Intervention by Russia"),
    "outcome": lambda: _("Outcome"),
}


def standing(stated: bool) -> str:
    """Say whether the article itself uses an item so.

    Parameters
    ----------
    stated : bool
        As the table has it.

    Examples
    --------
    >>> standing(True), standing(False)
    ('stated', 'our inference')
    """
    return _("stated") if stated else _("our inference")


OTHERS = ("turmoil", "external_intervention", "hegemon_intervention", "outcome")


def other_codings(case: str, *dimensions: str) -> Page:
    """Return the evidence for the codings that are no variables of the framework, in a fold.

    Parameters
    ----------
    case : str
        A crisis of Table 2.
    *dimensions : {"turmoil", "external_intervention", "hegemon_intervention", "outcome"}
        Which codings; all four by default.

    Raises
    ------
    CrisisPathsError
        As :func:`evidence_table`.

    Examples
    --------
    >>> other_codings("ukraine_2013", "outcome").text.count("Against")
    4
    """
    page = evidence_table(case, *(dimensions or OTHERS))
    return Page(folded(_("The other codings"), page.html), page.text)


def evidence_table(case: str, *dimensions: str) -> Page:
    """Return what speaks for and against codings of a crisis, item by item.

    Parameters
    ----------
    case : str
        A crisis of Table 2.
    *dimensions : str
        What is coded; see :func:`crisis_paths.cases.casebook.evidence`.

    Raises
    ------
    CrisisPathsError
        If Table 2 has no such crisis, or nothing of the kind is coded.

    Examples
    --------
    >>> evidence_table("ukraine_2013", "outcome").text.count("Against")
    4
    """
    items = {dimension: evidence(case, dimension).items for dimension in dimensions}
    (row,) = (row for row in rows("cases") if row["case"] == case)
    head, item_ = (
        Markup("<dt>{}</dt>"),
        Markup("<dd><strong>{side}: {short}.</strong> {text} {place}</dd>"),
    )
    place = Markup(
        '<small>({standing}, {section}<span class="apparatus">,'
        ' <span lang="zh-Hans">{anchor}</span></span>)</small>'
    )
    heading = _("{label}: {value}")
    lines, text = [], []
    for dimension, pieces in items.items():
        coded = heading.format(label=LABELS[dimension](), value=value_words(row[dimension]))
        lines.append(head.format(coded))
        for item in pieces:
            side = _("For") if item.supports else _("Against")
            where = place.format(
                standing=standing(item.stated), section=item.section, anchor=item.anchor
            )
            lines.append(item_.format(side=side, short=item.short, text=item.text, place=where))
            text.append(" | ".join((coded, side, item.text, item.section)))
    return Page(Markup('<dl class="evidence">{}</dl>').format(joined(lines)), "\n".join(text))


def value_words(value: str) -> str:
    """Return a coding's word; yes and no for turmoil, and a word for what is left open.

    Parameters
    ----------
    value : str
        What stands in the table: ``"true"``, ``"false"``, a word, or nothing.

    Examples
    --------
    >>> [value_words(value) for value in ("true", "adjusted", "")]
    ['yes', 'adjusted', 'not coded']
    """
    return {"true": _("yes"), "false": _("no"), "": _("not coded")}.get(value, _(value))
