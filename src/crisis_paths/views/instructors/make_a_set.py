"""Offer a set of exercises made in the page, the grading of one, and the sets that lie ready.

What the forms ask for is answered by :mod:`crisis_paths.exercises.page`, in the reader's own
browser.

Examples
--------
>>> ready_sets().text.splitlines()[1]
'Code the two variables | easy: crisis-paths-code-easy.zip | hard: crisis-paths-code-hard.zip | \
mixed: crisis-paths-code-mixed.zip'
"""

from markupsafe import Markup

from crisis_paths.exercises.cli_parser import MAKE
from crisis_paths.exercises.make.exercise import ExerciseKind
from crisis_paths.exercises.make.generate import LEVELS, MOST
from crisis_paths.exercises.page import HERE, KIND, LINK, PREVIEW
from crisis_paths.exercises.ready import place
from crisis_paths.i18n import _
from explorers.asked import asked_form
from explorers.outputs import Page, joined, table

_LINE = Markup("<p><label>{} {}</label></p>")
_FILE = Markup('<input type="file" name="{}" accept="{}"{}>')
_SEED = Markup('<input name="seed" required maxlength="200" autocomplete="off">')
_BUTTON = Markup('<button type="submit" name="asked" value="{}">{}</button> ')


def _kinds() -> dict[str, str]:
    return {
        ExerciseKind.CODE: _("Code the two variables"),
        ExerciseKind.PREDICT: _("Predict the path"),
        ExerciseKind.FLIP: _("Find what flips the outcome"),
        ExerciseKind.CRITIQUE: _("Criticise (open; you grade it)"),
    }


def _levels() -> dict[str, str]:
    said = {"easy": _("easy"), "hard": _("hard"), "mixed": _("mixed")}
    return {level: said[level] for level in LEVELS}


def _systems() -> dict[str, str]:
    said = {
        "moodle": "Moodle",
        "blackboard": "Blackboard",
        "gift": "GIFT",
        "qti": "QTI 2.1",
        "brightspace": "Brightspace",
        "word": "Word",
        "paper": _("Paper, with the key apart"),
    }
    return {system: said[system] for system in HERE}


def set_form() -> Page:
    """Return the form in which a set is made."""
    kinds = joined(
        Markup('<label><input type="checkbox" name="{}{}" checked> {}</label><br>').format(
            KIND, kind, words
        )
        for kind, words in _kinds().items()
    )
    count = Markup('<input type="number" name="count" value="{}" min="1" max="{}">')
    options = joined(
        Markup('<option value="{}"{}>{}</option>').format(
            level, Markup(" selected") if level == "mixed" else "", words
        )
        for level, words in _levels().items()
    )
    inside = joined(
        (
            _LINE.format(_("Seed, any words:"), _SEED),
            _LINE.format(_("How many:"), count.format(MAKE, MOST)),
            Markup("<fieldset><legend>{}</legend>{}</fieldset>").format(_("Kinds"), kinds),
            _LINE.format(
                _("How hard to read:"), Markup('<select name="level">{}</select>').format(options)
            ),
            _own_sentences(),
            Markup("<p>{}</p>").format(
                joined(
                    _BUTTON.format(value, words)
                    for value, words in {
                        PREVIEW: _("Show three questions"),
                        **_systems(),
                        LINK: _("Make a link to this recipe"),
                    }.items()
                )
            ),
        )
    )
    kept = " ".join(("seed", "count", "level", *(f"{KIND}{kind}" for kind in ExerciseKind)))
    offer = _("Make a set in this page")
    return asked_form("crisis_paths.exercises.page:made", offer, inside, kept.split())


def grading_form() -> Page:
    """Return the form in which notebooks that came back are graded."""
    notebooks = _FILE.format("submissions", ".ipynb,.zip", Markup(" multiple required"))
    separator = Markup(
        '<select name="separator"><option value=",">{}</option><option value=";">{}</option>'
        "</select>"
    ).format(_("commas"), _("semicolons (Excel in German)"))
    inside = joined(
        (
            _LINE.format(_("Notebooks, or a zip of them:"), notebooks),
            _LINE.format(_("The seed of the set:"), _SEED),
            _own_sentences(),
            _LINE.format(_("Columns of grades.csv are parted by"), separator),
            Markup("<p>{}</p>").format(_BUTTON.format("check", _("Grade"))),
        )
    )
    offer = _("Grade notebooks in this page")
    return asked_form("crisis_paths.exercises.page:checked", offer, inside)


def ready_sets(book: str = "../..") -> Page:
    """Return links to the sets that lie ready, a kind a row and a level a column.

    Parameters
    ----------
    book : str
        The root of the built book, from the page where this stands.
    """
    link = Markup('<a href="{}/{}" download="" aria-label="{}: {}">{}</a>')
    cells = [
        (
            words,
            *(
                link.format(book, place(kind, level), said, words, said)
                for level, said in _levels().items()
            ),
        )
        for kind, words in _kinds().items()
    ]
    lines = [
        " | ".join((words, *(f"{said}: {_name(kind, level)}" for level, said in _levels().items())))
        for kind, words in _kinds().items()
    ]
    heads = (_("Kind"), *_levels().values())
    return Page(table(heads, cells, cards=False), "\n".join((" | ".join(heads), *lines)))


def _name(kind: str, level: str) -> str:
    return place(kind, level).rpartition("/")[2]


def _own_sentences() -> Markup:
    field = _FILE.format("phrases", ".csv,text/csv", "")
    return _LINE.format(_("Your own sentences, if you have any (CSV):"), field)
