"""The concordance: which part of this book answers to which section of the article.

Which chapters teach a section, and which modules encode it, stands in the table ``concordance``;
it follows from nothing else. How many rows of the other tables speak for a section is counted
from them, and how many questions there are from their modules.

Examples
--------
>>> found = entry("3")
>>> found.chapters[0].label, found.counted["figures"]
('3 · The framework', 4)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from crisis_paths.given import one_of
from crisis_paths.i18n import _
from crisis_paths.tables.reading import names, rows
from crisis_paths.words import slug

SECOND = "zengwang2024"  # stands for the second article in the place of a section
_OF_THE_SECOND = "multivector"  # the table that speaks of nothing else
_ASKING = "questions."


@dataclass(frozen=True, slots=True, order=True)
class Chapter:
    """A chapter: number, name, and file under ``chapters/``. Chapters sort by their numbers."""

    number: str
    name: str
    file: str

    @property
    def label(self) -> str:
        """The chapter's number and name, as its page is headed."""
        return _("{number} · {name}").format(number=self.number, name=_(self.name))

    @property
    def exercises(self) -> tuple[str, ...]:
        """The labels of the exercises at its end: recall, apply, argue."""
        stem = slug(self.file.rpartition("/")[2])
        return tuple(f"ex-{stem}-{kind}" for kind in ("recall", "apply", "argue"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A section, and what answers to it.

    Attributes
    ----------
    section : str
        ``"2.1"``, ``"abstract"``, …; ``SECOND`` for the abstract of the second article.
    heading, title : str
        Its Chinese heading as printed, and what that says in our English.
    chapters : tuple of Chapter
        The chapters that teach it.
    modules, questions : tuple of str
        The modules of this package that encode it, and those of its chapters' questions.
    """

    section: str
    heading: str
    title: str
    chapters: tuple[Chapter, ...]
    modules: tuple[str, ...]
    questions: tuple[str, ...]

    @property
    def asked(self) -> Mapping[str, int]:
        """The number of questions that each of its modules of questions holds.

        Examples
        --------
        >>> list(entry("4.4").asked)
        ['cases', 'follows.strategy']
        """
        found = {name: import_module(f"crisis_paths.{_ASKING}{name}") for name in self.questions}
        return {name: len(module.QUESTIONS) for name, module in found.items()}

    @property
    def counted(self) -> Mapping[str, int]:
        """The number of rows of each table that speak for it; tables without any are left out.

        Examples
        --------
        >>> list(entry("2").counted)
        ['rules', 'paragraphs', 'statements', 'unstated']
        """
        found = {
            table: sum(_speaks_for(table, row) == self.section for row in rows(table))
            for table in names()
            if table != "concordance"
        }
        return {table: count for table, count in found.items() if count}


def _speaks_for(table: str, row: Mapping[str, str]) -> str | None:
    """Return the section for which a row speaks; None if its table does not say."""
    if table == _OF_THE_SECOND:
        return SECOND
    section = row.get("section")
    if section == "":  # terms of the second article have none, and what no article says
        return SECOND if table == "terms" else None
    return section


def _chapter(written: str) -> Chapter:
    """Read a chapter as the table writes it: ``"argument/puzzle 1 · The puzzle"``."""
    file, _space, heading = written.partition(" ")
    number, _dot, name = heading.partition(" · ")
    return Chapter(number, name, file)


def _entry(row: Mapping[str, str]) -> Entry:
    modules = row["modules"].split("; ")
    return Entry(
        section=row["section"],
        heading=row["heading"],
        title=row["title"],
        chapters=tuple(map(_chapter, row["chapters"].split("; "))),
        modules=tuple(name for name in modules if not name.startswith(_ASKING)),
        questions=tuple(n.removeprefix(_ASKING) for n in modules if n.startswith(_ASKING)),
    )


def entries() -> tuple[Entry, ...]:
    """Return what answers to each section, all of them in the order of the article."""
    return tuple(map(_entry, rows("concordance")))


def entry(section: str) -> Entry:
    """Return what answers to this section.

    Parameters
    ----------
    section : str
        ``"abstract"``, ``"1"``, …, ``"2.2.1"``, …, ``"5"``, or ``SECOND``.

    Raises
    ------
    CrisisPathsError
        If the article has no such section; the message lists those it has.
    """
    known = {found.section: found for found in entries()}
    sentence = _("There is no section {got}; there are: {known}.")
    return known[one_of("section", section, known, sentence)]


def by_chapter() -> Mapping[Chapter, tuple[Entry, ...]]:
    """Return the sections that each chapter teaches, the chapters in the order of their numbers.

    Examples
    --------
    >>> {c.number: [e.section for e in found] for c, found in by_chapter().items()}["4.6"]
    ['4', '4.4']
    """
    taught: dict[Chapter, tuple[Entry, ...]] = {}
    for found in entries():
        for chapter in found.chapters:
            taught[chapter] = (*taught.get(chapter, ()), found)
    return dict(sorted(taught.items()))
