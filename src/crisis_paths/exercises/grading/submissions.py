"""Find notebooks that came back in a folder.

Two shapes are known: a file a student (``ana.ipynb``), and nbgrader's own tree
(``ana/ps1/ps1.ipynb``), the ``submitted`` folder of a course or the course itself.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.grading.submitted_notebook import Submission, read
from crisis_paths.i18n import _

SUBMITTED = "submitted"


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
        name = name or only_name(folder)
    places = [(path.stem, path) for path in files]
    places += [(path.name, path / name / f"{name}.ipynb") for path in students]
    if not places:
        raise CrisisPathsError(
            _(
                "{path} holds no submissions; wanted are files like ana.ipynb, or folders like"
                " ana/ps1/ps1.ipynb."
            ).format(path=folder)
        )
    if twice := [who for who, times in Counter(who for who, _at in places).items() if times > 1]:
        raise CrisisPathsError(
            _("{path} holds both a file and a folder of: {twice}.").format(
                path=folder, twice=", ".join(twice)
            )
        )
    return tuple(read(*one) for one in sorted(places))


def only_name(folder: Path) -> str:
    """Return the one assignment that a tree of submissions holds.

    Raises
    ------
    CrisisPathsError
        If it holds several, or none.
    """
    names = {
        path.parent.name for path in folder.glob("[!.]*/*/*.ipynb") if path.stem == path.parent.name
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


def common_label(submissions: Iterable[Submission]) -> dict | None:
    """Return what most of them say of the set they were made from."""
    labels = [label for one in submissions if (label := one.label)]
    digests = Counter(label["digest"] for label in labels)
    commonest = next((digest for digest, _times in digests.most_common(1)), None)
    return next((label for label in labels if label["digest"] == commonest), None)
