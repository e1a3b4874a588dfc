"""Chapter 7.6: clues between two explanations, one by one and added up as an account."""

import json
from fractions import Fraction

import altair as alt
import pandas as pd
from markupsafe import Markup

from crisis_paths.cases import TABLE_2
from crisis_paths.evidence import Clue, clues
from crisis_paths.explanations import Explanation
from crisis_paths.i18n import _
from crisis_paths.ledger import Ledger, Step, decibans, ledger, turns
from crisis_paths.likelihood import Label, Likelihood
from crisis_paths.views.case_page import slug
from crisis_paths.views.charts import Chart, dressed
from crisis_paths.views.explorer import UNSET, Choice, Explorer, Leaf, Option, Region
from crisis_paths.views.output import Page, joined, table
from crisis_paths.views.parts import card, choice, exactly, folded, line, prompt, told, verdict

RIVALS = tuple(held for held in Explanation if held is not Explanation.FRAMEWORK)
OURS, UP, DOWN = "ours", "up", "down"
STEPS = {OURS: 0, UP: 1, DOWN: -1}
NEITHER = "neither"

# A clue of each kind from the table: the crisis, the item, the rival. Of one kind there is none.
SAMPLES = {
    Label.HOOP: ("belarus_2020", "by-home-agenda", Explanation.AGENDA),
    Label.STRAW: ("ukraine_2022", "ua22-talks", Explanation.THREAT),
    Label.DOUBLY_DECISIVE: ("ukraine_2022", "ua22-stronger-than-2013", Explanation.VALUE),
}


def name(item: str) -> str:
    """A clue's short name, to find its line by; what it says stands in the tables."""
    return {
        "ua22-nato": _("Turn to NATO"),
        "ua22-urgency": _("Time is short"),
        "ua22-losing-control": _("Control slips"),
        "ua22-no-confidence": _("The conclusion"),
        "ua22-threat-not-capability": _("Words of threat"),
        "ua22-stronger-than-2013": _("More than 2013"),
        "ua22-threat": _("More, less threat"),
        "ua22-agenda-russia": _("Two crises differ"),
        "ua22-resources": _("Russia’s strength"),
        "ua22-talks": _("Talks first"),
        "by-call-confidence": _("The call"),
        "by-influence-stock": _("Influence at hand"),
        "by-loan": _("The loan"),
        "by-offstage": _("Off the field"),
        "by-home-agenda": _("Busy at home"),
        "by-agenda-russia": _("Busy, in part"),
        "by-identity": _("Three members"),
        "by-police-reserve": _("Police reserve"),
    }[item]


def side(held: Explanation) -> str:
    """An explanation as it stands in the middle of a sentence."""
    return {
        Explanation.VALUE: _("the state’s value"),
        Explanation.AGENDA: _("the agenda at home"),
        Explanation.IDENTITY: _("the states’ tie"),
        Explanation.THREAT: _("a felt threat"),
        Explanation.FRAMEWORK: _("the article’s framework"),
    }[held]


def short(word: Likelihood) -> str:
    """A likelihood where there is little room."""
    return {
        Likelihood.ALMOST_CERTAIN: _("almost certain"),
        Likelihood.VERY_LIKELY: _("very likely"),
        Likelihood.LIKELY: _("likely"),
        Likelihood.EVEN: _("even"),
        Likelihood.UNLIKELY: _("unlikely"),
        Likelihood.VERY_UNLIKELY: _("very unlikely"),
        Likelihood.ALMOST_NEVER: _("almost never"),
    }[word]


def signed(odds: Fraction) -> str:
    """Odds, or a ratio, in decibans with a sign.

    Examples
    --------
    >>> signed(Fraction(10)), signed(Fraction(1)), signed(Fraction(1, 2))
    ('+10.0', '0', '−3.0')
    """
    return f"{decibans(odds):+.1f}".replace("-", "−") if odds != 1 else "0"


def odds_words(odds: Fraction, rival: Explanation) -> str:
    """Odds as a reader sees them.

    Examples
    --------
    >>> odds_words(Fraction(3), Explanation.THREAT), odds_words(Fraction(1, 2), Explanation.THREAT)
    ('3.0 to 1 for the article’s framework', '2.0 to 1 for a felt threat')
    """
    if odds == 1:
        return _("even")
    ahead = Explanation.FRAMEWORK if odds > 1 else rival
    return _("{times} to 1 for {side}").format(
        times=f"{float(max(odds, 1 / odds)):.1f}", side=side(ahead)
    )


