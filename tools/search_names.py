"""What readers may call the book's terms, handed to the search.

A Sphinx extension of this book's own (`_config.yml`, local_extensions). A term is found by its
Chinese and by its other names (`data/terms.csv`): its place in the glossary, and the page that
tells most of it.
"""

from collections.abc import Iterator

from sphinx.util.nodes import _make_id

from crisis_paths.tables.reading import rows

GLOSSARY = "chapters/appendix/glossary"
Named = tuple[str, str, list[str]]  # a page, a place in it or none, and its names


def named() -> Iterator[Named]:
    """Yield the places of the terms with their names.

    Examples
    --------
    >>> [page for page, _place, names in named() if "Bayes" in names]
    ['chapters/appendix/glossary', 'chapters/scrutiny/ledger']
    """
    for term in rows("terms"):
        other = [name.strip() for name in term["other_names"].split(";") if name.strip()]
        yield GLOSSARY, _make_id(f"term-{term['en']}"), [term["zh"], *other]
        if term["page"]:
            yield f"chapters/{term['page']}", "", [term["en"], term["zh"], *other]


def configure(app, config) -> None:
    """Add the names to those of the configuration (``config-inited``)."""
    config.livepage_search_names = [*config.livepage_search_names, *named()]


def setup(app) -> dict:
    """Register with Sphinx."""
    app.connect("config-inited", configure)
    return {"version": "1.0", "parallel_read_safe": True, "parallel_write_safe": True}
