"""Statements as people read them, and what people judged of them."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cache

from sayso.fitting import ends_of
from sayso.judgements import Anchor, attached
from sayso.link.copies.printings import printed
from sayso.link.copies.versions import noted
from sayso.records import Record, Statement
from sayso.store import Said, Store
from sayso.view.across.judged import Judged, JudgedLine, judged_lines, statement_words
from sayso.view.across.tellings import Telling, telling
from sayso.view.versions import put_right

_ARTICLES = 100  # of a claim of which later versions are looked for
_VERSIONS = 200  # of these


def as_told(store: Store, ids: Collection[str]) -> tuple[list[Said], dict[str, Telling]]:
    """Return statements by their ids, of a text that several printed as the first of them has it.

    The second of both are the same as people read them, by their ids.
    """
    said: list[Said] = []
    known: dict[str, Telling] = {}
    for each in store.given(ids):
        if len(each.sightings) > 1:
            its = printed(store.article(each.article_id), each.sightings)
            one = its.first
            seen = replace(each, publisher=one.publisher, published=one.published, url=one.url)
            seen = replace(seen, title=one.title or each.title)
            said.append(replace(seen, sightings=its.sightings))
            known[each.statement.id] = telling(said[-1], its.why, first_known=its.known)
        else:
            said.append(each)
            known[each.statement.id] = telling(each)
    return said, known


def with_corrections(store: Store, known: Mapping[str, Telling]) -> dict[str, Telling]:
    """Return statements with what later versions say to put right of their articles."""
    articles = list(dict.fromkeys(each.article_id for each in known.values()))[:_ARTICLES]
    said = _put_right(store, articles)
    return {
        id_: each.put_right(words) if (words := said.get(each.article_id)) else each
        for id_, each in known.items()
    }


def _put_right(store: Store, articles: Collection[str]) -> dict[str, str]:
    """Return what later versions put right of some articles, in words, by their ids."""
    said: dict[str, str] = {}
    wanted, article = set(articles), cache(store.article)
    every = (noted(copy, article) for copy in store.versions(wanted, most=_VERSIONS))
    ends = ((its, two) for its in every if its.note for two in ((its.a, its.b), (its.b, its.a)))
    for its, (mine, other) in ends:
        if mine not in wanted or mine in said:
            continue
        first = printed(article(other), store.sightings(other)).first
        if words := put_right(its, mine, first):
            said[mine] = words
    return said


def judged(store: Store, known: Mapping[str, Telling]) -> tuple[JudgedLine, ...]:
    """Return what people judged of some statements, in words."""
    every = judged_of(store, known)
    ids = {each for its in every for each in (its.subject, its.object)} - {"", *known}
    _, others = as_told(store, ids)
    named = {id_: statement_words(each.words) for id_, each in {**known, **others}.items()}
    return judged_lines(every, named)


def judged_of(store: Store, known: Mapping[str, Telling]) -> list[Judged]:
    """Return the judgements about some statements, those that were taken back among them."""
    articles = {each.article_id for each in known.values()}
    records: dict[str, Record] = {}

    def statement_at(anchor: Anchor) -> str:
        if anchor.span is None or store.find(anchor.article) is None:
            return ""
        if anchor.article not in records:
            records[anchor.article] = store.record(anchor.article)
        its = attached(anchor, records[anchor.article])
        return its.id if isinstance(its, Statement) else ""

    every: list[Judged] = []
    for each in store.judgements_about(articles):
        subject, *others = map(statement_at, ends_of(each))
        other = others[0] if others else ""
        if {subject, other} & known.keys():
            every.append(Judged(each, subject, other))
    return every
