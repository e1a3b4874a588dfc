"""Zeng and Wang's abstract: two settings decided, ten left open, and nothing added."""

from itertools import product

import pytest
from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError
from crisis_paths.follows.claims import CLAIMS, Attention, Hold, Partners, Policy, read_in
from crisis_paths.follows.multivector import policy, settings
from crisis_paths.framework import predict
from crisis_paths.framework.rules import RULES
from crisis_paths.questions.follows.multivector import QUESTIONS
from crisis_paths.questions.kinds import Question
from crisis_paths.tables.reading import rows
from crisis_paths.views.follows.claims import claims_table, differences
from crisis_paths.views.follows.multivector import multivector_matrix
from crisis_paths.views.follows.side_by_side import (
    kazakhstan_balance,
    reading_explorer,
    side_by_side,
)

EVERY = list(product(Hold, Attention, Partners))
EXPLORERS = [multivector_matrix(), reading_explorer()]

# Every setting by hand, in the order of hold, attention, partners.
BY_HAND = {
    ("firm", "as-before", "russia-first"): ("vision", None),
    ("firm", "as-before", "outside"): ("undecided", "ahead"),
    ("firm", "as-before", "middle-east"): ("undecided", "ahead"),
    ("firm", "more", "russia-first"): ("undecided", "apart"),
    ("firm", "more", "outside"): ("undecided", "apart"),
    ("firm", "more", "middle-east"): ("undecided", "apart"),
    ("loosened", "as-before", "russia-first"): ("undecided", "apart"),
    ("loosened", "as-before", "outside"): ("undecided", "apart"),
    ("loosened", "as-before", "middle-east"): ("undecided", "apart"),
    ("loosened", "more", "russia-first"): ("undecided", "unused"),
    ("loosened", "more", "outside"): ("undecided", "part"),
    ("loosened", "more", "middle-east"): ("reality", None),
}


def ids(claims) -> list[str]:
    return [claim["claim_id"] for claim in claims]


@pytest.mark.parametrize("setting", BY_HAND, ids="/".join)
def test_each_setting_as_read_by_hand(setting):
    found = policy(*setting)
    assert (found.policy, found.gap) == BY_HAND[setting]
    assert (found.hold, found.attention, found.partners) == setting


def test_all_settings_are_there_and_each_is_called_once():
    assert set(BY_HAND) == set(EVERY)
    called = [v for name in Policy for v in settings(name)]
    assert sorted((v.hold, v.attention, v.partners) for v in called) == sorted(EVERY)
    assert [len(settings(name)) for name in Policy] == [1, 1, 10]


def test_what_the_two_settings_of_the_abstract_rest_on():
    (vision,), (reality,) = settings("vision"), settings("reality")
    assert ids(vision.rests_on) == [
        "mv-quasi-unipolar",
        "mv-constraint",
        "mv-russia-first",
        "mv-vision",
    ]
    assert ids(reality.rests_on) == [
        "mv-loosening",
        "mv-outside-attention",
        "mv-distance",
        "mv-outside-cooperation",
        "mv-middle-east",
        "mv-seize",
        "mv-reality",
        "mv-largely",
    ]


def test_what_a_verdict_rests_on_is_in_both_languages_and_of_its_time():
    for called, period in (("vision", "before_2022"), ("reality", "since_2022")):
        (found,) = settings(called)
        assert {c["period"] for c in found.rests_on} == {period}
        assert {c["language"] for c in found.rests_on} == {"both"}


def test_what_is_left_open_rests_on_no_verdict_of_the_abstract():
    whole = {"mv-vision", "mv-reality", "mv-largely", "mv-seize"}
    for found in settings("undecided"):
        assert not whole & set(ids(found.rests_on))


