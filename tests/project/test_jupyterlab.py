"""In JupyterLab an explorer is the form of its page, and Python has the same setting.

The environment is the one that runs these tests; `test_binder.py` has an empty one.
"""

import ast
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from walks import needs

import binder
from crisis_paths.views.argument.stage import stage
from crisis_paths.views.cases.case_page import case_page
from crisis_paths.views.scrutiny.recoding_bench import bench
from explorers.explorer import Explorer
from machine import lacking

SECONDS = 240

OPEN = """async path => {
    const app = window.jupyterapp;
    const panel = await app.commands.execute("docmanager:open", {path, factory: "Notebook"});
    await panel.context.ready;
    await panel.sessionContext.ready;
    app.shell.activateById(panel.id);
    await app.commands.execute("notebook:run-all-cells");
    window.book = panel;
    return panel.content.widgets.flatMap(
        cell => cell.model.type === "code" ? cell.model.outputs.toJSON() : []
    ).filter(output => output.output_type === "error").map(output => output.evalue);
}"""
LEAVE = """async () => {
    await book.sessionContext.shutdown();
    book.context.model.dirty = false;
    book.dispose();
}"""
# Run code in the notebook's kernel, and tell the value of an expression.
ASK = """async ([code, expression]) => {
    const kernel = book.sessionContext.session.kernel;
    const asked = {code, store_history: false, user_expressions: {told: expression}};
    const {told} = (await kernel.requestExecute(asked).done).content.user_expressions;
    return told.data ? told.data["text/plain"] : told.ename + ": " + told.evalue;
}"""
PREPARE = """
import base64 as _base64, json as _json
from ipywidgets import link as _link
from ipywidgets.widgets.widget import _instances
from explorers.live import LiveForm as _LiveForm
from explorers.outputs import without_links as _plain
_lives = {w.explorer.name: w for w in _instances.values() if isinstance(w, _LiveForm)}
def _state(name):
    live = _lives[name]
    shown = [str(_plain(panel)) for panel in live.explorer.shown(live.setting)]
    told = _json.dumps({"setting": live.setting, "shown": shown})
    return _base64.b64encode(told.encode()).decode()
"""
# Take steps in a form, each a press on an option, in some after Python has set other choices. Tell
# after which of them the form, the panels that are seen and the kernel do not have the same
# setting; panels are compared as the browser writes them.
WALK = """async (form, [name, steps]) => {
    const ask = ASK;
    const radio = (choice, value) =>
        form.querySelector(`[data-choice=${choice}] [value=${value}]`);
    const seen = element => element === form
        || (getComputedStyle(element).display !== "none" && seen(element.parentElement));
    const written = html => {
        const template = document.createElement("template");
        template.innerHTML = html;
        return template.innerHTML;
    };
    const same = ({setting, shown}, choice, value) => {
        const panels = [...form.querySelectorAll(".explorer-panel")].filter(seen);
        const found = JSON.stringify(panels.map(panel => panel.innerHTML).sort());
        return found === JSON.stringify(shown.map(written).sort())
            && Object.entries(setting).every(([c, v]) =>
                (form.querySelector(`[data-choice=${c}] :checked`)?.value ?? "unset") === v)
            && (!choice || setting[choice] === value);
    };
    const faults = [];
    for (const [before, choice, value] of steps) {
        const changes = Object.entries(before);
        if (changes.length) {
            const live = `_lives["${name}"]`;
            await ask([`${live}.setting = ${live}.setting | ${JSON.stringify(before)}`, "0"]);
            const shown = () => changes.every(([c, v]) => radio(c, v).checked);
            for (let n = 0; n < 100 && !shown(); n++) await new Promise(r => setTimeout(r, 50));
        }
        if (choice) radio(choice, value).click();
        let setting;
        // the browser sends nothing more while something is under way: then it takes a while
        for (let n = 0; n < 60; n++) {
            const told = atob((await ask(["", `_state("${name}")`])).slice(1, -1));
            const bytes = Uint8Array.from(told, letter => letter.charCodeAt(0));
            const state = JSON.parse(new TextDecoder().decode(bytes));
            setting = same(state, choice, value) ? null : state.setting;
            if (!setting) break;
            await new Promise(r => setTimeout(r, 50));
        }
        if (setting) faults.push([choice, value, setting]);
    }
    return faults;
}""".replace("ASK", f"({ASK})")


