"""Check the tables in data/: another's validator first, then what only this book can know.

    python -m tools.check_data

Prints every fault there is and ends with 1 if there was any.
"""

import sys
from collections import Counter
from collections.abc import Iterator

from crisis_paths.errors import CrisisPathsError
from crisis_paths.tables import reading as tables
from crisis_paths.tables.reading import rows
from crisis_paths.tables.sources import sources_in
from tools import references
from tools.texts import MISSING, text

CODED = (
    "turmoil",
    "balance",
    "control",
    "external_intervention",
    "hegemon_intervention",
    "outcome",
)
LOOKED_FOR = "Looked for, not found"


def frictionless_faults() -> Iterator[str]:
    """Yield what the Frictionless validator says of the package."""
    from frictionless import validate

    report = validate(str(tables.folder() / "datapackage.json"))
    yield from (f"frictionless: {error.message}" for error in report.errors)
    for task in report.tasks:
        for row, message in task.flatten(["rowNumber", "message"]):
            yield f"frictionless, {task.name}, row {row}: {message}"


def own_faults() -> Iterator[str]:
    """Yield what the package itself refuses when it reads a table."""
    for name in tables.names():
        try:
            rows(name)
        except CrisisPathsError as error:
            yield str(error)


def plain_faults() -> Iterator[str]:
    """Find tables that our reader understands and other people's programs need not.

    Saved in a spreadsheet, a table may get a byte order mark, semicolons or other headings.
    """
    for name, table in tables.codebook(tables.folder()).items():
        head = (tables.folder() / f"{name}.csv").read_bytes().splitlines()[0]
        if head != (wanted := ",".join(field.name for field in table.fields)).encode():
            yield (
                f"{name}.csv, line 1: must be {wanted!r} to the byte: data/ holds plain UTF-8"
                " without a byte order mark, with commas."
            )


def anchor_faults() -> Iterator[str]:
    """Find anchors that are not where they say, in the texts that are at hand."""
    for name in tables.names():
        article = text("zengwang2024" if name == "multivector" else "gu2024")
        for line, row in enumerate(rows(name), 2):
            anchor = row.get("anchor")
            # terms of the second article have no section in the first
            searched = text("zengwang2024") if name == "terms" and not row["section"] else article
            if anchor and searched and (count := searched.count(anchor)) != 1:
                yield f"{name}.csv, line {line}, anchor: {anchor!r} occurs {count} times."


def place_faults() -> Iterator[str]:
    """Find places that no paragraph has, and beginnings that are not where they say."""
    places = {(row["section"], row["place"]) for row in rows("paragraphs")}
    for name, column in (("paragraphs", "begins"), ("statements", ""), ("unstated", "where")):
        for line, row in enumerate(rows(name), 2):
            if (row["section"], row["place"]) not in places:
                yield f"{name}.csv, line {line}, place: {row['place']!r} is no paragraph."
            article = text("gu2024")
            if column and article and (count := article.count(row[column])) != 1:
                yield f"{name}.csv, line {line}, {column}: {row[column]!r} occurs {count} times."


def evidence_faults() -> Iterator[str]:
    """Find codings without evidence, and evidence for codings that are not there."""
    coded = {
        (case["case"], what): case[what] for case in rows("cases") for what in CODED if case[what]
    }
    shown = Counter(
        (item["case"], item["dimension"]) for item in rows("codings") if item["direction"] == "for"
    )
    for case in rows("cases"):
        for what in CODED:
            pair = case["case"], what
            if case["in_table_2"] == "true" and case[what] and not shown[pair]:
                yield f"codings.csv: nothing speaks for {what} of {case['case']}."
    for line, item in enumerate(rows("codings"), 2):
        value = coded.get((item["case"], item["dimension"]))
        if value is not None and value != item["value"]:
            yield (
                f"codings.csv, line {line}, value: {item['value']!r}, but cases.csv codes"
                f" {item['case']} {item['dimension']} as {value!r}."
            )


