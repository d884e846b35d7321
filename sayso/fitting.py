"""A judgement -> why it makes no sense, if it makes none: its parts do not fit its kind."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sayso.judgements import Anchor, Judgement
from sayso.packing import made
from sayso.records import ACTOR_TYPES, ACTS, Location, Span, plain

STATEMENT, ACTOR, PLACE, ARTICLE = "statement", "actor", "place", "article"
_ROLES = ("source", "cue", "content")
_POLARITIES = ("pos", "neg")
_SUBJECTS = {
    **dict.fromkeys(("same_entity", "different_entity"), ACTOR),
    **dict.fromkeys(("copy", "not_copy"), ARTICLE),
    **dict.fromkeys(("same_claim", "different_claim", "denies"), STATEMENT),
    **dict.fromkeys(("speaker", "not_statement", "span", "act"), STATEMENT),
    "place": PLACE,
}
_BY_ROLE = {**dict.fromkeys(_ROLES, STATEMENT), "mention": ACTOR, "place": PLACE, "": ARTICLE}


# No word that anybody writes here is longer. What is longer is no name, and fills every page.
_MOST = {"by": 200, "why": 10_000, "withdrawn_by": 200, "withdrawn_why": 10_000}
_LONGEST = 10_000  # characters of a text in an object: the name of a speaker or a place
MOST_OF_A_NAME = 120  # characters of a speaker's name
_LONE = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_ARTICLE = re.compile(r"[\w:.-]{1,100}", re.ASCII)


def flaw(judgement: Judgement) -> str:
    """Return why a judgement cannot be told, whatever it is of; empty if it can.

    Its texts have a form in UTF-8, names are one line of sensible length, times are times.
    """
    for name, most in _MOST.items():
        if why := unwritable(getattr(judgement, name), most):
            return f"its {name} {why}"
    for name in ("at", "withdrawn"):
        if (moment := getattr(judgement, name)) and not _is_moment(moment):
            return f"its {name} is no time such as 2031-03-14T09:00:00Z"
    if not judgement.withdrawn and (judgement.withdrawn_by or judgement.withdrawn_why):
        return "it says who took it back, and not when: withdrawn"
    if not _ARTICLE.fullmatch(judgement.subject.article):
        return "its subject names no article"
    whys = (unwritable(text, _LONGEST) for text in _texts(judgement.object))
    why = next(filter(None, whys), "")
    if why:
        return f"a text of its object {why}"
    name = judgement.object.get("name", "")
    is_line = not isinstance(name, str) or not _CONTROLS.search(name)
    return "" if is_line else "a name in its object has control characters"


def unwritable(text: str, most: int) -> str:
    """Return why a text cannot be kept and shown, empty if it can."""
    if _LONE.search(text):
        return "is not written in UTF-8"
    return f"has more than {most:,} characters" if len(text) > most else ""


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return text[4:5] == "-"


def _texts(data: Any) -> Iterator[str]:
    """Yield the texts in an object, names of its fields too."""
    waiting = [data]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            waiting += [*part, *part.values()]
        elif isinstance(part, list | tuple):
            waiting += part


def misfit(judgement: Judgement) -> str:
    """Return why subject or object do not fit the kind of a judgement, empty if they do."""
    wanted = _SUBJECTS[judgement.kind]
    if _BY_ROLE.get(judgement.subject.role) != wanted:
        return f"the subject of {judgement.kind} is {_an(wanted)}"
    return _OBJECTS.get(judgement.kind, _other)(judgement)


def object_anchor(judgement: Judgement) -> Anchor | None:
    """Return the anchor that the object of a judgement is, None where it is none."""
    try:
        return made(judgement.object, Anchor)
    except ValueError:
        return None


def ends_of(judgement: Judgement) -> list[Anchor]:
    """Return the anchors of what a judgement is about: its subject, and its object if it is one."""
    other = object_anchor(judgement)
    return [judgement.subject, *([other] if other else [])]


def as_object(anchor: Anchor) -> dict[str, Any]:
    """Return an anchor in the form that the object of a judgement has."""
    return dict(json.loads(json.dumps(plain(anchor))))


def _an(thing: str) -> str:
    return f"an {thing}" if thing in (ACTOR, ARTICLE) else f"a {thing}"


def _other(judgement: Judgement) -> str:
    """Check the object of a judgement on two things of one kind."""
    wanted, other = _SUBJECTS[judgement.kind], object_anchor(judgement)
    if other is None or _BY_ROLE.get(other.role) != wanted:
        return f"the object of {judgement.kind} is {_an(wanted)} too"
    return f"{judgement.kind} is of two things, not of one" if other == judgement.subject else ""


def _speaker(judgement: Judgement) -> str:
    given = judgement.object
    anchor = object_anchor(judgement)
    if anchor is not None:
        return "" if anchor.role == "mention" else "the object of speaker is an actor or a name"
    name, type_ = given.get("name"), given.get("type", "person")
    if not isinstance(name, str) or not name.strip() or not given.keys() <= {"name", "type"}:
        return "the object of speaker is an actor or a name"
    if type_ not in ACTOR_TYPES:
        return f"a type of actor is one of {', '.join(ACTOR_TYPES)}"
    return _no_name(name)


def _no_name(words: str) -> str:
    """Return why words are no name of a speaker, empty if they may be one."""
    if len(words.strip().splitlines()) > 1:
        return "the name of a speaker is one line"
    if len(words) > MOST_OF_A_NAME:
        return f"the name of a speaker has at most {MOST_OF_A_NAME} characters"
    return "" if any(map(str.isalnum, words)) else "the name of a speaker has letters"


def _act(judgement: Judgement) -> str:
    given = judgement.object
    if given.get("act") not in ACTS or not given.keys() <= {"act", "polarity"}:
        return f"the object of act is one of {', '.join(ACTS)}, and may have a polarity"
    is_known = given.get("polarity", "pos") in _POLARITIES
    return "" if is_known else "a polarity is pos or neg"


def _span(judgement: Judgement) -> str:
    given = judgement.object
    if not given or not given.keys() <= set(_ROLES) or given.get("content", [0]) == []:
        return "the object of span has spans as source, cue or content; a content is never empty"
    return next((why for each in given.values() if (why := _no_spans(each))), "")


def _no_spans(data: Any) -> str:
    try:
        spans = sorted(made(data, tuple[Span, ...]))
    except ValueError:
        return "a span is [start, end]"
    ends = [0, *(each.end for each in spans)]
    ordered = all(end <= each.start for end, each in zip(ends, spans, strict=False))
    if ordered and all(each.start < each.end for each in spans):
        return ""
    return "spans are not empty, and do not overlap"


def _place(judgement: Judgement) -> str:
    given = {name: value for name, value in judgement.object.items() if value is not None}
    try:
        location = made(given, Location)
    except ValueError as error:
        return f"the object of place is a place as the record has them: {error}"
    known = given.keys() <= set(Location.__dataclass_fields__)
    return "" if known and location != Location() else "the object of place names no place"


def _nothing(judgement: Judgement) -> str:
    return f"{judgement.kind} takes no object" if judgement.object else ""


_OBJECTS: Mapping[str, Callable[[Judgement], str]] = {
    "speaker": _speaker,
    "act": _act,
    "span": _span,
    "place": _place,
    "not_statement": _nothing,
}
