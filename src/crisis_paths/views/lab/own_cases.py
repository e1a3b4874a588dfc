"""The lab: what follows from somebody's own cases, and two coders side by side, as tables.

Whatever a person has typed is escaped.
"""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from markupsafe import Markup

from crisis_paths.i18n import _
from crisis_paths.lab.analysis import Analysis, Prediction, analyse
from crisis_paths.lab.coders import SideBySide, side_by_side
from crisis_paths.lab.own_cases import OwnCases, read
from crisis_paths.qca.formulas import Product, Solution
from crisis_paths.qca.solving import SolutionType
from crisis_paths.tables.grid import Given
from crisis_paths.views.kit.marks import outcome_sign
from crisis_paths.views.scrutiny.coding_tables import kappa, number
from explorers.outputs import Page, joined, table
from explorers.parts import folded, line, verdict

Cells = tuple[object, ...]
_LONG = re.compile(r"[^*]{1,16}\*?|\*")  # pieces of a word between which a line may end


def in_words(formula: Solution) -> str:
    """Say a formula without its signs.

    Parameters
    ----------
    formula : Solution
        A formula of any sets.

    Examples
    --------
    >>> in_words(Solution((Product((("STORM", True), ("LEAK", False))), Product((("ICE", True),)))))
    'STORM and not LEAK, or ICE'
    """
    if not formula.products:
        return _("never")
    return _(", or ").join(map(_together, formula.products))


def _together(product: Product) -> str:
    lacking = _("not {name}")
    names = (name if wanted else lacking.format(name=name) for name, wanted in product.literals)
    return _(" and ").join(names) or _("always")


def solved(table: "OwnCases | Given | str | bytes") -> Page:
    """Return what follows from a table that somebody has pasted, or that was read before.

    Parameters
    ----------
    table : OwnCases, or what :func:`crisis_paths.lab.own_cases.read` takes
        The cases.

    Raises
    ------
    CrisisPathsError
        Every fault of the table at once.

    Examples
    --------
    >>> solved("case,STORM,SANK\\nAnna,yes,yes\\nBerta,no,no").text.splitlines()[0]
    'Cases: 2. Combinations with cases: 2 of 2. Contradictory: 0.'
    """
    return analysed(analyse(table if isinstance(table, OwnCases) else read(table)))


def coders(mine: "Given | str | bytes", yours: "Given | str | bytes") -> Page:
    """Return two coders' tables side by side.

    Parameters
    ----------
    mine, yours
        As :func:`crisis_paths.lab.own_cases.read` takes them.

    Raises
    ------
    CrisisPathsError
        Every fault of a table at once, or if the two have nothing in common.
    """
    return compared(side_by_side(read(mine, _("you")), read(yours, _("the other"))))


def analysed(found: Analysis) -> Page:
    """Return what follows from some cases: formulas, truth table, cases, recodings.

    Parameters
    ----------
    found : Analysis
        As :func:`crisis_paths.lab.analysis.analyse` gives it.

    Examples
    --------
    >>> from crisis_paths.lab.analysis import analyse
    >>> from crisis_paths.lab.own_cases import read
    >>> page = analysed(analyse(read("case,STORM,SANK\\n<b>Anna</b>,yes,yes\\nBerta,no,no\\n")))
    >>> "Berta | ~STORM*~SANK" in page.text
    True
    >>> "<b>Anna" in page.html
    False
    """
    said = _summary(found)
    pieces, texts = [verdict(said)], [said]

    def add(title: str, heads: Cells, cells: Iterable[Cells], *, folds: bool = False) -> None:
        if lines := list(cells):
            shown = table(heads, lines, kind="own", cards=False)
            pieces.append(folded(title, shown) if folds else _titled(title) + shown)
            texts.extend(" | ".join(map(_plain, cells)) for cells in lines)

    def tell(words: str) -> None:
        pieces.append(line(words))
        texts.append(words)

    add(_formula_title(found), _formula_heads(), _formulas(found))
    if found.nothing:
        tell(found.nothing)
    add(_("Truth table"), _row_heads(found), _rows(found))
    if found.remainders:
        title = _("Combinations without a case (remainders): {count}")
        title = title.format(count=len(found.remainders))
        names = joined(map(_code, found.remainders), ", ")
        pieces.append(folded(title, Markup("<p>{}</p>").format(names)))
        texts.append(f"{title}: {', '.join(map(str, found.remainders))}")
    folds = not found.predictions
    add(_cases_title(found), _case_heads(found), _cases(found), folds=folds)
    tell(_recoded(found))
    add(_("The recodings that would"), _change_heads(), _changes(found), folds=True)
    return Page(Markup('<div class="own-cases">{}</div>').format(joined(pieces)), "\n".join(texts))


