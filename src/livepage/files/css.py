"""Style sheets as rules, read and written by tinycss2.

Selectors and declarations are component values: tokens, and blocks and functions that hold tokens.
So a brace in a string or in an address is no brace, however it is written.
"""

import gc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import tinycss2
from tinycss2.ast import AtRule, Comment, IdentToken, LiteralToken, Node, QualifiedRule

GROUPS = ("media", "supports")
Values = list[Node]
values = tinycss2.parse_component_value_list


@dataclass(frozen=True)
class Rule:
    """A rule, and what it stands in.

    Attributes
    ----------
    groups : tuple of str
        What it stands in, such as ``@media print``; the outermost first.
    selectors, declarations : tuple of list of Node
        What a style rule consists of.
    other : Node, optional
        What is no style rule: another at-rule, or a licence.
    """

    groups: tuple[str, ...] = ()
    selectors: tuple[Values, ...] = ()
    declarations: tuple[Values, ...] = ()
    other: Node | None = None

    def __str__(self) -> str:
        """Return the rule as text, without its groups."""
        if self.other:
            return self.other.serialize()
        selectors = ",".join(map(tinycss2.serialize, self.selectors))
        declarations = ";".join(map(tinycss2.serialize, self.declarations))
        return f"{selectors}{{{declarations}}}"


def read(css: str) -> list[Rule]:
    """Return the rules of a sheet, and its licences (``/*!``); other comments go.

    Examples
    --------
    >>> read("a, b { top: 0 } /* why */ @media print { c { top: 0 } }")[1].groups
    ('@media print ',)
    """
    # Tokens are many, and none of them garbage: to look for some takes as long as to read them.
    enabled = gc.isenabled()
    gc.disable()
    try:
        return list(_rules(values(css), ()))
    finally:
        if enabled:
            gc.enable()


def _rules(nodes: Values, groups: tuple[str, ...]) -> Iterator[Rule]:
    """Yield the rules within these groups."""
    for node in tinycss2.parse_stylesheet(nodes, skip_whitespace=True):
        match node:
            case QualifiedRule():
                yield Rule(groups, split(node.prelude, ","), split(node.content, ";"))
            case AtRule() if node.lower_at_keyword in GROUPS and node.content is not None:
                group = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
                yield from _rules(node.content, (*groups, group))
            case AtRule():
                yield Rule(groups, other=node)
            case Comment(value=said) if said.startswith("!"):
                yield Rule(groups, other=node)


def write(sheet: Iterable[Rule], depth: int = 0) -> str:
    """Return a sheet as text; what stands in the same group, one after the other, shares it.

    Parameters
    ----------
    sheet : iterable of Rule
        The sheet.
    depth : int
        How many of its groups are written already.

    Examples
    --------
    >>> write(read("a,b{content:'}'}@media print{@supports (top:0){a{top:0}}b{top:0}}"))
    'a,b{content:"}"}@media print{@supports (top:0){a{top:0}}b{top:0}}'
    """
    text = ""
    for group, alike in groupby(sheet, lambda rule: rule.groups[depth : depth + 1]):
        rules = list(alike)
        text += f"{group[0]}{{{write(rules, depth + 1)}}}" if group else "".join(map(str, rules))
    return text


def split(nodes: Iterable[Node], separator: str) -> tuple[Values, ...]:
    """Return the selectors of a list (at ``,``) or the declarations of a block (at ``;``).

    Comments are left out.

    Examples
    --------
    >>> [tinycss2.serialize(selector) for selector in split(values("a,b:is(c,d) /* f */e"), ",")]
    ['a', 'b:is(c,d) e']
    """
    parts: list[Values] = [[]]
    for node in nodes:
        if node == separator:
            parts.append([])
        elif not isinstance(node, Comment):
            parts[-1].append(node)
    return tuple(parts)


def words(nodes: Iterable[Node]) -> Values:
    """Return component values without what only parts them."""
    return [node for node in nodes if node.type not in ("whitespace", "comment")]


def declared(declaration: Values) -> tuple[str, Values]:
    """Return the name and the value of a declaration; an empty name if it is none.

    Examples
    --------
    >>> declared(values(" --a : 1px ")), declared(values("a b"))
    (('--a', [<DimensionToken 1px>]), ('', []))
    """
    match words(declaration):
        case [IdentToken(value=name), LiteralToken(value=":"), *value]:
            return name, value
    return "", []


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield every node, and what each holds right after it."""
    for node in nodes:
        yield node
        for part in ("prelude", "arguments", "content"):
            if inner := getattr(node, part, None):
                yield from walk(inner)
