"""Write exercises as Moodle XML: single choice with feedback, essays with rubrics for the grader.

The format is the one documented at https://docs.moodle.org/en/Moodle_XML_format. Texts are HTML
inside XML; the XML library escapes them. The file begins with a category of its own, and every
number names the set, so that two sets never mix in a question bank.

Examples
--------
>>> from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No", False, "It is.")
>>> exercise = Exercise("x-1", ExerciseKind.CODE, ("Norland votes.",), "Is it so?", (yes, no))
>>> [line.strip() for line in moodle([exercise], "Quiz").splitlines()[2:5]]
['<question type="category">', '<category>', '<text>$course$/top/Quiz</text>']
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from crisis_paths.exercises.make.credit import credit, points
from crisis_paths.exercises.make.exercise import Answer, Exercise
from crisis_paths.exercises.make.fingerprint import code_of
from crisis_paths.exercises.make.text_layout import bullets, flat, lettered, paragraphs, reading

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


def moodle(exercises: Sequence[Exercise], category: str, code: str = "") -> str:
    """Return what Moodle imports; each question has its id as name, its kind as tag.

    A right answer bears 100 per cent, one that is half right 50, a wrong one none. Every answer
    has a sentence of feedback, and the question the reasons. An open question is worth a point
    for each line of its rubric.

    Parameters
    ----------
    exercises : sequence of Exercise
        In the order in which they are to stand.
    category : str
        Where they go in the course’s question bank; ``/`` parts a category from one inside it.
    code : str, optional
        What stands before each number; by default what tells these exercises from others.
    """
    code = code or code_of(exercises)
    quiz = Element("quiz")
    place = SubElement(SubElement(quiz, "question", type="category"), "category")
    _text(place, f"$course$/top/{flat(category)}")
    for exercise in exercises:
        _question(quiz, exercise, code)
    indent(quiz)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f"{declaration}{tostring(quiz, encoding='unicode', short_empty_elements=False)}\n"


def _question(quiz: Element, exercise: Exercise, code: str) -> None:
    kind = "multichoice" if exercise.answers else "essay"
    question = SubElement(quiz, "question", type=kind)
    _text(SubElement(question, "name"), flat(exercise.id))
    _html(question, "questiontext", paragraphs(*reading(exercise)))
    _html(question, "generalfeedback", _paragraph(exercise.reasons))
    for name, value in _settings(exercise, code).items():
        SubElement(question, name).text = value
    worth = credit(exercise)
    for letter, answer in lettered(exercise):
        _answer(question, answer, worth[letter])
    if not exercise.answers:
        _html(question, "graderinfo", bullets(exercise.rubric))
        _html(question, "responsetemplate", "")
    _text(SubElement(SubElement(question, "tags"), "tag"), exercise.kind)


def _settings(exercise: Exercise, code: str) -> dict[str, str]:
    common = {
        "defaultgrade": f"{points(exercise):g}",
        "penalty": "0.3333333",
        "hidden": "0",
        "idnumber": f"{code}-{flat(exercise.id)}",
    }
    return common | (_CHOICE if exercise.answers else _ESSAY)


def _answer(question: Element, answer: Answer, worth: float) -> None:
    element = SubElement(question, "answer", fraction=f"{100 * worth:g}", format="html")
    _text(element, paragraphs(answer.label))
    _html(element, "feedback", _paragraph(answer.feedback))


def _paragraph(text: str) -> str:
    """Return a text as a paragraph; nothing if there is none."""
    return paragraphs(text) if flat(text) else ""


def _html(parent: Element, name: str, fragment: str) -> None:
    _text(SubElement(parent, name, format="html"), fragment)


def _text(parent: Element, text: str) -> None:
    SubElement(parent, "text").text = text
