"""Lists of the record -> tables of plain cells, row by row: whoever asks may stop."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from sayso.gather import claims as claims_of
from sayso.gather import copies as copies_of
from sayso.gather.lists import fitting, names, ordered
from sayso.linked import AGAINST, Copy
from sayso.packing import plain
from sayso.records import CARRIER_KINDS, Moment
from sayso.store import WAS_SAID, ArticleRow, Filters, Said, Store

T = TypeVar("T")
Cell = str | int | float | None
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what its columns are called, and its rows, which are asked for as they are read."""

    header: Sequence[str]
    rows: Iterator[Sequence[Cell]]


_CLAIMS = ("id", "claim", "first", "last", "articles", "outlets", "independent_origins", "denials",
           "opposed", "statements")  # fmt: skip
_STATEMENTS = (
    *("id", "article", "outlet", "published", "url", "speaker", "act", "polarity", "kind"),
    *("words", "source", "cue", "carriers", "to", "places", "score", "speaker_score"),
)
_DAY = 10


def claims(store: Store, which: Filters = WAS_SAID) -> Table:
    """Return what is claimed, those of most articles first, those of which a statement fits."""
    numbers = fitting(store, "claims", which)
    rows = (
        (
            *(row.id, row.words, _day(row.first), row.last, row.articles, row.outlets),
            *(row.origins, row.against, row.opposed, row.size),
        )
        for row in store.sizes(("claims", "articles"), numbers)
    )
    return Table(_CLAIMS, rows)


def disputes(store: Store, which: Filters = WAS_SAID) -> Table:
    """Return what the articles do not agree on, those of which a statement fits."""
    rows = (
        (
            *(each.id, each.words, each.first, each.last, each.articles, each.outlets),
            each.independent,
            sum(a.kind in AGAINST and a.is_plain for a in each.answers),
            sum(a.kind != "confirms" and a.is_plain for a in each.answers),
            len(each.statements),
        )
        for each in claims_of.every_dispute(store, which)
    )
    return Table(_CLAIMS, rows)


def quotations(store: Store, which: Filters = WAS_SAID) -> Table:
    """Return what was said once and is reported several times, where a statement fits."""
    numbers = fitting(store, "quotations", which)

    def rows() -> Iterator[Sequence[Cell]]:
        for some in _some(store.sizes(("quotations", "articles"), numbers)):
            ids = [row.id for row in some]
            known = {each.id: each for each in store.quotations(ids)}
            said = {s.statement.id: s for s in store.given([q.earliest for q in known.values()])}
            speakers = names(store, (each.speaker for each in known.values()))
            for row in some:
                if row.id in known:
                    its = known[row.id]
                    first = said.get(its.earliest)
                    yield (
                        *(row.id, first.content if first else "", speakers.get(its.speaker, "")),
                        *(_day(row.first), row.last, row.size, row.articles, row.outlets),
                    )

    header = ("id", "words", "speaker", "first", "last", "reports", "articles", "outlets")
    return Table(header, rows())


def entities(store: Store, which: Filters = WAS_SAID) -> Table:
    """Return the persons and bodies who say what fits, those of most articles first."""
    numbers = fitting(store, "entities", which)

    def rows() -> Iterator[Sequence[Cell]]:
        for some in _some(store.sizes(("entities", "articles"), numbers)):
            ids = [row.id for row in some]
            its = ordered(store.entities(ids, actors=False), ids)
            above = names(store, (each.of for each in its))
            size = {row.id: row for row in some}
            for each in its:
                row = size[each.id]
                yield (
                    *(each.id, each.name, each.type, row.articles, row.size, row.said),
                    *(_day(row.first), row.last, "; ".join(each.names)),
                    "; ".join(f"{r.text} ({r.first} to {r.last})" for r in each.roles),
                    above.get(each.of, ""),
                )

    header = ("id", "name", "type", "articles", "mentions", "statements", "first", "last", "names",
              "roles", "of")  # fmt: skip
    return Table(header, rows())


