"""The search index after a build that has written some pages only.

Sphinx then takes the other pages' words from the index of the last build, keeps words that no page
has any more, and forgets the other pages' index entries, the other names by which readers find
them.
"""

from collections.abc import Iterable

from docutils import nodes
from sphinx import addnodes
from sphinx.util.index_entries import split_index_msg

Entry = tuple[str, str, str]  # a name, the place on the page, and "main" or nothing


def entries(noted: Iterable[tuple]) -> list[Entry]:
    """Return the entries of a page, as Sphinx's index of words has them.

    Parameters
    ----------
    noted : iterable of tuple
        What Sphinx's domain of index entries has noted of the page.

    Examples
    --------
    >>> entries([("single", "haven", "term-harbour", "main", None), ("pair", "a; b", "", "", None)])
    [('a', '', ''), ('b', '', ''), ('haven', 'term-harbour', 'main')]
    """
    found: set[Entry] = set()
    for kind, value, place, main, _key in noted:
        found |= {(name, place or "", main) for name in split_index_msg(kind, value)}
    return sorted(found)


def note(app, doctree: nodes.document) -> None:
    """Note the entries that were put into a page after Sphinx had noted its own (``doctree-read``).

    Sphinx keeps what is noted for as long as it does not read the page again.
    """
    found = [entry for node in doctree.findall(addnodes.index) for entry in node["entries"]]
    app.env.domaindata["index"]["entries"][app.env.docname] = found


def install(app) -> None:
    """Complete the index before it is written (``builder-inited``)."""
    if app.builder.format != "html" or not hasattr(app.builder, "dump_search_index"):
        return
    dump = app.builder.dump_search_index

    def dump_whole() -> None:
        indexer = app.builder.indexer
        if indexer is not None:
            fed, noted = indexer._index_entries, app.env.domaindata["index"]["entries"]
            indexer._index_entries = {
                page: fed[page] if page in fed else entries(noted.get(page, ()))
                for page in sorted(app.env.all_docs)
            }
            indexer.prune(app.env.all_docs)
            for words in (indexer._mapping, indexer._title_mapping):
                for word in [word for word, pages in words.items() if not pages]:
                    del words[word]  # no page has it any more
        dump()

    app.builder.dump_search_index = dump_whole
