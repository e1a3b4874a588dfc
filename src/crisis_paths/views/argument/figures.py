"""Figures 1 to 4, drawn again by one function in the article’s grammar.

Captions, keys and paragraphs remain in the text at hand; the drawings do not. So the marks
are the article’s (:mod:`crisis_paths.framework.notation`), and where they stand on the sheet is
ours.
"""

from markupsafe import Markup

from crisis_paths.framework.actors import Actor
from crisis_paths.framework.notation import Mark, marks, unexplained
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.variables import Balance, Outcome
from crisis_paths.i18n import _
from crisis_paths.views.kit.palette import LIGHT
from explorers.outputs import Page, joined
from explorers.parts import folded

WIDTH, HEIGHT = 360, 316
MIDDLE = WIDTH // 2


def figure_alt(path: CrisisPath) -> str:
    """Say what the figure shows, for those who do not see it.

    Parameters
    ----------
    path : CrisisPath
        A predicted path.

    Examples
    --------
    >>> from crisis_paths.framework.prediction import predict
    >>> figure_alt(predict("adjusted", "weak", turmoil=False)).startswith("Figure 4: unmanageable")
    True
    """
    arrows = marks(path)
    blocked = Mark.BAR in arrows[Actor.EXTERNAL]
    sentences = [
        _("Figure {n}: {outcome}.").format(n=path.figure, outcome=_(path.outcome.value)),
        _("A state in turmoil keeps its course.")
        if path.turmoil and path.balance is Balance.CONTINUED
        else _("A state in turmoil changes its course.")
        if path.turmoil
        else _("A state without turmoil keeps its course.")
        if path.balance is Balance.CONTINUED
        else _("A state without turmoil changes its course."),
        _("From above, the external powers’ dashed arrow stops at a bar.")
        if blocked
        else _("From above, the external powers’ solid arrow reaches the state."),
        _("From below, the regional hegemon’s solid arrow reaches it.")
        if Mark.SOLID in arrows[Actor.HEGEMON]
        else _("From below, the regional hegemon’s dashed arrow reaches it."),
        _("The crisis stays inside the state’s frame.")
        if path.outcome is Outcome.MANAGEABLE
        else _("The state’s frame is broken and the crisis spreads beyond it."),
    ]
    return " ".join(sentences)


def _box(actor: Actor, y: int, height: int) -> Markup:
    return Markup(
        '<rect class="stroke-{actor}" x="30" y="{y}" width="300" height="{height}" rx="6"'
        ' fill="none" stroke="{colour}" stroke-width="2"/>'
        '<text x="180" y="{line}" text-anchor="middle" font-weight="bold">{label}</text>'
    ).format(actor=actor, y=y, height=height, colour=LIGHT[actor], line=y + 24, label=actor.label)


def _arrow(actor: Actor, start: int, end: int, drawn: tuple[Mark, ...], label: str) -> Markup:
    """Draw a vertical arrow; a blocked one stops short of its end, at a bar."""
    down = 1 if end > start else -1
    blocked = Mark.BAR in drawn
    tip = end - down * 24 if blocked else end
    return Markup(
        '<g class="stroke-{actor} fill-{actor}" stroke="{colour}" fill="{colour}">'
        '<line x1="{x}" y1="{start}" x2="{x}" y2="{stop}" stroke-width="{width}"{dash}/>'
        '<path d="M{x} {tip}l-7 {back}h14z" stroke="none"/>{bar}</g>'
        '<text x="{text_x}" y="{text_y}">{label}</text>'
    ).format(
        actor=actor,
        colour=LIGHT[actor],
        x=MIDDLE,
        start=start,
        stop=tip - down * 10,
        width=4 if Mark.SOLID in drawn else 2.5,
        dash=Markup(' stroke-dasharray="6 5"') if Mark.DASHED in drawn else "",
        tip=tip,
        back=-down * 12,
        bar=Markup('<rect class="bar" x="{}" y="{}" width="84" height="5" stroke="none"/>').format(
            MIDDLE - 42, tip + down * 2 - (0 if down > 0 else 5)
        )
        if blocked
        else "",
        text_x=MIDDLE + 18,
        text_y=(start + tip) // 2 + 5,
        label=label,
    )


