"""What only an extra brings is imported where its absence is told, and the extra brings it."""

import ast
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError
from crisis_paths.extras import MissingExtraError, extra
from crisis_paths.framework import predict_frame
from crisis_paths.scrutiny.coding_sheet import CodingSheet
from crisis_paths.scrutiny.crisis_sets import crises
from crisis_paths.tables import reading
from crisis_paths.tables.reading import load
from crisis_paths.views.argument.stage import stage
from crisis_paths.views.cases.lanes import to_scale
from crisis_paths.views.kit.charts import sorting_chart
from crisis_paths.views.scrutiny.waterfall import waterfall
from environments import asked, project
from explorers.errors import NoWidgetsError
from explorers.several import Several

PACKAGE = Path(__file__).parents[2] / "src" / "crisis_paths"
MODULES = sorted(PACKAGE.rglob("*.py"))
EXPLORERS = sorted((PACKAGE.parent / "explorers").rglob("*.py"))
PLAIN = {*sys.stdlib_module_names, "pandas", "numpy"}  # pandas brings numpy
# What comes with another package, of whose interface it is a part.
BROUGHT = {"nbformat": "nbgrader", "sqlalchemy": "nbgrader", "traitlets": "nbgrader"}
OF_ALL_VIEWS = "markupsafe"  # the package of the views asks for it once
OURS = {"crisis_paths", "explorers"}  # one wheel carries both


def may_lack(node: ast.AST) -> bool:
    """Is what is imported here done without where it lacks, or only for those who check types?"""
    if isinstance(node, ast.Try):
        return any(getattr(one.type, "id", "") == "ImportError" for one in node.handlers)
    return isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"


def of_others(tree: ast.AST, named: str = "") -> Iterator[tuple[str, str]]:
    """Each package of others that is imported, and the extra around it; "*" if it may lack."""
    for node in ast.iter_child_nodes(tree):
        around = named
        if isinstance(node, ast.With):
            call = node.items[0].context_expr
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "extra":
                around = call.args[0].value
        elif may_lack(node):
            around = "*"
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module]
        yield from ((name.partition(".")[0], around) for name in names)
        yield from of_others(node, around)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_what_an_extra_brings_is_imported_where_its_absence_is_told(path):
    for name, around in of_others(ast.parse(path.read_text("utf-8"))):
        if name in PLAIN | OURS or around == "*":
            continue
        if name == OF_ALL_VIEWS and path.is_relative_to(PACKAGE / "views") and not around:
            continue
        assert around, f"{name} is imported outside of extra()"
        assert BROUGHT.get(name, name) in {wanted.name for wanted in asked(around)}


def test_the_package_of_the_views_asks_for_what_all_of_them_need():
    tree = ast.parse((PACKAGE / "views" / "__init__.py").read_text("utf-8"))
    assert (OF_ALL_VIEWS, "views") in of_others(tree)


@pytest.mark.parametrize("path", EXPLORERS, ids=lambda path: path.name)
def test_explorers_need_markupsafe_alone_until_a_widget_is_asked_for(path):
    for name, around in of_others(ast.parse(path.read_text("utf-8"))):
        assert name in PLAIN | {"explorers", "markupsafe"} or around == "*" or name == "ipywidgets"


def test_every_extra_is_for_something():
    """What stands in an extra that code asks for is imported somewhere."""
    found = {
        (n, around)
        for path in MODULES
        for n, around in of_others(ast.parse(path.read_text("utf-8")))
    }
    found |= {
        (n, "views") for path in EXPLORERS for n, _ in of_others(ast.parse(path.read_text("utf-8")))
    }
    for name in set(project()["optional-dependencies"]) - {"book"}:
        assert {wanted.name for wanted in asked(name)} - {"pandas"} <= {
            n for n, a in found if a == name
        }


def test_the_sentence_names_the_package_and_the_command():
    with pytest.raises(MissingExtraError) as missing, extra("views", "A chart"):
        from nowhere_to_be_found.at_all import nothing  # noqa: F401
    assert str(missing.value) == (
        'A chart needs nowhere_to_be_found; install it with: pip install "crisis-paths[views]".'
    )
    assert isinstance(missing.value, CrisisPathsError) and isinstance(missing.value, ImportError)
    assert isinstance(missing.value.__cause__, ModuleNotFoundError)
    assert str(pickle.loads(pickle.dumps(missing.value))) == str(missing.value)


def test_in_a_page_nobody_is_told_to_install(monkeypatch):
    monkeypatch.setattr(sys, "platform", "emscripten")
    with pytest.raises(MissingExtraError) as missing, extra("views", "A chart"):
        import nowhere_to_be_found  # noqa: F401
    assert str(missing.value) == (
        "A chart needs nowhere_to_be_found; a page does not have it, so run this in a notebook."
    )


def test_a_version_that_lacks_what_is_wanted_counts_as_missing():
    with pytest.raises(MissingExtraError, match="needs markupsafe"), extra("views", "A view"):
        from markupsafe import nothing_of_this_name  # noqa: F401


def test_a_fault_of_ours_is_not_taken_for_a_missing_package():
    with pytest.raises(ModuleNotFoundError) as fault, extra("views", "A view"):
        import crisis_paths.nothing_of_this_name  # noqa: F401
    assert not isinstance(fault.value, CrisisPathsError)
    with pytest.raises(ImportError, match=r"^broken$"), extra("views", "A view"):
        raise ImportError("broken")
    with pytest.raises(CrisisPathsError, match=r"^no$"), extra("views", "A view"):
        raise CrisisPathsError("no")


def test_one_extra_inside_another_speaks_for_itself():
    with (
        pytest.raises(MissingExtraError, match=r"^A chart needs"),
        extra("instructor", "A test"),
        extra("views", "A chart"),
    ):
        import nowhere_to_be_found  # noqa: F401


@pytest.fixture
def without(monkeypatch):
    """Takes a package away, and the module that has imported it."""

    def take(package: str, module: str) -> str:
        monkeypatch.setitem(sys.modules, package, None)
        monkeypatch.delitem(sys.modules, module, raising=False)
        return module

    return take


@pytest.mark.parametrize(
    "ask",
    [
        sorting_chart,
        waterfall,
        lambda: to_scale("by-loan-promised"),
    ],
)
def test_a_chart_without_altair_says_what_to_install(without, ask):
    without("altair", "nothing")
    with pytest.raises(MissingExtraError, match="A chart needs altair"):
        ask()


def test_without_ipywidgets_an_explorer_is_its_form_and_a_widget_says_what_is_missing(without):
    without("ipywidgets", "explorers.kernel")
    both = Several("pair", ((Markup("<p>Read.</p>"), stage()),))
    for shown in (stage()._repr_mimebundle_(), both._repr_mimebundle_()):
        assert set(shown) == {"text/html", "text/plain"} and "<form" in shown["text/html"]
    for ask in (stage().widget, both._boxes):
        with pytest.raises(NoWidgetsError, match="A widget needs ipywidgets"):
            ask()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: load("cases"),
        lambda: crises(),
        lambda: CodingSheet.article().frame(),
        lambda: predict_frame([{"balance": "adjusted", "control": "weak"}]),
    ],
)
def test_a_frame_without_pandas_says_what_to_install(without, ask):
    reading._load.cache_clear()
    without("pandas", "nothing")
    with pytest.raises(MissingExtraError) as missing:
        ask()
    assert str(missing.value) == (
        'A frame needs pandas; install it with: pip install "crisis-paths".'
    )
