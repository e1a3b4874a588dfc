"""The package that is Python for a browser: one version, known by its hash.

It is asked for by npm, as npm is configured here. Without npm or a network there is none.
"""

import base64
import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

NAME, VERSION = "pyodide", "314.0.7"
INTEGRITY = (
    "sha512-0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7"
    "y2q+SNvi/6V5JEsOlD2R1A=="
)
SECONDS = 120
# what of it a page needs; its library is cut first
SERVED = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
STDLIB, TOLD = "python_stdlib.zip", "pyodide-lock.json"


class NotThereError(RuntimeError):
    """The package cannot be had, or is not the one that is meant."""


def integrity(content: bytes) -> str:
    """Return the hash of a file as npm writes it.

    Examples
    --------
    >>> integrity(b"")[:20]
    'sha512-z4PhNX7vuL3xV'
    """
    return f"sha512-{base64.b64encode(hashlib.sha512(content).digest()).decode()}"


def checked(content: bytes, wanted: str = INTEGRITY) -> bytes:
    """Return a file's bytes if they have the hash that is wanted.

    Raises
    ------
    NotThereError
        If they are others.

    Examples
    --------
    >>> checked(b"another package")
    Traceback (most recent call last):
    livepage.runtime.pinned.NotThereError: pyodide 314.0.7 has not the hash that is pinned
    """
    if integrity(content) != wanted:
        raise NotThereError(f"{NAME} {VERSION} has not the hash that is pinned")
    return content


def archive(cache: Path) -> Path:
    """Return the package as npm packs it, from a folder that keeps it, or fetched into it.

    Raises
    ------
    NotThereError
        If it is not kept and npm cannot bring it, or if it is another.
    """
    kept = cache / f"{NAME}-{VERSION}.tgz"
    if kept.is_file() and integrity(kept.read_bytes()) == INTEGRITY:
        return kept
    npm = shutil.which("npm")
    if npm is None:
        raise NotThereError("there is no npm to fetch it with")
    with tempfile.TemporaryDirectory() as place:
        command = [npm, "pack", f"{NAME}@{VERSION}", "--silent", "--prefer-offline"]
        try:
            done = subprocess.run(
                command, cwd=place, capture_output=True, timeout=SECONDS, check=False
            )
        except subprocess.TimeoutExpired:
            raise NotThereError(f"npm has not brought it in {SECONDS} seconds") from None
        found = Path(place, kept.name)
        if done.returncode or not found.is_file():
            raise NotThereError("npm could not bring it")
        content = checked(found.read_bytes())
    cache.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(content)
    return kept


def members(packed: Path, *names: str) -> dict[str, bytes]:
    """Return files of the package, by name."""
    with tarfile.open(packed) as opened:
        found = {name: opened.extractfile(f"package/{name}") for name in names}
        return {name: file.read() for name, file in found.items() if file is not None}
