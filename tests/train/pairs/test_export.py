"""A pair model that is exported scores as the trained one does."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from corpora.across.pairs import Pair  # noqa: E402
from sayso.link.compare.comparer import FORMAT, Comparer  # noqa: E402
from sayso.networks import Network  # noqa: E402
from train.model import Encoder, Size  # noqa: E402
from train.pairs.data import batches, examples  # noqa: E402
from train.pairs.export import export  # noqa: E402
from train.pairs.model import PairModel  # noqa: E402


def test_the_exported_model_scores_as_the_trained_one():
    torch.manual_seed(3)
    size = Size(layers=2, hidden=48, inner=96)
    start = {f"encoder.{n}": w for n, w in Encoder(size, 0.0).state_dict().items()}
    model = PairModel.started(start, 0.0).eval()
    pairs = [Pair("Ruel won", "He lost"), Pair("Ruel won the vote in Karsk", "Nobody won")]
    comparer = Comparer(Network(export(model, "test", int8=False), format_=FORMAT), threads=1)
    read = np.stack(comparer.scores([(pair.claim, pair.text) for pair in pairs]))
    with torch.no_grad():
        rows = [batch for row in examples(pairs) for batch in batches([row], 1)]
        wanted = [model(row.ids, row.segments, row.mask)[0].numpy() for row in rows]
    assert np.abs(read - np.stack(wanted)).max() < 1e-5
    small = Comparer(Network(export(model, "test"), format_=FORMAT), threads=1)
    assert np.abs(np.stack(small.scores([("Ruel won", "He lost")])) - wanted[0]).max() < 0.2
