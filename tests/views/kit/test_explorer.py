"""Explorers: one list of leaves, two faces; and what they refuse."""

import re
from html.parser import HTMLParser

import ipywidgets
import pytest
from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework import every_path, predict
from crisis_paths.questions import QUESTIONS, Answer, Question, question
from crisis_paths.views.argument.path_explorer import path_explorer, verdict
from crisis_paths.views.kit.explorer import MOST, Choice, Explorer, Leaf, Option, Region
from crisis_paths.views.kit.live import without_links
from explorers import MAKERS


def _options(count: int) -> tuple[Option, ...]:
    return tuple(Option(f"v{n}", f"V{n}") for n in range(count))


class _Balanced(HTMLParser):
    """Another's parser: every element that opens also closes, in order."""

    VOID = ("input", "br", "img", "hr", "meta", "link")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), (tag, attrs)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_the_html_is_balanced_and_has_no_ids(make):
    html = str(make().html())
    parser = _Balanced()
    parser.feed(html)
    assert parser.open == []
    assert " id=" not in html  # the same explorer may stand next to anything
    assert "<script" not in html and "http" not in html.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_no_explorer_holds_an_output(make):
    """Set back, a form makes one text of all the leaves in its outputs, and for good."""
    assert "<output" not in make().html()


def test_an_answer_in_words_is_announced_and_marked_as_one():
    """By the mark a question is known on paper (`livepage.volume.questions`)."""
    leaf = Leaf({"a": ("v0",)}, Markup("<span>Yes.</span>"))
    region = Region("said", (leaf,), live=True, words=True)
    html = Explorer("x", "X", (Choice("a", "A?", _options(1)),), (region,)).html()
    assert '<div class="explorer-region explorer-answer region-said" role="status">' in html
    assert '<span class="leaf" data-a="v0"><span>Yes.</span></span>' in html


def test_every_setting_shows_the_path_that_predict_names():
    for setting in path_explorer().settings():
        path = predict(setting["balance"], setting["control"], turmoil=setting["turmoil"])
        verdict, begins, drawn = path_explorer().shown(setting)
        said = "holds" if setting["bet"] == path.outcome else "missed"
        assert f"Your bet {said}: the framework predicts {path.verdict}." in verdict
        assert ("without turmoil" in begins) is not path.turmoil
        assert f'data-path="{path.cell}"' in drawn
        rules = re.findall(r'href="#rule-([a-z0-9-]+)"', drawn)
        assert rules == [step.rule.id for step in path.steps]


# What the paragraph at each figure says, and what it does not.
SAID = {
    "strong/continued": (["blocks", "whether or not it acts", "probably"], ["nobody", "compete"]),
    "strong/adjusted": (["The two compete, but", "limited intervention"], ["contest", "alone"]),
    "weak/continued": (["lessens", "will and room", "may do more"], ["without a rival"]),
    "weak/adjusted": (["stronger means", "enters the state"], ["only here"]),
}


@pytest.mark.parametrize("cell", SAID)
def test_what_decides_is_told_as_the_paragraph_at_the_figure_tells_it(cell):
    """图1 阻挡, 无论其是否采取; 图2 虽然存在竞争, 但; 图3 减少, 意愿和空间; 图4 竞相采取更强."""
    control, balance = cell.split("/")
    said = verdict(predict(balance, control), "manageable")
    there, absent = SAID[cell]
    assert all(words in said for words in there)
    assert not [words for words in absent if words in said]


def test_two_that_compete_are_nowhere_told_to_be_without_a_contest():
    asked = question("confident-hegemon")
    (yes,) = [answer for answer in asked.answers if answer.right]
    assert "the two compete" in yes.feedback and "no contest" not in yes.feedback
    (rule,) = [
        s for s in predict("adjusted", "strong").steps if s.rule.anchor == "使政局动荡具备管控的"
    ]
    assert rule.text == ("The two compete, and that limit makes it possible to manage the turmoil.")


def test_nothing_is_given_away_before_the_bet():
    setting = {"turmoil": "yes", "balance": "adjusted", "control": "weak", "bet": "unset"}
    (prompt,) = path_explorer().shown(setting)
    assert "predict" not in prompt and "place your bet" in prompt


def test_the_text_lists_every_combination():
    text = path_explorer()._repr_mimebundle_()["text/plain"]
    for path in every_path():
        assert path.explain() in text


