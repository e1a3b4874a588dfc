"""Citations in notebooks: author and year with a link there, a citation of MyST on the page.

JupyterLab knows no bibliography, so a role would show its bare key there. In a stored notebook a
citation is therefore a link whose title is the role:

    [Gu Wei (2024)](../../data/references.bib 'cite:t gu2024')

`tools.notebooks` writes it so, whichever of the two an author has typed. As a Sphinx extension
(`_config.yml`, local_extensions) this module turns it back before a page is read.
"""

import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tools.references import works

if TYPE_CHECKING:
    from pybtex.database import Entry

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "data" / "references.bib"  # where a work has no address
ROLE = re.compile(r"\{cite:([tp])\}`([\w-]+)`")
LINK = re.compile(r"\[[^\]\n]*\]\(\S+ 'cite:([tp]) ([\w-]+)'\)")
MANY = 3  # authors, of whom the first alone is named


def as_roles(text: str) -> str:
    """Return a text, a whole notebook file for one, with its citations as roles of MyST.

    Examples
    --------
    >>> as_roles("So says [Gu Wei (2024)](../../data/references.bib 'cite:t gu2024').")
    'So says {cite:t}`gu2024`.'
    """
    return LINK.sub(r"{cite:\1}`\2`", text)


def as_links(text: str, page: Path) -> str:
    """Return a Markdown text of a page with its citations as links that say author and year.

    Examples
    --------
    >>> as_links("So says {cite:t}`gu2024`.", ROOT / "index.ipynb")
    "So says [Gu Wei (2024)](data/references.bib 'cite:t gu2024')."
    """

    def link(found: re.Match) -> str:
        kind, key = found.groups()
        address = _address(key) or os.path.relpath(SOURCES, page.parent).replace(os.sep, "/")
        return f"[{label(works_by_key()[key], kind)}]({address} 'cite:{kind} {key}')"

    known = works_by_key()
    return ROLE.sub(lambda f: link(f) if f[2] in known else f[0], as_roles(text))


@cache
def works_by_key() -> dict[str, "Entry"]:
    return dict(works())


def _address(key: str) -> str:
    address = works_by_key()[key].fields.get("url", "")
    return f"<{address}>" if set("()") & set(address) else address


def label(entry: "Entry", kind: str) -> str:
    """Return author and year: ``t`` as a part of the sentence, ``p`` in brackets.

    Examples
    --------
    >>> from pybtex.database import Entry, Person
    >>> work = Entry("book", {"year": "2020"}, {"author": [Person("{Lee, Ann (李)}")]})
    >>> label(work, "t"), label(work, "p")
    ('Lee (2020)', '(Lee 2020)')
    """
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    names = [_family(str(person)) for person in people]
    who = " and ".join(names) if len(names) < MANY else f"{names[0]} et al."
    year = entry.fields.get("year", "n.d.").strip("{}")
    return f"{who} ({year})" if kind == "t" else f"({who} {year})"


def _family(name: str) -> str:
    """Return what stands before the comma, without the name in another script."""
    plain = re.sub(r"[{}]|\s*\([^)]*\)", "", name)
    return plain.partition(",")[0].strip()


def setup(app) -> dict:
    """Register with Sphinx."""

    def read(_app, _page: str, source: list[str]) -> None:
        source[0] = as_roles(source[0])

    app.connect("source-read", read)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
