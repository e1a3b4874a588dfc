"""Masks in the place of Font Awesome's characters: no style sheet asks for a font.

Its fonts go, and so do its 2000 rules of one character each. What the theme draws by such a
character in a pseudo-element becomes a mask, drawn from the same icon.
"""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import quote

import tinycss2
from tinycss2.ast import AtRule, FunctionBlock, IdentToken, StringToken

from livepage.files import css
from livepage.files.icons import Icon, code_points

VARIABLES = ("--pst-icon-", "--pst-breadcrumb-divider")


def without_font(sheet: Iterable[css.Rule]) -> list[css.Rule]:
    """Return the sheet with masks in the place of Font Awesome's characters.

    Examples
    --------
    >>> sheet = css.read("a{content:var(--pst-icon-bell);font:var(--fa-font-solid)}")
    >>> css.write(without_font(sheet))[:60]
    'a{content:"";background:currentColor;mask:var(--pst-icon-bel'
    >>> css.write(without_font(css.read('.fa-bell:before{content:"x"}b{top:0}')))
    'b{top:0}'
    """
    icons = code_points()
    return [
        replace(rule, declarations=tuple(_drawn(one, icons) for one in rule.declarations))
        for rule in sheet
        if not _is_font(rule) and not _names_characters(rule)
    ]


def _is_font(rule: css.Rule) -> bool:
    match rule.other:
        case AtRule(lower_at_keyword="font-face", content=content):
            return "Awesome" in tinycss2.serialize(content)
    return False


def _names_characters(rule: css.Rule) -> bool:
    """Say whether a rule gives classes of Font Awesome their character and does nothing else."""
    selectors = map(tinycss2.serialize, rule.selectors)
    names = {css.declared(one)[0] for one in rule.declarations if one}
    return (
        rule.other is None
        and names <= {"content", "--fa", "--fa--fa"}
        and all(one.startswith(".fa-") and one.endswith(":before") for one in selectors)
    )


def _drawn(declaration: css.Values, icons: dict[str, Icon]) -> css.Values:
    """Return a declaration, or what draws the icon that it shows."""
    name, value = css.declared(declaration)
    match value:
        case [StringToken(value=sign)] if name.startswith(VARIABLES) and len(sign) == 1:
            if icon := icons.get(f"{ord(sign):x}"):
                return css.values(f'{name}:url("{_address(icon)}")')
        case [FunctionBlock(lower_name="var", arguments=[IdentToken(value=variable)])]:
            if name == "content" and variable.startswith(VARIABLES):
                mask = f"mask:var({variable}) center/contain no-repeat"
                return css.values(f'content:"";background:currentColor;{mask}')
            if name == "font" and variable == "--fa-font-solid":
                return css.values("display:inline-block;height:1em;width:1em")
    return declaration


def _address(icon: Icon) -> str:
    svg = icon.svg(' xmlns="http://www.w3.org/2000/svg"').replace("currentColor", "#000")
    return f"data:image/svg+xml,{quote(svg, safe=' =:/,.')}"
