"""The article's claims as rules that carry their place.

A rule says in our own words what the text says, where it says it, and how it stands: said
in the article, drawn again from what is left of a figure, or added by this book. The
rules themselves stand in ``data/rules.csv``.

Examples
--------
>>> RULES["less-firm"].place, RULES["less-firm"].standing.value
('at Figure 2', 'stated')
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crisis_paths.given import whole
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.words import Choice


class Standing(Choice):
    """How a rule stands to the article."""

    STATED = "stated"
    RECONSTRUCTED = "reconstructed"
    OURS = "ours"


class Kind(Choice):
    """What sort of claim a rule makes."""

    DEFINITION = "definition"
    MECHANISM = "mechanism"
    PREDICTION = "prediction"
    FINDING = "finding"
    RECOMMENDATION = "recommendation"
    SCOPE = "scope"
    CAVEAT = "caveat"


@dataclass(frozen=True, slots=True)
class Rule:
    """One claim, with its place in the article.

    Attributes
    ----------
    id : str
        The rule's name, lower-case words joined by hyphens.
    condition, consequence : str
        What holds if what holds, in our own words.
    kind : Kind
        Definition, mechanism, prediction, finding, recommendation, scope or caveat.
    section : str
        The article's section: ``"3"``, ``"4.4"``, …
    place : str
        The paragraph, table or figure within the section.
    figures : tuple of int
        The figures whose paragraph or key it belongs to; empty where it holds for all.
    anchor : str
        At most 12 characters of the Chinese text, which stand in it exactly once.
    standing : Standing
        Stated in the article, reconstructed, or ours.
    note : str
        What a careful reader has to know besides; often empty.
    """

    id: str
    condition: str
    consequence: str
    kind: Kind
    section: str
    place: str
    figures: tuple[int, ...]
    anchor: str
    standing: Standing
    note: str = ""

    @property
    def text(self) -> str:
        """The rule as one sentence.

        Examples
        --------
        >>> RULES["restraint-helps"].text
        'If the hegemon’s intervention is limited or absent, the crisis is easier to manage.'
        """
        return _("If {condition}, {consequence}.").format(
            condition=_(self.condition), consequence=_(self.consequence)
        )

    @property
    def source(self) -> str:
        """Where it stands, as a reader would cite it.

        Examples
        --------
        >>> RULES["confident-holds-back"].source
        'section 3, paragraph 3'
        """
        template = (
            _("abstract, {place}")
            if self.section == "abstract"
            else _("section {section}, {place}")
        )
        return template.format(section=self.section, place=_(self.place))

    def standing_in(self, figure: int) -> Standing:
        """Return how the rule stands in the cell of this figure.

        Parameters
        ----------
        figure : {1, 2, 3, 4}
            The figure of a cell.

        Returns
        -------
        Standing
            Its own standing, or ``OURS`` where the text says it of another figure only.

        Raises
        ------
        CrisisPathsError
            If there is no such figure.

        Examples
        --------
        >>> [RULES["factions-apart"].standing_in(figure).value for figure in (2, 4)]
        ['stated', 'ours']
        """
        figure = whole("figure", figure, 1, 4)
        at_home = not self.figures or figure in self.figures
        return self.standing if at_home else Standing.OURS


def _rule(row: Mapping[str, str]) -> Rule:
    return Rule(
        id=row["rule_id"],
        condition=row["if"],
        consequence=row["then"],
        kind=Kind(row["kind"]),
        section=row["section"],
        place=row["place"],
        figures=tuple(map(int, row["figures"].split())),
        anchor=row["anchor"],
        standing=Standing(row["standing"]),
        note=row["note"],
    )


RULES: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in map(_rule, rows("rules"))})
