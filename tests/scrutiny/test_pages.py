"""What part 7 and the instructors' pages say of the article and of other works."""

import json
import re
from pathlib import Path

import pytest
from tools.citations import as_roles

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in (
        "chapters/scrutiny/*.ipynb",
        "chapters/instructors/*.ipynb",
        "solutions/scrutiny.ipynb",
    )
    for path in ROOT.glob(pattern)
)
# How many paragraphs each section has, counted in the text; those of section 3 that stand at
# figures are named by the figure.
PARAGRAPHS = {
    "1": 4,
    "2.1": 6,
    "2.2": 5,
    "2.2.1": 1,
    "2.2.2": 1,
    "2.2.3": 2,
    "3": 4,
    "4": 1,
    "4.1": 6,
    "4.2": 7,
    "4.3": 8,
    "4.4": 9,
    "5": 5,
}
POINTER = re.compile(r"section (\d(?:\.\d)*), paragraphs? (\d+)(?:(?:, \d+)* (?:and|to) (\d+))?")


def prose(name: str) -> str:
    cells = json.loads((ROOT / name).read_text("utf-8"))["cells"]
    text = "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    return as_roles(text)


@pytest.mark.parametrize("name", PAGES)
def test_every_paragraph_that_is_named_exists(name):
    for section, *numbers in POINTER.findall(prose(name)):
        found = [int(number) for number in numbers if number]
        assert found == sorted(found)
        assert found[0] >= 1 and found[-1] <= PARAGRAPHS[section], (section, found)


def test_a_paragraph_that_is_not_there_would_be_noticed():
    assert POINTER.findall("(section 4.3, paragraphs 7 and 9)") == [("4.3", "7", "9")]
    assert POINTER.findall("section 4.4, paragraphs 4, 5 and 10") == [("4.4", "4", "10")]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        # both causes of section 4.4, paragraph 7, and the balance alone in 4.1, paragraph 6
        ("chapters/scrutiny/ledger.ipynb", "In the article two things decide."),
        (
            "chapters/scrutiny/ledger.ipynb",
            "its summary names the balance alone (section 4.1, para",
        ),
        ("chapters/scrutiny/ledger.ipynb", "The balance is not weighed there."),
        ("chapters/scrutiny/ledger.ipynb", "That is a shortcut."),
        ("chapters/scrutiny/ledger.ipynb", "a clue is compared with one rival at a time"),
        # Table 1 prints one word; the caveat is the paragraph's
        (
            "chapters/scrutiny/readings.ipynb",
            "Table 1 prints *manageable*; the paragraph at Figure 2",
        ),
        ("chapters/scrutiny/readings.ipynb", "Andrei Kortunov, whose words"),
        ("chapters/scrutiny/readings.ipynb", "Aijan Sharshenova, whose study"),
        ("chapters/scrutiny/readings.ipynb", "For 2022 there is none of these"),
        # 更为宏观、综合和比较的视角
        ("chapters/scrutiny/one_coding.ipynb", "from a broader, comparative perspective"),
        (
            "chapters/scrutiny/five_cases.ipynb",
            "a row may be used where Table 1 predicts the outcome",
        ),
        (
            "chapters/scrutiny/five_cases.ipynb",
            "{cite:t}`baumgartner2015` argues that only the shortest may",
        ),
        # the calls to the West stand in paragraph 3, the tradition in paragraph 4
        ("chapters/instructors/teaching.ipynb", "section 4.3, paragraphs 3 and 4: calls to the W"),
    ],
)
def test_the_article_is_told_as_it_stands(page, said):
    assert prose(page).count(said) == 1


@pytest.mark.parametrize(
    ("page", "unsaid"),
    [
        ("chapters/scrutiny/ledger.ipynb", "one thing decides"),
        ("chapters/scrutiny/readings.ipynb", "Table 1 calls its cell"),
        ("chapters/scrutiny/readings.ipynb", "finds that Moscow"),
        ("chapters/scrutiny/one_coding.ipynb", "on a large scale"),
        ("chapters/instructors/teaching.ipynb", "section 4.3, paragraph 3: an old alliance"),
    ],
)
def test_what_the_article_does_not_say_is_not_said(page, unsaid):
    assert unsaid not in prose(page)


@pytest.mark.parametrize("key", ["polianskii2024", "ito2023"])
def test_a_work_of_which_the_abstract_was_seen_is_reported_and_not_asserted(key):
    text = prose("chapters/scrutiny/readings.ipynb")
    (told,) = re.findall(rf"{{cite:t}}`{key}` is reported to argue [^.]*?\(([^)]*)\)", text)
    assert "abstract" in told and told.endswith("not read whole by us")
