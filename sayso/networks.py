"""Model files -> networks that run on one thread; the tokenizer. Alone imports these libraries."""

import os
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

# sayso is used offline and tells nobody anything; nor may the library that it stands on. It looks
# for this when it is imported: told so later, it has kept an id of the machine on disk already.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as failures
from tokenizers import Tokenizer

from sayso.errors import ModelError
from sayso.records import ModelInfo

__all__ = ["Network", "Tokenizer", "cores", "load_network", "load_tokenizer"]

ort.disable_telemetry_events()  # of the builds that do not look for the variable

# onnxruntime's exceptions have no base of their own.
UNLOADABLE = (
    failures.Fail,
    failures.InvalidArgument,
    failures.InvalidGraph,
    failures.InvalidProtobuf,
    failures.NotImplemented,
    RuntimeError,
    ValueError,
)


class Network:
    """A model file, loaded once and held. What runs alone is the same whatever else runs."""

    def __init__(self, model: bytes, *, format_: int) -> None:
        """Load a file from its bytes. Raises ModelError when it is none of that format."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = ort.InferenceSession(model, options, ["CPUExecutionProvider"])
        except UNLOADABLE as error:
            raise ModelError(f"the model file cannot be loaded: {error}") from error
        meta = self._session.get_modelmeta().custom_metadata_map
        if meta.get("sayso.format") != str(format_):
            raise ModelError(f"the model file has format {meta.get('sayso.format')}, not {format_}")
        self.info = ModelInfo(meta["sayso.name"], meta["sayso.version"])
        self.weights: str = meta["sayso.weights"]

    def __call__(self, feed: Mapping[str, NDArray[np.int32]]) -> NDArray[np.float32]:
        """Return the scores of one window or pair: arrays of one row in, one row out."""
        scores: NDArray[np.float32] = self._session.run(["scores"], dict(feed))[0][0]
        return scores


def load_network(*path: str, format_: int) -> Network:
    """Return a network of the package's data. Raises ModelError when there is none."""
    file = resources.files("sayso").joinpath("data", *path)
    try:
        model = file.read_bytes()
    except OSError as error:
        raise ModelError(f"{file}: the model file is missing") from error
    return Network(model, format_=format_)


def load_tokenizer(path: Path | None = None) -> Tokenizer:
    """Return the tokenizer that ships with the package, or another for a model in training."""
    data: Any = path or resources.files("sayso") / "data" / "model" / "tokenizer.json"
    tokenizer = Tokenizer.from_str(data.read_text("utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def cores() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # absent outside Linux
    return len(affinity(0)) if affinity else os.cpu_count() or 1
