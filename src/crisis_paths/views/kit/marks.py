"""The marks by which readers know an outcome, and names of crises that fit a narrow column."""

from markupsafe import Markup

from crisis_paths.framework.variables import Outcome
from crisis_paths.i18n import _

SOFT_HYPHEN = "\u00ad"


def outcome_sign(outcome: Outcome, *, named: bool = False) -> Markup:
    """Return a sign that tells the outcomes apart by shape: a closed ring, or a burst one.

    Parameters
    ----------
    outcome : Outcome
        What it stands for.
    named : bool
        Whether a screen reader says the outcome here; off where the words beside it do.

    Examples
    --------
    >>> 'aria-label="manageable"' in outcome_sign(Outcome.MANAGEABLE, named=True)
    True
    """
    shape = (
        '<circle cx="12" cy="12" r="8" fill="none" stroke-width="3"/>'
        if outcome is Outcome.MANAGEABLE
        else '<path d="M12 2v6M12 16v6M2 12h6M16 12h6M5 5l4 4M15 15l4 4M5 19l4-4M15 9l4-4"'
        ' fill="none" stroke-width="3"/>'
    )
    return Markup(
        '<svg class="outcome-sign" viewBox="0 0 24 24" width="24" height="24"'
        ' stroke="currentColor" {said}>{shape}</svg>'
    ).format(
        said=Markup('role="img" aria-label="{}"').format(_(outcome.value))
        if named
        else Markup('aria-hidden="true"'),
        shape=Markup(shape),
    )


def soft_title(title: str) -> str:
    """Return a crisis's name with a place where it may be broken in a narrow column.

    Parameters
    ----------
    title : str
        A state and a year.

    Examples
    --------
    >>> soft_title("Kyrgyzstan 2020")
    'Kyrgyz\\xadstan 2020'
    """
    return title.replace("stan ", f"{SOFT_HYPHEN}stan ")
