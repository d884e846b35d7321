"""Corpora are fetched from where they are published: small archives of their form, served here."""

import io
import json
import shutil
import tarfile
import threading
import zipfile
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from corpora import __main__, current_events, gum, meantime, polnear, re3d, timebank, toponyms
from corpora.catalogue import CORPORA
from corpora.corpus import ROOT
from corpora.fetch import fetch
from corpora.pages import pages
from sayso.errors import FetchError, ReadError
from sayso.records import Span

TEXT = "Tolan said Karsk will vote."
STANDOFF = """T1\tSource 0 5\tTolan
T2\tCue 6 10\tsaid
T3\tContent 11 16;22 26\tKarsk vote
T4\tAttribution 6 10\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
"""
EVENTS = """---
layout: post
---

#### Armed conflicts

* [Karsk war](https://a.example/Karsk_(town) "Karsk")
  * Guards leave [Hadrov](https://a.example/Hadrov). [(NWA)](https://b.example/1)
"""
PLACES = "<articles><article><text>In Almis</text>{}</article></articles>"
TOPONYM = "<toponym><start>3</start><end>8</end><phrase>Almis</phrase></toponym>"
LOCATION = """<location><start>4</start><end>9</end><name>Almis</name>
<page>https://en.example/wiki/Almis_%28town%29</page><lat>1</lat><lon>2</lon></location>"""
TIMEML = """<TimeML><DCT><TIMEX3 tid="t0" value="2031-03-14">14 March</TIMEX3></DCT>
<TEXT>Karsk votes on <TIMEX3 tid="t1" type="DATE" value="2031-03-16">Sunday</TIMEX3>.</TEXT>
</TimeML>"""
CAT = """<Document>
<token t_id="1" sentence="0">Karsk</token><token t_id="2" sentence="1">2031</token>
<Markables><TIMEX3 type="DATE" value="2031"><token_anchor t_id="2"/></TIMEX3></Markables>
</Document>"""

SECTIONS = [{"headline": ["Why"], "paragraphs": ["Karsk votes.", " "]}]
PAGE = {
    "title": "Karsk",
    "publishing_date": "2021-03-14 09:30:00+00:00",
    "authors": ["Mira Tolland"],
    "body": {"summary": ["In short."], "sections": SECTIONS},
}
SNIPPETS = {
    "file": "karsk.html",
    "with": ["votes"],
    "without": ["Menu"],
    "author": "Mira Tolland; Ana Ruel",
    "title": "Karsk",
    "date": "",
}
BARE = {"file": "b.html", "with": ["Karsk"], "without": ["Search"], "author": ""}

# Of each corpus: its files as they are published, and how many documents they hold.
PUBLISHED = {
    "polnear": (
        {
            "PolNeAR-1/data/dev/text/nwa_2031-03-14_karsk.txt": TEXT,
            "PolNeAR-1/data/dev/attributions/nwa_2031-03-14_karsk_4b22.ann": STANDOFF,
            "PolNeAR-1/data/dev/attributions/nwa_2031-03-14_karsk_ef2d.ann": "",
            "PolNeAR-1/data/train/text/nwa_2030-01-01_almis.txt": TEXT,
            "PolNeAR-1/data/train/attributions/nwa_2030-01-01_almis_ef2d.ann": "",
            "PolNeAR-1/data/test/text/nwa_2032-01-01_hadrov.txt": "never looked at",
        },
        2,
    ),
    "re3d": (
        {
            "re3d-1/CENTCOM/documents.json": '{"_id": "AB12CD34", "title": "Karsk", "text": "So."}',
            "re3d-1/CENTCOM/LICENSE": "public domain",
            "re3d-1/UK Government/documents.json": "kept for checks",
        },
        1,
    ),
    "current-events": (
        {
            "wikinews-1/docs/_posts/2025-03-14-index.md": EVENTS,
            "wikinews-1/docs/_posts/2025-07-01-index.md": EVENTS,
        },
        1,
    ),
    "gum": (
        {
            "gum-1/coref/gum/conll/GUM_news_karsk.conll": "0\tAna\t(person-1)\n",
            "gum-1/coref/ontogum/conll/GUM_news_karsk.conll": "0\tAna\t(1)\n",
            "gum-1/coref/gum/conll/GUM_vlog_karsk.conll": "another genre",
        },
        1,
    ),
    "lgl": ({"lgl.xml": PLACES.format(TOPONYM)}, 1),
    "geovirus": ({"GeoVirus.xml": PLACES.format(LOCATION)}, 1),
    "timebank": (
        {"TBAQ-cleaned/TimeBank/a.tml": TIMEML, "TBAQ-cleaned/AQUAINT/b.tml": TIMEML},
        2,
    ),
    "meantime": ({"m/intra-doc_annotation/corpus_karsk/a.xml": CAT}, 1),
    "emergent": (
        {
            "url-versions-2015-06-14-clean.csv": ",claimHeadline,articleHeadline,"
            "articleHeadlineStance,articleId,claimId\n7,Karsk votes,Will it?,observing,a,b\n"
        },
        1,
    ),
    "claimdiff": ({"C-1/ClaimDiff-W/ClaimDiff-weak-train.json": '{"data": [{}, {}]}'}, 2),
    "copies": (
        {
            "A-1/data/census_articles.csv": "id,text\n1,Karsk ### votes\n",
            "A-1/data/spotify_articles.csv": "id,text\n2,Almis\n",
        },
        2,
    ),
    "fundus": (
        {
            "f-1/docs/supported_publishers.md": "<tr><td><code>Ledger</code></td><td>"
            "<div>The Ledger &amp; Post</div></td></tr>",
            "f-1/tests/resources/parser/test_data/us/meta.info": json.dumps(
                {f"Ledger_{day}.html.gz": {"url": day} for day in ("2021_03_14", "2022_01_01")}
            ),
            "f-1/tests/resources/parser/test_data/us/Ledger.json": json.dumps(
                {"V2": PAGE | {"title": "Later"}, "V1": PAGE}
            ),
            "f-1/tests/resources/parser/test_data/us/Ledger_2021_03_14.html.gz": "one",
            "f-1/tests/resources/parser/test_data/us/Ledger_2022_01_01.html.gz": "two",
        },
        2,
    ),
    "trafilatura": (
        {
            "t-1/tests/evaldata.json": json.dumps(
                {"https://ledger.example/karsk": SNIPPETS, "https://b.example": BARE}
            ),
            "t-1/tests/cache/karsk.html": "one",
            "t-1/tests/eval/b.html": "two",
        },
        2,
    ),
    "nli": ({"train.csv": "id,premise\n1,Karsk votes.\n"}, 1),
}


