"""The framework's variables and outcome as choices, for every explorer that asks for them.

Examples
--------
>>> control_choice("The hegemon sees its control as").values
('strong', 'weak')
>>> outcome_bet("Your bet: the crisis will be").start
'unset'
"""

from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from explorers.choices import Choice, choice


def balance_choice() -> Choice:
    """What the state does with its balance; continued at first.

    Examples
    --------
    >>> balance_choice().values
    ('continued', 'adjusted')
    """
    return choice(
        "balance",
        _("The state’s diplomatic balance is"),
        (Balance.CONTINUED, _("continued")),
        (Balance.ADJUSTED, _("adjusted")),
        start=Balance.CONTINUED,
    )


def control_choice(question: str) -> Choice:
    """How the hegemon sees its control; strong at first."""
    return choice(
        "control",
        question,
        (Control.STRONG, _("strong")),
        (Control.WEAK, _("weak")),
        start=Control.STRONG,
    )


def outcome_bet(question: str) -> Choice:
    """What the reader bets that a crisis ends in."""
    return choice(
        "bet",
        question,
        (Outcome.MANAGEABLE, _("manageable")),
        (Outcome.UNMANAGEABLE, _("unmanageable")),
    )