def points_to(step: Step, rival: Explanation) -> Explanation | None:
    """Which explanation does this clue speak for, if for any?"""
    if step.ratio == 1:
        return None
    return Explanation.FRAMEWORK if step.ratio > 1 else rival


def shared(clue: Clue, case: str) -> str:
    """With which clues does this one belong together? Empty where it stands alone."""
    if not clue.group:
        return ""
    others = [name(c.id) for c in clues(case) if c.group == clue.group and c.id != clue.id]
    return _("It is one clue with: {others} (“{group}”). Count them once.").format(
        others=", ".join(others), group=clue.group
    )


def _standing(clue: Clue) -> str:
    stated = clue.standing == "stated"
    return _("section {section}; {standing}").format(
        section=clue.section, standing=_("stated") if stated else _("our inference")
    )


def _items(case: str, ask: str) -> Choice:
    """The clues of a crisis as a choice."""
    hint = _("{text} ({place})")
    options = (
        Option(clue.id, name(clue.id), hint.format(text=clue.text, place=_standing(clue)))
        for clue in clues(case)
    )
    return Choice("item", ask, tuple(options))


# One clue


def _said(step: Step, rival: Explanation) -> str:
    ahead = points_to(step, rival)
    if ahead is None:
        return _("It points to neither: {word} under both.").format(word=short(step.word))
    return _(
        "It points to {ahead}: {word} under the article’s framework, {other} under {rival}."
    ).format(
        ahead=side(ahead), word=short(step.word), other=short(step.rival_word), rival=side(rival)
    )


def _weighs(step: Step, rival: Explanation) -> str:
    ahead = points_to(step, rival)
    if ahead is None:
        return _("nothing")
    return _("{decibans} decibans: the odds on {ahead} become {times} times what they were").format(
        decibans=signed(step.ratio),
        ahead=side(ahead),
        times=f"{float(max(step.ratio, 1 / step.ratio)):.1f}",
    )


def _card(step: Step, case: str, rival: Explanation) -> Markup:
    because = _("{word}: {why}")
    facts = [
        (
            _("If {side} was decisive").format(side=side(held)),
            because.format(word=word.label, why=step.clue.reasons[held]),
        )
        for held, word in (
            (Explanation.FRAMEWORK, step.word),
            (rival, step.rival_word),
        )
    ]
    facts += [
        (_("It weighs"), _weighs(step, rival)),
        (_("Kind"), step.label.label),
        (
            _("Where it stands"),
            _("{place}; how likely it is: ours").format(place=_standing(step.clue)),
        ),
    ]
    if warning := shared(step.clue, case):
        facts.append((_("Not alone"), warning))
    return card(facts)


def clue_explorer(case: str) -> Explorer:
    """One clue of a crisis between the framework and a rival: which way does it point?

    Parameters
    ----------
    case : {"ukraine_2022", "belarus_2020"}
        A crisis with likelihoods.

    Examples
    --------
    >>> len(clue_explorer("ukraine_2022").settings()), len(clue_explorer("belarus_2020").settings())
    (120, 96)
    """
    rivals = choice("rival", _("The rival"), *((held, held.label) for held in RIVALS))
    items = _items(case, _("The clue"))
    bet = choice(
        "bet",
        _("Your bet: it points to"),
        ("framework", _("the article’s framework")),
        ("rival", _("its rival")),
        (NEITHER, _("neither of the two")),
    )
    at_first = prompt(_("Choose a rival and a clue, then bet."))
    verdicts, cards, lines = [Leaf({"bet": (UNSET,)}, at_first)], [], []
    verdicts += [
        Leaf({"bet": bet.values, **unset}, at_first)
        for unset in (
            {"rival": (UNSET,)},
            {"rival": rivals.values, "item": (UNSET,)},
        )
    ]
    for rival in RIVALS:
        for step in ledger(case, rival).steps:
            when = exactly({"rival": rival, "item": step.clue.id})
            ahead = points_to(step, rival)
            true = NEITHER if ahead is None else "rival" if ahead is rival else "framework"
            said = _said(step, rival)
            verdicts += [
                Leaf(when | {"bet": (guess,)}, verdict(told(said, guess == true)))
                for guess in bet.values
            ]
            cards.append(Leaf(when | {"bet": bet.values}, _card(step, case, rival)))
            lines.append((rival.label, name(step.clue.id), said, _weighs(step, rival)))
    return Explorer(
        name=f"clue-{slug(case)}",
        title=_("Which way does a clue point? {case}").format(case=TABLE_2[case].title),
        choices=(rivals, items, bet),
        regions=(Region("verdict", tuple(verdicts), live=True), Region("clue", tuple(cards))),
        twin=folded(_("Every clue, its words and our reasons"), _reasons(case)),
        text="\n".join(" | ".join(words) for words in lines),
    )


