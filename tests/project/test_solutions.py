"""Exercises and their solutions: each has the other, and no solution stands in the book."""

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from tools.notebooks import normalised, silent

ROOT = Path(__file__).parents[2]
CHAPTERS = {
    path.relative_to(ROOT / "chapters").with_suffix("").as_posix(): path
    for part in ("argument", "cases", "follows", "scrutiny", "lab")
    for path in sorted((ROOT / "chapters" / part).glob("*.ipynb"))
}
SOLUTIONS = sorted((ROOT / "solutions").glob("*.ipynb"))
# A page of two halves has the exercises of both.
WITHOUT_KEPT = {"follows/multivector"}  # its six screens of a phone have no room for it
HALVES = {
    "scrutiny/five_cases": ("few-cases", "truth-table"),
    "scrutiny/one_coding": ("bench", "chance"),
}
KINDS = {"recall": "**Recall.**", "apply": "**Apply.**", "argue": "**Argue.**"}
EXERCISE = re.compile(r"^:::\{exercise\}(.*)\n:label: (.+)\n\n(.+)\n:::$", re.M)
ENOUGH = 6  # words that a sentence has to have before it can give anything away


def markdown(path: Path) -> list[str]:
    return [c.source for c in nbformat.read(path, 4).cells if c.cell_type == "markdown"]


def exercises(path: Path) -> list[tuple[str, str, str]]:
    """Title, label and text of each exercise of a notebook."""
    return EXERCISE.findall("\n\n".join(markdown(path)))


def solved(path: Path) -> list[str]:
    """The labels that a notebook of solutions has as headings."""
    return re.findall(r"^## (.+)$", "\n\n".join(markdown(path)), re.M)


def words(text: str) -> str:
    """A text as its words alone, so that neither marks nor breaks nor markup matter."""
    found = " ".join(re.findall(r"[^\W_]+", text.lower()))
    return f" {found} "


def sentences(path: Path) -> Iterator[str]:
    """What the solutions say, a sentence at a time; code is not looked at."""
    for source in markdown(path)[1:]:
        for sentence in re.split(r"(?<=[.!?:;])[*”)]*\s+", source):
            if len(words(sentence).split()) >= ENOUGH:
                yield words(sentence)


