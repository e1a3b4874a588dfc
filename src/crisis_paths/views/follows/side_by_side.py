"""Chapter 6: both texts side by side, and our reading of the one in the other's terms."""

from markupsafe import Markup

from crisis_paths.follows.claims import CLAIMS
from crisis_paths.framework.cases import in_cell
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.rules import RULES, Standing
from crisis_paths.framework.variables import Balance, Control
from crisis_paths.i18n import N_, _
from crisis_paths.tables.reading import rows
from crisis_paths.views.follows.claims import NOTED, marked, sayings
from crisis_paths.views.kit.framework_choices import outcome_bet
from crisis_paths.views.kit.marks import outcome_sign
from crisis_paths.views.kit.rule_table import cite, standing_label
from explorers.bets import Answer, bet_explorer
from explorers.choices import Setting, choice
from explorers.explorer import Explorer
from explorers.outputs import Page, table
from explorers.parts import card, folded

# Topic; Gu's row; the abstract's claims; our answer to: can both hold?
_TOPICS = (
    (
        N_("Distance from Russia"),
        ("rules", "distance-without-break"),
        ("mv-distance",),
        N_("Yes. Both see some distance; how deep it goes, the abstract does not say."),
    ),
    (
        N_("Who comes first"),
        ("codings", "kz-first-visit"),
        ("mv-russia-first",),
        N_(
            "Open. The abstract says it of the time before, and does not say who is first now."
            " A first visit is a sign and not a ranking."
        ),
    ),
    (
        N_("Continuity or turn"),
        ("codings", "kz-no-siding"),
        ("mv-transition", "mv-largely"),
        N_("Yes, if principle and practice are kept apart: the one went on, the other caught up."),
    ),
    (
        N_("The summits of 2022 and 2023"),
        ("rules", "central-asian-summits"),
        ("mv-outside-cooperation",),
        N_(
            "Yes. The abstract names no summit. Gu’s list has Russia on it, which is no outside"
            " power."
        ),
    ),
    (
        N_("What moves whom"),
        ("rules", "balance-feeds-back"),
        ("mv-seize",),
        N_(
            "Yes. Gu’s arrow runs from the state to the hegemon, the abstract’s from the"
            " structure to the states."
        ),
    ),
)


def _gu(kind: str, name: str) -> tuple[str, Markup]:
    """Return what a row that speaks for Gu's article says, and where."""
    if kind == "rules":
        return RULES[name].text, cite(RULES[name], RULES[name].standing)
    (row,) = (row for row in rows("codings") if row["coding_id"] == name)
    standing = Standing.STATED if row["standing"] == "stated" else Standing.OURS
    place = Markup('{} · <span class="standing">{}</span>').format(
        _("section {section}").format(section=row["section"]), standing_label(standing)
    )
    return _(row["evidence"]), place


def side_by_side() -> Page:
    """Return both texts on Kazakhstan and on the summits, and whether both can hold.

    Examples
    --------
    >>> side_by_side().text.splitlines()[0].split(" | ")[0]
    'Distance from Russia'
    """
    ours = standing_label(Standing.OURS)
    lines, texts = [], []
    for topic, row, abstract, fit in _TOPICS:
        words, place = _gu(*row)
        claims = tuple(CLAIMS[name] for name in abstract)
        cells = (NOTED.format(words, place), marked(claims), NOTED.format(_(fit), ours))
        lines.append((_(topic), *cells))
        theirs = " ".join(_(claim["claim"]) for claim in claims)
        texts.append(" | ".join((_(topic), words, theirs, _(fit))))
    heads = (_("On"), _("Gu"), _("Zeng and Wang, abstract"), _("Can both hold?"))
    return Page(table(heads, lines), "\n".join(texts))


def kazakhstan_balance() -> Page:
    """Return what Gu's article reports of Kazakhstan's balance, for continuity and against it.

    Examples
    --------
    >>> len(kazakhstan_balance().text.splitlines())
    13
    """
    sides = {
        "for": _("For continuity, as Gu reads it"),
        "against": _("Against continuity, as critics might read it"),
    }
    lines, texts = [], []
    for direction, label in sides.items():
        wanted = ("kazakhstan_2022", "balance", direction)
        items = [
            _gu("codings", row["coding_id"])
            for row in rows("codings")
            if (row["case"], row["dimension"], row["direction"]) == wanted
        ]
        lines.append((label, sayings(items)))
        texts += [" | ".join((label, text, place.striptags())) for text, place in items]
    return Page(
        folded(_("All that Gu reports of it, for and against"), card(lines)), "\n".join(texts)
    )


def _reasons(path: CrisisPath) -> Markup:
    """Return how this reading gets to its cell: two steps of ours, one of Gu's."""
    balance = {
        Balance.CONTINUED: _("The principle is as old as independence, and distance is no break."),
        Balance.ADJUSTED: _(
            "Weight moves from Russia to others. Gu means a large shift to one side; this one"
            " spreads."
        ),
    }[path.balance]
    control = {
        Control.STRONG: _("Perception is belief: with less power it may still trust its means."),
        Control.WEAK: _("The hegemon sees the structure loosen, and doubts its control."),
    }[path.control]
    rule = RULES[f"{path.control}-{path.balance}"]
    rules = (RULES[f"balance-{path.balance}"], RULES["control-moves-hegemon"])
    ours = [cite(rule, Standing.OURS) for rule in rules]
    cases = ", ".join(case.title for case in in_cell(path.cell)) or _("none")
    lines = (
        (_("Balance"), NOTED.format(balance, ours[0])),
        (_("Perception"), NOTED.format(control, ours[1])),
        (_("Outcome"), NOTED.format(rule.text, cite(rule, rule.standing))),
        (_("Gu’s cases in this cell"), cases),
    )
    warning = _("Neither text says this. The rule is Gu’s; we apply it to the abstract.")
    return Markup("{}<p>{}</p>").format(card(lines), warning)


def reading_explorer() -> Explorer:
    """Return our reading: the abstract's change in Gu's two variables, a bet, and where it lands.

    Examples
    --------
    >>> len(reading_explorer().settings())
    8
    """
    course = choice(
        "course",
        _("Read the states’ course since 2022 as"),
        (Balance.CONTINUED, _("continuity")),
        (Balance.ADJUSTED, _("a change of course")),
        start=Balance.CONTINUED,
    )
    lowered = choice(
        "lowered",
        _("Does the loosened structure lower Russia’s perception of its control?"),
        (Control.STRONG, _("no")),
        (Control.WEAK, _("yes")),
        start=Control.STRONG,
    )
    sentence = _("Read this way, Gu’s framework predicts {verdict} (Table 1, cell {cell}).")
    read = _("{course}; perception lowered: {lowered}")

    def answer(setting: Setting) -> Answer:
        path = predict(setting["course"], setting["lowered"])
        words = sentence.format(verdict=path.verdict, cell=path.cell)
        label = read.format(
            course=course.label(setting["course"]), lowered=lowered.label(setting["lowered"])
        )
        return Answer(
            path.outcome,
            words,
            sign=outcome_sign(path.outcome),
            detail=_reasons(path),
            row=(label, words),
        )

    return bet_explorer(
        "reading",
        _("Our reading: the abstract in Gu’s terms"),
        (course, lowered),
        outcome_bet(_("Your bet: turmoil in such a state would be")),
        answer,
        hint=_("Our reading, and nobody’s finding. Choose twice, then bet."),
        summary=_("Every reading in words (ours)"),
        heads=(_("Reading"), _("Predicted")),
        region="reasons",
    )
