"""The formulas of part 7 in words, as their readers see them."""

from markupsafe import Markup

from crisis_paths.i18n import _


def in_words(formula_: str) -> str:
    """Return a formula as a reader sees it.

    Parameters
    ----------
    formula_ : str
        Of ``WEAK``, ``ADJUSTED`` and ``TURMOIL``, with ``~``, ``*`` and `` + ``; or ``1`` or ``0``.

    Raises
    ------
    KeyError
        If it names another condition.

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
    """Return formulas that tie, each with its words.

    Parameters
    ----------
    found : tuple of str
        Formulas, as `in_words` takes them.

    Examples
    --------
    >>> print(solutions(("WEAK", "ADJUSTED")))
    <code>WEAK</code> (weak); or as well: <code>ADJUSTED</code> (adjusted)
    """
    one = Markup("<code>{formula}</code> ({words})")
    return Markup(_("; or as well: ")).join(
        one.format(formula=formula_, words=in_words(formula_)) for formula_ in found
    )


def tied_words(found: tuple[str, ...]) -> str:
    """Say formulas that tie, in words alone; nothing if there is none.

    Parameters
    ----------
    found : tuple of str
        Formulas, as `in_words` takes them.

    Examples
    --------
    >>> tied_words(("WEAK", "ADJUSTED"))
    'weak; or as well: adjusted'
    """
    return _("; or as well: ").join(map(in_words, found))
