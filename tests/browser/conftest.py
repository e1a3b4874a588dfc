"""The built book, served; and every page of it as a parameter."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tools.visit import served


@pytest.fixture(scope="session")
def root(book: Path) -> Iterator[str]:
    """The address of the served book."""
    with served(book) as address:
        yield address
