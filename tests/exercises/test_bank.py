"""The public bank: no vignette against itself, twins of opposite sense, and room to practise."""

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from math import log

import pytest

from crisis_paths.exercises.make.generate import exercises
from crisis_paths.exercises.make.phrases import Phrase, phrases

TWINS = {"balance": ("continued", "adjusted"), "control": ("strong", "weak")}
BANK = {phrase.id: phrase for phrase in phrases()}
# Couples that no one vignette may have: each is a pattern of the bank’s own words.
COUPLES = (
    ("never been more than an observer", "(left its envoys|recalled its envoys|delegates have)"),
    ("holds a seat on its council", "(recalled its envoys|stayed away from .* for two years)"),
    ("ranks as a full member", "(recalled its envoys|stayed away from .* for two years)"),
    ("among its formal allies", "offer of a defence pact"),
    ("government has resigned", "’s government has (finished|dropped) a treaty"),
    ("two rival cabinets", "’s government has (finished|dropped) a treaty"),
    ("government has resigned", "(new leader|coalition agreement|has called a referendum)"),
    ("two claimants to the presidency", "(new leader|president has told the nation)"),
    ("in its second term", "new leader"),
    ("goes to the polls next month", "new leader"),
    ("to an elected successor", "candidates for the presidency"),
    ("the loser congratulated the winner", "candidates for the presidency"),
    ("After a contested count", "candidates for the presidency"),
    ("has no harbour", "one pier of its port"),
    ("(Floods have|deep recession|goes to the polls in a month)", "spends whole nights on"),
    ("has been halved", "two more clerks"),
    ("has called a referendum", "trade agreements with"),
    ("has declined a treaty", "has dropped a treaty"),
    ("has accepted a treaty", "has finished a treaty"),
    ("names no first partner", "keeps the old chapter"),
    ("names .* as its first partner", "rewrites the old chapter"),
)


def shown(exercise) -> list[Phrase]:
    return [BANK[name] for name in dict(exercise.facts)["phrases"].split()]


def against(sentences: list[Phrase]) -> list[tuple[str, str]]:
    """Which couples meet among these sentences?"""
    texts = [phrase.text for phrase in sentences]
    return [
        couple
        for couple in COUPLES
        if all(any(re.search(pattern, text) for text in texts) for pattern in couple)
    ]


@lru_cache
def drawn(bank: tuple[Phrase, ...] | None = None, count: int = 5000) -> list[list[Phrase]]:
    """Vignettes, twice as many as the count."""
    made = (exercises(seed, count, ["predict"], bank=bank) for seed in ("ten", "thousand"))
    return [shown(exercise) for each in made for exercise in each]


def test_each_couple_is_in_the_bank():
    for couple in COUPLES:
        for pattern in couple:
            assert any(re.search(pattern, phrase.text) for phrase in phrases()), pattern


def test_no_vignette_of_ten_thousand_contradicts_itself():
    assert len(drawn()) == 10_000
    assert not [(found, each) for each in drawn() if (found := against(each))]
    for each in drawn():
        taken = frozenset().union(*(phrase.premises for phrase in each))
        assert len(taken) == len(dict(taken)), each


def test_without_premises_sentences_would_contradict_each_other():
    careless = tuple(replace(phrase, premise="") for phrase in phrases())
    assert sum(bool(against(each)) for each in drawn(careless, 1000)) > 10


def test_a_premise_has_more_than_one_value_or_keeps_nothing_apart():
    values = {}
    for word, value in (pair for phrase in phrases() for pair in phrase.premises):
        values.setdefault(word, set()).add(value)
    assert values and all(len(found) > 1 for found in values.values()), values


# Twins


def words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def grams(text: str, length: int) -> set[str]:
    found = words(text)
    return {
        " ".join(found[at : at + n])
        for n in range(1, length + 1)
        for at in range(len(found) - n + 1)
    }


@pytest.mark.parametrize("variable", TWINS)
def test_every_sentence_has_a_twin_of_opposite_sense(variable):
    one, other = TWINS[variable]
    names = [phrase.id for phrase in phrases() if phrase.role == variable]
    assert {name.replace(one, other) for name in names if name.startswith(one)} == {
        name for name in names if name.startswith(other)
    }
    for name in names:
        twin = BANK[name.replace(one, other)]
        assert twin.level == BANK[name].level
        mine, its = (grams(phrase.text, 1) for phrase in (BANK[name], twin))
        assert len(mine & its) / min(len(mine), len(its)) > 1 / 3, (name, twin.id)


def by_words(length: int):
    """A classifier that asks of each word, or couple of words, how often it goes with a value."""

    def judge(known: list[Phrase], text: str) -> str:
        counts = {phrase.value: Counter() for phrase in known}
        total = Counter(phrase.value for phrase in known)
        for phrase in known:
            counts[phrase.value].update(grams(phrase.text, length))
        vocabulary = set().union(*counts.values())
        inside = grams(text, length) & vocabulary

        def score(value: str) -> float:
            chance = {word: (counts[value][word] + 1) / (total[value] + 2) for word in vocabulary}
            return sum(log(p if word in inside else 1 - p) for word, p in chance.items())

        return max(counts, key=score)

    return judge


def by_the_nearest(known: list[Phrase], text: str) -> str:
    """A classifier that goes by the sentence that shares most words."""
    mine = grams(text, 1)
    nearest = max(
        known,
        key=lambda phrase: len(mine & grams(phrase.text, 1)) / len(mine | grams(phrase.text, 1)),
    )
    return nearest.value


@pytest.mark.parametrize(
    "judge", [by_words(1), by_words(2), by_the_nearest], ids=["words", "couples", "nearest"]
)
@pytest.mark.parametrize("variable", TWINS)
def test_one_sentence_left_out_cannot_be_told_by_the_others(variable, judge):
    known = [phrase for phrase in phrases() if phrase.role == variable]
    right = sum(
        judge(known[:at] + known[at + 1 :], phrase.text) == phrase.value
        for at, phrase in enumerate(known)
    )
    assert right <= len(known) / 2, f"{right} of {len(known)}"


# Practice does not spend the bank


def decisive(exercise) -> set[str]:
    return {phrase.id for phrase in shown(exercise) if phrase.role in TWINS}


SEEDS = ("practice", "graded", "one", "two", "spring", "autumn", "x", "y")


@pytest.mark.parametrize("level", ["mixed", "easy", "hard"])
@pytest.mark.parametrize("at", range(0, len(SEEDS), 2))
def test_sixty_exercises_leave_two_thirds_of_another_set_new(level, at):
    practised = set().union(*map(decisive, exercises(SEEDS[at], 60, level=level)))
    other = exercises(SEEDS[at + 1], 200, level=level)
    known = sum(decisive(exercise) <= practised for exercise in other)
    assert known <= 70, f"{known} of 200"
