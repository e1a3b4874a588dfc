"""Chapter 4: the evidence behind a coding, item by item, for and against."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from crisis_paths.cases.casebook import evidence, recoded, without
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.views.cases.case_page import in_fact
from crisis_paths.words import slug
from explorers.choices import UNSET, Choice, Option
from explorers.explorer import Explorer
from explorers.outputs import Page, joined
from explorers.panels import Panel, Region
from explorers.parts import folded, prompt

NONE = "none"

LABELS: Mapping[str, Callable[[], str]] = {
    "turmoil": lambda: _("Political turmoil"),
    "balance": lambda: _("Diplomatic balance"),
    "control": lambda: _("Perception of control"),
    "external_intervention": lambda: _("Intervention by external powers"),
    "hegemon_intervention": lambda: _("Intervention by Russia"),
    "outcome": lambda: _("Outcome"),
}


def _standing(stated: bool) -> str:
    return _("stated") if stated else _("our inference")


def weigh(case: str, dimension: str) -> Explorer:
    """Return the evidence for and against a coding, each item to be taken away or to decide alone.

    Parameters
    ----------
    case : str
        A crisis of Table 2.
    dimension : {"balance", "control"}
        The coding.

    Raises
    ------
    CrisisPathsError
        If Table 2 has no such crisis, or nothing of the kind is coded.

    Examples
    --------
    >>> weigh("belarus_2020", "control").choices[0].values[0]
    'none'
    """
    whole = evidence(case, dimension)
    coded = TABLE_2[case]
    value = getattr(coded, dimension)
    for_, against = _("for"), _("against")
    hint = _("({direction}; {standing}; section {section})")
    options = (
        Option(NONE, _("No item: leave all as it is")),
        *(
            Option(
                item.id,
                item.text,
                hint.format(
                    direction=for_ if item.supports else against,
                    standing=_standing(item.stated),
                    section=item.section,
                ),
            )
            for item in whole.items
        ),
    )
    choice = Choice(
        "item",
        _("{label} is coded {value}. Which item would you take away, or let decide?").format(
            label=LABELS[dimension](), value=_(value.value)
        ),
        options,
    )
    path = recoded(case, dimension)
    then = _(
        "If you let it decide, {label} becomes {value}, and the framework predicts {verdict}."
        " {in_fact}"
    ).format(
        label=LABELS[dimension](),
        value=_(value.other.value),
        verdict=path.verdict,
        in_fact=in_fact(coded),
    )
    kept = _(
        "If you let it decide, {label} stays {value}, and the framework predicts {verdict}, as"
        " before."
    ).format(label=LABELS[dimension](), value=_(value.value), verdict=coded.path.verdict)
    counted = _("Left are {for_} for it ({stated} of them stated) and {against} against.")

    def words(item: str) -> str:
        left = without(case, dimension, item)
        sentence = counted.format(
            for_=len(left.for_),
            stated=sum(entry.stated for entry in left.for_),
            against=len(left.against),
        )
        if item == NONE:
            return sentence
        supports = any(entry.id == item for entry in whole.for_)
        return sentence + " " + (kept if supports else then)

    panel = Markup('<p class="verdict-line">{}</p>')
    at_first = _("Choose an item. Counting is no weighing: one good witness may outweigh three.")
    return Explorer(
        name=f"weigh-{dimension}-{slug(case)}",
        title=_("Weigh the evidence: {label}, {case}").format(
            label=LABELS[dimension](), case=coded.title
        ),
        choices=(choice,),
        regions=(
            Region(
                "weighed",
                (
                    Panel({"item": (UNSET,)}, prompt(at_first)),
                    *(Panel({"item": (o.value,)}, panel.format(words(o.value))) for o in options),
                ),
                live=True,
            ),
        ),
        alternative=folded(_("The same evidence as a list"), evidence_table(case, dimension).html),
        text="\n".join(f"{o.label} {o.hint} -> {words(o.value)}" for o in options),
    )


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
    summary = _("The other codings of {case}, with what speaks for and against each")
    return Page(
        folded(summary.format(case=TABLE_2[case].title), page.html),
        page.text,
    )


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
    head, item_ = Markup("<dt>{}</dt>"), Markup("<dd><strong>{side}.</strong> {text} {place}</dd>")
    place = Markup('<small>({standing}, {section}, <span lang="zh-Hans">{anchor}</span>)</small>')
    heading = _("{label}: {value}")
    lines, text = [], []
    for dimension, pieces in items.items():
        coded = heading.format(label=LABELS[dimension](), value=value_words(row[dimension]))
        lines.append(head.format(coded))
        for item in pieces:
            side = _("For") if item.supports else _("Against")
            where = place.format(
                standing=_standing(item.stated), section=item.section, anchor=item.anchor
            )
            lines.append(item_.format(side=side, text=item.text, place=where))
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
