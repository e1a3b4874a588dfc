import pytest

from livepage.outputs.mathematics import mathml, problem


@pytest.mark.parametrize(
    "latex",
    [
        r"x^2",
        r"\frac{a}{b}",
        r"a \land \lnot b \Rightarrow \text{crisis}",
        r"\begin{align}a&=b\\c&=d\end{align}",
        r"\begin{aligned}a&=b\end{aligned}",
        r"\begin{cases}a & b\\ c & d\end{cases}",
        r"\{a, b\}",
    ],
)
def test_good_formulas(latex):
    assert problem(latex) is None
    assert mathml(latex, "block").startswith('<math display="block">')


@pytest.mark.parametrize(
    ("latex", "why"),
    [
        (r"\frac{a", "braces"),
        ("}", "braces"),
        (r"\nonsense", r"\nonsense"),
        (r"\begin{nonsense}x\end{nonsense}", "environment"),
        (r"\begin{align}x", "environment"),
        ("a & b", "&"),
    ],
)
def test_bad_formulas_are_named(latex, why):
    assert why in problem(latex)


def test_lines_are_not_numbered_twice():
    assert "(1)" not in mathml(r"\begin{align}a&=b\\c&=d\end{align}", "block")


def test_arrows_are_operators():
    assert "<mo>⇒</mo>" in mathml(r"a \Rightarrow b", "inline")
    assert "<mo>⟺</mo>" in mathml(r"a \iff b", "inline")
    assert "&lt;" in mathml("a < b", "inline") or "&#x0003C;" in mathml("a < b", "inline")
