"""The benchmark of reading pages, on pages of our own and on the corpora where they are."""

import gzip
import json

import pytest

from bench.tasks import reading
from bench.tasks.reading import Read
from corpora.pages import Page, pages
from sayso.errors import ReadError

LEAD = "Velmark will not leave Karsk, its minister said on Friday in the capital."
QUOTE = "“We stay,” Oren Vask told reporters."
HTML = f"""<html lang="en"><head><title>Karsk stays | The Ledger</title>
<meta property="article:published_time" content="2021-03-14"><meta name="author"
content="Mira Tolland"><meta property="og:site_name" content="The Ledger"></head><body>
<article><h1>Karsk stays</h1><p>{LEAD}</p><p>{QUOTE}</p></article></body></html>"""
GOLD = {
    "id": "karsk",
    "url": "https://ledger.example/karsk",
    "site": "Ledger",
    "path": "karsk.html.gz",
    "title": "Karsk  Stays",
    "published": "2021-03-14",
    "authors": ["mira tolland"],
    "publisher": "The Ledger",
    "paragraphs": [LEAD, QUOTE],
}


@pytest.fixture
def page(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    folder = tmp_path / "reading" / "fundus"
    folder.mkdir(parents=True)
    (folder / "gold.jsonl").write_text(json.dumps(GOLD) + "\n", "utf-8")
    (folder / "karsk.html.gz").write_bytes(gzip.compress(HTML.encode()))
    return pages("fundus")[0]


@pytest.mark.parametrize("reader", [reading.sayso, reading.plain])
def test_a_page_is_read_and_scored(page, reader):
    assert reading.measure([page], reader) == {
        "title": 1,
        "date": 1,
        "publisher": 1,
        "author_f1": 1,
        "body_precision": 1,
        "body_recall": 1,
        "body_f1": 1,
        "quotations_kept": 1,
    }


@pytest.mark.parametrize(
    ("read", "figures"),
    [
        (Read(), {"title": 0, "date": 0, "author_f1": 0, "body_f1": 0, "quotations_kept": 0}),
        (Read(authors=("Mira Tolland", "Lena Orsk")), {"author_f1": 2 / 3}),
        (Read(body=f"{LEAD} {QUOTE}"), {"body_f1": 1, "quotations_kept": 1}),
        (Read(body=f"{LEAD} “We stay,” he said."), {"quotations_kept": 0}),
        (Read(body=f"{QUOTE} Read more of it"), {"body_precision": 6 / 10, "body_recall": 6 / 19}),
    ],
)
def test_what_is_read_is_compared(page, read, figures):
    measured = reading.measure([page], lambda _: read)
    assert {name: measured[name] for name in figures} == pytest.approx(figures)


def test_words_that_must_and_must_not_be_there(tmp_path):
    page = Page("a", "u", "s", tmp_path, present=("leave Karsk", "Orsk"), absent=("read more",))
    assert reading.snippets_f1([(page, Read(body="They leave Karsk. Read more"))]) == 0.5
    assert reading.snippets_f1([(page, Read(body="leave Karskow"))]) is None


def test_a_site_is_in_one_part(tmp_path):
    sites = [Page(str(n), "u", f"site {n % 50}", tmp_path) for n in range(200)]
    parts = {(page.site, page.part) for page in sites}
    assert len(parts) == 50
    assert {part for _, part in parts} == {"tune", "test"}


def test_absent_pages_are_told(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    with pytest.raises(ReadError) as caught:
        reading.load("trafilatura-tune")
    assert caught.value.kind == "absent"


@pytest.mark.parametrize(("corpus", "count"), [("fundus", 258), ("trafilatura", 990)])
def test_the_corpora_are_parted_by_site(corpus, count):
    try:
        parts = [reading.load(data) for data in (corpus, f"{corpus}-tune", f"{corpus}-all")]
    except ReadError as error:
        pytest.skip(str(error))
    assert len(parts[0]) + len(parts[1]) == len(parts[2]) == count
    assert not {p.site for p in parts[0]} & {p.site for p in parts[1]}
