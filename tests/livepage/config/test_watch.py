import os
from types import SimpleNamespace

from livepage.config.watch import cache_path, fingerprint, key_execution_cache, watched_files


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
    before = fingerprint(tmp_path, ["src"])
    os.utime(tmp_path / "src/a.py", (0, 0))
    assert fingerprint(tmp_path, ["src"]) == before
    (tmp_path / "src/a.py").rename(tmp_path / "src/b.py")
    assert fingerprint(tmp_path, ["src"]) != before


def test_a_name_and_its_bytes_cannot_pass_for_each_other(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "ab").write_text("c")
    (tmp_path / "two" / "a").write_text("bc")
    assert fingerprint(tmp_path / "one", ["*"]) != fingerprint(tmp_path / "two", ["*"])


def test_only_outdated_caches_are_deleted(tmp_path):
    make(tmp_path, "0123456789abcdef/x", "fedcba9876543210/x", "mine/x")
    assert cache_path(tmp_path, "0123456789abcdef").name == "0123456789abcdef"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["0123456789abcdef", "mine"]


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
