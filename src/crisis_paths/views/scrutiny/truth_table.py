"""Chapters 7.1 and 7.2: necessary and sufficient, and the truth table with its formulas."""

from itertools import product

from markupsafe import Markup

from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.qca.formulas import Kind, Row, Solution
from crisis_paths.qca.solving import Search
from crisis_paths.qca.truth_table import TruthTable
from crisis_paths.scrutiny.crisis_sets import OUTCOME, VARIABLES, crisis_table, predicted
from crisis_paths.scrutiny.robustness import formula
from crisis_paths.views.kit.explorer import UNSET, Choice, Explorer, Leaf, Option, Region
from crisis_paths.views.kit.formulas import in_words, solutions
from crisis_paths.views.kit.output import Page, table
from crisis_paths.views.kit.parts import exactly, folded, line, prompt, told, verdict

TWO, THREE = "two", "three"
CONDITIONS = {TWO: VARIABLES, THREE: (*VARIABLES, "TURMOIL")}
OPEN, MANAGED, UNMANAGED = "open", "managed", "unmanaged"
FILLED = {OPEN: None, MANAGED: False, UNMANAGED: True}
LOST, KEPT = "lost", "kept"
BOTH, ALONE, OTHERWISE = "both", "alone", "otherwise"


def _empty(row: Row) -> bool:
    """Is this the cell of Table 2 in which no crisis stands?"""
    return not row.cases and row.values["WEAK"] and not row.values["ADJUSTED"]


def truth_table(conditions: str, empty: str) -> TruthTable:
    """The five crises by these conditions, the empty cell treated in this way.

    Parameters
    ----------
    conditions : {"two", "three"}
        The framework's two, or turmoil besides.
    empty : {"open", "managed", "unmanaged"}
        What the reader supposes of the cell without a crisis.

    Examples
    --------
    >>> [str(found) for found in truth_table("two", "managed").solutions("parsimonious")]
    ['WEAK*ADJUSTED']
    """
    found = crisis_table(CONDITIONS[conditions])
    for row in found.rows:
        if _empty(row):
            found = found.with_remainder(row.values, FILLED[empty])
    return found


def _row_words(row: Row) -> str:
    return in_words("*".join(("" if held else "~") + name for name, held in row.values.items()))


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
    """The rows with their cases, and what became of them."""
    return table(
        (_("Combination"), _("Crises"), _("Outcome")),
        (
            (
                _row_words(row),
                ", ".join(TABLE_2[case].title for case in row.cases) or _("none"),
                _became(row),
            )
            for row in found.rows
        ),
        kind="truth",
        cards=False,
    )


def _counted(found: TruthTable) -> str:
    """How many rows there are and what is known of them: what is announced of the table."""
    supposed = [row for row in found.rows if row.assumed is not None]
    unseen = [row for row in found.rows if not row.cases and row not in supposed]
    return _(
        "{rows} combinations: {seen} with crises, {unseen} not seen, {managed} supposed"
        " manageable, {lost} supposed unmanageable."
    ).format(
        rows=len(found.rows),
        seen=sum(bool(row.cases) for row in found.rows),
        unseen=len(unseen),
        managed=sum(not row.assumed for row in supposed),
        lost=sum(bool(row.assumed) for row in supposed),
    )


def _choices() -> tuple[Choice, ...]:
    return (
        Choice(
            "conditions",
            _("Conditions"),
            (
                Option(TWO, _("control and balance")),
                Option(THREE, _("turmoil as well")),
            ),
            TWO,
        ),
        Choice(
            "outcome",
            _("To be explained"),
            (Option(LOST, _("unmanageable")), Option(KEPT, _("manageable"))),
            LOST,
        ),
        Choice(
            "empty",
            _("A crisis with weak control and a kept balance would be"),
            (
                Option(OPEN, _("left open")),
                Option(MANAGED, _("manageable")),
                Option(UNMANAGED, _("unmanageable")),
            ),
            OPEN,
        ),
        Choice(
            "search",
            _("Combinations without a case"),
            (
                Option(Search.CONSERVATIVE.value, _("may not be used")),
                Option(
                    Search.INTERMEDIATE.value, _("may be used where Table 1 predicts the outcome")
                ),
                Option(Search.PARSIMONIOUS.value, _("may be used freely")),
            ),
            Search.CONSERVATIVE.value,
        ),
    )


