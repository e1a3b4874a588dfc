"""The grammar of Figures 1 to 4: what each mark means, and who gets which.

The drawings are lost in the text at hand; captions and keys remain. The keys stand in
``data/figures.csv``. Which actor's arrow gets which mark is reconstructed from the
paragraph beside each figure.

Examples
--------
>>> from crisis_paths.framework.prediction import predict
>>> [mark.value for mark in marks(predict("continued", "weak"))[Actor.EXTERNAL]]
['dashed', 'bar']
"""

from collections.abc import Mapping
from enum import StrEnum

from crisis_paths.framework.actors import Actor
from crisis_paths.framework.paths import CrisisPath, ExternalWill, HegemonResponse
from crisis_paths.given import a
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows


class Mark(StrEnum):
    """A mark of the figures' keys."""

    DASHED = "dashed"
    SOLID = "solid"
    BAR = "bar"

    @property
    def meaning(self) -> str:
        """What the mark means, as the keys explain it."""
        return {
            Mark.DASHED: _("dashed arrow: intervention is limited"),
            Mark.SOLID: _("solid arrow: the will to intervene is raised"),
            Mark.BAR: _("bar: intervention is blocked"),
        }[self]


KEYS: Mapping[int, frozenset[Mark]] = {
    int(row["figure"]): frozenset(map(Mark, row["key"].split())) for row in rows("figures")
}


def marks(path: CrisisPath) -> Mapping[Actor, tuple[Mark, ...]]:
    """Return the marks that the two arrows of this path's figure carry.

    Parameters
    ----------
    path : CrisisPath
        A predicted path.

    Returns
    -------
    Mapping of Actor to tuple of Mark
        The external powers' arrow and the hegemon's.

    Raises
    ------
    CrisisPathsError
        If it is no path.

    Notes
    -----
    Reconstructed from the paragraphs beside Figures 1 to 4 (section 3).
    """
    a("path", path, CrisisPath, _("a path, from predict"))
    raised = path.hegemon_response in (HegemonResponse.SUPPORTING, HegemonResponse.CONTENDING)
    blocked = path.external_will is ExternalWill.REDUCED
    return {
        Actor.EXTERNAL: (Mark.DASHED, Mark.BAR) if blocked else (Mark.SOLID,),
        Actor.HEGEMON: (Mark.SOLID,) if raised else (Mark.DASHED,),
    }


def unexplained(path: CrisisPath) -> frozenset[Mark]:
    """Return the marks that the printed key names but the paragraph gives to nobody.

    Raises
    ------
    CrisisPathsError
        If it is no path.

    Examples
    --------
    >>> from crisis_paths.framework.prediction import every_path
    >>> [sorted(unexplained(path)) for path in every_path()[:4]]
    [[], [], [], [<Mark.DASHED: 'dashed'>]]
    """
    a("path", path, CrisisPath, _("a path, from predict"))
    return KEYS[path.figure] - {mark for arrow in marks(path).values() for mark in arrow}
