"""The setting of a live explorer as a trait, which refuses what the explorer does not have."""

from explorers.errors import NoWidgetsError
from explorers.i18n import _
from explorers.whole import whole

try:
    import traitlets
except ImportError as missing:
    raise NoWidgetsError(
        _("A widget needs ipywidgets; install it with: pip install ipywidgets.")
    ) from missing


class SettingTrait(traitlets.Dict):
    """A value for each choice of the explorer of the object that has the trait.

    Whatever is set is made whole at once: what is left out is as it starts.

    Examples
    --------
    >>> from explorers.choices import choice
    >>> from explorers.explorer import Explorer
    >>> class Live(traitlets.HasTraits):
    ...     explorer = Explorer("coin", "A coin", (choice("side", "Side?", ("a", "A")),), ())
    ...     setting = SettingTrait()
    >>> Live(setting={"side": "a"}).setting, Live(setting={}).setting
    ({'side': 'a'}, {'side': 'unset'})
    """

    def validate(self, obj: traitlets.HasTraits, value: object) -> dict[str, str]:
        """Return the whole setting; refuse one that cannot be.

        Parameters
        ----------
        obj : HasTraits
            Has an ``explorer``.
        value : object
            What is to be set.

        Raises
        ------
        TraitError
            If it is no dictionary.
        ExplorerError
            If the explorer has no such choice or value.
        """
        return whole(obj.explorer, super().validate(obj, value))
