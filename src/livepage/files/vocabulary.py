"""The names that a style sheet may ask for and find in a book: those of its pages and scripts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from tinycss2.ast import IdentToken, Node

from livepage.files import css

_OPENING = re.compile(r"<([A-Za-z][\w-]*)")
_NAMED = re.compile(r"(?:class|id)=(?:\"([^\"]*)\"|'([^']*)')")
_STRING = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_VARIABLE = re.compile(r"--[A-Za-z][\w-]*")


@dataclass(frozen=True)
class Vocabulary:
    """The names that a style sheet may ask for and find.

    Attributes
    ----------
    elements, names : frozenset of str
        Elements, and classes or ids, that stand in pages or are named by scripts.
    beginnings : tuple of str
        Beginnings of names that scripts complete by themselves.
    variables : frozenset of str
        Variables that pages, scripts or other sheets refer to.
    """

    elements: frozenset[str]
    names: frozenset[str]
    beginnings: tuple[str, ...] = ()
    variables: frozenset[str] = frozenset()

    def has_name(self, name: str) -> bool:
        """Say whether a class or an id of this name may be met."""
        return name in self.names or name.startswith(self.beginnings)


def vocabulary(
    pages: Iterable[str], scripts: Iterable[str], sheets: Iterable[str] = ()
) -> Vocabulary:
    """Return the names that stand in these pages and in the strings of these scripts.

    Parameters
    ----------
    pages, scripts : iterable of str
        All pages of the book, and the scripts that they load.
    sheets : iterable of str
        Style sheets that stay whole: what they ask for is taken to be met.

    Examples
    --------
    >>> found = vocabulary(['<p class="a b" id="c">d</p>'], ["add('e', `f-${g}`)"], [".h{top:0}"])
    >>> sorted(found.names), found.beginnings, "p" in found.elements
    (['a', 'b', 'c', 'e', 'f-', 'g', 'h'], ('f-',), True)
    """
    pages, scripts = list(pages), list(scripts)
    beside = [node for sheet in sheets for node in css.values(sheet)]
    elements: set[str] = set()
    names = set(class_names(beside))
    for page in pages:
        elements |= {name.lower() for name in set(_OPENING.findall(page))}
        for either, other in set(_NAMED.findall(page)):
            names |= set(unescape(either or other).split())
    said: set[str] = set()
    for script in scripts:
        for match in _STRING.finditer(script):
            said |= set(_WORD.findall(match[1] or match[2] or match[3] or ""))
    return Vocabulary(
        frozenset(elements | {word.lower() for word in said}),
        frozenset(names | said),
        tuple(sorted(word for word in said if word.endswith("-") and len(word) > 1)),
        variables(beside).union(
            name for text in (*pages, *scripts) for name in _VARIABLE.findall(text)
        ),
    )


def class_names(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield the classes that selectors ask for.

    Examples
    --------
    >>> list(class_names(css.values("p.a:not(.b) { margin: .5em }")))
    ['a', 'b']
    """
    before = None
    for node in css.walk(nodes):
        if before == "." and isinstance(node, IdentToken):
            yield node.value
        before = node


def variables(nodes: Iterable[Node]) -> frozenset[str]:
    """Return the variables that are mentioned, as ``var(--a)`` or otherwise.

    Examples
    --------
    >>> sorted(variables(css.values("calc(1px + var(--a, var(--b))) 'var(--c)'")))
    ['--a', '--b']
    """
    idents = (node.value for node in css.walk(nodes) if isinstance(node, IdentToken))
    return frozenset(name for name in idents if name.startswith("--"))
