"""Make a chapter's notebook in the one form that every chapter has, to be written.

    python -m tools.chapter scrutiny/velia "7.6 · Velia 2031"

It has every heading, a code cell that runs, and three exercises with their labels. Where words
are yours to write stands “TO WRITE”; tests refuse a chapter in which that is left.
"""

import argparse
import re
import sys
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from tools import fetch_cell
from tools.notebooks import ROOT, normalised

UNWRITTEN = "TO WRITE"
NAME = r"[a-z]+/[a-z0-9_]+"
CODE = """\
from crisis_paths.framework import predict

path = predict("continued", "weak")
assert path.outcome.value == "manageable"
path.cell"""
EXERCISE = """\
:::{{exercise}}
:label: ex-{stem}-{kind}

**{heading}.** TO WRITE: {what}, in 30 to 70 words.
:::"""
DESCRIBED = {"myst": {"html_meta": {"description": "TO WRITE: the page, in a sentence or two."}}}
KINDS = {
    "recall": "what a reader who has read the chapter can say from memory",
    "apply": "what can be computed, in the notebook or by hand",
    "argue": "a question with two sides, each with its section of the article",
}


def cells(stem: str, heading: str) -> list[nbformat.NotebookNode]:
    """Return the cells of a chapter that is to be written."""
    words = [
        f"# {heading}\n\n*TO WRITE: whose chapter it is, and on which sections it rests.*",
        "## The question\n\nTO WRITE: what the reader will be able to answer.",
        "## A bet\n\nTO WRITE: on what the reader bets before looking.",
        "## The idea\n\nTO WRITE: one idea, then a cell that shows it.",
        "## What the article says\n\nTO WRITE: with section and paragraph.",
        "## Objections\n\nTO WRITE: the argument at its strongest, then the doubts.",
        "## Check yourself\n\nTO WRITE: the claim as code that fails if it is not so.",
        "\n\n".join(["## Exercises", *(_exercise(stem, kind) for kind in KINDS)]),
        "## Where to read on\n\n- TO WRITE: a chapter, or a work in data/references.bib.",
    ]
    found = [new_markdown_cell(text) for text in words]
    claim = new_code_cell(CODE, metadata={"tags": ["hide-input"]})
    return [*found[:7], claim, *found[7:]]


def _exercise(stem: str, kind: str) -> str:
    label = stem.replace("_", "-")
    return EXERCISE.format(stem=label, kind=kind, heading=kind.title(), what=KINDS[kind])


def made(name: str, heading: str, root: Path = ROOT) -> Path:
    """Write the notebook; gives its path.

    Raises
    ------
    ValueError
        If the name has not the form of one, its part is not there, or it is taken.
    """
    path = root / "chapters" / f"{name}.ipynb"
    parts = sorted(place.name for place in (root / "chapters").iterdir() if place.is_dir())
    if not re.fullmatch(NAME, name) or path.parent.name not in parts:
        raise ValueError(f"{name!r} is no chapter; give part/name, parts: {', '.join(parts)}.")
    if path.exists():
        raise ValueError(f"There is a chapter {name!r} already; give another name.")
    notebook = new_notebook(cells=cells(path.stem, heading), metadata=DESCRIBED)
    notebook.nbformat_minor = 5
    fetch_cell.put(notebook, fetch_cell.configured())
    path.write_text(nbformat.writes(normalised(notebook)) + "\n", "utf-8", newline="\n")
    return path


def main(given: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="tools.chapter", description=__doc__.splitlines()[0])
    parser.add_argument("name", help="part/name, such as scrutiny/velia")
    parser.add_argument("heading", help="number and name, such as “7.6 · Velia 2031”")
    asked = parser.parse_args(given)
    try:
        path = made(asked.name, asked.heading)
    except ValueError as fault:
        print(fault, file=sys.stderr)
        return 1
    print(f"{path.relative_to(ROOT).as_posix()} is made; name it in _toc.yml, write it, run it.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
