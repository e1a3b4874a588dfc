"""The steps of a path: which of the article's rules fire in which setting, and in what order.

Examples
--------
>>> [step.rule.id for step in steps_of(Balance.CONTINUED, Control.STRONG, False)]
['no-turmoil', 'balance-continued', 'balance-blocks', 'confident-holds-back', 'strong-continued']
"""

from crisis_paths.framework.actors import Actor
from crisis_paths.framework.paths import Step, figure_of
from crisis_paths.framework.rules import RULES
from crisis_paths.framework.variables import Balance, Control, parse_turmoil

CONTINUED, ADJUSTED = Balance
STRONG, WEAK = Control

# The steps of every path, in order: who moves, the rule that fires, and the setting in
# which it fires (balance, control, turmoil; None: whatever it is). Where a paragraph of
# the text speaks of turmoil and its factions, the paragraph on the variable itself stands
# in for it when there is no turmoil.
_FIRES = (
    (Actor.DOMESTIC, "domestic-agenda", CONTINUED, None, True),
    (Actor.DOMESTIC, "factions-apart", ADJUSTED, None, True),
    (Actor.DOMESTIC, "no-turmoil", None, None, False),
    (Actor.SMALL_STATE, "balance-continued", CONTINUED, None, None),
    (Actor.SMALL_STATE, "balance-adjusted", ADJUSTED, None, None),
    (Actor.EXTERNAL, "no-leverage", CONTINUED, STRONG, True),
    (Actor.EXTERNAL, "balance-narrows", CONTINUED, WEAK, None),
    (Actor.EXTERNAL, "balance-blocks", CONTINUED, None, None),
    (Actor.EXTERNAL, "external-backs-shift", ADJUSTED, STRONG, True),
    (Actor.EXTERNAL, "adjusted-raises-will", ADJUSTED, STRONG, False),
    (Actor.EXTERNAL, "adjusted-raises-will", ADJUSTED, WEAK, None),
    (Actor.EXTERNAL, "external-contests", ADJUSTED, WEAK, None),
    (Actor.HEGEMON, "confident-holds-back", CONTINUED, STRONG, None),
    (Actor.HEGEMON, "channels-remain", ADJUSTED, STRONG, None),
    (Actor.HEGEMON, "doubt-raises-intervention", CONTINUED, WEAK, None),
    (Actor.HEGEMON, "hegemon-helps", CONTINUED, WEAK, True),
    (Actor.HEGEMON, "hegemon-contests", ADJUSTED, WEAK, None),
    (Actor.TOGETHER, "turmoil-contained", CONTINUED, STRONG, True),
    (Actor.TOGETHER, "restraint-leaves-room", ADJUSTED, STRONG, True),
    (Actor.TOGETHER, "more-resources", CONTINUED, WEAK, None),
    (Actor.TOGETHER, "competition-enters", ADJUSTED, WEAK, None),
    (Actor.TOGETHER, "strong-continued", CONTINUED, STRONG, None),
    (Actor.TOGETHER, "strong-adjusted", ADJUSTED, STRONG, None),
    (Actor.TOGETHER, "less-firm", ADJUSTED, STRONG, None),
    (Actor.TOGETHER, "weak-continued", CONTINUED, WEAK, None),
    (Actor.TOGETHER, "weak-adjusted", ADJUSTED, WEAK, None),
)


def steps_of(balance: Balance, control: Control, turmoil: bool) -> tuple[Step, ...]:
    """Return the steps that this path takes, in order.

    Parameters
    ----------
    balance, control, turmoil
        The setting, as in :func:`crisis_paths.framework.prediction.predict`.

    Returns
    -------
    tuple of Step
        From home to the region, each with the rule that fired.

    Raises
    ------
    CrisisPathsError
        If a value is missing or not one of those allowed.
    """
    setting = (Balance.parse(balance), Control.parse(control), parse_turmoil(turmoil))
    figure = figure_of(*setting[:2])
    return tuple(
        Step(actor, RULES[rule], RULES[rule].standing_in(figure))
        for actor, rule, *when in _FIRES
        if all(asked is None or asked is given for asked, given in zip(when, setting, strict=True))
    )
