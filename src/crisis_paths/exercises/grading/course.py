"""Make a course folder that nbgrader takes as it is, without a JupyterHub.

==================================  =========================================================
``nbgrader_config.py``              what nbgrader has to know
``source/ps1/ps1.ipynb``            the assignment ``ps1``, before nbgrader releases it
==================================  =========================================================

No file of a course holds a key or a rubric: the same seed makes them again, elsewhere.
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.folders import absolute, refuse_taken, write_new
from crisis_paths.exercises.grading.nbgrader_notebook import source_notebook
from crisis_paths.exercises.grading.released_cells import CODE_STUB, TEXT_STUB
from crisis_paths.exercises.make.exercise import Exercise
from crisis_paths.exercises.make.recipe import Recipe
from crisis_paths.i18n import _

CONFIG = "nbgrader_config.py"
COURSE_ID = "crisis-paths"
SOURCE = "source"
LOG = "nbgrader.log"
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,49}")
_OURS = "# A course of crisis-exercises"
_CONFIG = """\
{ours}: nbgrader reads this file when it is run in this folder.
import os
import sys
from pathlib import Path

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.preprocessors import ClearOutput, GetGrades

# nbgrader calls a program that was installed beside this Python.
programs = [str(Path(sys.executable).parent), *filter(None, [os.environ.get("PATH")])]
os.environ["PATH"] = os.pathsep.join(programs)

c = get_config()
c.CourseDirectory.course_id = "{course_id}"
c.ClearSolutions.code_stub = {{"python": "{code}"}}
c.ClearSolutions.text_stub = "{text}"
# Feedback has what students wrote, points and comments, and nothing that their code printed.
c.GenerateFeedback.preprocessors = [GetGrades, ClearOutput, CSSHTMLHeaderPreprocessor]
# What could not be run is named here.
c.NbGrader.logfile = "{log}"
"""


def check_name(name: str) -> str:
    """Return the name, if an assignment can have it.

    Raises
    ------
    CrisisPathsError
        If it is not a small letter, then small letters, digits, ``_`` or ``-``, 50 at most.
    """
    if not _NAME.fullmatch(name):
        raise CrisisPathsError(
            _(
                "{name!r} cannot be the name of an assignment; allowed are a small letter, then"
                " small letters, digits, _ and -, at most 50 together."
            ).format(name=name)
        )
    return name


def config() -> bytes:
    """Return what stands in ``nbgrader_config.py``."""
    fields = {"code": CODE_STUB, "text": TEXT_STUB, "course_id": COURSE_ID, "log": LOG}
    return _CONFIG.format(ours=_OURS, **fields).encode()


def write_assignment(
    exercises: Sequence[Exercise], recipe: Recipe, name: str, course: str | os.PathLike[str]
) -> Path:
    """Write an assignment into a new course, or add it to one that was made here.

    Parameters
    ----------
    exercises : sequence of Exercise
        What is assigned.
    recipe : Recipe
        From what they were made.
    name : str
        The assignment's name, as ``ps1``.
    course : path
        The course folder.

    Returns
    -------
    Path
        The course folder.

    Raises
    ------
    CrisisPathsError
        If the name is not allowed, the course has such an assignment, is not one of ours, or
        cannot be written. Nothing is left half-written then.
    """
    target = absolute(course)
    refuse_place(target, name)
    notebook = {f"{name}.ipynb": source_notebook(exercises, recipe.label(exercises))}
    if os.path.lexists(target):
        write_new(target / SOURCE / name, notebook)
        return target
    files = {f"{SOURCE}/{name}/{file}": contents for file, contents in notebook.items()}
    return write_new(target, {CONFIG: config()} | files)


def is_course(folder: Path) -> bool:
    """Tell whether a folder is a course that was made here."""
    try:
        return (folder / CONFIG).read_text("utf-8").startswith(_OURS)
    except (OSError, UnicodeDecodeError):
        return False


def refuse_place(course: Path, name: str) -> None:
    """Refuse a course in which this assignment cannot be put; one that does not exist will do.

    Raises
    ------
    CrisisPathsError
        If the folder is not one of ours, or has an assignment of this name.
    """
    check_name(name)
    if not os.path.lexists(course):
        return
    if not is_course(course):
        raise CrisisPathsError(
            _(
                "{path} exists already and is no course of crisis-exercises; name one that is, or"
                " a folder that does not exist."
            ).format(path=course)
        )
    refuse_taken(course / SOURCE / name)
