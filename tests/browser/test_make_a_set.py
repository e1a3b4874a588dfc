"""A set made and a class graded in the page: by clicks, and what is saved is the command's."""

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect
from test_engines import engine, site  # noqa: F401  (fixtures)
from test_own_cases import WAIT, running  # noqa: F401  (fixture)
from tools.visit import Visit, visit

from assigned import MADE, RECIPE, RIGHT, SEED, filled
from crisis_paths.exercises.formats.exports import files
from crisis_paths.exercises.grading.nbgrader_notebook import source_notebook
from crisis_paths.exercises.make.recipe import Recipe
from crisis_paths.views.instructors.answered import HERE, checked

PAGE = "chapters/instructors/make_a_set.html"
SEEDS = ("spring", "Grüße, 李娜", "x & <y>")


def opened(seen: Visit, name: str, number: int = 0) -> Locator:
    seen.page.get_by_role("button", name=name).click()
    form = seen.page.locator(".livepage-asked").nth(number)
    tells(form, "Python is ready")
    return form


def tells(form: Locator, what: str) -> None:
    expect(form.get_by_role("status")).to_contain_text(what, timeout=WAIT)


def saved(seen: Visit, form: Locator) -> dict[str, bytes]:
    """What the links under the form save."""
    found = {}
    for link in form.get_by_role("link", name="Save").all():
        with seen.page.expect_download() as coming:
            link.click()
        found[coming.value.suggested_filename] = Path(coming.value.path()).read_bytes()
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_the_files_of_each_button_are_the_command_s(running, browser, root, seed):  # noqa: F811
    exercises = Recipe(6).make(seed)
    with visit(browser, root, PAGE) as seen:
        form = opened(seen, "Make a set in this page")
        form.get_by_label("Seed").fill(seed)
        form.get_by_label("How many").fill("6")
        for system in HERE:
            form.get_by_role("status").evaluate("said => said.textContent = ''")
            form.locator(f"button[value={system}]").click()
            tells(form, "6 exercises; you see 3 of them.")
            assert saved(seen, form) == files(exercises, [system])
        assert form.locator("section").count() == 3
        assert seen.errors == [] and seen.strangers == []


def test_a_recipe_is_sent_by_a_link(running, browser, root):  # noqa: F811
    with visit(browser, root, PAGE) as seen:
        form = opened(seen, "Make a set in this page")
        form.get_by_label("Seed").fill("a & b")
        form.get_by_label("How many").fill("5")
        form.get_by_label("Criticise").uncheck()
        form.get_by_label("How hard").select_option("easy")
        form.get_by_role("button", name="Make a link").click()
        tells(form, "5 exercises")
        link = form.get_by_label("A link to this").input_value()
        first = form.locator("section").all_inner_texts()
    with visit(browser, root, PAGE + link.split(PAGE)[1]) as seen:
        assert seen.page.locator(".livepage-asked").count() == 0
        seen.page.get_by_role("button", name="Make a set in this page").click()
        form = seen.page.locator(".livepage-asked")
        tells(form, "5 exercises")
        assert form.get_by_label("Seed").input_value() == "a & b"
        assert not form.get_by_label("Criticise").is_checked()
        assert form.get_by_label("Code the two variables").is_checked()
        assert form.locator("section").all_inner_texts() == first


def test_a_class_is_graded_and_nothing_leaves_the_page(running, browser, root, tmp_path):  # noqa: F811
    notebook = tmp_path / "ps1.ipynb"
    notebook.write_bytes(source_notebook(MADE, RECIPE.label(MADE)))
    handed = {
        "ana.ipynb": json.dumps(filled(notebook, RIGHT)).encode(),
        "=SUM(1).ipynb": notebook.read_bytes(),
        "<b>x<b>.ipynb": b"torn",
    }
    given = [{"name": name, "content": content} for name, content in handed.items()]
    sent = [
        {"name": name, "mimeType": "application/json", "buffer": content}
        for name, content in handed.items()
    ]
    with visit(browser, root, PAGE) as seen:
        form = opened(seen, "Grade notebooks in this page")
        asked = len(seen.requested)
        seen.page.context.set_offline(True)
        form.get_by_label("Notebooks").set_input_files(sent)
        form.get_by_label("The seed").fill("another")
        form.get_by_role("button", name="Grade").click()
        tells(form, "does not give the set")
        form.get_by_label("The seed").fill(SEED)
        form.get_by_role("button", name="Grade").click()
        tells(form, "3 submissions. Not graded: 1")
        assert form.locator(".asked-answer tbody tr").count() == 3
        assert form.locator(".asked-answer b").count() == 0
        (grades,) = saved(seen, form).values()
        assert grades == checked({"seed": SEED, "submissions": given}).files[0].content
        assert len([url for url in seen.requested[asked:] if not url.startswith("blob:")]) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_forms(running, browser, root, scheme):  # noqa: F811
    options = {"bypass_csp": True, "color_scheme": scheme, "reduced_motion": "reduce"}
    with visit(browser, root, PAGE, **options) as seen:
        form = opened(seen, "Make a set in this page")
        form.get_by_label("Seed").fill("s")
        form.get_by_role("button", name="Show three").click()
        tells(form, "40 exercises")
        opened(seen, "Grade notebooks in this page", 1)
        found = Axe().run(seen.page, context="article").response["violations"]
        assert [fault["id"] for fault in found] == []
        seen.page.set_viewport_size({"width": 320, "height": 800})
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("engine", ["firefox"], indirect=True)
def test_in_firefox_too(running, engine, site):  # noqa: F811
    said = "() => document.querySelector('.livepage-asked .livepage-status')?.textContent ?? ''"
    engine.open(f"{site}{PAGE}")
    engine.click("template.asked-form + .livepage-run")
    engine.wait(f"() => ({said})().startsWith('Python is ready')")
    engine.evaluate("() => { document.querySelector('[name=seed]').value = 'spring'; }")
    engine.click(".livepage-asked button[value=gift]")
    engine.wait(f"() => ({said})().startsWith('40 exercises')")
    saved_as = "() => [...document.querySelectorAll('a[download]')].map(a => a.download)"
    wanted = [*files(Recipe(40).make("spring"), ["gift"])]
    assert [name for name in engine.evaluate(saved_as) if name.startswith("gift")] == wanted
    assert engine.errors() == []
