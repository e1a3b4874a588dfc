"""Chapter 2.2: what each explanation looks at and expects, what was observed, and what it earns."""

from markupsafe import Markup

from crisis_paths.argument.explanations import Explanation, Forecast, Relation, forecast, premises
from crisis_paths.argument.observations import Degree, compared, observed
from crisis_paths.argument.scoreboard import (
    SIDES,
    Comparison,
    Mark,
    Score,
    comparisons,
    fields,
    score,
    tally,
)
from crisis_paths.framework.actors import Actor
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.rules import Standing
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.views.kit.rule_table import standing_label
from explorers.outputs import Page, joined, table
from explorers.parts import folded

EXISTING = tuple(e for e in Explanation if e is not Explanation.FRAMEWORK)


def _titles(cases: tuple[str, ...]) -> str:
    return ", ".join(TABLE_2[case].title for case in cases)


def expected_words(expected: Forecast | None) -> str:
    """Say what a forecast expects, as a reader sees it.

    Parameters
    ----------
    expected : Forecast or None
        None where the text would draw nothing from the explanation.

    Examples
    --------
    >>> expected_words(Forecast(Relation.MORE, ("belarus_2020",)))
    'more than in Belarus 2020'
    """
    if expected is None:
        return _("nothing that the text would draw from it")
    return {
        Relation.LIMITED: _("limited intervention, or none"),
        Relation.STRONG: _("strong intervention"),
        Relation.SAME: _("as much as in {cases}"),
        Relation.OTHER: _("other than in {cases}"),
        Relation.MORE: _("more than in {cases}"),
        Relation.LESS: _("less than in {cases}"),
        Relation.NO_LESS: _("no less than in {cases}"),
    }[expected.relation].format(cases=_titles(expected.peers))


def observed_words(case: str, actor: Actor) -> str:
    """Say what the article reports of one side in one crisis.

    Parameters
    ----------
    case : str
        A crisis of Table 2.
    actor : {Actor.HEGEMON, Actor.EXTERNAL}
        Whose intervention.

    Raises
    ------
    CrisisPathsError
        If there is no such crisis, or the actor is neither side.

    Examples
    --------
    >>> observed_words("ukraine_2013", Actor.HEGEMON)
    'no degree; less than in Ukraine 2022'
    """
    degree = observed(case, actor)
    if degree is None:
        fewer = tuple(other for other in TABLE_2 if compared(case, other, actor) == -1)
        return _("no degree; less than in {cases}").format(cases=_titles(fewer))
    return {
        Degree.NONE: _("no intervention"),
        Degree.LIMITED: _("limited intervention"),
        Degree.STRONG: _("strong intervention"),
    }[degree]


def premise_words(explanation: Explanation, case: str, actor: Actor) -> str:
    """Say what the explanation looks at in this case, or that the text does not give it.

    Parameters
    ----------
    explanation : Explanation
        Which one.
    case : str
        A crisis of Table 2.
    actor : {Actor.HEGEMON, Actor.EXTERNAL}
        Whose intervention.

    Raises
    ------
    CrisisPathsError
        If it is an existing explanation and the actor is neither side.
    KeyError
        If it is the framework and Table 2 has no such crisis.

    Examples
    --------
    >>> premise_words(Explanation.FRAMEWORK, "ukraine_2022", Actor.HEGEMON)
    'balance adjusted, control weak'
    """
    premise = premises(explanation, actor).get(case) if explanation in EXISTING else None
    if explanation is Explanation.FRAMEWORK:
        coded = TABLE_2[case]
        return _("balance {balance}, control {control}").format(
            balance=_(coded.balance.value), control=_(coded.control.value)
        )
    return {
        None: _("not given for this side and crisis"),
        "high": _("a value no lower than Ukraine’s"),
        "unchanged": _("a value that stays the same"),
        "pressing": _("a pressing agenda at home"),
        "eased": _("an agenda at home that presses clearly less"),
        "absent": _("no agenda at home in the way"),
        "strong": _("a strong relational status"),
        "weak": _("a weaker relational status"),
        "greater": _("a strong threat, with turmoil the greater one"),
        "lesser": _("a strong threat, without turmoil the lesser one"),
    }[premise]


def side_label(actor: Actor) -> str:
    """Return whose intervention it is, as a reader sees it.

    Parameters
    ----------
    actor : {Actor.HEGEMON, Actor.EXTERNAL}
        Which side.
    """
    return _("Russia") if actor is Actor.HEGEMON else _("External powers")


def standing_words(result: Score) -> str:
    """Say whether the text scores so, or this book.

    Parameters
    ----------
    result : Score
        What an explanation earns.
    """
    if result.standing is Standing.STATED:
        return _("the text says so")
    return standing_label(result.standing)


def board(explanations: tuple[Explanation, ...]) -> Markup:
    """Return what these explanations earn in every field, as a table.

    Parameters
    ----------
    explanations : tuple of Explanation
        In their order.
    """
    return table(
        (_("Explanation"), _("Whose intervention"), *(c.title for c in TABLE_2.values())),
        (
            (
                explanation.label,
                side_label(actor),
                *(score(explanation, case, actor).mark.label for case in TABLE_2),
            )
            for explanation in explanations
            for actor in SIDES
        ),
        kind="scoreboard",
    )


