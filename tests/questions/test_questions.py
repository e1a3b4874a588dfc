"""The check-yourself questions: no place is the right one more often than chance would have it."""

from collections import Counter

import pytest

from crisis_paths.questions import QUESTIONS, Answer, Question, question

IN_ORDER = {  # numbers, a scale, yes before no, or “neither” and “either” at the end
    "confident-hegemon",
    "sure-hegemon",
    "mixed-setting",
    "who-chose",
    "one-in-five",
    "coding-four-of-five",
    "coding-half-coded",
}
DRAWN = {  # where the answers of the first chapters and of part 7 stand, by the order as written
    "who-moves": [2, 1, 0],
    "shortest-formula": [2, 1, 0],
    "the-hinge": [0, 2, 1],
    "only-crises": [1, 0, 2],
}


def places(names) -> Counter:
    """How often is the right answer the first, the second, the third?"""
    found = ([answer.right for answer in question(name).answers].index(True) + 1 for name in names)
    return Counter(found)


def test_no_place_is_favoured():
    """Of 41 fair draws among three, each place gets 8 to 20 in 92 cases of 100."""
    assert all(len(question(name).answers) == 3 for name in QUESTIONS)
    found = places(QUESTIONS)
    assert sum(found.values()) == len(QUESTIONS)
    share = len(QUESTIONS) / 41
    assert all(8 * share <= found[place] <= 20 * share for place in (1, 2, 3)), found


def test_as_written_the_first_place_would_be():
    """What the draw is for: a check that would notice if it were left out."""
    written = Counter(
        [answer.right for answer in ask().answers].index(True) + 1 for ask in QUESTIONS.values()
    )
    assert written[1] > 20


@pytest.mark.parametrize(("name", "order"), DRAWN.items())
def test_the_draw_is_the_same_wherever_it_is_made(name, order):
    written = QUESTIONS[name]().answers
    assert [written.index(answer) for answer in question(name).answers] == order


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_draw_loses_no_answer_and_an_order_of_its_own_is_kept(name):
    written, shown = QUESTIONS[name](), question(name)
    assert sorted(a.label for a in written.answers) == sorted(a.label for a in shown.answers)
    assert written.in_order == (name in IN_ORDER)
    if written.in_order:
        assert shown.answers == written.answers
    assert question(name) == shown


def test_the_words_do_not_move_the_answers():
    """A mended or translated label stays in its place: the name alone decides."""
    for name in QUESTIONS:
        one, two = (
            Question(name, "?", tuple(Answer(f"{word}{n}", n == 0, ".") for n in range(3)))
            for word in "ab"
        )
        assert [a.label[1] for a in one.drawn().answers] == [
            a.label[1] for a in two.drawn().answers
        ]
