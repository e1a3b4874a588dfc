"""The passes over a page, one by one."""

import base64
import hashlib

import pytest

from livepage.files.icons import Icon, find_icon, parse_bundle, theme_icons
from livepage.markup import content_root, parse, static_url, write
from livepage.pages import rewrite
from livepage.passes import languages
from livepage.passes.accessibility import mend
from livepage.passes.assets import drop_unused_assets
from livepage.passes.color_scheme import colours_first
from livepage.passes.csp import add_policy, replace_handlers
from livepage.passes.empty_header import drop_empty_header
from livepage.passes.explorers import offer_links, put_words_behind, say_what_it_takes
from livepage.passes.head import icon_said, title_once
from livepage.passes.homes import send_home
from livepage.passes.icons import draw_icons
from livepage.passes.links import hold_one_style
from livepage.passes.menus import without_bootstrap
from livepage.passes.scripts import add_scripts
from livepage.passes.tables import box_wide_tables, label_stacked_cells, no_empty_headers

PAGE = (
    '<!DOCTYPE html><html lang="en" data-content_root="../"><head>{}</head><body>{}</body></html>'
)


def page(head: str = "", body: str = ""):
    return parse(PAGE.format(head, body))


def test_text_and_drawings_survive():
    drawing = '<svg viewBox="0 0 1 1"><clipPath id="a"></clipPath></svg>'
    text = "<pre>  a\n\n    b &lt;c&gt;\n</pre>" + drawing
    assert write(parse(text)) == text


def test_addresses_start_at_the_books_root():
    assert content_root(page()) == "../"
    assert static_url(page(), "a.js") == "../_static/a.js"


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="../_static/sphinx-thebe.js?v=1"></script>',
        '<script>const THEBE_JS_URL = "https://unpkg.com/thebe"</script>',
        '<script type="text/x-thebe-config">{}</script>',
        "<script>kernelName = 'python3'</script>",
        '<script src="../_static/scripts/fontawesome.js?digest=1"></script>',
        '<link rel="preload" as="font" href="../_static/vendor/fontawesome/fa-solid-900.woff2"/>',
        '<script src="https://cdn.jsdelivr.net/npm/mathjax@3/es5/tex-mml-chtml.js"></script>',
        '<script>window.MathJax = {"options": {}}</script>',
        '<script src="https://cdnjs.cloudflare.com/ajax/libs/require.js/2.3.4/require.min.js"></script>',
        '<script type="application/vnd.jupyter.widget-state+json">{"state": {}}</script>',
        '<script src="../_static/searchtools.js"></script>',
        '<script src="../searchindex.js"></script>',
        '<script src="../_static/copybutton.js"></script>',
        '<script src="../_static/clipboard.min.js"></script>',
        '<script src="../_static/documentation_options.js"></script>',
        '<script type="module">DOCUMENTATION_OPTIONS.pagename = "a";</script>',
        '<script src="../_static/scripts/bootstrap.js?digest=1"></script>',
        '<script src="../_static/scripts/pydata-sphinx-theme.js?digest=1"></script>',
        '<script src="../_static/scripts/sphinx-book-theme.js?v=1"></script>',
        '<script src="../_static/togglebutton.js"></script>',
        "<script>let toggleHintShow = 'Click to show';</script>",
        '<link rel="stylesheet" href="../_static/sphinx-design.min.css?v=1"/>',
        '<script src="../_static/design-tabs.js"></script>',
    ],
)
def test_what_a_plain_page_does_not_need_goes(tag):
    assert drop_unused_assets(page(tag)).head.find(True) is None


