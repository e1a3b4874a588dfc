"""A release: every place gets the number, or nothing is written and one sentence says why."""

import difflib
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from tools.release import CHANGES, CITATION, PLACES, Refused, release, versions

import crisis_paths
from copies import NOBODY, ROOT, committed, copied, environment, git

DAY = date(2026, 11, 26)
FILES = (*(name for name, _before, _after in PLACES), CHANGES)


@pytest.fixture
def project(tmp_path: Path, monkeypatch) -> Path:
    """The files that a release touches, at 0.1.0, with something to release."""
    for name, value in NOBODY.items():
        monkeypatch.setenv(name, value)
    folder = copied(
        tmp_path / "project", *FILES, ".gitignore", "tools/__init__.py", "tools/release.py"
    )
    _replace(folder / CHANGES, r"## Unreleased\n.*", "## Unreleased\n\n- A new page.\n")
    for name, before, after in PLACES:
        (given,) = {versions()[name]}
        _replace(folder / name, re.escape(f"{before}{given}{after}"), f"{before}0.1.0{after}")
    return committed(folder)


def _replace(path: Path, pattern: str, new: str) -> None:
    text, count = re.subn(pattern, lambda _: new, path.read_text("utf-8"), flags=re.S)
    assert count == 1
    path.write_text(text, "utf-8")


def contents(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text("utf-8") for name in FILES}


def test_every_place_gives_the_same_version():
    assert set(versions().values()) == {crisis_paths.__version__}


def test_a_release_is_one_commit_and_one_tag_with_the_number_everywhere(project):
    before = contents(project)
    assert release("1.0.0", project, DAY) == "v1.0.0"
    assert set(versions(project).values()) == {"1.0.0"}
    after = contents(project)
    citation = yaml.safe_load(after[CITATION])
    assert (citation["version"], citation["date-released"]) == ("1.0.0", DAY)
    assert "\n## Unreleased\n\n## 1.0.0 · 2026-11-26\n\n- A new page.\n" in after[CHANGES]
    new = {name: _new_lines(before[name], after[name]) for name in FILES}
    assert new == {
        "src/crisis_paths/__init__.py": ['__version__ = "1.0.0"'],
        "data/datapackage.json": [' "version": "1.0.0",'],
        CITATION: ["version: 1.0.0", "date-released: 2026-11-26"],
        CHANGES: ["## 1.0.0 · 2026-11-26", ""],
    }
    assert git(project, "status", "--porcelain") == ""
    assert git(project, "log", "--format=%s").splitlines() == ["Version 1.0.0", "All of it"]
    assert git(project, "describe").strip() == "v1.0.0"


def _new_lines(before: str, after: str) -> list[str]:
    told = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line[1:] for line in list(told)[2:] if line.startswith("+")]


def test_the_next_release_needs_something_new(project):
    release("1.0.0", project, DAY)
    with pytest.raises(Refused, match=r"CHANGELOG.md has nothing under “## Unreleased”"):
        release("1.1.0", project, DAY)
    _replace(project / CHANGES, r"## Unreleased\n", "## Unreleased\n\n- Another.\n")
    git(project, "commit", "-aqm", "Another")
    assert release("1.1.0", project, DAY) == "v1.1.0"
    headings = re.findall(r"^## (.+)$", (project / CHANGES).read_text("utf-8"), re.M)
    assert headings == ["Unreleased", "1.1.0 · 2026-11-26", "1.0.0 · 2026-11-26"]


def dirty(project: Path) -> None:
    (project / CITATION).write_text((project / CITATION).read_text("utf-8") + "\n", "utf-8")


def untracked(project: Path) -> None:
    (project / "notes.txt").write_text("not committed", "utf-8")


def tagged(project: Path) -> None:
    git(project, "tag", "v1.0.0")


def disagreeing(project: Path) -> None:
    _replace(project / CITATION, r"\nversion: 0\.1\.0\n", "\nversion: 0.2.0\n")
    git(project, "commit", "-aqm", "By hand")


def without_heading(project: Path) -> None:
    _replace(project / CHANGES, r"## Unreleased\n", "## Soon\n")
    git(project, "commit", "-aqm", "Soon")


