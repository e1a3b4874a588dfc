"""Chapter 7.2: what a fit of five cases is worth, and what one case more or less does to it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from markupsafe import Markup

from crisis_paths.framework.cases import Case
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.scrutiny.crisis_sets import FIVE
from crisis_paths.scrutiny.robustness import Effect, adding, fits, hypothetical, leave_one_out
from crisis_paths.scrutiny.selection import Separation
from crisis_paths.views.kit.marks import outcome_sign
from crisis_paths.views.scrutiny.effects import facts, formulas, needs, outcome_word, verdict_on
from crisis_paths.words import slug
from explorers.beside import beside
from explorers.bets import Answer, bet_explorer
from explorers.choices import Choice, Look, Option, Setting, choice
from explorers.explorer import Explorer
from explorers.outputs import Page, joined, table
from explorers.parts import line

YES, NO, OPEN = "yes", "no", "open"
BETS = {True: YES, False: NO, None: OPEN}
BOTH, OTHER = "both", "other"


def often(share: Fraction) -> str:
    """Return a share in words.

    Parameters
    ----------
    share : Fraction
        From 0 to 1.

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


def _groups(separation: Separation) -> list[str]:
    one, item = _("Group {number}: {cases}"), _("{case} ({outcome})")
    named = [
        one.format(
            number=number,
            cases=", ".join(
                item.format(case=case.title, outcome=outcome_word(case.outcome)) for case in group
            ),
        )
        for number, group in enumerate(separation.groups, 1)
    ]
    left = _("Not coded by the article, and left out: {cases}")
    if separation.unknown:
        named.append(left.format(cases=", ".join(case.title for case in separation.unknown)))
    return named


def _separates(separation: Separation) -> str:
    return {
        True: _("It separates them: no group holds crises of both outcomes."),
        False: _("It does not separate them: one group holds crises of both outcomes."),
        None: _("That depends on a coding that the article leaves open; the others are separated."),
    }[separation.separates]


def _by_chance(separation: Separation) -> str:
    if not separation.chance:
        return _(
            "By chance: never. One crisis alone got out of hand, and here no group holds one case"
            " alone."
        )
    words = _(
        "By chance: {often}. Deal the outcomes out over these {cases} cases in every way; in that"
        " share of the ways a condition with groups of this size separates them too."
    )
    return words.format(often=often(separation.chance), cases=sum(map(len, separation.groups)))


def chance_explorer() -> Explorer:
    """Return an explorer: pick a condition, and bet whether it sets the outcomes apart.

    Examples
    --------
    >>> len(chance_explorer().settings())
    24
    """
    candidates = {separation.candidate.value: separation for separation in fits()}

    def answer(setting: Setting) -> Answer:
        separation = candidates[setting["condition"]]
        groups, by_chance = _groups(separation), _by_chance(separation)
        separates = _separates(separation)
        return Answer(
            BETS[separation.separates],
            separates,
            detail=joined(map(line, (*groups, by_chance)), ""),
            row=(separation.candidate.label, separates, "; ".join(groups), by_chance),
        )

    base = bet_explorer(
        "chance",
        _("Which condition separates the outcomes, and how often would chance?"),
        (
            choice(
                "condition",
                _("The condition"),
                *((name, separation.candidate.label) for name, separation in candidates.items()),
                look=Look.CHIPS,
            ),
        ),
        choice(
            "bet",
            _("Your bet: it separates the crisis that got out of hand from the others"),
            (YES, _("yes")),
            (NO, _("no")),
            (OPEN, _("the article leaves it open")),
            look=Look.BET,
        ),
        answer,
        hint=_("Pick a condition, then bet."),
        summary=_("All {count} conditions in a table"),
        heads=(_("Condition"), _("Separates?"), _("Groups"), _("By chance")),
        region="groups",
    )
    names = (one.name for one in base.choices)
    return replace(base, layout=beside(names, (one.name for one in base.regions)))


def fits_table() -> Page:
    """Return which conditions separate the outcomes, and how often chance would do as well.

    Examples
    --------
    >>> print(fits_table().text.splitlines()[0])
    perceived control | 4 + 1 | yes | one time in five
    """
    words = {True: _("yes"), False: _("no"), None: _("open")}
    lines = [
        (
            separation.candidate.label,
            " + ".join(str(len(group)) for group in separation.groups),
            words[separation.separates],
            often(separation.chance),
        )
        for separation in fits()
    ]
    heads = (_("Condition"), _("Cases in its groups"), _("Separates?"), _("By chance"))
    return Page(table(heads, lines, cards=False), "\n".join(" | ".join(cells) for cells in lines))


def changes() -> Iterator[tuple[str, str, Effect]]:
    """Yield every change of one case: its name, its label, and what it makes of the formula.

    Examples
    --------
    >>> [name for name, _label, _effect in changes()][4:7]
    ['without-ukraine-2022', 'with-weak-continued-manageable', 'with-weak-continued-unmanageable']
    """
    without, added = _("Leave out {case}"), _("Add one: {control}, {balance}, {outcome}")
    titles = {case.id: case.title for case in FIVE}
    for name, effect in leave_one_out().items():
        yield f"without-{slug(name)}", without.format(case=titles[name]), effect
    for control, balance, outcome in product((Control.WEAK, Control.STRONG), Balance, Outcome):
        label = added.format(
            control=_(control.value), balance=_(balance.value), outcome=outcome_word(outcome)
        )
        imagined = hypothetical(balance, control, outcome)
        yield f"with-{control}-{balance}-{outcome}", label, adding(imagined)


