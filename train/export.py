"""A checkpoint -> the model file that ships: ONNX, int8, with all that decoding needs inside.

The graph is written node by node with the operators that onnxruntime runs fastest on a CPU:
weights in int8 a column, activations quantised as they come (dynamic quantisation), attention
and the norms fused. Written so, the file needs no optimiser and no exporter.
"""

import json
from collections.abc import Iterable
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from sayso.annotate.confidence import FEATURES
from sayso.annotate.encoder import FORMAT
from sayso.annotate.heads import WIDTHS
from sayso.annotate.windows import LABELS
from train.model import HEADS, Attributor, Layer

NAME = "sayso-attribution"
UNFITTED = {
    "bias": [0.0] * len(LABELS),
    "confidence": [0.0] * (len(FEATURES) + 1),
    "min_score": 0.0,
}  # what `train.release` fits once the network is trained
MICROSOFT = "com.microsoft"
ONNXRUNTIME_ONLY = ("DynamicQuantizeMatMul", "MultiHeadAttention", "Gelu")


class Graph:
    """Collects nodes and weights; every method adds one step and returns the name of its output."""

    def __init__(self, *, int8: bool) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self._int8 = int8

    def weight(self, name: str, value: NDArray[Any]) -> str:
        """Add a constant."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], out: str, **attributes: Any) -> str:
        """Add an operator of ONNX, or one that only onnxruntime has."""
        domain = MICROSOFT if kind in ONNXRUNTIME_ONLY else ""
        self.nodes.append(helper.make_node(kind, inputs, [out], out, domain=domain, **attributes))
        return out

    def linear(self, x: str, layer: nn.Linear, name: str) -> str:
        """Add `x @ W + b`, in int8 when asked for."""
        weight = layer.weight.detach().numpy().T
        bias = self.weight(f"{name}.bias", layer.bias.detach().numpy())
        if not self._int8:
            self.weight(f"{name}.weight", weight)
            product = self.node("MatMul", [x, f"{name}.weight"], f"{name}.product")
            return self.node("Add", [product, bias], f"{name}.out")
        values, scales = quantised(weight)
        self.weight(f"{name}.weight", values)
        self.weight(f"{name}.scale", scales)
        self.weight(f"{name}.zero", np.zeros(scales.shape, dtype=np.int8))
        inputs = [x, f"{name}.weight", f"{name}.scale", f"{name}.zero", bias]
        return self.node("DynamicQuantizeMatMul", inputs, f"{name}.out")

    def norm(self, x: str, layer: nn.LayerNorm, name: str, residual: str) -> str:
        """Add a norm over the sum of two inputs.

        Written out around onnxruntime's root-mean-square norm, which with the mean taken off
        first is the same: a quarter of the time of its own layer norm.
        """
        scale = self.weight(f"{name}.scale", layer.weight.detach().numpy())
        bias = self.weight(f"{name}.bias", layer.bias.detach().numpy())
        total = self.node("Add", [x, residual], f"{name}.sum")
        mean = self.node("ReduceMean", [total, "last"], f"{name}.mean", keepdims=1)
        centred = self.node("Sub", [total, mean], f"{name}.centred")
        even = self.node(
            "SimplifiedLayerNormalization",
            [centred, scale],
            f"{name}.even",
            epsilon=float(layer.eps),
        )
        return self.node("Add", [even, bias], f"{name}.out")

    def table(self, index: str, layer: nn.Embedding, name: str) -> str:
        """Add a look-up; a large table is kept in int8, a scale a row."""
        values = layer.weight.detach().numpy()
        if not self._int8 or len(values) < 1000:
            self.weight(name, values)
            return self.node("Gather", [name, index], f"{name}.out")
        whole, scales = quantised(values.T)
        self.weight(name, whole.T)
        self.weight(f"{name}.scale", scales[:, None])
        rows = self.node("Gather", [name, index], f"{name}.rows")
        floats = self.node("Cast", [rows], f"{name}.floats", to=TensorProto.FLOAT)
        scale = self.node("Gather", [f"{name}.scale", index], f"{name}.scales")
        return self.node("Mul", [floats, scale], f"{name}.out")


def quantised(
    weight: NDArray[np.float32], bits: int = 8
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return a matrix `[inputs, outputs]` as int8 with a scale for each output."""
    top = 2 ** (bits - 1) - 1
    scales = np.maximum(np.abs(weight).max(axis=0), 1e-8) / top
    return np.round(weight / scales).astype(np.int8), scales.astype(np.float32)


