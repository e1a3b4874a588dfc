"""A browser is found, or the tests fail in one clear sentence; they are never skipped."""

import subprocess

import pytest
from tools import finder

PLACES = ("shell_from_debian", "on_the_machine", "from_debian", "from_playwright")


def test_what_is_on_the_machine_comes_first(monkeypatch):
    monkeypatch.setenv("CRISIS_PATHS_BROWSER", "/somewhere/chromium")
    assert finder.find_browser() == "/somewhere/chromium"


@pytest.mark.parametrize(("root", "asked"), [(True, ["chromium-headless-shell"]), (False, [])])
def test_the_lighter_shell_is_installed_in_containers_only(monkeypatch, root, asked):
    """Somebody's own machine gets nothing that it was not asked for, if it has a browser."""
    installed = []
    monkeypatch.delenv("CRISIS_PATHS_BROWSER", raising=False)
    monkeypatch.setattr(finder, "is_root", lambda: root)
    monkeypatch.setattr(finder.shutil, "which", lambda name: None)
    monkeypatch.setattr(finder, "from_debian", lambda package: installed.append(package))
    finder.install_shell.cache_clear()
    for _time in range(2):
        finder.shell_from_debian()
    finder.install_shell.cache_clear()
    assert installed == asked


def test_a_browser_that_is_named_comes_before_the_shell(monkeypatch):
    monkeypatch.setattr(finder, "is_root", lambda: True)
    monkeypatch.setattr(finder, "install_shell", lambda: "/usr/bin/chromium-headless-shell")
    monkeypatch.setattr(finder.shutil, "which", lambda name: None)
    monkeypatch.delenv("CRISIS_PATHS_BROWSER", raising=False)
    assert finder.shell_from_debian() == "/usr/bin/chromium-headless-shell"
    monkeypatch.setenv("CRISIS_PATHS_BROWSER", "/somewhere/chromium")
    assert finder.find_browser() == "/somewhere/chromium"


def test_one_after_the_other_is_tried(monkeypatch):
    asked = []
    for name in PLACES:
        found = "browser" if name == "from_playwright" else None
        monkeypatch.setattr(finder, name, lambda n=name, f=found: (asked.append(n), f)[1])
    assert finder.find_browser() == "browser"
    assert asked == list(PLACES)


def test_without_any_it_fails_in_one_sentence(monkeypatch):
    def broken():
        raise OSError("no network")

    for name in PLACES:
        monkeypatch.setattr(finder, name, broken)
    with pytest.raises(RuntimeError, match=r"No Chromium .* set CRISIS_PATHS_BROWSER"):
        finder.find_browser()


@pytest.mark.parametrize(
    ("there", "asked"),
    [
        ({":lang=zh-cn", ":charset=27fa"}, []),
        ({":charset=27fa"}, ["fonts-wqy-microhei"]),
        ({":lang=zh-cn"}, ["fonts-dejavu-core"]),
        (set(), ["fonts-wqy-microhei", "fonts-dejavu-core"]),
    ],
)
def test_fonts_for_chinese_and_for_signs_are_installed_where_there_are_none(
    monkeypatch, there, asked
):
    installed = []
    monkeypatch.setattr(finder, "has_font", lambda wanted: wanted in there)
    monkeypatch.setattr(finder, "install", lambda *packages: installed.extend(packages))
    finder.bring_fonts()
    assert installed == asked


def test_a_font_that_cannot_be_had_in_time_is_not_waited_for(monkeypatch):
    def hangs(*_packages):
        raise subprocess.TimeoutExpired("apt-get", 400)

    monkeypatch.setattr(finder, "has_font", lambda wanted: False)
    monkeypatch.setattr(finder, "install", hangs)
    finder.bring_fonts()


@pytest.mark.parametrize(("listed", "there"), [("", False), ("/fonts/some.ttc: Some", True)])
def test_the_machines_own_list_says_whether_there_is_a_font(monkeypatch, tmp_path, listed, there):
    lister = tmp_path / "fc-list"
    lister.write_text(f"#!/bin/sh\n[ $1 = :lang=zh-cn ] && echo '{listed}'\n")
    lister.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(finder.shutil, "which", lambda name: str(lister))
    assert finder.has_font(":lang=zh-cn") is there


def test_where_fonts_cannot_be_listed_the_browser_will_tell(monkeypatch):
    monkeypatch.setattr(finder.shutil, "which", lambda name: None)
    assert finder.has_font(":lang=zh-cn")


def test_each_user_has_a_lock_of_their_own(monkeypatch):
    """In a folder that all share, nobody may open the file of another."""
    files = set()
    for who in (1000, 1001):
        monkeypatch.setattr(finder.os, "getuid", lambda who=who: who, raising=False)
        files.add(finder.one_at_a_time().lock_file)
    assert len(files) == 2


def test_a_browser_from_debian_brings_fonts_with_it(monkeypatch):
    ran = []
    monkeypatch.setattr(finder, "is_root", lambda: True)
    monkeypatch.setattr(finder.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(finder.subprocess, "run", lambda command, **_: ran.append(command))
    assert finder.from_debian("chromium") == "/usr/bin/chromium"
    fonts = {"fonts-liberation", "fonts-wqy-microhei", "fonts-dejavu-core"}
    assert {"chromium"} | fonts <= set(ran[-1])
