"""PLOVER: records by the tables of its manual, and only statements that do something."""

import json
from dataclasses import replace

from jsonschema import Draft202012Validator

from sayso.export.formats.plover import EVENTS

DAY = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
WORDS = {"type": "array", "items": {"type": "string"}}
ACTORS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["identifier_id", "identifier_text"],
        "properties": {"sector": {"enum": ["GOV"]}, "actor_text": {"type": "string"}},
    },
}
LOCATION = {
    "type": "object",
    "required": ["geonameid", "name"],
    "properties": {
        "geonameid": {"type": "integer"},
        "latitude": {"type": "number", "minimum": -90, "maximum": 90},
        "longitude": {"type": "number", "minimum": -180, "maximum": 180},
        "country code": {"type": "string", "pattern": "^[A-Z]{2}$"},
    },
}
CATEGORIES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "DEMAND", "ACCUSE"),
    *("REJECT", "THREATEN", "SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT"),
)
EVENT = {
    "type": "object",
    "required": ["id", "date", "source", "event"],  # the manual's
    "properties": {
        "date": DAY,
        "enddate": DAY,
        "source": {**ACTORS, "minItems": 1},
        "recipient": ACTORS,
        "event": {"type": "array", "minItems": 1, "items": {"enum": list(CATEGORIES)}},
        "quad_code": {"enum": [1, 2, 3, 4]},
        "event_loc": LOCATION,
        "event_text": {**WORDS, "minItems": 1},
        "cite_info": {"type": "object", "required": ["citation", "codebook"]},
    },
}
VERBAL = {1: {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
          3: {"DEMAND", "ACCUSE", "REJECT", "SANCTION", "THREATEN"}}  # fmt: skip


def events(data):
    made = [json.loads(line) for line in data.splitlines()]
    for each in made:
        Draft202012Validator(EVENT).validate(each)
        assert set(each["event"]) <= VERBAL[each["quad_code"]]
    return made


def test_events_follow_the_manual_and_are_what_does_something(written, rows):
    made = events(written("plover"))
    wanted = [
        row.statement.id
        for row in rows
        if row.act.name in EVENTS and row.act.said == "yes" and row.speakers
        and (row.of.article.published or row.provenance.said_at)
    ]  # fmt: skip
    assert [each["id"] for each in made] == wanted
    assert len({each["event"][0] for each in made}) > 3


def test_evidence_stands_in_the_article(written, articles):
    text = {article.article.id: article.article.text for article in articles}
    for each in events(written("plover", *articles)):
        its = text[each["cite_info"]["citation"]]
        stretch = its[each["text_info"]["start"] : each["text_info"]["end"]]
        assert all(words in stretch for words in each["event_text"])


def test_a_threat_that_was_not_uttered_is_no_event(written, articles):
    row = next(
        row for article in articles for row in article.rows()
        if row.act.name in EVENTS and row.act.said == "yes" and row.speakers
    )  # fmt: skip
    record = row.of.record
    unsaid = tuple(replace(act, said="no") for act in record.acts)
    its = replace(row.of, record=replace(record, acts=unsaid), chosen=(row.statement.id,))
    assert events(written("plover", replace(row.of, chosen=(row.statement.id,))))
    assert events(written("plover", its)) == []
