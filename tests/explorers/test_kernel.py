"""An explorer in a kernel: two faces with one trait, which Python sets, observes and ties."""

import sys
from pathlib import Path

import ipywidgets
import pytest
import traitlets

from every_explorer import EXPLORERS, MAKERS
from explorers import looks
from explorers.choices import EMPTY, UNSET, choice
from explorers.errors import ExplorerError
from explorers.explorer import Explorer
from explorers.kernel import LiveExplorer
from explorers.live import LiveForm, look
from explorers.outputs import without_links
from explorers.several import Several

FACES = [LiveForm, LiveExplorer]
START = {name: one.start for name, one in ((c.name, c) for c in EXPLORERS["path"].choices)}
VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_the_live_form_is_the_form_of_the_page(make):
    explorer = make()
    live = explorer.widget()
    assert isinstance(live, LiveForm)
    assert live.html.endswith(without_links(explorer.html()))
    assert live.setting == {one.name: one.start for one in explorer.choices}
    for setting in explorer.settings():
        live.setting = setting
        assert live.setting == setting


@pytest.mark.parametrize("face", FACES)
def test_a_setting_is_given_as_a_whole_and_what_is_left_out_is_as_it_starts(face):
    live = face(EXPLORERS["path"])
    assert live.setting == START
    live.setting = {"balance": "adjusted", "control": "weak"}
    assert live.setting == START | {"balance": "adjusted", "control": "weak"}
    live.setting = live.setting | {"balance": "continued"}
    assert live.setting == START | {"control": "weak"}
    live.setting = {}
    assert live.setting == START


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ({"balance": "tilted"}, "has no value 'tilted' for balance; it has: continued, adjusted."),
        ({"balance": UNSET}, "has no value 'unset' for balance; it has: continued, adjusted."),
        ({"weather": "fair"}, "has no choice 'weather'; it has: balance, turmoil, control, "),
        ({"balance": None}, "has no value None for balance; it has: continued, adjusted."),
    ],
)
def test_what_an_explorer_does_not_have_is_refused_and_nothing_is_changed(face, setting, says):
    live = face(EXPLORERS["path"])
    live.setting = {"control": "weak"}
    with pytest.raises(ExplorerError, match="Explorer path has no ") as refused:
        live.setting = setting
    assert says in str(refused.value)
    assert live.setting == START | {"control": "weak"}
    with pytest.raises(traitlets.TraitError):
        live.setting = "weak"


@pytest.mark.parametrize("face", FACES)
def test_a_setting_is_observed_and_two_explorers_are_tied(face):
    one, other, seen = face(EXPLORERS["path"]), face(EXPLORERS["path"]), []
    other.observe(lambda change: seen.append(change["new"]["control"]), "setting")
    ipywidgets.link((one, "setting"), (other, "setting"))
    one.setting = {"control": "weak"}
    assert other.setting == one.setting and seen == ["weak"]
    other.setting = {}
    assert one.setting == START


def test_what_the_browser_sends_is_checked_like_what_python_sets():
    live = LiveForm(EXPLORERS["path"])
    live.set_state({"setting": START | {"control": "weak"}})
    assert live.setting["control"] == "weak"
    with pytest.raises(ExplorerError, match="no value 'none' for control"):
        live.set_state({"setting": START | {"control": "none"}})
    assert live.setting["control"] == "weak"


def test_radio_buttons_and_setting_are_one():
    live = LiveExplorer(EXPLORERS["path"])
    live.setting = {"control": "weak", "bet-weak-continued": "manageable"}
    assert live.controls["control"].value == "weak"
    live.controls["control"].value = "strong"
    assert live.setting["control"] == "strong"
    live.setting = {}
    assert live.controls["bet-weak-continued"].value is None


@pytest.fixture
def without_anywidget(monkeypatch):
    monkeypatch.setitem(sys.modules, "anywidget", None)


def test_where_anywidget_is_missing_radio_buttons_take_its_place(without_anywidget):
    explorer = EXPLORERS["path"]
    assert isinstance(explorer.widget(), LiveExplorer)
    assert VIEW in explorer._repr_mimebundle_()
    pair = Several("pair", ((EMPTY, explorer), (EMPTY, explorer)))
    assert {type(box) for box in pair._boxes().children} == {LiveExplorer}


def test_a_live_form_shown_by_itself_is_what_its_explorer_is():
    explorer = EXPLORERS["path"]
    shown, plain = LiveForm(explorer)._repr_mimebundle_(), explorer._repr_mimebundle_()
    assert set(shown) == set(plain) == {VIEW, "text/html", "text/plain"}
    assert all(shown[kind] == plain[kind] for kind in ("text/html", "text/plain"))


def test_one_look_serves_all_that_a_kernel_shows():
    assert LiveForm(EXPLORERS["path"]).look is LiveForm(EXPLORERS["bench"]).look is look()


def test_what_dresses_a_notebook_is_true_of_outputs_alone():
    """Each rule stands within an output, but for the colours, which are names of our own."""
    whole = looks.page_sheet()
    outside, _, nested = whole.partition(".jp-RenderedHTML {\n")
    assert nested.rstrip().endswith("}") and nested.count("{") + 1 == nested.count("}")
    assert "--actor-hegemon: #0d4d9c" in outside and "--actor-hegemon: #95c5ff" in outside
    rules = [rule.rpartition("*/")[2].strip() for rule in outside.split("}") if "{" in rule]
    assert rules
    assert [r for r in rules if ".explorer-live" not in r and ".jp-RenderedHTML" not in r] == []


def test_a_book_s_sheet_is_worn_once(monkeypatch, tmp_path: Path):
    monkeypatch.setattr(looks, "_worn", [])
    own = tmp_path / "own.css"
    own.write_text(":root {\n  --ink: #123; /* dark */\n}\n.own { color: red; }\n", "utf-8")
    looks.wear(own)
    looks.wear(own)
    assert looks.sheet().count(".own { color: red; }") == 1
    assert "{ --ink: #123; }" in looks.page_sheet()


def test_a_form_needs_no_style_of_its_page_for_its_panels():
    side = choice("side", "Which side?", ("heads", "Heads"), ("tails", "Tails"))
    live = LiveForm(Explorer("coin", "A coin", (side,), (), style=".a > .b{color:red}"))
    assert live.html.startswith("<style>.a > .b{color:red}</style>")
