"""An explorer: what it refuses, what it escapes, and how it says its settings."""

import pytest
from markupsafe import Markup

from explorers.choices import Choice, Option
from explorers.errors import ExplorerError
from explorers.explorer import Explorer
from explorers.panels import Panel, Region


def _options(count: int) -> tuple[Option, ...]:
    return tuple(Option(f"v{n}", f"V{n}") for n in range(count))


def test_an_answer_in_words_is_announced_and_marked_as_one():
    """By the mark a question is known on paper (`livepage.volume.questions`)."""
    panel = Panel({"a": ("v0",)}, Markup("<span>Yes.</span>"))
    region = Region("said", (panel,), live=True, words=True)
    html = Explorer("x", "X", (Choice("a", "A?", _options(1)),), (region,)).html()
    assert '<div class="explorer-region explorer-answer region-said" role="status">' in html
    assert '<span class="explorer-panel" data-a="v0"><span>Yes.</span></span>' in html


def test_too_many_combinations_are_refused():
    choices = tuple(Choice(f"c{n}", "?", _options(6)) for n in range(3))
    with pytest.raises(ExplorerError, match="big has 216 combinations; at most 200"):
        Explorer("big", "Big", choices, ())


@pytest.mark.parametrize("bad", ["Two words", "<b>", "a]b", ""])
def test_a_name_that_could_break_a_selector_is_refused(bad):
    with pytest.raises(ExplorerError, match="use a-z"):
        Explorer(bad, "x", (Choice("a", "?", _options(2)),), ())
    with pytest.raises(ExplorerError, match="use a-z"):
        Explorer("x", "x", (Choice("a", "?", (Option(bad, "?"),)),), ())


def test_labels_are_escaped():
    hostile = "<script>alert(1)</script>"
    panel = Panel({"a": ("v0",)}, Markup("<p>{}</p>").format(hostile))
    explorer = Explorer(
        "x", hostile, (Choice("a", hostile, (Option("v0", hostile),)),), (Region("r", (panel,)),)
    )
    assert "<script" not in explorer.html()


def test_long_answers_are_told_by_their_beginning_unless_two_begin_alike():
    long = "a" * 70
    alike = Choice("a", "?", (Option("x", f"{long}x"), Option("y", f"{long}y")))
    assert alike.words(("x",)) == f"? “{long}x”"
    apart = Choice("a", "?", (Option("x", long), Option("y", "b")))
    assert apart.words(("x",)) == f"? “{'a' * 59}…”"
