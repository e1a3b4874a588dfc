"""Find notebooks among files that were opened in a page: notebooks themselves, or a zip of them.

Shapes are those of :mod:`crisis_paths.exercises.grading.submissions`, and a folder a student with
one notebook in it, as learning systems pack what was handed in. Nothing is unpacked to a disk.

Examples
--------
>>> [one.student for one in opened([("ana.ipynb", b'{"cells": []}'), ("ben.ipynb", b"no")])]
['ana', 'ben']
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile
from zlib import error as BrokenStream

from crisis_paths.errors import CrisisPathsError, cut
from crisis_paths.exercises.grading import submitted_notebook
from crisis_paths.exercises.grading.submissions import SUBMITTED
from crisis_paths.exercises.grading.submitted_notebook import (
    NAME,
    Submission,
    read_bytes,
    too_large,
)
from crisis_paths.i18n import _

MOST = 2_000  # notebooks of one zip
_NOTEBOOK = ".ipynb"
_LEFT = "__MACOSX"


def opened(files: Iterable[tuple[str, bytes]]) -> tuple[Submission, ...]:
    """Return the submissions in files, sorted by student; a bad one is one with a fault.

    Parameters
    ----------
    files : iterable of (str, bytes)
        The name and contents of each.

    Raises
    ------
    CrisisPathsError
        If a zip cannot be opened or holds too much, or if there is no notebook at all.
    """
    found: dict[str, list[Submission]] = {}
    for name, data in files:
        for one in _submissions(name, data):
            found.setdefault(one.student, []).append(one)
    if not found:
        raise CrisisPathsError(
            _("There is no notebook; wanted are files like ana.ipynb, or a zip of them.")
        )
    return tuple(_one(student, found[student]) for student in sorted(found))


def _one(student: str, of_student: list[Submission]) -> Submission:
    if len(of_student) == 1:
        return of_student[0]
    says = _("There are {count} notebooks of this name; leave one.")
    return Submission(student, fault=says.format(count=len(of_student)))


def _submissions(name: str, data: bytes) -> Iterator[Submission]:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.suffix.lower() == _NOTEBOOK:
        yield read_bytes(path.stem, path.name, data)
    elif path.suffix.lower() == ".zip":
        yield from _packed(path.name, data)
    else:
        fault = _("{file} is neither a notebook nor a zip.").format(file=cut(path.name, NAME))
        yield Submission(path.stem, fault=fault)


def _packed(name: str, data: bytes) -> Iterator[Submission]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            paths = {
                entry: path
                for entry in archive.infolist()
                if (path := _place(entry.filename)).suffix.lower() == _NOTEBOOK
                and not any(part.startswith(".") or part == _LEFT for part in path.parts)
            }
            if len(paths) > MOST:
                says = _("{file} holds more than {most} notebooks; make it smaller.")
                raise CrisisPathsError(says.format(file=cut(name, NAME), most=MOST))
            students = _students(list(paths.values()))
            for (entry, path), student in zip(paths.items(), students, strict=True):
                yield _unpacked(archive, entry, path, student)
    except (BadZipFile, EOFError, NotImplementedError, ValueError, OSError) as why:
        if isinstance(why, CrisisPathsError):
            raise
        says = _("{file} cannot be opened as a zip; it is broken or something else.")
        raise CrisisPathsError(says.format(file=cut(name, NAME))) from why


def _place(name: str) -> PurePosixPath:
    """Return a path in an archive; one that leads out of it is only a name here."""
    return PurePosixPath(*(part for part in name.replace("\\", "/").split("/") if part != ".."))


def _students(paths: list[PurePosixPath]) -> list[str]:
    """Return whose each notebook is, by where it stands."""
    places = [path.parts for path in paths]
    places = [
        parts[parts.index(SUBMITTED) + 1 :] if SUBMITTED in parts[:-1] else parts
        for parts in places
    ]
    # one folder around everything says nothing, unless nbgrader's tree begins with it
    while places and len({parts[0] for parts in places}) == 1 and len(places[0]) in (2, 4):
        if any(len(parts) < 2 for parts in places):
            break
        places = [parts[1:] for parts in places]
    return [parts[0] if len(parts) > 1 else PurePosixPath(parts[0]).stem for parts in places]


def _unpacked(archive: ZipFile, entry, path: PurePosixPath, student: str) -> Submission:
    largest = submitted_notebook.LARGEST
    if entry.file_size > largest:
        return too_large(student, path.name)
    try:
        with archive.open(entry) as stream:
            data = stream.read(largest + 1)
    except (BadZipFile, BrokenStream, RuntimeError, EOFError, NotImplementedError, OSError):
        fault = _("{file} cannot be unpacked: it is broken or has a password.")
        return Submission(student, fault=fault.format(file=cut(path.name, NAME)))
    return read_bytes(student, path.name, data)
