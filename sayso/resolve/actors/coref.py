"""References in text order -> who is who: the references of one article gathered into clusters."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.english.function_words import articles, determiners, owners
from sayso.english.names import folded, unowned
from sayso.english.pronouns import plain_form, sexes_of_pronouns, subjects
from sayso.english.role_nouns import heads
from sayso.english.tables import either, listed, lists
from sayso.records import Span, Statement
from sayso.resolve.actors.antecedents import UNSURE, Choice, Chooser, Cluster, choose, fits
from sayso.resolve.actors.contrary import (
    called_so,
    is_told_so,
    may_be,
    other_voices,
    short_for,
    spoken_of,
    told_of_by_others,
)
from sayso.resolve.actors.described.leads import give_leads
from sayso.resolve.actors.described.named_later import claim, look_ahead
from sayso.resolve.actors.described.rulers import in_focus, ruled
from sayso.resolve.actors.entities import Entities
from sayso.resolve.actors.introduced import introduced_before, led_in
from sayso.resolve.actors.leaders import leads_so
from sayso.resolve.actors.names.name_matching import (
    body_words,
    is_surname_of,
    same_body,
    same_person,
)
from sayso.resolve.actors.offices import Office, likeness
from sayso.resolve.actors.questioned import questioned
from sayso.resolve.actors.references import Reference
from sayso.resolve.layout import Layout
from sayso.resolve.places.countries import Countries
from sayso.resolve.places.gazetteer import fold

# Descriptions that can stand for one another: a bare "the leader" for a president.
_ALIKE = lists("actors.toml", "alike")
_ELDER, _YOUNGER = listed("actors.toml", "elder"), listed("actors.toml", "younger")
_PARENTS, _CHILDREN = listed("actors.toml", "parents"), listed("actors.toml", "children")
_COUNTERPARTS = listed("actors.toml", "counterparts")
# How often each is right as a speaker, on frontline's training part.
_FULL_NAME = 0.97  # a name that stands in full elsewhere
_NAMED = 0.92  # a name by itself
_DESCRIBED = 0.87  # a description of its own
# One that speaks of somebody as known, or of a paper, and fits nobody who was told of.
_UNTOLD = {"person": 0.55, "document": 0.45, "organisation": 0.7}
_FITS = 0.8  # the latter of two
_UNSURELY = 0.5  # one that may be of somebody named
_SPOKEN_TO, _NEXT = 0.85, 3  # whoever stands right behind "told" is spoken to
_NONE = listed("actors.toml", "none")
_PAIRED = {"the former": 0, "the latter": 1}
_PAIR = 3  # sentences back to the two of whom one is "the latter"
_JOINS = re.compile(rf" and (?:{either(articles() | owners())} )?")
_REPLIES = listed("actors.toml", "replies")
_MARKS = ' \n\t.,"”’»'  # what may stand between words and the reply to them
# "Ruel said | she", by which namesakes are told apart.
_SAYING = re.compile(r" [a-z]+(?: that)? (?P<pronoun>he|she)\b")
_SHORT, _FULL = 12, 90  # characters of a short name in brackets, and of the name before it


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
            if whose := _whose_counterpart(reference, layout.text):
                owner = _owner_of(whose, entities, layout, choose)
                reference = _as_counterpart(reference, owner)
            short = _in_brackets(reference, entities, layout)
            choice = short or _by_name(reference, entities, layout, countries)
        elif reference.kind == "nominal" and not _is_none(reference, layout.text):
            owner = _owner_of(reference, entities, layout, choose)
            named = ruled(reference, layout, owner or _whose_name(reference, entities))
            if named is None:
                choice = _in_apposition(reference, entities) or _by_description(
                    reference, owner, entities, layout, choose
                )
                named = in_focus(reference, choice, layout)
            if named is not None:
                reference = named
                choice = _by_name(reference, entities, layout, countries)
        elif reference.pronoun in subjects("third"):
            choice = _by_pronoun(reference, entities, layout, choose)
        else:
            continue
        if choice.cluster is not None:
            entities.add(choice.cluster, reference)
        entities.decide(reference.span, choice)
        if choice.cluster is not None and reference.kind == "name" and reference.offices:
            claim(choice.cluster, reference, entities, layout)
    look_ahead(entities, layout)
    give_leads(entities, layout)
    entities.clusters = [c for c in entities.clusters if c.references]
    return entities


def _is_none(reference: Reference, text: str) -> bool:
    """Tell whether a description says that there is nobody: "no group has claimed it"."""
    words = reference.span.of(text).split(maxsplit=1)
    return folded(words[0]) in _NONE


def _by_name(
    reference: Reference, entities: Entities, layout: Layout, countries: Countries
) -> Choice:
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
        same = _of_age(reference, _of_sex(reference, same, entities.text), entities.text)
        same = _speaking_beside(reference, same, layout) or _nearest_namesake(reference, same)
    name = same[0].name or reference.name
    why = f"named “{reference.name}” here"
    if name == reference.name:
        return Choice(same[0], _NAMED, why)
    return Choice(same[0], _FULL_NAME, f"{why}, in full {name}")


def _in_brackets(reference: Reference, entities: Entities, layout: Layout) -> Choice | None:
    """Return the body whose short name stands in brackets behind its full one."""
    start, end = reference.span
    short = len(reference.name) <= _SHORT and any(c.isupper() for c in reference.name[1:])
    if not short or layout.text[end : end + 1] != ")" or layout.text[start - 2 : start] != " (":
        return None
    for span, cluster in entities.between(start - _FULL, start):
        if span.end == start - 2 and cluster.type != "person" and cluster.names:
            return Choice(cluster, _FULL_NAME, f"short for {cluster.name}")
    return None


def _type_of_name(reference: Reference, countries: Countries) -> str:
    if reference.name_type == "person":
        return "person"
    if reference.name_type in {"", "place"} and fold(reference.name) in countries.rulers:
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
    """Return the government that a capital, a country or a body's town stands for, or nothing.

    What stands in a capital speaks for itself: "the White House" is not all of Washington.
    """
    seat = fold(name)
    return "" if seat in countries.buildings else countries.rulers.get(seat, "")


def _same(reference: Reference, type_: str, cluster: Cluster, mine: str) -> bool:
    """Tell whether a name can be one of a cluster's."""
    if not cluster.names or (reference.sex and cluster.sex not in {"", reference.sex}):
        return False
    persons = type_ == "person", cluster.type == "person"
    if persons == (True, True):
        return all(same_person(reference.name, name) for name in _in_full(cluster.names))
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


