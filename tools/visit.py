"""The built site as a visitor's browser meets it: served, watched, and counted."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from urllib.parse import unquote, urlparse

from playwright.sync_api import Browser, Page, Request, sync_playwright

from tools.finder import find_browser

PHONE = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}
# The book's pages run the theme's scripts after they are painted; other pages are ready at once.
READY = """() => !document.querySelector('script[src*="livepage.js"]')
    || document.documentElement.dataset.painted === "whole\""""


def pages(book: Path) -> list[str]:
    """Return every built page, as its address within the site."""
    found = sorted(page.relative_to(book).as_posix() for page in book.rglob("*.html"))
    return [page for page in found if not page.startswith("_static/")]


@cache
def _packed(path: Path) -> bytes:
    """Return a file as hosts send it, packed before anybody waits for it."""
    return gzip.compress(path.read_bytes(), 6)


class Quiet(SimpleHTTPRequestHandler):
    """Sends a folder's files and says nothing of it."""

    def __init__(
        self, *request: object, missing: str = "", zipped: bool = False, **options: object
    ) -> None:
        self.missing = missing
        self.zipped = zipped
        super().__init__(*request, **options)

    def log_message(self, *_: object) -> None:
        """Say nothing: the tests do."""

    def do_GET(self) -> None:
        """Send a file, packed if the server is to behave as hosts do."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not self.zipped or not path.is_file():
            super().do_GET()
            return
        self.send(HTTPStatus.OK, _packed(path), path, packed=True)

    def send(self, code: int, body: bytes, path: Path, *, packed: bool = False) -> None:
        """Send a file's bytes."""
        self.send_response(code)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def send_error(self, code: int, *said: object) -> None:
        """Show a missing page as a host for books does: its own page, where none is."""
        if code != HTTPStatus.NOT_FOUND or not self.missing:
            super().send_error(code, *said)
            return
        page = Path(self.directory, self.missing)
        self.send(code, page.read_bytes(), page)


class _Server(ThreadingHTTPServer):
    request_queue_size = (
        128  # a browser knocks more often at once than the five that wait by default
    )

    def server_bind(self) -> None:
        """Bind without asking for this machine's name: where names are slow, that takes long."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]


@contextmanager
def served(
    folder: Path, *, missing: str = "", zipped: bool = False, handler: type[Quiet] = Quiet
) -> Iterator[str]:
    """Serve a folder on this machine; gives the address of its root.

    Parameters
    ----------
    folder : Path
        What is served.
    missing : str
        The page within it that is shown where there is none; none by default.
    zipped : bool
        Whether files are sent packed, as hosts do.
    handler : type of Quiet
        What answers a request.
    """
    answer = partial(handler, directory=folder, missing=missing, zipped=zipped)
    server = _Server(("127.0.0.1", 0), answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def running_browser() -> Iterator[Browser]:
    """Run Chromium, found or installed, that talks to nobody by itself and reaches nobody else."""
    quiet = ("background-networking", "component-update", "gpu", "sync")
    alone = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=find_browser(),
            args=[*(f"--disable-{what}" for what in quiet), "--no-first-run", alone],
        )
        try:
            yield running
        finally:
            running.close()


@dataclass
class Visit:
    """A page opened by a visitor, with everything that went out and came back."""

    page: Page
    requested: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def weight(self, book: Path, root: str) -> dict[str, int]:
        """Return the bytes after gzip of each file of the site that was asked for."""
        files = {unquote(urlparse(url.removeprefix(root)).path) for url in self.requested}
        found = {name: book / (name or "index.html") for name in files}
        return {
            name: len(gzip.compress(path.read_bytes(), 6))
            for name, path in found.items()
            if path.is_file()
        }


@contextmanager
def visit(
    browser: Browser,
    root: str,
    address: str = "",
    *,
    javascript: bool = True,
    **context: object,
) -> Iterator[Visit]:
    """Open a page; whatever would leave the site is written down.

    Parameters
    ----------
    browser : Browser
        A running browser that reaches nobody (see `running_browser`). To stop each request and ask
        about it would cost the page time that no reader's page is charged.
    root : str
        Where the site begins, http or file.
    address : str
        The page within the site.
    javascript : bool
        Whether the visitor has JavaScript.
    **context
        What else a Playwright context takes: ``viewport``, ``color_scheme``, …
    """
    opened = browser.new_context(java_script_enabled=javascript, **{"viewport": WIDE, **context})
    seen = Visit(opened.new_page())

    def note(request: Request) -> None:
        if request.url.startswith(root):
            seen.requested.append(request.url)
        elif not request.url.startswith("data:"):
            seen.strangers.append(request.url)

    opened.on("request", note)
    seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
    seen.page.on(
        "console",
        lambda message: (
            seen.errors.append(message.text) if message.type in ("error", "warning") else None
        ),
    )
    seen.page.goto(root + address, wait_until="load")
    if javascript:
        seen.page.wait_for_function(READY)
    try:
        yield seen
    finally:
        opened.close()
