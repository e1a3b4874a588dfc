"""Chapter 4: a crisis told up to the cut-off, to be coded and bet on; and then its end."""

from dataclasses import replace

from markupsafe import Markup

from crisis_paths.framework.cases import TABLE_2, Case
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.views.argument.path_steps import drawn_below, drawn_path
from crisis_paths.views.cases.lanes import lanes
from crisis_paths.views.cases.line_of_time import (
    EVENT,
    card_regions,
    event_choice,
    placing,
    timeline,
    veil_region,
)
from crisis_paths.views.cases.locator import coast, locator, state_of
from crisis_paths.views.cases.placing import placed
from crisis_paths.views.cases.stories import story
from crisis_paths.views.kit.framework_choices import outcome_bet
from crisis_paths.views.kit.marks import outcome_sign
from crisis_paths.views.kit.palette import STEPS_STYLE
from crisis_paths.words import slug
from explorers.bets import Answer, bet_explorer
from explorers.choices import Choice, Look, Option, Setting, choice
from explorers.explorer import Explorer
from explorers.panels import until_chosen
from explorers.parts import folded


def in_fact(case: Case) -> str:
    """Say how it ended, by the article's account; for a case of comparison, by its tables alone.

    Parameters
    ----------
    case : Case
        A crisis of Table 2.

    Examples
    --------
    >>> in_fact(TABLE_2["belarus_2020"])
    'In fact the crisis was contained.'
    """
    if case.comparison:
        return {
            Outcome.MANAGEABLE: _("The article’s tables count it as manageable."),
            Outcome.UNMANAGEABLE: _("The article’s tables count it as unmanageable."),
        }[case.outcome]
    return {
        Outcome.MANAGEABLE: _("In fact the crisis was contained."),
        Outcome.UNMANAGEABLE: _("In fact the crisis got out of hand."),
    }[case.outcome]


def implied(path: CrisisPath, case: Case) -> Markup:
    """Say what the reader's coding leads to by the framework, which is not what happened.

    Parameters
    ----------
    path : CrisisPath
        What the framework predicts for the reader's coding.
    case : Case
        The crisis that was coded.

    Examples
    --------
    >>> print(implied(predict("adjusted", "weak"), TABLE_2["ukraine_2022"]))
    Your coding implies <em>unmanageable</em>, and so it ended.
    """
    fits = _("Your coding implies {verdict}, and so it ended.")
    off = _(
        "Your coding implies {verdict}. If you are right, the framework is wrong about this crisis."
    )
    return Markup.escape(fits if path.outcome is case.outcome else off).format(
        verdict=Markup("<em>{}</em>").format(path.verdict)
    )


def _coded_by_the_article(path: CrisisPath, case: Case) -> str:
    """Say where the reader's coding is the article's, and where it is not."""
    same = {
        (True, True): _("The article codes both variables as you do."),
        (True, False): _("The article codes the balance as you do, but control as {control}."),
        (False, True): _("The article codes control as you do, but the balance as {balance}."),
        (False, False): _("The article codes the balance as {balance} and control as {control}."),
    }[path.balance is case.balance, path.control is case.control]
    return same.format(balance=_(case.balance.value), control=_(case.control.value))


def _logic(path: CrisisPath, case: Case) -> Markup:
    """Return what the reader's coding implies, what the article codes, and where to look."""
    template = Markup('<p class="verdict-line">{implied} {coded} {drawn}</p>')
    return template.format(
        implied=implied(path, case),
        coded=_coded_by_the_article(path, case),
        drawn=drawn_below(),
    )


def _happened(case: Case) -> Markup:
    """Say how the crisis ended, by the article's account."""
    words = _("By the article’s account the crisis was {outcome} (section {section}).")
    if case.comparison:
        words = _("Table 2 puts the crisis into a cell that Table 1 calls {outcome}.")
    return Markup('<p class="cell-cases">{sign} {words}</p>').format(
        sign=outcome_sign(case.outcome),
        words=words.format(outcome=_(case.outcome.value), section=case.section),
    )


