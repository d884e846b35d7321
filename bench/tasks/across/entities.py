"""Which actors of several articles are one: pairwise precision, recall, F1, and who is mixed up.

`own` and `own-kept` are names with known truth (bench/casting.py), half of them kept for the end;
`gum` the people and bodies of GUM whose mentions are linked to Wikipedia, one actor an article, by
the names that gold mentions give. A pair is two actors of two articles; `mixed` is how many groups
hold two who are two.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter

from bench.casting import Cast, cast, invented, kept, public
from bench.loading import loaded
from corpora.corpus import data_dir
from corpora.gum import CorefDocument, Entity, read_wiki_map, with_titles
from sayso.english.function_words import articles, joints
from sayso.english.pronouns import is_pronoun
from sayso.english.titles import is_title
from sayso.link.entities import Group, cards, groups
from sayso.records import Actor, Article, ModelInfo, Record, Role

DATA = ("own", "own-kept", "gum")
_TYPES = {"person": "person", "organization": "organisation"}
_LONGEST = 8  # words of a name
Ref = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Measured:
    """What became of actors whose truth is known."""

    figures: dict[str, float]
    mixed: list[list[tuple[str, str]]]
    parted: dict[str, list[list[str]]]


def load(data: str) -> tuple[list[Record], dict[Ref, str]]:
    """Return records, and who some of their actors are.

    Raises ReadError, of the kind `absent` when the corpus is not on this machine.
    """
    if data == "gum":
        return _of_gum(loaded(data, lambda: with_titles(data_dir())))
    parts = [p for p in (*public(), *invented()) if kept(p.truth) == (data == "own-kept")]
    chosen: list[Cast] = cast(parts)
    return [c.record for c in chosen], {(c.record.article.id, "a1"): c.truth for c in chosen}


def measure(data: str) -> Measured:
    """Return how well actors are told to be one on some data."""
    records, truth = load(data)
    start = perf_counter()
    every = [card for record in records for card in cards(record)]
    made = groups(every)
    seconds = perf_counter() - start
    scores = score(made, truth)
    return Measured(
        scores.figures | {"ms_per_actor": 1000 * seconds / len(every), "actors": len(truth)},
        scores.mixed,
        scores.parted,
    )


def figures(data: str) -> dict[str, float]:
    """Return the figures that have floors."""
    return measure(data).figures


def score(made: Sequence[Group], truth: dict[Ref, str]) -> Measured:
    """Return what groups are worth against the truth of some of the actors."""
    right = predicted = 0
    mixed = []
    pieces: dict[str, list[list[str]]] = defaultdict(list)
    for group in made:
        known = [(truth[card.ref], card.name) for card in group.cards if card.ref in truth]
        sizes = Counter(who for who, _ in known)
        right += sum(map(_pairs, sizes.values()))
        predicted += _pairs(len(known))
        if len(sizes) > 1:
            mixed.append(known)
        for who in sizes:
            pieces[who].append([name for other, name in known if other == who])
    gold = sum(map(_pairs, Counter(truth.values()).values()))
    precision, recall = right / predicted if predicted else 1.0, right / gold if gold else 1.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    kept_whole = {"precision": precision, "recall": recall, "f1": f1, "mixed": float(len(mixed))}
    return Measured(kept_whole, mixed, {who: its for who, its in pieces.items() if len(its) > 1})


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _of_gum(documents: Sequence[CorefDocument]) -> tuple[list[Record], dict[Ref, str]]:
    """Return a record of each document with an actor for each named person and body."""
    known = read_wiki_map(data_dir())
    records: list[Record] = []
    truth: dict[Ref, str] = {}
    for document in documents:
        record, titles = _record(document)
        records.append(record)
        for actor, title in titles.items():
            truth[record.article.id, actor] = known.get(title, title)
    return records, truth


def _record(document: CorefDocument) -> tuple[Record, dict[str, str]]:
    clusters: dict[str, list[Entity]] = defaultdict(list)
    for entity in document.entities:
        if entity.type in _TYPES:
            clusters[f"{entity.type}-{entity.cluster}"].append(entity)
    actors: list[Actor] = []
    titles: dict[str, str] = {}
    for number, entities in enumerate(clusters.values(), 1):
        actor = _actor(f"a{number}", entities, document.text)
        if actor:
            actors.append(actor)
            title = next((e.title for e in entities if e.title), "")
            titles |= {actor.id: title} if title else {}
    article = Article(document.text, document.id)
    return Record(article, (), (), (), tuple(actors), (), (), ModelInfo("gold", "")), titles


def _actor(id_: str, entities: Sequence[Entity], text: str) -> Actor | None:
    """Return the actor of a chain of gold mentions that holds a name, None where none does."""
    type_ = _TYPES[entities[0].type]
    if type_ == "person" and any(
        e.title.endswith(("s", "people")) for e in entities if " " not in e.title
    ):
        type_ = "group"  # "Americans"
    named = [(name, role, e.span) for e in entities for name, role in _names(e, text, type_)]
    if not named:
        return None
    counts = Counter(name for name, _, _ in named)
    name = max(counts, key=lambda n: (len(n.split()), counts[n], n))
    spans = tuple(sorted({span for _, _, span in named}))
    apart = tuple(s for s in spans if not any(o != s and o.holds(s) for o in spans))
    roles = tuple({role: Role(role, span) for _, role, span in named if role}.values())
    return Actor(id_, name, type_, apart, roles, "", None, "")


def _names(entity: Entity, text: str, type_: str) -> Iterator[tuple[str, str]]:
    """Yield the name in a gold mention, with the titles before it, if it is one."""
    words = re.sub(r"['’]s?\Z", "", entity.span.of(text)).split()
    while words and words[0].lower() in articles():
        words = words[1:]
    lead = 0
    while type_ == "person" and lead < len(words) - 1 and is_title(words[lead]):
        lead += 1
    rest = words[lead:]
    high = [w for w in rest if w[:1].isupper()]
    name = " ".join(rest)
    is_name = rest and rest[0] in high and all(w in high or w in joints() for w in rest)
    if is_name and len(rest) < _LONGEST and not is_pronoun(name) and not all(map(is_title, high)):
        yield name, " ".join(words[:lead])
