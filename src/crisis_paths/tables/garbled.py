"""Text that was read in the wrong encoding: found, and never mistaken for honest text.

UTF-8 writes a typographic or foreign character as two to four bytes. A program that takes them
for an older encoding shows a character for each: ``â€™`` for ``’``. So a text is garbled if it
can be written in an older encoding and the bytes are UTF-8 for something likelier. That alone
would accuse honest text, for ``é…»`` at the end of a quotation fits by chance; what is asked
besides is whether anybody writes such signs side by side. Where that is open, nothing is said: a
garbled sheet has many such places, and one is enough.

Examples
--------
>>> garbled("the envoys left Arvelleâ€™s capital")
('â€™', '’')
>>> garbled("æ¡ˆä¾‹")
('æ¡ˆä¾‹', '案例')
>>> garbled("«Elle l’a demandé…» NÃO, AMANHÃ…”")
('', '')
"""

import re
from codecs import getincrementaldecoder
from functools import cache

from crisis_paths.errors import cut
from crisis_paths.i18n import _

SINGLE = ("cp1252", "cp1250", "cp1251", "cp1254", "mac_roman", "cp850", "cp437")
DOUBLE = ("gbk", "cp932", "cp949", "cp950")  # whose second byte may be an ASCII letter
RUN = re.compile(r"[^\x00-\x7f]{2,}")
WHOLE = re.compile("[^?\ufffd]+")  # what stands between signs that were lost
MARKS = re.compile("[\u2010-\u203a\u20ac\u2122]")  # dashes, quotation marks, …, €, ™
BEGINNING = re.compile("\ufeff(?=[!-~])")  # the mark of a file, and a heading
LETTERS = re.compile(
    "[\u00a0-\u017f\u0391-\u03c9\u0400-\u045f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+"
)
LATIN = re.compile("[\u00c0-\u017f]+")
EASTERN = re.compile("[\u2e80-\uffef]")
IDEOGRAPHS = re.compile("[\u4e00-\u9fff]{2}")
# what may stand beside an accented letter, or beside another of these, in honest text
USUAL = set("\u00a0\u00ad…’‘‚”“„»«›‹–—·•¿¡†‡§¶²³¹ªº°™®©€")
SHOWN = 40  # characters of a piece that is shown


def spoilt(text: str) -> str:
    """Say in half a sentence what was done to a text on its way; empty if nothing.

    Examples
    --------
    >>> spoilt("Arvelleâ€™s capital")
    "'â€™' should read '’'"
    >>> spoilt("Arvelle’s capital")
    ''
    """
    if "\0" in text:
        return _("there is a NUL, which no text has")
    if "\ufffd" in text:
        return _("there is a \ufffd, the sign for a character that was lost")
    bad, good = garbled(text)
    if not bad:
        return ""
    if good == "\ufeff":
        return _("{bad!r} should not be there").format(bad=bad)
    return _("{bad!r} should read {good!r}").format(bad=cut(bad, SHOWN), good=cut(good, SHOWN))


def garbled(text: str) -> tuple[str, str]:
    """Return the first piece of a text that was read in the wrong encoding, and what it should be.

    Parameters
    ----------
    text : str
        A cell, or any other text.

    Returns
    -------
    (str, str)
        The first such piece, and the piece mended; both empty if there is none.
    """
    if text.isascii():
        return "", ""
    for run in RUN.finditer(text):
        before = text[: run.start()][-1:]
        for encoding in SINGLE if run[0][0] in _openers() else ():
            mended = _mended_single(run[0], encoding)
            if mended and _gives_itself_away(run[0], mended, before):
                return run[0], mended
    for piece in WHOLE.findall(text) if EASTERN.search(text) else ():
        for encoding in DOUBLE:
            mended = _mended_double(piece, encoding)
            if MARKS.search(mended) or IDEOGRAPHS.search(mended) or BEGINNING.match(mended):
                return piece, mended
    return (_half_a_mark(), "’") if _half_a_mark() in text else ("", "")


def _gives_itself_away(run: str, mended: str, before: str) -> bool:
    """Tell whether nobody would write this run, so that what its bytes say must be meant."""
    if MARKS.search(mended) or (mended == "\ufeff" and not before):
        return True
    if LATIN.fullmatch(mended):  # é as Ã©: no word goes on in capitals
        return before.islower() and not run[0].islower()
    strange = (sign for sign in run if not sign.isalpha() and sign not in USUAL)
    return bool(LETTERS.fullmatch(mended)) and any(strange)


@cache
def _bytes(encoding: str) -> dict[str, int]:
    """Return the byte of each character.

    Where the encoding has no character for a byte, Windows takes the one with its number.
    """
    signs = bytes(range(128, 256)).decode(encoding, "replace")
    own = {sign: byte for byte, sign in enumerate(signs, 128) if sign != "\ufffd"}
    return {chr(byte): byte for byte in range(128, 160)} | own


@cache
def _openers() -> frozenset[str]:
    """Return what a first byte of several may look like; most text has none of these."""
    return frozenset(
        sign for each in map(_bytes, SINGLE) for sign, byte in each.items() if byte >= 0xC2
    )


def _mended_single(run: str, encoding: str) -> str:
    known = _bytes(encoding)
    try:
        return _utf8(bytes(known[sign] for sign in run))
    except (KeyError, UnicodeError):
        return ""


def _mended_double(piece: str, encoding: str) -> str:
    try:
        return _utf8(piece.encode(encoding))
    except UnicodeError:
        return ""


def _utf8(found: bytes) -> str:
    """Read UTF-8; the last character may be cut off, for what followed was lost."""
    return getincrementaldecoder("utf-8")().decode(found)


@cache
def _half_a_mark() -> str:
    """Return what is left of a quotation mark in GBK if its last byte was lost; no word has it."""
    return "’".encode().decode("gbk", "ignore")
