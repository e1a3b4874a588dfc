"""The elements of one page: of what kinds they are, and what its scripts may make of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape

_OPENING = re.compile(r"<([A-Za-z][\w-]*)((?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(r"([^\s\"'=/>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_STRING = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_MADE = re.compile(
    r"(?:classList\.\w+|className =|createElement|setAttribute|<)\W{0,3}([A-Za-z][\w -]*)"
)
_PROPERTY = re.compile(r"\.(?:dataset\.(\w+)|aria(\w+))")
_VARIABLE = re.compile(r"--[A-Za-z][\w-]*")
# what a browser, or a script in the page itself, gives to elements
GIVEN = (
    "open",
    "hidden",
    "disabled",
    "data-theme",
    "data-mode",
    "data-painted",
    "data-has",
    "data-apparatus",
)
# how a value is compared with what is asked for
COMPARED = {
    "=": lambda value, asked: value == asked,
    "^=": lambda value, asked: value.startswith(asked),
    "$=": lambda value, asked: value.endswith(asked),
    "*=": lambda value, asked: asked in value,
    "~=": lambda value, asked: asked in value.split(),
    "|=": lambda value, asked: value == asked or value.startswith(f"{asked}-"),
}


@dataclass(frozen=True)
class Elements:
    """What a page consists of.

    Attributes
    ----------
    kinds : frozenset of frozenset of str
        For each kind of element its name in small letters, its classes and its id.
    attributes : mapping of str to set of str
        Names of attributes and the values that they have.
    said : frozenset of str
        What scripts name: they may make an element, or give it a class, an id or an attribute.
    beginnings : tuple of str
        Beginnings of names that scripts complete.
    variables : frozenset of str
        Style sheets' variables that stand in the page or its scripts.
    """

    kinds: frozenset[frozenset[str]]
    attributes: Mapping[str, set[str]] = field(default_factory=dict)
    said: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    variables: frozenset[str] = frozenset()

    @cached_property
    def of(self) -> dict[str, frozenset[frozenset[str]]]:
        """For each name the kinds of element that have it."""
        found: dict[str, set[frozenset[str]]] = {}
        for kind in self.kinds:
            for name in kind:
                found.setdefault(name, set()).add(kind)
        return {name: frozenset(kinds) for name, kinds in found.items()}

    def is_said(self, name: str) -> bool:
        """Say whether a script names this or begins it."""
        return name in self.said or name.startswith(self.beginnings)

    def have(self, names: Iterable[str]) -> bool:
        """Say whether some element may have all of these names.

        Examples
        --------
        >>> page = elements('<p class="a b"></p><i class="c"></i>', ["add('d')"])
        >>> page.have(["p", "a", "b"]), page.have(["a", "c"]), page.have(["c", "d"])
        (True, False, True)
        """
        asked = [name for name in names if not self.is_said(name)]
        if not asked:
            return True
        first, *others = (self.of.get(name, frozenset()) for name in asked)
        return bool(first.intersection(*others))

    def have_attribute(self, name: str, sign: str = "", asked: str = "") -> bool:
        """Say whether some element may have this attribute, and a value that compares so.

        Examples
        --------
        >>> page = elements('<p lang="zh-Hans"></p>', [])
        >>> [page.have_attribute("lang", "|=", one) for one in ("zh", "en")]
        [True, False]
        """
        if name in GIVEN or self.is_said(name):
            return True
        values = self.attributes.get(name)
        if values is None or sign not in COMPARED or name in ("class", "id", "style"):
            return values is not None
        return any(COMPARED[sign](value, asked) for value in values)


def elements(
    page: str, scripts: Iterable[str], own: Iterable[str] = (), live: Iterable[str] = ()
) -> Elements:
    """Return what stands in a page, and what its scripts may put there.

    Parameters
    ----------
    page : str
        The page.
    scripts : iterable of str
        Scripts of others that it loads: whatever they say in a string may come.
    own : iterable of str
        Those of ours, of which is known how they make things.
    live : iterable of str
        What is made by scripts that are too large to be read; ``role-`` is a beginning.
    """
    kinds: set[frozenset[str]] = set()
    attributes: dict[str, set[str]] = {}
    for tag, rest in set(_OPENING.findall(page)):
        kind = {tag.lower()}
        for name, *values in _ATTRIBUTE.findall(rest):
            value = unescape("".join(values))
            attributes.setdefault(name.lower(), set()).add(value)
            if name in ("class", "id"):
                kind.update(value.split())
        kinds.add(frozenset(kind))
    scripts, own = list(scripts), list(own)
    said = set(live)
    for script in scripts:
        for one in _STRING.findall(script):
            said.update(_WORD.findall("".join(one)))
    for script in own:
        said.update(word for made in _MADE.findall(script) for word in made.split())
    for data, aria in (one for script in (*scripts, *own) for one in _PROPERTY.findall(script)):
        said.add(f"data-{_dashed(data)}" if data else f"aria-{aria.lower()}")
    return Elements(
        frozenset(kinds),
        attributes,
        frozenset(said | {word.lower() for word in said}),
        tuple(sorted(word for word in said if word.endswith("-") and len(word) > 1)),
        frozenset(name for text in (page, *scripts, *own) for name in _VARIABLE.findall(text)),
    )


def _dashed(name: str) -> str:
    """Return a property of a data set as its attribute is written: ``aB`` as ``a-b``."""
    return re.sub("([A-Z])", lambda letter: f"-{letter[0].lower()}", name)