def _course(path: CrisisPath, y: int) -> Markup:
    """Draw foreign policy as a road, straight on or bent away, and turmoil as a jagged line."""
    turmoil = (
        Markup('<path d="M52 {y}l8 -9 8 18 8 -18 8 18 8 -18 8 9" fill="none" stroke-width="2"/>')
        if path.turmoil
        else Markup('<path d="M52 {y}h48" fill="none" stroke-width="2"/>')
    )
    bent = path.balance is Balance.ADJUSTED
    road = (
        Markup('<path d="M202 {low}h22l18 -14h8" fill="none" stroke-width="2"/>')
        if bent
        else Markup('<path d="M202 {y}h48" fill="none" stroke-width="2"/>')
    )
    head = Markup('<path d="M262 {tip}l-12 -6v12z" stroke="none"/>').format(
        tip=y - 7 if bent else y
    )
    return Markup(
        '<g class="stroke-domestic" stroke="{domestic}">{turmoil}</g>'
        '<g class="stroke-small_state fill-small_state" stroke="{state}" fill="{state}">'
        "{road}{head}</g>"
        '<text x="46" y="{line}" font-size="13">{home}</text>'
        '<text x="196" y="{line}" font-size="13">{course}</text>'
    ).format(
        domestic=LIGHT[Actor.DOMESTIC],
        state=LIGHT[Actor.SMALL_STATE],
        turmoil=turmoil.format(y=y),
        road=road.format(y=y, low=y + 7),
        head=head,
        line=y + 28,
        home=_("turmoil at home") if path.turmoil else _("no turmoil"),
        course=_("course changed") if bent else _("course kept"),
    )


def _spread(path: CrisisPath, top: int, bottom: int) -> Markup:
    """Draw strokes that break out of the state’s frame; none where the crisis is manageable."""
    if path.outcome is Outcome.MANAGEABLE:
        return Markup()
    rays = [
        Markup('<path d="M{x} {y}l{dx} {dy}"/>').format(x=x, y=y, dx=dx, dy=dy)
        for x, side in ((20, -1), (340, 1))
        for y, dx, dy in (
            (top + 14, side * 16, -8),
            ((top + bottom) // 2, side * 18, 0),
            (bottom - 14, side * 16, 8),
        )
    ]
    return Markup('<g stroke="currentColor" stroke-width="4" stroke-linecap="round">{}</g>').format(
        joined(rays, "")
    )


def figure_svg(path: CrisisPath) -> Markup:
    """Draw the figure of this path's cell as an SVG without ids, so that it may stand anywhere.

    Parameters
    ----------
    path : CrisisPath
        A predicted path.

    Examples
    --------
    >>> from crisis_paths.framework.prediction import predict
    >>> figure_svg(predict("adjusted", "weak")).count("<rect")
    3
    """
    arrows = marks(path)
    top, bottom = 112, 204
    external = _("blocked") if Mark.BAR in arrows[Actor.EXTERNAL] else _(path.external_will.value)
    return Markup(
        '<svg viewBox="0 0 {width} {height}" role="img" aria-label="{alt}" font-size="15"'
        ' font-family="inherit" fill="currentColor" xmlns="http://www.w3.org/2000/svg">'
        "{pieces}</svg>"
    ).format(
        width=WIDTH,
        height=HEIGHT,
        alt=figure_alt(path),
        pieces=joined(
            [
                _box(Actor.EXTERNAL, 4, 38),
                _arrow(Actor.EXTERNAL, 44, top - 3, arrows[Actor.EXTERNAL], external),
                _box(Actor.SMALL_STATE, top, bottom - top),
                _course(path, top + 50),
                _spread(path, top, bottom),
                _arrow(
                    Actor.HEGEMON,
                    272,
                    bottom + 3,
                    arrows[Actor.HEGEMON],
                    _(path.hegemon_response.value),
                ),
                _box(Actor.HEGEMON, 274, 38),
            ]
        ),
    )


def figure(path: CrisisPath) -> Page:
    """Return the figure of this path's cell with its caption.

    Parameters
    ----------
    path : CrisisPath
        A predicted path.

    Returns
    -------
    Page
        The drawing, its caption, and what of it is reconstructed.

    Examples
    --------
    >>> from crisis_paths.framework.prediction import predict
    >>> figure(predict("adjusted", "weak")).text.splitlines()[0]
    'Figure 4, weak/adjusted: unmanageable.'
    """
    caption = _("Figure {n}, {cell}: {verdict}.").format(
        n=path.figure, cell=path.cell, verdict=_(path.outcome.value)
    )
    note = (
        _("The printed key also lists a dashed arrow, but the text does not say whose it is.")
        if unexplained(path)
        else _("Arrows as in the printed key; where they stand is reconstructed.")
    )
    return Page(
        Markup(
            '<figure class="crisis-figure">{svg}<figcaption>{caption}<br><small>{note}</small>'
            "</figcaption></figure>"
        ).format(svg=figure_svg(path), caption=caption, note=note),
        "\n".join([caption, figure_alt(path), note]),
    )


def figures(paths: tuple[CrisisPath, ...], fold: str = "") -> Page:
    """Return several figures side by side, one below the other on a phone.

    Parameters
    ----------
    paths : tuple of CrisisPath
        Predicted paths, in the order in which they are shown.
    fold : str
        What is read while they are folded; they stand open where nothing is given.

    Examples
    --------
    >>> from crisis_paths.framework.prediction import every_path
    >>> figures(every_path()).html.count("<figure")
    8
    """
    pages = [figure(path) for path in paths]
    shown = Markup('<div class="crisis-figures">{}</div>').format(joined(p.html for p in pages))
    return Page(
        folded(fold, shown) if fold else shown,
        "\n\n".join(page.text for page in pages),
    )
