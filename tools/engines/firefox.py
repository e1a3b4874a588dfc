"""Firefox without a window, by WebDriver BiDi: the browser itself says what a page asks and says.

The standard is at https://w3c.github.io/webdriver-bidi/.
"""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from websockets.sync.client import ClientConnection, connect

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

APPLICATIONS = (
    Path("/Applications/Firefox.app/Contents/MacOS/firefox"),
    Path("C:/Program Files/Mozilla Firefox/firefox.exe"),
)
MISSING = (
    "No Firefox was found and none could be installed: install one, or set CRISIS_PATHS_FIREFOX to"
    " its path."
)
# It reaches this machine alone, asks nobody by itself, and moves nothing. It writes no history of
# the addresses of explorers' settings, one process holds its pages, and it paints no more often
# than anybody here looks: each of these takes a good part of a click.
PREFERENCES = {
    "network.dns.disabled": True,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.safebrowsing.downloads.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.newtab.preload": False,
    "browser.startup.page": 0,
    "dom.ipc.processCount": 1,
    "dom.ipc.processPrelaunch.enabled": False,
    "fission.autostart": False,
    "layout.frame_rate": 20,
    "messaging-system.rsexperimentloader.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.prefetch-next": False,
    "places.history.enabled": False,
    "ui.prefersReducedMotion": 1,
}
WATCHED = ["log.entryAdded", "network.beforeRequestSent"]


def find_firefox() -> str:
    """Return the path of Firefox.

    Raises
    ------
    Missing
        If there is none and none could be installed.
    """

    def look() -> str | None:
        named = os.environ.get("CRISIS_PATHS_FIREFOX") or on_the_path("firefox-esr", "firefox")
        return named or next((str(app) for app in APPLICATIONS if app.is_file()), None)

    return found(look, ("firefox-esr",), MISSING)


class Firefox(Engine):
    """Firefox at the other end of a socket."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.sent = 0
        self.events: list[dict] = []
        self.ask("session.new", capabilities={})
        self.ask("session.subscribe", events=WATCHED)
        self.window = self.ask("browsingContext.getTree")["contexts"][0]["context"]
        # a window that is not in front paints when it likes, and a page waits for its first paint
        self.ask("browsingContext.activate", context=self.window)

    def ask(self, method: str, **params: object) -> dict:
        """Send a command and wait for its answer; what happens meanwhile is written down."""
        self.sent += 1
        self.socket.send(json.dumps({"id": self.sent, "method": method, "params": params}))
        while True:
            told = json.loads(self.socket.recv(timeout=2 * PATIENCE))
            if told["type"] == "event":
                self.events.append(told)
            elif told["type"] == "error":
                raise RuntimeError(f"{method}: {told['error']}: {told['message']}")
            elif told["id"] == self.sent:
                return told["result"]

    def called(self, function: str, given: str) -> dict:
        """Return what a function of a text gives, as BiDi describes it."""
        told = self.ask(
            "script.callFunction",
            functionDeclaration=function,
            arguments=[{"type": "string", "value": given}],
            target={"context": self.window},
            awaitPromise=False,
        )
        if told["type"] == "exception":
            raise RuntimeError(told["exceptionDetails"]["text"])
        return told["result"]

    def load(self, url: str) -> None:
        """Load an address, and wait until it has loaded."""
        self.events.clear()
        self.ask("browsingContext.navigate", context=self.window, wait="complete", url=url)

    def run(self, function: str, given: str) -> str:
        """Call a JavaScript function of one text that gives a text."""
        return self.called(function, given)["value"]

    def press(self, selector: str) -> None:
        """Move the pointer to the element, press and let go."""
        element = {"sharedId": self.called(IN_SIGHT, selector)["sharedId"]}
        hand = click_on({"type": "element", "element": element})
        self.ask("input.performActions", context=self.window, actions=[hand])

    def back(self) -> None:
        """Press the browser's own Back."""
        self.ask("browsingContext.traverseHistory", context=self.window, delta=-1)

    def told(self, method: str) -> list[dict]:
        """Return what was told of by such events."""
        return [event["params"] for event in self.events if event["method"] == method]

    def errors(self) -> list[str]:
        """Return what scripts, the console and the policy say is wrong, warnings too."""
        entries = self.told("log.entryAdded")
        return [entry["text"] for entry in entries if entry["level"] in ("error", "warn")]

    def requests(self) -> list[str]:
        """Return the addresses that it has asked for."""
        return [event["request"]["url"] for event in self.told("network.beforeRequestSent")]


def _address(process: subprocess.Popen, profile: Path) -> str:
    """Return where a Firefox just started listens: it writes so into its profile."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError, ValueError):
            told = json.loads((profile / "WebDriverBiDiServer.json").read_text("utf-8"))
            return f"ws://{told['ws_host']}:{told['ws_port']}/session"
        time.sleep(0.05)
    raise Missing("Firefox was found, and did not start.")


@contextmanager
def running_firefox() -> Iterator[Engine]:
    """Run Firefox with a profile of its own."""
    path = find_firefox()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        lines = [f"user_pref({json.dumps(n)}, {json.dumps(v)});" for n, v in PREFERENCES.items()]
        Path(profile, "user.js").write_text("\n".join(lines), "utf-8")
        command = [path, "--headless", "--no-remote", "--profile", profile]
        command += ["--width", str(WIDTH), "--height", str(HEIGHT), "--remote-debugging-port", "0"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            with connect(_address(process, Path(profile)), max_size=None) as socket:
                yield Firefox(socket)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)