def copies(store: Store, which: Filters = WAS_SAID) -> Table:
    """Return which articles share their text, reprints first, those of which one fits."""

    def every() -> Iterator[list[Copy]]:
        if which.are_given:
            yield from _some(copies_of.fitting(store, which, store.copies()))
            return
        skip, more = 0, 1
        while more:
            some, more = store.first_copies(limit=_AT_ONCE, skip=skip)
            skip += _AT_ONCE
            yield some

    def rows() -> Iterator[Sequence[Cell]]:
        for some in every():
            known = {row.id: row for row in store.rows({i for c in some for i in (c.a, c.b)})}
            for each in copies_of.with_printings(store, some):
                two = (known[each.a], known[each.b])
                ends = ((r.id, r.publisher, _of(r.published), r.title) for r in two)
                yield (
                    *(each.relation, *(cell for end in ends for cell in end)),
                    *(each.share_a, each.share_b, each.from_, each.origin, each.score, each.why),
                )

    both = (f"{name}_{end}" for end in "ab" for name in ("article", "outlet", "published", "title"))
    rest = ("share_a", "share_b", "copied_from", "text_of", "score", "why")
    return Table(("relation", *both, *rest), rows())


def articles(store: Store, which: Filters = WAS_SAID) -> Table:
    """Return the articles that fit, the newest first, with the numbers of statements that do."""

    def every() -> Iterator[ArticleRow]:
        if which != WAS_SAID:
            yield from store.choice(which).rows(limit=None)
            return
        for ids in _some(store.newest()):
            yield from ordered(store.rows(ids), ids)

    def rows() -> Iterator[Sequence[Cell]]:
        for row in every():
            yield (
                *(row.id, row.title, row.publisher, _of(row.published), row.url),
                *(row.statements, len(row.sightings), row.source),
            )

    header = ("id", "title", "outlet", "published", "url", "statements", "sightings", "source")
    return Table(header, rows())


def judgements(store: Store) -> Table:
    """Return what people decided, the latest first."""
    rows = (
        (
            *(each.id, each.at, each.by, each.kind, each.subject.article),
            *(json.dumps(plain(part), ensure_ascii=False) for part in (each.subject, each.object)),
            *(each.why, each.withdrawn, each.withdrawn_by, each.withdrawn_why),
        )
        for each in reversed(store.judgements())
    )
    header = ("id", "at", "by", "kind", "article", "subject", "object", "why", "withdrawn",
              "withdrawn_by", "withdrawn_why")  # fmt: skip
    return Table(header, rows)


def statements(every: Iterable[Said]) -> Table:
    """Return statements as a table, in their order."""
    rows = (
        (
            *(each.statement.id, each.article_id, each.publisher, _of(each.published), each.url),
            *(each.speaker.name if each.speaker else "", each.act.name, each.act.polarity),
            *(each.statement.kind, each.content, each.source, each.cue),
            "; ".join(p.name for p in each.chain if p.kind in CARRIER_KINDS),
            *(each.addressee, "; ".join(place.name for place in each.places)),
            *(each.statement.score, each.speaker_score),
        )
        for each in every
    )
    return Table(_STATEMENTS, rows)


def of_entity(store: Store, name: str) -> Table:
    """Return all that one person or body says, by date."""
    its = claims_of.only(store, "entities", name)
    return statements(said for voice in store.voices(its) for said in voice.said)


def of_place(store: Store, name: str) -> Table:
    """Return all that is said about a place, by date."""
    return statements(store.mentioning(name))


def _some(every: Iterable[T]) -> Iterator[list[T]]:
    left = iter(every)
    while some := list(islice(left, _AT_ONCE)):
        yield some


def _of(published: Moment | None) -> str:
    return published.start if published else ""


def _day(first: str) -> str:
    """Return the day of what puts groups in order; what has none stands behind all."""
    return "" if first.startswith("9999") else first[:_DAY]