def leave_out() -> Explorer:
    """Return an explorer: take a case away or imagine one more, and bet on the shortest formula.

    Examples
    --------
    >>> len(leave_out().settings())
    26
    """
    known = {name: (label, effect) for name, label, effect in changes()}
    places = list(_places())

    def answer(setting: Setting) -> Answer:
        label, effect = known[setting["change"]]
        nearest, shortest = formulas(effect.conservative), formulas(effect.parsimonious)
        return Answer(
            BOTH if effect.needs_both else OTHER,
            needs(effect),
            detail=line(verdict_on(effect)) + facts(effect),
            row=(label, nearest, shortest, verdict_on(effect)),
        )

    def asks(setting: Setting) -> str:
        label, effect = known[setting["change"]]
        lost = sum(case.outcome is Outcome.UNMANAGEABLE for case in effect.cases)
        return _("{change}: {cases} cases, {lost} of them out of hand. Place your bet.").format(
            change=label, cases=len(effect.cases), lost=lost
        )

    base = bet_explorer(
        "leave-out",
        _("One case less, or one case more"),
        (
            Choice(
                "change",
                _("The change"),
                tuple(
                    Option(place.name, known[place.name][0], sign=place.chip) for place in places
                ),
                look=Look.CHIPS,
            ),
        ),
        choice(
            "bet",
            _("Your bet: the shortest formula for a crisis out of hand is then"),
            (BOTH, _("weak and adjusted, both together")),
            (OTHER, _("another one, several, or none")),
            look=Look.LINES,
        ),
        answer,
        hint=_("Pick a change, then bet."),
        summary=_("All {count} changes in a table"),
        heads=(_("Change"), _("Nearest to the cases"), _("Shortest"), _("Against the framework")),
        region="formulas",
        asks=asks,
    )
    lifted = Markup('<div class="lift">{}{{choice-change}}</div>').format(_ground())
    controls = beside(("change", "bet"), ("verdict", "formulas"))
    return replace(
        base,
        layout=Markup(controls.replace("{choice-change}", lifted)),
        placing=_placing(base.name, places),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """A change of one case as a chip in its cell: the option, the chip, the cell, the row in it."""

    name: str
    chip: Markup
    control: Control
    balance: Balance
    row: int


def _places() -> Iterator[_Place]:
    """Yield the chips: the five crises to be lifted out, and a place for a new one of each kind."""
    chip = Markup('<b class="lift-chip {kind}" aria-hidden="true">{sign} {words}</b>')
    taken: dict[tuple[Control, Balance], int] = {}

    def place(name: str, cell: tuple[Control, Balance], kind: str, case: Case) -> _Place:
        taken[cell] = taken.get(cell, -1) + 1
        words = case.title if kind == "lift-out" else _("add: {how}")
        drawn = chip.format(
            kind=kind,
            sign=outcome_sign(case.outcome),
            words=words.format(how=outcome_word(case.outcome)),
        )
        return _Place(name, drawn, *cell, taken[cell])

    for case in FIVE:
        cell = case.control, case.balance
        yield place(f"without-{slug(case.id)}", cell, "lift-out", case)
    for control, balance, outcome in product((Control.WEAK, Control.STRONG), Balance, Outcome):
        imagined = hypothetical(balance, control, outcome)
        name = f"with-{control}-{balance}-{outcome}"
        yield place(name, (control, balance), "lift-in", imagined)


ROWS = {Control.STRONG: 2, Control.WEAK: 8}  # where the rows of a perception begin in the picture
COLUMNS = {Balance.CONTINUED: 2, Balance.ADJUSTED: 3}


def _placing(name: str, places: list[_Place]) -> str:
    """Return the rules that put each chip in its cell."""
    rule = "[data-explorer={explorer}] label:has([value={value}]){{grid-area:{row}/{column}}}"
    return "\n".join(
        rule.format(
            explorer=name,
            value=one.name,
            row=ROWS[one.control] + one.row,
            column=COLUMNS[one.balance],
        )
        for one in places
    )


def _ground() -> Markup:
    """Return the four cells behind the chips, for the eye: each chip says its cell in words."""
    head = Markup('<b class="{kind}">{words}</b>')
    pieces = [
        head.format(kind="lift-continued", words=_("Balance continued")),
        head.format(kind="lift-adjusted", words=_("Balance adjusted")),
        head.format(kind="map-row lift-strong", words=_("Control strong")),
        head.format(kind="map-row lift-weak", words=_("Control weak")),
        *(
            Markup('<i class="lift-{} lift-{}"></i>').format(control, balance)
            for control in Control
            for balance in Balance
        ),
    ]
    return Markup('<div class="lift-ground" aria-hidden="true">{}</div>').format(joined(pieces, ""))
