"""The bench tells every figure that it has, and why it lacks another; nothing here takes long."""

import doctest
import json
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from tools import (
    bench,
    clicks,
    daily_measures,
    figures,
    measures,
    package_measures,
    reading,
    workshop,
)
from tools.engines import Missing
from tools.figures import (
    BOOK,
    CHECK,
    CHECK_COST,
    COLD,
    COLOUR,
    PAINT,
    SENTENCE,
    SIZE,
    TEST,
    TEST_COST,
    VIEW,
    CannotMeasure,
    Figure,
    Report,
)
from tools.workshop import Taken, Workshop, run


def taken(*measured: tuple, folder: Path) -> tuple[Report, list[str]]:
    """What is reported of these measures, and what was printed."""
    lines: list[str] = []
    report = Report(folder, lines.append)
    for what, measure in measured:
        report.take(what, measure)
    return report, lines


def fails(why: str = "It went wrong."):
    raise CannotMeasure(why)


def halfway():
    yield Figure("first", 1, "s")
    fails()


def test_each_figure_is_told_and_kept_as_soon_as_it_is_there(tmp_path):
    seen = []

    def second():
        seen.append((tmp_path / "bench.md").read_text("utf-8"))
        yield Figure("b", 2, "s", 4)

    _, lines = taken(("a", lambda: [Figure("a", 1, "s")]), ("b", second), folder=tmp_path)
    assert "| a | 1 s |  |  |" in seen[0] and "| b |" not in seen[0]
    assert lines[1:] == ["| a | 1 s |  |  |", "| b | 2 s | 4 s | 0.50 |"]


def test_what_cannot_be_taken_costs_nothing_else(tmp_path):
    report, lines = taken(
        ("never", fails),
        ("half", halfway),
        ("broken", lambda: [Figure("x", 1 / 0, "s")]),
        ("ends all", lambda: sys.exit("no more")),
        ("nothing", list),
        ("last", lambda: [Figure("last", 3, "s")]),
        folder=tmp_path,
    )
    assert [figure.what for figure in report.figures] == ["first", "last"]
    assert report.missing == [
        "never: It went wrong.",
        "half: It went wrong.",
        "broken: ZeroDivisionError: division by zero",
        "ends all: SystemExit: no more",
        "nothing: there was nothing to measure.",
    ]
    assert [line for line in lines if line.startswith("Not taken: ")] == [
        f"Not taken: {line}" for line in report.missing
    ]
    saved = json.loads((tmp_path / "bench.json").read_text("utf-8"))
    assert [figure["what"] for figure in saved["figures"]] == ["first", "last"]
    assert saved["missing"] == report.missing
    assert "- never: It went wrong." in (tmp_path / "bench.md").read_text("utf-8")


def test_a_reason_is_one_line_and_bounded(tmp_path):
    report, _ = taken(("a", lambda: fails("one\ntwo" + "x" * 9000)), folder=tmp_path)
    (line,) = report.missing
    assert line.startswith("a: one two") and len(line) < 400 and "\n" not in line


@pytest.mark.parametrize(
    ("measured", "told"),
    [
        ([("a", lambda: [Figure("a", 1, "s")])], None),
        ([("a", fails), ("b", lambda: [Figure("b", 1, "s")])], "Could not be taken:\na: It went"),
        ([(BOOK, lambda: [Figure(BOOK, 999, "s")])], f"Over their budget:\n{BOOK}: 999 s"),
        ([("a", fails), (TEST, lambda: [Figure(TEST, 9e5, "s")])], "Over their budget:"),
        ([("p", lambda: [Figure(f"index.html: {PAINT}", 9, "ms")])], "Over their budget:"),
    ],
)
def test_the_exit_code_says_whether_all_is_well(monkeypatch, tmp_path, capsys, measured, told):
    monkeypatch.setattr(bench, "ROOT", tmp_path)
    monkeypatch.setattr(bench, "of_a_day", lambda shop: iter(measured))
    monkeypatch.setattr(bench, "of_the_book", lambda shop: iter([]))
    monkeypatch.setattr(bench, "of_the_package", lambda: iter([]))
    if told is None:
        bench.main([])
    else:
        with pytest.raises(SystemExit) as ended:
            bench.main([])
        assert told in str(ended.value.code)
    assert capsys.readouterr().out.startswith("| what |")


# The commands