def _titled(title: str) -> Markup:
    return Markup("<p><strong>{}</strong></p>").format(_broken(title))


def _plain(cell: object) -> str:
    """Write a cell as text; what stands small below it only explains it."""
    first = str(cell).partition("<br>")[0]
    return Markup(first.replace("<wbr>", "")).striptags() if isinstance(cell, Markup) else first


def _code(formula: object) -> Markup:
    return Markup("<code>{}</code>").format(_broken(str(formula)))


def _broken(name: str) -> Markup:
    """Return names whose long words may be broken, and formulas, so that they fit a narrow page.

    Examples
    --------
    >>> print(_broken("Anna " + "x" * 30))
    Anna xxxxxxxxxxxxxxxx<wbr>xxxxxxxxxxxxxx
    """
    words = (_LONG.findall(word) or [""] for word in name.split(" "))
    return Markup(" ").join(Markup("<wbr>").join(pieces) for pieces in words)


def _summary(found: Analysis) -> str:
    """Say how many cases there are, and how many combinations have some."""
    seen = len(found.table.rows) - len(found.remainders)
    says = _("Cases: {cases}. Combinations with cases: {seen} of {rows}. Contradictory: {torn}.")
    rows, torn = len(found.table.rows), len(found.contradictory)
    return says.format(cases=len(found.cases.rows), seen=seen, rows=rows, torn=torn)


def _outcome(found: Analysis, value: bool) -> str:
    return found.cases.outcome if value else _("not {name}").format(name=found.cases.outcome)


def _formula_title(found: Analysis) -> str:
    return _("Formulas for {outcome}").format(outcome=_outcome(found, found.value))


def _formula_heads() -> tuple[str, ...]:
    return (_("Formula"), _("If you suppose"), _("Fit"))


def _formulas(found: Analysis) -> Iterator[Cells]:
    """Yield each formula that ties, with what it supposes of combinations without a case."""
    supposed = {
        SolutionType.CONSERVATIVE: _("nothing (conservative)"),
        SolutionType.INTERMEDIATE: _("what is expected (intermediate)"),
        SolutionType.PARSIMONIOUS: _("anything (parsimonious)"),
    }
    shown = Markup("{code}<br><small>{words}</small>")
    fits, kinds = {}, {}
    for kind, formulas in found.solutions.items():
        for formula in formulas:
            kinds.setdefault(str(formula), []).append(supposed[kind])
            fits[str(formula)] = formula
    for name, formula in fits.items():
        cell = shown.format(code=_code(name), words=_broken(in_words(formula)))
        shares = map(_share, (formula.fit.consistency, formula.fit.coverage))
        yield (cell, "; ".join(kinds[name]), Markup("&nbsp;·&nbsp;").join(shares))


def _share(part: Fraction | None) -> str:
    """Write a share as a fraction, which nobody has rounded."""
    return "–" if part is None else str(part)


def _row_heads(found: Analysis) -> tuple[str, ...]:
    ends = (_outcome(found, value) for value in (True, False))
    return (_("Combination"), *map(_broken, ends))


def _rows(found: Analysis) -> Iterator[Cells]:
    """Yield the combinations that have cases: those of both kinds first."""
    torn = Markup("{code}<br><small>{words}</small>")
    for row in found.contradictory:
        cell = torn.format(code=_code(row), words=_("contradictory"))
        yield (cell, _named(row.having), _named(row.lacking))
    for row in found.table.rows:
        if row.cases and row not in found.contradictory:
            yield (_code(row), _named(row.having), _named(row.lacking))


def _named(cases: Iterable[str]) -> Markup | str:
    return Markup(", ").join(map(_broken, cases)) or "–"


def _cases_title(found: Analysis) -> str:
    return _("Cases, and what the framework predicts") if found.predictions else _("The cases")


def _case_heads(found: Analysis) -> tuple[str, ...]:
    return (_("Case"), _("Coded"), *((_("Predicted"),) if found.predictions else ()))


