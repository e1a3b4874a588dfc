"""The package runs on the oldest versions that pyproject.toml allows.

They are asked for by number: a resolver that may choose takes newer ones where that is easier.
``test_wheel.py`` has pandas alone; the pins of requirements.txt have the rest of the tests.
"""

import csv
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.version import Version

import binder
import environments
from environments import ROOT, asked, pin, project

SECONDS = 480
DOCTESTS = ["-m", "pytest", "-q", "--doctest-modules", "-p", "no:cacheprovider"]
PACKAGE = ROOT / "src" / "crisis_paths"
COURSES = PACKAGE / "exercises"
# What is run with which extra, and how many examples there are at least.
RUNS = {"views": ([PACKAGE, f"--ignore={COURSES}"], 200), "instructor": ([COURSES], 15)}
SOURCES = {"PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture(scope="module")
def oldest(once):
    """Makes an environment of what an extra asks for, each package as old as it may be."""

    def made(extra: str) -> Path:
        def install(folder: Path) -> None:
            wanted = [f"{one.name}=={at_least(one)}" for one in asked(extra)]
            python = binder.python_of_binder() or sys.executable
            environments.install(folder, *wanted, pin("pytest"), python=python)

        return once(f"oldest-{extra}", install)

    return made


def versions(folder: Path) -> dict[str, Version]:
    """What is installed, and the Python that runs it."""
    command = [sys.executable, "-m", "uv", "pip", "list", "-q", "--format", "json"]
    done = subprocess.run(
        [*command, "--python", str(folder / "bin" / "python")],
        cwd=folder.parent,
        env=binder.clean(),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    found = {one["name"]: Version(one["version"]) for one in json.loads(done.stdout)}
    told = environments.run(folder, "-V", cwd=folder, seconds=20).stdout
    return {"python": Version(told.split()[1]), **found}


def at_least(requirement) -> Version:
    """The version from which on a requirement allows."""
    (bound,) = (Version(one.version) for one in requirement.specifier if one.operator == ">=")
    return bound


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("extra", RUNS)
def test_the_examples_run_on_the_oldest_versions(oldest, extra, tmp_path, capsys):
    folder = oldest(extra)
    found = versions(folder)
    used = {"python": found["python"]} | {one.name: found[one.name] for one in asked(extra)}
    with capsys.disabled():
        print(f"\n{extra}:", ", ".join(f"{name} {version}" for name, version in used.items()))
    which, least = RUNS[extra]
    done = environments.run(
        folder,
        *DOCTESTS,
        f"--basetemp={tmp_path / 'own'}",
        *which,
        cwd=ROOT,
        seconds=300,
        **SOURCES,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (passed,) = re.findall(r"(\d+) passed", done.stdout)
    assert int(passed) > least and "skipped" not in done.stdout


@pytest.mark.timeout(SECONDS)
def test_the_python_of_binder_is_the_oldest_that_is_allowed():
    assert project()["requires-python"] == f">={binder.PYTHON}"


@pytest.mark.timeout(SECONDS)
def test_a_set_is_made_assigned_and_graded_by_the_oldest_versions(oldest, tmp_path):
    folder = oldest("instructor")

    def run(*arguments: str, cwd: Path = tmp_path) -> None:
        done = environments.run(folder, "-m", *arguments, cwd=cwd, seconds=200, **SOURCES)
        assert done.returncode == 0, done.stdout + done.stderr

    command, some = "crisis_paths.exercises.command", ("--seed", "a", "--count", "3")
    run(command, "make", *some, "--out", "set")
    assert list((tmp_path / "set").glob("*canvas*"))
    run(command, "assignment", *some, "--name", "one", "--out", "course")
    run("nbgrader", "generate_assignment", "one", cwd=tmp_path / "course")
    shutil.copytree(tmp_path / "course/release/one", tmp_path / "course/submitted/ana/one")
    run("nbgrader", "autograde", "one", cwd=tmp_path / "course")
    for flags in ((), ("--autograded",)):
        out = tmp_path / f"grades{len(flags)}.csv"
        run(command, "check", "course", "--seed", "a", "--out", str(out), *flags)
        with out.open(encoding="utf-8-sig", newline="") as lines:
            (row,) = csv.DictReader(lines)
        assert row["fault"].startswith("Not answered: exercise 1"), row
    run("nbgrader", "generate_feedback", "one", cwd=tmp_path / "course")
    assert (tmp_path / "course/feedback/ana/one/one.html").is_file()
