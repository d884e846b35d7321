"""Gold acts -> what the head for acts learns from: the tokens of a statement, and what it does."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpora import frontline
from corpora.corpus import GOLD
from corpora.documents import Labelled, rows, spans
from sayso.annotate.heads import ACT_PARTS
from sayso.annotate.windows import ROLES, Floats, Window
from sayso.records import ACTS, MODALITIES, SAID

FILES = ("acts-train.jsonl", "conflict.jsonl")
UNKNOWN = -1


class ActLabel(NamedTuple):
    """A statement with act, modality and `SAID` by their numbers, UNKNOWN where not labelled.

    `chances` is how another model reads them: of each act, negated, each modality, each of `SAID`.
    """

    statement: Labelled
    act: int = UNKNOWN
    negative: bool = False
    modality: int = UNKNOWN
    said: int = UNKNOWN
    chances: Floats | None = None


class ActRows(NamedTuple):
    """The labelled statements of one window; `tokens` is `[statements, roles, tokens]`."""

    tokens: NDArray[np.bool_]
    labels: NDArray[np.int64]  # [statements, 4]: act, negative, modality, said
    chances: Floats  # [statements, sum(ACT_PARTS[1:])], NaN where no other model read them


def act_labels(part: str = "train") -> dict[str, list[ActLabel]]:
    """Return the labels of the training texts, by the hash of the text."""
    labels: dict[str, list[ActLabel]] = {}
    labelled = [row for name in FILES for row in rows(GOLD / name)]
    for row in (*labelled, *frontline.labels()):
        if row.get("part", "train") == part:
            labels.setdefault(row["hash"], []).extend(_label(s) for s in row["statements"])
    return labels


def _label(row: dict[str, object]) -> ActLabel:
    parts = Labelled(*(spans(row[role]) for role in ROLES))  # type: ignore[arg-type]
    negative = row["polarity"] == "neg"
    modality = MODALITIES.index(str(row["modality"]))
    said = SAID.index(str(row["said"])) if "said" in row else UNKNOWN
    return ActLabel(parts, ACTS.index(str(row["act"])), negative, modality, said)


def act_rows(window: Window, labels: Sequence[ActLabel], begin: int) -> ActRows:
    """Return the labelled statements whose words stand in the window."""
    tokens = np.zeros((len(labels), len(ROLES), len(window)), dtype=np.bool_)
    for row, label in enumerate(labels):
        for column, role in enumerate(ROLES):
            for start, end in getattr(label.statement, role):
                first, last = window.tokens(start + begin, end + begin)
                tokens[row, column, first:last] = True
    numbers = np.asarray([label[1:5] for label in labels], dtype=np.int64).reshape(-1, 4)
    unread = np.full(sum(ACT_PARTS[1:]), np.nan, dtype=np.float32)
    chances = [unread if label.chances is None else label.chances for label in labels]
    here = tokens[:, ROLES.index("content")].any(axis=1)
    return ActRows(tokens[here], numbers[here], np.reshape(chances, (-1, len(unread)))[here])