def _cases(found: Analysis) -> Iterator[Cells]:
    predicted = {one.case: one for one in found.predictions}
    for row in found.cases.rows:
        coded = Product(tuple(zip(found.cases.sets, row.values, strict=True)))
        more = (_prediction(predicted[row.case]),) if row.case in predicted else ()
        yield (_broken(row.case), _code(coded), *more)


def _prediction(one: Prediction) -> Markup:
    """Return what the framework predicts of a case, and whether it ended so."""
    said = {
        True: _("{verdict}; it ended so"),
        False: _("{verdict}; it ended otherwise"),
        None: "{verdict}",
    }[one.as_seen]
    sign = outcome_sign(one.path.outcome)
    return Markup("{} {}").format(sign, said.format(verdict=one.path.verdict))


def _yes_no(value: bool) -> str:
    return _("yes") if value else _("no")


def _change_heads() -> tuple[str, ...]:
    return (_("Formulas then"), _("Recoded"))


def _changes(found: Analysis) -> Iterator[Cells]:
    """Yield what the formulas would be, with the recodings that would make them so."""
    turned, torn = _("{case}, {name} → {now}"), _("{formulas} (a contradictory row)")
    alike: dict[str, list[str]] = {}
    for one in found.changes:
        then = torn.format(formulas=one.formulas) if one.contradicts else one.formulas
        recoded = turned.format(case=one.case, name=one.name, now=_yes_no(one.now))
        alike.setdefault(then, []).append(recoded)
    for then, recoded in alike.items():
        yield (_broken(then), _broken("; ".join(recoded)))


def _recoded(found: Analysis) -> str:
    """Say how many single recodings would change a formula."""
    says = _("{count} of {tried} single recodings would change a formula.")
    said = says.format(count=len(found.changes), tried=found.tried)
    if found.untried:
        more = _("There was no time for {untried} others.").format(untried=found.untried)
        said = f"{said} {more}"
    return said


def compared(found: SideBySide) -> Page:
    """Return two coders' tables of the same cases, compared.

    Parameters
    ----------
    found : SideBySide
        As :func:`crisis_paths.lab.coders.side_by_side` gives it.

    Examples
    --------
    >>> from crisis_paths.lab.coders import side_by_side
    >>> from crisis_paths.lab.own_cases import read
    >>> one = read("case,STORM,SANK\\nAnna,yes,yes\\nBerta,no,no\\n", "me")
    >>> print(compared(side_by_side(one, one.recoded("Berta", "STORM"))).text.splitlines()[-1])
    Berta | STORM | no | yes
    """
    first, second = found.names
    agreed = [
        (
            _broken(name),
            _("{same} of {units}").format(same=one.same, units=one.units),
            kappa(one),
            number(one.alpha),
        )
        for name, one in found.agreement.items()
    ]
    differ = [
        (_broken(case), _broken(name), _yes_no(mine), _yes_no(theirs))
        for case, name, mine, theirs in found.differences
    ]
    heads = (_("Set"), _("Alike"), _("Kappa (interval)"), _("Alpha"))
    pieces = [_titled(_("How far the two agree")), table(heads, agreed, kind="own", cards=False)]
    said = [" | ".join(map(_plain, cells)) for cells in agreed]
    for doubt in _doubts(found):
        pieces.append(line(_broken(doubt)))
        said.append(doubt)
    for name, cases in zip(found.names, found.only, strict=True):
        if cases:
            alone = _("Only {name} has: {cases}.").format(name=name, cases=", ".join(cases))
            pieces.append(line(_broken(alone)))
            said.append(alone)
    heads = (_("Case"), _("Set"), first, second)
    if differ:
        pieces += [_titled(_("Where they differ")), table(heads, differ, kind="own", cards=False)]
    said += [" | ".join(map(_plain, cells)) for cells in differ]
    return Page(Markup('<div class="own-cases">{}</div>').format(joined(pieces)), "\n".join(said))


def _doubts(found: SideBySide) -> Iterator[str]:
    """Yield why kappa tells little, each reason once with the sets that it is about."""
    alike: dict[str, list[str]] = {}
    for name, one in found.agreement.items():
        if one.doubt:
            alike.setdefault(one.doubt.text, []).append(name)
    says = _("{names}: {doubt}")
    yield from (says.format(names=", ".join(names), doubt=text) for text, names in alike.items())
