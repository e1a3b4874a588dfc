"""Say what is wrong with a phrase bank beyond what the codebook can tell.

The codebook says what may stand in a field; here stands what goes with which role, and how
many phrases of a kind it takes before every exercise can be made.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from string import Formatter

from crisis_paths.argument.explanations import Explanation
from crisis_paths.errors import few, quoted
from crisis_paths.framework.rules import RULES
from crisis_paths.framework.variables import Balance, Control
from crisis_paths.i18n import _

NAMES = ("state", "hegemon", "rival")
EVIDENCE = {"balance": tuple(Balance), "control": tuple(Control), "turmoil": ("yes", "no")}
RIVALS = tuple(e for e in Explanation if e is not Explanation.FRAMEWORK)
VALUES = EVIDENCE | {
    "distractor": RIVALS,
    "mixed": (*Balance, *Control),
    "opening": ("",),
    "name": NAMES,
}
NEEDED = {"balance": 2, "control": 2}  # easy ones, for each value; of the rest one will do
_MUST_NAME = {
    "balance": ("state",),
    "control": ("hegemon",),
    "turmoil": ("state",),
    "opening": NAMES,
}


def _placeholders(text: str) -> set[str]:
    """Return the placeholders of a sentence as they are written, so that odd ones show."""
    return {
        name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
        for _text, name, form, conversion in Formatter().parse(text)
        if name is not None
    }


def _text_fault(role: str, text: str) -> str:
    """Return what is wrong with a sentence's placeholders; nothing if they are right."""
    allowed = () if role == "name" else NAMES
    listed = ", ".join(f"{{{name}}}" for name in allowed) or _("none")
    try:
        placeholders = _placeholders(text)
    except ValueError:
        return _("{text} has a stray brace; allowed placeholders: {listed}").format(
            text=quoted(text), listed=listed
        )
    if odd := sorted(placeholders - set(allowed)):
        return _("{odd} is no placeholder; allowed: {listed}").format(
            odd=few([f"{{{name}}}" for name in odd]), listed=listed
        )
    if missing := [name for name in _MUST_NAME.get(role, ()) if name not in placeholders]:
        return _("{text} lacks {missing}").format(
            text=quoted(text), missing=", ".join(f"{{{name}}}" for name in missing)
        )
    return ""


def row_faults(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Find what is wrong with a row that the codebook cannot tell: what goes with which role.

    Parameters
    ----------
    row : mapping
        The row as found, every value as text.

    Yields
    ------
    (str, str)
        The field, and what is wrong with it.
    """
    role, value, rule = row["role"], row["value"], row["rule"]
    if role not in VALUES:
        return  # said already, of the role itself
    if value not in VALUES[role]:
        allowed = ", ".join(VALUES[role]) or _("nothing")
        yield (
            "value",
            _("{value} does not go with {role}; allowed: {allowed}").format(
                value=quoted(value), role=role, allowed=allowed
            ),
        )
    if fault := _text_fault(role, row["phrase"]):
        yield "phrase", fault
    leans = role in EVIDENCE or role == "mixed"
    if leans and rule not in RULES:
        yield (
            "rule",
            _("{rule} is no rule; allowed: a rule_id of rules.csv").format(rule=quoted(rule)),
        )
    if rule and not leans:
        yield "rule", _("{rule} must be empty for {role}").format(rule=quoted(rule), role=role)
    if (role == "distractor") != bool(row["expects"]):
        yield "expects", _("more or less for a distractor, and empty for all others")


def shortages(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """Find the kinds of which there are too few, and how many are wanted.

    Parameters
    ----------
    rows : iterable of mappings
        All rows of the bank.

    Yields
    ------
    str
        The kind, how many there are, and how many it takes.

    Examples
    --------
    >>> next(shortages([]))
    'balance continued: 0 of 2'
    """
    rows = list(rows)
    count = Counter(
        (row["role"], row["value"])
        for row in rows
        if row["level"] == "easy" or row["role"] == "mixed"
    )
    short = _("{kind}: {found} of {wanted}")
    for role, values in VALUES.items():
        for value in values if role != "distractor" else ():
            if count[role, value] < NEEDED.get(role, 1):
                yield short.format(
                    kind=f"{role} {value}".strip(),
                    found=count[role, value],
                    wanted=NEEDED.get(role, 1),
                )
    for expects in ("more", "less"):
        kinds = {
            row["value"]
            for row in rows
            if (row["role"], row["expects"], row["level"]) == ("distractor", expects, "easy")
        }
        if len(kinds) < 2:
            yield _("distractor that expects {expects}, explanations: {found} of 2").format(
                expects=expects, found=len(kinds)
            )
