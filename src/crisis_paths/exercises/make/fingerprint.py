"""Tell one set of exercises from another by what students read of it.

Examples
--------
>>> from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No", False, "It is.")
>>> exercise = Exercise("x-1", ExerciseKind.CODE, ("Norland votes.",), "Is it so?", (yes, no))
>>> len(code_of([exercise])), code_of([exercise]) == digest([exercise])[:8]
(8, True)
"""

import json
from collections.abc import Iterable
from hashlib import sha256

from crisis_paths.exercises.make.exercise import Exercise
from crisis_paths.exercises.make.text_layout import lettered, reading

CODE = 8
"""How many signs name a set where a person has to tell it from others."""


def digest(exercises: Iterable[Exercise]) -> str:
    """Return what tells one set from another: of what students read; the key has no part in it."""
    texts = [
        [one.id, reading(one), [(letter, answer.label) for letter, answer in lettered(one)]]
        for one in exercises
    ]
    return sha256(json.dumps(texts).encode()).hexdigest()[:32]


def code_of(exercises: Iterable[Exercise]) -> str:
    """Return the name of a set: the first signs of its digest, which tell nothing of the seed."""
    return digest(exercises)[:CODE]
