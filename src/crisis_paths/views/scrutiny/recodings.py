"""Chapter 7.2: what becomes of the framework's formula, in words and in tables."""

from crisis_paths.i18n import _
from crisis_paths.scrutiny.crisis_sets import FIVE
from crisis_paths.scrutiny.recoding import Recoding
from crisis_paths.scrutiny.robustness import Effect, effects
from crisis_paths.views.kit.formulas import in_words
from explorers.outputs import Page, table


def fate(found: Effect) -> tuple[str, str]:
    """Say what a setting does to the framework's formula: the finding, and what it means.

    Parameters
    ----------
    found : Effect
        What the setting makes of the formula.

    Examples
    --------
    >>> from crisis_paths.scrutiny.robustness import effect
    >>> fate(effect())
    ('The framework fits.', 'But a shorter formula does as well.')
    """
    if found.no_positive:
        return _("Nothing is left to explain."), _("No crisis got out of hand.")
    if found.contradictory:
        return _("A cell holds both outcomes."), _("No formula of these two conditions fits.")
    if found.contradicts:
        return _("The framework does not fit."), _("The cells are clear, but not as it has them.")
    if found.needs_both:
        return _("The framework fits."), _("Neither condition would do alone.")
    return _("The framework fits."), _("But a shorter formula does as well.")


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
    what = filled.format(what=" ".join(fate(result)))
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
        _("produce a contradiction"): lambda result: result.contradicts,
        _("leave no escalated crisis to explain"): lambda result: result.no_positive,
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
