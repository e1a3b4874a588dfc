"""Search on the fixture book: which words find which page, first of all; and what is quoted."""

import time
from collections import Counter
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect
from tools.visit import visit

from livepage.site.search import Language, plain, spelt, weights

LANGUAGE = Language({"same": {"Lodz": "Łódź", "multi-word": "multiword"}})
# What a reader types, the first page that is to come, and words of its excerpt (none: any).
ASKED = [
    ("harbour", "words.html#term-harbour", "A place for boats"),
    ("Harbor", "words.html#term-harbour", "A place for boats"),
    ("harbour master", "words.html#term-harbour-master", "looks after it"),
    ("coloring boats", "words.html", "A harbour is coloured by its boats."),
    ("haven", "words.html#term-harbour", "A place for boats"),
    ("algebra", "formulas.html", ""),
    ("代数", "formulas.html", ""),
    ("海港", "words.html", "Its Chinese name is 海港管理"),
    ("管", "words.html", "海港管理"),
    ("海港管理", "words.html", "海港管理"),
    ("𠮷", "words.html", "𠮷野"),
    ("𠮷野", "words.html", "𠮷野"),
    ("Lodz", "words.html", "Łódź has none"),
    ("łódź", "words.html", "Łódź has none"),
    ("multiword", "words.html", "its programme is multi-word"),
    ("multi word", "words.html", "its programme is multi-word"),
    ("program", "words.html", "its programme"),
    ("april", "words.html", ""),
    ("formulas", "formulas.html", ""),
    ("nowhere boats", "words.html", "boats"),
    ("ＨＡＲＢＯＵＲ", "words.html#term-harbour", "A place for boats"),
    ("harbour harbour", "words.html#term-harbour", "A place for boats"),
    ("which harbour", "words.html#term-harbour", "A place for boats"),
    ("2020", "words.html", ""),
    ("海港 harbour", "words.html", ""),
    ("harb", "words.html", "harbour"),
]
# What no page can answer: nothing is found, and the page says why.
NOTHING = {
    "zeppelin": "No page was found",
    "harbour -boats": "No page was found",
    "the and of": "these words or signs stand on most pages",
    "???": "these words or signs stand on most pages",
    "%": "these words or signs stand on most pages",
    "🙂": "these words or signs stand on most pages",
    "__proto__": "No page was found",
    "constructor": "No page was found",
    "hasOwnProperty toString": "No page was found",
}


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_what_is_typed_finds_its_page_first(browser, built, site, scheme):
    root = site if scheme == "http" else built.html.as_uri() + "/"
    for typed, first, excerpt in ASKED:
        with visit(browser, root, f"search.html?q={quote(typed)}") as seen:
            page = seen.page
            found = page.locator("#search-results li a").first
            expect(found).to_be_visible()
            assert found.get_attribute("href") == first, typed
            if excerpt and scheme == "http":  # a page from disk may not read another
                said = page.locator("#search-results li").first.locator(".context")
                expect(said).to_contain_text(excerpt)
            assert seen.errors == seen.strangers == []


@pytest.mark.parametrize(("typed", "said"), NOTHING.items())
def test_what_is_nowhere_finds_nothing_and_the_page_says_why(browser, site, typed, said):
    with visit(browser, site, f"search.html?q={quote(typed)}") as seen:
        page = seen.page
        expect(page.locator(".search-summary[role=status]")).to_contain_text(said)
        assert page.locator("#search-results li").count() == 0
        assert seen.errors == []


def test_a_long_query_is_answered_at_once(browser, site):
    words = quote(" ".join(f"{'abcdef'[n % 6]}word{n}" for n in range(900)))
    with visit(browser, site, "search.html?q=boats") as seen:
        start = time.monotonic()
        seen.page.goto(f"{site}search.html?q={words}")
        expect(seen.page.locator(".search-summary")).not_to_be_empty()
        assert time.monotonic() - start < 5


def test_what_is_found_is_heard_and_its_chinese_marked(browser, site):
    with visit(browser, site, f"search.html?q={quote('海港管理')}") as seen:
        page = seen.page
        expect(page.locator(".search-summary[role=status]")).to_contain_text("found")
        expect(page.locator("#search-results .context").first).to_contain_text("海港管理")
        marked = page.locator("#search-results [lang=zh-Hans]").all_inner_texts()
        assert "".join(marked).count("海港管理") == page.locator(
            "#search-results"
        ).inner_text().count("海港管理")


def test_no_page_comes_twice(browser, site):
    with visit(browser, site, "search.html?q=harbours") as seen:
        expect(seen.page.locator(".search-summary")).to_contain_text("found 1")
        found = seen.page.locator("#search-results li a")
        assert found.evaluate_all("all => all.map(a => a.pathname)") == ["/words.html"]


def test_a_query_is_cut_as_the_pages_are(browser, site):
    texts = [typed for typed, *_ in ASKED] + ["a-b_c 3D", "危机, 管控!", "O’Neill café", "  "]
    with visit(browser, site, "search.html") as seen:
        for text in texts:
            ours = sorted({LANGUAGE.stem(w) for w in LANGUAGE.split(text.lower())} - {""})
            cut = seen.page.evaluate(
                "text => splitQuery(text).map(w => new Stemmer().stemWord(w))", text
            )
            # a query leaves out the single characters that its pairs are made of
            assert set(cut) <= set(ours)
            assert {word for word in ours if len(word) > 1} <= set(cut)


def test_words_stand_apart_in_the_index(built):
    index = (built.html / "searchindex.js").read_text("utf-8")
    assert '"april"' in index and "2020april" not in index


@given(st.text())
def test_any_text_can_be_cut(text):
    for word in LANGUAGE.split(text):
        assert word.strip() and LANGUAGE.stem(word) == LANGUAGE.stem(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("color", "colour"),
        ("neighbouring", "neighboring"),
        ("organisation", "organization"),
        ("recognised", "recognized"),
        ("centre", "center"),
        ("defence", "defense"),
        ("dialogue", "dialog"),
        ("labelled", "labeled"),
        ("judgement", "judgment"),
        ("acknowledgements", "acknowledgments"),
        ("grey", "gray"),
    ],
)
def test_two_spellings_are_one_word(one, other):
    assert LANGUAGE.stem(one) == LANGUAGE.stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("four", "for"), ("rise", "rice"), ("his", "hiz"), ("management", "managment")],
)
def test_other_words_stay_apart(one, other):
    assert spelt(one, {}) != spelt(other, {})


def test_what_the_script_ranks_by():
    counts = {"b": Counter(crisis=6, few=4), "a": Counter(crisis=5)}
    assert weights(counts)["counts"] == {"crisis": [0, 5, 1, 6]}
    assert weights(counts)["lengths"] == [5, 10]
    assert plain("<b>one</b><i>two</i>").split() == ["one", "two"]
