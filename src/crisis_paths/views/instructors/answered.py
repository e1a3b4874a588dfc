"""Make a set and grade one from a form in a page: the same functions as the command, no files.

Each function takes the fields of a form and which button was pressed (`explorers.asked`).

Examples
--------
>>> answer = made({"seed": "spring", "count": "4", "kind-code": "on"}, "gift")
>>> answer.said, [file.name for file in answer.files]
('4 exercises; you see 3 of them. Files to save: 2.', ['gift.txt', 'gift-key.csv'])
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from mimetypes import guess_type
from urllib.parse import urlencode

from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError, quoted
from crisis_paths.exercises.cli_parser import MAKE
from crisis_paths.exercises.formats.exports import SYSTEMS, files
from crisis_paths.exercises.grading.grades import Row, table
from crisis_paths.exercises.grading.grading import graded, made_again
from crisis_paths.exercises.grading.handed_up import opened
from crisis_paths.exercises.grading.submissions import common_label
from crisis_paths.exercises.make.credit import points
from crisis_paths.exercises.make.exercise import Exercise, ExerciseKind
from crisis_paths.exercises.make.phrases import Phrase, phrases, phrases_of
from crisis_paths.exercises.make.recipe import Recipe
from crisis_paths.exercises.make.text_layout import lettered, reading
from crisis_paths.i18n import _
from explorers.asked import Fields, File, Reply, files_of, text_of
from explorers.outputs import joined
from explorers.outputs import table as shown_table

SHOWN = 3
"""How many questions a preview has."""
PREVIEW, LINK, OPEN = "preview", "link", "open"
HERE = tuple(system for system in SYSTEMS if system != "canvas")
"""For what a page makes files; what Canvas needs (text2qti, 218 KB) a page has no room for."""
ASKED = "kinds"
"""The name of the field by which a form says that it asks for kinds."""
KIND = "kind-"
"""What the name of a field begins with that asks for a kind."""


def made(fields: Fields, asked: str) -> Reply:
    """Return a set: three of its questions to look at, and its files for one system.

    Parameters
    ----------
    fields : mapping
        ``seed``; ``count``, ``level`` and a field ``kind-…`` for each kind that is wanted, as the
        command has them, with the same defaults; ``phrases``, a list of at most one file.
    asked : str
        One of `HERE`; or for no file ``preview``, ``link`` for the settings as the text after a
        #, or ``open`` for those that such a link has brought; where text2qti is, one of `SYSTEMS`,
        or ``all``.

    Raises
    ------
    CrisisPathsError
        As :meth:`crisis_paths.exercises.make.recipe.Recipe.make`, :func:`phrases` and
        :func:`crisis_paths.exercises.formats.exports.files`.
    """
    exercises = _recipe(fields).make(text_of(fields, "seed"), _bank(fields))
    systems = {"all": SYSTEMS}.get(asked, () if asked in (PREVIEW, LINK, OPEN) else (asked,))
    contents = files(exercises, systems) if systems else {}
    said = _("{count} exercises; you see {shown} of them.")
    said = said.format(count=len(exercises), shown=min(SHOWN, len(exercises)))
    if contents:
        said += " " + _("Files to save: {count}.").format(count=len(contents))
    answer = Reply(said, _preview(exercises[:SHOWN]), _saved(contents))
    if asked == LINK:  # never the sentences of one's own
        chosen = {name: value for name, value in _settings(fields).items() if value}
        return replace(answer, link=urlencode(chosen))
    return replace(answer, fields=_settings(fields)) if asked == OPEN else answer


def checked(fields: Fields, asked: str = "") -> Reply:
    """Return the points of notebooks that came back: a table, and ``grades.csv``.

    Nothing is run: letters are read as ``crisis-exercises check`` reads them.

    Parameters
    ----------
    fields : mapping
        ``submissions``, a list of notebooks or zips of them; ``seed``; ``phrases``, a list of at
        most one file; ``separator``, a comma or a semicolon.
    asked : str
        Which button was pressed; there is one.

    Raises
    ------
    CrisisPathsError
        If there is no notebook, none that says from what it was made, or if the seed or the
        sentences give another set.
    """
    submissions = opened(_given(fields, "submissions"))
    if not common_label(submissions):
        why = next((one.fault for one in submissions if one.fault), "")
        raise CrisisPathsError(
            " ".join(filter(None, (_("No notebook says from what it was made."), why)))
        )
    _found, exercises = made_again(submissions, text_of(fields, "seed"), {}, _bank(fields))
    rows = graded(submissions, exercises)
    separator = ";" if text_of(fields, "separator") == ";" else ","
    said = _("{count} submissions.").format(count=len(rows))
    if faults := sum(not row.points for row in rows):
        said += " " + _("Not graded: {faults}; the last column says why.").format(faults=faults)
    contents = {"grades.csv": table(rows, exercises, separator)}
    return Reply(said, _table(rows, exercises), _saved(contents))


def _recipe(fields: Fields) -> Recipe:
    kinds = tuple(kind for kind in ExerciseKind if fields.get(f"{KIND}{kind}"))
    if not kinds and ASKED in fields:  # a form in which none is ticked, not one without kinds
        raise CrisisPathsError(_("No kind is chosen; choose at least one."))
    count = text_of(fields, "count").strip()
    return Recipe(
        int(count) if count.isdecimal() and len(count) < 9 else count or MAKE,
        kinds or tuple(ExerciseKind),
        text_of(fields, "level") or "mixed",
    )


def _settings(fields: Fields) -> dict[str, str]:
    """Return what a recipe is made of, as fields have it."""
    kinds = {f"{KIND}{kind}": "on" if fields.get(f"{KIND}{kind}") else "" for kind in ExerciseKind}
    return {name: text_of(fields, name) for name in ("seed", "count", "level")} | kinds


def _given(fields: Fields, name: str) -> list[tuple[str, bytes]]:
    """Return name and contents of the files that a field holds."""
    found = files_of(fields, name)
    for one in found:
        if len(one["content"]) < one.get("size", 0):  # it was not brought here
            says = _("{name} is too large for a page; use the command, or give fewer files.")
            raise CrisisPathsError(says.format(name=quoted(one["name"])))
    return [(one["name"], one["content"]) for one in found]


def _bank(fields: Fields) -> tuple[Phrase, ...]:
    given = _given(fields, "phrases")
    if len(given) > 1:
        raise CrisisPathsError(_("Give one file of sentences."))
    return next((phrases_of(content, name) for name, content in given), None) or phrases()


def _saved(contents: Mapping[str, bytes]) -> tuple[File, ...]:
    kind = "application/octet-stream"
    return tuple(File(n, data, guess_type(n)[0] or kind) for n, data in contents.items())


def _preview(exercises: Sequence[Exercise]) -> Markup:
    return joined(_shown(number, one) for number, one in enumerate(exercises, 1))


def _shown(number: int, exercise: Exercise) -> Markup:
    texts = joined(map(Markup("<p>{}</p>").format, reading(exercise)))
    answers = joined(Markup("<li>{}</li>").format(one.label) for _letter, one in lettered(exercise))
    listed = Markup('<ol type="A">{}</ol>').format(answers) if answers else ""
    head = _("Question {number}").format(number=number)
    says = Markup("<section><p><strong>{}</strong></p>{}{}</section>")
    return says.format(head, texts, listed)


def _table(rows: Sequence[Row], exercises: Sequence[Exercise]) -> Markup:
    heads = (_("Student"), _("Points"), _("By hand"), _("What to look at"))
    most = sum(map(points, exercises))
    return shown_table(heads, [_line(row, most) for row in rows], cards=False)


def _line(row: Row, most: float) -> tuple[str, ...]:
    by_hand = sum(earned is None for earned in row.points.values())
    earned = f"{sum(filter(None, row.points.values())):g}" if row.points else "–"
    of = _("{earned} of {most}").format(earned=earned, most=f"{most:g}")
    return row.student, of, str(by_hand or ""), row.fault
