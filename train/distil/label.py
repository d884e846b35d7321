"""Teachers -> what they read: `python -m train.distil.label T1.pt T2.pt --out DIR`.

What is written is the mean of the teachers, in the labelled texts and in those without labels,
whose statements are those of the first teacher. `train.distil.soft` tells how it is written.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import numpy as np
from tokenizers import Tokenizer

from corpora import conflict, frontline, polnear
from corpora.documents import Document, Labelled, text_hash
from sayso.annotate.drafts import drafts
from sayso.annotate.ground import Ground
from sayso.annotate.heads import Encoded, heads
from sayso.annotate.nesting import with_nested
from sayso.annotate.statements import statements
from sayso.annotate.weights import Weights, from_json
from sayso.annotate.windows import WINDOW_TOKENS, Floats, Window, windows
from sayso.networks import load_tokenizer
from sayso.records import Article
from train.acts import ActLabel
from train.data import Example, bare, batch_of, examples, to_device
from train.distil.soft import Chances, Soft, write
from train.distil.unlabelled import texts
from train.evaluate import load
from train.export import UNFITTED, weights_of
from train.model import Attributor
from train.naming import Known

BATCH = 48  # windows that are read at once
CHUNK = 32  # texts that are cut into windows at once

Given = TypeVar("Given")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Reader:
    """The teachers, where they run, and the processes that cut texts and decode beside them."""

    teachers: Sequence[Attributor]
    device: str
    pool: ProcessPoolExecutor | None

    def spread(self, work: Callable[[Given], Made], items: Iterable[Given]) -> Iterator[Made]:
        """Return the results of some work on each item in order, from other processes if any."""
        return iter(self.pool.map(work, items) if self.pool else map(work, items))


def cut(tokenizer: Tokenizer, documents: Sequence[Document]) -> list[list[Example]]:
    """Return the windows of each document, with its statements numbered in place of their acts."""
    cut_of = []
    for document in documents:
        labels = [ActLabel(s, act=number) for number, s in enumerate(document.statements)]
        known = Known(document.text, None, None, labels)
        cut_of.append(examples(document, known, tokenizer, size=WINDOW_TOKENS, first=0))
    return cut_of


def read(
    reader: Reader, teachers: Sequence[Attributor], documents: Sequence[Document]
) -> Iterator[tuple[str, Soft]]:
    """Yield what some teachers, on the mean, read in each document, with the hash of its text."""
    chunks = [documents[i : i + CHUNK] for i in range(0, len(documents), CHUNK)]
    for chunk, cut_of in zip(
        chunks, reader.spread(partial(cut, load_tokenizer()), chunks), strict=True
    ):
        flat = [(number, e) for number, each in enumerate(cut_of) for e in each]
        chances = _chances(reader, teachers, [e for _, e in flat])
        for number, document in enumerate(chunk):
            own = [(e, c) for (n, e), c in zip(flat, chances, strict=True) if n == number]
            if own:
                yield text_hash(document.text), _soft(document, own)


def _chances(
    reader: Reader, teachers: Sequence[Attributor], given: Sequence[Example]
) -> list[dict[str, Floats]]:
    """Return the chances in each window: `tags`, `nested`, `names` by token, `acts` by row."""
    order = sorted(range(len(given)), key=lambda i: len(given[i].window))
    chances: list[dict[str, Floats]] = [{} for _ in given]
    for start in range(0, len(order), BATCH):
        chosen = order[start : start + BATCH]
        batch, _ = batch_of([given[i] for i in chosen])
        moved = to_device(batch, reader.device)
        several = [teacher.chances(moved) for teacher in teachers]
        mean = {
            name: (sum(each[name] for each in several) / len(several)).cpu().numpy()
            for name in several[0]
        }
        owner = batch["act_window"].numpy()
        for row, i in enumerate(chosen):
            length = len(given[i].window)
            parts = {name: mean[name][row, :length] for name in ("tags", "nested", "names")}
            chances[i] = parts | {"acts": mean["acts"][owner == row]}
    return chances


def _soft(document: Document, own: Sequence[tuple[Example, dict[str, Floats]]]) -> Soft:
    """Return what was read in a document's windows as one."""
    starts = np.concatenate([e.window.starts for e, _ in own])
    ends = np.concatenate([e.window.ends for e, _ in own])
    parts = (np.concatenate([c[name] for _, c in own]) for name in ("tags", "nested", "names"))
    acts: dict[int, Floats] = {}
    for e, c in own:
        assert e.acts is not None
        for number, chances in zip(e.acts.labels[:, 0].tolist(), c["acts"], strict=True):
            acts.setdefault(number, chances)
    labels = (ActLabel(document.statements[n], chances=acts[n]) for n in sorted(acts))
    return Soft(starts, ends, Chances(*parts), tuple(labels))


