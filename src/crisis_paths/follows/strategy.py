"""What small and medium states can do (section 5; section 4.4, last two paragraphs).

Advice that the article gives, advice that one might take from it and that it does not give,
and advice on which its sentences pull both ways.

Examples
--------
>>> ADVICE["never-change"].verdict.value, ADVICE["small-steps"].verdict.value
('not-supported', 'supported')
>>> [rule.id for rule in ADVICE["keep-all-out"].rules]
['keep-external-out', 'one-power-helps']
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from crisis_paths.framework.rules import RULES, Rule, Standing
from crisis_paths.tables.reading import rows


class Verdict(StrEnum):
    """What the article says to a piece of advice."""

    SUPPORTED = "supported"
    NOT_SUPPORTED = "not-supported"
    BOTH_WAYS = "both-ways"


@dataclass(frozen=True, slots=True)
class Advice:
    """A piece of advice to a small or medium state.

    Attributes
    ----------
    id : str
        Its name.
    words, why : str
        What the state is told to do; why the verdict is as it is.
    verdict : Verdict
        Whether the article supports it, does not, or pulls both ways.
    rules : tuple of Rule
        The rule on which the verdict rests, with its place; where the article pulls both
        ways, the rule for the advice and then the one against it.
    standing : Standing
        How the verdict stands to the article.
    """

    id: str
    words: str
    why: str
    verdict: Verdict
    rules: tuple[Rule, ...]
    standing: Standing


def _advice(row: Mapping[str, str]) -> Advice:
    return Advice(
        id=row["advice_id"],
        words=row["advice"],
        why=row["why"],
        verdict=Verdict(row["verdict"]),
        rules=tuple(RULES[name] for name in (row["rule"], row["against"]) if name),
        standing=Standing(row["standing"]),
    )


ADVICE: Mapping[str, Advice] = MappingProxyType(
    {advice.id: advice for advice in map(_advice, rows("advice"))}
)
