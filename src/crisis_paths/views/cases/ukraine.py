"""Chapter 4.5: two crises side by side, and until when the first can be called manageable."""

from markupsafe import Markup

from crisis_paths.cases.casebook import evidence
from crisis_paths.cases.window import ENDS, Sayable, known_by, sayable
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.views.cases.bracket import (
    bracket,
    bracket_placing,
    end_choice,
    end_value,
    known_list,
)
from crisis_paths.views.cases.evidence import LABELS, value_words
from crisis_paths.views.kit.dates import in_words
from explorers.choices import UNSET
from explorers.explorer import Explorer
from explorers.outputs import Page, table
from explorers.panels import Panel, Region
from explorers.parts import folded, prompt

PAIR = ("ukraine_2013", "ukraine_2022")


def two_crises() -> Page:
    """Return each coding of 2013 beside that of 2022, with how much of the evidence is stated.

    Examples
    --------
    >>> print(two_crises().text.splitlines()[0])
    Political turmoil | yes: 2 for (0 stated), 0 against | no: 2 for (2 stated), 1 against
    """
    coded = {row["case"]: row for row in rows("cases")}
    words = _("{value}: {for_} for ({stated} stated), {against} against")
    lines = []
    for dimension, label in LABELS.items():
        cells = []
        for case in PAIR:
            items = evidence(case, dimension)
            cells.append(
                words.format(
                    value=value_words(coded[case][dimension]),
                    for_=len(items.for_),
                    stated=sum(item.stated for item in items.for_),
                    against=len(items.against),
                )
            )
        lines.append((label(), *cells))
    heads = (_("What"), *(TABLE_2[case].title for case in PAIR))
    return Page(
        folded(_("The codings of both crises side by side"), table(heads, lines, cards=False)),
        "\n".join(" | ".join(line) for line in lines),
    )


def _sentence(end: str) -> str:
    """Say whether it can be called manageable if it ends here, and on what that hangs."""
    return {
        Sayable.YES: _(
            "If the crisis ends here, it has shaken the state without crossing its border: in the"
            " sense of sections 4.1 and 4.3 you can call it manageable."
        ),
        Sayable.DOUBTFUL: _(
            "If the crisis ends here, the answer is in doubt: armed men hold the seat of power in"
            " Crimea, and everything depends on whether another state is behind them."
        ),
        Sayable.NO: _(
            "If the crisis ends here, the word no longer fits: Russia has annexed Crimea, and a"
            " second state is party to what had been a crisis within one."
        ),
    }[sayable(end)]


def window() -> Explorer:
    """Return an explorer: end the crisis of 2013 on some day, and see whether the word still fits.

    Examples
    --------
    >>> len(window().settings())
    9
    """
    name = "window"
    choice = end_choice(_("The crisis of 2013 ends on"))
    hint = _("Choose the day on which the crisis ends, from November 2013 to August 2014.")
    sentences = [Panel({"end": (UNSET,)}, prompt(hint))]
    listed, lines = [], []
    none_ = _("Nothing of what was looked up lies before this day.")
    for day in ENDS:
        when = {"end": (end_value(day),)}
        words = Markup('<p class="verdict" data-sayable="{sayable}"><span>{said}</span></p>')
        sentences.append(Panel(when, words.format(sayable=sayable(day), said=_sentence(day))))
        listed.append(Panel(when, known_list(day) or Markup("<p>{}</p>").format(none_)))
        claims = "; ".join(
            f"{in_words(row['found_date'])}: {_(row['claim'])}" for row in known_by(day)
        )
        lines.append((in_words(day), _sentence(day), claims or none_))
    heads = (_("Ends on"), _("Manageable?"), _("What lies within"))
    return Explorer(
        name=name,
        title=_("When did the crisis of 2013 stop being manageable?"),
        choices=(choice,),
        regions=(Region("said", tuple(sentences), live=True), Region("known", tuple(listed))),
        alternative=folded(_("Every day in a table"), table(heads, lines)),
        text="\n".join(" | ".join(line) for line in lines),
        layout=Markup(
            '<div class="window">{}{{region-said}}{{region-known}}{{reset}}</div>'
        ).format(bracket()),
        placing="\n".join(bracket_placing(name)),
    )
