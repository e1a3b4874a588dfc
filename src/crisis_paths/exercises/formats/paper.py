"""Write exercises for paper: sheets without a key to print or to open in Word, and the key apart.

Examples
--------
>>> from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No", False, "It is.")
>>> exercise = Exercise("x-1", ExerciseKind.CODE, ("Norland votes.",), "Is it so?", (yes, no))
>>> print(plain_text([exercise]), end="")
1. [x-1]
<BLANKLINE>
Norland votes.
<BLANKLINE>
Is it so?
<BLANKLINE>
A. Yes
B. No
>>> key_table([exercise]).decode("utf-8-sig").splitlines()
['id,kind,right,facts', 'x-1,code,A,']
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from crisis_paths.exercises.make.exercise import Exercise
from crisis_paths.exercises.make.text_layout import flat, lettered, reading, right_letter
from crisis_paths.i18n import _
from crisis_paths.tables.handed_out import csv_file

_PRINT = """
body { font: 12pt/1.5 system-ui, sans-serif; max-width: 42em; margin: 2em auto; padding: 0 1em; }
section { break-inside: avoid; margin-top: 2em; }
h2 { font-size: 1em; }
ol { list-style: upper-alpha; }
.lines { border: 1px solid; height: 12em; }
.right { font-weight: bold; }
"""


def sheet(exercises: Iterable[Exercise], title: str, *, styled: bool) -> str:
    """Return what is handed out: one HTML page, without a key.

    Parameters
    ----------
    exercises : iterable of Exercise
        What stands on the sheet, in this order.
    title : str
        Its heading.
    styled : bool
        True for a page to print, with room to write; False for headings, paragraphs and lists
        alone, which Word opens as its own.
    """
    page, body = _page(title, styled)
    _add(body, "p", _("Name: {blank}").format(blank="_" * 40))
    for number, exercise in enumerate(exercises, 1):
        section = _section(body, number, exercise)
        for text in reading(exercise):
            _add(section, "p", text)
        if exercise.answers:
            answers = SubElement(section, "ol", type="A")
            for _letter, answer in lettered(exercise):
                _add(answers, "li", answer.label)
        else:
            _blank(section, styled)
    return _written(page)


def key_sheet(exercises: Iterable[Exercise], title: str) -> str:
    """Return what the instructor keeps: the key, a reason for every answer, rubrics."""
    page, body = _page(title, True)
    for number, exercise in enumerate(exercises, 1):
        section = _section(body, number, exercise)
        _add(section, "p", exercise.ask)
        if exercise.right:
            right = _("Right: {letter}").format(letter=right_letter(exercise))
            _add(section, "p", right, {"class": "right"})
        _reasons(section, exercise)
        for name, value in exercise.facts:
            _add(section, "p", f"{flat(name)}: {flat(value)}")
    return _written(page)


def key_table(exercises: Iterable[Exercise]) -> bytes:
    """Return the key as a program or a spreadsheet reads it.

    Its columns are ``id``, ``kind``, ``right`` (a letter or nothing) and ``facts``, which are
    written ``name=value``, with ``; `` between them. It is UTF-8 with a byte order mark.
    """
    rows = [
        [
            flat(exercise.id),
            exercise.kind,
            right_letter(exercise),
            "; ".join(f"{flat(name)}={flat(value)}" for name, value in exercise.facts),
        ]
        for exercise in exercises
    ]
    return csv_file(["id", "kind", "right", "facts"], rows)


def plain_text(exercises: Iterable[Exercise]) -> str:
    """Return what goes into an e-mail: the exercises without a key."""
    return "\n\n".join(_plain(number, one) for number, one in enumerate(exercises, 1))


def _plain(number: int, exercise: Exercise) -> str:
    answers = "\n".join(f"{letter}. {flat(one.label)}" for letter, one in lettered(exercise))
    head = f"{number}. [{flat(exercise.id)}]"
    return "\n\n".join(filter(None, (head, *reading(exercise), answers))) + "\n"


def _page(title: str, styled: bool) -> tuple[Element, Element]:
    page = Element("html", lang=_("en"))
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    if styled:
        SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _add(head, "title", title)
    if styled:
        SubElement(head, "style").text = _PRINT
    body = SubElement(page, "body")
    _add(body, "h1", title)
    return page, body


def _section(body: Element, number: int, exercise: Exercise) -> Element:
    section = SubElement(body, "section")
    _add(section, "h2", f"{number} · {flat(exercise.id)}")
    return section


def _blank(section: Element, styled: bool) -> None:
    if styled:
        SubElement(section, "div", {"class": "lines"})
    else:
        for _line in range(6):
            _add(section, "p", "_" * 60)


def _reasons(section: Element, exercise: Exercise) -> None:
    if exercise.answers:
        items = SubElement(section, "ol", type="A")
        for _letter, answer in lettered(exercise):
            _add(items, "li", f"{flat(answer.label)} ({flat(answer.feedback)})")
        if flat(exercise.reasons):
            _add(section, "p", exercise.reasons)
    else:
        _add(section, "p", _("What a good answer does, a point for each line:"))
        items = SubElement(section, "ul")
        for line in exercise.rubric:
            _add(items, "li", line)


def _add(parent: Element, name: str, text: str, attributes: dict[str, str] | None = None) -> None:
    SubElement(parent, name, attributes or {}).text = flat(text)


def _written(page: Element) -> str:
    indent(page)
    return f"<!doctype html>\n{tostring(page, encoding='unicode', method='html')}\n"