@dataclass
class Lab:
    """JupyterLab with a notebook in it that has been run."""

    page: Page

    def ask(self, expression: str, code: str = "") -> object:
        """What an expression comes to in the kernel."""
        return ast.literal_eval(self.page.evaluate(ASK, [code, expression]))

    def form(self, explorer: Explorer) -> Locator:
        return self.page.locator(f".explorer-live [data-explorer={explorer.name}]").first

    def option(self, explorer: Explorer, choice: str, value: str) -> Locator:
        return self.form(explorer).locator(f"[data-choice={choice}] [value={value}]")

    def compared(self, explorer: Explorer, *steps: tuple[dict, str, str]) -> dict[str, str]:
        """The setting, if form, panels and Python have the same one, after each of these steps."""
        taken = [explorer.name, steps or [({}, "", "")]]
        assert self.form(explorer).evaluate(WALK, taken) == []
        return self.ask(f"_lives[{explorer.name!r}].setting")


def every_option(explorer: Explorer) -> list[tuple[dict, str, str]]:
    """A step for each; where a choice is asked only in some settings, Python makes one of them."""
    return [
        (needs(choice, value), choice.name, value)
        for choice in explorer.choices
        for value in (*choice.values[1:], choice.values[0])
    ]


def start(explorer: Explorer) -> dict[str, str]:
    return {choice.name: choice.start for choice in explorer.choices}


@pytest.fixture(scope="module")
def jupyterlab(browser: Browser, tmp_path_factory) -> Iterator[Page]:
    """JupyterLab, opened in a browser that reaches nobody else."""
    if missing := [n for n in ("jupyterlab", "anywidget") if not importlib.util.find_spec(n)]:
        lacking(f"There is no {' and no '.join(missing)} here: make test installs them")
    folder = tmp_path_factory.mktemp("jupyterlab")
    ours = {"PYTHONPATH": str(binder.ROOT / "src")}
    with binder.jupyterlab(Path(sys.prefix), folder, **ours) as root:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.route("**/*", lambda r: r.continue_() if r.request.url.startswith(root) else r.abort())
        page.goto(f"{root}lab?reset")
        page.wait_for_function("window.jupyterapp?.restored", timeout=60_000)
        yield page
        page.close()


@contextmanager
def opened(page: Page, name: str, *explorers: Explorer) -> Iterator[Lab]:
    """A chapter's notebook, run whole."""
    assert page.evaluate(OPEN, f"chapters/{name}.ipynb") == []
    lab = Lab(page)
    lab.ask("0", PREPARE)
    for explorer in explorers:
        lab.form(explorer).scroll_into_view_if_needed()
    yield lab
    page.evaluate(LEAVE)


@pytest.mark.timeout(SECONDS)
def test_every_control_of_the_stage_is_one_with_its_kernel(jupyterlab: Page):
    explorer = stage()
    with opened(jupyterlab, "argument/framework", explorer) as lab:
        assert lab.compared(explorer) == start(explorer)
        lab.compared(explorer, *every_option(explorer))
        # a real click on a cell of the map makes two choices at once
        lab.compared(explorer, ({"balance": "continued"}, "control", "strong"))
        lab.form(explorer).locator("[data-sets*=adjusted][data-sets*=weak] label").last.click()
        found = lab.compared(explorer)
        assert (found["balance"], found["control"]) == ("adjusted", "weak")
        lab.form(explorer).get_by_role("button").click()
        assert lab.compared(explorer) == start(explorer)
        _two_views(lab, explorer)
        _tied(lab, explorer)
        _folded_and_dressed(lab)


