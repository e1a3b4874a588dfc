"""Lines of a page, changed and run in Chromium: what a reader sees, and what goes over the wire."""

import os
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from playwright.sync_api import Locator, Page, expect
from tools.visit import Visit, served, visit

from livepage.passes.apparatus import TOLD
from livepage.runtime import FOLDER, building, pinned
from machine import lacking

CODE = '''"""A harbour."""
from dataclasses import dataclass, field


class HarbourError(Exception):
    """Says what is wrong."""


def depth(tide):
    """Return how deep the water is."""
    if tide < 0:
        raise HarbourError("A tide is not below nothing.")
    return 2 * tide


class Chart:
    """Shows itself as HTML."""

    def _repr_html_(self):
        return "<form class='chart' onclick='no()'><b>deep</b><script>no()</script></form>"


@dataclass
class Answer:
    said: str
    html: str = ""
    files: tuple = ()
    fields: dict = field(default_factory=dict)
    parts: dict = field(default_factory=dict)
    link: str = ""


def answered(fields, asked):
    """Answer the form of the harbour."""
    if asked == "wait":
        while True:
            pass
    if asked == "file":
        file = fields["log"][0]
        kept = {"name": file["name"], "content": file["content"].upper(), "type": "text/plain"}
        return Answer(f"{file['size']} bytes", files=(kept,))
    deep = depth(float(fields["tide"]))
    more = {"fields": {"tide": "4"}, "parts": {"note": "<b>noted</b>"}}
    return Answer(f"{asked}: {deep}", "<p id=deep>deep</p>", link="tide=3", **more)
'''
FORM = """<template class="asked-form" data-call="harbour:answered" data-offer="Ask"
data-kept="tide">
<label>Tide <input name="tide" value="1"></label><div data-part="note"></div>
<label>Log <input type="file" name="log"></label>
<button name="asked" value="look">Look</button> <button name="asked" value="wait">Wait</button>
<button name="asked" value="file">Read</button></template>"""
CELLS = (
    ("from harbour import Chart, depth\nfrom markupsafe import escape", ["hide-input"], None),
    ("deep = depth(3)\ndeep", ["hide-input", "runnable"], "6"),
    ("deep + 1", ["runnable"], "7"),
)
ENDED = re.compile("Done|It did not work|Python has ended")
WAIT = 120_000  # milliseconds that a start may take where others are using the machine


def with_harbour(book) -> None:
    """Put a notebook of three cells into the fixture book, and switch Python on."""
    cells = [new_markdown_cell("# Tides")]
    for code, tags, shown in CELLS:
        outputs = [new_output("execute_result", {"text/plain": shown})] if shown else []
        cells.append(new_code_cell(code, metadata={"tags": tags}, outputs=outputs))
    cells.append(new_code_cell("Form()", metadata={"tags": ["remove-input"]}))
    cells[-1].outputs = [new_output("execute_result", {"text/html": FORM, "text/plain": "Ask"})]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(
        new_notebook(cells=cells, metadata={"kernelspec": kernel}), book.folder / "t.ipynb"
    )
    (book.folder / "src" / "harbour").mkdir(parents=True)
    (book.folder / "src" / "harbour" / "__init__.py").write_text(CODE)
    contents, settings = book.folder / "_toc.yml", book.folder / "_config.yml"
    contents.write_text(contents.read_text() + "      - file: t\n")
    on = "\n    livepage_runtime: true\n    livepage_runtime_packages: [markupsafe]"
    watched = "livepage_watch: [watched"
    settings.write_text(settings.read_text().replace(f"{watched}]", f"{watched}, src]{on}"))


@pytest.fixture(scope="module")
def runtime(once, build_of) -> Path:
    """The fixture book with Python in it, built."""
    try:
        packed = pinned.archive(once("python", Path.mkdir))
    except pinned.NotThereError as missing:
        lacking(f"Python for pages cannot be had here: {missing}")

    def make(folder: Path) -> None:
        book = build_of(folder)
        with_harbour(book)
        kept = book.folder / "_build" / ".doctrees" / "livepage" / packed.name
        kept.parent.mkdir(parents=True)
        kept.write_bytes(packed.read_bytes())
        book.run()

    return once("runs", make) / "book" / "_build" / "html"


@pytest.fixture
def tides(browser, runtime: Path) -> Iterator[Visit]:
    """The page with the cells, opened."""
    with served(runtime) as root, visit(browser, root, "t.html") as seen:
        yield seen
        assert seen.strangers == []


def opened(page: Page, number: int = 0) -> None:
    page.locator(".livepage-run").nth(number).click()
    page.locator(".livepage-lines textarea").nth(0).wait_for()


