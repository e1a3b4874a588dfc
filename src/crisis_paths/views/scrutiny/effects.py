"""What some cases make of the framework's formula, in words: for chapters 7.2 and 7.5."""

from markupsafe import Markup

from crisis_paths.framework.variables import Outcome
from crisis_paths.i18n import _
from crisis_paths.scrutiny.crisis_sets import FIVE
from crisis_paths.scrutiny.robustness import Effect, formula
from crisis_paths.views.kit.formulas import in_words
from explorers.parts import card


def formulas(found: tuple[str, ...]) -> str:
    """Return all formulas that tie, in words and signs; or the word for none.

    Parameters
    ----------
    found : tuple of str
        Formulas, as `in_words` takes them.

    Examples
    --------
    >>> formulas(("WEAK", "ADJUSTED")), formulas(())
    ('weak (WEAK); just as well: adjusted (ADJUSTED)', 'none')
    """
    one = _("{words} ({signs})")
    named = [one.format(words=in_words(signs), signs=signs) for signs in found]
    return _("; just as well: ").join(named) or _("none")


def outcome_word(outcome: Outcome) -> str:
    """Say in a word whether a crisis was managed.

    Parameters
    ----------
    outcome : Outcome
        How it ended.

    Examples
    --------
    >>> outcome_word(Outcome.UNMANAGEABLE)
    'out of hand'
    """
    return _("managed") if outcome is Outcome.MANAGEABLE else _("out of hand")


def needs(found: Effect) -> str:
    """Say in a sentence whether the framework's formula is the shortest, and which one is.

    Parameters
    ----------
    found : Effect
        What some cases make of the formula.

    Examples
    --------
    >>> from crisis_paths.scrutiny.robustness import effect
    >>> needs(effect())
    'The shortest formula is: weak.'
    """
    if found.no_positive:
        return _("No crisis is left that got out of hand, so no formula is left either.")
    if not found.parsimonious:
        return _("No cell is left that holds only crises out of hand, so there is no formula.")
    if found.needs_both:
        return _("The shortest formula now is: {formula}.").format(formula=in_words(formula()))
    if len(found.parsimonious) > 1:
        tied = _("There are two shortest formulas: {formulas}.")
        each = _("{first}, or just as well {second}")
        first, second = map(in_words, found.parsimonious)
        return tied.format(formulas=each.format(first=first, second=second))
    return _("The shortest formula is: {formula}.").format(formula=in_words(*found.parsimonious))


def verdict_on(found: Effect) -> str:
    """Say in a sentence whether a case speaks against the framework, and which cell or case.

    Parameters
    ----------
    found : Effect
        What some cases make of the formula.

    Examples
    --------
    >>> from crisis_paths.scrutiny.robustness import effect
    >>> verdict_on(effect())
    'No case speaks against the framework.'
    """
    named = {case.id: case.title for case in FIVE}
    against = [named.get(case.id, _("the imagined case")) for case in found.against]
    if found.contradictory:
        words = _(
            "One cell ({cell}) holds both outcomes; for {cases} the framework predicts the other."
        )
        (contradictory,) = found.contradictory
        return words.format(cell=in_words(str(contradictory)), cases=", ".join(against))
    if against:
        return _("The framework predicts another outcome for: {cases}.").format(
            cases=", ".join(against)
        )
    return _("No case speaks against the framework.")


def facts(found: Effect) -> Markup:
    """Return the formulas that fit these cases.

    Parameters
    ----------
    found : Effect
        What some cases make of the formula.

    Examples
    --------
    >>> from crisis_paths.scrutiny.robustness import effect
    >>> facts(effect()).striptags()
    'Nearest to the casesweak and adjusted (WEAK*ADJUSTED)Shortestweak (WEAK)'
    """
    return card(
        (
            (_("Nearest to the cases"), formulas(found.conservative)),
            (_("Shortest"), formulas(found.parsimonious)),
        )
    )
