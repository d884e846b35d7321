"""The scores of statements' tokens -> what each does, as the encoder reads it: pure."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.annotate.drafts import Draft
from sayso.annotate.heads import ACT_PARTS, Encoded, softmax
from sayso.annotate.windows import ROLES, Floats, Ints, Window
from sayso.records import ACTS, UNREAD, Reading, Span

_CUTS = np.cumsum(ACT_PARTS[1:-1]).tolist()
_DIGITS = 4


def readings(text: str, encoded: Encoded, drafts: Sequence[Draft], bias: Floats) -> list[Reading]:
    """Return the reading of each draft, UNREAD where none of its words stands in the block.

    Every role gives the mean of what its tokens say, by how much each of them counts.
    """
    draft, role, token = _tokens(drafts)
    read, begins = np.unique(draft, return_index=True)
    made = [UNREAD] * len(drafts)
    if not len(read):
        return made
    scores = encoded.heads.acts.reshape(-1, len(ROLES), sum(ACT_PARTS))[token, role]
    each = scores[:, 1:] * _shares(scores[:, 0], draft * len(ROLES) + role)[:, None]
    acts, negative, modalities, said = np.split(np.add.reduceat(each, begins) + bias, _CUTS, axis=1)
    # The word that speaks most for the act, against what it says for acts in general.
    act = np.repeat(acts.argmax(axis=1), np.diff([*begins, len(draft)]))
    leaning = each[np.arange(len(each)), act] - each[:, : len(ACTS)].mean(axis=1)
    columns = (
        read.tolist(),
        _rounded(softmax(acts)),
        _rounded(1 / (1 + np.exp(-negative[:, 0]))),
        _rounded(softmax(modalities)),
        _rounded(softmax(said)),
        token[_highest(leaning, begins)].tolist(),
    )
    for number, *chances, telling in zip(*columns, strict=True):
        of_acts, of_negative, of_modalities, of_said = chances
        word = _word(text, encoded.block.tokens, telling)
        made[number] = Reading(
            tuple(of_acts), of_negative, tuple(of_modalities), word, tuple(of_said)
        )
    return made


def _tokens(drafts: Sequence[Draft]) -> tuple[Ints, Ints, Ints]:
    """Return every token of the drafts, by draft and role: number of the draft, role, token."""
    ranges = [
        (number, role, first, last)
        for number, draft in enumerate(drafts)
        for role, part in enumerate((draft.source, draft.cue, draft.content))
        for first, last in part
    ]
    draft, role, first, last = np.asarray(ranges, dtype=np.int64).reshape(-1, 4).T
    lengths = last - first
    # The tokens of a range count up from its first as their rows do from the range's first row.
    ahead = first - np.cumsum(lengths) + lengths
    draft, role, ahead = (np.repeat(each, lengths) for each in (draft, role, ahead))
    return draft, role, np.arange(len(draft)) + ahead


def _shares(counts: Floats, group: Ints) -> Floats:
    """Return how much each token counts among those of its group; groups stand together."""
    _, begins, of = np.unique(group, return_index=True, return_inverse=True)
    powers: Floats = np.exp(counts - np.maximum.reduceat(counts, begins)[of])
    total: Floats = np.add.reduceat(powers, begins)
    return powers / total[of]


def _highest(values: Floats, begins: Ints) -> Ints:
    """Return where the highest value of each group stands, the first of equals."""
    lengths = np.diff([*begins, len(values)])
    highest = np.flatnonzero(values == np.repeat(np.maximum.reduceat(values, begins), lengths))
    return highest[np.searchsorted(highest, begins)]


def _rounded(chances: NDArray[np.floating[Any]]) -> Any:
    """Return chances as lists of numbers that are short when they are written out."""
    return chances.astype(np.float64).round(_DIGITS).tolist()


def _word(text: str, tokens: Window, at: int) -> Span:
    """Return the whole word that a token stands in."""
    start, end = int(tokens.starts[at]), int(tokens.ends[at])
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Span(start, end)
