"""The command: what it writes, and what it says in one sentence where it cannot."""

import csv
import hashlib
import io
import re
import sys
from pathlib import Path

import nbformat
import pytest

from crisis_paths.exercises.cli_parser import parser
from crisis_paths.exercises.command import main
from crisis_paths.exercises.formats.exports import files
from crisis_paths.exercises.make.recipe import Recipe

MAKE = ["make", "--seed", "spring", "--count", "4"]
ASSIGN = ["assignment", "--seed", "spring", "--count", "1", "--name", "ps1"]
NBGRADER = {"nbgrader/exercises.ipynb"}


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_make_writes_every_form_of_one_set(tmp_path, capsys):
    assert main([*MAKE, "--out", str(tmp_path / "set")]) == 0
    made, said = tree(tmp_path / "set"), capsys.readouterr()
    exercises = Recipe(4).make("spring")
    assert {name: made[name] for name in made if "/" not in name} == files(exercises)
    assert set(made) - set(files(exercises)) == NBGRADER
    assert said.err == "" and f"4 exercises are in {tmp_path / 'set'}" in said.out
    assert all(f"  {name}\n" in said.out for name in made)


def test_the_notebook_has_the_letters_of_the_key_table_and_no_key(tmp_path):
    assert main([*MAKE, "--out", str(tmp_path / "set")]) == 0
    made = tree(tmp_path / "set")
    notebook = nbformat.reads(made["nbgrader/exercises.ipynb"].decode(), as_version=4)
    nbformat.validate(notebook)
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    key = csv.DictReader(io.StringIO(made["key.csv"].decode("utf-8-sig")))
    right = {str(number): row["right"] for number, row in enumerate(key, 1) if row["right"]}
    answers = re.findall(r'^answer_(\d+) = "(.*)"  # .*: (.*)$', code, re.M)
    assert [(number, given) for number, given, _letters in answers] == [(n, "") for n in right]
    assert all(right[number] in letters for number, _given, letters in answers)


def test_the_same_words_give_the_same_bytes(tmp_path):
    digests = set()
    for name in "ab":
        assert main([*MAKE, "--out", str(tmp_path / f"{name}set")]) == 0
        found = sorted(tree(tmp_path / f"{name}set").items())
        digests.add(hashlib.sha256(repr(found).encode()).hexdigest())
    assert len(digests) == 1


def test_assignment_says_what_to_do_next(tmp_path, capsys):
    assert main([*ASSIGN, "--out", str(tmp_path / "course")]) == 0
    said = capsys.readouterr().out
    assert "run: nbgrader generate_assignment ps1" in said and "holds the key" in said
    assert (tmp_path / "course" / "source" / "ps1" / "ps1.ipynb").is_file()
    assert main([*ASSIGN, "--out", str(tmp_path / "course")]) == 2
    assert "source/ps1 exists already" in capsys.readouterr().err


def test_phrases_starts_a_file_checks_it_and_makes_exercises_of_it(tmp_path, capsys):
    bank = tmp_path / "own.csv"
    assert main(["phrases", str(bank)]) == 0
    assert main(["phrases", "--check", str(bank)]) == 0
    assert re.search(r"own\.csv can be used; it has \d+ phrases\.", capsys.readouterr().out)
    bank.write_text(bank.read_text().replace("{hegemon}", "Torvania"))
    own = ["--phrases", str(bank), "--out", str(tmp_path / "set")]
    for command in (["phrases", "--check", str(bank)], [*MAKE, *own], [*ASSIGN, *own]):
        assert main(command) == 2
        said = capsys.readouterr()
        assert said.out == "" and "own.csv, line" in said.err and "Traceback" not in said.err
    assert set(tmp_path.iterdir()) == {bank}


# --- What cannot be done --------------------------------------------------------------------


def refused(command: list[str], folder: Path, capsys) -> str:
    """What is said: one sentence on stderr; nothing is written."""
    before = sorted(folder.rglob("*"))
    assert main(command) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1 and said.err.endswith(".\n")
    assert sorted(folder.rglob("*")) == before
    return said.err


WRONG = {
    "seed is ' ', but must be a word or more": {"--seed": " "},
    "count is 0, but must be a whole number from 1 to 5000": {"--count": "0"},
    "argument --count: invalid int value: 'x'": {"--count": "x"},
    "There is no kind of exercise 'essay'; there are: code, predict, flip": {
        "--kinds": "code,essay"
    },
    "No kind of exercise is named": {"--kinds": ","},
    "level is 'none', but must be one of: easy, hard, mixed": {"--level": "none"},
    "nowhere.csv cannot be read: there is no such file.": {"--phrases": "nowhere.csv"},
    "missing/set cannot be written (No such file or directory)": {"--out": "missing/set"},
    "full exists already": {"--out": "full"},
}


@pytest.mark.parametrize("message", WRONG)
@pytest.mark.parametrize("command", [MAKE, ASSIGN], ids=["make", "assignment"])
def test_bad_input_is_one_sentence(tmp_path, monkeypatch, capsys, command, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    options = {"--out": "set"} | WRONG[message]
    typed = [*command, *(part for option in options.items() for part in option)]
    assert message in refused(typed, tmp_path, capsys)


def test_check_refuses_before_it_grades(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "handed").mkdir()
    (tmp_path / "there.csv").write_text("")
    check = ["check", "handed", "--seed", "spring"]
    assert "there.csv exists already" in refused([*check, "--out", "there.csv"], tmp_path, capsys)
    assert "cannot be written" in refused([*check, "--out", "no/grades.csv"], tmp_path, capsys)
    check += ["--out", "grades.csv"]
    assert "holds no submissions" in refused(check, tmp_path, capsys)
    assert "invalid choice: 'x'" in refused([*check, "--separator", "x"], tmp_path, capsys)


@pytest.mark.parametrize("typed", [[], ["grade"], ["make"], ["make", "--seed"], ["check", "x"]])
def test_what_is_not_understood_points_to_the_help(tmp_path, capsys, typed):
    assert re.search(r"; see crisis-exercises( \w+)? --help\.$", refused(typed, tmp_path, capsys))


@pytest.mark.parametrize(
    ("module", "command"),
    [
        ("nbformat.v4", MAKE),
        ("nbformat.v4", ASSIGN),
        ("text2qti.quiz", MAKE),
    ],
)
def test_without_the_extra_it_says_what_to_install(tmp_path, monkeypatch, capsys, module, command):
    for name in [name for name in sys.modules if name.startswith("crisis_paths.exercises.")]:
        if name.rpartition(".")[2].startswith(("nbgrader", "course", "grad", "submissions")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    said = refused([*command, "--out", str(tmp_path / "set")], tmp_path, capsys)
    says = f'needs {module.split(".")[0]}; install it with: pip install "crisis-paths[instructor]".'
    assert said.strip().endswith(says)


@pytest.mark.parametrize("job", ["make", "assignment", "check", "phrases"])
def test_each_job_has_a_help_that_explains_every_option(job, capsys):
    with pytest.raises(SystemExit) as ended:
        parser().parse_args([job, "--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    for option in set(re.findall(r"--[a-z]+", shown)):
        assert re.search(rf"^  (-h, )?{option}\b.*(\s{{2,}}|\n\s+)\w", shown, re.M), option
