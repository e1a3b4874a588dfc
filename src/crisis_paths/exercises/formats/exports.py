"""Export exercises as files that learning systems import, all from one list.

====================  ==========================================================
``moodle.xml``        Moodle XML, with feedback
``gift.txt``          GIFT, with feedback
``gift-key.csv``      its key, which names no letters: systems may shuffle
``canvas.zip``        QTI 1.2 for Canvas, with feedback
``blackboard.txt``    text that Blackboard uploads (250 questions a file)
``qti.zip``           QTI 2.1 for OpenOlat and others, with feedback
``brightspace.csv``   what Brightspace imports, with feedback
``…-open.…``          the open questions of each of the six, with rubrics where there is a place
``sheet.html``        to print, without the key
``sheet-word.html``   to open in Word, without the key
``sheet.txt``         to send, without the key
``key.html``          the key with its reasons, for the instructor
``key.csv``           the key for a program
====================  ==========================================================

A file holds closed questions or open ones, never both: a learning system grades the first alone,
and gives a quiz that has one of the second no grade until a person has read it.

Examples
--------
>>> from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No", False, "It is.")
>>> exercise = Exercise("x-1", ExerciseKind.CODE, (), "Is it so?", (yes, no))
>>> exports = files([exercise])
>>> sorted(exports)[:3], exports["key.csv"].splitlines()[1]
(['blackboard.txt', 'brightspace.csv', 'canvas.zip'], b'x-1,code,A,')
"""

from collections.abc import Collection, Iterable, Sequence

from crisis_paths.errors import CrisisPathsError, quoted
from crisis_paths.exercises.formats.blackboard import blackboard
from crisis_paths.exercises.formats.brightspace import brightspace
from crisis_paths.exercises.formats.canvas import canvas
from crisis_paths.exercises.formats.gift import gift, gift_key
from crisis_paths.exercises.formats.moodle import moodle
from crisis_paths.exercises.formats.paper import key_sheet, key_table, plain_text, sheet
from crisis_paths.exercises.formats.qti import qti
from crisis_paths.exercises.make.exercise import Exercise
from crisis_paths.exercises.make.fingerprint import code_of
from crisis_paths.exercises.make.text_layout import checked
from crisis_paths.i18n import _

BLACKBOARD_BATCH = 250
"""As many questions as Blackboard advises for one upload."""
SYSTEMS = ("moodle", "canvas", "blackboard", "gift", "qti", "brightspace", "word", "paper")
"""For what there are files."""


def files(exercises: Iterable[Exercise], systems: Collection[str] = SYSTEMS) -> dict[str, bytes]:
    """Return the name and contents of each file: the same bytes for the same exercises.

    Parameters
    ----------
    exercises : iterable of Exercise
        In the order in which they are to stand.
    systems : collection of str
        For which of `SYSTEMS`; for all of them if left out.

    Returns
    -------
    dict of str to bytes
        Texts are UTF-8.

    Raises
    ------
    CrisisPathsError
        If there are no exercises, or one that a learning system could not take (see
        :func:`crisis_paths.exercises.make.text_layout.checked`), or if text2qti is missing, which
        Canvas needs.
    """
    exercises = checked(exercises)
    code = code_of(exercises)
    title = _("Crisis Paths, set {code}: exercises").format(code=code)
    open_title = _("Crisis Paths, set {code}: open questions").format(code=code)
    closed = tuple(exercise for exercise in exercises if exercise.answers)
    open_ones = tuple(exercise for exercise in exercises if not exercise.answers)
    made: dict[str, str | bytes] = {}
    for system in systems:
        if system in ("word", "paper"):
            made |= _paper(exercises, system, title, code)
            continue
        for some, part, heading in ((closed, "", title), (open_ones, "-open", open_title)):
            if some:
                made |= _imported(some, system, part, heading, code)
    return {name: text.encode() if isinstance(text, str) else text for name, text in made.items()}


def _paper(
    exercises: Sequence[Exercise], system: str, title: str, code: str
) -> dict[str, str | bytes]:
    """Return sheets, with the key apart."""
    if system == "word":
        return {"sheet-word.html": sheet(exercises, title, styled=False)}
    key = _("Crisis Paths, set {code}: the key").format(code=code)
    return {
        "sheet.html": sheet(exercises, title, styled=True),
        "sheet.txt": plain_text(exercises),
        "key.html": key_sheet(exercises, key),
        "key.csv": key_table(exercises),
    }


def _imported(
    exercises: tuple[Exercise, ...], system: str, part: str, title: str, code: str
) -> dict[str, str | bytes]:
    """Return what a learning system imports: closed questions or open ones."""
    match system:
        case "moodle":
            return {f"moodle{part}.xml": moodle(exercises, title, code)}
        case "canvas":
            return {f"canvas{part}.zip": canvas(exercises, title)}
        case "blackboard":
            return _batches(exercises, f"blackboard{part}")
        case "gift":
            key = {} if part else {"gift-key.csv": gift_key(exercises)}
            return {f"gift{part}.txt": gift(exercises, title, code)} | key
        case "qti":
            return {f"qti{part}.zip": qti(exercises, title, f"{code}{part}")}
        case "brightspace":
            return {f"brightspace{part}.csv": brightspace(exercises, code)}
        case _:
            raise CrisisPathsError(
                _("There are no files for {got}; there are for: {known}.").format(
                    got=quoted(system), known=", ".join(SYSTEMS)
                )
            )


def _batches(exercises: tuple[Exercise, ...], name: str) -> dict[str, str]:
    starts = range(0, len(exercises), BLACKBOARD_BATCH)
    parts = [blackboard(exercises[at : at + BLACKBOARD_BATCH]) for at in starts]
    if len(parts) == 1:
        return {f"{name}.txt": parts[0]}
    return {f"{name}-{number}.txt": part for number, part in enumerate(parts, 1)}
