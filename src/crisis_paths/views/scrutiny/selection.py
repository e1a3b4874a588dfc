"""Chapter 7.2: what a fit of five cases is worth, and what one case more or less does to it."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from markupsafe import Markup

from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.scrutiny.crisis_sets import FIVE
from crisis_paths.scrutiny.robustness import Effect, adding, fits, hypothetical, leave_one_out
from crisis_paths.scrutiny.selection import Separation
from crisis_paths.views.kit.explorer import Explorer, Leaf, Region
from crisis_paths.views.kit.output import Page, table
from crisis_paths.views.kit.parts import choice, exactly, folded, line, told, verdict
from crisis_paths.views.scrutiny.effects import (
    facts,
    formulas,
    needs,
    outcome_word,
    until_set,
    verdict_on,
)

YES, NO, OPEN = "yes", "no", "open"
BETS = {True: YES, False: NO, None: OPEN}
BOTH, OTHER = "both", "other"


def often(share: Fraction) -> str:
    """A share in words.

    Examples
    --------
    >>> often(Fraction(1, 5)), often(Fraction(2, 5)), often(Fraction(0))
    ('one time in five', 'two times in five', 'never')
    """
    numbers = {1: _("one"), 2: _("two"), 3: _("three"), 4: _("four"), 5: _("five")}
    numerator, denominator = (numbers.get(n, str(n)) for n in share.as_integer_ratio())
    if not share:
        return _("never")
    words = _("one time in {all}") if share.numerator == 1 else _("{some} times in {all}")
    return words.format(some=numerator, all=denominator)


def _groups(found: Separation) -> list[str]:
    one, item = _("Group {number}: {cases}"), _("{case} ({outcome})")
    named = [
        one.format(
            number=number,
            cases=", ".join(
                item.format(case=case.title, outcome=outcome_word(case.outcome)) for case in group
            ),
        )
        for number, group in enumerate(found.groups, 1)
    ]
    left = _("Not coded by the article, and left out: {cases}")
    if found.unknown:
        named.append(left.format(cases=", ".join(case.title for case in found.unknown)))
    return named


def _separates(found: Separation) -> str:
    return {
        True: _("It separates them: no group holds crises of both outcomes."),
        False: _("It does not separate them: one group holds crises of both outcomes."),
        None: _("It hangs on a coding that the article leaves open; the others are separated."),
    }[found.separates]


def _by_chance(found: Separation) -> str:
    if not found.chance:
        return _(
            "By chance: never. One crisis alone got out of hand, and here no group holds one case"
            " alone."
        )
    words = _(
        "By chance: {often}. Deal the outcomes out over these {cases} cases in every way; in that"
        " share of the ways a condition with groups of this size separates them too."
    )
    return words.format(often=often(found.chance), cases=sum(map(len, found.groups)))


def chance_explorer() -> Explorer:
    """Pick a condition, bet whether it sets the outcomes apart, and see what that is worth.

    Examples
    --------
    >>> len(chance_explorer().settings())
    24
    """
    candidates = {found.candidate.value: found for found in fits()}
    picked = choice(
        "condition",
        _("The condition"),
        *((name, found.candidate.label) for name, found in candidates.items()),
    )
    bet = choice(
        "bet",
        _("Your bet: it separates the crisis that got out of hand from the others"),
        (YES, _("yes")),
        (NO, _("no")),
        (OPEN, _("the article leaves it open")),
    )
    said = until_set(_("Pick a condition, then bet."), picked, bet)
    shown, lines = [], []
    for name, found in candidates.items():
        for guess in bet.values:
            words = told(_separates(found), BETS[found.separates] == guess)
            said.append(Leaf(exactly({"condition": name, "bet": guess}), verdict(words)))
        drawn = Markup("").join(map(line, (*_groups(found), _by_chance(found))))
        shown.append(Leaf({"condition": (name,), "bet": bet.values}, drawn))
        lines.append(
            (found.candidate.label, _separates(found), "; ".join(_groups(found)), _by_chance(found))
        )
    heads = (_("Condition"), _("Separates?"), _("Groups"), _("By chance"))
    return Explorer(
        name="chance",
        title=_("Which condition separates the outcomes, and how often would chance?"),
        choices=(picked, bet),
        regions=(Region("verdict", tuple(said), live=True), Region("groups", tuple(shown))),
        twin=folded(
            _("All {count} conditions in a table").format(count=len(lines)), table(heads, lines)
        ),
        text="\n".join(" | ".join(cells) for cells in lines),
    )


def fits_table() -> Page:
    """Which conditions separate the outcomes, and how often chance would do as well.

    Examples
    --------
    >>> print(fits_table().text.splitlines()[0])
    perceived control | 4 + 1 | yes | one time in five
    """
    words = {True: _("yes"), False: _("no"), None: _("open")}
    lines = [
        (
            found.candidate.label,
            " + ".join(str(len(group)) for group in found.groups),
            words[found.separates],
            often(found.chance),
        )
        for found in fits()
    ]
    heads = (_("Condition"), _("Cases in its groups"), _("Separates?"), _("By chance"))
    return Page(table(heads, lines, cards=False), "\n".join(" | ".join(cells) for cells in lines))


def changes() -> Iterator[tuple[str, str, Effect]]:
    """Every change of one case: its name, its label, and what it makes of the formula.

    Examples
    --------
    >>> [name for name, _label, _found in changes()][4:7]
    ['without-ukraine-2022', 'with-weak-continued-manageable', 'with-weak-continued-unmanageable']
    """
    without, added = _("Leave out {case}"), _("Add one: {control}, {balance}, {outcome}")
    titles = {case.id: case.title for case in FIVE}
    for name, found in leave_one_out().items():
        slug = name.replace("_", "-")
        yield f"without-{slug}", without.format(case=titles[name]), found
    for control, balance, outcome in product((Control.WEAK, Control.STRONG), Balance, Outcome):
        label = added.format(
            control=_(control.value), balance=_(balance.value), outcome=outcome_word(outcome)
        )
        imagined = hypothetical(balance, control, outcome)
        yield f"with-{control}-{balance}-{outcome}", label, adding(imagined)


def leave_out() -> Explorer:
    """Take a case away or imagine one more, and bet on the shortest formula.

    Examples
    --------
    >>> len(leave_out().settings())
    26
    """
    known = {name: (label, found) for name, label, found in changes()}
    changed = choice(
        "change", _("The change"), *((name, label) for name, (label, _found) in known.items())
    )
    bet = choice(
        "bet",
        _("Your bet: the shortest formula for a crisis out of hand is then"),
        (BOTH, _("weak and adjusted, both together")),
        (OTHER, _("another one, several, or none")),
    )
    said = until_set(_("Pick a change, then bet."), changed, bet)
    shown, lines = [], []
    for name, (label, found) in known.items():
        for guess in bet.values:
            words = told(needs(found), found.needs_both == (guess == BOTH))
            said.append(Leaf(exactly({"change": name, "bet": guess}), verdict(words)))
        drawn = Markup("").join((line(verdict_on(found)), facts(found)))
        shown.append(Leaf({"change": (name,), "bet": bet.values}, drawn))
        nearest, shortest = formulas(found.conservative), formulas(found.parsimonious)
        lines.append((label, nearest, shortest, verdict_on(found)))
    heads = (_("Change"), _("Nearest to the cases"), _("Shortest"), _("Against the framework"))
    return Explorer(
        name="leave-out",
        title=_("One case less, or one case more"),
        choices=(changed, bet),
        regions=(Region("verdict", tuple(said), live=True), Region("formulas", tuple(shown))),
        twin=folded(
            _("All {count} changes in a table").format(count=len(lines)), table(heads, lines)
        ),
        text="\n".join(" | ".join(cells) for cells in lines),
    )
