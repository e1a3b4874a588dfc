"""Zeng and Wang's abstract: when multi-vector policy is a vision, and when a reality.

The abstract describes two settings. Before the conflict of 2022 Russia upheld a quasi-unipolar
structure and came first: the policy was a vision. Since then the structure has loosened, outside
powers pay more attention, and the states have taken three steps: by and large, a reality. It
takes neither setting apart, so of every mixture it says nothing.

Examples
--------
>>> policy("firm", "as-before", "russia-first").policy.value
'vision'
>>> policy("loosened", "more", "middle-east").policy.value
'reality'
>>> mixed = policy("loosened", "more", "outside")
>>> mixed.policy.value, mixed.gap.value
('undecided', 'part')
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from crisis_paths.follows.claims import (
    CLAIMS,
    Attention,
    Claims,
    Hold,
    Partners,
    Policy,
    claims_on,
)
from crisis_paths.given import one_of


class Gap(StrEnum):
    """Why the abstract leaves a setting undecided."""

    APART = "apart"  # one of the two outer conditions without the other
    AHEAD = "ahead"  # the steps without either of them
    UNUSED = "unused"  # both of them, and no step
    PART = "part"  # both of them, and not every step


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the abstract says of a setting: what it calls the policy, or why it says nothing.

    Attributes
    ----------
    hold, attention, partners
        The setting.
    policy : Policy
        What the abstract calls the policy; ``UNDECIDED`` where it says nothing.
    gap : Gap or None
        Why it says nothing; None where it says something.
    """

    hold: Hold
    attention: Attention
    partners: Partners
    policy: Policy
    gap: Gap | None = None

    @property
    def rests_on(self) -> Claims:
        """The claims that speak of the parts of this setting, and of the whole if any does."""
        parts = (self.hold, self.attention, self.partners, self.policy)
        return tuple(claim for part in parts for claim in claims_on(part))

    def effects(self, topic: str) -> Claims:
        """Return what the abstract says of ``"benefits"``, ``"risk"`` or ``"order"`` here.

        It names effects of the change alone, so nothing where the policy is not a reality.

        Raises
        ------
        CrisisPathsError
            If it is none of the three.
        """
        topic = one_of("topic", topic, ("benefits", "risk", "order"))
        told = CLAIMS.values() if self.policy is Policy.REALITY else ()
        return tuple(claim for claim in told if claim["topic"] == topic)


def policy(hold: Hold | str, attention: Attention | str, partners: Partners | str) -> Verdict:
    """Return what the abstract calls the policy in this setting.

    Parameters
    ----------
    hold : {"firm", "loosened"}
        How firmly the regional hegemon holds the region.
    attention : {"as-before", "more"}
        How much attention outside powers pay.
    partners : {"russia-first", "outside", "middle-east"}
        To whom the state turns.

    Returns
    -------
    Verdict
        Decided in the two settings that the abstract describes, undecided in the ten others.

    Raises
    ------
    CrisisPathsError
        If a value is none of these.

    Notes
    -----
    Source: the abstract, Chinese and English. It names the loosening and the attention in one
    clause and the three steps in one sentence; that each is needed, or that one is enough, it
    does not say.
    """
    setting = Hold(hold), Attention(attention), Partners(partners)
    match setting:
        case Hold.FIRM, Attention.AS_BEFORE, Partners.RUSSIA_FIRST:
            return Verdict(*setting, Policy.VISION)
        case Hold.LOOSENED, Attention.MORE, Partners.MIDDLE_EAST:
            return Verdict(*setting, Policy.REALITY)
        case Hold.FIRM, Attention.AS_BEFORE, _:
            gap = Gap.AHEAD
        case Hold.LOOSENED, Attention.MORE, Partners.RUSSIA_FIRST:
            gap = Gap.UNUSED
        case Hold.LOOSENED, Attention.MORE, _:
            gap = Gap.PART
        case _:
            gap = Gap.APART
    return Verdict(*setting, Policy.UNDECIDED, gap)


def settings(called: Policy | str) -> tuple[Verdict, ...]:
    """Return those of the twelve settings that the abstract calls so, or leaves undecided.

    Parameters
    ----------
    called : {"vision", "reality", "undecided"}
        What it calls the policy there.

    Raises
    ------
    CrisisPathsError
        If it is none of these.

    Examples
    --------
    >>> len(settings("reality")), len(settings("undecided"))
    (1, 10)
    """
    called = Policy(called)
    every = (policy(*setting) for setting in product(Hold, Attention, Partners))
    return tuple(verdict for verdict in every if verdict.policy is called)
