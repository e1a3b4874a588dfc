"""Make a set of exercises again from its recipe, and tell it from others.

A recipe is everything but the seed and the phrases. It travels in the notebooks, with a digest of
what students read, so that grading needs the seed alone and a wrong seed is noticed.

Examples
--------
>>> recipe = Recipe(2, ("code", "flip"), "easy")
>>> spring, autumn = recipe.make("spring"), recipe.make("autumn")
>>> recipe.label(spring)["digest"] == recipe.label(autumn)["digest"]
False
>>> Recipe.read(recipe.label(spring)) == recipe
True
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.make.exercise import Exercise, ExerciseKind
from crisis_paths.exercises.make.fingerprint import digest
from crisis_paths.exercises.make.generate import LEVELS, MOST, exercises, kinds_of
from crisis_paths.exercises.make.phrases import Phrase
from crisis_paths.exercises.make.text_layout import checked
from crisis_paths.given import one_of, whole

LABEL = "crisis_paths"
"""Under which name the label stands in a notebook's metadata."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Hold what a set is made of, besides its seed.

    Attributes
    ----------
    count : int
        How many exercises.
    kinds : tuple of str
        Of which kinds.
    level : {"easy", "hard", "mixed"}
        How hard.

    Raises
    ------
    CrisisPathsError
        If the count is out of range, or a kind or the level unknown.
    """

    count: int
    kinds: tuple[str, ...] = tuple(ExerciseKind)
    level: str = "mixed"

    def __post_init__(self) -> None:
        """Refuse what no set can be made of, and keep the rest as a label will say it."""
        object.__setattr__(self, "count", whole("count", self.count, 1, MOST))
        object.__setattr__(self, "kinds", kinds_of(self.kinds))
        object.__setattr__(self, "level", one_of("level", self.level, LEVELS))

    def make(self, seed: str, bank: Sequence[Phrase] | None = None) -> tuple[Exercise, ...]:
        """Return the exercises, if every learning system can take them.

        Raises
        ------
        CrisisPathsError
            As :func:`crisis_paths.exercises.make.generate.exercises`.
        """
        return checked(exercises(seed, self.count, self.kinds, self.level, bank))

    def label(self, exercises: Iterable[Exercise]) -> dict:
        """Return what a notebook says of its set: recipe and digest; neither seed nor key."""
        kinds = [str(kind) for kind in self.kinds]
        return {
            "count": self.count,
            "kinds": kinds,
            "level": self.level,
            "digest": digest(exercises),
        }

    @classmethod
    def read(cls, label: object) -> "Recipe | None":
        """Return the recipe of a label; None if it is not one, whoever wrote it."""
        match label:
            case {"count": count, "kinds": [*kinds], "level": level, "digest": str()}:
                with suppress(CrisisPathsError):
                    return cls(count, tuple(kinds), level)
        return None


def label_of(metadata: Mapping) -> dict | None:
    """Return the label in a notebook's metadata, if there is one that can be read."""
    label = metadata.get(LABEL)
    return dict(label) if Recipe.read(label) else None
