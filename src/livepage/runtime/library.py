"""The standard library that goes along: what is asked for, found by reading imports."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from livepage.runtime.bundle import zipped
from livepage.runtime.imports import asked, closure

# what somebody's own lines may import, beside what the book's do
LINES = (
    *("math", "statistics", "itertools", "collections", "random", "datetime", "re", "json", "csv"),
    *("textwrap", "functools", "dataclasses", "enum"),
)
# What no import in Python code names: C code and the interpreter's start ask for these.
UNSAID = (
    *("site", "encodings", "encodings.aliases", "encodings.utf_8", "encodings.ascii"),
    *("encodings.latin_1", "encodings.utf_8_sig", "encodings.idna", "encodings.cp437"),
    *("_strptime", "_sitebuiltins", "traceback", "linecache", "warnings"),
)
OWN = ("_pyodide", "pyodide")  # how Python and the page talk
PROMPT = "pyodide.console"  # a prompt that no page has


def modules(files: Iterable[str]) -> dict[str, str]:
    """Return the file of each module, by its dotted name.

    Examples
    --------
    >>> modules(["re/__init__.py", "re/_parser.py", "re/notes.txt"])
    {'re': 're/__init__.py', 're._parser': 're/_parser.py'}
    """
    return {
        name.removesuffix(".py").removesuffix("/__init__").replace("/", "."): name
        for name in files
        if name.endswith(".py")
    }


def wanted(sources: Mapping[str, str], files: Mapping[str, str], used: Iterable[str]) -> set[str]:
    """Return the modules to take along.

    Of what somebody's lines may import, imports inside functions count too: they may be called. Of
    the others, only the imports that are made at once, and where all of them succeed.

    Parameters
    ----------
    sources : mapping of str to str
        The code of each module of the library.
    files : mapping of str to str
        Its file.
    used : iterable of str
        What the book's own code imports.
    """
    first = {*LINES, *UNSAID, *(name for name in used if name in sources)}

    def names(module: str) -> set[str] | None:
        if module not in sources:
            return None
        package = files[module].endswith("__init__.py")
        return asked(sources[module], module, package=package, later=module in LINES)

    own = (name for name in sources if name.partition(".")[0] in OWN and name != PROMPT)
    return closure([*first, *own], names)


def cut(library: bytes, used: Iterable[str]) -> tuple[bytes, list[str]]:
    """Return the library as an archive of what is wanted, and the names of its modules."""
    with zipfile.ZipFile(io.BytesIO(library)) as whole:
        files = modules(whole.namelist())
        sources = {name: whole.read(file).decode() for name, file in files.items()}
    kept = sorted(wanted(sources, files, used))
    return zipped({files[name]: sources[name].encode() for name in kept}), kept
