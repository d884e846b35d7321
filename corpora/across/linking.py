"""Corpora for linking articles: texts that repeat, support or deny each other.

Each is laid out as it is published, but for the claims of Emergent that are kept for checks.
Pairs of articles are read here: what one is to the other, and whose text it is.
"""

import csv
import gzip
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpora.corpus import GOLD, Corpus, data_dir, write

LINKING = "linking"
STORIES = ("census", "spotify")

# A fifth of the claims of Emergent, by the first letters of their ids.
_APART = """
    01b83440 0769b550 09e08eb0 0eaf62c0 13284580 197a19a0 1b49da30 1ff5eb30 26ced990 2b9a4d50
    2f6cee90 354b4170 3d27a920 408df960 43a5dac0 476ad630 48a17fa0 4d949950 50fa9ba0 557db830
    582341d0 5d587310 61dd48f0 63e245e0 6a9cdeb0 6c9f9f20 71f03300 76ef0580 7eb58360 81e40500
    84c1ce90 863fece0 899afb60 8faeb4b0 94807ea0 9a293a00 9cf6ecb0 9ff81aa0 a6383910 ab9f8ca0
    adf12f50 b33be880 b84f4de0 bd78ff10 c35e06d0 c6b82ad0 ca528da0 cea96980 d33afb10 d52f2890
    d5dab8b0 daada480 de6ec400 e21f7e90 e3ba9f70 eb242740 f1c60e30 f4b073e0 f7f23480 fc989c30
"""
_EMERGENT = ("claimHeadline", "articleHeadline", "articleHeadlineStance", "articleId", "claimId")


def emergent(published: Path, to: Path) -> int:
    """Write the pairs whose claim is not kept for checks."""
    (path,) = published.rglob("url-versions-2015-06-14-clean.csv")
    apart = frozenset(_APART.split())
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(["id", *_EMERGENT])
    count = 0
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["claimId"][:8] not in apart:
                table.writerow([row[""], *(row[name] for name in _EMERGENT)])
                count += 1
    write(to / "stance" / "emergent.csv", out.getvalue().encode())
    return count


def claimdiff(published: Path, to: Path) -> int:
    """Copy the two training parts and return how many pairs they hold."""
    paths = sorted(published.rglob("ClaimDiff-*-train.json"))
    for path in paths:
        write(to / "stance" / "claimdiff" / path.name, path.read_bytes())
    return sum(len(json.loads(path.read_text("utf-8"))["data"]) for path in paths)


def copies(published: Path, to: Path) -> int:
    """Copy the articles of two stories and return how many there are."""
    count = 0
    for name in STORIES:
        (path,) = published.rglob(f"{name}_articles.csv")
        write(to / "copies" / path.name, path.read_bytes())
        with path.open(encoding="utf-8", newline="") as file:
            count += sum(1 for _ in csv.DictReader(file))
    return count


def allsides(published: Path, to: Path) -> int:
    """Write the articles that our labels speak of, each without what is no part of its text.

    `bench/gold/allsides.csv` tells by their numbers which paragraphs those are.
    """
    (folder,) = (path for path in published.rglob("jsons") if path.is_dir())
    lines = []
    for row in _table(GOLD / "allsides.csv"):
        known = json.loads((folder / f"{row['id']}.json").read_text("utf-8"))
        left_out = {int(number) for number in row["left_out"].split()}
        every = enumerate(_paragraphs(known["content_original"]))
        article = {
            "id": row["id"],
            "publisher": known["source"],
            "published": known["date"],
            **{name: known[name] for name in ("url", "title", "topic")},
            "text": "\n\n".join(words for number, words in every if number not in left_out),
        }
        lines.append(json.dumps(article, ensure_ascii=False) + "\n")
    path = to / LINKING / "allsides_docs.jsonl.gz"
    write(path, gzip.compress("".join(lines).encode(), mtime=0))
    return len(lines)


def _paragraphs(text: str) -> list[str]:
    parts = re.split(r"\n\s*\n", text.replace("\u200b", ""))
    return [words for part in parts if (words := " ".join(part.split()))]