def _in_full(names: Sequence[str]) -> list[str]:
    """Return a person's names without words of a fuller one: "Nadia" of Nadia Ferro."""
    words = [folded(name).split() for name in names]
    return [
        name
        for name, own in zip(names, words, strict=True)
        if not (len(own) == 1 and any(len(w) > 1 and own[0] in (w[0], w[-1]) for w in words))
    ]


def _of_sex(reference: Reference, same: list[Cluster], text: str) -> list[Cluster]:
    """Return which of several namesakes may be who "Ruel said she …" tells of."""
    said = _SAYING.match(text, reference.span.end)
    sex = sexes_of_pronouns().get(said["pronoun"], "") if said else ""
    return [c for c in same if not sex or c.sex in {"", sex}] or same


def _of_age(reference: Reference, same: list[Cluster], text: str) -> list[Cluster]:
    """Return which of several namesakes "the elder Okabe" or "the younger Okabe" may be."""
    lead = text[reference.span.start : reference.named.start] if reference.named else ""
    ages = [set(lead.lower().split()) & words for words in (_ELDER, _YOUNGER)]
    if not any(ages):
        return same
    mine, others = (_PARENTS, _CHILDREN) if ages[0] else (_CHILDREN, _PARENTS)
    fitting = [c for c in same if any(o.noun in mine for o in c.offices)]
    return fitting or [c for c in same if not any(o.noun in others for o in c.offices)] or same


