"""Who acts on a crisis path: the four actors of section 3."""

from enum import StrEnum

from crisis_paths.i18n import _


class Actor(StrEnum):
    """An actor of the framework; ``TOGETHER`` is what comes of all four."""

    DOMESTIC = "domestic"
    SMALL_STATE = "small_state"
    EXTERNAL = "external"
    HEGEMON = "hegemon"
    TOGETHER = "together"

    @property
    def label(self) -> str:
        """The actor's name as a reader sees it.

        Examples
        --------
        >>> Actor.HEGEMON.label
        'Regional hegemon'
        """
        return {
            Actor.DOMESTIC: _("Domestic forces"),
            Actor.SMALL_STATE: _("Small or medium state"),
            Actor.EXTERNAL: _("External powers"),
            Actor.HEGEMON: _("Regional hegemon"),
            Actor.TOGETHER: _("All together"),
        }[self]
