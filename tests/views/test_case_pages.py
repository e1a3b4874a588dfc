"""The case pages show what the case files and ``predict`` say, and hide the end until the bet."""

from itertools import product

import pytest
from markupsafe import Markup

from crisis_paths.casebook import VARIABLES, events, evidence, means, turned
from crisis_paths.cases import TABLE_2, in_cell
from crisis_paths.framework import predict
from crisis_paths.tables import rows
from crisis_paths.views.case_page import coding
from crisis_paths.views.charts import SPEC
from crisis_paths.views.evidence import LABELS, evidence_table, weigh
from crisis_paths.views.lanes import lanes, strip, to_scale
from crisis_paths.views.together import COUNTS, cells, means_table
from crisis_paths.views.ukraine import two_crises, window
from crisis_paths.window import ENDS, sayable

CASES = pytest.mark.parametrize("case", TABLE_2)


@CASES
def test_the_reader_s_coding_is_asked_of_predict_and_held_against_the_article_s(case):
    explorer, coded = coding(case), TABLE_2[case]
    for setting in explorer.settings():
        path = predict(setting["balance"], setting["control"], turmoil=coded.turmoil)
        verdict, drawn = explorer.shown(setting)
        assert ("Your bet holds" in verdict) == (setting["bet"] == path.outcome)
        assert f"predicts {path.verdict}." in verdict
        assert ("both variables as you do" in verdict) == (path.cell == coded.path.cell)
        assert f'data-path="{path.cell}"' in drawn and coded.outcome.value in drawn


@CASES
def test_nothing_is_given_away_until_all_three_are_chosen(case):
    explorer = coding(case)
    options = [(*choice.values, "unset") for choice in explorer.choices]
    names = [choice.name for choice in explorer.choices]
    for values in product(*options):
        setting = dict(zip(names, values, strict=True))
        if "unset" in values:
            text = Markup("").join(explorer.shown(setting)).striptags()
            assert text.startswith("Code both variables") and "article codes" not in text
            assert "unmanageable" not in text and "By the article" not in text


@CASES
@pytest.mark.parametrize("dimension", VARIABLES)
def test_every_item_can_be_taken_away_or_let_decide(case, dimension):
    explorer = weigh(case, dimension)
    items = evidence(case, dimension).items
    assert explorer.choices[0].values == ("none", *(item.id for item in items))
    for item in items:
        (said,) = explorer.shown({"item": item.id})
        if item.supports:
            assert "stays as it is" in said
        else:
            assert f"predicts {turned(case, dimension).verdict}." in said


@CASES
def test_the_timeline_shows_every_event_of_its_case(case):
    found = events(case)
    spec = strip(case)._repr_mimebundle_()[SPEC]
    (drawn,) = spec["datasets"].values()
    assert len(drawn) == len(found)
    assert str(len(found)) in spec["description"]
    for phase in ("before", "after"):
        shown = lanes(case, phase)
        assert shown.html.count("<li") == len(events(case, phase))
        for event in events(case, phase):
            assert event["event"] in shown.text and event["date_start"] in shown.text


def test_sums_are_drawn_to_scale():
    spec = to_scale("by-loan-promised", "ua13-loan-promised")._repr_mimebundle_()[SPEC]
    (drawn,) = spec["datasets"].values()
    assert [row["usd"] for row in drawn] == [1.5, 15]
    assert spec["encoding"]["x"].get("scale") is None  # from nought, and not by logarithms
    small = to_scale("ua22-military-aid", "ua22-arms-transferred")._repr_mimebundle_()[SPEC]
    assert [row["usd"] for row in next(iter(small["datasets"].values()))] == [60, 650]


@CASES
def test_the_evidence_is_listed_with_its_place(case):
    page = evidence_table(case, *LABELS)
    for row in rows("codings"):
        if row["case"] == case:
            assert row["evidence"] in page.text
            assert f'<span lang="zh-Hans">{row["anchor"]}</span>' in page.html


def test_the_window_says_what_the_module_says():
    explorer = window()
    for day, setting in zip(ENDS, explorer.settings(), strict=True):
        said, _ = explorer.shown(setting)
        assert f'data-sayable="{sayable(day)}"' in said
    assert two_crises().text.count("\n") == len(LABELS) - 1


def test_table_2_is_bet_on_cell_by_cell():
    explorer = cells()
    for setting in explorer.settings():
        found = in_cell(f"{setting['control']}/{setting['balance']}")
        verdict, cell = explorer.shown(setting)
        assert ("Your bet holds" in verdict) == (COUNTS[setting["bet"]] == len(found))
        assert all(case.title in verdict and case.title in cell for case in found)
        assert ("No crisis of the article" in cell) == (not found)


def test_every_means_of_the_hegemon_is_listed_with_its_date():
    lines = means_table().text.splitlines()
    for case, line in zip(TABLE_2.values(), lines, strict=True):
        assert line.startswith(case.title)
        for found in means(case.id).values():
            assert all(event["date_start"] in line for event in found)
