"""Write exercises as Moodle XML: single choice with feedback, essays with rubrics for the grader.

The format is the one documented at https://docs.moodle.org/en/Moodle_XML_format. Texts are HTML
inside XML; the XML library escapes them.

Examples
--------
>>> from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No", False, "It is.")
>>> exercise = Exercise("x-1", ExerciseKind.CODE, ("Norland votes.",), "Is it so?", (yes, no))
>>> print(moodle([exercise]).splitlines()[4])
      <text>x-1</text>
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from crisis_paths.exercises.make.exercise import Answer, Exercise
from crisis_paths.exercises.make.text_layout import bullets, flat, paragraphs, reading, shuffled

_CHOICE = {
    "single": "true",
    "shuffleanswers": "false",  # the key sheet names letters
    "answernumbering": "ABCD",
}
_ESSAY = {
    "responseformat": "editor",
    "responserequired": "1",
    "responsefieldlines": "15",
    "attachments": "0",
    "attachmentsrequired": "0",
}


def moodle(exercises: Iterable[Exercise]) -> str:
    """Return what Moodle imports; each question has its id as name and number, its kind as tag.

    A right answer bears 100 per cent, a wrong one none; every answer has its own feedback.
    """
    quiz = Element("quiz")
    for exercise in exercises:
        _question(quiz, exercise)
    indent(quiz)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f"{declaration}{tostring(quiz, encoding='unicode', short_empty_elements=False)}\n"


def _question(quiz: Element, exercise: Exercise) -> None:
    kind = "multichoice" if exercise.answers else "essay"
    question = SubElement(quiz, "question", type=kind)
    _text(SubElement(question, "name"), flat(exercise.id))
    _html(question, "questiontext", paragraphs(*reading(exercise)))
    _html(question, "generalfeedback", "")
    for name, value in _settings(exercise).items():
        SubElement(question, name).text = value
    for answer in shuffled(exercise):
        _answer(question, answer)
    if not exercise.answers:
        _html(question, "graderinfo", bullets(exercise.rubric))
        _html(question, "responsetemplate", "")
    _text(SubElement(SubElement(question, "tags"), "tag"), exercise.kind)


def _settings(exercise: Exercise) -> dict[str, str]:
    common = {
        "defaultgrade": "1",
        "penalty": "0.3333333",
        "hidden": "0",
        "idnumber": flat(exercise.id),
    }
    return common | (_CHOICE if exercise.answers else _ESSAY)


def _answer(question: Element, answer: Answer) -> None:
    worth = "100" if answer.right else "0"
    element = SubElement(question, "answer", fraction=worth, format="html")
    _text(element, paragraphs(answer.label))
    _html(element, "feedback", paragraphs(answer.feedback) if flat(answer.feedback) else "")


def _html(parent: Element, name: str, fragment: str) -> None:
    _text(SubElement(parent, name, format="html"), fragment)


def _text(parent: Element, text: str) -> None:
    SubElement(parent, "text").text = text
