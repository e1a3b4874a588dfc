"""Words as people write them: what counts as nothing, as the same word, as the same name.

This knows nothing of crises and opens no file. Whatever reads words that a person has typed
(a frame, a sheet, a seed) asks here, so that all of them agree.

Examples
--------
>>> is_missing("\\u200b "), is_missing(0), is_missing(False)
(True, False, False)
>>> name_key("Belarus 2020") == name_key(" belarus_2020\\ufeff")
True
>>> name_key("Co\\u0302te d’Ivoire") == name_key("Côte d’Ivoire")
True
>>> YES_NO.read("turmoil", " Yes"), YES_NO.read("turmoil", "0"), YES_NO.read("turmoil", 1.0)
(True, False, True)
"""

import re
import unicodedata
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import EnumMeta, StrEnum
from types import MappingProxyType

from crisis_paths.errors import ALLOWED, CrisisPathsError, few, quoted
from crisis_paths.i18n import _

# of no width: soft hyphen, zero-width space to right-to-left mark, word joiner and the
# marks after it, variation selectors, byte order mark
UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that a variable understands.

    Attributes
    ----------
    values : tuple
        The variable's values, in order.
    words : Mapping
        Which word, folded, means which value.
    allowed : str
        The values as an error names them.
    """

    values: tuple
    words: Mapping[Hashable, object]
    allowed: str

    def read(self, variable: str, word: object) -> object:
        """Return the value that a word means.

        Parameters
        ----------
        variable : str
            How the error names what is read.
        word : object
            What came.

        Raises
        ------
        CrisisPathsError
            If the word is missing, or means no value.
        """
        try:
            return self.words[fold(word)]
        except (KeyError, TypeError):  # unknown, or not even hashable
            raise CrisisPathsError(refusal(variable, word, self.allowed)) from None


class _Reader(EnumMeta):
    """A way to look up texts only; an enumeration would ask an array whether it equals a member."""

    def __call__(cls, value: object, *more: object, **named: object) -> object:
        if more or named or isinstance(value, str):
            return super().__call__(value, *more, **named)
        raise CrisisPathsError(cls.refuse(value))


class Choice(StrEnum, metaclass=_Reader):
    """Some words to choose from, understood in any case; any other is refused by name.

    Examples
    --------
    >>> class Size(Choice):
    ...     SMALL = "small"
    ...     LARGE = "large"
    >>> Size(" Large")
    <Size.LARGE: 'large'>
    >>> Size("huge")
    Traceback (most recent call last):
        ...
    crisis_paths.errors.CrisisPathsError: size is 'huge', but must be one of: small, large.
    """

    @classmethod
    def _missing_(cls, value: str) -> StrEnum:
        folded = fold(value)
        if folded in (member.value for member in cls):
            return cls(folded)
        raise CrisisPathsError(cls.refuse(value))

    @classmethod
    def refuse(cls, got: object) -> str:
        """Give the sentence that refuses what is none of these words."""
        words = re.findall("[A-Z][a-z]*", cls.__name__) or [cls.__name__]
        return _("{variable} is {got}, but must be one of: {known}.").format(
            variable=" ".join(words).lower(), got=quoted(got), known=few(cls, ALLOWED)
        )


def clean(text: str) -> str:
    """Write a text in the one form in which its look-alikes are equal (Unicode's NFKC).

    Characters that nobody sees are taken out, and blanks at the edges.

    Examples
    --------
    >>> clean(" Ｗｅａｋ\\u200b\\xa0")
    'Weak'
    """
    if text.isascii():  # as nearly all names are; much faster
        return text.strip()
    return unicodedata.normalize("NFKC", UNSEEN.sub("", text)).strip()


def fold(word: object) -> object:
    """Give a word as it is compared: :func:`clean`, and without case.

    Examples
    --------
    >>> fold(" Strong ")
    'strong'
    """
    return clean(clean(word).casefold()) if isinstance(word, str) else word


def name_key(name: object) -> str:
    """Give a name as it is compared: as a word, with underscores and runs of blanks as one blank.

    Examples
    --------
    >>> name_key("Kazakhstan_2022"), name_key(2022)
    ('kazakhstan 2022', '2022')
    """
    return " ".join(str(fold(str(name))).replace("_", " ").split())


def slug(name: str) -> str:
    """Write a name of the tables as links and explorers have it: with hyphens.

    Examples
    --------
    >>> slug("ukraine_2022")
    'ukraine-2022'
    """
    return name.replace("_", "-")


def is_missing(word: object) -> bool:
    """Tell whether this is nothing: None, a word without a visible character, or NaN; not 0.

    Examples
    --------
    >>> is_missing(float("nan")), is_missing(" "), is_missing("weak"), is_missing(0)
    (True, True, False, False)
    """
    if word is None or (isinstance(word, str) and not clean(word)):
        return True
    try:
        return bool(word != word)
    except TypeError:  # pandas.NA answers neither yes nor no
        return True
    except ValueError:  # an array has no single answer
        return False


# Yes and no, however a person or a program writes them: 1 and 0 equal True and False, and so do
# 1.0 and 0.0, which is what a spreadsheet makes of a column of bools that has a gap.
YES_NO = Vocabulary(
    values=(True, False),
    words=MappingProxyType(
        dict.fromkeys((True, "yes", "true", "1", "1.0", "有", "是"), True)
        | dict.fromkeys((False, "no", "false", "0", "0.0", "无", "否"), False)
    ),
    allowed="yes, no (True, False; 1, 0; 有, 无; 是, 否)",
)

# What a parameter that is a bool takes. Words are none of them, so that "absent" is not present.
FLAG = Vocabulary(
    values=(True, False),
    words=MappingProxyType({True: True, False: False}),
    allowed="True, False",
)


def refusal(variable: str, got: object, allowed: str) -> str:
    """Give the sentence that refuses a value: the variable, what came, and what is allowed.

    Examples
    --------
    >>> refusal("control", "shaky", "strong, weak")
    "control is 'shaky', but must be one of: strong, weak."
    """
    if is_missing(got):
        return _("{variable} is missing, but must be one of: {allowed}.").format(
            variable=variable, allowed=allowed
        )
    return _("{variable} is {got}, but must be one of: {allowed}.").format(
        variable=variable, got=quoted(got), allowed=allowed
    )
