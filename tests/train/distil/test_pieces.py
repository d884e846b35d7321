"""Weights come back from their pieces: small ones exactly, large ones to half a step of 127."""

import pytest

torch = pytest.importorskip("torch")

from train.distil.pieces import LARGE, join, split  # noqa: E402


def test_weights_come_back(tmp_path):
    torch.manual_seed(1)
    state = {
        "large": torch.randn(1200, 384),
        "wide": torch.randn(5, 7),
        "bias": torch.randn(1200),
    }
    assert state["large"].numel() > LARGE
    split(state, tmp_path, most=400_000)
    pieces = sorted(tmp_path.iterdir())
    assert len(pieces) > 1
    assert max(path.stat().st_size for path in pieces) < 410_000
    back = join(tmp_path)
    assert back.keys() == state.keys()
    assert torch.equal(back["wide"], state["wide"])
    assert torch.equal(back["bias"], state["bias"])
    step = state["large"].abs().amax(1, keepdim=True) / 127
    assert ((back["large"] - state["large"]).abs() <= step * 0.501).all()
