"""What linking made of the sample, and the key -> how much of each part of the key holds."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from sayso.linked import AGAINST
from sayso.store import Store

KEY = tomllib.loads((Path(__file__).parent / "key.toml").read_text("utf-8"))

Words = tuple[str, str]  # an article of the key, and words of a statement or an actor's name


@dataclass(frozen=True)
class Check:
    """One line of a part of the key, and whether it holds."""

    part: str
    line: str
    holds: bool


class Linked:
    """What linking made of the sample, by the names of the key."""

    def __init__(self, store: Store) -> None:
        self.records = {
            name: store.record(row.id)
            for row in store.articles()
            for sighting in row.sightings
            for name in _names(sighting.source)
        }
        self.claims = list(store.claims())
        self.quotations = list(store.quotations())
        self.copies = {frozenset((copy.a, copy.b)): copy for copy in store.copies()}
        self.entity_of = {actor: each.id for each in store.entities() for actor in each.actors}
        self.claim_of = {one: each for each in self.claims for one in each.statements}
        self.quotation_of = {one: each for each in self.quotations for one in each.statements}

    def statements(self, words: Words) -> list[str]:
        """Return the ids of the statements whose content has words, the shortest content first."""
        record = self.records[words[0]]
        contents = {
            each.id: " ".join(span.of(record.article.text) for span in each.content)
            for each in record.statements
        }
        fitting = [i for i, content in contents.items() if _plain(words[1]) in _plain(content)]
        return sorted(fitting, key=lambda i: len(contents[i]))

    def entity(self, words: Words) -> str:
        """Return the entity of the actor of a name in an article, empty where there is none."""
        record = self.records[words[0]]
        ids = [actor.id for actor in record.actors if words[1] in actor.name]
        return self.entity_of.get((record.article.id, ids[0]), "") if ids else ""

    def related(self, a: str, b: str) -> str:
        """Return what two articles are to each other."""
        pair = frozenset((self.records[a].article.id, self.records[b].article.id))
        return self.copies[pair].relation if pair in self.copies else "none"


def checks(linked: Linked) -> Iterator[Check]:
    """Yield every line of the key with whether it holds."""
    for pair, relation in KEY["copies"].items():
        made = linked.related(*pair.split(" + "))
        yield Check("copies", f"{pair}: {relation}, not {made}", made == relation)
    for claim in KEY["claims"]:
        yield from _claim(linked, claim)
    for quotation in KEY["quotations"]:
        yield from _quotation(linked, quotation)
    for entity in KEY["entities"]:
        ids = {linked.entity(tuple(each)) for each in entity["same"]}
        yield Check("entities", f"one: {entity['same'][0]}", len(ids) == 1 and "" not in ids)
        for each in entity["apart"]:
            yield Check("entities", f"apart: {each}", linked.entity(tuple(each)) not in ids)


def shares(every: list[Check]) -> dict[str, float]:
    """Return the share of each part of the key that holds."""
    parts: dict[str, list[bool]] = defaultdict(list)
    for check in every:
        parts[check.part].append(check.holds)
    return {part: sum(holds) / len(holds) for part, holds in parts.items()}


def _claim(linked: Linked, key: dict[str, Any]) -> Iterator[Check]:
    name = key["name"]
    says = {tuple(each): linked.statements(tuple(each)) for each in key["says"]}
    ids = {words: {linked.claim_of[i].id for i in its if i in linked.claim_of}
           for words, its in says.items()}  # fmt: skip
    for a, b in combinations(says, 2):
        yield Check("claims", f"{name}: {a} + {b}", bool(ids[a] & ids[b]))
    every = [each for its in ids.values() for each in its]
    main = max(sorted(set(every)), key=every.count, default="")
    for words in key["apart"]:
        other = {
            linked.claim_of[i].id for i in linked.statements(tuple(words)) if i in linked.claim_of
        }
        yield Check("apart", f"{name}: {words}", main not in other)
    theirs = [each for each in linked.claims if each.id in set(every)]
    against = {a.statement for each in theirs for a in each.answers if a.kind in AGAINST}
    against |= {a.statement for each in theirs for a in each.answers if a.kind == "conflicts"}
    for words in key["denies"]:
        denials = set(linked.statements(tuple(words)))
        yield Check("denials", f"{name}: {words}", bool(denials & against))
    for words in key.get("never", ()):
        wrong = set(linked.statements(tuple(words))) & against
        yield Check("against", f"{name}: {words}", not wrong)
    count = next((each.independent for each in theirs if each.id == main), None)
    yield Check("origins", f"{name}: {key['origins']}, not {count}", count == key["origins"])


def _quotation(linked: Linked, key: dict[str, Any]) -> Iterator[Check]:
    name = key["name"]
    ids = {
        tuple(words): {
            linked.quotation_of[i].id
            for i in linked.statements(tuple(words)) if i in linked.quotation_of
        }
        for words in key["says"]
    }  # fmt: skip
    for a, b in combinations(ids, 2):
        yield Check("quotations", f"{name}: {a} + {b}", bool(ids[a] & ids[b]))
    every = {each for its in ids.values() for each in its}
    for words in key["apart"]:
        other = {linked.quotation_of[i].id for i in linked.statements(tuple(words))
                 if i in linked.quotation_of}  # fmt: skip
        yield Check("apart", f"{name}: {words}", not other & every)
    kinds: dict[str, set[str]] = defaultdict(set)
    for quotation in linked.quotations:
        if quotation.id in every:
            for variant in quotation.variants:
                kinds[variant.statement] |= {change.kind for change in variant.changes}
    for article, kind in key["changes"].items():
        words = next(tuple(each) for each in key["says"] if each[0] == article)
        made = {each for i in linked.statements(words) for each in kinds[i]}
        yield Check("changes", f"{name}: {article}: {kind}, not {sorted(made)}", kind in made)


def _names(source: str) -> list[str]:
    """Return what the key calls an article by: of one line alone, without its line too."""
    name = re.sub(r"^.*/\d{4}-\d\d-\d\d-", "", source)
    stem = re.sub(r"\.(txt|html|jsonl)", "", name)
    line = stem.removesuffix(":1")
    return [stem, line] if line != stem else [stem, name]


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", words.casefold()).split())
