"""Time is UTC in every chart: the same for whoever builds it and for whoever reads it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tools.notebooks import notebooks

from crisis_paths.views.kit.charts import drawn as begun
from every_explorer import EXPLORERS

ROOT = Path(__file__).parents[3]
ZONES = ("UTC", "Asia/Shanghai", "America/Los_Angeles")
# What takes local time in an expression of Vega's.
LOCAL = re.compile(
    r"\b(?:time(?:Format|Parse|Offset|Sequence|UnitSpecifier)|datetime|year|quarter|month|week|"
    r"date|day|dayofyear|hours|minutes|seconds|milliseconds|(?:month|day)(?:Abbrev)?Format)\("
)
WITH_SCALE = {"x", "y", "xOffset", "yOffset", "color", "fill", "stroke", "opacity", "size", "shape"}


def _fresh() -> dict[str, dict]:
    utc = {"scale": {"type": "utc"}, "type": "temporal"}
    days = [{"from": f"{year}-01-01", "to": f"{year}-12-31"} for year in (2019, 2024)]
    chart = begun(days).mark_bar().encode(description="from:N")
    return {"days": chart.to_dict() | {"encoding": {"x": {"field": "from"} | utc} | NAMED_BY_DAY}}


NAMED_BY_DAY = {"description": {"field": "from", "type": "nominal"}, "x2": {"field": "to"}}
# A chart with an axis of time as a page could carry one; today no page does.
FRESH = _fresh()


def walked(part: object, above: str = "") -> Iterator[tuple[str, object]]:
    """Everything within a specification, with the key that it stands under."""
    yield above, part
    if isinstance(part, list):
        for inner in part:
            yield from walked(inner, above)
    elif isinstance(part, dict):
        for key, inner in part.items():
            if key not in ("data", "datasets"):
                yield from walked(inner, key)


def encodings(spec: dict) -> list[dict]:
    return [part for key, part in walked(spec) if key == "encoding"]


def not_utc(spec: dict) -> list[str]:
    """What in a specification depends on somebody's time zone."""
    found, fields = [], set()
    for _key, part in walked(spec):
        if isinstance(part, str) and LOCAL.search(part):
            found.append(f"an expression takes local time: {part}")
        if not isinstance(part, dict):
            continue
        unit = part.get("timeUnit", "utc")
        unit = unit.get("unit", "") if isinstance(unit, dict) else unit
        if not str(unit).startswith("utc"):
            found.append(f"a unit of local time: {unit}")
        if part.get("formatType") == "time":
            found.append(f"a format of local time: {part.get('format')}")
        if (part.get("scale") or {}).get("type") == "time":
            found.append(f"a scale of local time: {part.get('field')}")
    for encoding in encodings(spec):
        found += _not_utc(encoding)
        fields |= _times(encoding)
    for rows in spec.get("datasets", {}).values():
        for row in rows:
            for name in fields & set(row):
                if not re.fullmatch(r"\d{4}(-\d\d){0,2}|.*(Z|[+-]\d\d:\d\d)", str(row[name])):
                    found.append(f"local time: {name} is {row[name]}")
    return found


def _times(encoding: dict) -> set[str]:
    """The fields that an encoding takes for time, those of x2 and y2 included."""
    found = set()
    for channel, part in encoding.items():
        own = encoding.get(channel.removesuffix("2"), {}) if channel[-1] == "2" else part
        if isinstance(own, dict) and own.get("type") == "temporal":
            found.add(part["field"])
    return found


def _not_utc(encoding: dict) -> list[str]:
    found = []
    for channel, parts in encoding.items():
        for part in parts if isinstance(parts, list) else [parts]:
            # a unit of UTC brings a scale and a format of UTC with it
            if part.get("type") != "temporal" or "timeUnit" in part:
                continue
            if channel not in WITH_SCALE:
                found.append(f"{channel} shows local time: {part['field']}")
            elif (part.get("scale") or {}).get("type") != "utc":
                found.append(f"{channel} has a scale of local time: {part['field']}")
    if _times(encoding) and "field" not in encoding.get("description", {}):
        found.append("marks are named by local time: there is no description")
    return found


def _stored() -> Iterator[tuple[str, dict]]:
    """Every specification in the stored outputs, and in what is HTML among them."""
    for path in notebooks():
        name = path.relative_to(ROOT).as_posix()
        for number, cell in enumerate(json.loads(path.read_text("utf-8"))["cells"]):
            for at, output in enumerate(cell.get("outputs", ())):
                for kind, data in output.get("data", {}).items():
                    if "vega" in kind:
                        yield f"{name} {number}.{at} {kind.split('.')[-1]}", data
                    if kind == "text/html":
                        yield from _within(f"{name} {number}.{at}", "".join(data))