def searched(found: TruthTable, search: Search | str, lost: bool = True) -> tuple[Solution, ...]:
    """The formulas for one outcome, with the framework as the theory that is asked.

    Parameters
    ----------
    found : TruthTable
        Crises by ``WEAK``, ``ADJUSTED`` and, if wanted, ``TURMOIL``.
    search : {"conservative", "intermediate", "parsimonious"}
        What may be supposed of combinations without a case. Intermediate: one may be used where
        Table 1 predicts the outcome, whatever the turmoil.
    lost : bool
        Whether the outcome is an unmanageable crisis, or a manageable one.

    Examples
    --------
    >>> [str(one) for one in searched(truth_table("three", "open"), "intermediate")]
    ['WEAK*ADJUSTED']
    """
    return found.solutions(search, lost, usable=lambda row: predicted(row.values) is lost)


def _found(setting: dict[str, str]) -> tuple[Solution, ...]:
    found = truth_table(setting["conditions"], setting["empty"])
    return searched(found, setting["search"], setting["outcome"] == LOST)


def _kind(found: tuple) -> str:
    """Does the formula name both conditions together, one alone, or is it otherwise?"""
    if len(found) == 1 and str(found[0]) == formula():
        return BOTH
    return ALONE if len(found) == 1 and str(found[0]).strip("~").isalpha() else OTHERWISE


def minimiser() -> Explorer:
    """Choose what goes into the truth table, bet, and read every formula that ties.

    Examples
    --------
    >>> len(minimiser().settings())
    108
    """
    choices = _choices()
    bet = Choice(
        "bet",
        _("Your bet: the shortest formula names"),
        (
            Option(BOTH, _("weak and adjusted together")),
            Option(ALONE, _("one condition alone")),
            Option(OTHERWISE, _("something else, or several tie")),
        ),
    )
    hint = _("Choose what the table holds and what may be supposed, then bet.")
    verdicts, notes, lines = [Leaf({"bet": (UNSET,)}, prompt(hint))], [], []
    said = _("The formula: {formulas}.")
    fits = _("Consistency {consistency}, coverage {coverage}. {note}")
    for values in product(*(choice.values for choice in choices)):
        setting = dict(zip((c.name for c in choices), values, strict=True))
        found = _found(setting)
        names = tuple(str(one) for one in found)
        words = Markup(said).format(formulas=solutions(names))
        for guess in bet.values:
            answer = Markup("{} {}").format(told("", guess == _kind(found)).strip(), words)
            verdicts.append(Leaf(exactly(setting) | {"bet": (guess,)}, verdict(answer)))
        fit = found[0].fit
        notes.append(
            Leaf(
                exactly(setting) | {"bet": bet.values},
                line(
                    fits.format(consistency=fit.consistency, coverage=fit.coverage, note=fit.note)
                ),
            )
        )
        labels = [
            option.label
            for choice in choices
            for option in choice.options
            if option.value == setting[choice.name]
        ]
        lines.append(("; ".join(labels), _("; or as well: ").join(names)))
    rows_leaves = tuple(
        Leaf(
            {"conditions": (conditions,), "empty": (empty,)},
            rows_table(truth_table(conditions, empty)),
        )
        for conditions in CONDITIONS
        for empty in FILLED
    )
    counted = tuple(
        Leaf(
            {"conditions": (conditions,), "empty": (empty,)},
            Markup("{}").format(_counted(truth_table(conditions, empty))),
        )
        for conditions in CONDITIONS
        for empty in FILLED
    )
    heads = (_("Setting"), _("Formulas"))
    return Explorer(
        name="minimise",
        title=_("The truth table and its formulas"),
        choices=(*choices, bet),
        regions=(
            Region("rows", rows_leaves),
            Region("counted", counted, live=True, words=True),
            Region("verdict", tuple(verdicts), live=True),
            Region("fit", tuple(notes)),
        ),
        twin=folded(
            _("All {count} settings in a table").format(count=len(lines)), table(heads, lines)
        ),
        text="\n".join(" -> ".join(found) for found in lines),
    )


