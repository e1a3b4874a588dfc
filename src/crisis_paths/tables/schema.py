"""What may stand in a table: the codebook ``data/datapackage.json``, and whether a table keeps it.

The codebook is a Frictionless data package, so that other people's tools can read and check the
same tables; this module checks what a reader's own changes may break, without any of them.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from pathlib import Path

from crisis_paths.errors import CrisisPathsError, quoted
from crisis_paths.i18n import _
from crisis_paths.tables.dates import Precision, finer_than, first_day, last_day, parts
from crisis_paths.tables.handed_in import Sheet
from crisis_paths.tables.headings import column_fault

TRUE, FALSE = "true", "false"
NUMBER = re.compile(r"-?\d+(\.\d+)?")
SHOWN = 12  # allowed values that a fault lists


@dataclass(frozen=True, slots=True)
class Field:
    """A column: its type, and what is allowed in it.

    Attributes
    ----------
    name, description : str
        What it is called and what it means.
    type : {"string", "integer", "number", "boolean"}
        How it is read.
    format : str
        ``"partial-date"`` for dates of any precision, else empty.
    required, unique : bool
        Whether it must have a value, and whether no value may come twice.
    enum : tuple of str
        The values that are allowed; empty where any is.
    pattern : str
        A regular expression that a value has to match as a whole; empty where any will do.
    longest : int
        How many characters at most; 0 where any number.
    """

    name: str
    description: str
    type: str = "string"
    format: str = ""
    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    pattern: str = ""
    longest: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table's columns, its key, and which columns name a row of another table.

    Attributes
    ----------
    name, title, description : str
        What it is called, in the file's name and for readers, and what it holds.
    fields : tuple of Field
        The columns in their order.
    key : str
        The column whose values name the rows.
    links : tuple of (str, str, str)
        Each column that names a row of another table, that table, and the column there.
    """

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: str
    links: tuple[tuple[str, str, str], ...]


def _field(written: Mapping) -> Field:
    constraints = written.get("constraints", {})
    return Field(
        name=written["name"],
        description=written["description"],
        type=written["type"],
        format=written.get("crisis_paths:format", ""),
        required=constraints.get("required", False),
        unique=constraints.get("unique", False),
        enum=tuple(constraints.get("enum", ())),
        pattern=constraints.get("pattern", ""),
        longest=constraints.get("maxLength", 0),
    )


def _table(resource: Mapping) -> Table:
    schema = resource["schema"]
    return Table(
        name=resource["name"],
        title=resource["title"],
        description=resource["description"],
        fields=tuple(map(_field, schema["fields"])),
        key=schema["primaryKey"],
        links=tuple(
            (link["fields"], link["reference"]["resource"], link["reference"]["fields"])
            for link in schema.get("foreignKeys", ())
        ),
    )


@lru_cache
def codebook(folder: Path) -> Mapping[str, Table]:
    """Return the tables that a codebook describes, by their names.

    Parameters
    ----------
    folder : pathlib.Path
        Where ``datapackage.json`` stands.
    """
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = [_table(found) for found in package["resources"] if "schema" in found]
    return {table.name: table for table in tables}


def _value_fault(field: Field, value: str) -> str:
    """Say what is wrong with a value; empty if nothing."""
    if not value:
        return _("is empty, but must have a value") if field.required else ""
    if field.enum and value not in field.enum:
        allowed = ", ".join(field.enum[:SHOWN]) + (", …" if len(field.enum) > SHOWN else "")
        return _("{value} is not allowed; allowed: {allowed}").format(
            value=quoted(value), allowed=allowed
        )
    if field.type == "boolean" and value not in (TRUE, FALSE):
        return _("{value} is not allowed; allowed: true, false").format(value=quoted(value))
    if field.type in ("integer", "number") and not NUMBER.fullmatch(value):
        return _("{value} is not a number").format(value=quoted(value))
    if field.type == "integer" and "." in value:
        return _("{value} is not a whole number").format(value=quoted(value))
    if field.longest and len(value) > field.longest:
        return _("{value} has {length} characters; at most {longest} are allowed").format(
            value=quoted(value), length=len(value), longest=field.longest
        )
    if field.pattern and not re.fullmatch(field.pattern, value):
        return _("{value} does not have the form {pattern}").format(
            value=quoted(value), pattern=field.pattern
        )
    if field.format == "partial-date":
        try:
            parts(value)
        except CrisisPathsError as fault:
            return str(fault).removesuffix(".")
    return ""


def _date_faults(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield dates finer than their precision, and spans that end before they begin."""
    start, end, precision = (row.get(n, "") for n in ("date_start", "date_end", "precision"))
    try:
        for name, written in (("date_start", start), ("date_end", end)):
            if written and precision and finer_than(written, Precision(precision)):
                yield (
                    name,
                    _("{value} says more than its precision, {precision}").format(
                        value=quoted(written), precision=precision
                    ),
                )
        if start and end and last_day(end) < first_day(start):
            yield (
                "date_end",
                _("{value} is before {start}").format(value=quoted(end), start=quoted(start)),
            )
    except ValueError:
        return  # said already, of the value itself


def faults(table: Table, sheet: Sheet, file: str) -> Iterator[str]:
    """Yield all that is wrong with a table, a sentence a fault, in the order of the lines.

    Parameters
    ----------
    table : Table
        What may stand in it.
    sheet : Sheet
        Its columns and rows as found, every value as text.
    file : str
        How faults call it.

    Yields
    ------
    str
        File, line, field, value, and what is allowed.
    """
    wanted = [field.name for field in table.fields]
    if wrong := column_fault(sheet.header, wanted):
        yield _("{file}: the columns must be {wanted}. Here: {wrong}.").format(
            file=file, wanted=", ".join(wanted), wrong=wrong
        )
        return
    place = _("{file}, line {line}, {field}: {fault}.")
    first_seen: dict[tuple[str, str], int] = {}
    found = list(sheet.faults)
    for line, row in sheet.rows:
        each = [(field.name, _value_fault(field, row[field.name])) for field in table.fields]
        each += _repeats(table, row, line, first_seen)
        each += _date_faults(row)
        found += [
            (line, place.format(file=file, line=line, field=name, fault=fault))
            for name, fault in each
            if fault
        ]
    yield from (said for _line, said in sorted(found, key=itemgetter(0)))


def _repeats(
    table: Table, row: Mapping[str, str], line: int, first_seen: dict[tuple[str, str], int]
) -> Iterator[tuple[str, str]]:
    """Yield values that may come only once and have come before."""
    again = _("{value} is already in line {first}")
    for field in table.fields:
        value = row[field.name]
        if value and (field.unique or field.name == table.key):
            first = first_seen.setdefault((field.name, value), line)
            if first != line:
                yield field.name, again.format(value=quoted(value), first=first)
