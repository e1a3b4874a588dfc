"""predict_frame gives each row what predict gives it, and names the rows it cannot read."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework import Balance, Control, predict, predict_frame

ANSWERS = [
    "cell",
    "external_will",
    "hegemon_response",
    "competitive_intervention",
    "outcome",
    "firmness",
]
ROWS = st.lists(
    st.tuples(
        st.sampled_from(sorted(Balance.vocabulary().words)),
        st.sampled_from(sorted(Control.vocabulary().words)),
        st.sampled_from([True, False, "yes", "No", "有", 0]),
    ),
    max_size=30,
)


@given(ROWS)
def test_every_row_is_what_predict_says(rows):
    df = pd.DataFrame(rows, columns=["balance", "control", "turmoil"])
    answered = predict_frame(df)
    assert list(answered.columns) == ["balance", "control", "turmoil", *ANSWERS]
    for (balance, control, turmoil), row in zip(rows, answered.to_dict("records"), strict=True):
        path = predict(balance, control, turmoil=turmoil)
        assert [row[name] for name in ANSWERS] == [
            path.cell,
            path.external_will.value,
            path.hegemon_response.value,
            path.competitive_intervention,
            path.outcome.value,
            path.firmness.word,
        ]


@pytest.mark.parametrize("kind", ["str", "object", "category"])
def test_any_text_dtype_and_any_index(kind):
    df = pd.DataFrame(
        {"balance": ["Adjusted", "延续既往"], "control": ["弱", "WEAK"]}, index=[7, 3]
    )
    answered = predict_frame(df.astype(kind))
    assert answered["outcome"].to_dict() == {7: "unmanageable", 3: "manageable"}


def test_the_frame_given_stays_as_it_is_and_other_columns_are_kept():
    df = pd.DataFrame({"case": ["x"], "balance": ["adjusted"], "control": ["weak"]})
    before = df.copy()
    assert predict_frame(df)["case"].tolist() == ["x"]
    pd.testing.assert_frame_equal(df, before)


def test_all_faults_at_once_with_their_rows():
    df = pd.DataFrame(
        {
            "balance": ["tilted", None, "adjusted", "tilted"],
            "control": ["weak", "weak", "?", "weak"],
        },
        index=["a", "b", "c", "d"],
    )
    with pytest.raises(CrisisPathsError) as refused:
        predict_frame(df)
    message = str(refused.value)
    assert "balance is missing, but must be one of: continued, adjusted" in message
    assert "Rows: b." in message
    assert "balance is 'tilted'" in message and "Rows: a, d." in message
    assert "control is '?'" in message and "Rows: c." in message


@pytest.mark.parametrize("nothing", [None, np.nan, pd.NA, "", " "])
def test_a_missing_value_is_an_error_and_never_a_guess(nothing):
    df = pd.DataFrame({"balance": ["adjusted"], "control": ["weak"], "turmoil": [nothing]})
    with pytest.raises(CrisisPathsError, match=r"turmoil is missing.*Rows: 0"):
        predict_frame(df)


def test_many_bad_rows_are_counted():
    df = pd.DataFrame({"balance": ["?"] * 9, "control": ["weak"] * 9})
    with pytest.raises(CrisisPathsError, match="Rows: 0, 1, 2, 3, 4 and 4 more"):
        predict_frame(df)


def test_a_missing_column_is_named():
    with pytest.raises(CrisisPathsError, match="no column 'control'; it has: balance, name"):
        predict_frame(pd.DataFrame({"balance": [], "name": []}))


def test_a_column_is_never_overwritten():
    df = pd.DataFrame({"balance": ["adjusted"], "control": ["weak"], "outcome": ["manageable"]})
    with pytest.raises(CrisisPathsError, match="'outcome' already; give a prefix"):
        predict_frame(df)
    answered = predict_frame(df, prefix="predicted_")
    assert answered[["outcome", "predicted_outcome"]].iloc[0].tolist() == [
        "manageable",
        "unmanageable",
    ]


def test_an_empty_frame_has_the_columns_and_no_rows():
    answered = predict_frame(pd.DataFrame({"balance": [], "control": []}))
    assert len(answered) == 0 and set(ANSWERS) <= set(answered)
