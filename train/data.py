"""Documents with gold statements -> batches of windows with tags and links, as tensors."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from corpora.documents import Document, Labelled
from sayso.annotate.heads import ACT_PARTS, NAME_LABELS
from sayso.annotate.linking import (
    NONE_FEATURES,
    PAIR_FEATURES,
    none_features,
    pair_features,
    paired,
)
from sayso.annotate.tagging import Marks
from sayso.annotate.windows import (
    CLS,
    FEATURES,
    LABELS,
    ROLES,
    SEP,
    Ints,
    Window,
    block_of,
    windows,
)
from sayso.records import Spans
from train.acts import UNKNOWN, ActRows, act_rows
from train.augment import moved
from train.distil.soft import Chances
from train.naming import IGNORED, Known, entity_rows, name_tags

SOFT = 0.5  # share of another model's reading in what is learnt, where there is gold too

STEP = 8  # tokens that the width of a batch is a multiple of, as GPUs like it

Batch = dict[str, Tensor]
_TAG = {label: i for i, label in enumerate(LABELS)}


@dataclass(frozen=True, slots=True)
class Links:
    """The link decisions of one window for one pair of roles."""

    rows: Ints
    columns: Ints
    target: Ints
    pairs: np.ndarray
    none: np.ndarray


@dataclass(frozen=True, slots=True)
class Example:
    """One window with its gold. `nested` is the same window with the statements inside others.

    `soft` is what another model reads in it; where `is_read_only` nothing else is known of its
    tags.
    """

    window: Window
    tags: Ints
    content: Links
    cue: Links
    names: Ints
    entities: Ints | None = None
    acts: ActRows | None = None
    nested: "Example | None" = None
    soft: Chances | None = None
    is_read_only: bool = False


def examples(
    document: Document, known: Known, tokenizer: Tokenizer, *, size: int, first: int
) -> list[Example]:
    """Return the windows of a document with gold tags and links, and with all else known of it."""
    statements = flat(document.statements)
    nested = flat([moved(s, known.begin) for s in known.nested])
    made = [
        replace(
            _example(window, statements),
            names=name_tags(window, known),
            acts=act_rows(window, known.acts, known.begin),
            nested=_example(window, nested),
            is_read_only=known.is_read_only,
        )
        for window in windows(document.text, tokenizer, size=size, first=first)
    ]
    return [_with_soft(example, known) for example in made]


def _with_soft(example: Example, known: Known) -> Example:
    """Return a window with what another model reads; gold where that did not look."""
    if known.soft is None or example.nested is None:
        return example
    chances, at = known.soft.at(example.window, known.begin)
    tags, nested = (
        np.eye(len(LABELS), dtype=np.float32)[e.tags] for e in (example, example.nested)
    )
    names = np.zeros((len(example.window), len(NAME_LABELS)), dtype=np.float32)
    parts = (chances.tags, chances.nested, chances.names)
    for whole, part in zip((tags, nested, names), parts, strict=True):
        whole[at] = part[at]
    unnamed = np.full_like(example.names, IGNORED)
    return replace(example, soft=Chances(tags, nested, names), names=unnamed)


def named_examples(known: Known, tokenizer: Tokenizer, *, size: int, first: int) -> list[Example]:
    """Return the windows of a text of which only names or mentions are known."""
    return [
        replace(
            bare(window),
            names=name_tags(window, known),
            entities=entity_rows(window, known),
        )
        for window in windows(known.text, tokenizer, size=size, first=first)
    ]


def bare(window: Window) -> Example:
    """Return a window of which nothing is known."""
    unknown = np.full(len(window), -1, dtype=np.int64)
    return Example(window, unknown, _no_links(), _no_links(), unknown)


def _no_links() -> Links:
    none = _array([])
    return Links(
        none,
        none,
        np.zeros(0, dtype=np.int64),
        np.zeros((0, 0, PAIR_FEATURES), dtype=np.float32),
        np.zeros((0, NONE_FEATURES), dtype=np.float32),
    )


def flat(statements: Sequence[Labelled]) -> list[Labelled]:
    """Return the statements without those that overlap a longer one: a token has one tag."""
    kept: list[Labelled] = []
    taken: list[tuple[int, int]] = []
    for s in sorted(statements, key=lambda s: -sum(e - b for b, e in s.content)):
        mine = [*s.cue, *s.content]
        if any(a < e and b < f for a, f in mine for b, e in taken):
            continue
        kept.append(s)
        taken.extend(mine)
    return kept


def inner(statements: Sequence[Labelled]) -> list[Labelled]:
    """Return the statements that stand inside the content of another one."""
    kept = set(flat(statements))
    return [s for s in statements if s not in kept]


def _tokens(window: Window, spans: Spans) -> list[tuple[int, int]]:
    """Return the spans as token ranges of the window, those that it holds whole or in part."""
    ranges = []
    for start, end in spans:
        first, last = window.tokens(start, end)
        if first < last:
            ranges.append((first, last))
    return ranges


def _example(window: Window, statements: Sequence[Labelled]) -> Example:
    tags = np.zeros(len(window), dtype=np.int64)
    of_role: dict[str, dict[tuple[int, int], None]] = {role: {} for role in ROLES}
    cue_of: dict[tuple[int, int], tuple[int, int] | None] = {}
    source_of: dict[tuple[int, int], tuple[int, int] | None] = {}
    for s in statements:
        pieces = {role: _tokens(window, getattr(s, role)) for role in ROLES}
        for role, spans in pieces.items():
            of_role[role].update(dict.fromkeys(spans))
        cue = pieces["cue"][0] if pieces["cue"] else None
        if cue is not None:
            near = sorted(pieces["source"], key=lambda x: abs(x[0] - cue[0]))
            source_of[cue] = near[0] if near else None
        if cue is not None or not s.cue:
            cue_of.update(dict.fromkeys(pieces["content"], cue))
    for role in ROLES:
        for first, last in of_role[role]:
            if not tags[first:last].any():
                tags[first:last] = _TAG[f"I-{role}"]
                tags[first] = _TAG[f"B-{role}"]
    marks = Marks(*(_array(sorted(of_role[role])) for role in ROLES))
    return Example(
        window,
        tags,
        _links(window, marks, cue_of, marks.cue),
        _links(window, marks, source_of, marks.source),
        np.full(len(window), -1, dtype=np.int64),
    )


def _array(spans: Sequence[tuple[int, int]]) -> Ints:
    return np.asarray(spans, dtype=np.int64).reshape(-1, 2)


def _links(
    window: Window, marks: Marks, of: dict[tuple[int, int], tuple[int, int] | None], columns: Ints
) -> Links:
    order = {tuple(c): i for i, c in enumerate(columns.tolist())}
    rows = _array(sorted(of))
    target = [order.get(of[tuple(r)] or (-1, -1), -1) for r in rows.tolist()]
    block = block_of([window])
    pairs = paired(block, rows, columns)
    features = pair_features(block, marks, pairs)
    return Links(
        rows,
        columns,
        np.asarray(target, dtype=np.int64),
        features.reshape(len(rows), len(columns), PAIR_FEATURES),
        none_features(block, pairs),
    )


def batches(
    given: Sequence[Example], size: int, rng: np.random.Generator
) -> Iterator[tuple[Batch, list[tuple[Batch, Batch]]]]:
    """Yield batches of about `size` windows of like length, in random order, with their links."""
    noise = rng.random(len(given)) * 16
    order = np.argsort([len(e.window) for e in given] + noise, kind="stable")
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    for g in rng.permutation(len(groups)):
        yield batch_of([given[i] for i in groups[g]])


def batch_of(chosen: Sequence[Example]) -> tuple[Batch, list[tuple[Batch, Batch]]]:
    """Return windows as one batch, with their links."""
    links = [
        (
            _link_batch([e.content if e else _no_links() for e in side]),
            _link_batch([e.cue if e else _no_links() for e in side]),
        )
        for side in (chosen, [e.nested for e in chosen])
    ]
    return _window_batch(chosen), links


def to_device(batch: Mapping[str, Tensor], device: torch.device) -> Batch:
    """Return a batch on the device that trains."""
    return {name: a.to(device, non_blocking=True) for name, a in batch.items()}


def _window_batch(chosen: Sequence[Example]) -> Batch:
    longest = -(-(max(len(e.window) for e in chosen) + 2) // STEP) * STEP
    shape = (len(chosen), longest)
    ids = np.zeros(shape, dtype=np.int64)
    features = np.full(shape, FEATURES, dtype=np.int64)
    mask = np.zeros(shape, dtype=np.bool_)
    tags, nested, names, sentences = (np.full(shape, -1, dtype=np.int64) for _ in range(4))
    rows = []
    mentioned = [i for i, e in enumerate(chosen) if e.entities is not None]
    for i, e in enumerate(chosen):
        n = len(e.window)
        ids[i, 0], ids[i, 1 : n + 1], ids[i, n + 1] = CLS, e.window.ids, SEP
        features[i, 1 : n + 1] = e.window.features
        mask[i, : n + 2] = True
        tags[i, 1 : n + 1], names[i, 1 : n + 1] = e.tags, e.names
        sentences[i, 1 : n + 1] = e.window.sentence
        if e.nested is not None:
            nested[i, 1 : n + 1] = e.nested.tags
        if e.entities is not None:
            rows += [(mentioned.index(i), *row) for row in e.entities.tolist()]
    arrays = {"ids": ids, "features": features, "mask": mask, "tags": tags, "names": names}
    arrays |= {"nested": nested, **_act_arrays(chosen, longest), **_soft_arrays(chosen, longest)}
    arrays |= {f"{head}_known": _known(arrays[head]) for head in ("tags", "nested", "names")}
    arrays |= {
        "sentences": sentences[mentioned],
        "mentioned": np.asarray(mentioned, dtype=np.int64),
        "entities": np.asarray(rows, dtype=np.int64).reshape(-1, 4),
    }
    return {name: torch.from_numpy(a) for name, a in arrays.items()}


def _known(labels: np.ndarray) -> Ints:
    """Return the numbers of the windows that have labels."""
    return np.flatnonzero((labels >= 0).any(axis=1))


def _soft_arrays(chosen: Sequence[Example], longest: int) -> dict[str, np.ndarray]:
    """Return what another model reads in the windows, and how much gold counts beside it."""
    read = [(i, e.soft) for i, e in enumerate(chosen) if e.soft is not None]
    numbers = np.asarray([i for i, _ in read], dtype=np.int64)
    share = np.ones(len(chosen), dtype=np.float32)
    share[numbers] = [0.0 if chosen[i].is_read_only else 1 - SOFT for i in numbers]
    arrays: dict[str, np.ndarray] = {}
    for field in fields(Chances):
        parts = [getattr(soft, field.name) for _, soft in read]
        width = len(NAME_LABELS if field.name == "names" else LABELS)
        padded = [np.pad(part, ((1, longest - 1 - len(part)), (0, 0))) for part in parts]
        arrays[f"soft_{field.name}"] = np.reshape(padded, (-1, longest, width)).astype(np.float32)
        arrays[f"soft_{field.name}_known"] = numbers
        arrays[f"{field.name}_share"] = share
    return arrays


def _act_arrays(chosen: Sequence[Example], longest: int) -> dict[str, np.ndarray]:
    """Return the labelled statements of a batch: their windows, tokens and labels."""
    rows = [(i, e.acts) for i, e in enumerate(chosen) if e.acts is not None and len(e.acts.labels)]
    windows_of = [np.full(len(acts.labels), i, dtype=np.int64) for i, acts in rows]
    tokens = [
        np.pad(acts.tokens, ((0, 0), (0, 0), (1, longest - 1 - acts.tokens.shape[2])))
        for _, acts in rows
    ]
    labels = np.concatenate([np.zeros((0, 4), dtype=np.int64), *(acts.labels for _, acts in rows)])
    width = sum(ACT_PARTS[1:])
    empty = np.zeros((0, width), dtype=np.float32)
    chances = np.concatenate([empty, *(acts.chances for _, acts in rows)])
    read = np.flatnonzero(~np.isnan(chances[:, 0]))
    return {
        "act_window": np.concatenate([np.zeros(0, dtype=np.int64), *windows_of]),
        "act_tokens": np.concatenate([np.zeros((0, len(ROLES), longest), dtype=np.bool_), *tokens]),
        "act": labels[:, 0],
        "negative": labels[:, 1],
        "modality": labels[:, 2],
        "said": labels[:, 3],
        "act_known": np.flatnonzero(labels[:, 0] != UNKNOWN),
        "said_known": np.flatnonzero(labels[:, 3] != UNKNOWN),
        "soft_acts": chances[read].astype(np.float32),
        "soft_acts_known": read,
    }


def _link_batch(links: Sequence[Links]) -> Batch:
    rows = sum(len(x.rows) for x in links)
    widest = max((len(x.columns) for x in links if len(x.rows)), default=0)
    window = np.zeros(rows, dtype=np.int64)
    row = np.zeros((rows, 2), dtype=np.int64)
    columns = np.zeros((rows, widest, 2), dtype=np.int64)
    columns[..., 1] = 1
    real = np.zeros((rows, widest), dtype=np.bool_)
    pairs = np.zeros((rows, widest, PAIR_FEATURES), dtype=np.float32)
    none = np.zeros((rows, NONE_FEATURES), dtype=np.float32)
    target = np.zeros(rows, dtype=np.int64)
    at = 0
    for i, x in enumerate(links):
        n, m = len(x.rows), len(x.columns)
        if not n:  # what could be linked to may still be more than the widest of the others
            continue
        part = slice(at, at + n)
        window[part], row[part], none[part] = i, x.rows, x.none
        columns[part, :m], real[part, :m], pairs[part, :m] = x.columns, True, x.pairs
        target[part] = np.where(x.target < 0, widest, x.target)
        at += n
    arrays = {"window": window, "row": row, "columns": columns, "real": real, "pairs": pairs}
    arrays |= {"none": none, "target": target}
    return {name: torch.from_numpy(a) for name, a in arrays.items()}
