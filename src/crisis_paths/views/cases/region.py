"""Chapter 1: the region and its four crises, each up to its cut-off, before the first bet."""

from crisis_paths.views.cases import locator
from crisis_paths.views.cases.stories import in_short
from explorers.outputs import Page, joined


def region() -> Page:
    """Return a map of the region, and its four crises in short.

    Examples
    --------
    >>> region().text.splitlines()[1][:38]
    'Belarus: On 9 August 2020 Belarus, a c'
    """
    parts = (locator.region(), in_short())
    return Page(joined(part.html for part in parts), "\n".join(part.text for part in parts))
