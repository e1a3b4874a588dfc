"""Chapter 7.2: every coding of the five crises as a switch, beside the map of the four cells."""

from itertools import product

from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework.cases import Case
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.scrutiny.crisis_sets import FIVE
from crisis_paths.scrutiny.recoding import hypothetical
from crisis_paths.scrutiny.robustness import Effect, effect
from crisis_paths.views.kit.cell_map import cell_map
from crisis_paths.views.kit.formulas import tied_words
from crisis_paths.views.kit.marks import outcome_sign
from crisis_paths.views.scrutiny.bench_pair import (
    BENCHES,
    CODED,
    FIRST,
    SECOND,
    coding_name,
    differing_codings,
    differing_rules,
)
from crisis_paths.views.scrutiny.recodings import fate, singles_table
from crisis_paths.words import slug
from explorers.choices import NOTHING, Choice, ComputedChoice, Look, Option
from explorers.explorer import Explorer
from explorers.outputs import joined
from explorers.panels import Panel, Region, merged_panels
from explorers.parts import EMPTY, folded, tally
from explorers.several import Several

CELLS = tuple((control, balance) for control in Control for balance in Balance)
FLAGS = {Outcome.MANAGEABLE: "managed", Outcome.UNMANAGEABLE: "unmanaged"}


def _cell(control: Control, balance: Balance) -> str:
    return f"{control.value}-{balance.value}"


