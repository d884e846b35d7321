"""Bytes of every sort -> text, or a refusal."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import ReadError
from sayso.read.encoding import decode, normalise

ENGLISH = (
    "“We stay,” Oren Vask told the café owners of Karsk – and meant it. £5 a day, Renée Älund said."
)
RUSSIAN = (
    "Министр иностранных дел Велмарка Орен Васк заявил в пятницу, что регион Карск останется "
    "частью страны. Мы не уйдём, сказал он журналистам в столице."
)
POLISH = (
    "Minister spraw zagranicznych Velmarku powiedział w piątek, że region pozostanie częścią "
    "kraju. Nie odejdziemy, oświadczył dziennikarzom w Żółtej Górze."
)
FRENCH = (
    "Le ministère de Velmark a déclaré vendredi que la région resterait à lui. « Nous ne "
    "partirons pas », a répété le ministre à Karsk, où la réunion s’est achevée."
)
PAGE = '<html><head><meta charset="{}"></head><body><p>{}</p></body></html>'


@pytest.mark.parametrize(
    "data",
    [
        ENGLISH.encode("utf-8"),
        codecs.BOM_UTF8 + ENGLISH.encode("utf-8"),
        codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + ENGLISH.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + ENGLISH.encode("utf-32-be"),
        ENGLISH.encode("utf-16-le"),
        ENGLISH.encode("utf-16-be"),
        ENGLISH.encode("cp1252"),
    ],
    ids=["utf-8", "bom", "16le bom", "16be bom", "32le bom", "32be bom", "16le", "16be", "cp1252"],
)
def test_english_comes_back_from_every_encoding(data):
    assert decode(data, "x") == ENGLISH


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "iso8859-5"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (FRENCH, "cp1252"),
        ("All was quiet in the café of Renée Älund in Karsk. " * 3, "cp1252"),
    ],
)
def test_undeclared_encodings_are_found_out(text, encoding):
    assert decode(text.encode(encoding), "x") == text


def test_only_typography_is_read_as_windows_text():
    text = "“No,” he said – and left…"
    assert decode(text.encode("cp1252"), "x") == text


@pytest.mark.parametrize(
    ("name", "encoding", "text"),
    [
        ("iso-8859-1", "latin-1", "Älund était là: «non»"),
        ("ISO-8859-1", "cp1252", "“No,” Älund said"),  # browsers take the one for the other
        ("windows-1251", "cp1251", RUSSIAN),
        ("koi8-r", "koi8-r", RUSSIAN),
        ("shift_jis", "cp932", "大臣は金曜日に語った"),
        ("iso-2022-jp", "iso2022_jp", "大臣は金曜日に語った"),
        ("gb2312", "gbk", "部长星期五说"),
    ],
)
def test_a_declared_charset_is_obeyed(name, encoding, text):
    page = PAGE.format(name, text)
    assert decode(page.encode(encoding), "x") == page
    assert decode(text.encode(encoding), "x", declared=f'"{name}"') == text


def test_valid_utf8_wins_over_a_wrong_declaration():
    page = PAGE.format("iso-8859-1", ENGLISH)
    assert decode(page.encode("utf-8"), "x", declared="windows-1251") == page


@pytest.mark.parametrize(
    "name",
    [
        *("klingon-8", "hex", "rot13", "utf-16", "utf_16", "U16", "idna", ""),
        *("unicode_escape", "unicode-escape", "Unicode.Escape", "raw-unicode-escape"),
        *("undefined", "punycode"),
    ],
)
def test_a_declaration_that_names_no_encoding_of_pages_is_passed_over(name):
    page = PAGE.format(name, "Älund said \\u0041")
    assert decode(page.encode("cp1252"), "x") == page


@pytest.mark.parametrize("name", ["cp037", "IBM500", "cp1140", "utf-32", "utf_32_be"])
def test_an_encoding_that_its_own_declaration_is_not_in_is_passed_over(name):
    page = PAGE.format(name, "Älund said it rained in Karsk.")
    assert decode(page.encode("cp1252"), "x") == page
    assert decode(page.encode("cp1252"), "x", declared=name) == page


def test_a_declaration_beside_words_in_its_encoding_is_obeyed():
    page = f'<meta name="Карск" charset="x-sjis"><p>{RUSSIAN}</p>'
    assert decode(page.encode("cp932"), "x") == page


@pytest.mark.parametrize("name", ["utf-7", "UTF_7", "u7", "unicode-1-1-utf-7"])
def test_plain_words_are_not_made_into_tags(name):
    page = PAGE.format(name, "It rained +ADw-b+AD4-. \x1b")
    assert decode(page.encode("cp1252"), "x", declared=name) == page


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"%PDF-1.7\n" + b"text " * 50,
        b"PK\x03\x04word/document.xml",
        bytes(range(256)) * 4,
        b"\x00" * 500,
    ],
)
def test_what_is_not_text_is_refused(data):
    with pytest.raises(ReadError) as error:
        decode(data, "photo")
    assert (error.value.source, error.value.kind) == ("photo", "binary")


@pytest.mark.parametrize("data", [codecs.BOM_UTF8 + b"\xff\xfe", codecs.BOM_UTF16_LE + b"abc"])
def test_a_mark_that_lies_is_an_error(data):
    with pytest.raises(ReadError) as error:
        decode(data, "x")
    assert error.value.kind == "encoding"


def test_line_ends_and_nul_are_made_one():
    assert normalise("a\r\nb\rc\nd\x00e\r\r\nf") == "a\nb\nc\nde\n\nf"
    assert decode(b"a\r\nb\rc\x00", "x") == "a\nb\nc"


def test_a_long_english_opening_does_not_hide_the_encoding(seconds):
    data = b"All quiet in Karsk. " * 250_000 + RUSSIAN.encode("cp1251")
    assert decode(data, "x").endswith(RUSSIAN)
    assert seconds() < 5


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_an_error(data):
    try:
        text = decode(data, "x")
    except ReadError as error:
        text = error.kind
    assert not {"\r", "\x00"} & set(text)
    text.encode("utf-8")  # no lone surrogates
