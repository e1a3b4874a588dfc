"""How the explorers of an open page are walked: all at once, by mouse, by keyboard."""

from collections.abc import Iterator

from markupsafe import Markup
from playwright.sync_api import Locator, Page

from crisis_paths.framework import predict
from crisis_paths.views.argument.stage import bet_name
from every_explorer import EXPLORERS
from explorers.choices import Choice
from explorers.explorer import Explorer

Setting = dict[str, str]

# What is folded is opened, to be seen.
SHOWN = """form => {
    form.querySelectorAll('details:not([open])').forEach(folded => folded.open = true);
    for (let fold = form.closest('details'); fold; fold = fold.parentElement.closest('details'))
        fold.open = true;
    return [...form.querySelectorAll('.explorer-panel')]
        .filter(panel => panel.checkVisibility()).map(panel => panel.textContent);
}"""

# What a page keeps until its fold is opened comes a moment after that.
UNFOLD = """form => {
    form.querySelectorAll('details:not([open])').forEach(folded => folded.open = true);
    for (let fold = form.closest('details'); fold; fold = fold.parentElement.closest('details'))
        fold.open = true;
}"""
# Opens the folds in which explorers are kept; with scripts off all of them are there.
UNFOLD_FORMS = """() => document.querySelectorAll('noscript.livepage-later').forEach(kept => {
    if (kept.textContent.includes('<form')) kept.closest('details').open = true;
})"""
# And those within explorers.
UNFOLD_KEPT = """() => document.querySelectorAll('noscript.livepage-later').forEach(kept => {
    if (kept.closest('form') || kept.textContent.includes('<form'))
        kept.closest('details').open = true;
})"""

WALK = """(form, [settings, click]) => {
    const shown = SHOWN, told = [shown(form)];
    for (const setting of settings) {
        for (const [name, value] of Object.entries(setting)) {
            const group = `[name=${form.dataset.explorer}-${name}]`;
            const radio = form.querySelector(`${group}[value=${value}]`);
            if (click && !radio.checked) radio.click();
            radio.checked = true;
        }
        told.push(shown(form));
    }
    return told;
}""".replace("SHOWN", SHOWN)

# The same explorer a second time: of its settings those that differ from the start in one choice.
TWINS = {"bench-b"}


def start(explorer: Explorer) -> Setting:
    """What is set before the reader touches anything."""
    return {choice.name: choice.start for choice in explorer.choices}


def words(text: str) -> str:
    """Text without regard to how white space falls."""
    return " ".join(text.split())


def expected(explorer: Explorer, setting: Setting) -> list[str]:
    return [words(Markup(panel).striptags()) for panel in explorer.shown(setting)]


def shown(form: Locator) -> list[str]:
    form.evaluate(UNFOLD)
    return [words(text) for text in form.evaluate(SHOWN)]


def forms(page: Page) -> list[tuple[Explorer, Locator]]:
    """The explorers of a page; one that no test knows is a failure."""
    page.evaluate(UNFOLD_FORMS)
    names = page.eval_on_selector_all("form.explorer", "all => all.map(f => f.dataset.explorer)")
    return [(EXPLORERS[name], page.locator(f"[data-explorer={name}]")) for name in names]


def walk_all(form: Locator, explorer: Explorer, *, by_script: bool = False) -> None:
    """Every combination, set in one go within the page.

    What is shown hangs on the page's own style alone, and no script hears of it; unless a script
    has to do its work.
    """
    first = start(explorer)
    settings = list(explorer.settings())
    if explorer.name in TWINS:
        settings = [s for s in settings if sum(s[name] != first[name] for name in s) <= 1]
    form.evaluate(UNFOLD)
    told = form.evaluate(WALK, [settings, by_script])
    for setting, found in zip([first, *settings], told, strict=True):
        assert [words(text) for text in found] == expected(explorer, setting), setting
    form.evaluate("form => form.reset()")


def agrees(form: Locator, explorer: Explorer, setting: Setting) -> None:
    """The page shows what the module says; the stage, what ``predict`` says."""
    assert shown(form) == expected(explorer, setting), setting
    if explorer.name == "path":
        path = predict(setting["balance"], setting["control"], turmoil=setting["turmoil"])
        bet = setting[bet_name(path)]
        drawn, said = form.locator(".path:visible"), form.locator(".verdict:visible")
        assert drawn.count() == said.count() == (bet != "unset")
        if bet != "unset":
            assert drawn.get_attribute("data-path") == path.cell
            assert said.inner_text().strip().startswith(f"{path.outcome.value.capitalize()}.")
            assert ("Your bet holds" in said.inner_text()) == (bet == path.outcome)


