"""The pages in Firefox and WebKit: they keep quiet there too, and say what the modules say."""

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_pages import ADDRESSES, MISSING
from tools.engines import ENGINES, Engine, Missing, running
from tours import (
    BAD,
    NOTE,
    by_back,
    by_clicks,
    by_links,
    can_be_linked,
    in_one_go,
    linked,
    refuses,
    show,
)
from walks import start

from every_explorer import EXPLORERS

FORMS = r'<form[^>]* data-explorer="([^"]+)"'
ALIVE = """() => [...document.querySelectorAll("figure:has(> .livepage-spec)")].every((figure) => {
    figure.querySelector(".livepage-wake")?.click();
    return figure.dataset.state === "live";
})"""
STAGE = "chapters/argument/framework.html"
END = "() => scrollTo(0, document.body.scrollHeight)"
STEPS = """steps => {
    const options = document.querySelectorAll("[name=path-balance]");
    for (let step = 0; step < steps; step += 1) options[step % 2].click();
}"""
SET_AGAIN = "() => document.querySelector('[name=path-control][value=weak]')?.checked"
POLICY = """<meta content="default-src 'self' 'unsafe-inline'"
http-equiv="Content-Security-Policy">"""
SPOILED = """<!doctype html><html><head>{policy}<title>Spoiled</title></head><body>
<img src="http://example.org/x.png" alt="">
<script>
console.error("complained", 1);
console.warn("warned");
Promise.reject(new Error("rejected"));
setTimeout(() => { throw new Error("thrown"); });
</script></body></html>"""


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An engine that runs; one after the other.

    Where one cannot be had, what is to be tested in it is not, and the run says so; but nothing is
    published so: there it is a failure.
    """
    try:
        with running(request.param) as engine:
            yield engine
    except Missing as missing:
        if os.environ.get("CI"):
            pytest.fail(str(missing), pytrace=False)
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def site(engine: Engine, book: Path) -> Iterator[str]:
    """The address of the book as this engine is served it."""
    with engine.serving(book) as address:
        yield address


def strangers(engine: Engine, root: str) -> list[str]:
    """What was asked of somebody else."""
    return [url for url in engine.requests() if not url.startswith((root, "data:", "about:"))]


@pytest.mark.parametrize("address", [*ADDRESSES, MISSING])
def test_a_page_says_in_this_engine_too_what_the_modules_say(
    engine: Engine, site: str, book: Path, address: str
):
    """Opened once, by a link to a setting, for all of it.

    Each explorer shows what its module says: by that link and by a bad one, after a real click on
    each option, after Back and after starting again, and in a few whole settings. Charts come
    alive, nobody else is asked, and no error is said.
    """
    explorers = [EXPLORERS[name] for name in re.findall(FORMS, (book / address).read_text("utf-8"))]
    link, _settings = linked(explorers)
    engine.open(f"{site}{address}#{link}".rstrip("#"))
    by_links(engine, explorers)
    engine.wait(ALIVE)  # a chart that came later would push away what is to be clicked
    engine.evaluate(NOTE)
    for explorer in filter(can_be_linked, explorers):
        by_back(engine, explorer)
    for explorer in explorers:
        by_clicks(engine, explorer)
        in_one_go(engine, explorer)
    engine.evaluate(END)
    assert strangers(engine, site) == []
    assert engine.errors() == []


def test_a_bad_link_does_no_harm_when_a_page_is_opened_by_it(engine: Engine, site: str):
    engine.open(f"{site}{STAGE}#{BAD}")
    refuses(engine)
    show(engine, {"path": start(EXPLORERS["path"])})
    assert engine.errors() == []


def test_a_setting_is_there_when_a_reader_comes_back(engine: Engine, site: str):
    """WebKit keeps a page that is left, and sets its forms back as it brings the page again."""
    setting = {**start(EXPLORERS["path"]), "balance": "adjusted", "control": "weak"}
    hash_ = "#path-balance=adjusted&path-control=weak"
    engine.open(f"{site}{STAGE}{hash_}")
    show(engine, {"path": setting})
    engine.evaluate("() => { location.href = 'puzzle.html'; }")
    engine.wait(
        "() => location.pathname.endsWith('puzzle.html') && document.readyState === 'complete'"
    )
    engine.back()
    engine.wait("() => location.hash.includes('weak')")
    engine.wait(SET_AGAIN)
    show(engine, {"path": setting})
    assert engine.errors() == []


def test_more_steps_than_an_engine_writes_down_do_no_harm(engine: Engine, site: str):
    """WebKit refuses more than a hundred in ten seconds; the explorer goes on without."""
    engine.open(f"{site}{STAGE}")
    engine.evaluate(STEPS, 152)
    show(engine, {"path": {**start(EXPLORERS["path"]), "balance": "adjusted"}})
    assert engine.errors() == []


def hears(engine: Engine, word: str) -> None:
    """What a page complains of after it has loaded comes in a moment."""
    end = time.monotonic() + 10
    while word not in "\n".join(engine.errors()):
        assert time.monotonic() < end, (word, engine.errors())
        engine.evaluate("() => 0")


@pytest.mark.parametrize("policy", [POLICY, ""], ids=["policy", "none"])
def test_a_spoiled_page_would_be_noticed(engine: Engine, tmp_path: Path, policy: str):
    """The watch itself works, in either engine, on all that a page can complain of.

    Where a policy forbids to ask others, that is an error; where none does, they are named.
    """
    (tmp_path / "index.html").write_text(SPOILED.replace("{policy}", policy), "utf-8")
    with engine.serving(tmp_path) as address:
        engine.go(address)
        for word in ("complained", "warned", "rejected", "thrown", *(["img-src"] * bool(policy))):
            hears(engine, word)
        if not policy:
            assert strangers(engine, address) == ["http://example.org/x.png"]


def test_the_watch_leaves_the_page_as_it_was_delivered(engine: Engine, site: str, book: Path):
    """Whatever sees what a page says is not part of it."""
    engine.open(f"{site}{MISSING}")
    scripts = (book / MISSING).read_text("utf-8").count("<script")
    assert engine.evaluate("() => document.scripts.length") == scripts
    assert engine.evaluate("() => Object.keys(window).filter(n => n.includes('Probe'))") == []
