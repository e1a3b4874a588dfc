"""The framework of section 3: two variables, and the path that a crisis takes.

A small or medium state's diplomatic balance moves the external powers; the regional
hegemon's perception of its own controlling capabilities moves the hegemon. Where both are
drawn in, they intervene in competition, and the crisis gets out of hand. Everything in
this book that speaks of an outcome reads it from :func:`predict`.

Examples
--------
>>> path = predict("adjusted", "weak")
>>> path.cell, path.outcome.value, path.competitive_intervention
('weak/adjusted', 'unmanageable', True)
>>> [predict(b, c).outcome.value for c in Control for b in Balance]
['manageable', 'manageable', 'manageable', 'unmanageable']
"""

from itertools import product
from typing import TYPE_CHECKING

from crisis_paths.framework.actors import Actor
from crisis_paths.framework.paths import (
    CrisisPath,
    ExternalWill,
    Firmness,
    HegemonResponse,
    Step,
)
from crisis_paths.framework.rules import RULES, Rule, Standing
from crisis_paths.framework.steps import steps_of
from crisis_paths.framework.variables import Balance, Control, Outcome, parse_turmoil
from crisis_paths.tables.frames import add_answers, frame_of
from crisis_paths.tables.grid import places
from crisis_paths.words import YES_NO

if TYPE_CHECKING:  # pandas is asked for only where a frame is
    import pandas as pd

__all__ = [
    "RULES",
    "Actor",
    "Balance",
    "Control",
    "CrisisPath",
    "ExternalWill",
    "Firmness",
    "HegemonResponse",
    "Outcome",
    "Rule",
    "Standing",
    "Step",
    "every_path",
    "predict",
    "predict_frame",
]


def _response(will: ExternalWill, control: Control) -> HegemonResponse:
    """Return the hegemon's response: in doubt it does more, to support or to contend."""
    contested = will is ExternalWill.RAISED
    if control is Control.STRONG:
        return HegemonResponse.LIMITED if contested else HegemonResponse.LIMITED_OR_NONE
    return HegemonResponse.CONTENDING if contested else HegemonResponse.SUPPORTING


def _firmness(balance: Balance, control: Control, outcome: Outcome) -> Firmness:
    """Return the place in the order of the manageable cells: one step is stated, one implied."""
    if outcome is Outcome.UNMANAGEABLE:
        level, rule = 0, RULES["weak-adjusted"]
    elif balance is Balance.ADJUSTED:
        level, rule = 1, RULES["less-firm"]
    else:
        level = 2
        rule = RULES["less-firm" if control is Control.STRONG else "weak-continued-firmness"]
    return Firmness(level, rule.standing, rule)


def predict(
    balance: Balance | str, control: Control | str, *, turmoil: bool | str = True
) -> CrisisPath:
    """Return the path that a crisis takes.

    Parameters
    ----------
    balance : {"continued", "adjusted"}
        The small or medium state's diplomatic balance. Any case; 延续既往, 外交倾向调整.
    control : {"strong", "weak"}
        How the regional hegemon perceives its controlling capabilities. Any case; 强, 弱.
    turmoil : bool or {"yes", "no"}, default True
        Whether there is political turmoil. It changes the path's steps, not its end.

    Returns
    -------
    CrisisPath
        The path, with the rule of the article behind each step.

    Raises
    ------
    CrisisPathsError
        If a value is missing or not one of those allowed.

    Notes
    -----
    Source: section 3, Table 1 and Figures 1 to 4. The outcome follows from the two moves:
    an adjusted balance raises the external powers' will, a weak perception raises the
    hegemon's intervention, and only both together make a competitive intervention.

    Examples
    --------
    >>> predict("continued", "weak").hegemon_response.value
    'raised, supporting'
    >>> predict("adjusted", "strong").firmness < predict("continued", "strong").firmness
    True
    """
    balance, control = Balance.parse(balance), Control.parse(control)
    turmoil = parse_turmoil(turmoil)
    will = ExternalWill.RAISED if balance is Balance.ADJUSTED else ExternalWill.REDUCED
    response = _response(will, control)
    competitive = response is HegemonResponse.CONTENDING
    outcome = Outcome.UNMANAGEABLE if competitive else Outcome.MANAGEABLE
    return CrisisPath(
        balance=balance,
        control=control,
        turmoil=turmoil,
        external_will=will,
        hegemon_response=response,
        competitive_intervention=competitive,
        outcome=outcome,
        firmness=_firmness(balance, control, outcome),
        steps=steps_of(balance, control, turmoil),
    )


def every_path() -> tuple[CrisisPath, ...]:
    """Return all eight paths: those with turmoil first, then in the order of Table 1.

    Examples
    --------
    >>> [path.figure for path in every_path()]
    [1, 2, 3, 4, 1, 2, 3, 4]
    """
    return tuple(
        predict(balance, control, turmoil=turmoil)
        for turmoil, control, balance in product((True, False), Control, Balance)
    )


def predict_frame(df: "pd.DataFrame", *, prefix: str = "") -> "pd.DataFrame":
    """Give each row the path that it takes: :func:`predict`, for a whole table.

    Parameters
    ----------
    df : pandas.DataFrame
        Columns ``balance`` and ``control``, and ``turmoil`` if you like; the same words as
        in :func:`predict`. Other columns are kept. A list of dictionaries will do, a dictionary
        a row.
    prefix : str, default ""
        Put before the name of each new column, for a table that has its own ``outcome``.

    Returns
    -------
    pandas.DataFrame
        A new frame, the same rows, and the columns ``cell``, ``external_will``,
        ``hegemon_response``, ``competitive_intervention``, ``outcome`` and ``firmness``.

    Raises
    ------
    CrisisPathsError
        If a column is missing, there twice or would be overwritten, or a value is missing or
        not allowed: the first few such values of a column with their rows, and how many more.
        If pandas is not there.

    Notes
    -----
    The lab “Find the flip” (``chapters/lab/flip.ipynb``) asks for a small table so.

    Examples
    --------
    >>> import pandas as pd
    >>> df = pd.DataFrame({"balance": ["continued", "adjusted"], "control": ["weak", "weak"]})
    >>> predict_frame(df)["outcome"].tolist()
    ['manageable', 'unmanageable']
    """
    df = frame_of(df)
    variables = {"balance": Balance.vocabulary(), "control": Control.vocabulary()}
    if places(df.columns, ["turmoil"])["turmoil"]:
        variables["turmoil"] = YES_NO
    combinations = list(product(*(words.values for words in variables.values())))
    paths = [
        predict(balance, control, turmoil=turmoil[0] if turmoil else True)
        for balance, control, *turmoil in combinations
    ]
    answers = {
        "cell": [path.cell for path in paths],
        "external_will": [path.external_will.value for path in paths],
        "hegemon_response": [path.hegemon_response.value for path in paths],
        "competitive_intervention": [path.competitive_intervention for path in paths],
        "outcome": [path.outcome.value for path in paths],
        "firmness": [path.firmness.word for path in paths],
    }
    return add_answers(df, variables, answers, prefix)
