"""A style sheet read so far that it takes no time to fit it to a page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

import tinycss2
from tinycss2.ast import AtRule

from livepage.files import css
from livepage.files.asked import Compound, asked
from livepage.files.tight import COMBINATORS, tight
from livepage.files.vocabulary import variables


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
    """A rule with the groups that it stands in.

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
                selectors = (
                    Selector(tight(one, COMBINATORS), asked(one)) for one in rule.selectors
                )
                declarations = (_declaration(one) for one in rule.declarations if css.words(one))
                found.append(Line(groups, tuple(selectors), tuple(declarations)))
            case AtRule(lower_at_keyword="container", content=content) if content is not None:
                group = f"@container {tight(rule.other.prelude)}"
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


def _declaration(nodes: css.Values) -> Declaration:
    name, _value = css.declared(nodes)
    text = tight(nodes)
    if name:
        text = re.sub(r"^([\w-]+) ?: ?(?=\S)", r"\1:", text)
        text += " " if text.endswith(":") else ""  # a variable that is empty
    return Declaration(text, name, variables(nodes) - {name})
