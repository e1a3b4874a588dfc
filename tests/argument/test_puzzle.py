"""The puzzle of section 1, as printed: three with turmoil managed, one without that was not."""

import pytest

from crisis_paths.argument.puzzle import SINCE_2020, relation
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.views.argument.puzzle import cross_table, relation_table

LOST = Outcome.UNMANAGEABLE


def titles(cases) -> list[str]:
    return [case.title for case in cases]


def test_the_four_crises_since_2020():
    assert titles(SINCE_2020) == [
        "Belarus 2020",
        "Kyrgyzstan 2020",
        "Kazakhstan 2022",
        "Ukraine 2022",
    ]


def test_turmoil_is_neither_necessary_nor_sufficient():
    found = relation(lambda case: case.turmoil, LOST)
    assert titles(found.against_sufficiency) == [
        "Belarus 2020",
        "Kyrgyzstan 2020",
        "Kazakhstan 2022",
    ]
    assert titles(found.against_necessity) == ["Ukraine 2022"]
    assert found.supports == 0


@pytest.mark.parametrize(
    ("holds", "necessary", "sufficient"),
    [
        (lambda case: case.balance is Balance.ADJUSTED, True, False),
        (lambda case: case.control is Control.WEAK, True, True),
        (lambda case: not case.turmoil, True, True),
    ],
    ids=["adjusted", "weak", "no turmoil"],
)
def test_what_the_comparison_case_adds(holds, necessary, sufficient):
    found = relation(holds, LOST, TABLE_2.values())
    assert (found.necessary, found.sufficient) == (necessary, sufficient)


def test_a_condition_and_its_denial_turn_the_claims_round():
    """Sufficient for one outcome is: its absence is necessary for the other."""
    for holds in (lambda c: c.turmoil, lambda c: c.control is Control.WEAK):
        found = relation(holds, LOST)
        other = relation(lambda c, holds=holds: not holds(c), Outcome.MANAGEABLE)
        assert found.against_sufficiency == other.against_necessity
        assert found.against_necessity == other.against_sufficiency


def test_the_cross_table_as_the_article_tells_it():
    assert cross_table().text.splitlines() == [
        "turmoil | managed: Belarus 2020, Kyrgyzstan 2020, Kazakhstan 2022 | escalated: none",
        "no turmoil | managed: none | escalated: Ukraine 2022",
    ]


def test_not_refuted_is_all_that_one_case_can_say():
    lines = dict(line.split(" | ", 1) for line in relation_table().text.splitlines())
    assert lines["no turmoil"] == "not refuted | not refuted"
    assert "refuted by" in lines["turmoil"]
