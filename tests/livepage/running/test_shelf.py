"""Runs that are kept: found by their code and by what they opened, and not for ever."""

import os

import nbformat

from livepage.running.shelf import Run, Shelf


def run(output: str, loads: dict[str, str]) -> Run:
    cell = nbformat.v4.new_code_cell("1", outputs=[nbformat.v4.new_output("stream", text=output)])
    return Run(nbformat.v4.new_notebook(cells=[cell]), loads, 1.5)


def text(found: Run | None) -> str | None:
    return found and found.notebook.cells[0].outputs[0].text


def test_a_run_is_found_while_what_it_opened_is_as_it_was(tmp_path):
    Shelf(tmp_path / "shelf", {"a": "1", "b": "1"}).keep("code", run("first", {"a": "1"}))
    assert text(Shelf(tmp_path / "shelf", {"a": "1", "b": "2"}).find("code")) == "first"
    assert Shelf(tmp_path / "shelf", {"a": "2", "b": "1"}).find("code") is None
    assert Shelf(tmp_path / "shelf", {"a": "1"}).find("other") is None
    assert Shelf(tmp_path / "none", {}).find("code") is None


def test_what_comes_out_is_what_went_in(tmp_path):
    kept = run("out", {"a": "1"})
    Shelf(tmp_path, {"a": "1"}).keep("code", kept)
    found = Shelf(tmp_path, {"a": "1"}).find("code")
    assert nbformat.writes(found.notebook) == nbformat.writes(kept.notebook)
    assert (found.loads, found.seconds) == (kept.loads, 1.5)


def test_runs_of_two_branches_stand_side_by_side(tmp_path):
    for branch in "12":
        Shelf(tmp_path, {"a": branch}).keep("code", run(branch, {"a": branch}))
    assert [text(Shelf(tmp_path, {"a": branch}).find("code")) for branch in "121"] == [*"121"]


def test_a_run_cut_short_is_as_good_as_none(tmp_path):
    shelf = Shelf(tmp_path, {})
    shelf.keep("code", run("out", {}))
    (path,) = tmp_path.glob("*.json")
    path.write_text(path.read_text()[:-9])
    assert shelf.find("code") is None


def test_what_was_not_used_for_the_longest_time_goes_first(tmp_path):
    for age, name in enumerate(("old", "older", "oldest")):
        Shelf(tmp_path, {}).keep(name, run("x" * 1000, {}))
        (path,) = tmp_path.glob(f"{name}-*.json")
        os.utime(path, (1e9 - age, 1e9 - age))
    size = path.stat().st_size
    shelf = Shelf(tmp_path, {})
    shelf.find("oldest")
    shelf.tidy(2.5 * size)
    assert {path.name.partition("-")[0] for path in tmp_path.iterdir()} == {"old", "oldest"}
    shelf.tidy(0)  # what this build has used stays
    assert {path.name.partition("-")[0] for path in tmp_path.iterdir()} == {"oldest"}