@pytest.mark.parametrize(
    ("tag", "body"),
    [
        ('<script src="_static/searchtools.js"></script>', '<div id="search-results"></div>'),
        (
            '<script src="_static/scripts/bootstrap.js"></script>',
            '<button data-bs-toggle="collapse"></button>',
        ),
        (
            '<script src="_static/togglebutton.js"></script>',
            '<div class="admonition dropdown"></div>',
        ),
        (
            '<link href="_static/sphinx-design.min.css" rel="stylesheet"/>',
            '<div class="sd-card"></div>',
        ),
        ('<script src="_static/design-tabs.js"></script>', '<div class="sd-tab-set"></div>'),
        ('<script src="_static/my-own.js"></script>', ""),
        ('<link href="search.html" rel="search"/>', ""),
        ('<script class="livepage-spec" type="application/json">{"a": "mathjax"}</script>', ""),
    ],
)
def test_what_a_page_uses_stays(tag, body):
    assert str(drop_unused_assets(page(tag, body)).head.find(True)) == tag


def test_what_is_said_twice_is_said_once():
    twice = "<script>var a = 1;</script>" * 2
    assert len(drop_unused_assets(page(twice)).find_all("script")) == 1


def test_all_sheets_have_one_place_in_the_page():
    sheets = ("basic.css?v=1", "pygments.css", "mystnb.0af.css", "book.css", "own.css?v=2")
    links = "".join(f'<link rel="stylesheet" href="../_static/{sheet}"/>' for sheet in sheets)
    soup = hold_one_style(page(links))
    assert soup.find("link") is None
    assert [place["data-sheets"] for place in soup.find_all("style")] == ["book.css own.css"]


def test_menus_and_hints_do_without_bootstrap():
    hint = 'data-bs-placement="bottom" data-bs-toggle="tooltip"'
    body = (
        f'<button class="primary-toggle" title="Contents" {hint}></button>'
        f'<button data-bs-title="Colours" {hint}></button>'
        '<div class="dropdown"><button aria-expanded="false" aria-label="Take" class="btn"'
        ' data-bs-toggle="dropdown" type="button"></button>'
        f'<ul class="dropdown-menu"><li><a {hint} title="Source">.md</a></li></ul></div>'
        '<dialog id="pst-primary-sidebar-modal"></dialog>'
        '<dialog id="pst-secondary-sidebar-modal"></dialog>'
        '<button data-bs-toggle="collapse" data-bs-target="#a"></button>'
    )
    soup = without_bootstrap(page("", body))
    assert soup.details.summary.attrs == {"aria-label": "Take", "class": ["btn"]}
    assert soup.details.summary.find_next_sibling().name == "ul"
    assert soup.a.attrs == {"title": "Source"}
    assert soup.find_all("button")[1].attrs == {"title": "Colours"}
    assert [one["aria-label"] for one in soup.find_all("dialog")] == ["Contents"]
    assert soup.find_all("button")[-1]["data-bs-target"] == "#a"


def test_icons_by_style_name_and_alias():
    bundle = (
        '{bars:[4,5,["navicon"],"f0c9","M1"]};d("fas",p),{bars:[6,7,[],"f0c9","M2"]};d("far",p)'
    )
    styles = parse_bundle(bundle)
    assert find_icon(["fa-solid", "fa-navicon"], styles) == Icon(4, 5, "M1", "f0c9")
    assert find_icon(["far", "fa-bars"], styles).path == "M2"
    assert find_icon(["fab", "fa-bars"], styles) is None


def test_the_installed_themes_icons_are_found():
    styles = theme_icons()
    for style, name in [("fas", "bars"), ("fas", "search"), ("fab", "github"), ("far", "file")]:
        assert styles[style][name].path


def test_icons_are_drawn():
    body = '<i class="theme-switch fa-solid fa-sun fa-lg" data-mode="light" title="x"></i>'
    svg = draw_icons(page("", body)).svg
    assert svg["aria-hidden"] == "true"
    assert svg["data-mode"] == "light"
    assert {"icon", "theme-switch", "fa-lg"} <= set(svg["class"])
    assert draw_icons(page("", '<i class="fas fa-no-such-icon"></i>')).body.find(True) is None


