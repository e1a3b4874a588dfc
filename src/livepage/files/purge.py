"""Rules of the merged style sheet that no page of the book can ever use, left out.

The theme brings a whole framework; a book uses a tenth of it, and a browser reads all of it before
it paints the first word. A rule stays if every class, id and element that it asks for stands in
some page, or is named in a script that might put it there. What stands inside ``:not()``,
``:is()`` and the like is not judged: in doubt a rule stays.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from tinycss2.ast import HashToken, IdentToken

from livepage.files import css
from livepage.files.vocabulary import Vocabulary, variables


def may_match(selector: css.Values, known: Vocabulary) -> bool:
    """Say whether some page may have what the selector asks for.

    Examples
    --------
    >>> known = Vocabulary(frozenset({"p"}), frozenset({"a"}))
    >>> selectors = ("p.a", "p.b", ".a:not(.b)", "p > table", ":root", "svg|b")
    >>> [may_match(css.values(one), known) for one in selectors]
    [True, False, True, False, True, True]
    """
    if "|" in selector:  # a prefix that stands for a namespace
        return True
    before = None
    for node in selector:
        match node:
            case HashToken(value=name):
                met = known.has_name(name)
            case IdentToken(value=name) if before == ".":
                met = known.has_name(name)
            case IdentToken(lower_value=name) if before != ":":
                met = name in known.elements
            case _:
                met = True
        if not met:
            return False
        before = node
    return True


def without_unmet_rules(sheet: Iterable[css.Rule], known: Vocabulary) -> list[css.Rule]:
    """Return the sheet without the rules that no page can use.

    Examples
    --------
    >>> known = Vocabulary(frozenset({"p"}), frozenset({"a"}))
    >>> sheet = css.read("p{top:0}.b{top:0}.a,.b{left:0}@media print{.b{top:1}}")
    >>> css.write(without_unmet_rules(sheet, known))
    'p{top:0}.a{left:0}'
    """
    kept = (
        replace(rule, selectors=tuple(one for one in rule.selectors if may_match(one, known)))
        for rule in sheet
    )
    return [rule for rule in kept if rule.selectors or rule.other]


def without_unused_variables(
    sheet: Iterable[css.Rule], elsewhere: Iterable[str] = ()
) -> list[css.Rule]:
    """Return the sheet without variables that nothing refers to, and rules that hold no other.

    Parameters
    ----------
    sheet : iterable of Rule
        The sheet.
    elsewhere : iterable of str
        Variables that others refer to.

    Examples
    --------
    >>> sheet = css.read("p{--a:1;--b:2;top:var(--a)}q{--c:var(--b)}")
    >>> css.write(without_unused_variables(sheet))
    'p{--a:1;top:var(--a)}'
    """
    sheet = list(sheet)
    used = used_variables(sheet, elsewhere)

    def is_needed(declaration: css.Values) -> bool:
        name, _value = css.declared(declaration)
        return name in used or not name.startswith("--")

    kept = (
        replace(rule, declarations=tuple(filter(is_needed, rule.declarations))) for rule in sheet
    )
    return [rule for rule in kept if rule.other or any(map(css.words, rule.declarations))]


def used_variables(sheet: Iterable[css.Rule], elsewhere: Iterable[str] = ()) -> set[str]:
    """Return the variables that something refers to, other than unused variables.

    Examples
    --------
    >>> sheet = css.read("p{--a:var(--b);--b:1;--c:2;--d:var(--e);--e:3;top:var(--a)}")
    >>> sorted(used_variables(sheet))
    ['--a', '--b']
    """
    used, needs = set(elsewhere), defaultdict(set)
    for rule in sheet:
        used |= variables([rule.other] if rule.other else [])
        for declaration in rule.declarations:
            name, value = css.declared(declaration)
            if name.startswith("--"):
                needs[name] |= variables(value)
            else:
                used |= variables(declaration)
    pending = [*used]
    while pending:
        new = needs[pending.pop()] - used
        used |= new
        pending += new
    return used
