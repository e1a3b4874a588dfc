"""Chapter 7.3: the two Ukrainian crises read otherwise, and what a perception is known from."""

from collections.abc import Mapping

from markupsafe import Markup

from crisis_paths.cases.window import Sayable, sayable
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.rules import Standing
from crisis_paths.framework.variables import Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.scrutiny.perception import Source, found
from crisis_paths.scrutiny.readings import ENDS, FIRST, SECOND, ended, reading
from crisis_paths.scrutiny.robustness import Effect
from crisis_paths.views.cases.ukraine import ENDS_ON
from crisis_paths.views.kit.dates import in_words
from crisis_paths.views.kit.rule_table import standing_label
from crisis_paths.views.scrutiny.effects import facts, formulas, outcome_word, verdict_on
from explorers.bets import Answer, bet_explorer
from explorers.choices import Choice, Setting, choice, settings
from explorers.explorer import Explorer
from explorers.outputs import Page, joined, table
from explorers.parts import folded, line

AGREE, DIFFER = "agree", "differ"


def _day(end: Sayable) -> str:
    """Say whether the word manageable fits a crisis that ends on such a day."""
    return {
        Sayable.YES: _(
            "Ended on this day, it can be called managed, as we read sections 4.1 and 4.3."
        ),
        Sayable.DOUBTFUL: _(
            "Ended on this day, the word is in doubt, as we read it, and you decide."
        ),
        Sayable.NO: _(
            "Ended on this day, it can no longer be called managed, as we read the dates."
        ),
    }[end]


def _window_sentence(effect: Effect) -> str:
    if not effect.contradicts:
        return _("Table 2’s place and Table 1’s word still agree.")
    return _(
        "They no longer agree: Table 1 calls strong and adjusted manageable, and its one case of"
        " Table 2 would be out of hand."
    )


def readings_window() -> Explorer:
    """Return an explorer: end the crisis of 2013 on some day, and bet whether the tables agree.

    Examples
    --------
    >>> len(readings_window().settings())
    36
    """
    days = {ENDS_ON.format(day=day): day for day in ENDS}

    def answer(setting: Setting) -> Answer:
        outcome = Outcome(setting["doubtful"])
        kind = sayable(days[setting["end"]])
        effect = ended(days[setting["end"]], outcome)
        alike = (in_words(day) for day in ENDS if sayable(day) is kind)
        return Answer(
            DIFFER if effect.contradicts else AGREE,
            _window_sentence(effect),
            detail=line(_day(kind)) + facts(effect),
            row=(
                ", ".join(alike),
                outcome_word(outcome),
                _("no") if effect.contradicts else _("yes"),
                formulas(effect.conservative),
            ),
        )

    return bet_explorer(
        "readings-window",
        _("Ukraine 2013: where it ends, and whether Tables 1 and 2 agree"),
        (
            choice(
                "end",
                _("The crisis of 2013 is taken to end on"),
                *((n, in_words(day)) for n, day in days.items()),
            ),
            choice(
                "doubtful",
                _("On the days that are unclear, treat it as"),
                *((outcome, outcome_word(outcome)) for outcome in Outcome),
            ),
        ),
        choice(
            "bet",
            _("Your bet: its place in Table 2 and the word in Table 1"),
            (AGREE, _("still agree")),
            (DIFFER, _("no longer agree")),
        ),
        answer,
        hint=_("Choose a day, decide the unclear days, then bet."),
        summary=_("All days in a table"),
        heads=(
            _("Ends on"),
            _("In doubt, call it"),
            _("Do they agree?"),
            _("Nearest to the cases"),
        ),
        region="formulas",
    )


