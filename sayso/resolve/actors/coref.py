"""References in text order -> who is who: the references of one article gathered into clusters."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from sayso.english.names import folded, unowned
from sayso.english.pronouns import plain_form, sexes_of_pronouns, subjects
from sayso.english.role_nouns import heads, marked
from sayso.english.tables import listed, lists
from sayso.records import Span
from sayso.resolve.actors.antecedents import Choice, Chooser, Cluster, agree, choose
from sayso.resolve.actors.name_index import NameIndex
from sayso.resolve.actors.name_matching import body_words, is_surname_of, same_body, same_person
from sayso.resolve.actors.offices import Office, excludes, general_nouns, likeness, office
from sayso.resolve.actors.references import Reference, nouns_of, trimmed
from sayso.resolve.layout import Layout
from sayso.resolve.places.countries import Countries
from sayso.resolve.places.gazetteer import fold

# Descriptions that can stand for one another: a bare "the leader" for a president.
_ALIKE = lists("actors.toml", "alike")
_ELDER, _YOUNGER = listed("actors.toml", "elder"), listed("actors.toml", "younger")
_PARENTS, _CHILDREN = listed("actors.toml", "parents"), listed("actors.toml", "children")
_COUNTRIES = marked("country") | listed("actors.toml", "countries")
_COUNTERPARTS = listed("actors.toml", "counterparts")
# How often each is right as a speaker, on frontline's training part.
_IN_FULL = 0.97  # a name that stands in full elsewhere
_NAMED = 0.92  # a name by itself
_DESCRIBED = 0.8  # a description of its own
_ALONE = 0.9  # of a description that fits one actor named before
_RULERS = marked("ruler") | listed("actors.toml", "rulers")
_RECENT = 40  # actors, last mentioned first, that a pronoun or a description may mean
_HEADLINE = 200  # characters of the longest first paragraph that may be a headline
_SHORT, _FULL = 12, 90  # characters of a short name in brackets, and of the name before it


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
        cluster = Cluster(len(self.clusters), type=type_)
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
        choice = Choice(other, _ALONE, f"{other.name} is called so in the text")
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
        if choice.cluster is not None and reference.kind == "name" and reference.offices:
            _claim(choice.cluster, reference, entities, layout)
    _look_ahead(entities, layout)
    return entities


def _claim(cluster: Cluster, reference: Reference, entities: Entities, layout: Layout) -> None:
    """Give what the headline tells of "Polish PM" to the first who is named with that office."""
    end = layout.paragraphs[1].start if len(layout.paragraphs) > 1 else 0
    for span, other in list(entities.between(0, min(end, _HEADLINE))):
        described = other.references[0] if other.references else None
        if described is None or described.span != span or other.names or not described.offices:
            continue
        same = likeness(described.offices[0], reference.offices).same
        if same and agree(described, cluster) and _tells_no_more(described, cluster):
            entities.merge(other, cluster)


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
        named = (
            c
            for c in entities.clusters
            if c.names and head in c.heads and _tells_no_more(cluster.references[0], c)
        )
        if other := next((c for c in named if agree(cluster.references[0], c)), None):
            entities.merge(cluster, other)
    _give_to_holders(entities)
    entities.clusters = [c for c in entities.clusters if c.references]


def _give_to_holders(entities: Entities) -> None:
    """Give "the mayor", named nowhere beside it, to the one whom the article names as mayor."""
    named = {c.number: c for c in entities.clusters if c.names}
    by_noun: dict[str, set[int]] = defaultdict(set)
    for number, each in named.items():
        for held in each.offices:
            by_noun[held.noun].add(number)
    for cluster in entities.clusters:
        first = _opening(cluster)
        if first is None or not first.offices:
            continue
        alike = [named[number] for number in by_noun[first.offices[0].noun]]
        if other := _only_holder(first, cluster, alike):
            entities.merge(cluster, other)
            for held in other.offices:
                by_noun[held.noun].add(other.number)


def _opening(cluster: Cluster) -> Reference | None:
    """Return what somebody unnamed was first called, as somebody known: "the mayor"."""
    first = cluster.references[0] if cluster.references and not cluster.names else None
    known = first and first.kind == "nominal" and first.definite and first.type == "person"
    return first if known and first and not first.many and not first.owner else None


def _only_holder(first: Reference, cluster: Cluster, named: Sequence[Cluster]) -> Cluster | None:
    """Return the one person whom the article names with the very office of a description.

    `named` are those who are named with an office of its noun.
    """
    if first.offices[0].noun in general_nouns():
        return None
    holders = [c for c in named if likeness(first.offices[0], c.offices).same]
    fitting = len(holders) == 1 and agree(first, holders[0]) and _tells_no_more(first, holders[0])
    return holders[0] if fitting and holders[0] is not cluster.owner else None


def _tells_no_more(reference: Reference, cluster: Cluster) -> bool:
    """Tell whether an actor is known to be all that a description says."""
    if not reference.offices:
        return True
    like = likeness(reference.offices[0], cluster.offices)
    contrary = like.extra or like.other_side or like.other_office or like.rank
    return reference.offices[0].bare or (like.same and not contrary)


def _by_name(reference: Reference, entities: Entities, countries: Countries) -> Choice:
    """Return the cluster of a name: one that it can be a name of, else a new one."""
    type_ = _type_of_name(reference, countries)
    mine = government_of(reference.name, countries) if type_ == "government" else ""
    near = entities.named.near(reference.name, mine)
    same = [c for c in near if _same(reference, type_, c, mine)]
    if not same:
        made = entities.new(type_)
        made.government = mine
        return Choice(made, _NAMED, f"named “{reference.name}” here")
    if len(same) > 1:
        same = _nearest_namesake(reference, _of_age(reference, same, entities.text))
    name = same[0].name or reference.name
    why = f"named “{reference.name}” here"
    if name == reference.name:
        return Choice(same[0], _NAMED, why)
    return Choice(same[0], _IN_FULL, f"{why}, in full {name}")


def _in_brackets(reference: Reference, entities: Entities, layout: Layout) -> Choice | None:
    """Return the body whose short name stands in brackets behind its full one."""
    start, end = reference.span
    short = len(reference.name) <= _SHORT and any(c.isupper() for c in reference.name[1:])
    if not short or layout.text[end : end + 1] != ")" or layout.text[start - 2 : start] != " (":
        return None
    for span, cluster in entities.between(start - _FULL, start):
        if span.end == start - 2 and cluster.type != "person" and cluster.names:
            return Choice(cluster, _IN_FULL, f"short for {cluster.name}")
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
    return countries.rulers.get(fold(name), "")


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


def _of_age(reference: Reference, same: list[Cluster], text: str) -> list[Cluster]:
    """Return which of several namesakes "the elder Okabe" or "the younger Okabe" may be."""
    lead = text[reference.span.start : reference.named.start] if reference.named else ""
    ages = [set(lead.lower().split()) & words for words in (_ELDER, _YOUNGER)]
    if not any(ages):
        return same
    mine, others = (_PARENTS, _CHILDREN) if ages[0] else (_CHILDREN, _PARENTS)
    fitting = [c for c in same if any(o.noun in mine for o in c.offices)]
    return fitting or [c for c in same if not any(o.noun in others for o in c.offices)] or same


def _nearest_namesake(reference: Reference, same: Sequence[Cluster]) -> list[Cluster]:
    """Return which of several namesakes is meant: one named so in full, else the last one named."""
    exact = [c for c in same if any(folded(reference.name) == folded(n) for n in c.names)]
    at = reference.span.start

    def holds(cluster: Cluster) -> bool:
        like = likeness(reference.offices[0], cluster.offices)
        return like.same and not (like.other_side or like.other_office)

    def last(cluster: Cluster) -> int:
        named = [r.span.start for r in cluster.references if r.kind == "name" and r.span.start < at]
        return max(named, default=-1)

    so_called = [c for c in same if reference.offices and holds(c)]
    return [max(exact or so_called or same, key=last)]


def _by_description(
    reference: Reference, entities: Entities, layout: Layout, choose: Chooser
) -> Choice:
    """Return whom a description stands for: whoever fits it best, or somebody new.

    "The senator" after a senator has spoken is he; "a senator" is somebody new. Whoever has what is
    described ("his lawyer") is never the one described, nor is whoever speaks the words that it
    stands in.
    """
    own = _possessor(reference, layout.text)
    owner_words = reference.owner.of(entities.text) if reference.owner else ""
    owner = _called(owner_words, entities.named.near(owner_words, "")) if owner_words else None
    if own is not None:
        owner = choose(own, entities.recent(), layout).cluster
    if reference.definite and reference.head:
        barred = [owner, *_speaking(reference.span.start, entities, layout)]
        recent = (c for c in entities.recent() if not any(c is other for other in barred))
        others = [c for c in recent if _may_be(reference, c, layout.text)]
        if _is_mine(reference, layout.text):
            others = [c for c in others if reference.head in c.heads]
        choice = choose(reference, _called_so(reference, others) or others, layout)
        if choice.cluster is not None:
            return choice
    made = entities.new(reference.type or ("person" if reference.head == "" else ""))
    made.owner = owner
    if owner and reference.head in _COUNTERPARTS and reference.offices:
        made.offices = tuple(_counterpart(reference.offices[0], o) for o in owner.offices)
    return Choice(made, _DESCRIBED, "described here")


def _is_mine(reference: Reference, text: str) -> bool:
    """Tell whether a speaker has whom a description is of: "my son" is somebody new at first."""
    return reference.owner is not None and reference.owner.of(text).lower() == "my"


def _speaking(at: int, entities: Entities, layout: Layout) -> list[Cluster]:
    """Return who is known to speak the quoted words at an offset: named before them."""
    number = layout.speech(at)
    sources = () if number is None else layout.statements[number].source
    return [cluster for span in sources if (cluster := entities.of(span))]


def _counterpart(wanted: Office, office: Office) -> Office:
    """Return the office of a counterpart: "his Tarvian counterpart" of a foreign minister."""
    words = office.words - office.sides
    return replace(office, words=wanted.words | words, sides=wanted.sides, owned=True)


def _called_so(reference: Reference, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return who of some persons holds the very office of a description: nobody else then does."""
    if reference.type != "person" or not reference.offices:
        return []
    likes = ((c, likeness(reference.offices[0], c.offices)) for c in clusters)
    return [c for c, like in likes if like.same and not like.new_side and not like.extra]


