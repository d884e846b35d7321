"""Article and annotation -> record: chains, actors, acts, places and times, one after the other."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sayso.english.pronouns import plain_form
from sayso.records import (
    Annotation,
    Article,
    Link,
    Mention,
    ModelInfo,
    Place,
    Provenance,
    Record,
    Span,
    Statement,
    Timex,
)
from sayso.resolve.actors.actors import actors
from sayso.resolve.actors.antecedents import Cluster
from sayso.resolve.actors.coref import Gathered, gather
from sayso.resolve.actors.mentions import Names, held, references
from sayso.resolve.actors.references import trimmed
from sayso.resolve.actors.speakers import Speaking, speakers
from sayso.resolve.acts.acts import act
from sayso.resolve.chain.chain import Chain, chains
from sayso.resolve.chain.links import carried, passed_on
from sayso.resolve.chain.outlets import Outlets
from sayso.resolve.layout import Layout
from sayso.resolve.places.countries import Countries
from sayso.resolve.places.places import Places
from sayso.resolve.times.times import times

RULES = "2026.12.3"  # raised when resolving comes to other conclusions: articles are read again
_FROM_GAZETTEER = 0.5  # of a place that only the gazetteer knows
_FRAME = 120  # characters from a cue within which the time of saying is looked for
_NOT_WHEN = ("since", "until", "till", "by", "before", "after", "from", "for", "over", "during")


@dataclass(frozen=True, slots=True)
class _Voices:
    """Who is who in one article, and who speaks in each statement."""

    told: Sequence[Chain]
    found: Gathered
    speaking: Sequence[Speaking]
    layout: Layout


class Resolver:
    """Makes records of what the encoder found; holds the vocabularies, so make one and keep it."""

    def __init__(self) -> None:
        self._countries = Countries()
        self._places = Places()

    def __call__(self, article: Article, annotation: Annotation, model: ModelInfo) -> Record:
        """Return the record of one article; `model` made the annotation."""
        text = article.text
        names = Names(text, annotation.mentions, self._countries)
        voices = self._voices(article, annotation, names)
        if own := set(_own_reports(annotation.statements, voices)):
            annotation = annotation.without(own)
            voices = self._voices(article, annotation, names)
        statements = annotation.statements
        wanted = {c.number for s in voices.speaking for c in s.clusters}
        wanted |= {c.number for span in _passing(voices.told) if (c := _of(voices, text, span))}
        made, ids = actors(voices.found, wanted, text, self._countries)
        found_times = times(article)
        return Record(
            article,
            statements,
            tuple(act(article, s, annotation.reading(n)) for n, s in enumerate(statements)),
            tuple(
                _provenance(n, statements, voices, ids, found_times) for n in range(len(statements))
            ),
            tuple(made),
            _spoken_for(self._places(article, self._toponyms(text, names)), statements),
            found_times,
            self.signed(model),
        )

    @staticmethod
    def signed(model: ModelInfo) -> ModelInfo:
        """Return a model together with these rules, as records name it."""
        return replace(model, rules=RULES)

    def _toponyms(self, text: str, names: Names) -> list[Mention]:
        """Return the names, and the places that the gazetteer knows and the encoder missed."""
        missed = [
            Mention(span, "place", "name", _FROM_GAZETTEER)
            for span in self._places.toponyms(text)
            if not names.touching(span)
        ]
        return sorted([*names.all, *missed], key=lambda m: m.span)

    def _voices(self, article: Article, annotation: Annotation, names: Names) -> _Voices:
        statements, text = annotation.statements, article.text
        outlets = Outlets(article, names.all)
        layout = Layout.of(article, statements)
        told = chains(article, layout, outlets)
        told = passed_on(article, statements, told, outlets)
        holders = [
            () if carried(s, c) else held(text, s, c, names)
            for s, c in zip(statements, told, strict=True)
        ]
        wanted = [span for spans in holders for span in spans] + _passing(told)
        found = gather(
            references(text, wanted, annotation.mentions, names), layout, self._countries
        )
        return _Voices(told, found, speakers(statements, holders, found, layout), layout)


def _own_reports(statements: Sequence[Statement], voices: _Voices) -> Iterator[int]:
    """Yield the statements inside another of the same holder: "she said she believed" is one.

    "I", and outside quotations any pronoun that stands for nobody known, is the holder too.
    """
    for number, (chain, speaking) in enumerate(zip(voices.told, voices.speaking, strict=True)):
        if chain.outer is None:
            continue
        outer = {c.number for c in voices.speaking[chain.outer].clusters}
        inner = {c.number for c in speaking.clusters}
        if inner <= outer and (inner or _unclear(statements[number], voices.layout)):
            yield number


def _unclear(statement: Statement, layout: Layout) -> bool:
    if not statement.source:
        return True
    source = statement.source[0]
    plain = plain_form(source.of(layout.text))
    return plain in {"i", "we"} or bool(plain and layout.speech(source.start) is None)


def _passing(told: Sequence[Chain]) -> list[Span]:
    """Return the spans of all carriers and addressees."""
    return [
        span
        for chain in told
        for span in (*(hop.span for hop in chain.links), chain.addressee)
        if span is not None
    ]


def _of(voices: _Voices, text: str, span: Span) -> Cluster | None:
    return voices.found.of(trimmed(text, span))


def _provenance(
    number: int,
    statements: Sequence[Statement],
    voices: _Voices,
    ids: dict[int, str],
    found_times: Sequence[Timex],
) -> Provenance:
    chain, speaking, text = voices.told[number], voices.speaking[number], voices.layout.text
    links = [
        Link(ids[cluster.number], hop.span, hop.kind)
        for hop in chain.links
        if (cluster := _of(voices, text, hop.span))
    ]
    addressee = _of(voices, text, chain.addressee) if chain.addressee else None
    return Provenance(
        speakers=tuple(ids[c.number] for c in speaking.clusters),
        score=round(speaking.score, 3),
        links=tuple(links),
        addressee=ids[addressee.number] if addressee else "",
        channel=chain.channel,
        said_at=_said_at(statements[number], found_times, voices.layout),
        reports="" if chain.outer is None else statements[chain.outer].id,
        why=speaking.why,
    )


def _said_at(statement: Statement, found: Sequence[Timex], layout: Layout) -> Timex | None:
    """Return the date that stands in the frame of a statement: by its cue, outside its content."""
    if not statement.cue:
        return None
    cue = statement.cue[0]
    sentence = layout.sentence(cue.start)
    near = []
    first = bisect_left(found, cue.start - _FRAME, key=lambda time: time.mention.end)
    for time in islice(found, first, None):
        span = time.mention
        if span.start > cue.end + _FRAME:
            break
        parts = (*statement.content, *statement.source)
        inside = any(part.overlaps(span) for part in parts)
        before = layout.text[max(span.start - 8, 0) : span.start].split()
        when = not before or before[-1].lower() not in _NOT_WHEN
        here = layout.sentence(span.start) == sentence
        if here and when and not inside and time.type in {"DATE", "TIME"}:
            near.append((max(span.start - cue.end, cue.start - span.end), span, time))
    return min(near, key=lambda each: each[:2])[2] if near else None


def _spoken_for(places: Sequence[Place], statements: Sequence[Statement]) -> tuple[Place, ...]:
    """Return the places, those that are the whole source of a statement as metonyms."""
    speaking = {span for s in statements for span in s.source}
    return tuple(
        replace(p, use="metonym") if p.mention in speaking and p.use == "literal" else p
        for p in places
    )
