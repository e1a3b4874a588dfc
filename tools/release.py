"""Release a new version: the number in every place, the changelog's heading, a commit and a tag.

    make release VERSION=1.0.0       or: python -m tools.release 1.0.0

Nothing is written before everything has been checked, and where git refuses the commit or the
tag, all is as it was. What is pushed, and when, is left to you.

bump-my-version 1.8.1 was tried on the cases of the tests. It makes a release well, and refuses what
is dirty, disagrees or has no heading. Of the other eleven it releases six (an older version,
`1.0.0-rc.1` as 1.0.0, a changelog without entries), leaves three half done where git refuses, and
answers two with a traceback or not at all.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEMANTIC = r"(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}"  # no 1.0.0-rc.1: Python would read it otherwise
# Where the version stands: a file, and what stands before and after the number on its line.
PLACES = (
    ("src/crisis_paths/__init__.py", '__version__ = "', '"'),
    ("CITATION.cff", "version: ", ""),
    ("data/datapackage.json", ' "version": "', '",'),
)
CITATION, CHANGES = "CITATION.cff", "CHANGELOG.md"
UNRELEASED = "## Unreleased\n"


class Refused(Exception):
    """A release that cannot be made; one sentence says why."""


def line(before: str, after: str) -> str:
    """Return a whole line that gives a version, as a pattern."""
    return f"^{re.escape(before)}({SEMANTIC}){re.escape(after)}$"


def the_one(pattern: str, text: str, where: str) -> re.Match:
    """Find the only line of this form."""
    found = list(re.finditer(pattern, text, re.M))
    if len(found) != 1:
        raise Refused(f"{where} has {len(found)} lines of the form {pattern}; it must have one.")
    return found[0]


def replaced(text: str, pattern: str, new: str, where: str) -> str:
    """Return the text with that line written anew."""
    found = the_one(pattern, text, where)
    return text[: found.start()] + new + text[found.end() :]


def versions(root: Path = ROOT) -> dict[str, str]:
    """Return the version that each file gives."""
    return {
        name: the_one(line(before, after), (root / name).read_text("utf-8"), name)[1]
        for name, before, after in PLACES
    }


def numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def headed(changes: str, version: str, day: date) -> str:
    """Return the changelog with what was unreleased under its version, and room for the next."""
    before, found, rest = changes.partition(UNRELEASED)
    if not found:
        raise Refused(f"{CHANGES} has no heading “{UNRELEASED.strip()}”; it must have one.")
    entries = rest.partition("\n## ")[0]
    if not entries.strip():
        raise Refused(f"{CHANGES} has nothing under “{UNRELEASED.strip()}”; say what is new.")
    return f"{before}{UNRELEASED}\n## {version} · {day.isoformat()}\n{rest}"


def written(root: Path, version: str, day: date) -> dict[Path, str]:
    """Return what will stand in which file.

    Raises
    ------
    Refused
        If the version has not the form of one, or is not newer; if the files disagree about
        the present one; or if the changelog has nothing to release.
    """
    if not re.fullmatch(SEMANTIC, version):
        raise Refused(f"{version!r} is no semantic version; give three numbers, such as 1.0.0.")
    given = versions(root)
    if len(set(given.values())) > 1:
        listed = ", ".join(f"{name} {number}" for name, number in given.items())
        raise Refused(f"The files give different versions: {listed}; they must agree.")
    old = next(iter(given.values()))
    if numbers(version) <= numbers(old):
        raise Refused(f"{version} is not newer than {old}; give a version that is.")
    texts = {name: (root / name).read_text("utf-8") for name in (*given, CHANGES)}
    for name, before, after in PLACES:
        new = f"{before}{version}{after}"
        texts[name] = replaced(texts[name], line(before, after), new, name)
    dated = f"date-released: {day.isoformat()}"
    texts[CITATION] = replaced(texts[CITATION], r"^date-released: .*$", dated, CITATION)
    texts[CHANGES] = headed(texts[CHANGES], version, day)
    return {root / name: text for name, text in texts.items()}


def git(root: Path) -> Callable[..., str]:
    """Return git in this folder; what it says when it refuses becomes the reason."""

    def run(*arguments: str) -> str:
        done = subprocess.run(("git", *arguments), cwd=root, capture_output=True, text=True)
        if done.returncode:
            said = " ".join((done.stderr or done.stdout).split())
            raise Refused(f"git {arguments[0]} failed: {said}")
        return done.stdout

    return run


def release(version: str, root: Path = ROOT, day: date | None = None) -> str:
    """Write, commit and tag; gives the tag.

    Raises
    ------
    Refused
        If it cannot be done; then nothing is changed.
    """
    call, tag = git(root), f"v{version}"
    files = written(root, version, day or date.today())
    if call("status", "--porcelain"):
        raise Refused("There are changes that are not committed; commit or stash them first.")
    if call("tag", "--list", tag):
        raise Refused(f"There is a tag {tag} already; give another version.")
    start = call("rev-parse", "HEAD").strip()
    try:
        for path, text in files.items():
            path.write_text(text, "utf-8", newline="\n")
        call("commit", "--all", "--message", f"Version {version}")
        call("tag", "--annotate", tag, "--message", f"Version {version}")
    except BaseException:
        call("reset", "--hard", start)  # the tree was clean, so nothing of anybody's is lost
        raise
    return tag


def main(given: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="tools.release", description=__doc__.splitlines()[0])
    parser.add_argument("version", help="three numbers joined by dots, such as 1.0.0")
    try:
        tag = release(parser.parse_args(given).version)
    except Refused as fault:
        print(fault, file=sys.stderr)
        return 1
    print(f"{tag} is committed and tagged; to publish it: git push --follow-tags")
    return 0


if __name__ == "__main__":
    sys.exit(main())
