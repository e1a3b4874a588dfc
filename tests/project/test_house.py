"""The house stands as drawn: who imports whom, where things are, and words to be translated."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src"
PACKAGE = SRC / "crisis_paths"
VIEWS = sorted((PACKAGE / "views").rglob("*.py"))
THEORY = sorted(set(PACKAGE.rglob("*.py")) - set(VIEWS))
LIVEPAGE = sorted((SRC / "livepage").rglob("*.py"))
EXPLORERS = sorted((SRC / "explorers").rglob("*.py"))
EVERY = THEORY + VIEWS + LIVEPAGE + EXPLORERS
# One word a part; each may use those in the rows before its own, and none in its own row.
PARTS = (
    ("argument",),
    ("cases",),
    ("follows", "scrutiny"),
    ("lab",),
    ("instructors", "appendix"),
)
NAMES = [name for row in PARTS for name in row]
# What the parts stand on, and what stands on them: each may use the ones before it.
ROOMS = ("tables", "qca", "framework", *NAMES, "questions", "exercises")
# With these a docstring describes or asks; its first line has to say what the call does.
NO_COMMANDS = (
    *("A", "All", "An", "And", "Any", "Are", "As", "At", "Because", "Both", "By", "Can", "Could"),
    *("Did", "Do", "Does", "Each", "Every", "Few", "For", "From", "Had", "Has", "Have", "He"),
    *("Her", "His", "How", "If", "In", "Is", "It", "Its", "May", "Might", "Must", "No", "Nobody"),
    *("None", "Not", "Nothing", "Of", "On", "One", "Or", "Our", "She", "Should", "Some", "That"),
    *("The", "Their", "These", "They", "This", "Those", "Three", "To", "Two", "Was", "We", "Were"),
    *("What", "When", "Where", "Whether", "Which", "Who", "Whoever", "Whom", "Whose", "Why"),
    *("Will", "With", "Without", "Would", "You", "Your"),
)
# tests of no room of the package
OUTSIDE = {"browser", "project", "explorers", "livepage", "__pycache__"}


def named(paths: list[Path]) -> list[str]:
    return [path.relative_to(SRC).as_posix() for path in paths]


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def imported(path: Path) -> set[str]:
    return set(imports(ast.parse(path.read_text("utf-8"))))


def any_of(names: set[str], packages: tuple[str, ...]) -> set[str]:
    return {n for n in names if any(n == p or n.startswith(p + ".") for p in packages)}


@pytest.mark.parametrize("path", THEORY, ids=named(THEORY))
def test_the_theory_imports_no_view(path):
    forbidden = (
        *("altair", "ipywidgets", "sphinx", "markupsafe"),
        *("explorers", "livepage", "crisis_paths.views"),
    )
    assert any_of(imported(path), forbidden) == set()


@pytest.mark.parametrize("path", THEORY, ids=named(THEORY))
def test_the_theory_imports_pandas_only_where_a_frame_is_asked_for(path):
    tree = ast.parse(path.read_text("utf-8"))
    at_once = {
        name
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in imports(node)
    }
    assert any_of(at_once, ("pandas", "numpy")) == set()


@pytest.mark.parametrize("path", VIEWS, ids=named(VIEWS))
def test_views_import_no_publishing(path):
    assert any_of(imported(path), ("livepage", "sphinx", "docutils", "myst_nb")) == set()


@pytest.mark.parametrize("path", VIEWS, ids=named(VIEWS))
def test_views_are_made_from_rows_and_never_from_frames(path):
    assert any_of(imported(path), ("pandas", "numpy")) == set()


@pytest.mark.parametrize("path", LIVEPAGE, ids=named(LIVEPAGE))
def test_livepage_knows_no_crises(path):
    assert any_of(imported(path), ("crisis_paths", "explorers")) == set()
    words = path.read_text("utf-8").lower()
    assert not [word for word in ("crisis", "ukraine", "gu wei", "turmoil") if word in words]


@pytest.mark.parametrize("path", EXPLORERS, ids=named(EXPLORERS))
def test_explorers_know_no_crises_and_no_publishing(path):
    known = any_of(imported(path), ("crisis_paths", "livepage", "sphinx", "altair", "pandas"))
    assert known == set()
    if path.stem not in (
        "kernel",
        "live",
        "outputs",
        "several",
    ):  # in the others it is nowhere asked for
        assert any_of(imported(path), ("ipywidgets",)) == set()
    words = path.read_text("utf-8").lower()
    assert not [word for word in ("crisis", "ukraine", "gu wei", "turmoil") if word in words]


@pytest.mark.parametrize("path", THEORY + VIEWS, ids=named(THEORY + VIEWS))
def test_words_for_readers_can_be_extracted(path):
    """gettext's extractor misses an f-string, so none stands inside ``_()``."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_":
            assert not isinstance(node.args[0], ast.JoinedStr), node.lineno


def folders(place: Path) -> set[str]:
    return {path.name for path in place.iterdir() if path.is_dir()} - {"__pycache__"}


