"""The watched files as they are: their names and bytes, and nothing else."""

import os
from types import SimpleNamespace

from livepage.running.watch import (
    cache_path,
    fingerprint,
    key_execution_cache,
    state,
    watched_files,
)


def make(root, *names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def test_hidden_files_and_byte_code_do_not_count(tmp_path):
    make(tmp_path, "src/a.py", "src/__pycache__/a.pyc", "src/.hidden", "data/t.csv", "other/x")
    found = [p.relative_to(tmp_path).as_posix() for p in watched_files(tmp_path, ["src", "data"])]
    assert found == ["data/t.csv", "src/a.py"]


def test_globs_and_missing_folders(tmp_path):
    make(tmp_path, "data/t.csv", "data/t.md")
    found = [p.name for p in watched_files(tmp_path, ["data/*.csv", "nowhere"])]
    assert found == ["t.csv"]


def test_names_and_bytes_count_and_times_do_not(tmp_path):
    make(tmp_path, "src/a.py")
    before = fingerprint(state(tmp_path, ["src"]))
    os.utime(tmp_path / "src/a.py", (0, 0))
    assert fingerprint(state(tmp_path, ["src"])) == before
    (tmp_path / "src/a.py").rename(tmp_path / "src/b.py")
    assert fingerprint(state(tmp_path, ["src"])) != before


def test_a_name_and_its_bytes_cannot_pass_for_each_other(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "ab").write_text("c")
    (tmp_path / "two" / "a").write_text("bc")
    assert fingerprint(state(tmp_path / "one", ["*"])) != fingerprint(
        state(tmp_path / "two", ["*"])
    )


def test_a_folder_is_the_names_in_it(tmp_path):
    make(tmp_path, "src/part/a.py")
    before = state(tmp_path, ["src"])
    assert list(before) == ["/", "src/", "src/part/", "src/part/a.py"]
    make(tmp_path, "src/part/b.py", "src/part/.hidden", "src/part/__pycache__/a.pyc")
    after = state(tmp_path, ["src"])
    assert {n for n in after if after[n] != before.get(n)} == {"src/part/", "src/part/b.py"}


def test_a_cache_is_emptied_once_something_has_changed(tmp_path):
    """And stays where it is: another place would be another configuration, and all read anew."""
    cache = cache_path(tmp_path, "0123456789abcdef")
    make(tmp_path, f"{cache.name}/x", "mine/x")
    assert cache_path(tmp_path, "0123456789abcdef") == cache and (cache / "x").exists()
    assert cache_path(tmp_path, "fedcba9876543210") == cache and not (cache / "x").exists()
    assert (tmp_path / "mine" / "x").exists()


def test_a_cache_of_the_users_own_is_keyed_as_well(tmp_path):
    app = SimpleNamespace(srcdir=tmp_path, outdir=tmp_path / "_build/html")
    config = SimpleNamespace(
        livepage_watch=["src"], nb_execution_cache_path="", html_static_path=["_static"]
    )
    key_execution_cache(app, config)
    assert config.nb_execution_cache_path.startswith(str(tmp_path / "_build" / ".jupyter_cache"))
    config.nb_execution_cache_path = str(tmp_path / "kept")
    key_execution_cache(app, config)
    assert config.nb_execution_cache_path.startswith(str(tmp_path / "kept"))
    assert config.livepage_inputs
