"""References in text order -> who is who: the references of one article gathered into clusters."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from sayso.english.names import folded
from sayso.english.pronouns import subjects
from sayso.english.role_nouns import heads
from sayso.english.tables import listed, lists
from sayso.records import Span
from sayso.resolve.actors.antecedents import Choice, Chooser, Cluster, agree, choose
from sayso.resolve.actors.name_matching import (
    body_words,
    is_surname_of,
    same_body,
    same_person,
    spelt,
)
from sayso.resolve.actors.references import Reference, trimmed
from sayso.resolve.layout import Layout
from sayso.resolve.places.countries import Countries

# Descriptions that can stand for one another: a bare "the leader" for a president.
_ALIKE = lists("actors.toml", "alike")
_SURE = 0.99  # of a name that matches, and of a description of its own
_ALONE = 0.9  # of a description that fits one actor named before
_RULERS = listed("actors.toml", "rulers")
_RECENT = 40  # actors, last mentioned first, that a pronoun or a description may mean
_HEADLINE = 200  # characters of the longest first paragraph that may be a headline
_SHORT, _FULL = 12, 90  # characters of a short name in brackets, and of the name before it
_KEY = 3  # letters of a name's word under which it is found again


@dataclass(slots=True)
class Entities:
    """The clusters of an article, and what each reference was resolved to, by its span."""

    text: str
    clusters: list[Cluster] = field(default_factory=list)
    choices: dict[Span, Choice] = field(default_factory=dict)
    _spans: list[Span] = field(default_factory=list)
    _recent: dict[int, Cluster] = field(default_factory=dict)
    _by_word: dict[str, dict[int, Cluster]] = field(default_factory=dict)

    def new(self, type_: str) -> Cluster:
        """Return a new cluster."""
        cluster = Cluster(len(self.clusters), type=type_)
        self.clusters.append(cluster)
        return cluster

    def add(self, cluster: Cluster, reference: Reference) -> None:
        """Add a reference to a cluster, and keep it where it is found again."""
        add(cluster, reference)
        self._recent.pop(cluster.number, None)
        self._recent[cluster.number] = cluster
        if reference.kind == "name":
            for key in {*_keys(reference.name), cluster.government} - {""}:
                self._by_word.setdefault(key, {})[cluster.number] = cluster

    def recent(self) -> list[Cluster]:
        """Return the clusters last mentioned, at most `_RECENT`, the last one first."""
        return list(islice(reversed(self._recent.values()), _RECENT))

    def namesakes(self, name: str, government: str) -> list[Cluster]:
        """Return the clusters that a name may belong to: by its words or that government."""
        keys = {*_keys(name), government} - {""}
        near = {n: c for key in keys for n, c in self._by_word.get(key, {}).items()}
        return [near[number] for number in sorted(near)]

    def between(self, start: int, end: int) -> Iterator[tuple[Span, Cluster]]:
        """Yield the resolved references that begin in a range, with whom each stands for."""
        for i in range(bisect_left(self._spans, (start, start)), len(self._spans)):
            span = self._spans[i]
            if span.start >= end:
                return
            if cluster := self.choices[span].cluster:
                yield span, cluster

    def decide(self, span: Span, choice: Choice) -> None:
        """Keep what a span was resolved to; spans come in text order."""
        self.choices[span] = choice
        self._spans.append(span)

    def of(self, span: Span) -> Cluster | None:
        """Return whom a span stands for; white space and the like at its edges are no part."""
        choice = self.choices.get(trimmed(self.text, span))
        return choice.cluster if choice else None


def entities_of(
    references: Sequence[Reference],
    layout: Layout,
    countries: Countries,
    choose: Chooser = choose,
) -> Entities:
    """Return who is who. References in the first and second person are left to the statements.

    `choose` ranks the antecedents of a reference; another than the usual one serves fitting.
    """
    entities = Entities(layout.text)
    for reference in references:
        if reference.kind == "name":
            choice = _in_brackets(reference, entities, layout)
            choice = choice or _by_name(reference, entities, countries)
        elif ruled := _ruled(reference, layout, countries):
            choice = _by_name(ruled, entities, countries)
        elif reference.kind == "nominal":
            choice = _by_description(reference, entities, layout, choose)
        elif reference.pronoun in subjects("third"):
            choice = choose(reference, entities.recent(), layout)
        else:
            continue
        if choice.cluster is not None:
            entities.add(choice.cluster, reference)
        entities.decide(reference.span, choice)
    _look_ahead(entities, layout)
    return entities


def _look_ahead(entities: Entities, layout: Layout) -> None:
    """Give a bare title in the headline ("governor says") to the one so called in the text."""
    end = layout.paragraphs[1].start if len(layout.paragraphs) > 1 else 0
    for span, cluster in list(entities.between(0, min(end, _HEADLINE))):
        if not cluster.references:
            continue
        bare = not cluster.names and cluster.references[0].span == span
        head = cluster.references[0].head
        if not bare or not head or cluster.references[0].kind != "nominal":
            continue
        named = (c for c in entities.clusters if c.names and head in c.heads)
        if other := next((c for c in named if agree(cluster.references[0], c)), None):
            choice = Choice(other, _ALONE, f"{other.name} is called so in the text")
            for reference in cluster.references:
                entities.choices[reference.span] = choice
            both = [*cluster.references, *other.references]
            other.references = sorted(both, key=lambda reference: reference.span)
            cluster.references = []
    entities.clusters = [c for c in entities.clusters if c.references]


def _keys(name: str) -> set[str]:
    """Return under what a name is found again: its words' beginnings, itself as an acronym."""
    words = folded(name).split()
    keys = {spelt(word)[:_KEY] for word in words}
    if name.isupper() and len(words) == 1:
        return keys | {"=" + words[0]}
    letters = "".join(w[0] for w in words)
    capitals = "".join(w[0].lower() for w in name.split() if w[0].isupper())
    return keys | {"=" + letters, "=" + capitals}


