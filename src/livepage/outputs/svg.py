"""An SVG drawing made fit to stand inside a page."""

import re
from html import escape

_ID = re.compile(r'\bid="([^"]+)"')
_REFERENCE = re.compile(r'(url\(#|(?:xlink:)?href="#)([^)"]+)')
_SEMANTICS = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
_OPENING = re.compile(r"<svg\b([^>]*)>", re.S)


def prefix_ids(svg: str, prefix: str) -> str:
    """Return `svg` with every id, and every reference to one, behind `prefix`.

    Two charts of a page both call their clip path ``clip1``; the browser takes the first for
    both, and nothing at all where the first is hidden.

    Examples
    --------
    >>> prefix_ids('<clipPath id="c"/><g clip-path="url(#c)"/>', "one-")
    '<clipPath id="one-c"/><g clip-path="url(#one-c)"/>'
    """
    known = set(_ID.findall(svg))
    svg = _ID.sub(lambda m: f'id="{prefix}{m[1]}"', svg)
    return _REFERENCE.sub(lambda m: f"{m[1]}{prefix}{m[2]}" if m[2] in known else m[0], svg)


def as_image(svg: str, label: str) -> str:
    """Return `svg` as one image named `label` for assistive technology.

    Vega names every single mark; inside an image these names are never read and only weigh.

    Examples
    --------
    >>> as_image('<svg class="marks"><g role="graphics-object"/></svg>', "Bars")
    '<svg class="marks" role="img" aria-label="Bars"><g/></svg>'
    """
    svg = _SEMANTICS.sub("", svg)
    named = rf' role="img" aria-label="{escape(label)}">'
    return _OPENING.sub(lambda m: f"<svg{m[1]}{named}", svg, count=1)


def slim(svg: str) -> str:
    """Return `svg` with coordinates to three decimals.

    Examples
    --------
    >>> slim('<path d="M4.233333333333334,200.00000000000003h76.2"/>')
    '<path d="M4.233,200h76.2"/>'
    """

    def shorten(match: re.Match) -> str:
        return f"{float(match[0]):.3f}".rstrip("0").rstrip(".")

    # inside tags only: a number in a text is the author's
    return re.sub(r"<[^>]+>", lambda tag: re.sub(r"(?<![\d.])-?\d+\.\d{4,}", shorten, tag[0]), svg)
