"""Lists as the machine concluded them -> the same as people corrected them.

Articles of which nobody judged anything are asked in SQL alone; those that people corrected are
read whole, and what of them belongs in a list is told from the record as it holds.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

from sqlalchemy import Engine

from sayso.corrections import judged
from sayso.english.excerpts import GAP
from sayso.records import ANY_SAID, Actor, Place, Provenance, Record, Spans
from sayso.store import judging, queries, search, statement_lists
from sayso.store.linking import placed as placing
from sayso.store.linking.whom import people
from sayso.store.names import actor_keys, key, place_keys
from sayso.store.remembering import corrected as remembered
from sayso.store.remembering.decided import decided
from sayso.store.rows import ArticleRow, Counts, Hit, Passed, Said, Spot


@dataclass(frozen=True)
class Corrected:
    """Those records of a store that people corrected, by the ids of their articles."""

    engine: Engine
    records: Mapping[str, Record]

    @classmethod
    def of(cls, engine: Engine, among: Collection[str] | None = None) -> "Corrected":
        """Read what people corrected, `among` some articles if need be, if it changes anything."""
        return cls(engine, remembered.records(engine, among))

    @classmethod
    def by_kinds(cls, engine: Engine, *kinds: str) -> "Corrected":
        """Read what people corrected of articles of which they made such corrections."""
        return cls.of(engine, decided(engine).of_kinds(kinds))

    @cached_property
    def _rows(self) -> dict[str, Said]:
        """Return all statements of these articles as the machine has them, by their ids."""
        ids = [each.id for record in self.records.values() for each in record.statements]
        return {row.statement.id: row for row in statement_lists.given(self.engine, ids)}

    def row(self, record: Record, place: int, speaker: Actor | None = None) -> Said:
        """Return a statement as it holds, with one of its speakers, the first if none is given."""
        statement, provenance = record.statements[place], record.provenance[place]
        actors = {actor.id: actor for actor in record.actors}
        first = next((actors[each] for each in provenance.speakers if each in actors), None)
        text, shown = record.article.text, speaker or first

        def words(spans: Spans) -> str:
            return GAP.join(span.of(text) for span in spans)

        return replace(
            self._rows[statement.id],
            statement=statement,
            source=words(statement.source),
            cue=words(statement.cue),
            content=words(statement.content),
            act=record.acts[place],
            speaker=shown,
            speaker_score=provenance.score,
            chain=tuple(
                Passed(actors[link.actor].name, link.kind, self._entity(record, link.actor))
                for link in provenance.links
            ),
            places=_spots(record, place),
            speaker_entity=self._entity(record, shown.id) if shown else "",
        )

    @cached_property
    def _entities(self) -> dict[tuple[str, str], str]:
        return people(self.engine, self.records)

    def _entity(self, record: Record, actor: str) -> str:
        """Return the id of the entity of an actor, empty where it has none."""
        return self._entities.get((record.article.id, actor), "")

    def relisted(
        self,
        rows: Iterable[Said],
        chosen: Iterable[tuple[Record, int, Actor | None]],
        *,
        said: str,
        limit: int | None,
    ) -> list[Said]:
        """Return rows without those of corrected articles, and with what is chosen of these."""
        kept = [row for row in rows if row.article_id not in self.records]
        kept += [
            self.row(record, place, speaker)
            for record, place, speaker in chosen
            if said in (record.acts[place].said, ANY_SAID)
        ]
        return sorted(kept, key=_day)[:limit]

    def speaking(
        self, fits: Callable[[Record, int], bool]
    ) -> Iterator[tuple[Record, int, Actor | None]]:
        """Yield the statements with a speaker that fits, by its number among the actors."""
        for record, place, provenance, number in self._provenances():
            its = (number[each] for each in provenance.speakers if each in number)
            if (speaker := next((n for n in its if fits(record, n)), None)) is not None:
                yield record, place, record.actors[speaker]

    def carrying(
        self, fits: Callable[[Record, int], bool]
    ) -> Iterator[tuple[Record, int, Actor | None]]:
        """Yield the statements that an actor passed on who fits."""
        for record, place, provenance, number in self._provenances():
            if any(fits(record, number[link.actor]) for link in provenance.links):
                yield record, place, None

    def _provenances(self) -> Iterator[tuple[Record, int, Provenance, dict[str, int]]]:
        """Yield where each statement comes from, with the numbers of its article's actors."""
        for record in self.records.values():
            number = {actor.id: n for n, actor in enumerate(record.actors)}
            for place, provenance in enumerate(record.provenance):
                yield record, place, provenance, number


def corrected_ids(engine: Engine) -> set[str]:
    """Return the ids of the articles of which people corrected something."""
    return set(decided(engine).corrections)


