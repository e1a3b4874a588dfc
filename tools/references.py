"""The works of the bibliography: what of them was seen, and what the article prints of them."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from crisis_paths.tables import reading as tables

if TYPE_CHECKING:
    from pybtex.database import Entry

FILE = "references.bib"
# A detail from memory, or one that was guessed; that no year was seen is no such detail.
FROM_MEMORY = re.compile(r"\b(recalled|remembered|inferred|guessed|presumably|not seen)\b", re.I)
SEEN = re.compile(r"\bseen\b.*\b20\d\d-[01]\d-[0-3]\d\b")
ADDRESS = re.compile(r"https?://\w")
ACCESSED = re.compile(r"Accessed ([^(]+) \(as printed\)")
PRINTED_AS = re.compile(r"Printed as: (\S+?)\.?(?: |$)")
# How a footnote goes on behind an address.
ACCESSED_THERE = re.compile(r"访问时间(\d{4})年(\d{1,2})月(\d{1,2})日")
# Between print and file, quotation marks, dashes and spaces come out in many ways.
LOOSE = re.compile(r"[^\w/#%?=&]|_")
# a role, or the title of a link that stands for one (`tools.citations`)
ROLE = re.compile(r"""\{cite(?::\w+)?\}`([^`]+)`|'cite:\w ([\w-]+)'""")


def works() -> Mapping[str, "Entry"]:
    """Read the bibliography.

    Returns
    -------
    mapping of str to pybtex.database.Entry
        The works by their keys.
    """
    from pybtex.database import parse_file

    return parse_file(tables.folder() / FILE, bib_format="bibtex").entries


def keywords_of(entry: "Entry") -> frozenset[str]:
    """Split the keywords of a work.

    Parameters
    ----------
    entry : pybtex.database.Entry
        A work of the bibliography.

    Returns
    -------
    frozenset of str
        Of ``article``, ``cited``, ``later`` and ``further``; the head of the file explains them.

    Examples
    --------
    >>> from pybtex.database import Entry
    >>> sorted(keywords_of(Entry("book", {"keywords": "later, further"})))
    ['further', 'later']
    """
    return frozenset(word.strip() for word in entry.fields.get("keywords", "").split(","))


def unseen_faults(entry: "Entry") -> Iterator[str]:
    """Find what a work's entry says on no evidence.

    Parameters
    ----------
    entry : pybtex.database.Entry
        A work of the bibliography.

    Yields
    ------
    str
        A detail from memory, a title of ours in place of the work's own, or, where the work is
        in no footnote, no word on what of it was seen, where and on which day.

    Examples
    --------
    >>> from pybtex.database import Entry
    >>> work = {"title": "Great Games", "url": "https://example.org/", "keywords": "later"}
    >>> seen = "Abstract seen at the address, 2026-11-29."
    >>> list(unseen_faults(Entry("book", {**work, "note": seen})))
    []
    >>> list(unseen_faults(Entry("book", {**work, "note": "Year recalled."})))
    ['note has a detail that nobody saw.', 'note does not say what was seen, where and when.']
    """
    for name, value in entry.fields.items():
        if FROM_MEMORY.search(value):
            yield f"{name} has a detail that nobody saw."
    if entry.fields["title"].strip("{} ").startswith("["):
        yield "title is in brackets: it is not the work’s own."
    if keywords_of(entry) & {"article", "cited"}:
        return
    note = entry.fields.get("note", "")
    somewhere = ADDRESS.search(note) or ("the address" in note and "url" in entry.fields)
    if not (SEEN.search(note) and somewhere):
        yield "note does not say what was seen, where and when."


def loosely(text: str) -> str:
    """Leave out what print and file write in different ways.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        Its letters, digits and the marks that make an address, in small letters.

    Examples
    --------
    >>> loosely("“NATO vs. the CSTO,” <https://a.org/b-c>")
    'natovsthecstohttps//aorg/bc'
    """
    return LOOSE.sub("", text).casefold()


def print_faults(entry: "Entry", article: str) -> Iterator[str]:
    """Find what a footnoted work's entry has otherwise than the article prints it.

    Parameters
    ----------
    entry : pybtex.database.Entry
        A work that a footnote cites.
    article : str
        The article's whole text.

    Yields
    ------
    str
        The field that is not in the article, and what it holds.

    Examples
    --------
    >>> from pybtex.database import Entry
    >>> note = "Accessed 2023-11-19 (as printed)."
    >>> work = Entry("misc", {"title": "{A}", "url": "https://a.org/b", "note": note})
    >>> list(print_faults(work, "X Y, “A,” <https://a.org/b>, 访问时间: 2023 年 11 月 19 日。"))
    []
    >>> list(print_faults(work, "X Y, “A,” <https://a.org/b>, 访问时间: 2023 年 11 月 9 日。"))
    ["note: accessed on ['2023-11-19']; printed: ['2023-11-09']."]
    """
    printed = loosely(article)
    # what stands in brackets is our translation
    title = entry.fields["title"].strip("{}").partition(" [")[0]
    if loosely(title) not in printed:
        yield f"title: {title!r} is not in the article."
    note = entry.fields.get("note", "")
    as_printed = PRINTED_AS.search(note)
    address = loosely(as_printed[1] if as_printed else entry.fields.get("url", ""))
    if address not in printed:
        yield f"url: {entry.fields['url']!r} is not in the article."
    elif accessed := ACCESSED.search(note):
        ours = sorted(re.findall(r"[\d-]+", accessed[1]))
        behind = (ACCESSED_THERE.match(rest) for rest in printed.split(address)[1:])
        days = {f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}" for day in behind if day}
        if ours != sorted(days):
            yield f"note: accessed on {ours}; printed: {sorted(days)}."
    for name in ("journal", "volume", "number", "pages", "publisher", "address"):
        value = entry.fields.get(name, "").partition(" [")[0]
        if loosely(value) not in printed:
            yield f"{name}: {value!r} is not in the article."


def cited_in(text: str) -> frozenset[str]:
    """Find the works that a page or a notebook cites.

    Parameters
    ----------
    text : str
        The page's source.

    Returns
    -------
    frozenset of str
        The keys.

    Examples
    --------
    >>> sorted(cited_in("As {cite:t}`gu2024` and others {cite}`ito2023, freedman2014` say."))
    ['freedman2014', 'gu2024', 'ito2023']
    >>> cited_in("As [Gu Wei (2024)](../../data/references.bib 'cite:t gu2024') says.")
    frozenset({'gu2024'})
    """
    return frozenset(
        key.strip() for found in ROLE.finditer(text) for key in (found[1] or found[2]).split(",")
    )
