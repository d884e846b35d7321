"""PolNeAR: news of a campaign, every attribution as source, cue and content.

Holders are labels of the project's own on its training part: whom pronouns, titles and descriptions
that speak stand for, by reading, in 592 articles.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora.corpus import Corpus, data_dir, write
from corpora.documents import Document, labelled, rows
from sayso.records import Span, Spans

# Kinds of sources that stand for nobody named or described before them.
_ANEW = frozenset({"new", "nobody"})
# Kinds that no ranking of what was mentioned before can tell.
_OTHERWISE = frozenset({"who", "narrator", "speaker"})


def documents(part: str) -> list[Document]:
    """Return the documents of part `train` or `dev`; what has no content is dropped."""
    return [
        Document(
            row["id"],
            row["text"],
            tuple(labelled(a) for a in row["attributions"] if a["content"]),
        )
        for row in rows(data_dir() / "attribution" / f"{part}.jsonl")
    ]


@dataclass(frozen=True, slots=True)
class Holder:
    """One source, and where the text names or describes whom it stands for; nowhere if anew."""

    source: Span
    mentions: Spans


def holders() -> dict[str, tuple[Holder, ...]]:
    """Return the labelled sources by the id of their document, those left out that need no ranking.

    Raises FileNotFoundError where the labels are not there.
    """
    path = data_dir() / "coref" / "polnear_train_holders.jsonl"
    return {
        row["id"]: tuple(_holder(each) for each in row["sources"] if each["kind"] not in _OTHERWISE)
        for row in rows(path)
    }


def _holder(label: dict[str, Any]) -> Holder:
    pairs = [label[name] for name in ("name", "antecedent") if label[name]]
    mentions = () if label["kind"] in _ANEW else tuple(Span(*pair) for pair in pairs)
    return Holder(Span(*label["source"][0]), mentions)


# A span of brat's, "T7<tab>Content 292 543;560 580<tab>its words", and an event that ties spans
# together, "E2<tab>Attribution:T8 Content:T7 Cue:T6 Source:T5 Content2:T9".
_SPAN = re.compile(r"(?P<name>T\d+)\t\S+ (?P<ranges>\d+ \d+(?:;\d+ \d+)*)\t")
_EVENT = re.compile(r"E\d+\t(?P<parts>.*)")
_PART = re.compile(r"(?P<role>Source|Cue|Content)\d*:(?P<name>T\d+)")


def convert(published: Path, to: Path) -> int:
    """Write the parts train and dev; the test part is for nobody to look at."""
    count = 0
    for part in ("train", "dev"):
        texts = sorted(published.rglob(f"data/{part}/text/*.txt"))
        lines = [json.dumps(_row(path), ensure_ascii=False) for path in texts]
        write(to / "attribution" / f"{part}.jsonl", "".join(f"{x}\n" for x in lines).encode())
        count += len(lines)
    return count


def _row(path: Path) -> dict[str, Any]:
    """Return an article with its attributions; where several have read it, those of the first."""
    publisher, published, _ = path.stem.split("_", 2)
    read_by = sorted(path.parent.parent.glob(f"attributions/{path.stem}_????.ann"))
    return {
        "id": path.stem,
        "publisher": publisher,
        "published": published,
        "text": path.read_bytes().decode("utf-8"),
        "attributions": attributions(read_by[0].read_text("utf-8")),
    }


def attributions(standoff: str) -> list[dict[str, list[list[int]]]]:
    """Return the attributions of a file of brat's, in their order.

    A span that stands below the event which names it is passed over, as it was when the model was
    trained and measured: it takes a source or a content from 81 of 22,061 attributions.
    """
    spans: dict[str, list[list[int]]] = {}
    rows = []
    for line in standoff.split("\n"):
        if match := _SPAN.match(line):
            pairs = match["ranges"].split(";")
            spans[match["name"]] = [[int(at) for at in pair.split()] for pair in pairs]
        elif match := _EVENT.match(line):
            roles: dict[str, list[list[int]]] = {"source": [], "cue": [], "content": []}
            for part in _PART.finditer(match["parts"]):
                roles[part["role"].lower()] += spans.get(part["name"], [])
            rows.append({role: sorted(pairs) for role, pairs in roles.items()})
    return rows


CORPUS = Corpus(
    name="polnear",
    title="PolNeAR 1.0: US campaign news, every attribution as source, cue and content",
    address="https://github.com/networkdynamics/PolNeAR",
    licence="none stated",
    citation='Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", '
    "LREC 2018",
    documents=924,
    convert=convert,
    archive="https://github.com/networkdynamics/PolNeAR/archive/"
    "c3eee833c035bf7b8c84f55b58c0bf7346cfae76.zip",
    members=(
        "data/train/text/*",
        "data/train/attributions/*",
        "data/dev/text/*",
        "data/dev/attributions/*",
    ),
)
