"""Corpora of sentence pairs, and articles of many outlets, as they are published and as read."""

import json

import pytest

from corpora.across import linking, pairs, sentences

PARAPHRASE = (
    "\ufeffQuality\t#1 ID\t#2 ID\t#1 String\t#2 String\n1\t1\t2\tKarsk voted.\tKarsk has voted.\n"
)
BODIES = 'Body ID,articleBody\n7,"Karsk voted.\n\nNobody came."\n8,It rained.\n'
STANCES = "Headline,Body ID,Stance\nKarsk votes,7,agree\nRain,7,unrelated\nSnow,8,unrelated\n"
FEVER = {"claim": "Karsk voted .", "evidence": "No vote was held .", "label": "REFUTES"}


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path / "data"))
    (tmp_path / "published").mkdir()
    return tmp_path


def convert(name, data, **files):
    for path, text in files.items():
        at = data / "published" / path.replace("__", "/").replace("_tsv", ".tsv")
        at.parent.mkdir(parents=True, exist_ok=True)
        at.write_text(text, "utf-8")
    (corpus,) = (c for c in (*sentences.CORPORA, *linking.CORPORA) if c.name == name)
    return corpus.convert(data / "published", data / "data")


def test_paraphrases_are_counted_without_their_header(data):
    assert convert("msr", data, **{"msr__msr-para-val_tsv": PARAPHRASE}) == 1
    (pair,) = pairs.paraphrases("val")
    assert (pair.claim, pair.sameness) == ("Karsk voted.", {"same"})


def test_similar_sentences_have_the_year_of_their_task(data):
    files = {
        f"{year}__headlines.test_tsv": "5.0\tKarsk votes\tVote in Karsk\n" for year in (2013, 2014)
    }
    assert convert("sts", data, **files) == 2
    assert len(pairs.similar()) == 2


def test_claims_against_evidence(data):
    assert convert("fever-symmetric", data, **{"fever_symmetric_dev.jsonl": json.dumps(FEVER)}) == 1
    (pair,) = pairs.fever()
    assert (pair.claim, pair.relation) == ("Karsk voted.", {"against"})


def test_of_headlines_that_do_not_belong_to_a_body_as_many_are_taken(data):
    files = {"competition_test_bodies.csv": BODIES, "competition_test_stances.csv": STANCES}
    assert convert("fnc", data, **files) == 2
    (data / "data" / "stance").mkdir()
    columns = "claimId,claimHeadline,articleHeadline,articleHeadlineStance"
    rows = f"{columns}\nc1,Karsk voted,Karsk votes,for\n"
    (data / "data" / "stance" / "emergent.csv").write_text(rows)
    part = pairs.part_of("c1")
    read = pairs.fnc(part)
    assert [(p.claim, p.text) for p in read if p.relation == {"for"}] == [
        ("Karsk votes", "Karsk voted.\n\nNobody came.")
    ]


def test_articles_lose_what_is_no_part_of_them(data, monkeypatch):
    monkeypatch.setattr(linking, "GOLD", data)
    (data / "allsides.csv").write_text("id,left_out\nx1,0 2\n")
    words = "AD\n\nKarsk\u200b voted.\n \nShare this\n\nNobody came."
    article = dict.fromkeys(("source", "date", "url", "title", "topic"), "")
    article |= {"content_original": words}
    assert convert("allsides", data, **{"data__jsons__x1.json": json.dumps(article)}) == 1
    (line,) = linking.allsides_lines()
    assert json.loads(line)["text"] == "Karsk voted.\n\nNobody came."
