"""Livepage's own scripts, written into a book without what only their makers read."""

import re
from importlib.resources import files
from pathlib import Path

from livepage.files import BETS, CHARTS, COPY, EXPLORERS, FRAME, STAND_IN, VEGA, vega


def own(name: str) -> str:
    """Return the text of a file of livepage's own static folder."""
    return files("livepage").joinpath("static", name).read_text("utf-8")


def lean(script: str) -> str:
    r"""Return a script of ours without its comments and the blanks before its lines.

    A comment of ours has its lines to itself, or stands behind the end of a statement.

    Examples
    --------
    >>> lean("/* what for */\n  // why\n  f(); // so\n")
    'f();\n'
    """
    bare = re.sub(r"^/\*.*?\*/\n", "", script, flags=re.S | re.M)
    told = (re.sub(r"(^|(?<=[;{},]) +)// .*$", "", line.strip()) for line in bare.splitlines())
    return "".join(f"{line}\n" for line in told if line)


def write_scripts(static: Path, build: Path, pages: str) -> None:
    """Write the scripts that the pages refer to."""
    for name in (FRAME, EXPLORERS, BETS, COPY, STAND_IN, CHARTS):
        if name in pages:
            (static / name).write_text(lean(own(name)), encoding="utf-8")
    if CHARTS in pages:
        (static / VEGA).write_text(vega.cached_bundle(build), encoding="utf-8")
