"""Write exercises as a content package of QTI 2.1, which OpenOlat and many other systems import.

The format is that of https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html: a manifest,
a test, and a file for each question. A choice gives half credit by its mapping, a sentence of
feedback for each answer, and the reasons whichever was chosen. The test shows none of it before
the system is told to.

Examples
--------
>>> from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No", False, "It is.")
>>> exercise = Exercise("x-1", ExerciseKind.CODE, ("Norland votes.",), "Is it so?", (yes, no))
>>> list(package([exercise], "Quiz", "set1"))
['imsmanifest.xml', 'test.xml', 'items/item-0001.xml']
"""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from crisis_paths.exercises.formats.archive import packed
from crisis_paths.exercises.make.credit import credit, points
from crisis_paths.exercises.make.exercise import Exercise
from crisis_paths.exercises.make.fingerprint import code_of
from crisis_paths.exercises.make.text_layout import flat, lettered, reading, right_letter

_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_ANSWER, _SCORE, _MOST, _SAID, _WHY = "RESPONSE", "SCORE", "MAXSCORE", "FEEDBACK", "REASONS"
_TEST = "test.xml"


def qti(exercises: Sequence[Exercise], title: str, code: str = "") -> bytes:
    """Return what a system imports: a zip archive, the same bytes for the same exercises.

    Parameters
    ----------
    exercises : sequence of Exercise
        In the order in which they are to stand.
    title : str
        What the test is called.
    code : str, optional
        What every identifier names, so that two sets never mix; by default what tells these
        exercises from others.
    """
    return packed(package(exercises, title, code))


def package(exercises: Sequence[Exercise], title: str, code: str = "") -> Mapping[str, bytes]:
    """Return the files of the package; see :func:`qti`."""
    name = f"set-{code or code_of(exercises)}"
    places = [f"items/item-{number:04}.xml" for number, _one in enumerate(exercises, 1)]
    items = {
        place: _item(exercise, f"{name}-{number:04}")
        for number, (place, exercise) in enumerate(zip(places, exercises, strict=True), 1)
    }
    test = _test(name, title, places)
    files = {"imsmanifest.xml": _manifest(name, places), _TEST: test} | items
    return {place: _written(root) for place, root in files.items()}


def _manifest(name: str, places: Sequence[str]) -> Element:
    root = Element("manifest", xmlns=_PACKAGE, identifier=f"{name}-package")
    metadata = SubElement(root, "metadata")
    SubElement(metadata, "schema").text = "QTIv2.1 Package"
    SubElement(metadata, "schemaversion").text = "1.0.0"
    SubElement(root, "organizations")
    resources = SubElement(root, "resources")
    test = _resource(resources, f"{name}-resource", "imsqti_test_xmlv2p1", _TEST)
    for number, place in enumerate(places, 1):
        item = f"{name}-{number:04}-resource"
        SubElement(test, "dependency", identifierref=item)
        _resource(resources, item, "imsqti_item_xmlv2p1", place)
    return root


def _resource(parent: Element, name: str, kind: str, place: str) -> Element:
    resource = SubElement(parent, "resource", identifier=name, type=kind, href=place)
    SubElement(resource, "file", href=place)
    return resource


def _test(name: str, title: str, places: Sequence[str]) -> Element:
    root = Element("assessmentTest", xmlns=_QTI, identifier=name, title=flat(title))
    _outcome(root, _SCORE, "float", "0")
    part = SubElement(
        root,
        "testPart",
        identifier=f"{name}-part",
        navigationMode="nonlinear",
        submissionMode="individual",
    )
    SubElement(part, "itemSessionControl", maxAttempts="1", showFeedback="false")
    section = SubElement(
        part, "assessmentSection", identifier=f"{name}-section", title=flat(title), visible="true"
    )
    for number, place in enumerate(places, 1):
        SubElement(section, "assessmentItemRef", identifier=f"{name}-{number:04}", href=place)
    total = SubElement(SubElement(root, "outcomeProcessing"), "setOutcomeValue", identifier=_SCORE)
    SubElement(SubElement(total, "sum"), "testVariables", variableIdentifier=_SCORE)
    return root


