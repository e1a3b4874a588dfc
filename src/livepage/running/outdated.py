"""Which pages have to be read again, and which written, although their files are the same."""

import hashlib

from livepage.running.loads import still


def read_again(app, env, added: set, changed: set, removed: set) -> list[str]:
    """Return the pages whose notebooks would now come to something else (``env-get-outdated``).

    Of a page that was run by MyST-NB itself nobody knows what it has opened: it is read again
    whatever has changed of the watched files.
    """
    loads = getattr(env, "livepage_loads", {})
    pages = getattr(env, "nb_metadata", {})
    return [
        page
        for page, told in pages.items()
        if told.get("exec_data") and not (page in loads and still(loads[page], app.livepage_state))
    ]


def contents(env) -> str:
    """Return a hash of what pages say of each other: titles, their order, numbers, labels."""
    labels = env.domaindata.get("std", {})
    said = [
        sorted((name, title.astext()) for name, title in env.titles.items()),
        sorted((name, list(pages)) for name, pages in env.toctree_includes.items()),
        sorted(
            (name, sorted(map(str, found.items()))) for name, found in env.toc_secnumbers.items()
        ),
        sorted(
            (name, sorted(map(str, found.items()))) for name, found in env.toc_fignumbers.items()
        ),
        sorted(map(str, labels.get("labels", {}).items())),
    ]
    return hashlib.sha256(repr(said).encode()).hexdigest()


def write_again(app, env) -> list[str]:
    """Return all pages if one says something else of itself than before (``env-get-updated``).

    Each page carries the contents of the book, and names what comes before and after it. Sphinx
    writes only those that lead to what has changed.
    """
    before, env.livepage_contents = getattr(env, "livepage_contents", ""), contents(env)
    return [] if before == env.livepage_contents else sorted(env.found_docs)
