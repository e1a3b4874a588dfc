"""How explorers and tables look in a notebook, where no page brings its style sheets.

A form stands in a tree of its own (`front_end/live.js`), with the sheets of a page and one that
takes the place of the page's frame. Tables and cards are plain outputs; for them the same sheets
hold inside outputs alone. A book adds its own sheet with `wear`: its colours are those that the
sheet gives to ``:root``, and for the dark to ``html[data-theme="dark"]``.

Examples
--------
>>> tokens(":root {\\n  --ink: black;\\n}\\nhtml[data-theme=\\"dark\\"] { --ink: white; }", ":root")
'--ink: black;'
"""

import re
from pathlib import Path

_FOLDER = Path(__file__).parent
FRAME = _FOLDER / "front_end" / "live.css"  # what a page's frame does for its explorers
DOCUMENT = _FOLDER / "front_end" / "page.css"
PATTERNS = _FOLDER / "static" / "explorers.css"
LIGHT, DARK = ":root", 'html[data-theme="dark"]'  # where a book's sheet names its colours
HOSTS = ":is(.explorer-live, .jp-RenderedHTML)"
_worn: list[Path] = []


def wear(sheet: Path) -> None:
    """Add a book's own sheet to the look of its notebooks.

    Parameters
    ----------
    sheet : Path
        A style sheet, read when a kernel shows something for the first time.
    """
    if sheet not in _worn:
        _worn.append(sheet)


def tokens(css: str, selector: str) -> str:
    """Return the custom properties that a sheet gives to a selector; nothing if it has none.

    Parameters
    ----------
    css : str
        A style sheet.
    selector : str
        As the sheet writes it.
    """
    found = re.search(rf"^\s*{re.escape(selector)} \{{([^}}]*)\}}", css, re.M)
    return " ".join(re.sub(r"/\*.*?\*/", "", found[1]).split()) if found else ""


def sheet() -> str:
    """Return what the tree of a form holds: the frame's part, the patterns, the book's own."""
    return "\n".join(path.read_text("utf-8") for path in (FRAME, PATTERNS, *_worn))


def page_sheet() -> str:
    """Return what a notebook's document holds: colours for all outputs, and tables dressed."""
    worn = "\n".join(path.read_text("utf-8") for path in _worn)
    return "\n".join(
        [
            f"{HOSTS} {{ {tokens(worn, LIGHT)} }}",
            f":where([data-jp-theme-light=false]) {HOSTS} {{ {tokens(worn, DARK)} }}",
            # after them: paper and ink are the notebook's
            DOCUMENT.read_text("utf-8"),
            # nested, so that nothing of it is true of anything but an output
            f".jp-RenderedHTML {{\n{sheet()}\n}}",
        ]
    )
