"""The evidence ledger: words, kinds of clue, sums, and the table of likelihoods."""

from collections import Counter
from fractions import Fraction
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_paths.argument.explanations import Explanation
from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework.actors import Actor
from crisis_paths.scrutiny.clues import MOVED, Clue, clues
from crisis_paths.scrutiny.ledger import Ledger, Step, decibans, ledger, probability, turns
from crisis_paths.scrutiny.likelihood import Label, Likelihood, label
from crisis_paths.tables.reading import rows

UA, BY, KZ = "ukraine_2022", "belarus_2020", "kazakhstan_2022"
RIVALS = [explanation for explanation in Explanation if explanation is not Explanation.FRAMEWORK]
EVERY = [(case, rival) for case in (UA, BY, KZ) for rival in RIVALS]
PAIRS = list(product(Likelihood, repeat=2))
CERTAIN, VERY, LIKELY, EVEN, UNLIKELY, VERY_UN, NEVER = Likelihood
SAME = "the word is the framework’s, so that the item weighs nothing"
odds_of = {word: word.probability / (1 - word.probability) for word in Likelihood}
unit = st.fractions(0, 1)


# The seven words


def test_the_seven_words_are_even_about_a_half():
    found = [word.probability for word in Likelihood]
    assert found == sorted(found, reverse=True)
    assert [1 - p for p in found] == found[::-1]
    assert odds_of[CERTAIN] == 19
    assert len({word.label for word in Likelihood}) == 7


# Kinds of clue

BOARD = {  # ours, written down by hand: rows p(e|H), columns p(e|R), from almost certain down
    CERTAIN: "straw straw hoop hoop hoop both both",
    VERY: "straw straw straw straw hoop both both",
    LIKELY: "straw straw straw straw straw gun gun",
    EVEN: "straw straw straw straw straw straw gun",
    UNLIKELY: "straw straw straw straw straw straw gun",
    VERY_UN: "straw straw straw straw straw straw straw",
    NEVER: "straw straw straw straw straw straw straw",
}
SHORT = {
    "straw": Label.STRAW,
    "hoop": Label.HOOP,
    "gun": Label.SMOKING_GUN,
    "both": Label.DOUBLY_DECISIVE,
}


@pytest.mark.parametrize("word", Likelihood)
def test_the_kind_of_every_pair_of_words(word):
    kinds = [label(word.probability, rival.probability) for rival in Likelihood]
    assert kinds == [SHORT[name] for name in BOARD[word].split()]


def needed(kind: Label) -> bool:
    return kind in (Label.HOOP, Label.DOUBLY_DECISIVE)


def enough(kind: Label) -> bool:
    return kind in (Label.SMOKING_GUN, Label.DOUBLY_DECISIVE)


@given(unit, unit)
def test_labels_partition_the_unit_square(p_h, p_r):
    """Needed is to a missing clue what enough is to one that is seen; for one side at most."""
    kind = label(p_h, p_r)
    assert needed(kind) == enough(label(1 - p_r, 1 - p_h))
    assert kind is Label.STRAW or label(p_r, p_h) is Label.STRAW
    assert enough(kind) == (p_h >= 4 * p_r and p_h > 0)
    assert label(p_h, p_h) is Label.STRAW


@pytest.mark.parametrize(
    ("p_h", "p_r", "kind"),
    [
        (1, 0, Label.DOUBLY_DECISIVE),
        (1, Fraction(1, 2), Label.HOOP),
        (Fraction(1, 100), 0, Label.SMOKING_GUN),
        (0, 0, Label.STRAW),
        (1, 1, Label.STRAW),
        (Fraction(4, 5), Fraction(1, 5), Label.DOUBLY_DECISIVE),  # just at both thresholds
        (Fraction(79, 100), Fraction(1, 5), Label.STRAW),
        (Fraction(9, 10), Fraction(6, 10), Label.HOOP),
        (Fraction(9, 10), Fraction(61, 100), Label.STRAW),
    ],
)
def test_corners_and_thresholds(p_h, p_r, kind):
    assert label(p_h, p_r) is kind


@pytest.mark.parametrize("bad", [-0.01, 1.01, 7])
def test_a_likelihood_outside_0_and_1_is_refused(bad):
    for pair in ((bad, 0.5), (0.5, bad)):
        with pytest.raises(CrisisPathsError, match="must lie between 0 and 1"):
            label(*pair)


