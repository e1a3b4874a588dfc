"""The book's Python where nothing but the standard library and markupsafe can be imported.

So it is in a browser. Run as a program, this imports every module of the package and runs every
code cell of the book's pages, and prints what became of each as JSON.
"""

import ast
import json
import sys
from collections.abc import Callable
from contextlib import chdir
from functools import partial
from importlib import import_module
from importlib.abc import MetaPathFinder
from pathlib import Path
from pkgutil import walk_packages

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src"
# what readers' code imports; the extension that builds the book is not for a browser
OURS = {path.parent.name for path in SRC.glob("*/__init__.py")} - {"livepage"}
THERE = {*sys.stdlib_module_names, *OURS, "markupsafe"}
FETCHES = "fetch-the-package"  # the cell that is for Colab


class NothingElse(MetaPathFinder):
    """Refuses whatever else is asked for, as if it were not installed."""

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> None:
        """Raise, or leave the search to the finders after this one."""
        if fullname.partition(".")[0] not in THERE:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


def tried(attempt: Callable[[], object]) -> dict[str, str]:
    """What comes of an attempt: what is shown, or the fault's class and words."""
    try:
        return {"shown": shown(attempt())}
    except Exception as fault:
        return {"fault": type(fault).__name__, "says": str(fault)}


def shown(value: object) -> str:
    """What a page shows of a cell's value: HTML if there is any, else text; empty of nothing."""
    if hasattr(value, "_repr_mimebundle_"):
        bundle = value._repr_mimebundle_()
        return bundle.get("text/html") or bundle["text/plain"]
    return "" if value is None else repr(value)


def value_of(source: str, names: dict[str, object]) -> object:
    """Run a cell, and give the value of its last expression."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    return last and eval(compile(ast.Expression(last.value), "cell", "eval"), names)


def modules() -> dict[str, dict[str, str]]:
    """What becomes of each module that is imported."""
    found = {}
    for package in sorted(OURS):
        inside = walk_packages([str(SRC / package)], f"{package}.")
        for name in (package, *(one.name for one in inside)):
            found[name] = tried(partial(import_module, name))
    return found


def code_cells(page: Path) -> list[dict]:
    """A page's code cells, but for the one that fetches the package."""
    cells = json.loads(page.read_text("utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code" and cell["id"] != FETCHES]


def cells(page: Path) -> list[dict[str, str]]:
    """What becomes of each code cell of a page, in order and in one namespace."""
    names: dict[str, object] = {}
    with chdir(page.parent):
        return [
            {"line": cell["source"][-1]} | tried(partial(value_of, "".join(cell["source"]), names))
            for cell in code_cells(page)
        ]


if __name__ == "__main__":
    sys.meta_path.insert(0, NothingElse())
    sys.path.insert(0, str(SRC))
    pages = [*sorted(ROOT.glob("chapters/*/*.ipynb")), ROOT / "index.ipynb"]
    told = {page.relative_to(ROOT).as_posix(): cells(page) for page in pages}
    print(json.dumps({"modules": modules(), "pages": told}))
