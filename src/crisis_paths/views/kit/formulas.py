"""The formulas of part 7 in words, as their readers see them."""

from markupsafe import Markup

from crisis_paths.i18n import _


def in_words(formula_: str) -> str:
    """A formula as a reader sees it.

    Examples
    --------
    >>> in_words("WEAK*ADJUSTED"), in_words("~WEAK + ADJUSTED")
    ('weak and adjusted', 'strong, or adjusted')
    """
    words = {
        "WEAK": _("weak"),
        "~WEAK": _("strong"),
        "ADJUSTED": _("adjusted"),
        "~ADJUSTED": _("continued"),
        "TURMOIL": _("turmoil"),
        "~TURMOIL": _("no turmoil"),
        "1": _("always"),
        "0": _("never"),
    }
    both, either = _(" and "), _(", or ")
    return either.join(
        both.join(words[name] for name in part.split("*")) for part in formula_.split(" + ")
    )


def solutions(found: tuple[str, ...]) -> Markup:
    """Formulas that tie, each with its words."""
    one = Markup("<code>{formula}</code> ({words})")
    return Markup(_("; or as well: ")).join(
        one.format(formula=formula_, words=in_words(formula_)) for formula_ in found
    )
