"""Chapter 7.4: the account of all clues, as a chart to be changed and as a table.

The chart does the sum in its own transforms, so that a page can do it without a kernel.
"""

import json
from typing import TYPE_CHECKING

from crisis_paths.argument.explanations import Explanation
from crisis_paths.i18n import _
from crisis_paths.scrutiny.clues import clues
from crisis_paths.scrutiny.ledger import ledger
from crisis_paths.scrutiny.likelihood import Likelihood
from crisis_paths.views.kit.charts import Chart, altair, drawn, dressed, filled
from crisis_paths.views.kit.palette import MARKS
from crisis_paths.views.scrutiny.clues import OURS, RIVALS, name, short, side, signed
from explorers.outputs import Page, table
from explorers.parts import folded

if TYPE_CHECKING:
    import altair as alt

LOG = "10 * log({}) / LN10"
LINE = 54  # pixels for a clue: its name, its words, its bar
FIELDS = ("rival", "h", "r", "n", "kind", "key", "name")
PERCENTS = {str(int(100 * word.probability)): word for word in Likelihood}


# The table, which is the chart's text as well


def account_table(case: str) -> Page:
    """Return every clue against every rival with our words, and both sums.

    Parameters
    ----------
    case : {"ukraine_2022", "belarus_2020", "kazakhstan_2022"}
        A crisis with likelihoods.

    Raises
    ------
    CrisisPathsError
        If there are no likelihoods for such a crisis.

    Examples
    --------
    >>> account_table("ukraine_2022").text.splitlines()[-1].split(" | ")[0]
    'Sum, each group once'
    """
    accounts = {rival: ledger(case, rival) for rival in RIVALS}
    both = _("{word}, {weight}")
    lines = [
        (
            name(clue.id),
            short(clue.words[Explanation.FRAMEWORK]),
            *(
                both.format(word=short(step.rival_word), weight=signed(step.ratio))
                for step in (account.steps[number] for account in accounts.values())
            ),
        )
        for number, clue in enumerate(clues(case))
    ]
    for label, odds in (
        (_("Sum, each clue by itself"), [a.odds for a in accounts.values()]),
        (_("Sum, each group once"), [a.cautious for a in accounts.values()]),
    ):
        lines.append((label, "–", *map(signed, odds)))
    heads = (_("Clue"), Explanation.FRAMEWORK.label, *(rival.label for rival in RIVALS))
    return Page(
        folded(
            _("Each clue, with its words and decibans"), table(heads, lines, kind="alternative")
        ),
        "\n".join(" | ".join(words) for words in lines),
    )


# The chart


def _lines(case: str) -> list[dict[str, object]]:
    """Return a line for the prior, for each clue and for the sum, against each rival."""
    items = clues(case)
    lines = []
    for rival in RIVALS:
        plain = {"rival": rival.value, "h": 50, "r": 50}
        lines.append(
            plain | {"n": 0, "kind": "prior", "key": "prior", "name": _("Before any clue")}
        )
        lines += [
            {
                "rival": rival.value,
                "n": number,
                "kind": "clue",
                "key": clue.group or clue.id,
                "name": _("{number} {clue}").format(number=number, clue=name(clue.id)),
                "h": int(100 * clue.words[Explanation.FRAMEWORK].probability),
                "r": int(100 * clue.words[rival].probability),
            }
            for number, clue in enumerate(items, start=1)
        ]
        end = {"n": len(items) + 1, "kind": "sum", "key": "sum", "name": _("After all clues")}
        lines.append(plain | end)
    return [{field: line[field] for field in FIELDS} for line in lines]


def _select(param: str, label: str, options: dict[str, str], start: str) -> "alt.Parameter":
    alt = altair()
    bound = alt.binding_select(options=[*options], labels=[*options.values()], name=label)
    return alt.param(name=param, value=start, bind=bound)


def _params(case: str) -> list["alt.Parameter"]:
    """Return the controls: rival, prior, double counting, and two words a clue."""
    words = {OURS: _("as ours")} | {percent: short(word) for percent, word in PERCENTS.items()}
    priors = {p: _("{percent} in 100").format(percent=p) for p in ("10", "25", "50", "75", "90")}
    rivals = {rival.value: rival.label for rival in RIVALS}
    count = {"each": _("each clue by itself"), "once": _("each group once")}
    params = [
        _select("pickrival", _("Rival: "), rivals, Explanation.THREAT.value),
        _select("pickprior", _("Chance of the framework before any clue: "), priors, "50"),
        _select("pickcount", _("Count: "), count, "each"),
    ]
    under = (("own", _("{number} {clue} · article: ")), ("other", _("{number} {clue} · rival: ")))
    for number, clue in enumerate(clues(case), start=1):
        for param, label in under:
            shown = label.format(number=number, clue=name(clue.id))
            params.append(_select(f"{param}{number}", shown, words, OURS))
    return params


