"""Every export is read back by something that did not write it, and says what the exercise says."""

import csv
import hashlib
import io
import os
import re
import subprocess
import sys
import tarfile
import warnings
import zipfile
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from qti_package_maker.engines.bbq_text_upload.read_package import make_item_cls_from_line

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.folders import write_new
from crisis_paths.exercises.formats.blackboard import blackboard
from crisis_paths.exercises.formats.canvas import canvas
from crisis_paths.exercises.formats.exports import files
from crisis_paths.exercises.formats.gift import gift
from crisis_paths.exercises.formats.moodle import moodle
from crisis_paths.exercises.formats.paper import key_table
from crisis_paths.exercises.make.credit import credit
from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
from crisis_paths.exercises.make.fingerprint import code_of
from crisis_paths.exercises.make.generate import exercises as generated
from crisis_paths.exercises.make.text_layout import checked, flat, lettered, reading, shuffled

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its patterns are written without r""
    from pygiftparser import parser as gift_parser

HOSTILE = (
    "a<b & \"q\" 'x' =z ~w # h : c; $1 + $2$ `code` \\num{3} \\n \\\\ *em* _em_ ... -- [l](x) "
    "![i](/etc/passwd) <!-- c --> <script>alert(1)</script> &amp; &#65; &&058; | ~~~ %50% #### "
    "//c ]]> -> 中文 é €\t\r\n\n\x00\x85\u2028 END_GROUP\n*a) no\n1. no\n\n```python\n"
)
STARTS = ("[html]", "%50%", '"', "//", "::", "=", "1. ", "*a) ", "... ", "'", "___", "$CATEGORY: x")


def choice(name: str, text: str = "") -> Exercise:
    """A choice whose every text carries ``text`` at its beginning and its end."""
    return Exercise(
        name,
        ExerciseKind.CODE,
        (f"{text}Norland: one{text}", f"{text}Its envoys went home{text}"),
        f"{text}What {name} is it?{text}",
        (
            Answer(f"{text}Adjusted, strong{text}", True, f"{text}Yes, section 3.{text}"),
            Answer(f"{text}Adjusted, weak{text}", False, f"{text}No, section 3.1.{text}"),
            Answer(f"{text}Continued, weak{text}", False, f"{text}No, section 3.2.{text}"),
        ),
        (),
        (("balance", f"adjusted{text}"), ("control", "strong")),
        f"{text}Because of section 3.3.{text}",
    )


def essay(name: str, text: str = "") -> Exercise:
    rubric = (f"{text}It names both sides.{text}", "It cites a section.")
    return Exercise(
        name, ExerciseKind.CRITIQUE, (f"{text}Norland.",), f"Argue {name}.{text}", (), rubric
    )


PLAIN = (choice("x-1"), essay("o-1"), choice("x-2"), choice("x-3"))
NASTY = (
    choice("y:1#{=~}", HOSTILE),
    essay("o&<2", HOSTILE),
    choice("y-3", HOSTILE * 50),
    *(choice(f"z-{n}", start) for n, start in enumerate(STARTS)),
)
SET = "Seminar, week 3/closed"
BOTH = pytest.mark.parametrize("exercises", [PLAIN, NASTY], ids=["plain", "hostile"])


def shown(fragment: str) -> list[str]:
    """What does a browser show of a fragment, block by block?"""
    return [block.get_text() for block in BeautifulSoup(fragment, "html.parser")(["p", "li"])]


def said(exercise: Exercise) -> tuple:
    """What every export has to say: the reading, each answer, whether right, and the reasons."""
    answers = [(flat(a.label), a.right, flat(a.feedback)) for a in shuffled(exercise)]
    return list(reading(exercise)), answers, flat(exercise.reasons)


# --- Moodle ---------------------------------------------------------------------------------


def moodle_says(question: ET.Element) -> tuple:
    answers = [
        (
            *shown(answer.findtext("text")),
            {"100": True, "0": False}[answer.get("fraction")],
            "".join(shown(answer.findtext("feedback/text"))),
        )
        for answer in question.iter("answer")
    ]
    reasons = "".join(shown(question.findtext("generalfeedback/text")))
    return shown(question.findtext("questiontext/text")), answers, reasons


def moodle_questions(written: str | bytes) -> list[ET.Element]:
    """The questions of a file, after the category into which they go."""
    category, *questions = ET.fromstring(written)
    assert category.get("type") == "category"
    assert all(question.get("type") != "category" for question in questions)
    return questions