def with_statements(reader: Reader, given: Sequence[str]) -> Iterator[Document]:
    """Yield texts with the statements that the first teacher finds in them."""
    teacher = reader.teachers[0]
    weights = from_json(weights_of(teacher) | UNFITTED)
    tokenizer = load_tokenizer()
    for start in range(0, len(given), CHUNK * 4):
        chunk = given[start : start + CHUNK * 4]
        cut_of = [list(windows(text, tokenizer)) for text in chunk]
        scores = iter(_scores(reader, teacher, [w for each in cut_of for w in each]))
        work = [(t, c, [next(scores) for _ in c]) for t, c in zip(chunk, cut_of, strict=True)]
        yield from reader.spread(partial(decoded, weights), work)


def _scores(reader: Reader, teacher: Attributor, cut_of: Sequence[Window]) -> list[Floats]:
    """Return the encoder's scores of some windows."""
    order = sorted(range(len(cut_of)), key=lambda i: len(cut_of[i]))
    scores_of: list[Floats] = [np.zeros(0, dtype=np.float32)] * len(cut_of)
    for start in range(0, len(order), BATCH):
        chosen = order[start : start + BATCH]
        batch, _ = batch_of([bare(cut_of[i]) for i in chosen])
        scores = teacher.scores(to_device(batch, reader.device)).cpu().numpy()
        for row, i in enumerate(chosen):
            scores_of[i] = scores[row, 1 : len(cut_of[i]) + 1]
    return scores_of


def decoded(weights: Weights, work: tuple[str, list[Window], list[Floats]]) -> Document:
    """Return a text with the statements that its scores hold, those inside others too."""
    text, cut_of, scores = work
    if not cut_of:
        return Document(text_hash(text), text, ())
    ground = Ground.of(Article(text, ""))
    encoded = Encoded.of(cut_of, [heads(each) for each in scores])
    outer, inside = drafts(ground, encoded, weights)
    both = with_nested(
        statements(ground, encoded, outer, weights),
        statements(ground, encoded.inside(), inside, weights),
    )
    labels = (Labelled(r.statement.source, r.statement.cue, r.statement.content) for r in both)
    return Document(text_hash(text), text, tuple(labels))


def main() -> None:
    """Parse the command line, read and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teachers", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--limit", type=int, help="only so many articles a corpus, to try things")
    given = parser.parse_args()
    pool = None
    if given.workers:  # begun before the device is, for it does not bear to be forked
        pool = ProcessPoolExecutor(given.workers, get_context("fork"))
        pool.submit(int).result()
    teachers = [load(path).to(given.device) for path in given.teachers]
    reader = Reader(teachers, given.device, pool)
    corpora = (polnear, conflict, frontline)
    labelled = [d for corpus in corpora for d in corpus.documents("train")[: given.limit]]
    others = list(with_statements(reader, list(texts())[: given.limit]))
    soft_of = dict(read(reader, teachers, [*labelled, *others]))
    write(given.out, soft_of)
    print(f"{given.out}: {len(labelled)} labelled texts and {len(others)} without labels")


if __name__ == "__main__":
    main()