def _relation_words(found: TruthTable, name: str, held: bool) -> str:
    """Is a condition necessary, sufficient, both or neither for an unmanageable crisis here?"""
    with_ = [row for row in found.rows if row.cases and row.values[name] is held]
    without = [row for row in found.rows if row.cases and row.values[name] is not held]
    sufficient = all(row.kind is Kind.POSITIVE for row in with_)
    necessary = all(row.kind is Kind.NEGATIVE for row in without)
    return {
        (True, True): _("necessary and sufficient in these cases"),
        (True, False): _("necessary, not sufficient"),
        (False, True): _("sufficient, not necessary"),
        (False, False): _("neither"),
    }[necessary, sufficient]


def relations() -> Explorer:
    """Pick a condition, bet, and see whether the five crises leave it necessary or sufficient.

    Examples
    --------
    >>> len(relations().settings())
    24
    """
    found = crisis_table(CONDITIONS[THREE], OUTCOME)
    conditions = {
        name.lower().replace("~", "not-"): (name.strip("~"), not name.startswith("~"))
        for name in ("WEAK", "~WEAK", "ADJUSTED", "~ADJUSTED", "TURMOIL", "~TURMOIL")
    }
    labels = {
        value: in_words(("" if held else "~") + name) for value, (name, held) in conditions.items()
    }
    answers = {
        "both": _("necessary and sufficient in these cases"),
        "necessary": _("necessary, not sufficient"),
        "sufficient": _("sufficient, not necessary"),
        "neither": _("neither"),
    }
    choices = (
        Choice(
            "condition",
            _("Condition"),
            tuple(Option(value, label) for value, label in labels.items()),
            "weak",
        ),
        Choice(
            "bet",
            _("Your bet: for an unmanageable crisis it is"),
            tuple(Option(value, label) for value, label in answers.items()),
        ),
    )
    verdicts = [Leaf({"bet": (UNSET,)}, prompt(_("Pick a condition, then bet.")))]
    shown, lines = [], []
    said = _("{condition}: {answer}.")
    for value, (name, held) in conditions.items():
        answer = _relation_words(found, name, held)
        words = said.format(condition=labels[value].capitalize(), answer=answer)
        for guess, label in answers.items():
            leaf = verdict(told(words, label == answer))
            verdicts.append(Leaf({"condition": (value,), "bet": (guess,)}, leaf))
        shown.append(
            Leaf({"condition": (value,), "bet": tuple(answers)}, _crosstab(found, name, held))
        )
        lines.append((labels[value], answer))
    return Explorer(
        name="relations",
        title=_("Necessary or sufficient?"),
        choices=choices,
        regions=(Region("verdict", tuple(verdicts), live=True), Region("table", tuple(shown))),
        twin=folded(
            _("All {count} conditions in a table").format(count=len(lines)),
            table((_("Condition"), _("For an unmanageable crisis")), lines),
        ),
        text="\n".join(" | ".join(found_) for found_ in lines),
    )


def _crosstab(found: TruthTable, name: str, held: bool) -> Markup:
    """The condition against the outcome, with the crises in their fields."""
    fields = []
    for present, sign in ((True, "" if held else "~"), (False, "~" if held else "")):
        label = in_words(sign + name)
        rows = [row for row in found.rows if (row.values[name] is held) is present]
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
    """What the five crises say: by the two conditions, and with turmoil as a third.

    Examples
    --------
    >>> print(article_formulas().text.splitlines()[2])
    control and balance | shortest | WEAK
    """
    labels = {TWO: _("control and balance"), THREE: _("turmoil as well")}
    kinds = {
        Search.CONSERVATIVE: _("nearest to the cases"),
        Search.INTERMEDIATE: _("with the rows for which Table 1 predicts it"),
        Search.PARSIMONIOUS: _("shortest"),
    }
    lines, text = [], []
    for conditions, label in labels.items():
        for kind, kind_label in kinds.items():
            names = tuple(str(one) for one in searched(truth_table(conditions, OPEN), kind))
            lines.append((label, kind_label, solutions(names)))
            text.append(" | ".join((label, kind_label, "; ".join(names))))
    heads = (_("Conditions"), _("Formula"), _("For an unmanageable crisis"))
    return Page(table(heads, lines), "\n".join(text))
