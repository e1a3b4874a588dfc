"""Firefox and WebKit on the built pages: one small interface over both.

Playwright drives Chromium (`tools.visit`); of these two it drives copies of its own, and not what
readers have. So each is driven as its makers mean it to be: Firefox by WebDriver BiDi, which it
speaks itself (`firefox`), WebKitGTK by the WebDriver that comes with it (`webkit`).
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from tools.engines.engine import Engine, Missing
from tools.engines.firefox import running_firefox
from tools.engines.webkit import running_webkit

__all__ = ["ENGINES", "Engine", "Missing", "running"]

ENGINES: dict[str, Callable[[], AbstractContextManager[Engine]]] = {
    "firefox": running_firefox,
    "webkit": running_webkit,
}


@contextmanager
def running(name: str) -> Iterator[Engine]:
    """Run an engine, found or installed.

    Parameters
    ----------
    name : str
        ``firefox`` or ``webkit``.

    Raises
    ------
    Missing
        In one sentence, if it is not there and could not be installed.
    """
    with ENGINES[name]() as engine:
        yield engine
