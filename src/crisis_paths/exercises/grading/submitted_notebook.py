"""Read a submitted notebook as text: its cells, and what they printed if it was run.

Examples
--------
>>> read("ana", Path("nowhere/ps1.ipynb")).fault
'There is no ps1.ipynb.'
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from crisis_paths.errors import cut
from crisis_paths.exercises.make.recipe import label_of
from crisis_paths.i18n import _

LARGEST = 200_000_000  # bytes of a file that is read
NAME = 40  # characters of a name that are told


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold a cell of a notebook.

    Attributes
    ----------
    code : bool
        Whether it is code.
    source : str
        What stands in it.
    id : str
        What nbgrader calls it, if anything.
    printed : str
        What it printed when it was run.
    errors : tuple of str
        The names of the errors that it ended with.
    """

    code: bool
    source: str
    id: str = ""
    printed: str = ""
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Submission:
    """Hold a notebook that came back, or why there is none that can be graded.

    Attributes
    ----------
    student : str
        Whose it is: the name of the file or of the folder.
    cells : tuple of Cell
        What is in it.
    label : dict or None
        What it says of the set it was made from.
    kernel : str
        The language that it says it is written in, if that is not Python.
    note : str
        What is to be said of it although it can be read.
    fault : str
        Why it cannot be graded, in a sentence; empty if it can.
    """

    student: str
    cells: tuple[Cell, ...] = ()
    label: dict | None = None
    kernel: str = ""
    note: str = ""
    fault: str = ""


def read(student: str, path: Path) -> Submission:
    """Return a submission; whatever the file is, no error is raised.

    Parameters
    ----------
    student : str
        Whose it is.
    path : Path
        Where it should be. Where it is not, and one other notebook stands there, that is taken.
    """
    note = ""
    if not path.is_file():
        others = sorted(path.parent.glob("*.ipynb"))
        if len(others) != 1:
            return Submission(student, fault=_("There is no {file}.").format(file=path.name))
        (path,) = others
        note = _("It was handed in as {file}.").format(file=cut(path.name, NAME))
    name = cut(path.name, NAME)
    try:
        if path.stat().st_size > LARGEST:
            return too_large(student, name)
        data = path.read_bytes()
    except OSError as why:
        fault = _("{file} cannot be read ({why}).").format(file=name, why=type(why).__name__)
        return Submission(student, fault=fault)
    return read_bytes(student, path.name, data, note)


def too_large(student: str, name: str) -> Submission:
    """Return what is said of a file that is too large to be read."""
    fault = _("{file} is larger than 200 MB.").format(file=cut(name, NAME))
    return Submission(student, fault=fault)


def read_bytes(student: str, name: str, data: bytes, note: str = "") -> Submission:
    """Return the submission of a file that is at hand as bytes; no error is raised.

    Parameters
    ----------
    student : str
        Whose it is.
    name : str
        What the file is called.
    data : bytes
        What is in it.
    note : str, optional
        What is to be said of it although it can be read.
    """
    name = cut(name, NAME)
    if len(data) > LARGEST:
        return too_large(student, name)
    try:
        notebook = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        fault = _("{file} is not written in UTF-8, as notebooks are.")
        return Submission(student, fault=fault.format(file=name))
    except (ValueError, RecursionError):
        notebook = None
    if (cells := _cells_of(notebook)) is None:
        fault = _("{file} cannot be read as a notebook: it is broken or something else.")
        return Submission(student, fault=fault.format(file=name))
    metadata = notebook.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    read_cells = tuple(map(_cell, cells))
    return Submission(student, read_cells, label_of(metadata), _foreign(metadata), note)


def _cells_of(notebook: object) -> list[dict] | None:
    """Return the cells of a notebook of format 4 or 3; None if it is none."""
    sheets = notebook.get("worksheets", [notebook]) if isinstance(notebook, dict) else None
    if not isinstance(sheets, list):
        return None
    lists = [sheet.get("cells") if isinstance(sheet, dict) else None for sheet in sheets]
    if not all(isinstance(cells, list) for cells in lists):
        return None
    return [cell for cells in lists for cell in cells if isinstance(cell, dict)]


def _cell(cell: Mapping) -> Cell:
    outputs = cell.get("outputs")
    outputs = [one for one in outputs if isinstance(one, dict)] if isinstance(outputs, list) else []
    return Cell(
        code=cell.get("cell_type") == "code",
        source=_text(cell.get("source", cell.get("input", ""))),
        id=_id(cell.get("metadata")),
        printed="".join(_text(one.get("text")) for one in outputs if one.get("name") == "stdout"),
        errors=tuple(name for one in outputs if isinstance(name := one.get("ename"), str)),
    )


def _text(lines: object) -> str:
    lines = lines if isinstance(lines, list) else [lines]
    return "".join(line for line in lines if isinstance(line, str))


def _id(metadata: object) -> str:
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return id if isinstance(id, str) else ""


def _foreign(metadata: Mapping) -> str:
    """Return the language of a notebook's kernel, if it is not Python."""
    kernel = metadata.get("kernelspec")
    language = kernel.get("language") or kernel.get("name") if isinstance(kernel, dict) else ""
    known = not isinstance(language, str) or "python" in language.lower()
    return "" if known else cut(language, NAME)