def test_a_command_that_fails_says_what_it_said():
    script = "print('FAILED tests/a.py::b'); print('FAILED tests/c.py'); print('make: Error 1')"
    with pytest.raises(CannotMeasure, match=r"ended with 3: FAILED tests/a.py::b \(and 1 more\)$"):
        run(sys.executable, "-c", f"import sys; {script}; sys.exit(3)")
    with pytest.raises(CannotMeasure, match=r"ended with 1: ZeroDivisionError: "):
        run(sys.executable, "-c", "1/0")
    with pytest.raises(CannotMeasure, match="ended with 2: it said nothing"):
        run(sys.executable, "-c", "import sys; sys.exit(2)")


def test_a_command_that_is_not_there_or_never_ends_is_told_of():
    with pytest.raises(CannotMeasure, match="no-such-command could not be run"):
        run("no-such-command")
    start = time.monotonic()
    with pytest.raises(CannotMeasure, match="it took too long"):
        run(sys.executable, "-c", "import time; time.sleep(60)", longest=0.5)
    assert time.monotonic() - start < 30


def test_a_command_that_works_is_measured():
    busy = "import time\nwhile time.process_time() < 0.5: pass"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    taken = run(sys.executable, "-c", child)
    assert 0.5 < taken.processor < 5 and taken.processor < taken.seconds < 60
    assert taken.megabytes > 1


def test_a_thing_is_made_once_and_one_that_fails_is_not_tried_again():
    tries = []

    def thing(_shop):
        tries.append("thing")
        return 7

    def broken(_shop):
        tries.append("broken")
        raise OSError("no room")

    with Workshop() as shop:
        assert shop.get(thing) == shop.get(thing) == 7
        for _time in range(2):
            with pytest.raises(CannotMeasure, match="OSError: no room"):
                shop.get(broken)
    assert tries == ["thing", "broken"]


# The measures, with commands that only seem to run


@pytest.fixture
def commands(monkeypatch, tmp_path):
    """Commands that take a second each; those that hold a word given here fail."""
    refused: list[str] = []

    def ran(*command, cwd=None, **_options):
        line = " ".join(map(str, command))
        if any(word in f"{line} in {cwd}" for word in refused):
            fails(f"{line.split()[0]} ended with 1: FAILED tests/a.py")
        return Taken(1.0, 1.5, 50.0)

    for module in (workshop, measures, daily_measures, package_measures):
        monkeypatch.setattr(module, "run", ran)
    monkeypatch.setattr(measures, "pages", lambda folder: ["index.html"])
    monkeypatch.setattr(measures, "clicks", lambda name, *_: fails(f"no {name} here."))
    for change in ("add_sentence", "add_line", "add_colour"):
        monkeypatch.setattr(daily_measures, change, lambda book: None)
    return refused


def of_the_book(folder: Path) -> Report:
    with Workshop() as shop:
        shop.made |= {
            workshop.ours: (folder / "ours", None),
            workshop.default: (folder / "default", None),
            workshop.browser: (None, OSError("no browser here")),
        }
        measured = (*daily_measures.of_a_day(shop), *measures.of_the_book(shop))
        return taken(*measured, folder=folder)[0]


def whats(report: Report) -> set[str]:
    return {figure.what for figure in report.figures}


CLONED = {"install", "install, peak memory", SIZE, BOOK, SENTENCE, VIEW, COLOUR}
CLONED |= {CHECK, CHECK_COST, TEST, TEST_COST}
BUILDS = {"cold build", COLD, "cold build, peak memory", "rebuild, nothing changed"}
COMMANDS = CLONED | BUILDS | {"make book, nothing changed"}


def test_without_a_browser_every_figure_is_there_that_needs_none(commands, tmp_path):
    report = of_the_book(tmp_path)
    assert whats(report) == COMMANDS
    assert report.missing == [
        "index.html: what it weighs: OSError: no browser here",
        "what it takes to read them: OSError: no browser here",
        "click to paint: OSError: no browser here",
        "clicks in chromium: no chromium here.",
        "clicks in firefox: no firefox here.",
        "clicks in webkit: no webkit here.",
    ]


@pytest.mark.parametrize(
    ("word", "lost"),
    [
        ("make -s test", {TEST, TEST_COST}),
        ("make -s check", {CHECK, CHECK_COST}),
        ("make -s .venv/.book", CLONED),
        ("git clone", CLONED),
        ("build {}/ours", BUILDS),
    ],
)
def test_one_failure_loses_no_figure_but_its_own(commands, tmp_path, word, lost):
    commands.append(word.format(tmp_path))
    report = of_the_book(tmp_path)
    assert whats(report) == COMMANDS - lost
    told = "\n".join(report.missing)
    alone = lost - {"install, peak memory", SIZE, CHECK_COST, TEST_COST}  # with another
    assert all(f"{what}: " in told for what in alone)


