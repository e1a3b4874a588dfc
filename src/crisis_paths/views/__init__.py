"""What readers see: explorers, figures, tables and charts made from the theory.

Nothing here decides an outcome. A view's output carries a form for each place where it is
read: HTML for the published page, widgets or a chart for a live kernel, and plain text.
"""

from pathlib import Path

from crisis_paths.extras import extra
from crisis_paths.i18n import _

with extra("views", _("What the chapters show")):
    import markupsafe  # noqa: F401  (every view needs it)

    from explorers.looks import wear

# The book's own sheet stands beside its pages, and travels inside the package in a wheel.
_PACKAGE = Path(__file__).parents[1]
for _sheet in (_PACKAGE / "book.css", _PACKAGE.parents[1] / "_static" / "book.css"):
    if _sheet.is_file():
        wear(_sheet)
        break
