"""Say why an answer is right or wrong: from the sentence to the variable, rule and section.

That a sentence counts as evidence under a rule is this book's own reading; the rule is the
article's, and its place stands with it.
"""

from crisis_paths.argument.explanations import Explanation
from crisis_paths.exercises.make.phrases import Phrase
from crisis_paths.exercises.make.validate_bank import EVIDENCE
from crisis_paths.exercises.make.vignettes import Setting, Vignette
from crisis_paths.framework.rules import RULES, Rule
from crisis_paths.framework.variables import Outcome
from crisis_paths.i18n import _
from crisis_paths.scrutiny.decisions import asks
from crisis_paths.tables.reading import rows

# Why the article sets an explanation aside: a row of the table rivals for each.
SET_ASIDE = {
    Explanation.VALUE: "re-value-static",
    Explanation.AGENDA: "re-agenda-no-cause",
    Explanation.STATUS: "re-status-not-main",
    Explanation.THREAT: "re-threat-degree",
}

_INNER = str.maketrans("“”", "‘’")  # quotation marks inside a quotation

# What the coding sheet says beside a value that only this book draws from a rule.
OURS = {
    ask.rule.id: ask.hint
    for variable in ("balance", "control")
    for ask in asks(variable)
    if ask.rule and ask.then and ask.hint
}


def value_words(value: str) -> str:
    """Return what a value of a variable is called in a sentence."""
    return {
        "continued": _("a continued balance"),
        "adjusted": _("an adjusted balance"),
        "strong": _("a strong perception of control"),
        "weak": _("a weak perception of control"),
        "yes": _("political turmoil"),
        "no": _("the absence of political turmoil"),
    }[value]


def variable_words(variable: str) -> str:
    """Return what a variable is called in a sentence."""
    return {
        "balance": _("the balance"),
        "control": _("the perception"),
        "turmoil": _("the turmoil"),
    }[variable]


def cited(rule: Rule) -> str:
    """Return where a rule stands; and how, where it is not simply stated."""
    if rule.standing == "stated":
        return rule.source
    return _("{source}; {standing}").format(source=rule.source, standing=_(rule.standing.value))


def rule_sentence(rule: Rule) -> str:
    """Return the rule as a sentence, with its place."""
    return _("If {condition}, {consequence} ({source}).").format(
        condition=_(rule.condition), consequence=_(rule.consequence), source=cited(rule)
    )


def quoted(phrase: Phrase, vignette: Vignette) -> str:
    """Quote a sentence of the vignette, to stand inside another one."""
    inside = phrase.fill(vignette.names).rstrip(".。").translate(_INNER)
    return _("“{sentence}”").format(sentence=inside)


def evidence(vignette: Vignette, variable: str, full: bool = True) -> str:
    """Say what the sentences on this variable speak for, and by which rule.

    Parameters
    ----------
    vignette : Vignette
        Where they stand.
    variable : {"balance", "control", "turmoil"}
        Which variable.
    full : bool, default True
        Whether to say what each rule says, or only where it stands.
    """
    long = _("{quote} speaks for {value}: if {condition}, {consequence} ({source}).")
    short = _("{quote} speaks for {value} ({source}).")
    lines, quoted_rules = [], set()
    for phrase in vignette.of(variable):
        rule = phrase.rule
        lines.append(
            (long if full and rule.id not in quoted_rules else short).format(
                quote=quoted(phrase, vignette),
                value=value_words(phrase.value),
                condition=_(rule.condition),
                consequence=_(rule.consequence),
                source=cited(rule),
            )
        )
        quoted_rules.add(rule.id)
        if rule.id in OURS:
            lines.append(_(OURS[rule.id]))
    hint = _("{quote} hints at {value}, but the other two sentences outweigh it.")
    lines += [
        hint.format(quote=quoted(phrase, vignette), value=value_words(phrase.value))
        for phrase in vignette.of("mixed")
        if phrase.value in EVIDENCE[variable]
    ]
    return " ".join(lines)


def distractors(vignette: Vignette) -> str:
    """Say what the distractors speak of, and why they decide nothing."""
    return " ".join(
        _(
            "{quote} decides neither variable: it is what another explanation looks at ({name};"
            " section {section})."
        ).format(
            quote=quoted(phrase, vignette),
            name=Explanation(phrase.value).label,
            section=_set_aside(phrase)["section"],
        )
        for phrase in vignette.of("distractor")
    )


def _set_aside(phrase: Phrase) -> dict[str, str]:
    """Return the row on which the article sets this distractor's explanation aside."""
    rival = SET_ASIDE[Explanation(phrase.value)]
    return next(row for row in rows("rivals") if row["rival_id"] == rival)


def cell(setting: Setting) -> str:
    """Say which cell this is, and what the article predicts there.

    Examples
    --------
    >>> from crisis_paths.framework.variables import Balance, Control
    >>> cell(Setting(Balance.CONTINUED, Control.WEAK, True))
    'In weak/continued, the crisis is still manageable on the whole (section 3, Table 1; Figure 3).'
    """
    path = setting.path
    rule = RULES[path.cell.replace("/", "-")]
    return _("In {cell}, {consequence} ({source}).").format(
        cell=path.cell, consequence=_(rule.consequence), source=cited(rule)
    )


def change(setting: Setting, variable: str) -> str:
    """Say what would become of the setting if this alone changed, and by which rule."""
    turmoil_rule = RULES["turmoil-leaves-outcome"]
    new = setting.changed(variable)
    reason = rule_sentence(turmoil_rule) if variable == "turmoil" else cell(new)
    return f"{changed(setting, variable)} {reason}"


def changed(setting: Setting, variable: str) -> str:
    """Say what would become of the setting if this alone changed."""
    new = setting.changed(variable)
    same = new.path.outcome is setting.path.outcome
    lead = {
        (True, Outcome.MANAGEABLE): _(
            "If only {variable} changed, the crisis would still be manageable."
        ),
        (True, Outcome.UNMANAGEABLE): _(
            "If only {variable} changed, the crisis would still be unmanageable."
        ),
        (False, Outcome.MANAGEABLE): _(
            "If only {variable} changed, the crisis would become manageable."
        ),
        (False, Outcome.UNMANAGEABLE): _(
            "If only {variable} changed, the crisis would become unmanageable."
        ),
    }[same, new.path.outcome]
    return lead.format(variable=variable_words(variable))


def otherwise(vignette: Vignette) -> str:
    """Say which explanation would expect otherwise of the hegemon, and why it is set aside."""
    phrase = next(p for p in vignette.of("distractor") if p.expects != vignette.setting.expects)
    row = _set_aside(phrase)
    template = {
        "more": _(
            "{quote} is what one explanation looks at ({name}), and it would lead one to expect"
            " more of {hegemon} than the framework does. Section {section} sets it aside. {why}"
            " That it applies to this invented case is our reading."
        ),
        "less": _(
            "{quote} is what one explanation looks at ({name}), and it would lead one to expect"
            " less of {hegemon} than the framework does. Section {section} sets it aside. {why}"
            " That it applies to this invented case is our reading."
        ),
    }[phrase.expects]
    return template.format(
        quote=quoted(phrase, vignette),
        name=Explanation(phrase.value).label,
        hegemon=vignette.names["hegemon"],
        why=_(row["why"]),
        section=row["section"],
    )
