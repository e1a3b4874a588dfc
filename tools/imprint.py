"""What the book says of itself on its cover: read from CITATION.cff."""

from datetime import date
from pathlib import Path

import yaml

from livepage.volume.cover import Cover

CITATION = Path(__file__).parents[1] / "CITATION.cff"


def cover(citation: Path = CITATION) -> Cover:
    """Return the cover, as the book is to be cited.

    Parameters
    ----------
    citation : Path
        A file in the Citation File Format.
    """
    said = yaml.safe_load(citation.read_text("utf-8"))
    return Cover(
        title=said["title"],
        subtitle=running(said["abstract"]),
        authors=tuple(map(name, said["authors"])),
        edition=f"Version {said['version']} · {day(said['date-released'])}",
        imprint=(running(said["message"]),),
    )


def running(words: str) -> str:
    """Return words in one line, with the apostrophe of print.

    Examples
    --------
    >>> running("A state's   choice")
    'A state’s choice'
    """
    return " ".join(words.split()).replace("'", "’")


def name(author: dict) -> str:
    """Return an author's name.

    Examples
    --------
    >>> name({"given-names": "Ada", "family-names": "Nowak"}), name({"name": "The authors"})
    ('Ada Nowak', 'The authors')
    """
    return author.get("name") or f"{author['given-names']} {author['family-names']}"


def day(when: date | str) -> str:
    """Return a date in words.

    Examples
    --------
    >>> day("2024-04-01")
    '1 April 2024'
    """
    when = date.fromisoformat(str(when))
    return f"{when.day} {when:%B %Y}"
