"""The actors' colours: one truth in two places, and each visible in light and dark."""

import re
from pathlib import Path

import pytest

from crisis_paths.actors import Actor
from crisis_paths.views.palette import DARK, LIGHT

CSS = (Path(__file__).parents[2] / "_static" / "book.css").read_text("utf-8")
PAPER, NIGHT = "#ffffff", "#14181e"  # the theme's backgrounds


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_the_style_sheet_has_the_palette_s_colours():
    light, dark = re.split(r"data-theme=\"dark\"", CSS, maxsplit=1)
    for actor in Actor:
        assert f"--actor-{actor}: {LIGHT[actor]};" in light
        assert f"--actor-{actor}: {DARK[actor]};" in dark


@pytest.mark.parametrize("actor", Actor)
def test_each_colour_stands_out_from_its_background(actor):
    assert _contrast(LIGHT[actor], PAPER) >= 4.5
    assert _contrast(DARK[actor], NIGHT) >= 4.5