def test_without_a_default_book_ours_is_measured_and_the_lack_is_told(commands, tmp_path):
    commands.append(f"build {tmp_path}/default")
    report = of_the_book(tmp_path)
    assert whats(report) == COMMANDS
    assert all(figure.default is None for figure in report.figures)
    assert any(line.startswith("cold build: nothing stands beside it") for line in report.missing)
    assert any(line.startswith(f"{PAINT}: ") for line in report.missing)


def test_a_change_is_made_where_it_is_measured(tmp_path):
    """Each in the clone: what it changes is there, and is changed."""
    files = (daily_measures.CHAPTER, daily_measures.MODULE, daily_measures.SHEET)
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((workshop.ROOT / name).read_bytes())
    changes = (daily_measures.add_sentence, daily_measures.add_line, daily_measures.add_colour)
    for change, name in zip(changes, files, strict=True):
        change(tmp_path)
        assert (tmp_path / name).read_bytes() != (workshop.ROOT / name).read_bytes()
    compile((tmp_path / daily_measures.MODULE).read_text("utf-8"), "view", "exec")


def test_the_measures_of_the_package_are_taken_one_by_one(commands, monkeypatch, tmp_path):
    commands += ["chapters/argument/puzzle.ipynb", "nbgrader"]
    monkeypatch.setattr(package_measures, "ROWS", 100)
    monkeypatch.setattr(package_measures, "_others", lambda tables: fails("SymPy is not here."))
    report, _ = taken(*package_measures.of_the_package(), folder=tmp_path)
    found = whats(report)
    assert {f"minimise, {n} conditions" for n in range(2, 7)} <= found
    assert {"predict_frame", "1000 exercises, all exports", "nbval index.ipynb"} <= found
    assert sum("recodings" in what for what in found) == 2
    assert [line.partition(": ")[0] for line in report.missing] == [
        "nbval chapters/argument/puzzle.ipynb",
        "minimise, 4 conditions",
        "check of 30 submissions",
    ]


@pytest.mark.parametrize("module", [figures, reading])
def test_the_examples_hold(module):
    assert doctest.testmod(module)[0] == 0


# What a click costs


class Page:
    """Plays an open page with so many options, on which each step is over at once."""

    def __init__(self, options: int, *, stuck: bool = False) -> None:
        self.options = options
        self.stuck = stuck
        self.gone: list[bool] = []

    def __call__(self, function: str, *given: object) -> object:
        if function == clicks.GONE:
            return not self.stuck
        self.gone.append(given[-1])
        return self.options


def test_a_click_is_charged_without_the_scrolling(monkeypatch):
    times = iter([0.0, 0.9, 1.0, 1.1, 2.0, 2.5])
    monkeypatch.setattr(clicks, "used", lambda: next(times))
    monkeypatch.setattr(clicks, "APART", 1)
    page = Page(9)
    assert clicks.cost(page) == pytest.approx((0.5 - 0.1) * 1000 / clicks.CLICKS)
    assert page.gone == [False, False, True]


def test_a_page_without_options_costs_nothing_to_click():
    page = Page(0)
    assert clicks.cost(page) is None
    assert page.gone == [False]


def test_a_page_that_stays_busy_is_told_of(monkeypatch):
    monkeypatch.setattr(clicks, "APART", 1)
    monkeypatch.setattr(clicks, "LONGEST", 0.1)
    with pytest.raises(CannotMeasure, match="still busy"):
        clicks.cost(Page(9, stuck=True))


def test_what_is_charged_is_the_time_of_the_programs_started():
    before = clicks.used()
    busy = "import time\nwhile time.process_time() < 0.5: pass\nprint(flush=True)\ninput()"
    with subprocess.Popen(
        [sys.executable, "-c", busy], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        child.stdout.readline()
        assert 0.4 < clicks.used() - before < 5
        child.communicate(b"\n")


def test_a_browser_that_is_not_there_is_told_of(monkeypatch, tmp_path):
    @contextmanager
    def none(_name):
        raise Missing("There is none.")
        yield

    monkeypatch.setattr(clicks, "running", none)
    with pytest.raises(CannotMeasure, match=r"There is none\."):
        list(clicks.clicks("firefox", tmp_path, ["index.html"]))
