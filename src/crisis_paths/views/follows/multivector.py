"""Chapter 6: what the abstract calls the policy in every setting of its conditions."""

from itertools import product

from markupsafe import Markup

from crisis_paths.follows.claims import Attention, Hold, Partners, Policy
from crisis_paths.follows.multivector import Gap, Verdict, policy
from crisis_paths.i18n import _
from crisis_paths.views.follows.claims import claim_list
from crisis_paths.views.kit.explorer import UNSET, Choice, Explorer, Leaf, Region
from crisis_paths.views.kit.output import table
from crisis_paths.views.kit.parts import card, choice, folded, prompt, told


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
    """What the abstract says of a setting, in two sentences at most."""
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
    """Benefits, risk and order, each as far as the abstract goes, and what it says of the parts."""
    silent = _("The abstract does not say. It names effects of the whole change only.")
    topics = {"benefits": _("Benefits"), "risk": _("Risk of balancing"), "order": _("Stability")}
    lines = [
        (label, claim_list(verdict.effects(topic)) if verdict.effects(topic) else silent)
        for topic, label in topics.items()
    ]
    lines.append((_("The setting’s parts"), claim_list(verdict.rests_on)))
    return card(lines)


def multivector_explorer() -> Explorer:
    """What the abstract calls the policy: three conditions, a bet, and how far its words reach.

    Examples
    --------
    >>> len(multivector_explorer().settings())
    36
    """
    choices = _setting_choices()
    bet = choice(
        "bet",
        _("Your bet: the abstract calls the policy"),
        (Policy.VISION, _("a vision")),
        (Policy.REALITY, _("a reality")),
        (Policy.UNDECIDED, _("neither: it does not say")),
    )
    hint = prompt(_("Set the three conditions, then bet. They need not fit together."))
    verdicts, effects, lines = [Leaf({"bet": (UNSET,)}, hint)], [], []
    answer = _("{question} {answer}")
    for options in product(*(asked.options for asked in choices)):
        chosen = tuple(zip(choices, options, strict=True))
        verdict = policy(*(option.value for option in options))
        when = {asked.name: (option.value,) for asked, option in chosen}
        for guess in bet.values:
            words = told(_called(verdict), guess == verdict.policy)
            leaf = Markup('<p class="verdict">{}</p>').format(words)
            verdicts.append(Leaf(when | {"bet": (guess,)}, leaf))
        effects.append(Leaf(when | {"bet": bet.values}, _effects(verdict)))
        setting = (answer.format(question=c.question, answer=o.label) for c, o in chosen)
        lines.append(("; ".join(setting), _called(verdict)))
    return Explorer(
        name="multivector",
        title=_("Vision or reality?"),
        choices=(*choices, bet),
        regions=(Region("verdict", tuple(verdicts), live=True), Region("effects", tuple(effects))),
        twin=folded(_("Every setting in words"), table((_("Setting"), _("The abstract")), lines)),
        text="\n".join(" -> ".join(line) for line in lines),
    )
