"""Chapter 6: what the abstract calls the policy in every setting of its conditions."""

from markupsafe import Markup

from crisis_paths.follows.claims import Attention, Hold, Partners, Policy
from crisis_paths.follows.multivector import Gap, Verdict, policy
from crisis_paths.i18n import _
from crisis_paths.views.follows.claims import claim_list
from explorers.bets import Answer, bet_explorer
from explorers.choices import Choice, Setting, choice
from explorers.explorer import Explorer
from explorers.parts import card


def _setting_choices() -> tuple[Choice, ...]:
    return (
        choice(
            "hold",
            _("Russia’s hold on the region is"),
            (Hold.FIRM, _("firm: close to a single pole")),
            (Hold.LOOSENED, _("loosened")),
            start=Hold.FIRM,
        ),
        choice(
            "attention",
            _("Outside powers pay"),
            (Attention.AS_BEFORE, _("no more attention than before")),
            (Attention.MORE, _("more attention")),
            start=Attention.AS_BEFORE,
        ),
        choice(
            "partners",
            _("The state"),
            (Partners.RUSSIA_FIRST, _("puts Russia first, others after it")),
            (Partners.OUTSIDE, _("keeps some distance, and turns to outside powers")),
            (Partners.MIDDLE_EAST, _("does so, and turns to the Middle East as well")),
            start=Partners.RUSSIA_FIRST,
        ),
    )


def _called(verdict: Verdict) -> str:
    """Say what the abstract calls a setting, in two sentences at most."""
    if verdict.policy is Policy.VISION:
        return _("The abstract calls it a vision. So it was before the conflict.")
    if verdict.policy is Policy.REALITY:
        return _("The abstract calls it a reality, by and large. So it is since the conflict.")
    return {
        Gap.APART: _(
            "The abstract does not say. It names the loosening and the attention together and"
            " does not take them apart."
        ),
        Gap.AHEAD: _(
            "The abstract does not say. It reports such steps after the loosening, and calls the"
            " firm hold a limit without saying that nothing could pass it."
        ),
        Gap.UNUSED: _(
            "The abstract does not say. It reports that the states used this opening; of a state"
            " that does not, it says nothing."
        ),
        Gap.PART: _(
            "The abstract does not say. It names three steps together and leaves open whether"
            " two would do."
        ),
    }[verdict.gap]


def _effects(verdict: Verdict) -> Markup:
    """Return benefits, risk and order as far as the abstract goes, and its words on the parts."""
    silent = _("The abstract does not say. It names effects of the whole change only.")
    topics = {"benefits": _("Benefits"), "risk": _("Risk of balancing"), "order": _("Stability")}
    lines = [
        (label, claim_list(verdict.effects(topic)) if verdict.effects(topic) else silent)
        for topic, label in topics.items()
    ]
    lines.append((_("The setting’s parts"), claim_list(verdict.rests_on)))
    return card(lines)


def multivector_explorer() -> Explorer:
    """Return an explorer: three conditions, a bet, and what the abstract calls the policy.

    Examples
    --------
    >>> len(multivector_explorer().settings())
    36
    """
    choices = _setting_choices()
    words = _("{question} {answer}")

    def answer(setting: Setting) -> Answer:
        verdict = policy(*setting.values())
        chosen = (
            words.format(question=one.question, answer=one.label(setting[one.name]))
            for one in choices
        )
        return Answer(
            verdict.policy,
            _called(verdict),
            detail=_effects(verdict),
            row=("; ".join(chosen), _called(verdict)),
        )

    return bet_explorer(
        "multivector",
        _("Vision or reality?"),
        choices,
        choice(
            "bet",
            _("Your bet: the abstract calls the policy"),
            (Policy.VISION, _("a vision")),
            (Policy.REALITY, _("a reality")),
            (Policy.UNDECIDED, _("neither: it does not say")),
        ),
        answer,
        hint=_("Set the three conditions, then bet. They need not fit together."),
        summary=_("Every setting in words"),
        heads=(_("Setting"), _("The abstract")),
        region="effects",
    )
