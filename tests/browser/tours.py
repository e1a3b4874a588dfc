"""How a page's explorers are walked in any engine: by links, by real clicks, and in one go."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from random import Random
from urllib.parse import urlencode

from tools.engines import Engine
from walks import SHOWN, TWINS, UNFOLD_KEPT, Setting, expected, needs, start, words

from every_explorer import EXPLORERS
from explorers.explorer import Explorer

DRAWN = 2  # whole settings of each explorer, in one go
BAD = "path-balance=sideways&no-such=thing"

OF = "document.querySelector(`[data-explorer=${name}]`)"
SHOWN_IN = f"names => names.map(name => ({SHOWN})({OF}))"
NOTICE = "() => document.querySelector('article > .livepage-notice')?.textContent ?? ''"
HASH = "() => location.hash"
# A press is written into the address a moment later.
WRITTEN = "(name, v) => new URLSearchParams(location.hash.slice(1)).get(name) === v"
LEFT = "hash => location.hash !== hash"
FOLLOW = "hash => { location.hash = hash; }"
# Notes what each change shows, after the page's own scripts have heard of it.
NOTE = f"""() => {{
    window.noted = [];
    addEventListener("change", ({{target}}) => noted.push(({SHOWN})(target.form)));
}}"""
NOTED = "() => noted.splice(0)"
# Without an event: what is shown hangs on no script, and a hundred steps would be too many. Out of
# the page while it is set: to WebKit each option that changes in it costs as much as a whole page.
SET = f"""(name, settings) => {{
    const form = {OF}, place = document.createComment("");
    const told = settings.map((setting) => {{
        form.replaceWith(place);
        for (const [choice, value] of Object.entries(setting))
            form.querySelector(`[name=${{name}}-${{choice}}][value=${{value}}]`).checked = true;
        place.replaceWith(form);
        return ({SHOWN})(form);
    }});
    form.reset();
    return [...told, ({SHOWN})(form)];
}}"""


def can_be_linked(explorer: Explorer) -> bool:
    """Has it a way back, and so a setting that stands in the address?"""
    return explorer.goes_back


def drawn(explorer: Explorer) -> list[Setting]:
    """A few whole settings, the same at every run.

    Any of them, not those near the start alone: `predict` and the module know them all.
    """
    draw = Random(int.from_bytes(sha256(explorer.name.encode()).digest()))
    return [{c.name: draw.choice(c.values) for c in explorer.choices} for _ in range(DRAWN)]


def linked(explorers: list[Explorer]) -> tuple[str, dict[str, Setting]]:
    """One link that sets all explorers of a page that can be linked to; and what it sets."""
    asked, settings = [], {}
    for explorer in explorers:
        first = settings[explorer.name] = start(explorer)
        if can_be_linked(explorer):
            wanted = settings[explorer.name] = drawn(explorer)[0]
            asked += [(f"{explorer.name}-{n}", v) for n, v in wanted.items() if v != first[n]]
    return urlencode(asked), settings


def show(engine: Engine, settings: dict[str, Setting]) -> None:
    """Each explorer shows what its module says."""
    engine.evaluate(UNFOLD_KEPT)
    told = engine.evaluate(SHOWN_IN, list(settings))
    for (name, setting), found in zip(settings.items(), told, strict=True):
        assert [words(t) for t in found] == expected(EXPLORERS[name], setting), (name, setting)


def refuses(engine: Engine) -> None:
    """The page says that a link has asked for what it does not have."""
    engine.wait(NOTICE)
    assert "does not have" in engine.evaluate(NOTICE)
    assert engine.evaluate(HASH) == ""


def by_links(engine: Engine, explorers: list[Explorer]) -> None:
    """A good link, as the page was opened with it, and then a bad one."""
    hash_, settings = linked(explorers)
    if not hash_:
        return
    assert engine.evaluate(HASH) == f"#{hash_}"
    show(engine, settings)
    engine.evaluate(FOLLOW, BAD)
    refuses(engine)
    show(engine, {explorer.name: start(explorer) for explorer in explorers})


def clicks(explorer: Explorer) -> Iterator[tuple[str, str]]:
    """Every option of every choice once, the one that is set at first as the last of its own.

    Before a question that is not always asked comes what makes it be asked.
    """
    held = start(explorer)
    for choice in explorer.choices:
        for value in sorted(choice.values, key=lambda value: value == choice.start):
            need = needs(choice, value)
            for name, wanted in {**need, choice.name: value}.items():
                if held[name] != wanted:
                    held = {**held, name: wanted}
                    yield name, wanted


def option(explorer: Explorer, choice: str, value: str) -> str:
    """Select what a reader clicks on to choose it."""
    form = f"form[data-explorer={explorer.name}]"
    return f"{form} label:has(> [name={explorer.name}-{choice}][value={value}])"


def by_back(engine: Engine, explorer: Explorer) -> None:
    """Two clicks, the second taken back; then the button that starts again.

    For all explorers of a page this comes before the many clicks: past a hundred in ten seconds an
    engine writes no step down, and Back would lead further than one.
    """
    held = [start(explorer)]
    engine.evaluate(UNFOLD_KEPT)
    for choice, value in islice(clicks(explorer), 2):
        engine.click(option(explorer, choice, value))
        moved = value != held[0][choice]
        engine.wait(WRITTEN, f"{explorer.name}-{choice}", value if moved else None)
        held.append({**held[-1], choice: value})
    here = engine.evaluate(HASH)
    engine.back()
    engine.wait(LEFT, here)  # it goes when it has time
    show(engine, {explorer.name: held[-2]})
    engine.click(f"form[data-explorer={explorer.name}] button[type=reset]")
    show(engine, {explorer.name: held[0]})


def by_clicks(engine: Engine, explorer: Explorer) -> None:
    """Each option by a real click; what is on a page a second time is clicked once."""
    if explorer.name in TWINS:
        return
    held = [start(explorer)]
    engine.evaluate(UNFOLD_KEPT)
    engine.evaluate(NOTED)
    for choice, value in clicks(explorer):
        engine.click(option(explorer, choice, value))
        held.append({**held[-1], choice: value})
    for setting, found in zip(held[1:], engine.evaluate(NOTED), strict=True):
        assert [words(t) for t in found] == expected(explorer, setting), (explorer.name, setting)


def in_one_go(engine: Engine, explorer: Explorer) -> None:
    """A few whole settings, and the start again.

    Where there is a link, the first of them was seen by it already.
    """
    engine.evaluate(UNFOLD_KEPT)
    settings = drawn(explorer)[can_be_linked(explorer) :]
    told = engine.evaluate(SET, explorer.name, settings)
    for setting, found in zip([*settings, start(explorer)], told, strict=True):
        assert [words(t) for t in found] == expected(explorer, setting), (explorer.name, setting)
