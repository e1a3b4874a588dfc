"""Chapter 7.4: the words and kinds of clues, their sums, and what a reader's own word does."""

from fractions import Fraction

from markupsafe import Markup

from crisis_paths.argument.explanations import Explanation
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.scrutiny.clues import MOVED, clues
from crisis_paths.scrutiny.ledger import Ledger, ledger, turns
from crisis_paths.scrutiny.likelihood import Label, Likelihood
from crisis_paths.views.scrutiny.clues import (
    OURS,
    RIVALS,
    direction,
    name,
    odds_words,
    short,
    side,
    signed,
    standing,
)
from explorers.choices import Look, choice, exactly, settings
from explorers.explorer import Explorer
from explorers.outputs import Page, joined, table
from explorers.panels import Panel, Region
from explorers.parts import folded, line

UP, DOWN = "up", "down"
STEPS = {OURS: 0, UP: 1, DOWN: -1}

# A clue of each kind from the table: the crisis, the item, the rival. Of one kind there is none.
SAMPLES = {
    Label.HOOP: ("belarus_2020", "by-home-agenda", Explanation.AGENDA),
    Label.STRAW: ("ukraine_2022", "ua22-talks", Explanation.THREAT),
    Label.DOUBLY_DECISIVE: ("ukraine_2022", "ua22-stronger-than-2013", Explanation.VALUE),
}


# The words and the kinds


def words_table() -> Page:
    """Return the seven words and the numbers behind them.

    Examples
    --------
    >>> words_table().text.splitlines()[0]
    'almost certain to be seen: 95 in 100'
    """
    chance = _("{percent} in 100")
    lines = [(w.label, chance.format(percent=int(100 * w.probability))) for w in Likelihood]
    return Page(
        table((_("A clue is"), _("Chance of seeing it")), lines, cards=False),
        "\n".join(": ".join(words) for words in lines),
    )


def kinds_table() -> Page:
    """Return the four kinds of clue, with an example of each from the table where there is one.

    Examples
    --------
    >>> kinds_table().text.count("None among the")
    1
    """
    example = _("{clue}, {case}, against {rival}: {text} ({place})")
    absent = _("None among the {count} clues of the {crises} crises.")
    lines = []
    for kind in Label:
        if kind not in SAMPLES:
            count = sum(len(clues(case)) for case in MOVED)
            lines.append((kind.label, absent.format(count=count, crises=len(MOVED))))
            continue
        case, item, rival = SAMPLES[kind]
        (step,) = (step for step in ledger(case, rival).steps if step.clue.id == item)
        shown = example.format(
            clue=name(item),
            case=TABLE_2[case].title,
            rival=side(rival),
            text=step.clue.text,
            place=standing(step.clue),
        )
        lines.append((kind.label, f"{shown} {direction(step, rival)}"))
    return Page(
        table((_("Kind"), _("An example from this article")), lines),
        "\n".join(": ".join(words) for words in lines),
    )


# The sums


def _doubled(account: Ledger) -> str:
    group = _("{group}: {clues}")
    return "; ".join(
        group.format(group=doubled.group, clues=", ".join(map(name, doubled.items)))
        for doubled in account.doubled
    ) or _("nothing")


def sums_table(case: str) -> Page:
    """Return both sums against each rival; folded, what one counts twice and how firm they are.

    Parameters
    ----------
    case : {"ukraine_2022", "belarus_2020", "kazakhstan_2022"}
        A crisis with likelihoods.

    Raises
    ------
    CrisisPathsError
        If there are no likelihoods for such a crisis.

    Examples
    --------
    >>> sums_table("ukraine_2022").text.splitlines()[3][:70]
    'Threat perception | +5.8: 3.8 to 1 for the article’s framework | +0.8:'
    """
    sum_, once_ = _("{decibans}: {odds}"), _("{plain} and {once}")
    sums, firm = [], []
    for account in (ledger(case, rival) for rival in RIVALS):
        both = account.odds, account.cautious
        label = account.rival.label
        sums.append(
            (
                label,
                *(
                    sum_.format(decibans=signed(odds), odds=odds_words(odds, account.rival))
                    for odds in both
                ),
            )
        )
        turned = once_.format(plain=len(turns(account)), once=len(turns(account, once=True)))
        firm.append((label, _doubled(account), turned))
    heads = _("Rival"), _("Each clue by itself"), _("Each group once")
    more = _("Rival"), _("Counted more than once"), _("One-step changes that reverse the two sums")
    html = table(heads, sums, cards=False) + folded(
        _("What is counted more than once, and how firm the sums are"), table(more, firm)
    )
    lines = ((*plain, *rest) for plain, (_label, *rest) in zip(sums, firm, strict=True))
    return Page(html, "\n".join(" | ".join(words) for words in lines))


