"""A forked kernel gives what any kernel gives, to the byte."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from jupyter_cache.executors.utils import ExecutionResult, single_nb_execution
from nbclient.client import CellExecutionError, CellTimeoutError

from livepage.running.forks import Nursery, can_fork
from livepage.running.kernels import managed

pytestmark = pytest.mark.skipif(not can_fork(), reason="kernels are forked on Linux alone")

PRELOADED = ["pandas", "altair", "ipywidgets"]
# every kind of output, and what asks how a module was imported; a tag where a cell may fail
CELLS = [
    ("print('out')\nimport sys\nprint('err', file=sys.stderr)\nprint('more')", ""),
    ("import os\nsys.argv[1:2], sys.path", ""),
    ("import logging, warnings\nlogging.warning('logged')\nwarnings.warn('warned')", ""),
    ("import pandas as pd\npd.DataFrame([range(30)], index=['a'])", ""),
    ("pd.get_option('display.max_columns'), pd.get_option('display.width')", ""),
    ("import altair as alt\nalt.Chart(pd.DataFrame({'x': [1]})).mark_bar().encode(x='x')", ""),
    ("import ipywidgets as w\nslider = w.IntSlider(description='a')\nslider", ""),
    ("held = w.Output()\nwith held:\n    print('within')\nheld", ""),
    ("w.interact(lambda x: x + 1, x=3)", ""),
    ("w.Image(value=b'png', format='png')", ""),
    ("from IPython.display import HTML, Markdown, display, clear_output", ""),
    ("display(HTML('<b>b</b>'), metadata={'text/html': {'isolated': True}})", ""),
    ("shown = display('first', display_id=True)\nprint('between')\nshown.update('then')", ""),
    ("print('gone')\nclear_output()\nMarkdown('*m*')", ""),
    ("def fails():\n    return 1 / 0\nfails()", "raises-exception"),
    ("import json\njson.loads('{')", "raises-exception"),
    ("if", "raises-exception"),
    ("raise SystemExit(3)", "raises-exception"),
    ("input()", "raises-exception"),
    ("import asyncio\nawait asyncio.sleep(0, 'awaited')", ""),
    ("!echo shell", ""),
    ("%no_such_magic", "raises-exception"),
    ("get_ipython(), Out[5], _, In[1]", ""),
    ("raise KeyboardInterrupt", "raises-exception"),
    ("type(get_ipython().kernel), __name__, os.getcwd(), os.environ.get('TERM')", ""),
    ("sorted(get_ipython().kernel.comm_manager.targets)", ""),
]
HEX = r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])"
ID = re.compile(HEX + r"|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|0x[0-9a-f]{6,}")
PROCESS = re.compile(r"ipykernel_\d+")


def notebook(*cells: tuple[str, str]) -> nbformat.NotebookNode:
    made = nbformat.v4.new_notebook()
    for source, tag in cells:
        cell = nbformat.v4.new_code_cell(source, id=f"cell-{len(made.cells)}")
        cell.metadata["tags"] = [tag] if tag else []
        made.cells.append(cell)
    return made


Run = Callable[..., ExecutionResult]


@pytest.fixture(scope="module")
def complaints() -> list[str]:
    return []


@pytest.fixture(scope="module")
def nursery(complaints) -> Iterator[Nursery]:
    with Nursery(PRELOADED, complaints.append) as made:
        yield made


@pytest.fixture
def fork(nursery, tmp_path) -> Run:
    """Runs a notebook in a forked kernel."""

    def run(*cells: tuple[str, str], seconds: int = 60) -> ExecutionResult:
        kind = managed(nursery, tmp_path / "report")
        return started(cells, tmp_path, seconds, kernel_manager_class=kind)

    return run


@pytest.fixture
def kernel(tmp_path) -> Run:
    """Runs a notebook in a kernel that is started by itself."""
    return lambda *cells, seconds=60: started(cells, tmp_path, seconds)


def started(cells, folder: Path, seconds: int, **options) -> ExecutionResult:
    """Run it; how its streams fall into pieces is a matter of moments, in any kernel."""
    options |= {"coalesce_streams": True}
    made = notebook(*cells)
    return single_nb_execution(
        made, cwd=str(folder), timeout=seconds, allow_errors=False, **options
    )


def stable(text: str) -> str:
    """A text in which ids that are drawn anew at each run are numbered."""
    seen: dict[str, str] = {}
    text = PROCESS.sub("ipykernel_0", text)
    return ID.sub(lambda found: seen.setdefault(found[0], f"id-{len(seen)}"), text)


@pytest.mark.timeout(300)
def test_every_kind_of_output_is_the_same(fork, kernel, complaints):
    one, other = fork(*CELLS), kernel(*CELLS)
    assert one.err is None and other.err is None
    for mine, its in zip(one.nb.cells, other.nb.cells, strict=True):
        assert stable(nbformat.writes(wrap(mine))) == stable(nbformat.writes(wrap(its)))
    assert stable(json.dumps(one.nb)) == stable(json.dumps(other.nb))
    kinds = {output.output_type for cell in one.nb.cells for output in cell.outputs}
    assert kinds == {"stream", "display_data", "execute_result", "error"}
    assert len(one.nb.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]) > 5
    assert complaints == []


def wrap(cell: nbformat.NotebookNode) -> nbformat.NotebookNode:
    return nbformat.v4.new_notebook(cells=[cell])


FAILING = [
    ("1 / 0", CellExecutionError),
    ("while True: pass", CellTimeoutError),
    ("raise SystemExit", CellExecutionError),
    ("exit()\nimport time\ntime.sleep(60)", CellTimeoutError),
]


@pytest.mark.timeout(120)
@pytest.mark.parametrize(("source", "kind"), FAILING)
def test_a_notebook_that_fails_fails_the_same_way(fork, kernel, source, kind):
    """Within its time."""
    one, other = fork((source, ""), seconds=2), kernel((source, ""), seconds=2)
    assert type(one.err) is type(other.err) is kind
    assert stable(str(one.err)) == stable(str(other.err))
    assert stable(json.dumps(one.nb)) == stable(json.dumps(other.nb))


def test_a_kernel_that_dies_is_noticed_and_the_next_one_lives(fork):
    with pytest.raises(RuntimeError, match="Kernel died"):
        fork(("import os\nos._exit(7)", ""))
    assert fork(("1", "")).nb.cells[0].outputs[0].data == {"text/plain": "1"}


def test_a_kernel_that_takes_its_time_to_end_says_what_it_has_opened(fork, tmp_path):
    """Jupyter would end it after two and a half seconds."""
    read = Path(tmp_path, "read.txt")
    read.write_text("read", "utf-8")
    fork((f"import atexit, time\nopen({str(read)!r})\natexit.register(time.sleep, 3)", ""))
    told = json.loads(Path(tmp_path, "report").read_text("utf-8"))
    assert str(read) in told["files"] and not told["all"]


def test_nothing_of_one_notebook_is_left_in_the_next(fork):
    fork(("import pandas, os\npandas.left = os.environ['LEFT'] = 'left'", ""))
    seen = fork(
        ("import pandas, os\nhasattr(pandas, 'left'), 'LEFT' in os.environ, 'pandas' in dir()", "")
    )
    assert seen.nb.cells[0].outputs[0].data["text/plain"] == "(False, False, True)"


def test_no_two_notebooks_draw_the_same_numbers(fork):
    drawn = ("import random, numpy, uuid\nrandom.random(), numpy.random.rand(), uuid.uuid4()", "")
    one, other = (fork(drawn).nb.cells[0].outputs[0].data["text/plain"] for _time in range(2))
    assert all(a != b for a, b in zip(one.split(","), other.split(","), strict=True))


def test_a_kernel_finds_what_any_kernel_finds(fork):
    """What the modules that are shared have brought, and nothing of livepage or its tools."""
    seen = fork(
        ("import sys\nprint(*sorted({name.partition('.')[0] for name in sys.modules}))", "")
    )
    names = set(seen.nb.cells[0].outputs[0].text.split())
    assert {"pandas", "altair", "ipywidgets"} <= names
    assert not names & {"livepage", "nursery", "sphinx", "bs4", "myst_nb", "jupyter_book"}


REFUSED = {
    "broken": ("1 / 0", "broken cannot be imported: ZeroDivisionError: division by zero"),
    "nowhere": (None, "nowhere cannot be imported: ModuleNotFoundError: No module named 'nowhere'"),
    "loud": ("print('hello')", "loud says something as it is imported"),
    "warns": ("import warnings; warnings.warn('old')", "warns says something as it is imported"),
    "busy": (
        "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()",
        "busy starts a thread as it is imported",
    ),
    "hooked": (
        "get_ipython().events.register('post_run_cell', lambda result: None)",
        "hooked ties itself to the shell that imports it",
    ),
    "ends": ("import os; os._exit(1)", "the process that was to import it has ended"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_module_that_cannot_be_shared_is_named_and_kernels_start_by_themselves(
    monkeypatch, tmp_path, name
):
    source, why = REFUSED[name]
    if source:
        (tmp_path / f"{name}.py").write_text(source, "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    said: list[str] = []
    with Nursery([name], said.append) as refused:
        kind = managed(refused, tmp_path / "report")
        done = [started([("1 + 1", "")], tmp_path, 60, kernel_manager_class=kind) for _ in "ab"]
    assert said == [why]
    assert [one.nb.cells[0].outputs[0].data["text/plain"] for one in done] == ["2", "2"]
    assert not (tmp_path / "report").exists()


def test_other_kernels_are_started_by_themselves(nursery):
    assert nursery.fork(["R", "--slave"], env={}, cwd="", report="") is None
    assert (
        nursery.fork(["/another/python", "-m", "ipykernel_launcher"], env={}, cwd="", report="")
        is None
    )


def test_an_ended_nursery_takes_its_kernels_along_and_starts_no_more(tmp_path):
    with Nursery([], pytest.fail) as made:
        kind = managed(made, tmp_path / "report")
        started([("1", "")], tmp_path, 60, kernel_manager_class=kind)
        process = made.process
    assert process.poll() is not None
    with pytest.raises(RuntimeError, match="no longer wanted"):
        made.fork([sys.executable, "-m", "ipykernel_launcher"], env={}, cwd="", report="")
