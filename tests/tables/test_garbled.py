"""Text that was read in the wrong encoding is found, and honest text is never accused."""

from itertools import product

import pytest

from crisis_paths.tables.garbled import DOUBLE, SINGLE, garbled, spoilt
from crisis_paths.tables.reading import names, rows

HONEST = [
    # Portuguese, shouted as headlines are
    "NÃO, AMANHÔ, disse a IRMû. «Até amanhã…» São Tomé; não há razão para tanta confusão.",
    "A UNIÃO; A NAÇÃO: A DECISÃO… «MANHû",
    # French, Swiss quotation marks, inclusive writing, footnote signs
    "«Elle l’a demandé…» L’âge d’or, là-bas; à 5 € près. LES SALARIÉ·E·S, «CAFÉ», Noël: voilà!",
    "«Est-ce là»², dit-il; «déjà»… Il a payé…» puis «ÉTÉ»",
    # Romanian, whose infinitives end in â
    "A hotărî şi a coborâ… «A urâ…” e greu. România, Țara Bârsei, CÂMPIA, „Ș”, a urâ”.",
    # Italian and Spanish, whose marks follow accents at once
    "«Perché…» disse; “c’è…” «È così», città”… PERCHÉ…»",
    "¿Qué…¿cómo?… ¡está…¡no! «Según él…» CAMIÓN… señor, Nº 5, 1ª vez, José™®»",
    # German, Dutch, the north
    "„Spaß“ und „MENÜ“, »Straß…« Ä…Ä… äh, Ölpreis – 5 °C; §§ 3–4, 2×3, ‚Ähren‘, Nescafé®»",
    "’s Avonds: «coördinatie», één…’ Zo’n idee™",
    "«Å…» På øya: Ærø, Ålesund; «jo…» Þór Ðað: «já…»",
    # Polish, Czech, Hungarian, Turkish, Vietnamese
    "„Żółć” i „źródło” – „Śląsk…” ZAŻÓŁĆ GĘŚLĄ JAŹŃ; „Łódź»",
    "„Příliš žluťoučký kůň…“ ÚPĚL ĎÁBELSKÉ ÓDY; „Šťastný“",
    "„Árvíztűrő tükörfúrógép…” ÁRVÍZTŰRŐ; »Győr«",
    "“Şişli’de…” İĞÜŞ ÇÖ; «Türkiye’nin»",
    "Đường phố Hà Nội: “Xin chào…” ĐƯỜNG, Ấn Độ; «CÂU…»",
    # Russian, Ukrainian, Belarusian, Serbian, Greek
    "«Нет…» — сказал он. РОССИЯ; ёлка, Ёж, №5, «СНГ»…",
    "ТІНІ… «Ні», — її ґанок; Ціїєї; «РІЧІ» СІНІ й НІНІ; ЇЖАК, Києву…",
    "«Ўсё…» — Беларусь; ў Мінску; І…»",
    "„Њујорк…“ ЂОРЂЕ; КОЊ; Љубљана, ђак»",
    "«Όχι…» Άνθρωπος, ΕΛΛΆΔΑ· «ΌΧΙ»",
    # Chinese, Japanese, Korean, Arabic, Hebrew
    "“案例”：延续既往（模糊）。控局能力认知——弱；斗而不破……《世界经济与政治》",
    "锘可",
    "「窶れた」とウクライナ…危機、対話。",
    "“위기…” 우크라이나·벨라루스",
    "«أوكرانيا…» الأزمة، ٣٪",
    "«משבר…» ״אוקראינה״ 3×2",
    # signs and emoji
    "5 Å±0.2; 10 µm² ≥ 3 ½; ½¼; ©®™; ✓✗; 😀🇪🇺 👍🏽; a→b…",
]


@pytest.mark.parametrize("text", HONEST)
def test_honest_text_is_not_accused(text):
    assert spoilt(text) == ""
    assert [word for word in text.split() if spoilt(word)] == []


def test_no_end_of_a_word_is_accused():
    letters = "àâäãåçèéêëìíîïñòóôöõùúûüýßæœøþðăîșțęńóśźżčřšžőűğı"
    after = "…’‘”“»«›–—·\u00a0²³¹ª°™®©¿¡†"
    for letter, *marks in product(letters, after, ("", *after)):
        for word in (f"na{letter}", f"NA{letter}".upper(), f"na {letter}"):
            assert garbled(word + "".join(marks)) == ("", ""), word + "".join(marks)


def test_none_of_our_own_tables_is_accused():
    assert [
        value for name in names() for row in rows(name) for value in row.values() if spoilt(value)
    ] == []


SENTENCE = "{state}’s envoys – all of them – “left” the café in Minsk… 案例一：外交平衡。 Беларусь"


@pytest.mark.parametrize("encoding", ["latin-1", *SINGLE, *DOUBLE])
@pytest.mark.parametrize("lost", ["\ufffd", "?"])
def test_text_read_in_another_encoding_is_noticed(encoding, lost):
    read = SENTENCE.encode().decode(encoding, "replace").replace("\ufffd", lost)
    assert read != SENTENCE and spoilt(read)


def as_windows_reads(data: bytes, encoding: str) -> str:
    """A byte that an encoding lacks becomes the control character of its number."""
    each = (bytes([byte]).decode(encoding, "replace") for byte in data)
    return "".join(
        chr(byte) if sign == "\ufffd" else sign for byte, sign in zip(data, each, strict=True)
    )


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp1250", "cp1254", "mac_roman"])
@pytest.mark.parametrize(
    ("piece", "mended"),
    [
        ("Arvelle’s", "’"),
        ("the café", "é"),
        ("a – b", "–"),
        ("a “b”", "“"),
        ("案例", "案例"),
        ("弱", "弱"),
    ],
)
def test_each_kind_of_character_gives_itself_away(encoding, piece, mended):
    bad, good = garbled(as_windows_reads(piece.encode(), encoding))
    assert bad and good.startswith(mended)


def test_what_is_lost_is_named():
    assert "\ufffd, the sign for a character that was lost" in spoilt("Arvelle\ufffds")
    assert spoilt("a\0b") == "there is a NUL, which no text has"
    assert spoilt("dâ€™Ivoire") == "'â€™' should read '’'"
    assert spoilt("ï»¿case") == "'ï»¿' should not be there"
    assert len(spoilt("æ¡ˆä¾‹" * 10_000)) < 200


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp1250", "cp1251", "mac_roman", "gbk"])
def test_the_mark_with_which_a_file_begins_is_noticed(encoding):
    assert garbled("\ufeffcase".encode().decode(encoding))[1].startswith("\ufeff")


def test_what_a_cut_off_quotation_mark_leaves_in_gbk():
    assert garbled("the envoys鈥?left")[1] == "’"
