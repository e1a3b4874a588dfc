"""Chapter 2.2: the existing explanations by the crises, each cell to be bet on and then read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from crisis_paths.argument.explanations import Explanation, forecast
from crisis_paths.argument.observations import SIDES
from crisis_paths.argument.scoreboard import Mark, score
from crisis_paths.framework.actors import Actor
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.views.argument.explanations import (
    EXISTING,
    board,
    board_text,
    counted,
    expected_words,
    observed_words,
    premise_words,
    side_label,
    standing_words,
)
from crisis_paths.views.kit.marks import soft_title
from crisis_paths.words import slug
from explorers.bets import verdict_text
from explorers.choices import UNSET, Choice, Look, Option, choice
from explorers.explorer import Explorer
from explorers.matrix import matrix, matrix_placing
from explorers.outputs import joined
from explorers.panels import Panel, Region
from explorers.parts import card, folded, line, prompt, tally, verdict

NAME = "explanations"
BETS = (Mark.HIT, Mark.MISS)


@dataclass(frozen=True, slots=True)
class Field:
    """An explanation, a side and a crisis, and what they are called in links."""

    explanation: Explanation
    case: str
    actor: Actor

    @property
    def cell(self) -> str:
        """The cell of the matrix, which both sides share."""
        return f"{slug(self.explanation)}-{slug(self.case)}"

    @property
    def bet(self) -> str:
        """The bet on it."""
        return f"{self.cell}-{self.actor}"

    @property
    def here(self) -> dict[str, tuple[str, ...]]:
        """When it is the one that is looked at."""
        return {"cell": (self.cell,), "actor": (self.actor,)}

    @property
    def mark(self) -> Mark:
        """What the explanation earns."""
        return score(self.explanation, self.case, self.actor).mark


def matrix_fields() -> tuple[Field, ...]:
    """Return every field, row by row, Russia's before the external powers'.

    Examples
    --------
    >>> len(matrix_fields()), matrix_fields()[1].bet
    (40, 'geopolitical-value-belarus-2020-external')
    """
    return tuple(
        Field(explanation, case, actor)
        for explanation in EXISTING
        for case in TABLE_2
        for actor in SIDES
    )


def _told(field: Field) -> bool:
    """Tell whether the text draws anything from the explanation here, so that one can bet."""
    return forecast(field.explanation, field.case, field.actor) is not None


def _bet(field: Field) -> Choice:
    question = {
        Actor.HEGEMON: _("{explanation} expects of Russia in {case}: {expected}. Was it so?"),
        Actor.EXTERNAL: _(
            "{explanation} expects of the external powers in {case}: {expected}. Was it so?"
        ),
    }[field.actor].format(
        explanation=field.explanation.label,
        case=TABLE_2[field.case].title,
        expected=expected_words(forecast(field.explanation, field.case, field.actor)),
    )
    labels = {Mark.HIT: _("Yes"), Mark.MISS: _("No")}
    options = tuple(Option(mark.value, labels[mark]) for mark in BETS)
    return Choice(field.bet, question, options, look=Look.BET, when=tuple(field.here.items()))


def _sentence(field: Field) -> str:
    return {
        Mark.HIT: _("It came as expected. {explanation} is right here."),
        Mark.MISS: _("It came otherwise. {explanation} is wrong here."),
    }[field.mark].format(explanation=field.explanation.label)


def _verdicts(field: Field) -> Iterator[Panel]:
    if not _told(field):
        found = score(field.explanation, field.case, field.actor)
        why = _("{why} (section {section}; {standing})").format(
            why=found.why, section=found.section, standing=standing_words(found)
        )
        said = _("{explanation} says nothing here.").format(explanation=field.explanation.label)
        yield Panel(field.here, verdict(said) + line(why))
        return
    yield Panel(field.here | {field.bet: (UNSET,)}, prompt(_("Bet, then see what happened.")))
    for bet in BETS:
        words = verdict(verdict_text(_sentence(field), bet is field.mark))
        yield Panel(field.here | {field.bet: (bet,)}, words)


def _card(field: Field) -> Markup:
    """Return what the explanation looks at and expects, what happened, and where it stands."""
    one = field.explanation, field.case, field.actor
    found = score(*one)
    why = _("{why} (section {section}; {standing})").format(
        why=found.why, section=found.section, standing=standing_words(found)
    )
    return card(
        (
            (_("Looks at"), premise_words(*one)),
            (_("Expects"), expected_words(found.forecast)),
            (_("Reported"), observed_words(field.case, field.actor)),
            (_("Why"), why),
        )
    )


def _mark_region(cell: str, fields: Mapping[Actor, Field]) -> Region:
    """Return what stands in a cell: open, what it earns once there is a bet, or silence."""
    word = Markup('<span class="{classes}">{word}</span>')
    panels = []
    for actor, field in fields.items():
        here = {"actor": (actor,)}
        if not _told(field):
            panels.append(Panel(here, word.format(classes="silent", word="–")))
            continue
        right = " score-right" if field.mark is Mark.HIT else ""
        earned = word.format(classes=f"score-placed{right}", word=field.mark.label)
        panels += [
            Panel(here | {field.bet: (UNSET,)}, word.format(classes="open", word="?")),
            Panel(here | {field.bet: BETS}, earned),
        ]
    return Region(f"mark-{cell}", tuple(panels), drawn=True)


def _layout(cells: Mapping[str, Mapping[Actor, Field]], bets: tuple[Choice, ...]) -> Markup:
    """Return the matrix, each row with its score, the bet under it, and the card."""
    heads = [*(soft_title(case.title) for case in TABLE_2.values()), _("Right")]
    earned = _("{right} of {count}")
    so_far = Markup.escape(earned).format(
        right=tally("right", "matrix-row"), count=tally("placed", "matrix-row")
    )
    end = Markup('<span class="matrix-end"><span class="explorer-heard">{}</span> {}</span>')
    rows = [
        (
            explanation.label,
            [
                *(
                    Markup("{{region-mark-{cell}}}").format(cell=cell)
                    for cell, fields in cells.items()
                    if fields[SIDES[0]].explanation is explanation
                ),
                end.format(
                    _("{explanation}, right:").format(explanation=explanation.label), so_far
                ),
            ],
        )
        for explanation in EXISTING
    ]
    places = joined((Markup("{{choice-{}}}").format(bet.name) for bet in bets), "")
    return Markup(
        '<div class="matrix-card">{{choice-actor}}{matrix}<div class="matrix-read">{bets}'
        "{{region-verdict}}{{region-card}}</div>{{reset}}</div>"
    ).format(matrix=matrix("cell", heads, rows, heard=1), bets=places)


def rivals_matrix() -> Explorer:
    """Return the matrix of chapter 2.2: a cell is chosen, bet on, and read; a row has its score.

    Examples
    --------
    >>> found = rivals_matrix()
    >>> [one.name for one in found.choices][:3], len(found.choices)
    (['actor', 'cell', 'geopolitical-value-belarus-2020-hegemon'], 22)
    """
    fields = matrix_fields()
    cells: dict[str, dict[Actor, Field]] = {}
    for field in fields:
        cells.setdefault(field.cell, {})[field.actor] = field
    actor = choice(
        "actor",
        _("Whose intervention?"),
        *((side, side_label(side)) for side in SIDES),
        start=SIDES[0],
        look=Look.SWITCH,
    )
    label = _("{explanation}, {case}")
    options = (
        Option(
            field.cell,
            label.format(explanation=field.explanation.label, case=TABLE_2[field.case].title),
        )
        for field in fields[:: len(SIDES)]
    )
    cell = Choice("cell", _("Which explanation, in which crisis?"), tuple(options), look=Look.CELLS)
    told = [field for field in fields if _told(field)]
    bets = tuple(map(_bet, told))
    hints = {
        Actor.HEGEMON: _("What did Russia do? Choose an explanation and a crisis."),
        Actor.EXTERNAL: _("What did the external powers do? Choose an explanation and a crisis."),
    }
    asks = (Panel({"cell": (UNSET,), "actor": (side,)}, prompt(hints[side])) for side in SIDES)
    verdicts = (panel for field in fields for panel in _verdicts(field))
    cards = (Panel(field.here | {field.bet: BETS}, _card(field)) for field in told)
    return Explorer(
        NAME,
        _("Existing explanations against the cases"),
        (actor, cell, *bets),
        (
            *(_mark_region(name, both) for name, both in cells.items()),
            Region("verdict", (*asks, *verdicts), live=True),
            Region("card", tuple(cards)),
        ),
        alternative=folded(
            _("The whole scoreboard"),
            Markup("{}<p><small>{}</small></p>").format(board(EXISTING), counted()),
        ),
        text=board_text(EXISTING),
        layout=_layout(cells, bets),
        placing=matrix_placing(NAME, len(EXISTING), len(TABLE_2)),
        apart=tuple(bet.name for bet in bets),
    )
