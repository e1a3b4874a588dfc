"""Published tables to start from, each small enough to be followed by hand.

Lipset’s eighteen countries between the wars are the crisp sets of Rihoux and De Meur (2009). The
two tables of Ragin (1987) and that of Baumgartner (2009) are made up by their authors to teach
with, and of Krook (2010) we have the rows alone; so a case there is a row of the truth table.

Examples
--------
>>> [str(formula) for formula in example("lipset").table.solutions("parsimonious")]
['DEV*STB']
>>> EXAMPLES
('lipset', 'strikes', 'regimes', 'education', 'parliaments')
"""

from crisis_paths.given import one_of
from crisis_paths.i18n import N_, _
from crisis_paths.lab.own_cases import OwnCases, read
from crisis_paths.tables.reading import rows

TITLES = {
    "lipset": N_("Which democracies survived between the wars"),
    "strikes": N_("Which strikes succeed"),
    "regimes": N_("Which military regimes fail"),
    "education": N_("Where many people are well educated"),
    "parliaments": N_("Where many women sit in parliament"),
}
EXAMPLES = tuple(TITLES)


def example(name: str) -> OwnCases:
    """Return a published table.

    Parameters
    ----------
    name : {"lipset", "strikes", "regimes", "education", "parliaments"}
        Which.

    Raises
    ------
    CrisisPathsError
        If there is no such example.

    Examples
    --------
    >>> example("strikes").conditions
    ('MARKET', 'SYMPATHY', 'FUND')
    """
    name = one_of("example", name, EXAMPLES)
    found = [
        {"case": row["case"]} | dict(map(_literal, (*row["row"].split("*"), row["outcome"])))
        for row in rows("examples")
        if row["example"] == name
    ]
    return read(found, _(TITLES[name]))


def _literal(written: str) -> tuple[str, bool]:
    """Return the set that a literal names, and whether the case is in it.

    Examples
    --------
    >>> _literal("~STORM")
    ('STORM', False)
    """
    return written.removeprefix("~"), not written.startswith("~")
