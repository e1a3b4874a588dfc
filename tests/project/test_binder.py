"""In Binder every chapter runs, and its explorers are live forms on the screen."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
import yaml
from playwright.sync_api import Browser, Page, expect
from tools.notebooks import notebooks

import binder
from crisis_paths.framework import predict
from crisis_paths.views.argument.stage import bet_name
from machine import lacking

ROOT = binder.ROOT
PAGES = [
    path.relative_to(ROOT).as_posix()
    for path in notebooks()
    if path.parent.name != "solutions"
]  # fmt: skip
VIEW = "application/vnd.jupyter.widget-view+json"
SECONDS = 420  # installing included

# Open a notebook, run all of it, and tell what came of it.
RUN = """async path => {
    const app = window.jupyterapp;
    const panel = await app.commands.execute("docmanager:open", {path, factory: "Notebook"});
    await panel.context.ready;
    await panel.sessionContext.ready;
    app.shell.activateById(panel.id);
    await app.commands.execute("notebook:run-all-cells");
    const outputs = panel.content.widgets.flatMap(
        cell => cell.model.type === "code" ? cell.model.outputs.toJSON() : []);
    return {
        errors: outputs.filter(o => o.output_type === "error").map(o => o.evalue),
        views: outputs.filter(o => o.data && "VIEW" in o.data).length,
    };
}""".replace("VIEW", VIEW)
# Leave it without asking whether to save.
LEAVE = """async () => {
    const panel = window.jupyterapp.shell.currentWidget;
    await panel.sessionContext.shutdown();
    panel.context.model.dirty = false;
    panel.dispose();
}"""


@pytest.fixture(scope="session")
def environment(once) -> Path:
    """The environment that Binder would make."""
    if binder.python_of_binder() is None:
        lacking(f"Binder runs Python {binder.PYTHON}, which this machine does not have")
    return once("binder", binder.install)


@pytest.fixture(scope="module")
def lab(environment: Path, browser: Browser, tmp_path_factory) -> Iterator[Page]:
    """JupyterLab, opened in a browser that reaches nobody else."""
    with binder.jupyterlab(environment, tmp_path_factory.mktemp("lab")) as root:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.route("**/*", lambda r: r.continue_() if r.request.url.startswith(root) else r.abort())
        page.goto(f"{root}lab?reset")
        page.wait_for_function("window.jupyterapp?.restored", timeout=60_000)
        yield page
        page.close()


LIVE = ('<form class="explorer"', 'class="prompt only-live"')  # what has a widget beside it


def explorers(name: str) -> int:
    """How many outputs of the stored notebook are explorers?"""
    outputs = (
        output
        for cell in nbformat.read(ROOT / name, as_version=4).cells
        for output in cell.get("outputs", [])
    )
    htmls = [output.get("data", {}).get("text/html", "") for output in outputs]
    return sum(any(mark in html for mark in LIVE) for html in htmls)


def shown(page: Page):
    """The notebook that is in front."""
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")


@pytest.mark.timeout(SECONDS)
def test_what_is_installed_is_what_is_pinned(environment: Path):
    """Exactly: one version of everything, by requirements.txt and constraints.txt."""
    command = [str(environment / "bin" / "python"), "-m", "pip", "list", "--format", "freeze"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    installed = dict(line.lower().split("==") for line in done.stdout.splitlines() if "==" in line)
    pins = "\n".join(
        (ROOT / f"{name}.txt").read_text("utf-8") for name in ("requirements", "constraints")
    )
    pinned = {  # some more than once, for other Pythons
        (re.sub(r"[-_.]+", "-", name.lower()), version)
        for name, version in re.findall(r"^([\w.-]+)==([\w.]+)", pins, re.M)
    }
    own = {"pip", "setuptools", "wheel", "crisis-paths"}
    found = {(re.sub(r"[-_.]+", "-", name), version) for name, version in installed.items()}
    assert {pair for pair in found - pinned if pair[0] not in own} == set()
    assert {"jupyterlab", "ipywidgets", "jupyter-book", "crisis-paths"} <= {n for n, _v in found}


@pytest.mark.timeout(SECONDS)
def test_every_chapter_runs_in_jupyterlab_with_its_explorers_as_widgets(lab: Page):
    assert sum(map(explorers, PAGES)) > 60
    failed = {}
    for name in PAGES:
        told = lab.evaluate(RUN, name)
        wanted = {"errors": [], "views": explorers(name)}
        forms = shown(lab).locator(".jp-OutputArea-output .explorer-live form.explorer")
        if wanted["views"]:
            expect(forms.first).to_be_attached()
            forms.first.scroll_into_view_if_needed()
            expect(forms.first).to_be_visible()
        if told != wanted:
            failed[name] = told
        lab.evaluate(LEAVE)
    assert failed == {}


@pytest.mark.timeout(SECONDS)
def test_the_explorer_answers_a_student_s_clicks(lab: Page):
    lab.evaluate(RUN, "chapters/argument/framework.ipynb")
    form = shown(lab).locator(".explorer-live [data-explorer=path]")
    form.scroll_into_view_if_needed()
    for turmoil, balance, control in (
        ("yes", "adjusted", "weak"),
        ("yes", "adjusted", "strong"),
        ("no", "continued", "weak"),
    ):
        path = predict(balance, control, turmoil=turmoil == "yes")
        asked = {"balance": balance, "turmoil": turmoil, "control": control}
        for name, value in (asked | {bet_name(path): "manageable"}).items():
            form.locator(f"[data-choice={name}] [value={value}]").click()
        expect(form.locator(f"[data-choice={bet_name(path)}]")).to_be_visible()
        expect(form.locator(".explorer-bet:visible")).to_have_count(1)  # and none on another cell
        verdict = form.locator(".verdict:visible")
        expect(verdict).to_contain_text(f"{path.outcome.value.capitalize()}.")
    lab.evaluate(LEAVE)


def test_the_buttons_open_what_is_tested_here():
    launch = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))["launch_buttons"]
    assert launch["notebook_interface"] == "jupyterlab"
    assert re.fullmatch(r"python-3\.\d+\n", (ROOT / "runtime.txt").read_text("utf-8"))