# Sums, by hand


def test_threat_in_ukraine_by_hand():
    """95/70 · 95/85 · 50/95 · 85/30 · 85/30 · 50/70 · 70/85, all else one."""
    found = ledger(UA, Explanation.THREAT)
    weighing = {step.clue.id: step.ratio for step in found.steps if step.ratio != 1}
    assert weighing == {
        "ua22-losing-control": Fraction(95, 70),
        "ua22-no-confidence": Fraction(95, 85),
        "ua22-threat-not-capability": Fraction(50, 95),
        "ua22-stronger-than-2013": Fraction(85, 30),
        "ua22-threat": Fraction(85, 30),
        "ua22-resources": Fraction(50, 70),
        "ua22-talks": Fraction(70, 85),
    }
    by_hand = Fraction(95 * 95 * 50 * 85 * 85 * 50 * 70, 70 * 85 * 95 * 30 * 30 * 70 * 85)
    assert found.odds == by_hand
    assert found.probability == pytest.approx(0.790, abs=0.0005)
    # once 95/70 for the three readings of Russia’s mind, once 85/30 for the one comparison
    once = Fraction(95 * 50 * 85 * 50 * 70, 70 * 95 * 30 * 70 * 85)
    assert found.cautious == once
    assert probability(once) == pytest.approx(0.543, abs=0.0005)
    assert [twice.pairs for twice in found.doubled] == [
        (("ua22-losing-control", "ua22-no-confidence"),),
        (("ua22-stronger-than-2013", "ua22-threat"),),
    ]


def test_a_clue_is_named_for_the_side_that_it_speaks_for():
    kinds = {step.clue.id: step.label for step in ledger(UA, Explanation.THREAT).steps}
    assert {name for name, kind in kinds.items() if kind is not Label.STRAW} == {
        "ua22-losing-control",
        "ua22-threat-not-capability",  # 50 against 95: a hoop that the threat explanation passed
        "ua22-stronger-than-2013",
        "ua22-threat",
    }
    assert set(kinds.values()) == {Label.HOOP, Label.STRAW}


def test_the_agenda_in_belarus_turns_round_when_it_is_counted_once():
    found = ledger(BY, "agenda")
    # call 85/70, influence 85/70, the agenda at home 50/95 and again 50/85, the reserve 50/30
    assert found.odds == Fraction(85 * 85 * 50 * 50 * 50, 70 * 70 * 95 * 85 * 30)
    assert found.cautious == Fraction(85 * 85 * 50 * 50, 70 * 70 * 95 * 30)
    assert found.odds < 1 < found.cautious
    assert [twice.items for twice in found.doubled] == [("by-home-agenda", "by-agenda-russia")]


def test_the_agenda_in_kazakhstan_by_hand():
    """The West kept back: the balance against other business, in Ukraine for one."""
    found = ledger(KZ, "agenda")
    weighing = {step.clue.id: step.ratio for step in found.steps if step.ratio != 1}
    assert weighing == {
        "kz-west-no-will": Fraction(95, 70),
        "kz-west-sees-no-shift": Fraction(85, 70),
        "kz-agenda-not-key": Fraction(95, 85),
        "kz-fm-calls": Fraction(85, 70),
        "kz-may-lean-to-russia": Fraction(50, 70),
        "kz-west-busy": Fraction(50, 95),
        "kz-agenda-us": Fraction(85, 30),
    }
    assert found.odds == Fraction(
        95 * 85 * 95 * 85 * 50 * 50 * 85, 70 * 70 * 85 * 70 * 70 * 95 * 30
    )
    assert found.cautious == Fraction(95 * 85 * 50 * 50 * 85, 70 * 70 * 70 * 95 * 30)
    assert [twice.items for twice in found.doubled] == [
        ("kz-west-no-will", "kz-west-sees-no-shift", "kz-agenda-not-key")
    ]


def test_which_actor_s_conduct_each_crisis_is_asked_about():
    """Twice the hegemon, once the external powers, so that each variable is weighed somewhere."""
    assert dict(MOVED) == {UA: Actor.HEGEMON, BY: Actor.HEGEMON, KZ: Actor.EXTERNAL}
    assert list(dict.fromkeys(row["case"] for row in rows("likelihoods"))) == [UA, BY, KZ]
    actors = {row["rival_id"]: row["actor"] for row in rows("rivals")}
    external = {row["coding_id"] for row in rows("codings") if row["dimension"] != "control"}
    for clue in clues(KZ):
        assert actors.get(clue.id) == "external" or clue.id in external


