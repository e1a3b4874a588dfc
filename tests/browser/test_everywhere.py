"""What a page is without eyes, without styles, or in a browser too old for it."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, NavigableString
from playwright.sync_api import Browser, expect
from test_pages import ADDRESSES, MISSING, written
from tools.visit import visit
from tree import tree
from walks import UNFOLD_FORMS, click, forms, walk_all

from crisis_paths.tables.dates import parts
from every_explorer import EXPLORERS
from livepage.chinese import HAN
from older import older

# every kind of rule: one choice, several, derived states, and many forms
STAGE = "chapters/argument/framework.html"
SOME = [
    "index.html",
    STAGE,
    "chapters/cases/belarus.html",
    "chapters/scrutiny/five_cases.html",
    "chapters/scrutiny/one_coding.html",
]


# Heard

# The page, what is clicked in which explorer, and every status that changes by it.
SAID: list[tuple[str, str, dict[str, str], list[str]]] = [
    (
        STAGE,
        "path",
        {"bet-strong-continued": "unmanageable"},
        [
            "Manageable. The kept balance blocks the external powers, and the hegemon is"
            " confident: whether or not it acts, the turmoil can probably be managed. You had bet"
            " otherwise. The story starts with turmoil at home.",
        ],
    ),
    (
        STAGE,
        "path",
        {"balance": "adjusted", "bet-strong-adjusted": "manageable"},
        [
            "Manageable. The two compete, but the hegemon’s limited intervention keeps the crisis"
            " manageable. It is less firmly so than with a kept balance, and may intensify. Your"
            " bet holds. The story starts with turmoil at home.",
        ],
    ),
    (
        STAGE,
        "path",
        {"balance": "adjusted", "control": "weak", "bet-weak-adjusted": "manageable"},
        [
            "Unmanageable. The adjustment draws the external powers in and doubt drives the"
            " hegemon. Both reach for stronger means, and their rivalry enters the state. You had"
            " bet otherwise. The story starts with turmoil at home.",
        ],
    ),
    (
        STAGE,
        "path",
        {"bet-strong-continued": "manageable", "turmoil": "no"},
        [
            "Manageable. The kept balance blocks the external powers, and the hegemon is"
            " confident: whether or not it acts, the turmoil can probably be managed. Your bet"
            " holds. The story starts without turmoil at home.",
        ],
    ),
    (
        "index.html",
        "four-crises",
        {"crisis": "belarus-2020"},
        [
            "Your bet missed. Ukraine 2022 got out of hand: the one crisis without turmoil. What"
            " made the difference?",
        ],
    ),
    (
        "index.html",
        "sentence",
        {"control": "weak", "bet-weak-continued": "manageable"},
        [
            "Manageable. The article has no crisis here: its logic alone says so. Your bet holds.",
        ],
    ),
    (
        "chapters/cases/belarus.html",
        "coding-belarus-2020",
        {"balance": "continued", "control": "strong", "bet": "manageable"},
        [
            "The veil has lifted: step on into what came after.",
            "Your bet holds. In fact the crisis was contained. Your coding implies manageable , and"
            " so it ended. The article codes both variables as you do. The path is drawn below.",
        ],
    ),
    (
        "chapters/cases/belarus.html",
        "weigh-balance-belarus-2020",
        {"item": "by-visa-eu", "last": "yes"},
        [
            "If this decides, the balance becomes adjusted; the framework predicts manageable,"
            " less firmly . In fact the crisis was contained. Weigh, don’t count.",
        ],
    ),
    (
        "chapters/cases/ukraine.html",
        "coding-ukraine-2022",
        {"balance": "adjusted", "control": "weak", "bet": "unmanageable"},
        [
            "The veil has lifted: step on into what came after.",
            "Your bet holds. In fact the crisis got out of hand. Your coding implies unmanageable ,"
            " and so it ended. The article codes both variables as you do. The path is drawn"
            " below.",
        ],
    ),
    (
        "chapters/argument/puzzle.html",
        "check-turmoil-role",
        {"answer": "b"},
        [
            "No. It gave the West and Russia an opening, says the article (section 1).",
        ],
    ),
    (
        "chapters/argument/escalation.html",
        "chain",
        {"bet": "stops", "apart": "cut"},
        [
            "Your bet holds. The chain stops. If the factions agree on foreign policy, narrow"
            " their differences or leave it out of the quarrel, in theory outside competition"
            " seeps in less, which helps to break the traditional path and makes it less "
            "likely that the crisis becomes regional.",
        ],
    ),
    (
        "chapters/argument/explanations.html",
        "explanations",
        {"cell": "agenda-belarus-2020", "agenda-belarus-2020-hegemon": "hit"},
        [
            "Your bet holds. It came as expected. Agenda at home is right here.",
        ],
    ),
    (
        "chapters/appendix/timeline.html",
        "events",
        {"belarus-2020": "by-election"},
        [
            "9 August 2020 · Domestic forces Presidential election in Belarus. (section 4.1)",
        ],
    ),
    (
        "chapters/follows/strategy.html",
        "summits",
        {"summit": "ca-russia"},
        [
            "14 October 2022 · Russia Astana (public sources). Section 5: Within this span the"
            " Central Asian states hold their first summit with Russia.",
        ],
    ),
    (
        "chapters/follows/strategy.html",
        "feedback",
        {"bet": "manageable", "control": "weak"},
        [
            "Your bet holds. The crisis is manageable. The hegemon’s view stays weak.",
        ],
    ),
    (
        "chapters/scrutiny/five_cases.html",
        "minimise",
        {"conditions": "three"},
        [
            "8 combinations: 3 with crises, 5 not seen, 0 supposed manageable, 0 supposed "
            "unmanageable.",
        ],
    ),
    (
        "chapters/scrutiny/five_cases.html",
        "relations",
        {"bet": "neither"},
        [
            "Your bet missed. Weak: necessary and sufficient in these cases.",
        ],
    ),
    (
        "chapters/scrutiny/one_coding.html",
        "bench",
        {"belarus-2020-balance": "adjusted"},
        [
            "Belarus 2020: balance adjusted. The framework fits. But a shorter formula does as "
            "well. Shortest formula: weak Nearest to the cases: weak and adjusted",
        ],
    ),
    (
        "chapters/scrutiny/one_coding.html",
        "bench",
        {"belarus-2020-balance": "adjusted", "kazakhstan-2022-control": "weak"},
        [
            "Belarus 2020: balance adjusted. Kazakhstan 2022: control weak. The framework fits. "
            "Neither condition would do alone. Shortest formula: weak and adjusted Nearest to "
            "the cases: weak and adjusted",
        ],
    ),
    (
        "chapters/scrutiny/one_coding.html",
        "bench",
        {"ukraine-2022-outcome": "manageable"},
        [
            "Ukraine 2022: outcome manageable. Nothing is left to explain. No crisis got out of "
            "hand. Shortest formula: none Nearest to the cases: none",
        ],
    ),
    (
        "chapters/scrutiny/one_coding.html",
        "bench-b",
        {"ukraine-2013-control": "weak"},
        [
            "Ukraine 2013: control weak. A cell holds both outcomes. No formula of these two "
            "conditions fits. Shortest formula: none Nearest to the cases: none",
        ],
    ),
    (
        "chapters/scrutiny/ledger.html",
        "check-ledger-equally-expected",
        {"answer": "a"},
        [
            "Right. Ukraine’s search for NATO membership (section 4.4) fits a Russia "
            "that doubts its control and a Russia that feels threatened. So we say that it does"
            " not tell the two apart.",
        ],
    ),
    (
        "chapters/scrutiny/readings.html",
        "readings",
        {
            "control-2022": "weak",
            "control-2013": "weak",
            "outcome-2013": "manageable",
            "bet": "agree",
        },
        [
            "Your bet missed. One cell (weak and adjusted) holds both outcomes; for Ukraine "
            "2013 the framework predicts the other.",
        ],
    ),
    (
        "chapters/lab/flip.html",
        "practice-flip",
        {"case": "case-2", "answer-2": "a"},
        [
            "No. Case 2: the reasons are below.",
        ],
    ),
]


def heard(page, name: str) -> list[str]:
    """The words of every status of an explorer, as the browser hands them on."""
    title = EXPLORERS[name].title
    (form,) = (node for node in tree(page).all("form") if node.name == title)
    return [" ".join(node.words.split()) for node in form.all("status")]


@pytest.mark.parametrize(("address", "name", "setting", "words"), SAID)
def test_what_is_announced_after_a_change(browser: Browser, root, address, name, setting, words):
    """A status that changes is read out whole: what has changed in this form, in order."""
    with visit(browser, root, address) as seen:
        seen.page.evaluate(UNFOLD_FORMS)
        seen.page.locator("details:has(form.explorer)").evaluate_all(
            "folds => folds.forEach(fold => { fold.open = true; })"
        )
        form = seen.page.locator(f"[data-explorer={name}]")
        *before, last = setting.items()
        click(form, EXPLORERS[name], dict(before))
        known = heard(seen.page, name)
        click(form, EXPLORERS[name], dict([last]))
        now = heard(seen.page, name)
        assert [said for said in now if said not in known] == words


# Read


def is_chinese(place) -> bool:
    """Does the nearest element that says a language say Chinese?"""
    said = next(
        tag["lang"] for tag in (place, *place.parents) if getattr(tag, "attrs", {}).get("lang")
    )
    return said.startswith("zh")


@pytest.mark.parametrize("address", [*ADDRESSES, MISSING])
def test_chinese_is_marked_wherever_it_stands(book: Path, address):
    """In texts, and in the names that elements have; a title in the head has no language."""
    page = BeautifulSoup(written(book, address), "html.parser")
    texts = [text for text in page.find_all(string=HAN) if type(text) is NavigableString]
    assert [t for t in texts if t.parent.name != "title" and not is_chinese(t)] == []
    named = [
        (tag.name, name, tag[name])
        for tag in page.find_all(True)
        for name in ("title", "aria-label", "alt", "placeholder", "data-label")
        if HAN.search(tag.get(name, "")) and not is_chinese(tag)
    ]
    assert named == []


def test_chinese_is_there_to_be_marked(book: Path):
    marked = [len(re.findall(r'lang="zh-Hans"', written(book, address))) for address in ADDRESSES]
    assert sum(marked) > 700 and all(marked)


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_time_is_a_date(book: Path, address):
    assert all(parts(time) for time in re.findall(r"<time>([^<]*)</time>", written(book, address)))


READ = {
    STAGE: [
        "And: Your bet on continued, strong: the crisis will be (not chosen yet)\n\nBet first.",
        "And: Your bet on adjusted, weak: the crisis will be “manageable”\n\n"
        "Unmanageable. The adjustment draws",
    ],
    "chapters/scrutiny/one_coding.html": [
        "With: Belarus 2020: balance “adjusted”\n\nBelarus 2020: balance adjusted.",
        "And: weak, adjusted: “crises of both outcomes”\n\nA cell holds both outcomes.",
    ],
}


@pytest.mark.parametrize("address", READ)
def test_without_styles_each_answer_follows_its_setting(browser: Browser, root, address):
    """As text browsers, readers' views, saved and translated pages have it."""
    with visit(browser, root, address, javascript=False) as seen:
        seen.page.evaluate(
            "document.querySelectorAll('style, link[rel=stylesheet]').forEach(e => e.remove())"
        )
        unsaid = """all => all.filter(panel => panel.getAttributeNames().length > 1
            && !panel.previousElementSibling?.matches('.explorer-when')).length"""
        assert seen.page.locator("form.explorer .explorer-panel").evaluate_all(unsaid) == 0
        text = re.sub(r" *\n *", "\n", seen.page.locator("article").inner_text())
        assert [words for words in READ[address] if words not in text] == []


# Old


@pytest.mark.parametrize("address", SOME)
def test_an_older_browser_shows_what_the_modules_say(browser: Browser, root, address):
    """A script does what the rules of each explorer say, in every setting."""
    with older(browser, root + address) as page:
        for explorer, form in forms(page):
            walk_all(form, explorer, by_script=True)
        expect(page.locator(".livepage-unfit")).to_be_hidden()


@pytest.mark.parametrize("address", SOME)
def test_without_a_script_an_older_browser_gives_nothing_away(browser: Browser, root, address):
    """The words that stand below each explorer take its place, and a note says why."""
    with older(browser, root + address, javascript=False) as page:
        expect(page.locator(".livepage-unfit")).to_be_visible()
        seen = "all => all.filter(e => e.checkVisibility({ visibilityProperty: true })).length"
        assert page.locator("form.explorer, form.explorer *").evaluate_all(seen) == 0
        alternatives = page.locator("details.explorer-alternative")
        assert alternatives.evaluate_all(seen) == alternatives.count() >= 1
