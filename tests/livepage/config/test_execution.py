"""Notebooks run side by side end up in the cache, once, and failures are left to be said."""

from pathlib import Path

import nbformat
from jupyter_cache import get_cache

from livepage.config.execution import unknown


def notebook(path: Path, code: str) -> str:
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    nbformat.write(book, path)
    return str(path)


def test_only_notebooks_that_the_cache_has_not_seen_are_run(tmp_path: Path):
    cache = get_cache(tmp_path / "cache")
    old, new = (notebook(tmp_path / f"{n}.ipynb", f"1 + {n}") for n in (1, 2))
    page = tmp_path / "page.md"
    page.write_text("# A page", "utf-8")
    assert list(unknown(cache, [old, new, str(page)])) == [old, new]
    cache.cache_notebook_file(old, check_validity=False)
    assert list(unknown(cache, [old, new])) == [new]
    notebook(tmp_path / "1.ipynb", "1 + 3")
    assert list(unknown(cache, [old])) == [old]
