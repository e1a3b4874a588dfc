"""Words of an explorer's own (“Start again”, “not chosen yet”), ready to be translated."""

from functools import lru_cache
from gettext import NullTranslations, translation
from pathlib import Path


@lru_cache(maxsize=1)
def catalogue() -> NullTranslations:
    """Return the catalogue of the language that the environment names; English without one.

    Examples
    --------
    >>> catalogue().gettext("Start again")
    'Start again'
    """
    return translation("explorers", localedir=Path(__file__).parent / "locale", fallback=True)


def _(message: str) -> str:
    """Return a message in the reader's language.

    Parameters
    ----------
    message : str
        In English, with ``{named}`` placeholders still in it. Never an f-string.

    Examples
    --------
    >>> _("Start again")
    'Start again'
    """
    return catalogue().gettext(message) if message else ""