# A reader's own words


def own_word_explorer(case: str = "ukraine_2022", rival: str = Explanation.THREAT) -> Explorer:
    """Return an explorer: move the words of one clue by a step, and see what becomes of both sums.

    Parameters
    ----------
    case : {"ukraine_2022", "belarus_2020", "kazakhstan_2022"}
        A crisis with likelihoods.
    rival : {"geopolitical_value", "agenda", "relational_status", "threat_perception"}
        The other side.

    Raises
    ------
    CrisisPathsError
        If there are no likelihoods for such a crisis, or no such rival.

    Examples
    --------
    >>> len(own_word_explorer().settings())
    90
    """
    against = Explanation(rival)
    base = ledger(case, against)
    steps = {step.clue.id: step for step in base.steps}
    moves = ((DOWN, _("less likely")), (OURS, _("as ours")), (UP, _("likelier")))
    first = base.steps[0].clue.id
    clues = ((item, name(item)) for item in steps)
    items = choice("item", _("The clue"), *clues, start=first, look=Look.LIST)
    under = _("Your word under {side}")
    ours, rivals = (under.format(side=side(one)) for one in (base.hypothesis, against))
    own = choice("own", ours, *moves, start=OURS, look=Look.BET)
    other = choice("other", rivals, *moves, start=OURS, look=Look.BET)
    panels, lines = [], []
    # by their words: a step past the end of the scale says nothing new
    short_lines: dict[tuple[str, ...], tuple[str, str]] = {}
    for setting in settings((items, own, other)):
        step = steps[setting["item"]]
        pair = (
            step.word.moved(STEPS[setting["own"]]),
            step.rival_word.moved(STEPS[setting["other"]]),
        )
        account = ledger(case, against, changed={step.clue.id: pair})
        sentences = _own_words(base, account, name(step.clue.id), pair)
        panels.append(Panel(exactly(setting), joined(map(line, sentences))))
        lines.append((name(step.clue.id), *sentences))
        sums = signed(account.odds), signed(account.cautious)
        short_lines[name(step.clue.id), *map(short, pair)] = sums
    heads = (
        *(_("Clue"), _("Under the article’s framework")),
        *(_("Under {rival}").format(rival=side(against)), _("By itself"), _("Each group once")),
    )
    rows = [(*words, *sums) for words, sums in short_lines.items()]
    return Explorer(
        name="own-word",
        title=_("Your own words: {case}").format(case=TABLE_2[case].title),
        choices=(items, own, other),
        regions=(Region("weighed", tuple(panels), live=True),),
        layout=Markup(
            '<div class="weighing"><div class="weighing-sides">{choice-item}</div>'
            '<div class="weighing-piece">{choice-own}{choice-other}{region-weighed}{reset}</div>'
            "</div>"
        ),
        alternative=folded(_("All combinations in words"), table(heads, rows, kind="alternative")),
        text="\n".join(" | ".join(words) for words in lines),
    )


def _own_words(
    base: Ledger, account: Ledger, clue: str, pair: tuple[Likelihood, Likelihood]
) -> tuple[str, str, str]:
    """Return the words, then what becomes of either sum."""
    words = _("{clue}: {word} under {side}, {other} under {rival}.").format(
        clue=clue,
        word=short(pair[0]),
        side=side(base.hypothesis),
        other=short(pair[1]),
        rival=side(base.rival),
    )
    by_itself = _("Each clue by itself: {ours} becomes {yours}; {turned}.")
    once = _("Each group once: {ours} becomes {yours}; {turned}.")
    return words, *(
        template.format(ours=signed(ours), yours=signed(yours), turned=_turned(ours, yours))
        for template, ours, yours in (
            (by_itself, base.odds, account.odds),
            (once, base.cautious, account.cautious),
        )
    )


def _turned(before: Fraction, after: Fraction) -> str:
    if after == 1:
        return _("it speaks for neither")
    if (before - 1) * (after - 1) < 0:
        return _("the sign turns")
    return _("the sign stays")
