"""The case pages show what the case files and ``predict`` say, and hide the end until the bet."""

import re
from functools import partial
from itertools import combinations, product

import pytest
from markupsafe import Markup

from crisis_paths.cases.casebook import VARIABLES, events, evidence, means, recoded, without
from crisis_paths.cases.stories import Part, lines
from crisis_paths.cases.window import ENDS, sayable
from crisis_paths.framework import every_path, predict
from crisis_paths.framework.cases import TABLE_2, in_cell
from crisis_paths.tables.dates import parts
from crisis_paths.tables.reading import rows
from crisis_paths.views.cases.case_page import case_page, coding
from crisis_paths.views.cases.evidence import LABELS, evidence_table
from crisis_paths.views.cases.lanes import lanes, to_scale
from crisis_paths.views.cases.means import MEANS, means_matrix
from crisis_paths.views.cases.stories import story
from crisis_paths.views.cases.together import COUNTS, cells
from crisis_paths.views.cases.ukraine import two_crises, window
from crisis_paths.views.cases.weighing import weigh
from crisis_paths.views.follows.side_by_side import reading_explorer
from crisis_paths.views.kit.charts import SPEC
from crisis_paths.views.kit.dates import in_words
from crisis_paths.views.kit.palette import LANES
from crisis_paths.views.lab.recode import recode

CASES = pytest.mark.parametrize("case", TABLE_2)
STORIES = {case: lines(case, Part.BEFORE) for case in TABLE_2}
TOLD = pytest.mark.parametrize("case", [case for case, lines in STORIES.items() if lines])


@CASES
def test_the_reader_s_coding_is_asked_of_predict_and_held_against_the_article_s(case):
    explorer, coded = coding(case), TABLE_2[case]
    for setting in explorer.settings():
        path = predict(setting["balance"], setting["control"], turmoil=coded.turmoil)
        *said, drawn = explorer.shown(setting)
        verdict = " ".join(said)
        assert ("Your bet holds" in verdict) == (setting["bet"] == coded.outcome)
        assert f"Your coding implies <em>{path.verdict}</em>" in verdict
        assert ("both variables as you do" in verdict) == (path.cell == coded.path.cell)
        assert f'data-path="{path.cell}"' in drawn and coded.outcome.value in drawn


# What a coding implies by Table 1, and what happened by sections 4.1 to 4.4 (for 2013: what the
# tables alone say of it). The two are different things, and a bet is on the second.
IMPLIED = {
    ("continued", "strong"): "manageable",
    ("adjusted", "strong"): "manageable, less firmly",
    ("continued", "weak"): "manageable",
    ("adjusted", "weak"): "unmanageable",
}
CONTAINED, OUT = "In fact the crisis was contained.", "In fact the crisis got out of hand."
IN_FACT = {
    "belarus_2020": ("manageable", CONTAINED),
    "kyrgyzstan_2020": ("manageable", CONTAINED),
    "kazakhstan_2022": ("manageable", CONTAINED),
    "ukraine_2013": ("manageable", "The article’s tables count it as manageable."),
    "ukraine_2022": ("unmanageable", OUT),
}


@CASES
def test_what_a_coding_implies_and_what_happened_are_told_apart(case):
    explorer, (outcome, world) = coding(case), IN_FACT[case]
    assert len(explorer.settings()) == 8
    for setting in explorer.settings():
        *announced, _drawn = explorer.shown(setting)
        said = Markup(" ".join(announced)).striptags()
        bet = "holds" if setting["bet"] == outcome else "missed"
        assert said.startswith(f"Your bet {bet}. {world} ")
        word = IMPLIED[setting["balance"], setting["control"]]
        assert f"{world} Your coding implies {word}" in said
        fits = (word == "unmanageable") == (outcome == "unmanageable")
        assert (f"implies {word}, and so it ended." in said) is fits
        assert (f"implies {word}. If you are right, the framework is wrong" in said) is not fits


SUBJECTS = {"balance": "the balance", "control": "Russia’s view of its control"}


def weighed(explorer, **changed):
    """What is said, and what of it stands in the live region."""
    start = {choice.name: choice.start for choice in explorer.choices}
    return Markup(" ").join(explorer.said(start | changed)).striptags()


