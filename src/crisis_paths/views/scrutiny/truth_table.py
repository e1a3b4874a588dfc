"""Chapter 7.1: necessary and sufficient, and the truth table with its formulas."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from markupsafe import Markup

from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.qca.formulas import Kind, Row, Solution
from crisis_paths.qca.solving import SolutionType
from crisis_paths.qca.truth_table import TruthTable
from crisis_paths.scrutiny.crisis_sets import OUTCOME, VARIABLES, crisis_table, predicted
from crisis_paths.scrutiny.robustness import formula
from crisis_paths.views.kit.formulas import in_words, solutions, tied_words
from explorers.beside import beside
from explorers.bets import Answer, bet_explorer
from explorers.choices import Choice, Look, Setting, choice
from explorers.explorer import Explorer
from explorers.outputs import Page, table
from explorers.panels import Region, panels_for
from explorers.parts import line

TWO, THREE = "two", "three"
CONDITIONS = {TWO: VARIABLES, THREE: (*VARIABLES, "TURMOIL")}
OPEN, MANAGED, UNMANAGED = "open", "managed", "unmanaged"
FILLED = {OPEN: None, MANAGED: False, UNMANAGED: True}
LOST, KEPT = "lost", "kept"
BOTH, ALONE, OTHERWISE = "both", "alone", "otherwise"


def _empty(row: Row) -> bool:
    """Tell whether this is the cell of Table 2 in which no crisis stands."""
    return not row.cases and row.values["WEAK"] and not row.values["ADJUSTED"]


def truth_table(conditions: str, empty: str) -> TruthTable:
    """Return the five crises by these conditions, the empty cell treated in this way.

    Parameters
    ----------
    conditions : {"two", "three"}
        The framework's two, or turmoil besides.
    empty : {"open", "managed", "unmanaged"}
        What the reader supposes of the cell without a crisis.

    Raises
    ------
    KeyError
        If the conditions or the supposition are others.

    Examples
    --------
    >>> [str(one) for one in truth_table("two", "managed").solutions("parsimonious")]
    ['WEAK*ADJUSTED']
    """
    crises = crisis_table(CONDITIONS[conditions])
    for row in crises.rows:
        if _empty(row):
            crises = crises.with_remainder(row.values, FILLED[empty])
    return crises


def _value_words(name: str, presence: bool) -> str:
    """Return a condition's value as a cell of its column has it."""
    if name == "TURMOIL":
        return _("yes") if presence else _("no")
    return in_words(("" if presence else "~") + name)


def _became(row: Row) -> str:
    if row.assumed is not None:
        return _("supposed unmanageable") if row.assumed else _("supposed manageable")
    return {
        Kind.POSITIVE: _("unmanageable"),
        Kind.NEGATIVE: _("manageable"),
        Kind.CONTRADICTORY: _("both"),
        Kind.REMAINDER: _("not seen"),
    }[row.kind]


def rows_table(found: TruthTable) -> Markup:
    """Return the rows with their cases, and what became of them.

    Parameters
    ----------
    found : TruthTable
        Crises by ``WEAK``, ``ADJUSTED`` and, if wanted, ``TURMOIL``.

    Examples
    --------
    >>> rows_table(truth_table("two", "open")).count("not seen")
    1
    """
    labels = {"WEAK": _("Control"), "ADJUSTED": _("Balance"), "TURMOIL": _("Turmoil")}
    return table(
        (*(labels[name] for name in found.conditions), _("Crises"), _("Outcome")),
        (
            (
                *(_value_words(name, presence) for name, presence in row.values.items()),
                ", ".join(TABLE_2[case].title for case in row.cases) or _("none"),
                _became(row),
            )
            for row in found.rows
        ),
        kind="truth",
        cards=False,
    )


def _counted(crises: TruthTable) -> str:
    """Say how many rows there are and what is known of them, for those who do not see the table."""
    supposed = [row for row in crises.rows if row.assumed is not None]
    unseen = [row for row in crises.rows if not row.cases and row not in supposed]
    return _(
        "{rows} combinations: {seen} with crises, {unseen} not seen, {managed} supposed"
        " manageable, {lost} supposed unmanageable."
    ).format(
        rows=len(crises.rows),
        seen=sum(bool(row.cases) for row in crises.rows),
        unseen=len(unseen),
        managed=sum(not row.assumed for row in supposed),
        lost=sum(bool(row.assumed) for row in supposed),
    )


