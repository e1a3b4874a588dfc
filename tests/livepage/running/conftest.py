"""The small book with notebooks that are run: one of them reads a module, the other a table."""

import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
import yaml

import livepage

PACKAGE = Path(livepage.__file__).parent
BEGIN = "open('../ran', 'a').write('{name}\\n')\nimport sys\nsys.path.insert(0, 'watched')"
ASIDE = "print('{name}', file=sys.stderr)"
CELLS = {
    "one": "from part import view\nview.WORD",
    "two": "print(open('watched/table.csv').read())",
}


def write(path: Path, *sources: str, title: str) -> None:
    """A notebook without outputs."""
    head = nbformat.v4.new_markdown_cell(f"# {title}", id="head")
    cells = [nbformat.v4.new_code_cell(s, id=f"cell-{n}") for n, s in enumerate(sources)]
    made = nbformat.v4.new_notebook(cells=[head, *cells])
    made.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(made, path)


def edited(path: Path, change: Callable[[dict], object]) -> None:
    """Change a file of settings."""
    settings = yaml.safe_load(path.read_text("utf-8"))
    change(settings)
    path.write_text(yaml.safe_dump(settings), "utf-8")


class Living:
    """A copy of the small book that can be changed, built, and asked what it has run."""

    def __init__(self, build) -> None:
        self.build = build
        self.folder: Path = build.folder
        self.watched = self.folder / "watched"
        # livepage's own files can be changed too
        lib = self.folder.parent / "lib"
        shutil.copytree(PACKAGE, lib / "livepage")
        build.environment["PYTHONPATH"] = f"{lib}:{build.environment['PYTHONPATH']}"
        self.sheet = lib / "livepage" / "static" / "livepage.css"
        (self.watched / "part").mkdir()
        (self.watched / "part" / "view.py").write_text("WORD = 'sparrow'\n")
        (self.watched / "unread.csv").write_text("x\n")
        for name, cell in CELLS.items():
            write(self.folder / f"{name}.ipynb", BEGIN.format(name=name), cell, title=name.title())
        edited(self.folder / "_config.yml", self._run)
        edited(self.folder / "_toc.yml", lambda toc: toc["parts"][1]["chapters"].extend(PAGES))

    @staticmethod
    def _run(settings: dict) -> None:
        settings["execute"] = {
            "execute_notebooks": "cache",
            "exclude_patterns": ["charts.*", "explorer.*"],
        }

    def run(self) -> tuple[str, list[str]]:
        """Build; gives what was said, and which notebooks were run."""
        ran = self.folder.parent / "ran"
        ran.unlink(missing_ok=True)
        said = self.build.run()
        return said, sorted(ran.read_text().split()) if ran.exists() else []

    def page(self, name: str) -> str:
        """A page as it stands."""
        return (self.build.html / f"{name}.html").read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        """All that was built for readers; the list of pages by their time of reading is none."""
        return {
            path.relative_to(self.build.html).as_posix(): path.read_bytes()
            for path in sorted(self.build.html.rglob("*"))
            if path.is_file() and path.name != ".buildinfo"
        }

    def clean(self) -> None:
        """Take away all that was built."""
        shutil.rmtree(self.folder / "_build")


PAGES = [{"file": name} for name in CELLS]


@pytest.fixture
def living(fresh) -> Living:
    """The small book with notebooks that are run; not built yet."""
    return Living(fresh)
