"""Exported lines come back as they were; whatever is no such line is told, and never believed."""

import copy
import json
from io import BytesIO

import pytest

from sayso.errors import ReadError
from sayso.export.formats.json_lines import form, write
from sayso.exported import Exported
from sayso.judgements import Anchor, Judgement
from sayso.read.jsonl import read_jsonl, restore_jsonl
from sayso.read.restoring import is_exported, restored
from tests.store.samples import record, records

MAX = 10_000_000


def exported(number, *judgements):
    made = record(number)
    ids = tuple(statement.id for statement in made.statements)
    return Exported(made, made, (made.article.sighting,), ids, judgements)


def given(number=1):
    """Return the form of an article, as JSON gives it."""
    return json.loads(json.dumps(form(exported(number))))


@pytest.mark.parametrize("number", range(4))
def test_what_was_exported_comes_back(number):
    anchor = Anchor.of(record(number).article.id, record(number).statements[0])
    decided = Judgement("act", anchor, {"act": "denies"}, "mira", "2031-04-01T09:00:00Z")
    whole = exported(number, decided)
    assert restored(json.loads(json.dumps(form(whole))), "x:1") == whole


def test_every_line_comes_back():
    out = BytesIO()
    whole = [exported(number) for number in range(5)]
    write(iter(whole), out)
    out.seek(0)
    assert list(restore_jsonl(out, "x.jsonl", max_bytes=MAX)) == whole


def test_elsewhere_the_article_is_read_anew():
    line = json.dumps(form(exported(1))).encode()
    (read,) = read_jsonl(BytesIO(line), "x.jsonl", max_bytes=MAX)
    was = exported(1).article
    assert (read.text, read.source) == (was.text, "x.jsonl:1")
    for name in ("title", "published", "publisher", "url", "lang", "given_id"):
        assert getattr(read, name) == getattr(was, name)


def broken(*path, to):
    """Return what breaks a form: another value at a place in it."""

    def change(whole):
        *above, last = path
        part = whole
        for name in above:
            part = part[name]
        part[last] = to

    return change


BROKEN = {
    "another text": broken("article", "text", to="Nothing was said."),
    "another article": broken("article", "id", to="sha256:00"),
    "a span out of the text": broken("statements", 0, "source", 0, to=[0, 99999]),
    "a span that ends before it starts": broken("places", 0, "mention", to=[5, 2]),
    "a span of words": broken("statements", 0, "content", to=["a", "b"]),
    "no content": broken("statements", 0, "content", to=[]),
    "an id of one's own": broken("statements", 0, "id", to="st_0000000000000000"),
    "an act that is none": broken("statements", 0, "act", to="shouts"),
    "a kind that is none": broken("statements", 0, "kind", to="loud"),
    "said that is none": broken("statements", 0, "said", to="perhaps"),
    "a speaker who is nobody": broken("statements", 0, "speakers", to=["a99"]),
    "a carrier who is nobody": broken("statements", 1, "chain", 0, "actor", to="a99"),
    "a link that is none": broken("statements", 1, "chain", 0, "kind", to="sung"),
    "an actor of no type": broken("actors", 0, "type", to="robot"),
    "an actor twice": broken("actors", 1, "id", to="a1"),
    "a score in words": broken("statements", 0, "score", to="high"),
    "no sightings": broken("article", "sightings", to=[]),
    "sightings that are none": broken("article", "sightings", to=[3]),
    "a sighting that is not there": broken("reading", "sighting", to=7),
    "a judgement of nothing": broken("judgements", to=[{"kind": "act"}]),
    "actors that are no list": broken("actors", to={"a": 1}),
    "a place that is none": broken("places", 0, to="Karsk"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_not_as_it_was_written_is_told(name):
    whole = given()
    BROKEN[name](whole)
    assert is_exported(whole)
    with pytest.raises(ReadError, match=r"is not a record as export writes it: \S") as raised:
        restored(whole, "x:1")
    assert raised.value.kind == "record"
    assert "\n" not in raised.value.message


@pytest.mark.parametrize("part", ["actors", "places", "times", "article.sightings", "article.text"])
def test_what_is_missing_is_told(part):
    whole = given()
    *above, last = part.split(".")
    place = whole[above[0]] if above else whole
    del place[last]
    with pytest.raises(ReadError):
        restored(whole, "x:1")


def test_a_judgement_about_another_article_is_refused():
    whole = given()
    anchor = Anchor.of(records(3)[2].article.id, records(3)[2].statements[0])
    its = Judgement("not_statement", anchor, {}, "mira", "2031-04-01T09:00:00Z")
    whole["judgements"] = json.loads(json.dumps(form(exported(2, its))))["judgements"]
    with pytest.raises(ReadError, match="another article"):
        restored(whole, "x:1")


def test_a_part_of_a_record_is_no_record():
    whole = given()
    whole["left_out"] = 3
    with pytest.raises(ReadError, match="3 statements of it were left out") as raised:
        restored(whole, "x:1")
    assert raised.value.kind == "partial"


def test_fields_that_came_later_do_not_harm():
    whole = given()
    later = copy.deepcopy(whole)
    later["article"]["mood"] = "grim"
    later["statements"][0]["tone"] = {"of": "voice"}
    assert restored(later, "x:1") == restored(whole, "x:1")
