"""The rooms as linker.py drives them: what each does, put over items, pairs and components."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations
from typing import Any

from sayso.corrections import is_judged
from sayso.link.claims.answers import with_replies
from sayso.link.claims.decide import ELSE, OPPOSED, Comparer, Decision
from sayso.link.claims.decide import decide as decide_claims
from sayso.link.claims.groups import ENOUGH, TURNED, grouped
from sayso.link.claims.keys import keys as claim_keys
from sayso.link.claims.points import Point, points
from sayso.link.claims.standing import turns_against
from sayso.link.claims.words import Row
from sayso.link.compare.figures import bounded
from sayso.link.compare.weights import chance
from sayso.link.copies.printings import printed
from sayso.link.entities import Card, cards, entity, office_keys, with_holders
from sayso.link.entities import Judged as JudgedActors
from sayso.link.entities import decide as decide_entity
from sayso.link.entities import groups as entity_groups
from sayso.link.entities import keys as entity_keys
from sayso.link.entities.likeness import likeness
from sayso.link.headings import Candidate, heading, sentences_for
from sayso.link.origins.accounts import Account, Telling, tellings
from sayso.link.origins.origins import Origins, origins
from sayso.link.quotations.families import Attested, quotation
from sayso.link.quotations.families import Edge as Report
from sayso.link.quotations.families import groups as families
from sayso.link.quotations.keys import keys as wording_keys
from sayso.link.quotations.matching import decide as match
from sayso.link.quotations.wordings import Wording, wordings
from sayso.link.room import Below, Component, Edge, Group, Item, Node, ref
from sayso.linked import ANSWERS, Answer, Claim, Copy, derived_id
from sayso.nodes import Member, PairRow, Seen
from sayso.packing import packed, unpacked
from sayso.records import Provenance, Record, Spans

_AKIN = -2.5  # score below which it makes no difference to groups how alike two statements are
_VERBATIM = 0.9  # of the rows of words of a part that stand in the whole
_SURE = 1000.0  # the score of two statements that people judged to be of one claim


@dataclass(frozen=True)
class Entities:
    """Who is who. Actors of one likeness, in one office at one time, are one node.

    Of those that stand in very many articles a sample tells what they are called and who they are.
    """

    name: str = "entities"
    version: str = "8"
    facts: type[Card] = Card
    owned: type[Card] = Card
    by_keys: bool = True
    least: int = 1
    dated: bool = False
    large: int = 0
    sample: int = 64
    decided_by: frozenset[str] = frozenset()

    def items(self, seen: Seen, /) -> Iterator[Item[Card]]:
        """Return the actors of an article."""
        place, says = _places(seen.record), _says(seen.record)
        for ordinal, card in enumerate(cards(seen.record)):
            alike, offices = likeness(card), office_keys(card)
            yield Item(
                ordinal,
                card,
                frozenset(entity_keys(card) | offices),
                twin=packed((alike, sorted(offices))) if alike else None,
                cites=(("entities", place[card.of]),) if card.of in place else (),
                own=card,
                said=says[seen.record.actors[ordinal].id],
            )

    def decide(
        self, pairs: Sequence[tuple[Node[Card], Node[Card]]], _: Below, /
    ) -> list[Edge | None]:
        """Return how sure two actors that were judged are one, by their names and company."""
        made = (decide_entity(a.facts, b.facts) for a, b in pairs)
        return [Edge("same", each.score, each.why) if each else None for each in made]

    def groups(self, component: Component[Card], _: Below, /) -> Iterator[Group]:
        """Return the entities of actors that share names."""
        its = {node.number: component.members(node.number) for node in component.nodes}
        node_of = {each.own.ref: number for number, members in its.items() for each in members}
        of = {each.own.ref: each.cites for members in its.values() for each in members}
        card_of = {node.number: node.facts.ref for node in component.nodes}
        judged = _judged_actors(component, card_of)
        every = [each.own for members in its.values() for each in members]
        for group in with_holders(entity_groups(every, judged)):
            above = " ".join(ref(node) for card in group.cards for node in of[card.ref] if node)
            value = replace(entity(group, {}), actors=(), of=above)
            nodes = tuple(dict.fromkeys(node_of[card.ref] for card in group.cards))
            if whys := [each.why for each in component.rulings if each.a in nodes]:
                value = replace(value, why=f"{value.why} {'; '.join(sorted(whys))}")
            yield Group(nodes, value.id, value, face=value.name)


def _judged_actors(
    component: Component[Card], card_of: Mapping[int, tuple[str, str]]
) -> JudgedActors:
    pairs = [
        (each.apart, frozenset((card_of[each.a], card_of[each.b])))
        for each in component.rulings
        if each.a in card_of and each.b in card_of
    ]
    return JudgedActors(
        same=frozenset(pair for apart, pair in pairs if not apart),
        different=frozenset(pair for apart, pair in pairs if apart),
    )


@dataclass(frozen=True)
class Quotations:
    """What was said once and is reported by several."""

    name: str = "quotations"
    version: str = "4"
    facts: type[Wording] = Wording
    owned: Any = Spans
    by_keys: bool = False
    least: int = 1
    dated: bool = False
    large: int = 0
    sample: int = 0
    decided_by: frozenset[str] = frozenset({"entities"})

    def items(self, seen: Seen, /) -> Iterator[Item[Wording]]:
        """Return the statements of an article that were said."""
        record, place = seen.record, _places(seen.record)
        for ordinal, wording in wordings(record, seen.published).items():
            speakers = _speakers(record.provenance[ordinal], place)
            # One speaker may say a short thing twice: it takes a decision to tell.
            within = record.article.id if speakers else ""
            yield Item(
                ordinal,
                wording,
                frozenset(wording_keys(wording)),
                twin=packed((wording, within)),
                refs=speakers,
                own=record.statements[ordinal].content,
            )

    def decide(
        self, pairs: Sequence[tuple[Node[Wording], Node[Wording]]], below: Below, /
    ) -> list[Edge | None]:
        """Return whether wordings report one act of saying."""
        made: list[Edge | None] = []
        for a, b in pairs:
            same = any(below.same(one, other) for one in a.refs for other in b.refs)
            report = match(a.facts, b.facts, same=same)
            made.append(Edge(report.how, report.score, report.why) if report else None)
        return made

    def groups(self, component: Component[Wording], below: Below, /) -> Iterator[Group]:
        """Return the families of wordings, each with what was changed."""
        every = [node.number for node in component.nodes]
        edges = [Report(pair.a, pair.b, pair.kind, pair.score) for pair in component.pairs]
        best = {frozenset(pair[:2]): pair for pair in component.pairs}
        nodes = {node.number: node for node in component.nodes}
        for its in families(every, edges):
            inside = set(its)
            pairs = [pair for ends, pair in best.items() if ends <= inside]
            why = max(pairs, key=lambda pair: (pair.score, pair.why), default=None)
            attested = list(_attested([nodes[n] for n in its], component, below))
            value = quotation(attested, why.why if why else "")
            yield Group(tuple(its), value.id, value if len(attested) > 1 else None)


def _attested(
    nodes: Sequence[Node[Wording]], component: Component[Wording], below: Below
) -> Iterator[Attested]:
    """Yield the statements of a family, each with a reference to its speaker's entity."""
    rows = [(m, node) for node in nodes for m in component.members(node.number)]
    speakers: list[int] = []
    for member, node in sorted(rows, key=lambda row: row[0].order):
        speaker = node.refs[0] if node.refs else 0
        speaker = next((each for each in speakers if below.same(each, speaker)), speaker)
        if speaker and speaker not in speakers:
            speakers.append(speaker)
        order = member.order
        name = ref(speaker) if speaker else ""
        yield Attested(member.id, member.article, order, member.own, node.facts, name)


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a claim keeps of one statement: the outlets of its article, and how that knows it.

    `sentence` stands for the words where these cannot head a claim, see `headings`.
    """

    outlets: tuple[str, ...]
    telling: Telling
    sentence: str = ""


@dataclass(frozen=True)
class Claims:
    """What is said, who says it and who denies it; `comparer` is a model of pairs of texts."""

    comparer: Comparer | None = None
    name: str = "claims"
    version: str = "19"
    facts: type[Point] = Point
    owned: type[Claimed] = Claimed
    by_keys: bool = False
    least: int = 1
    dated: bool = True
    large: int = 64
    sample: int = 0
    decided_by: frozenset[str] = frozenset()

    def items(self, seen: Seen, /) -> Iterator[Item[Point]]:
        """Return the statements of an article that were said."""
        record, place = seen.record, _places(seen.record)
        seen_by = (each.publisher for each in seen.sightings or (record.article.sighting,))
        outlets = tuple(sorted({name for name in seen_by if name}))
        first = printed(record.article, seen.sightings).may_be_first
        known, sentences = tellings(record, first), sentences_for(record)
        for ordinal, point in enumerate(with_replies(record, points(record, seen.published))):
            if point.said != "yes":
                continue
            cites = (("copies", 0), ("quotations", ordinal))
            speakers = _speakers(record.provenance[ordinal], place)
            yield Item(
                ordinal,
                point,
                claim_keys(point),
                twin=packed(point),
                cites=(*cites, *speakers),
                own=Claimed(outlets, known[ordinal], sentences[ordinal]),
            )

    def decide(
        self, pairs: Sequence[tuple[Node[Point], Node[Point]]], _: Below, /
    ) -> list[Edge | None]:
        """Return what statements are to each other."""
        made = decide_claims([(a.facts, b.facts) for a, b in pairs], self.comparer)
        return [_edge(each) if each else None for each in made]

    def groups(self, component: Component[Point], below: Below, /) -> Iterator[Group]:
        """Return the claims of statements that hang together, with their origins."""
        place = {node.number: n for n, node in enumerate(component.nodes)}
        apart, scores = _scores(component, place)
        groups = grouped(len(place), scores, apart)
        answers = _answers(component)
        for its in groups:
            nodes = [component.nodes[n] for n in its]
            value = _claim(nodes, component, below)
            value = replace(value, answers=tuple(_answering(nodes, component, answers)))
            yield Group(tuple(node.number for node in nodes), value.id, value)


def _edge(decision: Decision) -> Edge | None:
    """Return what is kept of a decision: that two are hardly akin is not."""
    if decision.kind == "akin" and decision.score < _AKIN:
        return None
    joins = decision.kind not in ANSWERS and decision.score >= ENOUGH
    return Edge(decision.kind, decision.score, decision.why, joins, decision.way)


def _scores(
    component: Component[Point], place: Mapping[int, int]
) -> tuple[list[tuple[int, int]], dict[tuple[int, int], float]]:
    """Return which nodes people keep apart, and how alike others are, by their places."""
    scores: dict[tuple[int, int], float] = {}
    apart: list[tuple[int, int]] = []
    against = _conflicting(component)
    for pair in (*component.pairs, *component.beside):
        if pair.a in place and pair.b in place:
            a, b = sorted((place[pair.a], place[pair.b]))
            if pair.kind not in ANSWERS:
                open_ = against[pair.a] != against[pair.b] and _is_bounded(component, a, b)
                scores[a, b] = min(pair.score, _AKIN) if open_ else pair.score
            elif pair.kind != "confirms":
                scores[a, b] = OPPOSED if pair.kind == "conflicts" else TURNED
    for ruling in component.rulings:
        if ruling.a in place and ruling.b in place:
            a, b = sorted((place[ruling.a], place[ruling.b]))
            if ruling.apart:
                apart.append((a, b))
            else:
                scores[a, b] = _SURE
    for two in _spliced(component, place):
        scores.setdefault(two, OPPOSED)
    return apart, scores


def _spliced(component: Component[Point], place: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the places of statements that one other has word for word, each in words of its own."""
    rows = {node.number: node.facts.words.rows for node in component.nodes}
    parts: dict[int, list[tuple[int, frozenset[Row]]]] = defaultdict(list)
    inside = (pair for pair in component.pairs if pair.a in place and pair.b in place)
    for part, whole in chain.from_iterable(((p.a, p.b), (p.b, p.a)) for p in inside):
        if rows[part] and len(rows[part] & rows[whole]) >= _VERBATIM * len(rows[part]):
            parts[whole].append((place[part], rows[part]))
    several = (sorted(held, key=lambda row: row[0]) for held in parts.values())
    for (a, one), (b, other) in chain.from_iterable(combinations(held, 2) for held in several):
        if one.isdisjoint(other):
            yield a, b


