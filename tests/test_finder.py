"""A browser is found, or the tests fail in one clear sentence; they are never skipped."""

import pytest
from tools import finder


def test_what_is_on_the_machine_comes_first(monkeypatch):
    monkeypatch.setenv("CRISIS_PATHS_BROWSER", "/somewhere/chromium")
    assert finder.find_browser() == "/somewhere/chromium"


def test_one_after_the_other_is_tried(monkeypatch):
    asked = []
    for name in ("on_the_machine", "from_debian", "from_playwright"):
        found = "browser" if name == "from_playwright" else None
        monkeypatch.setattr(finder, name, lambda n=name, f=found: (asked.append(n), f)[1])
    assert finder.find_browser() == "browser"
    assert asked == ["on_the_machine", "from_debian", "from_playwright"]


def test_without_any_it_fails_in_one_sentence(monkeypatch):
    def broken():
        raise OSError("no network")

    for name in ("on_the_machine", "from_debian", "from_playwright"):
        monkeypatch.setattr(finder, name, broken)
    with pytest.raises(RuntimeError, match=r"No Chromium .* set CRISIS_PATHS_BROWSER"):
        finder.find_browser()
