"""The concordance as a reader meets it: from the article to the book, and back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from crisis_paths.framework.concordance import SECOND, Chapter, Entry, by_chapter, entries
from crisis_paths.i18n import _
from crisis_paths.tables.reading import folder
from crisis_paths.tables.schema import codebook
from explorers.outputs import Page, joined, table


def section_label(section: str) -> str:
    """Return a section's number, or the words that stand for it.

    Parameters
    ----------
    section : str
        A number, ``"abstract"``, or ``"zengwang2024"`` for the second article.

    Examples
    --------
    >>> section_label("2.1"), section_label("zengwang2024")
    ('2.1', 'Zeng and Wang')
    """
    return {"abstract": _("Abstract"), SECOND: _("Zeng and Wang")}.get(section, section)


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands in a cell, in the three forms of a page."""

    html: Markup
    markdown: str
    text: str


def _plain(words: str) -> _Cell:
    return _Cell(Markup("{}").format(words), words, words)


def _stacked(cells: Iterable[_Cell]) -> _Cell:
    """Return several cells as one, a line each."""
    parts = list(cells)
    return _Cell(
        joined((cell.html for cell in parts), Markup("<br>")),
        "\\\n    ".join(cell.markdown for cell in parts),  # a hard break, inside a list of MyST
        "; ".join(cell.text for cell in parts),
    )


def _code(words: Sequence[str]) -> _Cell:
    return _Cell(
        joined(map(Markup("<code>{}</code>").format, words), ", "),
        ", ".join(f"`{word}`" for word in words),
        ", ".join(words),
    )


def _headed(entry: Entry) -> _Cell:
    """Return a section: its number, its heading in Chinese, and what that says."""
    label, title = section_label(entry.section), _(entry.title)
    marked = '{label} <span lang="zh-Hans">{heading}</span> ({title})'
    words = {"heading": entry.heading, "title": title}
    return _Cell(
        Markup(marked).format(label=Markup("<strong>{}</strong>").format(label), **words),
        marked.format(label=f"**{label}**", **words),
        f"{label} {entry.heading} ({title})",
    )


def _linked(chapters: Iterable[Chapter], place: str) -> _Cell:
    """Return chapters, each linked to its notebook."""
    link = Markup('<a href="{}">{}</a>')
    links = [(f"{place}/{chapter.file}.ipynb", chapter.label) for chapter in chapters]
    return _stacked(_Cell(link.format(*f), f"[{f[1]}]({f[0]})", f[1]) for f in links)


def _exercises(chapter: Chapter) -> _Cell:
    """Return the exercises at a chapter's end; their numbers are known to the built book alone."""
    references = " ".join(f"{{ref}}`{label}`" for label in chapter.exercises)
    labels = ", ".join(chapter.exercises)
    return _Cell(Markup.escape(labels), references, labels)


def _page(heads: Sequence[str], lines: Sequence[Sequence[_Cell]]) -> Page:
    """Return a table of cells: HTML for a notebook, MyST for the book, text for the rest."""
    listed = [heads, *([cell.markdown for cell in line] for line in lines)]
    return Page(
        table(heads, ((cell.html for cell in line) for line in lines), kind="concordance"),
        "\n".join(" | ".join(cell.text for cell in line) for line in lines),
        "```{list-table}\n:header-rows: 1\n:stub-columns: 1\n:widths: auto\n"
        ":class: stack concordance\n\n"
        + "\n".join("* - " + "\n  - ".join(line) for line in listed)
        + "\n```\n",
    )


def concordance(chapters: str) -> Page:
    """Return every section of the articles, with what answers to it in this book.

    Parameters
    ----------
    chapters : str
        The folder of the chapters, from the page where this stands.

    Examples
    --------
    >>> concordance("..").text.splitlines()[3].split(" | ")[1]
    '2.1 · The traditional path'
    """
    titles = {name: _(resource.title) for name, resource in codebook(folder()).items()}
    heads = (_("Section"), _("Chapter"), _("Rows and questions"), _("Modules"))
    counted, questions = _("{table}\u00a0{count}"), _("{count} questions in {module}")
    lines = [
        (
            _headed(entry),
            _linked(entry.chapters, chapters),
            _stacked(
                [
                    _plain(
                        ", ".join(
                            counted.format(table=titles[name], count=count)
                            for name, count in entry.counted.items()
                        )
                    ),
                    *(
                        _plain(questions.format(count=count, module=name.rpartition(".")[2]))
                        for name, count in entry.asked.items()
                    ),
                ]
            ),
            _code(entry.modules),
        )
        for entry in entries()
    ]
    return _page(heads, lines)


def back(chapters: str) -> Page:
    """Return every chapter on the articles, with the sections that it teaches and its exercises.

    Parameters
    ----------
    chapters : str
        As for :func:`concordance`.

    Examples
    --------
    >>> back("..").text.splitlines()[0].split(" | ")[2]
    'ex-puzzle-recall, ex-puzzle-apply, ex-puzzle-argue'
    """
    lines = [
        (_linked([chapter], chapters), _stacked(map(_headed, sections)), _exercises(chapter))
        for chapter, sections in by_chapter().items()
    ]
    return _page((_("Chapter"), _("Sections"), _("Exercises")), lines)