def strings(found: object) -> Iterator[str]:
    """Every string in a piece of JSON; lists of strings are the lines of one."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, list) and all(isinstance(one, str) for one in found):
        yield "".join(found)
    elif isinstance(found, list | dict):
        for one in found.values() if isinstance(found, dict) else found:
            yield from strings(one)


def told(path: Path) -> str:
    """All words of a file, whatever it is."""
    text = path.read_text("utf-8", errors="replace")
    if path.suffix == ".ipynb":
        text = "\n".join(strings(json.loads(text)))
    return words(html.unescape(re.sub(r"<[^>]*>", " ", text)))


def given_away(paths: list[Path]) -> list[tuple[str, str]]:
    """Which sentences of the solutions stand in these files?"""
    secrets = [sentence for path in SOLUTIONS for sentence in sentences(path)]
    assert len(secrets) > 300
    return [
        (path.name, secret)
        for path in paths
        for text in [told(path)]
        for secret in secrets
        if secret in text
    ]


def test_every_exercise_has_a_solution_and_every_solution_an_exercise():
    labels = Counter(label for path in CHAPTERS.values() for _t, label, _x in exercises(path))
    headings = Counter(label for path in SOLUTIONS for label in solved(path))
    assert labels == headings
    assert set(labels.values()) == {1} and len(labels) >= 60


@pytest.mark.parametrize("name", [name for name in CHAPTERS if not name.startswith("lab/")])
def test_a_chapter_ends_with_one_exercise_of_each_kind(name):
    stems = HALVES.get(name, (name.split("/")[1].replace("_", "-"),))
    *_before, cell, kept, last = markdown(CHAPTERS[name])
    if name in WITHOUT_KEPT:
        cell = kept
    else:
        assert re.fullmatch(r"## To remember\n\n(- [^\n]+\.\n?){3}", kept)
    assert cell.startswith("## Exercises\n\n") and last.startswith("## Where to read on")
    found = EXERCISE.findall(cell)
    asked = [(f"ex-{stem}-{kind}", begins) for stem in stems for kind, begins in KINDS.items()]
    assert [label for _title, label, _text in found] == [label for label, _begins in asked]
    for (title, _label, text), (_asked, kind) in zip(found, asked, strict=True):
        assert title == "" and text.startswith(kind + " ")
        assert 30 <= len(text.split()) <= 70
    assert cell.count("{exercise}") == len(asked)


@pytest.mark.parametrize("name", [name for name in CHAPTERS if name.startswith("lab/")])
def test_a_page_of_the_lab_says_what_is_needed_done_and_handed_in(name):
    text = "\n\n".join(markdown(CHAPTERS[name]))
    heads = re.findall(r"^## (.+)$", text, re.M)
    assert heads[:2] == ["What you need", "The task"]
    assert heads[-3:] == ["What to hand in", "To discuss", "Exercises"]
    found = exercises(CHAPTERS[name])
    assert len(found) == text.count("{exercise}") == 2
    assert all(text.startswith(tuple(KINDS.values())) for _title, _label, text in found)


@pytest.mark.parametrize("path", SOLUTIONS, ids=[path.stem for path in SOLUTIONS])
def test_solutions_were_run_and_compute_what_they_say(path):
    notebook = nbformat.read(path, 4)
    assert not silent(notebook) and normalised(nbformat.read(path, 4)) == notebook
    _imports, *computed = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(computed) >= 2
    assert all("assert " in cell.source for cell in computed)


def test_every_task_that_is_to_be_applied_is_computed():
    for path in SOLUTIONS:
        cells = nbformat.read(path, 4).cells
        for cell, after in zip(cells, [*cells[1:], None], strict=True):
            if cell.source.startswith("## ex-") and cell.source.splitlines()[0].endswith("-apply"):
                assert after and after.cell_type == "code", cell.source.splitlines()[0]


def test_no_chapter_gives_a_solution_away():
    assert given_away([ROOT / "index.ipynb", *(ROOT / "chapters").rglob("*.ipynb")]) == []


def test_nothing_in_the_site_gives_a_solution_away(book: Path):
    """Pages, their sources, downloads, the search index: whatever holds text."""
    files = [path for path in book.rglob("*") if path.is_file()]
    assert not [path for path in files if "solution" in path.name.lower()]
    texts = [p for p in files if p.suffix in {".html", ".ipynb", ".js", ".txt", ".md", ".csv"}]
    assert {p.suffix for p in texts} >= {".html", ".ipynb", ".js"}
    assert given_away(texts) == []


def test_a_sentence_that_is_given_away_would_be_found(book: Path, tmp_path: Path):
    """The search sees through tags, entities, JSON and line breaks."""
    secret = next(sentences(SOLUTIONS[0])).split()
    spread = "<b>" + secret[0] + "</b>,\n" + "&nbsp;".join(secret[1:])
    (tmp_path / "page.html").write_text(spread, "utf-8")
    lines = [" ".join(secret[:2]) + "\n", " ".join(secret[2:])]
    (tmp_path / "page.ipynb").write_text(json.dumps({"cells": [{"source": lines}]}), "utf-8")
    for name in ("page.html", "page.ipynb"):
        assert len(given_away([tmp_path / name])) == 1
    # and a sentence of a chapter is found in its page, in its source, and nowhere by chance
    known = words(markdown(CHAPTERS["argument/puzzle"])[-1].split("\n\n")[0])
    assert known in told(book / "chapters" / "argument" / "puzzle.html")
    assert known in told(book / "_sources" / "chapters" / "argument" / "puzzle.ipynb")
