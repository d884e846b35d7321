"""Labelled pairs of articles, and the articles themselves."""

import gzip
import json

import pytest

from corpora.across import linking


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path))
    for folder in ("linking", "copies"):
        (tmp_path / folder).mkdir()
    return tmp_path


def test_pairs_have_their_origins_and_direction(data):
    rows = "a,b,relation,origin_a,origin_b,direction,note\nx,y,partial,NWA;Karsk Beacon,NWA,a,n\n"
    (data / "linking" / "dev_copies.csv").write_text(rows)
    (pair,) = linking.allsides_pairs()
    assert (pair.a, pair.relation, pair.direction) == ("x", "partial", "a")
    assert pair.origins == {"NWA", "Karsk Beacon"}


def test_pairs_of_stories_are_told_apart_by_story(data):
    rows = "story,a,b,relation,origin_a,origin_b,note\ncensus,1,2,none,,,n\n"
    (data / "linking" / "dev_copies_stories.csv").write_text(rows)
    (pair,) = linking.stories_pairs()
    assert (pair.a, pair.b, pair.origins, pair.direction) == ("census-1", "census-2", set(), "")


def test_articles_of_stories_have_paragraphs(data):
    for story in linking.STORIES:
        rows = 'id,publisher,scrape_time,text\n1,b.example,2031-03-14T10:00,"One. ### Two."\n'
        (data / "copies" / f"{story}_articles.csv").write_text(rows)
    first = json.loads(next(linking.stories_lines()))
    assert first["text"] == "One.\n\nTwo."
    assert (first["id"], first["published"]) == ("census-1", "2031-03-14")


def test_articles_of_many_outlets_are_lines(data):
    row = {"id": "x", "publisher": "B", "title": "T", "url": "", "published": "", "text": "One."}
    with gzip.open(data / "linking" / "allsides_docs.jsonl.gz", "wt") as file:
        file.write(json.dumps(row))
    assert [json.loads(line) for line in linking.allsides_lines()] == [row]


@pytest.mark.usefixtures("data")
def test_what_is_absent_is_told():
    with pytest.raises(FileNotFoundError):
        linking.allsides_pairs()
