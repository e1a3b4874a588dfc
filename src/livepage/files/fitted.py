"""The style of one page: of the merged sheet the rules that it can use, and no blank too many.

It stands in the page itself, so that the first words are painted without a second way to the
server. A rule stays if every part of its selector may be one element of this page, whatever its
scripts do: in doubt it stays.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

import tinycss2
from tinycss2.ast import (
    AtRule,
    FunctionBlock,
    HashToken,
    IdentToken,
    Node,
    ParenthesesBlock,
    SquareBracketsBlock,
    StringToken,
)

from livepage.files import css
from livepage.files.elements import Elements
from livepage.files.vocabulary import variables

COMBINATORS = frozenset(">+~")
_ADDRESS = re.compile(r"""url\((?!["']?(?:[a-z]+:|[/#]))["']?""", re.I)


@dataclass(frozen=True)
class Compound:
    """What one element is asked for: names, attributes, and one of each list of selectors."""

    names: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, ...], ...] = ()
    lists: tuple[tuple[tuple["Compound", ...], ...], ...] = ()

    def may_be_in(self, page: Elements) -> bool:
        """Say whether the page may have such an element."""
        return (
            page.have(self.names)
            and all(page.have_attribute(*one) for one in self.attributes)
            and all(any(_all_met(one, page) for one in either) for either in self.lists)
        )


@dataclass(frozen=True)
class Selector:
    """A selector as it is written, and what its parts ask for."""

    text: str
    compounds: tuple[Compound, ...]


@dataclass(frozen=True)
class Declaration:
    """A declaration as it is written, the name that it sets, and the variables that it needs."""

    text: str
    name: str
    needs: frozenset[str]


@dataclass(frozen=True)
class Line:
    """A rule, read so far that it takes no time to fit it to a page.

    ``other`` is what is no style rule, ``moves`` the name of an animation that it describes.
    """

    groups: tuple[str, ...]
    selectors: tuple[Selector, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    other: str = ""
    moves: str = ""


def lines(sheet: Iterable[css.Rule]) -> list[Line]:
    """Return the rules of a sheet as lines; what asks for the room there is, is a group as well."""
    found = []
    for rule in sheet:
        groups = tuple(" ".join(group.split()) for group in rule.groups)
        match rule.other:
            case None:
                selectors = (Selector(_tight(one, COMBINATORS), _asked(one)) for one in rule.selectors)
                declarations = (_declaration(one) for one in rule.declarations if css.words(one))
                found.append(Line(groups, tuple(selectors), tuple(declarations)))
            case AtRule(lower_at_keyword="container", content=content) if content is not None:
                group = f"@container {_tight(rule.other.prelude)}"
                inner = lines(css.read(tinycss2.serialize(content)))
                found += [replace(one, groups=(*groups, group, *one.groups)) for one in inner]
            case AtRule(lower_at_keyword=keyword):
                moves = keyword.endswith("keyframes")
                name = tinycss2.serialize(css.words(rule.other.prelude)) if moves else ""
                text = " ".join(rule.other.serialize().split()) if moves else str(rule)
                found.append(Line(groups, other=text, moves=name))
            case _:
                pass  # a licence, which stays in the merged sheet
    return found


def fit(sheet: Iterable[Line], page: Elements, root: str = "") -> str:
    """Return the style of a page.

    Parameters
    ----------
    sheet : iterable of Line
        The merged sheet.
    page : Elements
        What stands in the page.
    root : str
        The way from the page to the folder in which the sheet would stand.

    Examples
    --------
    >>> from livepage.files.elements import elements
    >>> sheet = lines(css.read("p.a > b, .c { --x: 1; --y: 2; top: var(--x) } i { top: 0 }"))
    >>> fit(sheet, elements('<p class="a"><b></b></p>', []))
    'p.a>b{--x:1;top:var(--x)}'
    """
    met = [
        replace(line, selectors=kept)
        for line in sheet
        if (kept := tuple(one for one in line.selectors if _all_met(one.compounds, page))) or line.other
    ]
    used = _used(met, page)
    moving = " ".join(one.text for line in met for one in line.declarations if "anim" in one.name)
    left = []
    for line in met:
        needed = tuple(
            one for one in line.declarations if not one.name.startswith("--") or one.name in used
        )
        if needed or (line.other and (not line.moves or line.moves in moving)):
            left.append(replace(line, declarations=needed))
    return _ADDRESS.sub(lambda found: f"{found[0]}{root}", _written(left))


def _all_met(compounds: Iterable[Compound], page: Elements) -> bool:
    """Say whether the page may have each of these."""
    return all(compound.may_be_in(page) for compound in compounds)


def _used(sheet: Iterable[Line], page: Elements) -> set[str]:
    """Return the variables that something refers to, other than unused variables."""
    used, needs = set(page.variables), defaultdict(set)
    for line in sheet:
        used.update(re.findall(r"--[\w-]+", line.other))
        for one in line.declarations:
            (needs[one.name] if one.name.startswith("--") else used).update(one.needs)
    pending = [*used]
    while pending:
        new = needs[pending.pop()] - used
        used |= new
        pending += new
    return used


def _written(sheet: Iterable[Line], depth: int = 0) -> str:
    """Return lines as text; what stands in the same group, one after the other, shares it."""
    text = ""
    for group, alike in groupby(sheet, lambda line: line.groups[depth : depth + 1]):
        if group:
            text += f"{group[0]}{{{_written(alike, depth + 1)}}}"
        else:
            text += "".join(_rule(line) for line in alike)
    return text


def _rule(line: Line) -> str:
    selectors, declarations = (
        sign.join(one.text for one in parts)
        for sign, parts in ((",", line.selectors), (";", line.declarations))
    )
    return line.other or f"{selectors}{{{declarations}}}"


def _declaration(nodes: css.Values) -> Declaration:
    name, _value = css.declared(nodes)
    text = _tight(nodes)
    if name:
        text = re.sub(r"^([\w-]+) ?: ?(?=\S)", r"\1:", text)
        text += " " if text.endswith(":") else ""  # a variable that is empty
    return Declaration(text, name, variables(nodes) - {name})


def _tight(nodes: Iterable[Node], beside: frozenset[str] = frozenset()) -> str:
    """Return component values as text, without the blanks that say nothing."""
    return tinycss2.serialize(list(_tightened(nodes, beside | {","}))).strip()


def _tightened(nodes: Iterable[Node], beside: frozenset[str]) -> Iterator[Node]:
    """Yield nodes with one blank for several, and none beside these signs or at an end."""
    blank, before = None, None
    for node in nodes:
        if node.type in ("whitespace", "comment"):
            blank = blank or node
            continue
        sign = _sign(node)
        if blank is not None and before is not None and sign not in beside and before not in beside:
            blank.value = " "
            if blank.type == "whitespace":
                yield blank
            else:
                yield tinycss2.ast.WhitespaceToken(node.source_line, node.source_column, " ")
        blank, before = None, sign
        yield _within(node, beside)


def _sign(node: Node) -> str:
    """Return what a node says if it is a single sign; empty if it is none."""
    return node.value if node.type == "literal" else ""


def _within(node: Node, beside: frozenset[str]) -> Node:
    """Return a node with what it holds tightened."""
    place = (node.source_line, node.source_column)
    match node:
        case FunctionBlock(name=name, arguments=inner):
            return FunctionBlock(*place, name, list(_tightened(inner, beside)))
        case ParenthesesBlock(content=inner) | SquareBracketsBlock(content=inner):
            return type(node)(*place, list(_tightened(inner, beside)))
    return node


def _asked(selector: css.Values) -> tuple[Compound, ...]:
    """Return what the parts of a selector ask for; what stands in ``:not()`` is not judged.

    Examples
    --------
    >>> [sorted(one.names) for one in _asked(css.values("p.a:not(.b)>c #d"))]
    [['a', 'p'], ['c'], ['d']]
    """
    if "|" in selector:  # a prefix that stands for a namespace
        return ()
    found, names, attributes, lists, before = [], set(), [], [], None
    for node in [*selector, *css.values(" ")]:
        if node.type == "whitespace" or _sign(node) in COMBINATORS:
            found.append(Compound(frozenset(names), tuple(attributes), tuple(lists)))
            names, attributes, lists = set(), [], []
        match node:
            case HashToken(value=name):
                names.add(name)
            case IdentToken(value=name) if before == ".":
                names.add(name)
            case IdentToken(lower_value=name) if before != ":":
                names.add(name)
            case SquareBracketsBlock(content=content):
                attributes.append(_attribute(content))
            case FunctionBlock(lower_name="is" | "where" | "has", arguments=inner):
                lists.append(tuple(_asked(one) for one in css.split(inner, ",")))
        before = node
    return tuple(one for one in found if one != Compound())


def _attribute(content: css.Values) -> tuple[str, ...]:
    """Return the name that is asked for, and how its value is compared with what."""
    match css.words(content):
        case [IdentToken(lower_value=name), sign, IdentToken() | StringToken() as value]:
            return name, sign.value, value.value
        case [IdentToken(lower_value=name), *_]:
            return (name,)
    return ("class",)
