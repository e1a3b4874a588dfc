"""Controls and their answer are in sight together, and every first press is seen to do something.

From the top of the first control that an answer hangs on to the end of that answer it is at most
so far, or the answer stays in sight while a control is used: then it takes a quarter of the window
at most, and never covers that control.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from test_pages import TEXTS, written
from tools.visit import visit
from walks import UNFOLD_FORMS, click, needs, start

from every_explorer import EXPLORERS

SIZES = {"phone": {"width": 390, "height": 844}, "wide": {"width": 1280, "height": 800}}
FAR = 700  # pixels

# Further away than that, until they are drawn anew: how far on a phone, and on a wide window.
EXCEPT: dict[str, tuple[int, int]] = {}

# Their first press changes nothing outside the group that is pressed, until they are drawn anew.
SILENT: set[str] = set()

WALK = """(form, [choices, hang, far]) => {
    for (let fold = form.closest('details'); fold; fold = fold.parentElement.closest('details'))
        fold.open = true;
    const name = form.dataset.explorer;
    const radio = (choice, value) =>
        form.querySelector(`input[name="${name}-${choice}"][value="${value}"]`);
    const seen = (elements) => [...elements].filter((e) => e.checkVisibility());
    const box = (element) => element.getBoundingClientRect();
    const said = (region) => seen(region.querySelectorAll('.explorer-panel'))
        .map((panel) => panel.outerHTML).join();
    const live = () => seen(form.querySelectorAll('.explorer-region[role=status]'));
    // what is seen of a form outside a group of its controls
    const outside = (field) => [
        ...seen(form.querySelectorAll('.explorer-panel')).filter((p) => !field.contains(p))
            .map((panel) => panel.outerHTML),
        ...seen(form.querySelectorAll('fieldset')).map((one) => one.dataset.choice),
    ].join();
    const sticking = (element) => {
        const found = [];
        for (let e = element; e !== form; e = e.parentElement)
            if (getComputedStyle(e).position === 'sticky') found.push(e);
        return found;
    };
    const distance = (answers) => {
        const loose = answers.flatMap(sticking);
        loose.forEach((e) => { e.style.position = 'relative'; e.style.inset = 'auto'; });
        const far = Math.max(...answers.map((answer) => {
            const kind = [...answer.classList].find((one) => one.startsWith('region-'));
            const tops = seen(form.querySelectorAll('fieldset label'))
                .filter((label) => hang[kind].includes(label.closest('fieldset').dataset.choice))
                .map((label) => box(label).top);
            return box(answer).bottom - Math.min(...tops);
        }));
        loose.forEach((e) => { e.style.position = ''; e.style.inset = ''; });
        return Math.round(far);
    };
    const inSight = (answers, control) => ['start', 'center', 'end'].every((block) => {
        control.scrollIntoView({ block, behavior: 'instant' });
        const used = box(control.closest('label'));
        return answers.every((answer) => {
            const there = box(answer);
            const apart = there.top >= used.bottom - 1 || there.bottom <= used.top + 1
                || there.left >= used.right - 1 || there.right <= used.left + 1;
            return there.top > -1 && there.bottom < innerHeight + 1
                && there.height <= innerHeight / 4 + 1 && apart;
        });
    });
    const set = (choice, value) => { radio(choice, value).checked = true; };
    const presses = [];
    for (const { choice, values, need } of choices) {
        form.reset();
        Object.entries(need).forEach((pair) => set(...pair));
        for (const value of values) {
            const control = radio(choice, value);
            if (control.checked) continue;
            const field = control.closest('fieldset');
            const first = !presses.some((press) => press.choice === choice);
            const before = outside(field);
            const told = new Map(live().map((region) => [region, said(region)]));
            control.click();
            const changed = live().filter((region) => told.get(region) !== said(region));
            const answers = changed.length ? changed : live();
            const away = distance(answers);
            presses.push({
                choice, value, first, away,
                near: away <= far || (answers.some((a) => sticking(a).length > 0)
                    && inSight(answers, control)),
                moved: before !== outside(field),
            });
        }
    }
    // and with all that can be set
    form.reset();
    return presses;
}"""


def presses(page: Page, name: str) -> list[dict]:
    """Each option of an explorer, pressed: how far its answer is, and what has changed."""
    asked = [
        {
            "choice": choice.name,
            "values": list(choice.offered(start(EXPLORERS[name]))),
            "need": needs(choice),
        }
        for choice in EXPLORERS[name].choices
    ]
    page.evaluate(UNFOLD_FORMS)
    return page.locator(f"[data-explorer={name}]").evaluate(WALK, [asked, hanging(name), FAR])


def hanging(name: str) -> dict[str, list[str]]:
    """For each region of an explorer the choices that it hangs on."""
    explorer = EXPLORERS[name]
    parts = {
        one.name: {choice for parts in one.flags.values() for part in parts for choice in part}
        for one in explorer.computed
    }
    return {
        f"region-{region.name}": sorted(
            {
                choice
                for panel in region.panels
                for name in panel.when
                for choice in parts.get(name, {name})
            }
        )
        for region in explorer.regions
    }


def settled(page: Page, name: str) -> list[dict]:
    """The same with every other choice made, so that the answer is there and as long as it is."""
    explorer = EXPLORERS[name]
    last = explorer.settings()[-1]
    asked = [
        {
            "choice": choice.name,
            "values": list(choice.values),
            "need": {one.name: last[one.name] for one in explorer.choices}
            | {other: values[0] for other, values in choice.when},
        }
        for choice in explorer.choices
    ]
    for one in asked:  # what is pressed first must not be set already
        one["values"] = [*one["values"], one["values"][0]]
    page.evaluate(UNFOLD_FORMS)
    return page.locator(f"[data-explorer={name}]").evaluate(WALK, [asked, hanging(name), FAR])


def names(book: Path, address: str) -> list[str]:
    """The explorers of a page."""
    page = written(book, address)
    return [name for name in EXPLORERS if f'data-explorer="{name}"' in page]


@pytest.mark.parametrize("address", TEXTS)
def test_controls_and_answer_are_in_sight_together(book: Path, browser: Browser, root, address):
    """Whatever is pressed: at the start, and with everything else set."""
    here = names(book, address)
    if not here:
        return
    far: dict[str, list[int]] = {}
    with visit(browser, root, address, reduced_motion="reduce") as seen:
        for at, size in enumerate(SIZES.values()):
            seen.page.set_viewport_size(size)
            for name in here:
                pressed = [*presses(seen.page, name), *settled(seen.page, name)]
                away = max((one["away"] for one in pressed if not one["near"]), default=0)
                if away:
                    far.setdefault(name, [0, 0])[at] = away
    assert set(far) == {name for name in here if name in EXCEPT}, far


@pytest.mark.parametrize("address", TEXTS)
def test_the_first_press_changes_something_outside_its_group(
    book: Path, browser: Browser, root, address
):
    here = names(book, address)
    if not here:
        return
    silent: dict[str, set[str]] = {}
    with visit(browser, root, address, viewport=SIZES["phone"]) as seen:
        for name in here:
            for one in presses(seen.page, name):
                if one["first"] and not one["moved"]:
                    silent.setdefault(name, set()).add(one["choice"])
    assert set(silent) == {name for name in here if name in SILENT}, silent


COUNTED = ".livepage-bets"


def test_a_page_says_at_its_end_how_the_bets_on_it_came_out(browser: Browser, root):
    """Of questions, of cases that are out of sight again, and after a step back."""
    with visit(browser, root, "chapters/lab/flip.html") as seen:
        said = seen.page.locator(COUNTED)
        expect(said).to_be_hidden()
        explorer = EXPLORERS["practice-flip"]
        form = seen.page.locator("[data-explorer=practice-flip]")
        right = {
            mark.get_attribute("data-answer-1")
            for mark in form.locator("[data-came-out=held][data-answer-1]").all()
        }
        (held,) = right
        click(form, explorer, {"answer-1": held})
        expect(said).to_have_text("Your bets on this page: 1 placed, 1 right.")
        form.locator("label.step-next:visible").click()
        click(form, explorer, {"answer-2": "a"})
        expect(said).to_contain_text("2 placed")
        seen.page.wait_for_function("() => location.hash.includes('answer-2')")
        seen.page.go_back()
        expect(said).to_have_text("Your bets on this page: 1 placed, 1 right.")
        form.locator("button[type=reset]").click()
        expect(said).to_be_hidden()
    with visit(browser, root, "chapters/lab/flip.html", javascript=False) as seen:
        expect(seen.page.locator(COUNTED)).to_be_hidden()


def test_a_link_opens_a_case_with_its_answer(browser: Browser, root):
    address = "chapters/lab/flip.html#practice-flip-case=case-3&practice-flip-answer-3=a"
    with visit(browser, root, address) as seen:
        form = seen.page.locator("[data-explorer=practice-flip]")
        expect(form.locator(".region-verdict")).to_contain_text("Case 3: the reasons are below.")