def _item(exercise: Exercise, name: str) -> Element:
    root = Element(
        "assessmentItem",
        xmlns=_QTI,
        identifier=name,
        title=flat(exercise.id),
        adaptive="false",
        timeDependent="false",
    )
    if exercise.answers:
        _choice(root, exercise)
    else:
        _essay(root, exercise)
    return root


def _choice(root: Element, exercise: Exercise) -> None:
    declared = SubElement(
        root,
        "responseDeclaration",
        identifier=_ANSWER,
        cardinality="single",
        baseType="identifier",
    )
    SubElement(SubElement(declared, "correctResponse"), "value").text = right_letter(exercise)
    most = f"{points(exercise):g}"
    mapping = SubElement(declared, "mapping", lowerBound="0", upperBound=most, defaultValue="0")
    for letter, worth in credit(exercise).items():
        SubElement(mapping, "mapEntry", mapKey=letter, mappedValue=f"{worth:g}")
    _outcome(root, _SCORE, "float", "0")
    _outcome(root, _MOST, "float", most)
    _outcome(root, _SAID, "identifier")
    _outcome(root, _WHY, "identifier")
    *vignette, ask = reading(exercise)
    body = _body(root, vignette)
    asked = SubElement(
        body, "choiceInteraction", responseIdentifier=_ANSWER, shuffle="false", maxChoices="1"
    )
    SubElement(asked, "prompt").text = ask
    for letter, answer in lettered(exercise):
        SubElement(asked, "simpleChoice", identifier=letter).text = flat(answer.label)
    _processing(root)
    for letter, answer in lettered(exercise):
        _feedback(root, _SAID, letter, answer.feedback)
    _feedback(root, _WHY, _WHY, exercise.reasons)


def _processing(root: Element) -> None:
    """Give what the mapping says, and say what belongs to the answer; nothing to no answer."""
    condition = SubElement(SubElement(root, "responseProcessing"), "responseCondition")
    answered = SubElement(condition, "responseIf")
    null = SubElement(SubElement(answered, "not"), "isNull")
    SubElement(null, "variable", identifier=_ANSWER)
    score = SubElement(answered, "setOutcomeValue", identifier=_SCORE)
    SubElement(score, "mapResponse", identifier=_ANSWER)
    said = SubElement(answered, "setOutcomeValue", identifier=_SAID)
    SubElement(said, "variable", identifier=_ANSWER)
    why = SubElement(answered, "setOutcomeValue", identifier=_WHY)
    SubElement(why, "baseValue", baseType="identifier").text = _WHY


def _essay(root: Element, exercise: Exercise) -> None:
    SubElement(
        root, "responseDeclaration", identifier=_ANSWER, cardinality="single", baseType="string"
    )
    _outcome(root, _SCORE, "float", "0")
    _outcome(root, _MOST, "float", f"{points(exercise):g}")
    *vignette, ask = reading(exercise)
    body = _body(root, vignette)
    lines = SubElement(SubElement(body, "rubricBlock", view="scorer"), "ul")
    for line in exercise.rubric:
        SubElement(lines, "li").text = flat(line)
    asked = SubElement(
        body, "extendedTextInteraction", responseIdentifier=_ANSWER, expectedLines="15"
    )
    SubElement(asked, "prompt").text = ask


def _body(root: Element, texts: Sequence[str]) -> Element:
    body = SubElement(root, "itemBody")
    for text in texts:
        SubElement(body, "p").text = text
    return body


def _outcome(root: Element, name: str, kind: str, value: str = "") -> None:
    declared = SubElement(
        root, "outcomeDeclaration", identifier=name, cardinality="single", baseType=kind
    )
    if value:
        SubElement(SubElement(declared, "defaultValue"), "value").text = value


def _feedback(root: Element, outcome: str, name: str, text: str) -> None:
    if flat(text):
        said = SubElement(
            root, "modalFeedback", outcomeIdentifier=outcome, identifier=name, showHide="show"
        )
        SubElement(said, "p").text = flat(text)


def _written(root: Element) -> bytes:
    indent(root)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f"{declaration}{tostring(root, encoding='unicode')}\n".encode()
