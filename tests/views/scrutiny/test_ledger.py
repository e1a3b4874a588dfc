"""The ledger's views say what the ledger says; the chart's own sum is the ledger's."""

import random
import re
from html import unescape

import altair as alt
import pytest
import vl_convert
from markupsafe import Markup, escape

from crisis_paths.argument.explanations import Explanation
from crisis_paths.scrutiny.clues import clues
from crisis_paths.scrutiny.ledger import decibans, ledger, turns
from crisis_paths.scrutiny.likelihood import Label, Likelihood
from crisis_paths.views.kit.charts import SPEC
from crisis_paths.views.scrutiny.clues import RIVALS, name, odds_words, points_to, side, signed
from crisis_paths.views.scrutiny.ledger import (
    SAMPLES,
    kinds_table,
    own_word_explorer,
    sums_table,
    words_table,
)
from crisis_paths.views.scrutiny.ledger_rows import ledger_rows
from crisis_paths.views.scrutiny.waterfall import account_table, waterfall

UA, BY, KZ = "ukraine_2022", "belarus_2020", "kazakhstan_2022"
FRAMEWORK, THREAT = Explanation.FRAMEWORK, Explanation.THREAT
EVERY = [(case, rival) for case in (UA, BY, KZ) for rival in RIVALS]


def number(text: str) -> float:
    return float(text.replace("−", "-"))


def test_every_clue_has_a_short_name_of_its_own():
    found = [name(clue.id) for case in (UA, BY, KZ) for clue in clues(case)]
    assert len(set(found)) == len(found) == 26
    assert max(map(len, found)) <= 20  # a phone has room for no more beside its bar


# One clue


RIVAL = {UA: THREAT, BY: Explanation.AGENDA, KZ: Explanation.AGENDA}


@pytest.mark.parametrize("case", [UA, BY, KZ])
@pytest.mark.parametrize("rival", RIVALS)
def test_the_bet_holds_where_the_ratio_says_so(case, rival):
    """Every clue against every rival, every bet on it, and the bar in its row."""
    explorer, account = ledger_rows(case, rival), ledger(case, rival)
    start = {choice.name: choice.start for choice in explorer.choices}
    assert explorer.name == f"ledger-{case.replace('_', '-')}"
    for step in account.steps:
        here, bet = start | {"item": step.clue.id}, f"bet-{step.clue.id}"
        unset = Markup(" ").join(explorer.shown(here))
        assert escape(step.clue.text) in unset and 'class="prompt"' in unset
        assert not any(reason in unset for reason in map(escape, step.clue.reasons.values()))
        assert unset.count("no bet") == len(account.steps)
        holds = {"framework": step.ratio > 1, "rival": step.ratio < 1, "neither": step.ratio == 1}
        for value, right in holds.items():
            words = unescape(Markup(" ").join(explorer.shown(here | {bet: value})))
            assert f"Your bet {'holds' if right else 'missed'}." in words
            assert step.word.label in words and step.rival_word.label in words
            assert step.clue.reasons[FRAMEWORK] in words and step.clue.reasons[rival] in words
            assert ("Count them once" in words) == bool(step.clue.group)
            assert words.count("no bet") == len(account.steps) - 1
            assert f"<b>{signed(step.ratio)}</b>" in words and "All together" not in words


@pytest.mark.parametrize("case", [UA, BY, KZ])
def test_when_every_bet_is_placed_the_sums_are_told(case):
    explorer, account = ledger_rows(case), ledger(case, RIVAL[case])
    assert account.rival is RIVAL[case]
    bets = {c.name: "neither" for c in explorer.choices if c.name != "item"}
    words = unescape(Markup(" ").join(explorer.shown({"item": account.steps[0].clue.id} | bets)))
    plain, once = (odds_words(o, account.rival) for o in (account.odds, account.cautious))
    assert f"All together: {plain}. With each group counted once: {once}." in words


