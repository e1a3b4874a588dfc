"""What the pages depend on besides their own text: the watched files, as they are now.

jupyter-cache compares the source of the code cells and nothing else: a changed module or table
leaves a stale output in the page. So the cache is emptied whenever one of the watched files has
changed. What of them a notebook has opened decides whether what came of it before still holds
(`loads`), and is then put into the cache again (`shelf`).
"""

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

CACHE_FOLDER = ".jupyter_cache"
CACHE, SEAL = "now", "now.sha256"  # the cache, and the hash of the watched files it is for
PACKAGE = Path(__file__).parents[1]
# What shapes a page as it is read, and what as it is written. (The sheets shape none: they are
# merged anew in each build.)
READ, WRITTEN = (
    ("*.py", "config", "outputs", "running", "site"),
    ("files", "passes", "runtime/*.py", "static/*.js"),
)

State = Mapping[str, str]  # a name, that of a folder with a slash at its end → a hash


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


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def state(root: Path, patterns: Iterable[str]) -> dict[str, str]:
    """Return a hash of each watched file's bytes, and of the names in each folder over such files.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     table = Path(folder, "data", "table.csv")
    ...     table.parent.mkdir()
    ...     _ = table.write_text("a,b")
    ...     list(state(Path(folder), ["data"]))
    ['/', 'data/', 'data/table.csv']
    """
    files = {p.relative_to(root).as_posix(): p for p in watched_files(root, patterns)}
    inside: dict[str, set[str]] = {}
    for name in files:
        while name:
            name, _slash, last = name.rpartition("/")
            inside.setdefault(f"{name}/", set()).add(last)
    found = {name: _hash(path.read_bytes()) for name, path in files.items()}
    found |= {name: _hash("\n".join(sorted(names)).encode()) for name, names in inside.items()}
    return dict(sorted(found.items()))


def fingerprint(found: State) -> str:
    """Return a short hash of all of it.

    Examples
    --------
    >>> fingerprint({"a": "1"}) == fingerprint({"a": "2"})
    False
    """
    lines = (f"{hash_} {name}" for name, hash_ in sorted(found.items()))
    return _hash("\n".join(lines).encode())[:16]


def cache_path(folder: Path, key: str) -> Path:
    """Return the folder of the cache, emptied if it was filled under another key."""
    cache, seal = folder / CACHE, folder / SEAL
    if not (seal.is_file() and seal.read_text() == key):
        shutil.rmtree(cache, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        seal.write_text(key)
    return cache


def key_execution_cache(app, config) -> None:
    """Set the cache folder and the hashes in `config` (Sphinx's ``config-inited``)."""
    root = Path(app.srcdir)
    app.livepage_state = state(root, config.livepage_watch)
    parent = Path(config.nb_execution_cache_path or Path(app.outdir).parent / CACHE_FOLDER)
    app.livepage_shelf = parent / "shelf"
    config.nb_execution_cache_path = str(cache_path(parent, fingerprint(app.livepage_state)))
    # livepage's own code shapes every page as well
    config.livepage_inputs = fingerprint(state(PACKAGE, READ))
    # Sphinx copies a book's own sheets and pictures only when it writes a page
    own = [folder for folder in config.html_static_path if not Path(folder).is_absolute()]
    config.livepage_static = fingerprint(state(root, own)) + fingerprint(state(PACKAGE, WRITTEN))
