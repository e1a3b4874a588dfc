"""The cases that were added to the article's: coded, predicted, and what they do to the formula."""

from collections.abc import Iterable

from markupsafe import Markup

from crisis_paths.i18n import _
from crisis_paths.scrutiny.further_cases import FurtherCase
from crisis_paths.scrutiny.further_cases import further_cases as added_cases
from crisis_paths.scrutiny.robustness import adding
from crisis_paths.views.kit.formulas import in_words
from crisis_paths.views.scrutiny.effects import formulas
from explorers.outputs import Page, joined, table


def further_cases(cases: Iterable[FurtherCase] | None = None) -> Page:
    """Return every further case with its codings, what the framework predicts, and their grounds.

    Parameters
    ----------
    cases : iterable of FurtherCase, optional
        Those of the table ``further_cases`` by default.

    Examples
    --------
    >>> further_cases(()).text
    'No case has been added so far.'
    """
    cases = tuple(added_cases() if cases is None else cases)
    if not cases:
        nothing = _("No case has been added so far.")
        return Page(Markup("<p>{}</p>").format(nothing), nothing)
    heads = (_("Case"), _("Coded as"), _("Predicted"), _("As it ended"), _("On what grounds"))
    lines = [
        (
            further.case.title,
            further.case.path.cell,
            _(further.case.path.outcome),
            _(further.case.outcome),
            _grounds(further),
        )
        for further in cases
    ]
    sentences = _together(cases)
    return Page(
        joined(
            (
                table(heads, ((*cells, joined(why, Markup("<br>"))) for *cells, why in lines)),
                Markup("<p>{}</p>").format(sentences),
            )
        ),
        "\n".join((*(" | ".join((*cells, " ".join(why))) for *cells, why in lines), sentences)),
    )


def _grounds(further: FurtherCase) -> tuple[str, ...]:
    """Say what speaks for the codings and against them, and where it may be looked up."""
    return (
        _("For: {evidence}").format(evidence=further.evidence),
        _("Against: {against}").format(against=further.against),
        _("Source: {source}").format(source=further.source),
    )


def _together(cases: tuple[FurtherCase, ...]) -> str:
    """Say in two sentences what all of them do to the framework and its formula."""
    effect = adding(*(further.case for further in cases))
    against = [further.case.title for further in cases if not further.as_predicted]
    verdict = (
        _("The framework predicts another outcome for: {cases}.").format(cases=", ".join(against))
        if against
        else _("All ended as the framework predicts.")
    )
    if effect.contradictory:
        contradictory = "; ".join(in_words(str(row)) for row in effect.contradictory)
        words = _("{verdict} Both outcomes stand in one cell ({cells}): no formula fits all cases.")
        return words.format(verdict=verdict, cells=contradictory)
    words = _(
        "{verdict} With the article’s five, the formula nearest to the cases is {nearest},"
        " and the shortest {shortest}."
    )
    return words.format(
        verdict=verdict,
        nearest=formulas(effect.conservative),
        shortest=formulas(effect.parsimonious),
    )
