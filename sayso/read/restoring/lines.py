"""A line of `sayso export jsonl` -> the article with all that was on the record of it.

Nothing in it is believed: ids are computed again, and spans must stand in the text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sayso.errors import ReadError
from sayso.exported import Exported
from sayso.judgements import Judgement
from sayso.packing import all_of, made
from sayso.records import (
    ACTOR_TYPES,
    ACTS,
    KINDS,
    LINK_KINDS,
    MODALITIES,
    SAID,
    Act,
    Actor,
    Article,
    Location,
    ModelInfo,
    Place,
    Provenance,
    Quantity,
    Record,
    Sighting,
    Span,
    Statement,
    Timex,
    statement_id,
)

Form = Mapping[str, Any]

_OWN = ("read_at", "title")  # of a sighting or an article each
_WORDS = {"act": ACTS, "polarity": ("pos", "neg"), "modality": MODALITIES, "said": SAID}


def is_exported(given: Form) -> bool:
    """Tell whether what a line holds is an article with all that is on the record of it."""
    return all(isinstance(given.get(name), dict) for name in ("article", "model")) and isinstance(
        given.get("statements"), list
    )


def restored(given: Form, source: str) -> Exported:
    """Return what was exported.

    Raises ReadError, of the kind "record", where it is not what an export writes, and of the kind
    "partial" where filters left statements out of it.
    """
    if left := given.get("left_out"):
        message = f"{left} statements of it were left out: export it without filters to read it"
        raise ReadError(source, "partial", message)
    try:
        exported = _exported(given)
        _check(exported)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        message = f"is not a record as export writes it: {reason}"
        raise ReadError(source, "record", message) from None
    return exported


def _exported(given: Form) -> Exported:
    form, reading = given["article"], given.get("reading") or {}
    concluded_of = reading.get("concluded") or []
    sightings = tuple(
        replace(_value(each, Sighting), concluded=_value(its, tuple[str, ...]))
        for each, its in zip(form["sightings"], _padded(concluded_of, form["sightings"]),
                             strict=True)
    )  # fmt: skip
    seen = sightings[reading.get("sighting") or 0]
    article = replace(
        _value(form, Article),
        title_span=_value(reading.get("title_span"), Span | None),
        skips=_value(reading.get("skips") or [], tuple[Span, ...]),
        **{f.name: getattr(seen, f.name) for f in fields(Sighting) if f.name not in _OWN},
    )
    if form.get("id") != article.id:
        raise ValueError("article.id is not the hash of its text")
    record = _record(article, {**given, **(given.get("concluded") or {})})
    decided = tuple(made(each, Judgement) for each in given.get("judgements") or ())
    if any(each.subject.article != article.id for each in decided):
        raise ValueError("a judgement is about another article")
    ids = tuple(statement.id for statement in record.statements)
    return Exported(record, record, sightings, ids, decided)


def _padded(words: list[Any], others: list[Any]) -> list[Any]:
    return [*words, *([[]] * (len(others) - len(words)))]


def _record(article: Article, given: Form) -> Record:
    stated = given["statements"]
    return Record(
        article=article,
        statements=tuple(_value(each, Statement) for each in stated),
        acts=tuple(map(_act, stated)),
        provenance=tuple(map(_provenance, stated)),
        actors=_value(given["actors"], tuple[Actor, ...]),
        places=tuple(map(_place, given["places"])),
        times=_value(given["times"], tuple[Timex, ...]),
        model=_value(given["model"], ModelInfo),
        quantities=_value(given.get("quantities") or [], tuple[Quantity, ...]),
    )


def _act(given: Form) -> Act:
    for name, words in _WORDS.items():
        if given.get(name, "yes") not in words:
            raise ValueError(f"{name} is none of {', '.join(words)}")
    act: Act = _value({**given, "name": given["act"], "why": given["act_why"]}, Act)
    return act


def _provenance(given: Form) -> Provenance:
    channel = given["channel"]
    form = {
        **given,
        "score": given["speaker_score"],
        "links": given["chain"],
        "channel": channel["span"] if channel else None,
        "why": given["speaker_why"],
    }
    provenance: Provenance = _value(form, Provenance)
    return provenance


def _place(given: Form) -> Place:
    place: Place = _value({**given, "location": {}}, Place)
    return replace(place, location=_value(given, Location))


def _value(data: Any, type_: Any) -> Any:
    """Return the value of a type whose form in the contract is given: null is an empty word."""
    return made(_plain(data, type_), type_)


def _plain(data: Any, type_: Any) -> Any:
    """Return the plain form of a value of a type, without fields that the type has not."""
    if type_ is str:
        return "" if data is None else data
    if isinstance(type_, UnionType):
        inner = next(each for each in get_args(type_) if each is not type(None))
        return None if data is None else (data if inner is str else _plain(data, inner))
    if get_origin(type_) is tuple and isinstance(data, list):
        inner = get_args(type_)[0]
        return [_plain(each, inner) for each in data]
    if is_dataclass(type_) and isinstance(data, Mapping):
        hints = get_type_hints(type_)
        return {name: _plain(data[name], hint) for name, hint in hints.items() if name in data}
    return data


def _check(exported: Exported) -> None:
    """Raise ValueError where parts of a record do not belong together."""
    record, text = exported.record, exported.article.text
    for span in all_of(Span, record):
        if not 0 <= span.start <= span.end <= len(text):
            raise ValueError(f"the span {list(span)} is not in the text")
    ids = [statement.id for statement in record.statements]
    if len({*ids}) < len(ids):
        raise ValueError("two statements have one id")
    for each in record.statements:
        parts = (each.source, each.cue, each.content)
        if not each.content or each.kind not in KINDS:
            raise ValueError(f"the statement {each.id} has no content or no kind")
        if each.id != statement_id(record.article.id, parts):
            raise ValueError(f"the id {each.id!r} is not that of its spans")
    known = {actor.id for actor in record.actors}
    named = {name for each in record.provenance for name in _named(each)}
    named |= {actor.of for actor in record.actors if actor.of}
    if len(known) < len(record.actors) or named - known:
        raise ValueError(f"no actor, or two, have the id {min(named - known, default='')!r}")
    if any(actor.type not in ACTOR_TYPES for actor in record.actors):
        raise ValueError(f"the type of an actor is none of {', '.join(ACTOR_TYPES)}")
    kinds = {link.kind for each in record.provenance for link in each.links}
    if kinds - {*LINK_KINDS}:
        raise ValueError(f"the kind of a link is none of {', '.join(LINK_KINDS)}")


def _named(provenance: Provenance) -> Iterator[str]:
    yield from provenance.speakers
    yield from (link.actor for link in provenance.links)
    if provenance.addressee:
        yield provenance.addressee
