"""Processes forked from one that has imported already what they share (`nursery`)."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

NURSERY = Path(__file__).with_name("nursery.py")
LAUNCHER = ["-m", "ipykernel_launcher"]
# A library that starts threads as it is imported could not be forked.
ALONE = {f"{library}_NUM_THREADS": "1" for library in ("MKL", "OMP", "OPENBLAS")}
GONE = -signal.SIGTERM


def can_fork() -> bool:
    """Say whether a process that has imported much can be forked: elsewhere libraries forbid it."""
    return sys.platform == "linux"


class Nursery:
    """A process to fork kernels from, and the line to it; started when the first kernel is.

    Parameters
    ----------
    names : sequence of str
        The modules that it imports.
    complain : callable
        Told in a sentence if one of them cannot be shared; kernels are then started by themselves.
    """

    def __init__(self, names: Sequence[str], complain: Callable[[str], object]) -> None:
        """Begin without a process."""
        self.names = list(names)
        self.complain = complain
        self.process: subprocess.Popen | None = None
        self.python: list[str] = []
        self.closed = False
        self._asking = threading.Lock()

    def __enter__(self) -> "Nursery":
        """Give the nursery itself."""
        return self

    def __exit__(self, *_error: object) -> None:
        """End it; kernels that still run notice that, and end too."""
        with self._asking:
            self.closed = True
            if self.process:
                self._line.close()
                self.process.terminate()
                self.process.wait()

    def _start(self, python: list[str]) -> None:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            self.process = subprocess.Popen(
                [*python, str(NURSERY), *self.names],
                stdin=theirs,
                env={**os.environ, **ALONE},
                start_new_session=True,  # Ctrl-C is for us; we end it then
            )
            self._line = ours.makefile("rwb")
        told = self._told() or {"refused": "the process that was to import it has ended"}
        if "refused" in told:
            self.complain(told["refused"])
        else:
            self.python = python

    def _told(self) -> object:
        with suppress(OSError, ValueError):
            return json.loads(self._line.readline())
        return None

    def _ask(self, **request: object) -> object:
        """Send a request; give its answer, or None from a nursery that is gone."""
        with suppress(OSError, ValueError):
            self._line.write(json.dumps(request).encode() + b"\n")
            self._line.flush()
            return self._told()
        return None

    def poll(self, process: int) -> int | None:
        """Return the exit code of a forked process; None while it runs."""
        with self._asking:
            code = self._ask(poll=process)
            return GONE if code is None and self.process.poll() is not None else code

    def fork(self, command: Sequence[str], **given: object) -> int | None:
        """Fork the kernel that a command would start.

        Returns
        -------
        int or None
            The new process's id; None if the command starts something else, or none can be forked.

        Raises
        ------
        RuntimeError
            If the nursery has been closed.
        """
        place = next((n for n in range(len(command)) if list(command[n : n + 2]) == LAUNCHER), None)
        if place is None:
            return None
        python, arguments = list(command[:place]), list(command[place + 2 :])
        with self._asking:
            if self.closed:
                raise RuntimeError("the notebooks are no longer wanted")
            if not self.process:
                self._start(python)
            return self._ask(fork=arguments, **given) if python == self.python else None


class Forked:
    """A forked process, seen as `subprocess.Popen` shows one that we have started ourselves."""

    stdin = stdout = stderr = None

    def __init__(self, nursery: Nursery, process: int) -> None:
        """Take a process that runs."""
        self.nursery = nursery
        self.pid = process
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return the exit code; None while it runs."""
        if self.returncode is None:
            self.returncode = self.nursery.poll(self.pid)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end, and return its exit code."""
        end = None if timeout is None else time.monotonic() + timeout
        while (code := self.poll()) is None:
            if end is not None and time.monotonic() > end:
                raise subprocess.TimeoutExpired("kernel", timeout)
            time.sleep(0.01)
        return code

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)
