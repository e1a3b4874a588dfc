"""What a form in a page makes and grades is what the command makes and grades, byte for byte."""

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from assigned import CHOICES, ESSAY, HALF, MADE, RECIPE, RIGHT, SEED, filled
from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.command import main
from crisis_paths.exercises.formats.exports import SYSTEMS
from crisis_paths.exercises.grading import handed_up
from crisis_paths.exercises.grading.handed_up import opened
from crisis_paths.exercises.grading.nbgrader_notebook import source_notebook
from crisis_paths.exercises.make.phrases import start
from crisis_paths.tables.reading import folder
from crisis_paths.views.instructors.answered import checked, made

FIRST = min(CHOICES)


def ticked(*kinds: str) -> dict[str, str]:
    return {f"kind-{kind}": "on" for kind in kinds}


def packed(contents: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return stream.getvalue()


def file(name: str, content: bytes) -> dict:
    return {"name": name, "content": content}


# --- A set ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seed", "count", "kinds", "level"),
    [
        ("spring", "12", (), "mixed"),
        ("Grüße, 李娜", "9", ("code", "critique"), "hard"),
        ("x & <y>", "7", ("flip",), "easy"),
    ],
)
def test_a_set_made_in_a_page_is_the_command_s(tmp_path, capsys, seed, count, kinds, level):
    out = tmp_path / "set"
    typed = ["make", "--seed", seed, "--count", count, "--level", level, "--out", str(out)]
    assert main([*typed, *(["--kinds", ",".join(kinds)] if kinds else [])]) == 0
    written = {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}
    fields = {"seed": seed, "count": count, "level": level, **ticked(*kinds)}
    found: dict[str, bytes] = {}
    for system in SYSTEMS:
        answer = made(fields, system)
        found |= {one.name: one.content for one in answer.files}
        assert answer.html.count("<section>") == 3
    assert found == written
    assert {one.name for one in made(fields, "all").files} == set(written)


def test_own_sentences_make_the_command_s_set_as_well(tmp_path, capsys):
    bank = start(tmp_path / "bank.csv")
    typed = ["make", "--seed", "own", "--count", "4", "--phrases", str(bank)]
    assert main([*typed, "--out", str(tmp_path / "set")]) == 0
    fields = {"seed": "own", "count": "4", "phrases": [file("bank.csv", bank.read_bytes())]}
    (gift, _key) = made(fields | ticked("code", "predict", "flip", "critique"), "gift").files[:2]
    assert gift.content == (tmp_path / "set" / "gift.txt").read_bytes()


def test_a_preview_has_three_questions_and_no_file_and_is_escaped():
    text = (folder() / "phrases.csv").read_text("utf-8").replace("{state}", "{state}<img src=x>")
    fields = {"seed": "s", "count": "5", "phrases": [file("bank.csv", text.encode())]}
    answer = made(fields, "preview")
    assert answer.html.count("<section>") == 3 and not answer.files
    assert "<img" not in answer.html and "&lt;img src=x&gt;" in answer.html


@pytest.mark.parametrize(
    ("fields", "asked", "says"),
    [
        ({"count": "0", "seed": "s"}, "gift", "count"),
        ({"count": "many", "seed": "s"}, "gift", "count"),
        ({"count": "9" * 400, "seed": "s"}, "gift", "count"),
        ({"count": "3", "seed": "s", "kinds": "on"}, "gift", "No kind is chosen"),
        ({"count": "3", "seed": ""}, "gift", "seed"),
        ({"count": "3", "seed": "s", "level": "steep"}, "gift", "level"),
        ({"count": "3", "seed": "s"}, "olat", "no files for 'olat'"),
        ({"seed": "s", "phrases": [file("b.csv", b"") | {"size": 9**9}]}, "gift", "too large"),
        ({"seed": "s", "phrases": [file("b.csv", b"\xff\xfe\x00")]}, "gift", "b.csv"),
        ({"seed": "s", "phrases": [file("b.csv", b"a"), file("c.csv", b"a")]}, "gift", "one file"),
    ],
)
def test_what_makes_no_set_is_refused_in_a_sentence(fields, asked, says):
    with pytest.raises(CrisisPathsError, match=says):
        made(fields, asked)


def test_settings_left_out_are_the_command_s():
    assert made({"seed": "s"}, "preview").said.startswith("40 exercises")


# --- Grades -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def notebook(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("notebook") / "ps1.ipynb"
    path.write_bytes(source_notebook(MADE, RECIPE.label(MADE)))
    return path


def handed(notebook: Path, answers: dict[int, str], essay: str = ESSAY) -> bytes:
    return json.dumps(filled(notebook, answers, essay)).encode()