def _reasons(case: str) -> Markup:
    """Every clue under every explanation: the word, its weight, the reason."""
    heads = (_("Clue"), _("If this was decisive"), _("It is"), _("Decibans"), _("Why"))
    accounts = {rival: ledger(case, rival).steps for rival in RIVALS}
    lines = []
    for number, clue in enumerate(clues(case)):
        for held in (Explanation.FRAMEWORK, *RIVALS):
            weight = signed(accounts[held][number].ratio) if held in accounts else "–"
            lines.append(
                (name(clue.id), side(held), clue.words[held].label, weight, clue.reasons[held])
            )
    return table(heads, lines, kind="twin")


# The words and the kinds


def words_table() -> Page:
    """The seven words and the numbers behind them.

    Examples
    --------
    >>> words_table().text.splitlines()[0]
    'almost certain to be seen: 95 in 100'
    """
    chance = _("{percent} in 100")
    lines = [(w.label, chance.format(percent=int(100 * w.probability))) for w in Likelihood]
    return Page(
        table((_("A clue is"), _("Chance of seeing it")), lines, cards=False),
        "\n".join(": ".join(words) for words in lines),
    )


def kinds_table() -> Page:
    """The four kinds of clue, with an example of each from the table where there is one."""
    example = _("{clue}, {case}, against {rival}: {text} ({place})")
    absent = _("None among the {count} clues of the two crises.")
    lines = []
    for kind in Label:
        if kind not in SAMPLES:
            count = sum(len(clues(case)) for case in ("ukraine_2022", "belarus_2020"))
            lines.append((kind.label, absent.format(count=count)))
            continue
        case, item, rival = SAMPLES[kind]
        (step,) = (step for step in ledger(case, rival).steps if step.clue.id == item)
        shown = example.format(
            clue=name(item),
            case=TABLE_2[case].title,
            rival=side(rival),
            text=step.clue.text,
            place=_standing(step.clue),
        )
        lines.append((kind.label, f"{shown} {_said(step, rival)}"))
    return Page(
        table((_("Kind"), _("An example from this article")), lines),
        "\n".join(": ".join(words) for words in lines),
    )


# The account


