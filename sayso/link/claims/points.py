"""A record -> its statements as points: what of each is compared with others.

A point is made of its record alone, small, and never of what else was read.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from sayso.english.excerpts import GAP
from sayso.english.pronouns import is_pronoun
from sayso.english.stems import stems, weight
from sayso.link.claims.circumstances import Stems, days, spots
from sayso.link.claims.sides import sides
from sayso.link.claims.words import Words, words_of
from sayso.records import Actor, Record, Span

_TOPICS = 12  # stems that tell what an article is about
_TOPICAL = 3.0  # bits that such a stem tells at least
_VOICES = 2  # speakers that are named


@dataclass(frozen=True, slots=True)
class Reply:
    """That a statement answers another of its article, named by a key that both have.

    `kind` is one of `sayso.linked.ANSWERS`.
    """

    key: int
    kind: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Point:
    """One statement as it is compared with others.

    `date` is the day on which its article was published, or empty. `speakers` holds the stems of
    each speaker's name and of whom he speaks for, `meant` those of names that pronouns in `text`
    stand for, `topics` those of what its article is about. `spots` and `days` are the towns and
    days that it names. `voice` says who says it and how, as in "Mayor Ruel said"; `named` is the
    text with a name after each pronoun, empty where that is the text itself. `sides` mark on whose
    side the speakers are. `replies` are the statements of its article that it answers, `replied`
    the keys of those that answer it.
    """

    text: str
    cue: str
    kind: str
    act: str
    polarity: str
    modality: str
    said: str
    date: str
    speakers: tuple[tuple[str, ...], ...]
    meant: tuple[str, ...]
    topics: tuple[str, ...] = ()
    spots: tuple[Stems, ...] = ()
    days: tuple[str, ...] = ()
    voice: str = ""
    named: str = ""
    sides: tuple[str, ...] = ()
    replies: tuple[Reply, ...] = ()
    replied: tuple[int, ...] = ()

    @property
    def words(self) -> Words:
        """Return the words of the statement as they are compared."""
        return words_of(self.text, self.kind == "direct", self.meant)

    @property
    def reading(self) -> str:
        """Return the statement as a model of pairs of texts reads it: who says what."""
        return f"{self.voice}: {self.named or self.text}"

    @property
    def denies(self) -> bool:
        """Tell whether it turns against what somebody else said."""
        return self.act in ("denies", "rejects")


def points(record: Record, published: str = "") -> tuple[Point, ...]:
    """Return the statements of a record as points, in order, without replies."""
    actors = {actor.id: actor for actor in record.actors}
    moment = record.article.published
    day = published or (moment.start if moment else "")
    about = topics(f"{record.article.title}\n{record.article.text}")
    return tuple(
        replace(_point(record, actors, number), date=day, topics=about)
        for number in range(len(record.statements))
    )


def topics(text: str) -> tuple[str, ...]:
    """Return the stems that tell best what a text is about: rare words that come often."""
    counts = Counter(stems(text))
    telling = (s for s in counts if weight(s) >= _TOPICAL and not s[0].isdigit())
    ranked = sorted(telling, key=lambda s: (-weight(s) * log(1 + counts[s]), s))
    return tuple(ranked[:_TOPICS])


def _point(record: Record, actors: Mapping[str, Actor], number: int) -> Point:
    text, statement, act = record.article.text, record.statements[number], record.acts[number]
    speakers = record.provenance[number].speakers
    words = GAP.join(span.of(text) for span in statement.content)
    cue = " ".join(span.of(text) for span in statement.cue)
    stands_for = _pronouns(record, statement.content)
    named = GAP.join(_named(text, span, stands_for) for span in statement.content)
    its = [actors[each] for each in speakers if each in actors]
    return Point(
        text=words,
        cue=cue,
        kind=statement.kind,
        act=act.name,
        polarity=act.polarity,
        modality=act.modality,
        said=act.said,
        date="",
        speakers=tuple(_called(each, actors) for each in its),
        meant=tuple(sorted({s for n in stands_for.values() for s in stems(n) if weight(s)})),
        spots=spots(record, statement.content),
        days=days(record, statement.content),
        voice=_voice([each.name for each in its], cue),
        named=named if stands_for else "",
        sides=tuple(sorted({mark for each in its for mark in sides(each, actors)})),
    )


def _pronouns(record: Record, content: Sequence[Span]) -> dict[Span, str]:
    """Return the pronouns in a content with the names that they stand for."""
    text = record.article.text
    return {
        span: actor.name
        for actor in record.actors
        if actor.type != "unnamed"
        for span in actor.mentions
        if any(part.holds(span) for part in content) and is_pronoun(span.of(text))
    }


def _named(text: str, span: Span, stands_for: Mapping[Span, str]) -> str:
    """Return a stretch of a text with a name after each pronoun: "he [Ruel]"."""
    inside = sorted(pronoun for pronoun in stands_for if span.holds(pronoun))
    ends = [span.start, *(pronoun.end for pronoun in inside)]
    parts = (
        f"{text[start : pronoun.end]} [{stands_for[pronoun]}]"
        for start, pronoun in zip(ends, inside, strict=False)
    )
    return "".join(parts) + text[ends[-1] : span.end]


def _voice(speakers: Sequence[str], cue: str) -> str:
    return f"{' and '.join(speakers[:_VOICES])} {cue}".strip()


def _called(actor: Actor, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Return the stems of an actor's name and of the name of whom it speaks for."""
    above = actors.get(actor.of)
    names = stems(f"{actor.name} {above.name if above else ''}")
    return tuple(sorted(set(filter(weight, names))))
