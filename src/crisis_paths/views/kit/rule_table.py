"""The rules as a reader meets them: a reference beside a step, and the whole list."""

from markupsafe import Markup

from crisis_paths.framework.rules import RULES, Rule, Standing
from crisis_paths.i18n import _
from explorers.outputs import Page, table


def standing_label(standing: Standing) -> str:
    """Say how something stands to the article, as a reader sees it.

    Parameters
    ----------
    standing : Standing
        Stated, reconstructed, or our reading.

    Examples
    --------
    >>> standing_label(Standing.OURS)
    'our reading'
    """
    return {
        Standing.STATED: _("stated"),
        Standing.RECONSTRUCTED: _("reconstructed"),
        Standing.OURS: _("our reading"),
    }[standing]


def cite(rule: Rule, standing: Standing) -> Markup:
    """Return a reference to the rule behind a step: its name, its place as a link, its standing.

    Parameters
    ----------
    rule : Rule
        The rule.
    standing : Standing
        How it stands where it is cited.

    Examples
    --------
    >>> print(cite(RULES["separate-issues"], Standing.STATED).striptags())
    separate-issues · section 3, paragraph 1 · stated
    """
    return Markup(
        '<span class="apparatus">{id} · </span><a href="#rule-{id}">{source}</a>'
        ' · <span class="standing">{standing}</span>'
    ).format(id=rule.id, source=rule.source, standing=standing_label(standing))


def rule_table(*sections: str) -> Page:
    """Return the rules of these sections, their places, and the Chinese words to find them by.

    Parameters
    ----------
    *sections : str
        Sections of the article, ``"3"`` or ``"4.1"``; all of them if none is named. A section
        without rules adds nothing.

    Examples
    --------
    >>> rule_table("3").text.splitlines()[0]
    'separate-issues [section 3, paragraph 1; 缩小大国介入动荡局势; stated]'
    """
    rules = [rule for rule in RULES.values() if not sections or rule.section in sections]
    note = Markup("{text}<br><small>{note}</small>")
    place = Markup('{standing}: {source}<br><span lang="zh-Hans">{anchor}</span>')
    return Page(
        table(
            (_("Rule"), _("What it says"), _("Section")),
            (
                (
                    Markup("<code>{}</code>").format(rule.id),
                    note.format(text=rule.text, note=_(rule.note)) if rule.note else rule.text,
                    place.format(
                        standing=standing_label(rule.standing),
                        source=rule.source,
                        anchor=rule.anchor,
                    ),
                )
                for rule in rules
            ),
            kind="rules",
            ids=(f"rule-{rule.id}" for rule in rules),
        ),
        "\n".join(
            _("{id} [{source}; {anchor}; {standing}]\n  {text}").format(
                id=rule.id,
                source=rule.source,
                anchor=rule.anchor,
                standing=standing_label(rule.standing),
                text=rule.text,
            )
            for rule in rules
        ),
    )