def _choices() -> tuple[Choice, ...]:
    return (
        choice(
            "conditions",
            _("Conditions"),
            (TWO, _("control and balance")),
            (THREE, _("turmoil as well")),
            start=TWO,
            look=Look.SWITCH,
        ),
        choice(
            "outcome",
            _("Explain a crisis that is"),
            (LOST, _("unmanageable")),
            (KEPT, _("manageable")),
            start=LOST,
            look=Look.SWITCH,
        ),
        choice(
            "empty",
            _("A hegemon in doubt and a kept balance: such a crisis would be"),
            (OPEN, _("left open")),
            (MANAGED, _("manageable")),
            (UNMANAGED, _("unmanageable")),
            start=OPEN,
            look=Look.SWITCH,
        ),
        choice(
            "search",
            _("Other combinations that nobody has seen"),
            (SolutionType.CONSERVATIVE, _("suppose nothing of them")),
            (SolutionType.INTERMEDIATE, _("suppose what Table 1 predicts")),
            (SolutionType.PARSIMONIOUS, _("suppose what makes the formula short")),
            start=SolutionType.CONSERVATIVE,
            look=Look.CHIPS,
        ),
    )


def searched(
    found: TruthTable, search: SolutionType | str, lost: bool = True
) -> tuple[Solution, ...]:
    """Return the formulas for one outcome, with the framework as the theory that is asked.

    Parameters
    ----------
    found : TruthTable
        Crises by ``WEAK``, ``ADJUSTED`` and, if wanted, ``TURMOIL``.
    search : {"conservative", "intermediate", "parsimonious"}
        What may be supposed of combinations without a case. Intermediate: one may be used where
        Table 1 predicts the outcome, whatever the turmoil.
    lost : bool
        Whether the outcome is an unmanageable crisis, or a manageable one.

    Raises
    ------
    CrisisPathsError
        If there is no such search.

    Examples
    --------
    >>> [str(one) for one in searched(truth_table("three", "open"), "intermediate")]
    ['WEAK*ADJUSTED']
    """
    return found.solutions(search, lost, usable=lambda row: predicted(row.values) is lost)


def _formulas(setting: Setting) -> tuple[Solution, ...]:
    crises = truth_table(setting["conditions"], setting["empty"])
    return searched(crises, setting["search"], setting["outcome"] == LOST)


def _kind(formulas: tuple) -> str:
    """Tell whether the formula names both conditions together, one alone, or is otherwise."""
    if len(formulas) == 1 and str(formulas[0]) == formula():
        return BOTH
    return ALONE if len(formulas) == 1 and str(formulas[0]).strip("~").isalpha() else OTHERWISE


def minimiser() -> Explorer:
    """Return an explorer: choose what goes into the truth table, bet, and read every formula.

    Examples
    --------
    >>> len(minimiser().settings())
    108
    """
    choices = _choices()
    fits = _("Consistency {consistency}, coverage {coverage}. {note}")

    def answer(setting: Setting) -> Answer:
        formulas = _formulas(setting)
        names = tuple(str(one) for one in formulas)
        fit = formulas[0].fit
        return Answer(
            _kind(formulas),
            Markup.escape(_("The formula: {formulas}.")).format(formulas=solutions(names)),
            detail=line(
                fits.format(consistency=fit.consistency, coverage=fit.coverage, note=fit.note)
            ),
            row=(
                "; ".join(one.label(setting[one.name]) for one in choices),
                _("; or as well: ").join(names),
            ),
        )

    def asks(setting: Setting) -> str:
        words = _("A crisis that is {outcome}; of what nobody has seen, {search}. Place your bet.")
        wanted, search = ({c.name: c for c in choices}[name] for name in ("outcome", "search"))
        return words.format(
            outcome=wanted.label(setting["outcome"]), search=search.label(setting["search"])
        )

    bets = bet_explorer(
        "minimise",
        _("The truth table and its formulas"),
        choices,
        choice(
            "bet",
            _("Your bet: the formula names"),
            (BOTH, _("weak and adjusted together")),
            (ALONE, _("one condition alone")),
            (OTHERWISE, _("something else, or several tie")),
            look=Look.BET,
        ),
        answer,
        hint=_("Choose what goes into the table and what you suppose, then bet."),
        summary=_("All {count} settings in a table"),
        heads=(_("Setting"), _("Formulas")),
        region="fit",
        asks=asks,
    )

    def table_of(setting: Setting) -> TruthTable:
        return truth_table(setting["conditions"], setting["empty"])

    # what is put into the table can be seen before anything is bet
    rows = panels_for(choices, lambda setting: rows_table(table_of(setting)))
    counted = panels_for(choices, lambda setting: Markup.escape(_counted(table_of(setting))))
    before = (Region("rows", rows), Region("counted", counted, live=True, words=True))
    return replace(
        bets,
        regions=(*before, *bets.regions),
        layout=beside(
            (one.name for one in bets.choices),
            ("counted", *(one.name for one in bets.regions)),
            drawn=Markup('<div class="rows-drawn">{region-rows}</div>'),
        ),
    )


