"""Chapter 7.5: what to ask, a sheet in Table 2, and what agreement is worth."""

from markupsafe import Markup

from crisis_paths.cases.casebook import VARIABLES
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.scrutiny.agreement import Agreement, agree
from crisis_paths.scrutiny.coding_sheet import CodingSheet
from crisis_paths.scrutiny.decisions import Ask, asks
from crisis_paths.views.kit.rule_table import cite, standing_label
from explorers.outputs import Page, joined, table


def number(value: float | None) -> str:
    """Return a measure with two digits and a true minus sign; a dash where there is none.

    Parameters
    ----------
    value : float or None
        The measure.

    Examples
    --------
    >>> number(-0.164), number(None)
    ('−0.16', '–')
    """
    return "–" if value is None else f"{value:.2f}".replace("-", "−")


def kappa(found: Agreement) -> str:
    """Return kappa with its interval, if it has one.

    Parameters
    ----------
    found : Agreement
        How far two coders agree.

    Examples
    --------
    >>> kappa(agree("aab", "aab"))
    '1.00'
    """
    if found.interval is None:
        return number(found.kappa)
    low, high = map(number, found.interval)
    return _("{kappa} ({low} to {high})").format(kappa=number(found.kappa), low=low, high=high)


def variable_label(name: str) -> str:
    """Return a variable as a sentence names it.

    Parameters
    ----------
    name : {"balance", "control"}
        The variable.

    Raises
    ------
    KeyError
        If it is another.

    Examples
    --------
    >>> variable_label("balance")
    'the state’s balance'
    """
    return {"balance": _("the state’s balance"), "control": _("the hegemon’s perception")}[name]


def decision_list(variable: str) -> Page:
    """Return what to ask in order to code this variable, each question with the rule behind it.

    Parameters
    ----------
    variable : {"balance", "control"}
        The variable.

    Raises
    ------
    CrisisPathsError
        If the variable is another.

    Examples
    --------
    >>> decision_list("control").text.splitlines()[-1]
    '8. How much doubt makes a perception weak? The article gives no rule.'
    """
    item = Markup('<li>{text} <small class="because">{place}</small></li>')
    questions = asks(variable)
    text = _("{number}. {text} {place}")
    return Page(
        Markup("<ol>\n{}\n</ol>").format(
            joined(
                item.format(
                    text=ask.text,
                    place=_place(ask),
                )
                for ask in questions
            )
        ),
        "\n".join(
            text.format(
                number=number,
                text=ask.text,
                place=_place_in_words(ask),
            )
            for number, ask in enumerate(questions, 1)
        ),
    )


def _place(ask: Ask) -> Markup | str:
    """Return what a question rests on and how that stands, with a link where it is a rule."""
    if ask.rule:
        return cite(ask.rule, ask.standing)
    if not ask.coding:
        return _("The article gives no rule.")
    return Markup('{source} · <span class="standing">{standing}</span>').format(
        source=ask.source, standing=standing_label(ask.standing)
    )


def _place_in_words(ask: Ask) -> str:
    """Say what a question rests on and how that stands, as plain text."""
    if not ask.source:
        return _("The article gives no rule.")
    parts = [ask.rule.id] if ask.rule else []
    parts += [ask.source, standing_label(ask.standing)]
    return f"[{', '.join(parts)}]"


def one_off() -> Page:
    """Return what one disagreement does to kappa: Table 2 with one coding flipped.

    Examples
    --------
    >>> print(one_off().text.splitlines()[1])
    the state’s balance: Ukraine 2013, Ukraine 2022 | 4 of 5 | 0.55 (−0.16 to 1.26) | 0.57
    """
    label = _("{variable}: {cases}")
    lines = []
    for name in VARIABLES:
        theirs = {case.title: getattr(case, name) for case in TABLE_2.values()}
        alike: dict[Agreement, list[str]] = {}
        for title, value in theirs.items():
            mine = theirs | {title: value.other}
            alike.setdefault(agree(list(mine.values()), list(theirs.values())), []).append(title)
        lines += [
            (
                label.format(variable=variable_label(name), cases=", ".join(titles)),
                _("{same} of {units}").format(same=agreement.same, units=agreement.units),
                kappa(agreement),
                number(agreement.alpha),
            )
            for agreement, titles in alike.items()
        ]
    heads = (_("One coder differs on one of"), _("Alike"), _("Kappa (interval)"), _("Alpha"))
    return Page(table(heads, lines), "\n".join(" | ".join(cells) for cells in lines))


def placed(sheet: CodingSheet) -> Page:
    """Return each case of a sheet in its cell of Table 2, with what the framework predicts for it.

    Parameters
    ----------
    sheet : CodingSheet
        Whole or in part: what is not coded is left open.

    Examples
    --------
    >>> print(placed(CodingSheet("me").add("A case", "adjusted")).text)
    A case | adjusted | – | – | manageable or unmanageable
    """
    either = _(" or ")
    lines = [
        (
            row.case,
            _(row.balance or "–"),
            _(row.control or "–"),
            row.cell or "–",
            either.join(_(outcome.value) for outcome in row.ends),
        )
        for row in sheet.rows
    ]
    heads = (_("Case"), _("Balance"), _("Control"), _("Cell"), _("Predicted"))
    return Page(table(heads, lines), "\n".join(" | ".join(map(str, cells)) for cells in lines))


def compared(one: CodingSheet, two: CodingSheet) -> Page:
    """Return two sheets side by side: how far they agree on each variable, and where they differ.

    Parameters
    ----------
    one, two : CodingSheet
        Two coders' sheets with a case in common, by its name.

    Raises
    ------
    CrisisPathsError
        If they have no case in common, or the second is no sheet.

    Examples
    --------
    >>> both = CodingSheet.article()
    >>> print(compared(both, both).text.splitlines()[0])
    the state’s balance | 7 of 7 | 1.00 | 1.00 | Agreement is all or nothing, so the formula \
gives an interval of no width. From a few cases that is no certainty: it has nothing to reckon with.
    """
    lines = []
    for name, agreement in one.compare(two).items():
        if agreement is None:
            nothing = _("No case is coded on both sheets.")
            lines.append((variable_label(name), "–", "–", "–", nothing))
            continue
        lines.append(
            (
                variable_label(name),
                _("{same} of {units}").format(same=agreement.same, units=agreement.units),
                kappa(agreement),
                number(agreement.alpha),
                agreement.doubt.text
                if agreement.doubt
                else _("The interval leaves out 0, which stands for chance."),
            )
        )
    differ = [
        (case, variable_label(name), _(mine), _(theirs))
        for case, name, mine, theirs in one.differences(two)
    ]
    heads = (_("Variable"), _("Alike"), _("Kappa (interval)"), _("Alpha"), _("What it is worth"))
    second = (_("Where they differ"), _("On"), one.coder, two.coder)
    html = table(heads, lines)
    return Page(
        joined((html, table(second, differ))) if differ else html,
        "\n".join(" | ".join(cells) for cells in (*lines, *differ)),
    )
