"""A browser is found, or the tests fail in one clear sentence; they are never skipped."""

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