def refused_by_git(project: Path) -> None:
    hook = project / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\necho This may not be committed.\nexit 1\n", "utf-8")
    hook.chmod(0o755)


def no_tag_can_be_made(project: Path) -> None:
    (project / ".git" / "refs" / "tags" / "v1.0.0.lock").touch()


@pytest.mark.parametrize(
    ("version", "spoil", "said"),
    [
        ("1.0", None, r"'1\.0' is no semantic version; give three numbers, such as 1\.0\.0\."),
        ("v1.0.0", None, r"'v1\.0\.0' is no semantic version"),
        ("1.0.0-rc.1", None, r"'1\.0\.0-rc\.1' is no semantic version"),
        ("01.0.0", None, r"'01\.0\.0' is no semantic version"),
        ("0.1.0", None, r"0\.1\.0 is not newer than 0\.1\.0; give a version that is\."),
        ("0.0.9", None, r"0\.0\.9 is not newer than 0\.1\.0"),
        ("1.0.0", dirty, r"There are changes that are not committed; commit or stash them"),
        ("1.0.0", untracked, r"There are changes that are not committed"),
        ("1.0.0", tagged, r"There is a tag v1\.0\.0 already; give another version\."),
        ("1.0.0", disagreeing, r"The files give different versions: .*CITATION\.cff 0\.2\.0"),
        ("1.0.0", without_heading, r"CHANGELOG\.md has no heading “## Unreleased”"),
        ("1.0.0", refused_by_git, r"git commit failed: This may not be committed\."),
        ("1.0.0", no_tag_can_be_made, r"git tag failed: "),
    ],
)
def test_what_cannot_be_released_is_refused_in_a_sentence_and_nothing_is_written(
    project, version, spoil, said
):
    if spoil:
        spoil(project)
    before = contents(project), git(project, "status", "--porcelain"), git(project, "log")
    tags = git(project, "tag")
    with pytest.raises(Refused, match=said) as refused:
        release(version, project, DAY)
    assert len(str(refused.value).splitlines()) == 1
    after = contents(project), git(project, "status", "--porcelain"), git(project, "log")
    assert (after, git(project, "tag")) == (before, tags)


def test_ten_is_newer_than_nine(project):
    release("0.9.0", project, DAY)
    _replace(project / CHANGES, r"## Unreleased\n", "## Unreleased\n\n- Another.\n")
    git(project, "commit", "-aqm", "Another")
    assert release("0.10.0", project, DAY) == "v0.10.0"


@pytest.mark.parametrize(("version", "code"), [("1.0.0", 0), ("0.0.1", 1)])
def test_the_command_says_what_it_did_or_why_not(project, version, code):
    before = date.today()
    done = subprocess.run(
        (sys.executable, "-m", "tools.release", version),
        cwd=project,
        env=environment(project),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == code
    assert done.stdout.startswith("v1.0.0 is committed and tagged") == (code == 0)
    assert done.stderr == (
        "" if code == 0 else "0.0.1 is not newer than 0.1.0; give a version that is.\n"
    )
    # it may be midnight
    days = {f"date-released: {day}\n" for day in (before, date.today())}
    assert any(day in contents(project)[CITATION] for day in days) == (code == 0)


def test_the_citation_file_has_what_its_format_asks_for():
    """The keys that Citation File Format 1.2.0 requires, of the file, its authors and works."""
    found = yaml.safe_load((ROOT / CITATION).read_text("utf-8"))
    assert found["cff-version"] == "1.2.0"
    assert isinstance(found["date-released"], date)
    for work in (found, found["preferred-citation"], *found["references"]):
        assert work["title"] and work["authors"]
        assert all("name" in who or "family-names" in who for who in work["authors"])
    assert found["message"] and found["type"] in ("software", "dataset")
    assert all(work["type"] for work in (found["preferred-citation"], *found["references"]))


def test_the_changelog_keeps_its_form():
    text = (ROOT / CHANGES).read_text("utf-8")
    first, *released = re.findall(r"^## (.+)$", text, re.M)
    assert first == "Unreleased"
    assert all(re.fullmatch(r"\d+\.\d+\.\d+ · \d{4}-\d\d-\d\d", heading) for heading in released)