def called(wanted: str) -> Callable[[Record, int], bool]:
    """Return what tells whether an actor of a record is called by all the words of a key."""
    words = set(wanted.split())

    def fits(record: Record, number: int) -> bool:
        its = actor_keys(record.actors[number], record.article.text)
        return any(words <= set(each.split()) for each in its)

    return fits


def who(engine: Engine, name: str, *, said: str, limit: int | None) -> list[Said]:
    """Return what the actors called `name` say; see `statement_lists.who`."""
    its = Corrected.of(engine)
    if not its.records or not key(name):
        return statement_lists.who(engine, name, said=said, limit=limit)
    rows = statement_lists.who(engine, name, said=said, limit=None)
    return its.relisted(rows, its.speaking(called(key(name))), said=said, limit=limit)


def carried(engine: Engine, name: str, *, said: str, limit: int | None) -> list[Said]:
    """Return what the actors called `name` passed on; see `statement_lists.carried`."""
    its = Corrected.of(engine)
    if not its.records or not key(name):
        return statement_lists.carried(engine, name, said=said, limit=limit)
    rows = statement_lists.carried(engine, name, said=said, limit=None)
    return its.relisted(rows, its.carrying(called(key(name))), said=said, limit=limit)


def given(engine: Engine, ids: Collection[str]) -> list[Said]:
    """Return the statements of some ids, those that are there and hold; see `statement_lists`."""
    rows = statement_lists.given(engine, ids)
    its = Corrected.of(engine, {row.article_id for row in rows})
    wanted = set(ids)
    chosen = [
        (record, place, None)
        for record in its.records.values()
        for place, statement in enumerate(record.statements)
        if statement.id in wanted
    ]
    return its.relisted(rows, chosen, said=ANY_SAID, limit=None) if its.records else rows


def mentioning(engine: Engine, place: str, *, said: str, limit: int | None) -> list[Said]:
    """Return the statements that mention `place`; see `statement_lists.mentioning`."""
    its = Corrected.of(engine)
    if not its.records:
        return statement_lists.mentioning(engine, place, said=said, limit=limit)
    rows = statement_lists.mentioning(engine, place, said=said, limit=None)
    meant = _meant(its, place, rows)
    chosen = [
        (record, number, None)
        for record in its.records.values()
        for number, statement in enumerate(record.statements)
        if any(_within(record.places[n], statement.content) for n in meant[record.article.id])
    ]
    return its.relisted(rows, chosen, said=said, limit=limit)


def placed(engine: Engine, place: str) -> dict[str, list[int]]:
    """Return which articles mention `place`, each with where; see `placed.placed`."""
    its = Corrected.of(engine)
    machine = placing.placed(engine, place)
    if not its.records:
        return machine
    rows = statement_lists.mentioning(engine, place, said=ANY_SAID, limit=None)
    meant = {article: numbers for article, numbers in _meant(its, place, rows).items() if numbers}
    # Those that are in both lists keep their places in the order of days.
    old = {a: meant.get(a, n) for a, n in machine.items() if a not in its.records or a in meant}
    return old | meant


def record(engine: Engine, article_id: str) -> Record:
    """Return an article with all that it puts on the record, as people corrected it."""
    return judged(queries.record(engine, article_id), judging.judged(engine, article_id))


def actors_in(engine: Engine, pairs: Collection[tuple[str, str]]) -> dict[tuple[str, str], Actor]:
    """Return some actors, by the ids of their articles and their own, as people corrected them."""
    its = Corrected.of(engine, {article for article, _ in pairs}).records
    machine = statement_lists.actors_in(engine, [each for each in pairs if each[0] not in its])
    judged_so = {(name, actor.id): actor for name, each in its.items() for actor in each.actors}
    return machine | {each: judged_so[each] for each in pairs if each in judged_so}


def matching_actors(engine: Engine, name: str, *, said: str) -> dict[str, int]:
    """Return whom `who` finds, with numbers of statements, the most first."""
    if not Corrected.of(engine).records:
        return statement_lists.matching_actors(engine, name, said=said)
    rows = who(engine, name, said=said, limit=None)
    return _counted(row.speaker.name for row in rows if row.speaker)


def matching_carriers(engine: Engine, name: str, *, said: str) -> dict[str, int]:
    """Return whom `carried` finds, with numbers of statements, the most first."""
    if not Corrected.of(engine).records:
        return statement_lists.matching_carriers(engine, name, said=said)
    machine = statement_lists.matching_carriers(engine, name, said=said)
    wanted = set(key(name).split())
    return _counted(
        passed
        for row in carried(engine, name, said=said, limit=None)
        for passed in dict.fromkeys(each.name for each in row.chain)
        if passed in machine or wanted <= set(key(passed).split())
    )


