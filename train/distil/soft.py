"""What another model reads in a text, kept for a smaller one to learn from (distillation).

Hinton et al. 2015; of the tags the posteriors are kept. `train.distil.label` writes `soft.npz`,
the tokens of all texts end to end, and `soft.jsonl`, a text's statements in each line.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpora.documents import Labelled, labelled
from sayso.annotate.heads import NAME_LABELS
from sayso.annotate.windows import LABELS, Floats, Ints, Window
from train.acts import ActLabel

TOP = 255  # chances are kept as whole numbers of it
_OPENING = {
    of: [i for i, label in enumerate(of) if label[0] == "B"] for of in (LABELS, NAME_LABELS)
}


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely each label is at each token: of statements, of those inside others, of names."""

    tags: Floats
    nested: Floats
    names: Floats


@dataclass(frozen=True, slots=True)
class Soft:
    """What was read in one text: the chances at its tokens, its statements and their acts."""

    starts: Ints
    ends: Ints
    chances: Chances
    statements: tuple[ActLabel, ...] = ()

    def at(self, window: Window, begin: int) -> tuple[Chances, Ints]:
        """Return the chances at the tokens of a window, and at which of them they are known.

        The text that was read begins at `begin`. A token inside one that was read goes on with it.
        """
        place = window.starts - begin
        token = np.clip(np.searchsorted(self.starts, place, side="right") - 1, 0, None)
        inside = place > self.starts[token]
        known = np.flatnonzero((place >= self.starts[0]) & (place < self.ends[-1]))
        parts = (
            _going_on(self.chances.tags[token], inside, LABELS),
            _going_on(self.chances.nested[token], inside, LABELS),
            _going_on(self.chances.names[token], inside, NAME_LABELS),
        )
        return Chances(*parts), known


def _going_on(chances: Floats, inside: np.ndarray, labels: tuple[str, ...]) -> Floats:
    """Return the chances, within a token with what opens there as what goes on."""
    changed = chances.copy()
    for opening in _OPENING[labels]:
        changed[inside, opening + 1] += changed[inside, opening]
        changed[inside, opening] = 0
    return changed


def write(folder: Path, read: Mapping[str, Soft]) -> None:
    """Write what was read, by the hash of each text."""
    folder.mkdir(parents=True, exist_ok=True)
    each = list(read.values())
    edges = np.cumsum([0, *(len(soft.starts) for soft in each)])
    columns = {
        "starts": [soft.starts for soft in each],
        "ends": [soft.ends for soft in each],
        "tags": [_whole(soft.chances.tags) for soft in each],
        "nested": [_whole(soft.chances.nested) for soft in each],
        "names": [_whole(soft.chances.names) for soft in each],
    }
    joined = {name: np.concatenate(parts) for name, parts in columns.items()}
    np.savez_compressed(folder / "soft.npz", edges=edges, **joined)  # type: ignore[arg-type]
    with (folder / "soft.jsonl").open("w") as out:
        for key, soft in read.items():
            print(json.dumps({"hash": key, "statements": list(_rows(soft.statements))}), file=out)


def _whole(chances: Floats) -> np.ndarray:
    return np.round(chances * TOP).astype(np.uint8)


def _rows(statements: Iterable[ActLabel]) -> Iterable[dict[str, object]]:
    for label in statements:
        parts = label.statement
        chances = None if label.chances is None else label.chances.round(3).tolist()
        yield {"source": parts.source, "cue": parts.cue, "content": parts.content, "acts": chances}


def load(folder: Path | None) -> dict[str, Soft]:
    """Return what was read, by the hash of each text; nothing where there is no folder."""
    if folder is None:
        return {}
    with np.load(folder / "soft.npz") as held:
        columns = {name: held[name] for name in held}
    lines = (folder / "soft.jsonl").read_text("utf-8").splitlines()
    read = {}
    edges = columns["edges"].tolist()
    for row, begin, end in zip(map(json.loads, lines), edges, edges[1:], strict=False):
        parts = {name: columns[name][begin:end] for name in columns if name != "edges"}
        chances = Chances(*(_shares(parts[name]) for name in ("tags", "nested", "names")))
        statements = tuple(_label(each) for each in row["statements"])
        read[row["hash"]] = Soft(parts["starts"], parts["ends"], chances, statements)
    return read


def _shares(whole: np.ndarray) -> Floats:
    """Return whole numbers as chances that sum to one."""
    shares: Floats = whole.astype(np.float32)
    return shares / np.maximum(shares.sum(axis=-1, keepdims=True), 1)


def _label(row: dict[str, object]) -> ActLabel:
    acts = row.pop("acts")
    chances = None if acts is None else np.asarray(acts, dtype=np.float32)
    return ActLabel(labelled(row), chances=chances)


def unlabelled(soft: Soft) -> tuple[Labelled, ...]:
    """Return the statements that were read in a text."""
    return tuple(label.statement for label in soft.statements)
