"""The bibliography holds what was seen or printed, and the book's citations are all in it."""

from pathlib import Path

import pytest
from pybtex.database import Entry
from tools import check_data
from tools.references import cited_in, keywords_of, print_faults, unseen_faults, works
from tools.texts import MISSING, text

ROOT = Path(__file__).parents[2]
PAGES = [
    path
    for pattern in ("index.*", "chapters/**/*", "solutions/*")
    for path in sorted(ROOT.glob(pattern))
    if path.suffix in {".ipynb", ".md"} and ".ipynb_checkpoints" not in path.parts
]
WORKS = works()
OUR_OWN = sorted(key for key, work in WORKS.items() if not keywords_of(work) & {"article", "cited"})
SEEN = "Abstract seen at the address, 2026-11-29."
LATER = {"title": "A", "url": "https://example.org/", "keywords": "later"}
NOTE = "Accessed 2023-11-19 (as printed)."
FOOTNOTE = {
    "title": "{{A B [translated]}}",
    "journal": "J",
    "volume": "43",
    "url": "https://example.org/a-b",
    "note": NOTE,
    "keywords": "cited",
}
ARTICLE = "X, “A B,” *J*, Vol. 43, <https://example.org/a-b>, 访问时间: 2023 年 11 月 19 日。"


def cited() -> dict[str, set[str]]:
    """The keys that the pages cite, and where."""
    found = {}
    for page in PAGES:
        for key in cited_in(page.read_text(encoding="utf-8")):
            found.setdefault(key, set()).add(page.name)
    return found


@pytest.mark.parametrize("key", WORKS)
def test_nothing_in_a_work_is_from_memory(key):
    assert list(unseen_faults(WORKS[key])) == []


@pytest.mark.parametrize(
    "doubt",
    [
        "Year recalled, not seen.",
        "All details recalled, none seen; pages left out.",
        "First name Remembered.",
        "Year inferred from the subject.",
        "Title not seen.",
    ],
)
@pytest.mark.parametrize("field", ["note", "howpublished", "title"])
@pytest.mark.parametrize("keywords", ["later", "cited", "later, further", "article"])
def test_a_detail_from_memory_is_a_fault_in_every_field_of_every_work(doubt, field, keywords):
    work = Entry("misc", {**LATER, "note": SEEN, "keywords": keywords, field: doubt})
    assert f"{field} has a detail that nobody saw." in list(unseen_faults(work))


def test_a_title_in_brackets_is_a_fault_but_a_translation_behind_a_title_is_none():
    for title, faulty in {"{{[On hubris]}}": True, "{{标题 [A title]}}": False}.items():
        faults = list(unseen_faults(Entry("misc", {**LATER, "note": SEEN, "title": title})))
        assert any("brackets" in fault for fault in faults) is faulty


@pytest.mark.parametrize(
    "note",
    [
        "",
        "Abstract seen.",
        "Abstract seen at the address.",
        "Abstract, 2026-11-29.",
        "Abstract seen in 2026, see the address.",
    ],
)
def test_a_work_of_our_own_has_to_say_what_was_seen_where_and_when(note):
    assert list(unseen_faults(Entry("misc", {**LATER, "note": note})))
    assert not list(unseen_faults(Entry("misc", {**LATER, "note": SEEN})))


def test_the_address_has_to_be_there_or_in_the_note():
    nowhere = {name: value for name, value in LATER.items() if name != "url"}
    assert list(unseen_faults(Entry("misc", {**nowhere, "note": SEEN})))
    there = "Abstract seen at https://example.org/, 2026-11-29."
    assert not list(unseen_faults(Entry("misc", {**nowhere, "note": there})))


def test_a_copy_with_a_wrong_word_would_be_told(monkeypatch):
    wrong = {**WORKS, "ito2023": Entry("misc", {**LATER, "note": "Pages not seen."})}
    monkeypatch.setattr(check_data.references, "works", lambda: wrong)
    assert "references.bib, ito2023, note has a detail that nobody saw." in list(
        check_data.reference_faults()
    )


def test_every_citation_is_in_the_bibliography():
    assert sorted(cited().keys() - WORKS.keys()) == []


def test_every_work_beyond_the_footnotes_is_cited_or_further_reading_on_purpose():
    further = {key for key, work in WORKS.items() if "further" in keywords_of(work)}
    assert sorted(set(OUR_OWN) - cited().keys() - further) == []


def test_every_work_is_in_one_list_of_the_page_of_sources():
    page = (ROOT / "chapters/appendix/sources.md").read_text(encoding="utf-8")
    assert page.count("```{bibliography}") == 4
    for key, work in WORKS.items():
        words = keywords_of(work)
        assert words <= {"article", "cited", "later", "further"}, key
        assert ("article" in words) + ("cited" in words) + ("later" in words) >= 1, key
        assert "later" in words or "further" not in words, key


def test_the_footnotes_are_as_printed():
    article = text("gu2024")
    if article is None:
        pytest.skip(MISSING)
    for key, work in WORKS.items():
        if "cited" in keywords_of(work):
            assert list(print_faults(work, article)) == [], key


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "{{A C}}"),
        ("journal", "K"),
        ("volume", "34"),
        ("url", "https://example.org/a-c"),
        ("note", "Accessed 2023-11-09 (as printed)."),
        ("note", "Accessed 2023-11-19 and 2023-12-27 (as printed)."),
    ],
)
def test_what_a_footnote_has_otherwise_is_told(field, value):
    assert list(print_faults(Entry("misc", FOOTNOTE), ARTICLE)) == []
    (fault,) = print_faults(Entry("misc", {**FOOTNOTE, field: value}), ARTICLE)
    assert fault.startswith(f"{field}: ")


def test_an_address_mended_by_us_is_looked_for_as_it_was_printed():
    mended = {**FOOTNOTE, "url": "https://example.com/a-b"}
    assert list(print_faults(Entry("misc", mended), ARTICLE))
    mended["note"] = f"{NOTE} Printed as: example.org/a-b."
    assert list(print_faults(Entry("misc", mended), ARTICLE)) == []
