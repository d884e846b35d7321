"""News at hand -> `sayso/data/english/rarity.csv`: `python -m train.linking.rarity`.

How rare the stems of English words are, in bits: minus the logarithm, to base 2, of the share of
paragraphs that hold them. Articles with labels of what holds across articles are left out.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from math import log2
from pathlib import Path

from corpora.corpus import data_dir
from sayso.english.stems import WORD, stem

OUT = Path(__file__).resolve().parents[2] / "sayso" / "data" / "english" / "rarity.csv"
COMMENT = """\
# Made by train/linking/rarity.py from news. bits: how much it tells that a paragraph holds one,
# rounded. words: stems, one space between; a word that is not here is rarer than all."""
FEWEST = 8  # paragraphs


def paragraphs(data: Path) -> Iterator[str]:
    """Yield the paragraphs of the texts at hand."""
    labelled = {
        mention["article"]
        for path in sorted((data / "linking").glob("dev_claims_*.jsonl"))
        for claim in map(json.loads, path.open(encoding="utf-8"))
        for kind in ("mentions", "denials", "near")
        for mention in claim[kind]
    }
    with gzip.open(data / "linking" / "allsides_docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["id"] not in labelled]
    for name in ("conflict/texts.jsonl", "attribution/train.jsonl"):
        rows += map(json.loads, (data / name).open(encoding="utf-8"))
    for row in rows:
        yield from row["text"].split("\n")
    for path in sorted((data / "current-events").glob("*.md")):
        yield from path.read_text("utf-8").split("\n")


def main() -> None:
    """Count the paragraphs and write the file."""
    counts: Counter[str] = Counter()
    total = 0
    for paragraph in paragraphs(data_dir()):
        words = {stem(word) for word in WORD.findall(paragraph.lower())}
        counts.update(word for word in words if word.isalpha())
        total += bool(words)
    levels: dict[int, list[str]] = {}
    for word, count in counts.items():
        if count >= FEWEST:
            levels.setdefault(round(log2(total / count)), []).append(word)
    lines = [f"{bits},{' '.join(sorted(levels[bits]))}" for bits in sorted(levels)]
    OUT.write_text(f"{COMMENT}\nbits,words\n" + "\n".join(lines) + "\n", "utf-8")
    print(f"{sum(map(len, levels.values()))} stems of {total} paragraphs")


if __name__ == "__main__":
    main()
