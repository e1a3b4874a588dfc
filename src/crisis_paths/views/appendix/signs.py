"""The signs of the interactives: each drawn, named and explained."""

from collections.abc import Iterator

from markupsafe import Markup

from crisis_paths.framework.actors import Actor
from crisis_paths.framework.notation import Mark
from crisis_paths.framework.variables import Outcome
from crisis_paths.i18n import _
from crisis_paths.views.argument.stage import arrow
from crisis_paths.views.kit.marks import outcome_sign
from explorers.outputs import Page, joined

Sign = tuple[Markup, str, str]  # a drawing, what it is called, what it means


def _actors() -> Iterator[Sign]:
    block = Markup('<i class="sign-actor actor-{}"></i>')
    meant = {
        Actor.DOMESTIC: _("what happens inside the small or medium state"),
        Actor.SMALL_STATE: _("what its government does abroad: its diplomatic balance"),
        Actor.EXTERNAL: _("great powers from outside the region"),
        Actor.HEGEMON: _("the strongest state of the region, and how it sees its own control"),
    }
    for actor, words in meant.items():
        yield block.format(actor), actor.label, words


def _arrows() -> Iterator[Sign]:
    drawn = Markup('<span class="stage-arrow actor-external">{}</span>')
    meant = (
        ((), _("dotted"), _("an open question: bet first")),
        ((Mark.DASHED,), _("dashed"), _("little will, or limited means")),
        ((Mark.SOLID,), _("solid"), _("will or means are raised")),
        ((Mark.DASHED, Mark.BAR), _("with a bar"), _("the way in is blocked")),
    )
    for marks, label, words in meant:
        yield drawn.format(arrow(Actor.EXTERNAL, marks)), label, words


def _frames() -> Iterator[Sign]:
    frame = Markup('<span class="sign-frame"><span class="stage-frame {}"></span></span>')
    cell = Markup('<span class="map-cell">{}{}</span>')
    inked = Markup('<span class="map-known outcome-unmanageable">{}</span>')
    here = Markup('<span class="map-here"></span>')
    plain = Markup("<span></span>")
    yield frame.format(""), _("whole frame"), _("the crisis stays inside the state")
    yield frame.format("broken"), _("broken frame"), _("the crisis gets out of hand")
    yield cell.format(here, plain), _("framed cell"), _("where you are on the map")
    yield cell.format(inked.format(""), ""), _("dark cell"), _("unmanageable; all others are light")


def _marks() -> Iterator[Sign]:
    mark = Markup('<i class="mark mark-{} actor-hegemon"></i>')
    number = Markup('<b class="mark-number sign-number">7</b>')
    yield mark.format("day"), _("dot"), _("an event with a day of its own")
    yield mark.format("span"), _("square"), _("an event that took a month or more")
    yield mark.format("undated"), _("diamond"), _("an event without an exact date")
    yield number, _("number"), _("no room for words: the list below has the same number")
    yield Markup('<i class="sign-veil"></i>'), _("hatching"), _("what came after the cut-off")


def _outcomes() -> Iterator[Sign]:
    chip = Markup('<i class="sign-turned">{}</i>')
    for outcome, words in (
        (Outcome.MANAGEABLE, _("the crisis was contained, or is predicted to be")),
        (Outcome.UNMANAGEABLE, _("the crisis got out of hand, or is predicted to")),
    ):
        yield outcome_sign(outcome), _(outcome.value), words
    yield chip.format("↺"), _("dashed edge"), _("not as the article has it: you have flipped it")


KINDS = {
    "actors": _actors,
    "arrows": _arrows,
    "frames": _frames,
    "marks": _marks,
    "outcomes": _outcomes,
}


def signs(kind: str) -> Page:
    """Return a list of signs, each drawn, named and explained.

    Parameters
    ----------
    kind : {"actors", "arrows", "frames", "marks", "outcomes"}
        Which of them.

    Raises
    ------
    KeyError
        If there is no such kind.

    Examples
    --------
    >>> print(signs("arrows").text.splitlines()[0])
    dotted: an open question: bet first
    """
    found = list(KINDS[kind]())
    item = Markup(
        '<li><span class="sign" aria-hidden="true">{}</span><span><b>{}</b> {}</span></li>'
    )
    return Page(
        Markup('<ul class="signs">{}</ul>').format(joined((item.format(*s) for s in found), "")),
        "\n".join(f"{label}: {words}" for _drawing, label, words in found),
    )