@BOTH
def test_moodle_xml_says_the_same(exercises):
    quiz = ET.fromstring(moodle(exercises, SET).encode())
    assert quiz.tag == "quiz" and len(quiz) == len(exercises) + 1
    assert quiz[0].findtext("category/text") == f"$course$/top/{SET}"
    for question, exercise in zip(quiz[1:], exercises, strict=True):
        assert question.findtext("name/text") == flat(exercise.id)
        assert question.findtext("idnumber") == f"{code_of(exercises)}-{flat(exercise.id)}"
        assert question.findtext("tags/tag/text") == exercise.kind
        assert moodle_says(question) == said(exercise)
        assert {e.get("format") for e in question.iter() if e.get("format")} == {"html"}


@BOTH
def test_moodle_gets_one_choice_or_an_essay_with_its_rubric(exercises):
    quiz = moodle_questions(moodle(exercises, SET).encode())
    for question, exercise in zip(quiz, exercises, strict=True):
        worth = 1 if exercise.answers else len(exercise.rubric)
        assert question.findtext("defaultgrade") == str(worth)
        if exercise.answers:
            assert (question.get("type"), question.findtext("single")) == ("multichoice", "true")
            assert question.findtext("shuffleanswers") == "false"
            assert question.find("graderinfo") is None
        else:
            assert question.get("type") == "essay"
            assert shown(question.findtext("graderinfo/text")) == list(map(flat, exercise.rubric))
            assert question.findtext("responseformat") == "editor"


# --- GIFT -----------------------------------------------------------------------------------


def plainly(text: str) -> str:
    return re.sub(r"\\([~=#{}:\\])", r"\1", text).removeprefix("[html]")


@pytest.mark.parametrize(
    "exercises",
    [PLAIN, tuple(choice(f"v-{n}", "a<b & ~w =z # h : c %50% \\: 中文") for n in range(9))],
    ids=["plain", "signs"],
)
def test_gift_is_read_by_pygiftparser(exercises):
    """Its parser ends an answer at an escaped brace, so there is none here; see the next test."""
    found = gift_parser.parseFile(io.StringIO(gift(exercises, SET)))
    assert len(found) == len(exercises)
    for question, exercise in zip(found, exercises, strict=True):
        assert question.valid and question.title == exercise.id
        assert type(question.answers).__name__ == ("SelectSet" if exercise.answers else "Essay")
        answers = [
            (*shown(plainly(a.answer)), a.fraction == 100, *shown(plainly(a.feedback)))
            for a in getattr(question.answers, "answers", [])
        ]
        reasons = "".join(shown(plainly(question.generalFeedback)))
        assert (shown(plainly(question.text)), answers, reasons) == said(exercise)


ESCAPED = {sign: f"\ue000{n}\ue001" for n, sign in enumerate("~=#{}:\\")}


def hidden(text: str) -> str:
    """Escaped signs put out of sight, as Moodle's importer does before it looks for any other."""
    return re.sub(r"\\([~=#{}:\\])", lambda found: ESCAPED[found[1]], text)


def back(text: str) -> str:
    for sign, mark in ESCAPED.items():
        text = text.replace(mark, sign)
    return text


def gift_read(text: str) -> list[tuple]:
    """GIFT by its documented rules: blank lines part questions, the first braces hold answers."""
    found = []
    category, *blocks = re.split(r"\n\s*\n", hidden(text).strip())
    assert category == f"$CATEGORY: $course$/top/{SET}"
    for one in blocks:
        number, block = one.split("\n", 1)
        assert re.fullmatch(r"// \[id:[0-9a-f]{8}-[^]]+\] \[tag:\w+\]", number)
        assert "//" not in {line.strip()[:2] for line in block.splitlines()}, "a comment"
        name, stem, inside = re.fullmatch(r"::(.*?)::\[html\](.*?)\{(.*?)\}", block, re.S).groups()
        answers, (inside, _, why) = [], inside.partition("####")
        reasons = "".join(shown(back(why.strip().removeprefix("[html]"))))
        for mark, answer in re.findall(r"([=~])([^=~]*)", inside):
            label, _, feedback = answer.partition("#")
            texts = [back(t.strip().removeprefix("[html]")) for t in (label, feedback)]
            answers.append((*shown(texts[0]), mark == "=", "".join(shown(texts[1]))))
        found.append((back(name), shown(back(stem)), answers, reasons))
    return found


