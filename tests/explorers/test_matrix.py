"""A matrix lays its options over rows, and varies bets where they are asked."""

from explorers.choices import Choice, Look, Option
from explorers.explorer import Explorer
from explorers.matrix import matrix, matrix_placing


def test_each_cell_has_its_place_and_names_are_escaped():
    html = matrix("cell", ("a < b",), (("R & S", ("x",)), ("T", ("y",))))
    assert "<b>a &lt; b</b>" in html and "<b>R &amp; S</b>" in html
    assert html.count('class="matrix-mark"') == 2 and "{choice-cell}" in html
    rules = matrix_placing("m", 2, 1).splitlines()
    assert rules[0] == "[data-explorer=m] .matrix{--rows:2;--columns:1}"
    assert len(rules) == 4  # a rule for the heads and one for each row


def test_what_stands_apart_is_varied_where_it_is_asked():
    cell = Choice("cell", "Which?", (Option("a", "A"), Option("b", "B")), look=Look.CELLS)
    bets = tuple(
        Choice(f"bet-{x}", "Bet", (Option("y", "yes"), Option("n", "no")), when=(("cell", (x,)),))
        for x in ("a", "b")
    )
    found = Explorer("m", "M", (cell, *bets), (), apart=("bet-a", "bet-b")).settings()
    assert found == (
        {"cell": "a", "bet-a": "y", "bet-b": "y"},
        {"cell": "b", "bet-a": "y", "bet-b": "y"},
        {"cell": "a", "bet-a": "n", "bet-b": "y"},
        {"cell": "b", "bet-a": "y", "bet-b": "n"},
    )
