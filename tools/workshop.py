"""What is measured: commands, a fresh clone, two books, a browser; each made once, when needed."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple, TypeVar

from playwright.sync_api import Browser

from tools.figures import CannotMeasure, reason
from tools.visit import running_browser

Thing = TypeVar("Thing")
ROOT = Path(__file__).parents[1]
DEFAULT_CONFIG = "title: The same notebooks\nexecute: {execute_notebooks: cache}\n"
LEFT = (".venv", "_build", ".git", ".pytest_cache", ".ruff_cache", "__pycache__")
COLD = 2  # cold builds of each book; the faster counts
LONGEST = 3600  # seconds for one command
# The lines of an output that say what went wrong: a test's name, else an error that is not make's.
TOLD = (re.compile(r"(?:FAILED|ERROR) "), re.compile(r"(?!make\b).*\b(?:error|failed)\b", re.I))
BUILD = (sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build")
HTML = Path("_build/html")


class Taken(NamedTuple):
    """What a command took, its children included: seconds, those of processors, MB at its peak."""

    seconds: float
    processor: float
    megabytes: float


def run(*command: str | Path, cwd: Path = ROOT, longest: float = LONGEST) -> Taken:
    """Run a command, and say what it took.

    Raises
    ------
    CannotMeasure
        If it fails, is not there, or takes too long; with the line that says why.
    """
    words = [str(part) for part in command]
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        start = time.perf_counter()
        try:
            process = subprocess.Popen(
                words, cwd=cwd, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
            )
        except OSError as why:
            raise CannotMeasure(f"{words[0]} could not be run: {why}") from None
        late = threading.Timer(longest, os.killpg, (process.pid, signal.SIGKILL))
        late.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            late.cancel()
        taken = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise CannotMeasure(_failed(words, process.returncode, said.read(), taken >= longest))
    unit = 1024 if sys.platform != "darwin" else 1024**2
    return Taken(taken, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def _failed(words: list[str], code: int, said: str, late: bool) -> str:
    """Return what a command that failed has to say, in a line."""
    name = " ".join([Path(words[0]).name, *words[1:]])
    if late:
        return f"{name} was stopped: it took too long."
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    found = [[line for line in lines if told.match(line)] for told in TOLD]
    telling = next(filter(None, found), lines[-1:]) or ["it said nothing."]
    more = f" (and {len(telling) - 1} more)" if len(telling) > 1 else ""
    return f"{name} ended with {code}: {telling[0]}{more}"


class Workshop(ExitStack):
    """Things that several measures need.

    One that cannot be made is not tried again: each measure that needs it is told why.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.made: dict[object, tuple[object, BaseException | None]] = {}

    def get(self, make: Callable[["Workshop"], Thing]) -> Thing:
        """Return the thing, made at the first time of asking.

        Raises
        ------
        CannotMeasure
            If it cannot be made.
        """
        if make not in self.made:
            try:
                self.made[make] = make(self), None
            except (Exception, SystemExit) as why:
                self.made[make] = None, why
        thing, why = self.made[make]
        if why is not None:
            raise CannotMeasure(reason(why)) from why
        return thing

    def folder(self) -> Path:
        """Make an empty folder that goes when the work is done."""
        return Path(self.enter_context(tempfile.TemporaryDirectory()))


def clone(shop: Workshop) -> Path:
    """Clone the project, as somebody else gets it."""
    folder = shop.folder()
    run("git", "clone", "-q", ROOT, folder)
    return folder


def installed(shop: Workshop) -> Taken:
    """Measure the installation in the clone."""
    return run("make", "-s", ".venv/.book", cwd=shop.get(clone))


def ours(shop: Workshop) -> Path:
    """Make a copy of this book, to be built and changed."""
    folder = shop.folder() / "book"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*LEFT))
    return folder


def default(shop: Workshop) -> Path:
    """Make a first Jupyter Book of the same notebooks: default configuration, no extension."""
    book = shop.folder()
    shutil.copytree(ROOT / "chapters", book / "chapters")
    for name in ("index.ipynb", "_toc.yml"):
        shutil.copy(ROOT / name, book)
    (book / "_config.yml").write_text(DEFAULT_CONFIG, encoding="utf-8")
    return book


def made(shop: Workshop) -> Taken:
    """Measure the first ``make book`` in the clone, all being installed."""
    shop.get(installed)
    return run("make", "-s", "book", cwd=shop.get(clone))


def cold(shop: Workshop) -> dict[Callable, list[Taken] | CannotMeasure]:
    """Measure the cold builds of each book, or say why it does not build.

    In turn, so that neither always meets the colder disk.
    """
    taken: dict[Callable, list[Taken] | CannotMeasure] = {ours: [], default: []}
    for _ in range(COLD):
        for book, runs in taken.items():
            if isinstance(runs, CannotMeasure):
                continue
            try:
                folder = shop.get(book)
                shutil.rmtree(folder / "_build", ignore_errors=True)
                runs.append(run(*BUILD, folder))
            except CannotMeasure as why:
                taken[book] = why
    return taken


def built(shop: Workshop, book: Callable[[Workshop], Path]) -> Taken:
    """Return what the faster cold build of `ours` or `default` takes.

    Raises
    ------
    CannotMeasure
        If that book does not build.
    """
    runs = shop.get(cold)[book]
    if isinstance(runs, CannotMeasure):
        raise runs
    return min(runs)


def our_pages(shop: Workshop) -> Path:
    """Return the folder of this book's pages."""
    built(shop, ours)
    return shop.get(ours) / HTML


def default_pages(shop: Workshop) -> Path:
    """Return the folder of the default book's pages."""
    built(shop, default)
    return shop.get(default) / HTML


def browser(shop: Workshop) -> Browser:
    """Return the watched browser."""
    return shop.enter_context(running_browser())
