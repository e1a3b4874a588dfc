"""The glossary: the article's terms, English and Chinese."""

from collections.abc import Mapping

from markupsafe import Markup

from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from explorers.outputs import Page, joined


def _source(term: Mapping[str, str]) -> str:
    """Say where the term stands, and whose English it is."""
    if term["en_source"] == "method":
        return _("a term of the method, in neither article")
    place = (
        _("section {section}").format(section=term["section"])
        if term["section"]
        else _("Zeng and Wang")
    )
    english = _("the article’s English") if term["en_source"] == "article" else _("our English")
    return _("{place}; {english}").format(place=place, english=english)


def glossary() -> Page:
    """Return every term with its Chinese, what it means, and where it stands.

    In a built page each term can be linked to from anywhere.

    Examples
    --------
    >>> "diplomatic balance" in glossary().text
    True
    """
    terms = sorted(rows("terms"), key=lambda term: term["en"].casefold())
    entry = Markup(
        '<dt>{en} <span lang="zh-Hans">{zh}</span></dt>'
        "<dd>{definition} <small>({source})</small></dd>"
    )
    line = _("{en} ({zh}): {definition} [{source}]")
    return Page(
        Markup("<dl>\n{}\n</dl>").format(
            joined(entry.format(source=_source(term), **term) for term in terms)
        ),
        "\n".join(line.format(source=_source(term), **term) for term in terms),
        "```{glossary}\n"
        + "\n\n".join(
            f"{term['en']}\n  {term['zh']}. {_(term['definition'])} *({_source(term)})*"
            for term in terms
        )
        + "\n```\n",
    )
