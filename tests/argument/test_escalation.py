"""The traditional path of section 2.1, link by link."""

from itertools import chain, combinations

import pytest

from crisis_paths.argument.escalation import CHAIN, Link, follow
from crisis_paths.framework.actors import Actor
from crisis_paths.tables.reading import rows
from crisis_paths.views.argument.escalation import walked
from crisis_paths.views.kit.dates import in_words

EVERY = [set(cut) for cut in chain.from_iterable(combinations(Link, n) for n in range(4))]


def test_the_chain_runs_from_home_to_the_region():
    assert [stage.actor for stage in CHAIN] == [
        Actor.DOMESTIC,
        Actor.DOMESTIC,
        Actor.SMALL_STATE,
        Actor.EXTERNAL,
        Actor.HEGEMON,
        Actor.TOGETHER,
    ]
    assert {stage.rule.section for stage in CHAIN} == {"2.1"}
    assert [stage.needs for stage in CHAIN if stage.needs] == list(Link)


@pytest.mark.parametrize("cut", EVERY, ids=lambda cut: "+".join(sorted(cut)) or "nothing")
def test_the_first_link_that_is_cut_stops_it(cut):
    walk = follow(cut)
    first = next((link for link in Link if link in cut), None)
    assert walk.stopped_by is first
    assert walk.rises is (not cut)
    assert walk.stages == CHAIN[: len(walk.stages)]
    assert all(stage.needs not in cut for stage in walk.stages)


@pytest.mark.parametrize(
    ("link", "ending", "section"),
    [
        (Link.APART, "break-the-path", "2.1"),
        (Link.LINKED, "separate-issues", "3"),
        (Link.RIVALS, "one-power-helps", "3"),
    ],
)
def test_what_the_text_says_of_each_cut(link, ending, section):
    walk = follow({link})
    assert (walk.ending.id, walk.ending.section) == (ending, section)


@pytest.mark.parametrize("case", ["georgia_2003", "ukraine_2004"])
def test_both_examples_are_walked_with_every_dated_event(case):
    events = [event for event in rows("events") if event["case"] == case]
    lines = walked(case).text.splitlines()
    assert len(lines) == len(events) > 4
    for line, event in zip(lines, events, strict=True):
        assert in_words(event["date_start"]) in line and event["event"] in line