def _calculated(chart: "alt.Chart", count: int) -> "alt.Chart":
    """Return the chart with the sum worked out from the controls; as `ledger` does it."""
    words = {
        param: "["
        + ", ".join(["'ours'", *(f"{param}{n}" for n in range(1, count + 1)), "'ours'"])
        + "][datum.n]"
        for param in ("own", "other")
    }
    prior = LOG.format("toNumber(pickprior) / (100 - toNumber(pickprior))")
    skipped = "pickcount === 'once' && (datum.size < datum.top || datum.n !== datum.first)"
    return (
        chart.transform_filter("datum.rival === pickrival")
        .transform_calculate(own=words["own"], other=words["other"])
        .transform_calculate(
            h="datum.own === 'ours' ? datum.h : toNumber(datum.own)",
            r="datum.other === 'ours' ? datum.r : toNumber(datum.other)",
        )
        .transform_calculate(
            weight=f"datum.kind === 'prior' ? {prior} : {LOG.format('datum.h / datum.r')}"
        )
        .transform_calculate(
            size="round(1e6 * abs(datum.weight))",
            sign="datum.weight > 0 ? 1 : datum.weight < 0 ? -1 : 0",
        )
        # each group once: its strongest clue, one on either side if two are as strong
        .transform_joinaggregate(top="max(size)", groupby=["key"])
        .transform_calculate(lead=f"datum.size === datum.top ? datum.n : {count + 2}")
        .transform_joinaggregate(first="min(lead)", groupby=["key", "sign"])
        .transform_calculate(skipped=skipped)
        .transform_calculate(counted="datum.skipped ? 0 : datum.weight")
        .transform_window(after="sum(counted)", sort=[altair().SortField("n")], frame=[None, 0])
        .transform_calculate(
            before="datum.kind === 'clue' ? datum.after - datum.counted : 0",
        )
    )


def _literal(words: dict[str, str], key: str) -> str:
    return f"({json.dumps(words, ensure_ascii=False)})[{key}]"


def _spoken(chart: "alt.Chart") -> "alt.Chart":
    """Return the chart with the words in it: those of each line, and of the odds at its end."""
    named = {percent: short(word) for percent, word in PERCENTS.items()}
    sides = {rival.value: side(rival) for rival in RIVALS}
    ahead = (
        f"datum.after > 0 ? {json.dumps(side(Explanation.FRAMEWORK), ensure_ascii=False)}"
        f" : {_literal(sides, 'datum.rival')}"
    )
    odds = filled(
        _("{times} to 1 for {side}"),
        times="format(pow(10, abs(datum.after) / 10), '.1f')",
        side=f"({ahead})",
    )
    even = json.dumps(_("even odds"), ensure_ascii=False)
    words = filled(
        _("{word} / {other}: {decibans}"),
        word=_literal(named, "datum.h"),
        other=_literal(named, "datum.r"),
        decibans="(datum.size > 0 ? format(datum.weight, '+.1f') : '0')",
    )
    total = "(abs(datum.after) < 0.05 ? '0' : format(datum.after, '+.1f'))"
    sum_ = filled(_("{name}: {decibans}"), name="datum.name", decibans=total)
    skipped = filled(_("{name}, not counted"), name="datum.name")
    labels = [json.dumps(words, ensure_ascii=False) for words in _sides()]
    return chart.transform_calculate(
        head=f"datum.kind !== 'clue' ? {sum_} : datum.skipped && datum.size > 0"
        f" ? {skipped} : datum.name",
        words=f"datum.kind !== 'clue' ? (abs(datum.after) < 0.05 ? {even} : {odds}) : {words}",
        speaks=f"datum.kind !== 'clue' ? {labels[2]}"
        f" : datum.counted < 0 ? {labels[1]} : {labels[0]}",
    )


def _sides() -> tuple[str, str, str]:
    # the arrows tell the bars apart where all have one colour
    return _("→ for the article’s framework"), _("← for the rival"), _("before and after")


def waterfall(case: str = "ukraine_2022") -> Chart:
    """Draw the account: rival, prior and both words of each clue are the reader's to choose.

    Parameters
    ----------
    case : {"ukraine_2022", "belarus_2020", "kazakhstan_2022"}
        A crisis with likelihoods.

    Raises
    ------
    CrisisPathsError
        If there are no likelihoods for such a crisis.

    Examples
    --------
    >>> len(waterfall().chart.to_dict()["params"])
    23
    """
    alt, data = altair(), _lines(case)
    count = len(clues(case))
    description = _(
        "Clue by clue, how the odds between the article’s framework and a rival change; "
        "the table below says the same for our words."
    )
    base = _spoken(_calculated(drawn(data), count))
    place = alt.Y("n:O", axis=None)
    across = _("← rival · decibans · article →")
    colours = alt.Scale(domain=[*_sides()], range=[*MARKS])
    key = alt.Legend(orient="bottom", columns=1, labelLimit=260)
    grid = alt.Axis(
        # the line from which every bar is read must be seen, the others only help
        gridColor=alt.condition("datum.value === 0", alt.value(MARKS[-1]), alt.value("#ddd")),
        gridOpacity=alt.condition("datum.value === 0", alt.value(1), alt.value(0.25)),
        tickCount=5,
        titleFontSize=13,
    )
    # as wide as this at least, so that a small change looks small
    frame = drawn([{"x": -10}, {"x": 10}]).mark_point(opacity=0).encode(x="x:Q")
    bar = base.mark_bar(height=12, yOffset=17).encode(
        x=alt.X("before:Q", title=across, axis=grid),
        x2="after:Q",
        y=place,
        color=alt.Color("speaks:N", title=None, scale=colours, legend=key),
        tooltip=["name:N", "words:N"],
    )
    end = base.mark_tick(height=18, thickness=2, opacity=1, yOffset=17, color=MARKS[-1]).encode(
        x="after:Q", y=place
    )
    head, under = (
        base.mark_text(
            align="left", baseline="middle", dy=dy, fontSize=13, fontWeight=weight
        ).encode(x=alt.value(0), y=place, text=f"{field}:N")
        for field, dy, weight in (("head", -17, "bold"), ("words", 0, "normal"))
    )
    chart = alt.layer(frame, bar, end, head, under, description=description).add_params(
        *_params(case)
    )
    return Chart(dressed(chart, height=LINE * (count + 2)), account_table(case).text)
