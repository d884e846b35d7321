"""A pair model -> what ships: `python -m train.pairs.release PIECES --version V`.

Proves on the pairs that tune that ONNX equals torch, fits the calibration there, and the weights
of the words by which a text takes a stand on the pairs that train. Writes `model.onnx` and
`compare-weights.csv` into `sayso/data`; with `--statements`, of a model that has learnt from
candidates of linking, `statements.onnx` alone.
"""

import argparse
import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from corpora.across import pairs as corpora
from corpora.across.pairs import Pair
from sayso.link.compare.comparer import FORMAT, MODEL, STATEMENTS, Comparer
from sayso.link.compare.cues import FEATURES, Stand
from sayso.link.compare.relation import STANCES
from sayso.link.compare.tokens import RELATIONS, SAMENESS
from sayso.networks import Network
from train.distil.pieces import join
from train.pairs.data import batches, examples
from train.pairs.export import export
from train.pairs.model import PairModel

Floats = NDArray[np.float64]
DATA = Path(__file__).resolve().parents[2] / "sayso" / "data"
HEADS = ("relation", "sameness")
EXACT, NEAR = 1e-3, 0.95  # differences of scores in 32 bits; share of equal answers in eight
RIDGE = 10.0  # how strongly the weights of words are held down; chosen by folds of train and tune
COMMENT = """\
# Made by train/pairs/release.py. model: the stance that words speak for; relation, sameness: the
# calibration of the pair model, a factor for all scores of a head and a shift for each; both: the
# factor of what both say together. feature: what is told of a pair. weight: what it adds."""


def proven(model: PairModel, pairs: Sequence[Pair]) -> None:
    """Check that the exported model scores as the trained one does."""
    texts = [(pair.claim, pair.text) for pair in pairs]
    with torch.no_grad():
        wanted = np.stack(
            [
                model(batch.ids, batch.segments, batch.mask)[0].numpy()
                for row in examples(pairs)
                for batch in batches([row], 1)
            ]
        )
    exact, small = (
        np.stack(Comparer(Network(export(model, "proof", int8=int8), format_=FORMAT)).scores(texts))
        for int8 in (False, True)
    )
    gap = np.abs(exact - wanted).max()
    alike = np.mean(exact[:, :3].argmax(1) == small[:, :3].argmax(1))
    print(f"largest difference {gap:.6f}, in eight bits {alike:.3f} of the answers alike")
    assert gap < EXACT, gap
    assert alike > NEAR, alike


