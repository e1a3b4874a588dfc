"""The existing explanations of section 2.2, each as a rule from what it looks at to a forecast.

Each looks at one thing: the value of a state, the agenda at home, the relation between the
states, or the threat that is felt. What it looks at stands in the table ``rivals``, case by
case, where the text says it; the functions below say what then follows for the degree of
intervention. The article's own framework is asked for a forecast in the same form.

Examples
--------
>>> forecast(Explanation.AGENDA, "belarus_2020", Actor.EXTERNAL)
Forecast(relation=<Relation.LIMITED: 'limited'>, peers=())
>>> forecast(Explanation.THREAT, "belarus_2020", Actor.EXTERNAL) is None
True
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from crisis_paths.argument.observations import SIDES
from crisis_paths.errors import ALLOWED, few, quoted
from crisis_paths.framework.actors import Actor
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.paths import ExternalWill, HegemonResponse
from crisis_paths.given import one_of
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.words import Choice

Premises = Mapping[str, str]  # what an explanation looks at, by case, for one actor


class Explanation(Choice):
    """An explanation of why great powers intervene as they do; the last is the article's own."""

    VALUE = "geopolitical_value"
    AGENDA = "agenda"
    STATUS = "relational_status"
    THREAT = "threat_perception"
    FRAMEWORK = "framework"

    @classmethod
    def refuse(cls, got: object) -> str:
        """Give the sentence that refuses what is no explanation."""
        return _("There is no explanation {got}; there are: {known}.").format(
            got=quoted(got), known=few(cls, ALLOWED)
        )

    @property
    def label(self) -> str:
        """Its name as a reader sees it."""
        return {
            Explanation.VALUE: _("Geopolitical value"),
            Explanation.AGENDA: _("Agenda at home"),
            Explanation.STATUS: _("Relational status"),
            Explanation.THREAT: _("Threat perception"),
            Explanation.FRAMEWORK: _("The article’s framework"),
        }[self]


class Relation(StrEnum):
    """How an intervention should compare with that in other crises, or which degree it has."""

    LIMITED = "limited"
    STRONG = "strong"
    SAME = "same"
    OTHER = "other"
    MORE = "more"
    LESS = "less"
    NO_LESS = "no-less"


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is expected of an actor in a case.

    Attributes
    ----------
    relation : Relation
        A degree (``LIMITED`` or ``STRONG``), or how it compares with the peers.
    peers : tuple of str
        The cases to compare with; empty for a degree.
    """

    relation: Relation
    peers: tuple[str, ...] = ()


def _like(premises: Premises, premise: str, but: str) -> tuple[str, ...]:
    return tuple(case for case, found in premises.items() if found == premise and case != but)


def by_value(case: str, premises: Premises) -> Forecast:
    """Forecast from a state's value, which hardly changes (section 2.2.1).

    The same in both crises of a state, and no less in one that is as valuable.
    """
    relation = Relation.SAME if premises[case] == "unchanged" else Relation.NO_LESS
    return Forecast(relation, _like(premises, "unchanged", case))


def by_agenda(case: str, premises: Premises) -> Forecast:
    """Forecast from the agenda at home (section 2.2.1).

    A pressing one limits; an eased one frees; none at all makes no difference.
    """
    if premises[case] == "pressing":
        return Forecast(Relation.LIMITED)
    if premises[case] == "eased":
        return Forecast(Relation.MORE, _like(premises, "pressing", case))
    return Forecast(Relation.SAME, _like(premises, "absent", case))


def by_status(case: str, premises: Premises) -> Forecast:
    """Forecast from the relation between the states (section 2.2.2).

    States whose relational status is equally strong are treated alike, the others otherwise.
    """
    relation = Relation.SAME if premises[case] == "strong" else Relation.OTHER
    return Forecast(relation, _like(premises, "strong", case))


def by_threat(case: str, premises: Premises) -> Forecast:
    """Forecast from the threat that is felt (section 2.2.3): the greater, the stronger."""
    if premises[case] == "greater":
        return Forecast(Relation.MORE, _like(premises, "lesser", case))
    return Forecast(Relation.LESS, _like(premises, "greater", case))


RULES: Mapping[Explanation, Callable[[str, Premises], Forecast]] = MappingProxyType(
    {
        Explanation.VALUE: by_value,
        Explanation.AGENDA: by_agenda,
        Explanation.STATUS: by_status,
        Explanation.THREAT: by_threat,
    }
)


def by_framework(case: str, actor: Actor) -> Forecast:
    """Return what the framework expects of this side, from the case's two codings (section 3).

    Parameters
    ----------
    case, actor
        As in :func:`forecast`.

    Raises
    ------
    CrisisPathsError
        If there is no such crisis or side.
    """
    case, actor = one_of("case", case, TABLE_2), one_of("actor", actor, SIDES)
    path = TABLE_2[case].path
    moved = path.external_will if actor is Actor.EXTERNAL else path.hegemon_response
    raised = (ExternalWill.RAISED, HegemonResponse.SUPPORTING, HegemonResponse.CONTENDING)
    return Forecast(Relation.STRONG if moved in raised else Relation.LIMITED)


def premises(explanation: Explanation, actor: Actor) -> dict[str, str]:
    """Return what an explanation looks at, case by case, where the text says it.

    Parameters
    ----------
    explanation, actor
        As in :func:`forecast`.

    Returns
    -------
    dict of str to str
        For ``VALUE`` ``"unchanged"`` or ``"high"``; for ``AGENDA`` ``"pressing"``, ``"eased"`` or
        ``"absent"``; for ``STATUS`` ``"strong"`` or ``"weak"``; for ``THREAT`` ``"greater"`` or
        ``"lesser"``.

    Raises
    ------
    CrisisPathsError
        If there is no such explanation or side.

    Examples
    --------
    >>> premises(Explanation.THREAT, Actor.HEGEMON)
    {'ukraine_2013': 'greater', 'ukraine_2022': 'lesser'}
    """
    explanation, actor = Explanation(explanation), one_of("actor", actor, SIDES)
    return {
        row["case"]: row["premise"]
        for row in rows("rivals")
        if row["explanation"] == explanation and row["actor"] == actor and row["premise"]
    }


def forecast(explanation: Explanation, case: str, actor: Actor) -> Forecast | None:
    """Return what an explanation expects of one side in one crisis.

    Parameters
    ----------
    explanation : Explanation
        Which one.
    case : str
        A crisis of Table 2.
    actor : {Actor.HEGEMON, Actor.EXTERNAL}
        Whose intervention.

    Returns
    -------
    Forecast or None
        None where the text draws nothing from the explanation.

    Raises
    ------
    CrisisPathsError
        If there is no such explanation, crisis or side.

    Notes
    -----
    Source: sections 2.2.1 to 2.2.3, and section 3 for the framework.
    """
    explanation, case = Explanation(explanation), one_of("case", case, TABLE_2)
    if explanation is Explanation.FRAMEWORK:
        return by_framework(case, actor)
    seen = premises(explanation, actor)
    return RULES[explanation](case, seen) if case in seen else None
