"""The lab's form: what it is asked, in every way that it can be asked, and what may go wrong."""

import re
from html import unescape

import pytest

from crisis_paths.errors import CrisisPathsError
from crisis_paths.lab.examples import EXAMPLES, TITLES, example
from crisis_paths.lab.link import from_link
from crisis_paths.lab.own_cases import read
from crisis_paths.views.lab.own_cases import solved
from crisis_paths.views.lab.own_cases_form import answered, own_cases_form

TABLE = "case,STORM,LEAK,SANK\nAnna,yes,no,yes\nBerta,no,no,no\n"
HOSTILE = "<img src=x onerror=alert(1)>"


def fields_of(html: str) -> dict[str, str]:
    """What the fields of a grid hold."""
    found = re.findall(r'name="([hr]\d+(?:c\d+)?)" type="text" value="([^"]*)"', html)
    return {name: unescape(value) for name, value in found}


def table_in(reply) -> str:
    """The table that a reply puts there."""
    return unescape(re.search(r">([^<]*)</textarea>", reply.parts["table"])[1])


def test_every_button_of_the_form_is_answered():
    asked = set(re.findall(r'name="asked" value="(\w+)"', own_cases_form().html))
    asked |= set(re.findall(r'value="(\w+)">', answered({"text": TABLE}, "grid").parts["ways"]))
    file = {"name": "a.csv", "size": len(TABLE), "content": TABLE.encode()}
    given = {"text": TABLE, "example": "strikes", "other": TABLE, "sheet": [file]}
    assert len(asked) == 10
    assert all(answered(given, one).said for one in asked)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_published_table_is_solved_as_it_was_published(name):
    reply = answered({"text": "", "example": name}, "example")
    assert read(table_in(reply), TITLES[name]).codings == example(name).codings
    assert reply.html == solved(example(name)).html


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_grid_holds_what_the_text_holds(name):
    text = example(name).csv().decode("utf-8-sig")
    grid = fields_of(answered({"text": text}, "grid").parts["table"])
    assert read(table_in(answered(grid, "plain"))) == read(text)
    more = fields_of(answered(grid, "row").parts["table"])
    assert answered(more, "solve") == answered({"text": text}, "solve")
    assert len(more) == len(grid) + 5 * sum(key.startswith("h") for key in grid)


def test_a_new_condition_stands_before_the_outcome():
    grid = fields_of(answered({"text": TABLE}, "grid").parts["table"])
    wider = fields_of(answered(grid, "column").parts["table"])
    assert [wider[f"h{n}"] for n in range(5)] == ["case", "STORM", "LEAK", "", "SANK"]
    assert [wider[f"r0c{n}"] for n in range(5)] == ["Anna", "yes", "no", "", "yes"]
    for _n in range(6):
        wider = fields_of(answered(wider, "column").parts["table"])
    assert "h7" in wider and "h8" not in wider


@pytest.mark.parametrize(
    "text",
    [
        "case,A,B,,,OUT\nx,yes,no,yes,no,yes",
        "case,A,A\nx,yes,no",
        "case,,\nx,yes,no",
        "case,A,OUT,note\nx,yes,no,perhaps",
        "case;A;B\nx;1",
    ],
)
def test_a_grid_loses_nothing_of_what_was_typed(text):
    rows = [line.replace(";", ",").split(",") for line in text.splitlines()]
    grid = fields_of(answered({"text": text}, "grid").parts["table"])
    wide = len(rows[0])
    assert [grid[f"h{n}"] for n in range(wide)] == rows[0]
    assert [grid[f"r0c{n}"] for n in range(wide)] == [*rows[1], ""][:wide]
    again = table_in(answered(grid, "plain")).splitlines()
    assert [line.split(",") for line in again] == [rows[0], [*rows[1], ""][:wide]]


def test_a_new_condition_stands_before_the_outcome_where_there_are_notes():
    grid = fields_of(answered({"text": "case,A,OUT,note\nx,yes,no,why"}, "grid").parts["table"])
    wider = fields_of(answered(grid, "column").parts["table"])
    assert [wider[f"h{n}"] for n in range(5)] == ["case", "A", "", "OUT", "note"]


