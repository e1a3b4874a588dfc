"""The volume: a whole book as one document for print."""

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from livepage.markup import parse
from livepage.volume.chapters import chapters, title_of
from livepage.volume.cover import Cover, VolumeWords
from livepage.volume.joined import volume
from livepage.volume.paper import print_explorers

COVER = Cover("A <book>", 'On "trying"', ("Ada Nowak", "Bo"), "Version 1", ("Free to copy.",))
QUESTION = """<article><section><h1>Asked</h1><form class="explorer">
<fieldset class="explorer-choice"><legend>Is it so?</legend>
<label><input type="radio"> <span>Yes</span></label>
<label><input type="radio"> <span>No</span></label>
</fieldset><div class="explorer-region explorer-answer" role="status">
<span class="prompt">Choose.</span></div></form>
<details class="explorer-alternative"><summary>Open</summary><p>Is it so?</p>
<ul><li>Yes: right.</li><li>No: wrong.</li></ul></details><p>After.</p></section></article>"""


def soup_of(folder: Path, **more) -> BeautifulSoup:
    return BeautifulSoup(volume(folder, COVER, **more), "html.parser")


@pytest.fixture(scope="module")
def bound(built) -> BeautifulSoup:
    return soup_of(built.html)


def write_site(folder: Path, **pages: str) -> Path:
    """A site of bare pages, each an article; the first is the one that names the others."""
    links = "".join(f'<a class="internal" href="{name}.html">{name}</a>' for name in pages)
    for name, body in pages.items():
        page = f'<html lang="nl"><nav class="bd-links">{links}</nav>'
        page += f'<article class="bd-article"><h1>{name}</h1>{body}</article></html>'
        (folder / f"{name}.html").write_text(page, "utf-8")
    return folder


def test_chapters_stand_in_the_order_of_the_contents_with_their_parts(built):
    found = [(one.page, one.part) for one in chapters(built.html)]
    assert found == [
        ("index.html", ""),
        ("formulas.html", "First part"),
        ("tables.html", "First part"),
        ("part/nested.html", "First part"),
        ("charts.html", "Second part"),
        ("explorer.html", "Second part"),
        ("panels.html", "Second part"),
        ("words.html", "Second part"),
    ]


def test_each_chapter_begins_with_the_title_that_the_contents_give(built, bound):
    for one in chapters(built.html):
        assert bound.find(id=one.name).select_one(".heading-1").get_text() == one.title
        (line,) = bound.select(f'.volume-contents a[href="#{one.name}"]')
        assert line.get_text() == one.title
        assert line.parent.select_one(f'[data-page-of="{one.name}"]').get_text() == ""