@pytest.mark.parametrize("case", [UA, BY, KZ])
def test_the_scale_adds_up_what_the_rows_say(case):
    """The style sheet's numbers are the ledger's, a row each, and their sum is the account's."""
    explorer, account = ledger_rows(case), ledger(case, RIVAL[case])
    rows = re.findall(r"row-([\w-]+)\{--w:(-?[\d.]+)\}", explorer.placing)
    assert rows == [(s.clue.id, f"{round(s.weight, 1)}") for s in account.steps]
    summed = re.findall(r"bet-([\w-]+)\]:checked\)\{--s\d+:(-?[\d.]+)\}", explorer.placing)
    assert summed == rows
    total = sum(float(weight) for _item, weight in summed)
    assert total == pytest.approx(decibans(account.odds), abs=0.05 * len(rows))


def test_each_explorer_says_whose_conduct_is_asked_about():
    titles = {case: ledger_rows(case).title for case in (UA, BY, KZ)}
    assert titles == {
        UA: "The ledger. Ukraine 2022: what moved Russia",
        BY: "The ledger. Belarus 2020: what moved Russia",
        KZ: "The ledger. Kazakhstan 2022: what kept the West back",
    }


def test_ties_to_neither():
    steps = {step.clue.id: step for step in ledger(UA, THREAT).steps}
    assert points_to(steps["ua22-nato"], THREAT) is None
    assert points_to(steps["ua22-threat-not-capability"], THREAT) is THREAT
    assert points_to(steps["ua22-threat"], THREAT) is FRAMEWORK


# Tables


def test_the_seven_words_with_their_numbers():
    numbers = re.findall(r": (\d+) in 100", words_table().text)
    assert numbers == ["95", "85", "70", "50", "30", "15", "5"]


def test_each_example_is_of_its_kind_and_no_clue_is_a_smoking_gun():
    for kind, (case, item, rival) in SAMPLES.items():
        (step,) = (step for step in ledger(case, rival).steps if step.clue.id == item)
        assert step.label is kind
    assert set(Label) - set(SAMPLES) == {Label.SMOKING_GUN}
    kinds = {step.label for case, rival in EVERY for step in ledger(case, rival).steps}
    assert kinds == set(SAMPLES)
    assert (
        "smoking gun: enough, not needed: None among the 26 clues of the 3 crises."
        in kinds_table().text
    )


@pytest.mark.parametrize("case", [UA, BY, KZ])
def test_the_account_and_the_sums_are_the_ledger_s(case):
    *lines, plain, once = (line.split(" | ") for line in account_table(case).text.splitlines())
    assert [line[0] for line in lines] == [name(clue.id) for clue in clues(case)]
    table = [line.split(" | ") for line in sums_table(case).text.splitlines()]
    for place, rival in enumerate(RIVALS):
        account = ledger(case, rival)
        weights = [number(line[place + 2].split(", ")[1]) for line in lines]
        assert weights == [round(step.weight, 1) for step in account.steps]
        assert number(plain[place + 2]) == round(decibans(account.odds), 1)
        assert number(once[place + 2]) == round(decibans(account.cautious), 1)
        row = table[place]
        for cell, odds in zip(row[1:3], (account.odds, account.cautious), strict=True):
            assert number(cell.split(" ")[0]) == round(decibans(odds), 1)
            assert cell.endswith(f"({float(max(odds, 1 / odds)):.1f} to 1)")
        assert all(found.group in row[3] for found in account.doubled)
        assert row[4] == f"{len(turns(account))} and {len(turns(account, once=True))}"


# A reader's own words


def test_own_words_say_when_a_sign_turns():
    explorer, base = own_word_explorer(), ledger(UA, THREAT)
    steps = {step.clue.id: step for step in base.steps}
    by = {"ours": 0, "up": 1, "down": -1}
    turned = set()
    for setting in explorer.settings():
        step = steps[setting["item"]]
        pair = (step.word.moved(by[setting["own"]]), step.rival_word.moved(by[setting["other"]]))
        account = ledger(UA, THREAT, changed={step.clue.id: pair})
        (shown,) = explorer.shown(setting)
        said = re.findall(r"(\S+) becomes (\S+); ([^.<]*)\.", shown)
        assert [number(yours) for _, yours, _ in said] == [
            round(decibans(account.odds), 1),
            round(decibans(account.cautious), 1),
        ]
        for (_, _, words), ours, yours in zip(
            said, (base.odds, base.cautious), (account.odds, account.cautious), strict=True
        ):
            lead = "passes to a felt threat" if yours < 1 else "stays with the article’s framework"
            assert ours > 1
            assert words == ("neither side leads" if yours == 1 else f"the lead {lead}")
        if "the lead passes" in shown:
            turned.add(setting["item"])
    assert {item for item, _ in turns(base, once=True)} <= turned


