"""Weights <-> small files to carry: `python -m train.distil.pieces split START.pt FOLDER`.

Large matrices are kept in eight bits with a scale a row, as the release keeps them.
"""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

LARGE = 200_000  # numbers of a matrix that is kept in eight bits
MOST = 15_000_000  # bytes a file


def split(state: Mapping[str, Tensor], folder: Path, most: int = MOST) -> None:
    """Write `piece-N.npz` files of at most so many bytes each, but for one that must be larger."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, piece in enumerate(_pieces(state, most)):
        np.savez_compressed(folder / f"piece-{number}.npz", **piece)  # type: ignore[arg-type]


def _pieces(state: Mapping[str, Tensor], most: int) -> Iterator[dict[str, NDArray[np.generic]]]:
    piece: dict[str, NDArray[np.generic]] = {}
    size = 0
    for name, weight in state.items():
        for number, part in enumerate(weight.split(_rows(weight, most // 4))):
            arrays = _packed(f"{name}|{number}", part.float().cpu().numpy())
            more = sum(array.nbytes for array in arrays.values())
            if piece and size + more > most:
                yield piece
                piece, size = {}, 0
            piece |= arrays
            size += more
    yield piece


def _rows(weight: Tensor, most: int) -> int:
    """Return how many rows of a weight stay together."""
    return max(1, min(len(weight), most // max(1, weight[0].numel())))


def _packed(name: str, weight: NDArray[np.float32]) -> dict[str, NDArray[np.generic]]:
    if weight.ndim != 2 or weight.size < LARGE:
        return {name: weight}
    scale = np.maximum(np.abs(weight).max(axis=1, keepdims=True), 1e-8) / 127
    return {name: np.round(weight / scale).astype(np.int8), f"{name}|scale": scale}


def join(folder: Path) -> dict[str, Tensor]:
    """Return the weights that were split into a folder."""
    arrays: dict[str, NDArray[np.float32]] = {}
    for path in folder.glob("piece-*.npz"):
        with np.load(path) as held:
            arrays |= {name: held[name] for name in held}
    parts: dict[str, dict[int, NDArray[np.float32]]] = {}
    for key, array in arrays.items():
        name, number, *scale = key.split("|")
        if not scale:
            whole = array.astype(np.float32) * arrays.get(f"{key}|scale", np.float32(1))
            parts.setdefault(name, {})[int(number)] = whole
    return {
        name: torch.from_numpy(np.concatenate([of[number] for number in sorted(of)]))
        for name, of in parts.items()
    }


def main() -> None:
    """Parse the command line, and split or join."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("way", choices=("split", "join"))
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--most", type=int, default=MOST, help="bytes a file")
    given = parser.parse_args()
    if given.way == "split":
        split(
            torch.load(given.source, map_location="cpu", weights_only=True), given.out, given.most
        )
    else:
        torch.save(join(given.source), given.out)


if __name__ == "__main__":
    main()