def nli(published: Path, to: Path) -> int:
    """Copy the training part and return how many pairs it holds."""
    (path,) = published.rglob("train.csv")
    write(to / "stance" / "nli.csv", path.read_bytes())
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles by their ids, what one is to the other, or `none`, and whose text each is.

    `origin_a` may name several, with ";" between, or be empty; `direction` is `a` or `b`, whichever
    was copied, or empty where that is not known.
    """

    a: str
    b: str
    relation: str
    origin_a: str
    origin_b: str
    direction: str

    @property
    def origins(self) -> frozenset[str]:
        """Return who the shared text comes from, in the words of the labels."""
        return frozenset(filter(None, f"{self.origin_a};{self.origin_b}".split(";")))


def allsides_lines() -> Iterator[str]:
    """Yield the articles of many outlets as JSON Lines; FileNotFoundError where they are absent."""
    for row in _packed("allsides_docs.jsonl.gz"):
        known = {name: row[name] for name in ("id", "publisher", "title", "url", "published")}
        yield json.dumps({**known, "text": row["text"]})


def stories_lines() -> Iterator[str]:
    """Yield the articles of two stories likewise."""
    for story in STORIES:
        for row in _table(data_dir() / "copies" / f"{story}_articles.csv"):
            paragraphs = filter(None, map(str.strip, row["text"].split("###")))
            known = {"publisher": row["publisher"], "published": row["scrape_time"][:10]}
            text = "\n\n".join(paragraphs)
            yield json.dumps({"id": f"{story}-{row['id']}", **known, "text": text})


def allsides_pairs() -> list[Pair]:
    """Return the labelled pairs of the articles of many outlets."""
    return [_pair(row, "") for row in _table(data_dir() / LINKING / "dev_copies.csv")]


def stories_pairs() -> list[Pair]:
    """Return the labelled pairs of the two stories."""
    return [
        _pair(row, f"{row['story']}-")
        for row in _table(data_dir() / LINKING / "dev_copies_stories.csv")
    ]


def computed_pairs() -> Iterator[tuple[str, str, str]]:
    """Yield pairs of the articles of many outlets, with a kind computed from shared shingles."""
    for row in _packed("allsides_pairs.jsonl.gz"):
        yield row["a"], row["b"], row["kind"]


def _pair(row: dict[str, str], prefix: str) -> Pair:
    names = ("relation", "origin_a", "origin_b")
    known = {name: row[name] for name in names}
    return Pair(prefix + row["a"], prefix + row["b"], **known, direction=row.get("direction", ""))


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _packed(name: str) -> Iterator[dict[str, str]]:
    with gzip.open(data_dir() / LINKING / name, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


CORPORA = (
    Corpus(
        name="emergent",
        title="Emergent: headlines that are for, against or only observing a claim",
        address="https://github.com/willferreira/mscproject, as kept in "
        "https://github.com/thanhan/fc-aaai18",
        licence="none stated",
        citation='Ferreira and Vlachos, "Emergent: a novel data-set for stance classification", '
        "NAACL 2016",
        documents=2093,
        convert=emergent,
        archive="https://raw.githubusercontent.com/thanhan/fc-aaai18/"
        "9e67c94fc689923d81f8de0e48789fea5036cc63/emergent/url-versions-2015-06-14-clean.csv",
    ),
    Corpus(
        name="claimdiff",
        title="ClaimDiff: sentence pairs of two reports of one story, stronger or weaker",
        address="https://github.com/kaistAI/ClaimDiff",
        licence="none stated",
        citation='Ko and others, "ClaimDiff: Comparing and Contrasting Claims on Contentious '
        'Issues", ACL 2023',
        documents=3714,
        convert=claimdiff,
        archive="https://github.com/kaistAI/ClaimDiff/archive/"
        "19d033c17dec6457fc807f01dfa31f535172f28a.zip",
        members=("ClaimDiff-*-train.json",),
    ),
    Corpus(
        name="copies",
        title="Articles of many outlets on two stories, with agency reprints among them",
        address="https://github.com/asprout/ArticleComparisons",
        licence="none stated; texts are their publishers'",
        citation="the repository",
        documents=68,
        convert=copies,
        archive="https://github.com/asprout/ArticleComparisons/archive/"
        "60fad0f07681e846bef33da1e5c90bdd3f519be4.zip",
        members=("data/census_articles.csv", "data/spotify_articles.csv"),
    ),
    Corpus(
        name="allsides",
        title="1,654 articles of many outlets on the news in the United States, 2012 to 2020",
        address="https://github.com/ramybaly/Article-Bias-Prediction",
        licence="repository Apache-2.0; texts are their publishers'",
        citation='Baly and others, "We Can Detect Your Bias: Predicting the Political Ideology of '
        'News Articles", EMNLP 2020',
        documents=1654,
        convert=allsides,
        archive="https://github.com/ramybaly/Article-Bias-Prediction/archive/"
        "ced8111a720948e6a410e52031ace99c4e53f096.zip",
        members=("data/jsons/*.json",),
    ),
    Corpus(
        name="nli",
        title="Contradictory, My Dear Watson: premise and hypothesis in 15 languages",
        address="https://www.kaggle.com/c/contradictory-my-dear-watson (train.csv)",
        licence="none stated",
        citation="Kaggle, 2020",
        documents=12120,
        convert=nli,
        members=("train.csv",),
    ),
    Corpus(
        name="copy-pairs",
        title="Pairs of articles with what one is to the other, and whose text it is",
        address="the texts are their publishers'; ask the project for labels and texts",
        licence="labels Apache-2.0; texts are their publishers'",
        citation="the sayso developers",
        documents=885,
    ),
    Corpus(
        name="claim-labels",
        title="Claims of twelve stories: who says the same, who denies it, what only looks like it",
        address="no public address; ask the project for the labels",
        licence="labels Apache-2.0; texts are their publishers'",
        citation="the sayso developers",
        documents=142,
    ),
    Corpus(
        name="quote-variants",
        title="Quotations as two or more outlets word them within a week, computed",
        address="no public address; ask the project for them",
        licence="texts are their publishers'",
        citation="the sayso developers",
        documents=1642,
    ),
)
