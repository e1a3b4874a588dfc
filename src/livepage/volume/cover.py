"""A volume's cover and the page behind it, and the words that are the volume's own."""

from dataclasses import dataclass, field
from html import escape

from bs4 import Tag


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the cover and on the page behind it.

    Attributes
    ----------
    title, subtitle : str
        The book's.
    authors : tuple of str
        Their names.
    edition : str
        Its version and date, in words.
    imprint : tuple of str
        Paragraphs for the page behind the cover.
    """

    title: str
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    edition: str = ""
    imprint: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VolumeWords:
    """The few words that are the volume's own; a book in another language brings others."""

    contents: str = "Contents"
    question: str = "Question {number}"
    answers: str = "Answers"
    about: tuple[str, ...] = field(
        default=(
            "This is the book on paper. In a browser its pages are live: an explorer shows one"
            " setting at a time. Here it stands as a table of all its settings, and the answers"
            " to questions stand at the end of their chapter.",
            "Code that made a figure or a table is left out here; the book’s pages and notebooks"
            " have it. Code whose answer is a line of text is printed with that line.",
        )
    )


def front(cover: Cover, icon: Tag | None) -> str:
    """Return the cover, with the book's icon if it is a drawing.

    Examples
    --------
    >>> front(Cover("A book"), None)
    '<section class="volume-cover"><p class="cover-title">A book</p></section>'
    """
    mark = f'<img class="cover-mark" src="{escape(icon["href"])}" alt="">' if icon else ""
    lines = [
        ("title", cover.title),
        ("subtitle", cover.subtitle),
        ("authors", ", ".join(cover.authors)),
        ("edition", cover.edition),
    ]
    said = (f'<p class="cover-{kind}">{escape(line)}</p>' for kind, line in lines if line)
    return f'<section class="volume-cover">{mark}{"".join(said)}</section>'


def behind(cover: Cover, words: VolumeWords, footer: Tag | None) -> str:
    """Return the page behind the cover: what is other on paper, and what is known of the book.

    Examples
    --------
    >>> behind(Cover("A", imprint=("Free.",)), VolumeWords(about=("Paper.",)), None)
    '<section class="volume-imprint"><div><p>Paper.</p></div><div><p>Free.</p></div></section>'
    """
    about = "".join(f"<p>{escape(line)}</p>" for line in words.about)
    known = "".join(f"<p>{escape(line)}</p>" for line in cover.imprint)
    known += footer.decode_contents().strip() if footer else ""
    return f'<section class="volume-imprint"><div>{about}</div><div>{known}</div></section>'
