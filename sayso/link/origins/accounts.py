"""A record's statements -> how its article knows what they say: the sources that it gives.

A source has keys; two statements whose sources share one go back to the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.english.names import folded, unowned
from sayso.english.pronouns import is_pronoun
from sayso.english.stems import stem
from sayso.english.tables import listed
from sayso.link.copies.outlets import is_known, outlet_of
from sayso.link.entities.lands import parted
from sayso.link.origins.speaking import (
    BODY,
    DATA,
    STATE,
    body,
    body_keys,
    is_first_land,
    is_of_land,
    land_key,
    spoken,
    state,
)
from sayso.records import CARRIER_KINDS, Actor, Link, Provenance, Record, Spans

UNKNOWN = f"{STATE}?"  # what a land that no table knows is known by starts with
KINDS = ("speaker", "carrier", "outlet")  # of sources, the most telling first
PERSON, OUTLET = "person:", "outlet:"  # what keys by name start with
_CREDITS = ("dateline", "credit", "byline")


@dataclass(frozen=True, slots=True)
class Source:
    """Who a statement goes back to: its `kind` is one of `KINDS`, `name` as it is shown.

    `keys` are what it is known by, those of whom it speaks for behind its own; `role` are words of
    the office by which a person speaks for them, empty where none tells. It is `firm` where the
    article tells who that is: a name, a body, a country's officials, an outlet's own people; "a
    source" may be anybody, and so may whoever stands behind what an article says in its own voice.
    """

    kind: str
    name: str
    keys: tuple[str, ...]
    firm: bool = True
    role: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """How an article knows what one of its statements says: what is kept of each.

    `owner` is whose text the article is: an agency that it credits, or its outlet. `among` are the
    outlets that print the text where nothing tells which of them was first.
    """

    outlet: str
    owner: str
    content: Spans
    sources: tuple[Source, ...]
    among: tuple[str, ...] = ()

    @property
    def outlets(self) -> tuple[str, ...]:
        """Return whose text it is, or may be."""
        its = self.among if self.owner == self.outlet else ()
        return its or tuple(filter(None, (self.owner or self.outlet,)))


@dataclass(frozen=True, slots=True)
class Account:
    """One statement of a claim: how its article knows it, and what it has in common with others.

    `order` puts accounts in the order of appearing. `utterance` is what tells the quotation that
    it belongs to from others, `speakers` likewise the entities that speak; empty where unknown.
    """

    statement: str
    article: str
    order: tuple[str, str, int]
    telling: Telling
    utterance: str = ""
    speakers: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return whom the statement goes back to."""
        return self.telling.sources

    @property
    def firm(self) -> bool:
        """Tell whether the article tells who stands behind what it says."""
        return any(source.firm for source in self.sources)


def tellings(record: Record, outlets: Sequence[str] = ()) -> tuple[Telling, ...]:
    """Return how an article knows each of its statements, in their order.

    `outlets` are those that may have printed it first, where that is known of none.
    """
    who = _Sources(record)
    sources = [
        tuple(dict.fromkeys(who.of(provenance, statement.kind)))
        for statement, provenance in zip(record.statements, record.provenance, strict=True)
    ]
    place = {statement.id: number for number, statement in enumerate(record.statements)}
    outer = [place.get(provenance.reports) for provenance in record.provenance]
    among = tuple(outlets) if len({outlet_key(each) for each in outlets}) > 1 else ()
    return tuple(
        Telling(
            outlet=record.article.publisher,
            owner=who.owner,
            content=statement.content,
            sources=its if n is None else _through(its, sources[n]),
            among=among,
        )
        for statement, its, n in zip(record.statements, sources, outer, strict=True)
    )


def _through(inner: Sequence[Source], outer: Sequence[Source]) -> tuple[Source, ...]:
    """Return the sources of a report in a report: who tells it is where the article has it from."""
    keys = tuple(key for each in outer if each.kind == "speaker" for key in each.keys)
    return tuple(
        replace(each, keys=tuple(dict.fromkeys((*each.keys, *keys)))) if each.keys else each
        for each in inner
    )


def outlet_key(name: str) -> str:
    """Return what an outlet is known by: its owner where that has several, else its name."""
    outlet = outlet_of(name)
    return OUTLET + folded(outlet.owner or outlet.name)


