"""A list of ipywidgets sets the stage, whichever face the stage has."""

import ipywidgets
import pytest

from crisis_paths.framework import predict
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.views.argument.stage import stage
from crisis_paths.views.lab.tied import beside, codings_of, crises
from explorers.kernel import LiveExplorer
from explorers.live import LiveForm

VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.mark.parametrize("face", [LiveForm, LiveExplorer])
def test_a_crisis_that_is_chosen_is_set_on_the_stage(face):
    crisis, live = crises(), face(stage())
    assert isinstance(crisis, ipywidgets.Dropdown)
    crisis.observe(lambda change: live.set_trait("setting", codings_of(change.new)), "value")
    seen = set()
    for _title, case in reversed(crisis.options):
        crisis.value = case
        made = {name: live.setting[name] for name in ("balance", "control", "turmoil")}
        assert made == codings_of(case)
        path = predict(made["balance"], made["control"], turmoil=made["turmoil"] == "yes")
        assert path.outcome == TABLE_2[case].outcome
        seen.add(case)
    assert seen == set(TABLE_2)


def test_the_list_begins_where_the_stage_begins():
    start = {choice.name: choice.start for choice in stage().choices}
    assert codings_of(crises().value).items() <= start.items()


def test_a_page_says_where_they_are_to_be_had():
    shown = beside(crises(), LiveForm(stage()))._repr_mimebundle_()
    assert VIEW in shown
    words = "In a notebook you see a list of crises here, with the stage below it."
    assert shown["text/plain"] == words
    assert shown["text/html"] == f'<p class="prompt only-live">{words}</p>'
