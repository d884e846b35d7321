"""Article and annotation -> record: who is who, then acts, places and times."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.records import (
    Actor,
    Annotation,
    Article,
    Link,
    ModelInfo,
    Provenance,
    Record,
    Span,
    Timex,
)
from sayso.resolve.actors.actors import actors
from sayso.resolve.actors.coref import Entities, entities_of
from sayso.resolve.actors.mentions import Names, references, source_holders
from sayso.resolve.actors.references import trimmed
from sayso.resolve.actors.speakers import Speaking, own_reports, speakers
from sayso.resolve.acts.acts import act
from sayso.resolve.chain.chain import Chain, chains
from sayso.resolve.chain.links import carried, passed_on
from sayso.resolve.chain.outlets import Outlets
from sayso.resolve.layout import Layout
from sayso.resolve.places.countries import Countries
from sayso.resolve.places.places import Places
from sayso.resolve.times.saying import said_at
from sayso.resolve.times.times import times

RULES = "2026.12.3"  # raised when resolving comes to other conclusions: articles are read again


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """Who is who in one article, and of each statement who speaks and through whom it came.

    `ids` are the ids of `actors` by the number of the cluster among `entities`.
    """

    names: Names
    layout: Layout
    entities: Entities
    speakers: Sequence[Speaking]
    chains: Sequence[Chain]
    actors: tuple[Actor, ...]
    ids: dict[int, str]

    def actor(self, span: Span) -> str:
        """Return the id of whom a span stands for, empty where that is nobody known."""
        cluster = self.entities.of(trimmed(self.layout.text, span))
        return self.ids.get(cluster.number, "") if cluster else ""


class Resolver:
    """Makes records of what the encoder found; holds the vocabularies, so make one and keep it."""

    def __init__(self) -> None:
        self._countries = Countries()
        self._places = Places()

    def __call__(self, article: Article, annotation: Annotation, model: ModelInfo) -> Record:
        """Return the record of one article; `model` made the annotation."""
        who = self.who_is_who(article, annotation)
        if own := set(own_reports(who.speakers, who.layout)):
            annotation = annotation.without(own)
            who = self.who_is_who(article, annotation)
        statements, every_time = annotation.statements, times(article)
        return Record(
            article,
            statements,
            tuple(act(article, s, annotation.reading(n)) for n, s in enumerate(statements)),
            tuple(_provenance(n, who, every_time) for n in range(len(statements))),
            who.actors,
            self._places.with_missed(article, who.names.all, who.layout.sources),
            every_time,
            self.signed(model),
        )

    def who_is_who(self, article: Article, annotation: Annotation) -> WhoIsWho:
        """Return who is who in an article, and who speaks and carries each of the statements."""
        text, statements = article.text, annotation.statements
        names = Names(text, annotation.mentions, self._countries)
        layout = Layout.of(article, statements)
        outlets = Outlets(article, names.all)
        found = passed_on(article, statements, chains(article, layout, outlets), outlets)
        holders = [
            () if carried(s, c) else source_holders(text, span, names) if span else ()
            for s, c in zip(statements, found, strict=True)
            for span in [c.speaker or next(iter(s.source), None)]
        ]
        passing = [span for chain in found for span in chain.spans]
        wanted = [*(span for spans in holders for span in spans), *passing]
        entities = entities_of(
            references(text, wanted, annotation.mentions, names), layout, self._countries
        )
        speaking = speakers(holders, entities, layout)
        kept = {c.number for each in speaking for c in each.clusters}
        kept |= {c.number for span in passing if (c := entities.of(trimmed(text, span)))}
        made, ids = actors(entities, kept, text, self._countries)
        return WhoIsWho(names, layout, entities, speaking, found, tuple(made), ids)

    @staticmethod
    def signed(model: ModelInfo) -> ModelInfo:
        """Return a model together with these rules, as records name it."""
        return replace(model, rules=RULES)


def _provenance(number: int, who: WhoIsWho, every_time: Sequence[Timex]) -> Provenance:
    chain, speaking, statements = who.chains[number], who.speakers[number], who.layout.statements
    outer = who.layout.outer[number]
    return Provenance(
        speakers=tuple(who.ids[c.number] for c in speaking.clusters),
        score=round(speaking.score, 3),
        links=tuple(
            Link(actor, hop.span, hop.kind) for hop in chain.links if (actor := who.actor(hop.span))
        ),
        addressee=who.actor(chain.addressee) if chain.addressee else "",
        channel=chain.channel,
        said_at=said_at(statements[number], every_time, who.layout),
        reports="" if outer is None else statements[outer].id,
        why=speaking.why,
    )
