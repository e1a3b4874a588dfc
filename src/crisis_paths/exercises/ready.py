"""Name the sets that lie ready with the book: a kind and a level each, from a public seed.

Examples
--------
>>> len(READY), place("code", "easy")
(12, 'sets/crisis-paths-code-easy.zip')
>>> len(READY["code", "easy"].make(SEED))
20
"""

from crisis_paths.exercises.make.exercise import ExerciseKind
from crisis_paths.exercises.make.generate import LEVELS
from crisis_paths.exercises.make.recipe import Recipe

SEED, COUNT = "ready", 20
READY = {(kind, level): Recipe(COUNT, (kind,), level) for kind in ExerciseKind for level in LEVELS}


def place(kind: str, level: str) -> str:
    """Return where a ready set stands in the built book."""
    return f"sets/crisis-paths-{kind}-{level}.zip"