def zipped(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return data.getvalue()


def tarred(files):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for name, text in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return data.getvalue()


@pytest.fixture
def serve(tmp_path):
    """Return a function that puts bytes on a server of this machine, and returns their address."""
    folder = tmp_path / "served"
    folder.mkdir()

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def put(name, data):
        (folder / name).write_bytes(data)
        return f"http://127.0.0.1:{server.server_port}/{name}"

    yield put
    server.shutdown()
    server.server_close()


def fetched(name, serve, tmp_path):
    files, documents = PUBLISHED[name]
    if len(files) == 1 and "/" not in next(iter(files)):
        ((file, text),) = files.items()
        address = serve(file, text.encode())
    else:
        address = serve("archive.zip", zipped(files))
    corpus = replace(CORPORA[name], archive=address, documents=documents)
    assert fetch(corpus, tmp_path / "data") == documents
    return sorted(p.relative_to(tmp_path / "data") for p in (tmp_path / "data").rglob("*.*"))


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_corpus_is_fetched(name, serve, tmp_path):
    assert fetched(name, serve, tmp_path)


def test_polnear_is_converted(serve, tmp_path, monkeypatch):
    fetched("polnear", serve, tmp_path)
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path / "data"))
    (row,) = (tmp_path / "data/attribution/dev.jsonl").read_text("utf-8").splitlines()
    assert json.loads(row) | {"attributions": []} == {
        "id": "nwa_2031-03-14_karsk",
        "publisher": "nwa",
        "published": "2031-03-14",
        "text": TEXT,
        "attributions": [],
    }
    (document,) = polnear.documents("dev")
    (statement,) = document.statements
    assert statement.source == (Span(0, 5),)
    assert statement.content == (Span(11, 16), Span(22, 26))


@pytest.mark.parametrize(
    ("lines", "content"),
    [
        (["T1\tContent 0 5\tTolan", "E1\tContent:T1"], [[0, 5]]),
        (["T1\tCue 6 9\ta", "T2\tCue 0 5\tb", "E1\tContent:T1 Content2:T2"], [[0, 5], [6, 9]]),
        (["E1\tContent:T1", "T1\tContent 0 5\tTolan"], []),  # as when it was measured
        (["T1\tContent 0 5\tTolan", "a broken line", "E1\tContent:T1"], [[0, 5]]),
    ],
)  # fmt: skip
def test_standoff_is_read_from_above(lines, content):
    (attribution,) = polnear.attributions("\n".join(lines))
    assert attribution["content"] == content