@BOTH
def test_gift_says_the_same_by_its_documented_rules(exercises):
    found = gift_read(gift(exercises, SET))
    assert found == [(flat(e.id), *said(e)) for e in exercises]


def test_every_text_in_gift_names_its_format():
    for answer in re.findall(r"^[=~](.*)$", gift(NASTY, SET), re.M):
        assert answer.startswith("[html]<p>") and "#[html]<p>" in answer


# --- Canvas ---------------------------------------------------------------------------------

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


def package(archive: bytes) -> tuple[ET.Element, ET.Element]:
    """The manifest, and the assessment that it points at."""
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        assert files.testzip() is None
        manifest = ET.fromstring(files.read("imsmanifest.xml"))
        hrefs = [e.get("href") for e in manifest.iter() if e.tag.endswith("}file")]
        assert set(hrefs) <= set(files.namelist())
        (assessment,) = [
            ET.fromstring(files.read(href)) for href in hrefs if not href.endswith("_meta.xml")
        ]
    return manifest, assessment


def qti_says(item: ET.Element) -> tuple:
    reading = shown(item.findtext(f"{QTI}presentation/{QTI}material/{QTI}mattext"))
    right = [
        condition.findtext(f".//{QTI}varequal")
        for condition in item.iter(f"{QTI}respcondition")
        if condition.findtext(f"{QTI}setvar") == "100"
    ]
    reasons = {
        e.get("ident"): e.findtext(f".//{QTI}mattext") for e in item.iter(f"{QTI}itemfeedback")
    }
    answers = [
        (
            *shown(label.findtext(f".//{QTI}mattext")),
            [label.get("ident")] == right,
            "".join(shown(reasons.get(f"{label.get('ident')}_fb", ""))),
        )
        for label in item.iter(f"{QTI}response_label")
        if label.find(f"{QTI}material") is not None
    ]
    return reading, answers, "".join(shown(reasons.get("general_fb", "")))


@BOTH
def test_the_package_for_canvas_says_the_same(exercises):
    _manifest, assessment = package(canvas(exercises, "Seminar & more"))
    assert assessment.find(f"{QTI}assessment").get("title") == "Seminar & more"
    items = list(assessment.iter(f"{QTI}item"))
    assert [item.get("title") for item in items] == [flat(e.id) for e in exercises]
    assert len({item.get("ident") for item in items}) == len(items)
    for item, exercise in zip(items, exercises, strict=True):
        entries = [e.text for e in item.iter(f"{QTI}fieldentry")]
        assert entries[0] == ("multiple_choice_question" if exercise.answers else "essay_question")
        assert entries[1] == str(1 if exercise.answers else len(exercise.rubric))
        assert qti_says(item) == said(exercise)


@pytest.fixture(scope="session")
def dtd() -> etree.DTD:
    """The IMS’s own definition of QTI 1.2, from an archive that `make test` fetches."""
    kept = Path(sys.prefix, "share", "test-files")
    archives = list(kept.glob("pyslet-*.tar.gz"))
    assert archives, f"{kept} lacks pyslet’s archive; run: make .venv/.test"
    with tarfile.open(archives[0]) as archive:
        (name,) = [n for n in archive.getnames() if n.endswith("qtiv1p2p1/ims_qtiasiv1p2p1.dtd")]
        return etree.DTD(archive.extractfile(name))


def judged(dtd: etree.DTD, assessment: ET.Element) -> str:
    """What the definition has against an assessment; it is older than namespaces."""
    plain = etree.fromstring(ET.tostring(assessment))
    for element in plain.iter():
        element.tag = etree.QName(element).localname
    plain.attrib.clear()
    etree.cleanup_namespaces(plain)
    dtd.validate(plain)
    return str(dtd.error_log)


@BOTH
def test_the_package_for_canvas_is_qti_by_its_definition(dtd, exercises):
    _manifest, assessment = package(canvas(exercises, "Seminar & more"))
    assert judged(dtd, assessment) == ""
    next(assessment.iter(f"{QTI}item")).attrib.pop("ident")
    assert "does not carry attribute ident" in judged(dtd, assessment)


def test_the_package_for_canvas_knows_no_clock():
    with zipfile.ZipFile(io.BytesIO(canvas(PLAIN, "Seminar"))) as files:
        entries = files.infolist()
        manifest = files.read("imsmanifest.xml").decode()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.compress_type) for entry in entries} == {(3, 0)}
    assert "<imsmd:dateTime>1980-01-01<" in manifest


