"""The line of JSON: exact, one line, writable as UTF-8, and in the contract's order."""

import json
import re

import pytest
from hypothesis import given

from sayso.errors import FetchError, ReadError
from sayso.export.jsonlines import dumps, error_json, line
from sayso.records import Article, Link, ModelInfo, Provenance, Record, Span
from tests.view.drafting import talks
from tests.view.random_records import records


def record_of(text: str) -> Record:
    return Record(Article(text, "a.txt"), (), (), (), (), (), (), ModelInfo("m", "1"))


def test_keys_stand_in_the_order_of_the_contract() -> None:
    line = json.loads(dumps(talks()))
    assert list(line) == [
        *("article", "statements", "actors", "places", "times", "quantities", "model")
    ]
    assert list(line["article"])[:5] == ["id", "given_id", "source", "title", "text"]
    assert list(line["statements"][0]) == [
        *("id", "kind", "score", "source", "cue", "content", "why"),
        *("act", "polarity", "modality", "condition", "said", "act_why"),
        *("speaker", "speakers", "speaker_score", "speaker_why", "carriers", "chain"),
        *("addressee", "channel", "said_at", "reports"),
    ]
    assert dumps(talks()) == dumps(talks())


def test_spans_are_pairs_that_point_at_the_words() -> None:
    line = json.loads(dumps(talks()))
    first, second = line["statements"][2]["content"]
    text = line["article"]["text"]
    assert text[slice(*first)] == '"Our door is open and the kettle is on,"'
    assert text[slice(*second)].startswith('"But nobody')


def test_a_statement_says_who_spoke_and_how_it_came() -> None:
    line = json.loads(dumps(talks()))
    text, statement = line["article"]["text"], line["statements"][2]
    names = {actor["id"]: actor["name"] for actor in line["actors"]}
    assert [names[each] for each in statement["speakers"]] == ["Marek Dunov"]
    assert statement["speaker"] == statement["speakers"][0]
    assert [(names[hop["actor"]], hop["kind"]) for hop in statement["chain"]] == [
        ("reporters", "told")
    ]
    assert statement["carriers"] == [statement["chain"][0]["actor"]]
    assert (
        text[slice(*statement["channel"]["span"])]
        == statement["channel"]["text"]
        == "at the Citadel"
    )
    assert (statement["act"], statement["polarity"], statement["modality"]) == (
        "demands",
        "neg",
        "conditional",
    )
    assert line["statements"][7]["speaker"] is None
    assert line["statements"][0]["said_at"]["value"] == "2031-03-14"
    assert line["statements"][5]["reports"] == line["statements"][4]["id"]


def test_what_the_article_credits_is_a_link_and_no_carrier() -> None:
    kinds = ("told", "dateline", "quoted", "reported", "byline", "credit", "citing", "according")
    actors = ("a1", "a2", "a3", "a1", "a4", "a5", "a6", "a7")
    links = tuple(Link(actor, Span(0, 1), kind) for actor, kind in zip(actors, kinds, strict=True))
    printed = Provenance((), 0.0, links, "", None, None, "", "").to_json("ten words.")
    assert printed["carriers"] == ["a1", "a3", "a6", "a7"]
    assert [link["actor"] for link in printed["chain"]] == list(actors)


@given(records())
def test_every_record_reads_back_exactly(record: Record) -> None:
    line = dumps(record)
    assert len(line.encode("utf-8").decode("utf-8").splitlines()) == 1
    assert not line.endswith(" ")
    if not re.search("[\ud800-\udbff][\udc00-\udfff]", str(record.to_json())):
        assert json.loads(line) == record.to_json()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Café 句 😀", "Café 句 😀"),
        ("lone \ud800 surrogate", r"lone \ud800 surrogate"),
        ("break\u2028here", r"break\u2028here"),
        ("clear\x9bscreen\x7f", r"clear\u009bscreen\u007f"),
        ("\x1b[2J", r"\u001b[2J"),
    ],
)
def test_only_what_no_line_can_hold_is_escaped(text: str, written: str) -> None:
    assert f'"text": "{written}"' in dumps(record_of(text))
    assert json.loads(dumps(record_of(text)))["article"]["text"] == text


def test_an_unreadable_source_gives_its_own_line() -> None:
    written = line(error_json(ReadError("dir/\udcff.txt", "missing", 'no file "x"\nhere')))
    assert "\n" not in written
    assert written.encode("utf-8")
    error = json.loads(written)["error"]
    assert list(error) == ["source", "kind", "message"]
    assert error["source"] == "dir/\udcff.txt"
    assert error["message"] == 'no file "x"\nhere'
    assert error_json(FetchError("u", "refused", "m"))["error"]["kind"] == "refused"
