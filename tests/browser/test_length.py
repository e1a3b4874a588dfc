"""The book is short enough to be read on a phone: screens of a page and of all, and words."""

import pytest
from tools.budgets import BOOK_SCREENS, BOOK_WORDS, PAGE_SCREENS
from tools.reading import CHAPTERS, Reading, read, to_be_read


@pytest.fixture(scope="module")
def readings(book, browser, root) -> dict[str, Reading]:
    """What it takes to read each page but the appendix."""
    return dict(read(browser, root, to_be_read(book)))


def test_every_page_but_the_appendix_is_read(readings, book):
    assert len(readings) >= 25 and "index.html" in readings
    assert not any("/appendix/" in address for address in readings)
    assert all(found.words > 300 and found.screens > 2 for found in readings.values())


def test_no_page_is_longer_than_a_reader_scrolls(readings):
    screens = {page: found.screens for page, found in readings.items()}
    assert {page: many for page, many in screens.items() if many > PAGE_SCREENS} == {}


def test_the_book_is_no_longer_than_it_may_be(readings):
    assert sum(found.screens for found in readings.values()) <= BOOK_SCREENS


def test_chapters_and_labs_have_no_more_words_than_they_may(readings):
    read_through = [found for page, found in readings.items() if page.startswith(CHAPTERS)]
    assert len(read_through) >= 19
    assert sum(found.words for found in read_through) <= BOOK_WORDS


def test_sentences_stay_short_and_the_english_plain(readings):
    for page, found in readings.items():
        assert found.sentence <= 20 and found.ease >= 45, (page, found)
