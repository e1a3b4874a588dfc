"""What a page may cost its reader, and the book its makers: held by tests or by ``make bench``."""

# Bytes after gzip, and requests, until the reader touches something.
PAGE_BYTES = 60 * 1024
PAGE_REQUESTS = 8
# The two heaviest pages, and the search once something is asked.
HEAVY_BYTES = {
    "chapters/scrutiny/ledger.html": 75 * 1024,
    "chapters/cases/ukraine.html": 75 * 1024,
}
SEARCH_BYTES = 140 * 1024
# Bytes once a chart has come alive.
CHART_BYTES = 390_000
# Elements of a page before a fold is opened.
PAGE_ELEMENTS = 2_500
# How far what is in sight may move while a page comes in (CLS).
PAGE_SHIFT = 0.02
# The largest paint of a page, on a slow phone, beside that of a default Jupyter Book.
PAINT_RATIO = 0.5
# The two commands of the README on a fresh clone, on two processors.
BOOK_SECONDS = 120
TEST_SECONDS = 900
# How long the book is to read on a phone, without its appendix: screens of a page, and of all pages
# as they are opened; words of the chapters and labs with every fold open.
PAGE_SCREENS = 14
BOOK_SCREENS = 240
BOOK_WORDS = 30_000