def _two_views(lab: Lab, explorer: Explorer) -> None:
    """Both show the one setting, and no press in one is a press in the other."""
    lab.page.evaluate(
        """async () => {
            const stage = book.content.widgets.findIndex(
                cell => cell.model.sharedModel.source.endsWith("stage()"));
            book.content.activeCellIndex = stage;
            await jupyterapp.commands.execute("notebook:create-output-view");
        }"""
    )
    forms = lab.page.locator(f".explorer-live [data-explorer={explorer.name}]")
    expect(forms).to_have_count(2)
    forms.nth(1).locator("[data-choice=control] [value=weak]").click()
    for number in range(2):
        control = forms.nth(number).locator("[data-choice=control] :checked")
        expect(control).to_have_value("weak")
        expect(forms.nth(number).locator(":checked")).to_have_count(3)
    ids = "form => [...form.querySelectorAll('[id]')].filter(e => document.getElementById(e.id))"
    assert forms.first.evaluate(f"{ids}.length") == 0  # each in a tree of its own
    lab.page.evaluate("() => { jupyterapp.shell.currentWidget.dispose(); }")
    lab.page.evaluate("() => { jupyterapp.shell.activateById(book.id); }")


def _tied(lab: Lab, explorer: Explorer) -> None:
    """Another explorer follows the one that is clicked, and what is wrong is refused."""
    name = explorer.name
    lab.ask("0", f"_other = _LiveForm(_lives[{name!r}].explorer)")
    lab.ask("0", f"_tie = _link((_lives[{name!r}], 'setting'), (_other, 'setting'))")
    lab.option(explorer, "balance", "adjusted").click()
    assert lab.compared(explorer)["balance"] == "adjusted"
    assert lab.ask("_other.setting['balance']") == "adjusted"
    wrong = f"_lives[{name!r}].set_trait('setting', {{'balance': 'tilted'}})"
    told = lab.page.evaluate(ASK, ["", wrong])
    assert told.endswith("no value 'tilted' for balance; it has: continued, adjusted.")
    assert lab.compared(explorer)["balance"] == "adjusted"


def _folded_and_dressed(lab: Lab) -> None:
    """Code is a click away, citations are read, a table begins at the left, the dark is dark."""
    folded = "book.content.widgets.filter(c => c.model.type === 'code').map(c => c.inputHidden)"
    assert set(lab.page.evaluate(folded)) == {True}
    cited = lab.page.locator(".jp-MarkdownCell a", has_text="Gu Wei (2024)")
    expect(cited.first).to_be_attached()
    assert lab.page.locator(".jp-MarkdownCell cite").count() == 0  # what has no bibliography
    table = lab.page.locator(".jp-RenderedHTML table td").first
    table.scroll_into_view_if_needed()
    assert table.evaluate("cell => getComputedStyle(cell).textAlign") in ("start", "left")
    hegemon = "host => getComputedStyle(host).getPropertyValue('--actor-hegemon')"
    host = lab.page.locator(".explorer-live").first
    seen = []
    for theme in ("JupyterLab Dark", "JupyterLab Light"):
        change = "theme => jupyterapp.commands.execute('apputils:change-theme', {theme})"
        lab.page.evaluate(change, theme)
        lit = str(theme.endswith("Light")).lower()
        body = lab.page.locator("body")
        expect(body).to_have_attribute("data-jp-theme-light", lit, timeout=30_000)
        seen.append(host.evaluate(hegemon).strip())
    assert seen == ["#95c5ff", "#0d4d9c"]


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize(
    ("name", "explorer", "choice", "value"),
    [
        ("scrutiny/one_coding", bench(), "belarus-2020-control", "weak"),
        ("cases/belarus", case_page("belarus_2020"), "balance", "adjusted"),
    ],
    ids=["bench", "case"],
)
def test_every_control_of_a_bench_and_of_a_case_is_one_with_its_kernel(
    jupyterlab, name, explorer, choice, value
):
    """Each option is pressed, and after each press all three are compared."""
    with opened(jupyterlab, name, explorer) as lab:
        lab.compared(explorer, *every_option(explorer))
        lab.form(explorer).get_by_role("button").last.click()
        assert lab.compared(explorer) == start(explorer)
        lab.option(explorer, choice, value).click()  # with a real mouse
        assert lab.compared(explorer)[choice] == value
