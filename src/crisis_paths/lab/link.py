"""Cases as a short text, for the part of an address after the #, and back.

What stands after the # is not sent to the server of the page, but it is in the link: whoever has
the link has the names and the codings. Notes are left out. A link that somebody else made is read
with the same care as a file, and no further than a table may be long.

Examples
--------
>>> from crisis_paths.lab.own_cases import read
>>> text = as_link(read("case,STORM,SANK\\nAnna,1,1\\nBerta,0,0\\n"))
>>> text.startswith("cases=1."), from_link("#" + text).rows[1]
(True, OwnCase(case='Berta', values=(False, False), note=''))
>>> from_link("#cases=1.AAAA")
Traceback (most recent call last):
    ...
crisis_paths.errors.CrisisPathsError: The link holds no cases that can be read; ask for a new one.
"""

import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode

from crisis_paths.errors import CrisisPathsError
from crisis_paths.given import a
from crisis_paths.i18n import N_, _
from crisis_paths.lab.own_cases import LARGEST, OwnCases, read
from crisis_paths.tables.handed_out import csv_file

LONGEST = 4_000
"""Characters: what mail, chats and browsers carry without cutting it."""
REVEALS = N_(
    "Everybody who gets this link can read the name of every case and how you coded it. It also"
    " stays in your browser’s history. Notes are left out."
)
_BEGINS = "cases=1."
_FORM = re.compile(r"#?cases=1\.([A-Za-z0-9_-]+)")


def as_link(cases: OwnCases) -> str:
    """Return the cases as the text after the # of a link.

    Raises
    ------
    CrisisPathsError
        If they take more room than a link has.
    """
    cases = a("cases", cases, OwnCases, _("cases as they were read"))
    rows = ((row.case, *("01"[value] for value in row.values)) for row in cases.rows)
    table = csv_file(("case", *cases.sets), rows)
    text = _BEGINS + urlsafe_b64encode(zlib.compress(table, 9)).decode().rstrip("=")
    if len(text) > LONGEST:
        raise CrisisPathsError(
            _(
                "These cases would make a link of {found} characters, but {most} are the most that"
                " is safe; save them as a file instead."
            ).format(found=len(text), most=LONGEST)
        )
    return text


def from_link(text: str) -> OwnCases:
    """Read cases from the text after the # of a link.

    Raises
    ------
    CrisisPathsError
        If it is no such text, was cut, or holds what :func:`crisis_paths.lab.own_cases.read`
        refuses.
    """
    broken = _("The link holds no cases that can be read; ask for a new one.")
    text = a("link", text, str, _("a text"))
    if len(text) > LONGEST + 1:
        raise CrisisPathsError(broken)
    if not (found := _FORM.fullmatch(text.strip())):
        raise CrisisPathsError(broken)
    packed = found[1] + "=" * (-len(found[1]) % 4)
    unpacked = zlib.decompressobj()
    try:
        table = unpacked.decompress(urlsafe_b64decode(packed), LARGEST + 1)
    except (ValueError, zlib.error) as fault:
        raise CrisisPathsError(broken) from fault
    if not unpacked.eof or unpacked.unused_data:  # cut, longer than a table may be, or added to
        raise CrisisPathsError(broken)
    return read(table, _("the link"))
