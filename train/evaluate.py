"""Score a checkpoint before it is exported: `python -m train.evaluate runs/first/epoch-7.pt`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from bench.scorer import Scored, score
from corpora import conflict, frontline, polnear
from corpora.documents import Document, Labelled
from sayso.annotate.drafts import drafts
from sayso.annotate.ground import Ground
from sayso.annotate.heads import Encoded, Heads, heads
from sayso.annotate.statements import statements
from sayso.annotate.weights import Weights, from_json
from sayso.annotate.windows import CLS, FEATURES, SEP, Floats, Window, windows
from sayso.networks import load_tokenizer
from sayso.records import Article, Statement
from train.export import UNFITTED, weights_of
from train.model import Attributor


def load(path: Path) -> Attributor:
    """Return the model of a checkpoint, ready to be used."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    model = Attributor.like(state, dropout=0.0)
    model.load_state_dict(state)
    return model.eval()


@torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore]
def encode(model: Attributor, window: Window) -> Heads:
    """Return the encoder's scores of one window, without [CLS] and [SEP]."""
    ids = torch.from_numpy(np.concatenate([[CLS], window.ids, [SEP]]))[None]
    features = torch.from_numpy(np.concatenate([[FEATURES], window.features, [FEATURES]]))[None]
    scores: Floats = model.encoder(ids, features)[0, 1:-1].numpy()
    return heads(scores)


def annotate(
    model: Attributor, weights: Weights, documents: Sequence[Document], tokenizer: Tokenizer
) -> list[list[Statement]]:
    """Return the statements that a checkpoint finds in each document."""
    read_of = []
    for document in documents:
        cut = list(windows(document.text, tokenizer))
        encoded = Encoded.of(cut, [encode(model, w) for w in cut])
        ground = Ground.of(Article(document.text, document.id))
        outer, _ = drafts(ground, encoded, weights)
        read = statements(ground, encoded, outer, weights)
        read_of.append([each.statement for each in read])
    return read_of


def scored(statements_of: Sequence[Sequence[Statement]]) -> list[list[Scored]]:
    """Return statements in the scorer's form."""
    return [
        [Scored(Labelled(s.source, s.cue, s.content), s.score) for s in each]
        for each in statements_of
    ]


def main() -> None:
    """Parse the command line and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--tokenizer", type=Path, help="of the checkpoint, if not the package's")
    given = parser.parse_args()
    model = load(given.checkpoint)
    weights = from_json(weights_of(model) | UNFITTED)
    tokenizer = load_tokenizer(given.tokenizer)
    for name, corpus in {"polnear": polnear, "conflict": conflict, "frontline": frontline}.items():
        documents = corpus.documents("dev")[: given.limit]
        if documents:
            print(f"{name}-dev")
            read = annotate(model, weights, documents, tokenizer)
            print(score(documents, scored(read)).table())


if __name__ == "__main__":
    main()