def click(form: Locator, explorer: Explorer, setting: Setting) -> None:
    """Real clicks on the labels."""
    for name, value in setting.items():
        form.locator(f"label:has(input[name={explorer.name}-{name}][value={value}])").click()


def stepped(page: Page, address: str) -> str:
    """Wait for the step that a press writes into the address a moment later; give the new one."""
    page.wait_for_function("before => location.href !== before", arg=address)
    return page.url


def by_mouse(form: Locator, explorer: Explorer) -> Iterator[Setting]:
    """Each option by a real click; first of all as much as can be chosen."""
    held = start(explorer)
    # what is not always asked comes after what makes it be asked
    names = [c.name for c in sorted(explorer.choices, key=lambda c: bool(needs(c, *c.values)))]
    for wanted in tour(explorer):
        for name in names:
            if held[name] != (value := wanted[name]):
                click(form, explorer, {name: value})
        held = wanted
        yield held


def tour(explorer: Explorer) -> Iterator[Setting]:
    """Settings in which each option stands once, and every question is asked.

    A question that is not asked everywhere is met where it is first asked.
    """
    held = start(explorer)
    for value in (-1, *range(max(len(choice.values) for choice in explorer.choices))):
        for choice in explorer.choices:
            if value < len(choice.values):
                need = needs(choice, choice.values[value])
                held = {**held, **need, choice.name: choice.values[value]}
                yield held


def needs(choice: Choice, *wanted: str) -> Setting:
    """What makes a question be asked, and these options of it be offered."""
    options = (one.when for one in choice.options if one.value in wanted)
    return {name: values[0] for when in (choice.when, *options) for name, values in when}


ON_LINK = "() => document.activeElement.matches('form a[href]')"


def by_keyboard(form: Locator, explorer: Explorer) -> Iterator[Setting]:
    """Each option by real keys, as a reader goes: Tab to each group, then walk it by arrow keys.

    Once for what is always asked, and once for each question that is not.
    """
    held = start(explorer)
    always = [choice for choice in explorer.choices if not choice.when]
    rounds = [{choice.name: choice.values for choice in always}]
    for choice in explorer.choices:
        if need := needs(choice, *choice.values):  # and what is offered then alone
            rounds.append({name: (v,) for name, v in need.items()} | {choice.name: choice.values})
    for wanted in rounds:
        form.page.evaluate("document.activeElement.blur()")
        form.evaluate("f => { f.tabIndex = -1; f.focus(); f.removeAttribute('tabindex'); }")
        for choice in explorer.choices:
            if not choice.asked(held):
                continue
            form.page.keyboard.press("Tab")
            while form.page.evaluate(ON_LINK):  # of a story that is told in the form
                form.page.keyboard.press("Tab")
            for value in wanted.get(choice.name, ()):
                if value not in choice.offered(held):
                    continue
                _go_to(form.page, explorer, choice, value)
                held = {**held, choice.name: value}
                yield held


def _go_to(page: Page, explorer: Explorer, choice: Choice, value: str) -> None:
    """From the option in focus to this one."""
    focus = "(({name, value, checked}) => ({name, value, checked}))(document.activeElement)"
    for _ in range(len(choice.values) + 1):
        now = page.evaluate(focus)
        assert now["name"] == f"{explorer.name}-{choice.name}"
        if now["value"] == value and now["checked"]:
            return
        # Tab leads to an unset group's first option without setting it
        page.keyboard.press("Space" if now["value"] == value else "ArrowDown")
    raise AssertionError(f"no key led to {value} of {choice.name}")


def set_by_hand(form: Locator, explorer: Explorer, how) -> None:
    """Every option is reached by hand, shows what the module says, and can be taken back."""
    reached = set()
    for setting in how(form, explorer):
        agrees(form, explorer, setting)
        reached |= set(setting.items())
    assert reached >= {(c.name, value) for c in explorer.choices for value in c.values}
    if explorer.goes_back:
        form.locator("button[type=reset]").click()
    else:
        form.evaluate("form => form.reset()")
    assert shown(form) == expected(explorer, start(explorer))
