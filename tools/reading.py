"""How long the book is to read, and how easy: phone screens, words, sentences, reading ease.

What is counted is what a browser shows on a phone with every fold open. The text alternatives of
explorers stay folded: they say again what the explorer says. Ease is Flesch's, from the words of a
sentence and the syllables of a word; what ends without a full stop (labels, cells) is no sentence.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tools.visible import sentences
from tools.visit import pages, visit

HAND = {"width": 390, "height": 844}
# The chapters and the labs; what is in the appendix is looked up, not read.
PARTS = ("argument", "cases", "follows", "scrutiny", "lab")
CHAPTERS = tuple(f"chapters/{part}/" for part in PARTS)
BOOK = ("index.html", "chapters/how_to_use.html", "chapters/instructors/", *CHAPTERS)
WORD = re.compile(r"[A-Za-z0-9][\w’'.-]*")
SYLLABLE = re.compile(r"[aeiouy]+", re.I)
SILENT = re.compile(r"(?<=[^laeiouy])e$|(?<=[^dtaeiouy])ed$|(?<=[^cgsxz])es$", re.I)
FEWEST = 3  # words of a sentence
HEIGHT = "() => document.documentElement.scrollHeight"
TEXT = """() => {
    const article = document.querySelector('article');
    for (const fold of article.querySelectorAll('details:not(.explorer-alternative)'))
        fold.open = true;
    return article.innerText; }"""


def words(text: str) -> list[str]:
    """Return the words of a text; Chinese is not counted.

    Examples
    --------
    >>> words("“Belarus’s 2020 crisis” (政局动荡) – 4.1, paragraph 5")
    ['Belarus’s', '2020', 'crisis', '4.1', 'paragraph', '5']
    """
    return WORD.findall(text)


def syllables(word: str) -> int:
    """Count the syllables of an English word, by its vowels.

    Examples
    --------
    >>> [syllables(word) for word in "state balance table asked region the".split()]
    [1, 2, 2, 1, 2, 1]
    """
    return max(1, len(SYLLABLE.findall(SILENT.sub("", word))))


def prose(text: str) -> list[list[str]]:
    """Return the sentences of a text, each as its words; labels and cells are none.

    Examples
    --------
    >>> prose("Your bet\\n\\nThe crisis ended. Did it?")
    [['The', 'crisis', 'ended']]
    """
    whole = [found for found in sentences(text) if re.search(r"[.?!][”’)]*$", found)]
    split = [[word.rstrip(".") for word in words(found)] for found in whole]
    return [found for found in split if len(found) >= FEWEST]


@dataclass(frozen=True, slots=True)
class Reading:
    """What it takes to read a page.

    Attributes
    ----------
    screens : float
        How many screens of a phone it is high, as it is opened.
    words : int
        With every fold open.
    sentence : float
        The mean number of words of a sentence.
    ease : float
        Flesch's reading ease: 60 and more is plain English.

    Examples
    --------
    >>> Reading.of("The state kept its balance. The crisis ended.", height=422)
    Reading(screens=0.5, words=8, sentence=4.0, ease=86.5)
    """

    screens: float
    words: int
    sentence: float
    ease: float

    @classmethod
    def of(cls, text: str, height: float) -> "Reading":
        said = prose(text)
        every = [word for sentence in said for word in sentence]
        length = len(every) / len(said) if said else 0.0
        weight = sum(map(syllables, every)) / len(every) if every else 0.0
        ease = 206.835 - 1.015 * length - 84.6 * weight
        return cls(
            round(height / HAND["height"], 1), len(words(text)), round(length, 1), round(ease, 1)
        )


def read(running: Browser, root: str, addresses: Iterable[str]) -> Iterator[tuple[str, Reading]]:
    """Yield the pages, each with what it takes to read it.

    Parameters
    ----------
    running : Browser
        A running browser.
    root : str
        Where the book is served.
    addresses : iterable of str
        The pages within it.
    """
    for address in addresses:
        with visit(running, root, address, viewport=HAND) as seen:
            height = seen.page.evaluate(HEIGHT)
            yield address, Reading.of(seen.page.evaluate(TEXT), height)


def to_be_read(book: Path) -> list[str]:
    """Return every page of the book but the appendix."""
    return [page for page in pages(book) if page.startswith(BOOK)]
