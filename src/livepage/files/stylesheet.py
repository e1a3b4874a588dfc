"""One style sheet instead of eight, and none of it asks for a font.

The theme's sheets are read where the build has put them, merged in their order, and rid of Font
Awesome: its fonts, its 2000 character rules, and its characters in pseudo-elements, which become
masks drawn from the same icons.
"""

import re
from pathlib import Path
from urllib.parse import quote

from livepage.files.icons import code_points

# in the order in which the pages link them; globs
SHEETS = (
    "basic.css",
    "styles/theme.css",
    "styles/pydata-sphinx-theme.css",
    "pygments.css",
    "styles/sphinx-book-theme.css",
    "togglebutton.css",
    "copybutton.css",
    "mystnb.*.css",
    "livepage.css",
)
_COMMENT = re.compile(r"/\*(?!!).*?\*/", re.S)
_FONT_FACE = re.compile(r"@font-face\{[^}]*Awesome[^}]*\}")
_CHARACTER_RULE = re.compile(
    r"(?:\.fa-[\w-]+::?before,?)+\{(?:--fa|content):\"[^\"]*\"(?:;--fa--fa:\"[^\"]*\")?\}"
)
_ICON_VARIABLE = re.compile(r'(--pst-(?:icon-[\w-]+|breadcrumb-divider)):"(.)"')
_ICON_CONTENT = re.compile(r"content:var\((--pst-(?:icon-[\w-]+|breadcrumb-divider))\)")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
DARK = "html[data-theme=dark]"
LIGHT = "html[data-theme=light]"


def without_font(css: str) -> str:
    """Return `css` with masks in the place of Font Awesome's characters.

    Examples
    --------
    >>> without_font('a{content:var(--pst-icon-bell);font:var(--fa-font-solid)}')[:60]
    'a{content:"";background:currentColor;mask:var(--pst-icon-bel'
    >>> without_font('.fa-bell:before{content:"x"}b{top:0}')
    'b{top:0}'
    """
    icons = code_points()

    def drawing(match: re.Match) -> str:
        icon = icons.get(f"{ord(match[2]):x}")
        if icon is None:
            return match[0]
        svg = icon.svg(' xmlns="http://www.w3.org/2000/svg"').replace("currentColor", "#000")
        return f'{match[1]}:url("data:image/svg+xml,{quote(svg, safe=" =:/,.")}")'

    css = _FONT_FACE.sub("", css)
    css = _CHARACTER_RULE.sub("", css)
    css = _ICON_VARIABLE.sub(drawing, css)
    css = _ICON_CONTENT.sub(
        r'content:"";background:currentColor;mask:var(\1) center/contain no-repeat', css
    )
    return css.replace("font:var(--fa-font-solid)", "display:inline-block;height:1em;width:1em")


def merge(static: Path) -> str:
    """Return the sheets in the folder `static` as one."""
    parts = []
    for pattern in SHEETS:
        for path in sorted(static.glob(pattern)):
            css = path.read_text("utf-8").replace('@charset "UTF-8";', "")
            # one spelling of the theme's attribute, for the rules below
            css = re.sub(r'\[data-theme="(\w+)"\]', r"[data-theme=\1]", css)
            css = re.sub(r'@import "[^"]*basic\.css";', "", css)
            if path.parent != static:
                css = css.replace("url(../", "url(")
            parts.append(without_font(_COMMENT.sub("", css)).strip())
    return '@charset "UTF-8";\n' + "\n".join(parts) + "\n"


def light_on_paper(css: str) -> str:
    """Return `css` so that a dark page prints in the light colours: paper is white.

    Examples
    --------
    >>> print(light_on_paper("html[data-theme=dark]{--a:1}html[data-theme=light]{--a:2}"))
    @media screen{html[data-theme=dark]{--a:1}}html[data-theme=light]{--a:2}
    @media print{html[data-theme=dark]{--a:2}}
    """

    def on_screen(match: re.Match) -> str:
        selector = match[1]
        if DARK not in selector or LIGHT in selector:
            return match[0]
        return f"@media screen{{{match[0].strip()}}}"

    light = "".join(
        f"{selector.replace(LIGHT, DARK)}{{{body}}}"
        for selector, body in _RULE.findall(css)
        if LIGHT in selector and DARK not in selector
    )
    return _RULE.sub(on_screen, css) + f"\n@media print{{{light}}}"


def dark_by_preference(css: str) -> str:
    """Return the dark rules for a page whose theme no script has set.

    Examples
    --------
    >>> dark_by_preference("html[data-theme=dark] a{color:#fff}b{top:0}")
    '@media screen and (prefers-color-scheme:dark){html:not([data-theme]) a{color:#fff}}'
    """
    dark = "".join(
        f"{selector.strip().replace(DARK, 'html:not([data-theme])')}{{{body}}}"
        for selector, body in _RULE.findall(css)
        if DARK in selector
    )
    return f"@media screen and (prefers-color-scheme:dark){{{dark}}}"
