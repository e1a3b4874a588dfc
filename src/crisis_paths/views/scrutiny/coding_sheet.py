"""Chapter 7.5: cases to code on the sheet, and how far the reader agrees with the article."""

from collections.abc import Sequence

from markupsafe import Markup

from crisis_paths.argument.puzzle import SINCE_2020
from crisis_paths.cases.casebook import VARIABLES
from crisis_paths.framework.rules import Standing
from crisis_paths.i18n import _
from crisis_paths.scrutiny.agreement import Agreement, agree, as_close
from crisis_paths.scrutiny.coded_rows import Row
from crisis_paths.scrutiny.coding_sheet import CodingSheet
from crisis_paths.tables.dates import last_day
from crisis_paths.tables.reading import rows
from crisis_paths.views.cases.lanes import dated, lanes
from crisis_paths.views.kit.palette import LANES
from crisis_paths.views.kit.rule_table import standing_label
from crisis_paths.views.scrutiny.coding_tables import kappa, number, variable_label
from crisis_paths.words import name_key, slug
from explorers.beside import beside
from explorers.choices import UNSET, Look, choice, exactly, settings
from explorers.explorer import Explorer
from explorers.outputs import Page, joined, table
from explorers.panels import Panel, Region, longest, until_chosen
from explorers.parts import folded, line, verdict

# What the article's words carry of the crises that it only mentions.
OLDER = {"georgia_2003": "balance", "ukraine_2004": "balance", "armenia_2018": "control"}


def _title(case: str) -> str:
    (row,) = (row for row in rows("cases") if row["case"] == case)
    return _("{country} {year}").format(country=_(row["name"]), year=row["year"])


def facts() -> Page:
    """Return the four crises since 2020 as dated up to their turning point, each in a fold.

    Examples
    --------
    >>> facts().text.splitlines()[0]
    'Belarus 2020'
    """
    pages = {case.title: lanes(case.id, "before") for case in SINCE_2020}
    return Page(
        joined(folded(title, page.html) for title, page in pages.items()),
        "\n".join(f"{title}\n{page.text}" for title, page in pages.items()),
    )


def older_facts() -> Page:
    """Return what the article tells of three older crises, up to the end of the following year.

    Examples
    --------
    >>> older_facts().text.splitlines()[-1].split(" | ")[0]
    '2018'
    """
    pieces, texts = [], []
    for case in OLDER:
        (year,) = (int(row["year"]) for row in rows("cases") if row["case"] == case)
        lines = [
            (dated(event), LANES[event["lane"]].label, _(event["event"]), event["section"])
            for event in rows("events")
            if event["case"] == case
            and last_day(event["date_end"] or event["date_start"]).year <= year + 1
        ]
        heads = (_("Date"), _("Who"), _("What happened"), _("Section"))
        pieces.append(folded(_title(case), table(heads, lines)))
        texts += [_title(case), *(" | ".join(cells) for cells in lines)]
    return Page(joined(pieces), "\n".join(texts))


def _values(variable: str) -> tuple[tuple[str, str], ...]:
    return tuple((value.value, _(value.value)) for value in VARIABLES[variable])


def _worth(agreement: Agreement) -> Markup:
    """Return how often the reader agrees with the article, and what that is worth."""
    close, sheets = as_close(agreement.units, agreement.same)
    sentence = _(
        "You agree with the article on {same} of {units}. Of the {sheets} possible sheets,"
        " {close} agree at least as often."
    ).format(same=agreement.same, units=agreement.units, sheets=sheets, close=close)
    numbers = _("Cohen’s kappa: {kappa}. Krippendorff’s alpha: {alpha}.").format(
        kappa=kappa(agreement), alpha=number(agreement.alpha)
    )
    doubt = (line(agreement.doubt.text),) if agreement.doubt else ()
    return joined((verdict(sentence), line(numbers), *doubt))


def _side_by_side(mine: Sequence[str], theirs: Sequence[str]) -> Markup:
    """Return the reader's coding of each crisis beside the article's."""
    alike, apart = (
        _("{case}: both {mine} ({place})"),
        _("{case}: you {mine}, the article {theirs} ({place})"),
    )
    place = _("section {section}; Table 2")
    return Markup("<ul>{}</ul>").format(
        joined(
            Markup("<li>{}</li>").format(
                (alike if own == article else apart).format(
                    case=case.title,
                    mine=_(own),
                    theirs=_(article),
                    place=place.format(section=case.section),
                )
            )
            for case, own, article in zip(SINCE_2020, mine, theirs, strict=True)
        )
    )


