"""The evidence ledger: two explanations of one crisis, clue by clue.

Each clue multiplies the odds on an explanation, against a rival, by the ratio of its two
likelihoods. Odds are kept as exact fractions, so the order of the clues leaves the sum as it is.
Where they are shown they become decibans, ten times the logarithm to base ten, and add up like
an account: 0 is no change, 3 about twofold, 10 tenfold, a minus sign speaks for the rival.

Two doubts belong to every sum. Clues that share a fact, or of which one is inferred from the
other, are no two witnesses; strictly, each would get the likelihood that it has once the other
is known. :attr:`Ledger.cautious` takes a short cut and counts each such group once. And the sum
takes it that just one of the two explanations is true, while the article grants some rivals a
part (section 2.2.1). A critic of the whole method is Zaks (zaks2021 in the bibliography).

Examples
--------
>>> account = ledger("ukraine_2022", "threat_perception")
>>> round(decibans(account.odds), 1), round(decibans(account.cautious), 1)
(5.8, 0.8)
>>> account.doubled[-1].items
('ua22-stronger-than-2013', 'ua22-threat')
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate, combinations
from math import log10, prod
from numbers import Real
from operator import mul

from crisis_paths.argument.explanations import Explanation
from crisis_paths.errors import CrisisPathsError, quoted
from crisis_paths.given import a, exact, flag, one_of, several
from crisis_paths.i18n import _
from crisis_paths.scrutiny.clues import Clue, clues
from crisis_paths.scrutiny.likelihood import Label, Likelihood, label

Words = tuple[Likelihood | str, Likelihood | str]  # under the explanation, under the rival


def decibans(odds: Fraction) -> float:
    """Return these odds, or this ratio, in decibans.

    Raises
    ------
    CrisisPathsError
        If they are no number above 0.

    Examples
    --------
    >>> decibans(Fraction(10)), decibans(Fraction(1))
    (10.0, 0.0)
    """
    odds = _odds(odds)
    return 10 * (log10(odds.numerator) - log10(odds.denominator))


def probability(odds: Fraction) -> float:
    """Return how probable the explanation is at these odds, if just one of the two is true.

    Raises
    ------
    CrisisPathsError
        If they are no number, or below 0.

    Examples
    --------
    >>> probability(Fraction(3, 1))
    0.75
    """
    odds = _odds(odds, least=Fraction(0))
    return float(odds / (1 + odds))


def _odds(given: Fraction, least: Fraction | None = None) -> Fraction:
    found = exact(given)
    if found is not None and (found > 0 or found == least):
        return found
    raise CrisisPathsError(
        _("The odds are {given}, but must be a number above 0.").format(given=quoted(given))
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the ledger.

    Attributes
    ----------
    clue : Clue
        What is seen.
    word, rival_word : Likelihood
        How likely that was under the explanation, and under its rival.
    before, after : Fraction
        The odds on the explanation before the clue and after it.
    """

    clue: Clue
    word: Likelihood
    rival_word: Likelihood
    before: Fraction
    after: Fraction

    @property
    def ratio(self) -> Fraction:
        """What the clue multiplies the odds by."""
        return self.word.probability / self.rival_word.probability

    @property
    def weight(self) -> float:
        """The ratio in decibans; below zero if the clue speaks for the rival."""
        return decibans(self.ratio)

    @property
    def label(self) -> Label:
        """The kind of test that the clue is for the side that it speaks for."""
        low, high = sorted((self.word.probability, self.rival_word.probability))
        return label(high, low)


