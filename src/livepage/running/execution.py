"""Notebooks that are not in the cache are run before the pages are read, side by side.

MyST-NB runs a notebook when it reads its page, one after the other. Here they run side by side
into the same cache, where MyST-NB then finds them. What was run before and still holds is taken
from the shelf. One that fails is left to MyST-NB, which says so with its place.
"""

import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

import nbformat
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn, JupyterCacheAbstract
from jupyter_cache.executors import load_executor
from jupyter_cache.executors.utils import single_nb_execution
from sphinx.util import logging

from livepage.running.forks import Nursery, can_fork
from livepage.running.kernels import managed
from livepage.running.loads import Loads, reported
from livepage.running.shelf import Run, Shelf
from livepage.running.watch import State

logger = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True)
class Wanted:
    """A notebook that a page is made of.

    Attributes
    ----------
    page : str
        The page's name.
    path : Path
        Where it is.
    notebook : NotebookNode
        As it is written.
    code : str
        The hash of its code, by which the cache knows it.
    """

    page: str
    path: Path
    notebook: nbformat.NotebookNode
    code: str


def executed(
    cache: JupyterCacheAbstract, paths: Iterable[tuple[str, Path]], excluded: Iterable[str]
) -> Iterator[Wanted]:
    """Yield the notebooks among these pages that are to be run.

    Parameters
    ----------
    cache : JupyterCacheAbstract
        What gives a notebook's code its hash.
    paths : iterable of str and Path
        Pages and their files.
    excluded : iterable of str
        Patterns of files that are not run (``nb_execution_excludepatterns``).
    """
    excluded = list(excluded)
    for page, path in paths:
        if path.suffix == ".ipynb" and not any(
            PurePosixPath(path.as_posix()).match(pattern) for pattern in excluded
        ):
            notebook = nbformat.read(path, as_version=4)
            yield Wanted(page, path, notebook, cache.create_hashed_notebook(notebook)[1])


def is_known(cache: JupyterCacheAbstract, wanted: Wanted) -> bool:
    """Say whether the cache has seen a notebook's code."""
    try:
        cache.match_cache_notebook(wanted.notebook)
    except KeyError:
        return False
    return True


def put(cache: JupyterCacheAbstract, wanted: Wanted, run: Run) -> None:
    """Put a run into the cache, without the widgets' states: pages take the HTML beside them."""
    run.notebook.metadata.pop("widgets", None)
    cache.cache_notebook_bundle(
        CacheBundleIn(run.notebook, str(wanted.path), data={"execution_seconds": run.seconds}),
        check_validity=False,
        overwrite=True,
    )


def persistently(do: Callable[[], T], times: int = 3) -> T:
    """Return what a call gives; if it fails, call it again, so many times in all.

    A kernel that begins takes ports that were free a moment ago. On a busy machine another may have
    taken one of them in between.
    """
    for _again in range(times - 1):
        try:
            return do()
        except Exception as error:
            logger.info("a kernel is started once more: %s: %s", type(error).__name__, error)
    return do()


def forked(config, root: Path, now: State, wanted: list[Wanted]) -> Iterator[tuple[Wanted, Run]]:
    """Run notebooks in forked kernels, side by side; yield those that did not fail."""
    refused: list[str] = []

    def run(one: Wanted) -> Run | None:
        report = Path(reports, one.page.replace("/", "-"))
        try:
            done = persistently(
                lambda: single_nb_execution(
                    one.notebook,
                    cwd=str(one.path.parent),
                    timeout=config.nb_execution_timeout,
                    allow_errors=config.nb_execution_allow_errors,
                    kernel_manager_class=managed(nursery, report),
                    # what a cell shows comes late on a busy machine; by default it is left out
                    # without a word after four seconds
                    iopub_timeout=config.nb_execution_timeout,
                    raise_on_iopub_timeout=True,
                )
            )
        except Exception:  # whatever it is, MyST-NB meets it again, and says so
            return None
        return None if done.err else Run(done.nb, reported(report, root, now), done.time)

    with (
        tempfile.TemporaryDirectory() as reports,
        # two on each processor: half of the time a kernel and we wait for each other
        ThreadPoolExecutor(2 * len(os.sched_getaffinity(0))) as pool,
        Nursery(config.livepage_preload, refused.append) as nursery,
    ):
        for one, done in zip(wanted, pool.map(run, wanted), strict=True):
            if done:
                yield one, done
    for why in refused:
        logger.warning("livepage_preload: %s", why, type="livepage", subtype="preload")


def by_themselves(config, cache: JupyterCacheAbstract, wanted: list[Wanted]) -> None:
    """Run notebooks in kernels of their own, one on each processor, into the cache."""
    keys = [cache.add_nb_to_project(str(one.path)).pk for one in wanted]
    load_executor("local-parallel", cache).run_and_cache(
        filter_pks=keys,
        timeout=config.nb_execution_timeout,
        allow_errors=config.nb_execution_allow_errors,
    )
    multiprocessing.get_logger().handlers.clear()  # the executor would go on talking at exit


def run_side_by_side(app, env, docnames: list[str]) -> None:
    """Run what has to be run (Sphinx's ``env-before-read-docs``)."""
    config, now = app.config, app.livepage_state
    if config.nb_execution_mode != "cache" or config.nb_execution_in_temp:
        return
    cache, shelf = get_cache(config.nb_execution_cache_path), Shelf(app.livepage_shelf, now)
    paths = ((name, Path(env.doc2path(name))) for name in docnames)
    loads: dict[str, Loads] = dict.fromkeys(docnames, now)
    wanted: list[Wanted] = []
    for one in executed(cache, paths, config.nb_execution_excludepatterns):
        known = is_known(cache, one)
        if run := shelf.find(one.code):
            loads[one.page] = run.loads
            if not known:
                put(cache, one, run)
        elif not known:
            wanted.append(one)
    if wanted and can_fork():
        for one, run in forked(config, Path(app.srcdir), now, wanted):
            put(cache, one, run)
            shelf.keep(one.code, run)
            loads[one.page] = run.loads
    elif len(wanted) > 1:
        by_themselves(config, cache, wanted)
    shelf.tidy()
    env.livepage_loads = getattr(env, "livepage_loads", {}) | loads
