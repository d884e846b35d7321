"""The network: an encoder with features, tags in a conditional random field, and links.

Encoder: Wang et al. 2020 (MiniLM), as in all-MiniLM-L6-v2, or another of the same form and any
size. Tags: linear-chain CRF, Lafferty et al. 2001; from another model they are learnt as
posteriors, Wang et al. 2020 (structure-level knowledge distillation). Links: each span scores its
candidates by a dot product of projections and a small network over the numbers of
`sayso.annotate.linking`.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from sayso.annotate.heads import ACT_PARTS, ENTITY_PARTS, LINK, NAME_LABELS, REACH, WIDTHS
from sayso.annotate.linking import NONE_FEATURES, PAIR_FEATURES
from sayso.annotate.naming import SIZES, WIDEST
from sayso.annotate.windows import FEATURES, LABELS, ROLES

HEADS = 12
BUCKETS, FAR = 32, 128  # of relative positions, and from how many tokens on all are alike
LINK_HIDDEN = 64
MASK = 103  # [MASK] among the word pieces
MASKED = 0.05  # share of tokens hidden while training
SAID_WEIGHTS = (1.0, 4.0, 4.0, 4.0)  # of "yes" and of the rest, which is a thirtieth of all


# The choices of cue and of source, of statements and then of those inside them.
LinkBatches = Sequence[tuple[Mapping[str, Tensor], Mapping[str, Tensor]]]


@dataclass(frozen=True, slots=True)
class Size:
    """How large an encoder is; `relative` where attention looks at how far apart tokens are."""

    layers: int = 6
    vocabulary: int = 30522
    hidden: int = 384
    inner: int = 1536
    positions: int = 512
    relative: bool = False

    @classmethod
    def of(cls, state: Mapping[str, Tensor]) -> "Size":
        """Return the size of some weights."""
        layers = 1 + max(int(n.split(".")[2]) for n in state if n.startswith("encoder.layers."))
        vocabulary, hidden = state["encoder.words.weight"].shape
        inner = len(state["encoder.layers.0.up.weight"])
        positions = len(state["encoder.positions.weight"])
        relative = "encoder.relative.weight" in state
        return cls(layers, vocabulary, hidden, inner, positions, relative)


class Layer(nn.Module):
    """One transformer layer as in BERT: attention and feed-forward, each followed by a norm."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(size.hidden, 3 * size.hidden)
        self.out = nn.Linear(size.hidden, size.hidden)
        self.norm1 = nn.LayerNorm(size.hidden, eps=1e-12)
        self.up = nn.Linear(size.hidden, size.inner)
        self.down = nn.Linear(size.inner, size.hidden)
        self.norm2 = nn.LayerNorm(size.hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return `[batch, tokens, hidden]`; `mask` tells where a token may look, or how much."""
        batch, tokens, hidden = x.shape
        heads = self.qkv(x).view(batch, tokens, 3, HEADS, hidden // HEADS).permute(2, 0, 3, 1, 4)
        if mask is not None and mask.is_floating_point():
            mask = mask.to(heads.dtype)
        seen = F.scaled_dot_product_attention(heads[0], heads[1], heads[2], attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, tokens, hidden)
        x = self.norm1(x + self.dropout(self.out(seen)))
        inner: Tensor = self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))
        return inner


class Encoder(nn.Module):
    """Tokens and features -> `[batch, tokens, sum(WIDTHS)]`: what the heads say, side by side."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        hidden = size.hidden
        self.words = nn.Embedding(size.vocabulary, hidden)
        self.positions = nn.Embedding(size.positions, hidden)
        self.features = nn.Embedding(FEATURES + 1, hidden)  # the last one: [CLS] and [SEP]
        self.relative = nn.Embedding(BUCKETS, HEADS) if size.relative else None
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.tags = nn.Linear(hidden, len(LABELS))
        self.links = nn.Linear(hidden, 4 * LINK)
        self.names = nn.Linear(hidden, len(NAME_LABELS))
        self.entities = nn.Linear(hidden, sum(ENTITY_PARTS))
        self.acts = nn.Linear(hidden, sum(ACT_PARTS) * len(ROLES))
        self.nested = nn.Linear(hidden, len(LABELS))
        nn.init.normal_(self.features.weight, std=0.02)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return the scores of some windows; `mask`, `[batch, tokens]`, is True at real tokens."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(places) + self.features(features)
        x = self.dropout(self.norm(x))
        wide = None if mask is None else mask[:, None, None, :]
        if self.relative is not None:
            wide = self.reach(self.relative, places, wide)
        for layer in self.layers:
            x = layer(x, wide)
        return torch.cat([head(x) for head in self.heads()], dim=-1)

    @staticmethod
    def reach(relative: nn.Embedding, places: Tensor, wide: Tensor | None) -> Tensor:
        """Return how much each head looks at a token by how far it is, as MPNet and T5 do."""
        gap = places[None, :] - places[:, None]
        near, half = BUCKETS // 4, BUCKETS // 2
        far = torch.log(gap.abs().clamp(min=1) / near) / math.log(FAR / near) * (half - near)
        bucket = torch.where(gap.abs() < near, gap.abs(), (near + far.long()).clamp(max=half - 1))
        reach = relative(bucket + half * (gap > 0)).permute(2, 0, 1)[None]
        return reach if wide is None else reach.masked_fill(~wide, -1e4)

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
        sizes = torch.tensor(SIZES, device=parts.device)
        bucket = torch.bucketize(_gaps(parts).clamp(min=0) + 1, sizes, right=True) - 1
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
        gap = _gaps(scores)
        real = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, None, :]
        real = real & (gap >= 0) & (gap < WIDEST)
        seen = F.binary_cross_entropy_with_logits(scores, gold, real.float(), reduction="sum")
        *_, opening, closing = torch.split(parts, ENTITY_PARTS, dim=-1)
        kinds = opening[window, first] + closing[window, last]
        typed = F.cross_entropy(kinds, types, reduction="sum")
        return (seen + 0.5 * typed) / max(len(types), 1)


