"""When a build brings Python along: fetched before the first page, written after the last."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path

from sphinx.util import logging

from livepage.files.lean import lean
from livepage.runtime import BOOK, FOLDER, LIBRARY, OFFER, TOLD, bundle, library, pinned

logger = logging.getLogger(__name__)
SCRIPTS = tuple(f"livepage-python-{name}.js" for name in ("engine", "cells", "forms", "worker"))
SHEET = "livepage-python.css"
RUNNER, LOCK, SIZE = "runner.py", "lock.json", "size.json"
COUNTED = ("pyodide.asm.wasm", LIBRARY, BOOK, LOCK)  # what the worker counts as it comes


def is_on(config) -> bool:
    """Say whether this build brings Python along."""
    return bool(config.livepage_runtime_there)


def fetch(app, config) -> None:
    """Fetch the package where the book wants it, or say in a line why there is none.

    Sphinx's ``config-inited``: whether there is one decides how every page is written.
    """
    config.livepage_runtime_there = ""
    if config.livepage_runtime:
        try:
            pinned.archive(_cache(app))
            config.livepage_runtime_there = pinned.VERSION
        except pinned.NotThereError as missing:
            logger.info("livepage: no cell can be run in the pages: %s", missing)


def _cache(app) -> Path:
    return Path(app.doctreedir) / "livepage"


def write(app, exception) -> None:
    """Write what runs cells into the static folder (Sphinx's ``build-finished``).

    Where there is nothing to write, what an earlier build has written goes.
    """
    static = Path(app.outdir) / "_static"
    if exception or not static.is_dir():
        return
    shutil.rmtree(static / FOLDER, ignore_errors=True)
    (static / OFFER).unlink(missing_ok=True)
    if not is_on(app.config):
        return
    code, licences = taken(
        Path(app.srcdir), app.config.livepage_watch, app.config.livepage_runtime_packages
    )
    written = made(pinned.archive(_cache(app)), code, _cache(app))
    written |= {f"licences/{name}": content for name, content in licences.items()}
    for name, content in written.items():
        path = static / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (static / OFFER).write_text(lean(front(OFFER)), encoding="utf-8")


def taken(
    root: Path, folders: Iterable[str], packages: Iterable[str]
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the code and tables that go along, and the licences of all that does.

    Parameters
    ----------
    root : Path
        The book's folder.
    folders : iterable of str
        Folders in it that hold the book's code and tables.
    packages : iterable of str
        Installed distributions that the code needs.
    """
    code = bundle.folder(root, folders)
    licences = {
        path.name: path.read_bytes() for path in (files(__package__) / "licences").iterdir()
    }
    for name in packages:
        modules, its = bundle.installed(name)
        code |= {f"src/{path}": content for path, content in modules.items()}
        licences |= its
    return code, licences


def front(name: str) -> str:
    """Return the text of a file that goes to the pages."""
    return (files(__package__) / "front" / name).read_text("utf-8")


def made(packed: Path, code: Mapping[str, bytes], cache: Path) -> dict[str, bytes]:
    """Return the files that run cells, by name: the same bytes for the same code.

    Parameters
    ----------
    packed : Path
        The package, as npm packs it.
    code : mapping of str to bytes
        The book's own files.
    cache : Path
        A folder that keeps the cut library.
    """
    used = bundle.imported(code)
    python = pinned.members(packed, *pinned.SERVED, pinned.STDLIB, pinned.TOLD)
    cut, modules = _library(python[pinned.STDLIB], used, cache)
    lock = {"info": json.loads(python[pinned.TOLD])["info"], "packages": {}}
    found = {
        **{name: python[name] for name in pinned.SERVED},
        LIBRARY: cut,
        BOOK: bundle.zipped(code),
        LOCK: json.dumps(lock).encode(),
        TOLD: "".join(f"{name}\n" for name in modules).encode(),
        RUNNER: (files(__package__) / RUNNER).read_bytes(),
        **{name: lean(front(name)).encode() for name in SCRIPTS},
        SHEET: front(SHEET).encode(),
    }
    return {**found, SIZE: str(sum(len(found[name]) for name in COUNTED)).encode()}


def _library(whole: bytes, used: set[str], cache: Path) -> tuple[bytes, list[str]]:
    """Return the cut library and its modules, kept until what it is made of changes."""
    sources = [(files(__package__) / f"{name}.py").read_bytes() for name in ("library", "imports")]
    recipe = hashlib.sha256(repr((pinned.INTEGRITY, sorted(used), sources)).encode()).hexdigest()
    kept, names = cache / f"library-{recipe[:16]}.zip", cache / f"library-{recipe[:16]}.json"
    if not (kept.is_file() and names.is_file()):
        cut, modules = library.cut(whole, used)
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(cut)
        names.write_text(json.dumps(modules))
    return kept.read_bytes(), json.loads(names.read_text())
