"""The tests rest on no one machine: its speed, its memory, its processors, its version control."""

import os
import shutil
import socket
import subprocess
from types import SimpleNamespace
from urllib.request import urlopen

import pytest
from hypothesis import HealthCheck, settings
from tools.visit import served

import copies
import fonts
import machine


@pytest.mark.parametrize(
    ("processors", "free", "expected"),
    [(2, 16e9, 3), (64, 16e9, 22), (2, 0.9e9, 1), (1, 0.1e9, 1)],
)
def test_there_are_as_many_workers_as_processors_and_memory_allow(
    monkeypatch, processors, free, expected
):
    monkeypatch.setattr(machine, "processors", lambda: processors)
    memory = SimpleNamespace(available=int(free))
    monkeypatch.setattr(machine.psutil, "virtual_memory", lambda: memory)
    assert machine.workers() == expected


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="Linux tells what may be used")
def test_only_processors_that_may_be_used_count(monkeypatch):
    monkeypatch.setattr(machine.os, "sched_getaffinity", lambda process: {3})
    monkeypatch.setattr(machine.os, "cpu_count", lambda: 64)
    assert machine.processors() == 1


@pytest.mark.parametrize(("slower", "holds"), [(1, False), (1.5, False), (10, True)])
def test_a_limit_of_time_is_as_much_higher_as_the_machine_is_slower(monkeypatch, slower, holds):
    clock = iter([0.0, 2.0])
    monkeypatch.setattr(machine, "process_time", lambda: next(clock))
    monkeypatch.setattr(machine, "yardstick", lambda: slower * machine.REFERENCE)
    try:
        with machine.within(1):
            pass
    except AssertionError:
        assert not holds
    else:
        assert holds


@pytest.mark.parametrize(("ci", "outcome"), [("true", pytest.fail), ("", pytest.skip)])
def test_what_is_lacking_fails_in_ci_and_is_told_elsewhere(monkeypatch, ci, outcome):
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome.Exception, match="no such thing here"):
        machine.lacking("no such thing here")


def test_a_folder_is_served_without_asking_for_names(tmp_path, monkeypatch):
    """Where names are resolved slowly or not at all, a server would wait for its own."""

    def asked(*_what):
        raise OSError("nobody answers")

    for name in ("getfqdn", "gethostbyaddr", "gethostbyname"):
        monkeypatch.setattr(socket, name, asked)
    (tmp_path / "index.html").write_text("here", "utf-8")
    with served(tmp_path) as root, urlopen(root) as answer:
        assert answer.read() == b"here"


def test_a_copy_is_the_same_where_there_is_no_git(tmp_path):
    """A downloaded archive has no history: what is hidden or was built is left out by name."""
    known = {path for path in copies.listed(copies.ROOT) if (copies.ROOT / path).is_file()}
    archive = tmp_path / "archive"
    for name in known:
        (archive / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(copies.ROOT / name, archive / name)
    for name in (".venv/lib/a.py", "_build/html/a.html", "src/crisis_paths/__pycache__/a.pyc"):
        (archive / name).parent.mkdir(parents=True, exist_ok=True)
        (archive / name).touch()
    assert set(copies.listed(archive)) == known


def test_within_a_hook_of_git_a_copy_is_a_repository_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "none"))
    folder = copies.copied(tmp_path / "copy", "README.md")
    assert copies.git(copies.committed(folder), "ls-files") == "README.md\n"
    assert "README.md" in copies.listed(copies.ROOT)


def test_no_example_fails_for_taking_its_time():
    assert settings().deadline is None
    assert HealthCheck.too_slow in settings().suppress_health_check


@pytest.mark.parametrize(("ci", "outcome"), [("true", pytest.fail), ("", pytest.skip)])
def test_a_font_that_cannot_be_had_is_told_and_fails_in_ci(monkeypatch, tmp_path, ci, outcome):
    def refused(package, into):
        raise subprocess.CalledProcessError(100, "apt-get")

    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(fonts, "_installed", refused)
    monkeypatch.setattr(fonts, "_fetched", refused)
    with pytest.raises(outcome.Exception, match=r"fonts-noto-cjk can neither|Linux alone"):
        fonts.only([fonts.NOTO], tmp_path / "store", tmp_path / "place")
    assert not (tmp_path / "place").exists()
