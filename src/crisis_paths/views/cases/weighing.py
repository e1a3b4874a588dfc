"""Chapter 4: the evidence for and against a coding, side by side, to be left out or to decide."""

from collections.abc import Iterator

from markupsafe import Markup

from crisis_paths.cases.casebook import Evidence, Item, evidence, recoded
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.i18n import _
from crisis_paths.views.cases.case_page import in_fact
from crisis_paths.views.cases.evidence import LABELS, evidence_table, standing
from crisis_paths.words import slug
from explorers.choices import NOTHING, Choice, ComputedChoice, Look, Option, choice
from explorers.explorer import Explorer
from explorers.outputs import joined
from explorers.panels import Panel, Region
from explorers.parts import folded
from explorers.rules import chosen, option_id

ITEM, LAST, LEFT = "item", "last", "left"  # the choices, and what is left, as addresses have them
COUNTED, OUT = "counted", "out"
NO, YES = "no", "yes"
NO_FOR, NO_AGAINST, NO_STATED = "nofor", "noagainst", "nostated"


def _out(item: Item) -> str:
    return f"out-{item.id}"


def _subject(dimension: str) -> str:
    return {"balance": _("the balance"), "control": _("Russia’s view of its control")}[dimension]


def _items(whole: Evidence) -> Choice:
    """Return the pieces of evidence, of which one is read at a time."""
    words = {True: _("for, {standing}"), False: _("against, {standing}")}
    options = (
        Option(item.id, item.short, words[item.supports].format(standing=standing(item.stated)))
        for item in whole.items
    )
    return Choice(ITEM, _("The evidence"), tuple(options), whole.items[0].id, Look.LIST)


def _acts(whole: Evidence) -> Iterator[Choice]:
    """Yield what can be done with a piece: leave it out, or let it decide alone."""
    for item in whole.items:
        question = _("Leave out “{item}”?").format(item=item.short)
        options = Option(COUNTED, _("It counts")), Option(OUT, _("Left out"))
        asked = ((ITEM, (item.id,)),)
        yield Choice(_out(item), question, options, COUNTED, Look.TOGGLE, asked)
    alone = (NO, _("One of many")), (YES, _("It decides"))
    yield choice(LAST, _("Let it decide?"), *alone, start=NO, look=Look.TOGGLE)


def _left(whole: Evidence) -> ComputedChoice:
    """Return what becomes of the two sides as pieces are left out."""
    sides = {
        NO_FOR: whole.for_,
        NO_AGAINST: whole.against,
        NO_STATED: tuple(item for item in whole.for_ if item.stated),
    }
    return ComputedChoice(
        LEFT,
        {flag: ({_out(item): OUT for item in items},) for flag, items in sides.items() if items},
        _("what is left"),
    )


def _remains(flags: list[str]) -> str:
    """Say what is left of the two sides."""
    if {NO_FOR, NO_AGAINST} <= {*flags}:
        return _("Nothing is left.")
    if NO_FOR in flags:
        return _("Nothing is left that speaks for the coding.")
    if NO_STATED in flags:
        return _(
            "The article’s own evidence for the coding is gone: what is left is our inference."
        )
    if NO_AGAINST in flags:
        return _("Nothing is left that speaks against the coding.")
    return _("Weigh, don’t count.")


def _cards(whole: Evidence) -> tuple[Panel, ...]:
    """Return what each piece says, and where it stands."""
    card = Markup('<div class="evidence-card"><p>{text}</p><p><small>{place}</small></p></div>')
    place = _("{standing}, section {section}")
    return tuple(
        Panel(
            {ITEM: (item.id,)},
            card.format(
                text=item.text,
                place=place.format(standing=standing(item.stated), section=item.section),
            ),
        )
        for item in whole.items
    )