def board_text(explanations: tuple[Explanation, ...]) -> str:
    """Return the same as text, a line a field, with what is looked at, expected and reported.

    Parameters
    ----------
    explanations : tuple of Explanation
        In their order.
    """
    line = _(
        "{explanation}, {side}, {case}: looks at {premise}; expects {expected};"
        " reported {observed}: {mark}. {why} ({section}; {standing})"
    )
    return "\n".join(
        line.format(
            explanation=explanation.label,
            side=side_label(actor),
            case=TABLE_2[case].title,
            premise=premise_words(explanation, case, actor),
            expected=expected_words(forecast(explanation, case, actor)),
            observed=observed_words(case, actor),
            mark=(result := score(explanation, case, actor)).mark.label,
            why=result.why,
            section=result.section,
            standing=standing_words(result),
        )
        for explanation in explanations
        for case in TABLE_2
        for actor in SIDES
    )


def counted() -> str:
    """Say what the counts count."""
    checks = [check for explanation in EXISTING for check in comparisons(explanation)]
    marked = sum(fields(e)[mark] for e in EXISTING for mark in (Mark.HIT, Mark.MISS))
    words = _(
        "What is counted: a comparison of crises shows in a field for each of them, and counts"
        " once; a degree that is expected of a single crisis counts once as well. So the"
        " {fields} fields in which the existing explanations hit or miss rest on {count} checks,"
        " {missed} of them missed. The framework expects a degree in every field, and each is a"
        " check. Silence is counted by field, ten to an explanation."
    )
    missed = sum(check.mark is Mark.MISS for check in checks)
    return words.format(fields=marked, count=len(checks), missed=missed)


def _silent_field() -> str:
    """Say why the framework is silent on one field, and that not all of the text fits it."""
    return _(
        "The field on which the framework is silent is Russia in 2013. Section 2.2.3 has Russia"
        " do less in 2013 than in 2022; section 4.4, paragraph 7, has it contend fiercely. The"
        " first fits the framework, the second does not."
    )


def _comparison_words(explanation: Explanation, comparison: Comparison) -> str:
    return _("{explanation}, {side}, {cases}: {mark}").format(
        explanation=explanation.label,
        side=side_label(comparison.actor),
        cases=_titles(comparison.cases),
        mark=comparison.mark.label,
    )


def own_scoreboard() -> Page:
    """Return the scoreboard with the article's own framework in it, each comparison once.

    Examples
    --------
    >>> own_scoreboard().text.splitlines()[0]
    'Geopolitical value: hit 1, miss 3, does not say 4'
    """
    line = _("{explanation}: {counts}")
    text, counts = [], []
    for explanation in Explanation:
        marks = tally(explanation)
        counts.append((explanation.label, *map(str, marks.values())))
        words = ", ".join(f"{mark.label} {count}" for mark, count in marks.items())
        text.append(line.format(explanation=explanation.label, counts=words))
    own = (
        (c.title, *(score(Explanation.FRAMEWORK, c.id, side).mark.label for side in SIDES))
        for c in TABLE_2.values()
    )
    heads = (_("Explanation"), *(mark.label for mark in Mark))
    item, line_of = Markup("<li>{}</li>"), Markup("<p><small>{}</small></p>").format
    framework = (_("The framework on"), *map(side_label, SIDES))
    below = (counted(), _silent_field())
    listed = [_comparison_words(e, check) for e in EXISTING for check in comparisons(e)]
    summary = _("What is counted, and the {count} checks, each once").format(count=len(listed))
    checks = line_of(below[0]) + Markup("<ul>{}</ul>").format(joined(map(item.format, listed)))
    pieces = (
        table(heads, counts, cards=False),
        folded(summary, checks),
        folded(_("The framework, field by field"), table(framework, own, cards=False)),
        line_of(below[1]),
    )
    return Page(
        joined(pieces),
        "\n".join([*text, *below, *listed, board_text((Explanation.FRAMEWORK,))]),
    )


def _grounds(explanation: Explanation, kind: str) -> list[str]:
    """Return what the text says of an explanation as a whole, and not of all of them at once."""
    place = _("{why} ({section})")
    return [
        place.format(why=_(row["why"]), section=row["section"])
        for row in rows("rivals")
        if row["explanation"] == explanation
        and row["kind"] == kind
        and row["case"] == "regional"
        and (row["section"] != "2.2" or kind == "taken_over")
    ]


def kept_and_left(fold: str = "") -> Page:
    """Return what the author grants each explanation and takes over, and why he sets it aside.

    Parameters
    ----------
    fold : str
        What is read while the table is folded; it stands open where nothing is given.

    Examples
    --------
    >>> len(kept_and_left().text.splitlines())
    4
    """
    kinds = ("concession", "taken_over", "set_aside")
    listed = Markup("<ul>{}</ul>")
    item = Markup("<li>{}</li>")
    grounds = [(e.label, *(_grounds(e, kind) for kind in kinds)) for e in EXISTING]
    nothing = _("nothing")
    shown = table(
        (_("Explanation"), _("Granted"), _("Taken over"), _("Set aside because")),
        (
            (label, *(listed.format(joined(map(item.format, g))) if g else nothing for g in gs))
            for label, *gs in grounds
        ),
        kind="grounds",
    )
    return Page(
        folded(fold, shown) if fold else shown,
        "\n".join(
            " | ".join((label, *(" ".join(g) or nothing for g in gs))) for label, *gs in grounds
        ),
    )