def test_without_text2qti_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "text2qti.quiz", None)
    with pytest.raises(
        CrisisPathsError, match=r"needs text2qti; .* \"crisis-paths\[instructor\]\"\.$"
    ):
        canvas(PLAIN, "Seminar")


# --- Blackboard -----------------------------------------------------------------------------


def unnumbered(label: str) -> str:
    """The reader takes a number before an answer for its place in the list, and drops it."""
    return label.removeprefix("1. ")


@BOTH
def test_blackboard_is_read_by_qti_package_maker(exercises):
    lines = blackboard(exercises).splitlines()
    assert len(lines) == len(exercises)
    for line, exercise in zip(lines, exercises, strict=True):
        if not exercise.answers:
            continue  # its reader knows no essays; see the next test
        item = make_item_cls_from_line(line)
        assert item.item_type == "MC"
        assert shown(item.question_text) == list(reading(exercise))
        choices = [unescape(choice) for choice in item.choices_list]
        assert choices == [unnumbered(flat(a.label)) for a in shuffled(exercise)]
        assert unescape(item.answer_text) == unnumbered(flat(exercise.right.label))


@BOTH
def test_blackboard_fields_are_as_documented(exercises):
    assert blackboard(exercises).isascii()
    rows = list(csv.reader(io.StringIO(blackboard(exercises)), delimiter="\t"))
    assert len(rows) == len(exercises)
    for (kind, question, *rest), exercise in zip(rows, exercises, strict=True):
        assert shown(question) == list(reading(exercise))
        if exercise.answers:
            assert kind == "MC" and rest[1::2].count("correct") == 1
            assert set(rest[1::2]) == {"correct", "incorrect"}
            assert unescape(rest[rest.index("correct") - 1]) == flat(exercise.right.label)
        else:
            assert kind == "ESS" and shown(rest[0]) == list(map(flat, exercise.rubric))


def test_a_large_set_is_cut_for_blackboard():
    many = tuple(choice(f"x-{n}") for n in range(501))
    made = files(many)
    parts = [made[f"blackboard-{n}.txt"].decode().splitlines() for n in (1, 2, 3)]
    assert [len(part) for part in parts] == [250, 250, 1]
    assert [line for part in parts for line in part] == blackboard(many).splitlines()


# --- Paper and keys -------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("name", ["sheet.html", "sheet-word.html"])
def test_a_sheet_shows_everything_but_the_key(exercises, name):
    page = BeautifulSoup(files(exercises)[name], "html.parser")
    sections = page("section")
    assert page.find("script") is None and len(sections) == len(exercises)
    for number, (section, exercise) in enumerate(zip(sections, exercises, strict=True), 1):
        assert section.h2.get_text() == f"{number} · {flat(exercise.id)}"
        blocks = [block.get_text() for block in section("p")]
        assert tuple(blocks[: len(reading(exercise))]) == reading(exercise)
        labels = [item.get_text() for item in section("li")]
        assert labels == [flat(answer.label) for answer in shuffled(exercise)]


KEYS = ("section 3", "names both sides", "adjusted", "correct", "right")


@pytest.mark.parametrize("name", ["sheet.html", "sheet-word.html", "sheet.txt"])
def test_no_sheet_holds_a_key(name):
    made = files(PLAIN)
    text = re.sub(r"<style>.*?</style>", "", made[name].decode(), flags=re.S)
    assert "Adjusted, strong" in text
    assert not [word for word in KEYS if word in text]
    key = made["key.html"].decode()
    assert all(word in key for word in ("section 3", "names both sides", "adjusted"))


@BOTH
def test_both_keys_name_the_letter_on_the_sheet(exercises):
    made = files(exercises)
    sheet = BeautifulSoup(made["sheet.html"], "html.parser")("section")
    key = BeautifulSoup(made["key.html"], "html.parser")("section")
    table = list(csv.DictReader(io.StringIO(made["key.csv"].decode("utf-8-sig"))))
    words = list(csv.DictReader(io.StringIO(made["gift-key.csv"].decode("utf-8-sig"))))
    assert [(row["id"], row["right"]) for row in words] == [
        (flat(e.id), flat(e.right.label).replace("=", "'=", flat(e.right.label)[0] == "="))
        for e in exercises
        if e.right
    ]
    for row, page, answer, exercise in zip(table, sheet, key, exercises, strict=True):
        assert (row["id"], row["kind"]) == (flat(exercise.id), exercise.kind)
        if not exercise.answers:
            assert row["right"] == "" and answer.find(class_="right") is None
            continue
        labels = [item.get_text() for item in page("li")]
        assert labels["ABCDEFGH".index(row["right"])] == flat(exercise.right.label)
        assert answer.find(class_="right").get_text() == f"Right: {row['right']}"
        assert row["facts"] == "; ".join(f"{n}={flat(v)}" for n, v in exercise.facts)


