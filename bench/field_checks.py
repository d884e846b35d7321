"""What a field case expects, and what sayso made of it -> does it hold.

A check looks at one article's record in the form of the contract, so that it says of sayso what
anybody sees of it. Words are compared without case, quotation marks, and kinds of apostrophe and
space; those of a content in several pieces as if they stood side by side.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Fields = Mapping[str, Any]

NEAR_KM = 100.0
_MARKS = re.compile('["“”„«»「」『』‹›]')
_ARTICLES = re.compile(r"^(?:the|a|an) ")
_ENDS = " ,.;:!?—–-'"


def holds(table: str, wants: Fields, read: Fields) -> bool:
    """Tell whether one expectation holds of one article: its record, or the error in its place."""
    if "error" in read:
        return table == "error" and _is_error(wants, read["error"])
    return table != "error" and _TABLES[table](wants, read)


def _is_error(wants: Fields, error: Fields) -> bool:
    return normal(wants["message"]) in normal(f"{error['kind']} {error['message']}")


def normal(words: str) -> str:
    """Return words as they are compared."""
    words = _MARKS.sub(" ", words.replace("’", "'").replace("‘", "'"))
    return re.sub(r" (?=[,.;:?!])", "", " ".join(words.casefold().split()))


def bare(name: str) -> str:
    """Return a name as it is compared: without an article before it."""
    return _ARTICLES.sub("", normal(name))


def occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a text, whatever the spaces between them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
        yield match.span()


def _statement(wants: Fields, read: Fields) -> bool:
    """Tell whether the shortest content with the words belongs to what is wanted."""
    candidates = _of_content(wants, read)
    if not candidates:
        return False
    sizes = [len(normal(_words(s["content"], read))) for s in candidates]
    closest = [s for s, size in zip(candidates, sizes, strict=True) if size == min(sizes)]
    return all(_fits(s, wants, read) for s in closest)


def _absent(wants: Fields, read: Fields) -> bool:
    return not any(_fits(s, wants, read) for s in _of_content(wants, read))


def _of_content(wants: Fields, read: Fields) -> list[Fields]:
    """Return the statements whose content holds the words, or is them, in the passage."""
    passages = list(_passages(wants, read))
    return [
        s
        for s in read["statements"]
        if _says(_words(s["content"], read), wants)
        and any(_touch(span, passage) for span in s["content"] for passage in passages)
    ]


def _says(content: str, wants: Fields) -> bool:
    if wants.get("exact"):
        return _core(content) == _core(wants["content"])
    return normal(wants.get("content", "")) in normal(content)


def _core(words: str) -> str:
    """Return the words without a "that" before them and marks at the ends."""
    return normal(words).strip(_ENDS).removeprefix("that ").strip(_ENDS)


def _fits(statement: Fields, wants: Fields, read: Fields) -> bool:
    return all(
        _FIELDS[name](statement, wanted, read) for name, wanted in wants.items() if name in _FIELDS
    )


def _without(statement: Fields, wanted: Any, read: Fields) -> bool:
    content = normal(_words(statement["content"], read))
    return not any(normal(words) in content for words in _list(wanted))


def _speaker(statement: Fields, wanted: Any, read: Fields) -> bool:
    """Tell whether there is one speaker, of one of the names."""
    speakers = _actors(statement["speakers"], read)
    return len(speakers) == 1 and _named(speakers[0], wanted)


def _speakers(statement: Fields, wanted: Any, read: Fields) -> bool:
    speakers = _actors(statement["speakers"], read)
    return sorted(bare(a["name"]) for a in speakers) == sorted(map(bare, wanted))


def _called(statement: Fields, wanted: Any, read: Fields) -> bool:
    """Tell whether the one speaker's name, or one of the mentions, holds those words."""
    speakers = _actors(statement["speakers"], read)
    return len(speakers) == 1 and _is_called(speakers[0], wanted, read)