def _within(name: str, html: str) -> Iterator[tuple[str, dict]]:
    if "vega" in html:
        scripts = BeautifulSoup(html, "html.parser").select('script[type*="json"]')
        for number, script in enumerate(scripts):
            yield f"{name} {number}", json.loads(script.string)


STORED = dict(_stored())


def test_there_is_something_to_walk():
    assert sum("framework.ipynb" in name for name in STORED) == 2  # for the page, for JupyterLab
    assert all(_times(encoding) for spec in FRESH.values() for encoding in encodings(spec))


@pytest.mark.parametrize("name", STORED)
def test_no_stored_chart_depends_on_a_time_zone(name):
    assert not_utc(STORED[name]) == []


@pytest.mark.parametrize("name", EXPLORERS)
def test_no_chart_within_an_explorer_does(name):
    bundle = EXPLORERS[name]._repr_mimebundle_()
    assert [not_utc(spec) for _name, spec in _within(name, bundle["text/html"])] == []


@pytest.mark.parametrize("name", FRESH)
def test_no_chart_that_is_made_now_does(name):
    assert not_utc(FRESH[name]) == []


DAY = {"field": "a", "type": "temporal", "scale": {"type": "utc"}}
NAMED = {"description": {"field": "b"}}


@pytest.mark.parametrize(
    ("spec", "why"),
    [
        ({"encoding": {"x": {"field": "a", "type": "temporal"}} | NAMED}, "scale of local time"),
        ({"encoding": {"x": DAY}}, "no description"),
        ({"encoding": {"x": DAY, "tooltip": [DAY]} | NAMED}, "tooltip shows local time"),
        ({"encoding": {"x": DAY | {"timeUnit": "yearmonth"}} | NAMED}, "unit of local time"),
        ({"layer": [{"transform": [{"timeUnit": "year", "field": "a"}]}]}, "unit of local time"),
        ({"transform": [{"timeUnit": {"unit": "year"}}]}, "unit of local time"),
        ({"encoding": {"x": DAY | {"axis": {"formatType": "time"}}} | NAMED}, "format of local"),
        ({"transform": [{"calculate": "year(datum.a)"}]}, "expression takes local time"),
        ({"title": {"expr": "timeFormat(now, '%Y')"}}, "expression takes local time"),
        (
            {"encoding": {"x": DAY} | NAMED, "datasets": {"d": [{"a": "2020-01-01T00:00:00"}]}},
            "local time: a is",
        ),
        (
            {
                "encoding": {"x": DAY, "x2": {"field": "c"}} | NAMED,
                "datasets": {"d": [{"a": "2020-01-01", "c": "01/02/2020"}]},
            },
            "local time: c is",
        ),
    ],
)
def test_the_walk_finds_local_time_wherever_it_stands(spec, why):
    (found,) = not_utc(spec)
    assert why in found


@pytest.mark.parametrize(
    "spec",
    [
        {"encoding": {"x": DAY, "x2": {"field": "c"}} | NAMED},
        {"encoding": {"x": DAY | {"timeUnit": "utcyear"}} | NAMED},
        {"transform": [{"calculate": "utcFormat(utcyear(datum.a), '%Y')"}]},
        {"encoding": {"x": {"field": "a", "type": "nominal"}}},
    ],
)
def test_and_leaves_utc_alone(spec):
    assert not_utc(spec) == []


DRAW = """
import json, sys
from livepage.outputs.charts import figure
print(json.dumps([figure(spec, "a-") for spec in json.load(sys.stdin)]))
"""


def drawn(zone: str, specs: list[dict]) -> list[str]:
    """The charts as the page carries them, where the clock is set to this zone."""
    done = subprocess.run(
        [sys.executable, "-c", DRAW],
        input=json.dumps(specs),
        env=os.environ | {"TZ": zone},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return json.loads(done.stdout)


def test_wherever_the_book_is_built_its_charts_are_the_same():
    """Byte for byte; and a chart of local time, beside them, shows that the zone is taken."""
    specs = list(FRESH.values())
    local = json.loads(json.dumps(specs[0]).replace('"type": "utc"', '"type": "time"'))
    here, *elsewhere = ([*drawn(zone, [*specs, local])] for zone in ZONES)
    assert len(here) == len(specs) + 1
    for there in elsewhere:
        assert there[:-1] == here[:-1]
        assert there[-1] != here[-1]
    assert ">2019</text>" in here[0]
