"""What judgements are anchored in, by the names that lists print."""

import re
from typing import Any

from sayso.errors import UsageError
from sayso.fitting import as_object
from sayso.gather.claims import only
from sayso.judgements import Anchor
from sayso.records import Span
from sayso.store import Store

# A place in an article: "3f9a01234567@44-148", and as lists print it "3f9a01234567 44-148, 150-9".
_PLACE = re.compile(r"(.+?)\s*[@ ]\s*(\d{1,9})-(\d{1,9})(?:,\s*\d{1,9}-\d{1,9})*")
_WHOLE = re.compile(r"sha256:[0-9a-f]{64}")
_ROOMS = {"cl_": "claims", "qu_": "quotations", "st_": "claims"}


def anchor_of(store: Store, name: str) -> Anchor:
    """Return the anchor of whatever a name stands for.

    That is a statement, a claim or a quotation (then its earliest statement) or an entity (its
    first actor), each by its id or how it begins, an actor (article/a1), a place or a statement by
    where it stands (article@49-55), or an article.

    Raises UsageError where it stands for nothing, or for several.
    """
    name = name.strip()
    if name.startswith("en_"):
        return _of_entity(store, name)
    if name[:3] in _ROOMS:
        return _of_statement(store, name)
    if place := _PLACE.fullmatch(name):
        return _at(store, place[1], Span(int(place[2]), int(place[3])))
    of, _, actor_id = name.rpartition("/")
    if not of or not re.fullmatch(r"a\d+", actor_id):
        return Anchor(store.article(name).id)
    article = store.article(of).id
    actor = next((each for each in store.record(article).actors if each.id == actor_id), None)
    if actor is None or not actor.mentions:
        raise UsageError(f"{name}: the article has no such actor")
    return Anchor.of_actor(article, actor)


def named_anchor(store: Store, given: Any) -> Any:
    """Return an anchor of a file in the form of the contract: a name, or one with a short id.

    What is neither comes back as it is; an article that the record does not hold stays.
    """
    if isinstance(given, str):
        return as_object(anchor_of(store, given))
    if not isinstance(given, dict) or not isinstance(given.get("article"), str):
        return given
    name = given["article"]
    known = None if _WHOLE.fullmatch(name) else store.find(name)
    return given | {"article": known.id} if known else given


def _of_entity(store: Store, name: str) -> Anchor:
    (its,) = store.entities([only(store, "entities", name)])
    article, actor_id = its.actors[0]
    return anchor_of(store, f"{article}/{actor_id}")


def _of_statement(store: Store, name: str) -> Anchor:
    if re.fullmatch(r"st_[0-9a-f]{16}", name):
        return Anchor.of(*store.statement(name))
    room = _ROOMS[name[:3]]
    if name.startswith("st_"):
        raise UsageError(f"{name}: the id of a statement has 16 digits")
    (its,) = (store.claims if room == "claims" else store.quotations)([only(store, room, name)])
    return Anchor.of(*store.statement(its.statements[0]))


def _at(store: Store, of: str, span: Span) -> Anchor:
    """Return the anchor of a mention of a place, or of the statement whose content begins there."""
    record = store.record(store.article(of).id)
    if any(place.mention == span for place in record.places):
        return Anchor(record.article.id, "place", span)
    fitting = [each for each in record.statements if span in each.content]
    if len(fitting) != 1:
        at = f"{of}@{span.start}-{span.end}"
        raise UsageError(f"{at}: the article has no such place or statement")
    return Anchor.of(record.article.id, fitting[0])