def _speaking_beside(
    reference: Reference, same: Sequence[Cluster], layout: Layout
) -> list[Cluster]:
    """Return the one of several namesakes who is named, and speaks, before a surname beside it.

    "Their father, Otto Mendel, refused. “They are both right,” | Mendel | said": not Clara Mendel,
    whom the paragraph before called so.
    """
    at = reference.span.start
    start = layout.paragraphs[layout.paragraph(at)].start
    beside = [
        (cluster, named)
        for cluster in same
        for named in cluster.references
        if named.kind == "name" and start <= named.span.start < at
    ]
    alone = len({cluster.number for cluster, _ in beside}) == 1
    speaks = any(" " in named.name and named.span in layout.sources for _, named in beside)
    return [beside[0][0]] if alone and speaks else []


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
    reference: Reference,
    owner: Cluster | None,
    entities: Entities,
    layout: Layout,
    choose: Chooser,
) -> Choice:
    """Return whom a description stands for: whoever fits it best, or somebody new.

    "The senator" after a senator has spoken is he; "a senator" is somebody new. Whoever has what is
    described ("his lawyer") is never the one described, nor is whoever speaks the words that it
    stands in.
    """
    score, why = _of_its_own(reference), "described here"
    if reference.definite and reference.head:
        if body := short_for(reference, entities):
            return Choice(body, _NAMED, f"short for {body.name}")
        if one := _of_two(reference, entities, layout):
            return Choice(one, _FITS, f"of two it is {one.name or 'somebody unnamed'}")
        recent = entities.recent()
        barred = [owner, *_speaking(reference.span.start, entities, layout)]
        barred += _telling(reference, entities, layout)
        barred += spoken_of(reference, recent, layout) + other_voices(reference, recent, layout)
        barred += told_of_by_others(reference, recent, entities, layout)
        free = (c for c in recent if not any(c is other for other in barred))
        others = [c for c in free if may_be(reference, c, owner, layout.text)]
        if leader := next((c for c in others if leads_so(reference, c)), None):
            return Choice(leader, _NAMED, f"{leader.name} is known as that")
        if _is_mine(reference, layout.text):
            others = [c for c in others if reference.head in c.heads]
        if layout.speech(reference.span.start) is not None:
            others = [c for c in others if is_told_so(reference, c)]
        choice = choose(reference, called_so(reference, others) or others, layout)
        if choice.cluster is not None:
            return choice
        if choice.why == UNSURE:
            score, why = _UNSURELY, f"{UNSURE}, so it is somebody else"
    made = entities.new(reference.type or ("person" if reference.head == "" else ""))
    made.owner = owner
    if owner and reference.head in _COUNTERPARTS and reference.offices:
        made.offices = tuple(_counterpart(reference.offices[0], o) for o in owner.offices)
    return Choice(made, score, why)


def _in_apposition(reference: Reference, entities: Entities) -> Choice | None:
    """Return the person behind whose name an office stands: "Jon Vest, | mayor of Garth | :"."""
    start, text = reference.span.start, entities.text
    bare = reference.type == "person" and not reference.definite and not reference.many
    if not bare or not reference.offices or text[start - 2 : start] != ", ":
        return None
    if text[start : reference.span.end].split()[0].lower() in determiners() | owners():
        return None
    for span, cluster in entities.between(start - _FULL, start):
        if span.end == start - 2 and cluster.type == "person" and " " in cluster.name:
            return Choice(cluster, _NAMED, f"stands behind the name of {cluster.name}")
    return None


def _of_its_own(reference: Reference) -> float:
    """Return how likely somebody new is who is meant: less where he is spoken of as known."""
    known = reference.definite and reference.head and not reference.many
    if not known or reference.owner is not None:
        return _DESCRIBED
    return _UNTOLD.get(reference.type, _DESCRIBED)


def _of_two(reference: Reference, entities: Entities, layout: Layout) -> Cluster | None:
    """Return which of the two last joined by "and" is meant: "the latter"."""
    number = _PAIRED.get(reference.span.of(layout.text).lower())
    if number is None:
        return None
    at = layout.sentence(reference.span.start)
    for sentence in reversed(layout.sentences[max(at - _PAIR, 0) : at + 1]):
        beside = list(entities.between(sentence.start, min(sentence.end, reference.span.start)))
        for (one, first), (other, second) in pairwise(beside):
            if first is not second and _JOINS.fullmatch(layout.text, one.end, other.start):
                return (first, second)[number]
    return None


def _by_pronoun(
    reference: Reference, entities: Entities, layout: Layout, choose: Chooser
) -> Choice:
    """Return whom a pronoun in the third person stands for: in a reply not the one replied to."""
    for rule in (led_in, questioned, introduced_before):
        if known := rule(reference, entities, layout):
            return known
    asking = _replied_to(reference, layout)
    asker = entities.of(asking.source[0]) if asking else None
    if asking is None or asker is None:
        return choose(reference, entities.recent(), layout)
    end = max((cue.end for cue in asking.cue), default=0)
    spoken_to = [c for s, c in entities.between(end, end + _NEXT) if c is not asker]
    if spoken_to and fits(reference, spoken_to[0]):
        return Choice(spoken_to[0], _SPOKEN_TO, "it replies to words that were said to that one")
    return choose(reference, [c for c in entities.recent() if c is not asker], layout)


