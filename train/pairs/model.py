"""The network: an encoder over a claim and a text, and two heads over what it makes of both.

A cross-encoder as in Nogueira and Cho 2019 on the layers of `train.model`, of any size.
"""

from collections.abc import Mapping

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from sayso.link.compare.tokens import RELATIONS, SAMENESS
from train.model import BUCKETS, HEADS, Encoder, Layer, Size

WIDTHS = (len(RELATIONS), len(SAMENESS))
NEW = ("segments", "joint", "heads")


class PairModel(nn.Module):
    """Tokens of a claim and a text -> `[pairs, sum(WIDTHS)]`: relations, then samenesses."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        hidden = size.hidden
        self.words = nn.Embedding(size.vocabulary, hidden)
        self.positions = nn.Embedding(size.positions, hidden)
        self.segments = nn.Embedding(2, hidden)
        self.relative = nn.Embedding(BUCKETS, HEADS) if size.relative else None
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.joint = nn.Linear(2 * hidden, hidden)
        self.heads = nn.Linear(hidden, sum(WIDTHS))
        nn.init.normal_(self.segments.weight, std=0.02)

    @classmethod
    def started(cls, start: Mapping[str, Tensor], dropout: float) -> "PairModel":
        """Return a model of the size of some weights, which are those of it or of an encoder."""
        start = {name if name.startswith("encoder.") else f"encoder.{name}": weight
                 for name, weight in start.items()}  # fmt: skip
        model = cls(Size.of(start), dropout)
        names = {*model.state_dict()}
        ours = {name.removeprefix("encoder."): weight for name, weight in start.items()}
        model.load_state_dict({n: w for n, w in ours.items() if n in names}, strict=False)
        missing = names - {*ours}
        assert all(name.startswith(NEW) for name in missing), missing
        return model

    def forward(self, ids: Tensor, segments: Tensor, mask: Tensor) -> Tensor:
        """Return the scores of some pairs; `mask`, `[batch, tokens]`, is True at real tokens."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places) + self.segments(segments)
        x = self.dropout(self.norm(x))
        wide = mask[:, None, None, :]
        if self.relative is not None:
            wide = Encoder.reach(self.relative, places, wide)
        for layer in self.layers:
            x = layer(x, wide)
        real = mask[..., None].to(x.dtype)
        mean = (x * real).sum(1) / real.sum(1)
        joint = F.gelu(self.joint(torch.cat([x[:, 0], mean], dim=-1)))
        scores: Tensor = self.heads(self.dropout(joint))
        return scores


def loss(scores: Tensor, allowed: Tensor, weights: Tensor) -> Tensor:
    """Return the mean loss, of each pair by its weight: how little falls on what a label leaves.

    `allowed`, `[pairs, sum(WIDTHS)]`, is True at what the label leaves open; where that is
    everything, nothing is lost.
    """
    total = scores.new_zeros(())
    for part, open_ in zip(scores.split(WIDTHS, -1), allowed.split(WIDTHS, -1), strict=True):
        chances = part.log_softmax(-1).masked_fill(~open_, -1e4)
        total = total - (chances.logsumexp(-1) * weights).sum()
    return total / weights.sum()


def soft_loss(scores: Tensor, wanted: Tensor, heat: float) -> Tensor:
    """Return the loss of scoring as another model does, at a temperature (Hinton et al. 2015)."""
    total = scores.new_zeros(())
    for part, aim in zip(scores.split(WIDTHS, -1), wanted.split(WIDTHS, -1), strict=True):
        total = total + F.cross_entropy(part / heat, (aim / heat).softmax(-1))
    return total * heat
