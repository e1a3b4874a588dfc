"""The style of one page: of the merged sheet the rules that it can use, and no blank too many.

It stands in the page itself, so that the first words are painted without a second way to the
server. A rule stays if every part of its selector may be one element of this page, whatever its
scripts do: in doubt it stays.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from livepage.files.asked import all_met
from livepage.files.elements import Elements
from livepage.files.lines import Line

_ADDRESS = re.compile(r"""url\((?!["']?(?:[a-z]+:|[/#]))["']?""", re.I)


def fit(sheet: Iterable[Line], page: Elements, root: str = "") -> str:
    """Return the style of a page.

    Parameters
    ----------
    sheet : iterable of Line
        The merged sheet.
    page : Elements
        What stands in the page.
    root : str
        The way from the page to the folder in which the sheet would stand.

    Examples
    --------
    >>> from livepage.files import css
    >>> from livepage.files.elements import elements
    >>> from livepage.files.lines import lines
    >>> sheet = lines(css.read("p.a > b, .c { --x: 1; --y: 2; top: var(--x) } i { top: 0 }"))
    >>> fit(sheet, elements('<p class="a"><b></b></p>', []))
    'p.a>b{--x:1;top:var(--x)}'
    """
    met = [
        replace(line, selectors=kept)
        for line in sheet
        if (kept := tuple(one for one in line.selectors if all_met(one.compounds, page)))
        or line.other
    ]
    used = _used(met, page)
    moving = " ".join(one.text for line in met for one in line.declarations if "anim" in one.name)
    left = []
    for line in met:
        needed = tuple(
            one for one in line.declarations if not one.name.startswith("--") or one.name in used
        )
        if needed or (line.other and (not line.moves or line.moves in moving)):
            left.append(replace(line, declarations=needed))
    return _ADDRESS.sub(lambda found: f"{found[0]}{root}", _written(left))


def _used(sheet: Iterable[Line], page: Elements) -> set[str]:
    """Return the variables that something refers to, other than unused variables."""
    used, needs = set(page.variables), defaultdict(set)
    for line in sheet:
        used.update(re.findall(r"--[\w-]+", line.other))
        for one in line.declarations:
            (needs[one.name] if one.name.startswith("--") else used).update(one.needs)
    pending = [*used]
    while pending:
        new = needs[pending.pop()] - used
        used |= new
        pending += new
    return used


def _written(sheet: Iterable[Line], depth: int = 0) -> str:
    """Return lines as text; what stands in the same group, one after the other, shares it."""
    text = ""
    for group, alike in groupby(sheet, lambda line: line.groups[depth : depth + 1]):
        if group:
            text += f"{group[0]}{{{_written(alike, depth + 1)}}}"
        else:
            text += "".join(_rule(line) for line in alike)
    return text


def _rule(line: Line) -> str:
    selectors, declarations = (
        sign.join(one.text for one in parts)
        for sign, parts in ((",", line.selectors), (";", line.declarations))
    )
    return line.other or f"{selectors}{{{declarations}}}"
