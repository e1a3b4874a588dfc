"""Chapter 5: pieces of advice to bet on."""

from dataclasses import replace

from markupsafe import Markup

from crisis_paths.follows.strategy import ADVICE, Advice, Verdict
from crisis_paths.i18n import _
from crisis_paths.views.kit.rule_table import cite, standing_label
from explorers.beside import beside
from explorers.bets import Answer, bet_explorer
from explorers.choices import Look, Setting, choice
from explorers.explorer import Explorer
from explorers.outputs import joined
from explorers.parts import line


def _supported(advice: Advice) -> str:
    """Return a word for what the article does with it, for tables."""
    return {
        Verdict.SUPPORTED: _("supported"),
        Verdict.NOT_SUPPORTED: _("not supported"),
        Verdict.BOTH_WAYS: _("the text pulls both ways"),
    }[advice.verdict]


def _sentence(advice: Advice) -> str:
    """Say what the article does with it, and why."""
    words = {
        Verdict.SUPPORTED: _("The article supports it. {why}"),
        Verdict.NOT_SUPPORTED: _("The article does not support it. {why}"),
        Verdict.BOTH_WAYS: _("The article pulls both ways. {why}"),
    }[advice.verdict]
    return words.format(why=_(advice.why))


def _place(advice: Advice) -> Markup:
    """Return the rules on which the verdict rests."""
    return line(
        Markup('<small class="rule">{}</small>').format(
            joined((cite(rule, advice.standing) for rule in advice.rules), "; ")
        )
    )


def _in_words(advice: Advice) -> str:
    text = _("{advice} {verdict}: {why} [{source}; {rule}; {standing}]")
    return text.format(
        advice=_(advice.words),
        verdict=_supported(advice),
        why=_(advice.why),
        source="; ".join(rule.source for rule in advice.rules),
        rule=", ".join(rule.id for rule in advice.rules),
        standing=standing_label(advice.standing),
    )


def advice_explorer() -> Explorer:
    """Return an explorer: bet on what the article does with a piece of advice.

    Examples
    --------
    >>> len(advice_explorer().settings())
    36
    """
    why = Markup("{}{}")

    def answer(setting: Setting) -> Answer:
        advice = ADVICE[setting["advice"]]
        place = _place(advice)
        row = (_(advice.words), _supported(advice), why.format(_(advice.why), place))
        return Answer(advice.verdict, _sentence(advice), detail=place, row=row)

    base = bet_explorer(
        "advice",
        _("Which advice does the article support?"),
        (
            choice(
                "advice",
                _("Advice to a small or medium state"),
                *((item.id, _(item.words)) for item in ADVICE.values()),
                look=Look.LINES,
            ),
        ),
        choice(
            "bet",
            _("Your bet: the article"),
            (Verdict.SUPPORTED, _("supports it")),
            (Verdict.NOT_SUPPORTED, _("does not support it")),
            (Verdict.BOTH_WAYS, _("pulls both ways")),
            look=Look.BET,
        ),
        answer,
        hint=_("Choose a piece of advice and bet."),
        summary=_("Every piece of advice in words"),
        heads=(_("Advice"), _("The article"), _("Why, and where")),
        text="\n".join(map(_in_words, ADVICE.values())),
        region="place",
    )
    names = (one.name for one in base.choices)
    return replace(base, layout=beside(names, (one.name for one in base.regions)))
