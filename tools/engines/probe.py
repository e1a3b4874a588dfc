"""Pages that tell what they complain of: each is served with a small script at its head.

It comes from the server itself, which the pages' own policy allows, and takes itself out of the
document before anything else runs.
"""

from contextlib import AbstractContextManager
from http import HTTPStatus
from pathlib import Path

from tools.visit import Quiet, served

PROBE = Path(__file__).with_name("probe.js")
ADDRESS = "/-probe.js"
TOLD = "() => window.livepageProbe()"


def with_probe(page: bytes) -> bytes:
    """Return a page with the probe before all else in its head.

    Examples
    --------
    >>> with_probe(b"<html><head lang='en'><title>A</title>")
    b'<html><head lang=\\'en\\'><script src="/-probe.js"></script><title>A</title>'
    """
    before, head, after = page.partition(b"<head")
    opening, end, rest = after.partition(b">")
    return before + head + opening + end + f'<script src="{ADDRESS}"></script>'.encode() + rest


class Probed(Quiet):
    """Sends what there is, pages with the probe."""

    def do_GET(self) -> None:
        """Send a file, the probe, or a page with it."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if self.path == ADDRESS:
            self.send(HTTPStatus.OK, PROBE.read_bytes(), PROBE)
        elif path.suffix == ".html" and path.is_file():
            self.send(HTTPStatus.OK, with_probe(path.read_bytes()), path)
        else:
            super().do_GET()


def probed(folder: Path) -> AbstractContextManager[str]:
    """Serve a folder with the probe in its pages; gives the address of its root."""
    return served(folder, handler=Probed)