def test_which_times_meet_in_a_setting_left_open():
    either, since = {"before_2022", "since_2022"}, {"since_2022"}
    for found in settings("undecided"):
        times = {claim["period"] for claim in found.rests_on}
        old = found.hold is Hold.FIRM or found.partners is Partners.RUSSIA_FIRST
        assert times == (either if old else since), found


def test_effects_are_told_of_the_change_alone():
    (reality,) = settings("reality")
    assert ids(reality.effects("benefits")) == ["mv-benefits"]
    assert ids(reality.effects("risk")) == ["mv-risk"]
    assert ids(reality.effects("order")) == ["mv-order", "mv-stability"]
    for other in (*settings("vision"), *settings("undecided")):
        assert not any(other.effects(topic) for topic in ("benefits", "risk", "order"))


@pytest.mark.parametrize(
    ("setting", "named"),
    [
        (("tight", "more", "outside"), "hold is 'tight', but must be one of: firm, loosened."),
        (("firm", "", "outside"), "attention is '', but must be one of: as-before, more."),
        (
            ("firm", "more", None),
            "partners is None, but must be one of: russia-first, outside, middle-east.",
        ),
    ],
)
def test_a_wrong_word_is_refused_in_a_sentence(setting, named):
    with pytest.raises(CrisisPathsError) as refused:
        policy(*setting)
    assert str(refused.value) == named


def test_wrong_words_elsewhere_are_refused_too():
    with pytest.raises(CrisisPathsError, match="policy is 'dream'"):
        settings("dream")
    with pytest.raises(CrisisPathsError, match="must be one of: zh, en, both"):
        read_in("fr")


def test_each_language_carries_what_the_other_lacks():
    both, chinese, english = (set(ids(read_in(name))) for name in ("both", "zh", "en"))
    assert chinese - both == {"mv-partners", "mv-vision-before"}
    assert english - both == {"mv-title", "mv-passive", "mv-hedge"}
    assert chinese | english == set(CLAIMS) and chinese & english == both


# ---- what readers see ----


def test_the_verdict_and_the_effects_follow_the_setting():
    explorer, found_in = multivector_matrix(), set()
    begins = {
        Policy.VISION: "The abstract calls it a vision.",
        Policy.REALITY: "The abstract calls it a reality, by and large.",
        Policy.UNDECIDED: "The abstract does not say.",
    }
    for one in product(Hold, Attention, Partners):
        found = policy(*one)
        hold, attention, partners = one
        found_in.add(cell := f"{partners}-{hold}-{attention}")
        verdict, effects = explorer.shown({"cell": cell})
        assert begins[found.policy] in verdict
        silent = effects.count("only for the change as a whole")
        assert silent == (found.policy is not Policy.REALITY)
        reported = ids(c for t in ("benefits", "risk", "order") for c in found.effects(t))
        for claim in CLAIMS:
            assert (f'href="#claim-{claim}"' in effects) is (claim in reported), claim
        label = next(o.label for o in explorer.choices[0].options if o.value == cell)
        row = next(r for r in explorer.html().split("<tr>") if f">{label}</th>" in r)
        for claim in CLAIMS:
            rests = claim in ids(found.rests_on)
            assert (f'href="#claim-{claim}"' in row) is rests, claim
    assert {*explorer.choices[0].values} == found_in and len(found_in) == 12


def test_both_named_settings_are_marked_and_the_others_are_dashes():
    html = multivector_matrix().html()
    assert html.count(">vision<") == html.count(">reality<") == 1
    assert html.count(">–<") == 10


def test_what_each_language_carries_is_counted():
    said = "The abstract makes 30 claims: 27 of them in Chinese, 28 in English, 25 in both."
    assert said.rstrip(".") in differences().html


def test_the_steps_ahead_of_the_opening_are_not_called_impossible():
    said = [line for line in multivector_matrix().text.splitlines() if "without saying" in line]
    assert len(said) == 2


