"""The model file that ships -> a checkpoint to go on from: `python -m train.shipped FILE`.

Checkpoints are large and are not kept; the file holds the same weights in int8. What a newer
layout of the heads has more than the file starts at zero.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from sayso.annotate.heads import ACT_PARTS, WIDTHS
from sayso.annotate.windows import ROLES
from train.model import Attributor
from train.release import MODEL

HEADS = ("tags", "links", "names", "entities", "acts", "nested")
ACTS = HEADS.index("acts")
_LAYERS = ("qkv", "out", "up", "down")
_NORMS = ("norm1", "norm2")

Arrays = dict[str, NDArray[Any]]


def state(path: Path = MODEL) -> dict[str, Tensor]:
    """Return the weights of a model file under the names of `train.model`."""
    model = onnx.load(str(path))
    arrays = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
    known = json.loads({p.key: p.value for p in model.metadata_props}["sayso.weights"])
    state: Arrays = {
        "encoder.words.weight": _table(arrays, "table.words"),
        "encoder.features.weight": _table(arrays, "table.features"),
        "encoder.positions.weight": arrays["positions"],
        "transitions": np.asarray(known["transitions"], np.float32),
        "nested_transitions": np.asarray(known["nested"], np.float32),
        "entity_scorer.width": np.asarray(known["sizes"], np.float32),
    }
    state |= _norm(arrays, "norm", "encoder.norm")
    for layer in range(sum(name.endswith("qkv.weight") for name in arrays)):
        for name in _LAYERS:
            state |= _linear(arrays, f"layer{layer}.{name}", f"encoder.layers.{layer}.{name}")
        for name in _NORMS:
            state |= _norm(arrays, f"layer{layer}.{name}", f"encoder.layers.{layer}.{name}")
    for linker in ("content_to_cue", "cue_to_source"):
        for network, layers in known[linker].items():
            state |= _network(layers, f"{linker}.{network}")
    state |= _heads(_linear(arrays, "heads", "heads"), np.asarray(known["acts"], np.float32))
    return {name: torch.from_numpy(np.array(value, np.float32)) for name, value in state.items()}


def _matrix(arrays: Arrays, name: str) -> NDArray[Any]:
    """Return a weight `[inputs, outputs]`, out of int8 where it is kept so."""
    return arrays[f"{name}.weight"] * arrays.get(f"{name}.scale", np.float32(1))


def _table(arrays: Arrays, name: str) -> NDArray[Any]:
    return arrays[name] * arrays.get(f"{name}.scale", np.float32(1))


def _linear(arrays: Arrays, name: str, to: str) -> Arrays:
    return {f"{to}.weight": _matrix(arrays, name).T, f"{to}.bias": arrays[f"{name}.bias"]}


def _norm(arrays: Arrays, name: str, to: str) -> Arrays:
    return {f"{to}.weight": arrays[f"{name}.scale"], f"{to}.bias": arrays[f"{name}.bias"]}


def _network(layers: dict[str, Any], to: str) -> Arrays:
    return {
        f"{to}.0.weight": np.asarray(layers["first"], np.float32).T,
        f"{to}.0.bias": np.asarray(layers["first_bias"], np.float32),
        f"{to}.2.weight": np.asarray([layers["second"]], np.float32),
        f"{to}.2.bias": np.asarray([layers["second_bias"]], np.float32),
    }


def _heads(joined: Arrays, act_bias: NDArray[Any]) -> Arrays:
    """Return the heads apart; those of acts widened to today's layout."""
    weight, bias = joined["heads.weight"], joined["heads.bias"]
    was = len(bias) - sum(WIDTHS) + WIDTHS[ACTS]
    widths = (*WIDTHS[:ACTS], was, *WIDTHS[ACTS + 1 :])
    cuts = np.cumsum(widths[:-1]).tolist()
    state: Arrays = {}
    for name, w, b in zip(HEADS, np.split(weight, cuts), np.split(bias, cuts), strict=True):
        if name == "acts":
            w, b = _widened(w), _widened(b)
        state |= {f"encoder.{name}.weight": w, f"encoder.{name}.bias": b}
    more = sum(ACT_PARTS[1:]) - len(act_bias)
    return state | {"act_scorer.bias": np.pad(act_bias, (0, more))}


def _widened(rows: NDArray[Any]) -> NDArray[Any]:
    """Return the rows of each role's part followed by zeros for what is new."""
    parts = np.split(rows, len(ROLES))
    more = sum(ACT_PARTS) - len(parts[0])
    pad = ((0, more), *((0, 0) for _ in rows.shape[1:]))
    return np.concatenate([np.pad(part, pad) for part in parts])


def main() -> None:
    """Parse the command line and write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    weights = state()
    Attributor(dropout=0.0).load_state_dict(weights)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(weights, given.out)


if __name__ == "__main__":
    main()
