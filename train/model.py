"""The network: MiniLM's encoder with features, tags in a conditional random field, and links.

Encoder: Wang et al. 2020 (MiniLM), as in all-MiniLM-L6-v2. Tags: linear-chain CRF, Lafferty
et al. 2001. Links: each span scores its candidates by a dot product of projections and a small
network over the numbers of `sayso.annotate.linking`.
"""

from collections.abc import Mapping, Sequence

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from sayso.annotate.heads import ACT_PARTS, ENTITY_PARTS, LINK, NAME_LABELS, REACH, WIDTHS
from sayso.annotate.linking import NONE_FEATURES, PAIR_FEATURES
from sayso.annotate.naming import SIZES, WIDEST
from sayso.annotate.windows import FEATURES, LABELS, ROLES
from train.acts import UNKNOWN

VOCABULARY, POSITIONS, HIDDEN, HEADS, INNER = 30522, 512, 384, 12, 1536
LINK_HIDDEN = 64
MASK = 103  # [MASK] among the word pieces
MASKED = 0.05  # share of tokens hidden while training
SAID_WEIGHTS = (1.0, 4.0, 4.0, 4.0)  # of "yes" and of the rest, which is a thirtieth of all


# The choices of cue and of source, of statements and then of those inside them.
LinkBatches = Sequence[tuple[Mapping[str, Tensor], Mapping[str, Tensor]]]


class Layer(nn.Module):
    """One transformer layer as in BERT: attention and feed-forward, each followed by a norm."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return `[batch, tokens, HIDDEN]`; `mask` is True where a token may be looked at."""
        batch, tokens, _ = x.shape
        heads = self.qkv(x).view(batch, tokens, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(heads[0], heads[1], heads[2], attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, tokens, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(seen)))
        inner: Tensor = self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))
        return inner


class Encoder(nn.Module):
    """Tokens and features -> `[batch, tokens, sum(WIDTHS)]`: what the heads say, side by side."""

    def __init__(self, layers: int, dropout: float, vocabulary: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.features = nn.Embedding(FEATURES + 1, HIDDEN)  # the last one: [CLS] and [SEP]
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.tags = nn.Linear(HIDDEN, len(LABELS))
        self.links = nn.Linear(HIDDEN, 4 * LINK)
        self.names = nn.Linear(HIDDEN, len(NAME_LABELS))
        self.entities = nn.Linear(HIDDEN, sum(ENTITY_PARTS))
        self.acts = nn.Linear(HIDDEN, sum(ACT_PARTS) * len(ROLES))
        self.nested = nn.Linear(HIDDEN, len(LABELS))
        nn.init.normal_(self.features.weight, std=0.02)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return the scores of some windows; `mask`, `[batch, tokens]`, is True at real tokens."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places) + self.features(features)
        x = self.dropout(self.norm(x))
        wide = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, wide)
        return torch.cat([head(x) for head in self.heads()], dim=-1)

    def heads(self) -> tuple[nn.Linear, ...]:
        """Return the heads in the order of `sayso.annotate.heads`."""
        return (self.tags, self.links, self.names, self.entities, self.acts, self.nested)


