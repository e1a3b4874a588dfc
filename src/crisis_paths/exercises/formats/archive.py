"""Pack files into a zip archive that is the same on every day and machine.

Examples
--------
>>> packed({"a.txt": b"one"}) == packed({"a.txt": b"one"})
True
"""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

DAY = (1980, 1, 1)
_UNIX = 3


def packed(contents: Mapping[str, bytes]) -> bytes:
    """Return an archive of these files, in their order: no clock, no compressor's choices."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, content in contents.items():
            entry = ZipInfo(name, (*DAY, 0, 0, 0))
            entry.create_system = _UNIX
            archive.writestr(entry, content)
    return stream.getvalue()
