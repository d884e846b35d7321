"""The values that the stages hand on: spans, ids, and what is made of their fields."""

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given

from sayso.records import (
    UNREAD,
    Annotation,
    Article,
    Link,
    Moment,
    Provenance,
    Reading,
    Record,
    Sighting,
    Span,
    Statement,
    extent,
    made,
    plain,
    statement_id,
)
from tests.notation import one, read
from tests.view.random_records import records

NESTED = "{S1:Ana} {C1:said} {T1:that {S2:Bo} {C2:had denied} {T2:it}}. {S3:Cy} {C3:left} {T3:so}."


@pytest.mark.parametrize(
    ("first", "second", "overlap", "holds"),
    [
        (Span(2, 5), Span(2, 5), True, True),
        (Span(2, 5), Span(3, 4), True, True),
        (Span(2, 5), Span(4, 8), True, False),
        (Span(2, 5), Span(5, 8), False, False),
        (Span(2, 5), Span(0, 2), False, False),
        (Span(3, 4), Span(2, 5), True, False),
    ],
)
def test_spans(first, second, overlap, holds):
    assert first.overlaps(second) is second.overlaps(first) is overlap
    assert first.overlaps_any([second]) is first.overlaps_any([Span(90, 91), second]) is overlap
    assert first.holds(second) is holds


def test_a_span_counts_code_points():
    assert Span(2, 4).of("a😀éz") == "éz"


def test_the_extent_of_spans_and_of_a_statement():
    assert extent([Span(4, 9), Span(2, 3)]) == Span(2, 9)
    article, statement = one("It: {T:“We go,”} {S:Ana} {C:said}. {T:“Now.”}")
    assert statement.extent.of(article.text) == "“We go,” Ana said. “Now.”"
    assert [p.of(article.text) for p in statement.parts] == ["“We go,”", "Ana", "said", "“Now.”"]


def test_ids_come_from_content_alone():
    article = Article("Ana left.", "a.txt")
    assert article.id == replace(article, source="b.txt", publisher="NWA").id
    assert article.id != replace(article, text="Ana left!").id
    assert article.id.startswith("sha256:")
    parts = [(Span(0, 3),), (), (Span(4, 8),)]
    assert statement_id(article.id, parts) == statement_id(article.id, parts)
    assert statement_id(article.id, parts) != statement_id(article.id, [parts[2], (), parts[0]])


def test_a_text_with_half_a_character_has_an_id():
    assert Article("\ud83d", "a").id != Article("?", "a").id


def test_a_sighting_is_the_same_whenever_it_is_read():
    seen = Sighting("a.txt", publisher="NWA")
    assert seen.id == replace(seen, read_at="2031-03-01T09:30:00Z").id
    assert seen.id != replace(seen, publisher="Corvane Six").id


def test_an_article_tells_all_its_fields_but_those_of_reading():
    article = Article("Ana left.", "a.txt", title_span=Span(0, 3), skips=(Span(3, 4),))
    form = article.to_json()
    shown = {field.name for field in fields(Article)} - {"title_span", "skips", "concluded"}
    assert set(form) == shown | {"id", "sightings"}
    assert list(form)[:5] == ["id", "given_id", "source", "title", "text"]
    assert (form["publisher"], form["byline"], form["published"]) == (None, [], None)
    assert Article("", "a.txt").to_json()["text"] == ""


def test_where_an_article_was_seen_is_made_of_its_fields():
    known = {"source": "a.txt", "publisher": "NWA", "url": "u", "byline": ("Ana Ruel",)}
    known |= {"published": Moment("2031-03-01", "2031-03-01", "day"), "given_id": "7"}
    known |= {"concluded": ("published",)}
    assert Article("Ana left.", **known).sighting == Sighting(**known)


def test_a_sighting_is_the_same_whatever_rules_make_of_it():
    day = Moment("2031-03-01", "2031-03-01", "day")
    seen = Sighting("a.txt", "NWA", "https://nwa.example/a", ("Mira Sand",), day, "7")
    assert seen.id == replace(seen, byline=("Mira Sand", "Ton Ekel")).id
    others = [
        replace(seen, source="b.txt"),
        replace(seen, publisher="Corvane Six"),
        replace(seen, url=""),
        replace(seen, published=None),
        replace(seen, published=replace(day, grain="month")),
        replace(seen, given_id="8"),
    ]
    assert len({seen.id, *(other.id for other in others)}) == 7
    assert replace(seen, concluded=("published",)).id == others[3].id
    of_page = replace(seen, concluded=("url", "publisher", "published"))
    read = replace(of_page, url="", publisher="Corvane Six", published=None)
    assert of_page.id == read.id != replace(read, source="b.txt").id
    assert of_page.to_json() == seen.to_json()


