"""Name what stands in a released notebook: the cells of an exercise, and where students write.

Examples
--------
>>> answer_cell(3), check_cell(3)
('exercise-3-answer', 'exercise-3')
"""

CODE_STUB = "# nothing else is needed here"
TEXT_STUB = "*Write here.*"


def answer_cell(number: int) -> str:
    """Return the name of the cell in which a letter is written."""
    return f"exercise-{number}-answer"


def check_cell(number: int) -> str:
    """Return the name of the cell that checks a letter; of an open question, of its text."""
    return f"exercise-{number}"
