"""The lab's own views: one recoding and a bet, and evidence that stays folded."""

import re

from markupsafe import Markup

from crisis_paths.scrutiny.recoding import Recoding
from crisis_paths.scrutiny.robustness import effect
from crisis_paths.tables.reading import rows
from crisis_paths.views.lab.recode import opened, recode
from crisis_paths.views.scrutiny.recoding_bench import bench

FIVE = ("belarus_2020", "kyrgyzstan_2020", "kazakhstan_2022", "ukraine_2013", "ukraine_2022")
# what becomes of the formula: seven recodings leave it standing, three of them by needing both
STANDS = {(case, "balance") for case in FIVE[:4]} | {(case, "control") for case in FIVE[:3]}


# What the codings of a crisis imply by Table 1 with one of them recoded. An outcome is no part of
# what implies it: recoded, it leaves the prediction as it was.
CALM = {"balance": "manageable, less firmly", "control": "manageable", "outcome": "manageable"}
IMPLIED = {(case, name): word for case in FIVE[:3] for name, word in CALM.items()} | {
    ("ukraine_2013", "balance"): "manageable",
    ("ukraine_2013", "control"): "unmanageable",
    ("ukraine_2013", "outcome"): "manageable, less firmly",
    ("ukraine_2022", "balance"): "manageable",
    ("ukraine_2022", "control"): "manageable, less firmly",
    ("ukraine_2022", "outcome"): "unmanageable",
}
IN_FACT = dict.fromkeys(FIVE[:3], "In fact the crisis was contained.") | {
    "ukraine_2013": "The article’s tables count it as manageable.",
    "ukraine_2022": "In fact the crisis got out of hand.",
}
DIMENSIONS = ("balance", "control", "outcome")
RECODINGS = [Recoding(case, name) for case in FIVE for name in DIMENSIONS]


def setting(recoding: Recoding, bet: str) -> dict[str, str]:
    return {"case": recoding.case.replace("_", "-"), "coding": recoding.dimension, "bet": bet}


def test_all_fifteen_are_offered_and_bets_hold_where_the_formula_does():
    explorer, held = recode(), set()
    assert [c.values for c in explorer.choices[1:]] == [DIMENSIONS, ("stands", "falls")]
    assert explorer.combinations == 2 * len(RECODINGS) == 30
    for recoding in RECODINGS:
        found = effect({recoding})
        for bet in ("stands", "falls"):
            shown = " ".join(explorer.shown(setting(recoding, bet)))
            right = found.keeps is (bet == "stands")
            assert ("Your bet holds." in shown) is right
            assert ("Your bet missed." in shown) is not right
            assert ("It holds" in shown) is found.keeps
            assert ("need both conditions" in shown) is found.needs_both
            assert ("the same cell" in shown) is bool(found.contradictory)
            assert ("no crisis is left" in shown) is found.no_positive
            implied, world = IMPLIED[recoding.case, recoding.dimension], IN_FACT[recoding.case]
            assert f"then imply {implied}. {world}" in Markup(shown).striptags()
        held |= {(recoding.case, recoding.dimension)} if found.keeps else set()
    assert held == STANDS


def test_a_link_opens_the_bench_with_just_this_coding_turned_round():
    explorer, choices = recode(bench_page="bench.html"), {c.name: c for c in bench().choices}
    for recoding in RECODINGS:
        shown = " ".join(explorer.shown(setting(recoding, "falls")))
        ((choice, value),) = re.findall(r'href="bench\.html#bench-([\w-]+)=(\w+)"', shown)
        assert choice == f"{recoding.case.replace('_', '-')}-{recoding.dimension}"
        assert value in choices[choice].values and value != choices[choice].start
    assert "href" not in str(recode().html())


def test_before_the_bet_the_crisis_stands_where_it_is_recoded_and_nothing_is_said_of_it():
    *cells, asks = recode().shown(setting(RECODINGS[1], "unset"))
    assert asks.striptags() == "Belarus 2020: control weak instead of strong. Place your bet."
    (here,) = [cell for cell in cells if "Belarus 2020" in cell]
    assert here.count("chip-changed") == 1 and "Kyrgyzstan 2020" not in here
    assert sum(cell.count('class="chip') - cell.count("chip none") for cell in cells) == 5
    assert "formula" not in " ".join((*cells, asks))


def test_evidence_is_folded_and_all_of_it_is_there():
    for case in FIVE:
        page = opened(case)
        assert page.html.count("<details") == 2 and "open>" not in page.html
        assert " open=" not in page.html
        outside = Markup(re.sub(r"(?s)</summary>.*?</details>", "</summary>", page.html))
        inside = Markup(page.html).striptags()
        for row in rows("codings"):
            wanted = row["case"] == case and row["dimension"] in ("balance", "control")
            assert (row["evidence"] in inside) is wanted
            assert (row["evidence"] in page.text) is wanted
            assert row["evidence"] not in outside.striptags()
