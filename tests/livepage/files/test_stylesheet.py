from livepage.files import NO_SCRIPT, THEME, css
from livepage.files import static as static_files
from livepage.files.static import remove_dead, write_stylesheets
from livepage.files.stylesheet import merge

PAGE = "<a>A page</a><b>in bold</b>"


def test_sheets_are_merged_in_the_order_of_the_pages(tmp_path):
    (tmp_path / "styles").mkdir()
    (tmp_path / "basic.css").write_text("a{background:url(file.png)}/* said */")
    (tmp_path / "styles" / "theme.css").write_text('@import "../basic.css";')
    (tmp_path / "styles" / "pydata-sphinx-theme.css").write_text(
        '@charset "UTF-8";b{background:url(../x.png),url("../y.png");content:"../"}'
    )
    (tmp_path / "livepage.css").write_text('html[data-theme="dark"] c{top:0}')
    assert css.write(merge(tmp_path)) == (
        '@charset "UTF-8";a{background:url(file.png)}'
        'b{background:url(x.png),url("y.png");content:"../"}'
        'html[data-theme="dark"] c{top:0}'
    )


def test_a_build_that_copies_nothing_merges_the_sheets_of_the_last_one(tmp_path):
    static, build = tmp_path / "static", tmp_path / "build"
    static.mkdir()
    (static / "basic.css").write_text("a{top:0}")
    (static / "mystnb.1.css").write_text("b{top:0}")
    write_stylesheets(static, build, PAGE)
    merged = (static / THEME).read_text()
    assert "a{top:0}" in merged
    assert not (static / "basic.css").exists()
    # myst-nb copies its sheet in every build, Sphinx its own only when it writes a page
    (static / "mystnb.1.css").write_text("b{top:0}")
    write_stylesheets(static, build, PAGE)
    assert (static / THEME).read_text() == merged
    assert not (static / "mystnb.1.css").exists()
    # all of them anew: merged anew
    (static / "basic.css").write_text("a{top:1px}")
    (static / "mystnb.1.css").write_text("b{top:0}")
    write_stylesheets(static, build, PAGE)
    assert "a{top:1px}" in (static / THEME).read_text()


def test_where_sphinx_copies_nothing_the_sheets_are_merged_anew_all_the_same(tmp_path):
    """Other pages may have other words: a later build gives what a first one would."""
    static, build = tmp_path / "static", tmp_path / "build"
    for folder in (static, tmp_path / "first"):
        folder.mkdir()
        (folder / "basic.css").write_text("a{top:0}b{top:0}i{top:0}")
    write_stylesheets(static, build, "<a>x</a><b>y</b>")
    assert "b{top:0}" in (static / THEME).read_text()
    write_stylesheets(static, build, "<a>x</a><i>y</i>")
    write_stylesheets(tmp_path / "first", tmp_path / "other", "<a>x</a><i>y</i>")
    for name in (THEME, NO_SCRIPT):
        assert (static / name).read_text() == (tmp_path / "first" / name).read_text()
    assert "i{top:0}" in (static / THEME).read_text()
    assert not (static / "basic.css").exists()


def test_a_sheet_is_merged_anew_if_something_has_changed_that_it_is_made_of(tmp_path, monkeypatch):
    static, build = tmp_path / "static", tmp_path / "build"
    static.mkdir()

    def write(css: str, pages: str) -> str:
        """Give the merged sheet, or what stood in its place if it is not made anew."""
        (static / "basic.css").write_text(css)
        if (static / THEME).exists():
            (static / THEME).write_text("as it was")
        write_stylesheets(static, build, pages)
        return (static / THEME).read_text()

    assert "b{top:0}" in write("b{top:0}.c{top:0}", PAGE)
    assert write("b{top:0}.c{top:0}", f"{PAGE}{PAGE}<b>more</b>") == "as it was"
    assert ".c{top:0}" in write("b{top:0}.c{top:0}", '<b class="c">another name</b>')
    assert "b{top:1px}" in write("b{top:1px}.c{top:0}", PAGE)
    monkeypatch.setattr(static_files, "own", lambda name: "b{left:0}")
    assert write("b{top:1px}.c{top:0}", PAGE) != "as it was"


def test_dead_files_go_unless_a_page_names_them(tmp_path):
    (tmp_path / "scripts").mkdir()
    licence = "fontawesome.js.LICENSE.txt"
    for name in ("fontawesome.js", "bootstrap.js", "bootstrap.js.map", licence):
        (tmp_path / "scripts" / name).write_text("")
    remove_dead(tmp_path, "bootstrap.js")
    left = sorted(p.name for p in (tmp_path / "scripts").iterdir())
    assert left == ["bootstrap.js", licence]
    (tmp_path / "scripts" / "fontawesome.js").write_text("")
    remove_dead(tmp_path, '<script src="_static/scripts/fontawesome.js">')
    assert (tmp_path / "scripts" / "fontawesome.js").exists()
