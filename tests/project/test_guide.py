"""The instructor's guide keeps what it promises: objectives, minutes, commands, pages."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
import yaml
from nbgrader.apps import NbGraderApp

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.cli_parser import parser
from crisis_paths.exercises.make.exercise import ExerciseKind

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "chapters" / "instructors"
PAGES = ("plans", "teaching", "make_a_set", "assignments", "reuse")
NUMBERED = re.compile(r"^# (\d+(?:\.\d)? · .+)$", re.MULTILINE)
LINK = re.compile(r"\[([^]]+)\]\(([^)]+)\)")
# Objectives begin with something that can be seen to be done; nobody can test "understand".
VERBS = re.compile(
    "Argue|Classify|Code|Compare|Compute|Count|Decide|Define|Defend|Derive|Explain|Fill|Find|Judge|"
    "Name|Predict|Put|Read|Say|Separate|Sort|State|Tell|Trace"
)


def markdown(path: Path) -> str:
    """The prose of a notebook."""
    if path.suffix == ".md":
        return path.read_text("utf-8")
    cells = nbformat.read(path, as_version=4).cells
    return "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")


TEXTS = {name: markdown(GUIDE / f"{name}.ipynb") for name in PAGES}


def listed() -> Iterator[Path]:
    """Every page of the table of contents, as a file."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))
    for part in toc["parts"]:
        for chapter in part["chapters"]:
            (found,) = ROOT.glob(f"{chapter['file']}.*")
            yield found


def numbered() -> dict[str, str]:
    """The chapters that have a number, each with its title."""
    titles = {path: NUMBERED.search(markdown(path)) for path in listed()}
    return {f"../{p.parent.name}/{p.name}": found[1] for p, found in titles.items() if found}


def objectives() -> dict[str, tuple[str, list[str]]]:
    """Which objectives does the guide list? By the page that they are for."""
    found: dict[str, tuple[str, list[str]]] = {}
    place = ""
    for line in TEXTS["teaching"].splitlines():
        if head := re.fullmatch(rf"- {LINK.pattern}", line):
            place = head[2]
            found[place] = (head[1], [])
        elif line.startswith("  - "):
            found[place][1].append(line.removeprefix("  - "))
    return found


def test_every_chapter_has_objectives_and_no_other_page():
    assert {place: title for place, (title, _) in objectives().items()} == numbered()
    assert len(numbered()) >= 16


@pytest.mark.parametrize("place", objectives())
def test_objectives_are_few_and_begin_with_what_can_be_tested(place):
    _title, said = objectives()[place]
    halves = 2 if place.endswith(("/five_cases.ipynb", "/one_coding.ipynb")) else 1
    assert 2 <= len(said) <= 3 * halves
    for objective in said:
        assert VERBS.fullmatch(objective.split()[0]) and objective.endswith("."), objective


def plans() -> dict[str, tuple[int, list[tuple[int, str]]]]:
    """Each plan: how long it says it is, and its lines with minutes and step."""
    found: dict[str, tuple[int, list[tuple[int, str]]]] = {}
    title = ""
    for line in TEXTS["plans"].splitlines():
        if head := re.fullmatch(r"#+ (.+) \((\d+) minutes\)", line):
            title = head[1]
            found[title] = (int(head[2]), [])
        elif row := re.match(r"\| (\d+) \| \*\*(\w+)\.\*\* ", line):
            found[title][1].append((int(row[1]), row[2].lower()))
    return found


def test_the_plans_that_were_asked_for_are_there():
    assert [(title, length) for title, (length, _) in plans().items()] == [
        ("One class", 50),
        ("A double class", 90),
        ("Blind coding in pairs", 90),
        ("Week 1: the argument", 90),
        ("Week 2: the cases", 90),
        ("Week 3: the test", 90),
    ]


