"""Practice on the page: the generator's cases, their one right answer, and why."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.make.generate import exercises
from crisis_paths.framework import predict
from crisis_paths.views.instructors.practice import practice
from crisis_paths.words import is_missing
from explorers.choices import UNSET

KINDS = {"code": 4, "predict": 4, "flip": 5}  # and how many answers each has
OTHER = {"continued": "adjusted", "strong": "weak", "manageable": "unmanageable"}
OTHER |= {after: before for before, after in OTHER.items()}
FLIPS = {
    (True, False): "A change of the balance, and|The balance alone|Only .*balance$",
    (False, True): "A change of the perception, and|The perception alone|Only .*perception$",
    (True, True): "(Either the|The) balance or|.* and so would",
    (False, False): "None|Nothing that",
}


def wanted(kind: str, facts: dict[str, str]) -> str:
    """What the right answer says, by ``predict`` alone, as a pattern."""
    path = predict(facts["balance"], facts["control"], turmoil=facts["turmoil"])
    if kind == "code":
        return f".*\\b{path.balance};.*\\b{path.control}$"
    if kind == "predict":
        return f".*crisis (is|would be) {path.verdict}(:|$)"
    turned = (
        predict(OTHER[path.balance], path.control, turmoil=path.turmoil),
        predict(path.balance, OTHER[path.control], turmoil=path.turmoil),
    )
    return FLIPS[tuple(one.outcome == OTHER[path.outcome] for one in turned)]


@pytest.mark.parametrize("kind", KINDS)
def test_each_case_has_one_right_answer_and_it_is_what_the_framework_says(kind):
    made = exercises("a seed", 16, [kind])
    explorer = practice(kind, "a seed", 16)
    walk, *choices = explorer.choices
    start = {choice.name: UNSET for choice in choices}
    for n, (choice, exercise) in enumerate(zip(choices, made, strict=True), 1):
        here = start | {walk.name: walk.values[n - 1]}
        case, hint = explorer.shown(here)
        assert all(str(Markup.escape(p)) in case for p in exercise.vignette)
        assert choice.question == exercise.ask and len(choice.values) == KINDS[kind]
        assert choice.asked(here) and sum(one.asked(here) for one in choices) == 1
        assert hint.striptags() == f"Case {n} of 16: read it, then choose an answer."
        right = []
        for option, answer in zip(choice.options, exercise.answers, strict=True):
            _case, feedback, *told = explorer.shown(here | {choice.name: option.value})
            said = "Right." if answer.right else "No."
            assert option.label == answer.label
            assert f"<strong>{said}</strong> Case {n}: the reasons are below.</span>" in feedback
            assert told == [
                Markup("<p>{}</p>").format(why) for why in (answer.feedback, exercise.reasons)
            ]
            right += [option.label] if 'class="feedback right"' in feedback else []
        assert len(right) == 1 and re.match(wanted(kind, dict(exercise.facts)), right[0])


def test_what_is_counted_is_what_is_right():
    """A mark for each answer, of which the page shows those that are given."""
    explorer = practice("predict", "a seed", 4)
    form = BeautifulSoup(str(explorer.html()), "html.parser")
    for choice, exercise in zip(
        explorer.choices[1:], exercises("a seed", 4, ["predict"]), strict=True
    ):
        (held,) = form.select(f"[data-came-out=held][data-{choice.name}]")
        (missed,) = form.select(f"[data-came-out=missed][data-{choice.name}]")
        wrong = missed[f"data-{choice.name}"].split()
        assert choice.label(held[f"data-{choice.name}"]) == exercise.right.label
        assert {held[f"data-{choice.name}"], *wrong} == set(choice.values)


def test_the_text_holds_every_case_and_every_reason():
    text = practice("flip", "a seed", 8).text
    for n, exercise in enumerate(exercises("a seed", 8, ["flip"]), 1):
        assert f"Case {n}. {' '.join(exercise.vignette)}\n{exercise.ask}\na) " in text
        assert exercise.reasons in text
    assert len(re.findall(r"^[a-e]\) .*: Right\. ", text, re.M)) == 8


def test_the_live_face_has_every_case_and_its_controls():
    made = practice("code", "a seed", 2)
    bundle = made._repr_mimebundle_()
    assert bundle["text/plain"] == made.text and bundle["text/html"] == made.html()
    assert "application/vnd.jupyter.widget-view+json" in bundle


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from(list(KINDS)),
    st.text(min_size=1, max_size=9).filter(lambda seed: not is_missing(seed)),
)
def test_the_same_words_give_the_same_practice(kind, seed):
    assert practice(kind, seed, 3).html() == practice(kind, seed, 3).html()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("critique", "s", 4), "no practice of kind 'critique'; there are: code, predict, flip."),
        (("guess", "s", 4), "no practice of kind 'guess'; there are: code, predict, flip."),
        (("flip", "", 4), "seed is '', but must be a word or more."),
        (("flip", "s", 0), "count is 0, but must be a whole number from 1 to 5000."),
    ],
)
def test_what_cannot_be_practised_is_refused_in_a_sentence(asked, said):
    with pytest.raises(CrisisPathsError, match=f"{re.escape(said)}$"):
        practice(*asked)