def test_the_key_opens_in_a_spreadsheet_and_begins_no_formula():
    told = Exercise("=1+1", ExerciseKind.CRITIQUE, (), "What?", (), ("r",), (("@a", "-2"),))
    assert key_table([told]) == b"\xef\xbb\xbfid,kind,right,facts\r\n'=1+1,critique,,'@a=-2\r\n"


def test_the_plain_sheet_letter_by_letter():
    first = files(PLAIN)["sheet.txt"].decode().split("\n\n\n")[0]
    letters = [f"{letter}. {answer.label}" for letter, answer in lettered(PLAIN[0])]
    assert first.splitlines()[-3:] == letters and first.startswith("1. [x-1]\n\nNorland: one\n")


# --- Order ----------------------------------------------------------------------------------


def test_answers_are_shuffled_by_id_and_not_by_the_order_given():
    turned = [
        Exercise(e.id, e.kind, e.vignette, e.ask, e.answers[::-1], (), e.facts)
        for e in PLAIN
        if e.right
    ]
    assert [shuffled(e) for e in turned] == [shuffled(e) for e in PLAIN if e.right]


def test_no_letter_is_right_much_more_often_than_another():
    table = key_table(choice(f"x-{n}") for n in range(600)).decode("utf-8-sig")
    key = csv.DictReader(io.StringIO(table))
    times = [row["right"] for row in key]
    assert all(150 < times.count(letter) < 250 for letter in "ABC")


# --- Any text at all ------------------------------------------------------------------------

TEXT = st.text(max_size=60)
LABELS = st.lists(TEXT.filter(flat), min_size=2, max_size=5, unique_by=flat)


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT.filter(flat), LABELS, TEXT)
def test_any_text_comes_back(vignette, ask, labels, feedback):
    answers = tuple(Answer(label, not n, feedback) for n, label in enumerate(labels))
    exercises = checked([Exercise("x-1", ExerciseKind.FLIP, (vignette,), ask, answers)])
    expected = said(exercises[0])
    (question,) = moodle_questions(moodle(exercises, SET).encode("utf-8"))
    (item,) = package(canvas(exercises, "t"))[1].iter(f"{QTI}item")
    assert moodle_says(question) == expected
    assert gift_read(gift(exercises, SET)) == [("x-1", *expected)]
    assert qti_says(item) == expected
    fields = blackboard(exercises).rstrip("\n").split("\t")
    assert shown(fields[1]) == expected[0]
    assert list(zip(map(unescape, fields[2::2]), fields[3::2], strict=True)) == [
        (label, "correct" if right else "incorrect") for label, right, _why in expected[1]
    ]


# --- What a system grades by itself, and what a person has to ---------------------------------

PAPER = {"key.csv", "key.html", "sheet.html", "sheet-word.html", "sheet.txt"}
IMPORTED = ("moodle{}.xml", "gift{}.txt", "canvas{}.zip", "blackboard{}.txt", "qti{}.zip")
CLOSED = {name.format("") for name in (*IMPORTED, "gift-key.csv", "brightspace{}.csv")}
OPEN = {name.format("-open") for name in (*IMPORTED, "brightspace{}.csv")}
NAMES = PAPER | CLOSED | OPEN


def imported(made: dict[str, bytes], part: str = "") -> dict[str, list[tuple[str, bool]]]:
    """Which questions each system gets, and whether it can grade them by itself."""
    quiz = moodle_questions(made[f"moodle{part}.xml"])
    gift_questions = gift_parser.parseFile(io.StringIO(made[f"gift{part}.txt"].decode()))
    items = list(package(made[f"canvas{part}.zip"])[1].iter(f"{QTI}item"))
    lines = made[f"blackboard{part}.txt"].decode().splitlines()
    return {
        "moodle": [(q.findtext("name/text"), q.get("type") == "multichoice") for q in quiz],
        "gift": [(q.title, type(q.answers).__name__ == "SelectSet") for q in gift_questions],
        "canvas": [
            (item.get("title"), next(item.iter(f"{QTI}fieldentry")).text != "essay_question")
            for item in items
        ],
        "blackboard": [(shown(line.split("\t")[1])[-1], line[:3] == "MC\t") for line in lines],
    }


