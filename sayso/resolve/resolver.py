"""Article and annotation -> record: who is who, then acts, places, times and quantities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.english.broken_words import whole_words
from sayso.english.tables import build
from sayso.records import (
    CARRIER_KINDS,
    Actor,
    Annotation,
    Article,
    Link,
    Mention,
    ModelInfo,
    Provenance,
    Record,
    Span,
    Spans,
    Timex,
)
from sayso.resolve.actors.actors import actors
from sayso.resolve.actors.antecedents import Chooser, choose
from sayso.resolve.actors.coref import entities_of
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.mentions import Names, references, references_to_all
from sayso.resolve.actors.names.known_names import with_known
from sayso.resolve.actors.names.whole_names import whole_names
from sayso.resolve.actors.somebody import with_somebody
from sayso.resolve.actors.speakers import Speaking, own_reports, speakers, thoughts_of_anybody
from sayso.resolve.acts.acts import act
from sayso.resolve.chain.chain import Chain, chains
from sayso.resolve.chain.passing import passages
from sayso.resolve.chain.sources import Source, sources, spans_of
from sayso.resolve.forms.forms import formed
from sayso.resolve.layout import Layout
from sayso.resolve.places.countries import shipped_countries
from sayso.resolve.places.naming import with_places
from sayso.resolve.places.places import Places
from sayso.resolve.quantities.quantities import quantities
from sayso.resolve.times.saying import said_at
from sayso.resolve.times.times import times

RULES = "2026.12.59"  # raised when resolving comes to other conclusions: articles are read again


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """Who is who in one article, and of each statement who speaks and through whom it came.

    `annotation` has the statements that stand, in the order of `speakers` and `chains`; `ids` are
    the ids of `actors` by the number of the cluster among `entities`.
    """

    annotation: Annotation
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
        self._countries = shipped_countries()
        self._places = Places()
        build("sayso.english", "sayso.resolve")

    def __call__(self, article: Article, annotation: Annotation, model: ModelInfo) -> Record:
        """Return the record of one article; `model` made the annotation."""
        whole = whole_words(article)
        if whole:
            article, annotation = whole.article, whole.inward(annotation)
        who = self.who_is_who(article, annotation)
        annotation, every_time = who.annotation, times(article, who.layout)
        statements = annotation.statements
        places = self._places.with_missed(article.text, who.names.all)
        latest = article.published.end if article.published else ""
        record = Record(
            article,
            statements,
            tuple(act(article, s, annotation.reading(n)) for n, s in enumerate(statements)),
            tuple(_provenance(n, who, every_time, latest) for n in range(len(statements))),
            who.actors,
            self._places(article, places, who.layout.sources),
            every_time,
            self.signed(model),
            quantities(who.layout, [*article.skips, *(time.mention for time in every_time)]),
        )
        return whole.record(record) if whole else record

    def who_is_who(self, article: Article, annotation: Annotation) -> WhoIsWho:
        """Return who is who in an article, and who speaks and carries each statement that stands.

        What the layout makes plain stands beside what was annotated, or in place of it; what a
        holder says inside a statement of the same holder is no statement of its own.
        """
        annotation, named = formed(article, annotation)
        text = article.text
        places = self._places
        known = [*with_known(text, annotation.mentions)]
        mentions = with_places(text, known, places.gazetteer, places.countries)
        # Names that are whole only now may be known as well.
        mentions = [*with_known(text, whole_names(text, mentions))]
        names = Names(text, mentions, self._countries)
        layout = Layout.of(article, annotation.statements)
        # Who reports himself shows only once it is known who speaks; without those statements
        # that is asked once more.
        for first in (True, False):
            passing = passages(article, layout, names.all)
            wanted = [*spans_of(passing, names), *named.values()]
            every = references(text, wanted, mentions, names)
            entities = entities_of(every, layout, self._countries, self.choose)
            with_somebody(entities, layout)
            said_by = sources(passing, entities, names)
            speaking = speakers(_holders(layout, said_by, named), entities, layout)
            own = set[int]()
            if first:
                own = {*own_reports(speaking, layout), *thoughts_of_anybody(speaking, layout)}
            if not own:
                break
            annotation = annotation.without(own)
            layout = layout.holding(annotation.statements)
        passed = chains(passing, said_by, speaking)
        kept = {c.number for each in speaking for c in each.clusters}
        kept |= {c.number for chain in passed for s in chain.spans if (c := entities.of(s))}
        made, ids = actors(entities, kept, text, self._countries)
        return WhoIsWho(annotation, names, layout, entities, speaking, passed, tuple(made), ids)

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


def _holders(layout: Layout, said_by: Sequence[Source], named: Mapping[str, Span]) -> list[Spans]:
    """Return the words that name who speaks in each statement.

    `named` is where the text does so for statements without a source, by their ids.
    """
    return [
        (named[s.id],) if s.id in named else source.holders
        for s, source in zip(layout.statements, said_by, strict=True)
    ]


def _provenance(number: int, who: WhoIsWho, every_time: Sequence[Timex], latest: str) -> Provenance:
    chain, speaking, statements = who.chains[number], who.speakers[number], who.layout.statements
    outer = who.layout.outer[number]
    ids = tuple(who.ids[c.number] for c in speaking.clusters)
    return Provenance(
        speakers=ids,
        score=round(speaking.score, 3),
        links=tuple(
            Link(actor, link.span, link.kind)
            for link in chain.links
            if (actor := who.actor(link.span)) and not (link.kind in CARRIER_KINDS and actor in ids)
        ),
        addressee=who.actor(chain.addressee) if chain.addressee else "",
        channel=chain.channel,
        said_at=said_at(number, every_time, who.layout, latest),
        reports="" if outer is None else statements[outer].id,
        why=speaking.why,
    )