def ran(page: Page, lines: str, number: int = 0) -> tuple[str, str]:
    """What is told after a run, and what is shown."""
    box = page.locator(".livepage-lines").nth(number)
    status = box.get_by_role("status")
    box.locator("textarea").fill(lines)
    status.evaluate("said => said.textContent = ''")
    box.locator("textarea").press("Shift+Enter")
    status.filter(has_text=ENDED).wait_for(timeout=WAIT)
    shown = page.locator(".tag_runnable").nth(number).locator(".cell_output")
    return status.inner_text(), shown.inner_text().strip()


@pytest.fixture
def asked(tides) -> Locator:
    """The form, opened."""
    tides.page.get_by_role("button", name="Ask").click()
    return tides.page.locator(".livepage-asked")


def tells(asked: Locator, words: str) -> None:
    expect(asked.get_by_role("status")).to_have_text(words, timeout=WAIT)


def test_a_form_is_answered_in_the_page(tides, asked):
    asked.get_by_label("Tide").fill("3")
    asked.get_by_label("Tide").press("Enter")
    tells(asked, "look: 6.0")
    assert asked.locator("#deep").inner_text() == "deep"
    assert asked.get_by_label("Tide").input_value() == "4"
    assert asked.locator("[data-part=note] b").inner_text() == "noted"
    assert asked.get_by_label("A link to this").input_value() == f"{tides.page.url}#tide=3"
    asked.get_by_label("Tide").fill("-1")
    tells(asked, "Changed since; below is the answer from before.")
    asked.get_by_role("button", name="Look").click()
    tells(asked, "A tide is not below nothing.")
    assert asked.locator("#deep").is_visible() and asked.get_by_label("Tide").input_value() == "-1"
    assert tides.errors == []


def test_a_form_takes_a_file_and_gives_one(tides, asked):
    log = {"name": "log <1>.txt", "mimeType": "text/plain", "buffer": b"high water"}
    asked.get_by_label("Log").set_input_files([log])
    asked.get_by_role("button", name="Read").click()
    tells(asked, "10 bytes")
    with tides.page.expect_download() as coming:
        asked.get_by_role("link", name="Save log <1>.txt").click()
    assert Path(coming.value.path()).read_bytes() == b"HIGH WATER"


def test_a_form_that_waits_for_ever_is_stopped(tides, asked):
    asked.get_by_label("Tide").fill("2")
    asked.get_by_role("button", name="Wait").click()
    asked.get_by_role("button", name="Stop").click(timeout=WAIT)
    tells(asked, "Stopped. What you typed is still here.")
    asked.get_by_role("button", name="Look").click()
    tells(asked, "look: 4.0")


def test_a_link_fills_the_form_and_does_nothing_before_the_click(browser, runtime: Path):
    with served(runtime) as root, visit(browser, root, "t.html#tide=<b>7") as seen:
        assert not [url for url in seen.requested if f"/{FOLDER}/" in url]
        seen.page.get_by_role("button", name="Ask").click()
        asked = seen.page.locator(".livepage-asked")
        expect(asked.get_by_role("status")).to_contain_text("could not convert", timeout=WAIT)
    with served(runtime) as root, visit(browser, root, "t.html#tide=7") as seen:
        seen.page.get_by_role("button", name="Ask").click()
        tells(seen.page.locator(".livepage-asked"), "open: 14.0")


def test_nothing_is_asked_for_before_the_click(tides):
    assert not [url for url in tides.requested if f"/{FOLDER}/" in url]
    assert tides.page.locator(".livepage-run").count() == 3
    assert not tides.page.locator(".tag_runnable .cell_input").first.is_visible()


def test_a_changed_line_is_run_and_names_are_kept_between_cells(tides):
    page = tides.page
    opened(page)
    assert page.locator("textarea").input_value() == CELLS[1][0]
    assert ran(page, "deep = depth(5)\ndeep") == ("Done.", "10")
    opened(page)
    assert ran(page, "deep + 1", 1) == ("Done.", "11")
    assert tides.errors == []


def test_errors_are_told_in_a_sentence_with_the_rest_folded(tides):
    page = tides.page
    opened(page)
    told, shown = ran(page, "depth(-1)")
    assert told == "It did not work; why is told below."
    assert shown.splitlines()[0] == "A tide is not below nothing."
    assert not page.locator(".livepage-fault pre").is_visible()
    assert ran(page, "1 / 0")[1].startswith("ZeroDivisionError: division by zero")


def test_html_is_shown_and_no_script_in_it_runs(tides):
    opened(tides.page)
    assert ran(tides.page, "Chart()")[1] == "deep"
    tides.page.locator("form.chart").click()
    assert not [error for error in tides.errors if "no is not defined" in error]


def test_an_endless_loop_is_stopped_and_the_page_lives(tides):
    page = tides.page
    opened(page)
    assert ran(page, "kept = 1\nkept")[1] == "1"
    page.locator("textarea").fill("while True: pass")
    page.locator("textarea").press("Shift+Enter")
    stop = page.get_by_role("button", name="Stop")
    stop.and_(page.locator(":enabled")).wait_for()
    assert page.evaluate("1 + 1") == 2
    stop.click()
    assert page.locator(".livepage-lines [role=status]").inner_text().startswith("Stopped.")
    assert "NameError" in ran(page, "kept")[1]
    assert ran(page, "2 * 21") == ("Done.", "42")


