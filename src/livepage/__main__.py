"""Build a Jupyter Book: ``python -m livepage [BOOK] [--out DIR] [--strict]``.

Jupyter Book 1 cannot be run with ``python -m``; this is the same build, with the options
that a reader, a test or a machine without make needs.
"""

import argparse
import sys

from jupyter_book.cli.main import main as jupyter_book


def main(arguments: list[str] | None = None) -> None:
    """Build the book that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m livepage", description="Build a Jupyter Book.")
    parser.add_argument("book", nargs="?", default=".", help="the folder with _config.yml")
    parser.add_argument("--out", help="where _build is put; default: the book's own folder")
    parser.add_argument("--strict", action="store_true", help="warnings and dead links are errors")
    options = parser.parse_args(arguments)
    command = ["build", options.book]
    if options.out:
        command += ["--path-output", options.out]
    if options.strict:
        command += ["-W", "-n", "--keep-going"]
    sys.argv = ["jupyter-book", *command]
    jupyter_book()


if __name__ == "__main__":
    main()
