"""What small and medium states can do (section 5; section 4.4, last two paragraphs).

Advice that the article gives, and advice that one might take from it and that it does not
give.

Examples
--------
>>> ADVICE["never-change"].supported, ADVICE["small-steps"].supported
(False, True)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crisis_paths.rules import RULES, Rule, Standing
from crisis_paths.tables import rows


@dataclass(frozen=True, slots=True)
class Advice:
    """A piece of advice to a small or medium state.

    Attributes
    ----------
    id : str
        Its name.
    words, why : str
        What the state is told to do; why the article supports it or does not.
    supported : bool
        Whether the article supports it.
    rule : Rule
        The rule on which the verdict rests, with its place.
    standing : Standing
        How the verdict stands to the article.
    """

    id: str
    words: str
    why: str
    supported: bool
    rule: Rule
    standing: Standing


def _advice(row: Mapping[str, str]) -> Advice:
    return Advice(
        id=row["advice_id"],
        words=row["advice"],
        why=row["why"],
        supported=row["supported"] == "true",
        rule=RULES[row["rule"]],
        standing=Standing(row["standing"]),
    )


ADVICE: Mapping[str, Advice] = MappingProxyType(
    {advice.id: advice for advice in map(_advice, rows("advice"))}
)