def _may_be(reference: Reference, cluster: Cluster, text: str) -> bool:
    """Tell whether a description may stand for an actor.

    Several people, and papers, only where they were called so before.
    """
    if not agree(reference, cluster):
        return False
    if cluster.government and reference.head not in _COUNTRIES | cluster.heads:
        return False  # "the army" is no country's government
    person = reference.type == cluster.type == "person"
    if person and reference.offices and excludes(reference.offices[0], cluster.offices):
        return False
    if reference.many or reference.type == "document":
        wanted = {reference.head} | _ALIKE.get(reference.head, frozenset())
        return bool(cluster.heads & wanted)
    inside = (n.span.of(text) for n in reference.within if n.type == "person")
    return not any(same_person(name, known) for name in inside for known in cluster.names)


def _possessor(reference: Reference, text: str) -> Reference | None:
    """Return the pronoun that owns what is described: "his" of "his lawyer"."""
    plain = plain_form(reference.owner.of(text)) if reference.owner else ""
    if reference.owner is None or plain not in subjects("third"):
        return None
    sex = sexes_of_pronouns().get(plain, "")
    return Reference(reference.owner, "pronoun", pronoun=plain, sex=sex, many=plain == "they")


def _called(words: str, near: Sequence[Cluster]) -> Cluster | None:
    """Return the first of some actors that may be called so: Ruel, who has "Ruel's lawyer"."""
    fitting = (c for c in near if any(_may_be_called(words, c, name) for name in c.names))
    return next(fitting, None)


def _may_be_called(words: str, cluster: Cluster, name: str) -> bool:
    return same_person(words, name) if cluster.type == "person" else same_body(words, name)


def _ruled(reference: Reference, layout: Layout, countries: Countries) -> Reference | None:
    """Return "the British government" or "the Kyiv authorities" as a name of that government.

    "Russian authorities", without an article, are some of them, as "Russian officials" are.
    """
    if reference.kind != "nominal" or reference.head not in _RULERS or len(reference.within) > 1:
        return None
    if reference.many and not reference.definite:
        return None
    words = " ".join(n.span.of(layout.text) for n in reference.within) or _before_head(
        reference, layout.text
    )
    country = countries.by_demonym(words) or countries.by_name(words)
    if country is None and (seat := countries.seat(words)):
        country = countries.get(seat[0])
    if country is None:
        return None
    return replace(
        reference, kind="name", name=country.name, name_type="place", roles=(), role_words=()
    )


def _before_head(reference: Reference, text: str) -> str:
    """Return the words between the article and the noun of a description."""
    words = reference.span.of(text).split()
    return unowned(" ".join(words[1:-1])) if words[-1].lower() == reference.head else ""


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