class Linker(nn.Module):
    """The network over a pair's numbers, and one over those of "belongs to nothing"."""

    def __init__(self) -> None:
        super().__init__()
        self.pair = nn.Sequential(
            nn.Linear(PAIR_FEATURES, LINK_HIDDEN), nn.ReLU(), nn.Linear(LINK_HIDDEN, 1)
        )
        self.none = nn.Sequential(
            nn.Linear(NONE_FEATURES, LINK_HIDDEN // 4), nn.ReLU(), nn.Linear(LINK_HIDDEN // 4, 1)
        )

    def forward(self, query: Tensor, keys: Tensor, batch: Mapping[str, Tensor]) -> Tensor:
        """Return `[rows, columns + 1]`: a score a candidate, the last for "nothing"."""
        dots = (query[:, None] * keys).sum(-1) / LINK**0.5
        scores = dots + self.pair(batch["pairs"]).squeeze(-1)
        scores = scores.masked_fill(~batch["real"], -1e4)
        return torch.cat([scores, self.none(batch["none"])], dim=1)


class EntityScorer(nn.Module):
    """What scores a first and a last token as one mention, beside the encoder's projections."""

    def __init__(self) -> None:
        super().__init__()
        self.width = nn.Parameter(torch.zeros(len(SIZES)))

    def forward(self, parts: Tensor) -> Tensor:
        """Return `[batch, tokens, tokens]`: how much first and last token look like a mention."""
        first, last, begins, ends, *_ = torch.split(parts, ENTITY_PARTS, dim=-1)
        scores = first @ last.transpose(1, 2) / REACH**0.5 + begins + ends.transpose(1, 2)
        size = parts.shape[1]
        gap = torch.arange(size)[None, :] - torch.arange(size)[:, None]
        bucket = torch.bucketize(gap.clamp(min=0) + 1, torch.tensor(SIZES), right=True) - 1
        return scores + self.width[bucket]

    def loss(self, parts: Tensor, batch: Mapping[str, Tensor]) -> Tensor:
        """Return the loss of finding and typing the mentions of the windows that have them."""
        chosen = batch["mentioned"]
        if not len(chosen):
            return parts.sum() * 0
        parts = parts[chosen][:, 1:]
        scores = self(parts)
        gold = torch.zeros_like(scores)
        window, first, last, types = batch["entities"].unbind(-1)
        gold[window, first, last] = 1
        sentence = batch["sentences"][:, 1:]
        gap = torch.arange(scores.shape[1])[None, :] - torch.arange(scores.shape[1])[:, None]
        real = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, None, :]
        real = real & (gap >= 0) & (gap < WIDEST)
        seen = F.binary_cross_entropy_with_logits(scores[real], gold[real], reduction="sum")
        *_, opening, closing = torch.split(parts, ENTITY_PARTS, dim=-1)
        kinds = opening[window, first] + closing[window, last]
        typed = F.cross_entropy(kinds, types, reduction="sum")
        return (seen + 0.5 * typed) / max(len(types), 1)


class ActScorer(nn.Module):
    """What reads a statement's act from its tokens: each role's mean, by how much each counts."""

    def __init__(self) -> None:
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(sum(ACT_PARTS[1:])))

    def forward(self, parts: Tensor, batch: Mapping[str, Tensor]) -> Tensor:
        """Return `[statements, sum(ACT_PARTS[1:])]`, the bias of each included."""
        tokens = batch["act_tokens"].transpose(1, 2)
        of_role = parts[batch["act_window"]].unflatten(-1, (len(ROLES), sum(ACT_PARTS)))
        counts = of_role[..., 0].masked_fill(~tokens, -1e4).softmax(dim=1) * tokens
        return (counts[..., None] * of_role[..., 1:]).sum(dim=(1, 2)) + self.bias

    def loss(self, parts: Tensor, batch: Mapping[str, Tensor]) -> Tensor:
        """Return the loss of reading what statements do and whether they were said."""
        scores = torch.split(self(parts, batch), ACT_PARTS[1:], dim=-1)
        acts, negative, modality, said = scores
        losses = parts.sum() * 0
        known = batch["act"] != UNKNOWN
        if known.any():
            wanted = batch["negative"][known].float()
            losses = losses + F.cross_entropy(
                acts[known], batch["act"][known], label_smoothing=0.05
            )
            losses = losses + F.cross_entropy(modality[known], batch["modality"][known])
            losses = losses + F.binary_cross_entropy_with_logits(
                negative[known].squeeze(-1), wanted
            )
        known = batch["said"] != UNKNOWN
        if known.any():
            weights = torch.tensor(SAID_WEIGHTS)
            losses = losses + F.cross_entropy(said[known], batch["said"][known], weights)
        return losses


