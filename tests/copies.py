"""Copies of the project to be changed: what git knows or would take, and nothing else."""

import os
import shutil
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_NAME": "A contributor" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "contributor@example.org" for who in ("AUTHOR", "COMMITTER")},
}


def listed(root: Path) -> list[str]:
    """The project's files: what git knows or would take; without git, what is not left out."""
    if (root / ".git").exists():
        command = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        options = {"cwd": root, "env": outside(), "capture_output": True, "text": True}
        done = subprocess.run(command, **options, check=True)
        return [name for name in done.stdout.split("\0") if name]
    ignored = [line.strip("/") for line in (root / ".gitignore").read_text("utf-8").splitlines()]
    found = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return [
        path.as_posix()
        for path in found
        if not any(fnmatch(part, pattern) for part in path.parts for pattern in ignored if pattern)
    ]


def copied(target: Path, *names: str) -> Path:
    """Copy these files of the project, or all of it; gives the folder."""
    for name in names or listed(ROOT):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


def outside() -> dict[str, str]:
    """The environment without what git sets in a hook, which would lead it back to this project."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}


def environment(folder: Path) -> dict[str, str]:
    """Where commands run in the copy, by this Python and on the copy's own modules."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    own = {"PATH": path, "PYTHONPATH": str(folder / "src")}
    return outside() | NOBODY | own | {"PRE_COMMIT_HOME": str(folder / ".git" / "pre-commit")}


def git(folder: Path, *arguments: str) -> str:
    """Git in the copy, with a name of its own and nobody's settings."""
    return subprocess.run(
        ("git", *arguments),
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def committed(folder: Path) -> Path:
    """Make the copy a repository of its own, with all of it committed."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "-m", "All of it")
    return folder
