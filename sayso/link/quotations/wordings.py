"""A record -> how each of its statements words what was said: what of it is compared with others.

A wording is small, and made of its record alone. It holds no ids and no offsets, so that the same
words in reprints of one article are one wording.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import xxhash

from sayso.english.names import folded, unowned
from sayso.english.pronouns import is_pronoun
from sayso.link.quotations.words import Word, words
from sayso.records import Actor, Provenance, Record, Span, Spans, Statement, Timex, extent

LEAST_QUOTED = 3  # words in quotation marks by which a statement is compared as a quotation
_NARROW = 7  # days within which a time that the text gives says when something was said
_AROUND = 200  # code points around a statement in which a translation is spoken of
_NAMELESS = ("unnamed", "document", "group")  # types of actors that are not known by their names
_MASK = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Wording:
    """How a statement words what was said, by whom and when.

    `pieces` are the words of its content, span by span. `names` are those of the speakers and of
    whom they speak for, folded; `person` tells whether one speaker is a person with a name. `said`
    is the first and last day on which it can have been said, by the article's date or by a time
    that the text gives. `translated` tells that a translation is spoken of. `within` are the
    numbers of wordings that share words of the article with it, as one that is told in another.
    """

    kind: str
    pieces: tuple[str, ...]
    names: tuple[str, ...] = ()
    person: bool = False
    said: tuple[int, int] | None = None
    lang: str = ""
    translated: bool = False
    within: tuple[int, ...] = ()

    @property
    def number(self) -> int:
        """Return a hash of the words."""
        return number_of(self.pieces)

    @property
    def every(self) -> tuple[Word, ...]:
        """Return all words of the content."""
        return words(self.pieces, quoted=self.kind == "direct")

    @property
    def direct(self) -> bool:
        """Tell whether words are presented as the speaker's own."""
        return self.kind == "direct" or sum(w.quoted for w in self.every) >= LEAST_QUOTED

    @property
    def words(self) -> tuple[Word, ...]:
        """Return the words that are compared: those in quotation marks, else all."""
        return _compared(self.pieces, self.kind)

    @property
    def forms(self) -> tuple[str, ...]:
        """Return the forms of the words that are compared."""
        return tuple(word.form for word in self.words)


@lru_cache(maxsize=1 << 13)
def _compared(pieces: tuple[str, ...], kind: str) -> tuple[Word, ...]:
    every = words(pieces, quoted=kind == "direct")
    quoted = tuple(word for word in every if word.quoted)
    return quoted if kind == "direct" or len(quoted) >= LEAST_QUOTED else every


def number_of(pieces: Sequence[str]) -> int:
    """Return a number of 63 bits for the words of a content."""
    return xxhash.xxh3_64_intdigest("\n".join(pieces).encode("utf-8", "surrogatepass")) & _MASK


def wordings(record: Record, published: str = "") -> dict[int, Wording]:
    """Return how a record's statements word what was said, by number; those alone that were said.

    `published` is the day on which the article was first seen, if not that of the record.
    """
    moment = record.article.published
    day = published or (moment.start if moment else "")
    pieces = [_pieces(record, statement) for statement in record.statements]
    shared = _overlaps(record.statements)
    actors = {actor.id: actor for actor in record.actors}
    made = {}
    for number, statement in enumerate(record.statements):
        if record.acts[number].said != "yes":
            continue
        provenance = record.provenance[number]
        made[number] = Wording(
            kind=statement.kind,
            pieces=pieces[number],
            names=tuple(dict.fromkeys(_names(provenance, actors))),
            person=any(_is_person(actors.get(each)) for each in provenance.speakers),
            said=_said(day, provenance.said_at),
            lang=record.article.lang,
            translated=_translated(record.article.text, statement),
            within=tuple(sorted(number_of(pieces[other]) for other in shared[number])),
        )
    return made


def placed(spans: Spans, content: Spans) -> Spans:
    """Return where in an article spans of a wording stand whose content stands at `content`."""
    made: list[Span] = []
    for span in spans:
        base = 0
        for piece in content:
            length = piece.end - piece.start
            start, end = max(span.start, base), min(span.end, base + length)
            if start < end:
                made.append(Span(piece.start + start - base, piece.start + end - base))
            base += length + 1
    return tuple(made)


def surname(name: str) -> str:
    """Return the part of a folded name by which it is most often called: the last word."""
    return name.split()[-1] if name else ""


def _pieces(record: Record, statement: Statement) -> tuple[str, ...]:
    return tuple(span.of(record.article.text) for span in statement.content)


def _overlaps(statements: Sequence[Statement]) -> list[list[int]]:
    """Return of each statement those whose contents share words with its own."""
    extents = sorted((extent(each.content), n) for n, each in enumerate(statements))
    shared: list[list[int]] = [[] for _ in statements]
    for at, (span, number) in enumerate(extents):
        for other, number_ in extents[at + 1 :]:
            if other.start >= span.end:
                break
            shared[number].append(number_)
            shared[number_].append(number)
    return shared


def _names(provenance: Provenance, actors: Mapping[str, Actor]) -> Iterator[str]:
    """Yield the names of the speakers and of whom they speak for."""
    for each in provenance.speakers:
        if actor := actors.get(each):
            above = actors.get(actor.of)
            yield from (name for who in (actor, above) if who and (name := _name(who)))


def _is_person(actor: Actor | None) -> bool:
    return actor is not None and actor.type == "person" and _name(actor) != ""


def _name(actor: Actor) -> str:
    """Return the name by which an actor is compared, empty for one that has none."""
    named = actor.type not in _NAMELESS and any(c.isupper() for c in actor.name)
    if not named or is_pronoun(actor.name):
        return ""
    return folded(unowned(actor.name), initials=True)


def _said(day: str, said_at: Timex | None) -> tuple[int, int] | None:
    """Return the days on which something may have been said."""
    if said_at and said_at.start and said_at.end and said_at.type in ("DATE", "TIME"):
        first, last = day_number(said_at.start), day_number(said_at.end)
        if 0 <= last - first <= _NARROW:
            return first, last
    return (day_number(day), day_number(day)) if day else None


def day_number(day: str) -> int:
    """Return the number of a day."""
    return date.fromisoformat(day).toordinal()


def _translated(text: str, statement: Statement) -> bool:
    """Tell whether the words around a statement speak of a translation."""
    start, end = statement.extent
    return "translat" in text[max(0, start - _AROUND) : end + _AROUND].lower()