def _replied_to(reference: Reference, layout: Layout) -> Statement | None:
    """Return the statement that a quotation replies to: “…,” said Ana. “…,” | she | replied."""
    for number in layout.near(reference.span):
        statement, before = layout.statements[number], layout.beside(number, -1)
        if before is None or reference.span not in statement.source:
            continue
        asking = layout.statements[before]
        cue = " ".join(span.of(layout.text) for span in statement.cue).lower()
        begin, end = layout.extents[number].start, layout.extents[before].end
        next_to = layout.sentence(begin) - layout.sentence(end - 1) <= 1
        direct = asking.kind == statement.kind == "direct"
        if direct and cue in _REPLIES and next_to and asking.source:
            return asking
    return None


def _owner_of(
    reference: Reference, entities: Entities, layout: Layout, choose: Chooser
) -> Cluster | None:
    """Return who has what is described: Ruel in "Ruel's lawyer", whoever "his" stands for."""
    if own := _possessor(reference, layout.text):
        return choose(own, entities.recent(), layout).cluster
    words = unowned(reference.owner.of(entities.text)) if reference.owner else ""
    return _called(words, entities.named.near(words, "")) if words else None


def _whose_name(reference: Reference, entities: Entities) -> Cluster | None:
    """Return the person after whom something is called: "the Okar government"."""
    names = [n.span.of(entities.text) for n in reference.within if n.type == "person"]
    return _called(names[0], entities.named.near(names[0], "")) if len(names) == 1 else None


def _is_mine(reference: Reference, text: str) -> bool:
    """Tell whether a speaker has whom a description is of: "my son" is somebody new at first."""
    return reference.owner is not None and reference.owner.of(text).lower() == "my"


def _speaking(at: int, entities: Entities, layout: Layout) -> list[Cluster]:
    """Return who is known to speak the quoted words at an offset: named before them."""
    number = layout.speech(at)
    sources = () if number is None else layout.statements[number].source
    return [cluster for span in sources if (cluster := entities.of(span))]


def _telling(reference: Reference, entities: Entities, layout: Layout) -> list[Cluster]:
    """Return who tells somebody something: the judge in "the judge told | the defendant"."""
    telling: list[Cluster] = []
    for number in layout.near(Span(max(reference.span.start - 2, 0), reference.span.end)):
        statement = layout.statements[number]
        last = max((cue.end for cue in statement.cue), default=0)
        if last + 1 == reference.span.start:
            telling += [c for span in statement.source if (c := entities.of(span))]
    return telling


def _counterpart(wanted: Office, office: Office) -> Office:
    """Return the office of a counterpart: "his Tarvian counterpart" of a foreign minister.

    "Her deputy" of a mayor is the deputy mayor.
    """
    if wanted.noun == "deputy":
        return replace(office, ranks=office.ranks | {"deputy"}, owned=True)
    words = office.words - office.sides
    return replace(office, words=wanted.words | words, sides=wanted.sides, owned=True)


def _whose_counterpart(reference: Reference, text: str) -> Reference | None:
    """Return what tells whose counterpart a name is: "his" of "his Tarvian counterpart, Holm"."""
    for role in reference.roles if reference.kind == "name" else ():
        if not _COUNTERPARTS.isdisjoint(role.text.split()):
            # "His" before a role is no part of it where the name's own phrase holds both.
            start = reference.span.start if reference.span.holds(role.span) else role.span.start
            first = Span(start, start + len(text[start : role.span.end].split()[0]))
            return Reference(reference.span, "nominal", owner=first)
    return None


def _as_counterpart(reference: Reference, owner: Cluster | None) -> Reference:
    """Return a name with the office that it tells: that of whose counterpart somebody is."""
    offices: list[Office] = []
    for office in reference.offices:
        held = owner.offices if owner and office.noun in _COUNTERPARTS else ()
        offices += [_counterpart(office, other) for other in held] or [office]
    return replace(reference, offices=tuple(offices))


def _possessor(reference: Reference, text: str) -> Reference | None:
    """Return the pronoun that owns what is described: "his" of "his lawyer"."""
    plain = plain_form(reference.owner.of(text)) if reference.owner else ""
    if reference.owner is None or plain not in subjects("third"):
        return None
    sex = sexes_of_pronouns().get(plain, "")
    return Reference(reference.owner, "pronoun", pronoun=plain, sex=sex, many=plain == "they")


def _called(words: str, near: Sequence[Cluster]) -> Cluster | None:
    """Return the first of some actors that may be called so: Ruel, who has "Ruel's lawyer"."""
    for cluster in near:
        same = same_person if cluster.type == "person" else same_body
        if any(same(words, name) for name in cluster.names):
            return cluster
    return None
