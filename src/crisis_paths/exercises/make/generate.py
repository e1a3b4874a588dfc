"""Make exercises from a seed: the same words give the same set, on any machine.

A set is spread over the four cells of Table 1, over turmoil and calm, and over the kinds asked
for, as evenly as its size allows, and in an order that tells nothing. Its keys come from
:func:`crisis_paths.framework.predict`.

Examples
--------
>>> [(one.id, one.kind.value) for one in exercises("spring", 2, kinds=["code", "flip"])]
[('flip-0001', 'flip'), ('code-0002', 'code')]
>>> exercises("spring", 0)
Traceback (most recent call last):
    ...
crisis_paths.errors.CrisisPathsError: count is 0, but must be a whole number from 1 to 5000.
"""

from collections.abc import Iterable, Sequence

from crisis_paths.errors import CrisisPathsError, few, quoted
from crisis_paths.exercises.make.asking import exercise_on
from crisis_paths.exercises.make.asks import FORMS
from crisis_paths.exercises.make.exercise import Exercise, ExerciseKind
from crisis_paths.exercises.make.phrases import Phrase, phrases
from crisis_paths.exercises.make.validate_bank import NAMES, shortages
from crisis_paths.exercises.make.vignettes import Setting, Stock, Vignette, draw, stock_of
from crisis_paths.framework.variables import Balance, Control
from crisis_paths.given import one_of, several, whole
from crisis_paths.i18n import _
from crisis_paths.seeded_random import SeededRandom
from crisis_paths.words import is_missing

MOST = 5000
LEVELS = ("easy", "hard", "mixed")
TRIES = 500  # draws before a vignette like no other is given up


def kinds_of(kinds: Iterable[str]) -> tuple[ExerciseKind, ...]:
    """Return the kinds that are named, each once.

    Raises
    ------
    CrisisPathsError
        If there is none, or no such kind.

    Examples
    --------
    >>> [kind.value for kind in kinds_of(["Code", "flip", "code"])]
    ['code', 'flip']
    """
    names = several("kinds", kinds, str, _("names of kinds"))
    if not names:
        raise CrisisPathsError(
            _("No kind of exercise is named; there are: {known}.").format(known=few(ExerciseKind))
        )
    return tuple(dict.fromkeys(map(ExerciseKind, names)))


def _seed(seed: object) -> str:
    """Return the seed, if it has a word that can be seen."""
    if not isinstance(seed, str) or is_missing(seed):
        raise CrisisPathsError(
            _("seed is {seed}, but must be a word or more.").format(seed=quoted(seed))
        )
    return seed


def _complete(bank: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Return the bank, if there is a phrase for every need."""
    bank = several("bank", bank, Phrase, _("phrases"))
    fields = ("role", "value", "level", "expects")
    if short := list(shortages({name: getattr(p, name) for name in fields} for p in bank)):
        raise CrisisPathsError(
            _("The bank has too few phrases of a kind ({short}).").format(short=few(short))
        )
    return bank


def plan(
    count: int, kinds: Sequence[ExerciseKind], random: SeededRandom
) -> list[tuple[ExerciseKind, Setting]]:
    """Draw the kinds and settings of a set, spread as evenly as its size allows.

    Each four in a row have every cell once and turmoil twice, each eight every cell with and
    without turmoil; four kinds meet every cell in 16, and every cell with and without turmoil in
    32. In the end the order is drawn, so that it tells nothing.

    Parameters
    ----------
    count : int
        How many.
    kinds : sequence of ExerciseKind
        Which kinds.
    random : SeededRandom
        Where the draws come from.
    """
    cells = random.shuffled([(balance, control) for control in Control for balance in Balance])
    kinds, first = random.shuffled(kinds), random.below(2)
    planned = []
    for n in range(count):
        four, place = divmod(n, 4)
        turmoil = (place + four // 2 + four // 4 + first) % 2 == 0
        setting = Setting(*cells[(place + four) % 4], turmoil)
        planned.append((kinds[n % len(kinds)], setting))
    return random.shuffled(planned)


def _names(bank: Sequence[Phrase], count: int, random: SeededRandom) -> list[dict[str, str]]:
    """Draw who is who in each exercise: no name comes again before all have come."""
    lists = {
        role: random.shuffled([p.text for p in bank if p.role == "name" and p.value == role])
        for role in NAMES
    }
    return [{role: names[n % len(names)] for role, names in lists.items()} for n in range(count)]


def exercises(
    seed: str,
    count: int,
    kinds: Iterable[str] = tuple(ExerciseKind),
    level: str = "mixed",
    bank: Sequence[Phrase] | None = None,
) -> tuple[Exercise, ...]:
    """Make a set of exercises with their keys.

    Parameters
    ----------
    seed : str
        Any words; the same words give the same set, whatever form of Unicode they come in.
    count : int
        How many, 1 to 5000.
    kinds : iterable of {"code", "predict", "flip", "critique"}
        What is asked; all four by default.
    level : {"easy", "hard", "mixed"}
        Hard ones have one distractor more and a sentence of mixed evidence; of a mixed set, half
        are hard.
    bank : sequence of Phrase, optional
        From :func:`crisis_paths.exercises.make.phrases.phrases`; the public bank if left out.

    Raises
    ------
    CrisisPathsError
        If the seed is empty, the count out of range, a kind or the level unknown, or the bank too
        small for so many different vignettes.

    Notes
    -----
    Source of the keys: section 3, Table 1 and Figures 1 to 4.
    """
    seed, count = _seed(seed), whole("count", count, 1, MOST)
    level, wanted = one_of("level", level, LEVELS), kinds_of(kinds)
    bank = phrases() if bank is None else _complete(bank)
    random, stock = SeededRandom(seed), stock_of(bank)
    planned = plan(count, wanted, random)
    levels = ("easy", "hard") if level == "mixed" else (level,)
    how_hard = random.shuffled([levels[n % len(levels)] for n in range(count)])
    forms = random.shuffled([n % FORMS for n in range(count)])
    seen: set[frozenset[str]] = set()
    result = []
    drafts = zip(planned, how_hard, forms, _names(bank, count, random), strict=True)
    for n, ((kind, setting), hard, form, names) in enumerate(drafts, 1):
        vignette = _new(setting, hard, stock, random, names, kind, seen)
        seen.add(vignette.likeness)
        result.append(exercise_on(kind, f"{kind}-{n:04}", vignette, form))
    return tuple(result)


def _new(
    setting: Setting,
    level: str,
    stock: Stock,
    random: SeededRandom,
    names: dict[str, str],
    kind: ExerciseKind,
    seen: set[frozenset[str]],
) -> Vignette:
    """Draw a vignette like none that was seen, and which does not contradict itself."""
    for _try in range(TRIES):
        vignette = draw(setting, level, stock, random, names, rival=kind is ExerciseKind.CRITIQUE)
        if vignette.is_coherent and vignette.likeness not in seen:
            return vignette
    raise CrisisPathsError(
        _("The phrase bank is too small for so many different vignettes: {made} were made.").format(
            made=len(seen)
        )
    )
