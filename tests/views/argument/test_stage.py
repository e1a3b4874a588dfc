"""The stage and the first page's two pictures: every setting against the framework."""

import re

import pytest
from markupsafe import Markup

from crisis_paths.argument.puzzle import SINCE_2020
from crisis_paths.framework import every_path, predict
from crisis_paths.framework.actors import Actor
from crisis_paths.framework.cases import TABLE_2, in_cell
from crisis_paths.framework.notation import Mark, marks
from crisis_paths.questions import question
from crisis_paths.views.argument.first_page import four_crises, one_sentence
from crisis_paths.views.argument.path_steps import what_decides
from crisis_paths.views.argument.stage import arrow, bet_name, cells, stage
from explorers.choices import UNSET
from explorers.explorer import Explorer
from explorers.panels import Panel

UNASKED = {bet_name(path): UNSET for path in cells()}


def shown(explorer: Explorer, setting: dict[str, str]) -> dict[str, list[str]]:
    """The fitting panels of each region."""

    def fits(panel: Panel) -> bool:
        return panel.fits(setting)

    return {r.name: [str(p.html) for p in filter(fits, r.panels)] for r in explorer.regions}


def test_every_setting_shows_the_path_that_predict_names():
    explorer = stage()
    assert len(explorer.settings()) == 2 * 2 * 2 * 2**4
    for setting in explorer.settings():
        path = predict(setting["balance"], setting["control"], turmoil=setting["turmoil"])
        found = shown(explorer, setting)
        bet, heard = found["verdict"]
        assert f"<strong>{path.outcome.value.capitalize()}.</strong>" in bet
        assert str(Markup.escape(what_decides(path))) in bet
        kept = setting[bet_name(path)] == path.outcome
        assert ("Your bet holds." in bet) is kept
        assert ("You had bet otherwise." in bet) is not kept
        assert ("without turmoil" in heard) is not path.turmoil
        (drawn,) = found["path"]
        assert f'data-path="{path.cell}"' in drawn
        rules = re.findall(r'href="#rule-([a-z0-9-]+)"', drawn)
        assert rules == [step.rule.id for step in path.steps]
        (frame,) = found["frame"]
        assert ("broken" in frame) is (path.outcome == "unmanageable")


@pytest.mark.parametrize("turmoil", ["yes", "no"])
@pytest.mark.parametrize("path", tuple(cells()), ids=bet_name)
def test_nothing_of_a_cell_is_given_away_before_its_own_bet(path, turmoil):
    """Not even where the other three are placed."""
    setting = {"turmoil": turmoil, "balance": path.balance, "control": path.control}
    others = {name: "manageable" for name in UNASKED if name != bet_name(path)}
    for bets in ({}, others):
        found = shown(stage(), setting | UNASKED | bets)
        assert "Bet first." in found["verdict"][0] and "strong>" not in found["verdict"][0]
        assert "Bet first." in found["path"][0]
        assert "broken" not in found["frame"][0]
        for actor in (Actor.EXTERNAL, Actor.HEGEMON):
            assert 'class="ask"' in found[actor.value][0]
        assert "no bet" in found[f"cell-{path.control}-{path.balance}"][0]


def test_the_arrows_are_those_of_the_article_s_figures():
    """图1 and 图3: the powers barred; 图2 both limited; 图4 both raised; 图3 the hegemon raised."""
    drawn = {
        path.cell: [
            {kind for kind in ("dash", "solid", "bar") if f'class="{kind}"' in arrow(actor, found)}
            for actor, found in marks(path).items()
            if actor in (Actor.EXTERNAL, Actor.HEGEMON)
        ]
        for path in cells()
    }
    for path in cells():
        for actor in (Actor.EXTERNAL, Actor.HEGEMON):
            found = marks(path)[actor]
            assert (Mark.BAR in found) == ('class="bar"' in arrow(actor, found))
            assert (Mark.SOLID in found) == ('class="solid"' in arrow(actor, found))
    assert drawn["weak/adjusted"] == [{"solid"}, {"solid"}]
    assert {"bar"} <= drawn["strong/continued"][0]


def test_the_map_fills_cell_by_cell_with_the_article_s_crises():
    for path in cells():
        for bet in ("manageable", "unmanageable"):
            found = shown(stage(), stage().settings()[0] | UNASKED | {bet_name(path): bet})
            (here,) = found[f"cell-{path.control}-{path.balance}"]
            assert f"outcome-{path.outcome}" in here
            named = [case.title for case in TABLE_2.values() if case.title in here]
            assert named == [case.title for case in in_cell(path.cell)]
            others = [f"cell-{p.control}-{p.balance}" for p in cells() if p.cell != path.cell]
            assert all("no bet" in found[name][0] for name in others)


