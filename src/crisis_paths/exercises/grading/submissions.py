"""Notebooks that came back: found in a folder, read, and held against the assignment.

Two shapes are known: a file a student (``ana.ipynb``), and nbgrader's own tree
(``ana/ps1/ps1.ipynb``), the ``submitted`` folder of a course or the course itself.
"""

import warnings
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.make.recipe import label_of
from crisis_paths.extras import extra
from crisis_paths.i18n import _

with extra("instructor", _("A notebook of exercises")):
    import nbformat

SUBMITTED = "submitted"


@dataclass(frozen=True, slots=True)
class Submission:
    """A notebook that came back, or why there is none that can be graded.

    Attributes
    ----------
    student : str
        Whose it is: the name of the file or of the folder.
    notebook : nbformat.NotebookNode or None
        What is in it; None where it cannot be read.
    fault : str
        What is wrong with it, in a sentence; empty if nothing.
    """

    student: str
    notebook: nbformat.NotebookNode | None
    fault: str = ""

    @property
    def label(self) -> dict | None:
        """What it says of the set it was made from."""
        return label_of(self.notebook.metadata) if self.notebook else None


def find(folder: str | Path, name: str | None = None) -> tuple[Submission, ...]:
    """Which notebooks came back? Sorted by student.

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
    return tuple(_read(*one) for one in sorted(found))


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


def _read(student: str, path: Path) -> Submission:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # cells without ids are none of the student's doing
            notebook = nbformat.reads(path.read_text("utf-8"), as_version=4)
            nbformat.validate(notebook)
    except FileNotFoundError:
        fault = _("There is no {file}.").format(file=path.name)
    except Exception as why:  # whatever a file can be, the others are still graded
        fault = _("{file} cannot be read as a notebook ({why}).").format(
            file=path.name, why=type(why).__name__
        )
    else:
        return Submission(student, notebook)
    return Submission(student, None, fault)


def common_label(submissions: Iterable[Submission]) -> dict | None:
    """What do most of them say of the set they were made from?"""
    labels = [label for one in submissions if (label := one.label)]
    digests = Counter(label["digest"] for label in labels)
    wanted = digests.most_common(1)
    return next((label for label in labels if label["digest"] == wanted[0][0]), None)


def fitting(
    submission: Submission, released: nbformat.NotebookNode, digest: str
) -> tuple[Submission, tuple[str, ...]]:
    """The submission as nbgrader can grade it, and which cells had to be put back.

    Students copy cells and throw them away. What nbgrader wants to know of a cell is written anew,
    and a test that is gone comes back at the end, so that the answers still there are graded.

    Parameters
    ----------
    submission : Submission
        As found.
    released : nbformat.NotebookNode
        The notebook as students get it.
    digest : str
        What the set's label has to say.
    """
    if submission.fault:
        return submission, ()
    label, known = submission.label, _told(released)
    notebook = nbformat.from_dict(submission.notebook)
    _tell_again(notebook, known)
    there = _told(notebook)
    if (label and label["digest"] != digest) or not there:
        fault = _("It is not a notebook of this assignment.")
        return Submission(submission.student, None, fault), ()
    lost = [id for id, of in known.items() if of.grade and id not in there]
    back = [cell for cell in released.cells if cell.metadata.nbgrader.grade_id in lost]
    taken = {cell.get("id") for cell in notebook.cells}
    for cell in nbformat.from_dict(back):
        cell.id = f"{cell.id}-again" if cell.id in taken else cell.id
        notebook.cells.append(cell)
    return Submission(submission.student, notebook), tuple(lost)


def _told(notebook: nbformat.NotebookNode) -> dict[str, nbformat.NotebookNode]:
    """What a notebook tells nbgrader of its cells, by the ids of these."""
    told = [cell.metadata.get("nbgrader") for cell in notebook.cells]
    return {one["grade_id"]: one for one in told if isinstance(one, dict) and "grade_id" in one}


def _tell_again(notebook: nbformat.NotebookNode, known: Mapping) -> None:
    """Write anew what each cell tells nbgrader; of two that are the same, the last one counts."""
    left = dict(known)
    for cell in reversed(notebook.cells):
        told = cell.metadata.pop("nbgrader", None)
        id = told.get("grade_id") if isinstance(told, dict) else None
        if isinstance(id, str) and id in left:
            cell.metadata["nbgrader"] = left.pop(id)
