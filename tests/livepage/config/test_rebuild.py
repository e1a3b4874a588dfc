"""Builds after the first: the same bytes, no stale page, no page that missed its passes."""

import re


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


def test_a_watched_file_makes_every_page_new(fresh):
    def cache() -> str:
        return re.search(r"Using jupyter-cache at: (\S+)", said)[1]

    said = fresh.run()
    first = cache()
    said = fresh.run()
    assert cache() == first
    assert "0 added, 0 changed, 0 removed" in said

    (fresh.folder / "watched" / "table.csv").write_text("a,c\n")
    said = fresh.run()
    assert cache() != first
    assert re.search(r"config changed|\[config changed", said) or "7 added" in said


def test_a_static_file_that_changed_is_copied_and_no_page_read_again(fresh):
    sheet = fresh.folder / "_static" / "own.css"
    sheet.parent.mkdir()
    sheet.write_text("p { top: 0; }\n")
    fresh.run()
    sheet.write_text("p { top: 1px; }\n")
    said = fresh.run()
    assert "0 added, 0 changed, 0 removed" in said
    assert (fresh.html / "_static" / "own.css").read_text() == "p { top: 1px; }\n"


def test_faults_are_said_with_their_place(fresh):
    formulas = fresh.folder / "formulas.md"
    formulas.write_text(formulas.read_text() + "\n$\\nonsense{x}$\n")
    charts = fresh.folder / "charts.ipynb"
    charts.write_text(charts.read_text().replace('"description"', '"usermeta_description"'))
    said = fresh.run(strict=False)
    assert re.search(r"formulas\.md:\d+: WARNING: formula not understood .*\\nonsense", said)
    assert re.search(r"charts\.ipynb:\d+: WARNING: a chart has no description", said)
    assert "<code>\\nonsense{x}</code>" in (fresh.html / "formulas.html").read_text("utf-8")
