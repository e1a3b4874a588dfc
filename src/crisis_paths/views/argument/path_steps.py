"""A predicted path as readers see it: its steps with their rules, its figure, its crises."""

from itertools import groupby

from markupsafe import Markup

from crisis_paths.framework.cases import in_cell
from crisis_paths.framework.paths import CrisisPath, HegemonResponse
from crisis_paths.framework.prediction import every_path
from crisis_paths.i18n import _
from crisis_paths.views.argument.figures import figure_svg
from crisis_paths.views.kit.rule_table import cite
from explorers.outputs import joined, table


def what_decides(path: CrisisPath) -> str:
    """Say the one thing that a wrong bet on this path overlooks."""
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


def path_steps(path: CrisisPath) -> Markup:
    """Return the path as a list: an actor an item, and what it does, why, and by which rule.

    Parameters
    ----------
    path : CrisisPath
        A predicted path.

    Examples
    --------
    >>> from crisis_paths.framework.prediction import predict
    >>> path_steps(predict("continued", "strong")).count("<li")
    5
    """
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
                        rule=cite(step.rule, step.standing),
                    )
                    for step in steps
                ),
            )
            for actor, steps in groupby(path.steps, key=lambda step: step.actor)
        )
    )


def drawn_path(path: CrisisPath, note: Markup) -> Markup:
    """Return a path as a reader sees it: the figure, the steps beside it, and a note below.

    Parameters
    ----------
    path : CrisisPath
        The path to draw.
    note : Markup
        What is said below.

    Examples
    --------
    >>> from crisis_paths.framework.prediction import predict
    >>> drawn_path(predict("continued", "strong"), Markup("<p>N</p>")).endswith("<p>N</p></div>")
    True
    """
    return Markup(
        '<div class="path" data-path="{cell}"><div class="crisis-figure">{svg}</div>{steps}'
        "{note}</div>"
    ).format(cell=path.cell, svg=figure_svg(path), steps=path_steps(path), note=note)


def drawn_below() -> str:
    """Say, for those who hear the answer, that the path has appeared with it.

    Examples
    --------
    >>> drawn_below()
    'The path is drawn below.'
    """
    return _("The path is drawn below.")


def cell_cases(path: CrisisPath) -> Markup:
    """Return which crises Table 2 puts into a path's cell, and what is special of them."""
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


def path_alternative() -> Markup:
    """Return the explorer in words: a table of every combination, its path, rules and sections.

    Examples
    --------
    >>> path_alternative().count("<ol>")
    8
    """
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
                            rule=cite(step.rule, step.standing),
                        )
                        for step in path.steps
                    )
                ),
            )
            for path in every_path()
        ),
        kind="alternative",
    )
