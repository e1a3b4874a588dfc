"""Charts (Altair): a specification for the page, and a text that says the same."""

from dataclasses import dataclass

import altair as alt
import pandas as pd
from markupsafe import Markup

from crisis_paths.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.sorting import Condition, groups, sorts
from crisis_paths.variables import Outcome
from crisis_paths.views.output import Page, joined

SPEC = "application/vnd.vegalite.v6+json"
# JupyterLab (4.6) and VS Code draw what comes under the older name, this specification
# included. A width of "container" makes JupyterLab's page hang, so theirs is fixed.
LAB = "application/vnd.vegalite.v5+json"
LAB_WIDTH = 560


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its plain-text twin; the output is the same at every run."""

    chart: alt.TopLevelMixin
    text: str

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        spec = self.chart.to_dict()
        return {SPEC: spec, LAB: {**spec, "width": LAB_WIDTH}, "text/plain": self.text}


def _sorting_text() -> list[tuple[str, str, str]]:
    """Condition, group and cases, a line each, the outcome behind each case."""
    template = _("{case} ({outcome})")
    return [
        (
            condition.label,
            group,
            ", ".join(template.format(case=c.title, outcome=_(c.outcome.value)) for c in cases),
        )
        for condition in Condition
        for group, cases in groups(condition).items()
    ]


def sorting_chart() -> Chart:
    """Which condition tells the five crises apart? The reader picks one.

    Examples
    --------
    >>> sorting_chart().text.splitlines()[0]
    'political turmoil / turmoil: Belarus 2020 (manageable), Kyrgyzstan 2020 (manageable), \
Kazakhstan 2022 (manageable), Ukraine 2013 (manageable)'
    """
    data = pd.DataFrame(
        [
            {
                "condition": condition.value,
                "group": condition.of(case),
                "case": case.title,
                "outcome": _(case.outcome.value),
            }
            for condition in Condition
            for case in TABLE_2.values()
        ]
    )
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
    chart = (
        alt.Chart(
            data,
            description=_(
                "Five crises sorted by one condition at a time; the table below says the same."
            ),
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
                scale=alt.Scale(domain=outcomes, range=["#0a7d8c", "#b06000"]),
                legend=alt.Legend(orient="bottom"),
            ),
            tooltip=["case:N", "group:N", "outcome:N"],
        )
        .add_params(chosen)
        .transform_filter("datum.condition === sortby")
        .properties(width="container", height=170, background="transparent")
        .configure(font="system-ui, sans-serif")
        .configure_axis(labelFontSize=14)
        .configure_legend(labelFontSize=14, titleFontSize=14)
        .configure_view(stroke=None)
    )
    template = _("{condition} / {group}: {cases}")
    text = "\n".join(
        template.format(condition=condition, group=group, cases=cases)
        for condition, group, cases in _sorting_text()
    )
    return Chart(chart, text)


def sorting_table() -> Page:
    """The table behind the chart, with what each condition achieves."""
    heads = (_("Sorted by"), _("Group"), _("Crises and outcomes"), _("Tells them apart?"))
    verdict = {condition.label: sorts(condition) for condition in Condition}
    row = Markup(
        '<tr><td data-label="{h[0]}">{condition}</td><td data-label="{h[1]}">{group}</td>'
        '<td data-label="{h[2]}">{cases}</td><td data-label="{h[3]}">{sorts}</td></tr>'
    )
    lines = [
        (condition, group, cases, _("yes") if verdict[condition] else _("no"))
        for condition, group, cases in _sorting_text()
    ]
    return Page(
        Markup(
            '<table class="stack"><thead><tr>{heads}</tr></thead><tbody>\n{rows}\n</tbody></table>'
        ).format(
            heads=joined((Markup('<th scope="col">{}</th>').format(head) for head in heads), ""),
            rows=joined(
                row.format(h=heads, condition=line[0], group=line[1], cases=line[2], sorts=line[3])
                for line in lines
            ),
        ),
        "\n".join(" | ".join(line) for line in lines),
    )
