"""Chapter 5: pieces of advice to bet on."""

from markupsafe import Markup

from crisis_paths.follows.strategy import ADVICE, Advice, Verdict
from crisis_paths.i18n import _
from crisis_paths.views.kit.explorer import UNSET, Choice, Explorer, Leaf, Option, Region
from crisis_paths.views.kit.output import joined, table
from crisis_paths.views.kit.parts import folded, line, prompt, verdict
from crisis_paths.views.kit.rule_table import cite, standing_label


def _advice_verdict(advice: Advice) -> str:
    return {
        Verdict.SUPPORTED: _("supported"),
        Verdict.NOT_SUPPORTED: _("not supported"),
        Verdict.BOTH_WAYS: _("the text pulls both ways"),
    }[advice.verdict]


def _advice_said(advice: Advice, guess: str) -> Markup:
    """Whether the bet holds, and why."""
    held, missed = _("Your bet holds: {verdict}. {why}"), _("Your bet missed: {verdict}. {why}")
    words = held if guess == advice.verdict else missed
    return verdict(words.format(verdict=_advice_verdict(advice), why=_(advice.why)))


def _advice_place(advice: Advice, rules_page: str) -> Markup:
    """The rules on which the verdict rests."""
    return line(
        Markup('<small class="rule">{}</small>').format(
            joined((cite(rule, advice.standing, rules_page) for rule in advice.rules), "; ")
        )
    )


def advice_explorer(*, rules_page: str = "") -> Explorer:
    """Pieces of advice: which ones does the article support?

    Parameters
    ----------
    rules_page : str
        The address of the page that lists the rules.

    Examples
    --------
    >>> len(advice_explorer().settings())
    36
    """
    advice = Choice(
        "advice",
        _("Advice to a small or medium state"),
        tuple(Option(item.id, _(item.words)) for item in ADVICE.values()),
    )
    bet = Choice(
        "bet",
        _("Your bet: the article"),
        (
            Option(Verdict.SUPPORTED.value, _("supports it")),
            Option(Verdict.NOT_SUPPORTED.value, _("does not support it")),
            Option(Verdict.BOTH_WAYS.value, _("pulls both ways")),
        ),
    )
    prompts = [
        Leaf({"bet": (UNSET,)}, prompt(_("Choose a piece of advice and bet."))),
        Leaf(
            {"bet": bet.values, "advice": (UNSET,)},
            prompt(_("Your bet is placed. Now choose a piece of advice.")),
        ),
    ]
    verdicts = [
        Leaf({"advice": (item.id,), "bet": (guess,)}, _advice_said(item, guess))
        for item in ADVICE.values()
        for guess in bet.values
    ]
    places = tuple(
        Leaf({"advice": (item.id,), "bet": bet.values}, _advice_place(item, rules_page))
        for item in ADVICE.values()
    )
    lines = [
        (
            _(item.words),
            _advice_verdict(item),
            Markup("{}{}").format(_(item.why), _advice_place(item, rules_page)),
        )
        for item in ADVICE.values()
    ]
    text = _("{advice} {verdict}: {why} [{source}; {rule}; {standing}]")
    return Explorer(
        name="advice",
        title=_("Which advice does the article support?"),
        choices=(advice, bet),
        regions=(
            Region("verdict", (*prompts, *verdicts), live=True),
            Region("place", places),
        ),
        twin=folded(
            _("Every piece of advice in words"),
            table((_("Advice"), _("The article"), _("Why, and where")), lines),
        ),
        text="\n".join(
            text.format(
                advice=_(item.words),
                verdict=_advice_verdict(item),
                why=_(item.why),
                source="; ".join(rule.source for rule in item.rules),
                rule=", ".join(rule.id for rule in item.rules),
                standing=standing_label(item.standing),
            )
            for item in ADVICE.values()
        ),
    )
