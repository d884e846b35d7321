"""Scores of the encoder -> drafts of statements: pure, and tested without a model.

Tags become spans by the best path under the transitions (Viterbi); then every content piece
chooses its cue and every cue its source, each among all of the window or none of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.annotate.heads import LINK_PARTS, Heads
from sayso.annotate.linking import Floats, Marks, none_features, pair_features
from sayso.annotate.weights import Linker, Weights
from sayso.annotate.windows import LABELS, ROLES, Ints, Window

NEVER = -1e4
# How readily nested statements are seen: they are rare, and learnt as such.
READINESS = 1.0
_INSIDE = np.flatnonzero([label.startswith("I-") for label in LABELS])


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in tokens of its window, with what its confidence is made of.

    `source` and `cue` hold one range `[first, last + 1)` or none, `content` one or more.
    `cue_chance` is the probability of each content piece's choice of cue, the lowest of them,
    `source_chance` that of the cue's choice of source; `tags` are the tokens' probabilities,
    `acts` what the window's tokens say of acts.
    """

    window: Window
    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    cue_chance: float
    source_chance: float
    tags: Floats
    acts: Floats

    @property
    def parts(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """Return the token ranges of each role."""
        return {"source": self.source, "cue": self.cue, "content": self.content}


def drafts(found: Sequence[Window], scores: Sequence[Heads], weights: Weights) -> list[Draft]:
    """Return the statements of the windows of one article, in text order."""
    tags = [_within_paragraphs(w, s.tags) for w, s in zip(found, scores, strict=True)]
    paths = best_paths(tags, weights)
    made: list[Draft] = []
    for window, score, path in zip(found, scores, paths, strict=True):
        if path.any():
            joined = _assemble(window, score, spans_of(path), weights)
            made.extend(part for draft in joined for part in _apart(draft))
    return made


def nested_drafts(
    found: Sequence[Window], scores: Sequence[Heads], weights: Weights
) -> list[Draft]:
    """Return the statements that stand inside the content of others."""
    bias = np.zeros_like(weights.bias)
    bias[LABELS.index("O")] = -READINESS
    inner = replace(weights, transitions=weights.nested, bias=bias)
    pairs = [
        (w, s._replace(tags=s.nested))
        for w, s in zip(found, scores, strict=True)
        if (s.nested[:, 1:].max(axis=1, initial=NEVER) + READINESS > s.nested[:, 0]).any()
    ]
    made = drafts([w for w, _ in pairs], [s for _, s in pairs], inner)
    return [draft for draft in made if draft.source and draft.cue]


def _within_paragraphs(window: Window, scores: Floats) -> Floats:
    """Return the scores of the labels, ruling out that a span goes on into a new paragraph."""
    tags = scores.copy()
    opens = np.flatnonzero(np.diff(window.paragraph)) + 1
    tags[opens[:, None], _INSIDE] = NEVER
    return tags


def best_paths(scores: Sequence[Floats], weights: Weights) -> list[Ints]:
    """Return the best labels of each window, `[tokens]`, all windows going forward together."""
    if not scores:
        return []
    longest = max(len(s) for s in scores)
    padded = np.zeros((longest, len(scores), len(LABELS)), dtype=np.float32)
    for i, s in enumerate(scores):
        padded[: len(s), i] = s + weights.bias
    steps = legal(weights.transitions)
    total = padded[0] + steps[-1]
    back = np.zeros(padded.shape, dtype=np.int64)
    totals = [total]
    for t in range(1, longest):
        ways = total[:, :, None] + steps[None, :-1]
        back[t] = ways.argmax(axis=1)
        total = ways.max(axis=1) + padded[t]
        totals.append(total)
    return [_trace(back[:, i], totals[len(s) - 1][i], len(s)) for i, s in enumerate(scores)]


def _trace(back: Ints, last: Floats, length: int) -> Ints:
    path = np.zeros(length, dtype=np.int64)
    path[-1] = last.argmax()
    for t in range(length - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path


def legal(transitions: Floats) -> Floats:
    """Return the transitions, ruling out that a span goes on which has not begun."""
    steps = transitions.copy()
    for i in _INSIDE.tolist():
        before = [LABELS.index("B-" + LABELS[i][2:]), i]
        ruled_out = [j for j in range(len(LABELS) + 1) if j not in before]
        steps[ruled_out, i] = NEVER
    return steps


def spans_of(path: Ints) -> Marks:
    """Return the spans that a sequence of labels stands for."""
    found: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
    begin = 0
    role = ""
    for t, label in enumerate([*(LABELS[i] for i in path.tolist()), "O"]):
        if label.startswith("I-"):
            continue
        if role:
            found[role].append((begin, t))
        begin, role = t, label[2:]
    return Marks(*(np.asarray(found[r], dtype=np.int64).reshape(-1, 2) for r in ROLES))


def _assemble(window: Window, scores: Heads, marks: Marks, weights: Weights) -> list[Draft]:
    """Return the statements of one window."""
    links = np.split(scores.links, LINK_PARTS, axis=1)
    cues, cue_chances = _choose(
        window, marks, (marks.content, marks.cue), (links[0], links[1]), weights.content_to_cue
    )
    sources, source_chances = _choose(
        window, marks, (marks.cue, marks.source), (links[2], links[3]), weights.cue_to_source
    )
    groups: dict[int, list[int]] = {}
    for piece, cue in enumerate(cues.tolist()):
        groups.setdefault(cue if cue >= 0 else -1 - piece, []).append(piece)
    tags = softmax(scores.tags)
    made = []
    for cue, pieces in groups.items():
        source = int(sources[cue]) if cue >= 0 else -1
        made.append(
            Draft(
                window,
                _pick(marks.source, source),
                _pick(marks.cue, cue),
                tuple(_pick(marks.content, p)[0] for p in pieces),
                min(float(cue_chances[p]) for p in pieces),
                float(source_chances[cue]) if cue >= 0 else 0.0,
                tags,
                scores.acts,
            )
        )
    return sorted(made, key=lambda d: d.content[0])


def _apart(draft: Draft) -> list[Draft]:
    """Return a statement, and apart from it the quotations that merely follow its indirect speech.

    “…,” he said. “…” is one utterance. He said that … . “…” is two: nothing tells that the
    quotation was said on the same occasion.
    """
    if not draft.cue or len(draft.content) == 1:
        return [draft]
    window, (_, cue_end) = draft.window, draft.cue[0]

    def follows(piece: tuple[int, int]) -> bool:
        later = window.sentence[piece[0]] > window.sentence[cue_end - 1]
        return bool(later and piece[0] >= cue_end and window.quoted[slice(*piece)].all())

    alone = [p for p in draft.content if follows(p)]
    kept = tuple(p for p in draft.content if not follows(p))
    if not alone or all(window.quoted[slice(*p)].all() for p in kept):
        return [draft]
    rest = [replace(draft, source=(), cue=(), content=(p,)) for p in alone]
    return [replace(draft, content=kept), *rest]


def _pick(spans: Ints, at: int) -> tuple[tuple[int, int], ...]:
    return ((int(spans[at, 0]), int(spans[at, 1])),) if at >= 0 else ()


def _choose(
    window: Window,
    marks: Marks,
    sides: tuple[Ints, Ints],
    links: tuple[Floats, Floats],
    linker: Linker,
) -> tuple[Ints, Floats]:
    """Return for each row its best column, -1 for none, and the probability of that choice."""
    rows, columns = sides
    if not len(rows):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
    nothing = linker.none(none_features(window, rows, columns))[:, None]
    queries, keys = _pooled(links[0], rows), _pooled(links[1], columns)
    dots = queries @ keys.T / np.float32(queries.shape[1] ** 0.5)
    pairs = linker.pair(pair_features(window, marks, rows, columns))
    chances = softmax(np.concatenate([dots + pairs, nothing], axis=1))
    best = chances.argmax(axis=1)
    return np.where(best == len(columns), -1, best), chances.max(axis=1)


def _pooled(projection: Floats, spans: Ints) -> Floats:
    """Return the mean of a projection at each span's first and last token."""
    mean: Floats = (projection[spans[:, 0]] + projection[spans[:, 1] - 1]) * np.float32(0.5)
    return mean


def softmax(scores: Floats) -> Floats:
    """Return probabilities along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    chances: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return chances
