"""A store -> what is doubtful in it, as questions to people, those worth most first.

What an answer is worth is how unsure the machine is, times how much hangs on it: articles or
statements that would move. Pairs and scores are those that linking kept; of entities, of which it
keeps no pairs, those that share a key are set side by side again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from heapq import merge
from typing import NamedTuple

from sayso.english.excerpts import GAP, shorten
from sayso.fitting import as_object
from sayso.judgements import Anchor, Judgement
from sayso.link.compare.weights import chance
from sayso.link.entities import Card
from sayso.link.entities import decide as alike
from sayso.nodes import NodeRow
from sayso.packing import unpacked
from sayso.records import Actor, Record, Span, Statement
from sayso.store import Store
from sayso.store.linking.doubtful import OpenPair
from sayso.view.across.questions import ASKED, Answered, Option, Question, Side, worth
from sayso.view.characters import one_line
from sayso.view.words import counted

KINDS = tuple(ASKED)
_MOST = 400  # pairs, or statements, of a kind that are looked at
_SURE = 0.97  # from which on nothing is asked, nor under what is left to one
_CARDS = 3  # of an entity that stand for it
_LARGE = 200  # entities, the largest first, that are looked into for what does not belong
_BELOW = 0.7  # what is less sure is doubtful, as pages have it
_AROUND = 300  # characters around words, for whoever asks for more
_NAMES = 8  # other names, or other speakers, that are offered
_PAIR = 2  # articles
_SOMEBODY = {"name": "somebody else", "type": "unnamed"}


class Doubt(NamedTuple):
    """Something doubtful, not yet in words: how sure yes is, what hangs on it, and how to ask.

    `name` tells it from others of its kind, by what it is about alone.
    """

    kind: str
    sure: float
    size: int
    name: str
    make: Callable[[Store], Question | None]

    @property
    def worth(self) -> float:
        """Return how much an answer is worth."""
        return worth(self.sure, self.size)

    @property
    def rank(self) -> tuple[float, str, str]:
        """Return what puts those worth most first; the order of reading means nothing."""
        return -self.worth, self.kind, self.name


def questions(store: Store, kinds: Sequence[str] = KINDS) -> Iterator[Question]:
    """Yield what is doubtful of some kinds, what is worth most first; made one by one.

    What people judged is not asked again.
    """
    answered = Answered(store.judgements())
    by_kind = [store.remembered(f"doubts/{kind}", partial(_ranked, store, kind)) for kind in kinds]
    for doubt in merge(*by_kind, key=lambda each: each.rank):
        question = doubt.make(store)
        if question and not answered.has(question):
            yield question


def _ranked(store: Store, kind: str) -> list[Doubt]:
    return sorted(_DOUBTS[kind](store), key=lambda each: each.rank)


def _entities(store: Store) -> list[Doubt]:
    """Return pairs of entities that may be one, and actors that may be in the wrong one."""
    two = store.doubts.groups(most=_MOST)
    largest = dict.fromkeys(group for a, b, _ in two for group in (a, b))  # of the largest first
    nodes = store.doubts.nodes_of_groups(largest)
    cards = {group: [*_cards(its)] for group, its in nodes.items()}
    ruled = store.doubts.ruled()
    made = []
    for a, b, size in two:
        best = max(
            (
                (edge.score, edge.why, one, other)
                for one in cards[a][:_CARDS]
                for other in cards[b][:_CARDS]
                if _two(one, other) not in ruled and (edge := alike(one[1], other[1]))
            ),
            key=lambda each: each[0],
            default=None,
        )
        if best and 1 - _SURE < best[0] < _SURE:
            made.append(_entity_doubt(best, size))
    for group in list(largest)[:_LARGE]:
        made += _misplaced(cards[group], ruled)
    return made


_Placed = tuple[NodeRow, Card]
_Best = tuple[float, str, _Placed, _Placed]


def _cards(rows: Iterable[NodeRow]) -> Iterator[_Placed]:
    return ((row, unpacked(row.facts, Card)) for row in rows)


def _two(a: _Placed, b: _Placed) -> tuple[int, int]:
    return min(a[0].number, b[0].number), max(a[0].number, b[0].number)


def _misplaced(cards: Sequence[_Placed], ruled: set[tuple[int, int]]) -> Iterator[Doubt]:
    """Yield the actor of an entity that fits its fullest name least."""
    if len(cards) < 2:
        return
    full = max(cards, key=lambda each: (len(each[1].name.split()), each[0].size))
    others: dict[str, _Placed] = {}
    for each in cards:
        if each[1].name != full[1].name and _two(full, each) not in ruled:
            others.setdefault(each[1].name, each)
    edges = [(alike(full[1], each[1]), each) for each in others.values()]
    scored = [(edge.score, edge.why, full, each) for edge, each in edges if edge]
    least = min(scored, key=lambda each: each[0], default=None)
    if least and 1 - _SURE < least[0] < _BELOW:
        name = least[3][1].name
        size = sum(row.size for row, card in cards if card.name == name)
        yield _entity_doubt(least, size)


def _entity_doubt(best: _Best, size: int) -> Doubt:
    score, why, one, other = best
    refs = sorted([one[1].ref, other[1].ref])
    name = str(refs)
    facts = (score, size, why)
    return Doubt("entity", score, size, name, lambda store: _of_actors(store, refs, facts))


def _of_actors(
    store: Store, refs: Sequence[tuple[str, str]], facts: tuple[float, int, str]
) -> Question | None:
    ends = [_actor(store.corrected(article), name) for article, name in refs]
    if None in ends:
        return None
    (a, side), (b, other) = [each for each in ends if each]
    options = _of_two(a, b, ("same_entity", "different_entity"))
    return Question("entity", (side, other), facts[2], facts[0], facts[1], options)


def _actor(record: Record, name: str) -> tuple[Anchor, Side] | None:
    """Return an actor of a record as its anchor, and as it is shown."""
    actor = next((each for each in record.actors if each.id == name), None)
    if actor is None or not actor.mentions:
        return None
    roles = ", ".join(dict.fromkeys(role.text for role in actor.roles))
    said = [
        statement
        for statement, its in zip(record.statements, record.provenance, strict=True)
        if name in its.speakers
    ]
    first = [_content(record, said[0])] if said else []
    return Anchor.of_actor(record.article.id, actor), Side(
        ref=f"{_short(record.article.id)}/{actor.id}",
        name=one_line(actor.name),
        words=_context(record, actor.mentions[0], _AROUND // 3),
        about=tuple(filter(None, (one_line(roles), _article(record)))),
        more=(
            *(f"“{one_line(words)}”" for words in first),
            f"{counted(len(said), 'statement')} in this article",
            *(_context(record, span, _AROUND // 2) for span in actor.mentions[1:3]),
        ),
    )


def _claims(store: Store) -> list[Doubt]:
    """Return pairs of statements that may say the same."""
    pairs = store.doubts.pairs(("same", "akin"), most=_MOST)
    return _once("claim", pairs, ("same_claim", "different_claim"))


def _denials(store: Store) -> list[Doubt]:
    """Return pairs of statements of which one may turn against the other."""
    pairs = store.doubts.pairs(("denies", "rejects"), most=_MOST)
    return _once("denial", pairs, ("denies", "different_claim"))


def _once(kind: str, pairs: Iterable[OpenPair], judged: tuple[str, str]) -> list[Doubt]:
    """Return doubts about pairs of statements, one of each two groups: the one worth most."""
    best: dict[tuple[int, int], Doubt] = {}
    for each in pairs:
        doubt = _statement_doubt(kind, each, judged)
        two = (min(each.groups), max(each.groups))
        if 1 - _SURE < doubt.sure < _SURE and (two not in best or doubt.worth > best[two].worth):
            best[two] = doubt
    return list(best.values())


def _statement_doubt(kind: str, each: OpenPair, judged: tuple[str, str]) -> Doubt:
    pair = each.pair
    first, second = (pair.a, pair.b) if pair.way >= 0 else (pair.b, pair.a)
    facts = (chance(pair.score), min(each.sizes), pair.why)
    name = f"{first} {second}"
    nodes, how = (first, second), (facts, judged)
    return Doubt(kind, *facts[:2], name, lambda store: _of_statements(store, kind, nodes, how))


def _of_statements(
    store: Store,
    kind: str,
    nodes: tuple[int, int],
    how: tuple[tuple[float, int, str], tuple[str, str]],
) -> Question | None:
    (sure, size, why), judged = how
    ids = store.doubts.statements(nodes)
    if len(ids) < 2:
        return None
    ends = [_statement(store, ids[node]) for node in nodes]
    if None in ends:
        return None
    (a, side), (b, other) = [each for each in ends if each]
    return Question(kind, (side, other), why, sure, size, _of_two(a, b, judged))


def _statement(store: Store, name: str) -> tuple[Anchor, Side] | None:
    """Return a statement as its anchor, and as it is shown."""
    article, _ = store.statement(name)
    record = store.corrected(article)
    place = next((n for n, each in enumerate(record.statements) if each.id == name), None)
    if place is None:
        return None
    statement = record.statements[place]
    return Anchor.of(article, statement), Side(
        ref=name,
        name=_speakers(record, place),
        words=_content(record, statement),
        about=(_article(record),),
        more=(_context(record, statement.extent, _AROUND),),
    )


def _copies(store: Store) -> list[Doubt]:
    """Return pairs of articles of which one may reprint the other."""
    kinds = ("same", "version", "partial", "quotes", "boilerplate")
    made = []
    for pair in store.doubts.copies(kinds, most=_MOST):
        sure = pair.score if pair.joins else 1 - pair.score
        if 1 - _SURE < sure < _SURE:
            ask = _asking_copy((pair.a, pair.b), sure, pair.why)
            made.append(Doubt("copy", sure, _PAIR, f"{pair.a} {pair.b}", ask))
    return made


def _asking_copy(
    nodes: tuple[int, int], sure: float, why: str
) -> Callable[[Store], Question | None]:
    def ask(store: Store) -> Question | None:
        rows = store.doubts.nodes(nodes)
        if len(rows) < 2:
            return None
        records = [store.corrected(rows[node].first.article) for node in nodes]
        a, b = (Anchor(record.article.id) for record in records)
        sides = tuple(map(_of_article, records))
        return Question("copy", sides, why, sure, _PAIR, _of_two(a, b, ("copy", "not_copy")))

    return ask


def _of_article(record: Record) -> Side:
    text = " ".join(record.article.text.split())
    return Side(
        ref=_short(record.article.id),
        name=_article(record),
        words=shorten(one_line(text), _AROUND),
        more=(shorten(one_line(text), 6 * _AROUND),),
    )


def _speakers_open(store: Store) -> list[Doubt]:
    """Return statements of which it is doubtful who says them."""
    return [
        Doubt("speaker", each.score, each.size, each.id, _asking_speaker(each.id, each.size))
        for each in store.doubts.speakers(below=_BELOW, most=_MOST)
    ]


def _asking_speaker(name: str, size: int) -> Callable[[Store], Question | None]:
    def ask(store: Store) -> Question | None:
        known = _statement(store, name)
        record = store.corrected(known[0].article) if known else None
        if known is None or record is None:
            return None
        anchor, side = known
        place = [each.id for each in record.statements].index(name)
        provenance = record.provenance[place]
        actors = {each.id: each for each in record.actors if each.mentions}
        first = actors.get(provenance.speakers[0]) if provenance.speakers else None
        if first is None:
            return None
        options = _of_speaker(record, anchor, first)
        return Question("speaker", (side,), provenance.why, provenance.score, size, options)

    return ask


def _of_speaker(record: Record, anchor: Anchor, first: Actor) -> tuple[Option, ...]:
    """Return the answers: it is the one whom the machine names, somebody of the article, or not."""

    def by(actor: Actor) -> Judgement:
        return _judgement("speaker", anchor, as_object(Anchor.of_actor(record.article.id, actor)))

    named = [each for each in record.actors if each.type != "unnamed" and each.mentions]
    near = sorted(named, key=lambda each: _distance(each, anchor.span))
    others = [each for each in near if each.id != first.id][:_NAMES]
    no = replace(_judgement("speaker", anchor, _SOMEBODY), why=f"not {one_line(first.name)}")
    return (
        Option("y", f"yes, {one_line(first.name)}", by(first)),
        Option("n", "no, somebody else", no),
        *(Option(str(n), one_line(each.name), by(each)) for n, each in enumerate(others, 2)),
    )


def _distance(actor: Actor, span: Span | None) -> int:
    at = span.start if span else 0
    return min(abs(mention.start - at) for mention in actor.mentions)


def _of_two(a: Anchor, b: Anchor, kinds: tuple[str, str]) -> tuple[Option, ...]:
    yes, no = kinds
    return (
        Option("y", "yes", _judgement(yes, a, as_object(b))),
        Option("n", "no", _judgement(no, a, as_object(b))),
    )


def _judgement(kind: str, subject: Anchor, object_: Mapping[str, object]) -> Judgement:
    return Judgement(kind, subject, dict(object_), "", "", "")


def _speakers(record: Record, place: int) -> str:
    names = {actor.id: actor.name for actor in record.actors}
    its = [names[each] for each in record.provenance[place].speakers if each in names]
    return one_line(", ".join(its)) or "nobody named"


def _content(record: Record, statement: Statement) -> str:
    return one_line(GAP.join(span.of(record.article.text) for span in statement.content))


def _article(record: Record) -> str:
    """Return outlet, date, title and the beginning of the id of an article on one line."""
    article = record.article
    date = article.published.start if article.published else "no date"
    facts = (article.publisher, date, article.title, _short(article.id))
    return " · ".join(one_line(each) for each in facts if each)


def _short(article_id: str) -> str:
    return article_id.removeprefix("sha256:")[:12]


def _context(record: Record, span: Span, around: int) -> str:
    """Return words with what stands around them, whole words on one line."""
    text = record.article.text
    start, end = max(0, span.start - around), min(len(text), span.end + around)
    words = text[start:end]
    words = words if start == 0 else words.partition(" ")[2] or words
    words = words if end == len(text) else words.rpartition(" ")[0] or words
    return f"{'… ' if start else ''}{one_line(words)}{' …' if end < len(text) else ''}"


_DOUBTS: Mapping[str, Callable[[Store], list[Doubt]]] = {
    "entity": _entities,
    "claim": _claims,
    "denial": _denials,
    "copy": _copies,
    "speaker": _speakers_open,
}
