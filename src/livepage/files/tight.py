"""Component values of CSS written without the blanks and comments that say nothing."""

from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import FunctionBlock, Node, ParenthesesBlock, SquareBracketsBlock, WhitespaceToken

COMBINATORS = frozenset(">+~")


def tight(nodes: Iterable[Node], beside: frozenset[str] = frozenset()) -> str:
    """Return component values as text, without the blanks that say nothing.

    Parameters
    ----------
    nodes : iterable of Node
        The values.
    beside : frozenset of str
        Signs beside which no blank says anything, other than the comma.

    Examples
    --------
    >>> values = tinycss2.parse_component_value_list
    >>> tight(values(" a  > b , c /* d */e"), COMBINATORS), tight(values("calc( 1px + 2% )"))
    ('a>b,c e', 'calc(1px + 2%)')
    """
    return tinycss2.serialize(list(_tightened(nodes, beside | {","}))).strip()


def _tightened(nodes: Iterable[Node], beside: frozenset[str]) -> Iterator[Node]:
    """Yield nodes with one blank for several, and none beside these signs or at an end."""
    blank, before = None, None
    for node in nodes:
        if node.type in ("whitespace", "comment"):
            blank = blank or node
            continue
        sign = sign_of(node)
        if blank is not None and before is not None and sign not in beside and before not in beside:
            blank.value = " "
            if blank.type == "whitespace":
                yield blank
            else:
                yield WhitespaceToken(node.source_line, node.source_column, " ")
        blank, before = None, sign
        yield _within(node, beside)


def sign_of(node: Node) -> str:
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
