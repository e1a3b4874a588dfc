"""Notebooks that came back: found in a folder and read as text.

Two shapes are known: a file a student (``ana.ipynb``), and nbgrader's own tree
(``ana/ps1/ps1.ipynb``), the ``submitted`` folder of a course or the course itself.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from crisis_paths.errors import CrisisPathsError, cut
from crisis_paths.exercises.make.recipe import label_of
from crisis_paths.i18n import _

SUBMITTED = "submitted"
LARGEST = 200_000_000  # bytes of a file that is read
NAME = 40  # characters of a name that are told


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: whether it is code, what stands in it, and what nbgrader calls it, if anything."""

    code: bool
    source: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """A notebook that came back, or why there is none that can be graded.

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


def find(folder: str | Path, name: str | None = None) -> tuple[Submission, ...]:
    """Return the notebooks that came back, sorted by student.

    Parameters
    ----------
    folder : path
        Where they are.
    name : str, optional
        The assignment's name, needed where a tree holds more than one.

    Raises
    ------
    CrisisPathsError
        If there is no such folder, or nothing in it; if a tree holds several assignments and
        none is named; if a student is there twice.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise CrisisPathsError(
            _("{path} is no folder; name the one that holds the submissions.").format(path=folder)
        )
    if (folder / SUBMITTED).is_dir():
        folder = folder / SUBMITTED
    there = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    files = [path for path in there if path.suffix == ".ipynb" and not path.is_dir()]
    students = [path for path in there if path.is_dir()]
    if students:
        name = name or _only_name(students)
    found = [(path.stem, path) for path in files]
    found += [(path.name, path / name / f"{name}.ipynb") for path in students]
    if not found:
        raise CrisisPathsError(
            _(
                "{path} holds no submissions; wanted are files like ana.ipynb, or folders like"
                " ana/ps1/ps1.ipynb."
            ).format(path=folder)
        )
    if twice := [who for who, times in Counter(who for who, _at in found).items() if times > 1]:
        raise CrisisPathsError(
            _("{path} holds both a file and a folder of: {twice}.").format(
                path=folder, twice=", ".join(twice)
            )
        )
    return tuple(read(*one) for one in sorted(found))


def _only_name(students: Iterable[Path]) -> str:
    """The one assignment that a tree holds."""
    names = {
        path.parent.name
        for student in students
        for path in student.glob("*/*.ipynb")
        if path.stem == path.parent.name
    }
    if len(names) == 1:
        return names.pop()
    raise CrisisPathsError(
        _("The folders hold several assignments ({names}); say which by --name.").format(
            names=", ".join(sorted(names))
        )
        if names
        else _("The folders hold no assignment; wanted is a tree like ana/ps1/ps1.ipynb.")
    )


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
            too_large = _("{file} is larger than 200 MB.")
            return Submission(student, fault=too_large.format(file=name))
        notebook = json.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        fault = _("{file} is not written in UTF-8, as notebooks are.")
        return Submission(student, fault=fault.format(file=name))
    except (ValueError, RecursionError):
        notebook = None
    except OSError as why:
        fault = _("{file} cannot be read ({why}).").format(file=name, why=type(why).__name__)
        return Submission(student, fault=fault)
    if (cells := _cells_of(notebook)) is None:
        fault = _("{file} cannot be read as a notebook: it is broken or something else.")
        return Submission(student, fault=fault.format(file=name))
    metadata = notebook.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    read_cells = tuple(map(_cell, cells))
    return Submission(student, read_cells, label_of(metadata), _foreign(metadata), note)


def _cells_of(notebook: object) -> list[dict] | None:
    """The cells of a notebook of format 4, or of the one before it; None if it is none."""
    sheets = notebook.get("worksheets", [notebook]) if isinstance(notebook, dict) else None
    if not isinstance(sheets, list):
        return None
    found = [sheet.get("cells") if isinstance(sheet, dict) else None for sheet in sheets]
    if not all(isinstance(cells, list) for cells in found):
        return None
    return [cell for cells in found for cell in cells if isinstance(cell, dict)]


def _cell(cell: Mapping) -> Cell:
    source = cell.get("source", cell.get("input", ""))
    lines = source if isinstance(source, list) else [source]
    text = "".join(line for line in lines if isinstance(line, str))
    return Cell(cell.get("cell_type") == "code", text, _id(cell.get("metadata")))


def _id(metadata: object) -> str:
    told = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    id = told.get("grade_id") if isinstance(told, dict) else None
    return id if isinstance(id, str) else ""


def _foreign(metadata: Mapping) -> str:
    """The language of a notebook's kernel, if it is not Python."""
    kernel = metadata.get("kernelspec")
    named = kernel.get("language") or kernel.get("name") if isinstance(kernel, dict) else ""
    return "" if not isinstance(named, str) or "python" in named.lower() else cut(named, NAME)


def common_label(submissions: Iterable[Submission]) -> dict | None:
    """Return what most of them say of the set they were made from."""
    labels = [label for one in submissions if (label := one.label)]
    digests = Counter(label["digest"] for label in labels)
    wanted = digests.most_common(1)
    return next((label for label in labels if label["digest"] == wanted[0][0]), None)