@given(records())
def test_a_record_is_made_again_from_its_fields(record: Record) -> None:
    assert made(json.loads(json.dumps(plain(record))), Record) == record


@pytest.mark.parametrize("data", [{}, {"id": "st_1"}, [], None, {"id": 1, "kind": "direct"}])
def test_what_does_not_fit_is_refused(data):
    with pytest.raises(ValueError, match=r"\w"):
        made(data, Statement)


def test_an_annotation_without_some_of_its_statements():
    _, annotation = read(NESTED)
    assert annotation.reading(1) is UNREAD
    readings = tuple(Reading((n / 10,)) for n in range(3))
    rest = replace(annotation, readings=readings).without({1})
    assert rest.statements == (annotation.statements[0], annotation.statements[2])
    assert [rest.reading(n) for n in range(2)] == [readings[0], readings[2]]
    assert Annotation(()).without([]) == Annotation(())


@given(records())
def test_a_record_with_some_statements_keeps_what_is_told_of_them(record: Record) -> None:
    chosen = record.only(lambda statement: record.statements.index(statement) % 2 == 0)
    assert chosen.statements == record.statements[::2]
    assert (chosen.acts, chosen.provenance) == (record.acts[::2], record.provenance[::2])
    assert (chosen.actors, chosen.places) == (record.actors, record.places)


def test_a_dateline_is_a_link_and_no_carrier():
    kinds = ("told", "dateline", "byline", "credit", "told", "citing")
    links = tuple(Link(f"a{n % 5}", Span(n, n + 1), kind) for n, kind in enumerate(kinds))
    provenance = Provenance((), 0.0, links, "", None, None, "", "")
    assert provenance.carriers == ("a0", "a4")


def at(day, time="", end=""):
    """Return a moment of a day, or up to another."""
    return Moment(day, end or day, "month" if end else "day", time)


MARCH = at("2031-03-01", end="2031-03-31")
BEFORE = {
    "the hour": (
        at("2031-03-14", "2031-03-14T08:00:00Z"),
        at("2031-03-14", "2031-03-14T09:00:00Z"),
    ),
    "the day": (at("2031-03-13"), at("2031-03-14")),
    "the month": (at("2031-02-28"), MARCH),
    "a time against a day": (at("2031-03-13", "2031-03-13T23:00:00Z"), at("2031-03-14")),
    "the hour somewhere": (
        at("2031-03-14", "2031-03-14T08:00:00"),
        at("2031-03-14", "2031-03-14T09:00:00"),
    ),
    # Each of the day that it writes, where it was written.
    "over midnight": (
        at("2031-03-15", "2031-03-14T21:30:00Z"),
        at("2031-03-14", "2031-03-14T23:00:00Z"),
    ),
}
UNKNOWN = {
    "one hour": (
        at("2031-03-14", "2031-03-14T08:00:00Z"),
        at("2031-03-14", "2031-03-14T08:00:00Z"),
    ),
    "one day": (at("2031-03-14"), at("2031-03-14")),
    "a time in a day": (at("2031-03-14", "2031-03-14T08:00:00Z"), at("2031-03-14")),
    "a day in a month": (at("2031-03-14"), MARCH),
    "one somewhere": (
        at("2031-03-14", "2031-03-14T08:00:00"),
        at("2031-03-14", "2031-03-14T09:00:00Z"),
    ),
}


@pytest.mark.parametrize(("one", "other"), BEFORE.values(), ids=BEFORE)
def test_one_is_before_the_other(one, other):
    assert one.before(other) is True
    assert other.before(one) is False


@pytest.mark.parametrize(("one", "other"), UNKNOWN.values(), ids=UNKNOWN)
def test_what_was_given_does_not_tell(one, other):
    assert one.before(other) is None
    assert other.before(one) is None


def test_moments_are_in_order():
    day, hour, later = (
        at("2031-03-14"),
        at("2031-03-14", "2031-03-14T08:00:00Z"),
        at("2031-03-15"),
    )
    assert sorted([later, hour, day], key=lambda each: each.order) == [day, hour, later]
