"""What a run has opened, by its report; and whether that still is as it was."""

import json
from pathlib import Path

import pytest

from livepage.running.loads import reported, source, still
from livepage.running.watch import state

FILES = ("src/part/__init__.py", "src/part/view.py", "src/other.py", "data/a.csv", "data/b.csv")


@pytest.fixture
def root(tmp_path) -> Path:
    for name in FILES:
        (tmp_path / "real" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "real" / name).write_text(name)
    (tmp_path / "book").symlink_to(tmp_path / "real")
    return tmp_path / "book"


def report(root: Path, files=(), folders=(), *, all_=False) -> Path:
    path = root / "report.json"
    told = {"all": all_, "files": [*map(str, files)], "folders": [*map(str, folders)]}
    path.write_text(json.dumps(told), "utf-8")
    return path


def test_only_what_was_opened_counts_whatever_path_led_there(root):
    now = state(root, ["src", "data"])
    real = root.resolve()
    files = [real / "src/part/__pycache__/view.cpython-311.pyc", root / "data/a.csv", "/etc/hosts"]
    found = reported(report(root, files, [real / "src/part", "/"]), root, now)
    assert set(found) == {"src/part/view.py", "src/part/", "data/a.csv"}
    assert all(now[name] == hash_ for name, hash_ in found.items())


UNTOLD = '{"all": true, "files": [], "folders": []}'


@pytest.mark.parametrize("broken", ["", "{", "[]", "{}", UNTOLD])
def test_where_there_is_no_telling_everything_counts(root, broken):
    path = root / "report.json"
    path.write_text(broken, "utf-8")
    now = state(root, ["src", "data"])
    assert reported(path, root, now) == now
    assert reported(root / "none.json", root, now) == now


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        (lambda root: (root / "src/other.py").write_text("x"), True),
        (lambda root: (root / "data/c.csv").write_text("x"), True),
        (lambda root: (root / "src/part/view.py").touch(), True),
        (lambda root: (root / "src/part/view.py").write_text("x"), False),
        (lambda root: (root / "data/a.csv").unlink(), False),
        # a folder would come before the module, so what is new beside it counts
        (lambda root: (root / "src/part/new.py").write_text("x"), False),
    ],
    ids=["another file", "a file beside", "the time", "the bytes", "gone", "a new module"],
)
def test_what_has_changed_decides(root, change, holds):
    patterns = ["src", "data"]
    files = [root / "src/part/view.py", root / "data/a.csv"]
    loads = reported(report(root, files, [root / "src/part"]), root, state(root, patterns))
    assert still(loads, state(root, patterns))
    change(root)
    assert still(loads, state(root, patterns)) == holds


def test_byte_code_of_no_module_is_itself():
    assert source("/a/__pycache__/b.pyc") == "/a/__pycache__/b.pyc"
