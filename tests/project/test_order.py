"""In which order, and on which worker, tests run."""

from types import SimpleNamespace

import pytest

from conftest import LONG, ByFile, is_quick, pytest_collection_modifyitems


def item(path: str, *fixtures: str) -> SimpleNamespace:
    folder, _, file = path.rpartition("/")
    place = SimpleNamespace(stem=file.removesuffix(".py"), parts=(*folder.split("/"), file))
    return SimpleNamespace(path=place, fixturenames=fixtures)


VISIT = item("tests/browser/test_pages.py", "book", "browser")
ENGINE = item("tests/browser/test_engines.py", "book", "engine")
FOUND = item("tests/project/test_engines.py")
BUILD = item("tests/project/test_build.py", "book")
UNIT = item("tests/qca/test_truth_table.py")


def test_what_takes_long_begins_first_and_visits_come_last():
    items = [VISIT, UNIT, ENGINE, BUILD, FOUND]
    config = SimpleNamespace(getoption=lambda name: False)
    pytest_collection_modifyitems(config, items)
    assert items == [BUILD, UNIT, FOUND, ENGINE, VISIT]
    assert LONG[0] == "test_build"


def test_a_quick_run_leaves_out_what_waits_for_something():
    assert [is_quick(one) for one in (VISIT, ENGINE, FOUND, BUILD, UNIT)] == [
        False,
        False,
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("tests/qca/test_a.py::test_1", "tests/qca/test_a.py::test_2[x]", True),
        ("tests/qca/test_a.py::test_1", "tests/qca/test_b.py::test_1", False),
        ("tests/browser/test_pages.py::test_1[a]", "tests/browser/test_pages.py::test_1[b]", False),
        # an engine's tests go in a few parts, a page always in the same
        (
            "tests/browser/test_engines.py::test_1[webkit-index.html]",
            "tests/browser/test_engines.py::test_2[webkit-index.html]",
            True,
        ),
        (
            "tests/browser/test_engines.py::test_1[webkit-index.html]",
            "tests/browser/test_engines.py::test_1[firefox-index.html]",
            False,
        ),
    ],
)
def test_what_shares_something_goes_to_one_worker(one, other, together):
    first, second = (ByFile._split_scope(None, name) for name in (one, other))
    assert (first == second) == together
