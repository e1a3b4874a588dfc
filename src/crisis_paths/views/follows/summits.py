"""Chapter 5: the summits of Central Asia as marks on a line of time, each with its card."""

from datetime import date

from markupsafe import Markup

from crisis_paths.follows.summits import SUMMITS, Partner, Summit
from crisis_paths.i18n import _
from crisis_paths.views.cases.multiples import DOT, Dot, Multiple, multiple_placing, picture
from crisis_paths.views.kit.dates import in_words, month_name
from crisis_paths.words import slug
from explorers.choices import UNSET, Choice, Look, Option
from explorers.explorer import Explorer
from explorers.outputs import Page, joined, table
from explorers.panels import Panel, Region
from explorers.parts import folded, prompt

FIRST, LAST = date(2022, 10, 1), date(2023, 10, 1)  # the article's span, to the day after it
MONTHS = 12
SUMMIT = "summit"


def _printed(summit: Summit) -> str:
    """Say what the article has on a summit, with its section; of China, that it has nothing."""
    if summit.event is None:
        return _(summit.check["printed"])
    sentence = _("Section {section}: {event}")
    return sentence.format(event=_(summit.event["event"]), section=summit.event["section"])


def summits_table() -> Page:
    """Return the summits in order of their days, as the article has them and as found elsewhere.

    Examples
    --------
    >>> print(summits_table().text.splitlines()[0][:32])
    Russia | 14 October 2022, Astana
    """
    lines = [
        (summit.partner.label, _(summit.check["found"]), _printed(summit)) for summit in SUMMITS
    ]
    return Page(
        table(
            (_("With"), _("Found in public sources"), _("What the article says")),
            lines,
        ),
        "\n".join(map(" | ".join, lines)),
    )


def _lane(summit: Summit) -> str:
    """Return whose side the partner is on."""
    return "hegemon" if summit.partner is Partner.RUSSIA else "external"


def _dot(summit: Summit) -> Dot:
    share = (summit.day - FIRST) / (LAST - FIRST)
    left = f"clamp(0px,{share:.2%} - {DOT // 2}px,100% - {DOT}px)"
    return Dot({"lane": _lane(summit)}, summit.partner.value, left, "day")


def _axis() -> Markup:
    """Draw the months, and under them the two years."""
    text = Markup('<text x="{x:.2f}%" y="{y}" class="{kind}">{words}</text>')
    month = ((FIRST.month - 1 + n) % MONTHS + 1 for n in range(MONTHS))
    names = (
        text.format(x=100 * (n + 0.5) / MONTHS, y=12, kind="always", words=month_name(one)[:3])
        for n, one in enumerate(month)
    )
    old = MONTHS - FIRST.month + 1
    years = ((old / 2, FIRST.year), ((old + MONTHS) / 2, LAST.year))
    under = (
        text.format(x=100 * middle / MONTHS, y=25, kind="year always", words=year)
        for middle, year in years
    )
    return Markup('<svg class="axis" aria-hidden="true">{}</svg>').format(
        joined((*names, *under), "")
    )


def _when(summit: Summit) -> str:
    return in_words(summit.check["found_date"])


def _card(summit: Summit) -> Markup:
    """Return when and where a summit was held, by public sources, and what the article says."""
    _day, _comma, place = _(summit.check["found"]).partition(", ")
    return Markup(
        '<p class="event-card actor-{lane}"><b>{when}</b> · <span class="event-actor">{who}</span> '
        "{found}<br>{printed}</p>"
    ).format(
        lane=_lane(summit),
        when=_when(summit),
        who=summit.partner.label,
        found=_("{place} (public sources).").format(place=place),
        printed=_printed(summit),
    )


def _value(summit: Summit) -> str:
    return slug(summit.check["check_id"])


def summits_picture() -> Explorer:
    """Return the summits as marks, a lane a partner, with a card that tells the chosen one.

    Examples
    --------
    >>> summits_picture().choices[0].values[:3]
    ('ca-russia', 'kz-eu-summit', 'ca-china')
    """
    name, listed = "summits", summits_table()
    labels = {summit.partner.value: summit.partner.label for summit in SUMMITS}
    lanes = {partner: label[:1].upper() + label[1:] for partner, label in labels.items()}
    drawn = Multiple(
        SUMMIT,
        _("Summits of the Central Asian states"),
        lanes,
        tuple(map(_dot, SUMMITS)),
        axis=_axis(),
    )
    sign = Markup('<i class="mark mark-day actor-{}"></i>')
    label = _("{partner}, {date}")
    options = (
        Option(
            _value(summit),
            label.format(partner=summit.partner.label, date=_when(summit)),
            sign=sign.format(_lane(summit)),
        )
        for summit in SUMMITS
    )
    hint = _("Choose a mark; arrow keys go on from there.")
    told = (Panel({SUMMIT: (_value(summit),)}, _card(summit)) for summit in SUMMITS)
    return Explorer(
        name,
        drawn.title,
        (Choice(SUMMIT, _("Which summit?"), tuple(options), look=Look.MARKS),),
        (Region(SUMMIT, (Panel({SUMMIT: (UNSET,)}, prompt(hint)), *told), live=True),),
        alternative=folded(_("The same in a table"), listed.html),
        text=listed.text,
        layout=Markup("{}{{reset}}").format(picture(drawn)),
        placing="\n".join(multiple_placing(name, drawn)),
    )
