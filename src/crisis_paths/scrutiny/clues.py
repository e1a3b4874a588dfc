"""Clues: how likely one would be to see a piece of evidence if an explanation were true.

For Ukraine and Belarus the question is what mainly moved the hegemon. The article's framework
answers: how it judged its own ability to control the situation. For Kazakhstan the question is
what kept the outside powers back, and the framework answers: that the state's balance was kept.
The rivals of section 2.2 answer: the value of the state, an agenda that comes first, the tie
between the two states, or a felt threat.

A clue tells two answers apart as far as it is likelier under one than under the other. How
likely it is stands in the table ``likelihoods``, in words; the words and the numbers behind
them are this book's own. What is seen is that the article reports the clue, so a conclusion
that its author would draw in any case tells little. Where a clue says nothing of a rival, it
has the framework's word there and weighs nothing between the two.

Examples
--------
>>> clue = clues("belarus_2020")[0]
>>> clue.id, clue.words[Explanation.FRAMEWORK].value, clue.words[Explanation.AGENDA].value
('by-call-confidence', 'very_likely', 'likely')
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crisis_paths.argument.explanations import Explanation
from crisis_paths.framework.actors import Actor
from crisis_paths.given import one_of
from crisis_paths.i18n import _
from crisis_paths.scrutiny.likelihood import Likelihood
from crisis_paths.tables.reading import rows

# Whose conduct the clues on a crisis are to explain; ours, as the choice of crises is.
MOVED: Mapping[str, Actor] = MappingProxyType(
    {
        "ukraine_2022": Actor.HEGEMON,
        "belarus_2020": Actor.HEGEMON,
        "kazakhstan_2022": Actor.EXTERNAL,
    }
)


@dataclass(frozen=True, slots=True)
class Clue:
    """A piece of evidence, and how likely it is to be seen under each explanation.

    Attributes
    ----------
    id, text, section, standing : str
        Its name in ``codings`` or ``rivals``, what it says, where that stands, and whether
        the article itself uses it so.
    group : str
        What it shares with other clues, one fact or an inference from it, so that together
        they are one clue; empty where it shares nothing.
    words, reasons : mapping by Explanation
        This book's judgement, a Likelihood each, and why, a sentence each.
    """

    id: str
    text: str
    section: str
    standing: str
    group: str
    words: Mapping[Explanation, Likelihood]
    reasons: Mapping[Explanation, str]


def clues(case: str) -> tuple[Clue, ...]:
    """Return the clues on a crisis, in the order of the table.

    Parameters
    ----------
    case : {"ukraine_2022", "belarus_2020", "kazakhstan_2022"}
        A crisis with likelihoods.

    Raises
    ------
    CrisisPathsError
        If there are no likelihoods for such a crisis.
    """
    judged: dict[str, dict[str, list[Mapping[str, str]]]] = {}
    for row in rows("likelihoods"):
        judged.setdefault(row["case"], {}).setdefault(row["item"], []).append(row)
    case = one_of(
        "case", case, judged, _("There are no clues on {got}; there are some on: {known}.")
    )
    sources = {row["coding_id"]: (row["evidence"], row) for row in rows("codings")}
    sources |= {row["rival_id"]: (row["why"], row) for row in rows("rivals")}
    return tuple(_clue(*sources[item], found) for item, found in judged[case].items())


def _clue(text: str, source: Mapping[str, str], found: list[Mapping[str, str]]) -> Clue:
    by = {Explanation(row["hypothesis"]): row for row in found}
    return Clue(
        id=found[0]["item"],
        text=_(text),
        section=source["section"],
        standing=source["standing"],
        group=_(found[0]["group"]),
        words=MappingProxyType({held: Likelihood(row["word"]) for held, row in by.items()}),
        reasons=MappingProxyType({held: _(row["why"]) for held, row in by.items()}),
    )
