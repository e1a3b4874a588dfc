"""What a page may cost its reader, and the book its makers: held by tests or by ``make bench``."""

# Bytes after gzip, and requests, before the reader scrolls.
PAGE_BYTES = 130_000
PAGE_REQUESTS = 14
# Bytes once live charts have come in sight.
CHART_BYTES = 460_000
# The largest paint of a page, on a slow phone, beside that of a default Jupyter Book.
PAINT_RATIO = 0.5
# The two commands of the README on a fresh clone, on two processors.
BOOK_SECONDS = 120
TEST_SECONDS = 900