def account_table(case: str) -> Page:
    """Every clue against every rival with our words, and both sums.

    Parameters
    ----------
    case : {"ukraine_2022", "belarus_2020"}
        A crisis with likelihoods.
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
    return Page(table(heads, lines, kind="twin"), "\n".join(" | ".join(words) for words in lines))


def _doubled(account: Ledger) -> str:
    group = _("{group}: {clues}")
    return "; ".join(
        group.format(group=found.group, clues=", ".join(map(name, found.items)))
        for found in account.doubled
    ) or _("nothing")


def sums_table(case: str) -> Page:
    """Both sums against each rival, what the plain one counts twice, and how firm the sign is.

    Parameters
    ----------
    case : {"ukraine_2022", "belarus_2020"}
        A crisis with likelihoods.

    Examples
    --------
    >>> sums_table("ukraine_2022").text.splitlines()[3][:70]
    'Threat perception | +5.8: 3.8 to 1 for the article’s framework | +0.8:'
    """
    sum_ = _("{decibans}: {odds}")
    lines = []
    for rival in RIVALS:
        account = ledger(case, rival)
        lines.append(
            (
                rival.label,
                *(
                    sum_.format(decibans=signed(odds), odds=odds_words(odds, rival))
                    for odds in (account.odds, account.cautious)
                ),
                _doubled(account),
                _("{plain} and {once}").format(
                    plain=len(turns(account)), once=len(turns(account, once=True))
                ),
            )
        )
    heads = (
        _("Rival"),
        _("Each clue by itself"),
        _("Each group once"),
        _("Counted more than once"),
        _("Single steps that turn the two sums"),
    )
    return Page(table(heads, lines), "\n".join(" | ".join(words) for words in lines))


def own_word_explorer(case: str = "ukraine_2022", rival: str = Explanation.THREAT) -> Explorer:
    """What becomes of both sums if a reader moves the words of one clue by a step?

    Parameters
    ----------
    case : {"ukraine_2022", "belarus_2020"}
        A crisis with likelihoods.
    rival : Explanation
        The other side.

    Examples
    --------
    >>> len(own_word_explorer().settings())
    90
    """
    against = Explanation(rival)
    base = ledger(case, against)
    steps = {step.clue.id: step for step in base.steps}
    moves = ((OURS, _("as ours")), (UP, _("a step likelier")), (DOWN, _("a step less likely")))
    items = choice("item", _("The clue"), *((item, name(item)) for item in steps))
    own = choice("own", _("Your word under the article’s framework"), *moves, start=OURS)
    other = choice(
        "other", _("Your word under {rival}").format(rival=side(against)), *moves, start=OURS
    )
    at_first = prompt(_("Choose a clue, then move its words."))
    leaves, lines = [Leaf({"item": (UNSET,)}, at_first)], []
    for setting in Explorer("bare", "", (items, own, other), ()).settings():
        step = steps[setting["item"]]
        pair = (
            step.word.moved(STEPS[setting["own"]]),
            step.rival_word.moved(STEPS[setting["other"]]),
        )
        said = _own_words(base, ledger(case, against, changed={step.clue.id: pair}), pair)
        leaves.append(Leaf(exactly(setting), joined(map(line, said))))
        lines.append((name(step.clue.id), *said))
    heads = (_("Clue"), _("Your words"), _("Each clue by itself"), _("Each group once"))
    return Explorer(
        name="own-word",
        title=_("Your own words: {case}").format(case=TABLE_2[case].title),
        choices=(items, own, other),
        regions=(Region("said", tuple(leaves), live=True),),
        twin=folded(_("All combinations in words"), table(heads, lines, kind="twin")),
        text="\n".join(" | ".join(words) for words in lines),
    )


def _own_words(
    base: Ledger, account: Ledger, pair: tuple[Likelihood, Likelihood]
) -> tuple[str, str, str]:
    """The words, then what becomes of either sum."""
    words = _("Your words: {word} under {side}, {other} under {rival}.").format(
        word=short(pair[0]),
        side=side(base.hypothesis),
        other=short(pair[1]),
        rival=side(base.rival),
    )
    by_itself = _("Each clue by itself: {ours} becomes {yours}; {turned}.")
    once = _("Each group once: {ours} becomes {yours}; {turned}.")
    return words, *(
        template.format(ours=signed(ours), yours=signed(yours), turned=_turned(ours, yours))
        for template, ours, yours in (
            (by_itself, base.odds, account.odds),
            (once, base.cautious, account.cautious),
        )
    )


def _turned(before: Fraction, after: Fraction) -> str:
    if after == 1:
        return _("it speaks for neither")
    if (before - 1) * (after - 1) < 0:
        return _("the sign turns")
    return _("the sign stays")


# The chart: the same sum in the chart's own transforms, so that a page can do it without a kernel

LOG = "10 * log({}) / LN10"
LINE = 54  # pixels for a clue: its name, its words, its bar
PERCENTS = {str(int(100 * word.probability)): word for word in Likelihood}


def _frame(case: str) -> pd.DataFrame:
    """A line for the prior, for each clue and for the sum, against each rival."""
    found = clues(case)
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
            for number, clue in enumerate(found, start=1)
        ]
        end = {"n": len(found) + 1, "kind": "sum", "key": "sum", "name": _("After all clues")}
        lines.append(plain | end)
    return pd.DataFrame(lines)


def _select(param: str, label: str, options: dict[str, str], start: str) -> alt.Parameter:
    bound = alt.binding_select(options=[*options], labels=[*options.values()], name=label)
    return alt.param(name=param, value=start, bind=bound)


def _params(case: str) -> list[alt.Parameter]:
    """The controls: rival, prior, double counting, and two words a clue."""
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


def _calculated(chart: alt.Chart, count: int) -> alt.Chart:
    """The chart with the sum worked out from the controls; as `ledger` does it."""
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
        .transform_window(after="sum(counted)", sort=[alt.SortField("n")], frame=[None, 0])
        .transform_calculate(
            before="datum.kind === 'clue' ? datum.after - datum.counted : 0",
        )
    )


def _filled(template: str, **parts: str) -> str:
    """A sentence with names to fill in, as an expression of the chart."""
    expression = json.dumps(template, ensure_ascii=False)
    for key, part in parts.items():
        expression = f"replace({expression}, '{{{key}}}', {part})"
    return expression


def _literal(words: dict[str, str], key: str) -> str:
    return f"({json.dumps(words, ensure_ascii=False)})[{key}]"


def _spoken(chart: alt.Chart) -> alt.Chart:
    """The chart with the words that stand in it: of each line, and of the odds at its end."""
    named = {percent: short(word) for percent, word in PERCENTS.items()}
    sides = {rival.value: side(rival) for rival in RIVALS}
    ahead = (
        f"datum.after > 0 ? {json.dumps(side(Explanation.FRAMEWORK), ensure_ascii=False)}"
        f" : {_literal(sides, 'datum.rival')}"
    )
    odds = _filled(
        _("{times} to 1 for {side}"),
        times="format(pow(10, abs(datum.after) / 10), '.1f')",
        side=f"({ahead})",
    )
    even = json.dumps(_("even odds"), ensure_ascii=False)
    words = _filled(
        _("{word} / {other}: {decibans}"),
        word=_literal(named, "datum.h"),
        other=_literal(named, "datum.r"),
        decibans="(datum.size > 0 ? format(datum.weight, '+.1f') : '0')",
    )
    total = "(abs(datum.after) < 0.05 ? '0' : format(datum.after, '+.1f'))"
    sum_ = _filled(_("{name}: {decibans}"), name="datum.name", decibans=total)
    skipped = _filled(_("{name}, not counted"), name="datum.name")
    labels = [json.dumps(words, ensure_ascii=False) for words in _sides()]
    return chart.transform_calculate(
        head=f"datum.kind !== 'clue' ? {sum_} : datum.skipped && datum.size > 0"
        f" ? {skipped} : datum.name",
        words=f"datum.kind !== 'clue' ? (abs(datum.after) < 0.05 ? {even} : {odds}) : {words}",
        speaks=f"datum.kind !== 'clue' ? {labels[2]}"
        f" : datum.counted < 0 ? {labels[1]} : {labels[0]}",
    )


def _sides() -> tuple[str, str, str]:
    return _("for the article’s framework"), _("for the rival"), _("before and after")


def waterfall(case: str = "ukraine_2022") -> Chart:
    """The account as a chart: rival, prior and both words of each clue are the reader's.

    Parameters
    ----------
    case : {"ukraine_2022", "belarus_2020"}
        A crisis with likelihoods.

    Examples
    --------
    >>> len(waterfall().chart.to_dict()["params"])
    23
    """
    data = _frame(case)
    count = len(clues(case))
    description = _(
        "Clue by clue, how the odds between the article’s framework and a rival change; "
        "the table below says the same for our words."
    )
    base = _spoken(_calculated(alt.Chart(data), count))
    place = alt.Y("n:O", axis=None)
    across = _("← rival · decibans · article →")
    colours = alt.Scale(domain=[*_sides()], range=["#0a7d8c", "#b06000", "#767676"])
    key = alt.Legend(orient="bottom", columns=1, labelLimit=260)
    grid = alt.Axis(
        gridOpacity=alt.condition("datum.value === 0", alt.value(1), alt.value(0.25)),
        tickCount=5,
        titleFontSize=13,
    )
    # as wide as this at least, so that a small change looks small
    frame = alt.Chart(pd.DataFrame({"x": [-10, 10]})).mark_point(opacity=0).encode(x="x:Q")
    bar = base.mark_bar(height=12, yOffset=17).encode(
        x=alt.X("before:Q", title=across, axis=grid),
        x2="after:Q",
        y=place,
        color=alt.Color("speaks:N", title=None, scale=colours, legend=key),
        tooltip=["name:N", "words:N"],
    )
    end = base.mark_tick(height=18, thickness=2, yOffset=17, color="#767676").encode(
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