def test_the_policy_allows_exactly_the_inline_scripts():
    soup = add_policy(page('<meta charset="utf-8"/><script>a("&lt;<b>");\n</script>'))
    policy = soup.find("meta", charset=True).find_next_sibling("meta")["content"]
    digest = hashlib.sha256(b'a("&lt;<b>");\n').digest()
    assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy
    script_source = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in script_source


def test_data_needs_no_permission():
    soup = add_policy(page('<meta charset="utf-8"/><script type="application/json">{}</script>'))
    assert "sha256" not in str(soup)


def test_no_handler_is_left():
    body = '<button onclick="toggleFullScreen()"></button><a onmouseover="x()">a</a>'
    soup = replace_handlers(page("", body))
    assert " on" not in str(soup.body)
    assert soup.button["data-livepage-action"] == "fullscreen"


def test_the_name_of_a_button_is_what_it_says():
    body = (
        '<button title="Search" aria-label="Look"><span>Find</span>'
        '<span class="search-button__kbd-shortcut">Ctrl+K</span></button>'
        '<button title="Menu"><svg></svg></button>'
        '<summary aria-label="Toggle">Show</summary>'
    )
    soup = mend(page("", body))
    first, second = soup.find_all("button")
    assert "aria-label" not in first.attrs
    assert first.find(class_="search-button__kbd-shortcut")["aria-hidden"] == "true"
    assert second["aria-label"] == "Menu"
    assert "aria-label" not in soup.summary.attrs


def test_the_first_toggle_is_the_one_that_shows():
    bar = '<header id="pst-header"><button class="sidebar-toggle primary-toggle"></button></header>'
    article = '<div class="bd-header-article"><button class="primary-toggle" id="b"></button></div>'
    soup = drop_empty_header(page("", bar + article))
    assert soup.select_one(".primary-toggle")["id"] == "b"
    assert soup.header is None


def test_a_bar_with_links_stays():
    bar = '<header id="pst-header"><a href="x">Home</a></header>'
    article = '<div class="bd-header-article"><button class="primary-toggle"></button></div>'
    assert drop_empty_header(page("", bar + article)).header.a


def test_wide_tables_are_boxed_and_named_apart():
    row = "<tr>" + "<td>1</td>" * 5 + "</tr>"
    heading = '<h2>Cases<a class="headerlink">#</a></h2>'
    soup = box_wide_tables(page("", f"{heading}<table>{row}</table><table>{row}</table>"))
    names = [box["aria-label"] for box in soup.select("[role=region][tabindex='0']")]
    assert names == ["Cases", "Cases (2)"]


def test_narrow_and_stacked_tables_are_no_regions():
    row = "<tr>" + "<td>1</td>" * 5 + "</tr>"
    body = f'<table class="stack">{row}</table><table><tr><td>1</td></tr></table>'
    assert not box_wide_tables(page("", body)).select("[role=region]")


def test_stacked_cells_know_their_column():
    body = (
        '<table class="stack"><thead><tr><th>A</th><th>B</th></tr></thead>'
        '<tbody><tr><th>1</th><td data-label="own">2</td></tr></tbody></table>'
    )
    soup = label_stacked_cells(page("", body))
    assert [c["data-label"] for c in soup.select("tbody tr > *")] == ["A", "own"]
    assert [c["role"] for c in soup.select("tr > *")] == [
        "columnheader",
        "columnheader",
        "rowheader",
        "cell",
    ]


def test_an_empty_corner_shifts_no_label():
    body = (
        '<table class="stack"><thead><tr><th></th><th>A</th><th>B</th></tr></thead>'
        "<tbody><tr><th>1</th><td>2</td><td>3</td></tr></tbody></table>"
    )
    for before in (lambda soup: soup, no_empty_headers):
        row = label_stacked_cells(before(page("", body))).select("tbody tr > *")
        assert [cell.get("data-label") for cell in row] == [None, "A", "B"]


def test_the_colours_come_first():
    script = '<script>x.mode = localStorage.getItem("mode") || "dark";</script>'
    soup = colours_first(page(script))
    assert 'mode = "dark"' in soup.script.string
    assert 'mode = "auto"' in colours_first(page(script.replace("dark", ""))).script.string


