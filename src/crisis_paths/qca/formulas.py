"""The words of qualitative comparative analysis: rows, products, solutions, and how they fit.

``*`` is and, ``+`` is or, ``~`` is not; ``1`` is always true, ``0`` never.

Examples
--------
>>> both = Product((("STORM", True), ("LEAK", True)))
>>> calm = Product((("WIND", False),))
>>> print(Solution((both, calm)))
STORM*LEAK + ~WIND
>>> print(Solution((Product(()),)), Solution(()))
1 0
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Self

from crisis_paths.given import flag
from crisis_paths.i18n import _


class Kind(StrEnum):
    """What the cases of a row say of the outcome."""

    POSITIVE = "consistent positive"
    NEGATIVE = "consistent negative"
    CONTRADICTORY = "contradictory"
    REMAINDER = "remainder"

    @property
    def label(self) -> str:
        """The kind as a reader sees it."""
        return {
            Kind.POSITIVE: _("only cases with the outcome"),
            Kind.NEGATIVE: _("only cases without the outcome"),
            Kind.CONTRADICTORY: _("cases of both kinds"),
            Kind.REMAINDER: _("no case"),
        }[self]


_MARKS = {Kind.POSITIVE: "+", Kind.NEGATIVE: "-", Kind.CONTRADICTORY: "!", Kind.REMAINDER: "?"}


@dataclass(frozen=True, slots=True)
class Product:
    """Conditions that hold together, each required or denied.

    Attributes
    ----------
    literals : tuple of (str, bool)
        The conditions, and whether each is required to hold or to fail.
    """

    literals: tuple[tuple[str, bool], ...]

    def __post_init__(self) -> None:
        """Refuse a condition that is neither required to hold nor to fail."""
        read = tuple((name, flag(name, wanted)) for name, wanted in self.literals)
        object.__setattr__(self, "literals", read)

    @classmethod
    def of(cls, asked: Iterable[tuple[str, bool | None]]) -> Self:
        """Return the product of the conditions of which something is asked (not None)."""
        return cls(tuple((name, wanted) for name, wanted in asked if wanted is not None))

    def __str__(self) -> str:
        """Write the product, as in ``STORM*~LEAK``."""
        return "*".join(name if wanted else "~" + name for name, wanted in self.literals) or "1"

    def holds(self, values: Mapping[str, bool]) -> bool:
        """Tell whether the product is true of a case with these values.

        Raises
        ------
        CrisisPathsError
            If a condition has no value, or another than True and False.

        Examples
        --------
        >>> Product((("STORM", True),)).holds({"STORM": "no"})
        Traceback (most recent call last):
            ...
        crisis_paths.errors.CrisisPathsError: STORM is 'no', but must be one of: True, False.
        """
        return all(_value(values, name) is wanted for name, wanted in self.literals)


def _value(values: Mapping[str, bool], name: str) -> bool:
    try:
        value = values[name]
    except (LookupError, TypeError):
        value = None
    return value if value is True or value is False else flag(name, value)  # mostly a bool


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a formula or a row goes with the outcome.

    Attributes
    ----------
    consistency : Fraction or None
        Which share of the cases that it is true of has the outcome; None without such a case.
    coverage : Fraction or None
        Of which share of the cases with the outcome it is true; None without such a case.
    note : str
        Why a number could hardly be another; empty if it could.
    """

    consistency: Fraction | None
    coverage: Fraction | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One combination of conditions, and the cases that show it.

    Attributes
    ----------
    product : Product
        The combination, a value for each condition.
    having, lacking : tuple of str
        The cases with the outcome, and those without it.
    assumed : bool or None
        For a row without cases: whether it is treated as if it had the outcome; None if open.
    """

    product: Product
    having: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    assumed: bool | None = None

    def __post_init__(self) -> None:
        """Refuse an assumption that is none of the three."""
        if self.assumed is not None:
            object.__setattr__(self, "assumed", flag("assumed", self.assumed))

    @property
    def values(self) -> dict[str, bool]:
        """The conditions, and whether each holds."""
        return dict(self.product.literals)

    @property
    def number(self) -> int:
        """The row's number in binary digits: a 1 for each condition that holds."""
        return sum(wanted << n for n, (_name, wanted) in enumerate(reversed(self.product.literals)))

    @property
    def cases(self) -> tuple[str, ...]:
        """The cases that show this combination."""
        return self.having + self.lacking

    def showing(self, value: bool) -> tuple[str, ...]:
        """Return those of its cases that have the outcome (True), or lack it (False).

        Raises
        ------
        CrisisPathsError
            If the value is neither.
        """
        return self.having if flag("value", value) else self.lacking

    @property
    def kind(self) -> Kind:
        """What its cases say of the outcome."""
        if self.having and self.lacking:
            return Kind.CONTRADICTORY
        if self.having:
            return Kind.POSITIVE
        return Kind.NEGATIVE if self.lacking else Kind.REMAINDER

    @property
    def open(self) -> bool:
        """Whether it has no case, and nothing is assumed of it."""
        return not self.cases and self.assumed is None

    @property
    def mark(self) -> str:
        """The kind in one character: ``+``, ``-``, ``!``, ``?``; assumed ``p`` or ``n``."""
        if self.assumed is not None:
            return "p" if self.assumed else "n"
        return _MARKS[self.kind]

    def __str__(self) -> str:
        """Write the combination, as in ``STORM*~LEAK``."""
        return str(self.product)


@dataclass(frozen=True, slots=True)
class Solution:
    """A formula: products, one of which has to hold.

    Attributes
    ----------
    products : tuple of Product
        In the order of the conditions.
    fit : Fit
        How it goes with the cases.
    """

    products: tuple[Product, ...]
    fit: Fit = Fit(None, None)

    def __str__(self) -> str:
        """Write the formula, as in ``STORM*LEAK + ~WIND``."""
        return " + ".join(map(str, self.products)) or "0"

    def holds(self, values: Mapping[str, bool]) -> bool:
        """Tell whether the formula is true of a case with these values.

        Raises
        ------
        CrisisPathsError
            As :meth:`Product.holds`.
        """
        return any(product.holds(values) for product in self.products)
