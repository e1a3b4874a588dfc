"""An engine is found or installed; where it cannot be had, one sentence says so."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tools.engines import Missing, engine, firefox, webkit

ROOT = Path(__file__).parents[2]


@pytest.fixture
def installed(monkeypatch) -> list[tuple[str, ...]]:
    """What would have been installed; nothing is."""
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(engine, "install", lambda *packages: asked.append(packages))
    monkeypatch.delenv("CRISIS_PATHS_FIREFOX", raising=False)
    return asked


def has(*programs: str) -> Callable[[str], str | None]:
    """A machine on whose path these programs are."""
    return lambda name: f"/usr/bin/{name}" if name in programs else None


def test_a_firefox_that_is_there_comes_first(monkeypatch, installed):
    monkeypatch.setattr(engine.shutil, "which", has("firefox", "firefox-esr"))
    assert firefox.find_firefox() == "/usr/bin/firefox-esr"
    monkeypatch.setenv("CRISIS_PATHS_FIREFOX", "/somewhere/firefox")
    assert firefox.find_firefox() == "/somewhere/firefox"
    assert installed == []


def test_firefox_comes_from_debian_where_there_is_none(monkeypatch, installed):
    def arrives(*packages: str) -> None:
        installed.append(packages)
        monkeypatch.setattr(engine.shutil, "which", has("firefox-esr"))

    monkeypatch.setattr(firefox, "APPLICATIONS", ())
    monkeypatch.setattr(engine.shutil, "which", has())
    monkeypatch.setattr(engine, "install", arrives)
    assert firefox.find_firefox() == "/usr/bin/firefox-esr"
    assert installed == [("firefox-esr",)]


@pytest.mark.parametrize("lacking", [webkit.DRIVER, webkit.SCREEN, "MiniBrowser"])
def test_webkit_is_its_driver_its_browser_and_a_screen(monkeypatch, tmp_path, installed, lacking):
    monkeypatch.setattr(webkit, "USR", tmp_path)
    folder = tmp_path / "lib" / "some-linux" / "webkit2gtk-4.1"
    folder.mkdir(parents=True)
    programs = {webkit.DRIVER, webkit.SCREEN, "MiniBrowser"}
    (folder / "MiniBrowser").touch()
    monkeypatch.setattr(engine.shutil, "which", has(*programs))
    assert webkit.find_webkit() == str(folder / "MiniBrowser")
    assert installed == []
    if lacking == "MiniBrowser":
        (folder / "MiniBrowser").unlink()
    monkeypatch.setattr(engine.shutil, "which", has(*programs - {lacking}))
    with pytest.raises(Missing, match=r"^No WebKitGTK .* webkit2gtk-driver and xvfb\.$"):
        webkit.find_webkit()
    assert installed == [webkit.PACKAGES]


def test_an_engine_that_cannot_be_installed_is_missing_in_one_sentence(monkeypatch):
    def broken(*packages: str) -> None:
        raise OSError("no network")

    monkeypatch.delenv("CRISIS_PATHS_FIREFOX", raising=False)
    monkeypatch.setattr(firefox, "APPLICATIONS", ())
    monkeypatch.setattr(engine.shutil, "which", has())
    monkeypatch.setattr(engine, "install", broken)
    with pytest.raises(Missing, match=r"^No Firefox .* set CRISIS_PATHS_FIREFOX to its path\.$"):
        firefox.find_firefox()


BROKEN = """
from tools import engines
def missing():
    raise engines.Missing("There is none.")
engines.ENGINES.update(firefox=missing, webkit=missing)
"""


@pytest.mark.parametrize(("ci", "word"), [("true", "error"), ("", "skipped")])
def test_without_an_engine_its_tests_fail_where_the_book_is_published_from(tmp_path, ci, word):
    """Elsewhere they are not run, and one line an engine says so."""
    (tmp_path / "no_engines.py").write_text(BROKEN, "utf-8")
    paths = os.pathsep.join([str(tmp_path), str(ROOT), os.environ.get("PYTHONPATH", "")])
    environment = {**os.environ, "CI": ci, "PYTHONPATH": paths}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no_engines", "-k", "spoiled"]
    done = subprocess.run(
        [*command, str(ROOT / "tests" / "browser" / "test_engines.py")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert f"4 {word}" in done.stdout
    assert "There is none." in done.stdout
    assert bool(done.returncode) == bool(ci)
