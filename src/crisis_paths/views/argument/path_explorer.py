"""The book's main explorer: set the variables, bet, and read the predicted path."""

from collections.abc import Mapping
from itertools import groupby

from markupsafe import Markup

from crisis_paths.framework.cases import in_cell
from crisis_paths.framework.paths import CrisisPath, HegemonResponse
from crisis_paths.framework.prediction import every_path
from crisis_paths.framework.variables import Outcome
from crisis_paths.i18n import _
from crisis_paths.views.argument.figures import figure_svg
from crisis_paths.views.kit.explorer import UNSET, Choice, Explorer, Leaf, Region
from crisis_paths.views.kit.framework_choices import balance_choice, control_choice, outcome_bet
from crisis_paths.views.kit.output import joined, table
from crisis_paths.views.kit.parts import choice, folded, line, prompt
from crisis_paths.views.kit.rule_table import cite

BETS = tuple(outcome.value for outcome in Outcome)


def _choices() -> tuple[Choice, ...]:
    asked = _("Political turmoil in the state?")
    return (
        choice("turmoil", asked, ("yes", _("Yes")), ("no", _("No")), start="yes"),
        balance_choice(),
        control_choice(_("The hegemon sees its control as")),
        outcome_bet(_("Your bet: the crisis will be")),
    )


def outcome_sign(outcome: Outcome, *, named: bool = False) -> Markup:
    """A sign that tells the outcomes apart by shape: a closed ring, or a burst one.

    Parameters
    ----------
    outcome : Outcome
        What it stands for.
    named : bool
        Whether a screen reader says the outcome here; off where the words beside it do.
    """
    shape = (
        '<circle cx="12" cy="12" r="8" fill="none" stroke-width="3"/>'
        if outcome is Outcome.MANAGEABLE
        else '<path d="M12 2v6M12 16v6M2 12h6M16 12h6M5 5l4 4M15 15l4 4M5 19l4-4M15 9l4-4"'
        ' fill="none" stroke-width="3"/>'
    )
    return Markup(
        '<svg class="outcome-sign" viewBox="0 0 24 24" width="24" height="24"'
        ' stroke="currentColor" {said}>{shape}</svg>'
    ).format(
        said=Markup('role="img" aria-label="{}"').format(_(outcome.value))
        if named
        else Markup('aria-hidden="true"'),
        shape=Markup(shape),
    )


def _what_decides(path: CrisisPath) -> str:
    """The one thing that a wrong bet on this path overlooks."""
    return {
        HegemonResponse.LIMITED_OR_NONE: _(
            "The kept balance blocks the external powers, and the hegemon is confident: whether"
            " or not it acts, the turmoil can probably be managed."
        ),
        HegemonResponse.LIMITED: _(
            "The two compete, but the hegemon’s limited intervention keeps the crisis"
            " manageable. It is less firmly so than with a kept balance, and may intensify."
        ),
        HegemonResponse.SUPPORTING: _(
            "The kept balance lessens the external powers’ will and room. A hegemon in doubt may"
            " do more, and what it puts in helps the state to manage the crisis."
        ),
        HegemonResponse.CONTENDING: _(
            "The adjustment draws the external powers in and doubt drives the hegemon. Both"
            " reach for stronger means, and their rivalry enters the state."
        ),
    }[path.hegemon_response]


def verdict(path: CrisisPath, bet: str) -> str:
    """Does the bet hold, and what decides? Two short sentences.

    Parameters
    ----------
    path : CrisisPath
        The predicted path.
    bet : {"manageable", "unmanageable"}
        What the reader expected.

    Examples
    --------
    >>> from crisis_paths.framework.prediction import predict
    >>> verdict(predict("adjusted", "weak"), "manageable").split(".")[0]
    'Your bet missed: the framework predicts unmanageable'
    """
    holds = bet == path.outcome.value
    template = (
        _("Your bet holds: the framework predicts {verdict}. {why}")
        if holds
        else _("Your bet missed: the framework predicts {verdict}. {why}")
    )
    return template.format(verdict=path.verdict, why=_what_decides(path))


def path_steps(path: CrisisPath, rules_page: str = "") -> Markup:
    """The path as a list: an actor an item, and what it does, why, and by which rule."""
    item = Markup('<li class="actor-{actor}"><strong>{label}</strong>\n{moves}</li>')
    move = Markup(
        '<p>{text} <span class="because">{because} <span class="rule">{rule}</span></span></p>'
    )
    return Markup('<ol class="path-steps">\n{}\n</ol>').format(
        joined(
            item.format(
                actor=actor,
                label=actor.label,
                moves=joined(
                    move.format(
                        text=step.text,
                        because=step.because,
                        rule=cite(step.rule, step.standing, rules_page),
                    )
                    for step in steps
                ),
            )
            for actor, steps in groupby(path.steps, key=lambda step: step.actor)
        )
    )


