"""What depends on where a book is published: there where it is known, else without a trace."""

from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, expect
from sphinx.errors import ConfigError
from tools.visit import served, visit

from livepage.config import address, launch

SITE = "https://example.github.io/example/"
ELSEWHERE = (
    *("mybinder", "colab.", 'href="https://github.com'),
    *("canonical", "og:url", "og:image", "twitter:card"),
)
TEXTS = ["charts", "explorer", "formulas", "index", "panels", "part/nested", "tables", "words"]


def meta(soup: BeautifulSoup) -> dict[str, str]:
    """What the page says of itself."""
    return {
        tag.get("property") or tag["name"]: tag["content"]
        for tag in soup.select("meta[property^='og:'], meta[name=description]")
    }


def place(name: str) -> str:
    """Where a page is published; the first has one address and not two."""
    return SITE if name == "index" else f"{SITE}{name}.html"


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_says_its_own_address(soups, name):
    page = soups[f"{name}.html"]
    (canonical,) = page.select("link[rel=canonical]")
    assert canonical["href"] == place(name) == meta(page)["og:url"]
    assert meta(page)["og:title"] in page.title.string
    assert page.select_one("meta[name='twitter:card']")["content"] == "summary_large_image"


def test_the_first_page_is_called_as_the_book_is_and_says_it_once(soups):
    assert soups["index.html"].title.string == "A book for trying things out"
    assert soups["tables.html"].title.string == "Tables — A book for trying things out"


def test_a_page_is_quoted_by_its_own_description_escaped(soups):
    said = meta(soups["tables.html"])
    assert said["description"] == said["og:description"] == 'Tables, "narrow" & wide.'
    assert "og:description" not in meta(soups["panels.html"])
    assert said["og:image"] == f"{SITE}_static/card.png"
    assert said["og:image:alt"] == "A <card>"


def test_the_sitemap_lists_every_page_with_a_text(built):
    root = ElementTree.parse(built.html / "sitemap.xml").getroot()
    found = {one.text for one in root.iterfind(".//{*}loc")}
    assert found == {place(name) for name in TEXTS}


def test_a_notebook_can_be_run_on_binder(soups):
    (link,) = soups["charts.html"].select("a[href*=mybinder]")
    assert link["href"] == (
        "https://mybinder.org/v2/gh/example/example/main?urlpath=lab/tree/charts.ipynb"
    )
    assert not soups["index.html"].select("a[href*=mybinder]")


def test_a_notebook_can_be_run_on_colab_only_if_it_says_where_its_package_is(soups):
    (link,) = soups["explorer.html"].select("a[href*=colab]")
    assert link["href"] == (
        "https://colab.research.google.com/github/example/example/blob/main/explorer.ipynb"
    )
    assert not soups["charts.html"].select("a[href*=colab]")
    assert not launch.says_where("anything", "")


def test_where_the_address_is_unknown_nothing_hints_at_one(fresh):
    config = fresh.folder / "_config.yml"
    known = config.read_text("utf-8")
    config.write_text(known.replace("https://github.com/example/example", '""'), "utf-8")
    assert config.read_text("utf-8") != known
    fresh.run()
    for page in fresh.pages().values():
        assert not [word for word in ELSEWHERE if word in page]
    assert not (fresh.html / "sitemap.xml").exists()
    assert 'href="/_static/' in fresh.pages()["404.html"]

    fresh.environment |= {"BOOK_REPOSITORY": "https://github.com/other/place"}
    fresh.run()
    assert "https://other.github.io/place/tables.html" in fresh.pages()["tables.html"]
    assert (fresh.html / "sitemap.xml").read_text("utf-8").count("<loc>") == len(TEXTS)


@pytest.mark.parametrize(
    "bad",
    [
        "github.com/a/b",
        "https://github.com/a",
        "https://github.com/a/b/c",
        "https://example.org/a/b",
        "https://github.com/a/b?x=<script>",
        "javascript:alert(1)",
    ],
)
def test_an_address_of_another_form_is_refused_in_a_sentence(bad):
    with pytest.raises(ConfigError) as told:
        address.repository("", {address.VARIABLE: bad})
    said = str(told.value)
    assert repr(bad) in said and address.VARIABLE in said and "https://github.com/owner" in said


def test_the_environment_goes_before_the_configuration():
    said = {address.VARIABLE: "https://github.com/one/two.git/"}
    assert address.repository("https://github.com/a/b", said).url == "https://github.com/one/two"
    assert address.repository("https://github.com/a/b", {address.VARIABLE: ""}).name == "b"


def test_a_missing_page_in_any_folder_leads_back(built, browser: Browser, tmp_path):
    """As a host such as GitHub Pages serves it: the page for missing ones, at their address."""
    (tmp_path / "example").symlink_to(built.html)
    with (
        served(tmp_path, missing="example/404.html") as root,
        visit(browser, root, "example/part/of/nowhere.html?x=<b>") as seen,
    ):
        page = seen.page
        assert page.locator("article h1").inner_text() == "There is no page at this address"
        assert page.evaluate("getComputedStyle(document.body).fontFamily") != ""
        assert page.evaluate("[...document.styleSheets].every(s => s.cssRules.length > 0)")
        page.locator("article").get_by_role("link").first.click()
        assert page.url == f"{root}example/index.html"
        assert seen.strangers == []
        assert [e for e in seen.errors if "404" not in e] == []


def test_opened_from_disk_the_page_for_missing_ones_has_its_look_and_its_links(built, browser):
    page, errors = browser.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if "policy" in said.text else None)
    page.goto(f"{built.html.as_uri()}/404.html")
    sheets = page.locator("link[rel=stylesheet]:not(noscript *)")
    assert all(link.get_attribute("href").startswith("_static/") for link in sheets.all())
    expect(page.locator("main")).not_to_have_css("display", "inline")
    page.locator("article").get_by_role("link").first.click()
    assert page.url == f"{built.html.as_uri()}/index.html"
    assert errors == []
    page.close()


def test_the_page_for_missing_ones_is_not_to_be_found(soups):
    page = soups["404.html"]
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert not page.select("link[rel=canonical]")
    assert page.html["data-content_root"] == "/example/"
