"""The concordance leaves out no section, no chapter and no module, and counts rightly."""

import csv
import json
import re
import unicodedata
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from tools.texts import MISSING, body, text

from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework.concordance import SECOND, by_chapter, entries, entry
from crisis_paths.questions import QUESTIONS
from crisis_paths.tables.reading import folder, names, rows
from crisis_paths.tables.schema import codebook
from crisis_paths.views.appendix.concordance import back, concordance

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "crisis_paths"
TAUGHT = ("The argument", "The cases", "What follows")
# Modules that belong to no section: they serve the whole book. A module that encodes what a
# section says belongs into data/concordance.csv.
EVERYWHERE = {"framework.concordance", "framework.paragraphs", "framework.rules"}
# The folders in which the articles are encoded; `scrutiny`, which is ours, follows no section.
FOLLOWING = ("framework", "argument", "cases", "follows")
SECTIONS = {found.section for found in entries()}
CHAPTERS = [
    file.split("/", 1)[1]
    for part in yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))["parts"]
    if part["caption"] in TAUGHT
    for file in (c["file"] for c in part["chapters"])
]


def _rows_on_disk(table: str) -> list[dict[str, str]]:
    """The table without the package's help."""
    with (folder() / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _bare(words: str) -> str:
    """Without spaces and with one width of brackets: the scan has both."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", words))


def modules(folder: Path, *before: str) -> list[str]:
    """The modules in a folder and below, by their names from there."""
    found = (path.relative_to(folder).with_suffix("") for path in folder.rglob("*.py"))
    return [".".join((*before, *path.parts)) for path in found if path.name != "__init__"]


def _heading(chapter: str) -> str:
    """The first heading of a chapter's notebook."""
    notebook = json.loads((ROOT / "chapters" / f"{chapter}.ipynb").read_text("utf-8"))
    first = next(cell for cell in notebook["cells"] if cell["cell_type"] == "markdown")
    return first["source"][0].strip().removeprefix("# ")


def test_no_section_of_the_codebook_or_of_any_table_is_left_out():
    for table in codebook(folder()).values():
        for field in table.fields:
            if field.name == "section":
                assert set(field.enum) <= SECTIONS, table.name
                found = {row["section"] for row in _rows_on_disk(table.name)} - {""}
                assert found <= SECTIONS, table.name
    assert SECOND in SECTIONS


def test_the_sections_stand_in_the_order_of_the_article():
    numbers = [found.section for found in entries()]
    assert (numbers[0], numbers[-1]) == ("abstract", SECOND)
    assert numbers[1:-1] == sorted(numbers[1:-1])
    for number in numbers[1:-1]:
        assert "." not in number or number.rpartition(".")[0] in numbers


def test_every_heading_is_as_printed_and_in_its_place():
    if body("gu2024") is None:
        pytest.skip(MISSING)
    lines = [_bare(line) for line in body("gu2024").splitlines()]
    whole = [found for found in entries() if found.section not in ("abstract", SECOND)]
    places = [lines.index(_bare(found.heading)) for found in whole]
    assert places == sorted(places)
    assert all(lines.count(_bare(found.heading)) == 1 for found in whole)
    assert any(line.startswith(f"【{entry('abstract').heading}】") for line in lines)
    # a heading is a line that begins with a Chinese or an Arabic number; none is left out
    numbered = [line for line in lines if re.match(r"[一二三四五]|\([一二三四]\)|\d\.", line)]
    headings = [line for line in numbered if not re.search(r"[。,]", line)]
    assert headings == [_bare(found.heading) for found in whole]


def test_the_heading_of_the_second_abstract_is_as_printed():
    if text("zengwang2024") is None:
        pytest.skip(MISSING)
    assert text("zengwang2024").count(entry(SECOND).heading) == 1


def test_the_slip_in_a_heading_is_left_as_printed():
    (check,) = [row for row in rows("checks") if row["check_id"] == "re-heading"]
    assert check["verdict"] == "differs"
    assert "大会" in check["printed"] and "大会的议程排序" in entry("2.2.1").heading


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_chapter_on_the_articles_is_there_under_its_heading(chapter):
    assert [c.label for c in by_chapter() if c.file == chapter] == [_heading(chapter)]


def test_no_other_chapter_is_there_and_they_stand_in_the_order_of_the_book():
    assert [chapter.file for chapter in by_chapter()] == CHAPTERS
    assert len(CHAPTERS) >= 11


def test_every_module_is_in_the_concordance_or_serves_the_whole_book():
    there = {name for room in FOLLOWING for name in modules(PACKAGE / room, room)}
    named = {name for found in entries() for name in found.modules}
    assert named & EVERYWHERE == set()
    assert named | EVERYWHERE == there


def test_every_module_of_questions_is_in_the_concordance_with_all_its_questions():
    there = set(modules(PACKAGE / "questions")) - {"kinds"}
    ours = {name for name in there if name.startswith("scrutiny.")}  # follows no section
    asked = {name: count for found in entries() for name, count in found.asked.items()}
    assert set(asked) == there - ours
    of_ours = (import_module(f"crisis_paths.questions.{name}").QUESTIONS for name in ours)
    assert sum(asked.values()) == len(QUESTIONS) - sum(map(len, of_ours))
    assert all(found.asked for found in entries())


def test_a_modules_docstring_names_a_section_that_the_concordance_gives_it():
    """Where the docstring's first line names sections, at least one of them is right."""
    checked = 0
    for path in (path for room in FOLLOWING for path in (PACKAGE / room).glob("*.py")):
        name = f"{path.parent.name}.{path.stem}"
        first = path.read_text("utf-8").split('"""')[1].splitlines()[0]
        said = set(re.findall(r"\bsections? (\d(?:\.\d)*)", first))
        if said and path.stem != "__init__" and name not in EVERYWHERE:
            given = {found.section for found in entries() if name in found.modules}
            assert said & given, path.stem
            checked += 1
    assert checked >= 8


@pytest.mark.parametrize("table", [name for name in names() if name != "concordance"])
def test_the_counts_are_those_of_the_tables(table):
    counted = {found.section: found.counted.get(table, 0) for found in entries()}
    on_disk = _rows_on_disk(table)
    if table == "multivector":
        expected = {SECOND: len(on_disk)}
    elif any(field.name == "section" for field in codebook(folder())[table].fields):
        none = {SECOND} if table == "terms" else set()  # people whom no section names
        expected = Counter(s for row in on_disk for s in ({row["section"]} - {""} or none))
    else:
        expected = {}  # nothing is counted for a table that names no section
    assert {section: count for section, count in counted.items() if count} == expected


def test_what_the_article_has_a_fixed_number_of():
    assert entry("3").counted["figures"] == 4
    assert [entry(s).counted["cases"] for s in ("4.1", "4.2", "4.3", "4.4")] == [1, 1, 1, 2]
    assert set(entry(SECOND).counted) == {"multivector", "terms"}


def test_an_unknown_section_is_refused_with_those_there_are():
    with pytest.raises(CrisisPathsError, match=r"no section '6'; there are: abstract, 1, 2, 2.1"):
        entry("6")


def test_the_page_shows_every_entry_in_every_form_and_links_to_files_that_are_there():
    page = concordance("..")
    assert len(page.text.splitlines()) == len(entries())
    for found in entries():
        for form in (page.html, page.markdown, page.text):
            assert found.heading in form and found.title in form
            assert all(chapter.label in form for chapter in found.chapters)
    for form, pattern in ((page.html, r'href="([^"]+)"'), (page.markdown, r"\]\(([^)]+)\)")):
        links = re.findall(pattern, form)
        assert len(links) == sum(len(found.chapters) for found in entries())
        assert all((ROOT / "chapters" / "appendix" / link).is_file() for link in links)


def test_the_way_back_shows_every_chapter_once_with_its_sections():
    page = back("..")
    assert len(page.text.splitlines()) == len(by_chapter())
    assert page.html.count("<a ") == page.markdown.count(".ipynb)") == len(by_chapter())
    for line, (chapter, found) in zip(page.text.splitlines(), by_chapter().items(), strict=True):
        assert line.startswith(chapter.label)
        assert all(section.heading in line for section in found)
