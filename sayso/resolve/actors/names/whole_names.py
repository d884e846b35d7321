"""Mentions of an article -> the same, with the names whole that the tagger broke into pieces.

The encoder looks for who is spoken of in two ways, as names word by word and as whole mentions.
Where it sees "Petr Hollow" as one mention of somebody and as a person Petr and a place Hollow,
the mention is the name. A place and right behind it the last word of an outlet's name, "Hollow"
and "Gazette", are one name too. A surname that is a word for somebody
too, "King said", is a name where the article names somebody so in full: "Rep. Petr King".
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.english.function_words import determiners, particles
from sayso.english.given_names import sexes
from sayso.english.names import folded, unowned
from sayso.english.role_nouns import heads
from sayso.english.tables import listed
from sayso.english.titles import is_title
from sayso.records import Mention, Span
from sayso.resolve.actors.names.name_matching import is_name_part, person_words
from sayso.resolve.actors.naming import MADE

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-'’.][^\W\d_]+)*\.?")
_FEWEST, _MOST = 2, 6  # pieces of a name, and its words
_OUTLETS = listed("chain.toml", "last")  # last words of an outlet's name
_SURE = 0.9  # the score from which a piece is surely a place or a body
SURNAME = "surname"
"""The form of such a mention, whose word is no description."""
_WORD_BEFORE = re.compile(r"(\S+) $")
_LEAD = 24  # characters before a name in which a title is looked for
_LIKE_A_PART = re.compile(r" (?:of )?[A-Z]|-\w")  # "King Olaf", "Prince of Skerra"


def whole_names(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions, one name where the tagger found pieces of a person's or an outlet's."""
    names = sorted((m for m in mentions if m.form == "name"), key=lambda m: m.span)
    starts = [m.span.start for m in names]
    gone: set[Span] = set()
    made: list[Mention] = []
    for mention in mentions:
        span = _name_in(text, mention)
        if span is None or any(span.overlaps(m.span) for m in made[-1:]):
            continue
        first = bisect_left(starts, span.start)
        inside = [m for m in names[first : first + _MOST] if span.holds(m.span)]
        if _are_pieces(text, span, inside):
            gone.update(m.span for m in inside)
            sure = max(mention.score, *(m.score for m in inside))
            made.append(replace(mention, span=span, type="person", form="name", score=sure))
    for place, last in pairwise(names):
        if _is_outlet(text, place, last) and gone.isdisjoint({place.span, last.span}):
            gone |= {place.span, last.span}
            made.append(replace(last, span=Span(place.span.start, last.span.end)))
    if not made:
        return list(mentions)
    kept = [m for m in mentions if m.form != "name" or m.span not in gone]
    return sorted([*kept, *made], key=lambda m: (m.span.start, -m.span.end))


def _is_outlet(text: str, place: Mention, last: Mention) -> bool:
    """Tell whether a place's name and a body's of one word right behind it are an outlet's."""
    together = text[place.span.end : last.span.start] == " "
    types = (place.type, last.type) == ("place", "organisation")
    return types and together and last.span.of(text).lower() in _OUTLETS


def _name_in(text: str, mention: Mention) -> Span | None:
    """Return the words of a mention that are a name in form, None where they are none."""
    if mention.form != "nominal" or mention.type not in {"person", "place", "organisation"}:
        return None
    words = list(_WORD.finditer(text, *mention.span))
    while words and _is_before(words[0][0]):
        words = words[1:]
    if not 1 < len(words) <= _MOST or words[-1].end() != mention.span.end:
        return None
    small = [word[0].lower() for word in words]
    named = all(is_name_part(w[0]) or w[0] in particles() for w in words)
    others = heads().keys() | determiners()
    if not named or small[0] in others or not others.isdisjoint(small[1:-1]):
        return None
    between = (text[a.end() : b.start()] for a, b in pairwise(words))
    whole = all(each in {" ", "-"} for each in between)
    span = Span(words[0].start(), words[-1].end())
    return span if whole and unowned(span.of(text)) == span.of(text) else None


def _is_before(word: str) -> bool:
    """Tell whether a word may stand before a name and is none of it."""
    return is_title(word) or word.lower() in heads() or MADE.match(f"{word} ") is not None


def _are_pieces(text: str, span: Span, inside: Sequence[Mention]) -> bool:
    """Tell whether names inside a span are pieces of one person's, and none is a whole name.

    One of them is a person's or a first name with a hyphen, none but a first name is surely
    something else, and together they are all of it. A person's two words are a name, unless they
    are glued to more: "Lucía Barrientos" behind "Ana-".
    """
    people = [m.span for m in inside if m.type == "person"]
    if len(inside) < _FEWEST or inside[0].span.start != span.start:
        return False
    given = folded(inside[0].span.of(text)) in sexes()  # "Georgia", "Chad"
    glued = text[inside[0].span.end] == "-"
    if not people and not (given and glued):
        return False
    others = inside[1:] if given and not glued else inside
    if any(m.type != "person" and m.score > _SURE for m in others):
        return False
    gaps = zip(inside, [*(m.span.start for m in inside[1:]), span.end], strict=True)
    left = " ".join(text[m.span.end : end] for m, end in gaps).replace("-", " ").split()
    whole = any(" " in person.of(text) and text[person.start - 1] != "-" for person in people)
    return not whole and all(word in particles() for word in left)


def with_surnames(text: str, names: Sequence[Mention]) -> list[Mention]:
    """Return names in text order, with the surnames among them that stand alone."""
    taken = {name.span for name in names if " " in name.span.of(text)}
    alone = list(_alone(text, names, sorted(taken)))
    if not alone:
        return list(names)
    spans = set(alone)
    kept = [name for name in names if name.span not in spans]
    made = (Mention(span, "person", SURNAME, _SURE) for span in spans)
    return sorted([*kept, *made], key=lambda m: m.span)


def _alone(text: str, names: Sequence[Mention], taken: Sequence[Span]) -> Iterator[Span]:
    for word in sorted({word for name in names if (word := _surname(text, name))}):
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(word)}(?![\w-])", text):
            span = Span(*match.span())
            if not span.overlaps_any(taken) and _stands_alone(text, span):
                yield span


def _surname(text: str, name: Mention) -> str:
    """Return the surname of a full name that is a word for somebody or a body, else nothing."""
    words = name.span.of(text).split()
    if name.type != "person" or len(words) < 2:
        return ""
    known = person_words(name.span.of(text))
    if len(known) < 2 or folded(words[-1]) != known[-1] or known[-1] not in heads():
        return ""
    before = _WORD_BEFORE.search(text, max(name.span.start - _LEAD, 0), name.span.start)
    titled = is_title(words[0]) or (before is not None and is_title(before[1]))
    others = heads().keys() | determiners()
    first = known[0] in sexes() or (titled and known[0] not in others)
    return words[-1] if first and others.isdisjoint(known[1:-1]) else ""


def _stands_alone(text: str, span: Span) -> bool:
    """Tell whether no article makes a description of a word, and no other name goes on there."""
    before = _WORD_BEFORE.search(text, max(span.start - _LEAD, 0), span.start)
    word = before[1] if before else ""
    if word.lower() in determiners() or _LIKE_A_PART.match(text, span.end):
        return False
    named = word[:1].isupper() and word[-1:].isalnum()
    return not named or is_title(word) or word.lower() in heads() or "." in word
