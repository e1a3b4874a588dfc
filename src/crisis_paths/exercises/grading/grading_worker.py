"""One worker that grades: a process of its own with a course of its own, for nbgrader.

nbgrader goes into the course's folder, changes the environment and writes one SQLite file; so
each worker has its own, and two of them cannot meet. What a student's code does to the kernel or
to the worker ends in a sentence about that submission.
"""

import os
import re
import shutil
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from threading import Event, Timer

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.grading.course import PRIVATE, STUBS
from crisis_paths.extras import extra
from crisis_paths.i18n import _

with extra("instructor", _("A notebook of exercises")):
    import nbformat

_ERROR = re.compile(r"^\s*([\w.]+): ", re.M)  # as the last line of a traceback begins
NAME = "graded"
"""What the assignment is called in a worker's course, whatever its name was."""


@dataclass(frozen=True, slots=True)
class Graded:
    """What nbgrader says of a submission.

    Attributes
    ----------
    points : dict of str to float or None
        What each test cell or open question earned; None where a person has to grade it.
    stopped : dict of str to str
        Which answer cells stopped with an error, and the error's name.
    fault : str
        Why there are no points, in a sentence; empty if there are.
    """

    points: dict[str, float | None]
    stopped: dict[str, str]
    fault: str = ""


def open_course(folder: Path, seconds: int = 10):
    """The course in this folder, as nbgrader's own Python interface; it must stand there already.

    Parameters
    ----------
    folder : pathlib.Path
        The course.
    seconds : int
        How long a cell may run.
    """
    with extra("instructor", _("Grading")):
        from nbgrader.apps.api import NbGraderAPI  # takes seconds: only a worker needs it
        from traitlets.config import Config

    settings = Config()
    settings.CourseDirectory.root = str(folder)
    settings.ClearSolutions.code_stub = {"python": STUBS["code"]}
    settings.ClearSolutions.text_stub = STUBS["text"]
    settings.Execute.timeout = seconds
    return NbGraderAPI(config=settings)


def generate(folder: Path, name: str) -> None:
    """Let nbgrader make the students' version, and note what is graded. Called in a worker.

    Raises
    ------
    CrisisPathsError
        If nbgrader cannot.
    """
    _settle(folder)
    done = open_course(folder).generate_assignment(name)
    if not done["success"]:
        raise CrisisPathsError(
            _("nbgrader cannot make the assignment: {why}.").format(why=_why(done))
        )


def start(template: Path, seconds: int, limit: int) -> None:
    """Make this process a worker: give it a copy of the course, and keep it quiet."""
    global _course
    folder = Path(mkdtemp(dir=template.parent))
    shutil.copytree(template, folder, dirs_exist_ok=True)
    _settle(folder)
    _course = folder, open_course(folder, seconds), limit


def grade(student: str, notebook: str) -> Graded:
    """What does nbgrader say of this notebook? Called in a worker."""
    folder, api, limit = _course
    place = folder / "submitted" / student / NAME
    place.mkdir(parents=True)
    (place / f"{NAME}.ipynb").write_text(notebook, "utf-8")
    with _no_longer_than(limit) as out_of_time:
        done = api.autograde(NAME, student)
    if out_of_time.is_set():
        took = _("It was stopped after {seconds} seconds: its code does not come to an end.")
        return Graded({}, {}, took.format(seconds=limit))
    if not done["success"]:
        return not_graded(_why(done))
    with api.gradebook as book:
        grades = book.find_submission_notebook(NAME, NAME, student).grades
        points = {
            one.cell.name: None if one.needs_manual_grade else one.auto_score or 0.0
            for one in grades
        }
    return Graded(points, _stopped(folder / "autograded" / student / NAME / f"{NAME}.ipynb"))


def not_graded(why: str) -> Graded:
    """What is said of a submission that nbgrader could not grade."""
    return Graded({}, {}, _("nbgrader cannot grade it: {why}.").format(why=why))


def _stopped(path: Path) -> dict[str, str]:
    """Which answer cells stopped with an error?"""
    cells = nbformat.read(path, as_version=4).cells
    answers = [c for c in cells if c.cell_type == "code" and c.metadata.get("nbgrader")]
    return {
        cell.metadata.nbgrader.grade_id: output.ename
        for cell in answers
        if cell.metadata.nbgrader.solution
        for output in cell.outputs
        if output.output_type == "error"
    }


@contextmanager
def _no_longer_than(seconds: int) -> Iterator[Event]:
    """End the kernel when its time is over; a worker has one at a time."""
    with extra("instructor", _("Grading")):
        import psutil

    over = Event()

    def end() -> None:
        over.set()
        for child in psutil.Process().children(recursive=True):
            child.kill()

    timer = Timer(seconds, end)
    timer.start()
    try:
        yield over
    finally:
        timer.cancel()


def _settle(folder: Path) -> None:
    """Let this process find the key and nbgrader's programs, and keep it and its kernels quiet."""
    first = {"PYTHONPATH": folder / PRIVATE, "PATH": Path(sys.executable).parent}
    for name, path in first.items():
        others = os.environ.get(name, "")
        os.environ[name] = os.pathsep.join(filter(None, (str(path), others)))
    warnings.simplefilter("ignore")
    silent = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(silent, stream)


def _why(done: dict) -> str:
    """What nbgrader's log says went wrong, in a few words."""
    log = f"{done.get('log', '')}\n{done.get('error', '')}"
    if "DeadKernelError" in log:
        return _("its code ended the kernel")
    named = [name for name in _ERROR.findall(log) if not name.endswith("NbGraderException")]
    return named[-1].rpartition(".")[2] if named else _("no reason is given")
