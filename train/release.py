"""Checkpoints -> the package's model file: `python -m train.release runs/first/epoch-7.pt ...`.

Exports to int8, proves the export against torch on real text, fits on the development sets what
decoding leaves open (how readily to see a role, the confidence, the threshold), and writes it.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.scorer import Scored, match
from corpora import conflict, frontline, polnear
from corpora.documents import Document, Labelled
from sayso.annotate.confidence import features
from sayso.annotate.drafts import Draft, drafts
from sayso.annotate.encoder import Encoder
from sayso.annotate.ground import Ground
from sayso.annotate.heads import Encoded, Heads
from sayso.annotate.nesting import with_nested
from sayso.annotate.statements import Read, statements
from sayso.annotate.weights import Weights
from sayso.annotate.windows import LABELS, ROLES, Floats, Window, windows
from sayso.networks import load_tokenizer
from sayso.records import Article, Statement
from train.data import inner
from train.evaluate import encode, load
from train.export import UNFITTED, export, weights_of
from train.model import Attributor

MODEL = Path(__file__).resolve().parent.parent / "sayso" / "data" / "model" / "model.onnx"
LATE = ("encoder.names", "encoder.entities", "entity_scorer")
STEPS = (0.5, -0.5)  # tried on the bias of each role, each as long as it helps
RIDGE = 1.0  # of the logistic fit
# Of each development set: its share of what is maximised, and the weight of a statement in the fit,
# for PolNeAR has far more of them than the others.
SHARES = {"polnear": 1.0, "conflict": 1 / 3, "frontline": 1.0}
STATEMENT_WEIGHTS = {"polnear": 1.0, "conflict": 3.0, "frontline": 2.0}

Scored_windows = list[tuple[Window, Heads]]
Set = tuple[Sequence[Document], Sequence[Scored_windows]]


def mean_of(checkpoints: Sequence[Path], shares: Sequence[float]) -> Attributor:
    """Return the model whose weights are the mean of several checkpoints of one training.

    The heads for names and mentions, which learn to the end, are those of the first checkpoint.
    """
    models = [load(path) for path in checkpoints]
    states = [model.state_dict() for model in models]
    pairs = list(zip(states, shares, strict=True))
    mean = {k: sum(s[k] * share for s, share in pairs) for k in states[0]}
    late = {k: value for k, value in states[0].items() if k.startswith(LATE)}
    models[0].load_state_dict(mean | late)
    return models[0]


def prove(model: Attributor, cut: Sequence[Window]) -> None:
    """Raise unless the float export equals torch and int8 chooses nearly the same labels."""
    plain = Encoder.of(export(model, weights_of(model) | UNFITTED, "proof", int8=False))
    small = Encoder.of(export(model, weights_of(model) | UNFITTED, "proof"))
    same = total = 0
    for window in cut:
        wanted = encode(model, window)
        for got, want in zip(plain.submit(window).result(), wanted, strict=True):
            np.testing.assert_allclose(got, want, atol=5e-3)
        labels = small.submit(window).result().tags.argmax(1)
        same += int((labels == wanted.tags.argmax(1)).sum())
        total += len(window)
    print(
        f"float export equals torch; int8 chooses the same label for {same / total:.2%} of tokens"
    )
    assert same / total > 0.97


def judged(
    documents: Sequence[Document], scored: Sequence[Scored_windows], weights: Weights
) -> tuple[list[Floats], list[NDArray[np.bool_]], int]:
    """Return for each document its drafts' numbers and which are right, and the gold count.

    Statements inside others count where the documents label them.
    """
    numbers, right, gold = [], [], 0
    is_nested = any(inner(document.statements) for document in documents)
    for document, pairs in zip(documents, scored, strict=True):
        encoded = Encoded.of([w for w, _ in pairs], [s for _, s in pairs])
        ground = Ground.of(Article(document.text, ""))
        outer, nested = drafts(ground, encoded, weights)
        read = _each(ground, encoded, outer, weights)
        within = encoded.inside()
        inside = _each(ground, within, nested, weights) if is_nested else []
        held = {id(each) for each in with_nested([r for _, r in read], [r for _, r in inside])}
        inside = [(draft, each) for draft, each in inside if id(each) in held]
        predicted = [_scored(each.statement) for _, each in [*read, *inside]]
        compared = match(document, predicted)
        good = {id(compared.predicted[i].scored) for i in compared.right()[1]}
        of_outer = features(encoded, [draft for draft, _ in read])
        of_inside = features(within, [draft for draft, _ in inside])
        numbers.append(np.concatenate([of_outer, of_inside]))
        right.append(np.asarray([id(each) in good for each in predicted], dtype=np.bool_))
        gold += len(compared.gold)
    return numbers, right, gold


def _each(
    ground: Ground, encoded: Encoded, of: Sequence[Draft], weights: Weights
) -> list[tuple[Draft, Read]]:
    """Return the drafts that become statements, each with its own."""
    return [(d, read) for d in of for read in statements(ground, encoded, [d], weights)]


def _scored(statement: Statement) -> Scored:
    return Scored(Labelled(statement.source, statement.cue, statement.content))


def logistic(x: Floats, y: NDArray[np.bool_], weight: Floats) -> Floats:
    """Return the weights of a logistic regression, the bias last, by Newton's method."""
    x = np.hstack([x, np.ones((len(x), 1))]).astype(np.float64)
    w = np.zeros(x.shape[1])
    ridge = np.diag([RIDGE] * (x.shape[1] - 1) + [0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        slope = x.T @ (weight * (p - y)) + ridge @ w
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + ridge + 1e-6 * np.eye(len(w))
        w -= np.linalg.solve(curve, slope)
    return w.astype(np.float32)


def best_threshold(
    scores: Sequence[Floats], right: Sequence[NDArray[np.bool_]], gold: Sequence[int]
) -> tuple[list[float], float]:
    """Return the statement F1 on each set at the threshold that serves them best, and that."""
    tried = np.arange(0, 1, 0.001)
    f1 = []
    for score, hits, wanted in zip(scores, right, gold, strict=True):
        kept = score[None, :] >= tried[:, None]
        f1.append(2 * (kept & hits).sum(axis=1) / (kept.sum(axis=1) + wanted))
    at = int(np.argmax(_value(f1)))
    return [float(each[at]) for each in f1], round(float(tried[at]), 3)


def _value(f1: Sequence[Any]) -> Any:
    """Return what is maximised: the sum of the statement F1, each set's by its share."""
    return sum(each * share for each, share in zip(f1, SHARES.values(), strict=True))


def fitted(weights: Weights, sets: Sequence[Set]) -> Weights:
    """Return the weights with the bias, confidence and threshold that serve the sets best.

    The bias is found role by role, up and down in `STEPS`, as long as that raises statement F1.
    """
    best, chosen = _trial(weights, sets)
    for role, step in product((*ROLES, *ROLES), STEPS):
        better = True
        while better:
            bias = chosen.bias.copy()
            bias[LABELS.index(f"B-{role}")] += step
            value, trial = _trial(replace(chosen, bias=bias), sets)
            better = value > best
            best, chosen = (value, trial) if better else (best, chosen)
    return chosen


def _trial(weights: Weights, sets: Sequence[Set]) -> tuple[float, Weights]:
    """Return how well the weights do with a confidence of their own, and the weights with it.

    How well is the sum of the statement F1 on the sets by `SHARES`.
    """
    parts = [judged(documents, encoded, weights) for documents, encoded in sets]
    xs = [np.concatenate(numbers) for numbers, _, _ in parts]
    ys = [np.concatenate(right) for _, right, _ in parts]
    importance = np.concatenate(
        [np.full(len(y), w) for y, w in zip(ys, STATEMENT_WEIGHTS.values(), strict=True)]
    )
    confidence = logistic(np.concatenate(xs), np.concatenate(ys), importance)
    scores = [1 / (1 + np.exp(-(x @ confidence[:-1] + confidence[-1]))) for x in xs]
    f1, threshold = best_threshold(scores, ys, [gold for _, _, gold in parts])
    bias = [round(float(weights.bias[LABELS.index(f"B-{role}")]), 2) for role in ROLES]
    print(f"bias {bias}: F1 {', '.join(f'{each:.4f}' for each in f1)} at {threshold}", flush=True)
    return _value(f1), replace(weights, confidence=confidence, min_score=threshold)


def main() -> None:
    """Parse the command line, export, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--shares", type=float, nargs="+", help="of the checkpoints in the mean")
    parser.add_argument("--version", required=True)
    parser.add_argument("--tokenizer", type=Path, help="of the checkpoints, if not the package's")
    parser.add_argument("--out", type=Path, default=MODEL)
    given = parser.parse_args()
    model = mean_of(
        given.checkpoints, given.shares or [1 / len(given.checkpoints)] * len(given.checkpoints)
    )
    tokenizer = load_tokenizer(given.tokenizer)
    sets = []
    encoder = Encoder.of(export(model, weights_of(model) | UNFITTED, given.version))
    for corpus in (polnear, conflict, frontline):
        documents = corpus.documents("dev")
        cut = [list(windows(d.text, tokenizer)) for d in documents]
        work = [[(w, encoder.submit(w)) for w in each] for each in cut]
        sets.append((documents, [[(w, s.result()) for w, s in each] for each in work]))
    prove(model, [w for w, _ in sets[0][1][0] + sets[1][1][0]])
    chosen = fitted(encoder.weights, sets)
    extra = {
        "bias": chosen.bias.tolist(),
        "confidence": chosen.confidence.tolist(),
        "min_score": chosen.min_score,
    }
    data = export(model, weights_of(model) | extra, given.version)
    given.out.write_bytes(data)
    if given.tokenizer:
        tokenizer.save(str(given.out.parent / "tokenizer.json"), pretty=False)
    print(f"{given.out}: {len(data) / 1e6:.1f} MB, threshold {chosen.min_score}")


if __name__ == "__main__":
    main()
