"""Balance as something that works back on the hegemon (section 5, paragraph 4).

A kept balance also influences how the hegemon rates its own control. That it does so for the
better is implied, since the article concludes that keeping the balance is wiser; how far, it
does not say. Here the influence is taken at full strength, to see what would follow; that is
ours.

Examples
--------
>>> [path.cell for path in reached(Feedback.BOTH)]
['strong/continued', 'weak/adjusted']
"""

from crisis_paths.framework.cases import TABLE_2, Case
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.rules import RULES, Rule
from crisis_paths.framework.variables import Balance, Control
from crisis_paths.words import Choice


class Feedback(Choice):
    """How a state's balance works back on the hegemon's perception of its control."""

    NONE = "none"
    REASSURES = "reassures"
    BOTH = "both"

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules on which it leans.

        Examples
        --------
        >>> [rule.id for rule in Feedback.BOTH.rules]
        ['balance-feeds-back', 'shift-raised-russian-urgency']
        """
        names = {
            Feedback.NONE: ("control-moves-hegemon",),
            Feedback.REASSURES: ("balance-feeds-back",),
            Feedback.BOTH: ("balance-feeds-back", "shift-raised-russian-urgency"),
        }[self]
        return tuple(RULES[name] for name in names)


def perceived(balance: Balance | str, control: Control | str, feedback: Feedback | str) -> Control:
    """Return how the hegemon sees its control once the state's balance has worked back on it.

    Parameters
    ----------
    balance : {"continued", "adjusted"}
        The state's diplomatic balance.
    control : {"strong", "weak"}
        The hegemon's perception at first.
    feedback : {"none", "reassures", "both"}
        None, as section 3 treats it; a kept balance reassures the hegemon; and an adjusted
        one unsettles it besides.

    Raises
    ------
    CrisisPathsError
        If a value is missing or not one of those allowed.

    Notes
    -----
    Source: section 5, paragraph 4, that balance influences the hegemon's view, implied to be
    for the better; section 4.4, paragraph 4, that Ukraine's shift unsettled Russia. Full
    strength, and either as a general rule, are ours.

    Examples
    --------
    >>> perceived("continued", "weak", "reassures").value
    'strong'
    """
    balance, control, feedback = Balance.parse(balance), Control.parse(control), Feedback(feedback)
    if balance is Balance.CONTINUED and feedback is not Feedback.NONE:
        return Control.STRONG
    if balance is Balance.ADJUSTED and feedback is Feedback.BOTH:
        return Control.WEAK
    return control


def reached(feedback: Feedback | str) -> tuple[CrisisPath, ...]:
    """Return the paths of the cells of Table 1 that a crisis can still reach, in its order.

    Raises
    ------
    CrisisPathsError
        If there is no such feedback.

    Examples
    --------
    >>> len(reached("none")), len(reached("reassures")), len(reached("both"))
    (4, 3, 2)
    """
    cells = {(perceived(b, c, feedback), b) for c in Control for b in Balance}
    return tuple(predict(b, c) for c in Control for b in Balance if (c, b) in cells)


def out_of_reach(feedback: Feedback | str) -> tuple[Case, ...]:
    """Return the crises of Table 2 in a cell that none could reach; they speak against it.

    Raises
    ------
    CrisisPathsError
        If there is no such feedback.

    Examples
    --------
    >>> [case.title for case in out_of_reach("both")]
    ['Ukraine 2013']
    """
    cells = {path.cell for path in reached(feedback)}
    return tuple(case for case in TABLE_2.values() if case.path.cell not in cells)