def follows(effect: Effect) -> str:
    """Say what follows for the framework from this reading of the two crises.

    Parameters
    ----------
    effect : Effect
        The five cases, read so.

    Examples
    --------
    >>> print(follows(reading("weak", "strong", "manageable"))[:16])
    This is Table 2.
    """
    if effect.contradictory:
        return _(
            "Two crises have the same codings and different ends. No formula of the two conditions"
            " can hold for both: recode one of them, or add a third condition."
        )
    if not effect.recodings:
        return _(
            "This is Table 2. Of the framework’s two conditions, perceived control alone tells the"
            " two Ukrainian crises apart."
        )
    if effect.keeps:
        return _(
            "Both crises share a cell and end alike, as the framework expects. The cell strong and"
            " adjusted loses its only case, and either condition alone would fit as well."
        )
    if "ADJUSTED" not in effect.parsimonious:
        return _(
            "This reverses the framework: of two crises with an adjusted balance, the one in"
            " which Russia doubted its control was managed."
        )
    if any(case.control is Control.WEAK for case in effect.cases):
        return _(
            "Balance alone now tells the ends apart. Perceived control differs between two crises"
            " that ended alike, so it would explain neither."
        )
    return _(
        "No case of doubted control is left, so these cases can say nothing of what doubt does."
        " Balance alone tells the ends apart."
    )


def _control(case: str) -> Choice:
    words = _("In {year}, Russia saw its control as")
    return choice(
        f"control-{TABLE_2[case].year}",
        words.format(year=TABLE_2[case].year),
        *((value.value, _(value.value)) for value in (Control.WEAK, Control.STRONG)),
    )


def _read(setting: Mapping[str, str]) -> Effect:
    return reading(*(setting[name] for name in ("control-2022", "control-2013", "outcome-2013")))


def readings() -> Explorer:
    """Return an explorer: read both Ukrainian crises otherwise, and bet whether a case contradicts.

    Examples
    --------
    >>> len(readings().settings())
    16
    """
    read = (
        _control(SECOND),
        _control(FIRST),
        choice(
            "outcome-2013",
            _("The crisis of 2013 was"),
            *((outcome, outcome_word(outcome)) for outcome in Outcome),
        ),
    )

    def answer(setting: Setting) -> Answer:
        effect = _read(setting)
        control_2022, control_2013, outcome = setting.values()
        return Answer(
            DIFFER if effect.contradicts else AGREE,
            verdict_on(effect),
            detail=line(follows(effect)) + facts(effect),
            row=(
                _(control_2022),
                _(control_2013),
                outcome_word(Outcome(outcome)),
                verdict_on(effect),
                follows(effect),
            ),
        )

    return bet_explorer(
        "readings",
        _("Two Ukrainian crises, {count} readings").format(count=len(settings(read))),
        read,
        choice(
            "bet",
            _("Your bet: read in this way, the five cases"),
            (AGREE, _("agree with the framework")),
            (DIFFER, _("have a case that contradicts it")),
        ),
        answer,
        hint=_("Read the two crises, then bet."),
        summary=_("All {count} readings in a table"),
        heads=(
            _("Control in 2022"),
            _("Control in 2013"),
            _("2013 was"),
            _("Against the framework"),
            _("What follows"),
        ),
        region="formulas",
    )


def _item(row: Mapping[str, str]) -> str:
    words = _("{case}: {evidence} ({direction} {value}; {standing}; section {section})")
    return words.format(
        case=TABLE_2[row["case"]].title,
        evidence=_(row["evidence"]),
        direction=_("for") if row["direction"] == "for" else _("against"),
        value=_(row["value"]),
        standing=_("our inference")
        if row["standing"] != Standing.STATED
        else standing_label(Standing.STATED),
        section=row["section"],
    )


def sources_table() -> Page:
    """Return from what a perception may be known, what that would show, and what the article has.

    Examples
    --------
    >>> print(sources_table().text.splitlines()[0])
    Papers and private words of the time, from before the outcome | \
The perception itself, apart from the deed and from its success. | none
    """
    counted = _("{count}: {cases}")
    lines, listed = [], []
    for source in Source:
        items = found(source)
        cases = dict.fromkeys(TABLE_2[row["case"]].title for row in items)
        has = counted.format(count=len(items), cases=", ".join(cases)) if items else _("none")
        lines.append((source.label, source.shows, has))
        if items:
            one = Markup("<li>{}</li>")
            drawn = Markup("<ul>{}</ul>").format(joined(one.format(_item(row)) for row in items))
            listed.append((source.label, drawn))
    heads = (_("From what"), _("What it would show"), _("Items on control in the article"))
    whole = table((_("From what"), _("Items")), listed)
    text = [" | ".join(cells) for cells in lines]
    text += [_item(row) for source in Source for row in found(source)]
    return Page(
        Markup("{}{}").format(table(heads, lines), folded(_("All items, sorted"), whole)),
        "\n".join(text),
    )
