"""One style sheet instead of eight: the theme's, where the build has put them, in their order."""

from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, FunctionBlock, StringToken, URLToken

from livepage.files import css

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
    "explorers.css",
)
CHARSET = '@charset "UTF-8";'


def paths(static: Path) -> list[Path]:
    """Return the sheets that are in the folder `static`, in their order."""
    return [path for pattern in SHEETS for path in sorted(static.glob(pattern))]


def merge(static: Path) -> list[css.Rule]:
    """Return the sheets in the folder `static` as one."""
    found = css.read(CHARSET)
    for path in paths(static):
        sheet = [rule for rule in css.read(path.read_text("utf-8")) if not _is_done(rule)]
        if path.parent != static:
            _move_up(sheet)
        found += sheet
    return found


def _is_done(rule: css.Rule) -> bool:
    """Say whether merging has done already what a rule asks for."""
    match rule.other:
        case AtRule(lower_at_keyword="charset"):
            return True
        case AtRule(lower_at_keyword="import", prelude=prelude):
            return "basic.css" in tinycss2.serialize(prelude)
    return False


def _move_up(sheet: list[css.Rule]) -> None:
    """Write the addresses of a sheet in a folder as they are from the folder above."""
    for node in css.walk(node for rule in sheet for one in rule.declarations for node in one):
        match node:
            case (URLToken() as address) | FunctionBlock(
                lower_name="url", arguments=[StringToken() as address, *_]
            ) if address.value.startswith("../"):
                address.representation = address.representation.replace("../", "", 1)