def _unnamed(statement: Fields, wanted: Any, read: Fields) -> bool:
    """Tell the same of somebody whom the text does not name."""
    types = {actor["type"] for actor in _actors(statement["speakers"], read)}
    return types == {"unnamed"} and _called(statement, wanted, read)


def _described(statement: Fields, wanted: Any, read: Fields) -> bool:
    """Tell the same of anybody but a named person."""
    types = {actor["type"] for actor in _actors(statement["speakers"], read)}
    return "person" not in types and _called(statement, wanted, read)


def _nobody(statement: Fields, wanted: Any, _: Fields) -> bool:
    return bool(statement["speakers"]) is not bool(wanted)


def _not_speaker(statement: Fields, wanted: Any, read: Fields) -> bool:
    """Tell whether no speaker goes by any of the names, with or without a title."""
    speakers = _actors(statement["speakers"], read)
    return not any(_is_called(a, name, read) for a in speakers for name in _list(wanted))


def _speaker_of(statement: Fields, wanted: Any, read: Fields) -> bool:
    owners = [a["of"] for a in _actors(statement["speakers"], read) if a["of"]]
    return any(_named(a, wanted) for a in _actors(owners, read))


def _carriers(statement: Fields, wanted: Any, read: Fields) -> bool:
    carriers = [bare(a["name"]) for a in _actors(statement["carriers"], read)]
    return len(carriers) == len(wanted) and all(
        carrier in map(bare, _list(names)) for carrier, names in zip(carriers, wanted, strict=True)
    )


def _addressee(statement: Fields, wanted: Any, read: Fields) -> bool:
    """Tell whether the addressee has one of the names, or is none where "" is wanted."""
    addressees = _actors([statement["addressee"] or ""], read)
    return _named(addressees[0], wanted) if addressees else "" in _list(wanted)


def _said_at(statement: Fields, wanted: Any, _: Fields) -> bool:
    """Tell whether it was said in that time, or at no time that is told where "" is wanted."""
    time = statement["said_at"]
    if not wanted:
        return time is None
    return bool(time) and [time["start"], time["end"]] == _interval(wanted)


def _said(statement: Fields, wanted: Any, _: Fields) -> bool:
    """Tell whether it was said; a record that does not tell takes all for said."""
    return statement.get("said", "yes") in _list(wanted)


def _one_of(name: str) -> Callable[[Fields, Any, Fields], bool]:
    return lambda statement, wanted, _: statement[name] in _list(wanted)


def _part(name: str) -> Callable[[Fields, Any, Fields], bool]:
    def holds_words(statement: Fields, wanted: Any, read: Fields) -> bool:
        return normal(wanted) in normal(_words(statement[name], read))

    return holds_words


_FIELDS: dict[str, Callable[[Fields, Any, Fields], bool]] = {
    "without": _without,
    "source": _part("source"),
    "cue": _part("cue"),
    "kind": _one_of("kind"),
    "act": _one_of("act"),
    "polarity": _one_of("polarity"),
    "modality": _one_of("modality"),
    "said": _said,
    "said_at": _said_at,
    "speaker": _speaker,
    "speakers": _speakers,
    "called": _called,
    "unnamed": _unnamed,
    "described": _described,
    "nobody": _nobody,
    "speaker_of": _speaker_of,
    "not_speaker": _not_speaker,
    "carriers": _carriers,
    "addressee": _addressee,
}


def _place(wants: Fields, read: Fields) -> bool:
    """Tell whether the words are one place and the wanted one, or none, or none of today."""
    text, passages = read["article"]["text"], list(_passages(wants, read))
    spans = [o for o in occurrences(text, wants["mention"]) if any(_touch(o, p) for p in passages)]
    places = [p for p in read["places"] if any(_touch(p["mention"], span) for span in spans)]
    if wants.get("nowhere"):
        return not any(p["country"] for p in places)
    if wants.get("none"):
        return not any(_lies(p, wants) for p in places)
    whole = all(
        _holds(p["mention"], span) for p in places for span in spans if _touch(p["mention"], span)
    )
    return bool(places) and whole and all(_lies(p, wants) for p in places)


