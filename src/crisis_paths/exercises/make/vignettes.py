"""Draw vignettes: states that do not exist, in settings that are known.

A setting says what is true of the invented state; the vignette shows it by sentences of the
phrase bank, among others that show nothing. What the crisis ends in is asked of ``predict``.

Examples
--------
>>> setting = Setting(Balance.ADJUSTED, Control.WEAK, True)
>>> setting.path.outcome.value, sorted(setting.flips)
('unmanageable', ['balance', 'control'])
>>> [sorted(Setting(b, c, True).flips) for c in Control for b in Balance]
[[], ['control'], ['balance'], ['balance', 'control']]
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from crisis_paths.exercises.make.phrases import Phrase
from crisis_paths.framework.paths import CrisisPath, HegemonResponse
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.variables import Balance, Control, parse_turmoil
from crisis_paths.given import one_of
from crisis_paths.seeded_random import SeededRandom

CHANGEABLE = ("balance", "control", "turmoil")
_READ = (Balance.parse, Control.parse, parse_turmoil)
_RAISED = (HegemonResponse.SUPPORTING, HegemonResponse.CONTENDING)
Stock = Mapping[tuple[str, str, str], list[Phrase]]  # by level, role and value


@lru_cache
def _path(balance: Balance, control: Control, turmoil: bool) -> CrisisPath:
    """Return what ``predict`` says; a set asks for the eight paths again and again."""
    return predict(balance, control, turmoil=turmoil)


@dataclass(frozen=True, slots=True)
class Setting:
    """Hold what is true of an invented state: the two variables, and whether there is turmoil.

    Raises
    ------
    CrisisPathsError
        If a value is missing or not one of its variable’s words.
    """

    balance: Balance
    control: Control
    turmoil: bool

    def __post_init__(self) -> None:
        """Read the values, so that a word is never taken for what it is not."""
        for name, read in zip(CHANGEABLE, _READ, strict=True):
            object.__setattr__(self, name, read(getattr(self, name)))

    @property
    def path(self) -> CrisisPath:
        """Return the path that the framework predicts."""
        return _path(self.balance, self.control, self.turmoil)

    @property
    def expects(self) -> str:
        """Return what the framework expects of the hegemon: ``more`` or ``less``."""
        return "more" if self.path.hegemon_response in _RAISED else "less"

    def value(self, variable: str) -> str:
        """Return the value of a variable as the phrase bank writes it."""
        variable = one_of("variable", variable, CHANGEABLE)
        value = getattr(self, variable)
        return {True: "yes", False: "no"}[value] if variable == "turmoil" else value.value

    def changed(self, variable: str) -> "Setting":
        """Return the setting with this one thing turned round, and all else left."""
        variable = one_of("variable", variable, CHANGEABLE)
        now = getattr(self, variable)
        return replace(self, **{variable: not now if variable == "turmoil" else now.other})

    @property
    def flips(self) -> frozenset[str]:
        """Return the single changes that give another outcome; each is tried."""
        outcome = self.path.outcome
        return frozenset(v for v in CHANGEABLE if self.changed(v).path.outcome is not outcome)


@dataclass(frozen=True, slots=True)
class Vignette:
    """Hold an invented state in a known setting.

    Attributes
    ----------
    setting : Setting
        What is true of it.
    level : {"easy", "hard"}
        The hard level has one distractor more, and a sentence of mixed evidence, outweighed
        by two.
    names : mapping of str to str
        Who is the state, the hegemon and the rival.
    opening : Phrase
        The first sentence.
    body : tuple of Phrase
        The sentences after it, in order.
    """

    setting: Setting
    level: str
    names: Mapping[str, str]
    opening: Phrase
    body: tuple[Phrase, ...]

    def of(self, role: str) -> tuple[Phrase, ...]:
        """Return the sentences that play this role."""
        return tuple(phrase for phrase in self.body if phrase.role == role)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return what is to be read: two paragraphs."""
        sentences = [phrase.fill(self.names) for phrase in (self.opening, *self.body)]
        half = (len(sentences) + 1) // 2
        return " ".join(sentences[:half]), " ".join(sentences[half:])

    @property
    def likeness(self) -> frozenset[str]:
        """Return what two like vignettes share: their sentences, whatever the names and order."""
        return frozenset(phrase.id for phrase in self.body)

    @property
    def is_coherent(self) -> bool:
        """Return whether no two sentences take opposite things for granted."""
        premises = frozenset().union(*(phrase.premises for phrase in (self.opening, *self.body)))
        return len(premises) == len({word for word, _value in premises})


def stock_of(bank: Iterable[Phrase]) -> Stock:
    """Sort the bank by level, role and value; the hard level has the easy phrases as well."""
    stock: dict[tuple[str, str, str], list[Phrase]] = {}
    for phrase in bank:
        for level in ("easy", "hard") if phrase.level == "easy" else ("hard",):
            for value in dict.fromkeys((phrase.value, "")):  # "": whatever the value
                stock.setdefault((level, phrase.role, value), []).append(phrase)
    return stock


def _distractors(
    setting: Setting, level: str, stock: Stock, random: SeededRandom, rival: bool
) -> list[Phrase]:
    """Draw distractors; with a rival, exactly one expects otherwise than the framework."""
    distractors: list[Phrase] = []
    expects = setting.expects
    for n in range(2 if level == "hard" else 1):
        candidates = [
            phrase
            for phrase in stock[level, "distractor", ""]
            if all(phrase.value != other.value for other in distractors)
            and (not rival or (phrase.expects != expects) == (n == 0))
        ]
        distractors.append(random.pick(candidates))
    return distractors


def draw(
    setting: Setting,
    level: str,
    stock: Stock,
    random: SeededRandom,
    names: Mapping[str, str],
    rival: bool = False,
) -> Vignette:
    """Draw a vignette that shows this setting.

    Parameters
    ----------
    setting : Setting
        What it shows.
    level : {"easy", "hard"}
        How hard it is to read.
    stock : Stock
        The phrases, from :func:`stock_of`.
    random : SeededRandom
        Where the draws come from.
    names : mapping of str to str
        Who is who.
    rival : bool, default False
        Whether one distractor has to lead to another forecast for the hegemon.
    """
    mixed = random.pick(("balance", "control")) if level == "hard" else ""
    body = _distractors(setting, level, stock, random, rival)
    for variable in CHANGEABLE:
        evidence = stock[level, variable, setting.value(variable)]
        body += random.sample(evidence, 2 if variable == mixed else 1)
    if mixed:
        body.append(random.pick(stock["hard", "mixed", setting.changed(mixed).value(mixed)]))
    opening = random.pick(stock[level, "opening", ""])
    return Vignette(setting, level, names, opening, tuple(random.shuffled(body)))