def test_no_file_mixes_questions_that_a_system_grades_with_those_that_a_person_has_to():
    """A quiz with an essay in it gets no grade until somebody has marked it."""
    made = files(PLAIN)
    assert set(made) == NAMES
    for part, closed in (("", True), ("-open", False)):
        for system, questions in imported(made, part).items():
            wanted = [e for e in PLAIN if bool(e.answers) is closed]
            names = [e.ask if system == "blackboard" else e.id for e in wanted]
            assert questions == [(name, closed) for name in names], system
    keyed = csv.DictReader(io.StringIO(made["key.csv"].decode("utf-8-sig")))
    assert [row["id"] for row in keyed] == [e.id for e in PLAIN]


@pytest.mark.parametrize(("exercises", "names"), [(PLAIN[:1], CLOSED), (PLAIN[1:2], OPEN)])
def test_a_set_of_one_sort_has_the_files_of_that_sort_alone(exercises, names):
    assert set(files(exercises)) == PAPER | names


def test_the_two_packages_for_canvas_can_both_be_imported():
    """Canvas replaces what has the same identifier."""
    made = files(PLAIN)
    both = [package(made[name]) for name in ("canvas.zip", "canvas-open.zip")]
    ids = [{e.get("identifier") for e in m.iter() if e.get("identifier")} for m, _a in both]
    titles = {a.find(f"{QTI}assessment").get("title") for _m, a in both}
    assert ids[0] and ids[0].isdisjoint(ids[1])
    code = code_of(PLAIN)
    assert titles == {
        f"Crisis Paths, set {code}: exercises",
        f"Crisis Paths, set {code}: open questions",
    }


# --- Two sets in one course -------------------------------------------------------------------


def numbers(made: dict[str, bytes]) -> list[str]:
    """Every number and every category by which a system knows what is in a set."""
    found = []
    for part in ("", "-open"):
        quiz = ET.fromstring(made[f"moodle{part}.xml"])
        found += [e.text for e in quiz.iter("idnumber")]
        found += [e.findtext("text") for e in quiz.iter("category")]
        written = made[f"gift{part}.txt"].decode()
        found += [f"gift {name}" for name in re.findall(r"\[id:(.*?)\]", written)]
        found += [f"gift {name}" for name in re.findall(r"^\$CATEGORY: .*", written, re.M)]
        manifest, assessment = package(made[f"canvas{part}.zip"])
        found += [e.get("identifier") for e in manifest.iter() if e.get("identifier")]
        found += [item.get("ident") for item in assessment.iter(f"{QTI}item")]
        found.append(assessment.find(f"{QTI}assessment").get("title"))
    return found


def test_two_sets_never_mix():
    one, other = (numbers(files(generated(seed, 40))) for seed in ("spring", "autumn"))
    assert len(one) > 120 and not set(one) & set(other)
    assert numbers(files(generated("spring", 40))) == one


def test_results_stay_hidden_in_canvas_until_they_are_shown():
    with zipfile.ZipFile(io.BytesIO(canvas(PLAIN, "Seminar"))) as archive:
        (name,) = [n for n in archive.namelist() if n.endswith("assessment_meta.xml")]
        told = ET.fromstring(archive.read(name))
    settings = {element.tag.partition("}")[2]: element.text for element in told.iter()}
    assert settings["show_correct_answers"] == "false" and settings["hide_results"] == "always"


# --- Half right -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["code", "predict", "flip"])
def test_half_right_earns_half_where_the_system_can_carry_it(kind):
    made = generated("halves", 12, [kind])
    quiz = moodle_questions(moodle(made, SET).encode())
    parsed = gift_parser.parseFile(io.StringIO(gift(made, SET)))
    halves = 0
    for exercise, question, line in zip(made, quiz, parsed, strict=True):
        worth = [100 * points for points in credit(exercise).values()]
        assert [float(a.get("fraction")) for a in question.iter("answer")] == worth
        assert [a.fraction for a in line.answers.answers] == worth
        assert question.findtext("single") == "true" and worth.count(100) == 1
        halves += worth.count(50)
    assert halves


