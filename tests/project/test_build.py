"""Two clean builds give the same pages, byte for byte."""

from pathlib import Path

import pytest

from conftest import build


def _files(folder: Path) -> dict[str, bytes]:
    kinds = (".html", ".css", ".js", ".svg", ".ipynb")
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix in kinds
    }


@pytest.mark.timeout(1900)
def test_two_clean_builds_are_the_same(book: Path, tmp_path: Path):
    once, twice = _files(book), _files(build(tmp_path))
    assert once.keys() == twice.keys()
    assert [name for name in once if once[name] != twice[name]] == []
