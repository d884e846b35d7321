"""Article and annotation -> record: who is who, then acts, places and times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.records import (
    Actor,
    Annotation,
    Article,
    Link,
    Mention,
    ModelInfo,
    Provenance,
    Record,
    Span,
    Timex,
)
from sayso.resolve.actors.actors import actors
from sayso.resolve.actors.antecedents import Chooser, choose
from sayso.resolve.actors.coref import Entities, entities_of
from sayso.resolve.actors.mentions import Names, references, references_to_all
from sayso.resolve.actors.speakers import Speaking, own_reports, speakers
from sayso.resolve.acts.acts import act
from sayso.resolve.chain.chain import Chain, chains
from sayso.resolve.chain.passing import passages
from sayso.resolve.chain.sources import sources, spans_of
from sayso.resolve.forms.forms import formed
from sayso.resolve.layout import Layout
from sayso.resolve.places.countries import Countries
from sayso.resolve.places.places import Places
from sayso.resolve.times.saying import said_at
from sayso.resolve.times.times import times

RULES = "2026.12.17"  # raised when resolving comes to other conclusions: articles are read again


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
        cluster = self.entities.of(span)
        return self.ids.get(cluster.number, "") if cluster else ""


class Resolver:
    """Makes records of what the encoder found; holds the vocabularies, so make one and keep it.

    `choose` ranks whom a pronoun or title stands for; another than the usual one serves fitting.
    """

    def __init__(self, choose: Chooser = choose) -> None:
        self.choose = choose
        self._countries = Countries()
        self._places = Places()

    def __call__(self, article: Article, annotation: Annotation, model: ModelInfo) -> Record:
        """Return the record of one article; `model` made the annotation."""
        annotation, named = formed(article, annotation)
        who = self.who_is_who(article, annotation, named)
        if own := set(own_reports(who.speakers, who.layout)):
            annotation = annotation.without(own)
            who = self.who_is_who(article, annotation, named)
        statements, every_time = annotation.statements, times(article, who.layout)
        places = self._places.with_missed(article.text, who.names.all)
        return Record(
            article,
            statements,
            tuple(act(article, s, annotation.reading(n)) for n, s in enumerate(statements)),
            tuple(_provenance(n, who, every_time) for n in range(len(statements))),
            who.actors,
            self._places(article, places, who.layout.sources),
            every_time,
            self.signed(model),
        )

    def who_is_who(
        self, article: Article, annotation: Annotation, named: Mapping[str, Span] | None = None
    ) -> WhoIsWho:
        """Return who is who in an article, and who speaks and carries each of the statements.

        `named` is where the text names who speaks in statements without a source, by their ids.
        """
        text, statements = article.text, annotation.statements
        mentions = self._places.named(text, annotation.mentions)
        names = Names(text, mentions, self._countries)
        layout = Layout.of(article, statements)
        passing = passages(article, layout, names.all)
        named = named or {}
        wanted = [*spans_of(passing, names), *named.values()]
        every = references(text, wanted, mentions, names)
        entities = entities_of(every, layout, self._countries, self.choose)
        said_by = sources(passing, entities, names)
        holders = [
            (named[s.id],) if s.id in named else source.holders
            for s, source in zip(statements, said_by, strict=True)
        ]
        speaking = speakers(holders, entities, layout)
        passed = chains(passing, said_by, speaking)
        kept = {c.number for each in speaking for c in each.clusters}
        kept |= {c.number for chain in passed for s in chain.spans if (c := entities.of(s))}
        made, ids = actors(entities, kept, text, self._countries)
        return WhoIsWho(names, layout, entities, speaking, passed, tuple(made), ids)

    def what_is_what(self, who: WhoIsWho, mentions: Sequence[Mention]) -> Entities:
        """Return which of all mentions of an article stand for one another.

        `who` is who is who in it, which leaves out things, events and whoever neither has a name
        nor speaks, carries or acts.
        """
        every = references_to_all(who.layout.text, mentions, who.names)
        return entities_of(every, who.layout, self._countries, self.choose)

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
            Link(actor, link.span, link.kind)
            for link in chain.links
            if (actor := who.actor(link.span))
        ),
        addressee=who.actor(chain.addressee) if chain.addressee else "",
        channel=chain.channel,
        said_at=said_at(number, every_time, who.layout),
        reports="" if outer is None else statements[outer].id,
        why=speaking.why,
    )