def test_reasons_stand_once_and_answers_have_a_sentence_each():
    for question in moodle_questions(moodle(generated("reasons", 30, ["flip"]), SET).encode()):
        (reasons,) = shown(question.findtext("generalfeedback/text"))
        assert "section 3" in reasons
        for answer in question.iter("answer"):
            (sentence,) = shown(answer.findtext("feedback/text"))
            assert len(sentence.split()) <= 25 and sentence.count(".") == 1
            assert sentence not in shown(question.findtext("generalfeedback/text"))


def test_many_open_questions_are_cut_for_blackboard_as_well():
    made = files(essay(f"o-{n}") for n in range(251))
    parts = [made[f"blackboard-open-{n}.txt"].splitlines() for n in (1, 2)]
    assert [len(part) for part in parts] == [250, 1] and "blackboard-open.txt" not in made


# --- Files ----------------------------------------------------------------------------------


def test_all_files_are_written_into_a_new_folder(tmp_path):
    written = write_new(tmp_path / "set", files(PLAIN))
    assert written == tmp_path / "set" and set(tmp_path.iterdir()) == {written}
    assert {path.name: path.read_bytes() for path in written.iterdir()} == files(PLAIN)
    assert {path.name for path in written.iterdir()} == NAMES
    assert (tmp_path / "set").stat().st_mode & 0o777 == 0o777 & ~_umask()


def _umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now


DIGEST = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from test_exports import NASTY, files
print(hashlib.sha256(repr(sorted(files(NASTY).items())).encode()).hexdigest())
"""


def test_another_process_another_day_writes_the_same_bytes():
    here = hashlib.sha256(repr(sorted(files(NASTY).items())).encode()).hexdigest()
    command = [sys.executable, "-c", DIGEST, str(Path(__file__).parent)]
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == here, done.stderr


def refused(tmp_path: Path, exercises: tuple, folder: Path) -> str:
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(CrisisPathsError) as error:
        write_new(folder, files(exercises))
    assert sorted(tmp_path.rglob("*")) == before, "something was left"
    message = str(error.value)
    assert "\n" not in message and message.endswith(".")
    return message


def test_an_existing_folder_is_refused_and_left_alone(tmp_path):
    (tmp_path / "set").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("set", "link", "."):
        assert "exists already" in refused(tmp_path, PLAIN, tmp_path / name)


def test_a_folder_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    for place in ("file/set", "missing/set"):
        assert "cannot be written (N" in refused(tmp_path, PLAIN, tmp_path / place)


def test_a_full_disk_leaves_nothing(tmp_path, monkeypatch):
    def full(path, contents):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert "No space left" in refused(tmp_path, PLAIN, tmp_path / "set")


def with_answers(*labels: str) -> Exercise:
    answers = tuple(Answer(label, not n, "") for n, label in enumerate(labels))
    return Exercise("x-1", ExerciseKind.CODE, (), "What?", answers)


@pytest.mark.parametrize(
    ("exercises", "message"),
    [
        ((), "no exercises"),
        ((choice(" "),), "one of them is empty"),
        ((Exercise("x", ExerciseKind.CODE, (), "\n", (), ("r",)),), "one of them is empty"),
        ((choice("x" * 91),), "at most 90 characters"),
        ((with_answers("one"),), "1 answers; it must have between 2 and 20"),
        ((with_answers(*map(str, range(21))),), "21 answers; it must have between 2 and 20"),
        ((with_answers("one", "one\n"),), "two alike"),
        ((with_answers("one", "\t"),), "an empty answer"),
        ((choice("x-1"), essay("x-1")), "more than once: x-1"),
        (
            (essay("a"), Exercise("b", ExerciseKind.CODE, ("Norland.",), "Argue a.", (), ("r",))),
            "alike",
        ),
    ],
)
def test_what_no_system_could_take_is_refused(tmp_path, exercises, message):
    assert message in refused(tmp_path, exercises, tmp_path / "set")


def test_an_answer_without_feedback_has_none_anywhere():
    bare = (with_answers("one", "two"),)
    assert "#" not in gift(bare, SET)
    (item,) = package(canvas(bare, "t"))[1].iter(f"{QTI}item")
    assert list(item.iter(f"{QTI}itemfeedback")) == []
    assert moodle_says(moodle_questions(moodle(bare, SET))[0]) == said(bare[0])
