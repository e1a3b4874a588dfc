"""What a crisis path is made of: its steps, its firmness, and how it ends.

These are the answers that :func:`crisis_paths.framework.predict` gives; nothing here decides.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from crisis_paths.framework.actors import Actor
from crisis_paths.framework.rules import Rule, Standing
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _


def figure_of(balance: Balance, control: Control) -> int:
    """Return the number of the article's figure that draws this cell, 1 to 4.

    Raises
    ------
    CrisisPathsError
        If a value is none of its variable's.

    Examples
    --------
    >>> figure_of(Balance.ADJUSTED, Control.STRONG)
    2
    """
    weak, adjusted = Control.parse(control) is Control.WEAK, Balance.parse(balance)
    return 1 + 2 * weak + (adjusted is Balance.ADJUSTED)


class ExternalWill(StrEnum):
    """What becomes of the external powers' will to intervene."""

    REDUCED = "reduced"
    RAISED = "raised"


class HegemonResponse(StrEnum):
    """How the regional hegemon answers."""

    LIMITED_OR_NONE = "limited or none"
    LIMITED = "limited"
    SUPPORTING = "raised, supporting"
    CONTENDING = "raised, contending"


@dataclass(frozen=True, order=True, slots=True)
class Firmness:
    """How firmly a crisis stays manageable: an order, not a measure.

    Attributes
    ----------
    level : {0, 1, 2}
        0 not manageable, 1 less firm, 2 firm. Only the order means something.
    standing : Standing
        Whether the article gives this place in the order or only implies it.
    rule : Rule
        The rule that gives it.
    """

    level: int
    standing: Standing = field(compare=False)
    rule: Rule = field(compare=False)

    @property
    def word(self) -> str:
        """The level as a word: ``none``, ``less firm`` or ``firm``."""
        return ("none", "less firm", "firm")[self.level]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: who, what happens, and the rule that fired.

    Attributes
    ----------
    actor : Actor
        Who moves.
    rule : Rule
        The rule that fired.
    standing : Standing
        The rule's own standing, or ``ours`` where the rule is stated for another figure
        and this book carries it over to this cell.
    """

    actor: Actor
    rule: Rule
    standing: Standing

    @property
    def text(self) -> str:
        """What happens, as a sentence of its own."""
        words = _(self.rule.consequence)
        return _("{sentence}.").format(sentence=words[:1].upper() + words[1:])

    @property
    def because(self) -> str:
        """The condition under which the rule fired."""
        return _("Because {condition}.").format(condition=_(self.rule.condition))


@dataclass(frozen=True, slots=True)
class CrisisPath:
    """The path that the framework predicts for one combination of its variables.

    Attributes
    ----------
    balance, control, turmoil
        What was set.
    external_will : ExternalWill
        The external powers' will to intervene.
    hegemon_response : HegemonResponse
        How the hegemon answers.
    competitive_intervention : bool
        Whether both are drawn in and outdo one another. In strong/adjusted the two
        compete as well, but one of them holds back: that is ``False``.
    outcome : Outcome
        Manageable or unmanageable.
    firmness : Firmness
        The cell's place in the order among the manageable ones.
    steps : tuple of Step
        The path in order, from home to the region.
    """

    balance: Balance
    control: Control
    turmoil: bool
    external_will: ExternalWill
    hegemon_response: HegemonResponse
    competitive_intervention: bool
    outcome: Outcome
    firmness: Firmness
    steps: tuple[Step, ...]

    @property
    def cell(self) -> str:
        """The cell of Table 1: ``"strong/continued"`` and so on."""
        return f"{self.control}/{self.balance}"

    @property
    def figure(self) -> int:
        """The number of the article's figure for this cell, 1 to 4."""
        return figure_of(self.balance, self.control)

    @property
    def verdict(self) -> str:
        """The outcome in a word, and how firmly it holds where the article says so."""
        if self.outcome is Outcome.UNMANAGEABLE:
            return _("unmanageable")
        return _("manageable, less firmly") if self.firmness.level == 1 else _("manageable")

    def explain(self) -> str:
        """Explain why the path ends as it does: plain text, a line a step.

        Examples
        --------
        >>> from crisis_paths.framework.prediction import predict
        >>> print(predict("continued", "strong").explain().splitlines()[0])
        strong/continued with turmoil: manageable
        """
        template = (
            _("{cell} with turmoil: {outcome}")
            if self.turmoil
            else _("{cell} without turmoil: {outcome}")
        )
        head = template.format(cell=self.cell, outcome=self.verdict)
        line = _("{n}. {actor}: {text} {because} [{source}; {standing}]")
        return "\n".join(
            [head]
            + [
                line.format(
                    n=n,
                    actor=step.actor.label,
                    text=step.text,
                    because=step.because,
                    source=step.rule.source,
                    standing=_(step.standing.value),
                )
                for n, step in enumerate(self.steps, 1)
            ]
        )