def test_lines_that_end_python_are_told_and_the_next_begin_anew(tides):
    opened(tides.page)
    assert ran(tides.page, "import os\nos._exit(3)")[0].startswith("Python has ended")
    assert ran(tides.page, "2 * 21") == ("Done.", "42")


def test_who_waits_for_nothing_is_not_said_to(tides, asked):
    """One Python for a page; what an editor and a form say is each their own."""
    tells(asked, "Python is ready. What you run stays in this page.")
    opened(tides.page)
    status = tides.page.locator(".livepage-lines [role=status]")
    expect(status).to_contain_text("Python is ready")
    asked.get_by_role("button", name="Wait").click()
    tells(asked, "Running …")
    expect(status).to_contain_text("Python is ready")
    asked.get_by_role("button", name="Stop").click()
    tells(asked, "Stopped. What you typed is still here.")
    expect(status).to_contain_text("What you had computed on this page is gone")


def test_it_is_as_it_was_when_that_is_asked_for(tides):
    page = tides.page
    opened(page)
    ran(page, "'other'")
    page.get_by_role("button", name="As it was").click()
    assert page.locator("textarea").input_value() == CELLS[1][0]
    assert page.locator(".tag_runnable").first.locator(".cell_output").inner_text().strip() == "6"


def test_the_keyboard_indents_and_gets_out(tides):
    page = tides.page
    opened(page)
    field = page.locator("textarea")
    field.fill("")
    for key in ("i", "f", " ", "1", ":", "Enter", "2", "Tab"):
        page.keyboard.press(key)
    assert field.input_value() == "if 1:\n    2    "
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Run"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_python_asks_no_other_host(tides):
    opened(tides.page)
    asked = (
        "from pyodide.http import pyfetch\nimport js\njs.fetch('http://127.0.0.1:9/').catch(print)"
    )
    ran(tides.page, asked)
    tides.page.wait_for_timeout(300)
    assert tides.strangers == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_editor(browser, runtime: Path, scheme):
    options = {"bypass_csp": True, "color_scheme": scheme}
    with served(runtime) as root, visit(browser, root, "t.html", **options) as seen:
        opened(seen.page)
        ran(seen.page, "1 / 0")
        found = Axe().run(seen.page, context=".tag_runnable").response["violations"]
        assert [fault["id"] for fault in found] == []


@pytest.mark.parametrize("how", ["file", "no script"])
def test_there_is_no_button_where_nothing_could_run(browser, runtime: Path, how):
    root = f"{runtime.as_uri()}/"
    with visit(browser, root, "t.html", javascript=how == "file") as seen:
        assert seen.page.locator(".livepage-run").count() == 0
        assert seen.page.locator(".tag_runnable").first.locator(".cell_input").count() == 1


def test_the_policy_of_the_pages_is_no_wider(runtime: Path):
    """But for the script in the page that its switch of code brings, named by its hash."""

    def policy(name: str) -> str:
        text = (runtime / name).read_text("utf-8")
        return text.split('http-equiv="Content-Security-Policy"')[0].rsplit("<meta", 1)[1]

    switch = f" 'sha256-{b64encode(sha256(TOLD.encode()).digest()).decode()}'"
    assert policy("t.html").count(switch) == 1
    assert policy("t.html").replace(switch, "") == policy("words.html")


def test_licences_and_the_list_of_modules_go_along(runtime: Path):
    place = runtime / "_static" / FOLDER
    names = {path.name for path in (place / "licences").iterdir()}
    assert names == {
        "Python-LICENSE.txt",
        "markupsafe-LICENSE.txt",
        "pyodide-LICENSE-MPL-2.0.txt",
    }
    assert "statistics" in (place / "modules.txt").read_text().split()


def test_the_same_book_gives_the_same_bytes(runtime: Path, tmp_path):
    folder = runtime.parents[1]
    code, _licences = building.taken(folder, ["watched", "src"], ["markupsafe"])
    packed = next((folder / "_build" / ".doctrees" / "livepage").glob("*.tgz"))
    made = building.made(packed, code, tmp_path)
    place = runtime / "_static" / FOLDER
    assert {name: (place / name).read_bytes() for name in made} == made


def test_without_a_network_the_book_is_whole_and_says_so_in_a_line(fresh):
    with_harbour(fresh)
    alone = fresh.folder.parent / "bin"  # where there is no npm
    alone.mkdir()
    fresh.environment["PATH"] = os.fspath(alone)
    said = fresh.run()
    lines = [line for line in said.splitlines() if "no cell can be run" in line]
    assert len(lines) == 1
    assert "livepage-python" not in fresh.pages()["t.html"]
    assert not (fresh.html / "_static" / FOLDER).exists()
    assert not (fresh.html / "_static" / "livepage-python.js").exists()
