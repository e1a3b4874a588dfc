"""Where is a browser? On the machine, else from Debian, else Playwright's own. And its fonts?

First of all Chromium's headless shell: the same engine without a window around it, which does the
same visits on three fifths of the processor time.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
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
LATIN = "fonts-liberation"
CHINESE = "fonts-wqy-microhei"
SIGNS = "fonts-dejavu-core"
# what shows, as fontconfig asks, that a machine has such a font already
NEEDED = {CHINESE: ":lang=zh-cn", SIGNS: ":charset=27fa"}
MISSING = (
    "No Chromium or Chrome was found and none could be installed: install one, or set"
    " CRISIS_PATHS_BROWSER to its path. The browser tests are not skipped."
)


def on_the_machine() -> str | None:
    """Return a browser that is there already."""
    if named := os.environ.get("CRISIS_PATHS_BROWSER"):
        return named
    found = filter(None, map(shutil.which, NAMES))
    return next(found, None) or next((str(app) for app in APPLICATIONS if app.is_file()), None)


def is_root() -> bool:
    """Say whether this is the machine's owner, as in a container."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def shell_from_debian() -> str | None:
    """Get the headless shell from Debian, in a container only: elsewhere any browser will do."""
    if os.environ.get("CRISIS_PATHS_BROWSER") or not is_root():
        return None
    return shutil.which(SHELL) or install_shell()


@cache
def install_shell() -> str | None:
    """Get the same, tried once: where it cannot be had, each later try would take as long."""
    return from_debian(SHELL)


def one_at_a_time() -> FileLock:
    """Hold a lock for this user: several workers must not install the same thing at once.

    Each user has one: nobody may open the file of another.
    """
    who = os.getuid() if hasattr(os, "getuid") else "me"
    return FileLock(Path(tempfile.gettempdir()) / f"crisis-paths-{who}.lock")


def from_debian(package: str = "chromium") -> str | None:
    """Get Debian's package, where this user may install it without being asked for a password."""
    install(package, LATIN, CHINESE, SIGNS)
    return shutil.which(package)


def install(*packages: str) -> None:
    """Install packages of Debian's, where this user may; elsewhere nothing happens."""
    if not shutil.which("apt-get") or not (is_root() or shutil.which("sudo")):
        return
    may = [] if is_root() else ["sudo", "-n"]
    for command in (["update", "-q"], ["install", "-qy", *packages]):
        subprocess.run([*may, "apt-get", *command], capture_output=True, timeout=INSTALL_SECONDS)


def has_font(wanted: str) -> bool:
    """Say whether the machine has such a font; where fonts cannot be listed, as if it had."""
    if not shutil.which("fc-list"):
        return True
    listed = subprocess.run(["fc-list", wanted], capture_output=True, check=False)
    return bool(listed.stdout.strip())


def bring_fonts() -> None:
    """Install fonts for Chinese and for signs, where the machine has none and this user may.

    Whether it was of any use shows where something is drawn.
    """
    with one_at_a_time(), suppress(OSError, subprocess.TimeoutExpired):
        if missing := [package for package, wanted in NEEDED.items() if not has_font(wanted)]:
            install(*missing)


def from_playwright() -> str | None:
    """Download Playwright's own Chromium."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    done = subprocess.run(command, capture_output=True, timeout=INSTALL_SECONDS)
    if done.returncode:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def find_browser() -> str:
    """Return the path of a browser.

    Raises
    ------
    RuntimeError
        In one sentence, if there is none and none could be installed.
    """
    with one_at_a_time():
        for look in (shell_from_debian, on_the_machine, from_debian, from_playwright):
            try:
                path = look()
            except (OSError, subprocess.TimeoutExpired):
                path = None
            if path:
                return path
    raise RuntimeError(MISSING)
