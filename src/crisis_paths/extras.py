"""What a call needs beyond the standard library, and the command that brings it.

The theory needs pandas where a frame is asked for, and the views need Altair and ipywidgets where
there is to be a chart or a widget; to be imported they need neither, so that they run in a
browser's Python as well. Each such import stands inside :func:`extra`, so that an error names the
package to install. Which package belongs to which extra stands in ``pyproject.toml``.

Examples
--------
>>> with extra("views", "A chart"):
...     import a_package_that_nobody_has
Traceback (most recent call last):
    ...
crisis_paths.extras.MissingExtraError: A chart needs a_package_that_nobody_has; install it with: \
pip install "crisis-paths[views]".
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import _

IN_A_PAGE = "emscripten"  # what a browser’s Python calls the machine


class MissingExtraError(CrisisPathsError, ImportError):
    """Something that is not installed: one sentence says what, for what, and how to get it.

    Examples
    --------
    >>> issubclass(MissingExtraError, CrisisPathsError), issubclass(MissingExtraError, ImportError)
    (True, True)
    """


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Say what to install if an import in the block that follows fails.

    Parameters
    ----------
    name : {"", "views", "instructor"}
        The extra that brings what is imported; empty for the package itself.
    what : str
        What cannot be had without it: the beginning of the sentence.

    Raises
    ------
    MissingExtraError
        If a package is missing, or lacks what is wanted of it.
    """
    try:
        yield
    except ImportError as missing:
        module = (missing.name or "").partition(".")[0]
        if module in ("", __name__.partition(".")[0]):  # a fault of another kind, or our own
            raise
        says = _('{what} needs {module}; install it with: pip install "crisis-paths{extra}".')
        if sys.platform == IN_A_PAGE:  # where nothing can be installed
            says = _("{what} needs {module}; a page does not have it, so run this in a notebook.")
        raise MissingExtraError(
            says.format(what=what, module=module, extra=f"[{name}]" if name else "")
        ) from missing
