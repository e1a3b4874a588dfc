"""WebKitGTK's own small browser on a screen that nobody sees, by the WebDriver that it brings.

It does not say itself what a page asks and says: a probe in the served pages does (`probe`).
The standard is at https://www.w3.org/TR/webdriver2/.
"""

import json
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path

from tools.engines.engine import (
    HEIGHT,
    IN_SIGHT,
    PATIENCE,
    WIDTH,
    Engine,
    Missing,
    click_on,
    found,
    on_the_path,
)
from tools.engines.probe import TOLD, probed

DRIVER, SCREEN = "WebKitWebDriver", "Xvfb"
PACKAGES = ("webkit2gtk-driver", "xvfb")
USR = Path("/usr")
BROWSERS = ("lib/*/webkit2gtk-4*", "lib64/webkit2gtk-4*", "libexec/webkit2gtk-4*")
MISSING = (
    "No WebKitGTK was found and none could be installed: WebKitWebDriver, MiniBrowser and Xvfb are"
    " needed, which Debian has in webkit2gtk-driver and xvfb."
)
# without a graphics card, drawing as if there were one takes half of all the time
OWN = {"GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
STILL = "[Settings]\ngtk-enable-animations=0\n"


def find_webkit() -> str:
    """Return the path of WebKitGTK's browser, where its driver and a screen are as well.

    Raises
    ------
    Missing
        If one of them is not there and could not be installed.
    """

    def look() -> str | None:
        if not (on_the_path(DRIVER) and on_the_path(SCREEN)):
            return None
        folders = (folder for where in BROWSERS for folder in USR.glob(where))
        browsers = [folder / "MiniBrowser" for folder in sorted(folders)]
        return next((str(browser) for browser in browsers if browser.is_file()), None)

    return found(look, PACKAGES, MISSING)


class WebKit(Engine):
    """WebKit at the other end of its driver."""

    def __init__(self, port: int, browser: str) -> None:
        self.driver = HTTPConnection("127.0.0.1", port, timeout=2 * PATIENCE)
        options = {"webkitgtk:browserOptions": {"binary": browser, "args": ["--automation"]}}
        self.session = ""
        started = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": options}})
        self.session = f"/session/{started['sessionId']}"
        self.ask("POST", "/window/rect", {"width": WIDTH, "height": HEIGHT})

    def ask(self, verb: str, path: str, body: object = None) -> object:
        """Send a command and wait for its answer."""
        sent = None if body is None else json.dumps(body)
        self.driver.request(verb, self.session + path, sent, {"Content-Type": "application/json"})
        value = json.loads(self.driver.getresponse().read())["value"]
        if isinstance(value, dict) and "error" in value:
            raise RuntimeError(f"{path}: {value['error']}: {value['message']}")
        return value

    def serving(self, folder: Path) -> AbstractContextManager[str]:
        """Serve a folder with the probe in its pages."""
        return probed(folder)

    def load(self, url: str) -> None:
        """Load an address, and wait until it has loaded."""
        self.ask("POST", "/url", {"url": url})

    def run(self, function: str, given: str) -> object:
        """Call a JavaScript function of one text; an element comes as a reference."""
        body = {"script": f"return ({function})(arguments[0])", "args": [given]}
        return self.ask("POST", "/execute/sync", body)

    def press(self, selector: str) -> None:
        """Move the pointer to the element, press and let go.

        (The driver's own click on an element does so too, and asks half as much again.)
        """
        self.ask("POST", "/actions", {"actions": [click_on(self.run(IN_SIGHT, selector))]})

    def back(self) -> None:
        """Press the browser's own Back."""
        self.ask("POST", "/back", {})

    def errors(self) -> list[str]:
        """Return what the probe has heard."""
        return self.evaluate(TOLD)["errors"]

    def requests(self) -> list[str]:
        """Return what the probe has seen."""
        return self.evaluate(TOLD)["requests"]


@contextmanager
def _running(command: list[str], **options: object) -> Iterator[subprocess.Popen]:
    """Run a program as long as it is needed."""
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, **options)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


@contextmanager
def _screen() -> Iterator[str]:
    """Run a screen in memory; gives its name."""
    read, write = os.pipe()
    command = [SCREEN, "-displayfd", str(write), "-screen", "0", "1024x768x24"]
    with os.fdopen(read) as said, ExitStack() as stack:
        stack.enter_context(
            _running([*command, "-nolisten", "tcp"], pass_fds=[write], stdout=subprocess.DEVNULL)
        )
        os.close(write)
        number = said.readline().strip()
        if not number:
            raise Missing("Xvfb did not start.")
        yield f":{number}"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def running_webkit() -> Iterator[Engine]:
    """Run WebKitGTK's browser, with settings of its own, on a screen of its own."""
    browser = find_webkit()
    with ExitStack() as stack:
        settings = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        gtk = Path(settings, "gtk-3.0", "settings.ini")
        gtk.parent.mkdir()
        gtk.write_text(STILL, "utf-8")
        own = {**OWN, "XDG_CONFIG_HOME": settings}
        screen = stack.enter_context(_screen())
        port = _free_port()
        command = [DRIVER, "--host=127.0.0.1", f"--port={port}"]
        stack.enter_context(_running(command, env={**os.environ, **own, "DISPLAY": screen}))
        engine = _connected(port, browser)
        stack.callback(engine.ask, "DELETE", "")
        yield engine


def _connected(port: int, browser: str) -> WebKit:
    """Return the browser, once its driver, which has just been started, listens."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return WebKit(port, browser)
        except ConnectionRefusedError:
            if time.monotonic() > end:
                raise Missing(f"{DRIVER} did not start.") from None
            time.sleep(0.05)