class _Sources:
    """The actors of one record as sources."""

    def __init__(self, record: Record) -> None:
        self._actors = {actor.id: actor for actor in record.actors}
        self._outlet = record.article.publisher
        self._text = record.article.text
        self._byline = {folded(name) for name in record.article.byline}
        self.owner = self._owner(record)

    def of(self, provenance: Provenance, kind: str) -> Iterator[Source]:
        """Yield whom a statement of some kind goes back to."""
        speakers = [self._actors[each] for each in provenance.speakers if each in self._actors]
        carriers = list(self._carriers(provenance.links))
        for speaker in speakers:
            yield from self._speaker(speaker, carriers, kind)
        if not speakers:
            yield from carriers or [self._own()]

    def _owner(self, record: Record) -> str:
        """Return whose text the article is."""
        links = {link for each in record.provenance for link in each.links}
        for link in sorted(links, key=lambda link: (link.span, link.kind)):
            actor = self._actors.get(link.actor)
            if link.kind in _CREDITS and actor and outlet_of(actor.name).supplies:
                return outlet_of(actor.name).name
        return self._outlet

    def _carriers(self, links: tuple[Link, ...]) -> Iterator[Source]:
        for link in links:
            actor = self._actors.get(link.actor)
            if actor is not None and link.kind in CARRIER_KINDS and _is_named(actor):
                name = outlet_of(actor.name).name
                yield Source("carrier", name, (outlet_key(name),))

    def _own(self) -> Source:
        keys = (outlet_key(self.owner),) if self.owner else ()
        return Source("outlet", self.owner, keys, firm=False)

    def _speaker(self, actor: Actor, carriers: list[Source], kind: str) -> Iterator[Source]:
        above = self._actors.get(actor.of)
        if outlet := self._voice(actor, above):
            own = outlet_key(outlet) in (outlet_key(self._outlet), outlet_key(self.owner))
            keys = (outlet_key(outlet),)
            # A turn of a transcript is the outlet's own voice, and gives no source.
            firm = not own or kind != "direct"
            yield Source("outlet" if own else "carrier", outlet, keys, firm)
        elif actor.type == "unnamed":
            yield self._unnamed(actor, above, carriers)
        elif actor.type != "document" and (_is_proper(actor.name) or _state(actor)):
            yield self._known(actor, above)
        elif above and _is_proper(above.name):
            yield self._known(above, None)
        else:
            yield self._anybody(actor, carriers)

    def _voice(self, actor: Actor, above: Actor | None) -> str:
        """Return the outlet in whose voice an actor speaks: itself, or one of its people."""
        own = {outlet_key(name) for name in (self._outlet, self.owner) if name}
        for each in (actor, above):
            named = each is not None and _is_named(each)
            if each and named and (is_known(each.name) or outlet_key(each.name) in own):
                return outlet_of(each.name).name
        return self._outlet if folded(actor.name) in self._byline else ""

    def _unnamed(self, actor: Actor, above: Actor | None, carriers: list[Source]) -> Source:
        """Return who an unnamed source is: the body that it speaks for, a country's, or anybody."""
        unnamed = actor.unnamed
        noun = unnamed.kind.lower() if unnamed else ""
        of = above if above and _is_named(above) else None
        if noun in listed(DATA, "mouthpieces") and of:
            return self._known(of, None)
        place = (unnamed.affiliation or unnamed.place) if unnamed else ""
        place = place or (of.name if of else "")
        if not place or (noun not in listed(DATA, "anybody") | listed(DATA, "mouthpieces")):
            key = _state_of_unnamed(actor.name)
            return Source("speaker", actor.name, (key,)) if key else self._anybody(actor, carriers)
        if (key := state(place)) and not key.startswith(UNKNOWN):
            return Source("speaker", actor.name, (key,))
        return Source("speaker", place, (body(place),))

    def _anybody(self, actor: Actor, carriers: list[Source]) -> Source:
        """Return somebody of whom no more is known than what he is called, and through whom."""
        keys = [key for source in carriers for key in source.keys]
        noun = actor.unnamed.kind.lower() if actor.unnamed else ""
        names = _names_in(actor.name)
        if names or noun not in listed(DATA, "anybody"):
            keys.append(_described(names or noun or actor.name))
        return Source("speaker", actor.name, tuple(keys), firm=bool(carriers))

    def _known(self, actor: Actor, above: Actor | None) -> Source:
        """Return somebody who is told, with what he is known by, and whom he speaks for."""
        if actor.type != "person" or _state(actor):
            its = tuple(body_keys(actor, self._text))
            over = body_keys(above, self._text) if above and _is_body(above) else ()
            land = (land_key(actor.name),) if its and its[0].startswith(BODY) else ()
            keys = dict.fromkeys(filter(None, (*its, *over, *land)))
            return Source("speaker", actor.name, tuple(keys))
        bodies = tuple(spoken(actor, above if _is_body(above) else None, self._text))
        land = () if actor.roles or actor.of else (land_key(actor.name),)
        own = (PERSON + unowned(actor.name), *(each.key for each in bodies), *land)
        keys = dict.fromkeys(filter(None, own))
        role = next((each.role for each in bodies if each.role), "")
        return Source("speaker", actor.name, tuple(keys), role=role)


def _is_body(actor: Actor | None) -> bool:
    return (
        actor is not None
        and actor.type != "person"
        and (_is_proper(actor.name) or bool(_state(actor)))
    )


def _is_named(actor: Actor) -> bool:
    return any(c.isupper() for c in actor.name) and not is_pronoun(actor.name)


def _is_proper(name: str) -> bool:
    """Tell whether a name is more than a description that holds one: "the Swedish company"."""
    last = unowned(name).split()[-1:]
    return not is_pronoun(name) and any(letter.isupper() for word in last for letter in word)


def _names_in(description: str) -> str:
    """Return the names in a description, those of countries aside: "Houthi" of Yemen's rebels.

    Whose somebody is stands with what he is: "Skerra's fishermen".
    """
    first, *rest = description.split()
    owner = unowned(first)
    words = unowned(" ".join(rest)).replace("’s", "").split()
    names = [word for word in words if word[0].isupper() and not parted(word)[1]]
    if not names and owner != first and owner[0].isupper():
        return " ".join((owner, *words))
    return " ".join(names)


def _state(actor: Actor) -> str:
    """Return what the state is known by of which an actor is an organ; empty for all others.

    The name of a person tells no land that no table knows.
    """
    key = state(actor.name)
    return "" if actor.type in ("person", "unnamed") and key.startswith(UNKNOWN) else key


def _state_of_unnamed(name: str) -> str:
    """Return what the state is known by whose official a description is of; empty for all others.

    Of a land that no table knows the first word must tell more than that it opens a sentence:
    "Skerra's defence minister", "Skerran officials", not "Local officials".
    """
    key = state(name)
    first = name.split()[0]
    if not key.startswith(UNKNOWN) or not is_first_land(first, key):
        return key
    return key if unowned(first) != first or is_of_land(first) else ""


def _described(name: str) -> str:
    """Return what a description is known by: its stems."""
    return "what:" + " ".join(sorted(map(stem, folded(name).split())))
