"""A cell in the page does what it would in a notebook."""

import json
from dataclasses import dataclass

import pytest

from livepage.runtime.runner import MOST, Runner


class Rich:
    def __init__(self, **bundle):
        self.bundle = bundle

    def _repr_mimebundle_(self, **_asked):
        return self.bundle


class Html:
    def _repr_html_(self):
        return "<b>2</b>"


class OursError(Exception):
    """Says what is wrong."""


@pytest.fixture
def page() -> Runner:
    made = Runner([__name__.partition(".")[0]])
    made.names |= {"Rich": Rich, "Html": Html, "OursError": OursError}
    return made


def test_html_goes_before_text(page):
    html = [{"kind": "html", "text": "<i>1</i>"}]
    assert page.run("Rich(**{'text/html': '<i>1</i>', 'text/plain': '1'})") == html
    assert page.run("Rich(**{'text/plain': '1'})") == [{"kind": "text", "text": "1"}]
    assert page.run("Html()") == [{"kind": "html", "text": "<b>2</b>"}]
    assert page.run("Html")[0]["kind"] == "text"  # the class itself is not shown as one


def test_what_is_printed_and_shown_comes_in_its_order(page):
    parts = page.run("print(1)\ndisplay(2)\nprint(3)\nprint(4)\n5")
    assert [part["text"] for part in parts] == ["1\n", "2", "3\n4\n", "5"]
    assert page.run("None") == page.run("") == page.run("x = 1") == []


def test_an_error_of_ours_is_its_sentence(page):
    [fault] = page.run("raise OursError('Balance is adjusted or continued.')")
    assert fault["text"] == "Balance is adjusted or continued."
    assert "<cell 1>" in fault["trace"]
    assert "runner.py" not in fault["trace"]


def test_an_error_of_python_has_its_name(page):
    said = {
        "1/0": "ZeroDivisionError: division by zero",
        "nobody": "NameError: name 'nobody' is not defined",
        "assert False": "AssertionError",
        "import nowhere_to_be_found": "ModuleNotFoundError: this page has no module"
        " nowhere_to_be_found; what it has is listed above",
        "raise SystemExit": "SystemExit",
        "raise KeyboardInterrupt": "KeyboardInterrupt",
    }
    assert {line: page.run(line)[0]["text"] for line in said} == said
    assert page.run("a = 1\ndef f(:")[0]["text"].startswith("SyntaxError: ")
    assert page.run("a = 1\ndef f(:")[0]["text"].endswith("(line 2)")


def test_what_was_printed_before_an_error_is_kept(page):
    assert [part["kind"] for part in page.run("print(1)\n1/0")] == ["printed", "fault"]


def test_names_are_kept_between_cells(page):
    page.run("a = 2\ndef twice(n):\n    return a * n")
    assert page.run("twice(4)") == [{"kind": "text", "text": "8"}]
    assert page.run("_ + 1") == [{"kind": "text", "text": "9"}]


def test_cells_above_are_run_where_they_are_needed_and_show_nothing(page):
    above = ["a = 2\nprint(a)\na", "b = a + 1", "1/0", "%pip install x"]
    assert page.run("b", above) == [{"kind": "text", "text": "3"}]
    page.run("a = 10")
    assert page.run("a", above) == [{"kind": "text", "text": "10"}]


def test_a_flood_of_text_is_cut(page):
    for line in ("print('x' * 10**6)", "'x' * 10**6", "for _ in range(10**5): print('abc')"):
        assert len(page.run(line)[0]["text"]) <= MOST + 2


def test_it_speaks_json_with_the_worker(page):
    assert json.loads(page.told("run", json.dumps({"source": "1", "above": []}))) == [
        {"kind": "text", "text": "1"}
    ]


@dataclass
class Answer:
    said: str
    files: tuple[dict, ...] = ()


def answered(fields: dict, asked: str) -> Answer:
    """A function that a form of the page asks."""
    print("heard by nobody")
    if asked == "fail":
        raise OursError("There is no such tide.")
    files = tuple({"name": one["name"], "content": one["content"][::-1]} for one in fields["tides"])
    return Answer(f"{asked}: {fields['text']}", files)


@pytest.mark.parametrize("asked", ["solve", "fail"])
def test_a_form_is_answered_by_a_function(page, asked):
    fields = {"text": "<b>", "tides": [{"name": "a", "size": 2, "content": "aGk="}]}
    given = {"function": f"{__name__}:answered", "fields": fields, "asked": asked}
    told = json.loads(page.told("call", json.dumps(given)))
    if asked == "solve":
        assert told == {"said": "solve: <b>", "files": [{"name": "a", "content": "aWg="}]}
    else:
        assert told["fault"]["own"] and told["fault"]["text"] == "There is no such tide."


def test_a_function_that_is_not_there_is_a_fault_of_the_page(page):
    told = page.call("nowhere:answered", {}, "solve")
    assert not told["fault"]["own"] and "nowhere" in told["fault"]["text"]
