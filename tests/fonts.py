"""A machine that has these fonts and no others: what a browser sees of fonts, chosen by a test."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tools.finder import INSTALL_SECONDS, install, one_at_a_time

from machine import lacking

LATIN, SIGNS = "fonts-liberation", "fonts-dejavu-core"
WENQUANYI, NOTO = "fonts-wqy-microhei", "fonts-noto-cjk"
KINDS = {".ttf", ".ttc", ".otf"}


def _run(*command: str, cwd: Path) -> str:
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, timeout=INSTALL_SECONDS, check=True
    )
    return done.stdout


def _installed(package: str, into: Path) -> None:
    """Its fonts as the machine has them."""
    for name in _run("dpkg-query", "-L", package, cwd=into).splitlines():
        if Path(name).suffix in KINDS and Path(name).is_file():
            (into / Path(name).name).symlink_to(name)


def _fetched(package: str, into: Path) -> None:
    """Its fonts out of Debian's archive, unpacked: nothing is installed."""
    try:
        _run("apt-get", "download", "-q", package, cwd=into)
    except subprocess.CalledProcessError:
        install()  # a machine that has never asked for a list of packages does so now
        _run("apt-get", "download", "-q", package, cwd=into)
    for archive in into.glob("*.deb"):
        _run("dpkg-deb", "-x", str(archive), str(into), cwd=into)
        archive.unlink()


def _has_fonts(folder: Path) -> bool:
    # a link to what is no longer there is no file
    return any(path.suffix in KINDS and path.is_file() for path in folder.rglob("*"))


def fonts_of(package: str, store: Path) -> Path:
    """The folder with a Debian package's fonts.

    Parameters
    ----------
    package : str
        The package.
    store : Path
        Where what was fetched is kept for the next run.

    Raises
    ------
    OSError
        In one sentence, if they cannot be had.
    """
    folder = store / package
    with one_at_a_time():
        for get in (_installed, _fetched):
            if _has_fonts(folder):
                break
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            with suppress(OSError, subprocess.SubprocessError):
                get(package, folder)
    if not _has_fonts(folder):
        raise OSError(f"the fonts of {package} can neither be found nor fetched")
    return folder


def only(packages: Iterable[str], store: Path, place: Path) -> dict[str, str]:
    """The environment in which a browser sees the fonts of these packages and no others.

    Where they cannot be had a test is left out, in one line; in CI it fails.
    """
    try:
        if not sys.platform.startswith("linux"):
            raise OSError("fonts are chosen by fontconfig on Linux alone")
        folders = [fonts_of(package, store) for package in packages]
    except OSError as why:
        lacking(str(why))
    place.mkdir(parents=True, exist_ok=True)
    listed = "".join(f"<dir>{folder}</dir>" for folder in folders)
    config = place / "fonts.conf"
    cache = f"<cachedir>{place / 'cache'}</cachedir>"
    config.write_text(f"<fontconfig>{listed}{cache}</fontconfig>", "utf-8")
    return {"FONTCONFIG_FILE": str(config)}
