import json
from types import SimpleNamespace

import pytest

from livepage.markup import parse
from livepage.outputs.charts import VegaLiteRenderer, figure, is_interactive, picture

BARS = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.4.1.json",
    "description": 'Bars "of" <b>',
    "data": {"values": [{"a": "x", "b": 1}, {"a": "y", "b": 2}]},
    "mark": {"type": "bar", "clip": True},
    "encoding": {"x": {"field": "b", "type": "quantitative"}, "y": {"field": "a"}},
}
PICK = {"params": [{"name": "pick", "select": "point"}]}


class Log:
    def __init__(self) -> None:
        self.said: list[str] = []

    def warning(self, text: str, **_: object) -> None:
        self.said.append(text)


def handle(spec, mime="application/vnd.vegalite.v6+json"):
    log = Log()
    data = SimpleNamespace(
        mime_type=mime, content=spec, string=json.dumps(spec), cell_index=3, output_index=0, line=7
    )
    return VegaLiteRenderer.handle_mime(SimpleNamespace(logger=log), data, False), log.said


def test_the_picture_is_one_named_image():
    svg = parse(picture(BARS, "one-")).svg
    assert svg["role"] == "img"
    assert svg["aria-label"] == BARS["description"]
    assert not svg.select("[aria-roledescription]")


def test_two_charts_of_a_page_share_no_id():
    ids = [tag["id"] for p in ("one-", "two-") for tag in parse(picture(BARS, p)).select("[id]")]
    assert ids and len(set(ids)) == len(ids)
    assert "url(#one-" in picture(BARS, "one-")


@pytest.mark.parametrize(
    ("spec", "interactive"),
    [
        ({}, False),
        (PICK, True),
        ({"layer": [PICK]}, True),
        ({"vconcat": [{"hconcat": [{"spec": PICK}]}]}, True),
        ({"params": [{"name": "x", "bind": {"input": "range"}}]}, True),
        ({"params": [{"name": "x", "value": 1}]}, False),
        ({"data": {"values": [PICK]}}, False),
    ],
)
def test_what_is_interactive(spec, interactive):
    assert is_interactive(spec) is interactive


def test_only_an_interactive_chart_carries_its_spec():
    assert "livepage-spec" not in figure(BARS, "a-")
    spec = BARS | PICK | {"title": "</script><!--<script>"}
    script = parse(figure(spec, "a-")).find("script", class_="livepage-spec")
    assert json.loads(script.string) == spec | {"background": "transparent"}


def test_a_container_chart_is_drawn_with_a_width_and_stays_responsive():
    made = figure(BARS | PICK | {"width": "container"}, "a-")
    assert "livepage-chart-wide" in made
    assert '"width":"container"' in made


def test_a_chart_without_description_is_warned_about():
    nodes, said = handle({k: v for k, v in BARS.items() if k != "description"})
    assert nodes and len(said) == 1
    assert handle(BARS)[1] == []


def test_other_outputs_are_left_to_others():
    assert handle(BARS, "text/html")[0] is None


def test_drawing_asks_no_network():
    with pytest.raises(ValueError, match="External data url not allowed"):
        picture(BARS | {"data": {"url": "https://example.org/data.csv"}}, "a-")
