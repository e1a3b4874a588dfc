import json

from livepage.files import THEME
from livepage.files.purge import purge, vocabulary
from livepage.files.static import RECORD, remove_dead, write_stylesheets
from livepage.files.stylesheet import (
    dark_by_preference,
    light_on_paper,
    merge,
    without_font,
)

PAGE = "<a>A page</a><b>in bold</b>"


def test_no_font_is_asked_for():
    css = (
        "@font-face{font-family:Font Awesome\\ 6 Free;src:url(fa-solid-900.woff2)}"
        '.fa-a:before,.fa-b:before{content:"\\f000"}html{--pst-icon-bell:"\uf0f3"}'
        "p:after{content:var(--pst-icon-bell);font:var(--fa-font-solid)}"
    )
    made = without_font(css)
    assert "woff" not in made
    assert ".fa-" not in made
    assert '--pst-icon-bell:url("data:image/svg+xml,' in made
    assert "mask:var(--pst-icon-bell)" in made


def test_sheets_are_merged_in_the_order_of_the_pages(tmp_path):
    (tmp_path / "styles").mkdir()
    (tmp_path / "basic.css").write_text("a{background:url(file.png)}/* said */")
    (tmp_path / "styles" / "theme.css").write_text('@import "../basic.css";')
    (tmp_path / "styles" / "pydata-sphinx-theme.css").write_text("b{background:url(../x.png)}")
    (tmp_path / "livepage.css").write_text('html[data-theme="dark"] c{top:0}')
    made = merge(tmp_path)
    assert made.index("a{") < made.index("b{") < made.index("html[data-theme=dark] c{")
    assert "url(x.png)" in made
    assert "@import" not in made
    assert "said" not in made


def test_paper_is_white_and_dark_needs_no_script():
    css = "html[data-theme=dark]{--a:1}html[data-theme=light]{--a:2}b{top:0}"
    paper = light_on_paper(css)
    assert "@media screen{html[data-theme=dark]{--a:1}}" in paper
    assert "@media print{html[data-theme=dark]{--a:2}}" in paper
    assert "html:not([data-theme]){--a:1}" in dark_by_preference(css)


def test_a_build_that_copies_nothing_keeps_the_merged_sheet(tmp_path):
    static, build = tmp_path / "static", tmp_path / "build"
    static.mkdir()
    (static / "basic.css").write_text("a{top:0}")
    (static / "mystnb.1.css").write_text("b{top:0}")
    write_stylesheets(static, build, PAGE)
    merged = (static / THEME).read_text()
    assert "a{top:0}" in merged
    assert "basic.css" in json.loads((build / RECORD).read_text())
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


def test_a_rule_goes_only_if_no_page_and_no_script_can_use_it():
    known = vocabulary(
        ['<p class="shown" id="here"><svg viewBox="0 0 1 1"></svg></p>', "<i class='single'>x</i>"],
        ['x.className = "made by-script"; y.id = `tip-${side}`; s.getPropertyValue("--read")'],
        [".beside{color:var(--asked)}"],
    )
    stay = [
        "p", ".shown", "#here", "svg", ".single", ".made.by-script", ".tip-left", ".beside",
        "p:not(.gone)", ":root", "*", "p:is(.gone,.shown)", "[data-x=y]", "p::before", "P",
        "p:has(> .gone)",
    ]  # fmt: skip
    go = [".gone", "#nowhere", "table", ".shown.gone", "p > .gone", ".gone:hover", "p .gone b"]
    for selector in stay:
        assert purge(f"{selector}{{top:0}}", known) == f"{selector}{{top:0}}"
    for selector in go:
        assert purge(f"{selector}{{top:0}}", known) == ""
    whole = "".join(f"{','.join(go)},{selector}{{top:0}}" for selector in stay)
    assert purge(whole, known) == "".join(f"{selector}{{top:0}}" for selector in stay)


def test_what_is_no_plain_rule_stays_as_it_is():
    known = vocabulary(["<p>x</p>"], [])
    css = (
        '@charset "UTF-8";p{animation:a 1s}@keyframes a{from{top:0}50%{top:1px}to{top:2px}}'
        "@font-face{font-family:A;src:url(a.woff2)}@media print{@page{margin:1cm}p{top:0}}"
    )
    assert purge(css, known) == css
    assert purge("@media print{.a{top:0}@supports (top:0){.b{top:0}}}p{top:0}", known) == (
        "p{top:0}"
    )
    licence = "/*! Made by A, B; MIT */"
    assert purge(f"{licence}:root{{top:0}}{licence}.a{{top:0}}", known) == (
        f"{licence}:root{{top:0}}{licence}"
    )
    quoted = """p{--gone:url("data:image/svg+xml;a,<svg b='c'/>");top:0}"""
    assert purge(quoted, known) == "p{top:0}"
    variables = "p{--a:var(--b);--b:1;--c:2;--d:var(--e);--e:3;top:var(--a)}"
    assert purge(variables, known) == "p{--a:var(--b);--b:1;top:var(--a)}"


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
