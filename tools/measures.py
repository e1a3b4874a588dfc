"""The measures of the book: its builds, its pages; each can be taken by itself."""

import statistics
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Browser

from tools.clicks import BROWSERS, clicks
from tools.figures import BOOK_SCREENS, BOOK_WORDS, COLD, PAINT, SCREENS, CannotMeasure, Figure
from tools.reading import CHAPTERS, read, to_be_read
from tools.visit import PHONE, pages, served, visit
from tools.workshop import (
    BUILD,
    Workshop,
    browser,
    built,
    default,
    default_pages,
    our_pages,
    ours,
    run,
)

Measure = tuple[str, Callable[[], Iterable[Figure]]]
KINDS = {".html": "HTML", ".css": "CSS", ".js": "scripts", ".svg": "images", ".png": "images"}
CLICKS = 40
PAINTS = 5
# What Lighthouse takes for a phone on a slow mobile network; milliseconds, and bytes a second.
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
PROCESSOR = 4  # times slower than this machine's
CLICK = """async clicks => {
    const taken = [], radios = [...document.querySelectorAll('[data-explorer=path] input')];
    for (let n = 0; n < clicks; n++) {
        await new Promise(done => setTimeout(done, 50));
        const start = performance.now();
        radios[n % radios.length].click();
        await new Promise(done => requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = done; after.port2.postMessage(0); }));
        taken.push(performance.now() - start);
    }
    return taken; }"""
LARGEST = """() => new Promise(done => { new PerformanceObserver(list => {
    done(list.getEntries().at(-1).startTime);
}).observe({type: 'largest-contentful-paint', buffered: true}); })"""


def compared(what: str, unit: str, value: float, beside: Callable[[], float]) -> Iterator[Figure]:
    """Return a figure with what stands beside it; without that the figure is told all the same.

    Raises
    ------
    CannotMeasure
        After the figure, if there is nothing to compare it with.
    """
    try:
        other = beside()
    except CannotMeasure as why:
        yield Figure(what, value, unit)
        raise CannotMeasure(f"nothing stands beside it: {why}") from why
    yield Figure(what, value, unit, other)


# Cold, unchanged, and with one changed chapter; both books by the same command.


def building(shop: Workshop) -> Iterator[Figure]:
    mine = built(shop, ours)
    yield from compared("cold build", "s", mine.seconds, lambda: built(shop, default).seconds)


def working(shop: Workshop) -> Iterator[Figure]:
    mine = built(shop, ours)
    yield from compared(COLD, "s", mine.processor, lambda: built(shop, default).processor)


def remembering(shop: Workshop) -> Iterator[Figure]:
    mine, what = built(shop, ours), "cold build, peak memory"
    yield from compared(what, "MB", mine.megabytes, lambda: built(shop, default).megabytes)


def rebuilding(shop: Workshop) -> Iterator[Figure]:
    yield from compared(
        "rebuild, nothing changed", "s", _again(shop, ours), lambda: _again(shop, default)
    )


def _again(shop: Workshop, book: Callable[[Workshop], Path]) -> float:
    built(shop, book)
    return run(*BUILD, shop.get(book)).seconds


def standing() -> Iterator[Figure]:
    run("make", "-s", "book")
    yield Figure("make book, nothing changed", run("make", "-s", "book").seconds, "s")


# The built pages.


def weighing(shop: Workshop, address: str) -> Iterator[Figure]:
    """Measure what a page asks for and weighs before its reader scrolls; third parties refused."""
    mine, theirs = _weighed(shop.get(browser), shop.get(our_pages), address), {}
    with suppress(CannotMeasure):  # why there is no default book is told where it was to be built
        if (shop.get(default_pages) / address).is_file():
            theirs = _weighed(shop.get(browser), shop.get(default_pages), address)
    for what, (value, unit) in mine.items():
        yield Figure(f"{address}: {what}", value, unit, theirs.get(what, (None, ""))[0])


def _weighed(running: Browser, book: Path, address: str) -> dict[str, tuple[float, str]]:
    with served(book) as root, visit(running, root, address) as seen:
        seen.page.wait_for_load_state("networkidle")
        weight = seen.weight(book, root)
        raw = sum((book / (name or "index.html")).stat().st_size for name in weight)
        kinds: dict[str, int] = {}
        for name, size in weight.items():
            kind = KINDS.get(Path(name or "index.html").suffix, "fonts and other")
            kinds[kind] = kinds.get(kind, 0) + size
        return {
            "requests": (len(seen.requested), ""),
            "third-party requests": (len(seen.strangers), ""),
            "raw": (raw / 1000, "KB"),
            "gzip": (sum(weight.values()) / 1000, "KB"),
            **{f"gzip, {kind}": (kinds[kind] / 1000, "KB") for kind in sorted(kinds)},
        }


