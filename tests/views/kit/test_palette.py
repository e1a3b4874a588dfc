"""The colours: one truth in two places, visible in light and dark, and told apart by everybody."""

import re
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path

import pytest
from coloraide import Color

from crisis_paths.framework.actors import Actor
from crisis_paths.views.kit.charts import Chart, sorting_chart
from crisis_paths.views.kit.palette import DARK, LANES, LIGHT, MARKS
from crisis_paths.views.scrutiny.waterfall import waterfall

CSS = (Path(__file__).parents[3] / "_static" / "book.css").read_text("utf-8")
PAPER, NIGHT = "#ffffff", "#121212"  # the theme's backgrounds
TEXT, DRAWING = 4.5, 3  # what WCAG 2.2 asks of words (1.4.3) and of marks (1.4.11)

# What is told apart by colour, in a drawing or a chart of its own.
SETS = {"light": [*LIGHT.values()], "dark": [*DARK.values()], "marks": [*MARKS]}
# The yardstick: Okabe and Ito's Color Universal Design, made for colour-blind readers.
OKABE_ITO = ["#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7"]
# Each deficiency at its full strength, by two models: Machado, Oliveira and Fernandes (2009), and
# Brettel, Viénot and Mollon (1997), the better of the two for tritanopia.
KINDS = ["protan", "deutan", "tritan"]
MODELS = ["machado", "brettel"]


def as_seen(kind: str, model: str) -> Callable[[str], Color]:
    """How a colour looks to somebody with this deficiency, on a screen."""
    return lambda colour: Color(colour).filter(kind, method=model).convert("srgb").clip()


def closest(colours: Iterable[str], seen: Callable[[str], Color] = Color) -> float:
    """How far apart the two nearest of these colours are: CIEDE2000, where 1 is just visible."""
    return min(seen(a).delta_e(seen(b), method="2000") for a, b in combinations(colours, 2))


def contrast(one: str, other: str) -> float:
    return Color(one).contrast(Color(other), method="wcag21")


def test_the_style_sheet_has_the_palette_s_colours():
    light, dark = re.split(r"data-theme=\"dark\"", CSS, maxsplit=1)
    for actor in Actor:
        assert f"--actor-{actor}: {LIGHT[actor]};" in light
        # for the reader's own choice, and for a page whose theme no script has set
        assert dark.count(f"--actor-{actor}: {DARK[actor]};") == 2


def test_the_style_sheet_lets_each_actor_s_marks_in_a_chart_follow_the_theme():
    for actor in LANES.values():
        for paint in ("fill", "stroke"):
            rule = f'[{paint}="{LIGHT[actor]}"] {{ {paint}: var(--actor-{actor}); }}'
            assert rule in CSS


@pytest.mark.parametrize("actor", Actor)
def test_each_colour_stands_out_from_its_background(actor):
    assert contrast(LIGHT[actor], PAPER) >= TEXT
    assert contrast(DARK[actor], NIGHT) >= TEXT


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_of_no_actor_stands_out_from_both(mark):
    assert min(contrast(mark, PAPER), contrast(mark, NIGHT)) >= DRAWING


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("name", SETS)
def test_colour_blind_readers_tell_the_colours_apart(name, model):
    """No pair is closer than the closest of Okabe and Ito's, under any deficiency."""
    yardstick = min(closest(OKABE_ITO, as_seen(kind, model)) for kind in KINDS)
    assert 5 < yardstick < 12
    for kind in KINDS:
        assert closest(SETS[name], as_seen(kind, model)) >= yardstick, kind


@pytest.mark.parametrize("name", SETS)
def test_whoever_sees_all_colours_tells_them_apart_with_ease(name):
    assert closest(SETS[name]) >= 15


def test_a_pair_that_is_too_close_would_be_noticed():
    """The palette before this one: purple and blue were one colour to a protanope."""
    assert closest(["#96478a", "#0a5c9e"], as_seen("protan", "machado")) < 5


def encodings(spec: object) -> Iterable[dict]:
    """Every encoding of a chart, at any depth."""
    if isinstance(spec, dict):
        if "encoding" in spec:
            yield spec["encoding"]
        for part in spec.values():
            yield from encodings(part)
    elif isinstance(spec, list):
        for part in spec:
            yield from encodings(part)


def keyed(chart: Chart) -> dict:
    """The one encoding of a chart whose colours have a legend."""
    (found,) = (e for e in encodings(chart.chart.to_dict()) if e.get("color", {}).get("legend"))
    return found


def test_a_legend_is_read_where_all_have_one_colour():
    """By shape, or by an arrow as the bars go."""
    sorting, account = keyed(sorting_chart()), keyed(waterfall())
    assert sorting["shape"]["field"] == sorting["color"]["field"]
    assert len(set(sorting["shape"]["scale"]["range"])) == 2
    right, left, neither = account["color"]["scale"]["domain"]
    assert right.startswith("→ for the article’s") and left.startswith("← for the rival")
    assert "article →" in account["x"]["title"] and "← rival" in account["x"]["title"]
    assert not {"→", "←"} & set(neither)
