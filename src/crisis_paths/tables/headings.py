"""The columns of a table: which heading means which, and which are not as they should be.

Examples
--------
>>> known = headings({"case": "case", "案例": "case", "main_point": "main_point"})
>>> known[name_key(" Main Point ")], known[name_key("案例")]
('main_point', 'case')
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from crisis_paths.errors import few
from crisis_paths.i18n import _
from crisis_paths.words import name_key


def headings(columns: Iterable[str]) -> dict[str, str]:
    """Return the column that each heading means.

    Parameters
    ----------
    columns : iterable of str, or mapping of str to str
        The columns; or each heading that is understood with the column it means.

    Returns
    -------
    dict of str to str
        The columns by their headings, as :func:`crisis_paths.words.name_key` has them.
    """
    means = columns if isinstance(columns, Mapping) else {column: column for column in columns}
    return {name_key(heading): column for heading, column in means.items()}


def column_fault(
    header: Sequence[str],
    wanted: Sequence[str],
    may_lack: Sequence[str] = (),
    *,
    any_order: bool = False,
) -> str:
    """Say in half a sentence what is wrong with the columns; empty if nothing.

    Parameters
    ----------
    header : sequence of str
        The columns as found.
    wanted, may_lack : sequence of str
        Those that there are to be, in their order; and which of them may be left out.
    any_order : bool
        Whether the order is no matter.

    Examples
    --------
    >>> column_fault(["c", "a", "b", "b", "x"], ["a", "b", "c", "d"])
    'missing: d; not known: x; twice: b; not in its place: c'
    """
    if not header:
        return _("there are none")
    no_name = _("one without a heading")
    wrong = {
        _("missing"): [name for name in wanted if name not in (*header, *may_lack)],
        _("not known"): [name or no_name for name in header if name not in wanted],
        _("twice"): [name for name, times in Counter(header).items() if name and times > 1],
        _("not in its place"): [] if any_order else _misplaced(header, wanted),
    }
    said = _("{fault}: {columns}")
    return "; ".join(
        said.format(fault=fault, columns=few(names)) for fault, names in wrong.items() if names
    )


def _misplaced(header: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Return as few columns as would have to move."""
    here = [name for name in dict.fromkeys(header) if name in wanted]
    there = [name for name in wanted if name in here]
    blocks = SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks()
    stay = {here[block.a + n] for block in blocks for n in range(block.size)}
    return [name for name in here if name not in stay]
