"""Rules of the merged style sheet that no page of the book can ever use, left out.

The theme brings a whole framework; a book uses a tenth of it, and a browser reads all of it before
it paints the first word. A rule stays if every class, id and element that it asks for stands in
some page, or is named in a script that might put it there. What stands inside ``:not()``,
``:is()`` and the like is not judged: in doubt a rule stays.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_OPENING = re.compile(r"<([a-z][\w-]*)((?:\s+[^<>\s=]+(?:=(?:\"[^\"]*\"|'[^']*'))?)*)", re.I)
_NAMED = re.compile(r"\b(class|id)=(?:\"([^\"]*)\"|'([^']*)')")
_STRING = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_EMPTY_BLOCK = re.compile(r"@(?:media|supports)[^{};]*\{\s*\}")
_FRAME = re.compile(r"\s*(?:from|to|[\d.]+%)(?:\s*,\s*(?:from|to|[\d.]+%))*\s*")
_PARENTHESES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PART = re.compile(r"(?P<mark>::?|[.#])?(?P<name>-?[A-Za-z_][\w-]*)")
_PROPERTY = re.compile(r"(?:^|;)(--[\w-]+):(?:\"[^\"]*\"|'[^']*'|[^;\"'])*")
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
_VARIABLE = re.compile(r"--[A-Za-z][\w-]*")
_REFERENCE = re.compile(r"var\(\s*(--[\w-]+)")


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

    def has(self, mark: str, name: str) -> bool:
        """Say whether an element (no mark) or a class or id of this name may be met."""
        if mark in (":", "::"):
            return True
        if not mark:
            return name.lower() in self.elements
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
    >>> found = vocabulary(['<p class="a b" id="c">d</p>'], ["add('e', `f-${g}`)"])
    >>> sorted(found.names), found.beginnings, "p" in found.elements
    (['a', 'b', 'c', 'e', 'f-', 'g'], ('f-',), True)
    """
    pages, scripts, sheets = list(pages), list(scripts), list(sheets)
    elements: set[str] = set()
    names = {name for sheet in sheets for name in _CLASS.findall(sheet)}
    for page in pages:
        elements |= {match[1].lower() for match in _OPENING.finditer(page)}
        for match in _NAMED.finditer(page):
            names |= set((match[2] or match[3] or "").split())
    said: set[str] = set()
    for script in scripts:
        for match in _STRING.finditer(script):
            said |= set(_WORD.findall(match[1] or match[2] or match[3] or ""))
    return Vocabulary(
        frozenset(elements | {word.lower() for word in said}),
        frozenset(names | said),
        tuple(sorted(word for word in said if word.endswith("-") and len(word) > 1)),
        frozenset(name for text in (*pages, *scripts, *sheets) for name in _VARIABLE.findall(text)),
    )


def alternatives(selector: str) -> Iterator[str]:
    """Yield the selectors of a list.

    Examples
    --------
    >>> list(alternatives("a,b:is(c,d) e"))
    ['a', 'b:is(c,d) e']
    """
    depth, start = 0, 0
    for index, character in enumerate(selector):
        if character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
        elif character == "," and not depth:
            yield selector[start:index]
            start = index + 1
    yield selector[start:]


def may_match(selector: str, known: Vocabulary) -> bool:
    """Say whether some page may have what the selector asks for.

    Examples
    --------
    >>> known = Vocabulary(frozenset({"p"}), frozenset({"a"}))
    >>> [may_match(s, known) for s in ("p.a", "p.b", ".a:not(.b)", "p > table", ":root")]
    [True, False, True, False, True]
    """
    bare, before = selector, ""
    while bare != before:
        before, bare = bare, _PARENTHESES.sub("", bare)
    return all(known.has(part["mark"] or "", part["name"]) for part in _PART.finditer(bare))


def purge(css: str, known: Vocabulary) -> str:
    """Return `css` without the rules that no page can use, and without unused variables.

    Examples
    --------
    >>> known = Vocabulary(frozenset({"p"}), frozenset({"a"}))
    >>> purge("p{top:0}.b{top:0}.a,.b{--x:1;left:0}@media print{.b{top:1}}", known)
    'p{top:0}.a{left:0}'
    """

    def kept(rule: re.Match) -> str:
        said = _COMMENT.findall(rule[1])  # licences stay, and are no part of the selector
        # nor are statements such as @charset, which stand before the rule
        head, end, selector = _COMMENT.sub("", rule[1]).rpartition(";")
        bare, body = selector.strip(), rule[2]
        if bare.startswith("@") or _FRAME.fullmatch(bare):
            return rule[0]
        found = [one.strip() for one in alternatives(bare) if may_match(one, known)]
        before = head + end + "".join(said)
        return f"{before}{','.join(found)}{{{body}}}" if found else before

    css = _RULE.sub(kept, css)
    while (fewer := _EMPTY_BLOCK.sub("", css)) != css:
        css = fewer
    return _without_unused_variables(css, known.variables)


def _without_unused_variables(css: str, elsewhere: frozenset[str]) -> str:
    """Variables that nothing refers to, and those that only such ones refer to, go."""
    while True:
        used = elsewhere.union(_REFERENCE.findall(css))

        def kept(rule: re.Match, used: frozenset[str] = used) -> str:
            body = _PROPERTY.sub(lambda p: p[0] if p[1] in used else "", rule[2]).lstrip(";")
            return f"{rule[1]}{{{body}}}" if body.strip("; \n") else ""

        fewer = _RULE.sub(kept, css)
        if fewer == css:
            return css
        css = fewer
