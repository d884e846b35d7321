"""A record and what people judged of its words -> the record as it holds: theirs win over rules."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from json import dumps
from typing import Any

from sayso.fitting import misfit, object_anchor
from sayso.judgements import Anchor, Judgement, attached
from sayso.records import Act, Actor, Location, Place, Provenance, Record, Span, Statement, made

CORRECTIONS = ("speaker", "not_statement", "span", "act", "place")  # what is changed within one

_JUDGED = "judged by "  # what begins the why of what people decided
# Which judgements are about the same question of two things, and which of them make one of both.
_FAMILIES = {
    "same_entity": "entity", "different_entity": "entity", "copy": "copy", "not_copy": "copy",
    "same_claim": "claim", "different_claim": "claim", "denies": "claim",
}  # fmt: skip
_JOINING = {"same_entity", "copy", "same_claim"}


def effective(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that were not taken back, the earliest first."""
    return sorted((each for each in judgements if not each.withdrawn), key=_when)


def opposed(judgements: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    """Return by the id of each judgement those that say otherwise of the same, the earliest first.

    Those that were taken back oppose nothing.
    """
    by_thing: dict[Any, list[Judgement]] = {}
    for each in effective(judgements):
        by_thing.setdefault(_thing(each), []).append(each)
    return {one: others for its in by_thing.values() for one, others in _opposed(its) if others}


def _opposed(its: Sequence[Judgement]) -> Iterator[tuple[str, list[Judgement]]]:
    """Yield the ids of judgements on one thing, each with those that it cannot hold with.

    What all who decided alike are opposed by is looked for once: thousands may be on one thing.
    """
    decided = [_decided(each) for each in its]
    others = {
        way: [each for each, other in zip(its, decided, strict=True) if _disagree(way, other)]
        for way in set(decided)
    }
    yield from ((each.id, others[way]) for each, way in zip(its, decided, strict=True))


def _decided(judgement: Judgement) -> tuple[str, str]:
    """Return the kind of a judgement and, of a correction, what it makes of its subject."""
    is_correction = judgement.kind in CORRECTIONS
    return judgement.kind, dumps(judgement.object, sort_keys=True) if is_correction else ""


def _disagree(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether what was decided in two ways of the same thing cannot both hold."""
    if one[0] == other[0]:
        return one[1] != other[1]
    return not _JOINING.isdisjoint((one[0], other[0]))


def holds_against(one: Judgement, other: Judgement) -> bool:
    """Tell whether one of two judgements that disagree holds: the later one does."""
    return _when(one) > _when(other)


def _thing(judgement: Judgement) -> Any:
    """Return what a judgement is about: something of one kind, or two things."""
    other = object_anchor(judgement) if judgement.kind in _FAMILIES else None
    ends = frozenset(_words(each) for each in (judgement.subject, *([other] if other else [])))
    return (_FAMILIES.get(judgement.kind, judgement.kind), ends)


def _words(anchor: Anchor) -> Any:
    return (anchor.article, anchor.content or anchor.span)


def by_whom(judgement: Judgement) -> str:
    """Return who judged, when, and why, in a few words for a `why`."""
    reason = f": {judgement.why}" if judgement.why else ""
    return f"{_JUDGED}{judgement.by} on {judgement.at[:10]}{reason}"


def is_judged(why: str) -> bool:
    """Tell whether a `why` begins with who judged so: such a thing has no score."""
    return why.startswith(_JUDGED)


def judged(record: Record, judgements: Iterable[Judgement]) -> Record:
    """Return a record as people corrected it; each `why` says who did, and when.

    Of several judgements on one thing the latest wins, and those that it overrules are named.
    A statement keeps its id whatever is corrected of it; one that is none is left out. What an
    anchor does not fit any more, and an object that is no such thing, change nothing.
    """
    given = [each for each in effective(judgements) if each.kind in CORRECTIONS]
    given = [each for each in given if not misfit(each)]
    if not given:
        return record
    changes: dict[tuple[str, str], list[Judgement]] = {}
    for each in given:
        target = attached(each.subject, record)
        if isinstance(target, Statement):
            changes.setdefault((each.kind, target.id), []).append(each)
        elif isinstance(target, Place) and each.kind == "place":
            changes.setdefault((each.kind, str(record.places.index(target))), []).append(each)
    out = _Corrected.of(record)
    for (kind, target_id), theirs in changes.items():
        _CHANGES[kind](out, target_id, theirs[-1], _why(theirs))
    return out.record()


def _when(judgement: Judgement) -> tuple[str, str]:
    return judgement.at, judgement.id


def _why(judgements: Sequence[Judgement]) -> str:
    """Return the why of the latest; those that decided otherwise are named."""
    *others, latest = judgements
    against = [by_whom(each) for each in others if each.object != latest.object]
    return by_whom(latest) + (f" (against what was {'; '.join(against)})" if against else "")


@dataclass(slots=True)
class _Corrected:
    """A record while it is corrected: its parts, by the ids of its statements."""

    source: Record
    statements: dict[str, Statement]
    acts: dict[str, Act]
    provenance: dict[str, Provenance]
    actors: list[Actor]
    places: list[Place]

    @classmethod
    def of(cls, record: Record) -> "_Corrected":
        ids = [each.id for each in record.statements]
        return cls(
            record,
            dict(zip(ids, record.statements, strict=True)),
            dict(zip(ids, record.acts, strict=True)),
            dict(zip(ids, record.provenance, strict=True)),
            list(record.actors),
            list(record.places),
        )

    def record(self) -> Record:
        return replace(
            self.source,
            statements=tuple(self.statements.values()),
            acts=tuple(self.acts[i] for i in self.statements),
            provenance=tuple(self.provenance[i] for i in self.statements),
            actors=tuple(self.actors),
            places=tuple(self.places),
        )


def _speaker(out: _Corrected, target: str, judgement: Judgement, why: str) -> None:
    actor = _actor(out, judgement)
    if actor is not None:
        said = replace(out.provenance[target], speakers=(actor,), score=1.0, why=why)
        out.provenance[target] = said


def _actor(out: _Corrected, judgement: Judgement) -> str | None:
    """Return the id of the actor that a judgement names: by words, or by a name."""
    anchor = object_anchor(judgement)
    target = attached(anchor, out.source) if anchor else None
    if isinstance(target, Actor):
        return target.id
    name = judgement.object.get("name")
    if not isinstance(name, str) or not name:
        return None
    known = [each.id for each in out.actors if each.name.lower() == name.lower()]
    if not known:
        type_ = judgement.object.get("type", "person")
        new = f"a{len(out.actors) + 1}"
        out.actors.append(Actor(new, name, type_, (), (), "", None, by_whom(judgement)))
        return new
    return known[0]


def _not_statement(out: _Corrected, target: str, judgement: Judgement, why: str) -> None:
    del judgement, why
    del out.statements[target]


def _span(out: _Corrected, target: str, judgement: Judgement, why: str) -> None:
    if target not in out.statements:
        return
    length = len(out.source.article.text)
    parts: dict[str, Any] = {}
    for role in ("source", "cue", "content"):
        spans = _spans(judgement.object.get(role, ()), length)
        if spans is not None and role in judgement.object:
            parts[role] = spans
    if parts:
        out.statements[target] = replace(out.statements[target], **parts, why=why, score=1.0)


def _spans(data: Any, length: int) -> tuple[Span, ...] | None:
    """Return spans in the order of a text, None where they run out of it."""
    spans = tuple(sorted(made(data, tuple[Span, ...])))
    return spans if all(each.end <= length for each in spans) else None


def _act(out: _Corrected, target: str, judgement: Judgement, why: str) -> None:
    act, object_ = out.acts[target], judgement.object
    polarity = object_.get("polarity", act.polarity)
    out.acts[target] = replace(act, name=object_["act"], polarity=polarity, why=why)


def _place(out: _Corrected, target: str, judgement: Judgement, why: str) -> None:
    place = out.places[int(target)]
    given = {name: value for name, value in judgement.object.items() if value is not None}
    location = made(given, Location)
    out.places[int(target)] = replace(place, location=location, score=1.0, why=why)


_CHANGES: Mapping[str, Callable[[_Corrected, str, Judgement, str], None]] = {
    "speaker": _speaker,
    "span": _span,
    "act": _act,
    "place": _place,
    "not_statement": _not_statement,
}
