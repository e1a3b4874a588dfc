"""Any style sheet, however it is written: what is used stays token by token, and nothing else.

A sheet is made of parts of which is known what they need, so what is to be left is known without
reading it; what is left is read by tinycss2 alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from livepage.files import css
from livepage.files.purge import without_unmet_rules, without_unused_variables
from livepage.files.vocabulary import Vocabulary

# as they are written, and as they are read
NAMES = {"a": "a", "B": "B", "c-d": "c-d", r"e\:f": "e:f", r"\31 2": "12", "é": "é"}
ELEMENTS = ("p", "h1", "my-own")
MET = (*NAMES.values(), *ELEMENTS)
VARIABLES = ("--x", "--y", "--é")
UNJUDGED = ("", ":root", "::before", ":not(.gone,h9)", "[x='.gone,']", ":is(#gone, a|b)")
SIGNS = ("{", "}", ";", ",", "/*", "*/", "'", '"', "(", ")", "\\", "\n", "var(--x)", ".a{", "é")
OTHERS = (
    "/* } */", "@keyframes k{from{top:0}to{top:1px}}", "@font-face{src:url(a;b)}", "@layer a,b;",
    "@page{margin:0}", "@container (width > 1px){.gone{--x:var(--y)}}",
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """A piece of a sheet, the names that it needs, and the variable that it sets."""

    text: str
    needs: frozenset[str] = frozenset()
    sets: str = ""


@dataclass(frozen=True)
class Rule:
    """A style rule, or one of `OTHERS`, and the groups around it."""

    groups: list[str]
    selectors: list[Part]
    declarations: list[Part]
    other: str = ""

    @property
    def text(self) -> str:
        selectors, declarations = (
            sign.join(one.text for one in parts)
            for sign, parts in ((",", self.selectors), (";", self.declarations))
        )
        return self.other or f"{selectors}{{{declarations}}}"


def some(parts: st.SearchStrategy, least: int = 0) -> st.SearchStrategy:
    return st.lists(parts, min_size=least, max_size=3)


def joined(*parts: str | Part) -> Part:
    parts = [Part(one) if isinstance(one, str) else one for one in parts]
    needs = frozenset().union(*(one.needs for one in parts))
    return Part("".join(one.text for one in parts), needs)


def quoted(signs: list[str]) -> str:
    return '"{}"'.format(re.sub(r'["\n\\]', lambda c: f"\\{ord(c[0]):x} ", "".join(signs)))


def declared(name: str, before: str, values: list[Part], after: str) -> Part:
    made = joined(before, name, before, ":", *values, after)
    return Part(made.text, made.needs, name if name.startswith("--") else "")


def compound(element: str, names: list[tuple[str, str]], end: str) -> Part:
    needs = {element, *(NAMES[name] for _mark, name in names)} - {"*"}
    return Part(f"{element}{''.join(map(''.join, names))}{end}", frozenset(needs))


blanks = st.sampled_from(["", " ", "\n", "/* } */", "/*{*/ ", "/* ; , */"])
strings = some(st.sampled_from(SIGNS)).map(quoted)
values = st.one_of(
    st.sampled_from(["url(a;b,{})", r"url(\)\}\;)", "0 ", "#fff ", r"\; ", "(;)", "[,]"]).map(Part),
    strings.map(Part),
    strings.map("url({})".format).map(Part),
    st.sampled_from(VARIABLES).map(lambda name: Part(f"var( {name}, 0)", frozenset({name}))),
)
declarations = st.builds(
    declared, st.sampled_from(["-top", *VARIABLES]), blanks, some(values), blanks
)
marked = st.tuples(st.sampled_from(".#"), st.sampled_from([*NAMES]))
compounds = st.builds(
    compound,
    st.sampled_from(["*", *ELEMENTS]),
    st.lists(marked, max_size=1),
    st.sampled_from(UNJUDGED),
)
further = st.tuples(st.sampled_from([" ", ">", " ~ ", "\n+"]), compounds).map(lambda p: joined(*p))
selectors = st.builds(
    lambda before, first, more, after: joined(before, first, *more, after),
    *(blanks, compounds, some(further), blanks),
)
groups = some(st.sampled_from(["@media print", "@supports (a:b)", "@MEDIA (width>1px) /*{*/"]))
rules = st.builds(Rule, groups, some(selectors, 1), some(declarations)) | st.builds(
    Rule, groups, st.just([]), st.just([]), st.sampled_from(OTHERS)
)


def left(sheet: list[Rule], known: set[str]) -> Iterator[Rule]:
    """What is to be left."""
    met = [
        Rule(one.groups, [part for part in one.selectors if part.needs <= known], one.declarations)
        for one in sheet
        if not one.other
    ]
    stated = [part for one in met if one.selectors for part in one.declarations]
    used = {name for one in sheet for name in VARIABLES if name in one.other}
    for _round in VARIABLES:
        used |= {name for one in stated if {one.sets} <= {"", *used} for name in one.needs}
    for one in sheet:
        selectors = [part for part in one.selectors if part.needs <= known]
        needed = [part for part in one.declarations if {part.sets} <= {"", *used}]
        if (selectors and needed) or one.other.startswith("@"):
            yield Rule(one.groups, selectors, needed, one.other)


def tokens(css: str | list) -> list:
    """A text as its tokens; a run of blanks is one, at the beginning none, and so are comments."""
    nodes = css
    if isinstance(css, str):
        nodes = tinycss2.parse_component_value_list(css, skip_comments=True)
    found = []
    for node in nodes:
        inner = getattr(node, "content", getattr(node, "arguments", None))
        if node.type != "whitespace":
            found.append((node.type, node.serialize() if inner is None else tokens(inner)))
        elif found and found[-1] != " ":
            found.append(" ")
    return found


def read(css: str | list, groups: tuple = ()) -> Iterator[tuple]:
    """Each rule of a sheet as its tokens, with those of the groups that it stands in."""
    for node in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if node.type == "at-rule" and node.lower_at_keyword in ("media", "supports"):
            around = tokens(f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}")
            yield from read(node.content, (*groups, around))
        else:
            yield (*groups, tokens(node.serialize()))


@given(st.lists(rules, max_size=6), st.sets(st.sampled_from(MET), max_size=3))
def test_what_is_used_stays_as_it_was_and_nothing_else(sheet, unknown):
    known = {*MET} - unknown
    text = "\n".join("{".join([*one.groups, one.text]) + "}" * len(one.groups) for one in sheet)
    found = without_unmet_rules(css.read(text), Vocabulary(frozenset(known), frozenset(known)))
    assert list(read(css.write(without_unused_variables(found)))) == [
        tuple(map(tokens, (*one.groups, one.text))) for one in left(sheet, known)
    ]
