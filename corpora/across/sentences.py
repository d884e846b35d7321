"""Corpora of sentence pairs, as they are published -> the files that `pairs` reads."""

import csv
import gzip
import io
import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpora.corpus import Convert, Corpus, write

# Which pairs of the Fake News Challenge that do not belong together are taken, and in which order.
_SEED = 1


def lines_of(folder: str, prefix: str, *, headed: bool = False) -> Convert:
    """Return a conversion that copies tables into a folder and counts their lines.

    Before the name of each stands `prefix`, in which `{}` is the name of the folder around it.
    """

    def convert(published: Path, to: Path) -> int:
        count = 0
        for path in sorted(path for path in published.rglob("*.*") if path.is_file()):
            name = prefix.format(path.parent.name) + path.name
            write(to / folder / name, path.read_bytes())
            count += len(path.read_text("utf-8-sig").splitlines()) - headed
        return count

    return convert


def fnc(published: Path, to: Path) -> int:
    """Write the bodies, all pairs that belong together, and as many that do not."""
    csv.field_size_limit(10**9)
    bodies, stances = (
        list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))
        for name in ("bodies", "stances")
        for path in published.rglob(f"competition_test_{name}.csv")
    )
    related = [row for row in stances if row["Stance"] != "unrelated"]
    others = [row for row in stances if row["Stance"] == "unrelated"]
    random.Random(_SEED).shuffle(others)  # noqa: S311
    kept = [*related, *others[: len(related)]]
    texts = [{"body_id": row["Body ID"], "text": row["articleBody"]} for row in bodies]
    pairs = [
        {"headline": row["Headline"], "body_id": row["Body ID"], "stance": row["Stance"]}
        for row in kept
    ]
    _pack(texts, to / "linking" / "fnc1_test_bodies.jsonl.gz")
    _pack(pairs, to / "linking" / "fnc1_test_stances.jsonl.gz")
    return len(pairs)


def _pack(rows: Iterable[dict[str, Any]], path: Path) -> None:
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    write(path, gzip.compress(lines.encode(), mtime=0))


_STS = "https://github.com/brmson/dataset-sts"
_STS_ARCHIVE = f"{_STS}/archive/e1d3375f5b3bc24f21aa4e46f96eb379e9fc1081.zip"

CORPORA = (
    Corpus(
        name="msr",
        title="MSR paraphrase corpus: sentence pairs of news that say the same or not",
        address="https://www.microsoft.com/en-us/download/details.aspx?id=52398, "
        f"as kept in {_STS}",
        licence="Microsoft Research's own",
        citation='Dolan and Brockett, "Automatically Constructing a Corpus of Sentential '
        'Paraphrases", IWP 2005',
        documents=4076,
        convert=lines_of("paraphrase", "", headed=True),
        archive=_STS_ARCHIVE,
        members=("data/para/msr/msr-para-train.tsv", "data/para/msr/msr-para-val.tsv"),
    ),
    Corpus(
        name="sts",
        title="Sentence pairs of news from STS 2012 to 2015, each with a similarity from 0 to 5",
        address=f"https://ixa2.si.ehu.eus/stswiki, as kept in {_STS}",
        licence="none stated",
        citation='Agirre and others, "SemEval-2015 Task 2: Semantic Textual Similarity", '
        "SemEval 2015",
        documents=4050,
        convert=lines_of("paraphrase", "sts-{}-"),
        archive=_STS_ARCHIVE,
        members=tuple(
            f"data/sts/semeval-sts/{name}.tsv"
            for name in (
                *("2012/MSRpar.train", "2013/headlines.test", "2014/deft-news.test"),
                *("2014/headlines.test", "2015/headlines.test"),
            )
        ),
    ),
    Corpus(
        name="fever-symmetric",
        title="FEVER, symmetric: claims, and sentences that support or refute them",
        address="https://github.com/TalSchuster/FeverSymmetric",
        licence="CC BY-SA 3.0, or as the articles of Wikipedia say",
        citation='Schuster and others, "Towards Debiasing Fact Verification Models", EMNLP 2019',
        documents=708,
        convert=lines_of("stance", ""),
        archive="https://raw.githubusercontent.com/TalSchuster/FeverSymmetric/"
        "fa25d17e73ea0694edc78133ec654b9f32f6db73/symmetric_v0.2/fever_symmetric_dev.jsonl",
    ),
    Corpus(
        name="fnc",
        title="Fake News Challenge, test: headlines that agree with, deny or discuss an article",
        address="https://github.com/FakeNewsChallenge/fnc-1",
        licence="none stated; texts are their publishers'",
        citation="fakenewschallenge.org, 2017",
        documents=14128,
        convert=fnc,
        archive="https://github.com/FakeNewsChallenge/fnc-1/archive/"
        "29d473af2d15278f0464d5e41e4cbe7eb58231f2.zip",
        members=("competition_test_bodies.csv", "competition_test_stances.csv"),
    ),
)
