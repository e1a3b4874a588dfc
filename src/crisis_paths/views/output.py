"""The output of a notebook cell: one thing in several forms, the same at every run."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of HTML with its plain-text twin.

    Attributes
    ----------
    html : Markup
        What a page shows.
    text : str
        What a terminal shows, and what tests compare.

    Examples
    --------
    >>> sorted(Page(Markup("<p>Yes</p>"), "Yes")._repr_mimebundle_())
    ['text/html', 'text/plain']
    """

    html: Markup
    text: str

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        return {"text/html": str(self.html), "text/plain": self.text}


def joined(pieces: object, between: str = "\n") -> Markup:
    """Many pieces of HTML as one; strings that are not HTML are escaped.

    Examples
    --------
    >>> joined([Markup("<b>a</b>"), "a < b"], " ")
    Markup('<b>a</b> a &lt; b')
    """
    return Markup(between).join(pieces)
