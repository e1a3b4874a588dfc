"""Exercises as files that learning systems import, all from one list.

====================  ==========================================================
``moodle.xml``        Moodle XML, with feedback, and rubrics for the grader
``gift.txt``          GIFT, with feedback
``canvas.zip``        QTI 1.2 for Canvas, with feedback
``blackboard.txt``    text that Blackboard uploads (250 questions a file)
``sheet.html``        to print, without the key
``sheet-word.html``   to open in Word, without the key
``sheet.txt``         to send, without the key
``key.html``          the key with its reasons, for the instructor
``key.csv``           the key for a program
====================  ==========================================================

Examples
--------
>>> from crisis_paths.exercises.kinds import Answer, Exercise, Kind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No", False, "It is.")
>>> made = files([Exercise("x-1", Kind.CODE, ("Norland votes.",), "Is it so?", (yes, no))])
>>> sorted(made)[0], made["key.csv"]
('blackboard.txt', b'id,kind,right,facts\\nx-1,code,A,\\n')
"""

import os
from collections.abc import Iterable
from pathlib import Path

from crisis_paths.exercises.blackboard import blackboard
from crisis_paths.exercises.canvas import canvas
from crisis_paths.exercises.folders import absolute, refuse_taken, write_new
from crisis_paths.exercises.gift import gift
from crisis_paths.exercises.kinds import Exercise
from crisis_paths.exercises.layout import checked
from crisis_paths.exercises.moodle import moodle
from crisis_paths.exercises.paper import key_sheet, key_table, plain_text, sheet
from crisis_paths.i18n import _

BLACKBOARD_BATCH = 250
"""As many questions as Blackboard advises for one upload."""


def files(exercises: Iterable[Exercise]) -> dict[str, bytes]:
    """What is in each file? The same bytes for the same exercises.

    Parameters
    ----------
    exercises : iterable of Exercise
        In the order in which they are to stand.

    Returns
    -------
    dict of str to bytes
        Each file’s name and contents; texts are UTF-8.

    Raises
    ------
    CrisisPathsError
        If there are no exercises, or one that a learning system could not take
        (see :func:`crisis_paths.exercises.layout.checked`), or if text2qti is not installed.
    """
    found = checked(exercises)
    title, key = _("Crisis Paths: exercises"), _("Crisis Paths: the key")
    texts = {
        "moodle.xml": moodle(found),
        "gift.txt": gift(found),
        **_batches(found),
        "sheet.html": sheet(found, title, styled=True),
        "sheet-word.html": sheet(found, title, styled=False),
        "sheet.txt": plain_text(found),
        "key.html": key_sheet(found, key),
        "key.csv": key_table(found),
    }
    made = {name: text.encode() for name, text in texts.items()}
    return made | {"canvas.zip": canvas(found, title)}


def write(exercises: Iterable[Exercise], folder: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write all files into a new folder, or nothing at all.

    Parameters
    ----------
    exercises : iterable of Exercise
        As for :func:`files`.
    folder : path
        A folder that does not exist yet, in one that does.

    Returns
    -------
    tuple of Path
        What was written, sorted by name.

    Raises
    ------
    CrisisPathsError
        As :func:`files`; if the folder exists; if it cannot be written. Nothing is left then.
    """
    refuse_taken(absolute(folder))
    made = files(exercises)
    target = write_new(folder, made)
    return tuple(target / name for name in sorted(made))


def _batches(exercises: tuple[Exercise, ...]) -> dict[str, str]:
    starts = range(0, len(exercises), BLACKBOARD_BATCH)
    parts = [blackboard(exercises[at : at + BLACKBOARD_BATCH]) for at in starts]
    if len(parts) == 1:
        return {"blackboard.txt": parts[0]}
    return {f"blackboard-{number}.txt": part for number, part in enumerate(parts, 1)}
