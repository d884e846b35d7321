"""All formats in one folder, whatever they are called, and each of them broken in many ways."""

import json
import random
import zlib
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from sayso.errors import ReadError, UsageError
from sayso.read import read_sources, sources_to_keep
from sayso.read.formats.mails.mail import CUT
from sayso.read.formats.table import FORMATS
from sayso.read.language import Foreign
from sayso.records import Article
from sayso.settings import Settings
from tests.read.formats import samples
from tests.read.formats.conftest import read_all
from tests.read.formats.samples import NINJS, NITF, SITEMAP, WORDS
from tests.read.formats.test_parquet import parquet

TEXT = "\n\n".join(WORDS)
SPANISH = (
    "El ministro dijo el viernes que la región no se rendirá ante nadie, y que todos los soldados "
    "de la ciudad se quedarán allí hasta el final de la guerra."
)
FILES = {
    "text": (TEXT.encode(), 1),
    "html": (samples.page("Velmark stays").encode(), 1),
    "jsonl": (b'{"text": "One says."}\n{"text": "Two says."}\n', 2),
    "json": (json.dumps(NINJS["2.1"], indent=1).encode(), 1),
    "warc": (samples.warc(), 3),
    "feed": (samples.feed("atom"), 3),
    "sitemap": (SITEMAP, 0),
    "newsml": (samples.newsml(samples.newsml_item(1, f"<inlineXML>{NITF}</inlineXML>")), 1),
    "csv": (samples.table(), 3),
    "parquet": (parquet({"body": list(WORDS)}), 2),
    "pdf": (samples.pdf([WORDS[1], WORDS[1] + " So it is."]), 1),
    "docx": (samples.docx(WORDS), 1),
    "mail": (samples.mail(), 1),
    "mailbox": (samples.mailbox(), 3),
}
ROUNDS = 60  # of each format that are broken in another way


def test_there_is_a_sample_of_every_format():
    assert set(FILES) == set(FORMATS)


def test_kinds_are_told_from_content_and_not_from_names(tmp_path):
    for number, (data, _) in enumerate(FILES.values()):
        (tmp_path / f"{number:02}.txt").write_bytes(data)
    read = read_all(str(tmp_path))
    files = [Path(each.source.partition(":")[0]).stem for each in read.articles]
    assert read.articles == read.outcomes
    assert [files.count(f"{n:02}") for n in range(len(FILES))] == [n for _, n in FILES.values()]


@pytest.mark.parametrize("form", sorted(set(FILES) - {"parquet"}))
def test_a_format_that_is_named_is_taken_from_a_pipe(form, tmp_path):
    data, count = FILES[form]
    (tmp_path / "x").write_bytes(data)
    with (tmp_path / "x").open("rb") as stdin:
        assert len(read_all("-", stdin=stdin, format=form).articles) == count


def test_what_is_skipped_in_a_folder_is_counted_by_its_kind(tmp_path):
    files = {
        "a.txt": TEXT.encode(), "notes.md": TEXT.encode(), "photo": b"\xff\xd8\xff", ".x.txt": b"x",
        "b.xlsx": samples.zipped({"[Content_Types].xml": b"x"}), "c": b"", "e.json": b'{"a": 1}',
        "d.csv": b"name,age\nBo,7\n", "f.xml": b"<?xml version='1.0'?><menu/>", "g.svg": b"<svg/>",
        "h.bin": bytes(range(256)), "i.rar": b"Rar!\x1a\x07", "j.db": b"SQLite format 3\0",
    }  # fmt: skip
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    read = read_all(str(tmp_path))
    assert [Path(each.source).name for each in read.outcomes] == ["a.txt"]
    assert read.skipped == {
        "texts that are not called .txt": 1, "images": 1, "hidden files": 1, "databases": 1,
        "Office documents": 1, "empty files": 1, "JSON of other kinds": 1, "RAR archives": 1,
        "XML of other kinds": 2, "files that are not text": 1,
        "tables without a column that is plainly a text (--columns text=NAME reads them)": 1,
    }  # fmt: skip


@pytest.mark.parametrize("name", ["photo.jpg", "a.xml", "a.json"])
def test_what_is_named_and_no_article_is_an_error(tmp_path, name):
    data = {"photo.jpg": b"\xff\xd8\xff\xe0", "a.xml": b"<?xml?><menu/>", "a.json": b'{"a": 1}'}
    (tmp_path / name).write_bytes(data[name])
    (error,) = read_all(str(tmp_path / name)).outcomes
    assert error.kind in {"binary", "format"}


def test_an_unknown_format_is_a_wrong_use_before_anything_is_read():
    with pytest.raises(UsageError, match="there are text, html, jsonl"):
        read_sources(["-"], settings=Settings(), format="odt")