def graph_of(model: Attributor, *, int8: bool) -> onnx.GraphProto:
    """Return the encoder as a graph: `ids` and `features` `[batch, tokens]` to `scores`."""
    encoder = model.encoder
    g = Graph(int8=int8)
    words = g.table("ids", encoder.words, "table.words")
    features = g.table("features", encoder.features, "table.features")
    g.weight("positions", encoder.positions.weight.detach().numpy())
    g.weight("last", np.array([-1], dtype=np.int64))
    g.weight("zero", np.array([0], dtype=np.int64))
    length = g.node("Shape", ["ids"], "length", start=1, end=2)
    places = g.node("Slice", ["positions", "zero", length, "zero"], "places")
    placed = g.node("Add", [features, places], "placed")
    x = g.norm(words, encoder.norm, "norm", placed)
    x = layers(g, x, encoder.layers)
    g.linear(x, heads_of(model), "heads")
    g.nodes[-1].output[0] = "scores"
    inputs = [
        helper.make_tensor_value_info(n, TensorProto.INT32, [1, "tokens"])
        for n in ("ids", "features")
    ]
    width = heads_of(model).out_features
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, "tokens", width])]
    return helper.make_graph(g.nodes, NAME, inputs, outputs, g.weights)


def layers(g: Graph, x: str, several: Iterable[Layer]) -> str:
    """Add the layers of an encoder, and return the name of what the last one gives."""
    for i, layer in enumerate(several):
        at = f"layer{i}."
        hidden = layer.out.in_features
        qkv = g.linear(x, layer.qkv, f"{at}qkv")
        g.weight(f"{at}cuts", np.array([hidden] * 3, dtype=np.int64))
        parts = [f"{at}{n}" for n in "qkv"]
        g.nodes.append(helper.make_node("Split", [qkv, f"{at}cuts"], parts, f"{at}split", axis=2))
        seen = g.node("MultiHeadAttention", parts, f"{at}seen", num_heads=HEADS)
        x = g.norm(g.linear(seen, layer.out, f"{at}out"), layer.norm1, f"{at}norm1", x)
        up = g.linear(x, layer.up, f"{at}up")
        inner = g.node("Gelu", [up], f"{at}gelu")
        x = g.norm(g.linear(inner, layer.down, f"{at}down"), layer.norm2, f"{at}norm2", x)
    return x


def heads_of(model: Attributor) -> nn.Linear:
    """Return all heads as one layer, in the order of `sayso.annotate.heads`."""
    import torch

    heads = model.encoder.heads()
    joined = nn.Linear(heads[0].in_features, sum(WIDTHS))
    joined.weight.data = torch.cat([head.weight.data for head in heads])
    joined.bias.data = torch.cat([head.bias.data for head in heads])
    return joined


def export(model: Attributor, weights: dict[str, Any], version: str, *, int8: bool = True) -> bytes:
    """Return the model file."""
    return packed(graph_of(model, int8=int8), FORMAT, NAME, version, weights)


def packed(
    graph: onnx.GraphProto, format_: int, name: str, version: str, weights: dict[str, Any]
) -> bytes:
    """Return a graph as a model file that says what it is."""
    opsets = [helper.make_opsetid("", 20), helper.make_opsetid(MICROSOFT, 1)]
    made = helper.make_model(graph, opset_imports=opsets, ir_version=10, producer_name="sayso")
    meta = {
        "sayso.format": str(format_),
        "sayso.name": name,
        "sayso.version": version,
        "sayso.weights": json.dumps(weights),
    }
    for key, value in meta.items():
        made.metadata_props.add(key=key, value=value)
    data: bytes = made.SerializeToString()
    return data


def weights_of(model: Attributor) -> dict[str, Any]:
    """Return the transitions and link networks in the form of `sayso.annotate.weights`."""
    return {
        "transitions": model.transitions.tolist(),
        "nested": model.nested_transitions.tolist(),
        "content_to_cue": _linker(model.content_to_cue),
        "cue_to_source": _linker(model.cue_to_source),
        "sizes": model.entity_scorer.width.tolist(),
        "acts": model.act_scorer.bias.tolist(),
    }


def _linker(linker: nn.Module) -> dict[str, Any]:
    return {"pair": _layers(linker.pair), "none": _layers(linker.none)}


def _layers(network: nn.Sequential) -> dict[str, Any]:
    first, _, second = network
    return {
        "first": first.weight.T.tolist(),
        "first_bias": first.bias.tolist(),
        "second": second.weight[0].tolist(),
        "second_bias": second.bias.item(),
    }