def test_the_score_counts_what_is_placed_and_what_holds():
    html = str(stage().html())
    mark = r'class="score-placed{}" data-came-out="{}" data-([a-z-]+)="([a-z]+)"'
    wrong = re.findall(mark.format("", "missed"), html)
    right = re.findall(mark.format(" score-right", "held"), html)
    assert wrong == [(bet_name(path), path.outcome.other.value) for path in cells()]
    assert right == [(bet_name(path), path.outcome.value) for path in cells()]


def test_each_cell_has_a_bet_that_is_asked_in_that_cell_alone():
    bets = {choice.name: choice for choice in stage().choices if choice.name in UNASKED}
    assert len(bets) == 4
    for path in cells():
        setting = {"balance": path.balance.value, "control": path.control.value}
        assert [name for name, bet in bets.items() if bet.asked(setting)] == [bet_name(path)]


# What the paragraph at each figure says, and what it does not.
SAID = {
    "strong/continued": (["blocks", "whether or not it acts", "probably"], ["nobody", "compete"]),
    "strong/adjusted": (["The two compete, but", "limited intervention"], ["contest", "alone"]),
    "weak/continued": (["lessens", "will and room", "may do more"], ["without a rival"]),
    "weak/adjusted": (["stronger means", "enters the state"], ["only here"]),
}


@pytest.mark.parametrize("cell", SAID)
def test_what_decides_is_told_as_the_paragraph_at_the_figure_tells_it(cell):
    """图1 阻挡, 无论其是否采取; 图2 虽然存在竞争, 但; 图3 减少, 意愿和空间; 图4 竞相采取更强."""
    control, balance = cell.split("/")
    words = what_decides(predict(balance, control))
    there, absent = SAID[cell]
    assert all(part in words for part in there)
    assert not [part for part in absent if part in words]


def test_two_that_compete_are_nowhere_told_to_be_without_a_contest():
    asked = question("confident-hegemon")
    (yes,) = [answer for answer in asked.answers if answer.right]
    assert "The two compete" in yes.feedback and "no contest" not in yes.feedback
    (rule,) = [
        s for s in predict("adjusted", "strong").steps if s.rule.anchor == "使政局动荡具备管控的"
    ]
    assert rule.text == ("The two compete, and that limit makes it possible to manage the turmoil.")


def test_the_text_lists_every_combination():
    text = stage()._repr_mimebundle_()["text/plain"]
    for path in every_path():
        assert path.explain() in text


@pytest.mark.parametrize("make", [stage, one_sentence])
def test_the_text_alternative_is_a_table_of_every_combination_with_rules_and_sections(make):
    html = str(make().alternative)
    body = html[html.index("<tbody>") :]
    rows = re.findall(r"<tr>.*?</tr>", body, flags=re.S)
    assert len(rows) == 8
    for row, path in zip(rows, every_path(), strict=True):
        assert path.verdict in row
        for step in path.steps:
            assert f"#rule-{step.rule.id}" in row and str(Markup.escape(step.rule.source)) in row


@pytest.mark.parametrize("make", [stage, one_sentence, four_crises])
def test_the_bundle_carries_both_faces_and_a_text(make):
    bundle = make()._repr_mimebundle_()
    assert set(bundle) >= {
        "text/html",
        "text/plain",
        "application/vnd.jupyter.widget-view+json",
    }


def test_the_sentence_says_of_each_cell_what_predict_says_and_who_stands_there():
    for setting in one_sentence().settings():
        path = predict(setting["balance"], setting["control"])
        ((said,),) = shown(one_sentence(), setting).values()
        assert f"<strong>{path.outcome.value.capitalize()}.</strong>" in said
        assert ("Your bet holds." in said) is (setting[bet_name(path)] == path.outcome)
        named = [case.title for case in TABLE_2.values() if case.title in said]
        assert named == [case.title for case in in_cell(path.cell)]


def test_of_the_four_crises_one_was_not_contained_and_the_rings_wait_for_the_bet():
    """1 ¶2: 白俄罗斯, 吉尔吉斯斯坦 and 哈萨克斯坦 were managed on the whole; Ukraine was not."""
    explorer = four_crises()
    (bet,) = explorer.choices
    assert bet.values == ("belarus-2020", "kyrgyzstan-2020", "kazakhstan-2022", "ukraine-2022")
    for value in bet.values:
        said = " ".join(explorer.shown({"crisis": value}))
        assert ("Your bet holds" in said) is (value == "ukraine-2022")
    for case, option in zip(SINCE_2020, bet.options, strict=True):
        assert option.hint == ("turmoil at home" if case.turmoil else "no turmoil at home")
        rings = re.findall(r'<g data-crisis="([^"]+)">', str(option.sign))
        assert rings == [UNSET, " ".join(bet.values)]
