"""An explorer as a form of native controls: what a published page shows.

One rule a value of a choice hides each panel that wants another one (`:has()`), so the form needs
no script. Its elements, classes and attributes are those of `explorers.contract`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from explorers.choices import EMPTY, UNSET, Choice, Look, Option
from explorers.i18n import _
from explorers.outputs import joined
from explorers.panels import Region
from explorers.rules import option_id, rules

if TYPE_CHECKING:
    from explorers.explorer import Explorer

Term = tuple[str, tuple[str, ...], str]  # a condition's name, its values, and both in words
Branch = tuple[tuple[Term, ...], Markup]


def form(explorer: "Explorer") -> Markup:
    """Return the form of an explorer, with its text alternative behind it.

    Parameters
    ----------
    explorer : Explorer
        Its names and values are those of selectors; texts are escaped.
    """
    return Markup(
        '<form class="explorer" data-explorer="{name}" aria-label="{title}"'
        ' autocomplete="off"{pictured}>'
        "\n<style>{rules}</style>\n{body}</form>{alternative}"
    ).format(
        name=explorer.name,
        title=explorer.title,
        pictured=Markup(" data-pictured") if explorer.layout else "",
        rules=Markup("\n").join(map(Markup, (*rules(explorer), *filter(None, [explorer.placing])))),
        body=_laid_out(explorer),
        alternative=explorer.alternative,
    )


def _laid_out(explorer: "Explorer") -> Markup:
    """Return the controls and regions: where the layout wants them, or one after the other."""
    choices = {one.name: _fieldset(explorer, one) for one in explorer.choices}
    regions = [(one.name, _region(explorer, one)) for one in explorer.regions]
    reset = _reset(explorer.again or _("Start again")) if explorer.goes_back else EMPTY
    if explorer.layout:
        return explorer.layout.format_map(
            {f"choice-{name}": html for name, html in choices.items()}
            | {f"region-{name}": html for name, html in regions}
            | {"reset": reset}
        )
    return Markup('<div class="explorer-choices">{choices}</div>\n{regions}\n{reset}').format(
        choices=joined(choices.values()),
        regions=joined(html for _name, html in regions),
        reset=reset,
    )


def _reset(words: str) -> Markup:
    """Return a way back to the start."""
    button = Markup('<p class="explorer-reset"><button type="reset">{again}</button></p>\n')
    return button.format(again=words)


def _fieldset(explorer: "Explorer", choice: Choice) -> Markup:
    radios = joined(_radio(explorer, choice, option) for option in choice.options)
    return Markup(
        '<fieldset class="explorer-choice{look}" data-choice="{name}"{when}>'
        "<legend>{question}</legend>\n{options}\n</fieldset>"
    ).format(
        look=f" explorer-{choice.look}" if choice.look else "",
        name=choice.name,
        when=_attributes(choice.when),
        question=choice.question,
        options=Markup('<span class="explorer-pill">{}</span>').format(radios)
        if choice.look is Look.SWITCH
        else radios,
    )


def _radio(explorer: "Explorer", choice: Choice, option: Option) -> Markup:
    group = f"{explorer.name}-{choice.name}"
    return Markup(
        '<label{when}><input type="radio" id="{id}" name="{group}" value="{value}"{checked}>'
        " {sign}<span>{label}{hint}</span></label>"
    ).format(
        when=_attributes(option.when),
        # for the rules, and for further labels of a control that a layout holds
        id=option_id(explorer.name, choice.name, option.value),
        group=group,
        value=option.value,
        checked=Markup(" checked") if option.value == choice.start else "",
        sign=option.sign,
        label=option.label,
        hint=Markup(" <small>{}</small>").format(option.hint) if option.hint else "",
    )


def _region(explorer: "Explorer", region: Region) -> Markup:
    # never an <output>: a form that is set back makes each of its outputs one plain text of all
    # its panels (so says the HTML standard, and so do Firefox and WebKit)
    return Markup(
        '<div class="explorer-region{answer} region-{name}"{live}{room}>\n{panels}\n</div>'
    ).format(
        answer=" explorer-answer" if region.words else "",
        name=region.name,
        live=Markup(' role="status"') if region.live else "",
        room=Markup(' data-room="{}"').format(region.room) if region.room else "",
        panels=_branches(
            [
                (tuple((n, v, _words(explorer, n, v)) for n, v in panel.when.items()), panel.html)
                for panel in region.panels
            ],
            "span" if region.words else "div",
        ),
    )


def _words(explorer: "Explorer", name: str, values: tuple[str, ...]) -> str:
    """Say a condition in words, for places where no style sheet hides the other panels."""
    (chosen,) = (one for one in (*explorer.choices, *explorer.computed) if one.name == name)
    if len(explorer.choices) > 1:
        return chosen.words(values)
    # where there is one question only, it need not be named
    if set(values) == {UNSET}:
        return _("nothing chosen yet")
    return _("“{answers}”").format(answers=chosen.answers(values))


def _branches(branches: Sequence[Branch], tag: str, *, within: bool = False) -> Markup:
    """Return panels; those whose conditions begin alike share an element.

    A browser passes over a hidden element with all that is in it; over hundreds of panels it
    would ask each of them after every change.
    """
    pieces: list[Markup] = []
    for shared, alike in groupby(branches, key=lambda branch: branch[0][:1]):
        group = list(alike)
        if len(group) == 1 or not shared:
            panel = Markup('{tag} class="explorer-panel"').format(tag=tag)
            elements = [(terms, _element(panel, terms, html)) for terms, html in group]
        else:
            inner = _branches([(terms[1:], html) for terms, html in group], tag, within=True)
            elements = [(shared, _element(Markup(tag), shared, inner))]
        pieces += [piece for terms, html in elements for piece in (*_when(terms, within), html)]
    return joined(pieces)


def _when(terms: Sequence[Term], within: bool) -> Iterator[Markup]:
    """Yield the conditions in words, for whoever has all panels before them.

    What is said of a group holds for all in it, whose own conditions come on top.
    """
    if terms:
        template = _("And: {conditions}") if within else _("With: {conditions}")
        conditions = " · ".join(words for _name, _values, words in terms)
        yield Markup('<p class="explorer-when">{}</p>').format(
            template.format(conditions=conditions)
        )


def _attributes(condition: Iterable[tuple[str, tuple[str, ...]]]) -> Markup:
    """Return a condition as the attributes of the element that it shows."""
    one = Markup(' data-{name}="{values}"')
    return joined((one.format(name=name, values=" ".join(v)) for name, v in condition), "")


def _element(opening: Markup, terms: Sequence[Term], inner: Markup) -> Markup:
    return Markup("<{opening}{when}>{inner}</{tag}>").format(
        opening=opening,
        when=_attributes((name, values) for name, values, _words in terms),
        inner=inner,
        tag=opening.split()[0],
    )
