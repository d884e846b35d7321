"""Actors of a record -> who they are, in which statements they speak, and which they pass on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sayso.records import Actor, Record, Unnamed
from sayso.view.characters import one_line
from sayso.view.mentions import Mentions, mentions
from sayso.view.words import Remark

_MANY = {"": "", "1": "", "some": "more than one"}


class ActorName(NamedTuple):
    """An actor as named beside a statement; `number` counts the record's actors from 1."""

    number: int
    name: str
    unnamed: bool


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor as people read it.

    `speaks` and `passes_on` are numbers of statements, from 1. `details` are what the text tells
    of somebody unnamed, and `no_name` is the reason that it gives for that.
    """

    number: int
    name: str
    type: str
    roles: tuple[str, ...]
    of: ActorName | None
    speaks: tuple[int, ...]
    passes_on: tuple[int, ...]
    mentions: Mentions
    details: tuple[str, ...]
    no_name: Remark | None
    why: str

    @property
    def unnamed(self) -> bool:
        """Tell whether the name is a mere description."""
        return self.type == "unnamed"


def actor_names(record: Record) -> dict[str, ActorName]:
    """Return the names of the record's actors by their ids."""
    return {
        actor.id: ActorName(n, one_line(actor.name), actor.type == "unnamed")
        for n, actor in enumerate(record.actors, 1)
    }


def actor_views(record: Record) -> tuple[ActorView, ...]:
    """Return the actors: those who speak, those who only pass on, and the others."""
    names = actor_names(record)
    speaks = _statements_of(each.speakers for each in record.provenance)
    passes = _statements_of([link.actor for link in each.links] for each in record.provenance)
    text, none = record.article.text, ()
    views = (
        _actor(text, actor, names, speaks.get(actor.id, none), passes.get(actor.id, none))
        for actor in record.actors
    )
    return tuple(sorted(views, key=lambda v: (not v.speaks, not v.speaks and not v.passes_on)))


def _statements_of(actors: Iterable[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    """Return, for each id, the numbers of the statements whose actors hold it."""
    numbers: dict[str, tuple[int, ...]] = {}
    for number, ids in enumerate(actors, 1):
        for each in dict.fromkeys(ids):
            numbers[each] = (*numbers.get(each, ()), number)
    return numbers


def _actor(
    text: str,
    actor: Actor,
    names: dict[str, ActorName],
    speaks: tuple[int, ...],
    passes_on: tuple[int, ...],
) -> ActorView:
    about = actor.unnamed
    reason = about.reason if about else None
    return ActorView(
        number=names[actor.id].number,
        name=names[actor.id].name,
        type=actor.type,
        roles=tuple(one_line(role.text) for role in actor.roles),
        of=names.get(actor.of),
        speaks=speaks,
        passes_on=passes_on,
        mentions=mentions(text, ((span, "") for span in actor.mentions)),
        details=tuple(_details(about)) if about else (),
        no_name=Remark(one_line(reason.of(text)), reason) if reason else None,
        why=one_line(actor.why),
    )


def _details(about: Unnamed) -> Iterator[str]:
    """Yield how many somebody unnamed is, with whom and where."""
    if number := _MANY.get(about.number, about.number):
        yield one_line(number)
    if about.affiliation:
        yield one_line(f"with {about.affiliation}")
    if about.place:
        yield one_line(f"in {about.place}")
