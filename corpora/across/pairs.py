"""Pairs of a claim and a text, with what the text is to the claim, as several corpora label them.

A label is the set of what it leaves open: a corpus that tells only "not the same" leaves three.
"""

import csv
import gzip
import hashlib
import itertools
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora.corpus import data_dir, files_in

RELATIONS = ("for", "against", "observing", "unrelated")  # of a text to a claim
SAMENESS = ("same", "denies", "conflicts", "unrelated")  # of two statements
ANY_RELATION, ANY_SAMENESS = frozenset(RELATIONS), frozenset(SAMENESS)
PARTS = ("train", "tune", "kept")
_STANCES = {"agree": "for", "disagree": "against", "discuss": "observing"}
_NLI = {"0": "for", "1": "", "2": "against"}
_STORY_PAIRS = 40  # at most, of one kind and claim
_SHARED = 0.4  # of the words of two variants of a quotation, from which on they are taken as one


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and a text; `group` is what must not be on both sides of a division."""

    claim: str
    text: str
    relation: frozenset[str] = ANY_RELATION
    sameness: frozenset[str] = ANY_SAMENESS
    group: str = ""


def part_of(group: str) -> str:
    """Return the part of a claim's pairs: seven tenths train, one tunes, a fifth is kept."""
    tenth = int(hashlib.sha256(group.encode()).hexdigest()[:8], 16) % 10
    return "kept" if tenth < 2 else "tune" if tenth == 2 else "train"


def emergent(part: str) -> list[Pair]:
    """Return the headlines of Emergent with the claim that each is for, against or observes."""
    return [
        _stance(row["claimHeadline"], row["articleHeadline"], row["articleHeadlineStance"], group)
        for row in _table(data_dir() / "stance" / "emergent.csv")
        if part_of(group := row["claimId"]) == part
    ]


def _stance(claim: str, text: str, stance: str, group: str) -> Pair:
    sameness = {
        "for": frozenset({"same"}),
        "against": frozenset({"denies"}),
        "observing": frozenset({"same", "denies", "conflicts"}),
        "unrelated": frozenset({"unrelated"}),
    }[stance]
    return Pair(claim, text, frozenset({stance}), sameness, group)


def fnc(part: str) -> list[Pair]:
    """Return headlines and whole bodies of the Fake News Challenge's test, unrelated ones too.

    Its texts are those of Emergent. Headlines and bodies that belong together are of one claim,
    and go to the part of that claim; those of no claim that is known here are left out, since
    they may be of one that is kept for checks. What touches claims of two parts is left out too.
    """
    stances = _lines(data_dir() / "linking" / "fnc1_test_stances.jsonl.gz")
    bodies = _lines(data_dir() / "linking" / "fnc1_test_bodies.jsonl.gz")
    texts = {row["body_id"]: row["text"] for row in bodies}
    groups = _fnc_groups(stances)
    pairs = []
    for row in stances:
        headline, body = _plain(row["headline"]), row["body_id"]
        group = groups.get(headline, "")
        if not group or not groups.get(body) or part_of(group) != part:
            continue
        if part_of(groups[body]) == part:
            stance = _STANCES.get(row["stance"], "unrelated")
            pairs.append(_stance(row["headline"], texts[body], stance, group))
    return pairs