class Attributor(nn.Module):
    """All that is trained: the encoder, the tags' transitions and the two linkers."""

    def __init__(self, layers: int = 6, dropout: float = 0.1, vocabulary: int = VOCABULARY) -> None:
        super().__init__()
        self.encoder = Encoder(layers, dropout, vocabulary)
        self.transitions = nn.Parameter(torch.zeros(len(LABELS) + 1, len(LABELS)))
        self.content_to_cue = Linker()
        self.cue_to_source = Linker()
        self.nested_transitions = nn.Parameter(torch.zeros(len(LABELS) + 1, len(LABELS)))
        self.entity_scorer = EntityScorer()
        self.act_scorer = ActScorer()

    @classmethod
    def like(cls, state: Mapping[str, Tensor], dropout: float) -> "Attributor":
        """Return an untrained model of the size of some weights."""
        layers = 1 + max(int(n.split(".")[2]) for n in state if n.startswith("encoder.layers."))
        return cls(layers, dropout, len(state["encoder.words.weight"]))

    def loss(self, batch: Mapping[str, Tensor], links: LinkBatches) -> dict[str, Tensor]:
        """Return the losses: tags and names a token, links a span, mentions and acts each."""
        ids = batch["ids"]
        hidden = (torch.rand(ids.shape) < MASKED) & (ids > MASK)
        ids = torch.where(hidden & self.training, MASK, ids)
        out = self.encoder(ids, batch["features"], batch["mask"]).float()
        scores, keys, names, entities, acts, nested = torch.split(out, WIDTHS, dim=-1)
        tag_loss = self._tag_loss(scores, self.transitions, batch["tags"])
        nested_loss = self._tag_loss(nested, self.nested_transitions, batch["nested"])
        link_loss = keys.sum() * 0
        for content, cue in links:
            link_loss = link_loss + self._link_loss(
                self.content_to_cue, keys[..., : 2 * LINK], content
            )
            link_loss = link_loss + self._link_loss(self.cue_to_source, keys[..., 2 * LINK :], cue)
        name_loss = names.sum() * 0
        if (batch["names"] >= 0).any():
            flat = names.flatten(0, 1)
            name_loss = F.cross_entropy(flat, batch["names"].flatten(), ignore_index=-1)
        return {
            "tags": tag_loss,
            "links": link_loss,
            "names": name_loss,
            "entities": self.entity_scorer.loss(entities, batch),
            "acts": self.act_scorer.loss(acts, batch),
            "nested": nested_loss,
        }

    @staticmethod
    def _tag_loss(scores: Tensor, transitions: Tensor, tags: Tensor) -> Tensor:
        """Return the loss of the windows whose tags are known."""
        known = (tags >= 0).any(dim=1)
        tags = tags[known]
        if not len(tags):
            return scores.sum() * 0
        return crf_loss(scores[known, 1:], transitions, tags[:, 1:], tags[:, 1:] >= 0)

    def _link_loss(self, linker: Linker, links: Tensor, batch: Mapping[str, Tensor]) -> Tensor:
        if not len(batch["target"]):
            return links.sum() * 0
        query = pooled(links[..., :LINK], batch["window"], batch["row"])
        keys = pooled(links[..., LINK:], batch["window"][:, None], batch["columns"])
        return F.cross_entropy(linker(query, keys, batch), batch["target"])


def pooled(projection: Tensor, window: Tensor, spans: Tensor) -> Tensor:
    """Return the mean of a projection at a span's first and last token; `spans` is `[..., 2]`."""
    first = projection[window, spans[..., 0] + 1]
    last = projection[window, spans[..., 1]]
    return (first + last) / 2


def crf_loss(scores: Tensor, transitions: Tensor, tags: Tensor, real: Tensor) -> Tensor:
    """Return the negative log likelihood of the tags, a token; real tokens come first in a row."""
    start, steps = transitions[-1], transitions[:-1]
    known = tags.clamp(min=0)
    gold = torch.gather(scores, 2, known[..., None]).squeeze(-1)
    gold[:, 1:] = gold[:, 1:] + steps[known[:, :-1], known[:, 1:]]
    gold[:, 0] = gold[:, 0] + start[known[:, 0]]
    total = start + scores[:, 0]
    for t in range(1, scores.shape[1]):
        step = torch.logsumexp(total[:, :, None] + steps, dim=1) + scores[:, t]
        total = torch.where(real[:, t, None], step, total)
    return (torch.logsumexp(total, dim=1).sum() - (gold * real).sum()) / real.sum()
