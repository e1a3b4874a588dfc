"""Where is a browser? On the machine, else from Debian, else Playwright's own."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from filelock import FileLock

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("C:/Program Files/Google/Chrome/Application/chrome.exe"),
    Path("C:/Program Files (x86)/Google/Chrome/Application/chrome.exe"),
)
INSTALL_SECONDS = 400
MISSING = (
    "No Chromium or Chrome was found and none could be installed: install one, or set"
    " CRISIS_PATHS_BROWSER to its path. The browser tests are not skipped."
)


def on_the_machine() -> str | None:
    """A browser that is there already."""
    if named := os.environ.get("CRISIS_PATHS_BROWSER"):
        return named
    found = filter(None, map(shutil.which, NAMES))
    return next(found, None) or next((str(app) for app in APPLICATIONS if app.is_file()), None)


def from_debian() -> str | None:
    """Debian's chromium, where this user may install it without being asked for a password."""
    if not shutil.which("apt-get"):
        return None
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not root and not shutil.which("sudo"):
        return None
    may = [] if root else ["sudo", "-n"]
    # fonts are named: without any, a page's measures mean nothing
    for command in (["update", "-q"], ["install", "-qy", "chromium", "fonts-liberation"]):
        subprocess.run([*may, "apt-get", *command], capture_output=True, timeout=INSTALL_SECONDS)
    return shutil.which("chromium")


def from_playwright() -> str | None:
    """Playwright's own Chromium, downloaded."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    done = subprocess.run(command, capture_output=True, timeout=INSTALL_SECONDS)
    if done.returncode:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def find_browser() -> str:
    """The path of a browser.

    Raises
    ------
    RuntimeError
        In one sentence, if there is none and none could be installed.
    """
    # one at a time: several test workers must not install the same browser at once
    with FileLock(Path(tempfile.gettempdir()) / "crisis-paths-browser.lock"):
        for look in (on_the_machine, from_debian, from_playwright):
            try:
                path = look()
            except (OSError, subprocess.TimeoutExpired):
                path = None
            if path:
                return path
    raise RuntimeError(MISSING)
