"""What Binder does with this repository, on this machine: JupyterLab in an empty environment."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHON = (ROOT / "runtime.txt").read_text("utf-8").strip().removeprefix("python-")
INSTALL_SECONDS, START_SECONDS = 400, 60


def python_of_binder() -> str | None:
    """The Python that runtime.txt pins, if this machine has it."""
    if sys.version_info[:2] == tuple(map(int, PYTHON.split("."))):
        return sys.executable
    return shutil.which(f"python{PYTHON}")


def clean() -> dict[str, str]:
    """An environment in which nothing points to another Python, nor to somebody's settings."""
    lent = ("PYTHON", "PIP_REQUIRE", "VIRTUAL_ENV", "JUPYTER", "IPYTHON", "CONDA")
    return {key: value for key, value in os.environ.items() if not key.startswith(lent)}


def install(folder: Path) -> None:
    """An empty environment, and the one command that Binder runs in it."""
    found = python_of_binder()
    quiet = {"check": True, "capture_output": True, "env": clean(), "timeout": INSTALL_SECONDS}
    subprocess.run([found, "-m", "venv", str(folder)], **quiet)
    command = [str(folder / "bin" / "python"), "-m", "pip", "install", "-q"]
    done = subprocess.run(
        [*command, "-r", "requirements.txt"], cwd=ROOT, **(quiet | {"check": False, "text": True})
    )
    assert done.returncode == 0, done.stderr


@contextmanager
def jupyterlab(environment: Path, folder: Path, **variables: str) -> Iterator[str]:
    """JupyterLab on this machine, with the book's notebooks; gives its address."""
    book = folder / "book"
    shutil.copytree(ROOT / "chapters", book / "chapters")
    shutil.copy(ROOT / "index.ipynb", book)
    own = {
        name: str(folder / name.lower())
        for name in ("JUPYTER_RUNTIME_DIR", "JUPYTER_DATA_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR")
    }
    options = {
        "ServerApp.root_dir": book,
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": 0,
        "IdentityProvider.token": "",
        "LabApp.expose_app_in_browser": True,
    }
    command = [environment / "bin" / "python", "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += [f"--{name}={value}" for name, value in options.items()]
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            list(map(str, command)),
            env=clean() | own | variables,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield address(Path(own["JUPYTER_RUNTIME_DIR"]), server, folder / "log")
        finally:
            server.terminate()
            server.wait(20)


def address(runtime: Path, server: subprocess.Popen, log: Path) -> str:
    """Where the server says that it listens, once it does."""
    start = time.monotonic()
    while time.monotonic() - start < START_SECONDS and server.poll() is None:
        for note in runtime.glob("jpserver-*.json"):
            with suppress(json.JSONDecodeError):  # it may be only half written
                return json.loads(note.read_text("utf-8"))["url"]
        time.sleep(0.2)
    raise AssertionError(f"JupyterLab does not start:\n{log.read_text('utf-8')[-3000:]}")
