"""A page's colours, light or dark, chosen before the first paint."""

import re

from bs4 import BeautifulSoup

from livepage.markup import select

# The theme starts every page without colours and lets a late script choose them: a flash of white
# in a dark room, and an error in the console. This one decides before anything is painted. Where it
# has run, the style sheet leaves what is not in sight to be laid out until livepage.js says so; if
# that has not come when all else has, nobody else would. Whoever follows a link to a place in the
# page needs all of it at once: what is laid out later would move the place out of sight again.
COLOURS = """
    (function (html) {
      var mode = DEFAULT, theme = "";
      try { mode = localStorage.getItem("mode") || mode; } catch (e) { /* storage is off */ }
      if (mode === "light" || mode === "dark") { theme = mode; }
      else { theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"; }
      html.dataset.mode = mode;
      html.dataset.theme = theme;
      if (location.hash) { html.dataset.painted = ""; }
      addEventListener("load", function () {
        setTimeout(function () { html.dataset.painted = html.dataset.painted || ""; }, 1000);
      });
    })(document.documentElement);
  """
_DEFAULT = re.compile(r'getItem\("mode"\) \|\| "(\w*)"')


def colours_first(soup: BeautifulSoup) -> BeautifulSoup:
    """Replace the theme's script that sets the colours."""
    for script in select(soup, "script:not([src])"):
        if found := _DEFAULT.search(script.string or ""):
            script.string = COLOURS.replace("DEFAULT", f'"{found[1] or "auto"}"')
    return soup