def painting(shop: Workshop, address: str) -> Iterator[Figure]:
    """Measure the largest paint of a page on a slow phone; both books in turn, the median of each.

    Third parties are not found, at once, which flatters whoever asks them.
    """
    books = shop.get(our_pages), shop.get(default_pages)
    with served(books[0], zipped=True) as mine, served(books[1], zipped=True) as theirs:
        taken: dict[str, list[float]] = {mine: [], theirs: []}
        for _ in range(PAINTS):
            for root, found in taken.items():
                found.append(_largest_paint(shop.get(browser), root + address))
    middle = {root: statistics.median(found) for root, found in taken.items()}
    yield Figure(f"{address}: {PAINT}", middle[mine], "ms", middle[theirs])


def _largest_paint(running: Browser, url: str) -> float:
    """Return when the largest thing on a slow phone's first screen was painted, in milliseconds.

    Nothing listens to the page meanwhile: that would cost it time.
    """
    context = running.new_context(viewport=PHONE)
    try:
        page = context.new_page()
        protocol = context.new_cdp_session(page)
        protocol.send("Network.enable")
        protocol.send("Network.emulateNetworkConditions", NETWORK)
        protocol.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
        page.goto(url, wait_until="load")
        return page.evaluate(LARGEST)
    finally:
        context.close()


def clicking(shop: Workshop) -> Iterator[Figure]:
    """Measure from a click in an explorer to the next paint."""
    with (
        served(shop.get(our_pages)) as root,
        visit(shop.get(browser), root) as seen,
    ):
        seen.page.click("[data-explorer=path] input[value=manageable] + span")
        taken = seen.page.evaluate(CLICK, CLICKS)
    yield Figure("click to paint, median", statistics.median(taken), "ms")
    yield Figure("click to paint, worst", max(taken), "ms")


def costing(shop: Workshop, name: str) -> Iterator[Figure]:
    """Measure the processor time of a click on each page, in one engine."""
    book = shop.get(our_pages)
    for address, taken in clicks(name, book, pages(book)):
        yield Figure(f"{address}: click, processor time in {name}", taken, "ms")


def reading(shop: Workshop) -> Iterator[Figure]:
    """Measure how long the pages are on a phone, and how easy to read; then the whole book."""
    screens = count = 0.0
    with served(shop.get(our_pages)) as root:
        for address, found in read(shop.get(browser), root, to_be_read(shop.get(our_pages))):
            yield Figure(f"{address}: {SCREENS}", found.screens, "")
            yield Figure(f"{address}: words with every fold open", found.words, "")
            yield Figure(f"{address}: mean sentence", found.sentence, "words")
            yield Figure(f"{address}: Flesch reading ease", found.ease, "")
            screens += found.screens
            count += found.words if address.startswith(CHAPTERS) else 0
    yield Figure(BOOK_SCREENS, screens, "")
    yield Figure(BOOK_WORDS, count, "")


def of_the_pages(shop: Workshop) -> Iterator[Measure]:
    """Return a measure for each page; one that says why, if there are no pages."""
    try:
        found = pages(shop.get(our_pages))
    except CannotMeasure:
        yield "what pages weigh, when they are painted", lambda: shop.get(our_pages)
        return
    for address in found:
        yield f"{address}: what it weighs", lambda a=address: weighing(shop, a)
    try:
        beside = shop.get(default_pages)
    except CannotMeasure:
        yield PAINT, lambda: shop.get(default_pages)
        return
    for address in found:
        if (beside / address).is_file():
            yield f"{address}: {PAINT}", lambda a=address: painting(shop, a)


def of_the_book(shop: Workshop) -> Iterator[Measure]:
    """Return the measures of this module, in order."""
    yield "cold build", lambda: building(shop)
    yield COLD, lambda: working(shop)
    yield "cold build, peak memory", lambda: remembering(shop)
    yield "rebuild, nothing changed", lambda: rebuilding(shop)
    yield "make book, nothing changed", standing
    yield from of_the_pages(shop)
    yield "what it takes to read them", lambda: reading(shop)
    yield "click to paint", lambda: clicking(shop)
    for name in BROWSERS:
        yield f"clicks in {name}", lambda n=name: costing(shop, n)
