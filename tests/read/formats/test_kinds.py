"""Which format something is in, by how it begins and what it is called."""

import pytest

from sayso.read.formats.kinds import OTHER_TEXT, Kind, is_named, kind_of

MAIL = b"Received: by x\nFrom: a@b.example\nSubject: Talks\nDate: Fri, 14 Mar 2031\n\nWords."


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"Words of an article.", "a.txt", "text"),
        (b"Words of an article.", "a.html", "html"),
        (b"Words of an article.", "a", ""),
        (b"<!-- x --><!DOCTYPE html><html>", "a.txt", "html"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html xmlns='x'>", "a.xml", "html"),
        (b"<?xml version='1.0'?><!-- x --><rss version='2.0'>", "a", "feed"),
        (b"<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>", "a", "feed"),
        (b"<rdf:RDF xmlns:rdf='x'><channel>", "a", "feed"),
        (b"<sitemapindex>", "a.txt", "sitemap"),
        (b"<newsItem guid='x'>", "a", "newsml"),
        (b"<!DOCTYPE nitf SYSTEM 'nitf-3-4.dtd'><nitf>", "a", "newsml"),
        (b"<!DOCTYPE rss [<!ENTITY a '>'>]><rss>", "a", "feed"),
        (b"\xff\xfe" + "<rss>".encode("utf-16-le"), "a", "feed"),
        (b'\xef\xbb\xbf{"text": "a"}', "a", "jsonl"),
        (b'{"id": 1, "title": "x", "text": "a"}\n{"id": 2}', "a", "jsonl"),
        (b'{"id": 1,\n "text": "a"}', "a", "json"),
        (b'[{"text": "a"}]', "a", "json"),
        (b'{"id": 1}', "a.jsonl", "jsonl"),
        (b"[Update] Talks go on", "a.txt", "text"),
        (b"[1] The minister said no.", "a.txt", "text"),
        (b"{sic} He said no.", "a.txt", "text"),
        (b"He saved it as %PDF-1.4 then.", "a.txt", "text"),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "a.txt", "warc"),
        (b"WARC/1.1\r\nWARC-Type: response\r\n\r\n" + bytes(range(256)), "a", "warc"),
        (MAIL, "a.txt", "mail"),
        (b"From: Velmark\nThe minister: no words", "a.txt", "text"),
        (b"From: Velmark\nTo: Karsk, a road. The road is shut.\n", "a.txt", "text"),
        (b"title,text,date\nA,B,C", "a", "csv"),
        (b"text\turl\nA\tB", "a", "csv"),
        (b"a,b\n1,2", "a.csv", "csv"),
        (b"Text, and nothing else", "a.txt", "text"),
        (b"From a@b Fri\n" + MAIL, "a.txt", "mailbox"),
        (b"PK\3\4", "a.txt", "zip"),
        (b"PK\3\4 _rels/.rels word/document.xml", "a.txt", "docx"),
        (b"PK\3\4 _rels/.rels word/media/a.png", "a.docx", "docx"),
        (b"\x1f\x8b\x08", "a", "gzip"),
        (b"BZh91AY&SY\0", "a", "bzip2"),
        (b"BZh is no word, said Ruel.", "a.txt", "text"),
        (b"\xfd7zXZ\0", "a", "xz"),
        (b"junk\n%PDF-1.7", "a", "pdf"),
        (b"PAR1", "a", "parquet"),
        (b"BMW said on Friday that it will leave.", "a.txt", "text"),
        (b"MZ said so, and left.", "a.txt", "text"),
    ],
)
def test_the_content_tells_and_the_name_where_it_does_not(head, name, kind):
    assert kind_of(head, name).form == kind


@pytest.mark.parametrize(
    ("head", "what"),
    [
        (b"\x89PNG", "images"),
        (b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0", "images"),
        (b"\0\0\1\0\1\0\x10\x10\0\0\1\0", "images"),
        (b'{"a": 1}', "JSON of other kinds"),
        (b"<?xml version='1.0'?><schema><p>a</p><p>b</p><p>c</p></schema>", "XML of other kinds"),
        (b"[1, 2]", "JSON of other kinds"),
        (b"[[]]", "JSON of other kinds"),
        (b"RIFF\0\0\0\0WEBP", "images"),
        (b"\0\0\0\x18ftypmp42", "sounds and films"),
        (b"# A heading", OTHER_TEXT),
        (b"", "empty files"),
    ],
)
def test_what_is_not_read_is_told_in_the_plural(head, what):
    assert kind_of(head, "x") == Kind("", what)


def test_columns_that_are_named_make_a_table():
    assert kind_of(b"story;day\nA;B", "a", (("text", "story"), ("published", "day"))).form == "csv"


@pytest.mark.parametrize(
    ("name", "form", "is_one"),
    [("a.TXT", None, True), ("a.txt", "html", False), ("a", None, False)],
)
def test_names_of_formats_are_known(name, form, is_one):
    assert is_named(name, form) is is_one


@pytest.mark.parametrize("opening", ["[", "[ ", '{"a":', '[{"a": '])
def test_brackets_in_brackets_without_end_are_damaged_json(reading, opening):
    read = reading(opening.encode() * 20_000, "a.json")
    assert read.kinds == [("a.json", "json")]
