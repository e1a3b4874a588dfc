"""The book's own code and tables, as one archive of the same bytes in every build."""

import ast
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from importlib.metadata import files
from pathlib import Path

from livepage.runtime.imports import asked

LEFT = {"__pycache__", ".ipynb_checkpoints"}
DAY = (1980, 1, 1, 0, 0, 0)  # the first that an archive knows


def zipped(content: Mapping[str, bytes]) -> bytes:
    """Return an archive that is made of names and bytes alone.

    Examples
    --------
    >>> zipped({"b": b"2", "a": b"1"}) == zipped({"a": b"1", "b": b"2"})
    True
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in sorted(content.items()):
            entry = zipfile.ZipInfo(name, DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same wherever it is made
            archive.writestr(entry, data)
    return packed.getvalue()


def folder(root: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return the files of folders of a book, by their paths in it."""
    found = (path for name in names for path in sorted((root / name).rglob("*")))
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in found
        if path.is_file() and not LEFT & set(path.parts)
    }


def installed(distribution: str) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the Python code of an installed distribution, and its licences.

    Examples
    --------
    >>> code, licences = installed("markupsafe")
    >>> "markupsafe/__init__.py" in code, len(licences)
    (True, 1)
    """
    code, licences = {}, {}
    for path in files(distribution) or ():
        if path.suffix == ".py" and ".." not in path.parts:
            code[path.as_posix()] = path.read_binary()
        elif "licen" in path.name.lower() or "copying" in path.name.lower():
            licences[f"{distribution}-{path.name}"] = path.read_binary()
    return code, licences


def imported(code: Mapping[str, bytes]) -> set[str]:
    """Return the modules that the code of an archive asks for: in imports, and encodings by name.

    Examples
    --------
    >>> found = imported({"a.py": b"import re\\nb'x'.decode('CP-1252')", "b.csv": b"import,os"})
    >>> sorted(found)
    ['encodings.cp1252', 'encodings.cp_1252', 're']
    """
    found: set[str] = set()
    for name, data in code.items():
        if name.endswith(".py"):
            found |= asked(data.decode()) | encodings(data.decode())
    return found


def encodings(source: str) -> set[str]:
    """Return the modules that Python would look for if a code's strings were names of encodings.

    Examples
    --------
    >>> sorted(encodings("'utf-8', 'no name'"))
    ['encodings.utf8', 'encodings.utf_8']
    """
    texts = {
        node.value.lower()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    names = {text for text in texts if re.fullmatch(r"[a-z0-9_-]{3,20}", text)}
    return {f"encodings.{name.replace('-', put)}" for name in names for put in ("_", "")}
