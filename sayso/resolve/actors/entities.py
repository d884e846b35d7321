"""The actors of an article as they are gathered, and whom each reference stands for."""

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from sayso.english.names import folded, unowned
from sayso.english.role_nouns import heads
from sayso.english.tables import lists
from sayso.records import Span
from sayso.resolve.actors.antecedents import Choice, Cluster
from sayso.resolve.actors.names.name_index import NameIndex
from sayso.resolve.actors.names.name_matching import body_words
from sayso.resolve.actors.offices import office
from sayso.resolve.actors.references import Reference, nouns_of, trimmed

# "The alliance" for NATO.
_KNOWN_AS = lists("actors.toml", "known_as")
CALLED = 0.9  # how often a description is right that the text gives to one who is named
_RECENT = 40  # actors, last mentioned first, that a pronoun or a description may mean


@dataclass(slots=True)
class Entities:
    """The clusters of an article, and what each reference was resolved to, by its span.

    `named` finds the clusters that have a name by any other that may be theirs.
    """

    text: str
    clusters: list[Cluster] = field(default_factory=list)
    choices: dict[Span, Choice] = field(default_factory=dict)
    named: NameIndex = field(default_factory=NameIndex)
    _spans: list[Span] = field(default_factory=list)
    _recent: dict[int, Cluster] = field(default_factory=dict)

    def new(self, type_: str) -> Cluster:
        """Return a new cluster."""
        number = self.clusters[-1].number + 1 if self.clusters else 0  # some may be gone
        cluster = Cluster(number, type=type_)
        self.clusters.append(cluster)
        return cluster

    def add(self, cluster: Cluster, reference: Reference) -> None:
        """Add a reference to a cluster, and keep it where it is found again."""
        add(cluster, reference)
        self._recent.pop(cluster.number, None)
        self._recent[cluster.number] = cluster
        if reference.kind == "name":
            self.named.add(reference.name, cluster)

    def recent(self) -> list[Cluster]:
        """Return the clusters last mentioned, at most `_RECENT`, the last one first."""
        return list(islice(reversed(self._recent.values()), _RECENT))

    def between(self, start: int, end: int) -> Iterator[tuple[Span, Cluster]]:
        """Yield the resolved references that begin in a range, with whom each stands for."""
        for i in range(bisect_left(self._spans, (start, start)), len(self._spans)):
            span = self._spans[i]
            if span.start >= end:
                return
            if cluster := self.choices[span].cluster:
                yield span, cluster

    def merge(self, one: Cluster, other: Cluster) -> None:
        """Give all that stands for one actor to another."""
        choice = Choice(other, CALLED, f"{other.name} is called so in the text")
        for reference in one.references:
            self.choices[reference.span] = choice
        both = [*one.references, *other.references]
        other.references = sorted(both, key=lambda reference: reference.span)
        other.offices += tuple(each for each in one.offices if each not in other.offices)
        one.references = []
        self._recent.pop(one.number, None)

    def decide(self, span: Span, choice: Choice) -> None:
        """Keep what a span was resolved to; spans come in text order."""
        self.choices[span] = choice
        self._spans.append(span)

    def apart(self, reference: Reference, choice: Choice) -> None:
        """Make somebody else of a reference, whomever it was taken for."""
        before = self.choices.get(reference.span)
        if before is None:
            insort(self._spans, reference.span)
        elif before.cluster:
            others = [r for r in before.cluster.references if r.span != reference.span]
            before.cluster.references = others
        self.choices[reference.span] = choice
        if choice.cluster:
            self.add(choice.cluster, reference)

    def of(self, span: Span) -> Cluster | None:
        """Return whom a span stands for; white space and the like at its edges are no part."""
        choice = self.choices.get(trimmed(self.text, span))
        return choice.cluster if choice else None


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
            known = folded(unowned(reference.name))
            cluster.heads.update(noun for noun, names in _KNOWN_AS.items() if known in names)
    cluster.many = cluster.many or (reference.kind == "nominal" and reference.many)
    if reference.head:
        cluster.heads.add(reference.head)
    cluster.heads.update(noun for role in reference.roles for noun in nouns_of(role.text))
    cluster.words.update(reference.role_words)
    offices = list(reference.offices)
    if reference.kind == "nominal" and cluster.offices:
        # "The leader" for a president tells no new office.
        nouns = {each.noun for each in cluster.offices}
        offices = [each for each in offices if each.noun in nouns]
    if reference.kind == "name" and cluster.type != "person" and (own := office(reference.name)):
        offices += [own] * (own.noun in heads())
    cluster.offices += tuple(each for each in offices if each not in cluster.offices)


def _fuller(name: str, known: str) -> bool:
    """Tell whether a name says more than the one known so far."""
    return not known or (len(name.split()), len(name)) > (len(known.split()), len(known))
