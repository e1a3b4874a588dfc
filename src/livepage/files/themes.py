"""The theme's dark rules: not for paper, and by the reader's system where no script has chosen."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from tinycss2.ast import IdentToken, SquareBracketsBlock

from livepage.files import css

DARK, LIGHT = "dark", "light"
PREFERRED = "@media screen and (prefers-color-scheme:dark)"


def light_on_paper(sheet: Iterable[css.Rule]) -> list[css.Rule]:
    """Return the sheet so that a dark page prints in the light colours: paper is white.

    Examples
    --------
    >>> sheet = css.read("html[data-theme=dark]{--a:1}html[data-theme=light]{--a:2}")
    >>> css.write(light_on_paper(sheet)).partition("}}")[2]
    'html[data-theme=light]{--a:2}@media print{html[data-theme=dark]{--a:2}}'
    """
    found, paper = [], []
    for rule in sheet:
        dark, light = (_selectors(rule, theme) for theme in (DARK, LIGHT))
        if dark and not light:
            others = tuple(one for one in rule.selectors if one not in dark)
            found += [replace(rule, selectors=others)] if others else []
            found.append(replace(rule, selectors=dark, groups=("@media screen", *rule.groups)))
        else:
            found.append(rule)
        if light and not dark:
            asked = tuple(_replaced(one, LIGHT, "[data-theme=dark]") for one in light)
            paper.append(replace(rule, selectors=asked, groups=("@media print", *rule.groups)))
    return found + paper


def dark_by_preference(sheet: Iterable[css.Rule]) -> list[css.Rule]:
    """Return the dark rules for a page whose theme no script has set.

    Examples
    --------
    >>> css.write(dark_by_preference(css.read("html[data-theme=dark] a{color:#fff}b{top:0}")))
    '@media screen and (prefers-color-scheme:dark){html:not([data-theme]) a{color:#fff}}'
    """
    found = []
    for rule in sheet:
        if dark := _selectors(rule, DARK):
            asked = tuple(_replaced(one, DARK, ":not([data-theme])") for one in dark)
            found.append(replace(rule, selectors=asked, groups=(PREFERRED, *rule.groups)))
    return found


def _selectors(rule: css.Rule, theme: str) -> tuple[css.Values, ...]:
    """Return the selectors of a rule that ask for the theme."""
    return tuple(one for one in rule.selectors if _place(one, theme))


def _place(selector: css.Values, theme: str) -> int:
    """Return where ``html`` is asked for its theme; 0 if nowhere."""
    for place, pair in enumerate(pairwise(selector), start=1):
        match pair:
            case IdentToken(lower_value="html"), SquareBracketsBlock(content=content):
                said = [getattr(node, "value", None) for node in css.words(content)]
                if said == ["data-theme", "=", theme]:
                    return place
    return 0


def _replaced(selector: css.Values, theme: str, condition: str) -> css.Values:
    """Return the selector with another condition in the place of the theme."""
    place = _place(selector, theme)
    return [*selector[:place], *css.values(condition), *selector[place + 1 :]]
