"""Decision rules for coding the two variables: what to ask of a case, and what follows.

The article defines its variables and says what they move; it gives no instructions for coding.
Each question here turns one of its rules into an instruction, and that step is ours. Where the
article gives no rule, the question has none either and says so.

Examples
--------
>>> [str(ask.then) for ask in asks("control")]
['', 'strong', 'strong', 'strong', 'weak', '', '', '']
>>> [ask.rule.id for ask in asks("balance") if ask.then == "adjusted"]
['balance-adjusted', 'prospect-suffices']
>>> [f"{ask.source}: {ask.standing}" for ask in asks("balance") if ask.coding]
['section 4.3, paragraph 4: reconstructed']
"""

from dataclasses import dataclass

from crisis_paths.framework.rules import RULES, Rule, Standing
from crisis_paths.framework.variables import Balance, Control
from crisis_paths.given import one_of
from crisis_paths.i18n import N_, _
from crisis_paths.tables.reading import rows


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of the coding sheet.

    Attributes
    ----------
    variable : {"balance", "control"}
        What it helps to code.
    question, hint : str
        What to ask of the case, and what to do or to mind where there is no value to give.
    then : str
        The value to code if the answer is yes; empty where none follows.
    rule : Rule or None
        The rule of the article behind it; None where the article gives none.
    coding, place : str
        Instead of a rule, what the article says of a single case: its name in the table
        ``codings``, and the paragraph. To make a rule of it is a reconstruction.
    ours : bool
        Whether the value is more than the rule says.
    """

    variable: str
    question: str
    then: str = ""
    rule: Rule | None = None
    hint: str = ""
    coding: str = ""
    place: str = ""
    ours: bool = False

    @property
    def standing(self) -> Standing | None:
        """How it stands to the article; None where the article gives nothing to go by."""
        if self.ours:
            return Standing.OURS
        if self.coding:
            return Standing.RECONSTRUCTED
        return self.rule.standing if self.rule else None

    @property
    def source(self) -> str:
        """Where the article says what it rests on; empty where it says nothing."""
        if self.rule:
            return self.rule.source
        if not self.coding:
            return ""
        (section,) = (r["section"] for r in rows("codings") if r["coding_id"] == self.coding)
        return _("section {section}, {place}").format(section=section, place=_(self.place))

    @property
    def text(self) -> str:
        """The whole instruction, in the reader's language."""
        asked = _(self.question)
        if self.then:
            asked = _("{question} If yes, code {value}.").format(question=asked, value=_(self.then))
        return _("{question} {hint}").format(question=asked, hint=_(self.hint)).strip()


_BALANCE = (
    Ask(
        "balance",
        N_("Does the weight that the state gives each partner stay where it was?"),
        Balance.CONTINUED,
        RULES["balance-continued"],
    ),
    Ask(
        "balance",
        N_("Has that weight moved far to one side?"),
        Balance.ADJUSTED,
        RULES["balance-adjusted"],
    ),
    Ask(
        "balance",
        N_("Has such a move not come yet, but is it clearly in prospect?"),
        Balance.ADJUSTED,
        RULES["prospect-suffices"],
    ),
    Ask(
        "balance",
        N_("Does a step that looks like a lean fit the state’s own tradition?"),
        Balance.CONTINUED,
        coding="kz-csto-tradition",
        place=N_("paragraph 4"),
    ),
    Ask(
        "balance",
        N_("Does the state move in small steps and go on signalling continuity?"),
        Balance.CONTINUED,
        RULES["small-steps"],
        N_("Table 1 puts “ambiguous” beside “continued”; we put such steps there."),
        ours=True,
    ),
    Ask(
        "balance",
        N_("Do outside powers press in?"),
        "",
        RULES["adjusted-raises-will"],
        N_("Code nothing from it: their will is what the balance is meant to explain."),
    ),
    Ask("balance", N_("How large is a large move, and who measures it?")),
    Ask(
        "balance",
        N_("Which day do you look at, and whose course: the government’s or that of all sides?"),
    ),
)

_CONTROL = (
    Ask(
        "control",
        N_("What does the hegemon believe about its own ability, as opposed to what it has?"),
        "",
        RULES["control-moves-hegemon"],
        N_("Where there is no sign of the belief, leave the field empty."),
    ),
    Ask(
        "control",
        N_("Does it trust its ability to control the situation?"),
        Control.STRONG,
        RULES["confident-holds-back"],
    ),
    Ask(
        "control",
        N_("Does it count on levers that it can still pull later?"),
        Control.STRONG,
        RULES["compensating-means"],
    ),
    Ask(
        "control",
        N_("Does it believe that channels stay open to it even after an adjustment?"),
        Control.STRONG,
        RULES["channels-remain"],
    ),
    Ask(
        "control",
        N_("Does it doubt its ability, or feel the situation slipping?"),
        Control.WEAK,
        RULES["doubt-raises-intervention"],
    ),
    Ask(
        "control",
        N_("Is the only sign how much it does?"),
        "",
        RULES["limited-intervention"],
        N_(
            "Then mark the coding as doubtful, since belief is meant to explain deeds. The article"
            " itself reads deeds so at times."
        ),
    ),
    Ask("control", N_("Who speaks for the hegemon, and is what it says what it believes?")),
    Ask("control", N_("How much doubt makes a perception weak?")),
)

_SHEET = {"balance": _BALANCE, "control": _CONTROL}


def asks(variable: str) -> tuple[Ask, ...]:
    """Return what one asks to code this variable: the article's rules first, then its gaps.

    Parameters
    ----------
    variable : {"balance", "control"}
        The variable.

    Raises
    ------
    CrisisPathsError
        If it is neither.
    """
    sentence = _("There is no variable {got} to code; there are: {known}.")
    return _SHEET[one_of("variable", variable, _SHEET, sentence)]
