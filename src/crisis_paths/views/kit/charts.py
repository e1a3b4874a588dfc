"""Charts (Altair): a specification for the page, and a text that says the same.

A date without a time is midnight in UTC. On a scale of local time it lies before or after the
midnight where the book is built or read, and the axis loses the label of its first year or of
its last one; so every axis of time is made by `days`, and every mark on it says its date in the
words of `said`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING

from markupsafe import Markup

from crisis_paths.extras import extra
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.sorting import Condition, groups, sorts
from crisis_paths.framework.variables import Outcome
from crisis_paths.i18n import _
from crisis_paths.views.kit.palette import MARKS
from explorers.outputs import Page, joined, table
from explorers.parts import folded

if TYPE_CHECKING:
    import altair as alt

SPEC = "application/vnd.vegalite.v6+json"
# JupyterLab (4.6) and VS Code draw what comes under the older name, this specification
# included. A width of "container" makes JupyterLab's page hang, so theirs is fixed.
LAB = "application/vnd.vegalite.v5+json"
LAB_WIDTH = 560


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its plain-text alternative; the output is the same at every run."""

    chart: "alt.TopLevelMixin"
    text: str

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        spec = self.chart.to_dict()
        return {SPEC: spec, LAB: {**spec, "width": LAB_WIDTH}, "text/plain": self.text}


def altair() -> ModuleType:
    """Return Altair, which only charts need.

    Raises
    ------
    MissingExtraError
        If it is not there.

    Examples
    --------
    >>> altair().__name__
    'altair'
    """
    with extra("views", _("A chart")):
        import altair
    return altair


def drawn(rows: Sequence[Mapping[str, object]], description: str = "") -> "alt.Chart":
    """Begin a chart of these rows, with a mark for each.

    Parameters
    ----------
    rows : sequence of mappings
        Each with the same fields, in one order; text, numbers and bools.
    description : str
        What the chart shows, for those who hear it.

    Examples
    --------
    >>> drawn([{"x": 1}]).mark_point().encode(x="x:Q").to_dict()["mark"]
    {'type': 'point'}
    """
    alt = altair()
    data = alt.InlineData(values=list(map(dict, rows)))
    return alt.Chart(data, description=description) if description else alt.Chart(data)


def dressed(chart: "alt.Chart", height: int) -> "alt.Chart":
    """Return the chart as wide as its page, in the page's type, on the page's own background.

    Parameters
    ----------
    chart : altair.Chart
        The chart.
    height : int
        Its height in pixels. A fixed one: a step beside a container's width is refused.

    Examples
    --------
    >>> dressed(drawn([{"x": 1}]).mark_point(), 120).to_dict()["height"]
    120
    """
    return (
        chart.properties(width="container", height=height, background="transparent")
        .configure(font="system-ui, sans-serif")
        .configure_axis(labelFontSize=14)
        .configure_legend(labelFontSize=14, titleFontSize=14)
        .configure_view(stroke=None)
    )


def filled(template: str, **parts: str) -> str:
    """Return a sentence with names to fill in, as an expression of the chart.

    Parameters
    ----------
    template : str
        The sentence.
    **parts : str
        For each name an expression.

    Examples
    --------
    >>> print(filled("{case}: {n}", case="datum.case", n="datum.n"))
    replace(replace("{case}: {n}", '{case}', datum.case), '{n}', datum.n)
    """
    expression = json.dumps(template, ensure_ascii=False)
    for key, part in parts.items():
        expression = f"replace({expression}, '{{{key}}}', {part})"
    return expression


def _sorting_text() -> list[tuple[Condition, list[str]]]:
    """Return each condition with a line for each group: its cases, and the outcome of each."""
    case_words = _("{case} ({outcome})")
    line = _("{group}: {cases}")
    return [
        (
            condition,
            [
                line.format(
                    group=group,
                    cases=", ".join(
                        case_words.format(case=case.title, outcome=_(case.outcome.value))
                        for case in cases
                    ),
                )
                for group, cases in groups(condition).items()
            ],
        )
        for condition in Condition
    ]


def sorting_chart() -> Chart:
    """Draw the five crises sorted by one condition at a time, which the reader picks.

    Examples
    --------
    >>> sorting_chart().text.splitlines()[0]
    'political turmoil / turmoil: Belarus 2020 (manageable), Kyrgyzstan 2020 (manageable), \
Kazakhstan 2022 (manageable), Ukraine 2013 (manageable)'
    """
    alt = altair()
    data = [
        {
            "condition": condition.value,
            "group": condition.of(case),
            "case": case.title,
            "outcome": _(case.outcome.value),
        }
        for condition in Condition
        for case in TABLE_2.values()
    ]
    chosen = alt.param(
        name="sortby",
        value=Condition.BALANCE.value,
        bind=alt.binding_radio(
            options=[condition.value for condition in Condition],
            labels=[condition.label for condition in Condition],
            name=_("Sort by: "),
        ),
    )
    outcomes = [_(outcome.value) for outcome in Outcome]
    chart = dressed(
        drawn(
            data,
            _("Five crises sorted by one condition at a time; the table below says the same."),
        )
        .mark_point(filled=True, size=160, opacity=1)
        .encode(
            x=alt.X("group:N", title=None, sort=None, axis=alt.Axis(orient="top", labelAngle=0)),
            y=alt.Y("case:N", title=None, sort=[case.title for case in TABLE_2.values()]),
            shape=alt.Shape(
                "outcome:N",
                title=_("Outcome"),
                scale=alt.Scale(domain=outcomes, range=["circle", "cross"]),
                legend=alt.Legend(orient="bottom"),
            ),
            color=alt.Color(
                "outcome:N",
                title=_("Outcome"),
                scale=alt.Scale(domain=outcomes, range=[*MARKS[:2]]),
                legend=alt.Legend(orient="bottom"),
            ),
            tooltip=["case:N", "group:N", "outcome:N"],
        )
        .add_params(chosen)
        .transform_filter("datum.condition === sortby"),
        height=170,
    )
    template = _("{condition} / {group}")
    text = "\n".join(
        template.format(condition=condition.label, group=group)
        for condition, lines in _sorting_text()
        for group in lines
    )
    return Chart(chart, text)


def sorting_table() -> Page:
    """Return the table behind the chart, folded, with what each condition achieves.

    Examples
    --------
    >>> [line.rpartition(" | ")[2] for line in sorting_table().text.splitlines()]
    ['yes', 'no', 'yes', 'yes']
    """
    lines = [
        (condition.label, group_lines, _("yes") if sorts(condition) else _("no"))
        for condition, group_lines in _sorting_text()
    ]
    shown = table(
        (_("Sorted by"), _("Groups, crises and outcomes"), _("Separates the outcomes?")),
        (
            (label, joined(group_lines, Markup("<br>")), answer)
            for label, group_lines, answer in lines
        ),
    )
    return Page(
        folded(_("Every condition in a table"), shown),
        "\n".join(
            f"{label} | {'; '.join(group_lines)} | {answer}" for label, group_lines, answer in lines
        ),
    )
