"""Python in the page: what a build brings along so that readers may run a cell's lines.

Off by default (``livepage_runtime`` in the configuration). Where it is on, a build fetches one
pinned package, cuts its library to what may be asked for, and puts it beside the book's own code.
Nothing of it is loaded before a reader asks; without a network at build time the book is whole
and the buttons are missing.

- `pinned`: the package, by version and hash
- `imports`: which modules a code asks for, read from the code
- `library`: the standard library, cut to those
- `bundle`: the book's own code and tables, as one archive
- `offers`: the pages' part, where a cell may be run
- `building`: when a build does all that
- `runner`: what runs a cell, once it is in the page
"""

FOLDER = "livepage-python"  # within the static folder of the built book
OFFER = "livepage-python.js"  # all that a page has before the click
LIBRARY, BOOK, TOLD = "python_stdlib.zip", "book.zip", "modules.txt"
TAG = "runnable"  # of a notebook's cell