@pytest.mark.parametrize("title", plans())
def test_minutes_add_up_and_the_steps_come_in_their_order(title):
    length, lines = plans()[title]
    assert sum(minutes for minutes, _ in lines) == length
    steps = list(dict.fromkeys(step for _, step in lines))
    assert steps in (
        ["prepare", "bet", "play", "debrief"],
        ["prepare", "bet", "play", "debrief", "close"],
    )


def commands(text: str) -> Iterator[str]:
    """The command lines that a page shows, in fences and in running text."""
    for kind, block in re.findall(r"^```(\w+)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        if kind == "sh":
            yield from block.splitlines()
    yield from re.findall(r"`((?:crisis-exercises|nbgrader) [^`]+)`", text)


SHOWN = sorted({line for text in TEXTS.values() for line in commands(text)})
OURS = [line for line in SHOWN if line.startswith("crisis-exercises ")]
NBGRADER = [line for line in SHOWN if re.search(r"\bnbgrader \w", line)]


@pytest.mark.parametrize("line", OURS)
def test_the_command_takes_every_line_that_the_guide_shows(line):
    """An option that it does not know is refused with an error."""
    _name, *given = shlex.split(line)
    asked = vars(parser().parse_args(given))
    assert asked["job"] == given[0]
    assert set(asked.get("kinds") or ()) <= set(ExerciseKind)


def test_every_subcommand_is_shown_and_a_wrong_line_would_be_noticed():
    shown = {line.split()[1] for line in OURS}
    assert shown == {"make", "assignment", "check", "phrases"}
    with pytest.raises(CrisisPathsError):
        parser().parse_args(["make", "--seed", "x", "--out", "y", "--cuont", "4"])


def test_nbgrader_has_the_steps_that_the_guide_names():
    named = {re.search(r"\bnbgrader (\w+)", line)[1] for line in NBGRADER}
    assert named == {"generate_assignment", "autograde", "generate_feedback", "export"}
    assert named <= set(NbGraderApp.subcommands)


def test_five_systems_have_their_steps():
    five = TEXTS["assignments"].partition("## Five steps each")[2].partition("\n## ")[0]
    assert re.findall(r"^### (.+)$", five, re.MULTILINE) == [
        "Moodle",
        "Canvas",
        "Blackboard",
        "nbgrader",
        "Paper",
    ]


@pytest.mark.parametrize("name", PAGES)
def test_pages_that_the_guide_names_exist_and_are_in_the_book(name):
    known = {*listed(), ROOT / "index.ipynb"}
    links = [address.partition("#")[0] for _, address in LINK.findall(TEXTS[name])]
    links = [address for address in links if address]  # others lead to a place in the page
    assert links
    for address in links:
        assert (GUIDE / address).resolve() in known, address


@pytest.mark.parametrize("name", PAGES)
def test_quoted_places_of_a_page_are_headings_of_it(name):
    """As in: [a page](its address), “Objections”."""
    for address, heading in re.findall(r"\]\(([^)]+)\), “([^”]+)”", TEXTS[name]):
        page = markdown((GUIDE / address).resolve())
        assert re.search(rf"^#+ {re.escape(heading)}$", page, re.MULTILINE), (address, heading)


def test_criteria_of_a_rubric_add_up_to_the_points_it_names():
    words = {"Ten": 10, "Twelve": 12}
    found = TEXTS["teaching"].partition("## Rubrics")[2].split("\n### ")[1:]
    assert len(found) == 3
    for rubric in found:
        (named,) = (number for word, number in words.items() if f"{word} points" in rubric)
        rows = [line for line in rubric.splitlines() if line.startswith("| ")]
        assert 2 * (len(rows) - 1) == named, rubric


@pytest.mark.parametrize(
    "said",
    [
        "the key can be looked up",
        "is our reading",
        "--network none",
        "`solutions`",
        "Let students see their quiz responses",
        "Let a second person code your bank first",
    ],
)
def test_the_guide_warns_where_it_must(said):
    assert said in TEXTS["assignments"]
