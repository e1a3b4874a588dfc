"""What the pages depend on besides their own text, reduced to one hash.

jupyter-cache compares the source of the code cells and nothing else: a changed module or table
leaves a stale output in the page. So the cache lives in a folder named after the bytes of the
watched files, and the same hash is a Sphinx config value, so that a change also makes Sphinx read
every page again.
"""

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

CACHE_FOLDER = ".jupyter_cache"
PACKAGE = Path(__file__).parents[1]
_KEY = re.compile(r"[0-9a-f]{16}")


def watched_files(root: Path, patterns: Iterable[str]) -> Iterator[Path]:
    """Yield the files under `root` that `patterns` (folders or globs) name, sorted, each once.

    Hidden files and byte code do not count: neither changes what a notebook computes.
    """
    found: set[Path] = set()
    for pattern in patterns:
        for path in root.glob(pattern):
            found.update([path] if path.is_file() else path.rglob("*"))
    for path in sorted(found):
        parts = path.relative_to(root).parts
        if path.is_file() and not any(p.startswith(".") or p == "__pycache__" for p in parts):
            yield path


def fingerprint(root: Path, patterns: Iterable[str]) -> str:
    """Return a short hash of the names and bytes of the watched files.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     table = Path(folder, "data", "table.csv")
    ...     table.parent.mkdir()
    ...     _ = table.write_text("a,b")
    ...     before = fingerprint(Path(folder), ["data"])
    ...     _ = table.write_text("a,c")
    ...     before == fingerprint(Path(folder), ["data"])
    False
    """
    digest = hashlib.sha256()
    for path in watched_files(root, patterns):
        name = path.relative_to(root).as_posix().encode()
        content = path.read_bytes()
        # lengths first: no file's bytes can pass for another file's name
        digest.update(b"%d %s %d " % (len(name), name, len(content)) + content)
    return digest.hexdigest()[:16]


def cache_path(folder: Path, key: str) -> Path:
    """Return the cache folder for `key` and delete its outdated siblings."""
    if folder.is_dir():
        for sibling in folder.iterdir():
            if sibling.is_dir() and _KEY.fullmatch(sibling.name) and sibling.name != key:
                shutil.rmtree(sibling)
    return folder / key


def key_execution_cache(app, config) -> None:
    """Set the cache folder and the hashes in `config` (Sphinx's ``config-inited``)."""
    root = Path(app.srcdir)
    key = fingerprint(root, config.livepage_watch)
    parent = Path(config.nb_execution_cache_path or Path(app.outdir).parent / CACHE_FOLDER)
    config.nb_execution_cache_path = str(cache_path(parent, key))
    # livepage's own code shapes every page as well
    config.livepage_inputs = key + fingerprint(PACKAGE, ["*"])
    # Sphinx copies a book's own sheets and pictures only when it writes a page
    own = [folder for folder in config.html_static_path if not Path(folder).is_absolute()]
    config.livepage_static = fingerprint(root, own)
