"""Read the phrase bank: sentences about states that do not exist, each of which does one thing.

A piece of evidence speaks for one value of one variable and for nothing else; mixed evidence
speaks weakly for a value and is outweighed; a distractor is what one of the explanations of
section 2.2 looks at, and decides neither variable. The bank of the package is public, and so is
its key: for graded work an instructor gives a bank of their own, which keeps the same codebook.

Examples
--------
>>> first = phrases()[0]
>>> first.role, first.value, first.rule.id
('balance', 'continued', 'balance-continued')
>>> first.fill({"state": "A", "hegemon": "B", "rival": "C"})[:25]
'A’s new budget gives join'
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.make.validate_bank import row_faults, shortages
from crisis_paths.framework.rules import RULES, Rule
from crisis_paths.i18n import N_, _
from crisis_paths.tables.handed_in import Sheet, load, read
from crisis_paths.tables.handed_out import csv_file, write
from crisis_paths.tables.headings import column_fault
from crisis_paths.tables.reading import folder, rows
from crisis_paths.tables.schema import codebook, faults

_EXAMPLE = {"balance": 4, "control": 4, "turmoil": 3, "distractor": 2, "mixed": 2, "opening": 3}
_AS_READ = ("role", "value", "expects", "level", "premise", "note")  # columns that are kept so
_NOTE = N_("An example from the public bank: put a sentence of your own in its place.")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Hold one phrase of the bank.

    Attributes
    ----------
    id, role, value : str
        Its name, what it does in a vignette, and what it speaks for.
    text : str
        The sentence with ``{state}``, ``{hegemon}`` and ``{rival}``, or the name.
    rule : Rule or None
        The rule of the article on which a piece of evidence leans.
    expects : {"more", "less", ""}
        For a distractor, what its explanation would lead one to expect of the hegemon.
    level : {"easy", "hard"}
        Hard ones are for the harder level only.
    premise : str
        What it takes for granted, as ``"government=acts; leader=new"``; often nothing.
    note : str
        What an instructor has to know besides; students are not shown it.
    """

    id: str
    role: str
    value: str
    text: str
    rule: Rule | None
    expects: str
    level: str
    premise: str
    note: str

    def fill(self, names: Mapping[str, str]) -> str:
        """Return the sentence with the names in it, in the reader's language."""
        return _(self.text).format(**names)

    @property
    def premises(self) -> frozenset[tuple[str, str]]:
        """Return what it takes for granted: words, each with its value."""
        parts = (part.partition("=") for part in self.premise.split("; ") if part)
        return frozenset((word, value) for word, _sign, value in parts)


def _columns() -> list[str]:
    return [field.name for field in codebook(folder())["phrases"].fields]


def _checked(sheet: Sheet, name: str) -> tuple[Phrase, ...]:
    """Return the bank of a table, or refuse it with every fault."""
    found_faults = list(faults(codebook(folder())["phrases"], sheet, name))
    if not column_fault(sheet.header, _columns()):
        place = _("{file}, line {line}, {field}: {fault}.")
        found_faults += [
            place.format(file=name, line=line, field=field, fault=fault)
            for line, row in sheet.rows
            for field, fault in row_faults(row)
        ]
        if short := list(shortages(row for _line, row in sheet.rows)):
            found_faults.append(
                _("{file}: too few phrases of a kind ({short}).").format(
                    file=name, short="; ".join(short)
                )
            )
    if found_faults:
        raise CrisisPathsError.listing(found_faults)
    return tuple(
        Phrase(
            id=row["phrase_id"],
            text=row["phrase"],
            rule=RULES.get(row["rule"]),
            **{name: row[name] for name in _AS_READ},
        )
        for _line, row in sheet.rows
    )


@lru_cache(maxsize=1)
def _own() -> tuple[Phrase, ...]:
    return phrases(folder() / "phrases.csv")


def phrases(path: str | Path | None = None) -> tuple[Phrase, ...]:
    """Return the phrases of the package, or those of an instructor's own file.

    Parameters
    ----------
    path : str or pathlib.Path, optional
        A CSV file with the columns of ``data/phrases.csv``, as any spreadsheet saves it in UTF-8
        (see :mod:`crisis_paths.tables.handed_in`); the bank of the package if left out.

    Raises
    ------
    CrisisPathsError
        If the file cannot be read, breaks the codebook, or has too few phrases of a kind: all
        faults at once, a line each.
    """
    if path is None:
        return _own()
    path = Path(path)
    return _checked(load(path, path.name, _columns()), path.name)


def phrases_of(data: bytes | str, name: str) -> tuple[Phrase, ...]:
    """Return the phrases of a file that is at hand as bytes; refused as :func:`phrases` does.

    Parameters
    ----------
    data : bytes or str
        What is in the file.
    name : str
        How faults call it.
    """
    return _checked(read(data, name, _columns()), name)


def start(path: str | Path) -> Path:
    """Write a small example bank, to be filled with sentences of one's own in a spreadsheet.

    Parameters
    ----------
    path : str or pathlib.Path
        The new file.

    Raises
    ------
    CrisisPathsError
        If the file exists or cannot be written.
    """
    counts, examples = Counter(), []
    for row in rows("phrases"):
        kind = row["role"], row["value"], row["expects"]
        counts[kind] += 1
        if counts[kind] <= _EXAMPLE.get(row["role"], 4):
            examples.append((row | {"note": row["note"] or _(_NOTE)}).values())
    return write(path, csv_file(_columns(), examples))
