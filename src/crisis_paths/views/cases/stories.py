"""Chapter 4: the crises as stories, up to the cut-off and after it; what is background is marked.

A small sign stands behind words that rest on something else than the article, and links to it.
"""

from markupsafe import Markup

from crisis_paths.cases.stories import NAMED, Backing, Line, Part, backing, elsewhere, lines
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.tables.sources import Source
from crisis_paths.views.cases.locator import state_of
from crisis_paths.views.kit.dates import in_words
from explorers.outputs import Page, joined
from explorers.parts import folded

SIGN = "°"


def sign(source: Source) -> Markup:
    """Return the sign of background, as a link to where it was seen.

    Parameters
    ----------
    source : Source
        Its first source.

    Examples
    --------
    >>> print(sign(Source("TASS", "https://tass.com/world/1", None)))
    <a class="background" href="https://tass.com/world/1" aria-label="Background: TASS">°</a>
    """
    if not source.address:
        return Markup.escape(SIGN)
    return Markup('<a class="background" href="{address}" aria-label="{said}">{sign}</a>').format(
        address=source.address, said=_("Background: {name}").format(name=source.name), sign=SIGN
    )


def marked(text: str) -> Markup:
    """Return a line’s words with the sign of background where it names a fact.

    Parameters
    ----------
    text : str
        With the names of facts in braces.

    Examples
    --------
    >>> marked("in office since 1994{by-bg-president}.").striptags()
    'in office since 1994°.'
    """
    signs = {name: sign(backing(name).sources[0]) for name in NAMED.findall(text)}
    return Markup.escape(_(text)).format(**signs)


def plain(line: Line) -> str:
    """Return a line as plain text.

    Parameters
    ----------
    line : Line
        A line of a story.
    """
    return f"{_(line.when)}: {NAMED.sub(SIGN, _(line.text))}"


def key() -> str:
    """Say what the sign of background means."""
    return _("{sign} Not in the article: background, with its source.").format(sign=SIGN)


def story(case: str) -> Markup:
    """Return the dated lines that tell a crisis up to the cut-off.

    Parameters
    ----------
    case : str
        A crisis of section 4.

    Examples
    --------
    >>> story("belarus_2020").count("<li>")
    6
    """
    item = Markup("<li><b>{when}</b><span>{text}</span></li>")
    told = (item.format(when=_(x.when), text=marked(x.text)) for x in lines(case, Part.BEFORE))
    return Markup(
        '<div class="telling"><ol class="story" data-printed>{told}</ol><p>{key}</p></div>'
    ).format(told=joined(told, ""), key=key())


def _paragraphs(told: tuple[Line, ...]) -> Markup:
    paragraph = Markup("<p><strong>{when}.</strong> {text}</p>")
    return joined(paragraph.format(when=_(x.when), text=marked(x.text)) for x in told)


def what_happened(case: str, part: Part | str = Part.AFTER) -> Page:
    """Return what came after the cut-off and why; or, of a crisis without one, the whole of it.

    Parameters
    ----------
    case : str
        A crisis of Table 2.
    part : {"after", "whole"}
        Which of the two; what came after by default.

    Examples
    --------
    >>> what_happened("belarus_2020").text.splitlines()[0][:48]
    'September 2020: Russia showed its support. Mikha'
    """
    told = lines(case, part)
    used = dict.fromkeys(name for line in told for name in line.facts)
    if part == Part.AFTER:
        used |= dict.fromkeys(name for x in lines(case, Part.BEFORE) for name in x.facts)
    # what leads up to the cut-off stands above on the page, and says what the sign means
    end = Markup() if part == Part.AFTER else Markup("<p>{}</p>").format(key())
    html = Markup('<div class="telling">{told}{end}</div>{sources}').format(
        told=_paragraphs(told), end=end, sources=_sources(tuple(map(backing, used)))
    )
    return Page(html, "\n".join(map(plain, told)))


def in_short() -> Page:
    """Return the four crises since 2020 in short, each up to its cut-off, under its state’s name.

    Examples
    --------
    >>> [line.split(":")[0] for line in in_short().text.splitlines()]
    ['Belarus', 'Kyrgyzstan', 'Kazakhstan', 'Ukraine']
    """
    item = Markup("<p><strong>{state}.</strong> {text}</p>")
    told = [(_(state_of(case)), line.text) for case in TABLE_2 for line in lines(case, Part.SHORT)]
    return Page(
        Markup('<div class="telling">{told}<p>{key}</p></div>').format(
            told=joined(item.format(state=state, text=marked(text)) for state, text in told),
            key=key(),
        ),
        "\n".join(f"{state}: {NAMED.sub(SIGN, _(text))}" for state, text in told),
    )


def _sources(facts: tuple[Backing, ...]) -> Markup:
    """List facts with every source and the day on which it was seen, in a fold."""
    item = Markup("<li>{text} <small>{sources}; {seen}</small></li>")
    link = Markup('<a href="{address}">{name}</a>')
    seen = _("seen on {day}")
    listed = (
        item.format(
            text=fact.text,
            sources=joined(
                (link.format(address=x.address, name=x.name) for x in fact.sources), "; "
            ),
            seen=seen.format(day=in_words(fact.seen)),
        )
        for fact in facts
    )
    return folded(
        _("Where the background comes from"), Markup("<ul>{}</ul>").format(joined(listed))
    )


def left_out() -> Page:
    """Return the region’s other crises since 2020, which the article leaves out, as a list.

    Examples
    --------
    >>> left_out().text.count("\\n")
    2
    """
    item = Markup("<li>{text}{sign}</li>")
    found = elsewhere()
    listed = joined(item.format(text=fact.text, sign=sign(fact.sources[0])) for fact in found)
    return Page(
        Markup('<div class="telling"><ul>{}</ul><p>{}</p></div>').format(listed, key()),
        "\n".join(fact.text for fact in found),
    )