# The chart


def drawn(case: str, **values: str) -> list[str]:
    """The words in the chart when its controls have these values, as the converter draws it."""
    spec = waterfall(case).chart.to_dict()
    for param in spec["params"]:
        param["value"] = values.pop(param["name"], param["value"])
    assert not values
    svg = vl_convert.vegalite_to_svg(spec | {"width": 560})
    return [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


def said(odds, rival: Explanation) -> set[str]:
    weight = f"{decibans(odds):+.1f}".replace("-", "−")
    ahead = side(FRAMEWORK if odds > 1 else rival)
    times = f"{float(max(odds, 1 / odds)):.1f}"
    return {f"After all clues: {weight}", f"{times} to 1 for {ahead}"}


@pytest.mark.parametrize(("case", "rival"), EVERY)
def test_the_chart_adds_up_to_the_ledger(case, rival):
    account = ledger(case, rival)
    assert said(account.odds, rival) <= set(drawn(case, pickrival=rival.value))
    once = drawn(case, pickrival=rival.value, pickcount="once")
    assert said(account.cautious, rival) <= set(once)
    again = [text for text in once if text.endswith(", not counted")]
    assert len(again) == sum(len(found.items) - 1 for found in account.doubled)


@pytest.mark.parametrize("seed", range(6))
def test_the_chart_follows_any_words_and_any_prior(seed):
    """Both sums, for words drawn at random: groups with ties and with both signs included."""
    dice = random.Random(seed)
    case, rival = dice.choice(EVERY)
    percent = dice.choice(["10", "25", "75", "90"])
    values, changed = {"pickrival": rival.value, "pickprior": percent}, {}
    for place, clue in enumerate(clues(case), start=1):
        own, other = (dice.choice(list(Likelihood)) for _ in range(2))
        changed[clue.id] = (own, other)
        values[f"own{place}"] = str(int(100 * own.probability))
        values[f"other{place}"] = str(int(100 * other.probability))
    account = ledger(case, rival, prior=int(percent) / 100, changed=changed)
    assert said(account.odds, rival) <= set(drawn(case, **values))
    assert said(account.cautious, rival) <= set(drawn(case, pickcount="once", **values))


def test_two_as_strong_on_either_side_of_a_group_cancel_out_in_the_chart():
    place = {clue.id: str(n) for n, clue in enumerate(clues(UA), start=1)}
    first, second = place["ua22-stronger-than-2013"], place["ua22-threat"]
    values = {
        f"own{first}": "85",
        f"other{first}": "30",
        f"own{second}": "30",
        f"other{second}": "85",
    }
    changed = {
        "ua22-stronger-than-2013": ("very_likely", "unlikely"),
        "ua22-threat": ("unlikely", "very_likely"),
    }
    account = ledger(UA, THREAT, changed=changed)
    assert said(account.cautious, THREAT) <= set(drawn(UA, pickcount="once", **values))


def test_the_chart_has_a_named_control_for_both_words_of_each_clue():
    bundle = waterfall()._repr_mimebundle_()
    assert bundle == waterfall()._repr_mimebundle_()
    spec = bundle[SPEC]
    alt.Chart.from_dict(spec)
    assert spec["description"]
    binds = [param["bind"] for param in spec["params"]]
    assert len(binds) == 3 + 2 * 10
    assert len({bind["name"] for bind in binds}) == len(binds)
    assert all(len(bind["options"]) == len(bind["labels"]) for bind in binds)
    assert bundle["text/plain"] == account_table(UA).text
