"""The article paragraph by paragraph, as a reader of the concordance meets it."""

from markupsafe import Markup

from crisis_paths.framework.concordance import entries
from crisis_paths.framework.paragraphs import Paragraph, Statement, of_section, unstated
from crisis_paths.i18n import _
from crisis_paths.views.appendix.concordance import section_label
from crisis_paths.views.kit.rule_table import standing_label
from explorers.outputs import Page, joined, table
from explorers.parts import folded


def _said(statement: Statement) -> Markup:
    """Return a statement with its standing and the characters to find it by."""
    return Markup('{text} <small>{standing}, <span lang="zh-Hans">{anchor}</span></small>').format(
        text=_(statement.text),
        standing=standing_label(statement.standing),
        anchor=statement.anchor,
    )


def _cells(paragraph: Paragraph, headed: dict[str, str]) -> tuple[object, ...]:
    return (
        _(paragraph.place),
        _(paragraph.about),
        joined((headed[file] for file in paragraph.chapters), Markup("<br>")),
        joined(map(_said, paragraph.statements), Markup("<br>")),
    )


def _line(paragraph: Paragraph, headed: dict[str, str]) -> str:
    """Return a paragraph as text: a line, and one more for each of its statements."""
    template = _("{section}, {place}: {about} [{chapters}]")
    first = template.format(
        section=section_label(paragraph.section),
        place=_(paragraph.place),
        about=_(paragraph.about),
        chapters="; ".join(headed[file] for file in paragraph.chapters),
    )
    further = [f"  {_(one.text)} [{one.anchor}]" for one in paragraph.statements]
    return "\n".join((first, *further))


def paragraphs_page() -> Page:
    """Return every paragraph of the article with what it is about, a fold for each section.

    Examples
    --------
    >>> paragraphs_page().text.splitlines()[0]
    'Abstract, paragraph 1: The argument in short [3 · The framework; 5 · What small states can do]'
    """
    found = [(entry, of_section(entry.section)) for entry in entries()]
    headed = {c.file: c.label for entry, _own in found for c in entry.chapters}
    heads = (_("Paragraph"), _("What it is about"), _("Chapter"), _("It says besides"))
    summary = _("{section} · {title} (paragraphs: {count})")
    folds = [
        folded(
            summary.format(
                section=section_label(entry.section), title=_(entry.title), count=len(own)
            ),
            table(heads, (_cells(paragraph, headed) for paragraph in own), kind="paragraphs"),
        )
        for entry, own in found
        if own
    ]
    text = "\n".join(_line(paragraph, headed) for _entry, own in found for paragraph in own)
    return Page(joined(folds), text)


def unstated_page() -> Page:
    """Return the sentences that no table speaks for, with the reasons.

    Examples
    --------
    >>> unstated_page().text.splitlines()[1]
    'section 2, paragraph 1: 梳理传统路径和既有解释. Says what the section is going to do.'
    """
    template = _("section {section}, {place}")
    listed = [(template.format(section=one.section, place=_(one.place)), one) for one in unstated()]
    marked = Markup('<span lang="zh-Hans">{}</span>')
    lines = [(where, marked.format(one.where), _(one.reason)) for where, one in listed]
    heads = (_("Where"), _("Find it by"), _("Why it has no row"))
    summary = _("The {count} sentences and pieces of sentences without a row")
    return Page(
        folded(summary.format(count=len(lines)), table(heads, lines, kind="paragraphs")),
        "\n".join(f"{where}: {one.where}. {_(one.reason)}" for where, one in listed),
    )