def _fnc_groups(stances: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return the claim of each headline and body, where it is one of Emergent's."""
    claims = {
        _plain(row["articleHeadline"]): row["claimId"]
        for row in _table(data_dir() / "stance" / "emergent.csv")
    }
    above: dict[str, str] = {}

    def top(item: str) -> str:
        while (parent := above.setdefault(item, item)) != item:
            item = parent
        return item

    for row in stances:
        if row["stance"] != "unrelated":
            above[top(_plain(row["headline"]))] = top(row["body_id"])
    of: dict[str, set[str]] = defaultdict(set)
    for item in list(above):
        if item in claims:
            of[top(item)].add(claims[item])
    single = {root: min(ids) for root, ids in of.items() if len({*map(part_of, ids)}) == 1}
    return {item: single.get(top(item), "") for item in list(above)}


def nli() -> list[Pair]:
    """Return the English pairs of "Contradictory, My Dear Watson"; the hypothesis is the claim."""
    sameness = {
        "0": ANY_SAMENESS - {"denies", "conflicts"},
        "1": ANY_SAMENESS - {"same"},
        "2": frozenset({"denies", "conflicts"}),
    }
    relation = {
        "0": frozenset({"for"}),
        "1": frozenset({"observing", "unrelated"}),
        "2": frozenset({"against"}),
    }
    return [
        Pair(row["hypothesis"], row["premise"], relation[row["label"]], sameness[row["label"]])
        for row in _table(data_dir() / "stance" / "nli.csv")
        if row["language"] == "English"
    ]


def fever() -> list[Pair]:
    """Return the symmetric pairs of FEVER: a claim and a sentence that supports or refutes it."""
    pairs = []
    for row in _lines(data_dir() / "stance" / "fever_symmetric_dev.jsonl"):
        supports = row["label"] == "SUPPORTS"
        sameness = {"same", "unrelated"} if supports else {"denies", "conflicts"}
        relation = {"for"} if supports else {"against"}
        claim, text = _detached(row["claim"]), _detached(row["evidence"])
        pairs.append(Pair(claim, text, frozenset(relation), frozenset(sameness)))
    return pairs


def claimdiff() -> list[Pair]:
    """Return sentences of two reports of one story: one strengthens or weakens the other."""
    folder = data_dir() / "stance" / "claimdiff"
    strong, weak = (
        {row["pair_id"]: row for row in json.loads(path.read_text("utf-8"))["data"]}
        for path in (folder / f"ClaimDiff-{kind}-train.json" for kind in ("strength", "weak"))
    )
    pairs = []
    for key, row in strong.items():
        relation, sameness = ANY_RELATION - {"for"}, ANY_SAMENESS - {"same"}
        if row["relation"]:
            relation, sameness = frozenset({"for", "observing"}), ANY_SAMENESS - {"denies"}
        elif weak[key]["relation"]:
            relation, sameness = frozenset({"against", "observing"}), ANY_SAMENESS - {"same"}
        pairs.append(Pair(row["claim_a"], row["claim_b"], relation, sameness))
    return pairs


def paraphrases(part: str) -> list[Pair]:
    """Return the sentence pairs of the MSR paraphrase corpus, part `train` or `val`."""
    path = data_dir() / "paraphrase" / f"msr-para-{part}.tsv"
    pairs = []
    for line in path.read_text("utf-8-sig").splitlines()[1:]:
        same, _, _, one, other = line.split("\t")
        pairs.append(_likeness(one, other, 5.0 if same == "1" else 2.5))
    return pairs


def similar() -> list[Pair]:
    """Return sentence pairs of news with a similarity from 0 to 5; those between are left out."""
    pairs = []
    for path in files_in(data_dir() / "paraphrase", "sts-*.tsv"):
        for line in path.read_text("utf-8").splitlines():
            score, one, other = line.split("\t")
            if score and not 3.2 < float(score) < 4.2:
                pairs.append(_likeness(one, other, float(score)))
    return pairs


def _likeness(one: str, other: str, score: float) -> Pair:
    if score >= 4:
        return Pair(one, other, frozenset({"for", "observing"}), frozenset({"same"}))
    if score >= 2:
        return Pair(one, other, sameness=ANY_SAMENESS - {"same"})
    return Pair(one, other, frozenset({"unrelated"}), frozenset({"unrelated"}))


def quotations() -> list[Pair]:
    """Return two wordings of one quotation by two outlets, and others of one paragraph."""
    pairs = []
    for row in _lines(data_dir() / "linking" / "quote_variants.jsonl.gz"):
        for one, other in itertools.islice(itertools.combinations(row["variants"], 2), 12):
            a, b = _bag(one["quote"]), _bag(other["quote"])
            shared = len(a & b) / max(1, min(len(a), len(b)))
            if min(len(a), len(b)) < 4:
                continue
            if one["doc"] != other["doc"] and shared >= _SHARED and one["quote"] != other["quote"]:
                sameness, relation = {"same"}, {"for", "observing"}
            elif shared < 0.15:
                sameness, relation = {"unrelated"}, {"unrelated"}
            else:
                continue
            group = frozenset(relation), frozenset(sameness), row["id"]
            pairs.append(Pair(one["quote"], other["quote"], *group))
    return pairs


def stories(name: str) -> list[Pair]:
    """Return pairs of labelled spans of `dev_claims_NAME.jsonl`: `stories` or `conflict`."""
    path = data_dir() / "linking" / f"dev_claims_{name}.jsonl"
    claims = [_Labelled.of(row, texts) for texts in [story_texts(name)] for row in _lines(path)]
    pairs = [pair for claim in claims for pair in claim.pairs()]
    for one, other in itertools.combinations(claims, 2):
        apart = ANY_SAMENESS - {"same"} if one.story == other.story else frozenset({"unrelated"})
        relation = ANY_RELATION - {"for"} if one.story == other.story else frozenset({"unrelated"})
        both = itertools.product(one.mentions, other.mentions)
        for a, b in _few(both, 3 if one.story == other.story else 1):
            if a != b and a not in other.mentions and b not in one.mentions:
                pairs.append(Pair(a, b, relation, apart, one.story))
    return pairs


def story_texts(name: str) -> dict[str, str]:
    """Return the texts of the articles by their given ids, in which the labels' offsets count."""
    if name == "conflict":
        rows = _lines(data_dir() / "linking" / "allsides_docs.jsonl.gz")
        return {row["id"]: row["text"] for row in rows}
    csv.field_size_limit(10**9)
    texts = {}
    for story in ("census", "spotify"):
        for row in _table(data_dir() / "copies" / f"{story}_articles.csv"):
            paragraphs = (part.strip() for part in row["text"].split("###"))
            texts[row["id"]] = "\n\n".join(part for part in paragraphs if part)
    return texts


def labelled_articles(name: str) -> set[str]:
    """Return the given ids of the articles that `dev_claims_NAME.jsonl` speaks of."""
    rows = _lines(data_dir() / "linking" / f"dev_claims_{name}.jsonl")
    kinds = ("mentions", "denials", "near")
    return {each["article"] for row in rows for kind in kinds for each in row[kind]}


def articles_on_one_story() -> list[tuple[str, str]]:
    """Return pairs of articles of two outlets on one story, by their given ids."""
    rows = _lines(data_dir() / "linking" / "allsides_pairs.jsonl.gz")
    return [(row["a"], row["b"]) for row in rows if row["kind"] != "same_outlet"]


@dataclass(frozen=True, slots=True)
class _Labelled:
    """The words of one labelled claim: its gist, mentions, denials and near misses."""

    story: str
    gist: str
    mentions: list[str]
    denials: list[str]
    near: list[tuple[str, str]]

    @classmethod
    def of(cls, row: dict[str, Any], texts: dict[str, str]) -> "_Labelled":
        def words(each: dict[str, Any]) -> str:
            return " ".join(texts[each["article"]][each["start"] : each["end"]].split())

        mentions, denials = ([*dict.fromkeys(map(words, row[k]))] for k in ("mentions", "denials"))
        near = [*dict.fromkeys((words(each), each["why"]) for each in row["near"])]
        return cls(row["story"], row["gist"], mentions, denials, near)

    def pairs(self) -> Iterator[Pair]:
        """Yield the pairs of this claim."""
        same = frozenset({"for", "observing"}), frozenset({"same"}), self.story
        for one, other in _few(itertools.combinations(self.mentions, 2), _STORY_PAIRS):
            yield Pair(one, other, *same)
        for text in self.mentions[:8]:
            yield Pair(self.gist, text, *same)
        against = frozenset({"against"}), frozenset({"denies", "conflicts"}), self.story
        for one, text in _few(itertools.product(self.mentions, self.denials), _STORY_PAIRS):
            yield Pair(one, text, *against)
        for one, (text, why) in _few(itertools.product(self.mentions, self.near), _STORY_PAIRS):
            opposite = "opposite" in why or "polarity" in why or "other side" in why
            relation = {"against"} if opposite else {"against", "observing", "unrelated"}
            sameness = {"denies", "conflicts"} if opposite else {"conflicts", "unrelated"}
            yield Pair(one, text, frozenset(relation), frozenset(sameness), self.story)


def _few(items: Iterable[Any], most: int) -> list[Any]:
    """Return at most so many items, chosen by their words alone."""
    ranked = sorted(items, key=lambda each: hashlib.sha256(repr(each).encode()).digest())
    return ranked[:most]


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _lines(path: Path) -> list[dict[str, Any]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    return [json.loads(line) for line in text.split("\n") if line]


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def _bag(text: str) -> set[str]:
    return {*_plain(text).split()}


def _detached(text: str) -> str:
    """Return words of FEVER with the marks where they belong."""
    text = text.replace("-LRB-", "(").replace("-RRB-", ")").replace("--", "-")
    return re.sub(r" ([.,;:!?)'])", r"\1", text)
