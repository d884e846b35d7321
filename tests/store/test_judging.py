"""Judgements: only ever added, and kept through everything that is made again."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from sayso.errors import MissingError, StoreError
from sayso.judgements import KINDS, Anchor, Judgement, attached
from sayso.records import ModelInfo, Span
from sayso.store import Store
from sayso.store.dialect import open_engine, writing
from tests.notation import read

from .samples import article, at, plain, record
from .test_annotations import annotation
from .test_verbatim import TEXTS

OF = article(1)
SAID = Anchor(OF.id, "content", at(OF, "We will not leave Karsk"))
HESK = {"article": OF.id, "role": "mention", "span": list(at(OF, "Doran Hesk"))}
DENIES = Judgement("act", SAID, {"act": "denies"}, "Ana Ruel", "2031-03-01T10:00:00Z", "it does")
BY_HESK = Judgement("speaker", SAID, HESK, "Bo Sarn", "2031-03-02T10:00:00Z")
TAKEN_BACK = replace(DENIES, withdrawn="2031-05-01", withdrawn_by="Bo Sarn")
ELSEWHERE = Judgement("not_copy", Anchor("sha256:0"), {}, "Ana Ruel", "2031-03-03T10:00:00Z")


def test_judgements_come_back_in_order(store: Store) -> None:
    store.judge([DENIES, BY_HESK])
    store.judge([ELSEWHERE, DENIES])
    assert store.judgements() == [DENIES, BY_HESK, ELSEWHERE]
    assert store.judgements(OF.id) == [DENIES, BY_HESK]
    assert store.judgements("sha256:1") == []


SPANS = st.builds(lambda start, length: Span(start, start + length), *[st.integers(0, 9)] * 2)
JSON = st.recursive(TEXTS | st.none() | st.booleans() | st.integers(0, 9), st.lists, max_leaves=4)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.builds(
        Judgement,
        st.sampled_from(KINDS),
        st.builds(
            Anchor,
            TEXTS,
            TEXTS,
            st.none() | SPANS,
            *[st.lists(SPANS, max_size=2).map(tuple)] * 3,
        ),
        st.dictionaries(TEXTS, JSON, max_size=2),
        *(TEXTS, TEXTS, TEXTS),
    )
)
def test_any_judgement_comes_back(store: Store, made: Judgement) -> None:
    store.judge([made])
    assert made in store.judgements(made.subject.article)


DEEP: list[object] = []
for _ in range(5_000):
    DEEP = [DEEP]


def nested(depth: int) -> dict[str, object]:
    """Return an object in which lists stand in each other, itself counted."""
    value: list[object] = []
    for _ in range(depth - 2):
        value = [value]
    return {"a": value}


class Text(str):
    """A text that would come back as a plain one."""


def spread(depth: int) -> dict[str, object]:
    """Return an object of few lists that hold two to the power of `depth` values."""
    value: list[object] = []
    for _ in range(depth):
        value = [value, value]
    return {"a": value}


UNKEEPABLE = {
    "text of another type": replace(DENIES, object={"a": Text("denies")}),
    "name of another type": replace(DENIES, object={Text("a"): "denies"}),
    "author of another type": replace(DENIES, by=Text("Ana Ruel")),
    "article of another type": replace(DENIES, subject=Anchor(Text(OF.id))),
    "span of too many digits": replace(DENIES, subject=Anchor(OF.id, "cue", Span(0, 10**5000))),
    "crowd": replace(DENIES, object=spread(40)),
    "no judgement": {"kind": "act"},
    "no object": replace(DENIES, object=None),  # type: ignore[arg-type]
    "number for a name": replace(DENIES, object={1: 2}),  # type: ignore[dict-item]
    "set": replace(DENIES, object={"a": {1, 2}}),
    "tuple": replace(DENIES, object={"a": (1, 2)}),
    "any thing": replace(DENIES, object={"a": object()}),
    "too many digits": replace(DENIES, object={"a": 10**5000}),
    "no number": replace(DENIES, object={"a": float("nan")}),
    "endless": replace(DENIES, object={"a": float("inf")}),
    "deep": replace(DENIES, object={"a": DEEP}),
    "one too deep": replace(DENIES, object=nested(65)),
    "withdrawn": replace(DENIES, withdrawn="2031-05-01"),
    "no subject": replace(DENIES, subject=None),  # type: ignore[arg-type]
    "nobody": replace(DENIES, by=None),  # type: ignore[arg-type]
    "number for a time": replace(DENIES, at=2031),  # type: ignore[arg-type]
    "backwards": replace(DENIES, subject=Anchor(OF.id, "content", Span(9, 3))),
    "before the text": replace(DENIES, subject=Anchor(OF.id, content=(Span(-3, 3),))),
}


@pytest.mark.parametrize("kind", UNKEEPABLE)
def test_what_would_not_come_back_is_refused(store: Store, kind: str) -> None:
    with pytest.raises(StoreError, match="a judgement cannot be kept: ") as caught:
        store.judge([BY_HESK, UNKEEPABLE[kind]])  # type: ignore[list-item]
    assert not re.search(r"\n|Exceeds|Encoding|Expected|compliant|\$", str(caught.value))
    assert store.judgements() == []


KINDS_THAT_ARE_NONE: tuple[Any, ...] = (10**5000, None, ["act"], "perhaps")


@pytest.mark.parametrize("place", range(len(KINDS_THAT_ARE_NONE)))
def test_a_kind_that_there_is_not_is_refused(place: int) -> None:
    with pytest.raises(
        ValueError, match=r"no judgement is of the kind ('perhaps'|that is no text)"
    ):
        replace(DENIES, kind=KINDS_THAT_ARE_NONE[place])


def test_an_object_may_be_nested(store: Store) -> None:
    deep = replace(DENIES, object=nested(64))
    store.judge([deep])
    assert store.judgements() == [deep]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("object", "[" * 9_000),
        ("subject", "[1]"),
        ("object", "{not json"),
        ("object", "null"),
        ("kind", "perhaps"),
    ],
)
def test_a_damaged_judgement_hides_no_other(
    store: Store, address: str, column: str, value: str
) -> None:
    store.judge([DENIES, BY_HESK, ELSEWHERE])
    store.withdraw(ELSEWHERE.id, by="Bo Sarn", at="2031-05-01")
    engine = open_engine(address)
    with writing(engine) as connection:
        query = text(f"UPDATE judgements SET {column} = :value WHERE id = :id")  # noqa: S608
        connection.execute(query, {"value": value, "id": BY_HESK.id})
        number = connection.scalar(
            text("SELECT number FROM judgements WHERE id = :id"), {"id": BY_HESK.id}
        )
    engine.dispose()
    assert store.judgements() == [
        DENIES,
        replace(ELSEWHERE, withdrawn="2031-05-01", withdrawn_by="Bo Sarn"),
    ]
    assert store.judgements(OF.id) == [DENIES]
    assert store.damaged_judgements() == [number]


def test_a_withdrawal_is_one_row_more(store: Store) -> None:
    store.judge([DENIES, BY_HESK])
    for day in ("2031-05-02", "2031-05-01"):
        store.withdraw(DENIES.id, by="Bo Sarn", at=day, why="it does not")
    why = "it does not"
    assert store.judgements() == [replace(TAKEN_BACK, withdrawn_why=why), BY_HESK]
    store.judge([DENIES])  # what was withdrawn stays so; to judge again is another judgement
    again = replace(DENIES, at="2031-06-01")
    store.judge([again])
    assert [each.withdrawn for each in store.judgements(OF.id)] == ["2031-05-01", "", ""]


def test_a_judgement_that_an_older_sayso_added_is_as_it_was(store: Store, address: str) -> None:
    """Its anchor named words alone, no statement."""
    subject = json.dumps({"article": OF.id, "role": "content", "span": list(SAID.span or ())})
    engine = open_engine(address)
    with writing(engine) as connection:
        row = {"id": DENIES.id, "article_id": OF.id, "at": DENIES.at, "by": DENIES.by}
        row |= {"kind": "act", "subject": subject, "object": '{"act":"denies"}', "why": DENIES.why}
        names = ", ".join(f'"{name}"' for name in row)
        asked = f"INSERT INTO judgements ({names}) VALUES (:{', :'.join(row)})"  # noqa: S608
        connection.execute(text(asked), row)
    engine.dispose()
    assert store.judgements() == [DENIES]
    store.judge([DENIES])
    store.withdraw(DENIES.id, by="Bo Sarn", at="2031-05-01")
    assert store.judgements() == [TAKEN_BACK]


def test_a_judgement_of_a_statement_holds_of_no_other(store: Store) -> None:
    of, annotation = read("“{T1:We hold},” {S1:{S2:he}} {C1:said}, {C2:adding} {T2:that we will}.")
    first, second = annotation.statements
    store.write([plain(of, first, second)])
    judged = [replace(DENIES, subject=Anchor.of(of.id, each, "source")) for each in (first, second)]
    store.judge(judged)
    assert store.judgements(of.id) == judged
    subjects = [each.subject for each in store.judgements(of.id)]
    assert [attached(each, store.record(of.id)) for each in subjects] == [first, second]
    store.write([plain(of, second, model=ModelInfo("tests", "2"))])
    assert [attached(each, store.record(of.id)) for each in subjects] == [None, second]


def test_only_a_judgement_can_be_withdrawn(store: Store) -> None:
    store.judge([DENIES])
    with pytest.raises(MissingError, match="no judgement in the record has the id"):
        store.withdraw("jd_0", by="Bo Sarn", at="2031-05-01")
    assert store.judgements() == [DENIES]


@pytest.mark.parametrize(
    "words",
    [
        {"at": ""},
        {"at": None},
        {"by": None},
        {"by": 5},
        {"why": None},
        {"judgement_id": 5},
    ],
)
def test_a_withdrawal_that_tells_too_little_is_refused(
    store: Store, words: dict[str, object]
) -> None:
    store.judge([DENIES])
    store.withdraw(DENIES.id, by="Bo Sarn", at="2031-05-01")
    said: dict[str, Any] = {"judgement_id": DENIES.id, "by": "Bo Sarn", "at": "2031-05-02"} | words
    with pytest.raises(StoreError, match="a withdrawal cannot be kept: "):
        store.withdraw(**said)
    assert store.judgements() == [TAKEN_BACK]


def test_judgements_survive_whatever_is_made_again(store: Store) -> None:
    store.write([record(1)], [annotation(1)])
    store.judge([DENIES, BY_HESK])
    store.withdraw(BY_HESK.id, by="Ana Ruel", at="2031-05-01")
    wanted = store.judgements(OF.id)
    meant = attached(DENIES.subject, store.record(OF.id))
    assert meant == record(1).statements[1]
    store.conclude([replace(record(1), model=replace(record(1).model, rules="2"))])
    assert store.judgements(OF.id) == wanted
    assert attached(DENIES.subject, store.record(OF.id)) == meant
    store.write([record(1, version=2)])  # finds a statement of other spans in the same words
    assert store.judgements(OF.id) == wanted
    now = attached(DENIES.subject, store.record(OF.id))
    assert now == record(1, version=2).statements[0]
    assert now != meant
    store.write([plain(OF, model=ModelInfo("tests", "3"))])  # finds nothing at all
    assert store.judgements(OF.id) == wanted
    assert attached(DENIES.subject, store.record(OF.id)) is None
