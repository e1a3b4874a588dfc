"""Where is a browser? On the machine, else from Debian, else Playwright's own. And Chinese fonts?

First of all Chromium's headless shell: the same engine without a window around it, which does the
same visits on three fifths of the processor time.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from filelock import FileLock

SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("C:/Program Files/Google/Chrome/Application/chrome.exe"),
    Path("C:/Program Files (x86)/Google/Chrome/Application/chrome.exe"),
)
INSTALL_SECONDS = 400
# fonts are named: without any, a page's measures mean nothing
FONTS = "fonts-liberation"
CHINESE = "fonts-wqy-microhei"
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


def is_root() -> bool:
    """Is this the machine's owner, as in a container?"""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def shell_from_debian() -> str | None:
    """The headless shell, from Debian: in a container only, for elsewhere any browser will do."""
    if os.environ.get("CRISIS_PATHS_BROWSER") or not is_root():
        return None
    return shutil.which(SHELL) or install_shell()


@cache
def install_shell() -> str | None:
    """The same, tried once: where it cannot be had, each later try would take as long."""
    return from_debian(SHELL)


def from_debian(package: str = "chromium") -> str | None:
    """Debian's package, where this user may install it without being asked for a password."""
    install(package, FONTS, CHINESE)
    return shutil.which(package)


def install(*packages: str) -> None:
    """Install packages of Debian's, where this user may; elsewhere nothing happens."""
    if not shutil.which("apt-get") or not (is_root() or shutil.which("sudo")):
        return
    may = [] if is_root() else ["sudo", "-n"]
    for command in (["update", "-q"], ["install", "-qy", *packages]):
        subprocess.run([*may, "apt-get", *command], capture_output=True, timeout=INSTALL_SECONDS)


def has_chinese_font() -> bool:
    """Has the machine a font for Chinese? Where fonts cannot be listed, as if it had."""
    if not shutil.which("fc-list"):
        return True
    listed = subprocess.run(["fc-list", ":lang=zh-cn"], capture_output=True, check=False)
    return bool(listed.stdout.strip())


def bring_chinese_font() -> None:
    """Install a font for Chinese, if the machine has none and this user may.

    Whether it was of any use shows where something is drawn.
    """
    with FileLock(Path(tempfile.gettempdir()) / "crisis-paths-browser.lock"):
        if not has_chinese_font():
            install(CHINESE)


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
        for look in (shell_from_debian, on_the_machine, from_debian, from_playwright):
            try:
                path = look()
            except (OSError, subprocess.TimeoutExpired):
                path = None
            if path:
                return path
    raise RuntimeError(MISSING)
