"""Chapter 7.4: the ledger as rows: one clue a row, a bet on each, and the scale above them."""

from collections.abc import Iterator

from markupsafe import Markup

from crisis_paths.argument.explanations import Explanation
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.scrutiny.ledger import Ledger, Step, decibans, ledger
from crisis_paths.views.scrutiny.clues import (
    asked,
    direction,
    name,
    odds_words,
    points_to,
    reasons_card,
    reasons_table,
    side,
    signed,
    standing,
)
from crisis_paths.words import slug
from explorers.bets import verdict_text
from explorers.choices import UNSET, Choice, Look, Option
from explorers.explorer import Explorer
from explorers.outputs import joined
from explorers.panels import Panel, Region
from explorers.parts import bet_marks, folded, line, prompt, tally, verdict

ITEM = "item"  # the clue that is read
FRAMEWORK, RIVAL, NEITHER = "framework", "rival", "neither"
BETS = (FRAMEWORK, RIVAL, NEITHER)
FULL = 15  # decibans at either end of the scale

# The rival that the chapter discusses for a crisis; `ledger_rows` takes any other as well.
FIRST_RIVAL = {
    "ukraine_2022": Explanation.THREAT,
    "belarus_2020": Explanation.AGENDA,
    "kazakhstan_2022": Explanation.AGENDA,
}


def _bet(step: Step) -> str:
    return f"bet-{step.clue.id}"


def _holds(step: Step, rival: Explanation) -> str:
    """Return the bet that holds: which side the clue speaks for."""
    ahead = points_to(step, rival)
    return NEITHER if ahead is None else RIVAL if ahead is rival else FRAMEWORK


def _choices(account: Ledger) -> Iterator[Choice]:
    """Yield the clues, one of which is read, and a bet on each."""
    clues = tuple(Option(step.clue.id, name(step.clue.id)) for step in account.steps)
    yield Choice(ITEM, _("The clue"), clues, clues[0].value, Look.LIST)
    options = (
        Option(FRAMEWORK, _("the framework")),
        Option(RIVAL, side(account.rival)),
        Option(NEITHER, _("neither")),
    )
    for step in account.steps:
        question = _("“{clue}” speaks for").format(clue=name(step.clue.id))
        when = ((ITEM, (step.clue.id,)),)
        yield Choice(_bet(step), question, options, look=Look.BET, when=when)


def _clue_region(account: Ledger) -> Region:
    """Return what each clue says, and where it stands."""
    card = Markup('<div class="evidence-card"><p>{text}</p><p><small>{place}</small></p></div>')
    return Region(
        "clue",
        tuple(
            Panel(
                {ITEM: (step.clue.id,)},
                card.format(text=step.clue.text, place=standing(step.clue)),
            )
            for step in account.steps
        ),
        live=True,
    )


def _said_region(account: Ledger) -> Region:
    """Return the verdict on each bet; once none is open, what all clues come to."""
    hint = prompt(_("Bet: which side does this clue speak for?"))
    panels = []
    for step in account.steps:
        here = {ITEM: (step.clue.id,)}
        panels.append(Panel({**here, _bet(step): (UNSET,)}, hint))
        right = _holds(step, account.rival)
        for bet in BETS:
            words = verdict_text(direction(step, account.rival), bet == right)
            panels.append(Panel({**here, _bet(step): (bet,)}, verdict(words)))
    settled = {_bet(step): BETS for step in account.steps}
    return Region("verdict", (*panels, Panel(settled, line(_sums(account)))), live=True)


def _sums(account: Ledger) -> str:
    """Say what all clues come to, each by itself and each group once."""
    words = _("All together: {plain}. With each group counted once: {once}.")
    return words.format(
        plain=odds_words(account.odds, account.rival),
        once=odds_words(account.cautious, account.rival),
    )


def _why_region(account: Ledger) -> Region:
    """Return the reasons for the two words of each clue, once its bet is placed."""
    return Region(
        "why",
        tuple(
            Panel({ITEM: (step.clue.id,), _bet(step): BETS}, reasons_card(step, account.rival))
            for step in account.steps
        ),
    )


