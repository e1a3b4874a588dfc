"""What a run of a notebook has opened of the watched files, and whether that is still so.

A run depends on the bytes of the files that it has opened, and on the names in the folders that it
has looked into: Python looks for a module in a folder before it opens one. Whatever else has
changed, a run whose files and folders are the same would come to the same.
"""

import json
import os
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import source_from_cache
from pathlib import Path

from livepage.running.watch import State

Loads = Mapping[str, str]  # as State, of what a run has opened

_real = cache(os.path.realpath)


def source(path: str) -> str:
    """Return the module's file, for one that holds its byte code.

    Examples
    --------
    >>> source("data/table.csv")
    'data/table.csv'
    """
    try:
        return source_from_cache(path)
    except (ValueError, NotImplementedError):
        return path


def of(opened: Iterable[str], folders: Iterable[str], root: Path, now: State) -> Loads:
    """Return what of the watched files is among these paths, as it is now.

    Examples
    --------
    >>> of(["/book/data/a.csv", "/usr/b"], ["/book/data"], Path("/book"), {"data/a.csv": "1"})
    {'data/a.csv': '1'}
    """
    paths = {_real(source(path)) for path in opened}
    paths |= {f"{_real(folder)}/" for folder in folders}
    return {name: hash_ for name, hash_ in now.items() if _place(root, name) in paths}


def _place(root: Path, name: str) -> str:
    return _real(f"{root}/{name}") + ("/" if name.endswith("/") else "")


def reported(report: Path, root: Path, now: State) -> Loads:
    """Return what a run has opened by its report; all that is watched if there is no telling.

    A run without a report, or one that has started another process, may have opened anything.
    """
    try:
        told = json.loads(report.read_text("utf-8"))
        if not told["all"]:
            return of(told["files"], told["folders"], root, now)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return dict(now)


def still(loads: Loads, now: State) -> bool:
    """Say whether all that a run has opened is as it was.

    Examples
    --------
    >>> [still({"a": "1"}, now) for now in ({"a": "1", "b": "2"}, {"a": "2"}, {})]
    [True, False, False]
    """
    return all(now.get(name) == hash_ for name, hash_ in loads.items())
