"""Every paragraph of the article has its place in this book, and nearly every sentence a row."""

import re
from collections.abc import Iterator

import pytest
from tools.texts import MISSING, body

from crisis_paths.framework.concordance import SECOND, entries, entry
from crisis_paths.framework.paragraphs import of_section, paragraphs, unstated
from crisis_paths.framework.rules import RULES
from crisis_paths.tables.reading import names, rows
from crisis_paths.views.appendix.paragraphs import paragraphs_page, unstated_page

SENTENCES = 349
ANCHORED = 320  # at least
# Tables whose anchors are of another text, or are no anchors.
OTHERS = ("multivector", "paragraphs", "unstated")
# Its anchor stands in the heading of the section.
IN_A_HEADING = {"ua13-2022-as-first"}


def _text() -> str:
    if body("gu2024") is None:
        pytest.skip(MISSING)
    return body("gu2024")


def _anchored(article: str) -> Iterator[tuple[str, dict[str, str], int]]:
    """Every row with an anchor, its table, and where the anchor stands."""
    for name in names():
        for row in rows(name) if name not in OTHERS else ():
            if row.get("anchor") and row.get("section") != "":
                yield name, row, article.index(row["anchor"])


def _sentences(article: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends; headings, notes and tables have none."""
    for line in re.finditer(r"[^\n]+", article):
        words = line.group().strip()
        if len(words) >= 60 and not re.match(r"\^|[①-⑦]", words):
            for found in re.finditer(r"[^。]+。?", line.group()):
                yield line.start() + found.start(), line.start() + found.end()


def test_no_section_and_no_paragraph_of_the_concordance_is_empty():
    for found in entries():
        own = of_section(found.section)
        assert own or found.section == SECOND
        numbered = [one.place for one in own if one.place.startswith("paragraph ")]
        count = [place for place in numbered if place[-1].isdigit() and "Figure" not in place]
        assert count == [f"paragraph {number}" for number in range(1, len(count) + 1)]
    assert len(paragraphs()) == 66
    assert all(one.about and one.chapters for one in paragraphs())


def test_a_paragraph_is_taught_in_a_chapter_of_its_section():
    for one in paragraphs():
        taught = {chapter.file for chapter in entry(one.section).chapters}
        assert set(one.chapters) <= taught, (one.section, one.place)
    for found in entries():
        if own := of_section(found.section):  # and each chapter of a section has a paragraph of it
            below = [p for p in paragraphs() if p.section.startswith(found.section)]
            named = {file for paragraph in (*own, *below) for file in paragraph.chapters}
            assert {chapter.file for chapter in found.chapters} <= named


def test_every_place_that_a_rule_or_a_statement_names_is_a_paragraph():
    places = {(one.section, one.place) for one in paragraphs()}
    for table in ("statements", "unstated"):
        assert {(row["section"], row["place"]) for row in rows(table)} <= places
    for rule in RULES.values():
        if re.fullmatch(r"paragraph \d", rule.place):
            assert (rule.section, rule.place) in places


def test_paragraphs_stand_in_the_order_of_the_article_and_leave_none_out():
    article = _text()
    begins = [article.index(one.begins) for one in paragraphs()]
    assert begins == sorted(begins)
    # a line of prose begins a paragraph, unless the one before it breaks off at a page's end
    prose = [
        line
        for line in map(str.strip, article[begins[0] :].splitlines())
        if len(line) >= 30 and "\t" not in line and not re.match(r"\^|[①-⑦]|注：|【[^内]|\*", line)
    ]
    whole = [re.search(r"。(\^.)?$", line) for line in prose]
    starts = [line for line, before in zip(prose[1:], whole, strict=False) if before]
    assert len(starts) == len(paragraphs()) - 1
    for line, one in zip(starts, paragraphs()[1:], strict=True):
        assert line.startswith(one.begins)


def test_every_anchor_stands_in_the_section_and_the_paragraph_that_its_row_names():
    article = _text()
    starts = [(article.index(one.begins), one) for one in paragraphs()]
    seen = set()
    for table, row, at in _anchored(article):
        one = max((start for start in starts if start[0] <= at), key=lambda start: start[0])[1]
        name = next(iter(row.values()))
        if name in IN_A_HEADING:
            continue
        assert row["section"] == one.section, (table, name)
        seen.add((one.section, one.place))
        if re.fullmatch(r"paragraph \d", row.get("place", "")):
            assert row["place"] == one.place, (table, name)
    assert seen == {(one.section, one.place) for one in paragraphs()}  # no paragraph is empty


def test_nearly_every_sentence_has_a_row_and_the_rest_is_listed_with_a_reason():
    article = _text()
    anchors = [at for _table, _row, at in _anchored(article)]
    spans = list(_sentences(article))
    left = [(a, b) for a, b in spans if not any(a <= at < b for at in anchors)]
    assert len(spans) == SENTENCES
    assert len(spans) - len(left) >= ANCHORED
    listed = unstated()
    assert len(listed) == len(left)
    for (start, end), one in zip(left, listed, strict=True):
        words, at = article[start:end].strip(), article.index(one.where)
        assert start < at + len(one.where) and at < end, (words, one.where)
        assert (one.kind == "mark") == (not re.search(r"[一-鿿]", words))


def test_the_page_shows_every_paragraph_statement_and_reason():
    page, rest = paragraphs_page(), unstated_page()
    assert page.html.count("<details") == len(entries()) - 1  # the second article has none
    for one in paragraphs():
        assert one.about in page.text
        assert all(said.anchor in page.html and said.text in page.text for said in one.statements)
    assert all(one.where in rest.html and one.reason in rest.text for one in unstated())
