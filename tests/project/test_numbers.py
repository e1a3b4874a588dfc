"""Chapter numbers are made in one place, and every page that names a chapter has them."""

import pytest
from tools.numbers import ROOT, files, numbered, numbers, pages


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_page_has_the_numbers_that_are_made(path):
    text = path.read_text("utf-8")
    page = path.relative_to(ROOT).with_suffix("").as_posix()
    assert numbered(text, page, numbers()) == text, "run: python -m tools.numbers"


def test_the_numbers_rise_in_the_order_of_the_contents():
    found = [numbers()[file] for file in files() if file in numbers()]
    assert found == ["1", "2.1", "2.2", "3", *(f"4.{n}" for n in range(1, 7)), "5", "6"] + [
        f"7.{n}" for n in range(1, 6)
    ]


def test_a_chapter_in_between_moves_those_after_it():
    known = {"chapters/a/one": "1", "chapters/a/two": "2", "chapters/a/three": "3"}
    notebook = (
        '    "# 2 · Three\\n",\n    "see [chapter 2](two.ipynb), [1](one.ipynb#x), [me](one.ipynb)"'
    )
    assert numbered(notebook, "chapters/a/three", known) == notebook.replace("# 2 ·", "# 3 ·")
    moved = {**known, "chapters/a/two": "2.1"}
    assert "[chapter 2.1](two.ipynb), [1](one.ipynb#x), [me](" in numbered(
        notebook, "chapters/a/x", moved
    )
