"""What is left out of a style sheet is what nothing can use, and the rest stays as it was."""

import pytest

from livepage.files import css
from livepage.files.purge import without_unmet_rules, without_unused_variables
from livepage.files.vocabulary import Vocabulary, vocabulary


def purge(text: str, known: Vocabulary) -> str:
    """The whole way, from text to text."""
    met = without_unmet_rules(css.read(text), known)
    return css.write(without_unused_variables(met, known.variables))


def test_a_rule_goes_only_if_no_page_and_no_script_can_use_it():
    known = vocabulary(
        [
            '<p class="shown" id="here"><svg viewBox="0 0 1 1"></svg></p>',
            "<i class='a&amp;b'>x</i>",
        ],
        ['x.className = "made by-script"; y.id = `tip-${side}`; s.getPropertyValue("--read")'],
        [".beside{color:var(--asked)}/* .said */"],
    )
    stay = [
        "p", ".shown", "#here", "svg", r".a\&b", ".made.by-script", ".tip-left", ".beside",
        "p:not(.gone)", ":root", "*", "p:is(.gone,.shown)", "[data-x=y]", "p::before", "P",
        "p:has(> .gone)", "gone|a",
    ]  # fmt: skip
    go = [
        ".gone", "#nowhere", "table", ".shown.gone", "p > .gone", ".gone:hover", "p .gone b",
        ".said", r".show\6e.gone", './**/gone[title="a,b"]',
    ]  # fmt: skip
    for selector in stay:
        assert purge(f"{selector}{{top:0}}", known) == f"{selector}{{top:0}}"
    for selector in go:
        assert purge(f"{selector}{{top:0}}", known) == ""
    whole = "".join(f"{','.join(go)},{selector}{{top:0}}" for selector in stay)
    assert purge(whole, known) == "".join(f"{selector}{{top:0}}" for selector in stay)
    assert known.variables == {"--asked", "--read"}


def test_what_is_no_plain_rule_stays_as_it_is():
    known = vocabulary(["<p>x</p>"], [])
    sheet = (
        '@charset "UTF-8";p{animation:a 1s}@keyframes a{from{top:0}50%{top:1px}to{top:2px}}'
        "@font-face{font-family:A;src:url(a.woff2)}@media print{@page{margin:1cm}p{top:0}}"
    )
    assert purge(sheet, known) == sheet
    assert purge("@media print{.a{top:0}@supports (top:0){.b{top:0}}}p{top:0}", known) == (
        "p{top:0}"
    )
    licence = "/*! Made by A, B; MIT */"
    assert purge(f"{licence}:root{{top:0}}{licence}.a{{top:0}}", known) == (
        f"{licence}:root{{top:0}}{licence}"
    )


@pytest.mark.parametrize(
    "body",
    [
        'background:url("data:image/svg+xml,{}")',
        "background:url(data:image/svg+xml;{};a)",
        'content:"}.gone{"',
        'content:"/*"',
        r"content:'\'}'",
        r"width:1\};top:0",
        "top:0;&:hover{left:0}",
        "--switch: ;top:var(--switch)",
        "--a:{b;c};top:var(--a)",
        "transition:--a 1s;--a:1px",
        "--b:2px;.gone{--a:1px}",
        "&:hover{top:var(--a)};--a:1px",
    ],
)
def test_what_looks_like_the_end_of_a_rule_is_none(body):
    known = vocabulary(['<p style="--b:0">'], [])
    assert purge(f"p{{{body}}}.gone{{{body}}}p{{left:0}}", known) == css.write(
        css.read(f"p{{{body}}}p{{left:0}}")
    )


def test_a_variable_goes_if_nothing_refers_to_it_or_only_such_variables():
    known = vocabulary(["<p>x</p>"], [])
    quoted = """p{--gone:url("data:image/svg+xml;a,<svg b='c'/>");top:0}"""
    assert purge(quoted, known) == "p{top:0}"
    variables = "p{--a:var(--b);--b:1;--c:2;--d:var(--e);--e:var(--d);top:var(--a)}"
    assert purge(variables, known) == "p{--a:var(--b);--b:1;top:var(--a)}"
    assert purge("p{--a:1}@media print{p{\n  --a: 1;\n}}", known) == ""