def matching_places(engine: Engine, place: str, *, said: str) -> dict[str, int]:
    """Return what `mentioning` finds, with numbers of statements, the most first."""
    if not Corrected.of(engine).records:
        return statement_lists.matching_places(engine, place, said=said)
    machine = statement_lists.matching_places(engine, place, said=said)
    wanted = place.strip()
    return _counted(
        spot.name
        for row in mentioning(engine, place, said=said, limit=None)
        for spot in row.places
        if spot.name in machine or str(spot.geonames) == wanted or key(wanted) == key(spot.name)
    )


def article_rows(
    engine: Engine,
    seen: Mapping[str, str | None],
    *,
    said: str,
    limit: int | None,
    offset: int,
) -> list[ArticleRow]:
    """Return the articles with the numbers of statements that hold; see `queries.article_rows`."""
    rows = queries.article_rows(engine, seen, said=said, limit=limit, offset=offset)
    its = Corrected.of(engine, {row.id for row in rows})
    return [_recounted(row, its.records, said) for row in rows]


def rows_by_id(engine: Engine, ids: Collection[str], *, said: str) -> list[ArticleRow]:
    """Return some articles, with the numbers of statements that hold; see `queries.rows_by_id`."""
    rows = queries.rows_by_id(engine, ids, said=said)
    its = Corrected.of(engine, set(ids))
    return [_recounted(row, its.records, said) for row in rows]


def counts(engine: Engine, *, said: str, checked: bool) -> Counts:
    """Return how much the record holds; see `queries.counts`."""
    machine = queries.counts(engine, said=said, checked=checked)
    # Corrections change what a statement is said to be, but only this one how many there are.
    lost = remembered.lost(engine, decided(engine).of_kinds({"not_statement"}))
    gone = sum(number for was, number in lost.items() if said in (was, ANY_SAID))
    return replace(machine, statements=machine.statements - gone)


def hits(engine: Engine, query: str, *, said: str, limit: int) -> list[Hit]:
    """Return the articles that hold all words of a query; see `search.search`."""
    corrected = partial(remembered.records, engine)
    every = search.search(engine, query, said=said, limit=limit, corrected=corrected)
    its = corrected({hit.article.id for hit in every})
    return [replace(hit, article=_recounted(hit.article, its, said)) for hit in every]


def _recounted(row: ArticleRow, records: Mapping[str, Record], said: str) -> ArticleRow:
    if row.id not in records:
        return row
    return replace(row, statements=_holding(records[row.id], said))


def _holding(record: Record, said: str) -> int:
    return sum(said in (act.said, ANY_SAID) for act in record.acts)


def _meant(its: Corrected, wanted: str, rows: Iterable[Said]) -> dict[str, list[int]]:
    """Return which places of the corrected articles are meant by a name or a number.

    Those named exactly so are, if any place of the record is; else those that have all the words.
    """
    name = wanted.strip()
    exactly = {article: list(places_meant(each, name)) for article, each in its.records.items()}
    if any(exactly.values()) or (name.isascii() and name.isdigit()):
        return exactly
    others = (row for row in rows if row.article_id not in its.records)
    if any(key(spot.name) == key(name) for row in others for spot in row.places):
        return exactly
    return {a: list(places_meant(each, name, whole=False)) for a, each in its.records.items()}


def places_meant(record: Record, name: str, *, whole: bool = True) -> Iterator[int]:
    """Yield which places of a record a name or number means; not `whole`: by all words of it."""
    words = set(key(name).split())
    for number, place in enumerate(record.places):
        its = place_keys(place, place.mention.of(record.article.text))
        if name.isascii() and name.isdigit():
            fits = str(place.location.geonames) == name
        elif whole:
            fits = key(name) in its
        else:
            fits = bool(words) and any(words <= set(each.split()) for each in its)
        if fits:
            yield number


def _spots(record: Record, place: int) -> tuple[Spot, ...]:
    """Return the places that a statement's content mentions, each once, in text order."""
    text, content = record.article.text, record.statements[place].content
    inside = (each for each in record.places if _within(each, content))
    spots = (Spot(p.location.name or p.mention.of(text), p.location.geonames) for p in inside)
    return tuple(dict.fromkeys(spots))


def _within(place: Place, content: Spans) -> bool:
    return any(span.holds(place.mention) for span in content)


def _counted(names: Iterable[str]) -> dict[str, int]:
    counts = Counter(names)
    return {name: counts[name] for name in sorted(counts, key=lambda n: (-counts[n], n))}


def _day(row: Said) -> str:
    return row.published.start if row.published else "9999"