# Literals in decibans, so that a change of a word in the table is seen here.
BOOK = {
    (UA, Explanation.VALUE): (16.3, 7.4),
    (UA, Explanation.AGENDA): (5.7, 4.4),
    (UA, Explanation.STATUS): (10.2, 4.4),
    (UA, Explanation.THREAT): (5.8, 0.8),
    (BY, Explanation.VALUE): (8.4, 4.7),
    (BY, Explanation.AGENDA): (-1.2, 1.1),
    (BY, Explanation.STATUS): (7.6, 6.7),
    (BY, Explanation.THREAT): (-0.6, -0.6),
    (KZ, Explanation.VALUE): (3.0, 2.2),
    (KZ, Explanation.AGENDA): (3.8, 2.4),
    (KZ, Explanation.STATUS): (5.2, 4.4),
    (KZ, Explanation.THREAT): (0.7, 0.2),
}


@pytest.mark.parametrize(("case", "rival"), EVERY)
def test_the_sums_of_the_book(case, rival):
    found = ledger(case, rival)
    assert (round(decibans(found.odds), 1), round(decibans(found.cautious), 1)) == BOOK[case, rival]


# Properties


@pytest.mark.parametrize(("case", "rival"), EVERY)
def test_the_weights_add_up(case, rival):
    found = ledger(case, rival, prior=0.2)
    assert found.prior == Fraction(1, 4) == found.steps[0].before
    assert found.steps[-1].after == found.odds
    for step, following in zip(found.steps, found.steps[1:], strict=False):
        assert step.after == step.before * step.ratio == following.before
    total = decibans(found.prior) + sum(step.weight for step in found.steps)
    assert decibans(found.odds) == pytest.approx(total)
    assert 0 < found.probability < 1


@pytest.mark.parametrize(("case", "rival"), EVERY)
def test_swapping_the_two_negates(case, rival):
    found = ledger(case, rival, prior=0.3)
    back = ledger(case, Explanation.FRAMEWORK, prior=0.7, hypothesis=rival)
    assert back.odds == 1 / found.odds
    assert back.cautious == 1 / found.cautious
    assert back.doubled == found.doubled
    assert back.probability == pytest.approx(1 - found.probability)
    for step, other in zip(found.steps, back.steps, strict=True):
        assert (other.weight, other.label) == (-step.weight, step.label)


def made(*parts: tuple[str, Likelihood, Likelihood]) -> Ledger:
    """A ledger of made-up clues, each a group and two words."""
    steps = [
        Step(Clue(f"c{n}", "", "", "", group, {}, {}), h, r, Fraction(1), Fraction(1))
        for n, (group, h, r) in enumerate(parts)
    ]
    return Ledger("", Explanation.FRAMEWORK, Explanation.VALUE, Fraction(1), tuple(steps))


def test_the_order_of_clues_changes_neither_sum():
    parts = [("", LIKELY, EVEN), ("a", VERY, UNLIKELY), ("a", UNLIKELY, VERY), ("a", EVEN, LIKELY)]
    found = {(book.odds, book.cautious) for book in (made(*p) for p in permutations(parts))}
    # in the group two clues as strong, one on each side, cancel out
    assert found == {(Fraction(70, 50) * Fraction(50, 70), Fraction(70, 50))}


@pytest.mark.parametrize(("word", "rival_word"), PAIRS)
def test_equal_likelihoods_weigh_nothing_and_others_weigh_for_the_likelier(word, rival_word):
    (step,) = made(("", word, rival_word)).steps
    sign = (step.weight > 0) - (step.weight < 0)
    assert sign == (word.probability > rival_word.probability) - (
        word.probability < rival_word.probability
    )
    if word is rival_word:
        assert (step.weight, step.label) == (0, Label.STRAW)


def test_a_group_counts_once_by_its_strongest_and_only_what_weighs_is_doubled():
    book = made(("g", VERY, EVEN), ("g", LIKELY, EVEN), ("g", EVEN, EVEN), ("h", LIKELY, EVEN))
    assert book.odds == Fraction(85 * 70 * 70, 50 * 50 * 50)
    assert book.cautious == Fraction(85 * 70, 50 * 50)
    assert [(twice.group, twice.items) for twice in book.doubled] == [("g", ("c0", "c1"))]
    assert made(("g", VERY, EVEN), ("g", EVEN, EVEN)).doubled == ()


