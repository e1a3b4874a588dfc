"""The frame without Bootstrap: menus that fold by themselves, hints that the browser shows.

A menu is a ``<details>``: it opens without a script, by keys, and is read out as what it is; the
frame's script only closes it when the reader goes elsewhere.
"""

from bs4 import BeautifulSoup, Tag

from livepage.markup import select, select_one

OF_BOOTSTRAP = "data-bs-"


def fold_menus(soup: BeautifulSoup) -> BeautifulSoup:
    """Make each menu of buttons a fold.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> menu = '<button data-bs-toggle="dropdown" type="button">Take</button>'
    >>> menu = f'<div class="dropdown">{menu}<ul class="dropdown-menu"><li>a</li></ul></div>'
    >>> fold = fold_menus(parse(menu)).details
    >>> [part.name for part in fold.children], fold.ul["class"]
    (['summary', 'ul'], ['dropdown-menu', 'show'])
    """
    for button in select(soup, ".dropdown > button[data-bs-toggle=dropdown]"):
        menu = button.find_next_sibling(class_="dropdown-menu")
        if menu is None:
            continue
        button.parent.name, button.name = "details", "summary"
        for name in ("type", "aria-expanded", "aria-haspopup"):
            button.attrs.pop(name, None)
        menu["class"] = [*menu["class"], "show"]
        button.parent.insert(0, button.extract())
    return soup


def plain_hints(soup: BeautifulSoup) -> BeautifulSoup:
    """Leave hints to the browser, and nothing in the frame that only Bootstrap reads.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> hint = '<button data-bs-toggle="tooltip" data-bs-title="Colours">a</button>'
    >>> plain_hints(parse(hint))
    <button title="Colours">a</button>
    """
    for tag in select(soup, "[data-bs-toggle=tooltip], details > summary[data-bs-toggle]"):
        if not tag.get("title") and tag.get("data-bs-title"):
            tag["title"] = tag["data-bs-title"]
        for name in [name for name in tag.attrs if name.startswith(OF_BOOTSTRAP)]:
            del tag[name]
    return soup


def name_drawers(soup: BeautifulSoup) -> BeautifulSoup:
    """Name the dialogs that contents are shown in as their buttons are named.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> page = '<button class="primary-toggle" title="Contents"></button>'
    >>> name_drawers(parse(f'{page}<dialog id="pst-primary-sidebar-modal"></dialog>')).dialog
    <dialog aria-label="Contents" id="pst-primary-sidebar-modal"></dialog>
    """
    for side in ("primary", "secondary"):
        dialog = soup.find("dialog", id=f"pst-{side}-sidebar-modal")
        button = select_one(soup, f".{side}-toggle[title]")
        if dialog and button:
            dialog["aria-label"] = button["title"]
        elif dialog and not select_one(soup, f".{side}-toggle"):
            dialog.decompose()  # nothing opens it
    return soup


def _is_empty(tag: Tag) -> bool:
    return not tag.get_text(strip=True) and not tag.find(["a", "img", "svg", "input", "button"])


def drop_leftovers(soup: BeautifulSoup) -> BeautifulSoup:
    """Drop what stands in the frame for services that no page here asks.

    Those are banners and advertisements that scripts would fetch, and parts that stayed empty.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> drop_leftovers(parse('<div class="pst-async-banner-revealer"></div><p>a</p>'))
    <p>a</p>
    """
    others = ".pst-async-banner-revealer, #pst-scroll-pixel-helper, #searchbox, .bd-footer"
    parts = "#ethical-ad-placement, .sidebar-primary__section, .sidebar-primary-item, .footer-item"
    for tag in [*select(soup, f"{others}, meta[name^=docsearch]"), *reversed(select(soup, parts))]:
        if _is_empty(tag):
            tag.decompose()
    return soup


def without_bootstrap(soup: BeautifulSoup) -> BeautifulSoup:
    """Apply all of the above."""
    for step in (fold_menus, plain_hints, name_drawers, drop_leftovers):
        soup = step(soup)
    return soup
