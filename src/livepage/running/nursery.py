"""The process that kernels are forked from: it has imported once what all of them would import.

Run by its path, so that a forked kernel finds what any kernel finds and nothing of livepage or
Sphinx. Its arguments are the modules to import; its standard input is a socket, on which it reads a
request a line and answers with a line, both as JSON:

- at its start it says ``{"ready": true}``, or ``{"refused": WHY}`` and ends;
- ``{"fork": ARGUMENTS, "cwd": FOLDER, "env": {...}, "report": FILE}`` is answered with the new
  process's id. That process is a kernel of IPython's with these arguments; as it ends, it writes
  into the file what it has opened (`Opened`);
- ``{"poll": ID}`` is answered with the exit code of such a process, or null while it runs.

It ends with its standard input.
"""

import sys

if __name__ == "__main__":
    del sys.path[0]  # this folder; nothing of it may be imported by its bare name

import atexit
import importlib
import importlib.util
import io
import json
import os
import socket
import threading
import warnings
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress

# what a kernel imports as it starts
KERNEL = ("ipykernel.kernelapp", "ipykernel.debugger", "ipykernel.zmqshell", "psutil")
KERNEL += ("IPython.core.debugger", "IPython.extensions.storemagic", "tornado.platform.asyncio")
FOLDERS = {"os.listdir", "os.scandir"}
# what another process opens is not seen from here
PROCESSES = {
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "subprocess.Popen",
}


class Opened:
    """What this process opens.

    Attributes
    ----------
    files, folders : set of str
        What it has read or written, and of which folders it has asked what is in them.
    all : bool
        Whether it has started another process, which may have opened anything else.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.files: set[str] = set()
        self.folders: set[str] = set()
        self.all = True

    def hear(self, event: str, given: tuple) -> None:
        """Write down what is opened (an audit hook)."""
        if event == "open":
            self.add(self.files, given[0])
        elif event in FOLDERS:
            self.add(self.folders, "." if given[0] is None else given[0])
        elif event in PROCESSES:
            self.all = True

    def add(self, kind: set[str], path: object) -> None:
        """Add a path as it was given; a number is a file that was opened before."""
        with suppress(TypeError, OSError, ValueError):
            kind.add(os.path.abspath(os.fsdecode(path)))  # noqa: PTH100  (as quick as can be)

    def write(self, path: str) -> None:
        """Write all so far into a file, whole or not at all."""
        said = {"all": self.all, "files": sorted(self.files), "folders": sorted(self.folders)}
        half = f"{path}.part"
        with open(half, "w", encoding="utf-8") as file:  # noqa: PTH123
            json.dump(said, file)
        os.replace(half, path)  # noqa: PTH105


def tied(shell: object) -> list:
    """List what modules may hang on a shell as they are imported: callbacks, printers, magics."""
    return [
        {name: list(calls) for name, calls in shell.events.callbacks.items()},
        {
            mime: (list(formatter.type_printers), list(formatter.deferred_printers))
            for mime, formatter in shell.display_formatter.formatters.items()
        },
        {kind: sorted(found) for kind, found in shell.magics_manager.magics.items()},
        list(shell.input_transformers_cleanup),
        list(shell.ast_transformers),
    ]


def imported(names: list[str]) -> str:
    """Import these modules as a cell would; say why not, if one of them cannot be shared.

    A module that asks for its shell finds one like a kernel's. It cannot be shared if it ties
    itself to that shell, says something, or starts a thread.
    """
    for name in KERNEL:
        with suppress(ImportError):  # another version's
            importlib.import_module(name)
    from ipykernel.zmqshell import ZMQInteractiveShell
    from traitlets.config import Config

    quiet = Config({"HistoryManager": {"enabled": False}})  # it would start a thread
    shell = ZMQInteractiveShell.instance(config=quiet)
    for name in names:
        before, said = tied(shell), io.StringIO()
        try:
            with (
                shell.builtin_trap,
                redirect_stdout(said),
                redirect_stderr(said),
                warnings.catch_warnings(record=True) as warned,
            ):
                importlib.import_module(name)
        except Exception as error:
            return f"{name} cannot be imported: {type(error).__name__}: {error}"
        if tied(shell) != before:
            return f"{name} ties itself to the shell that imports it"
        if said.getvalue() or warned:
            return f"{name} says something as it is imported"
        if threading.active_count() > 1:
            return f"{name} starts a thread as it is imported"
    atexit.unregister(shell.atexit_operations)
    ZMQInteractiveShell.clear_instance()
    return ""


def become(request: dict) -> None:
    """Make this new process what a kernel is that was started by itself."""
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"], JPY_PARENT_PID=str(os.getppid()))
    sys.argv = [importlib.util.find_spec("ipykernel_launcher").origin, *request["fork"]]
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed()  # drawn anew, as Python draws its own


def poll(process: int) -> int | None:
    """Return the exit code of a child; None while it runs."""
    with suppress(ChildProcessError):
        found, status = os.waitpid(process, os.WNOHANG)
        return os.waitstatus_to_exitcode(status) if found else None
    return -1


def answer(line: io.BufferedRWPair, said: object) -> None:
    """Write a line."""
    line.write(json.dumps(said).encode() + b"\n")
    line.flush()


def wait_for_work(line: io.BufferedRWPair) -> dict:
    """Answer requests; return in a new process alone, with the request that it is for."""
    for asked in line:
        request = json.loads(asked)
        if "poll" in request:
            answer(line, poll(request["poll"]))
        elif child := os.fork():
            answer(line, child)
        else:
            return request
    sys.exit()


def end_with(last: Callable[[], object]) -> None:
    """Register what is done when all else is, after which the process goes at once.

    To take apart what has been imported would take longer than most notebooks.
    """

    def leave() -> None:
        last()
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(failed)

    def fail(kind: type, error: BaseException, trace: object) -> None:
        nonlocal failed
        failed = 1
        sys.__excepthook__(kind, error, trace)

    failed = 0
    sys.excepthook = fail
    atexit.register(leave)  # the first to come is the last to go


def main(names: list[str]) -> None:
    """Import, fork, and in each fork run a kernel to its end."""
    opened = Opened()
    sys.addaudithook(opened.hear)
    before = dict(os.environ)
    # read as the kernel is imported: it ends when its parent does, and says less of its debugger
    os.environ.update(JPY_PARENT_PID=str(os.getpid()), PYDEVD_DISABLE_FILE_VALIDATION="1")
    refused = imported(names)
    os.environ.clear()
    os.environ.update(before)
    with socket.socket(fileno=os.dup(0)) as end, end.makefile("rwb") as line:
        answer(line, {"refused": refused} if refused else {"ready": True})
        if refused:
            return
        request = wait_for_work(line)
    become(request)
    opened.all = False
    end_with(lambda: opened.write(request["report"]))
    from ipykernel import kernelapp

    kernelapp.launch_new_instance()


if __name__ == "__main__":
    main(sys.argv[1:])
