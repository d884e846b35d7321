"""Somebody -> all that his page shows: where he stands, when, whom he answers, and what he says.

What he says comes a page at a time, the newest first. How much of it the rest looks at is bounded,
so that whoever says most has a page as fast as others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.gather.charts.entities import charted, of_entity
from sayso.gather.charts.timeline import STANCE_ACTS
from sayso.gather.claims import only
from sayso.gather.facing import Faced, faced
from sayso.gather.lists import names
from sayso.gather.positions import Stands, stands
from sayso.linked import Entity
from sayso.store import Charted, Said, Store, Voice
from sayso.view.across.standing import Stood, stood
from sayso.view.across.voices import VoiceView, voice_view
from sayso.view.charts.timeline import Timeline

_STANCES = 150  # statements, the newest that take one, that tell what positions somebody has


@dataclass(frozen=True, slots=True)
class EntityGathered:
    """Somebody with a page of what he says; `more` stand behind it, older ones still if `cut`."""

    entity: Entity
    said: Sequence[Said]
    view: VoiceView
    stands: Stands
    stood: Stood
    timeline: Timeline
    between: Faced
    more: int
    cut: bool

    def to_json(self) -> dict[str, Any]:
        """Return the entity in the form of the contract, with all that its page shows."""
        said = [each.to_json() for each in self.said]
        wants = [each.to_json() for each in self.stands.positions]
        more = {"said": said, "positions": wants, "timeline": self.timeline.to_json()}
        return self.entity.to_json() | more | self.between.to_json()


def whole(store: Store, name: str, *, limit: int, skip: int) -> EntityGathered:
    """Return whom an id, or how it begins, stands for, and of what he says one page.

    The entity comes without its actors, of which there may be very many.
    """
    (its,) = store.entities([only(store, "entities", name)], actors=False)
    newest = charted(store, its.id)
    page = store.spoken(its.id, [row.id for row in newest.rows[skip : skip + limit]])
    standing = _stands(store, its, newest)
    claims = store.belonging("claims", {s.statement for p in standing.positions for s in p.stances})
    return EntityGathered(
        entity=its,
        said=page,
        view=_view(store, its, newest, page),
        stands=standing,
        stood=stood(standing.positions, claims),
        timeline=of_entity(its.id, newest.rows, standing.positions),
        between=faced(store, its.id, newest.rows),
        more=max(0, len(newest.rows) - skip - len(page)),
        cut=newest.cut,
    )


def _stands(store: Store, entity: Entity, newest: Charted) -> Stands:
    """Return where somebody stands, by the newest of his statements that take a stance."""
    ids = [row.id for row in newest.rows if row.act in STANCE_ACTS]
    said = tuple(store.given(ids[:_STANCES]))
    return stands(store, Voice(entity, said, len(said)))


def _view(store: Store, entity: Entity, newest: Charted, page: Sequence[Said]) -> VoiceView:
    total, articles = len(newest.rows), len({row.article for row in newest.rows})
    if newest.cut:  # of what is not looked at the record knows how much it is
        sizes: Mapping[str, Any] = store.heads([entity.id])
        total, articles = sizes[entity.id].said, sizes[entity.id].spoken
    voice = Voice(entity, tuple(page), total)
    view = voice_view(voice, names(store, [entity.of]), articles=articles)
    return replace(view, more=0)  # the pages of the list tell it