@dataclass(frozen=True, slots=True)
class Doubled:
    """Clues of one group that the plain sum counts one by one.

    Attributes
    ----------
    group : str
        What they share.
    items : tuple of str
        Their ids, in the order of the table.
    """

    group: str
    items: tuple[str, ...]

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The clues that are counted twice, in pairs."""
        return tuple(combinations(self.items, 2))


@dataclass(frozen=True, slots=True)
class Ledger:
    """The account of an explanation against a rival in one crisis.

    Attributes
    ----------
    case : str
        The crisis.
    hypothesis, rival : Explanation
        The two answers.
    prior : Fraction
        The odds on the explanation before any clue.
    steps : tuple of Step
        Clue by clue, in the order of the table.
    """

    case: str
    hypothesis: Explanation
    rival: Explanation
    prior: Fraction
    steps: tuple[Step, ...]

    @property
    def odds(self) -> Fraction:
        """The odds after all clues, each counted by itself."""
        return self.prior * prod(step.ratio for step in self.steps)

    @property
    def probability(self) -> float:
        """The odds after all clues, each counted by itself, as a probability."""
        return probability(self.odds)

    @property
    def cautious(self) -> Fraction:
        """The odds after all clues, each group counted once, by its strongest clue."""
        grouped: dict[str, list[Fraction]] = {}
        for step in self.steps:
            grouped.setdefault(step.clue.group or step.clue.id, []).append(step.ratio)
        return self.prior * prod(map(strongest, grouped.values()))

    @property
    def doubled(self) -> tuple[Doubled, ...]:
        """The groups that are counted more than once; clues that weigh nothing are left out."""
        found: dict[str, list[str]] = {}
        for step in self.steps:
            if step.clue.group and step.ratio != 1:
                found.setdefault(step.clue.group, []).append(step.clue.id)
        return tuple(Doubled(group, tuple(ids)) for group, ids in found.items() if len(ids) > 1)


def strongest(ratios: Iterable[Fraction]) -> Fraction:
    """Return the ratio furthest from 1; two as far from it, one on either side, cancel out.

    Raises
    ------
    CrisisPathsError
        If a ratio is no number above 0.

    Examples
    --------
    >>> strongest([Fraction(2), Fraction(1, 3)]), strongest([Fraction(2), Fraction(1, 2)])
    (Fraction(1, 3), Fraction(1, 1))
    """
    by_distance: dict[Fraction, set[Fraction]] = {}
    for ratio in map(_odds, several("ratios", ratios, Real, _("numbers"))):
        by_distance.setdefault(max(ratio, 1 / ratio), set()).add(ratio)
    return prod(by_distance[max(by_distance)]) if by_distance else Fraction(1)


def ledger(
    case: str,
    rival: Explanation | str,
    prior: Fraction | float = 0.5,
    changed: Mapping[str, Words] | None = None,
    *,
    hypothesis: Explanation | str = Explanation.FRAMEWORK,
) -> Ledger:
    """Weigh what the clues on a crisis say of an explanation against a rival.

    Parameters
    ----------
    case : {"ukraine_2022", "belarus_2020", "kazakhstan_2022"}
        The crisis.
    rival, hypothesis : Explanation
        The two answers; the one in question is the article's framework by default.
    prior : float or Fraction
        How probable that one is before any clue: more than 0 and less than 1.
    changed : mapping of str to pair of Likelihood
        Other words than the table's, by the item's id: under the explanation in question,
        then under its rival.

    Raises
    ------
    CrisisPathsError
        If the crisis, an explanation, an item or a word is unknown, if the two explanations
        are the same, or if the prior is not between 0 and 1.
    """
    found = clues(case)
    chosen, against = Explanation(hypothesis), Explanation(rival)
    if chosen is against:
        raise CrisisPathsError(
            _("{name!r} is compared with itself, but the two must differ.").format(
                name=chosen.value
            )
        )
    start = _prior(prior)
    words = {clue.id: (clue.words[chosen], clue.words[against]) for clue in found}
    words |= _pairs({} if changed is None else changed, tuple(words))
    ratios = (h.probability / r.probability for h, r in words.values())
    odds = tuple(accumulate(ratios, mul, initial=start / (1 - start)))
    steps = (
        Step(clue, *words[clue.id], before, after)
        for clue, before, after in zip(found, odds, odds[1:], strict=False)
    )
    return Ledger(case, chosen, against, odds[0], tuple(steps))


def turns(account: Ledger, *, once: bool = False) -> tuple[tuple[str, Words], ...]:
    """Return the changes of one word by one step that make the sum speak for the other side.

    Parameters
    ----------
    account : Ledger
        The account as it stands. A sum of 0 decibans speaks for neither side.
    once : bool
        Whether the sum meant is the one that counts each group once.

    Returns
    -------
    tuple of pairs
        An item's id and its two words after the change, as ``ledger`` takes them in ``changed``.

    Raises
    ------
    CrisisPathsError
        If the account is no ledger, or ``once`` neither True nor False.

    Examples
    --------
    >>> len(turns(ledger("belarus_2020", "agenda")))
    8
    >>> turns(ledger("ukraine_2022", "threat_perception"))
    ()
    """

    def total(book: Ledger) -> Fraction:
        return book.cautious if once else book.odds

    account, once = a("account", account, Ledger, _("a ledger")), flag("once", once)
    found = []
    for place, step in enumerate(account.steps):
        moved = [(step.word.moved(by), step.rival_word) for by in (1, -1)]
        moved += [(step.word, step.rival_word.moved(by)) for by in (1, -1)]
        for word, rival_word in moved:
            steps = list(account.steps)
            steps[place] = replace(step, word=word, rival_word=rival_word)
            if (total(replace(account, steps=tuple(steps))) - 1) * (total(account) - 1) < 0:
                found.append((step.clue.id, (word, rival_word)))
    return tuple(found)


def _prior(given: Fraction | float) -> Fraction:
    found = exact(given)
    if found is not None and 0 < found < 1:
        return found
    raise CrisisPathsError(
        _("The prior is {given}, but must be more than 0 and less than 1.").format(
            given=quoted(given)
        )
    )


def _pairs(changed: Mapping[str, Words], known: tuple[str, ...]) -> dict[str, tuple]:
    a("changed", changed, Mapping, _("a dictionary, with two likelihoods for an item"))
    for item, pair in changed.items():
        one_of("item", item, known, _("There is no clue {got} in this crisis; there are: {known}."))
        if not isinstance(pair, tuple | list) or len(pair) != 2:
            raise CrisisPathsError(
                _("The words for {item!r} are {pair}, but must be two likelihoods.").format(
                    item=item, pair=quoted(pair)
                )
            )
    return {item: (Likelihood(h), Likelihood(r)) for item, (h, r) in changed.items()}