def _coding_choices() -> tuple[Choice, ...]:
    return (
        choice(
            "balance",
            _("The state’s balance is"),
            *((value, _(value.value)) for value in Balance),
        ),
        choice(
            "control",
            _("The hegemon sees its control as"),
            *((value, _(value.value)) for value in Control),
        ),
    )


def coding(case: str) -> Explorer:
    """Return an explorer: code both variables and bet, then see the article's coding and the path.

    Parameters
    ----------
    case : str
        A crisis of Table 2.

    Raises
    ------
    KeyError
        If Table 2 has no such crisis.

    Examples
    --------
    >>> len(coding("belarus_2020").settings())
    8
    """
    coded = TABLE_2[case]

    def answer(setting: Setting) -> Answer:
        path = predict(setting["balance"], setting["control"], turmoil=coded.turmoil)
        agreed = _("yes") if path.cell == coded.path.cell else _("no")
        return Answer(
            coded.outcome,
            in_fact(coded),
            sign=outcome_sign(coded.outcome),
            beside=_logic(path, coded),
            detail=drawn_path(path, _happened(coded)),
            row=(_(path.balance.value), _(path.control.value), path.verdict, agreed),
        )

    return bet_explorer(
        f"coding-{slug(case)}",
        _("Code {case} yourself").format(case=coded.title),
        _coding_choices(),
        outcome_bet(_("Your bet: the crisis will be")),
        answer,
        hint=_("Code both variables from the facts above, then bet."),
        summary=_("Every coding in words"),
        heads=(_("Balance"), _("Control"), _("Implied"), _("The article’s coding?")),
        note=_happened(coded),
        region="path",
        style=STEPS_STYLE,
    )


def _looking(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Return the reader's coding and bet as a page shows them: switches, and a bet on one line."""
    balance, control, bet = choices
    signed = tuple(
        Option(option.value, option.label, sign=outcome_sign(Outcome(option.value)))
        for option in bet.options
    )
    return (
        replace(balance, look=Look.SWITCH),
        replace(control, look=Look.SWITCH),
        replace(bet, look=Look.BET, options=signed),
    )


def case_page(case: str) -> Explorer:
    """Return a crisis as a page: its story, map and time line, the coding and bet, and its end.

    Parameters
    ----------
    case : str
        A crisis that section 4 tells.

    Raises
    ------
    KeyError
        If it tells no such crisis.

    Examples
    --------
    >>> page = case_page("belarus_2020")
    >>> [one.name for one in page.choices], len(page.settings())
    (['event', 'balance', 'control', 'bet'], 41)
    """
    base, drawn = coding(case), placed(case)
    asked = _looking(base.choices)
    known = {one.name: one.values for one in asked}
    marks = event_choice(drawn, known)
    verdict, path = base.regions
    asks = until_chosen(_("Code both variables and bet first."), *asked)
    card, later = card_regions(drawn, marks, asked)
    layout = Markup(
        '<div class="case">{story}<figure data-printed>{locator}<figcaption>{coast}</figcaption>'
        "</figure>{{region-card}}{timeline}{{region-later}}"
        '<div class="case-coding"><div class="actor-small_state">{{choice-balance}}</div>'
        '<div class="actor-hegemon">{{choice-control}}</div>{{choice-bet}}</div>'
        "{{region-verdict}}{{reset}}</div>"
        '<details class="stage-steps"><summary>{steps}</summary>{{region-path}}</details>'
    ).format(
        story=story(case),
        locator=locator(state_of(case)),
        coast=coast(),
        timeline=timeline(drawn),
        steps=_("Your coding’s path, step by step"),
    )
    listed = lanes(case, numbers={m.event["event_id"]: m.number for m in drawn.marks})
    summary = _("All {count} events in a list").format(count=len(drawn.marks))
    return replace(
        base,
        choices=(marks, *asked),
        regions=(
            card,
            veil_region(asked),
            later,
            verdict,
            replace(path, panels=(*asks, *path.panels)),
        ),
        alternative=folded(summary, listed.html) + base.alternative,
        text="\n".join((base.text, listed.text)),
        layout=layout,
        placing=placing(base.name, drawn),
        apart=(EVENT,),
    )
