"""CSV files for people: a byte order mark, no formula, and written whole or not at all."""

import csv
import io
import os
from pathlib import Path

import pytest

from crisis_paths.errors import CrisisPathsError
from crisis_paths.tables.handed_out import begins_formula, csv_file, guarded, unguarded, write

FORMULAS = [
    *("=1+1", "+1+1", "-1+1", "@SUM(1+1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"),
    *(" =1", "'=1", "''=1", "' =1", "-", "=", "- a remark", '=HYPERLINK("http:x")', "-2+3+cmd"),
]
PLAIN = ["", "'", "''", "a=1", "1", "-1", "+2.5", "-0.75", "'quoted'", "– a dash", "…", "a\r=b"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_cell_that_begins_a_formula_gets_an_apostrophe_and_loses_it_again(cell):
    assert begins_formula(cell)
    assert guarded(cell) == f"'{cell}" and unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", PLAIN)
def test_every_other_cell_stays_as_it_is(cell):
    assert guarded(cell) == cell == unguarded(cell)


def test_a_file_is_opened_right_by_any_spreadsheet():
    made = csv_file(["a", "b"], [["中文 ’", "=1"], ["bare\rreturn", "-5"]])
    assert made.startswith(b"\xef\xbb\xbfa,b\r\n")
    assert b'"bare\rreturn"' in made, "unquoted, it would end the row"
    plain = list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))
    assert plain == [["a", "b"], ["中文 ’", "'=1"], ["bare\rreturn", "-5"]]
    assert not [cell for row in plain for cell in row if cell[:1] in set("=+@\t\r＝＋－＠")]


# --- Files ----------------------------------------------------------------------------------


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(path: Path, **options) -> str:
    with pytest.raises(CrisisPathsError) as error:
        write(path, b"new", **options)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_new_file_is_as_readable_as_any_other(tmp_path):
    assert write(tmp_path / "a.csv", b"new") == tmp_path / "a.csv"
    (tmp_path / "b.csv").write_bytes(b"new")
    modes = {path.stat().st_mode for path in tmp_path.iterdir()}
    assert (tmp_path / "a.csv").read_bytes() == b"new" and len(modes) == 1


def test_what_is_there_is_kept_unless_told(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    assert refused(path) == f"{path} exists already; give another name."
    assert path.read_bytes() == b"old"
    write(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new" and names(tmp_path) == ["a.csv"]


def test_permissions_are_kept(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write(path, b"new", overwrite=True)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_and_its_target_is_written(tmp_path):
    (tmp_path / "far").mkdir()
    target, link, chain = tmp_path / "far" / "a.csv", tmp_path / "link.csv", tmp_path / "chain.csv"
    target.write_bytes(b"old")
    link.symlink_to(Path("far", "a.csv"))
    chain.symlink_to(link)
    assert "exists already" in refused(chain)
    assert write(chain, b"new", overwrite=True) == chain
    assert chain.is_symlink() and link.is_symlink() and not target.is_symlink()
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == ["chain.csv", "far", "link.csv"] and names(target.parent) == ["a.csv"]


def test_a_link_to_nothing_yet_gets_its_target(tmp_path):
    (tmp_path / "link.csv").symlink_to("a.csv")
    write(tmp_path / "link.csv", b"new")
    assert (tmp_path / "a.csv").read_bytes() == b"new" and (tmp_path / "link.csv").is_symlink()


def test_a_ring_of_links_is_refused(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    for overwrite in (False, True):
        assert "a" in refused(tmp_path / "a", overwrite=overwrite)
    assert names(tmp_path) == ["a", "b"]


@pytest.mark.parametrize("name", ["案例" * 40 + ".csv", "x" * 251 + ".csv", "é" * 125 + ".csv"])
def test_any_name_that_the_file_system_takes_can_be_used(tmp_path, name):
    write(tmp_path / name, b"new")
    write(tmp_path / name, b"newer", overwrite=True)
    assert (tmp_path / name).read_bytes() == b"newer" and names(tmp_path) == [name]


def test_what_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    inside = tmp_path / "no" / "a.csv"
    assert refused(inside) == f"{inside} cannot be written: there is no folder {inside.parent}."
    assert "cannot be written: " in refused(tmp_path / "file" / "a.csv")
    assert "cannot be written: " in refused(tmp_path / ("x" * 300))
    assert "cannot be written: " in refused(tmp_path / "a\0b")
    for name in ("folder", "pipe"):
        assert "it is no file" in refused(tmp_path / name, overwrite=True)
    assert names(tmp_path) == ["file", "folder", "pipe"]


@pytest.mark.parametrize("broken", ["replace", "open"])
def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch, broken):
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    whole = getattr(Path, broken)

    def full(self, *given, **options):
        if broken == "open" and "x" not in given[0]:
            return whole(self, *given, **options)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, broken, full)
    assert refused(path, overwrite=True).endswith("cannot be written: No space left on device.")
    monkeypatch.undo()
    assert path.read_bytes() == b"old" and names(tmp_path) == ["a.csv"]