def _lies(place: Fields, wants: Fields) -> bool:
    for name in ("name", "country", "admin1", "feature", "use"):
        if name in wants and place[name] not in _list(wants[name]):
            return False
    if "near" in wants:
        return place["lat"] is not None and _km(place, wants["near"]) <= NEAR_KM
    return True


def _km(place: Fields, near: Sequence[float]) -> float:
    """Return how far a place is from a point: exact enough within some hundred kilometres."""
    north = place["lat"] - near[0]
    east = (place["lon"] - near[1]) * math.cos(math.radians(near[0]))
    return math.hypot(north, east) * 111.2


def _time(wants: Fields, read: Fields) -> bool:
    """Tell whether the time at the words is the wanted one, and no other is there."""
    text, passages = read["article"]["text"], list(_passages(wants, read))
    spans = [o for o in occurrences(text, wants["mention"]) if any(_touch(o, p) for p in passages)]
    times = [t for t in read["times"] if any(_touch(t["mention"], span) for span in spans)]
    if wants.get("none"):
        return not times
    right = [t for t in times if _is_then(t, wants)]
    return bool(right) and all(t in right for t in times if t["start"] or t["end"])


def _is_then(time: Fields, wants: Fields) -> bool:
    day = {"start": wants["day"], "end": wants["day"]} if "day" in wants else {}
    wanted = {name: value for name, value in (day | dict(wants)).items() if name in time}
    return all(time[name] == value for name, value in wanted.items() if name != "mention")


def _actor(wants: Fields, read: Fields) -> bool:
    """There is an actor of that name who is what is wanted; or there is none."""
    return any(_is(actor, wants, read) for actor in read["actors"]) is not bool(wants.get("none"))


def _is(actor: Fields, wants: Fields, read: Fields) -> bool:
    roles = [normal(role["text"]) for role in actor["roles"]]
    owners = _actors([actor["of"] or ""], read)
    return (
        _named(actor, wants["name"])
        and actor["type"] in _list(wants.get("type", actor["type"]))
        and ("role" not in wants or any(normal(wants["role"]) in role for role in roles))
        and ("of" not in wants or any(_named(owner, wants["of"]) for owner in owners))
    )


_TABLES: dict[str, Callable[[Fields, Fields], bool]] = {
    "statement": _statement,
    "absent": _absent,
    "place": _place,
    "time": _time,
    "actor": _actor,
}


def _passages(wants: Fields, read: Fields) -> Iterator[tuple[int, int]]:
    text = read["article"]["text"]
    if "within" in wants:
        yield from occurrences(text, wants["within"])
    else:
        yield 0, len(text)


def _words(spans: Sequence[Sequence[int]], read: Fields) -> str:
    text = read["article"]["text"]
    return " ".join(text[start:end] for start, end in spans)


def _actors(ids: Sequence[str], read: Fields) -> list[Fields]:
    by_id = {actor["id"]: actor for actor in read["actors"]}
    return [by_id[id_] for id_ in ids if id_ in by_id]


def _named(actor: Fields, names: Any) -> bool:
    return bare(actor["name"]) in map(bare, _list(names))


def _is_called(actor: Fields, wanted: Any, read: Fields) -> bool:
    text = read["article"]["text"]
    names = [actor["name"], *(text[start:end] for start, end in actor["mentions"])]
    return any(
        f" {normal(words)} " in f" {normal(name)} " for name in names for words in _list(wanted)
    )


def _interval(wanted: str) -> list[str]:
    """Return the first and the last day of "2031-03-01/2031-03-31", or of one day."""
    start, _, end = wanted.partition("/")
    return [start, end or start]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _touch(span: Sequence[int], other: Sequence[int]) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def _holds(span: Sequence[int], other: Sequence[int]) -> bool:
    return span[0] <= other[0] and other[1] <= span[1]