def test_three_of_a_group_are_three_pairs():
    (twice,) = made(*[("g", LIKELY, EVEN)] * 3).doubled
    assert twice.pairs == (("c0", "c1"), ("c0", "c2"), ("c1", "c2"))


@given(st.lists(st.sampled_from([CERTAIN, VERY, LIKELY, EVEN]), min_size=1))
def test_where_all_speak_for_one_side_counting_once_brings_the_odds_nearer_to_even(words):
    book = made(*[("g", word, EVEN) for word in words])
    assert 1 <= book.cautious <= book.odds
    assert book.cautious == max(word.probability for word in words) / EVEN.probability


# How far a single word carries

# Literals: how many one-step changes of a word turn the plain sum, and the sum that counts once.
TURNS = {
    (UA, Explanation.VALUE): (0, 0),
    (UA, Explanation.AGENDA): (0, 0),
    (UA, Explanation.STATUS): (0, 0),
    (UA, Explanation.THREAT): (0, 7),
    (BY, Explanation.VALUE): (0, 0),
    (BY, Explanation.AGENDA): (8, 6),
    (BY, Explanation.STATUS): (0, 0),
    (BY, Explanation.THREAT): (13, 11),
    (KZ, Explanation.VALUE): (0, 2),
    (KZ, Explanation.AGENDA): (0, 0),
    (KZ, Explanation.STATUS): (0, 0),
    (KZ, Explanation.THREAT): (11, 12),
}


@pytest.mark.parametrize(("case", "rival"), EVERY)
def test_how_many_single_steps_turn_the_sign(case, rival):
    account = ledger(case, rival)
    assert (len(turns(account)), len(turns(account, once=True))) == TURNS[case, rival]


@pytest.mark.parametrize(("case", "rival"), EVERY)
@pytest.mark.parametrize("once", [False, True])
def test_a_turn_is_one_word_one_step_away_and_all_such_are_found(case, rival, once):
    def total(book: Ledger) -> Fraction:
        return book.cautious if once else book.odds

    base, order = ledger(case, rival), list(Likelihood)
    found = set(turns(base, once=once))
    assert len(found) == len(turns(base, once=once))
    for step in base.steps:
        for pair in PAIRS:
            far = [
                abs(order.index(a) - order.index(b))
                for a, b in zip(pair, (step.word, step.rival_word), strict=True)
            ]
            if sum(far) != 1:
                assert (step.clue.id, pair) not in found
                continue
            own = total(ledger(case, rival, changed={step.clue.id: pair}))
            turned = min(own, total(base)) < 1 < max(own, total(base))
            assert turned == ((step.clue.id, pair) in found)


def test_a_word_moves_by_steps_and_stops_at_the_ends():
    assert [word.moved(1) for word in Likelihood] == [CERTAIN, *list(Likelihood)[:-1]]
    assert [word.moved(-2) for word in (CERTAIN, UNLIKELY, NEVER)] == [LIKELY, NEVER, NEVER]
    assert EVEN.moved(0) is EVEN


# Changed words, and bad input


