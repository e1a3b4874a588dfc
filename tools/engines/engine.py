"""What tests ask of an engine, whichever it is; and where its programs are."""

import json
import os
import shutil
import subprocess
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from filelock import FileLock

from tools.finder import install
from tools.visit import READY, served

TRIES = 5  # to bring an element in sight that is pushed out again
OUT_OF_SIGHT = "move target out of bounds"  # as the standard of WebDriver calls it
PATIENCE = 60  # seconds, for what takes one where nothing else runs
# Gives an element, brought to the middle of the window unless it is about there already: what
# sticks to an edge of the window must not lie over it, and to scroll is what costs most.
IN_SIGHT = """selector => {
    const found = document.querySelector(selector), {top, bottom} = found.getBoundingClientRect();
    if (top < 0.25 * innerHeight || bottom > 0.6 * innerHeight)
        found.scrollIntoView({block: "center"});
    return found;
}"""


# narrow as a large phone, for what is drawn is half of what a click costs
WIDTH, HEIGHT = 500, 700


class Missing(RuntimeError):
    """There is no such engine here, and none could be installed."""


def found(look: Callable[[], str | None], packages: tuple[str, ...], missing: str) -> str:
    """Look for a program, install Debian's packages if it is not there, and look again.

    Raises
    ------
    Missing
        With the sentence ``missing``.
    """
    who = os.getuid() if hasattr(os, "getuid") else "me"
    with FileLock(Path(tempfile.gettempdir()) / f"crisis-paths-{who}.lock"):
        if not look():
            with suppress(OSError, subprocess.TimeoutExpired):
                install(*packages)
        if path := look():
            return path
    raise Missing(missing)


def on_the_path(*names: str) -> str | None:
    """Return the first of these programs that the machine has."""
    return next(filter(None, map(shutil.which, names)), None)


def click_on(element: dict) -> dict:
    """Return what a hand does to click the middle of an element, as both standards put it."""
    there = {"type": "pointerMove", "x": 0, "y": 0, "origin": element}
    down, up = ({"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp"))
    mouse = {"pointerType": "mouse"}
    return {"type": "pointer", "id": "hand", "parameters": mouse, "actions": [there, down, up]}


class Engine(ABC):
    """A running browser with one window."""

    def serving(self, folder: Path) -> AbstractContextManager[str]:
        """Serve a folder so that this engine's errors are seen; gives the address of its root."""
        return served(folder)

    @abstractmethod
    def load(self, url: str) -> None:
        """Load an address, and wait until it has loaded."""

    @abstractmethod
    def run(self, function: str, given: str) -> str:
        """Call a JavaScript function of one text that gives a text."""

    def click(self, selector: str) -> None:
        """Bring an element in sight and click its middle, as a hand does; if nothing covers it.

        What comes into sight is laid out only then, and may push the element out again before
        the pointer is there: it is then brought back.
        """
        for _try in range(TRIES - 1):
            try:
                return self.press(selector)
            except RuntimeError as refused:
                if OUT_OF_SIGHT not in str(refused):
                    raise
        return self.press(selector)

    @abstractmethod
    def press(self, selector: str) -> None:
        """Bring an element in sight, move the pointer to its middle, press and let go."""

    @abstractmethod
    def back(self) -> None:
        """Press the browser's own Back."""

    @abstractmethod
    def errors(self) -> list[str]:
        """Return what the page has complained of since it was loaded."""

    @abstractmethod
    def requests(self) -> list[str]:
        """Return the addresses that it has asked for, or tried to."""

    def go(self, url: str) -> None:
        """Load an address from nothing: one that differs by its hash alone is loaded too."""
        self.load("about:blank")
        self.load(url)

    def open(self, url: str) -> None:
        """Load a page of the book, and wait until the theme's scripts have run."""
        self.go(url)
        self.wait(READY)

    def evaluate(self, function: str, *given: object) -> object:
        """Call a JavaScript function with values; gives its value. Both go as JSON."""
        call = f"given => JSON.stringify(({function})(...JSON.parse(given)) ?? null)"
        return json.loads(self.run(call, json.dumps(given)))

    def wait(self, function: str, *given: object) -> None:
        """Wait until a function says yes.

        Raises
        ------
        TimeoutError
            If it has not done so in a minute.
        """
        end = time.monotonic() + PATIENCE
        while not self.evaluate(function, *given):
            if time.monotonic() > end:
                raise TimeoutError(function)
            time.sleep(0.02)
