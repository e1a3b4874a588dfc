"""The Vega bundle that live charts load: made from the installed converter, not from a network.

Making it takes seconds, so the build folder keeps it under the converter's version.
"""

import hashlib
from importlib.metadata import version
from pathlib import Path

import vl_convert

SNIPPET = "window.livepageVegaEmbed = vegaEmbed;"


def make_bundle() -> str:
    """Return one classic script that leaves exactly one name behind.

    The bundle declares hundreds of top-level names; a function round it keeps them from the
    page's other scripts.
    """
    body = vl_convert.javascript_bundle(SNIPPET)
    return f"(function () {{\n{body}\n}})();\n"


def cached_bundle(folder: Path) -> str:
    """Return the bundle from `folder`, made there if this converter has not made it yet."""
    recipe = hashlib.sha256(SNIPPET.encode()).hexdigest()[:8]
    path = folder / f"vega-{version('vl-convert-python')}-{recipe}.js"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(make_bundle(), encoding="utf-8")
    return path.read_text(encoding="utf-8")
