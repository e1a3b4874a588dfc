"""The first cell of each page's notebook: it fetches the book's package where it is missing.

On Colab a notebook stands alone. Where the package is, as in the built book, in Binder and on a
student's own machine, the cell does nothing; it is not on the page. The repository's address comes
from `_config.yml`, so that it is changed there and then put into the notebooks by `make notebooks`.
"""

from pathlib import Path

import nbformat
import yaml

ROOT = Path(__file__).parents[1]
TAGS = ["hide-input", "remove-cell"]
SOURCE = """\
# Where the book’s package is missing, as on Colab, this fetches it; elsewhere it does nothing.
import importlib.util

REPOSITORY = "{repository}"
if REPOSITORY and importlib.util.find_spec("crisis_paths") is None:
    %pip install -q "crisis-paths[views] @ git+{{REPOSITORY}}"
"""
FIRST_LINE = SOURCE.splitlines()[0]


def configured() -> str:
    """Return the repository's address in `_config.yml`; empty while it is unknown."""
    config = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    return (config["repository"]["url"] or "").rstrip("/").removesuffix(".git")


def source(repository: str) -> str:
    """Return the cell's text."""
    return SOURCE.format(repository=repository).rstrip("\n")


def put(notebook: nbformat.NotebookNode, repository: str) -> None:
    """Put the cell before all others, or mend the one that is there."""
    code = (cell for cell in notebook.cells if cell.cell_type == "code")
    cell = next((one for one in code if one.source.startswith(FIRST_LINE)), None)
    if cell is None:
        cell = nbformat.v4.new_code_cell(metadata={"tags": TAGS}, id="fetch-the-package")
    cell.source = source(repository)
    notebook.cells = [cell, *(one for one in notebook.cells if one is not cell)]
