"""What a click costs a reader's processor, page by page, in each engine."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

import psutil
from playwright.sync_api import Browser

from tools.engines import ENGINES, Engine, Missing, running
from tools.engines.engine import HEIGHT, WIDTH
from tools.figures import CannotMeasure
from tools.visit import running_browser, served, visit

CHROMIUM = "chromium"
BROWSERS = (CHROMIUM, *ENGINES)
CLICKS = 20  # spread over all options of a page
APART = 80  # milliseconds, so that each is painted before the next
# Goes from option to option that is in sight and not yet set; with or without clicking it, so that
# what it costs to scroll there is known too. Says how many there are.
GO = """(clicks, apart, click) => {
    const all = [...document.querySelectorAll(
        "form[data-explorer] :is([type=radio], [type=checkbox])")];
    let step = 0;
    delete document.body.dataset.gone;
    const next = () => {
        const from = Math.floor(step * all.length / clicks);
        const option = [...all.slice(from), ...all.slice(0, from)].find((option) =>
            !(option.type === "radio" && option.checked) && option.closest("label").offsetParent);
        option.closest("label").scrollIntoView({block: "center"});
        if (click) option.click();
        step += 1;
        if (step < clicks) setTimeout(next, apart);
        else document.body.dataset.gone = String(click);
    };
    if (all.length) setTimeout(next, apart);
    return all.length;
}"""
GONE = "click => document.body.dataset.gone === String(click)"
LONGEST = 120  # seconds

Evaluate = Callable[..., object]
Open = Callable[[str], AbstractContextManager[Evaluate]]


def used() -> float:
    """Return the processor seconds of all programs that this one has started and that still run."""
    total = 0.0
    for process in psutil.Process().children(recursive=True):
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
    return total


def _gone(evaluate: Evaluate, *, click: bool) -> float | None:
    """Return the processor seconds of going from option to option; None where there is none."""
    before = used()
    if not evaluate(GO, CLICKS, APART, click):
        return None
    time.sleep(CLICKS * APART / 1000)
    end = time.monotonic() + LONGEST
    while not evaluate(GONE, click):
        if time.monotonic() > end:
            raise CannotMeasure("the page was still busy after two minutes.")
        time.sleep(APART / 1000)
    time.sleep(0.2)  # the last one is painted too
    return used() - before


def cost(evaluate: Evaluate) -> float | None:
    """Measure a click on the open page in milliseconds of processor time, without scrolling.

    Returns
    -------
    float or None
        The mean of `CLICKS` clicks; None if the page has nothing to click.
    """
    if _gone(evaluate, click=False) is None:  # what comes into sight for the first time costs more
        return None
    still = _gone(evaluate, click=False)
    clicked = _gone(evaluate, click=True)
    return max(0.0, clicked - still) * 1000 / CLICKS


def clicks(name: str, book: Path, addresses: Iterable[str]) -> Iterator[tuple[str, float]]:
    """Return what a click costs on each page that has something to click.

    Parameters
    ----------
    name : str
        One of `BROWSERS`.
    book : Path
        The folder of the built pages.
    addresses : iterable of str
        Pages within it.

    Yields
    ------
    str, float
        The page's address; milliseconds of processor time.

    Raises
    ------
    CannotMeasure
        If there is no such browser here.
    """
    with opening(name, book) as opened:
        for address in addresses:
            with opened(address) as evaluate:
                if (taken := cost(evaluate)) is not None:
                    yield address, taken


@contextmanager
def opening(name: str, book: Path) -> Iterator[Open]:
    """Run a browser on the built pages; gives what opens one of them."""
    if name == CHROMIUM:
        with running_browser() as browser, served(book) as root:
            yield partial(_chromium, browser, root)
        return
    try:
        with running(name) as engine, engine.serving(book) as root:
            yield partial(_engine, engine, root)
    except Missing as missing:
        raise CannotMeasure(str(missing)) from missing


@contextmanager
def _chromium(browser: Browser, root: str, address: str) -> Iterator[Evaluate]:
    with visit(browser, root, address, viewport={"width": WIDTH, "height": HEIGHT}) as seen:
        yield lambda function, *given: seen.page.evaluate(
            f"given => ({function})(...given)", list(given)
        )


@contextmanager
def _engine(engine: Engine, root: str, address: str) -> Iterator[Evaluate]:
    engine.open(root + address)
    yield engine.evaluate
