"""The house stands as drawn: who imports whom, and words that can be translated."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src"
VIEWS = sorted((SRC / "crisis_paths" / "views").glob("*.py"))
THEORY = sorted(set((SRC / "crisis_paths").rglob("*.py")) - set(VIEWS))
LIVEPAGE = sorted((SRC / "livepage").rglob("*.py"))


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
    forbidden = ("altair", "ipywidgets", "sphinx", "livepage", "crisis_paths.views", "markupsafe")
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


@pytest.mark.parametrize("path", LIVEPAGE, ids=named(LIVEPAGE))
def test_livepage_knows_no_crises(path):
    assert any_of(imported(path), ("crisis_paths",)) == set()
    words = path.read_text("utf-8").lower()
    assert not [word for word in ("crisis", "ukraine", "gu wei", "turmoil") if word in words]


@pytest.mark.parametrize("path", THEORY + VIEWS, ids=named(THEORY + VIEWS))
def test_words_for_readers_can_be_extracted(path):
    """gettext's extractor misses an f-string, so none stands inside ``_()``."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_":
            assert not isinstance(node.args[0], ast.JoinedStr), node.lineno
