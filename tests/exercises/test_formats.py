"""QTI 2.1 and Brightspace's file, read back: what they say is what the exercises say."""

import csv
import io
import re
import zipfile

import pytest
from lxml import etree

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.formats.brightspace import brightspace
from crisis_paths.exercises.formats.exports import SYSTEMS, files
from crisis_paths.exercises.formats.qti import qti
from crisis_paths.exercises.make.credit import credit, points
from crisis_paths.exercises.make.generate import exercises as generated
from crisis_paths.exercises.make.text_layout import flat, lettered, reading, right_letter
from exercises.test_exports import BOTH, PLAIN, shown

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
PACKAGE = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")  # what an identifier of XML may be
# the order in which the schema of QTI 2.1 wants what an item holds
ORDER = (
    "responseDeclaration",
    "outcomeDeclaration",
    "itemBody",
    "responseProcessing",
    "modalFeedback",
)


def opened(archive: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened_archive:
        assert opened_archive.testzip() is None
        return {n: etree.fromstring(opened_archive.read(n)) for n in opened_archive.namelist()}


def items(archive: bytes) -> list[etree._Element]:
    """The items in the order in which the test has them."""
    found = opened(archive)
    return [found[ref.get("href")] for ref in found["test.xml"].iter(f"{QTI}assessmentItemRef")]


def scored(item: etree._Element, answer: str | None) -> tuple[float, list[str]]:
    """Run an item's response processing by the words of the specification."""
    answers = item.find(f"{QTI}responseDeclaration")
    worth = {e.get("mapKey"): float(e.get("mappedValue")) for e in answers.iter(f"{QTI}mapEntry")}
    outcomes: dict[str, object] = {"SCORE": 0.0}

    def value(e: etree._Element) -> object:
        name = etree.QName(e).localname
        if name == "variable":
            assert e.get("identifier") == "RESPONSE"
            return answer
        if name == "mapResponse":
            return worth.get(answer, 0.0)
        if name == "isNull":
            return value(e[0]) is None
        if name == "not":
            return not value(e[0])
        assert name == "baseValue"
        return e.text

    (condition,) = item.find(f"{QTI}responseProcessing")
    test, *rules = condition.find(f"{QTI}responseIf")
    if value(test):
        outcomes |= {rule.get("identifier"): value(rule[0]) for rule in rules}
    said = [
        "".join(e.itertext()).strip()
        for e in item.iter(f"{QTI}modalFeedback")
        if outcomes.get(e.get("outcomeIdentifier")) == e.get("identifier")
    ]
    return outcomes["SCORE"], said


@BOTH
def test_qti_says_what_the_exercises_say(exercises):
    read = items(qti(exercises, "Seminar <3>"))
    assert [item.get("title") for item in read] == [flat(one.id) for one in exercises]
    for exercise, item in zip(exercises, read, strict=True):
        body = item.find(f"{QTI}itemBody")
        texts = [e.text for e in body if e.tag == f"{QTI}p"] + [body.findtext(f".//{QTI}prompt")]
        assert texts == list(reading(exercise))
        choices = {e.get("identifier"): e.text for e in body.iter(f"{QTI}simpleChoice")}
        assert choices == {letter: flat(a.label) for letter, a in lettered(exercise)}
        most = item.find(f"{QTI}outcomeDeclaration[@identifier='MAXSCORE']")
        assert float("".join(most.itertext())) == points(exercise)
        if not exercise.answers:
            rubric = body.find(f"{QTI}rubricBlock")
            assert rubric.get("view") == "scorer"
            lines = [e.text for e in rubric.iter(f"{QTI}li")]
            assert lines == [flat(line) for line in exercise.rubric]
            continue
        assert item.findtext(f".//{QTI}correctResponse/{QTI}value") == right_letter(exercise)
        assert scored(item, None) == (0.0, [])
        for letter, answer in lettered(exercise):
            worth, said = scored(item, letter)
            assert worth == credit(exercise)[letter]
            assert said == [flat(answer.feedback), flat(exercise.reasons)]


def test_qti_is_laid_out_as_its_schema_wants_it():
    for exercises in (PLAIN, generated("spring", 20)):
        found = opened(qti(exercises, "Seminar"))
        manifest, test = found["imsmanifest.xml"], found["test.xml"]
        assert [etree.QName(e).localname for e in manifest] == [
            "metadata",
            "organizations",
            "resources",
        ]
        resources = {e.get("identifier"): e for e in manifest.iter(f"{PACKAGE}resource")}
        assert {e.get("href") for e in resources.values()} == set(found) - {"imsmanifest.xml"}
        needed = [e.get("identifierref") for e in manifest.iter(f"{PACKAGE}dependency")]
        items_only = {n for n, e in resources.items() if e.get("type") == "imsqti_item_xmlv2p1"}
        assert len(needed) == len(set(needed)) and set(needed) == items_only
        for root in found.values():
            names = [e.get("identifier") for e in root.iter() if e.get("identifier")]
            assert all(map(NAME.fullmatch, names))
        for item in items(qti(exercises, "Seminar")):
            places = [ORDER.index(etree.QName(e).localname) for e in item]
            assert places == sorted(places)
            declared = [e.get("identifier") for e in item.iter(f"{QTI}outcomeDeclaration")]
            assert len(declared) == len(set(declared))
            for said in item.iter(f"{QTI}modalFeedback"):
                assert said.get("outcomeIdentifier") in declared
        assert [etree.QName(e).localname for e in test] == [
            "outcomeDeclaration",
            "testPart",
            "outcomeProcessing",
        ]
        assert test.find(f".//{QTI}itemSessionControl").get("showFeedback") == "false"


@BOTH
def test_brightspace_says_what_the_exercises_say(exercises):
    rows = csv.reader(io.StringIO(brightspace(exercises, "set1").decode("utf-8-sig")))
    blocks: list[list[list[str]]] = []
    for row in rows:
        assert len(row) == 5
        if row[0] == "NewQuestion":
            blocks.append([])
        if row[0]:
            blocks[-1].append(row)
    for exercise, block in zip(exercises, blocks, strict=True):
        told = {row[0]: row[1:] for row in block}
        assert told["NewQuestion"][0] == ("MC" if exercise.answers else "WR")
        assert told["ID"][0] == f"set1-{flat(exercise.id)}"
        assert float(told["Points"][0]) == points(exercise)
        assert told["QuestionText"][1] == "HTML"
        assert shown(told["QuestionText"][0]) == list(reading(exercise))
        options = [row[1:] for row in block if row[0] == "Option"]
        worth = credit(exercise)
        for (letter, answer), option in zip(lettered(exercise), options, strict=True):
            assert float(option[0]) == 100 * worth[letter]
            assert (*shown(option[1]), option[2]) == (flat(answer.label), "HTML")
            assert option[3].lstrip("'") == flat(answer.feedback).lstrip("'")
        if exercise.answers:
            assert shown(told["Feedback"][0]) == [flat(exercise.reasons)]
        else:
            assert all(flat(line) in told["AnswerKey"][0] for line in exercise.rubric)


def test_two_sets_never_mix_here_either():
    names = []
    for seed in ("spring", "autumn"):
        made = files(generated(seed, 20), ["qti", "brightspace"])
        for part in ("", "-open"):
            for root in opened(made[f"qti{part}.zip"]).values():
                names += {root.get("identifier")}
            rows = csv.reader(io.StringIO(made[f"brightspace{part}.csv"].decode("utf-8-sig")))
            names += [row[1] for row in rows if row[0] == "ID"]
    assert len(names) == len(set(names)) == 2 * (20 + 2 * 2 + 20)


def test_files_for_one_system_are_those_of_the_whole_set():
    exercises = generated("one by one", 12)
    whole = files(exercises)
    parts = [files(exercises, [system]) for system in SYSTEMS]
    assert {name: made for part in parts for name, made in part.items()} == whole
    assert sum(map(len, parts)) == len(whole)
    with pytest.raises(CrisisPathsError, match="no files for 'olat'; there are for: moodle"):
        files(exercises, ["olat"])
