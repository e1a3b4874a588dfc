"""The package works from a wheel: its tables come along, and pandas is enough for the theory."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import environments

ROOT = Path(__file__).parents[2]
SECONDS = 300
ASK = """
from crisis_paths.tables import reading as tables
from crisis_paths.framework import RULES, predict
print(tables.folder()); print(len(RULES)); print(predict("adjusted", "weak").outcome)
"""
# What a reader asks who has installed the wheel and nothing else; each line is one.
WITH_PANDAS = """
from crisis_paths.framework import predict, predict_frame
from crisis_paths.scrutiny.agreement import agree
from crisis_paths.scrutiny.coding_sheet import CodingSheet
from crisis_paths.qca.truth_table import TruthTable
from crisis_paths.scrutiny.crisis_sets import crisis_table
import pandas as pd
assert predict("adjusted", "weak").outcome == "unmanageable"
assert len(predict_frame(pd.DataFrame({"balance": ["adjusted"], "control": ["weak"]}))) == 1
assert round(agree("cccaa", "cccca").kappa, 2) == 0.55
mine = CodingSheet.article()
assert mine.compare(mine)["balance"].kappa == 1 and len(mine.frame()) == len(mine.rows)
print(*crisis_table().solutions("parsimonious"))
""".strip()
# What asks for more, the package that it names, and the extra.
MORE = {
    "import crisis_paths.views": ("markupsafe", "views"),
    "import crisis_paths.views.argument.stage": ("markupsafe", "views"),
    "import crisis_paths.views.kit.charts": ("markupsafe", "views"),
    "from crisis_paths.exercises.formats.canvas import canvas; canvas([], 't')": (
        "text2qti",
        "instructor",
    ),
    "import crisis_paths.exercises.grading.course": ("nbformat", "instructor"),
}
COMMANDS = (
    ["make", "--seed", "a", "--out", "set"],
    ["assignment", "--seed", "a", "--name", "ps1", "--out", "course"],
)


def build(folder: Path) -> None:
    folder.mkdir()
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    done = subprocess.run([*pip, "-w", folder, ROOT], capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(once) -> Path:
    (found,) = once("wheel", build).glob("*.whl")
    return found


@pytest.fixture(scope="module")
def bare(once, wheel: Path) -> Path:
    """An empty environment, and the wheel with what it asks for."""
    pins = ("-c", ROOT / "constraints.txt")
    return once("bare", lambda folder: environments.install(folder, wheel, *pins))


@pytest.mark.timeout(SECONDS)
def test_a_wheel_carries_what_a_notebook_wears(wheel: Path):
    """On Colab and on a student's machine there is no folder `_static`."""
    with zipfile.ZipFile(wheel) as packed:
        for name, source in {
            "crisis_paths/book.css": "_static/book.css",
            "explorers/static/explorers.css": "src/explorers/static/explorers.css",
            **{
                f"explorers/front_end/{path.name}": path.relative_to(ROOT).as_posix()
                for path in (ROOT / "src" / "explorers" / "front_end").iterdir()
            },
        }.items():
            assert packed.read(name) == (ROOT / source).read_bytes()


@pytest.mark.timeout(SECONDS)
def test_a_wheel_carries_the_tables(wheel: Path, tmp_path: Path):
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    # -I -S: neither this checkout nor this environment can lend a hand
    script = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n{ASK}"
    asked = subprocess.run(
        [sys.executable, "-I", "-S", "-c", script],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=60,
    )
    assert asked.returncode == 0, asked.stderr
    folder, rules, outcome = asked.stdout.split()
    assert Path(folder).is_relative_to(tmp_path / "site")
    assert int(rules) > 40 and outcome == "unmanageable"


@pytest.mark.timeout(SECONDS)
def test_with_pandas_alone_the_theory_works(bare: Path, tmp_path: Path):
    asked = environments.run(bare, "-W", "error", "-c", WITH_PANDAS, cwd=tmp_path, seconds=60)
    assert asked.returncode == 0, asked.stderr
    assert asked.stdout.split() == ["WEAK"]


@pytest.mark.timeout(SECONDS)
def test_what_needs_an_extra_says_which_and_how_to_get_it(bare: Path, tmp_path: Path):
    for line, (package, extra) in MORE.items():
        script = f"try:\n    {line}\nexcept ImportError as missing:\n    print(repr(missing))"
        said = environments.run(bare, "-c", script, cwd=tmp_path, seconds=60).stdout
        assert said.startswith("MissingExtraError("), (line, said)
        assert f' needs {package}; install it with: pip install "crisis-paths[{extra}]"' in said


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("typed", COMMANDS, ids=lambda typed: typed[0])
def test_the_command_says_so_in_one_line(bare: Path, tmp_path: Path, typed):
    asked = environments.run(
        bare, "-m", "crisis_paths.exercises.command", *typed, cwd=tmp_path, seconds=60
    )
    assert asked.returncode == 2 and asked.stdout == ""
    assert asked.stderr.endswith('; install it with: pip install "crisis-paths[instructor]".\n')
    assert asked.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_grading_needs_no_extra(bare: Path, tmp_path: Path):
    typed = ("check", ".", "--seed", "a", "--out", "grades.csv")
    asked = environments.run(
        bare, "-m", "crisis_paths.exercises.command", *typed, cwd=tmp_path, seconds=60
    )
    assert asked.returncode == 2 and "holds no submissions" in asked.stderr
