"""A pair model -> the model file that ships: ONNX, int8, written node by node as `train.export`."""

import numpy as np
import onnx
from onnx import TensorProto, helper

from sayso.link.compare.comparer import FORMAT
from train.export import Graph, layers, packed
from train.pairs.model import WIDTHS, PairModel

NAME = "sayso-pairs"


def graph_of(model: PairModel, *, int8: bool) -> onnx.GraphProto:
    """Return the model as a graph: `ids` and `segments` `[1, tokens]` to `scores` `[1, scores]`."""
    g, exact = Graph(int8=int8), Graph(int8=False)
    words = g.table("ids", model.words, "table.words")
    segments = g.table("segments", model.segments, "table.segments")
    g.weight("positions", model.positions.weight.detach().numpy())
    g.weight("last", np.array([-1], dtype=np.int64))
    g.weight("zero", np.array([0], dtype=np.int64))
    g.weight("tokens", np.array([1], dtype=np.int64))
    length = g.node("Shape", ["ids"], "length", start=1, end=2)
    places = g.node("Slice", ["positions", "zero", length, "zero"], "places")
    x = g.norm(words, model.norm, "norm", g.node("Add", [segments, places], "placed"))
    x = layers(g, x, model.layers)
    first = g.node("Gather", [x, "zero"], "first", axis=1)
    opening = g.node("Squeeze", [first, "tokens"], "opening")
    mean = g.node("ReduceMean", [x, "tokens"], "mean", keepdims=0)
    both = g.node("Concat", [opening, mean], "both", axis=1)
    joint = exact.node("Gelu", [exact.linear(both, model.joint, "joint")], "joint.gelu")
    exact.linear(joint, model.heads, "heads")
    exact.nodes[-1].output[0] = "scores"
    inputs = [
        helper.make_tensor_value_info(n, TensorProto.INT32, [1, "tokens"])
        for n in ("ids", "segments")
    ]
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, sum(WIDTHS)])]
    nodes, weights = g.nodes + exact.nodes, g.weights + exact.weights
    return helper.make_graph(nodes, NAME, inputs, outputs, weights)


def export(model: PairModel, version: str, *, int8: bool = True) -> bytes:
    """Return the model file."""
    return packed(graph_of(model, int8=int8), FORMAT, NAME, version, {})
