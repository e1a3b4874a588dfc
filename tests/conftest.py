"""What all tests share: the built book, and a real browser to open it in."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from zlib import crc32

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser
from tools.finder import find_browser
from tools.visit import running_browser
from xdist.scheduler import LoadScopeScheduling

from machine import workers

ROOT = Path(__file__).parents[1]
# How long an example takes says something of the machine, and nothing of what is tested.
settings.register_profile(
    "book", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("book")
BUILD_SECONDS = 900  # a bound and no measure: others may be using the machine
Once = Callable[[str, Callable[[Path], object]], Path]


def build(target: Path) -> Path:
    """Build the book from nothing into ``target``; any warning is an error."""
    command = [sys.executable, "-m", "livepage", str(ROOT), "--out", str(target), "--strict"]
    # a book of nowhere in particular, whatever the machine that tests it is told
    environment = {key: value for key, value in os.environ.items() if key != "BOOK_REPOSITORY"}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=BUILD_SECONDS
    )
    assert done.returncode == 0, f"the book does not build:\n{done.stdout}\n{done.stderr}"
    return target / "_build" / "html"


def pytest_xdist_auto_num_workers() -> int:
    """As many as this machine has processors and memory for."""
    return workers()


# Those that take minutes, the longest first: what everybody waits for, and what nobody should
# wait for in the end.
LONG = (
    "test_build",
    "test_binder",
    "test_contributing",
    "test_rebuild",
    "test_jupyterlab",
    "test_pdf",
    "test_oldest",
    "test_kernels",
)
# What asks for one of these waits for a build, a browser or an installation.
WAITING = {
    "book",
    "browser",
    "built",
    "fresh",
    "environment",
    "oldest",
    "bare",
    "released",
    "engine",
    "runtime",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--quick`` is what ``make check`` runs."""
    parser.addoption(
        "--quick", action="store_true", help="leave out what waits for a build or a browser"
    )


def is_quick(item: pytest.Item) -> bool:
    """Does it need no browser, no PDF, no Binder, no installation and no build of a book?"""
    return item.path.stem not in LONG and not WAITING & set(getattr(item, "fixturenames", ()))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long files first, the visits to pages last; of a quick run, the count of what it leaves.

    Of the visits those come first that go one by one, in one engine. What a quick run leaves out
    is told in pytest's last line as deselected.
    """
    if config.getoption("quick"):
        left = [item for item in items if not is_quick(item)]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if is_quick(item)]

    def place(item: pytest.Item) -> tuple[bool, bool, int]:
        name, fixtures = item.path.stem, getattr(item, "fixturenames", ())
        long = LONG.index(name) if name in LONG else len(LONG)
        return "browser" in item.path.parts, "engine" not in fixtures, long

    items.sort(key=place)


# So many parts are an engine's pages dealt in: few, for each may start its browser anew.
PARTS = 4


class ByFile(LoadScopeScheduling):
    """A file's tests share on one worker what they have made; each visit to a page goes anywhere.

    But those in another engine than Chromium go, a part of the pages at a time, where it runs
    already. (xdist's own groups do nothing under pytest 9.)
    """

    def _split_scope(self, nodeid: str) -> str:
        file, _, test = nodeid.partition("::")
        if file.endswith("/browser/test_engines.py"):
            engine, _dash, page = re.sub(r"[^[]*\[(.*)\]", r"\1", test).partition("-")
            return f"{engine} {crc32(page.encode()) % PARTS}"
        return nodeid if "/browser/" in file else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByFile:
    """In the order in which they were sorted, too."""
    config.option.loadscopereorder = False
    return ByFile(config, log)


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Once:
    """Makes a folder of a name once, for all workers; gives the folder."""
    own = tmp_path_factory.getbasetemp()
    place = own if worker_id == "master" else own.parent

    def made(name: str, make: Callable[[Path], object]) -> Path:
        folder, whole = place / name, place / f"{name}.whole"
        with FileLock(place / f"{name}.lock"):
            if not whole.exists():
                shutil.rmtree(folder, ignore_errors=True)  # what a worker that failed has left
                make(folder)
                whole.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def book(once: Once) -> Path:
    """The folder of the built pages."""
    return once("book", build) / "_build" / "html"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, found or installed; without one the tests fail and say so."""
    try:
        find_browser()
    except RuntimeError as missing:
        pytest.fail(str(missing), pytrace=False)
    with running_browser() as running:
        yield running
