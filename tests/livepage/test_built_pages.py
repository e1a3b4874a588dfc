"""The built fixture book, read as files."""

import gzip
import json
from pathlib import Path
from urllib.parse import urlparse

import pytest

from livepage.passes.csp import content_policy, inline_scripts

LOADED = "script[src], link[rel=stylesheet], link[rel=preload], link[rel~=icon], img[src], iframe"
NAMES = [
    "404.html",
    "charts.html",
    "explorer.html",
    "formulas.html",
    "genindex.html",
    "index.html",
    "panels.html",
    "part/nested.html",
    "search.html",
    "tables.html",
    "words.html",
]


def loaded(soup) -> list[str]:
    return [tag.get("src") or tag.get("href") for tag in soup.select(LOADED)]


def test_all_pages_are_there(soups):
    assert sorted(soups) == NAMES


def file_of(built, name: str, address: str) -> Path:
    """The file that a page asks for; the page for missing ones asks from the root of the site."""
    path = urlparse(address).path
    return (
        built.html / path.removeprefix("/example/")
        if name == "404.html"
        else ((built.html / name).parent / path)
    )


@pytest.mark.parametrize("name", NAMES)
def test_everything_loaded_is_the_books_own_and_there(built, soups, name):
    for address in loaded(soups[name]):
        assert urlparse(address).scheme in ("", "data"), address
        assert address.startswith("data:") or file_of(built, name, address).is_file(), address


@pytest.mark.parametrize("name", NAMES)
def test_the_policy_stands_first_and_fits(soups, name):
    first, second = soups[name].head.find_all("meta")[:2]
    assert first.has_attr("charset")
    assert second["http-equiv"] == "Content-Security-Policy"
    assert second["content"] == content_policy(inline_scripts(soups[name]))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_dropped_is_left(built, name):
    html = built.pages()[name]
    for word in ("thebe", "fontawesome", "MathJax", "require.js", "widget-state", "widget-view"):
        assert word.lower() not in html.lower(), word
    assert " onclick=" not in html


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_unique(soups, name):
    ids = [tag["id"] for tag in soups[name].select("[id]")]
    assert sorted(ids) == sorted(set(ids))


def test_search_scripts_are_on_the_search_page_only(soups):
    with_search = [n for n, s in soups.items() if any("searchtools" in a for a in loaded(s))]
    assert with_search == ["search.html"]
    assert soups["index.html"].select_one("form.bd-search")["action"] == "search.html"


def test_assets_follow_the_classes_of_the_page(soups):
    sheets = {name: soup.find("style", attrs={"data-sheets": True}) for name, soup in soups.items()}
    assert "sphinx-design.min.css" in sheets["panels.html"]["data-sheets"]
    assert ".sd-card{" in sheets["panels.html"].string
    assert sheets["index.html"]["data-sheets"] == "" and ".sd-" not in sheets["index.html"].string
    for script, users in (
        ("livepage-copy", {"charts.html", "explorer.html", "part/nested.html"}),
        ("livepage-explorers", {"explorer.html"}),
        ("doctools", {"search.html"}),
        ("bootstrap", set()),
        ("pydata-sphinx-theme", set()),
    ):
        found = {name for name, soup in soups.items() if any(script in a for a in loaded(soup))}
        assert found == users, script


def test_no_page_asks_for_a_sheet(soups):
    """What the first screen needs is there with the first bytes."""
    for name, soup in soups.items():
        links = soup.select("link[rel=stylesheet]:not(noscript *)")
        assert [link["href"] for link in links] == [], name
        (style,) = soup.select("head > style[data-sheets]")
        assert "body{" in style.string and "</" not in style.string


def test_only_the_page_with_a_live_chart_loads_its_script(built, soups):
    with_charts = [n for n, s in soups.items() if any("livepage-charts" in a for a in loaded(s))]
    assert with_charts == ["charts.html"]
    bundle = (built.html / "_static" / "livepage-vega.js").read_text("utf-8")
    assert bundle.startswith("(function () {")
    assert "livepageVegaEmbed" in bundle


def test_charts_are_pictures_with_names(soups):
    figures = soups["charts.html"].select("figure.livepage-chart")
    assert len(figures) == 3
    assert all(f.svg["role"] == "img" and f.svg["aria-label"] for f in figures)
    specs = soups["charts.html"].select("script.livepage-spec")
    assert len(specs) == 1
    assert json.loads(specs[0].string)["title"] == "Pick </script> one"


def test_an_explorer_is_its_html_not_its_widget(soups):
    assert len(soups["explorer.html"].select("form.explorer .explorer-panel")) == 4
    assert "VBox" not in soups["explorer.html"].get_text()


def test_formulas_are_mathml_with_their_numbers(soups):
    soup = soups["formulas.html"]
    assert len(soup.select("math[display=block]")) == 2
    assert soup.select_one("#equation-rule .eqno").get_text().startswith("(1)")
    assert soup.select_one('a.reference[href="#equation-rule"]').get_text() == "(1)"


def test_dead_files_are_gone_and_licences_stay(built):
    names = {p.relative_to(built.html).as_posix() for p in built.html.rglob("*") if p.is_file()}
    assert not [n for n in names if n.endswith((".map", ".woff2", ".ttf")) or "thebe" in n]
    assert "_static/scripts/fontawesome.js" not in names
    assert "_static/scripts/fontawesome.js.LICENSE.txt" in names
    assert "_static/scripts/bootstrap.js" not in names
    assert "woff" not in (built.html / "_static" / "livepage-theme.css").read_text("utf-8")


@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("charts.html", "search.html")])
def test_a_page_is_light(built, soups, name):
    local = {a for a in loaded(soups[name]) if not a.startswith("data:")}
    files = [built.html / name, *(file_of(built, name, address) for address in local)]
    assert len(files) <= 8
    assert sum(len(gzip.compress(f.read_bytes(), 6)) for f in files) <= 40_000
