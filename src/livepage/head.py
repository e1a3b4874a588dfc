"""Two lines of a page's head: the colours before the first paint, and the icon in the tab."""

import re

from bs4 import BeautifulSoup

from livepage.markup import fragment

# The theme starts every page without colours and lets a late script choose them: a flash of white
# in a dark room, and an error in the console. This one decides before anything is painted.
COLOURS = """
    (function (html) {
      var mode = DEFAULT, theme = "";
      try { mode = localStorage.getItem("mode") || mode; } catch (e) { /* storage is off */ }
      if (mode === "light" || mode === "dark") { theme = mode; }
      else { theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"; }
      html.dataset.mode = mode;
      html.dataset.theme = theme;
    })(document.documentElement);
  """
_DEFAULT = re.compile(r'getItem\("mode"\) \|\| "(\w*)"')


def colours_first(soup: BeautifulSoup) -> BeautifulSoup:
    """Replace the theme's script that sets the colours."""
    for script in soup.find_all("script", src=False):
        if found := _DEFAULT.search(script.string or ""):
            script.string = COLOURS.replace("DEFAULT", f'"{found[1] or "auto"}"')
    return soup


def icon_said(soup: BeautifulSoup) -> BeautifulSoup:
    """Say that a book without an icon has none, before the browser asks for one in vain."""
    if soup.head and not soup.select_one("link[rel~=icon]"):
        soup.head.append(fragment('<link rel="icon" href="data:,"/>'))
    return soup
