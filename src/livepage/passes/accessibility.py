"""What the theme leaves unsaid for assistive technology, said in the page itself.

Names come from words that are in the page already, so that they are in the book's language.
"""

from collections import Counter

from bs4 import BeautifulSoup, Tag

from livepage.markup import select

ENOUGH = 4  # words by which a fold is told from others


def name_toggles(soup: BeautifulSoup) -> BeautifulSoup:
    """Name each fold of the contents after the chapter that it unfolds.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> fold = "<li><a href='#'>One</a><details><summary><i></i></summary></details></li>"
    >>> name_toggles(parse(fold)).summary["aria-label"]
    'One'
    """
    for summary in select(soup, "li > details > summary"):
        link = summary.find_parent("li").find("a", recursive=False)
        if link and not summary.get_text(strip=True):
            summary["aria-label"] = " ".join(link.get_text(" ").split())
    return soup


def call_by_visible_words(soup: BeautifulSoup) -> BeautifulSoup:
    """Let a button with visible words be called by them, and hide its keyboard hint from the name.

    A voice user says what is to be read on a button; a label that says something else, as the
    theme's does, leaves it out of reach.
    """
    for hint in select(soup, ".search-button__kbd-shortcut"):
        hint["aria-hidden"] = "true"
    for button in select(soup, "button[title], a.btn[title]"):
        if _visible_text(button):
            button.attrs.pop("aria-label", None)
        elif not button.get("aria-label"):
            button["aria-label"] = button["title"]
    for summary in select(soup, "summary[aria-label]"):
        if _visible_text(summary):
            del summary["aria-label"]
    for icon in select(soup, ".theme-switch"):
        icon.attrs.pop("title", None)
    return soup


def _visible_text(tag: Tag) -> str:
    hidden = {id(text) for part in select(tag, "[aria-hidden]") for text in part.strings}
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
    for entry in select(soup, "[role=doc-biblioentry]"):
        entry["role"] = "listitem"
    return soup


def tell_folds_apart(soup: BeautifulSoup) -> BeautifulSoup:
    """Say of each fold that is called as another is what it belongs to, for the ear alone.

    What can be seen of a fold over code changes when it is opened, so this is added to it, and no
    label put in its stead. Of a long name, such as a question that has just been heard, its first
    words will do.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> fold = '<details class="hide"><summary><p>Show</p></summary></details>'
    >>> page = tell_folds_apart(parse(f"<article><h2>Cases</h2>{fold}{fold}</article>"))
    >>> [fold.get_text(" ") for fold in page.select("summary")]
    ['Show Cases', 'Show Cases (2)']
    >>> asked = "When does the council of the old town meet again?"
    >>> page = tell_folds_apart(parse(f"<article><h2>{asked}</h2>{fold}{fold}</article>"))
    >>> page.summary.get_text(" ")
    'Show When does the council…'
    """
    folds = select(soup, "article details > summary")
    named = Counter(_visible_text(summary) for summary in folds)
    given: Counter[tuple[str, str]] = Counter()
    for summary in folds:
        called = _visible_text(summary)
        if named[called] == 1:
            continue
        place = _beginning(_form_of(summary.parent) or heading_above(summary))
        given[called, place] += 1
        times = given[called, place]
        if words := f"{place} ({times})" if times > 1 else place:
            own = soup.new_tag("span", attrs={"class": ["livepage-heard"]})
            own.string = words
            summary.append(own)
    return soup


def _beginning(name: str) -> str:
    """Return as much of a name as tells it from others."""
    first = name.split()[: ENOUGH + 1]
    return name if len(first) <= ENOUGH else " ".join(first[:ENOUGH]) + "…"


def _form_of(fold: Tag) -> str:
    """Return the name of the explorer whose words are folded here; empty if there is none."""
    before = fold.find_previous_sibling()
    form = fold.find_parent("form") or (before if before and before.name == "form" else None)
    return form.get("aria-label", "") if form else ""


def heading_above(tag: Tag) -> str:
    """Return the words of the nearest heading before it; empty where there is none."""
    heading = tag.find_previous(["h1", "h2", "h3", "h4"])
    if heading is None:
        return ""
    marks = {id(text) for mark in select(heading, ".headerlink") for text in mark.strings}
    return " ".join("".join(t for t in heading.strings if id(t) not in marks).split())


def silence_drawings(soup: BeautifulSoup) -> BeautifulSoup:
    """Hide the words in a drawing that has a name: some screen readers say them all after it.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> silence_drawings(parse('<svg role="img" aria-label="Two"><text>2</text></svg>'))
    <svg aria-label="Two" role="img"><g aria-hidden="true"><text>2</text></g></svg>
    """
    for drawing in select(soup, "svg[role=img][aria-label]:has(text)"):
        inner = soup.new_tag("g", attrs={"aria-hidden": "true"})
        inner.extend(list(drawing.contents))
        drawing.append(inner)
    return soup


def mend(soup: BeautifulSoup) -> BeautifulSoup:
    """Apply all of the above."""
    for step in (
        name_toggles,
        call_by_visible_words,
        give_landmarks,
        list_bibliographies,
        tell_folds_apart,
        silence_drawings,
    ):
        soup = step(soup)
    return soup
