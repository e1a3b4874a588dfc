"""What a page carries of the style sheets: all that it can use, and as little else as is known."""

from pathlib import Path

import pytest

from livepage.files import CHARTS, FRAME, THEME, css, inpage
from livepage.files.elements import elements
from livepage.files.fitted import fit
from livepage.files.lines import lines

PAGE = (
    '<html data-content_root="../"><head><style data-sheets="own.css"></style></head><body>'
    '<p class="a b" lang="zh-Hans"><input type="radio" name="x"/></p><i id="c" class="d-e"></i>'
    "</body></html>"
)


def left(sheet: str, *, page: str = PAGE, own: str = "", others: str = "") -> str:
    """The sheet as the page carries it."""
    return fit(lines(css.read(sheet)), elements(page, [others], [own]))


@pytest.mark.parametrize(
    "selector",
    [
        "p", ".a", ".a.b", "p.b>input", "#c", "*", ":root", "::before", "p:not(.gone)", "i.d-e#c",
        ":is(.gone,.a)", "p:has(>input[type=radio])", "p:has(>:checked)", "[class^=d-]", "P",
        "[data-theme=dark] p", "p[open]", "[lang|=zh]",
        "[name]", '[name="x"]', ":where(.gone .a,.b)", "gone|a",
    ],
)  # fmt: skip
def test_what_the_page_may_have_stays(selector):
    assert left(f"{selector}{{top:0}}") == f"{selector}{{top:0}}"


@pytest.mark.parametrize(
    "selector",
    [
        ".gone", ".a.gone", "i.a", "p#c", ".a .gone", "p:is(.gone,#gone)", "p:has(.gone)",
        "[type=file]", "[lang|=en]", "[data-gone]", "table", ":is(.a.d-e)", '[name^="y"]',
    ],
)  # fmt: skip
def test_what_no_element_of_it_can_be_goes(selector):
    assert left(f"{selector}{{top:0}}p,{selector}{{left:0}}") == "p{left:0}"


def test_what_a_script_may_make_stays():
    own = """a.classList.toggle("made"); b.className = "one two"; c.dataset.seenBy = 1;
        document.createElement("table"); d.setAttribute("aria-current", "true"); e.ariaBusy = true;
        f.innerHTML = `<svg viewBox="0">`; // is(".not-made")"""
    for selector in (".made.a", ".one", ".two", "[data-seen-by=x]", "table", "svg",
                     "[aria-current]", "[aria-busy=true]"):  # fmt: skip
        assert left(f"{selector}{{top:0}}", own=own) != "", selector
    assert left(".not-made{top:0}", own=own) == ""
    assert left(".not-made{top:0}", others="go('not-made')") == ".not-made{top:0}"
    assert left(".tip-left{top:0}", others="go(`tip-${side}`)") == ".tip-left{top:0}"


def test_it_is_written_without_blanks_and_says_the_same():
    assert left(
        "/* why */ p > input , .a ~ i { margin : 0  auto ; --used: a , b ;\n"
        "width: calc( 1px + 2% ) ; content: 'a , b' ; color: var( --used ) }"
    ) == (
        "p>input,.a~i{margin:0 auto;--used:a,b;"
        "width:calc(1px + 2%);content:'a , b';color:var(--used)}"
    ).replace("'", '"')
    assert left("p{--a: ;top:var(--a)}") == "p{--a: ;top:var(--a)}"
    assert left("/*! a licence, which stays in the merged sheet */p{top:0}") == "p{top:0}"


def test_variables_animations_and_rooms_go_with_what_needs_them():
    assert left("p{--a:var(--b);--b:1;--c:2;top:var(--a)}.gone{top:var(--c)}") == (
        "p{--a:var(--b);--b:1;top:var(--a)}"
    )
    moves = "@keyframes k{from{top:0}}@keyframes l{from{top:0}}"
    assert left(f"p{{animation:k 1s}}.gone{{animation:l 1s}}{moves}") == (
        "p{animation:k 1s}@keyframes k{from{top:0}}"
    )
    assert left(
        "@container room (width > 1px){.gone{top:0}p{top:0}}@media print{.gone{top:0}}"
    ) == ("@container room (width > 1px){p{top:0}}")


def test_each_page_is_filled_and_filled_anew_when_something_changes(tmp_path: Path):
    static, build, page = tmp_path / "_static", tmp_path / "build", tmp_path / "page.html"
    static.mkdir()
    (static / THEME).write_text("p{background:url(a.png),url('data:b'),url(#c)}.gone{top:0}")
    (static / "own.css").write_text("p { top: 0 }")
    page.write_text(PAGE)

    def filled() -> str:
        inpage.fill(static, build, {page: page.read_text("utf-8")})
        return page.read_text("utf-8").partition('.css">')[2].partition("</style>")[0]

    assert filled() == ('p{background:url(../_static/a.png),url("data:b"),url(#c)}p{top:0}')
    assert filled() == filled()
    (static / "own.css").write_text("p { top: 1px }")
    assert filled().endswith("p{top:1px}")
    (static / "own.css").write_text("p { top: 1px } .made { top: 2px }")
    assert ".made" not in filled()
    (static / FRAME).write_text('x.classList.add("made")')
    assert ".made" not in filled()  # not this page's
    page.write_text(
        PAGE.replace("</head>", f'<script src="../_static/{FRAME}?v=1"></script></head>')
    )
    assert filled().endswith(".made{top:2px}")
    assert inpage.made_of(f'<script src="_static/{CHARTS}"></script>', {}).have(["vega-bind"])