def test_an_address_may_lead_to_a_feed_or_a_release(tmp_path):
    for form in ("feed", "sitemap", "pdf", "warc"):
        (tmp_path / f"{form}.{SENT[form]}").write_bytes(FILES[form][0])
    handler = partial(Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        place = f"http://127.0.0.1:{server.server_port}"
        addresses = [f"{place}/{form}.{ending}" for form, ending in SENT.items()]
        read = read_all(*addresses, allow_private=True)
        server.shutdown()
    assert [each.source for each in read.articles[:3]] == [f"{addresses[0]}:{n}" for n in (1, 2, 3)]
    assert [each.url for each in read.articles[3:]] == [addresses[2]]
    assert [each.kind for each in read.outcomes if isinstance(each, ReadError)] == ["content-type"]


SENT = {"feed": "xml", "sitemap": "xml", "pdf": "pdf", "warc": "gz"}


class Quiet(SimpleHTTPRequestHandler):
    """A server that says nothing of what it sends."""

    def log_message(self, *_):
        """Say nothing."""


def test_articles_in_other_languages_come_as_such_to_whoever_keeps_them(tmp_path):
    (tmp_path / "a.txt").write_text(SPANISH, "utf-8")
    (kept,) = sources_to_keep([str(tmp_path)], settings=Settings())
    assert isinstance(kept, Foreign)
    assert (kept.language, kept.article.text) == ("Spanish", SPANISH)
    (error,) = read_all(str(tmp_path)).outcomes
    assert error.kind == "language"


@pytest.mark.parametrize("form", sorted(FILES))
def test_what_is_cut_off_gives_what_stands_before_and_an_error_or_less(tmp_path, form):
    """However much is there, nothing is raised; each error says where, and articles are whole."""
    data, count = FILES[form]
    whole = {each.text for each in read_file(tmp_path / form, data, form).articles}
    for part in range(CUTS):
        read = read_file(tmp_path / form, data[: len(data) * part // CUTS], form)
        errors = [each for each in read.outcomes if isinstance(each, ReadError)]
        assert all(each.source.startswith(str(tmp_path)) and each.message for each in errors)
        assert len(read.articles) <= count
        if form in SEVERAL:
            assert {each.text for each in read.articles[:-1]} <= whole
        if form in SEVERAL - {"mailbox"}:  # what a mail has said may be all that it says
            assert errors or len(read.articles) < count


@pytest.mark.parametrize("form", ["feed", "json", "mail", "newsml", "sitemap"])
def test_what_says_where_it_ends_is_never_cut_off_in_silence(tmp_path, form):
    """Whatever byte is the last, in the middle of a sign too."""
    data, _ = FILES[form]
    whole = [each.text for each in read_file(tmp_path / form, data, form).articles]
    last = len(data.rstrip()) - 1
    for end in (*range(1, last, 7), *range(last - 12, last)):
        read = read_file(tmp_path / form, data[:end], form)
        if all(isinstance(each, Article) for each in read.outcomes):
            assert [each.text for each in read.articles] == whole
            assert read.asides.remarks[CUT] == 1


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_rows_and_lines_are_whole_wherever_an_encoding_is_cut(tmp_path, form, encoding):
    """After any byte, in the middle of a sign too: what stood before is read, and the next file."""
    texts = ["“One”, he says.", "“Two”, she says."]
    lines = {
        "csv": ["text,title", *(f'"{text}","A"' for text in texts)],
        "jsonl": [json.dumps({"text": text}, ensure_ascii=False) for text in texts],
    }
    data = "".join(f"{line}\n" for line in lines[form]).encode(encoding)
    first = len("".join(f"{line}\n" for line in lines[form][:-1]).encode(encoding))
    (tmp_path / "z.txt").write_text(TEXT, "utf-8")
    for end in range(len(data)):
        (tmp_path / f"a.{form}").write_bytes(data[:end])
        read = read_all(*(str(tmp_path / name) for name in (f"a.{form}", "z.txt")))
        there = [each.text for each in read.articles[:-1]]
        assert read.articles[-1].text == TEXT
        assert there == texts[: len(there)]
        assert end < first or there
        assert all(f"a.{form}" in each.source for each in read.outcomes[:-1])


def test_whatever_a_reader_stumbles_over_is_an_error_of_its_file(tmp_path, monkeypatch):
    def stumble(*_):
        yield Article(text="One says.", source="x")
        "€".encode("ascii")

    monkeypatch.setattr("sayso.read.formats.documents.read_lines", stumble)
    (tmp_path / "a.jsonl").write_bytes(b"{}")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    read = read_all(str(tmp_path))
    assert [kind for _, kind in read.kinds] == ["article", "damaged", "article"]
    assert "a.jsonl: cannot be taken apart: UnicodeEncodeError" in str(read.outcomes[1])


CUTS = 12
SEVERAL = {"jsonl", "warc", "feed", "csv", "mailbox"}  # that hold several articles


def read_file(path, data, form):
    """Return what comes of reading bytes as a format."""
    path.write_bytes(data)
    return read_all(str(path), format=form)


@pytest.mark.parametrize("form", sorted(set(FILES) - {"parquet"}))
def test_whatever_is_broken_gives_articles_and_errors_alone(tmp_path, form):
    """Bytes are changed, cut out, and doubled; nothing is raised, and the next file is read."""
    data, _ = FILES[form]
    rng = random.Random(zlib.crc32(form.encode()))
    for number in range(ROUNDS):
        (tmp_path / f"{number:03}").write_bytes(_broken(data, rng))
    (tmp_path / "zzz.txt").write_text(TEXT, "utf-8")
    read = read_all(str(tmp_path), max_bytes=200_000)
    assert all(isinstance(each, Article | ReadError) for each in read.outcomes)
    assert read.outcomes[-1].source == f"{tmp_path}/zzz.txt"
    errors = [each for each in read.outcomes if isinstance(each, ReadError)]
    assert all(each.source.startswith(str(tmp_path)) and each.message for each in errors)


def _broken(data, rng):
    broken = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        place = rng.randrange(len(broken)) if broken else 0
        match rng.randrange(4):
            case 0:
                broken[place : place + 1] = bytes([rng.randrange(256)])
            case 1:
                del broken[place : place + rng.randint(1, 40)]
            case 2:
                broken[place:place] = broken[place : place + rng.randint(1, 40)]
            case _ if rng.random() < 0.4:
                del broken[place:]
    return bytes(broken)
