"""The article's evidence on how a hegemon saw its control, sorted by what it is taken from.

A perception that is read off what the hegemon did cannot explain what it did. So it matters what
each piece of evidence is taken from. The evidence is that of the table ``codings``; to sort it,
and to say what each kind would show, is ours.

Examples
--------
>>> for source in Source:
...     print(source.value, len(found(source)))
inside 0
testimony 0
third 2
record 3
means 3
author 9
done 9
later 2
"""

from collections.abc import Mapping
from types import MappingProxyType

from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.words import Choice


class Source(Choice):
    """Something from which one may know how a hegemon saw its control."""

    INSIDE = "inside"
    TESTIMONY = "testimony"
    THIRD = "third"
    RECORD = "record"
    MEANS = "means"
    AUTHOR = "author"
    DONE = "done"
    LATER = "later"

    @property
    def label(self) -> str:
        """The kind of evidence as a reader sees it."""
        return {
            Source.INSIDE: _("Papers and private words of the time, from before the outcome"),
            Source.TESTIMONY: _("What those concerned tell later"),
            Source.THIRD: _("What others write of its hold and its confidence"),
            Source.RECORD: _("Its own words on record, before the outcome"),
            Source.MEANS: _("The means that it had"),
            Source.AUTHOR: _("What the article says that Russia felt or weighed"),
            Source.DONE: _("What it did"),
            Source.LATER: _("What came after"),
        }[self]

    @property
    def shows(self) -> str:
        """What evidence of this kind would show."""
        return {
            Source.INSIDE: _("The perception itself, apart from the deed and from its success."),
            Source.TESTIMONY: _("The perception, as remembered by people who know the outcome."),
            Source.THIRD: _(
                "How sure of itself it seemed to others; most, if they did not know the end yet."
            ),
            Source.RECORD: _("What others were to believe; it may also be what was believed."),
            Source.MEANS: _("What it could do, which is not what it thought that it could do."),
            Source.AUTHOR: _("A judgement, which is as good as the sources that it rests on."),
            Source.DONE: _("The thing that perception is to explain (section 3, paragraph 3)."),
            Source.LATER: _("Whether a judgement came true, once the end is known."),
        }[self]


SORTED: Mapping[str, Source] = MappingProxyType(
    {
        item: source
        for source, items in {
            # quoted from Kortunov; a footnote to Sharshenova stands at “more confident”
            Source.THIRD: "by-overpressure kg-more-confident",
            Source.RECORD: "by-call-confidence kg-valdai ua22-threat-not-capability",
            Source.MEANS: "by-influence-stock kg-means ua22-resources",
            Source.AUTHOR: "kz-csto-leader kz-fear-of-blame kz-rival-absent"
            " ua13-table-control ua13-threat ua22-urgency ua22-losing-control ua22-no-confidence"
            " ua22-losing-grip",
            Source.DONE: "by-loan by-home-agenda kg-wait-and-see kz-quick-exit kz-troops-sent"
            " ua13-lesser-intervention ua13-loan-doubt ua13-like-2022"
            " by-rival-absent",
            Source.LATER: "kg-borne-out kg-after-the-fact",
        }.items()
        for item in items.split()
    }
)


def found(source: Source) -> tuple[dict[str, str], ...]:
    """Return the evidence of this kind on perceived control in the crises of Table 2.

    Raises
    ------
    CrisisPathsError
        If there is no such kind.

    Notes
    -----
    The evidence stands in the table ``codings``; the sorting is ours.

    Examples
    --------
    >>> found(Source.INSIDE)
    ()
    >>> [row["coding_id"] for row in found(Source.LATER)]
    ['kg-borne-out', 'kg-after-the-fact']
    """
    source = Source(source)
    return tuple(row for row in rows("codings") if SORTED.get(row["coding_id"]) is source)
