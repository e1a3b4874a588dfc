"""Read what a notebook answers: letters, from its source or from what its run printed.

Nothing is run here.

Examples
--------
>>> written(['answer_1 = "B"  # one of these letters: A, B', "answer_2 = c"])
{1: 'B', 2: 'c'}
>>> [letter(text, "ABCD") for text in ("b.", "“Ｂ”", "B) both of them", "B or C", "")]
['B', 'B', 'B', None, None]
"""

import ast
import re
import unicodedata
from collections.abc import Iterable, Mapping

# at the start of a line, as the notebook has it; R writes an arrow
_ASSIGNED = re.compile(r"^answer_(\d{1,4})[ \t]*(?:=(?!=)|<-)[ \t]*(.*)$", re.M)
_AROUND = " \t\r\n\"'`“”„‟‘’‚‛«»‹›「」『』()[]{}*_"
_LETTER = re.compile(r"([A-Z])(?:[.):]\s*.*)?", re.S)
LONGEST = 500  # characters of a line that can be an answer


def written(sources: Iterable[str]) -> Mapping[int, str]:
    """Return what is written for each answer, by the exercise's number.

    Parameters
    ----------
    sources : iterable of str
        The code cells of a notebook, or what they printed, in their order; of two that answer the
        same exercise the last one counts, as it would if they were run.

    Returns
    -------
    mapping of int to str
        The text between the quotation marks; where it is no text in quotation marks, what stands
        there.

    Examples
    --------
    >>> written(["# answer_1 = 'A'", "answer_1 = 'A' if x else 'B'", 'answer_2 = ""'])
    {1: "'A' if x else 'B'", 2: ''}
    """
    return {
        int(number): _value(text[:LONGEST])
        for source in sources
        for number, text in _ASSIGNED.findall(source)
    }


def _value(text: str) -> str:
    """Return the text of a literal, or what stands there up to a comment."""
    try:
        value = ast.literal_eval(text.strip())
    except (ValueError, SyntaxError, MemoryError, RecursionError, TypeError):
        value = None
    return value if isinstance(value, str) else text.partition("#")[0].strip()


def letter(answer: str, letters: Iterable[str]) -> str | None:
    """Return the letter that an answer names, or None.

    Full width, small letters, quotation marks of any kind, a point or a bracket behind it and the
    option's own words after that are forgiven.

    Parameters
    ----------
    answer : str
        From `written`.
    letters : iterable of str
        Those that there are.

    Examples
    --------
    >>> letter("D. None: no single coding", "ABCD"), letter("E", "ABCD")
    ('D', None)
    """
    plain = unicodedata.normalize("NFKC", answer).strip(_AROUND).upper()
    named = _LETTER.fullmatch(plain)
    return named[1] if named and named[1] in set(letters) else None
