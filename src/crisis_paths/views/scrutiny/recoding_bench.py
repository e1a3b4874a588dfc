"""Chapter 7.2: every coding of every case as a recoding, and what follows from them all."""

from itertools import product

from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework.cases import Case
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.scrutiny.crisis_sets import FIVE
from crisis_paths.scrutiny.recoding import Recoding, hypothetical
from crisis_paths.scrutiny.robustness import Effect, effect, effects
from crisis_paths.views.kit.formulas import in_words, solutions
from crisis_paths.views.kit.marks import outcome_sign
from crisis_paths.words import slug
from explorers.choices import NOTHING, Choice, ComputedChoice, Option
from explorers.explorer import Explorer
from explorers.outputs import Page, joined, table
from explorers.panels import Panel, Region
from explorers.parts import EMPTY, folded
from explorers.several import Several

CODED = {"balance": Balance, "control": Control, "outcome": Outcome}
CELLS = tuple((control, balance) for control in Control for balance in Balance)
FLAGS = {Outcome.MANAGEABLE: "managed", Outcome.UNMANAGEABLE: "unmanaged"}


def _cell(control: Control, balance: Balance) -> str:
    return f"{control.value}-{balance.value}"


def _choices() -> tuple[Choice, ...]:
    question = _("{case}: {what}")
    what = {"balance": _("balance"), "control": _("control"), "outcome": _("outcome")}
    return tuple(
        Choice(
            f"{slug(case.id)}-{name}",
            question.format(case=case.title, what=what[name]),
            tuple(Option(value.value, _(value.value)) for value in values),
            getattr(case, name).value,
        )
        for case in FIVE
        for name, values in CODED.items()
    )


def _coded(case: Case, **values: str) -> dict[str, str]:
    """Return these codings of a case, as part of a setting."""
    return {f"{slug(case.id)}-{name}": value for name, value in values.items()}


def _computed() -> tuple[ComputedChoice, ...]:
    """Return what stands in each cell: managed crises, unmanaged ones, both, or none."""
    managed, unmanaged = FLAGS.values()
    label = _("{control}, {balance}:")
    labels = {
        managed: _("manageable crises only"),
        unmanaged: _("unmanageable crises only"),
        f"{managed}-{unmanaged}": _("crises of both outcomes"),
        NOTHING: _("no case"),
    }
    return tuple(
        ComputedChoice(
            _cell(control, balance),
            {
                flag: tuple(
                    _coded(case, balance=balance, control=control, outcome=outcome) for case in FIVE
                )
                for outcome, flag in FLAGS.items()
            },
            label.format(control=_(control.value), balance=_(balance.value)),
            labels,
        )
        for control, balance in CELLS
    )


def _recoded() -> list[Panel]:
    """Return what is coded otherwise than by the article, coding by coding.

    Whoever hears the answer hears this before it, and so hears the answer again even if its own
    words stay what they were.
    """
    line, words = Markup('<p class="recoded">{}</p>'), _("{case}: {what} {value}.")
    return [
        Panel(
            {f"{slug(case.id)}-{dimension}": (value.value,)},
            line.format(words.format(case=case.title, what=_(dimension), value=_(value.value))),
        )
        for case in FIVE
        for dimension, values in CODED.items()
        for value in values
        if value is not getattr(case, dimension)
    ]


def formula_fate(found: Effect) -> str:
    """Say in a sentence what the setting does to the framework's formula.

    Parameters
    ----------
    found : Effect
        What the setting makes of the formula.

    Examples
    --------
    >>> formula_fate(effect())
    'The framework’s formula fits, but a shorter one does as well.'
    """
    if found.no_positive:
        return _("No crisis is left that got out of hand: there is nothing to explain.")
    if found.contradictory:
        return _("A cell holds crises of both outcomes: no formula of these two conditions fits.")
    if found.contradicts:
        return _("The cells are clear, but not as the framework has them.")
    if found.needs_both:
        return _("The framework’s formula fits, and neither condition would do alone.")
    return _("The framework’s formula fits, but a shorter one does as well.")


def _placed(states: dict[tuple[Control, Balance], str]) -> tuple[Case, ...]:
    """Return imaginary cases that stand in the cells as these states say."""
    flags = {flag: outcome for outcome, flag in FLAGS.items()}
    return tuple(
        hypothetical(balance, control, flags[flag], id=f"{control}-{balance}-{flag}")
        for (control, balance), state in states.items()
        if state != NOTHING
        for flag in state.split("-")
    )


def _formulas() -> list[Panel]:
    """Return for every state of the four cells what the setting does, and the formulas."""
    panels = []
    line = Markup('<p class="verdict-line">{label} {formulas}</p>')
    for states in product(_computed()[0].states, repeat=len(CELLS)):
        placed = dict(zip(CELLS, states, strict=True))
        cases = _placed(placed)
        if not 1 <= len(cases) <= len(FIVE):
            continue  # five cases cannot stand so
        result = effect(cases=cases)
        pieces = [Markup('<p class="verdict"><span>{}</span></p>').format(formula_fate(result))]
        if result.conservative:
            pieces += [
                line.format(
                    label=_("Nearest to the cases:"), formulas=solutions(result.conservative)
                ),
                line.format(
                    label=_("Shortest, if cells without a case may be filled at will:"),
                    formulas=solutions(result.parsimonious),
                ),
            ]
        when = {_cell(*cell): (state,) for cell, state in placed.items()}
        panels.append(Panel(when, joined(pieces)))
    return panels