def test_a_part_is_a_heading_once_and_chapters_stand_under_it(bound):
    parts = bound.select("h1.volume-part")
    assert [part.get_text() for part in parts] == ["First part", "Second part"]
    levels = [int(head.name[1]) for head in bound.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_folder_without_a_book_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(ValueError, match=r"holds no built book: it has no index\.html"):
        volume(tmp_path, COVER)


def test_a_first_page_of_another_name_is_found(tmp_path):
    write_site(tmp_path, intro="<p>Here.</p>")
    sent = '<meta http-equiv="Refresh" content="0; url=intro.html" />'
    (tmp_path / "index.html").write_text(sent, "utf-8")
    assert [one.page for one in chapters(tmp_path)] == ["intro.html"]


def test_a_first_page_that_the_contents_leave_out_comes_first(tmp_path):
    write_site(tmp_path, index="")
    page = (
        (tmp_path / "index.html").read_text("utf-8").replace('href="index.html"', 'href="b.html"')
    )
    (tmp_path / "index.html").write_text(page, "utf-8")
    write_site(tmp_path, b="")
    assert [one.title for one in chapters(tmp_path)] == ["index", "index"]
    assert [one.page for one in chapters(tmp_path)] == ["index.html", "b.html"]


def test_a_permalink_is_no_part_of_a_title():
    assert title_of(parse("<article><h1>One<a>#</a></h1></article>")) == "One"


def test_ids_are_unique_and_every_reference_finds_its_own(bound):
    ids = Counter(tag["id"] for tag in bound.find_all(id=True))
    assert {name for name, count in ids.items() if count > 1} == set()
    inner = [a["href"] for a in bound.select("a[href]") if "://" not in a["href"]]
    assert inner and all(href[0] == "#" and href[1:] in ids for href in inner)
    used = [
        value.partition("url(#")[2].partition(")")[0]
        for tag in bound.find_all(True)
        for value in tag.attrs.values()
        if isinstance(value, str) and "url(#" in value
    ]
    assert used and set(used) <= set(ids)


def test_links_lead_out_or_to_a_place_within_and_files_stay_behind(tmp_path):
    write_site(
        tmp_path,
        index='<p id="here"><a href="other.html#there">a</a><a href="other.html#set=1">b</a>'
        '<a href="#here">c</a><a href="mailto:a@b.org">d</a><a href="table.csv">e</a></p>',
        other='<p id="there"><img src="../pictures/p.png"><img src="data:,"></p>',
    )
    soup = soup_of(tmp_path)
    links = {a.get_text(): a["href"] for a in soup.select("article a")}
    assert links == {
        "a": "#chapter-2--there",
        "b": "#chapter-2",  # a setting of something that is not on paper
        "c": "#chapter-1--here",
        "d": "mailto:a@b.org",
    }
    assert "e" in soup.find(id="chapter-1--here").get_text()


def test_pictures_are_found_from_the_sites_root(tmp_path):
    (tmp_path / "part").mkdir()
    write_site(tmp_path, index="")
    index = (tmp_path / "index.html").read_text("utf-8")
    (tmp_path / "index.html").write_text(index.replace('"index.html"', '"part/a.html"'), "utf-8")
    write_site(tmp_path / "part", a='<img src="../_images/p.png"><img src="data:,">')
    sources = [picture["src"] for picture in soup_of(tmp_path).select("article img")]
    assert sources == ["_images/p.png", "data:,"]


def test_nothing_is_left_that_only_a_screen_has_a_use_for(bound):
    assert not bound.select("script, button, .headerlink, form, noscript")
    assert not bound.select("details:not([open])")
    text = bound.get_text()
    assert "Hidden until asked for." in text and "Inside." in text and "Second." in text


def test_an_explorer_stands_as_its_text_alternative(bound):
    alternative = bound.select_one(".explorer-alternative")
    assert alternative.name == "div"
    assert alternative.select_one(".alternative-name").get_text() == "All combinations"
    assert len(alternative.select("tbody tr")) == 4


def test_charts_are_drawings(bound):
    assert len(bound.select("figure.livepage-chart > svg[role=img]")) == 3


def test_a_question_keeps_its_options_and_finds_its_answers_at_the_end():
    article = print_explorers(parse(QUESTION).article, "Question {number}", "Answers")
    assert article.find("form") is None and "Choose." not in article.get_text()
    asked, answer = article.select_one(".volume-question"), article.select_one(".volume-answer")
    assert [" ".join(option.get_text().split()) for option in asked.select("ol > li")] == [
        "Yes",
        "No",
    ]
    assert "right" not in asked.get_text()
    assert [line.get_text() for line in answer.select("ol > li")] == ["Yes: right.", "No: wrong."]
    assert asked.a["href"] == f"#{answer['id']}" and answer.a["href"] == f"#{asked['id']}"
    assert article.section.find_all(recursive=False)[-1]["class"] == ["volume-answers"]


@pytest.mark.parametrize(
    ("alternative", "left"), [("", 1), ('<div class="explorer-alternative"></div>', 0)]
)
def test_an_explorer_without_words_stays_unless_another_speaks_for_it(alternative, left):
    both = f'<div class="output">{alternative}<div><form class="explorer"></form></div></div>'
    article = print_explorers(parse(f"<article>{both}</article>").article, "{number}", "")
    assert len(article.select("form")) == left


def test_the_cover_and_the_page_behind_it_say_what_is_known(bound):
    assert bound.title.get_text() == "A <book>"
    assert bound.select_one("meta[name=author]")["content"] == "Ada Nowak, Bo"
    lines = [line.get_text() for line in bound.select(".volume-cover p")]
    assert lines == ["A <book>", 'On "trying"', "Ada Nowak, Bo", "Version 1"]
    assert "Free to copy." in bound.select_one(".volume-imprint").get_text()


def test_another_language_brings_its_own_words(tmp_path):
    write_site(tmp_path, index=QUESTION.removeprefix("<article>").removesuffix("</article>"))
    words = VolumeWords("Inhoud", "Vraag {number}", "Antwoorden", ("Op papier.",))
    soup = soup_of(tmp_path, words=words)
    text = soup.get_text()
    assert soup.html["lang"] == "nl"
    assert all(word in text for word in ("Inhoud", "Vraag 1", "Antwoorden", "Op papier."))
    own = [*VolumeWords().about, "Contents", "Question", "Answers"]
    assert not [word for word in own if word in text]


def test_a_title_cannot_break_out_of_the_style_sheet(tmp_path):
    write_site(tmp_path, index="")
    page = (tmp_path / "index.html").read_text("utf-8")
    title = r'a "b" \ &lt;/style&gt;'
    (tmp_path / "index.html").write_text(page.replace(">index</a>", f">{title}</a>"), "utf-8")
    style = soup_of(tmp_path).style.get_text()
    assert json.dumps(title) not in style
    assert r'content: "a \22 b\22  \5c  \3c /style>"' in style
