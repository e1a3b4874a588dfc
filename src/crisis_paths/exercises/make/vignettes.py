"""Vignettes: states that do not exist, in settings that are known.

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

from crisis_paths.chance import Chance
from crisis_paths.exercises.make.phrases import Phrase
from crisis_paths.framework.paths import CrisisPath, HegemonResponse
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.variables import Balance, Control, parse_turmoil
from crisis_paths.given import one_of

CHANGEABLE = ("balance", "control", "turmoil")
_READ = (Balance.parse, Control.parse, parse_turmoil)
_RAISED = (HegemonResponse.SUPPORTING, HegemonResponse.CONTENDING)
Stock = Mapping[tuple[str, str, str], list[Phrase]]  # by level, role and value


@lru_cache
def _path(balance: Balance, control: Control, turmoil: bool) -> CrisisPath:
    """What ``predict`` says; there are eight paths, and a set asks for them again and again."""
    return predict(balance, control, turmoil=turmoil)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is true of an invented state: the two variables, and whether there is turmoil.

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
        """The path that the framework predicts."""
        return _path(self.balance, self.control, self.turmoil)

    @property
    def expects(self) -> str:
        """Does the framework expect much of the hegemon? ``more`` or ``less``."""
        return "more" if self.path.hegemon_response in _RAISED else "less"

    def value(self, variable: str) -> str:
        """The value of a variable as the phrase bank writes it."""
        variable = one_of("variable", variable, CHANGEABLE)
        found = getattr(self, variable)
        return {True: "yes", False: "no"}[found] if variable == "turmoil" else found.value

    def changed(self, variable: str) -> "Setting":
        """The setting with this one thing turned round, and all else left."""
        variable = one_of("variable", variable, CHANGEABLE)
        now = getattr(self, variable)
        return replace(self, **{variable: not now if variable == "turmoil" else now.other})

    @property
    def flips(self) -> frozenset[str]:
        """Which single changes give another outcome? Each is tried."""
        ends = self.path.outcome
        return frozenset(v for v in CHANGEABLE if self.changed(v).path.outcome is not ends)


@dataclass(frozen=True, slots=True)
class Vignette:
    """An invented state in a known setting.

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
        """The sentences that play this role."""
        return tuple(phrase for phrase in self.body if phrase.role == role)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What is to be read: two paragraphs."""
        said = [phrase.fill(self.names) for phrase in (self.opening, *self.body)]
        half = (len(said) + 1) // 2
        return " ".join(said[:half]), " ".join(said[half:])

    @property
    def likeness(self) -> frozenset[str]:
        """What makes two vignettes alike: the same sentences, whatever the names and order."""
        return frozenset(phrase.id for phrase in self.body)


def stock(bank: Iterable[Phrase]) -> Stock:
    """The bank by level, role and value; the hard level has the easy phrases as well."""
    found: dict[tuple[str, str, str], list[Phrase]] = {}
    for phrase in bank:
        for level in ("easy", "hard") if phrase.level == "easy" else ("hard",):
            for value in dict.fromkeys((phrase.value, "")):  # "": whatever the value
                found.setdefault((level, phrase.role, value), []).append(phrase)
    return found


def _bait(setting: Setting, level: str, held: Stock, chance: Chance, rival: bool) -> list[Phrase]:
    """Distractors; where a rival is asked for, exactly one expects otherwise than the framework."""
    bait: list[Phrase] = []
    expects = setting.expects
    for n in range(2 if level == "hard" else 1):
        fit = [
            phrase
            for phrase in held[level, "distractor", ""]
            if all(phrase.value != other.value for other in bait)
            and (not rival or (phrase.expects != expects) == (n == 0))
        ]
        bait.append(chance.pick(fit))
    return bait


def draw(
    setting: Setting,
    level: str,
    held: Stock,
    chance: Chance,
    names: Mapping[str, str],
    rival: bool = False,
) -> Vignette:
    """A vignette that shows this setting.

    Parameters
    ----------
    setting : Setting
        What it shows.
    level : {"easy", "hard"}
        How hard it is to read.
    held : Stock
        The phrases, from :func:`stock`.
    chance : Chance
        Where the draws come from.
    names : mapping of str to str
        Who is who.
    rival : bool, default False
        Whether one distractor has to lead to another forecast for the hegemon.
    """
    mixed = chance.pick(("balance", "control")) if level == "hard" else ""
    body = _bait(setting, level, held, chance, rival)
    for variable in CHANGEABLE:
        said = held[level, variable, setting.value(variable)]
        body += chance.sample(said, 2 if variable == mixed else 1)
    if mixed:
        body.append(chance.pick(held["hard", "mixed", setting.changed(mixed).value(mixed)]))
    opening = chance.pick(held[level, "opening", ""])
    return Vignette(setting, level, names, opening, tuple(chance.shuffled(body)))
