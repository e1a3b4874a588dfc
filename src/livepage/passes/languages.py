"""Words in Chinese characters on a page of another language, marked as what they are.

A screen reader reads them in its own voice for that language only if it is told (WCAG 3.1.2), and a
browser picks the right font. Which language they are in the book says: ``livepage_han_language``.
"""

import re

from bs4 import BeautifulSoup, NavigableString, Tag

from livepage.chinese import CHARACTERS, HAN
from livepage.files import SEARCH
from livepage.markup import select

# what stands between Chinese characters or around them in no other script
_OPEN, _CLOSE = "《〈「『【〔（", "》〉」』】〕）。！？"
_BETWEEN = "、，；：·—…“”‘’0-9"
RUN = re.compile(
    f"[{_OPEN}]*{HAN.pattern}(?:[{CHARACTERS}{_OPEN}{_CLOSE}{_BETWEEN}]*[{CHARACTERS}{_CLOSE}])?",
)
_LETTER = re.compile(r"[^\W\d_]")
_EMPTY = re.compile(r"\s*[(\[]\s*[)\]]")
_LOOSE = re.compile(r"\s+(?=[.,;:])|(?<=\s)\s+")
_PLAIN = {"option", "desc", "title"}  # these hold nothing but text; a title, in a drawing
_UNREAD = {"script", "style", "title", "template"}
NAMES = ("title", "aria-label", "alt", "placeholder")
NAMED = ", ".join(f"[{name}]" for name in NAMES)


def mark(soup: BeautifulSoup, language: str) -> BeautifulSoup:
    """Say of every run of Chinese characters in which language it is.

    An element that has nothing else is marked itself; elsewhere the run gets an element of its own.
    What stands in an element that is marked already, as the whole page may be, is left alone.

    Parameters
    ----------
    soup : BeautifulSoup
        The page.
    language : str
        A language tag, such as ``zh-Hans``.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> mark(parse("<p>Li Bai (李白) on <em>静夜思</em></p>"), "zh-Hans")
    <p>Li Bai (<span lang="zh-Hans">李白</span>) on <em lang="zh-Hans">静夜思</em></p>
    >>> mark(parse('<p lang="zh">静夜思</p>'), "zh-Hans")
    <p lang="zh">静夜思</p>
    """
    for tag in select(soup, NAMED):
        said = any(HAN.search(tag.get(name, "")) for name in NAMES)
        if said and not _is_said(tag, language):
            _mark_names(tag, language)
    for script in select(soup, f'script[src*="{SEARCH}"]'):
        script["data-han"] = language  # what is found is marked in the page
    texts = [one for one in soup.descendants if type(one) is NavigableString]
    for text in texts:
        if HAN.search(text) and not _is_said(text, language):
            _mark_text(soup, text, language)
    return soup


def _is_said(place: Tag | NavigableString, language: str) -> bool:
    """Say whether it is in an element of this language, or in one that nobody reads out."""
    for tag in (place, *place.parents):
        if not isinstance(tag, Tag):
            continue
        if tag.name in _UNREAD and tag.find_parent("svg") is None:
            return True
        if said := tag.get("lang"):
            return said.split("-")[0].lower() == language.split("-")[0].lower()
    return False


def _is_whole(text: str) -> bool:
    """Say whether nothing in it is of another script."""
    return not _LETTER.search(RUN.sub("", text))


def _mark_text(soup: BeautifulSoup, text: NavigableString, language: str) -> None:
    parent = text.parent
    drawn = parent.find_parent("svg") is not None
    alone = len(parent.contents) == 1 and not any(parent.has_attr(name) for name in NAMES)
    if (alone and not parent.get("lang") and _is_whole(text)) or parent.name in _PLAIN:
        parent["lang"] = language
        return
    pieces, end = [], 0
    for run in RUN.finditer(text):
        own = soup.new_tag("tspan" if drawn else "span", attrs={"lang": language})
        own.string = run[0]
        pieces += [NavigableString(text[end : run.start()]), own]
        end = run.end()
    text.replace_with(*pieces, NavigableString(text[end:]))


def _mark_names(tag: Tag, language: str) -> None:
    """Mark an element whose names and words are all Chinese, or leave it out of its title.

    An attribute has the language of its element.
    """
    words = [tag[name] for name in NAMES if tag.get(name)]
    if all(map(_is_whole, [*words, tag.get_text()])):
        tag["lang"] = language
    elif HAN.search(tag.get("title") or ""):
        tag["title"] = without(tag["title"])


def without(text: str) -> str:
    """Leave the Chinese out of a text, and the brackets and blanks that held nothing else.

    Examples
    --------
    >>> without("Li Bai (李白). 静夜思 [Quiet night]. 2024.")
    'Li Bai. [Quiet night]. 2024.'
    """
    bare = _EMPTY.sub("", RUN.sub("", text))
    return _LOOSE.sub("", bare).strip()