def drawn_path(path: CrisisPath, note: Markup, rules_page: str = "") -> Markup:
    """A path as a reader sees it: the figure, the steps beside it, and a note below.

    Parameters
    ----------
    path : CrisisPath
        The path to draw.
    note : Markup
        What is said below.
    rules_page : str
        The address of the page that lists the rules, from the page where this stands.
    """
    return Markup(
        '<div class="path" data-path="{cell}"><div class="crisis-figure">{svg}</div>{steps}'
        "{note}</div>"
    ).format(cell=path.cell, svg=figure_svg(path), steps=path_steps(path, rules_page), note=note)


def drawn_below() -> str:
    """What whoever hears the answer is told of the path that has appeared with it.

    Examples
    --------
    >>> drawn_below()
    'The path is drawn below, and told step by step.'
    """
    return _("The path is drawn below, and told step by step.")


def _cases(path: CrisisPath) -> Markup:
    cases = in_cell(path.cell)
    if not cases:
        return Markup('<p class="cell-cases">{}</p>').format(
            _("Table 2 has no crisis in this cell: the prediction rests on the logic alone.")
        )
    with_, without = _("{case} (with turmoil)"), _("{case} (without turmoil)")
    named = ", ".join((with_ if c.turmoil else without).format(case=c.title) for c in cases)
    lines = [_("The article puts here: {cases}.").format(cases=named)]
    if not any(case.turmoil is path.turmoil for case in cases):
        lines.append(_("None of them has turmoil as you set it."))
    comparison = _("{case} is there for comparison: Table 2 alone carries its place.")
    lines += [comparison.format(case=case.title) for case in cases if case.comparison]
    return Markup('<p class="cell-cases">{}</p>').format(" ".join(lines))


def _when(path: CrisisPath, *names: str) -> Mapping[str, tuple[str, ...]]:
    values = {
        "turmoil": "yes" if path.turmoil else "no",
        "balance": path.balance.value,
        "control": path.control.value,
    }
    return {name: (values[name],) for name in names}


def _regions(rules_page: str) -> tuple[Region, ...]:
    paths = every_path()
    cells = [path for path in paths if path.turmoil]
    hint = Leaf(
        {"bet": (UNSET,)},
        prompt(_("Set the three conditions, then place your bet. The path appears here.")),
    )
    verdicts = [
        Leaf(
            {**_when(path, "balance", "control"), "bet": (bet,)},
            Markup('<p class="verdict outcome-{outcome}">{sign} <span>{words}</span></p>').format(
                outcome=path.outcome, sign=outcome_sign(path.outcome), words=verdict(path, bet)
            ),
        )
        for path in cells
        for bet in BETS
    ]
    # turmoil alone leaves the verdict as it is: whoever only hears the answer must hear this too
    begun = {
        "yes": _("It begins in turmoil at home."),
        "no": _("It begins without turmoil at home."),
    }
    begins = [
        Leaf({"turmoil": (v,), "bet": BETS}, line(f"{words} {drawn_below()}"))
        for v, words in begun.items()
    ]
    drawn = [
        Leaf(
            {**_when(path, "turmoil", "balance", "control"), "bet": BETS},
            drawn_path(path, _cases(path), rules_page),
        )
        for path in paths
    ]
    return (Region("verdict", (hint, *verdicts, *begins), live=True), Region("path", tuple(drawn)))


def path_twin(rules_page: str = "") -> Markup:
    """The explorer in words: a table of every combination, its path, rules and sections."""
    step_line = Markup("<li>{actor}: {text} <small>({rule})</small></li>")
    with_, without = _("turmoil, {balance}, {control}"), _("no turmoil, {balance}, {control}")
    return table(
        (_("Setting"), _("Predicted"), _("Path, with the rule and its place")),
        (
            (
                (with_ if path.turmoil else without).format(
                    balance=_(path.balance.value), control=_(path.control.value)
                ),
                path.verdict,
                Markup("<ol>{}</ol>").format(
                    joined(
                        step_line.format(
                            actor=step.actor.label,
                            text=step.text,
                            rule=cite(step.rule, step.standing, rules_page),
                        )
                        for step in path.steps
                    )
                ),
            )
            for path in every_path()
        ),
        kind="twin",
    )


def path_explorer(*, rules_page: str = "") -> Explorer:
    """The explorer of chapter 3: turmoil, balance, control, and a bet.

    Parameters
    ----------
    rules_page : str
        The address of the page that lists the rules, from the page where this stands.

    Returns
    -------
    Explorer
        To be displayed by the cell that calls this.

    Examples
    --------
    >>> len(path_explorer().settings())
    16
    """
    return Explorer(
        name="path",
        title=_("Crisis path explorer"),
        choices=_choices(),
        regions=_regions(rules_page),
        twin=folded(_("Every combination in words"), path_twin(rules_page)),
        text="\n\n".join(path.explain() for path in every_path()),
    )