def test_what_is_fetched_is_what_the_readers_read(serve, tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path / "data"))
    for name in ("re3d", "current-events", "gum", "lgl", "geovirus", "timebank", "meantime"):
        fetched(name, serve, tmp_path)
    assert list(re3d.texts()) == [("re3d/centcom/ab12cd34", "Karsk\n\nSo.")]
    assert list(current_events.texts()) == [
        ("current-events/2025-03-14", "Armed conflicts\n\nKarsk war\n\nGuards leave Hadrov. (NWA)")
    ]
    parts = [
        gum.documents(corpus, p) for corpus in ("gum", "ontogum") for p in ("train", "dev", "test")
    ]
    assert [d.text for part in parts for d in part] == ["Ana", "Ana"]
    assert [t.span for t in toponyms.lgl()[0].toponyms] == [Span(3, 8)]
    assert [t.page for t in toponyms.geovirus()[0].toponyms] == ["Almis (town)"]
    (bank,) = timebank.documents("TimeBank")
    assert (bank.published, [t.value for t in bank.times]) == ("2031-03-14", ["2031-03-16"])
    assert [d.text for d in meantime.documents()] == ["Karsk\n\n2031"]


def test_pages_are_converted(serve, tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path / "data"))
    for name in ("fundus", "trafilatura"):
        fetched(name, serve, tmp_path)
    first, second = pages("fundus")
    assert (first.title, first.published, first.url) == ("Karsk", "2021-03-14", "2021_03_14")
    assert first.paragraphs == ("In short.", "Why", "Karsk votes.")
    assert (first.publisher, first.authors) == ("The Ledger & Post", ("Mira Tolland",))
    assert (second.title, second.path.read_bytes()) == ("Later", b"two")
    first, second = pages("trafilatura")
    assert (first.site, first.html()) == ("ledger.example", b"one")
    assert (first.authors, second.authors) == (("Mira Tolland", "Ana Ruel"), None)
    assert (first.present, first.absent) == (("votes",), ("Menu",))


def test_a_tar_file_and_a_folder_do_as_well(tmp_path):
    files, documents = PUBLISHED["gum"]
    corpus = replace(gum.CORPUS, documents=documents)
    (tmp_path / "gum.tar.gz").write_bytes(tarred(files))
    fetch(corpus, tmp_path / "a", published=tmp_path / "gum.tar.gz")
    shutil.unpack_archive(tmp_path / "gum.tar.gz", tmp_path / "unpacked")
    fetch(corpus, tmp_path / "b", published=tmp_path / "unpacked")
    a, b = ([p.read_bytes() for p in sorted((tmp_path / x).rglob("*.conll"))] for x in "ab")
    assert a == b != []


def test_no_file_of_an_archive_leaves_its_folder(tmp_path):
    name = "gum-1/../../../coref/gum/conll/GUM_news_out.conll"
    (tmp_path / "gum.zip").write_bytes(zipped({name: "", **PUBLISHED["gum"][0]}))
    fetch(replace(gum.CORPUS, documents=1), tmp_path / "data", published=tmp_path / "gum.zip")
    assert not list(tmp_path.rglob("*out.conll"))


def test_another_count_of_documents_leaves_nothing(tmp_path):
    (tmp_path / "gum.zip").write_bytes(zipped(PUBLISHED["gum"][0]))
    with pytest.raises(ReadError, match="gave 1 documents, not 99"):
        fetch(gum.CORPUS, tmp_path / "data", published=tmp_path / "gum.zip")
    assert not (tmp_path / "data").exists()


def test_what_cannot_be_downloaded_is_told(serve, tmp_path):
    address = serve("a.zip", b"").replace("a.zip", "absent.zip")
    with pytest.raises(FetchError, match=r"absent\.zip cannot be downloaded"):
        fetch(replace(gum.CORPUS, archive=address), tmp_path / "data")


@pytest.mark.parametrize(
    ("name", "words"), [("meantime", "by hand from"), ("frontline", "not published")]
)
def test_what_is_got_otherwise_is_told_in_one_line(name, words, tmp_path):
    with pytest.raises(FetchError, match=words):
        fetch(CORPORA[name], tmp_path)


def test_the_command_line(tmp_path):
    listed = CliRunner().invoke(__main__.main, ["list"]).output
    assert all(corpus.address in listed for corpus in CORPORA.values())
    path = tmp_path / "train.csv"
    path.write_text("id\n" + "1\n" * CORPORA["nli"].documents, "utf-8")
    ran = CliRunner().invoke(
        __main__.main, ["fetch", "nli", "--to", str(tmp_path / "data"), "--from", str(path)]
    )
    assert ran.output.startswith("nli: 12120 documents in ")


@pytest.mark.parametrize("corpus", CORPORA.values(), ids=lambda c: c.name)
def test_every_corpus_is_documented(corpus):
    page = (ROOT / "docs" / "data.md").read_text("utf-8")
    assert f"`{corpus.name}`" in page
    assert corpus.licence in page
    assert corpus.archive or not corpus.convert or "by hand" in page