def sheet(variable: str) -> Explorer:
    """Return an explorer: code one variable for the four crises since 2020, then compare.

    Parameters
    ----------
    variable : {"balance", "control"}
        What is coded.

    Raises
    ------
    KeyError
        If the variable is another.

    Examples
    --------
    >>> len(sheet("control").settings())
    16
    """
    values = _values(variable)
    ask, coded = _("{case}: {variable}"), _("{case}: {value}")
    choices = tuple(
        choice(
            slug(c.id),
            ask.format(case=c.title, variable=variable_label(variable)),
            *values,
            look=Look.SWITCH,
        )
        for c in SINCE_2020
    )
    theirs = [getattr(case, variable).value for case in SINCE_2020]
    title = _("Code {variable} in four crises").format(variable=variable_label(variable))
    hint = _("Code all four. What the article codes comes after.")
    hints, verdicts = until_chosen(hint, *choices, still=True), []
    compared, lines = [], []
    for setting in settings(choices):
        mine = list(setting.values())
        agreement = agree(mine, theirs)
        verdicts.append(Panel(exactly(setting), _worth(agreement)))
        compared.append(Panel(exactly(setting), _side_by_side(mine, theirs)))
        lines.append(
            (
                ", ".join(
                    coded.format(case=case.title, value=_(own))
                    for case, own in zip(SINCE_2020, mine, strict=True)
                ),
                _("{same} of {units}").format(same=agreement.same, units=agreement.units),
                kappa(agreement),
                number(agreement.alpha),
            )
        )
    heads = (_("You code"), _("As the article"), _("Kappa (interval)"), _("Alpha"))
    return Explorer(
        name=f"sheet-{variable}",
        title=title,
        choices=choices,
        regions=(
            Region("verdict", (*hints, *verdicts), live=True, room=longest(verdicts)),
            Region("codings", tuple(compared)),
        ),
        alternative=folded(
            _("All {count} sheets in words").format(count=len(lines)), table(heads, lines)
        ),
        text="\n".join(" | ".join(cells) for cells in lines),
        layout=beside((one.name for one in choices), ("verdict", "codings"), kind="rows-sheet"),
    )


def _ends(row: Row) -> str:
    """Say what the article's one coding leaves open."""
    if len(row.ends) == 1:
        return _("Whatever that is, the framework predicts: {outcome}.").format(
            outcome=_(row.ends[0].value)
        )
    return _("The framework may then predict either outcome: the missing variable decides.")


def _carried(case: str, variable: str) -> tuple[Row, Markup]:
    """Return the article's coding of an older case as a row, and the words that carry it."""
    (row,) = (row for row in CodingSheet.article().rows if name_key(row.case) == name_key(case))
    item = Markup('<li>{said} <small>({place} · <span class="standing">{how}</span>)</small></li>')
    place = _("section {section}")
    words = Markup("<ul>{}</ul>").format(
        joined(
            item.format(
                said=_(coding["evidence"]),
                place=place.format(section=coding["section"]),
                how=standing_label(
                    Standing.STATED if coding["standing"] == Standing.STATED else Standing.OURS
                ),
            )
            for coding in rows("codings")
            if (coding["case"], coding["dimension"]) == (case, variable)
        ),
    )
    return row, words


def sheet_older() -> Explorer:
    """Return an explorer: code three older crises on the one variable that the article carries.

    Examples
    --------
    >>> len(sheet_older().settings())
    8
    """
    ask, unmade = _("{case}: {variable}"), _("{case}: not coded yet.")
    agreed = _("{case}: {value}, as the article’s words have it, which leave {other} open. {ends}")
    differed = _("{case}: not {value}, by the article’s words, which leave {other} open. {ends}")
    choices, regions, sentences = [], [], {}
    for case, variable in OLDER.items():
        title, name = _title(case), slug(case)
        question = ask.format(case=title, variable=variable_label(variable))
        choices.append(choice(name, question, *_values(variable), look=Look.SWITCH))
        row, words = _carried(case, variable)
        (missing,) = (n for n in VARIABLES if n != variable)
        panels = [Panel({name: (UNSET,)}, line(unmade.format(case=title)))]
        for value in choices[-1].values:
            template = agreed if value == getattr(row, variable) else differed
            sentences[name, value] = template.format(
                case=title, value=_(value), other=variable_label(missing), ends=_ends(row)
            )
            panels.append(Panel({name: (value,)}, line(sentences[name, value])))
        # a crisis announces its own coding only, and not the words behind it
        regions += [
            Region(f"coding-{name}", tuple(panels), live=True),
            Region(f"words-{name}", (Panel({name: choices[-1].values}, words),)),
        ]
        every = settings(choices)
    lines = [" ".join(sentences[pair] for pair in setting.items()) for setting in every]
    heads = (_("You code"), _("What the article carries"))
    coded = _("{asked} {value}")
    words = [
        (
            ", ".join(coded.format(asked=c.question, value=_(setting[c.name])) for c in choices),
            sentence,
        )
        for setting, sentence in zip(every, lines, strict=True)
    ]
    return Explorer(
        name="sheet-older",
        title=_("Code three older crises"),
        choices=tuple(choices),
        regions=tuple(regions),
        alternative=folded(
            _("All {count} sheets in words").format(count=len(words)), table(heads, words)
        ),
        text="\n".join(" | ".join(pair) for pair in words),
        layout=Markup('<div class="sheet-rows">{rows}{{reset}}</div>').format(
            rows=joined(map(_row, (one.name for one in choices)))
        ),
    )


def _row(name: str) -> Markup:
    """Return the places of one older crisis: its switch, what follows, and the article's words."""
    return Markup(
        '<div class="sheet-row">{{choice-{name}}}<div class="sheet-said">{{region-coding-{name}}}'
        "{{region-words-{name}}}</div></div>"
    ).format(name=name)
