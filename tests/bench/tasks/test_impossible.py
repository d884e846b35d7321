"""What cannot be is found in records, and is not in those of texts that invite it."""

import json

import pytest

from bench.tasks.impossible import impossible, of_sources

TEXT = "The Middle East is calm now, Baku said on Friday."


def record(**parts):
    """Return a record in the form of the contract, with empty parts but for those given."""
    article = {"text": TEXT, "published": {"start": "2031-03-19", "end": "2031-03-19"}}
    return {"article": article, "statements": [], "places": [], "actors": []} | parts


def said(value, start):
    """Return a record in which something was said at a time."""
    when = {"mention": [42, 48], "value": value, "start": start}
    return record(statements=[{"said_at": when}])


RECORDS = [
    (said("2031-03-21", "2031-03-21"), ["said_after"]),
    (said("PRESENT_REF", "2031-03-19"), ["said_now"]),
    (said("2031-03-14", "2031-03-14"), []),
    (record(statements=[{"said_at": None}]), []),
    (
        record(places=[{"mention": [4, 15], "feature": "P", "name": "X", "admin1": "Y"}]),
        ["region_as_town"],
    ),
    (record(places=[{"mention": [4, 15], "feature": "L", "name": "X", "admin1": "Y"}]), []),
    (record(actors=[{"type": "person", "name": "Baku"}]), ["town_as_person"]),
    (record(actors=[{"type": "person", "name": "Ana Baku"}]), []),
]


@pytest.mark.parametrize(("read", "kinds"), RECORDS)
def test_what_cannot_be_is_found(read, kinds):
    assert [kind for kind, _ in impossible(read)] == kinds


REGIONS = ["Middle East", "Gulf", "Levant", "Sahel", "Pacific", "Arctic", "Caribbean", "Balkans"]
OF_REGIONS = [
    "American envoys left for the {0}. Maryland and Maine sent nobody to the {0}, Washington said.",
    "The US and Canada have ships in the {0}; the {0} is calm, the Pentagon said in Virginia.",
]
OF_TIMES = [
    "Skerra now says the dam is safe.",
    "The general, due in Doum next Friday, said the line would hold.",
    "On December 3 the navy claimed the island. In April the port of Doum was closed, it said.",
    "The vote that is set for May 4 is a farce, the opposition said.",
    "Both current and former officials said the plan was dead, and will be until June.",
    "In Baku, the foreign minister, Elmar Qul, said no. In Rome, the president, Ivo Mar, said yes.",
    "Kigali denied that it had sent soldiers. Kinshasa, on Friday, said it had.",
]


def test_nothing_impossible_is_read(tmp_path):
    texts = [text.format(region) for region in REGIONS for text in OF_REGIONS] + OF_TIMES
    rows = [{"text": text, "published": "2031-03-19", "id": text[:40]} for text in texts]
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert of_sources([str(path)]) == []