def test_the_twin_is_a_table_of_every_combination_with_rules_and_sections():
    html = str(path_explorer().twin)
    body = html[html.index("<tbody>") :]
    rows = re.findall(r"<tr>.*?</tr>", body, flags=re.S)
    assert len(rows) == 8
    for row, path in zip(rows, every_path(), strict=True):
        assert path.verdict in row
        for step in path.steps:
            assert f"#rule-{step.rule.id}" in row and str(Markup.escape(step.rule.source)) in row


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_the_live_face_is_real_widgets_and_shows_the_same(make):
    explorer = make()
    live = explorer.widget()
    assert all(isinstance(c, ipywidgets.RadioButtons) for c in live.controls.values())
    many = explorer.combinations > MOST
    assert isinstance(live.stack, ipywidgets.HTML if many else ipywidgets.Stack)
    unmade = [choice for choice in explorer.choices if choice.start == "unset"]
    assert (live.leaf() is None) == bool(unmade)
    for setting in explorer.settings():
        for name, value in setting.items():
            live.controls[name].value = value
        assert live.leaf().value == without_links("\n".join(explorer.shown(setting)))


def test_the_bundle_carries_both_faces_and_a_text():
    bundle = path_explorer()._repr_mimebundle_()
    assert set(bundle) >= {
        "text/html",
        "text/plain",
        "application/vnd.jupyter.widget-view+json",
    }


def test_too_many_combinations_are_refused():
    choices = tuple(Choice(f"c{n}", "?", _options(6)) for n in range(3))
    with pytest.raises(CrisisPathsError, match="big has 216 combinations; at most 200"):
        Explorer("big", "Big", choices, ())


@pytest.mark.parametrize("bad", ["Two words", "<b>", "a]b", ""])
def test_a_name_that_could_break_a_selector_is_refused(bad):
    with pytest.raises(CrisisPathsError, match="use a-z"):
        Explorer(bad, "x", (Choice("a", "?", _options(2)),), ())
    with pytest.raises(CrisisPathsError, match="use a-z"):
        Explorer("x", "x", (Choice("a", "?", (Option(bad, "?"),)),), ())


def test_labels_are_escaped():
    hostile = "<script>alert(1)</script>"
    leaf = Leaf({"a": ("v0",)}, Markup("<p>{}</p>").format(hostile))
    explorer = Explorer(
        "x", hostile, (Choice("a", hostile, (Option("v0", hostile),)),), (Region("r", (leaf,)),)
    )
    assert "<script" not in explorer.html()


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


LEAVES = re.compile(r'(<p class="when">[^<]*</p>)?\n<(?:div|span) class="leaf"((?: data-[^>]*)?)>')


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_each_leaf_that_wants_a_setting_says_so_in_words_before_it(make):
    """For text browsers, readers' views, saved and translated pages; a style hides the words."""
    explorer = make()
    html = str(explorer.html())
    leaves = [leaf for region in explorer.regions for leaf in region.leaves]
    found = LEAVES.findall(html)
    assert len(found) == len(leaves)
    for said, conditions in found:
        assert bool(said) == bool(conditions)
    assert f"[data-explorer={explorer.name}] .when{{display:none}}" in html


TOLD = [
    ("check-turmoil-role", "With: nothing chosen yet"),
    ("check-turmoil-role", "With: “that turmoil does not matter”"),
    ("path", "With: Your bet: the crisis will be (not chosen yet)"),
    ("path", "With: The state’s diplomatic balance is “continued”"),
    ("path", "And: The hegemon sees its control as “strong”"),
    ("path", "And: Your bet: the crisis will be “unmanageable”"),
    (
        "path",
        "With: Political turmoil in the state? “No” · Your bet: the crisis will be (any answer)",
    ),
    ("bench", "With: strong, continued: “manageable crises only”"),
    ("bench", "And: weak, adjusted: “unmanageable crises only”"),
    ("explanations", "And: Your bet: it is a “hit” or “does not say”"),
]


@pytest.mark.parametrize(("name", "words"), TOLD)
def test_a_setting_is_told_in_the_words_of_its_choices(name, words):
    assert f'<p class="when">{words}</p>' in str(MAKERS[name]().html())


def test_long_answers_are_told_by_their_beginning_unless_two_begin_alike():
    long = "a" * 70
    alike = Choice("a", "?", (Option("x", f"{long}x"), Option("y", f"{long}y")))
    assert alike.words(("x",)) == f"? “{long}x”"
    apart = Choice("a", "?", (Option("x", long), Option("y", "b")))
    assert apart.words(("x",)) == f"? “{'a' * 59}…”"
