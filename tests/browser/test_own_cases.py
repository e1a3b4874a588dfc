"""Own cases, solved in the page: typed, opened, saved, sent; by keyboard, and without a network."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect
from test_engines import engine, site  # noqa: F401  (fixtures)
from tools.visit import Visit, visit

from crisis_paths.lab.examples import EXAMPLES, TITLES, example
from crisis_paths.lab.link import as_link
from crisis_paths.lab.own_cases import read
from crisis_paths.views.lab.own_cases import solved
from livepage.runtime import FOLDER, OFFER
from machine import lacking

PAGE = "chapters/lab/own_cases.html"
WAIT = 120_000  # milliseconds that a start may take where others are using the machine
TABLE = "case,STORM,LEAK,SANK\nAnna,yes,no,yes\nBerta,no,no,no\nClara,yes,yes,yes"
READY = "() => document.querySelector('.livepage-asked .livepage-status')?.textContent"


def words(text: str) -> list[str]:
    return re.sub(r"\s+", " ", text).split()


@pytest.fixture(scope="module")
def running(book: Path) -> Path:
    if not (book / "_static" / OFFER).is_file():
        lacking("the book was built without Python for its pages")
    return book


@pytest.fixture
def lab(running, browser, root) -> Iterator[Visit]:
    options = {"bypass_csp": True}  # for axe
    with visit(browser, root, PAGE, **options) as seen:
        assert not [url for url in seen.requested if f"/{FOLDER}/" in url]
        yield seen
        assert seen.errors == [] and seen.strangers == []


def opened(seen: Visit) -> Locator:
    seen.page.get_by_role("button", name="Open the table").click()
    form = seen.page.locator(".livepage-asked")
    tells(form, "Python is ready")
    return form


def tells(form: Locator, what: str) -> None:
    expect(form.get_by_role("status")).to_contain_text(what, timeout=WAIT)


def test_published_tables_are_solved_without_a_network(lab):
    """All that is needed has come with the click."""
    form = opened(lab)
    lab.page.context.set_offline(True)
    form.locator("summary").first.click()
    for name in EXAMPLES:
        form.get_by_label("A published table").select_option(name)
        form.get_by_role("button", name="Start from it").click()
        tells(form, f"The table is there: {TITLES[name]}.")
        found = form.locator(".asked-answer").evaluate("shown => shown.textContent")
        assert words(found) == words(solved(example(name)).html.striptags())
    lab.page.context.set_offline(False)


def test_by_keyboard_alone(lab):
    page = lab.page
    lab.page.get_by_role("button", name="Open the table").focus()
    page.keyboard.press("Enter")
    form = page.locator(".livepage-asked")
    tells(form, "Python is ready")
    assert page.evaluate("document.activeElement.name") == "text"
    page.keyboard.insert_text(TABLE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    tells(form, "Cases: 3.")
    expect(form.locator(".asked-answer")).to_contain_text("Formulas for SANK")
    for _key in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    tells(form, "Rows: 3.")
    assert page.evaluate("document.activeElement.name") == "r0c0"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.ariaLabel") == "Anna, STORM"
    page.keyboard.insert_text("no")
    page.keyboard.press("Enter")
    tells(form, "Cases: 3.")


def test_what_was_answered_before_is_marked(lab):
    form = opened(lab)
    table, shown = form.locator("textarea[name=text]"), form.locator(".asked-answer")
    table.fill(TABLE)
    form.get_by_role("button", name="See what follows").click()
    tells(form, "Cases: 3.")
    form.get_by_role("button", name="Save", exact=True).click()
    tells(form, "The file is ready.")
    assert "SANK" in shown.inner_text() and form.get_attribute("data-stale") is None
    table.fill(TABLE.replace("SANK", "LOST"))
    tells(form, "Changed since")
    assert form.get_attribute("data-stale") == ""
    assert form.get_by_role("link", name="Save").count() == 0  # it would be the one of before
    table.fill("case,A\nx,perhaps")
    form.get_by_role("button", name="See what follows").click()
    tells(form, "your table")
    assert "SANK" in shown.inner_text() and form.get_attribute("data-stale") == ""


def test_a_file_that_has_gone_is_told_and_the_form_lives(lab, tmp_path):
    form, file = opened(lab), tmp_path / "mine.csv"
    file.write_text(TABLE)
    form.locator("summary").first.click()
    form.get_by_label("A CSV file").set_input_files(file)
    file.unlink()
    form.get_by_role("button", name="Open it").click()
    tells(form, "A chosen file has changed or is gone; choose it again.")
    form.locator("textarea[name=text]").fill(TABLE)
    form.get_by_role("button", name="See what follows").click()
    tells(form, "Cases: 3.")


def test_a_second_link_in_the_same_tab_is_read(lab):
    form = opened(lab)
    for name in ("strikes", "regimes"):
        lab.page.evaluate("hash => { location.hash = hash; }", as_link(example(name)))
        tells(form, "The cases that the link brings are there.")
        found = read(form.locator("textarea[name=text]").input_value())
        assert found.codings == example(name).codings
        form.get_by_role("status").evaluate("said => said.textContent = ''")


def test_saved_opened_and_sent(lab, browser):
    form = opened(lab)
    form.locator("textarea[name=text]").fill(TABLE)
    form.get_by_role("button", name="Save", exact=True).click()
    with lab.page.expect_download() as coming:
        form.get_by_role("link", name="Save cases.csv").click()
    content = Path(coming.value.path()).read_bytes()
    assert read(content).codings == read(TABLE).codings
    form.locator("summary").first.click()
    file = {"name": "mine.csv", "mimeType": "text/csv", "buffer": content}
    form.get_by_label("A CSV file").set_input_files([file])
    form.get_by_role("button", name="Open it").click()
    tells(form, "The file is there.")
    form.get_by_role("button", name="Make a link").click()
    tells(form, "The link is ready.")
    tells(form, "can read the name of every case")
    link = form.get_by_label("A link to this").input_value()
    root, hash_ = link.split(PAGE)
    with visit(browser, root, PAGE + hash_) as other:
        other.page.get_by_role("button", name="Open the table").click()
        brought = other.page.locator(".livepage-asked")
        tells(brought, "The cases that the link brings are there.")
        assert read(brought.locator("textarea[name=text]").input_value()).codings == (
            read(TABLE).codings
        )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("case,A,B\nx,<b>maybe</b>,yes", "must be one of"),
        ("case,A,B\n" + "x,1,1\n" * 300, "at most 200 are taken"),
        ("case,A,B\n" + "x,1,1\n" * 40_000, "is too large"),
        ('case,"A\n', "your table"),
    ],
)
def test_what_is_wrong_is_one_sentence_and_nothing_is_lost(lab, text, says):
    form = opened(lab)
    form.locator("textarea[name=text]").evaluate("(field, text) => { field.value = text; }", text)
    form.get_by_role("button", name="See what follows").click()
    tells(form, says)
    assert form.get_by_role("status").locator("b").count() == 0
    assert form.locator("textarea[name=text]").input_value() == text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_form_the_grid_and_the_answer(running, browser, root, scheme):
    options = {"bypass_csp": True, "color_scheme": scheme, "reduced_motion": "reduce"}
    with visit(browser, root, PAGE, **options) as seen:
        form = opened(seen)
        form.locator("textarea[name=text]").fill(TABLE)
        form.get_by_role("button", name="See what follows").click()
        tells(form, "Cases: 3.")
        for button in ("Type in a grid", "Make a link", "See what follows"):
            form.get_by_role("button", name=button).click()
            form.locator(".livepage-start button:disabled").wait_for(state="attached")
            found = Axe().run(seen.page, context=".livepage-asked").response["violations"]
            assert [fault["id"] for fault in found] == []
        page = seen.page
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_a_script_or_from_a_file_there_is_no_button(running, browser, root):
    for place, javascript in ((root, False), (f"{running.as_uri()}/", True)):
        with visit(browser, place, PAGE, javascript=javascript) as seen:
            assert seen.page.locator(".livepage-run").count() == 0


@pytest.mark.parametrize("engine", ["firefox"], indirect=True)
def test_in_firefox_too(running, engine, site):  # noqa: F811
    engine.open(f"{site}{PAGE}")
    engine.click("template.asked-form + .livepage-run")
    engine.wait("() => document.querySelector('.livepage-asked textarea') !== null")
    engine.evaluate("text => { document.querySelector('[name=text]').value = text; }", TABLE)
    engine.wait(f"() => ({READY})()?.startsWith('Python is ready')")
    engine.click(".livepage-asked button[value=solve]")
    engine.wait(f"() => ({READY})()?.startsWith('Cases')")
    shown = "() => document.querySelector('.asked-answer').textContent"
    assert words(engine.evaluate(shown)) == words(solved(read(TABLE)).html.striptags())
    assert engine.errors() == []