RELATIONS: Mapping[str, Callable[[], str]] = {
    "both": lambda: _("necessary and sufficient in these cases"),
    "necessary": lambda: _("necessary, not sufficient"),
    "sufficient": lambda: _("sufficient, not necessary"),
    "neither": lambda: _("neither"),
}


def _relation(crises: TruthTable, name: str, presence: bool) -> str:
    """Return what a condition is here for an unmanageable crisis: a key of `RELATIONS`."""
    with_ = [row for row in crises.rows if row.cases and row.values[name] is presence]
    without = [row for row in crises.rows if row.cases and row.values[name] is not presence]
    sufficient = all(row.kind is Kind.POSITIVE for row in with_)
    necessary = all(row.kind is Kind.NEGATIVE for row in without)
    return {
        (True, True): "both",
        (True, False): "necessary",
        (False, True): "sufficient",
        (False, False): "neither",
    }[necessary, sufficient]


def relations() -> Explorer:
    """Return an explorer: pick a condition, and bet whether it is necessary or sufficient.

    Examples
    --------
    >>> len(relations().settings())
    24
    """
    crises = crisis_table(CONDITIONS[THREE], OUTCOME)
    conditions = {
        name.lower().replace("~", "not-"): (name.strip("~"), not name.startswith("~"))
        for name in ("WEAK", "~WEAK", "ADJUSTED", "~ADJUSTED", "TURMOIL", "~TURMOIL")
    }
    labels = {
        value: in_words(("" if presence else "~") + name)
        for value, (name, presence) in conditions.items()
    }

    def answer(setting: Setting) -> Answer:
        name, presence = conditions[setting["condition"]]
        label = labels[setting["condition"]]
        relation = _relation(crises, name, presence)
        words = RELATIONS[relation]()
        return Answer(
            relation,
            _("{condition}: {answer}.").format(condition=label.capitalize(), answer=words),
            detail=_crosstab(crises, name, presence),
            row=(label, words),
        )

    base = bet_explorer(
        "relations",
        _("Necessary or sufficient?"),
        (choice("condition", _("Condition"), *labels.items(), start="weak", look=Look.CHIPS),),
        choice(
            "bet",
            _("Your bet: for an unmanageable crisis it is"),
            *((name, words()) for name, words in RELATIONS.items()),
            look=Look.LINES,
        ),
        answer,
        hint=_("Pick a condition, then bet."),
        summary=_("All {count} conditions in a table"),
        heads=(_("Condition"), _("For an unmanageable crisis")),
        region="table",
        asks=lambda setting: _("{condition}: place your bet.").format(
            condition=labels[setting["condition"]].capitalize()
        ),
    )
    names = (one.name for one in base.choices)
    return replace(base, layout=beside(names, (one.name for one in base.regions)))


def _crosstab(crises: TruthTable, name: str, presence: bool) -> Markup:
    """Return the condition against the outcome, with the crises in their fields."""
    fields = []
    for present, sign in ((True, "" if presence else "~"), (False, "~" if presence else "")):
        label = in_words(sign + name)
        rows = [row for row in crises.rows if (row.values[name] is presence) is present]
        cells = [
            ", ".join(
                TABLE_2[case].title
                for row in rows
                for case in (row.having if lost else row.lacking)
            )
            or _("none")
            for lost in (False, True)
        ]
        fields.append((label, *cells))
    heads = ("", _("Managed"), _("Out of hand"))
    return table(heads, fields, kind="crosstab", cards=False)


def article_formulas() -> Page:
    """Return what each search finds in the five crises, by two conditions and by three.

    Examples
    --------
    >>> print(article_formulas().text.splitlines()[2])
    parsimonious | WEAK | WEAK; ~TURMOIL
    """
    kinds = {
        SolutionType.CONSERVATIVE: _("conservative"),
        SolutionType.INTERMEDIATE: _("intermediate"),
        SolutionType.PARSIMONIOUS: _("parsimonious"),
    }
    lines, text = [], []
    for kind, label in kinds.items():
        found = [
            tuple(str(one) for one in searched(truth_table(conditions, OPEN), kind))
            for conditions in CONDITIONS
        ]
        lines.append((label, *map(tied_words, found)))
        text.append(" | ".join((label, *map("; ".join, found))))
    heads = (_("Search"), _("Control and balance"), _("Turmoil as well"))
    return Page(table(heads, lines, cards=False), "\n".join(text))
