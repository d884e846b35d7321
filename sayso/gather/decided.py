"""What people decided of an article, or of who somebody is, in words and with who did."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from sayso.fitting import ends_of
from sayso.judgements import Anchor, Judgement, attached
from sayso.records import Actor, Article, Place, Record, Statement
from sayso.store import Store
from sayso.view.across.judged import Judged, JudgedLine, judged_lines, statement_words
from sayso.view.articles import short
from sayso.view.characters import one_line
from sayso.view.words import quoted

ON_COPIES = ("copy", "not_copy")
ON_WHO = ("same_entity", "different_entity")


def of_article(store: Store, article_id: str) -> tuple[JudgedLine, ...]:
    """Return what people decided of an article and its words, the earliest first."""
    return _as_lines(store, store.judgements_about({article_id}))


def latest(every: Sequence[Judgement], store: Store, *, skip: int, most: int) -> list[JudgedLine]:
    """Return the latest of all judgements, without the first few."""
    things = _Things(store)
    some = things.judged(of_page(every, skip=skip, most=most))
    return list(judged_lines(some, things.names, every)[::-1])


def of_ids(store: Store, ids: Collection[str]) -> tuple[JudgedLine, ...]:
    """Return judgements by their ids, those that there are, the earliest first."""
    every = store.judgements() if ids else []
    things = _Things(store)
    some = things.judged(each for each in every if each.id in ids)
    return judged_lines(some, things.names, every)


def of_page(every: Iterable[Judgement], *, skip: int, most: int) -> list[Judgement]:
    """Return the latest of all judgements, without the first few."""
    ordered = sorted(every, key=lambda each: (each.at, each.id), reverse=True)
    return ordered[skip:][:most]


def of_copies(store: Store, articles: Collection[str]) -> tuple[JudgedLine, ...]:
    """Return what people decided of which of some articles are copies, the earliest first."""
    some = store.judgements_about(articles)
    of_them = (each for each in some if {end.article for end in ends_of(each)} <= set(articles))
    return _as_lines(store, [each for each in of_them if each.kind in ON_COPIES])


def of_entity(store: Store, entity: str) -> tuple[JudgedLine, ...]:
    """Return what people decided of who somebody is, by the id of an entity, the earliest first."""
    decided = [each for each in store.judgements() if each.kind in ON_WHO]
    if not decided:
        return ()
    people = store.people({end.article for each in decided for end in ends_of(each)})
    own = {pair for pair, its in people.items() if its == entity}
    articles = {article for article, _ in own}
    mine = [each for each in decided if articles & {end.article for end in ends_of(each)}]
    names = {f"{article}/{actor}" for article, actor in own}
    return tuple(each for each in _as_lines(store, mine) if names & set(each.about))


def _as_lines(store: Store, mine: Sequence[Judgement]) -> tuple[JudgedLine, ...]:
    things = _Things(store)
    return judged_lines(things.judged(mine), things.names)


@dataclass(slots=True)
class _Things:
    """What anchors are attached to, and what each is called, by its id."""

    store: Store
    names: dict[str, str] = field(default_factory=dict)
    _records: dict[str, Record | None] = field(default_factory=dict)

    def judged(self, every: Iterable[Judgement]) -> list[Judged]:
        """Return judgements with the ids of what they are about."""
        made = []
        for each in every:
            ids = [self._id(anchor) for anchor in ends_of(each)]
            made.append(Judged(each, ids[0], ids[1] if ids[1:] else ""))
        return made

    def _id(self, anchor: Anchor) -> str:
        record = self._record(anchor.article)
        if record is None:
            return ""
        if not anchor.role:
            return self._named(anchor.article, _article_words(record.article))
        thing = attached(anchor, record)
        text = record.article.text
        if isinstance(thing, Statement):
            return self._named(thing.id, statement_words(quoted(text, thing.content)))
        if isinstance(thing, Actor):
            words = f"{one_line(thing.name)} in {_article_words(record.article)}"
            return self._named(f"{anchor.article}/{thing.id}", words)
        if isinstance(thing, Place):
            key = f"{anchor.article}@{thing.mention.start}"
            return self._named(key, statement_words(thing.mention.of(text)))
        return ""

    def _named(self, key: str, words: str) -> str:
        self.names[key] = words
        return key

    def _record(self, article: str) -> Record | None:
        if article not in self._records:
            known = self.store.find(article) is not None
            self._records[article] = self.store.record(article) if known else None
        return self._records[article]


def _article_words(article: Article) -> str:
    """Return what an article is called: its title, or its id."""
    title = one_line(article.title)
    return statement_words(title) if title else short(article.id)
