"""What a selector asks for, read once, so that it can be held against many pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from tinycss2.ast import FunctionBlock, HashToken, IdentToken, SquareBracketsBlock, StringToken

from livepage.files import css
from livepage.files.elements import Elements
from livepage.files.tight import COMBINATORS, sign_of


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
            and all(any(all_met(one, page) for one in either) for either in self.lists)
        )


def all_met(compounds: Iterable[Compound], page: Elements) -> bool:
    """Say whether the page may have each of these."""
    return all(compound.may_be_in(page) for compound in compounds)


def asked(selector: css.Values) -> tuple[Compound, ...]:
    """Return what the parts of a selector ask for; what stands in ``:not()`` is not judged.

    Examples
    --------
    >>> [sorted(one.names) for one in asked(css.values("p.a:not(.b)>c #d"))]
    [['a', 'p'], ['c'], ['d']]
    """
    if "|" in selector:  # a prefix that stands for a namespace
        return ()
    found, names, attributes, lists, before = [], set(), [], [], None
    for node in [*selector, *css.values(" ")]:
        if node.type == "whitespace" or sign_of(node) in COMBINATORS:
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
                lists.append(tuple(asked(one) for one in css.split(inner, ",")))
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
