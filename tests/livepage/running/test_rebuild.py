"""Builds after the first: the same bytes, no stale page, no page that missed its passes."""

import re

import nbformat
import pytest


def files(build) -> dict[str, bytes]:
    kinds = (".html", ".css", ".js")
    return {
        path.relative_to(build.html).as_posix(): path.read_bytes()
        for path in sorted(build.html.rglob("*"))
        if path.suffix in kinds
    }


def test_two_clean_builds_in_different_folders_are_the_same(built, fresh):
    fresh.run()
    once, twice = files(built), files(fresh)
    assert once.keys() == twice.keys()
    assert [name for name in once if once[name] != twice[name]] == []


def test_later_builds_are_as_good_as_the_first(fresh):
    fresh.run()
    before = files(fresh)

    # nothing to do
    fresh.run()
    assert files(fresh) == before

    # one page changed: it passes through everything, the static folder stays whole
    page = fresh.folder / "index.md"
    page.write_text(page.read_text() + "\nOne more sentence.\n")
    fresh.run()
    after = files(fresh)
    assert b"One more sentence." in after["index.html"]
    assert b"Content-Security-Policy" in after["index.html"]
    assert after["_static/livepage-theme.css"] == before["_static/livepage-theme.css"]
    assert after.keys() == before.keys()


WRITTEN = re.compile(r"writing output\.\.\. \S*\[ *\d+%")


def read(said: str) -> int:
    """How many pages a build has read."""
    added, changed = re.search(r"(\d+) added, (\d+) changed, 0 removed", said).groups()
    return int(added) + int(changed)


@pytest.mark.timeout(600)
def test_only_what_hangs_on_a_change_is_run_and_read_again(living):
    said, ran = living.run()
    assert ran == ["one", "two"] and "sparrow" in living.page("one")
    said, ran = living.run()
    assert (ran, read(said)) == ([], 0)

    view = living.watched / "part" / "view.py"
    view.write_text("WORD = 'heron'\n")
    said, ran = living.run()
    assert (ran, read(said)) == (["one"], 1) and "heron" in living.page("one")

    table = living.watched / "table.csv"
    table.write_text("a,c\n")
    said, ran = living.run()
    assert (ran, read(said)) == (["two"], 1) and "a,c" in living.page("two")

    (living.watched / "unread.csv").write_text("y\n")
    said, ran = living.run()
    assert (ran, read(said)) == ([], 0)

    # another branch, and back
    view.write_text("WORD = 'sparrow'\n")
    table.write_text("a,b\n")
    said, ran = living.run()
    assert (ran, read(said)) == ([], 2)
    assert "sparrow" in living.page("one") and "a,b" in living.page("two")

    # a sentence is no code
    book = nbformat.read(living.folder / "one.ipynb", as_version=4)
    book.cells.append(nbformat.v4.new_markdown_cell("One more sentence.", id="more"))
    nbformat.write(book, living.folder / "one.ipynb")
    said, ran = living.run()
    assert (ran, read(said)) == ([], 1) and "One more sentence." in living.page("one")
    same_as_a_whole_one(living)


def same_as_a_whole_one(living) -> None:
    """What stands there after some later builds is what one from nothing gives."""
    later = living.files()
    living.clean()
    living.run()
    whole = living.files()
    assert later.keys() == whole.keys()
    assert [name for name in later if later[name] != whole[name]] == []


@pytest.mark.timeout(600)
def test_what_all_pages_show_is_new_on_all_of_them(living):
    living.run()

    # a colour of livepage's own: no page is read or written
    sheet = living.sheet.read_text("utf-8")
    living.sheet.write_text(sheet + "article { color: #123456; }\n", "utf-8")
    said, ran = living.run()
    assert (ran, read(said)) == ([], 0) and not WRITTEN.search(said)
    assert b"#123456" in living.files()["_static/livepage-theme.css"]
    assert all("#123456" in living.page(name) for name in ("index", "one", "part/nested"))

    # a title stands in the contents beside every page
    words = living.folder / "words.md"
    words.write_text(words.read_text("utf-8").replace("# ", "# Rare ", 1), "utf-8")
    said, ran = living.run()
    assert (ran, read(said)) == ([], 1)
    assert all("Rare" in living.page(name) for name in ("index", "one", "part/nested"))
    same_as_a_whole_one(living)


@pytest.mark.timeout(600)
def test_what_nobody_has_seen_is_run_again_whatever_has_changed(living):
    """A notebook that starts another process may have opened anything there."""
    conftest = living.folder / "one.ipynb"
    book = nbformat.read(conftest, as_version=4)
    book.cells.append(nbformat.v4.new_code_cell("!cat watched/table.csv", id="shell"))
    nbformat.write(book, conftest)
    living.run()
    (living.watched / "unread.csv").write_text("y\n")
    said, ran = living.run()
    assert (ran, read(said)) == (["one"], 1)


def test_a_static_file_that_changed_is_copied_and_no_page_read_again(fresh):
    sheet = fresh.folder / "_static" / "own.css"
    sheet.parent.mkdir()
    sheet.write_text("p { top: 0; }\n")
    fresh.run()
    sheet.write_text("p { top: 1px; }\n")
    said = fresh.run()
    assert "0 added, 0 changed, 0 removed" in said
    assert (fresh.html / "_static" / "own.css").read_text() == "p { top: 1px; }\n"
    assert "p{top:1px}" in (fresh.html / "index.html").read_text("utf-8")


def test_faults_are_said_with_their_place(fresh):
    formulas = fresh.folder / "formulas.md"
    formulas.write_text(formulas.read_text() + "\n$\\nonsense{x}$\n")
    charts = fresh.folder / "charts.ipynb"
    charts.write_text(charts.read_text().replace('"description"', '"usermeta_description"'))
    said = fresh.run(strict=False)
    assert re.search(r"formulas\.md:\d+: WARNING: formula not understood .*\\nonsense", said)
    assert re.search(r"charts\.ipynb:\d+: WARNING: a chart has no description", said)
    assert "<code>\\nonsense{x}</code>" in (fresh.html / "formulas.html").read_text("utf-8")
