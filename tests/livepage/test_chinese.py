"""What a Chinese character is, told the search and the marks alike."""

import pytest

from livepage.chinese import HAN
from livepage.markup import parse
from livepage.passes.languages import mark
from livepage.site.search import Language


@pytest.mark.parametrize("sign", "外々〇㐀\u9fff豈⼀\U00020000𠮷\U000323af")
def test_it_is_found_as_one_and_marked_as_one(sign):
    assert HAN.fullmatch(sign)
    assert mark(parse(f"<p>a {sign}</p>"), "zh").span.string == sign
    assert Language({}).split(f"a{sign}b") == ["a", *Language({}).split(sign), "b"]


@pytest.mark.parametrize("sign", "aé한のア、。《９\U000323b0🙂")
def test_these_are_none(sign):
    assert not HAN.search(sign)
    assert mark(parse(f"<p>{sign}</p>"), "zh").p.attrs == {}


def test_a_rare_one_pairs_with_its_neighbours():
    assert set(Language({}).split("𠮷野家")) == {"𠮷", "野", "家", "𠮷野", "野家"}
