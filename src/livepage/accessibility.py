"""What the theme leaves unsaid for assistive technology, said in the page itself.

Names come from words that are in the page already, so that they are in the book's language.
"""

from bs4 import BeautifulSoup, Tag


def name_toggles(soup: BeautifulSoup) -> BeautifulSoup:
    """Name each fold of the contents after the chapter that it unfolds.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> fold = "<li><a href='#'>One</a><details><summary><i></i></summary></details></li>"
    >>> name_toggles(parse(fold)).summary["aria-label"]
    'One'
    """
    for summary in soup.select("li > details > summary"):
        link = summary.find_parent("li").find("a", recursive=False)
        if link and not summary.get_text(strip=True):
            summary["aria-label"] = " ".join(link.get_text(" ").split())
    return soup


def call_by_visible_words(soup: BeautifulSoup) -> BeautifulSoup:
    """Let a button with visible words be called by them, and hide its keyboard hint from the name.

    A voice user says what is to be read on a button; a label that says something else, as the
    theme's does, leaves it out of reach.
    """
    for hint in soup.select(".search-button__kbd-shortcut"):
        hint["aria-hidden"] = "true"
    for button in soup.select("button[title], a.btn[title]"):
        if _visible_text(button):
            button.attrs.pop("aria-label", None)
        elif not button.get("aria-label"):
            button["aria-label"] = button["title"]
    for summary in soup.select("summary[aria-label]"):
        if _visible_text(summary):
            del summary["aria-label"]
    for icon in soup.select(".theme-switch"):
        icon.attrs.pop("title", None)
    return soup


def _visible_text(tag: Tag) -> str:
    hidden = {id(text) for part in tag.select("[aria-hidden]") for text in part.strings}
    return "".join(text for text in tag.strings if id(text) not in hidden).strip()


def give_landmarks(soup: BeautifulSoup) -> BeautifulSoup:
    """Put what stands outside every landmark into one."""
    sidebar = soup.find(id="pst-primary-sidebar")
    if sidebar and not sidebar.get("role"):
        sidebar["role"] = "complementary"
    return soup


def list_bibliographies(soup: BeautifulSoup) -> BeautifulSoup:
    """Let the entries of a bibliography be items of the list that it says it is.

    docutils gives them a role that ARIA has since deprecated and that no list may hold.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> list_bibliographies(parse('<div role="doc-biblioentry">Work</div>'))
    <div role="listitem">Work</div>
    """
    for entry in soup.select("[role=doc-biblioentry]"):
        entry["role"] = "listitem"
    return soup


def mend(soup: BeautifulSoup) -> BeautifulSoup:
    """Apply all of the above."""
    return list_bibliographies(give_landmarks(call_by_visible_words(name_toggles(soup))))
