"""Actors of a record -> who they are, in which statements they speak, and which they pass on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sayso.records import SAID, Actor, Record, Unnamed
from sayso.view.characters import one_line
from sayso.view.doubt import doubts
from sayso.view.mentions import Mentions, mentions
from sayso.view.words import UNSAID, Remark

_MANY = {"": "", "1": "", "some": "more than one"}


class ActorName(NamedTuple):
    """An actor as named beside a statement; `number` counts the record's actors from 1."""

    number: int
    name: str
    unnamed: bool


class Unsaid(NamedTuple):
    """Statements that the text does not tell to have been said: how that reads, and which."""

    words: str
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor as people read it.

    `speaks` and `passes_on` are numbers of statements that were said, from 1, and `doubtful` those
    of which it is doubtful that they were, or who spoke; `unsaid` are those that were not said and
    whose speaker this would be. `details` are what the text tells
    of somebody unnamed, and `no_name` is the reason that it gives for that.
    """

    number: int
    name: str
    type: str
    roles: tuple[str, ...]
    of: ActorName | None
    speaks: tuple[int, ...]
    doubtful: tuple[int, ...]
    passes_on: tuple[int, ...]
    unsaid: tuple[Unsaid, ...]
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
    names, shares, doubtful = actor_names(record), _shares(record), _doubtful(record)
    views = (
        _actor(record.article.text, actor, names, shares.get(actor.id, _NONE), doubtful)
        for actor in record.actors
    )
    return tuple(sorted(views, key=lambda v: (not v.speaks, not v.speaks and not v.passes_on)))


class _Share(NamedTuple):
    """The statements that an actor makes, those that it passes on, and those that were not said."""

    speaks: tuple[int, ...] = ()
    passes_on: tuple[int, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()


_NONE = _Share()


def _shares(record: Record) -> dict[str, _Share]:
    """Return the part that actors have in the statements, by their ids."""
    each = list(zip(record.acts, record.provenance, strict=True))
    speaking = {
        said: _statements_of((from_.speakers if act.said == said else ()) for act, from_ in each)
        for said in SAID
    }
    passing = _statements_of(
        [link.actor for link in from_.links] if act.said == "yes" else () for act, from_ in each
    )
    ids = {actor for numbers in (*speaking.values(), passing) for actor in numbers}
    return {
        actor: _Share(
            speaking["yes"].get(actor, ()),
            passing.get(actor, ()),
            tuple(
                Unsaid(words, speaking[said][actor])
                for said, words in UNSAID.items()
                if actor in speaking[said]
            ),
        )
        for actor in ids
    }


def _doubtful(record: Record) -> frozenset[int]:
    """Return the numbers of the statements of which something is doubtful."""
    each = zip(record.statements, record.provenance, strict=True)
    return frozenset(number for number, pair in enumerate(each, 1) if doubts(*pair))


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
    share: _Share,
    doubtful: frozenset[int],
) -> ActorView:
    about = actor.unnamed
    reason = about.reason if about else None
    return ActorView(
        number=names[actor.id].number,
        name=names[actor.id].name,
        type=actor.type,
        roles=tuple(one_line(role.text) for role in actor.roles),
        of=names.get(actor.of),
        speaks=share.speaks,
        doubtful=tuple(number for number in share.speaks if number in doubtful),
        passes_on=share.passes_on,
        unsaid=share.unsaid,
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