def test_a_books_own_icon_stays():
    own = '<link rel="shortcut icon" href="../_static/favicon.svg"/>'
    assert len(icon_said(page(own)).find_all("link")) == 1
    assert icon_said(page()).link["href"] == "data:,"


def test_only_a_live_chart_loads_its_script():
    assert "livepage-charts.js" not in str(add_scripts(page()))
    spec = '<script class="livepage-spec" type="application/json">{}</script>'
    assert 'data-vega="../_static/livepage-vega.js"' in str(add_scripts(page("", spec)))


def test_a_part_of_a_page_is_left_alone():
    assert rewrite('<i class="fa-solid fa-bars"></i>') == '<i class="fa-solid fa-bars"></i>'


SAID = '<span lang="zh-Hans">{}</span>'.format


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Gu Wei (顾炜)</p>", f"<p>Gu Wei ({SAID('顾炜')})</p>"),
        ("<em>外交平衡</em>", '<em lang="zh-Hans">外交平衡</em>'),
        ("<td>(四（一）)</td>", '<td lang="zh-Hans">(四（一）)</td>'),
        ("<p>《外交》, 2024.</p>", '<p lang="zh-Hans">《外交》, 2024.</p>'),
        ("<p>In 《外交》2024年4期.</p>", f"<p>In {SAID('《外交》2024年4期')}.</p>"),
        ("<p>a 一、二 b 三</p>", f"<p>a {SAID('一、二')} b {SAID('三')}</p>"),
        ("<p>二<b>two</b></p>", f"<p>{SAID('二')}<b>two</b></p>"),
        ("<pre><span>x = 1  # 一</span></pre>", f"<pre><span>x = 1  # {SAID('一')}</span></pre>"),
        ("<option>一 one</option>", '<option lang="zh-Hans">一 one</option>'),
        ("<svg><text>一</text></svg>", '<svg><text lang="zh-Hans">一</text></svg>'),
        (
            "<svg><text>No. 一</text></svg>",
            '<svg><text>No. <tspan lang="zh-Hans">一</tspan></text></svg>',
        ),
        ('<p lang="zh-Hant">外</p>', '<p lang="zh-Hant">外</p>'),
        ('<p lang="zh"><b>外</b> a</p>', '<p lang="zh"><b>外</b> a</p>'),
        ('<p lang="en">外</p>', f'<p lang="en">{SAID("外")}</p>'),
        ('<p lang="zh"><i lang="en">外</i></p>', f'<p lang="zh"><i lang="en">{SAID("外")}</i></p>'),
        ("<title>外</title>", "<title>外</title>"),
        ("<script>'外'</script>", "<script>'外'</script>"),
        ('<a title="Gu (顾炜). 外交 [D]. 1.">x</a>', '<a title="Gu. [D]. 1.">x</a>'),
        ('<a title="外交">外</a>', '<a lang="zh-Hans" title="外交">外</a>'),
        ('<a title="Go">外</a>', f'<a title="Go">{SAID("外")}</a>'),
        ("<p>한국어, ру́сский, Ærø</p>", "<p>한국어, ру́сский, Ærø</p>"),
    ],
)
def test_chinese_is_marked_once_and_for_all(before, after):
    once = languages.mark(parse(before), "zh-Hans")
    assert write(once) == after
    assert write(languages.mark(once, "zh-Hans")) == after


def test_a_page_in_chinese_needs_no_marks_and_a_book_without_a_setting_has_none():
    html = '<!DOCTYPE html><html lang="{}"><head></head><body><p>外交</p></body></html>'
    assert SAID("外交") not in rewrite(html.format("zh_CN".replace("_", "-")), "zh-Hans")
    assert "<p>外交</p>" in rewrite(html.format("en"))
    assert '<p lang="zh-Hans">外交</p>' in rewrite(html.format("en"), "zh-Hans")


