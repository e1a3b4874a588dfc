"""The library is cut to what is asked for, and comes out as the same bytes."""

import io
import zipfile

import pytest

from livepage.runtime import bundle, imports, library

STDLIB = {
    **{f"{name}.py": b"" for name in library.LINES},
    "json/__init__.py": b"from . import decoder\n",
    "json/decoder.py": b"import scan\ndef f():\n    import slow\n",
    "json.py": b"",
    "scan.py": b"if __name__ == '__main__':\n    import doctest\n",
    "slow.py": b"",
    "doctest.py": b"",
    "html/__init__.py": b"import html.entities\n",
    "html/entities.py": b"",
    "random.py": b"def f():\n    import hashlib\n",
    "hashlib.py": b"",
    "_pyodide/__init__.py": b"import base\n",
    "base.py": b"",
    "pyodide/console.py": b"import terminal\n",
    "terminal.py": b"",
    "encodings/__init__.py": b"",
    "encodings/cp1252.py": b"",
    "encodings/cp850.py": b"",
}
del STDLIB["json.py"]


@pytest.fixture
def whole() -> bytes:
    return bundle.zipped(STDLIB)


def test_what_nobody_asks_for_stays_behind(whole):
    _cut, kept = library.cut(whole, {"html"})
    assert {"html", "html.entities", "json", "json.decoder", "scan", "_pyodide", "base"} <= {*kept}
    assert "hashlib" in kept  # a function of somebody's lines may ask for it
    assert not {"doctest", "slow", "terminal", "pyodide.console", "encodings.cp850"} & {*kept}


def test_an_encoding_is_asked_for_by_its_name(whole):
    used = bundle.imported({"a.py": b"open('b', encoding='CP1252')"})
    assert "encodings.cp1252" in library.cut(whole, used)[1]


def test_the_files_are_as_they_were_and_the_bytes_the_same_each_time(whole):
    first, kept = library.cut(whole, {"html"})
    assert first == library.cut(whole, ["html"])[0]
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert len(archive.namelist()) == len(kept)
        assert archive.read("json/decoder.py") == STDLIB["json/decoder.py"]


def test_code_in_a_newer_python_than_ours_is_read_too():
    newer = "import a\ntry:\n    import b\nexcept A, B:\n    pass\nfrom c import (\n    d,\n)\n"
    assert imports.asked(newer) == {"a", "b", "c", "c.d"}
    assert imports.asked(newer, later=False) == {"a", "c", "c.d"}


def test_what_is_for_readers_of_types_alone_is_not_asked_for():
    assert imports.asked("if TYPE_CHECKING:\n    import a\nelse:\n    import b\n") == {"b"}
