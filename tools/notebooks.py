"""Run notebooks and store their outputs, the same bytes for the same results.

    python -m tools.notebooks                 run and store every notebook of the book
    python -m tools.notebooks FILE …          run and store these
    python -m tools.notebooks --normalise …   take out what Jupyter leaves, without a run
    python -m tools.notebooks --check …       say which stored notebooks have no outputs

Ids of widgets are made anew at each run and mean nothing without their kernel, so the
stored notebook keeps the page's HTML and the text, which tests compare in full. Cells are
counted from the top, however often and in whatever order somebody has run them.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from tools import citations, fetch_cell

ROOT = Path(__file__).parents[1]
PASSING = ("application/vnd.jupyter.widget-view+json",)
FOLDED = "hide-input"  # the tag by which a page folds a cell's code
SECONDS = 60  # a chapter that takes longer hangs


def notebooks() -> Iterator[Path]:
    """Return the notebooks of the book. The worked solutions are not on its pages."""
    yield ROOT / "index.ipynb"
    yield from sorted(ROOT.glob("chapters/**/*.ipynb"))
    yield from sorted(ROOT.glob("solutions/*.ipynb"))


def normalised(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return the notebook without what changes from run to run; a page's own description stays."""
    kept = {"myst": notebook.metadata["myst"]} if "myst" in notebook.metadata else {}
    notebook.metadata = kept | {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    runs = count(1)
    for cell in notebook.cells:
        cell.metadata = _metadata(cell)
        if cell.cell_type != "code":
            continue
        # a kernel counts the cells that it is given, and is given no empty ones
        cell.execution_count = next(runs) if cell.source.strip() else None
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = cell.execution_count
            output.metadata = {}
            for kind in PASSING:
                output.get("data", {}).pop(kind, None)
    return notebook


def _metadata(cell: nbformat.NotebookNode) -> dict:
    """Return its tags; code that a page folds is folded in JupyterLab as well, a click away."""
    tags = cell.metadata.get("tags")
    folded = cell.cell_type == "code" and FOLDED in (tags or ())
    return ({"jupyter": {"source_hidden": True}} if folded else {}) | (
        {"tags": tags} if tags else {}
    )


def silent(notebook: nbformat.NotebookNode) -> bool:
    """Say whether it has code, but not one stored output: then comparing outputs proves nothing."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return not any(cell.outputs for cell in code)


def read(path: Path) -> nbformat.NotebookNode:
    """Read a notebook; a page of the book has the cell that fetches its package, and citations."""
    notebook = nbformat.read(path, as_version=4)
    on_a_page = path.is_relative_to(ROOT / "chapters") or path == ROOT / "index.ipynb"
    for cell in notebook.cells if on_a_page else ():
        if cell.cell_type == "markdown":
            cell.source = citations.as_links(cell.source, path)
    if on_a_page and any(cell.cell_type == "code" for cell in notebook.cells):
        fetch_cell.put(notebook, fetch_cell.configured())
    return notebook


def store(notebook: nbformat.NotebookNode, path: Path) -> bool:
    """Write it as it is to be stored, unless it is so already. Was there anything to change?"""
    kept = (nbformat.writes(normalised(notebook)) + "\n").encode()
    changed = kept != path.read_bytes()
    if changed:
        path.write_bytes(kept)
    return changed


def run(path: Path) -> None:
    """Run a notebook and store it."""
    notebook = read(path)
    place = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=SECONDS, resources=place, coalesce_streams=True).execute()
    store(notebook, path)


def shown(path: Path) -> str:
    """Return the path as one would type it here."""
    return Path(os.path.relpath(path)).as_posix()


def arguments(given: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools.notebooks", description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, help="notebooks; all of the book's if none")
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--check", action="store_true", help="only look for missing outputs")
    one.add_argument("--normalise", action="store_true", help="only normalise what is stored")
    found = parser.parse_args(given)
    for path in found.files:
        if path.suffix != ".ipynb" or not path.is_file():
            parser.error(f"{path} is no notebook; name files that end in .ipynb.")
    return found


def main(given: list[str] | None = None) -> int:
    asked = arguments(given)
    paths = [path.resolve() for path in asked.files] or list(notebooks())
    if asked.check:
        empty = [path for path in paths if silent(read(path))]
        for path in empty:
            print(
                f"{shown(path)} has no stored outputs; run: python -m tools.notebooks {shown(path)}"
            )
        return bool(empty)
    for path in paths:
        if not asked.normalise:
            print(shown(path), flush=True)
            run(path)
        elif store(read(path), path):
            print(f"{shown(path)} has been normalised.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
