"""A small book that knows nothing of any subject, built once; and a browser to open it in."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tools.visit import served

import livepage

BOOK = Path(__file__).with_name("book")
SOURCE = Path(livepage.__file__).parents[1]
SECONDS = 180
ENTRY = "[myst_nb.mime_renderers]\nlivepage-vegalite = livepage.outputs.charts:VegaLiteRenderer\n"


def path_for_build(folder: Path) -> str:
    """Where a build finds livepage; where it is not installed, its entry point as well."""
    paths = [str(SOURCE)]
    if "livepage-vegalite" not in entry_points(group="myst_nb.mime_renderers").names:
        info = folder / "livepage_entry-0.dist-info"
        info.mkdir(parents=True, exist_ok=True)
        (info / "entry_points.txt").write_text(ENTRY)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: livepage-entry\nVersion: 0\n")
        paths.append(str(folder))
    return os.pathsep.join(paths)


class Build:
    """A copy of the fixture book that can be changed and built again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "book"
        self.html = self.folder / "_build" / "html"
        if not self.folder.exists():
            shutil.copytree(BOOK, self.folder)
            (self.folder / "watched").mkdir()
            (self.folder / "watched" / "table.csv").write_text("a,b\n")
        self.environment = os.environ | {"PYTHONPATH": path_for_build(folder / "entry")}

    def run(self, *, strict: bool = True) -> str:
        """Build and return what was said; in a strict build any warning is a failure."""
        command = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()"]
        command += ["build", str(self.folder), *(["-W", "-n", "--keep-going"] if strict else [])]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=SECONDS
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def pages(self) -> dict[str, str]:
        """The pages by name."""
        static = self.html / "_static"
        return {
            path.relative_to(self.html).as_posix(): path.read_text("utf-8")
            for path in sorted(self.html.rglob("*.html"))
            if static not in path.parents
        }


@pytest.fixture(scope="session")
def built(once) -> Build:
    """The fixture book, built once for all workers and not to be changed."""
    return Build(once("livepage", lambda folder: Build(folder).run()))


@pytest.fixture(scope="session")
def build_of() -> type[Build]:
    """Makes a copy of the fixture book in a folder."""
    return Build


@pytest.fixture
def fresh(tmp_path) -> Build:
    """A copy of the fixture book that a test may change; not built yet."""
    return Build(tmp_path)


@pytest.fixture(scope="session")
def soups(built: Build) -> dict[str, BeautifulSoup]:
    """The built pages as trees."""
    return {name: BeautifulSoup(html, "html.parser") for name, html in built.pages().items()}


@pytest.fixture(scope="session")
def site(built: Build) -> Iterator[str]:
    """The address of the built book, served."""
    with served(built.html) as address:
        yield address
