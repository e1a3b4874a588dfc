"""A Vega-Lite chart as a picture in the page, and as a live chart where it has controls.

The picture is drawn at build time, so that the chart is there on paper, without JavaScript and
before any script has loaded. A spec with something to interact with travels along as JSON; the
script ``livepage-charts.js`` brings it to life when the reader comes near.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import vl_convert
from docutils import nodes
from myst_nb.core.render import MimeData, MimeRenderPlugin, NbElementRenderer

from livepage.config.settings import HTML_BUILDERS
from livepage.outputs.svg import as_image, prefix_ids, slim

VEGALITE = re.compile(r"application/vnd\.vegalite\.v\d+\+json")
MIME_TYPES = tuple(f"application/vnd.vegalite.v{major}+json" for major in (6, 5))
STATIC_WIDTH = 560


def parameters(spec: Any) -> Iterator[dict]:
    """Yield the parameters of `spec` at any level of nesting."""
    if isinstance(spec, dict):
        for key, value in spec.items():
            if key == "params" and isinstance(value, list):
                yield from (p for p in value if isinstance(p, dict))
            elif key not in ("data", "datasets", "usermeta"):
                yield from parameters(value)
    elif isinstance(spec, list):
        for item in spec:
            yield from parameters(item)


def is_interactive(spec: dict) -> bool:
    """Say whether a reader can do anything with the chart.

    Examples
    --------
    >>> is_interactive({"mark": "bar", "params": [{"name": "width", "value": 3}]})
    False
    >>> is_interactive({"hconcat": [{"params": [{"name": "pick", "select": "point"}]}]})
    True
    """
    return any("bind" in p or "select" in p for p in parameters(spec))


def converter_version(schema: str, known: list[str]) -> str | None:
    """Return the converter's version nearest to the spec's `schema`; None means its latest.

    Examples
    --------
    >>> converter_version("https://vega.github.io/schema/vega-lite/v6.4.1.json", ["5.21", "6.4"])
    '6.4'
    >>> converter_version("https://vega.github.io/schema/vega-lite/v5.json", ["5.21", "6.4"])
    '5.21'
    """
    stated = re.search(r"/v(\d+)(?:\.(\d+))?", schema)
    if not stated:
        return None
    major, minor = stated[1], stated[2]
    same = [version for version in known if version.split(".")[0] == major]
    if minor and f"{major}.{minor}" in same:
        return f"{major}.{minor}"
    return max(same, key=lambda v: int(v.split(".")[1]), default=None)


def drawable(spec: dict) -> dict:
    """Return `spec` without a paper of its own and with a width where it asks the page for one.

    Examples
    --------
    >>> drawable({"width": "container"})
    {'background': 'transparent', 'width': 560}
    """
    fixed = {"background": "transparent", **spec}
    if spec.get("width") == "container":
        fixed["width"] = STATIC_WIDTH
    return fixed


def picture(spec: dict, prefix: str) -> str:
    """Draw `spec` as an SVG with its description as its name and ids behind `prefix`."""
    version = converter_version(spec.get("$schema", ""), vl_convert.get_vegalite_versions())
    svg = vl_convert.vegalite_to_svg(drawable(spec), vl_version=version, allowed_base_urls=[])
    return as_image(slim(prefix_ids(svg, prefix)), spec.get("description") or "")


def spec_script(spec: dict) -> str:
    r"""Return `spec` as a JSON element that no text inside it can close.

    Examples
    --------
    >>> print(spec_script({"title": "</b>"})[54:])
    {"background":"transparent","title":"<\/b>"}</script>
    """
    live = {"background": "transparent", **spec}
    text = json.dumps(live, ensure_ascii=False, separators=(",", ":"))
    # "<!--" would switch the parser into a state in which "</script>" does not end the element
    text = text.replace("</", r"<\/").replace("<!--", r"<\u0021--")
    return f'<script type="application/json" class="livepage-spec">{text}</script>'


def figure(spec: dict, prefix: str) -> str:
    """Return the chart as the page carries it."""
    script = spec_script(spec) if is_interactive(spec) else ""
    wide = " livepage-chart-wide" if spec.get("width") == "container" else ""
    return f'<figure class="livepage-chart{wide}">{picture(spec, prefix)}{script}</figure>'


class VegaLiteRenderer(MimeRenderPlugin):
    """The MIME renderer that myst-nb finds by its entry point."""

    mime_priority_overrides = tuple((b, mime, 1) for b in HTML_BUILDERS for mime in MIME_TYPES)

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Return the chart's figure, or None for an output of another kind."""
        if not VEGALITE.fullmatch(data.mime_type):
            return None
        spec = data.content if isinstance(data.content, dict) else json.loads(data.string)
        if not spec.get("description"):
            renderer.logger.warning(
                "a chart has no description: nobody can hear what it shows",
                subtype="livepage",
                line=data.line,
            )
        html = figure(spec, f"chart-{data.cell_index}-{data.output_index}-")
        return [nodes.raw("", html, format="html", classes=["output", "text_html"])]
