"""What readers type into the search: one of these pages is among the first three found."""

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect
from tools.visit import visit

# Tried by readers; pages by the last part of their address.
ASKED = {
    "CSTO": "glossary kazakhstan",
    "Eurasian Economic Union": "glossary kyrgyzstan",
    "EAEU": "glossary kyrgyzstan",
    "Shanghai Cooperation Organisation": "glossary kyrgyzstan",
    "Normandy format": "glossary ukraine",
    "Minsk agreements": "glossary ukraine",
    "hegemon": "glossary framework",
    "regional hegemon": "glossary framework",
    "small state": "glossary framework strategy",
    "diplomatic balance": "glossary framework",
    "perception": "glossary framework",
    "color revolution": "escalation glossary",
    "colour revolution": "escalation glossary",
    "turmoil": "glossary puzzle",
    "escalation": "escalation",
    "competitive intervention": "glossary framework",
    "Belarus": "belarus",
    "Lukashenko": "belarus",
    "Kyrgyzstan": "kyrgyzstan",
    "Japarov": "kyrgyzstan",
    "Kazakhstan": "kazakhstan",
    "Tokayev": "kazakhstan",
    "Ukraine": "ukraine",
    "Zelensky": "ukraine",
    "Zelenskyy": "ukraine",
    "Yanukovich": "ukraine escalation ukraine_2013",
    "Yanukovych": "ukraine escalation ukraine_2013",
    "Maidan": "ukraine ukraine_2013",
    "Crimea": "ukraine ukraine_2013",
    "Donbas": "ukraine ukraine_2013",
    "Kiev": "ukraine ukraine_2013",
    "NATO": "ukraine",
    "sanctions": "belarus",
    "Armenia": "framework coding",
    "Georgia": "escalation",
    "multi-vector": "multivector",
    "multivector": "multivector glossary",
    "Central Asia": "multivector strategy",
    "QCA": "glossary truth_table few_cases",
    "truth table": "truth_table glossary",
    "Bayes": "ledger",
    "kappa": "coding",
    "lesson plan": "plans",
    "quiz": "assignments",
    "handout": "plans teaching",
    "外交平衡": "glossary framework",
    "危机": "glossary framework puzzle",
    "可控": "glossary framework",
    "顾炜": "index how_to_use puzzle",
    "乌克兰": "ukraine glossary",
    "霸权": "glossary",
    # numbers, questions, parts of words, other letters, and words of two letters among others
    "2013": "ukraine ukraine_2013",
    "24 February": "ukraine",
    "what is diplomatic balance": "glossary framework",
    "why did Ukraine get out of control": "ukraine",
    "Ukraine Ukraine": "ukraine",
    "US Ukraine": "ukraine",
    "EU sanctions": "belarus",
    "Kyrgyz": "kyrgyzstan",
    "Kazakh": "kazakhstan",
    "gray zone": "glossary",
    "judgment": "coding ledger teaching readings",
    "ＮＡＴＯ": "ukraine",
    "Waever": "glossary escalation sources",
    "co-operation": "kyrgyzstan kazakhstan multivector glossary",
    "NATO北约": "ukraine",
}


def found(page) -> list[str]:
    """The pages found, first of all first, each by the last part of its address."""
    expect(page.locator(".search-summary")).to_contain_text("ound")
    hrefs = page.locator("#search-results li > a").evaluate_all("all => all.map(a => a.pathname)")
    return [Path(href).stem for href in hrefs]


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_what_is_typed_is_found_among_the_first_three(
    book: Path, browser: Browser, root: str, scheme: str
):
    start = root if scheme == "http" else book.as_uri() + "/"
    missed = {}
    with visit(browser, start, "search.html") as seen:
        for typed, wanted in ASKED.items():
            seen.page.goto(f"{start}search.html?q={quote(typed)}")
            first = found(seen.page)[:3]
            if not set(first) & set(wanted.split()):
                missed[typed] = first
        assert not missed
        assert not seen.strangers


# Held in a page's tables, in one character, or in part of a word: quoted all the same.
QUOTED = ("强", "俄", "白俄罗斯", "哈萨克斯坦", "entrepreneurial", "Lukash", "Putin", "2013")


def test_what_is_quoted_holds_what_was_typed(browser: Browser, root: str):
    with visit(browser, root, "search.html") as seen:
        for typed in QUOTED:
            seen.page.goto(f"{root}search.html?q={quote(typed)}")
            found(seen.page)
            seen.page.wait_for_load_state("networkidle")
            said = seen.page.locator("#search-results li .context").all_inner_texts()[:3]
            assert any(typed.casefold() in text.casefold() for text in said), (typed, said)
            assert not [text for text in said if re.search(r"\d\.\d\d+ [月日]", text)]


def test_what_is_quoted_is_a_sentence_that_holds_the_word(book: Path, browser: Browser, root: str):
    furniture = ("Show the code", ".ipynb", "Contents", "Copy link", "Start again")
    with visit(browser, root, "search.html") as seen:
        for typed in ("Putin", "Lukashenko", "sanctions", "truth table", "Zelenskyy"):
            seen.page.goto(f"{root}search.html?q={quote(typed)}")
            found(seen.page)
            seen.page.wait_for_load_state("networkidle")
            said = seen.page.locator("#search-results li .context").all_inner_texts()
            assert said
            holds = typed.split()[0].casefold()
            assert holds in said[0].casefold()
            assert not [text for text in said if any(part in text for part in furniture)]