def rooms_used(path: Path, place: Path, dotted: str) -> set[str]:
    """The rooms of a folder from which a module imports."""
    found = imported(path)
    return {room for room in folders(place) if any_of(found, (f"{dotted}.{room}",))}


def before(name: str) -> set[str]:
    """The parts that a part may use: those before its row, and itself."""
    row = next(place for place, names in enumerate(PARTS) if name in names)
    return {name, *(other for names in PARTS[:row] for other in names)}


def test_a_part_has_one_name_everywhere():
    assert folders(ROOT / "chapters") == set(NAMES)
    assert folders(PACKAGE) <= {*ROOMS, "views", "locale"}
    assert folders(PACKAGE / "views") == {*NAMES, "kit"}
    assert folders(PACKAGE / "questions") <= set(NAMES)
    assert {path.stem for path in (ROOT / "solutions").glob("*.ipynb")} <= set(NAMES)
    assert folders(ROOT / "tests" / "views") <= {*NAMES, "kit"}


def test_tests_stand_where_what_they_test_stands():
    assert folders(ROOT / "tests") - OUTSIDE <= folders(PACKAGE)
    assert folders(ROOT / "tests" / "livepage") - {"book", "_build"} <= folders(SRC / "livepage")


def test_nothing_is_called_a_test_that_is_none():
    found = [path.relative_to(ROOT).as_posix() for path in SRC.rglob("test*")]
    found += [path.name for path in (ROOT / "chapters").rglob("test*")]
    assert found == []


@pytest.mark.parametrize("room", sorted(folders(PACKAGE / "views") - {"kit"}))
def test_a_view_uses_the_parts_before_its_own(room):
    place = PACKAGE / "views"
    for path in sorted((place / room).glob("*.py")):
        used = rooms_used(path, place, "crisis_paths.views")
        assert used <= {"kit", *before(room)}, path.name
    for path in sorted((place / "kit").glob("*.py")):
        assert rooms_used(path, place, "crisis_paths.views") <= {"kit"}, path.name


@pytest.mark.parametrize("room", sorted(folders(PACKAGE) - {"views", "locale"}))
def test_a_room_of_the_theory_uses_those_before_it(room):
    allowed = {"tables", "qca", "framework", room}
    if room in NAMES:
        allowed |= before(room)
    elif room in ("questions", "exercises"):
        allowed = set(ROOMS)
    else:
        allowed = {*ROOMS[: ROOMS.index(room)], room}
    for path in sorted((PACKAGE / room).rglob("*.py")):
        assert rooms_used(path, PACKAGE, "crisis_paths") <= allowed, path.name


QCA = sorted((PACKAGE / "qca").glob("*.py"))


@pytest.mark.parametrize("path", QCA, ids=named(QCA))
def test_qca_knows_no_crises(path):
    words = path.read_text("utf-8").lower().replace("crisis_paths", "").replace("crisispaths", "")
    known = ("crisis", "crises", "ukraine", "hegemon", "turmoil", "gu wei")
    assert not [word for word in known if word in words]


def test_two_modules_of_one_name_are_about_one_thing():
    """What readers see of a subject, and what is asked of it, have the subject's name."""
    places: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        if path.stem != "__init__":
            room = path.relative_to(PACKAGE).parts[:-1]
            places.setdefault(path.stem, set()).add("/".join(room))
    for name, found in places.items():
        theory = {room for room in found if room.split("/")[0] not in ("views", "questions")}
        assert len(theory) <= 1, name
        for kind in ("views", "questions"):
            assert sum(room.split("/")[0] == kind for room in found) <= 1, name


@pytest.mark.parametrize("folder", sorted(p.parent for p in SRC.rglob("__init__.py")), ids=str)
def test_a_folder_says_what_lives_there(folder):
    said = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")))
    assert said and len(said.split()) >= 15


def functions(tree: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield functions and methods; no nested function, no property, and no constructor."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield from functions(node)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            marks = [ast.unparse(mark) for mark in node.decorator_list]
            if node.name != "__init__" and not any(mark.endswith("property") for mark in marks):
                yield node


def commands(said: str) -> bool:
    """Tell whether a docstring's first line is a sentence that begins with none of the words."""
    first = said.splitlines()[0]
    word = re.match(r"[A-Z][a-z]+\b", first)
    return bool(word) and word[0] not in NO_COMMANDS and first.endswith(".")


@pytest.mark.parametrize(
    "said", ["Which path is it?", "The rows.", "A line a row.", "``x``, read.", "Return x?"]
)
def test_a_docstring_that_describes_or_asks_is_no_command(said):
    assert not commands(said)
    assert commands("Return the path.\n\nWhich path is it?")


@pytest.mark.parametrize("path", EVERY, ids=named(EVERY))
def test_a_docstring_begins_with_what_the_function_does(path):
    found = [(f.name, ast.get_docstring(f)) for f in functions(ast.parse(path.read_text("utf-8")))]
    assert [name for name, said in found if said and not commands(said)] == []
