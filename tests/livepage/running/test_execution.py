"""Which notebooks are run, and what a build leaves to MyST-NB."""

from pathlib import Path

import nbformat
import pytest
from jupyter_cache import get_cache

from livepage.running.execution import Wanted, executed, is_known, persistently, put
from livepage.running.shelf import Run


def notebook(path: Path, code: str) -> tuple[str, Path]:
    path.parent.mkdir(exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)]), path)
    return path.stem, path


def pages(cache, *paths, excluded=()) -> list[Wanted]:
    return list(executed(cache, paths, excluded))


def test_notebooks_are_run_that_are_not_excluded(tmp_path: Path):
    cache = get_cache(tmp_path / "cache")
    one, two = (notebook(tmp_path / "part" / f"{n}.ipynb", f"1 + {n}") for n in (1, 2))
    page = tmp_path / "page.md"
    page.write_text("# A page", "utf-8")
    found = pages(cache, one, two, ("page", page), excluded=["part/2.*"])
    assert [(wanted.page, wanted.path) for wanted in found] == [one]


def test_what_is_put_into_the_cache_is_known_until_its_code_changes(tmp_path: Path):
    cache = get_cache(tmp_path / "cache")
    (wanted,) = pages(cache, notebook(tmp_path / "1.ipynb", "1 + 1"))
    assert not is_known(cache, wanted)
    put(cache, wanted, Run(wanted.notebook, {}, 1.0))
    assert is_known(cache, wanted)
    (changed,) = pages(cache, notebook(tmp_path / "1.ipynb", "1 + 3"))
    assert not is_known(cache, changed)


def test_what_fails_is_tried_again_and_no_more_than_so_often():
    calls: list[int] = []

    def fails(often: int) -> str:
        calls.append(often)
        if len(calls) <= often:
            raise RuntimeError("Address already in use")
        return "done"

    assert persistently(lambda: fails(2)) == "done" and len(calls) == 3
    calls.clear()
    with pytest.raises(RuntimeError, match="in use"):
        persistently(lambda: fails(5))
    assert len(calls) == 3
