"""The exception that this package raises when an explorer cannot be made or linked to."""


class ExplorerError(ValueError):
    """An explorer, or a link to one, that cannot be: what is wrong, and what is allowed.

    Examples
    --------
    >>> issubclass(ExplorerError, ValueError)
    True
    """


class NoWidgetsError(ExplorerError, ImportError):
    """ipywidgets is not installed, and a widget was asked for.

    Examples
    --------
    >>> issubclass(NoWidgetsError, ImportError)
    True
    """
