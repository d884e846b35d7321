"""Who spoke in new articles -> changes of position that they bring."""

from collections.abc import Iterable, Iterator

from sayso.gather.charts.timeline import STANCE_ACTS
from sayso.gather.positions import stands
from sayso.linked import Entity, Position, Stance, Turn
from sayso.store import Asked, Voice
from sayso.store.watching import Fact
from sayso.view.characters import one_line
from sayso.watch.noticing.claims import New
from sayso.watch.noticing.events import Event, in_short, outlet

TURN = "turn"
_NEWEST = 1000  # statements of somebody, the newest, in which stances are looked for
_STANCES = 240


def of_speakers(new: New, entities: Iterable[Entity]) -> Iterator[tuple[list[Event], list[Fact]]]:
    """Yield the changes of the positions of some, each of it once."""
    for entity in entities:
        yield from _of_speaker(new, entity)


def _of_speaker(new: New, entity: Entity) -> Iterator[tuple[list[Event], list[Fact]]]:
    rows = new.store.charted(Asked(who=entity.id), most=_NEWEST).rows
    ids = [row.id for row in rows if row.act in STANCE_ACTS][:_STANCES]
    said = tuple(new.store.given(ids))
    its = stands(new.store, Voice(entity, said, len(said)))
    article_of = {each.statement.id: each.article_id for each in said}
    for position, turn in ((each, turn) for each in its.positions for turn in each.turns):
        now = article_of[turn.now]
        if {now, article_of[turn.was]} & set(new.articles) and not new.old([now]):
            known = new.store.alerts.known(TURN, [turn.now])
            yield ([] if known else [_event(new, entity, position, turn)]), [Fact(TURN, turn.now)]


def _event(new: New, entity: Entity, position: Position, turn: Turn) -> Event:
    stance: dict[str, Stance] = {each.statement: each for each in position.stances}
    was, now = stance[turn.was], stance[turn.now]
    said = {each.statement.id: each for each in new.store.given([turn.now, turn.was])}
    proof = [said[each] for each in (turn.now, turn.was) if each in said]
    name, topic = one_line(entity.name), ", ".join(map(one_line, position.topic[:3]))
    return Event(
        kind=TURN,
        anchors=(turn.now,),
        words=f"{name} changed position on {topic}: {one_line(turn.why)}",
        why=one_line(turn.why),
        article=now.article,
        said=proof,
        lines=(
            f"before, {was.date or 'undated'}: {was.kind} {in_short(was.words)}",
            f"now, {now.date or 'undated'}: {now.kind} {in_short(now.words)}",
        ),
        outlet=outlet(proof[0]) if proof else one_line(now.publisher),
        url=proof[0].url if proof else "",
        facts={
            "entity": {"id": entity.id, "name": entity.name},
            "topic": list(position.topic),
            "was": was.to_json(),
            "now": now.to_json(),
        },
    )
