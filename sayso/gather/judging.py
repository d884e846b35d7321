"""What somebody decides, as it was written or clicked -> judgements that the record can keep."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sayso.errors import UsageError
from sayso.fitting import as_object, flaw, misfit
from sayso.gather.anchors import anchor_of, named_anchor
from sayso.gather.wording import other_words
from sayso.judgements import KINDS, Anchor, Judgement, attached
from sayso.link.rulings import ON_TWO
from sayso.moments import now
from sayso.records import Statement, made
from sayso.store import Store
from sayso.store.verbatim import MOST_NESTED, is_deeper


def decided(store: Store, kind: str, subject: str, object_: str | None) -> Judgement:
    """Return a judgement on things by the names that lists print, by nobody yet.

    Raises UsageError where a name stands for nothing, or the parts do not fit the kind.
    """
    anchor = anchor_of(store, subject)
    return Judgement(kind, anchor, _worded(store, kind, anchor, object_), "", "")


def _worded(store: Store, kind: str, anchor: Anchor, object_: str | None) -> dict[str, Any]:
    """Return the object of a judgement on what an anchor is of, as somebody words it."""
    if kind == "span" and object_ and not object_.lstrip().startswith("{"):
        return other_words(store, _statement(store, anchor), {"content": object_})
    return _object(store, kind, object_)


def _statement(store: Store, anchor: Anchor) -> str:
    """Return the id of the statement that an anchor is attached to. Raises UsageError for none."""
    its = attached(anchor, store.record(anchor.article))
    if not isinstance(its, Statement):
        raise UsageError("a span is of a statement")
    return its.id


def written(store: Store, data: Any) -> Judgement:
    """Return a judgement in the form of the contract, whose things may have names that lists print.

    Raises ValueError or UsageError where it is none.
    """
    if not isinstance(data, dict):
        raise ValueError("it is no JSON object")
    if is_deeper(data, MOST_NESTED):
        raise ValueError("it is nested too deep")
    if not isinstance(data.get("kind"), str):
        raise ValueError("its kind is no text")
    filled = {"object": {}, "by": "", "at": "", "why": ""} | _present(data)
    filled |= {name: named_anchor(store, filled.get(name)) for name in _ends(filled)}
    words = filled["object"] if isinstance(filled["object"], str) else ""
    its: Judgement = made(filled | ({"object": {}} if words else {}), Judgement)
    if words and its.kind in KINDS:  # a name, an act, the words that are said
        return replace(its, object=_worded(store, its.kind, its.subject, words))
    return its


def keep(store: Store, given: Iterable[Judgement], by: str) -> list[Judgement]:
    """Write judgements, those that were withdrawn as such; return them with who and when.

    Those of nobody are `by` whoever gives them. Raises UsageError where the parts of one do not fit
    its kind, or its article's text; then none is kept. One may be of an article that the record
    does not hold.
    """
    at = now()
    kept = [replace(each, by=each.by or by, at=each.at or at) for each in given]
    for each in kept:
        check(store, each)
    store.judge([replace(j, withdrawn="", withdrawn_by="", withdrawn_why="") for j in kept])
    for each in kept:
        if each.withdrawn:
            took, why = each.withdrawn_by or by, each.withdrawn_why
            store.withdraw(each.id, by=took, at=each.withdrawn, why=why)
    return kept


def check(store: Store, judgement: Judgement) -> None:
    """Raise UsageError where parts of a judgement do not fit its kind, or its article's text."""
    why = flaw(judgement) or misfit(judgement)
    article = None if why else store.find(judgement.subject.article)
    if article and judgement.kind == "span":
        last = max((end for spans in judgement.object.values() for _, end in spans), default=0)
        length = len(article.text)
        why = f"a span ends at {last}, and the text at {length}" if last > length else ""
    if why:
        raise UsageError(f"this cannot be judged: {why}")


def _present(data: dict[str, Any]) -> dict[str, Any]:
    """Return what a line tells: `judgements --json` writes null for what there is not."""
    return {
        name: _present(value) if isinstance(value, dict) else value
        for name, value in data.items()
        if value is not None
    }


def _ends(data: dict[str, Any]) -> Iterator[str]:
    """Yield which fields of a line name things: of a judgement on one the object may be a value."""
    yield "subject"
    if data.get("kind") in ON_TWO or isinstance(data.get("object"), dict):
        yield "object"


def _object(store: Store, kind: str, name: str | None) -> dict[str, Any]:
    """Return the object of a judgement in the form that is kept."""
    if name is None:
        if kind != "not_statement":
            raise UsageError(f"{kind} needs an object")
        return {}
    if name.lstrip().startswith("{"):
        try:
            data: dict[str, Any] = json.loads(name)
        except ValueError as error:
            raise UsageError(f"the object is no JSON: {error}") from error
        return data
    if kind == "act":
        return {"act": name}
    if kind == "speaker" and "/" not in name:
        return {"name": name}
    if kind in (*ON_TWO, "speaker"):
        return as_object(anchor_of(store, name))
    raise UsageError(f"the object of {kind} is JSON")
