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
    """Return the choice of what the state does with its balance; continued at first.

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
    """Return the choice of how the hegemon sees its control; strong at first.

    Parameters
    ----------
    question : str
        What is read above the options.

    Examples
    --------
    >>> control_choice("The hegemon sees its control as").start
    'strong'
    """
    return choice(
        "control",
        question,
        (Control.STRONG, _("strong")),
        (Control.WEAK, _("weak")),
        start=Control.STRONG,
    )


def outcome_bet(question: str) -> Choice:
    """Return the bet on what a crisis ends in.

    Parameters
    ----------
    question : str
        What is read above the options.

    Examples
    --------
    >>> outcome_bet("Your bet: the crisis will be").values
    ('manageable', 'unmanageable')
    """
    return choice(
        "bet",
        question,
        (Outcome.MANAGEABLE, _("manageable")),
        (Outcome.UNMANAGEABLE, _("unmanageable")),
    )
