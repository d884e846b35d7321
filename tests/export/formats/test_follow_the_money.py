"""FollowTheMoney: each entity by its schema, as the library publishes it, and whole references."""

import json
import re
from pathlib import Path

import pytest

# Of the schemata in use: what they extend, what they ask for, and the types of their properties.
SCHEMATA = json.loads(Path(__file__).with_name("follow_the_money.json").read_text("utf-8"))[
    "schemata"
]
# What the types of the library take, as far as they are used here.
TYPES = {
    "country": re.compile(r"[a-z]{2}"),
    "date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "language": re.compile(r"[a-z]{3}"),
    "url": re.compile(r"https?://\S+"),
    "entity": re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?"),
}


def entities(data):
    """Return the entities by their ids, each checked against its schema."""
    every = [json.loads(line) for line in data.splitlines()]
    made = {each["id"]: each for each in every}
    assert len(made) == len(every)  # each once
    for each in every:
        schema, properties = SCHEMATA[each["schema"]], each["properties"]
        assert TYPES["entity"].fullmatch(each["id"])
        assert set(properties) <= set(schema["properties"])
        assert set(schema["required"]) <= set(properties)
        for name, values in properties.items():
            kind, _, range_ = schema["properties"][name].partition(":")
            assert values
            assert len(set(values)) == len(values)
            assert all(isinstance(value, str) and value for value in values)
            if kind in TYPES:
                assert all(TYPES[kind].fullmatch(value) for value in values), (name, values)
            if kind == "entity":
                assert all(range_ in SCHEMATA[made[v]["schema"]]["is"] for v in values)
    return made


def test_entities_follow_the_schema(written, rows):
    made = entities(written("ftm"))
    notes = [each for each in made.values() if each["schema"] == "Note"]
    assert len(notes) == len(rows) + 1
    assert {each["schema"] for each in made.values()} >= {"Person", "Organization", "Article"}


def test_a_note_tells_what_was_not_said_denied_and_judged(written, rows):
    made = entities(written("ftm"))
    for row in rows:
        note = made[row.statement.id.replace("_", "-")]["properties"]
        assert f"said: {row.act.said}" in note["keywords"]
        assert note.get("notes", []) == list(row.judged)
        denials = [word for word in note["keywords"] if word.startswith("denied by st-")]
        assert len(denials) == sum(a.kind in ("denies", "rejects", "corrects") for a in row.answers)


@pytest.mark.parametrize("name", ["address", "wikidataId"])
def test_the_check_sees_what_does_not_fit(name, written, articles):
    line = written("ftm", articles[0]).splitlines()[0]
    broken = json.loads(line)
    broken["properties"][name] = [""]
    with pytest.raises(AssertionError):
        entities(json.dumps(broken).encode())
