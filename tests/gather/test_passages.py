"""Passages that an article shares with its copies."""

from pathlib import Path

from sayso.gather.passages import shared
from sayso.linked import COPIES
from sayso.store import Store


def test_passages_lead_to_the_same_words_in_the_other_article(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        pair = next(e for e in store.copies() if e.relation in COPIES and e.a != e.b)
        texts = {name: store.article(name).text for name in (pair.a, pair.b)}
        ours, theirs = (shared(store, name, texts[name]) for name in (pair.a, pair.b))
        other = next(each for each in ours.others if each.article == pair.b)
        assert other.passages
        for here, there, spot in other.passages:
            assert here.of(texts[pair.a]).strip() == here.of(texts[pair.a])
            assert here.of(texts[pair.a])[:20].split()[0] in there.of(texts[pair.b])
            assert spot in theirs.spots
        for each in ours.marked:
            name = each.article.removeprefix("sha256:")
            starts = [m for here, _, _ in each.passages for m in ours.starts[here.start]]
            assert all(m.address.startswith("/article/") for m in starts)
            assert any(name in m.address for m in starts)


def test_an_article_without_copies_shares_nothing(linked_record: Path) -> None:
    with Store.open(linked_record) as store:
        lone = next(row.id for row in store.articles() if not list(store.copies(row.id)))
        its = shared(store, lone, store.article(lone).text)
        assert (its.others, its.cuts, dict(its.starts)) == ((), (), {})