def test_the_first_new_row_is_where_one_types_on():
    table = answered({"text": TABLE}, "grid").parts["table"]
    assert re.findall(r'name="(\w+)"[^>]* autofocus', table) == ["r0c0"]
    table = answered(fields_of(table), "row").parts["table"]
    assert re.findall(r'name="(\w+)"[^>]* autofocus', table) == ["r2c0"]


def test_an_empty_grid_can_be_filled():
    grid = fields_of(answered({"text": ""}, "grid").parts["table"])
    assert len(grid) == 3 * 7
    filled = dict(zip(grid, ["case", "A", "B", "x", "1", "1", "y", "0", "0"], strict=False))
    assert answered(grid | filled, "").said.startswith("Cases: 2.")


def test_a_link_brings_the_cases_and_can_be_compared():
    link = answered({"text": TABLE}, "link").link
    assert from_link(link).codings == read(TABLE).codings
    brought = answered({"cases": link.partition("=")[2]}, "open")
    assert read(table_in(brought)).codings == read(TABLE).codings
    other = {"text": TABLE, "other": f"https://example.org/p.html#{link}"}
    assert "2 of 2" in answered(other, "compare").html


def test_what_is_saved_is_read_again():
    (file,) = answered({"text": TABLE}, "save").files
    assert file.name == "cases.csv" and read(file.content).codings == read(TABLE).codings
    opened = answered({"sheet": [{"name": "a", "size": 1, "content": file.content}]}, "file")
    assert read(table_in(opened)).codings == read(TABLE).codings


def test_what_is_typed_is_escaped():
    text = TABLE.replace("Anna", HOSTILE)
    link = answered({"text": text}, "link").link.partition("=")[2]
    file = {"name": HOSTILE, "size": len(text), "content": text.encode()}
    for reply in (
        answered({"text": text}, "solve"),
        answered({"text": text}, "grid"),
        answered({"text": text, "other": TABLE}, "compare"),
        answered({"cases": link}, "open"),
        answered({"sheet": [file]}, "file"),
    ):
        shown = reply.html + "".join(reply.parts.values())
        assert "<img" not in shown and "&lt;img" in shown


@pytest.mark.parametrize(
    ("fields", "asked", "says"),
    [
        ({"text": "case,A,B\nx,perhaps,yes\n,no,no"}, "solve", "A is 'perhaps'"),
        ({"text": 'case,"A\n'}, "grid", "your table"),
        ({"text": "case,A,B\n" + "x,1,1\n" * 300}, "solve", "at most 200"),
        ({"text": "case,A,B\n" + "x,1,1\n" * 1_000_000}, "solve", "too large"),
        ({"text": "case," + ",".join("ABCDEFGHI") + "\nx" + ",1" * 9}, "grid", "8 columns"),
        ({"text": "case,A,B\n" + "x,1,1\n" * 300}, "grid", "at most 200"),
        ({"text": "case,A,B\n" + "x,1,1\n" * 1_000_000}, "grid", "too large"),
        ({"text": ""}, "solve", "your table"),
        ({}, "file", "No file is chosen"),
        ({"sheet": [{"name": "a.csv", "size": 9**9, "content": b""}]}, "file", "far too large"),
        ({"cases": "1.AAAA"}, "open", "no cases that can be read"),
        ({"text": TABLE, "other": "http://x/#cases=2"}, "compare", "no cases that can be read"),
        ({"text": TABLE, "other": ""}, "compare", "the other’s table"),
        ({"example": "nobody"}, "example", "lipset"),
        ({"text": TABLE}, "dance", "cannot be asked"),
    ],
)
def test_what_is_wrong_is_said_in_words(fields, asked, says):
    with pytest.raises(CrisisPathsError, match=re.escape(says)) as refused:
        answered(fields, asked)
    assert len(str(refused.value)) < 1500