def calibration(scores: Floats, allowed: NDArray[np.bool_], shared: Sequence[int]) -> list[float]:
    """Return the factor and the shifts that make scores the likeliest.

    `shared` are the numbers of each class's shift, -1 for none: few labels tell a denial from a
    conflict.
    """
    held = torch.tensor(scores)
    open_ = torch.tensor(allowed)
    factor = torch.ones((), dtype=torch.float64, requires_grad=True)
    several = torch.zeros(len(shared), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([factor, several], max_iter=200)

    def shifts() -> torch.Tensor:
        return torch.stack([several[n] if n >= 0 else several.new_zeros(()) for n in shared])

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        read = (held * factor + shifts()).log_softmax(-1).masked_fill(~open_, -1e9)
        lost = -read.logsumexp(-1).sum() + (several**2).sum()
        lost.backward()
        return lost

    optimizer.step(loss)
    return [round(each.item(), 4) for each in (factor, *shifts())]


def calibrated(comparer: Comparer) -> tuple[list[float], list[float]]:
    """Return the calibration of relation and sameness, fitted on pairs not trained on."""
    stances = corpora.emergent("tune")
    relation = calibration(_scores(comparer, stances)[:, :3], _allowed(stances)[:, :3], (0, 1, 2))
    both = [*corpora.paraphrases("val"), *_balanced(corpora.stories("conflict"))]
    first = len(RELATIONS)
    sameness = calibration(_both_ways(comparer, both), _allowed(both)[:, first:], (0, 1, 1, 2))
    return relation, sameness


def _balanced(pairs: Sequence[Pair]) -> list[Pair]:
    """Return pairs of claims with fewer of those of two stories, which are told apart easily."""
    apart = frozenset({"unrelated"})
    return [pair for at, pair in enumerate(pairs) if pair.relation != apart or at % 8 == 0]


def _scores(comparer: Comparer, pairs: Sequence[Pair]) -> Floats:
    return np.stack(comparer.scores([(pair.claim, pair.text) for pair in pairs]))


def _both_ways(comparer: Comparer, pairs: Sequence[Pair]) -> Floats:
    """Return the scores of sameness as `Comparer.compare` takes them."""
    turned = [replace(pair, claim=pair.text, text=pair.claim) for pair in pairs]
    mean = (_scores(comparer, pairs) + _scores(comparer, turned)) / 2
    return mean[:, len(RELATIONS) :]


def _allowed(pairs: Sequence[Pair]) -> NDArray[np.bool_]:
    names = [*((n, True) for n in RELATIONS), *((n, False) for n in SAMENESS)]
    return np.array([[n in (p.relation if r else p.sameness) for n, r in names] for p in pairs])


def words(pairs: Sequence[Pair]) -> tuple[Floats, Floats]:
    """Return the weights of the words, `[features, stances]`, and the biases."""
    rows = np.array([[f(Stand.of(p.claim, p.text)) for f in FEATURES.values()] for p in pairs])
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    held = torch.tensor((rows - mean) / spread)
    gold = torch.tensor([STANCES.index(next(iter(pair.relation))) for pair in pairs])
    weights = torch.zeros(rows.shape[1], 3, dtype=torch.float64, requires_grad=True)
    biases = torch.zeros(3, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights, biases], max_iter=300)

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        read = held @ weights + biases
        lost = torch.nn.functional.cross_entropy(read, gold, reduction="sum")
        lost = lost + RIDGE * (weights**2).sum()
        lost.backward()
        return lost

    optimizer.step(loss)
    scaled = weights.detach().numpy() / spread[:, None]
    return scaled, biases.detach().numpy() - mean @ scaled


def together(scores: Floats, weights: Floats, biases: Floats, pairs: Sequence[Pair]) -> float:
    """Return the factor of what words and calibrated scores say together, as logarithms."""
    rows = np.array([[f(Stand.of(p.claim, p.text)) for f in FEATURES.values()] for p in pairs])
    by_words = torch.tensor(rows @ weights + biases).log_softmax(-1)
    both = (torch.tensor(scores).log_softmax(-1) + by_words).numpy()
    factor, *_ = calibration(both, _allowed(pairs)[:, :3], (-1,) * 3)
    return factor


def table(
    weights: Floats, biases: Floats, factor: float, heads: tuple[list[float], list[float]]
) -> str:
    """Return the weights and the calibration as the table that ships."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["model", "feature", "weight"])
    for name, classes, numbers in zip(HEADS, (STANCES, SAMENESS), heads, strict=True):
        rows.writerows([name, *each] for each in zip(("factor", *classes), numbers, strict=True))
    for at, stance in enumerate(STANCES):
        rows.writerow([stance, "bias", f"{biases[at]:.4f}"])
        rows.writerows([stance, name, f"{weights[n, at]:.4f}"] for n, name in enumerate(FEATURES))
    rows.writerow(["both", "factor", f"{factor:.4f}"])
    return f"{COMMENT}\n{out.getvalue()}"


def main() -> None:
    """Parse the command line, prove, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pieces", type=Path, help="what train.pairs wrote")
    parser.add_argument("--version", required=True)
    parser.add_argument("--statements", action="store_true", help="what linking asks")
    given = parser.parse_args()
    model = PairModel.started(join(given.pieces), 0.0).eval()
    tuning = corpora.emergent("tune")
    proven(model, tuning)
    data = export(model, given.version)
    (DATA / "pairs").mkdir(exist_ok=True)
    (DATA / "pairs" / (STATEMENTS if given.statements else MODEL)).write_bytes(data)
    if given.statements:
        return
    comparer = Comparer(Network(data, format_=FORMAT))
    heads = calibrated(comparer)
    scale, *shifts = heads[0]  # words count as the model does
    weights, biases = (scale * each for each in words(corpora.emergent("train")))
    factor = together(scale * _scores(comparer, tuning)[:, :3] + shifts, weights, biases, tuning)
    (DATA / "compare-weights.csv").write_text(table(weights, biases, factor, heads), "utf-8")
    print(heads, factor)


if __name__ == "__main__":
    main()