@pytest.mark.parametrize("explorer", EXPLORERS, ids=lambda explorer: explorer.name)
def test_nothing_is_given_away_at_the_start(explorer):
    start = {choice.name: choice.start for choice in explorer.choices}
    (prompt,) = explorer.shown(start)
    assert 'class="prompt"' in prompt and "#claim-" not in prompt and "predicts" not in prompt


@pytest.mark.parametrize("explorer", EXPLORERS, ids=lambda explorer: explorer.name)
def test_the_text_alternative_says_every_line_of_the_text(explorer):
    alternative = Markup(explorer.alternative).striptags()
    for line in explorer.text.splitlines():
        for piece in line.split(" | "):
            assert piece in alternative


def test_reading_lands_where_predict_says():
    explorer = reading_explorer()
    for setting in explorer.settings():
        path = predict(setting["course"], setting["lowered"])
        verdict, reasons = explorer.shown(setting)
        word = "holds" if setting["bet"] == path.outcome else "missed"
        assert (
            f"Your bet {word}. Read this way, Gu’s framework predicts {path.verdict} (" in verdict
        )
        assert f"(Table 1, cell {path.cell})." in verdict
        assert "Neither text says this." in reasons
        assert reasons.count("our reading") == 2
        assert f'href="#rule-{path.control}-{path.balance}"' in reasons


def test_only_a_turn_with_lowered_confidence_gets_out_of_hand():
    bad = [line for line in reading_explorer().text.splitlines() if "unmanageable" in line]
    assert len(bad) == 1 and bad[0].startswith("a change of course; perception lowered: yes")


def test_every_difference_is_listed_and_single_language_claims_come_first():
    lines = [line.split(" | ") for line in differences().text.splitlines()]
    assert sorted(line[2] for line in lines) == sorted(
        row["difference"] for row in rows("multivector") if row["difference"]
    )
    tongues = [line[1] == "both languages" for line in lines]
    assert tongues == sorted(tongues) and tongues.count(False) == 5


def test_every_claim_that_is_linked_to_has_its_row():
    html = str(claims_table().html)
    assert all(html.count(f'id="claim-{name}"') == 1 for name in CLAIMS)
    assert html.count(" id=") == len(CLAIMS)


def test_side_by_side_cites_both_and_marks_our_answers():
    page = side_by_side()
    for rule in ("distance-without-break", "central-asian-summits", "balance-feeds-back"):
        assert f'href="#rule-{rule}"' in page.html and RULES[rule].text in page.text
    for claim in ("mv-distance", "mv-transition", "mv-outside-cooperation"):
        assert f'href="#claim-{claim}"' in page.html and CLAIMS[claim]["claim"] in page.text
    answers = [line.split(" | ")[-1].split(" ")[0].strip(".,") for line in page.text.splitlines()]
    assert answers == ["Yes", "Open", "Yes", "Yes", "Yes"]
    assert page.html.count("our reading") == len(answers)


def test_kazakhstans_balance_has_evidence_on_both_sides():
    lines = [line.split(" | ") for line in kazakhstan_balance().text.splitlines()]
    sides = [line[0].split(" ")[0] for line in lines]
    assert (sides.count("For"), sides.count("Against")) == (7, 6)
    assert [line[2].split(" · ")[1] for line in lines].count("our reading") == 5


@pytest.mark.parametrize("name", QUESTIONS)
def test_each_question_gives_a_reason_with_its_place(name):
    asked = QUESTIONS[name]()
    assert isinstance(asked, Question) and asked.name == name and len(asked.answers) == 3
    for answer in asked.answers:
        assert answer.feedback.endswith(".") and (
            "abstract" in answer.feedback or "section" in answer.feedback
        )


def test_the_right_answers():
    right = {
        name: next(a.label for a in ask().answers if a.right) for name, ask in QUESTIONS.items()
    }
    assert right["mixed-setting"] == "neither: it does not say"
    assert right["who-chose"] == "The English"
    assert right["true-to-both"] == "It keeps some distance from Russia"
