"""Figures, tables and charts say what the framework and the tables say."""

import re
import xml.etree.ElementTree as ET

import altair as alt
import pytest

from crisis_paths.framework import every_path
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.rules import RULES
from crisis_paths.framework.sorting import Condition, groups, sorts
from crisis_paths.framework.variables import Outcome
from crisis_paths.tables.reading import rows
from crisis_paths.views.argument.cell_tables import table_1, table_2
from crisis_paths.views.argument.figures import figure, figure_alt, figure_svg, figures
from crisis_paths.views.cases.together import cells
from crisis_paths.views.kit.charts import LAB, SPEC, sorting_chart, sorting_table
from crisis_paths.views.kit.rule_table import rule_table

SVG = "{http://www.w3.org/2000/svg}"
# outcome, marks of the two arrows: dashed lines, bars, strokes that break out of the frame
DRAWN = {1: (2, 1, 0), 2: (1, 0, 0), 3: (1, 1, 0), 4: (0, 0, 6)}


@pytest.mark.parametrize("path", every_path(), ids=lambda p: f"{p.cell}-{p.turmoil}")
def test_each_figure_is_drawn_in_the_article_s_grammar(path):
    drawing = ET.fromstring(figure_svg(path))
    dashed = [line for line in drawing.iter(SVG + "line") if line.get("stroke-dasharray")]
    bars = [bar for bar in drawing.iter(SVG + "rect") if bar.get("class") == "bar"]
    rays = [ray for g in drawing.iter(SVG + "g") if g.get("stroke-linecap") for ray in g]
    assert (len(dashed), len(bars), len(rays)) == DRAWN[path.figure]
    assert drawing.get("role") == "img" and drawing.get("aria-label") == figure_alt(path)
    assert not [element for element in drawing.iter() if element.get("id")]


def test_alternatives_say_outcome_arrows_and_turmoil():
    for path in every_path():
        words = figure_alt(path)
        assert f"Figure {path.figure}: {path.outcome.value}." in words
        assert ("without turmoil" in words) is not path.turmoil
        assert ("stops at a bar" in words) == (path.balance == "continued")


def test_only_figure_4_says_that_its_key_names_more_than_is_explained():
    notes = ["also lists a dashed arrow" in figure(path).text for path in every_path()[:4]]
    assert notes == [False, False, False, True]


def test_four_figures_side_by_side():
    assert figures(every_path()[:4]).html.count("<figcaption>") == 4


PRINTED = ["可控危机", "可控危机", "可控危机", "失控危机"]  # Table 1, row 强 first


def test_table_1_as_printed():
    """The article prints one word in a cell; what its text adds is a note below."""
    caption, *cells, note = table_1().text.splitlines()
    assert caption.startswith("Table 1. ")
    assert cells == [
        "strong / continued: manageable",
        "strong / adjusted: manageable",
        "weak / continued: manageable",
        "weak / adjusted: unmanageable",
    ]
    assert [Outcome.parse(cell.split(": ")[1]) for cell in cells] == list(
        map(Outcome.parse, PRINTED)
    )
    assert note.startswith("Not in the table") and note.endswith("(section 3, at Figure 2).")
    table = str(table_1().html).split("</table>")[0]
    assert re.findall(r"</svg> (.+?)</td>", table) == [cell.split(": ")[1] for cell in cells]


def test_figures_are_captioned_as_printed():
    """图1 to 图3 可控危机, 图4 失控危机."""
    for path, word in zip(every_path()[:4], PRINTED, strict=True):
        caption = figure(path).text.splitlines()[0]
        assert caption == f"Figure {path.figure}, {path.cell}: {Outcome.parse(word).value}."


def test_table_1_is_never_said_to_print_more_than_two_words():
    """How firmly a crisis is manageable is said beside Figure 2, and not by Table 1."""
    texts = [cells().text, *(row["why"] for row in rows("advice"))]
    texts += [figures(every_path()).text, str(cells().html())]
    said = [s for text in texts for s in re.split(r"(?<=[.;])\s", text) if "Table 1" in s]
    assert said and not [sentence for sentence in said if "firm" in sentence]


def test_table_2_shows_the_empty_cell_as_empty():
    assert '<td class="empty">no case</td>' in table_2().html
    assert table_2().text.count("no case") == 1


def test_the_list_of_rules_has_every_rule_with_an_id_to_link_to():
    html = rule_table().html
    for rule in RULES.values():
        assert f'id="rule-{rule.id}"' in html and rule.anchor in html


def test_the_chart_is_the_same_at_every_run_and_says_what_it_shows():
    first, second = (sorting_chart()._repr_mimebundle_() for _ in range(2))
    assert first == second
    assert set(first) == {SPEC, LAB, "text/plain"}
    assert first[SPEC]["description"] and first[SPEC]["params"]
    assert first[LAB]["width"] == 560  # JupyterLab hangs on "container"
    alt.Chart.from_dict(first[SPEC])  # Altair's own schema finds nothing wrong
    for case in TABLE_2.values():
        assert first["text/plain"].count(case.title) == len(Condition)


def test_which_condition_sorts_the_five_cases():
    assert {condition.value: sorts(condition) for condition in Condition} == {
        "turmoil": True,
        "balance": False,
        "control": True,
        "both": True,
    }
    for condition in Condition:
        assert sum(map(len, groups(condition).values())) == 5


def test_the_table_behind_the_chart_has_every_group_and_every_case():
    lines = sorting_table().text.splitlines()
    assert len(lines) == len(Condition)
    for line, condition in zip(lines, Condition, strict=True):
        assert line.startswith(condition.label)
        assert all(f"{group}: " in line for group in groups(condition))
        assert all(case.title in line for case in TABLE_2.values())
