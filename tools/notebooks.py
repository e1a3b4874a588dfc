"""Run every notebook and store its outputs, the same bytes for the same results.

    python -m tools.notebooks            run and store
    python -m tools.notebooks --check    say which stored notebooks have no outputs

Ids of widgets are made anew at each run and mean nothing without their kernel, so the
stored notebook keeps the page's HTML and the text, which tests compare in full.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
PASSING = ("application/vnd.jupyter.widget-view+json",)
SECONDS = 60  # a chapter that takes longer hangs


def notebooks() -> Iterator[Path]:
    """Which notebooks does the book have? The worked solutions are not on its pages."""
    yield ROOT / "index.ipynb"
    yield from sorted(ROOT.glob("chapters/**/*.ipynb"))
    yield from sorted(ROOT.glob("solutions/*.ipynb"))


def normalised(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook without what changes from run to run; a page's own description stays."""
    kept = {"myst": notebook.metadata["myst"]} if "myst" in notebook.metadata else {}
    notebook.metadata = kept | {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for cell in notebook.cells:
        cell.metadata = {"tags": cell.metadata["tags"]} if cell.metadata.get("tags") else {}
        if cell.cell_type != "code":
            continue
        for output in cell.outputs:
            output.metadata = {}
            for kind in PASSING:
                output.get("data", {}).pop(kind, None)
    return notebook


def silent(notebook: nbformat.NotebookNode) -> bool:
    """Has it code, but not one stored output? Then comparing outputs proves nothing."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return not any(cell.outputs for cell in code)


def run(path: Path) -> None:
    """Run a notebook and store it."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(
        notebook, timeout=SECONDS, resources={"metadata": {"path": str(path.parent)}}
    ).execute()
    nbformat.write(normalised(notebook), path)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only look for missing outputs")
    if parser.parse_args(arguments).check:
        empty = [path for path in notebooks() if silent(nbformat.read(path, as_version=4))]
        for path in empty:
            print(f"{path.relative_to(ROOT)} has no stored outputs; run: make notebooks")
        return bool(empty)
    for path in notebooks():
        print(path.relative_to(ROOT))
        run(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
