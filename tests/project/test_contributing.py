"""CONTRIBUTING.md, word for word: its rows and lines are put where it says, its commands run.

Under each heading the blocks are followed in order, on a copy of the project.

- ``console``: each ``$ command`` is run and says what stands below it; … is whatever else it says.
- ``csv``: lines for the end of the file that the sentence before the block names.
- ``diff``: lines of the file that the sentence before names, taken out and put in their place;
  … is the rest of the line, which stays.
- ``sh``: what a contributor types that no test can do here; its make targets exist.
"""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from copies import ROOT, committed, copied, environment, git

TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
REST = "…"
FENCE = re.compile(r"(?P<before>[^\n]*)\n\n```(?P<kind>[^\n]*)\n(?P<body>.*?)^```$", re.M | re.S)
SECTIONS = re.split(r"^## ", TEXT, flags=re.M)[1:]
RUN = ("console", "csv", "diff")


@dataclass(frozen=True)
class Block:
    """A fenced block, and the line of prose before it."""

    before: str
    kind: str
    body: str

    @property
    def file(self) -> str:
        """The one file that the sentence before names."""
        *_earlier, sentence = re.split(r"(?<=\.) ", self.before)
        (name,) = re.findall(r"`([^`]+)`", sentence)
        return name

    def follow(self, folder: Path) -> None:
        """Do what the block says."""
        {"console": _run, "csv": _append, "diff": _change}[self.kind](self, folder)


def _run(block: Block, folder: Path) -> None:
    for step in re.split(r"^\$ ", block.body, flags=re.M)[1:]:
        command, _newline, expected = step.partition("\n")
        done = subprocess.run(
            shlex.split(command),
            cwd=folder,
            env=environment(folder),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=100,
        )
        said = (done.stdout.strip() or done.stderr.strip()) + "\n"
        pattern = ".*".join(map(re.escape, expected.strip().split(REST))) + "\n"
        assert re.fullmatch(pattern, said, re.S), f"$ {command}\n{said}"


def _append(block: Block, folder: Path) -> None:
    with (folder / block.file).open("a", encoding="utf-8", newline="") as file:
        file.write(block.body)


def _change(block: Block, folder: Path) -> None:
    path = folder / block.file
    text = path.read_text("utf-8")
    for old, new in _changes(block.body.splitlines()):
        start, end = old.removesuffix(REST), "" if old.endswith(REST) else "\n"
        assert text.count(f"\n{start}{end}") == 1, f"{block.file}: {old}"
        text = text.replace(f"\n{start}{end}", f"\n{new.removesuffix(REST)}{end}")
    path.write_bytes(text.encode())


def _changes(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Which line becomes which? A new line goes below the line before it."""
    for before, line in pairwise(lines):
        assert line[0] in " +-"
        if line[0] == "+":
            kept = f"{before[1:]}\n" if before[0] == " " else ""
            yield before[1:], kept + line[1:]


def blocks(section: str) -> list[Block]:
    return [Block(**found.groupdict()) for found in FENCE.finditer(section)]


def section(start: str) -> list[Block]:
    (found,) = [text for text in SECTIONS if text.startswith(start)]
    return blocks(found)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return committed(copied(tmp_path / "project"))


def test_no_block_is_passed_over():
    found = [block for text in SECTIONS for block in blocks(text)]
    assert 2 * len(found) == len(re.findall(r"^```", TEXT, re.M))
    assert {block.kind for block in found} == {*RUN, "sh"}
    with_sh = [text.splitlines()[0] for text in SECTIONS if "```sh\n" in text]
    assert with_sh == ["Set up", "Release a version"]


def test_what_is_typed_and_not_run_here_exists():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert set(re.findall(r"`?\bmake ([a-z-]+)(?:`|\n| VERSION)", TEXT)) <= targets
    assert (ROOT / ".pre-commit-config.yaml").is_file()
    for name in re.findall(r"\]\(([^)]+)\)", TEXT):
        assert (ROOT / name).is_file()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("console", "$ python -c print(1)\n2\n"),
        ("console", "$ python -c print(1)\n"),
        ("console", "$ python -c raise\\ SystemExit(1)\n1\n"),
        ("diff", "-root: nowhere\n+root: index\n"),
        ("diff", "   - caption…\n+    chapters: too many\n"),
    ],
)
def test_a_block_that_is_no_longer_so_is_noticed(kind, body, tmp_path):
    folder = copied(tmp_path, "_toc.yml")
    with pytest.raises(AssertionError):
        Block("In `_toc.yml`, change:", kind, body).follow(folder)


@pytest.mark.timeout(180)
def test_one_test_is_run(project):
    for block in section("Run one test"):
        block.follow(project)


@pytest.mark.timeout(180)
def test_a_case_is_added(project):
    for block in section("Example 1"):
        block.follow(project)
    assert changed(project) == {
        "data/further_cases.csv",
        "chapters/scrutiny/coding.ipynb",
        "chapters/appendix/codebook.ipynb",
    }
    assert "Velia 2031" in (project / "chapters/scrutiny/coding.ipynb").read_text("utf-8")


@pytest.mark.timeout(180)
def test_a_chapter_is_added(project):
    for block in section("Example 2"):
        block.follow(project)
    assert changed(project) == {"_toc.yml", "chapters/scrutiny/velia.ipynb"}
    # for speed the book is built with this chapter alone; a warning is an error
    (project / "_toc.yml").write_text("format: jb-book\nroot: chapters/scrutiny/velia\n", "utf-8")
    build = (sys.executable, "-m", "livepage", ".", "--strict")
    for _attempt in range(2):
        done = subprocess.run(build, cwd=project, env=environment(project), capture_output=True)
        # another program of this machine's may take the port that a kernel was to have
        if b"Address already in use" not in done.stderr:
            break
    assert done.returncode == 0, done.stderr.decode()
    page = (project / "_build" / "html" / "chapters" / "scrutiny" / "velia.html").read_text("utf-8")
    assert "7.6 · Velia 2031" in page and "weak/continued" in page


@pytest.mark.timeout(180)
def test_a_coding_is_changed(project):
    for block in section("Example 3"):
        block.follow(project)
    assert changed(project) == {"data/cases.csv", "data/codings.csv"}


def changed(project: Path) -> set[str]:
    """Which files differ from what was committed?"""
    return {line[3:] for line in git(project, "status", "--porcelain").splitlines()}
