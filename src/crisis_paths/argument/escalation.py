"""The traditional path of section 2.1: how turmoil at home becomes a crisis between powers.

The path is a chain. Each link holds only under a condition that the text names; where one is
taken out, what would have followed does not.

Examples
--------
>>> walk = follow({Link.LINKED})
>>> [stage.rule.id for stage in walk.stages], walk.ending.id
(['political-turmoil', 'support-needs-partners'], 'separate-issues')
>>> follow(set()).rises
True
"""

from collections.abc import Iterable
from dataclasses import dataclass

from crisis_paths.framework.actors import Actor
from crisis_paths.framework.rules import RULES, Rule
from crisis_paths.given import several
from crisis_paths.i18n import N_, _
from crisis_paths.words import Choice


class Link(Choice):
    """A condition on which the rest of the chain hangs."""

    APART = "apart"
    LINKED = "linked"
    RIVALS = "rivals"

    @property
    def label(self) -> str:
        """The condition as a reader sees it."""
        return {
            Link.APART: _("The factions differ over foreign policy"),
            Link.LINKED: _("Who wins at home decides the direction abroad"),
            Link.RIVALS: _("Rival powers come in, not one alone"),
        }[self]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the chain: who moves, what happens, and the link that it needs, if any."""

    actor: Actor
    happening: str
    rule: Rule
    needs: Link | None = None

    @property
    def text(self) -> str:
        """What happens, in the reader's language."""
        return _(self.happening)


CHAIN: tuple[Stage, ...] = (
    Stage(
        Actor.DOMESTIC,
        N_("Turmoil puts the central government in question."),
        RULES["political-turmoil"],
    ),
    Stage(
        Actor.DOMESTIC,
        N_("Factions far apart look for outside support, and powers look for partners."),
        RULES["support-needs-partners"],
        Link.APART,
    ),
    Stage(
        Actor.SMALL_STATE,
        N_("The result of the turmoil will decide where foreign policy goes."),
        RULES["core-linkage"],
        Link.LINKED,
    ),
    Stage(
        Actor.EXTERNAL,
        N_("External powers step up their support for those who want a change of course."),
        RULES["west-steps-up"],
        Link.RIVALS,
    ),
    Stage(
        Actor.HEGEMON,
        N_("The hegemon steps up in its turn, to prevent the change."),
        RULES["hegemon-answers"],
    ),
    Stage(
        Actor.TOGETHER,
        N_("The domestic crisis breaks through to the region."),
        RULES["spiral-upwards"],
    ),
)

# What the text says of each link being taken out.
_ENDINGS = {
    Link.APART: "break-the-path",
    Link.LINKED: "separate-issues",
    Link.RIVALS: "one-power-helps",
}


@dataclass(frozen=True, slots=True)
class Walk:
    """How far the chain runs.

    Attributes
    ----------
    stages : tuple of Stage
        The stages reached, in order.
    stopped_by : Link or None
        The first link that was cut; None if the chain runs to its end.
    ending : Rule
        The rule that says what follows.
    """

    stages: tuple[Stage, ...]
    stopped_by: Link | None
    ending: Rule

    @property
    def rises(self) -> bool:
        """Whether the chain runs to its end, so that the crisis rises."""
        return self.stopped_by is None


def follow(cut: Iterable[Link | str]) -> Walk:
    """Follow the traditional path as far as it runs when these links are cut.

    Parameters
    ----------
    cut : set of {"apart", "linked", "rivals"}
        The links that are taken out; empty for the path as the article describes it.

    Returns
    -------
    Walk
        The stages reached, what stopped the chain, and what follows.

    Raises
    ------
    CrisisPathsError
        If there is no such link.

    Notes
    -----
    Source: section 2.1, and section 3, paragraph 1, for what each cut does. The text speaks of
    what may happen, in theory; this chain says no more than that.
    """
    links = set(map(Link, several("cut", cut, str, _("names of links"))))
    reached: list[Stage] = []
    for stage in CHAIN:
        if stage.needs in links:
            return Walk(tuple(reached), stage.needs, RULES[_ENDINGS[stage.needs]])
        reached.append(stage)
    return Walk(tuple(reached), None, CHAIN[-1].rule)
