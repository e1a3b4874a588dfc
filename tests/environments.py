"""Environments of their own, made by uv from what is in its cache or fetched."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

import binder

ROOT = binder.ROOT
INSTALL_SECONDS = 240


def project() -> dict:
    """What pyproject.toml says of the project."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def asked(*extras: str) -> list[Requirement]:
    """What the package asks for, alone or with extras."""
    found = project()
    lists = [found["dependencies"], *(found["optional-dependencies"][name] for name in extras)]
    return [Requirement(text) for texts in lists for text in texts]


def pin(name: str) -> str:
    """A package with its version, as requirements-test.txt has it."""
    pins = (ROOT / "requirements-test.txt").read_text("utf-8")
    return re.search(rf"^{name}==\S+", pins, re.M)[0]


def install(folder: Path, *arguments: str | Path, python: str = sys.executable) -> None:
    """An empty environment with what ``uv pip install`` is given; nothing is compiled."""
    uv = [sys.executable, "-m", "uv"]
    into = ["--python", folder / "bin" / "python", "--system-certs", "--only-binary", ":all:"]
    for command in (
        [*uv, "venv", "-q", "--python", python, folder],
        [*uv, "pip", "install", "-q", *into, *arguments],
    ):
        done = subprocess.run(
            list(map(str, command)),
            cwd=folder.parent,  # not the project: its settings are no business of this
            env=binder.clean(),
            capture_output=True,
            text=True,
            timeout=INSTALL_SECONDS,
        )
        assert done.returncode == 0, done.stderr


def run(folder: Path, *arguments: str | Path, cwd: Path, seconds: int, **more: str):
    """Run the environment's Python; ``more`` goes into what the process finds around it."""
    return subprocess.run(
        [str(folder / "bin" / "python"), *map(str, arguments)],
        cwd=cwd,
        env=binder.clean() | more,
        capture_output=True,
        text=True,
        timeout=seconds,
    )
