r"""Formulas as MathML, made at build time: no script, no font, and a screen reader can say them.

latex2mathml is lenient: it passes an unknown command or a missing brace through without a word.
`problem` says what is wrong before a reader has to see it.
"""

import re

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.locale import _
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

logger = logging.getLogger(__name__)

# The converter numbers the lines of these by itself, and does not know "aligned".
_RENAMED = {"align": "align*", "aligned": "split", "gather": "gather*", "equation": "equation*"}
_ENVIRONMENT = re.compile(r"\\(begin|end)\{(\w+\*?)\}")
_KNOWN = {
    *("align*", "array", "cases", "equation*", "gather*", "split"),
    *("matrix", "bmatrix", "Bmatrix", "pmatrix", "smallmatrix", "vmatrix", "Vmatrix"),
}
_CHARACTER = re.compile(r"&#x([0-9A-Fa-f]+);")
# the converter takes some arrows for identifiers, which stand without room around them
_ARROW = re.compile(r"<mi>([\u2190-\u21ff\u27f0-\u27ff])</mi>")
_RANDOM = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_COMMAND_LEFT = re.compile(r"<m[io][^>]*>\\([A-Za-z]+)</m[io]>")


def normalise(latex: str) -> str:
    r"""Return `latex` in the environments that the converter renders without own numbers.

    Examples
    --------
    >>> normalise(r"\begin{align}a&=b\end{align}")
    '\\begin{align*}a&=b\\end{align*}'
    """

    def rename(match: re.Match) -> str:
        return rf"\{match[1]}{{{_RENAMED.get(match[2], match[2])}}}"

    return _ENVIRONMENT.sub(rename, latex).strip()


def problem(latex: str) -> str | None:
    r"""Say what is wrong with `latex`, or return None.

    Examples
    --------
    >>> problem(r"\frac{a}{b}")
    >>> problem(r"\frac{a")
    'unbalanced braces'
    >>> problem(r"\hegemon{x}")
    'unknown command \\hegemon'
    """
    bare = re.sub(r"\\[{}\\]", "", latex)
    if bare.count("{") != bare.count("}"):
        return "unbalanced braces"
    environments = _ENVIRONMENT.findall(latex)
    unknown = [name for _kind, name in environments if _RENAMED.get(name, name) not in _KNOWN]
    if unknown:
        return f"unknown environment {unknown[0]}"
    if len([1 for kind, _name in environments if kind == "begin"]) * 2 != len(environments):
        return "unbalanced environments"
    try:
        mathml = convert(normalise(latex))
    except Exception as error:  # the converter raises its own kinds and plain IndexError alike
        return str(error) or type(error).__name__
    if command := _COMMAND_LEFT.search(mathml):
        return rf"unknown command \{command[1]}"
    return "stray &" if "<mi>&</mi>" in mathml else None


def mathml(latex: str, display: str) -> str:
    r"""Return the MathML of `latex`; `display` is ``inline`` or ``block``.

    Examples
    --------
    >>> mathml("x", "inline")
    '<math display="inline"><mrow><mi>x</mi></mrow></math>'
    >>> mathml(r"\iff", "inline")
    '<math display="inline"><mrow><mo>⟺</mo></mrow></math>'
    """
    markup = convert(normalise(latex), display=display)
    markup = markup.replace(' xmlns="http://www.w3.org/1998/Math/MathML"', "")
    return _ARROW.sub(r"<mo>\1</mo>", _CHARACTER.sub(_character, markup))


def _character(match: re.Match) -> str:
    character = chr(int(match[1], 16))
    return match[0] if character in "<>&" else character


def _formula(translator, node: nodes.Element, display: str) -> str:
    latex = node.astext()
    if why := problem(latex):
        logger.warning("formula not understood (%s): %s", why, latex, location=node)
        return f"<code>{translator.encode(latex)}</code>"
    return mathml(latex, display)


def visit_math(translator, node: nodes.math) -> None:
    """Write an inline formula."""
    translator.body.append(translator.starttag(node, "span", "", CLASS="math notranslate"))
    translator.body.append(_formula(translator, node, "inline") + "</span>")
    raise nodes.SkipNode


def visit_displaymath(translator, node: nodes.math_block) -> None:
    """Write a displayed formula with its number and the anchor that references point to."""
    body = translator.body
    if node["number"] and _RANDOM.fullmatch(node.get("label") or ""):
        # MyST labels an unlabelled environment at random; the page is to be the same each time
        node["ids"] = [f"equation-{get_node_equation_number(translator, node)}"]
    body.append(translator.starttag(node, "div", CLASS="math notranslate"))
    if node["number"]:
        body.append(f'<span class="eqno">({get_node_equation_number(translator, node)})')
        translator.add_permalink_ref(node, _("Link to this equation"))
        body.append("</span>")
    body.append(_formula(translator, node, "block") + "</div>\n")
    raise nodes.SkipNode