def _by_name(reference: Reference, entities: Entities, countries: Countries) -> Choice:
    """Return the cluster of a name: one that it can be a name of, else a new one."""
    type_ = _type_of_name(reference, countries)
    mine = government_of(reference.name, countries) if type_ == "government" else ""
    near = entities.namesakes(reference.name, mine)
    same = [c for c in near if _same(reference, type_, c, mine)]
    if not same:
        made = entities.new(type_)
        made.government = mine
        return Choice(made, _SURE, f"named “{reference.name}” here")
    if len(same) > 1:
        same = _nearest_namesake(reference, same)
    name = same[0].name or reference.name
    why = f"named “{reference.name}” here"
    return Choice(same[0], _SURE, why if name == reference.name else f"{why}, in full {name}")


def _in_brackets(reference: Reference, entities: Entities, layout: Layout) -> Choice | None:
    """Return the body whose short name stands in brackets behind its full one."""
    start, end = reference.span
    short = len(reference.name) <= _SHORT and any(c.isupper() for c in reference.name[1:])
    if not short or layout.text[end : end + 1] != ")" or layout.text[start - 2 : start] != " (":
        return None
    for span, cluster in entities.between(start - _FULL, start):
        if span.end == start - 2 and cluster.type != "person" and cluster.names:
            return Choice(cluster, _SURE, f"short for {cluster.name}")
    return None


def _type_of_name(reference: Reference, countries: Countries) -> str:
    if reference.name_type == "person":
        return "person"
    if reference.name_type in {"", "place"} and government_of(reference.name, countries):
        return "government"
    if reference.name_type == "place":
        return "place"
    if reference.name_type == "group":
        return "group"
    words = body_words(reference.name)
    types = {heads()[w].type for w in words if w in heads()}
    known = next((t for t in ("government", "document", "organisation") if t in types), "")
    if not known and not reference.name_type:
        by_role = [heads()[w].type for w in reference.role_words if w in heads()]
        return "person" if reference.sex or "person" in by_role else (by_role or [""])[0]
    return known or "organisation"


def government_of(name: str, countries: Countries) -> str:
    """Return the government or body that a seat, capital or country stands for, or nothing."""
    if seat := countries.seat(name):
        return seat[1]
    country = countries.by_name(name)
    return country.government if country else ""


