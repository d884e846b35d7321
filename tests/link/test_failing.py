"""One article that cannot be linked, or has odd text, stops no other; others who write get in."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from sayso.link.linker import Linker
from sayso.pipeline import link
from sayso.records import Article, Record
from sayso.store import Store

from .plain_rooms import ROOMS
from .samples import record
from .test_linker import fresh, lists


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an open, empty record."""
    with Store.open(tmp_path / "record.db") as opened:
        yield opened


ODD = KeyError("\ud800" * 3)


def failing_for(*bad: Record, error: Exception = ODD) -> Linker:
    """Return a linker of which a room cannot make items of some articles."""
    first, *others = ROOMS
    ids = {each.article.id for each in bad}

    def things(seen):
        if seen.record.article.id in ids:
            raise error
        return first.things(seen)

    return Linker((replace(first, things=things), *others))


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Return what gives the lists of twelve articles without some, linked at once."""

    @cache
    def made(*bad: int) -> str:
        records = [record(n) for n in range(12) if n not in bad]
        return fresh(tmp_path_factory.mktemp("fresh") / "record", records)

    return made


@pytest.mark.parametrize(
    ("batch", "bad"), [(1, [3, 4]), (5, [0]), (5, [2, 7, 8]), (5, [11]), (64, [0]), (64, [3, 4])]
)
def test_an_article_that_fails_is_named_and_the_others_are_linked(
    store: Store, without: Callable[..., str], bad: list[int], batch: int
) -> None:
    records = [record(n) for n in range(12)]
    store.write(records)
    done = link(store, failing_for(*(records[n] for n in bad)), batch=batch)
    assert done.articles == 12 - len(bad)
    assert [each.article for each in done.failed] == [records[n].article.id for n in bad]
    assert all("KeyError" in each.why for each in done.failed)
    assert store.unlinked() == len(bad)
    assert lists(store) == without(*bad)
    again = link(store, Linker(ROOMS), batch=batch)
    assert (again.articles, again.failed) == (len(bad), ())
    assert lists(store) == without()


@pytest.mark.parametrize("error", [TypeError("no such argument"), AttributeError("no such name")])
def test_a_mistake_in_linking_itself_surfaces(store: Store, error: Exception) -> None:
    records = [record(n) for n in range(3)]
    store.write(records)
    with pytest.raises(type(error)):
        link(store, failing_for(records[1], error=error), batch=1)


@pytest.mark.parametrize(
    "error", [ValueError("odd"), UnicodeEncodeError("utf-8", "x", 0, 1, "odd"), RecursionError()]
)
def test_what_an_odd_article_makes_code_raise_is_told(store: Store, error: Exception) -> None:
    records = [record(n) for n in range(3)]
    store.write(records)
    done = link(store, failing_for(records[1], error=error))
    assert done.articles == 2
    assert [each.why for each in done.failed] == [f"{type(error).__name__}: {error}"]


def test_a_batch_ends_after_so_many_statements(store: Store) -> None:
    records = [record(n) for n in range(6)]
    store.write(records)
    many = [len(each.statements) for each in records]
    with store.linking() as ledger:
        numbers = ledger.unlinked(64, of_statements=10**6)
        assert len(numbers) == 6
        assert ledger.unlinked(64, of_statements=sum(many[:2])) == numbers[:2]
        assert ledger.unlinked(64, of_statements=0) == numbers[:1]
        assert ledger.unlinked(2, of_statements=10**6, without={numbers[0]}) == numbers[1:3]


SAYS = "The minister Ilva Teren said on Monday that we will {} not go there."


@pytest.mark.parametrize("odd", ["\ud800", "\udfff\udc00"])
def test_what_is_stored_with_half_a_character_is_linked(engine, store: Store, odd: str) -> None:

    articles = [
        Article(
            SAYS.format(odd), "a", given_id=odd, title=f"T{odd}", url=f"http://x.example/{odd}"
        ),
        Article(f"The minister Ilva Ter{odd}en said on Monday that he will not go.", "b"),
        Article(SAYS.format("surely"), "c", publisher=f"P{odd}", byline=(f"A{odd}",)),
    ]
    store.write(engine(articles))
    done = link(store)
    assert (done.articles, done.failed) == (3, ())
    for each in (*store.claims(), *store.entities(), *store.quotations(), *store.copies()):
        json.dumps(each.to_json()).encode()