def _conflicting(component: Component[Point]) -> dict[int, set[int]]:
    """Return by each node those that cannot hold together with it."""
    against: dict[int, set[int]] = defaultdict(set)
    for pair in component.beside:
        if pair.kind == "conflicts":
            against[pair.a].add(pair.b)
            against[pair.b].add(pair.a)
    return against


def _is_bounded(component: Component[Point], a: int, b: int) -> bool:
    """Tell whether one of two gives a bound and the other a number: "at least 20", and 20.

    Where 23 is a rival of the one alone, they are no one claim.
    """
    one, other = (component.nodes[place].facts.words.figures for place in (a, b))
    return bounded(one, other)


def _answers(component: Component[Point]) -> dict[int, list[tuple[int, PairRow]]]:
    """Return by each node what answers it, or is alike: the nodes that are, and how."""
    answers: dict[int, list[tuple[int, PairRow]]] = defaultdict(list)
    for pair in (*component.pairs, *component.beside):
        if pair.kind == ELSE:
            continue
        if pair.kind not in ANSWERS or pair.way >= 0:
            answers[pair.b].append((pair.a, pair))
        if pair.kind not in ANSWERS or pair.way <= 0:
            answers[pair.a].append((pair.b, pair))
    return answers


def _claim(nodes: Sequence[Node[Point]], component: Component[Point], below: Below) -> Claim:
    """Return a claim without what answers it."""
    members = sorted(
        (member for node in nodes for member in component.members(node.number)),
        key=lambda member: member.order,
    )
    days = [member.published for member in members if member.published]
    come = _origins(members, below)
    return Claim(
        id=derived_id("cl_", members[0].id),
        text=nodes[0].facts.text,
        heading=_heading(nodes, component),
        statements=tuple(member.id for member in members),
        articles=len({member.article for member in members}),
        outlets=len({name for member in members for name in member.own.outlets}),
        origins=come.origins,
        independent=come.independent,
        answers=(),
        first=min(days, default=""),
        last=max(days, default=""),
    )


