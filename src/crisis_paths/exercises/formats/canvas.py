"""Write exercises as a QTI package for Canvas, made by text2qti.

text2qti (https://github.com/gpoore/text2qti) reads a quiz written in a kind of Markdown and makes
the package. Here each text is a block of HTML, which Markdown leaves as it is; only the three
signs that text2qti itself looks for inside it are written as references.

Examples
--------
>>> from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
>>> yes, no = Answer("Yes", True, "It is."), Answer("No", False, "It is.")
>>> exercise = Exercise("x-1", ExerciseKind.CODE, (), "Costs it $1?", (yes, no))
>>> print(quiz_text([exercise], "Seminar"))
Quiz title: Seminar
Show correct answers: false
<BLANKLINE>
Title: x-1
1. <p>Costs it &#36;1?</p>
*A) <p>Yes</p>
... <p>It is.</p>
B) <p>No</p>
... <p>It is.</p>
<BLANKLINE>
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZipFile

from crisis_paths.exercises.formats.archive import DAY, packed
from crisis_paths.exercises.make.credit import points
from crisis_paths.exercises.make.exercise import Exercise
from crisis_paths.exercises.make.text_layout import flat, lettered, paragraphs, reading
from crisis_paths.extras import extra
from crisis_paths.i18n import _

_LIVE = str.maketrans({"$": "&#36;", "`": "&#96;", "\\": "&#92;"})


def quiz_text(exercises: Iterable[Exercise], title: str) -> str:
    """Return what text2qti reads: the quiz in its own notation.

    Results stay hidden until the instructor shows them. An open question is an essay, worth a
    point for each line of its rubric; Canvas takes no notes for the grader, so the rubric stands
    on the key sheet only. It knows no half credit for a single choice.
    """
    head = f"Quiz title: {flat(title)}\nShow correct answers: false\n"
    return "\n".join([head, *map(_question, exercises)])


def canvas(exercises: Iterable[Exercise], title: str) -> bytes:
    """Return what Canvas imports: a zip archive, the same bytes for the same exercises.

    Raises
    ------
    MissingExtraError
        If text2qti is not installed.
    """
    with extra("instructor", _("The export for Canvas")):
        from text2qti.config import Config
        from text2qti.qti import QTI
        from text2qti.quiz import Quiz
        from text2qti.xml_imsmanifest import imsmanifest
    qti = QTI(Quiz(quiz_text(exercises, title), config=Config()))
    qti.imsmanifest_xml = imsmanifest(
        manifest_identifier=qti.manifest_identifier,
        assessment_identifier=qti.assessment_identifier,
        dependency_identifier=qti.dependency_identifier,
        images=qti.quiz.images,
        date="{}-{:02}-{:02}".format(*DAY),
    )
    with ZipFile(BytesIO(qti.zip_bytes())) as dated:
        return packed({name: dated.read(name) for name in dated.namelist()})


def _question(exercise: Exercise) -> str:
    answers = "".join(_answers(exercise)) or "___\n"
    why = f"... {_html(exercise.reasons)}\n" if flat(exercise.reasons) else ""
    worth = "" if exercise.answers else f"Points: {points(exercise):g}\n"
    title = f"Title: {flat(exercise.id)}\n{worth}"
    return f"{title}1. {_html(*reading(exercise))}\n{why}{answers}"


def _answers(exercise: Exercise) -> Iterator[str]:
    for letter, answer in lettered(exercise):
        yield f"{'*' if answer.right else ''}{letter}) {_html(answer.label)}\n"
        if flat(answer.feedback):
            yield f"... {_html(answer.feedback)}\n"


def _html(*texts: str) -> str:
    return paragraphs(*texts).translate(_LIVE)