def _same(reference: Reference, type_: str, cluster: Cluster, mine: str) -> bool:
    """Tell whether a name can be one of a cluster's."""
    if not cluster.names or (reference.sex and cluster.sex not in {"", reference.sex}):
        return False
    persons = type_ == "person", cluster.type == "person"
    if persons == (True, True):
        return all(same_person(reference.name, name) for name in cluster.names)
    if any(folded(reference.name) == folded(name) for name in cluster.names):
        return True
    if any(persons):
        # The tagger may take a surname alone for something else.
        return persons == (False, True) and any(
            is_surname_of(reference.name, name) for name in cluster.names
        )
    if mine or cluster.government:
        return mine == cluster.government
    return any(same_body(reference.name, name) for name in cluster.names)


def _nearest_namesake(reference: Reference, same: Sequence[Cluster]) -> list[Cluster]:
    """Return which of several namesakes is meant: one named so in full, else the last one named."""
    exact = [c for c in same if any(folded(reference.name) == folded(n) for n in c.names)]
    at = reference.span.start

    def last(cluster: Cluster) -> int:
        reference = cluster.last_before(at)
        return reference.span.start if reference else -1

    return [max(exact or same, key=last)]


def _by_description(
    reference: Reference, entities: Entities, layout: Layout, choose: Chooser
) -> Choice:
    """Return whom a description stands for: somebody described so before, or the nearest who fits.

    "The senator" after a senator has spoken is he; "a senator" is somebody new.
    """
    if reference.definite and reference.head:
        wanted = {reference.head} | _ALIKE.get(reference.head, frozenset())
        known = [c for c in entities.recent() if c.heads & wanted and agree(reference, c)]
        if len(known) == 1:
            who = known[0].name or "the one"
            return Choice(known[0], _ALONE, f"{who} was called so before")
        others = known or _others(reference, entities)
        choice = choose(reference, others, layout)
        if choice.cluster is not None:
            return choice
    type_ = reference.type or ("person" if reference.head == "" else "")
    return Choice(entities.new(type_), _SURE, "described here")


def _others(reference: Reference, entities: Entities) -> list[Cluster]:
    """Return whom a description may stand for though nobody was called so before.

    A body only where the noun stands alone ("the company"), since "the German coalition" is
    somebody new; a person by any words ("the former mayor").
    """
    if reference.many or reference.type not in {"person", "organisation"}:
        return []
    if reference.type == "person":
        return entities.recent()
    alone = not reference.roles or reference.roles[0].text.lower() == reference.head
    named = (c for c in entities.recent() if c.names and c.type == "organisation")
    return list(named) if alone and not reference.within else []


def _ruled(reference: Reference, layout: Layout, countries: Countries) -> Reference | None:
    """Return "the British government" as the name of that country's government."""
    if reference.kind != "nominal" or reference.head not in _RULERS or len(reference.within) != 1:
        return None
    words = reference.within[0].span.of(layout.text)
    country = countries.by_demonym(words) or countries.by_name(words)
    if country is None:
        return None
    return replace(
        reference, kind="name", name=country.name, name_type="place", roles=(), role_words=()
    )


def add(cluster: Cluster, reference: Reference) -> None:
    """Add a reference and what it tells to a cluster."""
    cluster.references.append(reference)
    cluster.sex = cluster.sex or reference.sex
    if reference.kind == "pronoun":
        return
    if reference.kind == "name":
        if reference.name not in cluster.names:
            cluster.names.append(reference.name)
        if _fuller(reference.name, cluster.name):
            cluster.name = reference.name
        if cluster.type != "person":
            cluster.heads.update(w for w in body_words(reference.name) if w in heads())
            cluster.heads.update(body_words(reference.name)[-1:])
    cluster.many = cluster.many or (reference.kind == "nominal" and reference.many)
    if reference.head:
        cluster.heads.add(reference.head)
    cluster.heads.update(w for w in reference.role_words if w in heads())
    cluster.words.update(reference.role_words)


def _fuller(name: str, known: str) -> bool:
    """Tell whether a name says more than the one known so far."""
    return not known or (len(name.split()), len(name)) > (len(known.split()), len(known))
