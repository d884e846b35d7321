"""Record -> all that a person reads of one article, as plain values without markup."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.records import Record, Sighting, Span
from sayso.view.actors import ActorView, actor_views
from sayso.view.articles import ArticleView, article_view
from sayso.view.characters import one_line
from sayso.view.doubt import MEANING
from sayso.view.layout import Block, Note, blocks
from sayso.view.places import PlaceView, place_views
from sayso.view.statements import StatementView, statement_views
from sayso.view.times import TimeView, time_views


@dataclass(frozen=True, slots=True)
class RecordView:
    """One article's text in pieces, and what stands in it: statements, actors, places, times."""

    article: ArticleView
    blocks: tuple[Block, ...]
    statements: tuple[StatementView, ...]
    actors: tuple[ActorView, ...]
    places: tuple[PlaceView, ...]
    times: tuple[TimeView, ...]
    model: str

    @property
    def meaning(self) -> str:
        """Return what "doubtful" means, where anything is so marked."""
        marked = any(s.doubts for s in self.statements) or any(p.doubt for p in self.places)
        return MEANING if marked else ""


def record_view(
    record: Record, sightings: Sequence[Sighting] = (), passages: Iterable[Span] = ()
) -> RecordView:
    """Return a record as people read it; `sightings` are all the places where the text was seen.

    The text is cut at `passages` too, so that something may lead to each.
    """
    statements, actors = statement_views(record), actor_views(record)
    places, times = place_views(record), time_views(record)
    pointed_at = (*passages, *_by_statements(statements), *_by_entries((*actors, *places, *times)))
    notes = [Note(span, "place", place.number) for place in places for span in place.spans]
    notes += [Note(span, "time", time.number) for time in times for span in time.spans]
    notes += [Note(span, "words") for span in dict.fromkeys(pointed_at)]
    return RecordView(
        article=article_view(record.article, sightings),
        blocks=tuple(blocks(record, notes)),
        statements=statements,
        actors=actors,
        places=places,
        times=times,
        model=one_line(f"{record.model.name} {record.model.version}"),
    )


def _by_statements(statements: Iterable[StatementView]) -> Iterator[Span]:
    """Yield the words that statements rest on, beside their own parts."""
    for statement in statements:
        yield from (step.span for step in statement.chain)
        remarks = (statement.act.condition, statement.channel, statement.said_at)
        yield from (remark.span for remark in remarks if remark)


def _by_entries(entries: Iterable[ActorView | PlaceView | TimeView]) -> Iterator[Span]:
    """Yield the words that speak of an actor, a place or a time, as far as they are listed."""
    for entry in entries:
        yield from entry.mentions.spans
        if isinstance(entry, ActorView) and entry.no_name:
            yield entry.no_name.span