@CASES
@pytest.mark.parametrize("dimension", VARIABLES)
def test_no_evidence_calls_a_coding_an_outcome(case, dimension):
    """A coding is strong or weak, continued or adjusted; what is predicted is an outcome."""
    explorer, coded = weigh(case, dimension), TABLE_2[case]
    value, subject = getattr(coded, dimension).value, SUBJECTS[dimension]
    for item in evidence(case, dimension).for_:
        said = weighed(explorer, item=item.id, last="yes")
        assert f"{subject} stays {value}, the prediction {coded.path.verdict}." in said


@TOLD
def test_nothing_is_given_away_until_all_three_are_chosen(case):
    explorer = coding(case)
    options = [(*choice.values, "unset") for choice in explorer.choices]
    names = [choice.name for choice in explorer.choices]
    for values in product(*options):
        setting = dict(zip(names, values, strict=True))
        if "unset" in values:
            text = Markup("").join(explorer.shown(setting)).striptags()
            assert text.startswith(("Code both variables", "Still open: "))
            assert "article codes" not in text
            assert "unmanageable" not in text and "By the article" not in text


EVENTS = {row["event_id"]: row for row in rows("events")}
# words that would code a crisis, or tell its end
CODING = re.compile(
    r"\b(balance\w*|continu\w*|adjust\w*|shift\w*|strong\w*|weak\w*|confiden\w*|control\w*"
    r"|manage\w*|contain\w*|out of hand|invasion|invade\w*|withdr\w*)\b",
    re.I,
)


@TOLD
def test_a_story_tells_dated_events_up_to_the_cut_off_and_codes_nothing(case):
    told = STORIES[case]
    assert len(told) in (5, 6)
    names = [name for line in told for name in line.events]
    assert len(names) == len({*names})
    assert all((EVENTS[n]["case"], EVENTS[n]["phase"]) == (case, "before") for n in names)
    text = " ".join(f"{line.when} {line.text}" for line in told)
    assert 120 <= len(text.split()) <= 200
    assert CODING.findall(text) == []
    assert story(case).count("<li>") == len(told)
    assert told[-1].text.endswith(" We stop here.")


@TOLD
def test_what_came_after_is_told_only_to_who_has_coded_and_bet(case):
    """Whatever is chosen of the later events, by a link or by hand."""
    page = case_page(case)
    choice = next(choice for choice in page.choices if choice.name == "event")
    later = [e["event_id"] for e in events(case, "after")]
    assert {*choice.values} == {e["event_id"] for e in events(case, "before")} | {*later}
    asked = [choice for choice in page.choices if choice.name in ("balance", "control", "bet")]
    unset = dict.fromkeys((choice.name for choice in page.choices), "unset")
    for value in later:
        words = EVENTS[value]["event"]
        for left_out in (None, *asked):
            setting = unset | {"event": value}
            setting |= {c.name: c.values[0] for c in asked if c is not left_out}
            shown = Markup(" ").join(page.shown(setting))
            assert (Markup.escape(words) in shown) == (left_out is None)
            assert (value in choice.offered(setting)) == (left_out is None)


@TOLD
def test_each_event_is_told_where_it_is_chosen_with_its_date_actor_and_section(case):
    page = case_page(case)
    unset = dict.fromkeys((choice.name for choice in page.choices), "unset")
    for event in events(case, "before"):
        (said, *_rest) = page.shown(unset | {"event": event["event_id"]})
        assert Markup.escape(event["event"]) in said and f"Section {event['section']}" in said
        assert in_words(event["date_start"], event["date_end"]) in said
        assert LANES[event["lane"]].label in said


@CASES
@pytest.mark.parametrize("dimension", VARIABLES)
def test_every_piece_is_told_and_can_have_the_last_word(case, dimension):
    explorer, coded = weigh(case, dimension), TABLE_2[case]
    items = evidence(case, dimension).items
    assert explorer.choices[0].values == tuple(item.id for item in items)
    as_coded = f"framework predicts {coded.path.verdict}. {IN_FACT[case][1]}"
    for item in items:
        plain = weighed(explorer, item=item.id)
        assert item.text in plain and f"section {item.section}" in plain and as_coded in plain
        decides = weighed(explorer, item=item.id, last="yes")
        turned = f"predicts {recoded(case, dimension).verdict}. {IN_FACT[case][1]}" in decides
        assert turned is not item.supports


LEFT = {
    "none": "Weigh, don’t count.",
    "noagainst": "Nothing is left that speaks against the coding.",
    "nostated": "The article’s own evidence for the coding is gone: what is left is our inference.",
    "noagainst-nostated": "The article’s own evidence for the coding is gone: what is left is our"
    " inference.",
    "nofor-nostated": "Nothing is left that speaks for the coding.",
    "nofor-noagainst-nostated": "Nothing is left.",
}