def test_a_reader_s_own_words_change_one_line():
    base = ledger(UA, "agenda")
    own = ledger(UA, "agenda", changed={"ua22-agenda-russia": ("even", Likelihood.EVEN)})
    lines = zip(own.steps, base.steps, strict=True)
    assert [new.clue.id for new, old in lines if new.ratio != old.ratio] == ["ua22-agenda-russia"]
    assert own.odds == base.odds / Fraction(85, 30)
    assert ledger(UA, "agenda").odds == base.odds  # nothing is kept


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: clues("kyrgyzstan_2020"), r"on: ukraine_2022, belarus_2020, kazakhstan_2022\.$"),
        (lambda: ledger("mars", "agenda"), r"no clues on 'mars'; .*kazakhstan_2022\.$"),
        (
            lambda: ledger(UA, "luck"),
            r"no explanation 'luck'; there are: geopolitical_value, .*\.$",
        ),
        (lambda: ledger(UA, "agenda", hypothesis="luck"), "no explanation 'luck'"),
        (lambda: ledger(UA, "framework"), r"'framework' is compared with itself.*differ\.$"),
        (lambda: ledger(UA, "agenda", changed={"by-loan": (EVEN, EVEN)}), "clue 'by-loan'.*talks"),
        (
            lambda: ledger(UA, "agenda", changed={"ua22-nato": ("maybe", EVEN)}),
            r"no likelihood 'maybe'; there are: almost_certain, .*, almost_never\.$",
        ),
        (lambda: ledger(UA, "agenda", changed={"ua22-nato": EVEN}), "must be two likelihoods"),
        (lambda: ledger(UA, "agenda", changed={"ua22-nato": (EVEN,)}), "must be two likelihoods"),
        (lambda: Likelihood("sure"), "no likelihood 'sure'"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(call, said):
    with pytest.raises(CrisisPathsError, match=said):
        call()


@pytest.mark.parametrize("prior", [0, 1, -0.1, 1.5, float("nan"), float("inf"), "1/0", True, None])
def test_a_prior_outside_0_and_1_is_refused(prior):
    with pytest.raises(CrisisPathsError, match=r"more than 0 and less than 1\.$"):
        ledger(UA, "agenda", prior=prior)


def test_a_prior_is_taken_as_written():
    assert ledger(UA, "agenda", prior=0.1).prior == Fraction(1, 9)
    assert ledger(UA, "agenda", prior=Fraction(1, 3)).prior == Fraction(1, 2)


# The table


def test_the_table_has_every_explanation_for_every_item_once():
    found = Counter((row["item"], row["hypothesis"]) for row in rows("likelihoods"))
    items = {row["item"] for row in rows("likelihoods")}
    assert found == {(item, hypothesis.value): 1 for item in items for hypothesis in Explanation}
    assert {case: len(clues(case)) for case in MOVED} == {UA: 10, BY: 8, KZ: 8}


def test_every_row_is_named_for_its_item_and_hypothesis_and_is_ours():
    for row in rows("likelihoods"):
        assert row["likelihood_id"] == f"{row['item']}-{row['hypothesis']}"
        assert row["standing"] == "ours"
        assert row["word"] in list(Likelihood)
        assert row["why"].endswith(".") and row["why"].count(". ") == 0, row["why"]


def test_every_item_stands_in_one_other_table_and_belongs_to_its_case():
    codings = {row["coding_id"]: row["case"] for row in rows("codings")}
    rivals = {row["rival_id"]: row["case"] for row in rows("rivals")}
    for row in rows("likelihoods"):
        assert (row["item"] in codings) != (row["item"] in rivals), row["item"]
        assert (codings | rivals)[row["item"]] == row["case"]


def test_an_item_keeps_its_group_and_a_group_has_two_items_or_more_of_one_case():
    groups = {(row["item"], row["case"], row["group"]) for row in rows("likelihoods")}
    assert len(groups) == len({item for item, _, _ in groups})
    sizes = Counter((case, group) for _, case, group in groups if group)
    assert sorted(sizes.values()) == [2, 2, 2, 3, 3]
    assert len({group for _, group in sizes}) == len(sizes)


def test_where_the_reason_is_silence_the_word_is_the_framework_s():
    words = {(row["item"], row["hypothesis"]): row["word"] for row in rows("likelihoods")}
    silent = [row for row in rows("likelihoods") if SAME in row["why"]]
    assert len(silent) > 15
    for row in silent:
        assert row["hypothesis"] != "framework"
        assert row["word"] == words[row["item"], "framework"], row["likelihood_id"]


def test_clues_carry_the_words_of_the_other_tables():
    there = {row["coding_id"]: (row, row["evidence"]) for row in rows("codings")}
    there |= {row["rival_id"]: (row, row["why"]) for row in rows("rivals")}
    for clue in (*clues(UA), *clues(BY), *clues(KZ)):
        row, text = there[clue.id]
        assert (clue.text, clue.section, clue.standing) == (text, row["section"], row["standing"])
        assert set(clue.words) == set(clue.reasons) == set(Explanation)


@pytest.mark.parametrize("case", [UA, BY, KZ])
def test_neither_side_has_all_the_clues(case):
    """Some clue speaks for a rival, and some for the framework, in each crisis."""
    signs = {
        step.weight > 0 for rival in RIVALS for step in ledger(case, rival).steps if step.weight
    }
    assert signs == {True, False}
