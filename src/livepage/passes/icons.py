"""Icons as inline drawings in the place of characters of a font."""

from bs4 import BeautifulSoup, Tag

from livepage.files.icons import STYLES, Icon, find_icon, theme_icons
from livepage.markup import fragment, select


def draw_icons(soup: BeautifulSoup) -> BeautifulSoup:
    """Replace every Font Awesome element by its drawing; an unknown one goes."""
    styles = theme_icons()
    for tag in select(soup, "i[class], span[class]"):
        if STYLES.keys().isdisjoint(tag["class"]):
            continue
        icon = find_icon(tag["class"], styles)
        if icon is None:
            tag.decompose()
        else:
            tag.replace_with(_drawing(icon, tag))
    return soup


def _drawing(icon: Icon, tag: Tag) -> Tag:
    drawing = fragment(icon.svg())
    # the theme's own CSS finds its icons by these
    drawing["class"] = ["icon", *tag["class"]]
    for name, value in tag.attrs.items():
        if name.startswith("data-"):
            drawing[name] = value
    return drawing