def _cell_region(control: Control, balance: Balance) -> Region:
    """Return a cell of Table 2: what Table 1 predicts there, and the cases that stand in it."""
    path = predict(balance, control)
    head = Markup('<p class="cell-head">{}</p>').format(
        _("{control}, {balance}: {verdict}").format(
            control=_(control.value), balance=_(balance.value), verdict=_(path.outcome.value)
        )
    )
    case_line = Markup('<p class="placed">{sign} {case} <small>{against}</small></p>')
    against = _("against the framework")
    cell = _cell(control, balance)
    panels = [Panel({}, head)]
    for case in FIVE:
        for outcome in Outcome:
            part = _coded(case, balance=balance, control=control, outcome=outcome)
            panels.append(
                Panel(
                    {name: (value,) for name, value in part.items()},
                    case_line.format(
                        sign=outcome_sign(outcome, named=True),
                        case=case.title,
                        against="" if outcome is path.outcome else against,
                    ),
                )
            )
    panels.append(Panel({cell: (NOTHING,)}, Markup("<p>{}</p>").format(_("no case"))))
    return Region(f"cell {cell}", tuple(panels))


def recoding_words(recoding: Recoding) -> str:
    """Return a recoding as a reader sees it.

    Parameters
    ----------
    recoding : Recoding
        Of one of the five crises.

    Examples
    --------
    >>> recoding_words(Recoding("ukraine_2013", "control"))
    'Ukraine 2013: control weak instead of strong'
    """
    (case,) = (case for case in FIVE if case.id == recoding.case)
    was = getattr(case, recoding.dimension)
    return _("{case}: {what} {now} instead of {was}").format(
        case=case.title, what=_(recoding.dimension), now=_(was.other.value), was=_(was.value)
    )


def _line(result: Effect) -> tuple[str, str, str]:
    shortest = "; ".join(in_words(one) for one in result.parsimonious) or _("none")
    filled = (
        _("{what} It puts a case into the empty cell.") if result.fills_the_empty_cell else "{what}"
    )
    what = filled.format(what=formula_fate(result))
    return " + ".join(map(recoding_words, result.recodings)), what, shortest


def singles_table() -> Page:
    """Return every single recoding, and what becomes of the framework's formula.

    Examples
    --------
    >>> len(singles_table().text.splitlines())
    15
    """
    lines = [_line(result) for result in effects() if len(result.recodings) == 1]
    heads = (_("Recoded"), _("What becomes of it"), _("Shortest formula"))
    return Page(table(heads, lines), "\n".join(" | ".join(line) for line in lines))


def summary() -> Page:
    """Return how many of all single recodings and all pairs do what.

    Examples
    --------
    >>> print(summary().text.splitlines()[0])
    Recodings | 15 | 105
    """
    counts = {
        _("Recodings"): lambda result: True,
        _("keep the framework’s formula"): lambda result: result.keeps,
        _("need both conditions"): lambda result: result.needs_both,
        _("need both conditions, and keep the formula"): lambda result: (
            result.needs_both and result.keeps
        ),
        _("bring a contradiction"): lambda result: result.contradicts,
        _("leave no crisis out of hand"): lambda result: result.no_positive,
        _("put a case into the empty cell"): lambda result: result.fills_the_empty_cell,
    }
    lines = [
        (
            label,
            *(str(sum(len(e.recodings) == n and test(e) for e in effects())) for n in (1, 2)),
        )
        for label, test in counts.items()
    ]
    heads = (_("What they do"), _("One coding flipped"), _("Two codings flipped"))
    return Page(table(heads, lines, cards=False), "\n".join(" | ".join(line) for line in lines))


def bench(name: str = "bench") -> Explorer:
    """Return an explorer: fifteen switches, for balance, control and outcome of the five crises.

    Parameters
    ----------
    name : {"bench", "bench-b"}
        Two may stand on one page, to be held against each other.

    Raises
    ------
    CrisisPathsError
        If the name is another.

    Examples
    --------
    >>> bench().combinations, len(bench().settings())
    (32768, 121)
    """
    if name not in ("bench", "bench-b"):
        raise CrisisPathsError(
            _("There is no bench {name!r}; there are: bench, bench-b.").format(name=name)
        )
    singles = singles_table()
    return Explorer(
        name=name,
        title=_("The recoding bench") if name == "bench" else _("The second recoding bench"),
        choices=_choices(),
        regions=(
            Region("verdict", (*_recoded(), *_formulas()), live=True),
            *(_cell_region(control, balance) for control, balance in CELLS),
        ),
        # one table serves both
        alternative=EMPTY
        if name.endswith("b")
        else folded(_("Every single recoding in a table"), singles.html),
        text=singles.text,
        computed=_computed(),
    )


def benches() -> Several:
    """Return two benches, so that two settings can be held against each other.

    Examples
    --------
    >>> [explorer.name for _before, explorer in benches().parts]
    ['bench', 'bench-b']
    """
    pair = bench(), bench("bench-b")
    return Several("side-by-side", tuple((EMPTY, each) for each in pair), pair[0].text)
