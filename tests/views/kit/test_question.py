"""Check-yourself questions: one right answer, a reason for each."""

import pytest

from crisis_paths.errors import CrisisPathsError
from crisis_paths.questions import QUESTIONS, Answer, Question, question


def test_an_unknown_question_lists_those_there_are():
    with pytest.raises(CrisisPathsError, match="no question 'nope'; there are: turmoil-role"):
        question("nope")


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_one_right_answer_and_a_reason_for_each(name):
    asked = question(name)
    assert [answer.right for answer in asked.answers].count(True) == 1
    assert all(answer.feedback.endswith(".") for answer in asked.answers)
    assert len({answer.label for answer in asked.answers}) == len(asked.answers)


def test_a_question_with_two_right_answers_is_refused():
    with pytest.raises(CrisisPathsError, match="has 2 right answers"):
        Question("q", "?", (Answer("a", True, "x."), Answer("b", True, "y.")))
