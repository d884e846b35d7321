"""A pair model -> what ships: `python -m train.pairs.release PIECES --version V`.

Proves on the pairs that tune that ONNX equals torch, fits the calibration there, and the weights
of the words by which a text takes a stand on the pairs that train. Writes `model.onnx` and
`compare-weights.csv` into `sayso/data`.
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

from corpora import pairs as corpora
from corpora.pairs import Pair
from sayso.link.compare.comparer import FORMAT, Comparer
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
PLAIN = {"relation": [1.0, 0, 0, 0], "sameness": [1.0, 0, 0, 0, 0]}
EXACT, NEAR = 1e-3, 0.95  # differences of scores in 32 bits; share of equal answers in eight
RIDGE = 10.0  # how strongly the weights of words are held down; chosen by folds of train and tune
COMMENT = """\
# Made by train/pairs/release.py. model: which stance the weights are for; both: the factor of what
# words and the pair model say together. feature: what is told of a pair, bias for none. weight:
# what it adds."""


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
        np.stack(
            Comparer(Network(export(model, PLAIN, "", int8=int8), format_=FORMAT)).scores(texts)
        )
        for int8 in (False, True)
    )
    gap = np.abs(exact - wanted).max()
    alike = np.mean(exact[:, :3].argmax(1) == small[:, :3].argmax(1))
    print(f"largest difference {gap:.6f}, in eight bits {alike:.3f} of the answers alike")
    assert gap < EXACT, gap
    assert alike > NEAR, alike


def calibration(scores: Floats, allowed: NDArray[np.bool_], shared: Sequence[int]) -> list[float]:
    """Return the factor and the shifts that make scores the likeliest.

    `shared` are the numbers of each class's shift: few labels tell a denial from a conflict.
    """
    held = torch.tensor(scores)
    open_ = torch.tensor(allowed)
    factor = torch.ones((), dtype=torch.float64, requires_grad=True)
    shifts = torch.zeros(max(shared) + 1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([factor, shifts], max_iter=200)

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        read = (held * factor + shifts[[*shared]]).log_softmax(-1).masked_fill(~open_, -1e9)
        lost = -read.logsumexp(-1).sum() + (shifts**2).sum()
        lost.backward()
        return lost

    optimizer.step(loss)
    return [round(each.item(), 4) for each in (factor, *shifts[[*shared]])]


def calibrated(comparer: Comparer) -> dict[str, list[float]]:
    """Return the calibration of both heads, fitted on pairs that were not trained on."""
    stances = corpora.emergent("tune")
    relation = calibration(_scores(comparer, stances)[:, :3], _allowed(stances)[:, :3], (0, 1, 2))
    both = [*corpora.paraphrases("val"), *_balanced(corpora.stories("conflict"))]
    first = len(RELATIONS)
    sameness = calibration(_both_ways(comparer, both), _allowed(both)[:, first:], (0, 1, 1, 2))
    return {"relation": relation, "sameness": sameness}


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


def together(comparer: Comparer, weights: Floats, biases: Floats, pairs: Sequence[Pair]) -> float:
    """Return the factor of what words and model say together, each as logarithms of shares."""
    rows = np.array([[f(Stand.of(p.claim, p.text)) for f in FEATURES.values()] for p in pairs])
    said = comparer([(pair.claim, pair.text) for pair in pairs])
    model = np.log([[each.for_, each.against, each.observing] for each in said])
    by_words = torch.tensor(rows @ weights + biases).log_softmax(-1).numpy()
    return calibration_factor(model + by_words, _allowed(pairs)[:, :3])


def calibration_factor(scores: Floats, allowed: NDArray[np.bool_]) -> float:
    """Return the factor alone that makes scores the likeliest, among tenths and twentieths."""
    gold = allowed.argmax(1)
    losses = {}
    for factor in np.arange(0.3, 1.51, 0.05):
        read = torch.tensor(scores * factor).log_softmax(-1).numpy()
        losses[round(float(factor), 2)] = -read[np.arange(len(gold)), gold].mean()
    return min(losses, key=lambda factor: losses[factor])


def table(weights: Floats, biases: Floats, factor: float) -> str:
    """Return the weights as the table that ships."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["model", "feature", "weight"])
    for at, stance in enumerate(STANCES):
        rows.writerow([stance, "bias", f"{biases[at]:.4f}"])
        rows.writerows([stance, name, f"{weights[n, at]:.4f}"] for n, name in enumerate(FEATURES))
    rows.writerow(["both", "bias", f"{factor:.2f}"])
    return f"{COMMENT}\n{out.getvalue()}"


def main() -> None:
    """Parse the command line, prove, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pieces", type=Path, help="what train.pairs wrote")
    parser.add_argument("--version", required=True)
    given = parser.parse_args()
    model = PairModel.started(join(given.pieces), 0.0).eval()
    tuning = corpora.emergent("tune")
    proven(model, tuning)
    plain = Comparer(Network(export(model, PLAIN, given.version), format_=FORMAT))
    fitted = calibrated(plain)
    data = export(model, fitted, given.version)
    (DATA / "pairs").mkdir(exist_ok=True)
    (DATA / "pairs" / "model.onnx").write_bytes(data)
    weights, biases = words(corpora.emergent("train"))
    comparer = Comparer(Network(data, format_=FORMAT))
    factor = together(comparer, weights, biases, tuning)
    (DATA / "compare-weights.csv").write_text(table(weights, biases, factor), "utf-8")
    print(fitted, factor)


if __name__ == "__main__":
    main()
