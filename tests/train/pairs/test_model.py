"""The pair model starts from an encoder, and loses nothing where a label leaves everything open."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from corpora.across.pairs import Pair  # noqa: E402
from train.model import Encoder, Size  # noqa: E402
from train.pairs.data import batches, examples  # noqa: E402
from train.pairs.model import WIDTHS, PairModel, loss  # noqa: E402


@pytest.mark.parametrize("relative", [False, True])
def test_starts_from_an_encoder_and_does_not_see_padding(relative):
    torch.manual_seed(1)
    size = Size(layers=2, hidden=24, inner=32, relative=relative)
    start = {f"encoder.{n}": w for n, w in Encoder(size, 0.0).state_dict().items()}
    model = PairModel.started(start, 0.0).eval()
    assert torch.equal(model.layers[1].up.weight, start["encoder.layers.1.up.weight"])
    again = PairModel.started(model.state_dict(), 0.0).eval()
    rows = examples([Pair("Ruel won", "He lost"), Pair("Ruel won", "He lost " * 30)])
    both = next(batches(rows, 2))
    alone = next(batches(rows[:1], 2))
    with torch.no_grad():
        read = again(both.ids, both.segments, both.mask)[both.rows.tolist().index(0)]
        assert torch.allclose(read, model(alone.ids, alone.segments, alone.mask)[0], atol=1e-5)


def test_an_open_label_costs_nothing():
    scores = torch.randn(2, sum(WIDTHS))
    everything = torch.ones(2, sum(WIDTHS), dtype=torch.bool)
    weights = torch.tensor([1.0, 3.0])
    assert loss(scores, everything, weights).abs() < 1e-5
    one = everything.clone()
    one[0, 1:4] = False
    wanted = -scores[0, :4].log_softmax(-1)[0] / 4
    assert torch.isclose(loss(scores, one, weights), wanted, atol=1e-5)


def test_batches_hold_each_row_once():
    rows = examples([Pair("Ruel won", "He lost " * n) for n in range(1, 30)])
    seen = [n for b in batches(rows, 4, np.random.default_rng(1)) for n in b.rows.tolist()]
    assert sorted(seen) == list(range(len(rows)))
