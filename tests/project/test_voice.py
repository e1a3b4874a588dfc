"""The book speaks in one voice: no habit that the voice forbids is heard in what readers see."""

import re
from pathlib import Path

import pytest
from tools.visible import Seen, everything, sentences, shown
from tools.voice import EXCEPTIONS, HABITS, findings

ROOT = Path(__file__).parents[2]
# For each habit a sentence that has it, and one that may look like it.
SHOWN = {
    "one": ("What one may doubt", "Three stayed quiet, and one did not."),
    "whoever": ("Whoever bets loses.", "You lose."),
    "hand": ("It is lost in the text at hand.", "Keep the sheet at hand."),
    "reader": ("The reader sees it.", "Most readers see it."),
    "stand": ("It stands in section 3.", "CSTO stands for a treaty."),
    "bear out": ("Events bore the judgement out.", "Bear it in mind."),
    "odd verb": ("From this the article draws that all is well.", "It draws a line."),
    "by the article": ("By the article, nothing changed.", "It is named by the article."),
    "of which": ("Two texts, of which one is lost.", "Three texts, most of which are lost."),
    "turn": ("The facts up to the turn.", "The turn towards Russia took years."),
    "turn round": ("One coding is turned round.", "They turned to Russia."),
    "cut": ("The cut is ours.", "The cut-off is August."),
    "handle": ("It lacked a handle.", "It can handle this."),
    "hinge": ("All hinges here.", "All depends on this."),
    "hang": ("Much hangs on one coding", "What depends on one coding"),
    "read off": ("It is read off from deeds.", "It is seen in deeds."),
    "held against": ("Facts held against sources", "Facts checked against sources"),
    "so": ("The cases, read so, agree.", "It has read so far."),
    "out of the field": ("Help from outside the field", "Help from the sidelines"),
    "ours": ("This page is ours.", "Our reading: it fits."),
    "telephone": ("He telephones with Putin.", "The telephone rang."),
    "to be had": ("No shift was to be had.", "They had to go."),
    "doubtful": ("A doubtful hegemon", "A hegemon in doubt"),
    "sits ill": ("It sits ill with this.", "It is ill."),
    "for want of": ("Dropped for want of a partner", "They want a partner."),
    "dearer": ("Dearer gas", "Higher prices"),
    "verdict": ("Not quite. It was managed.", "It is not quite so simple."),
    "date": ("It began on 2020-08-09.", "It began on 9 August 2020, in 2020–21."),
    "as lines that fail": ("The claim, as lines that fail if it is not so.", "The claim holds."),
    "one may doubt": ("What one may doubt", "Objections"),
}


@pytest.fixture(scope="module")
def texts():
    return list(everything())


@pytest.fixture(scope="module")
def heard(texts):
    return findings(texts)


def test_no_page_message_or_table_has_a_forbidden_habit(heard):
    assert [str(found) for found in heard] == []


@pytest.mark.parametrize("habit", HABITS)
def test_each_habit_is_heard_and_nothing_else(habit):
    bad, good = SHOWN[habit]
    assert habit in {found.habit for found in findings([Seen("a", "", bad)])}
    assert findings([Seen("a", "", good)]) == []


def test_there_are_few_exceptions_and_each_is_used_and_has_its_reason(texts):
    seen = [text.sentence for text in texts]
    assert len(EXCEPTIONS) <= 30
    for habit, words, why in EXCEPTIONS:
        assert habit in HABITS and any(words in sentence for sentence in seen), words
        assert why.endswith(".") and len(why.split()) > 3 and "\n" not in why


def test_every_kind_of_text_is_listened_to(texts):
    """Pages, what cells show, messages, tables, README and solutions."""
    kinds = {re.sub(r"[/.].*", "", file) for file in {text.file for text in texts}}
    assert kinds == {"index", "chapters", "solutions", "README", "src", "data"}
    assert any("what it shows" in text.place for text in texts)


def test_sentences_are_found_where_they_are():
    assert sentences(shown("<ul><li>Bet.</li><li>Read <em>on</em></li></ul>")) == [
        "Bet.",
        "Read on",
    ]
    assert sentences(shown('<p>See <code>a stands</code> <i lang="zh">turn</i>.</p>')) == ["See ."]
