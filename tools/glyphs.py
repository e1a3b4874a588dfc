"""What is copied from a PDF is what was written, whichever font drew it.

A font may draw two characters by one glyph: in Noto's CJK fonts 入 and the radical ⼊ (U+2F0A)
look the same. The browser notes one character for the glyph, and that can be the radical; beside
each place where the other was meant stands a word on it (``/ActualText``), which not every
reader of PDFs asks. Where a glyph stands for one character throughout the document, the note is
put right, so that all of them copy and find the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

# A font is chosen, a word on what is meant begins, glyphs are shown, the word ends.
STEP = re.compile(
    rb"/(?P<font>[^\s/]+)\s+[-\d.]+\s+Tf|/ActualText\s*<FEFF(?P<said>[0-9A-Fa-f]+)>"
    rb"|<(?P<shown>[0-9A-Fa-f]+)>|\b(?P<end>EMC)\b"
)
HEX = rb"\s*<([0-9A-Fa-f]+)>"
SINGLE, RANGE = re.compile(HEX * 2), re.compile(HEX * 3)
NOTES = re.compile(rb"\d+\s+begin(bfchar|bfrange)(.*?)end\1\s*", re.S)
MOST = 100  # notes in a block, by the definition of such maps


@dataclass
class Shown:
    """Where the document shows a font's glyphs.

    Attributes
    ----------
    plain : set of bytes
        Codes shown with nothing said about them.
    meant : dict
        What is said of a code: in UTF-16, as hexadecimal digits.
    """

    plain: set[bytes] = field(default_factory=set)
    meant: dict[bytes, set[bytes]] = field(default_factory=dict)

    def sure(self) -> dict[bytes, bytes]:
        """Return the codes that mean one and the same character wherever they are shown."""
        return {
            code: next(iter(said))
            for code, said in self.meant.items()
            if len(said) == 1 and code not in self.plain
        }


def drawings(part: DictionaryObject, data: bytes) -> Iterator[tuple[bytes, DictionaryObject]]:
    """Yield the instructions of a page, and of the forms it draws, each with its fonts by name."""
    resources = part.get("/Resources", DictionaryObject()).get_object()
    yield data, resources.get("/Font", DictionaryObject()).get_object()
    for found in resources.get("/XObject", DictionaryObject()).get_object().values():
        form = found.get_object()
        if form.get("/Subtype") == "/Form":
            yield from drawings(form, form.get_data())


def width(font: DictionaryObject) -> int:
    """Return how many hexadecimal digits a code of this font has."""
    return 4 if font["/Subtype"] == "/Type0" else 2


def look(data: bytes, widths: dict[str, int], seen: dict[str, Shown]) -> None:
    """Note which codes of which font are shown, and what is said of them.

    Examples
    --------
    >>> seen = {"F1": Shown()}
    >>> look(b"/F1 9 Tf <0A> Tj /Span<</ActualText <FEFF5165> >> BDC <B7> Tj EMC", {"F1": 2}, seen)
    >>> seen["F1"]
    Shown(plain={b'0A'}, meant={b'B7': {b'5165'}})
    """
    font, said, within = "", b"", []
    for step in STEP.finditer(data):
        if step["font"]:
            font = step["font"].decode("latin-1")
        elif step["said"]:
            said, within = step["said"].upper(), []
        elif step["shown"] and font in seen:
            size, digits = widths[font], step["shown"].upper()
            codes = [digits[at : at + size] for at in range(0, len(digits), size)]
            if said:
                within += [(font, code) for code in codes]
            else:
                seen[font].plain.update(codes)
        elif step["end"] and said:
            for name, code in within:
                # of several glyphs together it is not known which stands for what
                known = seen[name]
                if len(within) == 1:
                    known.meant.setdefault(code, set()).add(said)
                else:
                    known.plain.add(code)
            said = b""


def noted(notes: bytes) -> dict[bytes, bytes]:
    """Return the character that a font notes for each code.

    Examples
    --------
    >>> noted(b"1 beginbfchar <B7> <2F0A> endbfchar 1 beginbfrange <01> <02> <5143> endbfrange")
    {b'B7': b'2F0A', b'01': b'5143', b'02': b'5144'}
    """
    found = {}
    for kind, block in NOTES.findall(notes):
        if kind == b"bfchar":
            found |= dict(SINGLE.findall(block.upper()))
            continue
        for first, last, to in RANGE.findall(block.upper()):
            for n in range(int(last, 16) - int(first, 16) + 1):
                code = b"%0*X" % (len(first), int(first, 16) + n)
                found[code] = to[:-4] + b"%04X" % (int(to[-4:], 16) + n)
    return found


def written(notes: bytes, means: dict[bytes, bytes]) -> bytes:
    """Return the notes of a font with these instead of its own.

    Examples
    --------
    >>> written(b"begincmap 1 beginbfchar <B7> <2F0A> endbfchar endcmap", {b"B7": b"5165"})
    b'begincmap 1 beginbfchar\\n<B7> <5165>\\nendbfchar\\nendcmap'
    """
    pairs = [b"<%b> <%b>\n" % pair for pair in sorted(means.items())]
    blocks = [
        b"%d beginbfchar\n%bendbfchar\n" % (len(some), b"".join(some))
        for some in (pairs[at : at + MOST] for at in range(0, len(pairs), MOST))
    ]
    before, _, after = NOTES.sub(b"", notes).partition(b"endcmap")
    return before + b"".join(blocks) + b"endcmap" + after


def mend(writer: PdfWriter) -> int:
    """Let every glyph be copied as the character that it stands for.

    Parameters
    ----------
    writer : pypdf.PdfWriter
        The document; its fonts' notes are changed in place.

    Returns
    -------
    int
        How many glyphs were noted as another character.
    """
    fonts: dict[int, tuple[DictionaryObject, Shown]] = {}
    for page in writer.pages:
        content = page.get_contents()
        for data, named in drawings(page, b"" if content is None else content.get_data()):
            here, widths = {}, {}
            for name, place in named.items():
                font = place.get_object()
                _, here[name[1:]] = fonts.setdefault(id(font), (font, Shown()))
                widths[name[1:]] = width(font)
            look(data, widths, here)
    return sum(_mend(font, shown.sure()) for font, shown in fonts.values())


def _mend(font: DictionaryObject, means: dict[bytes, bytes]) -> int:
    stream = font.get("/ToUnicode", DictionaryObject()).get_object()
    if not means or not isinstance(stream, StreamObject):
        return 0
    notes = stream.get_data()
    before = noted(notes)
    wrong = {code: to for code, to in means.items() if before.get(code) != to}
    if wrong:
        stream.set_data(written(notes, before | wrong))
    return len(wrong)