def cell_faults() -> Iterator[str]:
    """Find cells that do not follow from the two codings."""
    for line, case in enumerate(rows("cases"), 2):
        both = case["control"] and case["balance"]
        cell = f"{case['control']}/{case['balance']}" if both else ""
        if case["cell"] != cell:
            yield f"cases.csv, line {line}, cell: {case['cell']!r}, but the codings make {cell!r}."


def further_faults() -> Iterator[str]:
    """Find further cases that the article has already, or whose name gives another year."""
    articles = {case["case"] for case in rows("cases")}
    for line, case in enumerate(rows("further_cases"), 2):
        if case["case"] in articles:
            yield f"further_cases.csv, line {line}, case: cases.csv has {case['case']!r} already."
        if not case["case"].endswith(f"_{case['year']}"):
            yield (
                f"further_cases.csv, line {line}, year: {case['year']!r}, but the case is named"
                f" {case['case']!r}."
            )


def reference_faults() -> Iterator[str]:
    """Find cited keys that the bibliography lacks, and works that it has otherwise than print."""
    entries, article = references.works(), text("gu2024")
    cited = Counter(row["key"] for row in rows("citations"))
    for key in sorted(cited.keys() - entries.keys()):
        yield f"citations.csv: {key!r} is not in references.bib."
    for key, entry in entries.items():
        counted = int(entry.fields.get("citedtimes", 0))
        if counted != cited[key]:
            yield f"references.bib, {key}: citedtimes {counted}; citations.csv has {cited[key]}."
        for fault in references.unseen_faults(entry):
            yield f"references.bib, {key}, {fault}"
        if cited[key] and article:
            for fault in references.print_faults(entry, article):
                yield f"references.bib, {key}, {fault}"


def source_faults() -> Iterator[str]:
    """Find checked facts whose sources are of no listed outlet, were not seen or not looked for."""
    for line, check in enumerate(rows("checks"), 2):
        where = f"checks.csv, line {line}"
        found = sources_in(check)
        for source in found:
            if source.address and source.kind is None:
                yield (
                    f"{where}, url_or_citation: {source.address!r} is of no outlet in outlets.csv."
                )
            if source.address and not source.name:
                yield f"{where}, source: {source.address!r} has no name."
            if check["url_or_citation"].startswith("http") and not source.address:
                yield f"{where}, url_or_citation: {source.name!r} has no address."
        if bool(check["seen"]) != any(source.address for source in found):
            yield f"{where}, seen: {check['seen']!r}; a day stands just where an address does."
        if not found and check["verdict"] != "unconfirmed":
            yield f"{where}, source: is empty, but the verdict is {check['verdict']!r}."
        if check["verdict"] == "unconfirmed" and not check["note"].startswith(LOOKED_FOR):
            yield f"{where}, note: an unconfirmed fact begins its note with {LOOKED_FOR!r}."


def background_faults() -> Iterator[str]:
    """Find background, people and organisations whose sources are of no listed outlet."""
    for name in ("background", "people", "organisations"):
        for line, row in enumerate(rows(name), 2):
            for source in sources_in(row):
                if source.kind is None or not source.name:
                    yield (
                        f"{name}.csv, line {line}, url_or_citation: {source.address!r} is of no"
                        " outlet in outlets.csv, or has no name."
                    )


CHECKS = (
    own_faults,
    plain_faults,
    frictionless_faults,
    anchor_faults,
    place_faults,
    evidence_faults,
    cell_faults,
    further_faults,
    reference_faults,
    source_faults,
    background_faults,
)


def main() -> int:
    """Print every fault; 1 if there was any, else 0."""
    found = [*own_faults()] or [*plain_faults()]
    if not found:  # the rest reads the tables and needs them whole
        found = [fault for check in CHECKS[2:] for fault in check()]
    for fault in found:
        print(fault)
    if text("gu2024") is None:
        print(f"Anchors and footnotes were not checked: {MISSING}.")
    if not found:
        print("The tables keep the codebook.")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
