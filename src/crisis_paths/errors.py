"""The one exception that this package raises when it is given something it cannot use."""


class CrisisPathsError(ValueError):
    """Bad input, named in one sentence: what was wrong, where, and what is allowed.

    Examples
    --------
    >>> issubclass(CrisisPathsError, ValueError)
    True
    """