def _choices() -> tuple[Choice, ...]:
    return tuple(
        Choice(
            f"{slug(case.id)}-{name}",
            coding_name(case, name),
            tuple(Option(value.value, _(value.value)) for value in values),
            getattr(case, name).value,
            Look.TOGGLE,
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
    line, words = Markup('<p class="explorer-heard">{}</p>'), _("{case}: {what} {value}.")
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


def _placed(states: dict[tuple[Control, Balance], str]) -> tuple[Case, ...]:
    """Return imaginary cases that stand in the cells as these states say."""
    flags = {flag: outcome for outcome, flag in FLAGS.items()}
    return tuple(
        hypothetical(balance, control, flags[flag], id=f"{control}-{balance}-{flag}")
        for (control, balance), state in states.items()
        if state != NOTHING
        for flag in state.split("-")
    )


def _verdicts() -> list[Panel]:
    """Return for every state of the four cells what it does to the formula, and what fits.

    Each line has panels of its own: the shortest formula often stays while the finding changes.
    """
    found: dict[tuple[str, ...], Effect] = {}
    for states in product(_computed()[0].states, repeat=len(CELLS)):
        cases = _placed(dict(zip(CELLS, states, strict=True)))
        if 1 <= len(cases) <= len(FIVE):  # five cases cannot stand otherwise
            found[states] = effect(cases=cases)
    finding = Markup('<p class="verdict"><span><strong>{}</strong> {}</span></p>')
    line, none = Markup('<p class="verdict-line">{} <b>{}</b></p>'), _("none")
    shortest, nearest = _("Shortest formula:"), _("Nearest to the cases:")
    shown = (
        lambda result: finding.format(*fate(result)),
        lambda result: line.format(shortest, tied_words(result.parsimonious) or none),
        lambda result: line.format(nearest, tied_words(result.conservative) or none),
    )
    names = [_cell(*cell) for cell in CELLS]
    return [
        panel
        for show in shown
        for panel in merged_panels(names, {states: show(one) for states, one in found.items()})
    ]


def _state_and_year(case: Case) -> tuple[str, str]:
    state, _space, year = case.title.rpartition(" ")
    return state, year


def _cell_region(control: Control, balance: Balance) -> Region:
    """Return the cases that stand in a cell; those whose outcome it does not predict are marked."""
    path = predict(balance, control)
    chip = Markup('<p class="chip">{sign} <b>{state} <small>{year}</small></b>{against}</p>')
    mark = Markup(" <small>{}</small>").format(_("against"))
    cell = _cell(control, balance)
    panels = []
    for case in FIVE:
        state, year = _state_and_year(case)
        for outcome in Outcome:
            part = _coded(case, balance=balance, control=control, outcome=outcome)
            panels.append(
                Panel(
                    {name: (value,) for name, value in part.items()},
                    chip.format(
                        sign=outcome_sign(outcome, named=True),
                        state=state,
                        year=year,
                        against="" if outcome is path.outcome else mark,
                    ),
                )
            )
    none = Markup('<p class="chip none">{}</p>').format(_("no case"))
    panels.append(Panel({cell: (NOTHING,)}, none))
    return Region(f"cell-{cell}", tuple(panels))


def _rows() -> Markup:
    """Return a row a case, with places for its three switches."""
    row = Markup('<div class="bench-row"><b>{state} <small>{year}</small></b>{places}</div>')
    rows = []
    for case in FIVE:
        state, year = _state_and_year(case)
        places = Markup("").join(Markup(f"{{choice-{slug(case.id)}-{what}}}") for what in CODED)
        rows.append(row.format(state=state, year=year, places=places))
    heads = (_("balance"), _("control"), _("outcome"))
    return Markup('<div class="bench-heads" aria-hidden="true"><b></b>{}</div>{}').format(
        joined((Markup("<b>{}</b>").format(head) for head in heads), ""), joined(rows)
    )


def _map() -> Markup:
    """Return the map of the four cells, each with what Table 1 predicts there."""
    head = Markup(
        '<div class="map-cell outcome-{outcome}"><p class="map-head">{verdict}</p>{region}</div>'
    )

    def cell(control: Control, balance: Balance) -> Markup:
        outcome = predict(balance, control).outcome
        region = Markup(f"{{region-cell-{_cell(control, balance)}}}")
        return head.format(outcome=outcome, verdict=_(outcome.value), region=region)

    return cell_map(
        _("The five crises in the cells of Table 1, with what it predicts in each"), cell
    )


def _layout(name: str) -> Markup:
    changed = Markup.escape(_("Changed: {count} of {codings}")).format(
        count=tally("changed", "bench"), codings=len(FIVE) * len(CODED)
    )
    return Markup(
        '<div class="bench"><div class="bench-rows">{rows}<div class="bench-foot">{{reset}}'
        '<p class="bench-changed">{changed}</p></div>{differs}</div>'
        '<div class="bench-result">{map}{{region-verdict}}</div></div>'
    ).format(
        rows=_rows(),
        changed=changed,
        differs=EMPTY if name == FIRST else differing_codings(),
        map=_map(),
    )


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
    if name not in (FIRST, SECOND):
        raise CrisisPathsError(
            _("There is no bench {name!r}; there are: bench, bench-b.").format(name=name)
        )
    singles, choices = singles_table(), _choices()
    return Explorer(
        name=name,
        title=_("The recoding bench") if name == FIRST else _("The second recoding bench"),
        choices=choices,
        regions=(
            *(_cell_region(control, balance) for control, balance in CELLS),
            Region("verdict", (*_recoded(), *_verdicts()), live=True),
        ),
        # one table serves both
        alternative=EMPTY
        if name == SECOND
        else folded(_("Every single recoding in a table"), singles.html),
        text=singles.text,
        computed=_computed(),
        layout=_layout(name),
        placing="" if name == FIRST else "\n".join(differing_rules(choices)),
        again=_("As the article has them"),
    )


def benches() -> Several:
    """Return two benches, so that two settings can be held against each other.

    Examples
    --------
    >>> [explorer.name for _before, explorer in benches().parts]
    ['bench', 'bench-b']
    """
    pair = bench(), bench(SECOND)
    return Several(
        BENCHES,
        tuple((EMPTY, each) for each in pair),
        pair[0].text,
        more=_("Compare a second setting with this one"),
    )
