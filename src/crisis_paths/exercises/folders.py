"""Write files: all of them into a new folder, or nothing at all."""

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import _


def absolute(path: str | os.PathLike[str]) -> Path:
    """Return where that is; links stay as they are, so that a dangling one counts as taken."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def refuse_taken(path: Path) -> None:
    """Refuse a place where something is.

    Raises
    ------
    CrisisPathsError
        If there is a file, a folder or a link.
    """
    if os.path.lexists(path):
        raise CrisisPathsError(
            _("{path} exists already; name one that does not.").format(path=path)
        )


def unwritable(path: Path, why: OSError) -> CrisisPathsError:
    """Return what is said where nothing can be written."""
    return CrisisPathsError(
        _("{path} cannot be written ({why}); name a place inside a folder that can.").format(
            path=path, why=why.strerror or why
        )
    )


def write_new(folder: str | os.PathLike[str], files: Mapping[str, bytes]) -> Path:
    """Write files into a new folder, or nothing at all.

    Parameters
    ----------
    folder : path
        A folder that does not exist yet, in one that does.
    files : mapping of str to bytes
        Each file's place inside the folder, with ``/``, and its contents.

    Raises
    ------
    CrisisPathsError
        If the folder exists or cannot be written. Nothing is left then.
    """
    target = absolute(folder)
    refuse_taken(target)
    try:
        with TemporaryDirectory(prefix=".exercises-", dir=target.parent) as beside:
            draft = Path(beside, target.name)
            draft.mkdir()
            for place, contents in files.items():
                (draft / place).parent.mkdir(parents=True, exist_ok=True)
                (draft / place).write_bytes(contents)
            draft.rename(target)
    except OSError as why:
        raise unwritable(target, why) from why
    return target
