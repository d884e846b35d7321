"""Lists of statements as the machine concluded them -> the same as people corrected them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Engine, literal, select

from sayso.corrections import CORRECTIONS, effective, judged
from sayso.english.excerpts import GAP
from sayso.judgements import Judgement
from sayso.records import ANY_SAID, Actor, Record, Spans
from sayso.store import judging, queries, statement_lists
from sayso.store.dialect import reading
from sayso.store.names import actor_keys, key
from sayso.store.rows import Said
from sayso.store.schema import articles, statements


def who(engine: Engine, name: str, *, said: str, limit: int | None) -> list[Said]:
    """Return what the actors called `name` say, as people corrected it; see `statement_lists`."""
    decided = [each for each in effective(judging.judged(engine)) if each.kind in CORRECTIONS]
    if not decided or not key(name):
        return statement_lists.who(engine, name, said=said, limit=limit)
    every = statement_lists.who(engine, name, said=said, limit=None)
    rows = {each.statement.id: each for each in every}
    for article in dict.fromkeys(each.subject.article for each in decided):
        mine = [each for each in decided if each.subject.article == article]
        for statement_id, row in _corrections(engine, article, mine, key(name)):
            rows.pop(statement_id, None)
            if row and said in (row.act.said, ANY_SAID):
                rows[statement_id] = row
    ordered = sorted(rows.values(), key=_day)
    return ordered[:limit]


def _day(row: Said) -> str:
    return row.published.start if row.published else "9999"


def _corrections(
    engine: Engine, article: str, decided: Sequence[Judgement], wanted: str
) -> Iterator[tuple[str, Said | None]]:
    """Yield the statements of an article that people corrected, None for what is not in a list."""
    if article not in _there(engine, [article]):
        return
    was = queries.record(engine, article)
    now = judged(was, decided)
    before, after = _parts(was), _parts(now)
    called = _caller(wanted, now)
    actors = {actor.id: actor for actor in now.actors}
    for place, statement in enumerate(now.statements):
        if before[statement.id] != after[statement.id]:
            speakers = (actors[each] for each in now.provenance[place].speakers if each in actors)
            speaker = next(filter(called, speakers), None)
            row = _row(engine, statement.id) if speaker else None
            yield statement.id, _corrected(row, now, place, speaker) if row and speaker else None
    yield from ((gone, None) for gone in before.keys() - after.keys())


def _parts(record: Record) -> dict[str, object]:
    each = zip(record.statements, record.acts, record.provenance, strict=True)
    return {its[0].id: its for its in each}


def _caller(wanted: str, record: Record) -> Callable[[Actor], bool]:
    words, text = set(wanted.split()), record.article.text
    return lambda actor: any(words <= set(each.split()) for each in actor_keys(actor, text))


def _corrected(row: Said, record: Record, place: int, speaker: Actor) -> Said:
    statement, text = record.statements[place], record.article.text

    def words(spans: Spans) -> str:
        return GAP.join(span.of(text) for span in spans)

    return replace(
        row,
        statement=statement,
        source=words(statement.source),
        cue=words(statement.cue),
        content=words(statement.content),
        act=record.acts[place],
        speaker=speaker,
        speaker_score=record.provenance[place].score,
    )


def _row(engine: Engine, statement_id: str) -> Said:
    columns = (statements.c.id.label("statement_id"), statements.c.article_number)
    chosen = select(*columns, literal(0).label("speaker")).where(statements.c.id == statement_id)
    with reading(engine) as connection:
        (row,) = statement_lists.listed(connection, chosen.subquery(), None)
    return row


def _there(engine: Engine, ids: Iterable[str]) -> set[str]:
    with reading(engine) as connection:
        return set(connection.scalars(select(articles.c.id).where(articles.c.id.in_(list(ids)))))