def _heading(nodes: Sequence[Node[Point]], component: Component[Point]) -> str:
    """Return the words that head a claim."""
    told_by = [(m, node) for node in nodes for m in component.members(node.number)]
    return heading(
        Candidate(member.own.sentence or node.facts.text, bool(member.own.sentence))
        for member, node in sorted(told_by, key=lambda each: each[0].order)
    )


def _origins(members: Sequence[Member], below: Below) -> Origins:
    """Return where the statements of a claim come from."""
    several = len({member.article for member in members}) > 1
    pairs = below.pairs({node for m in members for node in m.cites[:1]}) if several else ()
    copies = [unpacked(pair.data, Copy) for pair in pairs if pair.joins and pair.data]
    below.know({node for member in members for node in member.cites} if len(members) > 1 else ())
    accounts = [_account(member, below, alone=len(members) == 1) for member in members]
    return origins(accounts, copies)


def _account(member: Member, below: Below, *, alone: bool) -> Account:
    _, utterance, *speakers = member.cites or (0, 0)
    return Account(
        statement=member.id,
        article=member.article,
        order=member.order,
        telling=member.own.telling,
        utterance="" if alone or not utterance else f"utterance:{below.number(utterance)}",
        speakers=() if alone else tuple(f"entity:{below.number(n)}" for n in speakers if n),
    )


