"""What Zeng and Wang's abstract claims, of which conditions, and in which of its languages.

The abstract is printed in Chinese and in English, and the two do not carry the same claims
throughout.

Examples
--------
>>> [claim["claim_id"] for claim in claims_on(Hold.LOOSENED)]
['mv-loosening']
>>> len(CLAIMS), len(read_in("zh")), len(read_in("en"))
(30, 27, 28)
"""

from collections.abc import Mapping
from types import MappingProxyType

from crisis_paths.given import one_of
from crisis_paths.tables.reading import rows
from crisis_paths.words import Choice

Claims = tuple[Mapping[str, str], ...]

# The abstract's claims by their ids: the rows of data/multivector.csv.
CLAIMS = MappingProxyType({row["claim_id"]: row for row in rows("multivector")})


class Hold(Choice):
    """How firmly the regional hegemon holds the region."""

    FIRM = "firm"
    LOOSENED = "loosened"


class Attention(Choice):
    """How much attention outside powers pay; the abstract says only that it has grown."""

    AS_BEFORE = "as-before"
    MORE = "more"


class Partners(Choice):
    """To whom a state turns; ``MIDDLE_EAST`` is all that ``OUTSIDE`` is, and one step more."""

    RUSSIA_FIRST = "russia-first"
    OUTSIDE = "outside"
    MIDDLE_EAST = "middle-east"


class Policy(Choice):
    """What the abstract calls the policy, if it calls it anything."""

    VISION = "vision"
    REALITY = "reality"
    UNDECIDED = "undecided"


_STEPS = ("mv-distance", "mv-outside-cooperation", "mv-middle-east")
_SAID: Mapping[Choice, tuple[str, ...]] = {
    Hold.FIRM: ("mv-quasi-unipolar", "mv-constraint"),
    Hold.LOOSENED: ("mv-loosening",),
    Attention.AS_BEFORE: (),  # implied by the word "more", and said nowhere
    Attention.MORE: ("mv-outside-attention",),
    Partners.RUSSIA_FIRST: ("mv-russia-first",),
    Partners.OUTSIDE: _STEPS[:2],
    Partners.MIDDLE_EAST: _STEPS,
    Policy.VISION: ("mv-vision",),
    Policy.REALITY: ("mv-seize", "mv-reality", "mv-largely"),
    Policy.UNDECIDED: (),
}


def claims_on(part: Hold | Attention | Partners | Policy) -> Claims:
    """Return the claims that speak of this condition, or that call the policy so.

    Raises
    ------
    CrisisPathsError
        If it is no condition of the abstract.
    """
    return tuple(CLAIMS[name] for name in _SAID[one_of("part", part, _SAID)])


def read_in(language: str) -> Claims:
    """Return the claims that somebody gets who reads the abstract in this language.

    Parameters
    ----------
    language : {"zh", "en", "both"}
        Chinese, English, or only what both carry.

    Raises
    ------
    CrisisPathsError
        If it is none of these.

    Examples
    --------
    >>> [claim["claim_id"] for claim in read_in("zh") if claim not in read_in("both")]
    ['mv-partners', 'mv-vision-before']
    """
    language = one_of("language", language, ("zh", "en", "both"))
    return tuple(claim for claim in CLAIMS.values() if claim["language"] in (language, "both"))
