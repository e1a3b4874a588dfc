"""Words for readers, ready to be translated.

Every word that a view, a table or an error shows passes through ``_``, with named
placeholders filled in afterwards, so that a second language needs a catalogue and no code.
"""

from functools import lru_cache
from gettext import NullTranslations, translation
from pathlib import Path

LOCALES = Path(__file__).parent / "locale"


@lru_cache(maxsize=1)
def catalogue() -> NullTranslations:
    """Return the catalogue that the reader's words come from; English where there is no other.

    Returns
    -------
    gettext.NullTranslations
        The catalogue of the language that the environment names (``LANGUAGE``, ``LANG``).
    """
    return translation("crisis_paths", localedir=LOCALES, fallback=True)


def _(message: str) -> str:
    """Return a message in the reader's language.

    Parameters
    ----------
    message : str
        The English message, with ``{named}`` placeholders still in it. Never an f-string.

    Examples
    --------
    >>> _("{count} cases").format(count=5)
    '5 cases'
    """
    return catalogue().gettext(message) if message else ""


def N_(message: str) -> str:
    """Mark a message for translation where it is written down, to be translated where it is shown.

    Examples
    --------
    >>> N_("turmoil")
    'turmoil'
    """
    return message
