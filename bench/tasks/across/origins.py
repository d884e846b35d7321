"""How many independent origins a claim is given, against labels of readers.

Data: the two development sets of claims, `stories` and `conflict`. The claims are given: each is
made of the statements that have its labelled mentions, so that nothing but the counting is
measured; copies, entities and quotations are sayso's own. The records are read anew, or taken from
a store.

- *right*: of the claims with a labelled count those whose origins are as many as readers allow.
- *several_right*: of those of which readers allow no less than two.
- *one_right*: always to say that there is one would be right so often.
- *exact*: of the claims whose count readers could tell those that are given just that.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from bench.tasks.across import claims
from corpora.across.claims import PARTS, GoldClaim, statement_at
from sayso.link.copies.fingerprints import keys as copy_keys
from sayso.link.copies.groups import settled
from sayso.link.copies.relation import relation
from sayso.link.copies.words import words_of
from sayso.link.entities import cards, entity_id, groups
from sayso.link.origins.accounts import Account, tellings
from sayso.link.origins.origins import Origins, origins
from sayso.link.quotations import families
from sayso.link.quotations.keys import keys as word_keys
from sayso.link.quotations.matching import decide
from sayso.link.quotations.wordings import wordings
from sayso.linked import Copy, order
from sayso.records import Record

DATA = PARTS


@dataclass(frozen=True, slots=True)
class Counted:
    """A labelled claim, its articles by id, and the origins that it is given, None without any."""

    claim: GoldClaim
    made: Origins | None

    @property
    def count(self) -> int:
        """Return how many origins it is given."""
        return len(self.made.origins) if self.made else 0

    @property
    def right(self) -> bool:
        """Tell whether readers allow as many."""
        low, high = self.claim.low or 0, self.claim.high or 0
        return low <= self.count <= high


def counted(data: str, store: Path | None = None) -> list[Counted]:
    """Return the claims of a set with the origins that they are given."""
    records, labels = claims.load(data, store)
    every = list({record.article.id: record for record in records.values()}.values())
    known = _accounts(every)
    related = _copies(every)
    return [
        Counted(claim, _origins(claim, records, known, related))
        for claim in labels
        if claim.low is not None
    ]


def figures(data: str, store: Path | None = None) -> dict[str, float]:
    """Return the figures that may have a floor. Raises ReadError when the corpus is absent."""
    every = counted(data, store)
    several = [each for each in every if (each.claim.low or 0) > 1]
    return {
        "claims": float(len(every)),
        "right": _share(each.right for each in every),
        "several_right": _share(each.right for each in several),
        "one_right": _share(not (each.claim.low or 0) > 1 for each in every),
        "exact": _share(
            each.count == each.claim.independent
            for each in every
            if each.claim.independent is not None
        ),
    }


def wrong(data: str, store: Path | None = None) -> list[str]:
    """Return the claims that are given other counts than readers allow, as lines of JSON."""
    return [
        json.dumps({
            "claim": each.claim.id,
            "low": each.claim.low,
            "high": each.claim.high,
            "origins": [origin.to_json() for origin in each.made.origins] if each.made else [],
        })
        for each in counted(data, store)
        if not each.right
    ]  # fmt: skip


def _origins(
    claim: GoldClaim,
    records: Mapping[str, Record],
    known: Mapping[str, Account],
    related: Sequence[Copy],
) -> Origins | None:
    its = []
    for mention in claim.mentions:
        record = records.get(mention.article)
        statement = statement_at(mention, record.statements) if record else None
        if statement is not None:
            its.append(known[statement.id])
    articles = {each.article for each in its}
    among = [copy for copy in related if copy.a in articles and copy.b in articles]
    return origins(dict.fromkeys(its), among) if its else None


def _accounts(every: Sequence[Record]) -> dict[str, Account]:
    """Return how each statement of some records is known, by its id."""
    entity = {
        card.ref: entity_id(group)
        for group in groups([card for record in every for card in cards(record)])
        for card in group.cards
    }
    utterance = _utterances(every)
    made = {}
    for record in every:
        article, moment = record.article.id, record.article.published
        for number, telling in enumerate(tellings(record)):
            statement = record.statements[number].id
            speakers = record.provenance[number].speakers
            made[statement] = Account(
                statement,
                article,
                order(moment.start if moment else "", article, number),
                telling,
                utterance.get(statement, ""),
                tuple(entity[article, each] for each in speakers if (article, each) in entity),
            )
    return made


def _utterances(every: Sequence[Record]) -> dict[str, str]:
    """Return of each statement that is of a quotation an id of that."""
    its = {
        record.statements[number].id: wording
        for record in every
        for number, wording in wordings(record).items()
    }
    pairs = _sharing({statement: word_keys(wording) for statement, wording in its.items()})
    edges = [
        families.Edge(a, b, match.how, match.score)
        for a, b in pairs
        if (match := decide(its[a], its[b]))
    ]
    made = families.groups(sorted(its), edges)
    return {statement: group[0] for group in made if len(group) > 1 for statement in group}


def _copies(every: Sequence[Record]) -> list[Copy]:
    words = {record.article.id: words_of(record.article) for record in every}
    pairs = _sharing({article: copy_keys(each) for article, each in words.items()})
    made = (relation(words[a], words[b]) for a, b in pairs)
    return settled([copy for copy in made if copy])


def _sharing(keys: Mapping[str, Iterable[int]]) -> list[tuple[str, str]]:
    """Return the pairs of things that share a key."""
    holders: dict[int, list[str]] = defaultdict(list)
    for name in sorted(keys):
        for key in keys[name]:
            holders[key].append(name)
    return sorted({pair for its in holders.values() for pair in combinations(its, 2)})


def _share(each: Iterable[bool]) -> float:
    values = list(each)
    return sum(values) / max(1, len(values))