@CASES
@pytest.mark.parametrize("dimension", VARIABLES)
def test_what_is_left_is_said_for_every_set_of_pieces_left_out(case, dimension):
    """By the sides that are empty, as the casebook has them; every subset of the evidence."""
    explorer, whole = weigh(case, dimension), evidence(case, dimension)
    (left,), names = explorer.computed, [item.id for item in whole.items]
    counted = {f"out-{name}": "counted" for name in names}
    seen = set()
    for count in range(len(names) + 1):
        for out in combinations(names, count):
            state = left.state(counted | {f"out-{name}": "out" for name in out})
            rest = without(case, dimension, *out)
            empty = {
                "nofor": not rest.for_,
                "noagainst": not rest.against,
                "nostated": not any(item.stated for item in rest.for_),
            }
            assert state == "-".join(flag for flag, up in empty.items() if up) or state == "none"
            assert any(empty.values()) == (state != "none")
            seen.add(state)
    assert seen <= {*LEFT}
    (region,) = (region for region in explorer.regions if region.name == "weighed")
    said = {p.when["left"][0]: p.html.striptags() for p in region.panels if "left" in p.when}
    assert {state: said[state] for state in seen} == {state: LEFT[state] for state in seen}
    for item in whole.items:
        assert f"Left out: {item.short}." in weighed(explorer, **{f"out-{item.id}": "out"})


@CASES
def test_the_lanes_list_every_event_of_their_case(case):
    for phase in ("before", "after"):
        shown = lanes(case, phase)
        assert shown.html.count("<li") == len(events(case, phase))
        for event in events(case, phase):
            assert event["event"] in shown.text and in_words(event["date_start"]) in shown.text


@CASES
def test_each_time_is_a_single_date(case):
    """A span has two: HTML knows no time that is both."""
    pages = [lanes(case).html, *([window().html()] if case == "ukraine_2013" else [])]
    for page in pages:
        found = re.findall(r'<time(?: datetime="([^"]*)")?>([^<]*)</time>', page)
        assert found and all(parts(exact or written) for exact, written in found)


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
        assert ("no crisis here" in cell) == (not found)


def test_the_numbers_to_bet_on_are_those_that_the_cells_hold():
    assert COUNTS == {"none": 0, "one": 1, "three": 3}
    held = {len(in_cell(path.cell)) for path in every_path()}
    assert set(COUNTS.values()) == held


TYPED = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|twelve|thirteen|fifteen|sixteen)\b", re.I
)


@pytest.mark.parametrize(
    "make",
    [
        window,
        recode,
        reading_explorer,
        *(partial(coding, case) for case in TABLE_2),
        *(partial(weigh, case, name) for case in TABLE_2 for name in VARIABLES),
    ],
)
def test_no_number_of_lines_is_typed_where_the_data_decide(make):
    (summary,) = re.findall(r"<summary>(.*?)</summary>", str(make().alternative))
    assert not TYPED.search(summary)


def test_every_means_of_the_hegemon_is_listed_with_its_date():
    lines = means_matrix().text.splitlines()
    for case, line in zip(TABLE_2.values(), lines, strict=True):
        assert line.startswith(case.title)
        for found in means(case.id).values():
            assert all(in_words(event["date_start"]) in line for event in found)


# How many events of each kind the article dates; a row a means, from words to force.
DATED = {
    "statement": (1, 2, 0, 0, 3),
    "talks": (4, 0, 0, 0, 3),
    "money": (1, 0, 0, 1, 0),
    "exercise": (1, 0, 0, 0, 0),
    "forces_ready": (2, 0, 0, 0, 1),
    "forces_sent": (0, 0, 2, 0, 0),
    "military_operation": (0, 0, 0, 0, 1),
}


@pytest.mark.parametrize("name", MEANS)
def test_each_cell_of_the_means_tells_what_the_article_dates(name):
    matrix = means_matrix()
    for case, count in zip(TABLE_2, DATED[name], strict=True):
        cell = f"{name}-{case}".replace("_", "-")
        shown = " ".join(matrix.shown({"cell": cell}))
        found = means(case).get(name, ())
        assert len(found) == count
        assert ("nothing of this kind" in shown) is not bool(found)
        for event in found:
            assert Markup.escape(event["event"]) in shown
            assert in_words(event["date_start"], event["date_end"]) in shown
            assert f"Section {event['section']}" in shown
