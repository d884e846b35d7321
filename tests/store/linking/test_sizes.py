"""How much groups are, as lists sort them: whatever was linked, forgotten or judged before."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from sayso.linked import AGAINST
from sayso.pipeline import link
from sayso.store import Store
from sayso.store.linking.schema import link_groups, link_nodes, link_pairs, link_sizes

Sizes = dict[str, dict[str, Any]]


def sizes(store: Store) -> Sizes:
    """Return the sizes of all groups, by their ids."""
    with store.linking() as ledger:
        rows = ledger.connection.execute(select(link_sizes)).all()
    return {row.id: {k: v for k, v in row._mapping.items() if k != "number"} for row in rows}


def wanted_of(store: Store) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what the values of groups, and the statements of the record, tell of their sizes."""
    for each in store.entities():
        articles = {article for article, _ in each.actors}
        counted = {"size": len(each.actors), "articles": len(articles)}
        yield each.id, counted | {"kind": each.type, "words": each.name}
    for each in store.speaking()[0]:
        yield each.entity.id, {"said": each.statements, "spoken": each.articles}
    for quotation in store.quotations():
        said = store.given(quotation.statements)
        outlets = {seen.publisher for row in said for seen in row.sightings} - {""}
        days = [row.published.start for row in said if row.published]
        counted = {"size": len(said), "articles": len({row.article_id for row in said})}
        last = {"last": max(days, default="")}
        yield quotation.id, counted | {"outlets": len(outlets)} | last
    for claim in store.claims():
        plain = [each for each in claim.answers if each.is_plain]
        wanted = {
            "size": len(claim.statements),
            "articles": claim.articles,
            "outlets": claim.outlets,
            "origins": claim.independent,
            "answers": len(plain),
            "opposed": len([each for each in plain if each.kind != "confirms"]),
            "against": len([each for each in plain if each.kind in AGAINST]),
            "last": claim.last,
            "words": claim.words,
        }
        yield claim.id, wanted


def check(store: Store) -> None:
    """Check that all groups with a value have their sizes, and nothing else has."""
    there, ids = sizes(store), set()
    for id_, wanted in wanted_of(store):
        assert {name: there[id_][name] for name in wanted} == wanted
        ids.add(id_)
    assert there.keys() == ids
    with store.linking() as ledger:
        rows = ledger.connection.execute(select(link_groups.c.id, link_groups.c.first))
        first = {row.id: row.first for row in rows}
    assert all(each["first"] == first[id_] for id_, each in there.items())


def test_sizes_are_what_values_tell(linked_record: str) -> None:
    with Store.open(linked_record) as store:
        check(store)
        assert sum(each["against"] for each in sizes(store).values())
        assert sum(each["spoken"] > 1 for each in sizes(store).values())


def test_sizes_are_the_same_in_whatever_order_articles_came(
    linked_record: str, address: str
) -> None:
    with Store.open(linked_record) as whole, Store.open(address) as store:
        every = [whole.record(row.id) for row in whole.articles(limit=9)]
        for n in range(0, len(every), 5):
            store.write(every[n : n + 5])
            link(store)
        check(store)
        before = sizes(store)
        store.conclude([every[3]])  # unlinked: what its groups are must be made again
        assert sizes(store).keys() < before.keys()
        link(store)
        assert sizes(store) == before


def test_pairs_tell_their_room(linked_record: str) -> None:
    query = select(link_pairs.c.room, link_nodes.c.room).join(
        link_nodes, link_nodes.c.number == link_pairs.c.a
    )
    with Store.open(linked_record) as store, store.linking() as ledger:
        rows = ledger.connection.execute(query).all()
        assert len({room for room, _ in rows}) > 1
        assert all(own == of_node for own, of_node in rows)
