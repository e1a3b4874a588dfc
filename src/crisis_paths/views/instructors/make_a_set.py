"""Offer a set of exercises made in the page, the grading of one, and the sets that lie ready.

What the forms ask for is answered by :mod:`crisis_paths.views.instructors.answered`, in the
reader's own browser.

Examples
--------
>>> ready_sets().text.splitlines()[1]
'Code the two variables | easy: crisis-paths-code-easy.zip | hard: crisis-paths-code-hard.zip | \
mixed: crisis-paths-code-mixed.zip'
"""

from markupsafe import Markup

from crisis_paths.exercises.cli_parser import MAKE
from crisis_paths.exercises.make.exercise import ExerciseKind
from crisis_paths.exercises.make.generate import LEVELS
from crisis_paths.exercises.ready import place
from crisis_paths.i18n import _
from crisis_paths.views.instructors import answered
from crisis_paths.views.instructors.answered import ASKED, HERE, KIND, LINK, PREVIEW
from explorers.asked import asked_form, buttons, choose, labelled, typed
from explorers.outputs import Page, joined, table


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
    tick = Markup('<label><input type="checkbox" name="{}{}" checked> {}</label><br>')
    kinds = joined(tick.format(KIND, kind, words) for kind, words in _kinds().items())
    inside = (
        labelled(_("Seed, any words"), _seed()),
        labelled(_("How many"), typed("count", str(MAKE), inputmode="numeric")),
        Markup("<fieldset><legend>{}</legend>{}</fieldset>").format(_("Kinds"), kinds),
        typed(ASKED, "on", "hidden"),
        labelled(_("How hard to read"), choose("level", _levels(), "mixed")),
        _own_sentences(),
        buttons((PREVIEW, _("Show three questions")), (LINK, _("Make a link to this recipe"))),
        Markup("<p>{}</p>").format(_("Or make the files for:")),
        buttons(*_systems().items()),
    )
    kept = ("seed", "count", "level", *(f"{KIND}{kind}" for kind in ExerciseKind))
    call, offer = f"{answered.__name__}:made", _("Make a set in this page")
    return asked_form(call, offer, joined(inside), kept)


def grading_form() -> Page:
    """Return the form in which notebooks that came back are graded."""
    notebooks = typed("submissions", kind="file", accept=".ipynb,.zip", multiple="")
    separators = {",": _("commas"), ";": _("semicolons (Excel in German)")}
    inside = (
        labelled(_("Notebooks, or a zip of them"), notebooks),
        labelled(_("The seed of the set"), _seed()),
        _own_sentences(),
        labelled(_("Columns of grades.csv are parted by"), choose("separator", separators, ",")),
        buttons(("check", _("Grade"))),
    )
    call, offer = f"{answered.__name__}:checked", _("Grade notebooks in this page")
    return asked_form(call, offer, joined(inside))


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


def _seed() -> Markup:
    return typed("seed", maxlength=200)


def _own_sentences() -> Markup:
    field = typed("phrases", kind="file", accept=".csv,text/csv")
    return labelled(_("Your own sentences, if you have any (CSV)"), field)
