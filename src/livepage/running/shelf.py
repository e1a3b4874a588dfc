"""Executed notebooks that are kept, to be used again when all that they have opened is as it was.

A notebook is found by its code; of each there may be several, run at different states of the
watched files, so that what another branch has run is still there after a switch and back.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat

from livepage.running.loads import Loads, still
from livepage.running.watch import State

MOST = 64_000_000  # bytes; what was not used for the longest time goes first


@dataclass(frozen=True)
class Run:
    """An executed notebook.

    Attributes
    ----------
    notebook : NotebookNode
        With its outputs.
    loads : mapping of str to str
        What it has opened of the watched files.
    seconds : float
        How long it took.
    """

    notebook: nbformat.NotebookNode
    loads: Loads
    seconds: float


class Shelf:
    """Runs in a folder.

    Parameters
    ----------
    folder : Path
        Where they are kept; made when there is something to keep.
    now : mapping of str to str
        The watched files as they are now.
    """

    def __init__(self, folder: Path, now: State) -> None:
        """Begin with what is in the folder."""
        self.folder = folder
        self.now = now
        self.used: set[Path] = set()

    def _kept(self, code: str) -> Iterator[Path]:
        """Yield the runs of this code, the one used last first."""
        found = self.folder.glob(f"{code}-*.json")
        return iter(sorted(found, key=lambda path: path.stat().st_mtime, reverse=True))

    def find(self, code: str) -> Run | None:
        """Return a run of this code that would come to the same now.

        Parameters
        ----------
        code : str
            The hash of a notebook's code, as jupyter-cache makes it.
        """
        for path in self._kept(code):
            try:
                kept = json.loads(path.read_text("utf-8"))
                if not still(kept["loads"], self.now):
                    continue
                notebook = nbformat.from_dict(kept["notebook"])
                run = Run(notebook, kept["loads"], kept["seconds"])
            except (ValueError, KeyError, TypeError):  # cut short, or of another version
                continue
            path.touch()
            self.used.add(path)
            return run
        return None

    def keep(self, code: str, run: Run) -> None:
        """Keep a run, whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        state = json.dumps(run.loads, sort_keys=True)
        path = self.folder / f"{code}-{hashlib.sha256(state.encode()).hexdigest()[:16]}.json"
        half = path.with_suffix(".part")
        kept = {"loads": run.loads, "seconds": run.seconds, "notebook": run.notebook}
        half.write_text(json.dumps(kept), "utf-8")
        half.replace(path)
        self.used.add(path)

    def tidy(self, most: int = MOST) -> None:
        """Remove what was not used for the longest time, until no more than `most` bytes are left.

        What this build has used stays in any case.
        """
        found = sorted(self.folder.glob("*.json"), key=lambda path: path.stat().st_mtime)
        total = sum(path.stat().st_size for path in found)
        for path in found:
            if total <= most:
                return
            if path not in self.used:
                total -= path.stat().st_size
                path.unlink()
