"""No sheet asks for an icon font, and what it drew is drawn."""

import re

import pytest

from livepage.files import css
from livepage.files.icons import theme_icons
from livepage.files.masks import without_font


def made(text: str) -> str:
    return css.write(without_font(css.read(text)))


@pytest.mark.parametrize(
    "rule",
    [
        r"@font-face{font-family:Font Awesome\ 6 Free;src:url(fa-solid-900.woff2)}",
        r'.fa-a:before,.fa-b::before{--fa:"\f000"}.fa-c:before{content:"\f001"}',
    ],
)
def test_what_serves_the_font_alone_goes(rule):
    assert made(f"{rule}p{{top:0}}") == "p{top:0}"


@pytest.mark.parametrize(
    "rule",
    [
        "@font-face{font-family:Own;src:url(own.woff2)}",
        '.fa-a:before,p:before{content:"x"}',
        ".fa-a:before{top:0}",
        'p:after{content:"x"}',
        'p{--pst-icon-none:"ab";--own:"\uf0f3"}',
        "p{font:var(--own)}",
    ],
)
def test_what_is_no_icon_stays(rule):
    assert made(rule) == rule


def test_an_icon_is_drawn_as_a_mask():
    path = theme_icons()["fas"]["bell"].path
    drawn = made("html{top:0;--pst-icon-bell : '\uf0f3'}")
    assert drawn.startswith('html{top:0;--pst-icon-bell:url("data:image/svg+xml,%3Csvg')
    assert re.search(r" d=%22([^%]*)%22", drawn)[1] == path.replace("\n", " ")
    assert made("p{content:var(--pst-icon-bell);font:var(--fa-font-solid)}") == (
        'p{content:"";background:currentColor;mask:var(--pst-icon-bell) center/contain no-repeat;'
        "display:inline-block;height:1em;width:1em}"
    )