def _row_region(step: Step, rival: Explanation) -> Region:
    """Return the bar of a clue: open until its bet is placed."""
    bar = Markup('<p class="ledger-bar toward-{side}"><i></i><b>{weight}</b></p>')
    yet = Markup('<p class="ledger-bar">{}</p>').format(_("no bet"))
    known = bar.format(side=_holds(step, rival), weight=signed(step.ratio))
    panels = Panel({_bet(step): (UNSET,)}, yet), Panel({_bet(step): BETS}, known)
    return Region(f"row-{step.clue.id}", panels, drawn=True)


def _score(account: Ledger) -> Markup:
    """Count the bets that are placed, and those that hold."""
    bets = [one for one in _choices(account) if one.name != ITEM]
    right = {_bet(step): _holds(step, account.rival) for step in account.steps}
    said = Markup.escape(_("Your bets so far: {placed} of {count} clues, {right} of them right."))
    return Markup('<p class="score">{marks}{said}</p>').format(
        marks=bet_marks(bets, right),
        said=said.format(
            placed=tally("placed", "ledger"),
            count=len(bets),
            right=tally("right", "ledger"),
        ),
    )


def _layout(account: Ledger, title: str) -> Markup:
    """Return the scale, below it the rows, and beside them the clue that is read."""
    rows = joined((Markup(f"{{region-row-{step.clue.id}}}") for step in account.steps), "")
    bets = joined((Markup(f"{{choice-{_bet(step)}}}") for step in account.steps), "")
    return Markup(
        '<div class="ledger"><div class="ledger-scale"><p class="weighing-title">{title}</p>'
        '<p class="ledger-sides" aria-hidden="true">'
        "<span>← {rival}</span><span>{framework} →</span></p>"
        '<p class="ledger-beam" aria-hidden="true"><i></i></p></div>'
        '<div class="ledger-rows">{{choice-item}}{rows}</div>'
        '<div class="ledger-piece">{{region-clue}}{bets}{{region-verdict}}{{region-why}}'
        "{score}{{reset}}</div></div>"
    ).format(
        title=title,
        rival=side(account.rival),
        framework=side(Explanation.FRAMEWORK),
        score=_score(account),
        rows=rows,
        bets=bets,
    )


def _placing(explorer: str, account: Ledger) -> str:
    """Return how long each bar is, and where the scale comes to stand by the bets placed."""
    form = f"[data-explorer={explorer}]"
    rules, sum_ = [], []
    for number, step in enumerate(account.steps):
        weight = round(decibans(step.ratio), 1)
        rules += [
            f"{form} .region-row-{step.clue.id}{{--w:{weight}}}",
            f"{form}:has([name={explorer}-{_bet(step)}]:checked){{--s{number}:{weight}}}",
        ]
        sum_.append(f"var(--s{number},0)")
    total = " + ".join(sum_)
    rules.append(f"{form} .ledger-beam{{--sum:clamp(-{FULL},{total},{FULL})}}")
    return "\n".join(rules)


def ledger_rows(case: str, rival: str = "") -> Explorer:
    """Return the ledger of a crisis: read a clue, bet which side it speaks for, see the scale move.

    Parameters
    ----------
    case : {"ukraine_2022", "belarus_2020", "kazakhstan_2022"}
        A crisis with likelihoods.
    rival : {"", "geopolitical_value", "agenda", "relational_status", "threat_perception"}
        The other side; by default the one that the chapter discusses for the crisis.

    Raises
    ------
    CrisisPathsError
        If there are no likelihoods for such a crisis, or no such rival.

    Examples
    --------
    >>> rows = ledger_rows("ukraine_2022")
    >>> len(rows.choices), rows.choices[1].name
    (11, 'bet-ua22-nato')
    """
    account = ledger(case, rival or FIRST_RIVAL.get(case, Explanation.THREAT))
    title = _("{case}: {asked}").format(case=TABLE_2[case].title, asked=asked(case))
    explorer = f"ledger-{slug(case)}"
    return Explorer(
        name=explorer,
        title=_("The ledger. {title}").format(title=title),
        choices=tuple(_choices(account)),
        regions=(
            *(_row_region(step, account.rival) for step in account.steps),
            _clue_region(account),
            _said_region(account),
            _why_region(account),
        ),
        alternative=folded(_("Every clue, its words and our reasons"), reasons_table(case)),
        text="\n".join(
            (
                *(f"{name(s.clue.id)} | {direction(s, account.rival)}" for s in account.steps),
                _sums(account),
            )
        ),
        layout=_layout(account, title),
        placing=_placing(explorer, account),
        apart=tuple(map(_bet, account.steps)),
    )
