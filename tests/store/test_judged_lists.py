"""What people corrected shows in every list: who says it, where, whether it is a statement."""

import pytest

from sayso.judgements import Anchor, Judgement
from sayso.records import Statement
from sayso.store import Store
from tests.store.samples import record, records


def judge(store: Store, kind: str, anchor: Anchor, judged: dict[str, object]) -> str:
    decided = Judgement(kind, anchor, judged, "Ana Ruel", "2031-06-01T10:00:00Z")
    store.judge([decided])
    return decided.id


def about(number: int, place: int) -> tuple[Anchor, Statement]:
    """Return the anchor of a statement of an article of the samples, and the statement."""
    its = record(number)
    statement = its.statements[place]
    return Anchor.of(its.article.id, statement), statement


@pytest.fixture
def filled(store: Store) -> Store:
    """Return a record of two articles: Teren says the first statement of each, Hesk the other."""
    store.write(records(2))
    return store


def by_id(rows: object) -> list[str]:
    return [row.statement.id for row in rows]  # type: ignore[attr-defined]


def test_another_speaker(filled: Store) -> None:
    anchor, statement = about(0, 0)
    judge(filled, "speaker", anchor, {"name": "Oskar Venn"})
    (row,) = filled.who("Venn")
    assert (row.statement.id, row.speaker.name) == (statement.id, "Oskar Venn")
    assert statement.id not in by_id(filled.who("Ilva Teren"))
    assert filled.matching_actors("Venn") == {"Oskar Venn": 1}
    assert [each.speaker.name for each in filled.given([statement.id])] == ["Oskar Venn"]
    assert len(filled.who("Teren", limit=1)) == 1


def test_what_is_no_statement_is_in_no_list(filled: Store) -> None:
    before, anchor = filled.counts(), about(1, 1)[0]
    gone = about(1, 1)[1].id
    word = filled.given([gone])[0].content.split()[0].strip("“”")
    judge(filled, "not_statement", anchor, {})
    assert filled.counts().statements == before.statements - 1
    assert sorted(row.statements for row in filled.articles()) == [1, 2]
    rows = (
        *filled.who("Hesk"), *filled.carried("Meridian Courier"), *filled.mentioning("Karsk"),
        *filled.given([gone]),
    )  # fmt: skip
    assert rows
    assert gone not in by_id(rows)
    hits = filled.search(word)
    assert sorted(hit.article.statements for hit in hits) == [1, 2]
    assert gone not in {passage.statement_id for hit in hits for passage in hit.passages}


def test_another_place(filled: Store) -> None:
    its = record(0)
    place = next(
        p for p in its.places if any(c.holds(p.mention) for c in its.statements[1].content)
    )
    judge(filled, "place", Anchor(its.article.id, "place", place.mention),
          {"name": "Almis", "geonames": 42})  # fmt: skip
    for name in ("Almis", "almis", "42"):
        (row,) = filled.mentioning(name)
        assert [spot.name for spot in row.places] == ["Almis"]
        assert filled.matching_places(name) == {"Almis": 1}
        assert list(filled.placed(name)) == [its.article.id]
    assert its.article.id not in [row.article_id for row in filled.mentioning("1707")]
    # The words of the mention are still a name of it.
    assert its.article.id in [row.article_id for row in filled.mentioning("Karsk")]


def test_another_act_and_other_words(filled: Store) -> None:
    anchor, statement = about(0, 1)
    first = statement.content[0]
    judge(filled, "act", anchor, {"act": "denies", "polarity": "neg"})
    judge(filled, "span", anchor, {"content": [list(first)]})
    for rows in (filled.carried("Courier"), filled.who("Hesk"), filled.mentioning("Karsk")):
        row = next(each for each in rows if each.statement.id == statement.id)
        assert (row.act.name, row.act.polarity) == ("denies", "neg")
        assert row.statement.content == (first,)
        assert "…" not in row.content
        assert row.chain
    assert filled.matching_carriers("Courier") == {"Meridian Courier": 2}


def test_what_is_taken_back_holds_no_more(filled: Store) -> None:
    before = [filled.who("Teren"), filled.mentioning("Karsk"), filled.counts(), filled.search("we")]
    taken = judge(filled, "not_statement", about(0, 0)[0], {})
    assert filled.counts() != before[2]
    filled.withdraw(taken, by="Ana Ruel", at="2031-06-02T10:00:00Z")
    after = [filled.who("Teren"), filled.mentioning("Karsk"), filled.counts(), filled.search("we")]
    assert after == before


def test_of_an_article_that_is_not_there_nothing_is_corrected(filled: Store) -> None:
    judge(filled, "not_statement", Anchor("sha256:none", "content", about(0, 0)[0].span), {})
    assert len(filled.who("Teren")) == 4
