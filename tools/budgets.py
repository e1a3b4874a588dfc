"""What a page may cost its reader: held by tests on every page, and told by ``make bench``."""

# Bytes after gzip, and requests, before the reader scrolls.
PAGE_BYTES = 130_000
PAGE_REQUESTS = 14
# Bytes once live charts have come in sight.
CHART_BYTES = 460_000
# The largest paint of a page, on a slow phone, beside that of a default Jupyter Book.
PAINT_RATIO = 0.5
