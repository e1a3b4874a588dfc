"""What readers see: explorers, figures, tables and charts made from the theory.

Nothing here decides an outcome. A view's output carries a form for each place where it is
read: HTML for the published page, widgets or a chart for a live kernel, and plain text.
"""

from crisis_paths.extras import extra
from crisis_paths.i18n import _

with extra("views", _("What the chapters show")):
    import markupsafe  # noqa: F401  (every view needs it)