def _gaps(scores: Tensor) -> Tensor:
    """Return `[tokens, tokens]`: how many tokens the second is behind the first."""
    places = torch.arange(scores.shape[1], device=scores.device)
    return places[None, :] - places[:, None]


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
        acts, negative, modality, said = torch.split(self(parts, batch), ACT_PARTS[1:], dim=-1)
        losses = parts.sum() * 0
        known = batch["act_known"]
        if len(known):
            losses = losses + F.cross_entropy(
                acts[known], batch["act"][known], label_smoothing=0.05
            )
            losses = losses + F.cross_entropy(modality[known], batch["modality"][known])
            losses = losses + F.binary_cross_entropy_with_logits(
                negative[known].squeeze(-1), batch["negative"][known].float()
            )
        known = batch["said_known"]
        if len(known):
            weights = torch.tensor(SAID_WEIGHTS, device=said.device)
            losses = losses + F.cross_entropy(said[known], batch["said"][known], weights)
        return losses + self._soft(torch.cat([acts, negative, modality, said], -1), batch)

    @staticmethod
    def _soft(scores: Tensor, batch: Mapping[str, Tensor]) -> Tensor:
        """Return the loss of reading them as another model does."""
        known = batch["soft_acts_known"]
        if not len(known):
            return scores.sum() * 0
        parts = torch.split(scores[known], ACT_PARTS[1:], dim=-1)
        wanted = torch.split(batch["soft_acts"], ACT_PARTS[1:], dim=-1)
        acts, negative, modality, said = zip(parts, wanted, strict=True)
        several = [F.cross_entropy(*pair) for pair in (acts, modality, said)]
        return torch.stack(several).sum() + F.binary_cross_entropy_with_logits(*negative)


