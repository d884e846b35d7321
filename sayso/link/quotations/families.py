"""Matches between wordings -> families, one for each utterance -> quotations with variants."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from sayso.link.quotations.changes import changes
from sayso.link.quotations.matching import days_between
from sayso.link.quotations.wordings import Wording, placed
from sayso.link.quotations.words import Word
from sayso.linked import Change, Quotation, Variant, derived_id
from sayso.records import Spans

Key = TypeVar("Key", bound=Hashable)

_OTHER_OCCASION = 2  # days between two wordings from which one that holds both is spliced


class Edge(NamedTuple, Generic[Key]):
    """Two things, by their keys, that report one utterance: see `matching.Match`."""

    a: Key
    b: Key
    how: str
    score: float


@dataclass(frozen=True, slots=True)
class Attested:
    """A wording as one statement attests it, at `content` of its article.

    `order` puts attestations in the order of appearing; `speaker` is an entity, or empty.
    """

    statement: str
    article: str
    order: tuple[str, str, int]
    content: Spans
    wording: Wording
    speaker: str = ""


class _Groups(Generic[Key]):
    """Things in groups that grow together."""

    def __init__(self, every: Iterable[Key]) -> None:
        self._members: dict[Key, list[Key]] = {each: [each] for each in every}

    def of(self, key: Key) -> list[Key]:
        """Return the group of something, itself included."""
        return self._members[key]

    def join(self, a: Key, b: Key) -> None:
        """Make one group of those of two things."""
        one, other = self.of(a), self.of(b)
        if one is not other:
            large, small = (one, other) if len(one) >= len(other) else (other, one)
            large += small
            self._members.update(dict.fromkeys(small, large))

    def every(self) -> list[list[Key]]:
        """Return the groups."""
        return list({id(group): group for group in self._members.values()}.values())


def groups(every: Sequence[Key], edges: Iterable[Edge[Key]]) -> list[list[Key]]:
    """Return the groups of things that report one utterance each, in the order of `every`.

    Wordings that share words make a family together. An indirect report joins one family, that to
    which it is likest, and never makes one of two.
    """
    place = {key: number for number, key in enumerate(every)}
    made = _Groups(every)
    retold = []
    for edge in edges:
        if edge.how == "words":
            made.join(edge.a, edge.b)
        else:
            retold.append(edge)
    for edge in sorted(retold, key=lambda e: (-e.score, sorted((place[e.a], place[e.b])))):
        if min(len(made.of(edge.a)), len(made.of(edge.b))) == 1:
            made.join(edge.a, edge.b)
    in_order = (sorted(group, key=place.__getitem__) for group in made.every())
    return sorted(in_order, key=lambda group: place[group[0]])


def quotation(members: Iterable[Attested], why: str = "") -> Quotation:
    """Return what the attestations of one utterance make: the earliest, and how others differ.

    `why` is the reason of the likest two of them.
    """
    ordered = sorted(members, key=lambda each: (each.order, each.statement))
    earliest = next((each for each in ordered if each.wording.direct), ordered[0])
    return Quotation(
        id=derived_id("qu_", earliest.statement),
        speaker=_speaker(ordered),
        statements=tuple(each.statement for each in ordered),
        earliest=earliest.statement,
        variants=tuple(_variants(earliest, ordered)),
        why=_why(ordered, why),
    )


def _variants(earliest: Attested, ordered: Sequence[Attested]) -> Iterator[Variant]:
    """Yield the variants, each change with the first statement that made it."""
    first: dict[tuple[str, ...], str] = {}
    known: dict[Wording, tuple[Change, ...]] = {}
    elsewhere: list[Wording] = []
    for each in ordered:
        if each is earliest:
            continue
        wording = each.wording
        if wording not in known:
            known[wording] = changes(earliest.wording, wording, elsewhere)
            if days_between(earliest.wording, wording) >= _OTHER_OCCASION:
                elsewhere.append(wording)
        made = []
        for change in known[wording]:
            same = _as_compared(change, earliest.wording, wording)
            made.append(Change(
                change.kind,
                placed(change.was, earliest.content),
                placed(change.is_, each.content),
                first.setdefault(same, each.statement),
            ))  # fmt: skip
        yield Variant(each.statement, tuple(made))


def _as_compared(change: Change, was: Wording, now: Wording) -> tuple[str, ...]:
    """Return a change in the words as they are compared."""
    return (change.kind, *_forms(was.every, change.was), "|", *_forms(now.every, change.is_))


def _forms(row: Iterable[Word], spans: Spans) -> Iterator[str]:
    return (word.form for word in row if any(span.holds(word.span) for span in spans))


def _speaker(members: Sequence[Attested]) -> str:
    """Return the entity to which most give the words, the earliest of equals."""
    counts = Counter(each.speaker for each in members if each.speaker)
    return max(counts, key=lambda entity: counts[entity], default="")


def _why(members: Sequence[Attested], why: str) -> str:
    """Return how many report the utterance, and the strongest of the reasons."""
    articles = len({each.article for each in members})
    count = f"{len(members)} statements of {articles} article{'s' * (articles != 1)} report it"
    return f"{count}; of the likest two, {why[0].lower()}{why[1:]}" if why else f"{count}."
