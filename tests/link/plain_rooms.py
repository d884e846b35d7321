"""Rooms as plain as can be, to test how rooms are driven: what has words in common is one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.link.grouping import partition
from sayso.link.room import Below, Component, Edge, Group, Item, Node, ref
from sayso.linked import Answer, Claim, Copy, Entity, Origin, Quotation, derived_id
from sayso.nodes import PairRow, Seen, number_of


@dataclass(frozen=True, slots=True)
class Words:
    """What is compared: an id, words, and whether it denies."""

    id: str
    words: frozenset[str]
    text: str
    denies: bool = False


Two = tuple[Node[Words], Node[Words]]


@dataclass(frozen=True)
class Plain:
    """A room made of three functions."""

    name: str
    things: Callable[[Seen], Iterator[Item[Words]]]
    edge: Callable[[Node[Words], Node[Words], Below], Edge | None]
    group: Callable[[tuple[Node[Words], ...], Component[Words], Below], Group]
    least: int = 2
    dated: bool = False
    large: int = 0
    sample: int = 0
    decided_by: frozenset[str] = frozenset()
    version: str = "1"
    facts: type[Words] = Words
    owned: object = str
    by_keys: bool = False

    def items(self, seen: Seen, /) -> Iterator[Item[Words]]:
        """Return the items of an article."""
        return self.things(seen)

    def decide(self, pairs: Sequence[Two], below: Below, /) -> list[Edge | None]:
        """Decide of pairs one by one."""
        return [self.edge(a, b, below) for a, b in pairs]

    def groups(self, component: Component[Words], below: Below, /) -> Iterator[Group]:
        """Return a group for each part that people do not keep apart."""
        for its in partition(component):
            yield self.group(its, component, below)


def keys(words: Iterable[str]) -> frozenset[int]:
    return frozenset(number_of(word) for word in words)


def long_words(text: str) -> frozenset[str]:
    return frozenset(word for word in text.lower().split() if len(word) > 3)


def alike(a: Node[Words], b: Node[Words]) -> float:
    one, other = a.facts.words, b.facts.words
    return len(one & other) / len(one | other)


def numbers(nodes: Iterable[Node[Words]]) -> tuple[int, ...]:
    return tuple(node.number for node in nodes)


def article(seen: Seen) -> Iterator[Item[Words]]:
    of = seen.record.article
    yield Item(0, Words(of.id, long_words(of.text), ""), keys(long_words(of.text)))


def copied(a: Node[Words], b: Node[Words], _: Below) -> Edge | None:
    share = alike(a, b)
    if share < 0.6:
        return None
    first, second = sorted((a.facts.id, b.facts.id))
    kind = "same" if share > 0.9 else "partial"
    copy = Copy(first, second, ("", ""), kind, share, share, "", share, "words")
    return Edge(kind, share, "words", data=copy)


def family(its: tuple[Node[Words], ...], _: Component[Words], __: Below) -> Group:
    return Group(numbers(its), derived_id("co_", its[0].first.article))


def actors(seen: Seen) -> Iterator[Item[Words]]:
    for place, actor in enumerate(seen.record.actors):
        its = frozenset(actor.name.split())
        yield Item(place, Words("", its, actor.name), keys(its), twin=actor.name)


def named_alike(a: Node[Words], b: Node[Words], _: Below) -> Edge | None:
    return Edge("same", alike(a, b), "a name") if a.facts.words & b.facts.words else None


def entity(its: tuple[Node[Words], ...], component: Component[Words], _: Below) -> Group:
    size, last = sum(node.size for node in its), max(node.last for node in its)
    value = Entity(
        id=derived_id("en_", *its[0].first[1:3]),
        name=max((node.facts.text for node in its), key=lambda name: (len(name), name)),
        type="person", actors=(), names=tuple(sorted({node.facts.text for node in its})),
        roles=(), of="", why=f"{size} actors, last {last}; {judged(component)}",
    )  # fmt: skip
    return Group(numbers(its), value.id, value, face=value.name)


def judged(component: Component[Words]) -> str:
    pairs = [each.why for each in component.pairs if "judged" in each.why]
    return "; ".join([each.why for each in component.rulings] + pairs)


def statements(seen: Seen) -> Iterator[Item[Words]]:
    record, text = seen.record, seen.record.article.text
    place_of = {actor.id: place for place, actor in enumerate(record.actors)}
    each = zip(record.statements, record.acts, record.provenance, strict=True)
    for place, (statement, act, provenance) in enumerate(each):
        content = " ".join(span.of(text) for span in statement.content)
        facts = Words("", long_words(content), content, act.name == "denies")
        speaker = place_of[provenance.speakers[0]] if provenance.speakers else -1
        yield Item(place, facts, keys(facts.words), refs=(("entities", speaker),))


def quoted_alike(a: Node[Words], b: Node[Words], below: Below) -> Edge | None:
    by_one = below.same(a.refs[0], b.refs[0])
    return Edge("same", alike(a, b), "words") if by_one and alike(a, b) > 0.4 else None


def quotation(its: tuple[Node[Words], ...], component: Component[Words], _: Below) -> Group:
    ids = [member.id for node in its for member in component.members(node.number)]
    speaker = ref(its[0].refs[0])
    value = Quotation(derived_id("qu_", ids[0]), speaker, tuple(ids), ids[0], (), judged(component))
    return Group(numbers(its), value.id, value)


def wordings(seen: Seen) -> Iterator[Item[Words]]:
    for item in statements(seen):
        twin = (item.facts.text, item.facts.denies)
        cites = (*item.refs, ("quotations", item.ordinal), ("copies", 0))
        own = seen.record.article.given_id
        yield Item(item.ordinal, item.facts, item.keys, twin=twin, cites=cites, own=own)


def claimed_alike(a: Node[Words], b: Node[Words], _: Below) -> Edge | None:
    share = alike(a, b)
    if share < 0.3:
        return None
    if a.facts.denies == b.facts.denies:
        return Edge("same", share, "words")
    return Edge("denies", share, "a denial", joins=False, way=1 if a.facts.denies else -1)


def claim(its: tuple[Node[Words], ...], component: Component[Words], below: Below) -> Group:
    members = sorted((m for n in its for m in component.members(n.number)), key=lambda m: m.order)
    utterances = len({_id(below, member.cites[1]) for member in members})
    reprints = len({_id(below, member.cites[2]) for member in members})
    names = sorted({_face(below, member.cites[0]) for member in members})
    given = tuple(member.own for member in members)
    value = Claim(
        id=derived_id("cl_", members[0].id),
        text=its[0].facts.text,
        statements=tuple(member.id for member in members),
        articles=len({member.article for member in members}),
        outlets=reprints,
        origins=tuple(Origin("carrier", name, given, str(utterances)) for name in names),
        independent=len(names),
        answers=tuple(answers(its, component)),
        first=members[0].published,
        last=members[-1].published,
    )
    return Group(numbers(its), value.id, value)


def answers(its: tuple[Node[Words], ...], component: Component[Words]) -> list[Answer]:
    made = [
        Answer(member.id, ref(denying), pair.kind, pair.score, pair.why)
        for pair in component.beside
        for denying, denied in [ends(pair)]
        if denied in numbers(its)
        for member in component.members(denying)
    ]
    return sorted(made, key=lambda each: (each.statement, each.score, each.why))


def ends(pair: PairRow) -> tuple[int, int]:
    return (pair.a, pair.b) if pair.way == 1 else (pair.b, pair.a)


def _face(below: Below, node: int) -> str:
    group = below.group(node)
    return group.face if group else ""


def _id(below: Below, node: int) -> str:
    group = below.group(node)
    return group.id if group else ""


ROOMS = (
    Plain("copies", article, copied, family),
    Plain("entities", actors, named_alike, entity, least=1),
    Plain("quotations", statements, quoted_alike, quotation, decided_by=frozenset({"entities"})),
    Plain("claims", wordings, claimed_alike, claim),
)