@pytest.fixture(scope="module")
def school(notebook) -> dict[str, bytes]:
    """Thirty notebooks: eighteen as one wishes them, twelve broken or hostile ones."""
    right = handed(notebook, RIGHT)
    half = handed(notebook, {n: letter or RIGHT[n] for n, letter in HALF.items()})
    loud, gone, other, old = (json.loads(right) for _n in range(4))
    loud["cells"][2]["outputs"] = [{"name": "stdout", "text": "x" * 5_000_000}]
    gone["cells"] = [cell for cell in gone["cells"] if "-answer" not in json.dumps(cell)]
    other["metadata"]["crisis_paths"]["digest"] = "0" * 32
    old = {"metadata": old["metadata"], "worksheets": [{"cells": old["cells"]}]}
    start = f"answer_{FIRST} = "
    outlive = "import subprocess\nsubprocess.Popen(['touch', 'ran'])"
    bad = {
        "torn": right[:2000],
        "latin": '{"cells": ["ü"]}'.encode("latin-1"),
        "nothing": b"",
        "deep": b"[" * 200_000,
        "no list": b'{"cells": {"a": 1}, "metadata": []}',
        "gone": json.dumps(gone).encode(),
        "other": json.dumps(other).encode(),
        "=SUM(1+1)": right,
        "<script>alert(1)</script>".replace("/", ""): handed(
            notebook, RIGHT | {FIRST: f"{start}'<img src=x onerror=alert(1)>'"}
        ),
        "endless": handed(notebook, RIGHT | {FIRST: f"{start}'z'\nwhile True: pass\n{outlive}"}),
        "loud": json.dumps(loud).encode(),
        "old": json.dumps(old).encode(),
    }
    good = {f"student {n:02}": half if n % 3 else right for n in range(18)}
    return {f"{name}.ipynb": content for name, content in (good | bad).items()}


def test_a_class_of_thirty_is_graded_as_the_command_does(tmp_path, capsys, school):
    assert len(school) == 30
    submitted = tmp_path / "submitted-notebooks"
    submitted.mkdir()
    for name, content in school.items():
        (submitted / name).write_bytes(content)
    for separator in (",", ";"):
        out = tmp_path / f"grades{ord(separator)}.csv"
        typed = ["check", str(submitted), "--seed", SEED, "--out", str(out)]
        assert main([*typed, "--separator", separator]) == 0
        ways = (
            [file(name, content) for name, content in school.items()],
            [file("all.zip", packed(school))],
            [file("all.zip", packed({f"class/{n}": c for n, c in school.items()}))],
        )
        for files in ways:
            answer = checked({"seed": SEED, "submissions": files, "separator": separator})
            (grades,) = answer.files
            assert grades.name == "grades.csv" and grades.content == out.read_bytes()
            assert answer.html.count("<tr>") == 31
            assert "<script" not in answer.html and "<img" not in answer.html
    assert answer.said.startswith("30 submissions. Not graded: 6")
    assert not Path("ran").exists() and not list(tmp_path.rglob("ran"))


def test_nothing_that_is_handed_in_is_imported_or_run(school):
    before = set(sys.modules)
    checked({"seed": SEED, "submissions": [file("all.zip", packed(school))]})
    assert not {name for name in set(sys.modules) - before if "nbformat" in name}


@pytest.mark.parametrize(
    "place",
    [
        "{}/ps1/ps1.ipynb",
        "submitted/{}/ps1/ps1.ipynb",
        "course/submitted/{}/ps1/ps1.ipynb",
        "course/{}/ps1/ps1.ipynb",
        "{}/ps1.ipynb",
        "{}.ipynb",
        "week\\{}.ipynb",
        "../../{}.ipynb",
    ],
)
def test_a_zip_of_any_known_shape_says_whose_each_is(notebook, place):
    contents = {place.format(name): notebook.read_bytes() for name in ("ana", "ben")}
    contents |= {"__MACOSX/._ana.ipynb": b"", ".ipynb_checkpoints/ana.ipynb": b"", "a.txt": b""}
    assert [one.student for one in opened([("all.zip", packed(contents))])] == ["ana", "ben"]


def test_a_bad_zip_is_refused_and_a_bad_entry_is_a_row(notebook, monkeypatch):
    content = notebook.read_bytes()
    with pytest.raises(CrisisPathsError, match=r"all\.zip cannot be opened as a zip"):
        opened([("all.zip", b"PK\x03\x04 and so on")])
    with pytest.raises(CrisisPathsError, match="There is no notebook"):
        opened([("all.zip", packed({"a.txt": b""}))])
    twice = opened(
        [("all.zip", packed({"ana/a.ipynb": content, "ana/b.ipynb": content, "b.ipynb": content}))]
    )
    assert [one.student for one in twice] == ["ana", "b"] and "2 notebooks" in twice[0].fault
    broken = bytearray(packed({"ana.ipynb": content, "ben.ipynb": content}))
    broken[200] ^= 0xFF
    ana, ben = opened([("all.zip", bytes(broken))])
    assert "cannot be unpacked" in ana.fault and not ben.fault
    monkeypatch.setattr(handed_up, "MOST", 1)
    with pytest.raises(CrisisPathsError, match="more than 1 notebooks"):
        opened([("all.zip", packed({"ana.ipynb": content, "ben.ipynb": content}))])
    assert opened([("essay.docx", b"PK")])[0].fault == "essay.docx is neither a notebook nor a zip."


def test_a_wrong_seed_and_no_label_are_said(notebook):
    files = [file("ana.ipynb", notebook.read_bytes())]
    with pytest.raises(CrisisPathsError, match="does not give the set"):
        checked({"seed": "another", "submissions": files})
    with pytest.raises(CrisisPathsError, match="No notebook says"):
        checked({"seed": SEED, "submissions": [file("ana.ipynb", b'{"cells": []}')]})
    with pytest.raises(CrisisPathsError, match="There is no notebook"):
        checked({"seed": SEED})
