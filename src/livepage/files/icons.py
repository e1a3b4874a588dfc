"""The theme's icons as drawings, read at build time from the theme's own bundle.

Font Awesome Free: icons under CC BY 4.0, https://fontawesome.com/license/free. The bundle's
licence file stays in the book's static folder.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

BUNDLE = "theme/pydata_sphinx_theme/static/scripts/fontawesome.js"
STYLES = {
    "fa": "fas",
    "fas": "fas",
    "fa-solid": "fas",
    "far": "far",
    "fa-regular": "far",
    "fab": "fab",
    "fa-brands": "fab",
}
# name:[width,height,[aliases],"code point","path"] ... ("style", ends each of the three sets
_ENTRY = re.compile(
    r'(?:"([\w-]+)"|([\w$]+)):\[(\d+),(\d+),\[([^\]]*)\],"([0-9a-f]+)","([^"]*)"\]'
    r'|\("(fab|far|fas)",'
)


@dataclass(frozen=True)
class Icon:
    """One drawing: its box and its path."""

    width: int
    height: int
    path: str
    code_point: str

    def svg(self, attributes: str = "") -> str:
        """Return the drawing as an element that assistive technology passes over."""
        return (
            f'<svg{attributes} aria-hidden="true" focusable="false" '
            f'viewBox="0 0 {self.width} {self.height}"><path fill="currentColor" '
            f'd="{self.path}"/></svg>'
        )


def parse_bundle(text: str) -> dict[str, dict[str, Icon]]:
    """Return style → name or alias → icon.

    Examples
    --------
    >>> found = parse_bundle('{bars:[4,5,["navicon"],"f0c9","M0 0z"]};d("fas",p)')
    >>> found["fas"]["navicon"].path
    'M0 0z'
    """
    styles: dict[str, dict[str, Icon]] = {}
    pending: dict[str, Icon] = {}
    for match in _ENTRY.finditer(text):
        quoted, bare, width, height, aliases, code_point, path, style = match.groups()
        if style:
            styles.setdefault(style, {}).update(pending)
            pending = {}
            continue
        icon = Icon(int(width), int(height), path, code_point)
        for name in (quoted or bare, *re.findall(r'"([^"]+)"', aliases)):
            pending.setdefault(name, icon)
    return styles


@cache
def theme_icons() -> dict[str, dict[str, Icon]]:
    """Return the icons of the installed theme; empty where the theme has none."""
    try:
        return parse_bundle(files("pydata_sphinx_theme").joinpath(BUNDLE).read_text("utf-8"))
    except (ModuleNotFoundError, FileNotFoundError):
        return {}


def find_icon(classes: list[str], styles: dict[str, dict[str, Icon]]) -> Icon | None:
    """Return the icon that Font Awesome's class names ask for."""
    style = next((STYLES[name] for name in classes if name in STYLES), None)
    names = (name[3:] for name in classes if name.startswith("fa-"))
    known = styles.get(style or "", {})
    return next((known[name] for name in names if name in known), None)


def code_points() -> dict[str, Icon]:
    """Return code point → icon, for icons that the style sheets name by character."""
    merged = {}
    for style in ("far", "fab", "fas"):
        merged.update({i.code_point: i for i in theme_icons().get(style, {}).values()})
    return merged
