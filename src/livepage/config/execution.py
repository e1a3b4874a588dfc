"""Notebooks that are not in the cache are run before the pages are read, one on each processor.

MyST-NB runs a notebook when it reads its page, one after the other. jupyter-cache can run them
side by side, into the same cache, where MyST-NB then finds them; one that fails is left to
MyST-NB, which says so with its place.
"""

import multiprocessing
import os
from collections.abc import Iterable, Iterator

import nbformat
from jupyter_cache import get_cache
from jupyter_cache.base import JupyterCacheAbstract
from jupyter_cache.executors import load_executor

from livepage.config.settings import HTML_BUILDERS

FEW = 2  # fewer than this are not worth a pool


def unknown(cache: JupyterCacheAbstract, paths: Iterable[str]) -> Iterator[str]:
    """Yield the notebooks among `paths` whose code the cache has not seen."""
    for path in paths:
        if not path.endswith(".ipynb"):
            continue
        try:
            cache.match_cache_notebook(nbformat.read(path, as_version=4))
        except KeyError:
            yield path


def run_side_by_side(app, env, docnames: list[str]) -> None:
    """Run what has to be run (Sphinx's ``env-before-read-docs``)."""
    config = app.config
    if config.nb_execution_mode != "cache" or app.builder.name not in HTML_BUILDERS:
        return
    cache = get_cache(config.nb_execution_cache_path)
    wanted = list(unknown(cache, (str(env.doc2path(name)) for name in docnames)))
    if len(wanted) < FEW or (os.cpu_count() or 1) < 2:
        return
    keys = [cache.add_nb_to_project(path).pk for path in wanted]
    load_executor("local-parallel", cache).run_and_cache(
        filter_pks=keys,
        timeout=config.nb_execution_timeout,
        allow_errors=config.nb_execution_allow_errors,
    )
    multiprocessing.get_logger().handlers.clear()  # the executor would go on talking at exit