def _answering(
    nodes: Sequence[Node[Point]],
    component: Component[Point],
    answers: Mapping[int, Sequence[tuple[int, PairRow]]],
) -> list[Answer]:
    """Return what answers a claim, each statement once, by the order of appearing."""
    inside = {node.number for node in nodes}
    every: dict[int, list[PairRow]] = defaultdict(list)
    for other, pair in (each for number in inside for each in answers.get(number, ())):
        if other not in inside:
            every[other].append(pair)
    standing = [(o, p) for o, pairs in sorted(every.items()) for p in _standing(pairs, len(inside))]
    best: dict[str, tuple[Member, Answer]] = {}
    for other, pair in standing:
        for member in component.members(other):
            by_people = is_judged(pair.why)
            score = 1.0 if by_people else chance(pair.score)
            answer = Answer(member.id, ref(other), pair.kind, score, pair.why, by_people)
            known = best.get(member.id)
            if known is None or _rank(answer) > _rank(known[1]):
                best[member.id] = (member, answer)
    ordered = sorted(best.values(), key=lambda each: each[0].order)
    return [replace(answer, score=round(answer.score, 3)) for _, answer in ordered]


def _standing(pairs: Sequence[PairRow], size: int) -> list[PairRow]:
    """Return the pairs of a statement with those of a claim by which it answers the claim."""
    answers = [pair for pair in pairs if pair.kind in ANSWERS]
    if any(is_judged(pair.why) for pair in answers):
        return answers
    against = [pair for pair in answers if pair.kind != "confirms"]
    stands = turns_against([pair.score for pair in against], len(pairs) - len(answers), size)
    return [pair for pair in answers if stands or pair.kind == "confirms"]


def _rank(answer: Answer) -> tuple[bool, float, str, str]:
    return answer.judged, answer.score, answer.kind, answer.why


def _says(record: Record) -> Counter[str]:
    """Return how many statements, that were said, each actor of a record says, by its id."""
    both = zip(record.acts, record.provenance, strict=True)
    said = (provenance for act, provenance in both if act.said == "yes")
    return Counter(speaker for each in said for speaker in set(each.speakers))


def _places(record: Record) -> dict[str, int]:
    """Return the places of a record's actors in it, by their ids."""
    return {actor.id: place for place, actor in enumerate(record.actors)}


def _speakers(provenance: Provenance, place: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(("entities", place[each]) for each in provenance.speakers if each in place)