def test_no_two_folds_are_called_alike():
    fold = (
        '<details class="hide"><summary><p class="collapsed">Show</p>'
        '<p class="expanded">Hide</p></summary></details>'
    )
    form = '<form class="explorer" aria-label="{}"></form>'
    alternative = '<details class="explorer-alternative"><summary>In words</summary></details>'
    heading = '<h2>One<a class="headerlink" href="#one">#</a></h2>'
    pieces = (
        fold,
        heading,
        fold,
        fold,
        form.format("A"),
        alternative,
        form.format("B"),
        alternative,
    )
    alone = "<details><summary>Alone</summary></details>"
    soup = mend(
        page("", f"<article>{''.join(pieces)}<h3>Two</h3>{fold}{alternative}{alone}</article>")
    )
    called = [" ".join(summary.get_text(" ").split()) for summary in soup.select("summary")]
    shown = "Show Hide"
    assert called == [
        *(shown, f"{shown} One", f"{shown} One (2)", "In words A", "In words B"),
        *(f"{shown} Two", "In words Two", "Alone"),
    ]


def test_a_named_drawing_is_silent_within():
    named = '<svg role="img" aria-label="A chart"><g><text>1</text></g><path></path></svg>'
    unnamed = "<svg><text>1</text></svg>"
    soup = mend(page("", named + unnamed))
    first, second = soup.select("svg")
    assert [tag.name for tag in first.find_all(recursive=False)] == ["g"]
    assert first.g["aria-hidden"] == "true" and first.select("g > path")
    assert not second.select("[aria-hidden]")


def test_what_may_have_to_be_said_is_no_status_before_it_is():
    form = '<form class="explorer" data-explorer="a"><button type="reset">Back</button></form>'
    soup = offer_links(page("", f"<article>{form}</article>"))
    for place in soup.select(".livepage-notice, .livepage-copied"):
        assert place["aria-live"] == "polite" and not place.get("role") and not place.contents
    assert len(soup.select(".livepage-notice, .livepage-copied")) == 2


def test_an_explorers_words_stand_behind_it_and_what_it_takes_before_the_first():
    alternative = '<details class="explorer-alternative"><summary>{}</summary></details>'
    form = f'<form class="explorer"><b></b>{alternative.format(1)}{alternative.format(2)}</form>'
    soup = say_what_it_takes(put_words_behind(page("", form * 2)))
    kinds = [(tag.name, *tag.get("class", [])) for tag in soup.body.find_all(recursive=False)]
    behind = [
        ("form", "explorer"),
        ("details", "explorer-alternative"),
        ("details", "explorer-alternative"),
    ]
    assert kinds == [("p", "livepage-unfit"), *behind, *behind]
    assert [fold.get_text() for fold in soup.select(".explorer-alternative")] == [
        "1",
        "2",
        "1",
        "2",
    ]
    assert "Firefox 121" in soup.select_one(".livepage-unfit").get_text()


def test_a_title_is_said_once_where_it_is_said_twice():
    for title, said in (("A — A", "A"), ("B — A", "B — A"), ("A", "A"), ("A — B — A", "A — B — A")):
        assert title_once(page(f"<title>{title}</title>")).title.string == said


def test_only_a_page_with_an_explorer_knows_what_stands_in_for_its_rules():
    assert "livepage-has" not in str(add_scripts(page()))
    with_form = str(add_scripts(page("", '<form class="explorer"></form>')))
    assert 'data-has="../_static/livepage-has.js"' in with_form


def test_a_link_to_a_place_elsewhere_leads_to_its_home_and_one_to_a_place_here_stays():
    links = '<a href="#rule-a">a</a><a href="#rule-b">b</a><a href="#other">c</a><a href="#">d</a>'
    soup = send_home(page("", f'<p id="rule-b"></p>{links}'), {"rule-": "../lists/rules.html"})
    assert [link["href"] for link in soup.select("a")] == [
        "../lists/rules.html#rule-a",
        "#rule-b",
        "#other",
        "#",
    ]