class Attributor(nn.Module):
    """All that is trained: the encoder, the tags' transitions and the two linkers."""

    def __init__(self, size: Size | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(size or Size(), dropout)
        self.transitions = nn.Parameter(torch.zeros(len(LABELS) + 1, len(LABELS)))
        self.content_to_cue = Linker()
        self.cue_to_source = Linker()
        self.nested_transitions = nn.Parameter(torch.zeros(len(LABELS) + 1, len(LABELS)))
        self.entity_scorer = EntityScorer()
        self.act_scorer = ActScorer()

    @classmethod
    def like(cls, state: Mapping[str, Tensor], dropout: float) -> "Attributor":
        """Return an untrained model of the size of some weights."""
        return cls(Size.of(state), dropout)

    def loss(self, batch: Mapping[str, Tensor], links: LinkBatches) -> dict[str, Tensor]:
        """Return the losses: tags and names a token, links a span, mentions and acts each."""
        ids = batch["ids"]
        hidden = (torch.rand(ids.shape, device=ids.device) < MASKED) & (ids > MASK)
        ids = torch.where(hidden & self.training, MASK, ids)
        scores, keys, names, entities, acts, nested = self._heads(ids, batch)
        tag_loss = self._tag_loss("tags", scores, self.transitions, batch)
        nested_loss = self._tag_loss("nested", nested, self.nested_transitions, batch)
        link_loss = keys.sum() * 0
        for content, cue in links:
            link_loss = link_loss + self._link_loss(
                self.content_to_cue, keys[..., : 2 * LINK], content
            )
            link_loss = link_loss + self._link_loss(self.cue_to_source, keys[..., 2 * LINK :], cue)
        return {
            "tags": tag_loss,
            "links": link_loss,
            "names": self._name_loss(names, batch),
            "entities": self.entity_scorer.loss(entities, batch),
            "acts": self.act_scorer.loss(acts, batch),
            "nested": nested_loss,
        }

    def _heads(self, ids: Tensor, batch: Mapping[str, Tensor]) -> tuple[Tensor, ...]:
        with torch.autocast(ids.device.type, torch.bfloat16, enabled=ids.is_cuda):
            out = self.encoder(ids, batch["features"], batch["mask"])
        return torch.split(out.float(), WIDTHS, dim=-1)

    @torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore]
    def scores(self, batch: Mapping[str, Tensor]) -> Tensor:
        """Return what all heads say, `[batch, tokens, sum(WIDTHS)]`, [CLS] and [SEP] included."""
        return torch.cat(self._heads(batch["ids"], batch), dim=-1)

    @torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore]
    def chances(self, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Return how likely each tag, tag inside, name and act is, in the windows of a batch."""
        tags, _, names, _, acts, nested = self._heads(batch["ids"], batch)
        real = batch["mask"][:, 1:].clone()
        real[:, :-1] &= batch["mask"][:, 2:]  # the last one is [SEP]
        real[:, -1] = False
        of_acts = torch.split(self.act_scorer(acts, batch), ACT_PARTS[1:], dim=-1)
        shares = [s.sigmoid() if s.shape[1] == 1 else s.softmax(-1) for s in of_acts]
        return {
            "tags": posteriors(tags[:, 1:], self.transitions, real),
            "nested": posteriors(nested[:, 1:], self.nested_transitions, real),
            "names": names[:, 1:].softmax(-1),
            "acts": torch.cat(shares, dim=-1),
        }

    @staticmethod
    def _tag_loss(
        head: str, scores: Tensor, transitions: Tensor, batch: Mapping[str, Tensor]
    ) -> Tensor:
        """Return the loss of the windows whose tags are known, from gold or another model."""
        loss = scores.sum() * 0
        chosen, soft = batch[f"{head}_known"], batch[f"soft_{head}_known"]
        if len(chosen):
            tags, share = batch[head][chosen, 1:], batch[f"{head}_share"][chosen]
            loss = loss + crf_loss(scores[chosen, 1:], transitions, tags, share)
        if len(soft):
            wanted, share = batch[f"soft_{head}"][:, 1:], batch[f"{head}_share"][soft]
            loss = loss + posterior_loss(scores[soft, 1:], transitions, wanted, 1 - share)
        return loss

    @staticmethod
    def _name_loss(names: Tensor, batch: Mapping[str, Tensor]) -> Tensor:
        """Return the loss of finding names, as gold or another model has them."""
        loss = names.sum() * 0
        if len(batch["names_known"]):
            loss = F.cross_entropy(names.flatten(0, 1), batch["names"].flatten(), ignore_index=-1)
        if len(soft := batch["soft_names_known"]):
            wanted = batch["soft_names"]
            each = -(wanted * names[soft].log_softmax(-1)).sum(-1)
            loss = loss + each.sum() / wanted.sum().clamp(min=1)
        return loss

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


def crf_loss(scores: Tensor, transitions: Tensor, tags: Tensor, share: Tensor) -> Tensor:
    """Return the negative log likelihood of the tags, a token.

    `tags` is -1 behind the end of a window, `share` how much each window counts.
    """
    real = tags >= 0
    known = tags.clamp(min=0)
    gold = torch.gather(scores, 2, known[..., None]).squeeze(-1)
    steps = transitions[known[:, :-1], known[:, 1:]]
    gold = gold + F.pad(steps, (1, 0))
    gold[:, 0] = gold[:, 0] + transitions[-1][known[:, 0]]
    each = log_total(scores, transitions, real) - (gold * real).sum(1)
    return (each * share).sum() / real.sum()


def posterior_loss(scores: Tensor, transitions: Tensor, wanted: Tensor, share: Tensor) -> Tensor:
    """Return how far the tags' posteriors are from `wanted`, `[batch, tokens, labels]`, a token.

    Its slope by the scores is the difference of the posteriors; the transitions are not learnt
    from it. `wanted` is zero behind the end of a window.
    """
    real = wanted.sum(-1) > 0
    each = log_total(scores, transitions.detach(), real) - (wanted * scores).sum((1, 2))
    return (each * share).sum() / real.sum().clamp(min=1)


def log_total(scores: Tensor, transitions: Tensor, real: Tensor) -> Tensor:
    """Return the log of the sum over all sequences of tags, a window; real tokens come first.

    Steps are joined two by two, so that the work has the depth of a logarithm.
    """
    labels = scores.shape[-1]
    neutral = torch.full((labels, labels), -1e4, device=scores.device).fill_diagonal_(0.0)
    steps = transitions[:-1] + scores[:, 1:, None, :]
    steps = torch.where(real[:, 1:, None, None], steps, neutral)
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            steps = torch.cat([steps, neutral.expand(len(steps), 1, -1, -1)], dim=1)
        first, second = steps[:, ::2], steps[:, 1::2]
        steps = torch.logsumexp(first[..., :, :, None] + second[..., None, :, :], dim=-2)
    total = transitions[-1] + scores[:, 0]
    if steps.shape[1]:
        total = torch.logsumexp(total[:, :, None] + steps[:, 0], dim=1)
    return torch.logsumexp(total, dim=1)


def posteriors(scores: Tensor, transitions: Tensor, real: Tensor) -> Tensor:
    """Return `[batch, tokens, labels]`: how likely each tag is, given the whole window."""
    with torch.enable_grad():
        scores = scores.detach().requires_grad_()
        total = log_total(scores, transitions.detach(), real).sum()
        (slope,) = torch.autograd.grad(total, scores)
    return slope * real[..., None]