def _verdicts(case: str, dimension: str, whole: Evidence) -> Iterator[Panel]:
    """Yield what the framework predicts: as coded, or as one piece alone would have it."""
    coded, flipped = TABLE_2[case], recoded(case, dimension)
    value = getattr(coded, dimension)
    said = Markup('<p class="verdict-line">{}</p>')

    def words(template: str, path: CrisisPath) -> Markup:
        return said.format(
            Markup.escape(template).format(
                subject=_subject(dimension),
                value=_(value.value),
                other=_(value.other.value),
                verdict=Markup("<strong>{}</strong>").format(path.verdict),
                in_fact=in_fact(coded),
            )
        )

    as_coded = words(
        _("The article codes {subject} as {value}; the framework predicts {verdict}. {in_fact}"),
        coded.path,
    )
    stays = words(
        _("If this decides, nothing changes: {subject} stays {value}, the prediction {verdict}."),
        coded.path,
    )
    decided = _("If this decides, {subject} becomes {other}; the framework predicts {verdict}.")
    turns = words(decided + " {in_fact}", flipped)
    yield Panel({LAST: (NO,)}, as_coded)
    for items, html in ((whole.for_, stays), (whole.against, turns)):
        if items:
            yield Panel({LAST: (YES,), ITEM: tuple(item.id for item in items)}, html)


def _said(case: str, dimension: str, whole: Evidence, left: ComputedChoice) -> tuple[Panel, ...]:
    """Return the answer, what has been left out, and what is left."""
    heard = Markup('<p class="explorer-heard">{}</p>')
    gone, line = _("Left out: {item}."), Markup('<p class="verdict-line">{}</p>')
    return (
        *_verdicts(case, dimension, whole),
        *(Panel({_out(i): (OUT,)}, heard.format(gone.format(item=i.short))) for i in whole.items),
        *(
            Panel(
                {LEFT: (state,)},
                line.format(_remains([] if state == NOTHING else state.split("-"))),
            )
            for state in left.states
        ),
    )


def _layout(whole: Evidence, dimension: str, value: str) -> Markup:
    """Return the two sides, and beside them the piece that is read, its acts and the answer."""
    title = _("{label}: {value}").format(label=LABELS[dimension](), value=_(value))
    for_ = _("For ({count})").format(count=len(whole.for_))
    against = _("Against ({count})").format(count=len(whole.against))
    outs = joined((Markup(f"{{choice-{_out(item)}}}") for item in whole.items), "")
    return Markup(
        '<div class="weighing"><div class="weighing-sides">'
        '<p class="weighing-title">{title}</p>'
        '<p class="weighing-heads" aria-hidden="true"><b>{for_}</b><b>{against}</b></p>'
        "{{choice-item}}</div>"
        '<div class="weighing-piece">{{region-card}}'
        '<div class="weighing-acts">{outs}{{choice-last}}</div>'
        "{{region-weighed}}{{reset}}</div></div>"
    ).format(title=title, for_=for_, against=against, outs=outs)


def _placing(name: str, whole: Evidence) -> str:
    """Return the rules that put each side into a column and strike out what is left out."""
    form = f"[data-explorer={name}]"
    label = f"{form} .explorer-list label"
    rules = [
        f"{label}{{grid-column:1}}",
        f"{label}:nth-of-type(n+{len(whole.for_) + 1}){{grid-column:2}}",
    ]
    rules += [
        f"{form}{chosen(name, _out(entry), OUT)} #{option_id(name, ITEM, entry.id)}~span"
        "{text-decoration:line-through}"
        for entry in whole.items
    ]
    return "\n".join(rules)


def weigh(case: str, dimension: str) -> Explorer:
    """Return the evidence for and against a coding, each piece to be left out or to decide alone.

    Parameters
    ----------
    case : str
        A crisis of Table 2.
    dimension : {"balance", "control"}
        The coding.

    Raises
    ------
    CrisisPathsError
        If Table 2 has no such crisis, or nothing of the kind is coded.

    Examples
    --------
    >>> pieces = weigh("belarus_2020", "control")
    >>> [choice.name for choice in pieces.choices][:2]
    ['item', 'out-by-call-confidence']
    """
    whole = evidence(case, dimension)
    name, left = f"weigh-{dimension}-{slug(case)}", _left(whole)
    table = evidence_table(case, dimension)
    said = _said(case, dimension, whole, left)
    return Explorer(
        name=name,
        title=_("Weigh the evidence: {label}, {case}").format(
            label=LABELS[dimension](), case=TABLE_2[case].title
        ),
        choices=(_items(whole), *_acts(whole)),
        regions=(Region("card", _cards(whole), live=True), Region("weighed", said, live=True)),
        alternative=folded(_("The evidence in a list"), table.html),
        text="\n".join((table.text, *dict.fromkeys(panel.html.striptags() for panel in said))),
        computed=(left,),
        layout=_layout(whole, dimension, getattr(TABLE_2[case], dimension).value),
        placing=_placing(name, whole),
        again=_("As in the article"),
    )
