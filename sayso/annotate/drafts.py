"""Scores of the encoder -> drafts of statements, in tokens.

Tags become spans by the best path; then every content piece chooses its cue and every cue its
source, each among all of its window or none of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.annotate.ground import Ground
from sayso.annotate.heads import LINK_PARTS, Encoded
from sayso.annotate.linking import Choice, choices, paired
from sayso.annotate.tagging import Marks, best_paths, spans_of
from sayso.annotate.voices import Links, settled
from sayso.annotate.weights import Weights
from sayso.annotate.windows import LABELS, Flags, Ints, Window

# How readily a part of a nested statement is seen to begin: they are rare, and learnt as such. Of 0
# to 2, frontline's training part has most of them right with this, by `bench.run nested`.
READINESS = 0.5
LOST = 2.0  # how often that is added once more where the statement that they stand in is none
_BEGINS = np.asarray([READINESS * label.startswith("B-") for label in LABELS], np.float32)

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in tokens of its block, each range `[first, last + 1)`.

    `source` and `cue` hold one range or none, `content` one or more. `cue_chance` is the
    probability of each content piece's choice of cue, the lowest of them, `source_chance` that
    of the cue's choice of source. `whole` tells that it is quotations of whole sentences, `free`
    that it was tagged as one inside another, which is none.
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    cue_chance: float = 0.0
    source_chance: float = 0.0
    whole: bool = False
    free: bool = False


def drafts(ground: Ground, encoded: Encoded, weights: Weights) -> tuple[list[Draft], list[Draft]]:
    """Return the statements of a block, and those that stand inside the content of others."""
    nested = encoded.heads.nested + _BEGINS
    scores = np.stack([encoded.heads.tags + weights.bias, nested])
    transitions = np.stack([weights.transitions, weights.nested])
    path, inner_path = best_paths(encoded.block, scores, transitions)
    outer = settled(ground, _linked(encoded, spans_of(path), weights))
    lost = _ranges(outer.marks.content, np.flatnonzero(outer.lost).tolist())
    if lost:
        for first, last in lost:
            nested[first:last] += _BEGINS * LOST
        inner_path = best_paths(encoded.block, nested[None], transitions[1:])[0]
    inner_path[~_hopeful(encoded)] = LABELS.index("O")
    inner = _drafted(_linked(encoded, spans_of(inner_path), weights))
    return (
        [draft for draft in _drafted(outer) if not set(lost).issuperset(draft.content)],
        [_freed(draft, lost) for draft in inner if draft.source],
    )


def _freed(draft: Draft, lost: Sequence[Range]) -> Draft:
    """Return a nested statement, as one of its own where what it stands in is no statement."""
    anchor = (*draft.source, *draft.cue)
    for first, last in lost:
        own = tuple(piece for piece in draft.content if first <= piece[0] and piece[1] <= last)
        if own and all(first <= a and b <= last for a, b in anchor):
            return replace(draft, content=own, free=True)
    return draft


def _hopeful(encoded: Encoded) -> Flags:
    """Return the tokens of those windows where anything speaks for a statement inside others."""
    block, nested = encoded.block, encoded.heads.nested
    speaking = (nested + _BEGINS)[:, 1:].max(axis=1) > nested[:, 0]
    hopeful = np.logical_or.reduceat(speaking, block.edges[:-1])
    return np.repeat(hopeful, np.diff(block.edges))


def _linked(encoded: Encoded, marks: Marks, weights: Weights) -> Links:
    """Return which cue each content piece chooses, and which source each cue."""
    block, links = encoded.block, np.split(encoded.heads.links, LINK_PARTS, axis=1)
    to_cue = paired(block, marks.content, marks.cue)
    to_source = paired(block, marks.cue, marks.source)
    cue_of = choices(block, marks, to_cue, links[:2], weights.content_to_cue)
    source_of = choices(block, marks, to_source, links[2:], weights.cue_to_source)
    return Links.of(block.tokens, marks, cue_of, source_of)


def _drafted(links: Links) -> list[Draft]:
    """Return the statements that spans make together, in text order: one for each cue."""
    pieces_of: dict[int, list[int]] = {}
    for piece, choice in enumerate(links.cue_of):
        alone = -1 - links.joined[piece]
        pieces_of.setdefault(choice.column if choice.column >= 0 else alone, []).append(piece)
    made: list[Draft] = []
    for cue, pieces in pieces_of.items():
        source = links.source_of[cue] if cue >= 0 else Choice(-1, 0.0)
        draft = Draft(
            source=_ranges(links.marks.source, [source.column]),
            cue=_ranges(links.marks.cue, [cue]),
            content=_ranges(links.marks.content, pieces),
            cue_chance=min(links.cue_of[piece].chance for piece in pieces),
            source_chance=source.chance,
        )
        made += _apart(draft, links.tokens)
    kept = np.flatnonzero(links.whole).tolist()
    whole = frozenset(_ranges(links.marks.content, kept))
    made = [replace(draft, whole=whole.issuperset(draft.content)) for draft in made]
    return sorted(made, key=lambda draft: draft.content)


def _ranges(spans: Ints, numbers: Sequence[int]) -> tuple[Range, ...]:
    """Return the spans of the given numbers; those below 0 stand for none."""
    return tuple((int(spans[at, 0]), int(spans[at, 1])) for at in numbers if at >= 0)


def _apart(draft: Draft, tokens: Window) -> list[Draft]:
    """Return a statement, and apart from it the quotations that merely follow its indirect speech.

    “…,” he said. “…” is one utterance. He said that … . “…” is two: nothing tells that the
    quotation was said on the same occasion.
    """
    if not draft.cue or len(draft.content) == 1:
        return [draft]
    _, cue_end = draft.cue[0]

    def quoted(piece: Range) -> bool:
        return bool(tokens.quoted[slice(*piece)].all())

    def follows(piece: Range) -> bool:
        later = tokens.sentence[piece[0]] > tokens.sentence[cue_end - 1]
        return bool(later) and piece[0] >= cue_end and quoted(piece)

    alone = [piece for piece in draft.content if follows(piece)]
    kept = tuple(piece for piece in draft.content if piece not in alone)
    if not alone or all(map(quoted, kept)):
        return [draft]
    rest = [replace(draft, source=(), cue=(), content=(piece,)) for piece in alone]
    return [replace(draft, content=kept), *rest]
