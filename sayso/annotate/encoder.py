"""Windows -> arrays of scores, by the model that ships. The only file that imports onnxruntime."""

import json
import os
from concurrent.futures import Future, ThreadPoolExecutor
from importlib import resources

# sayso is used offline and tells nobody anything; nor may the library that it stands on. It looks
# for this when it is imported: told so later, it has kept an id of the machine on disk already.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import numpy as np
import onnxruntime as ort
from onnxruntime.capi import onnxruntime_pybind11_state as failures

from sayso.annotate.heads import Heads, heads
from sayso.annotate.weights import Weights, from_json
from sayso.annotate.windows import CLS, FEATURES, SEP, Floats, Window
from sayso.errors import ModelError
from sayso.records import ModelInfo

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
FORMAT = 4  # of what the model file carries; raised when an older sayso could not read a newer file


class Encoder:
    """The model, loaded once and held: an ONNX session and what decoding needs beside it.

    Every window runs alone and on one thread, so scores never depend on what else is read;
    several windows run at once on as many threads as asked for.
    """

    def __init__(self, model: bytes, *, threads: int = 0) -> None:
        """Load a model file from its bytes. Raises ModelError when it is not one of sayso's."""
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = ort.InferenceSession(model, options, ["CPUExecutionProvider"])
        except UNLOADABLE as error:
            raise ModelError(f"the model file cannot be loaded: {error}") from error
        meta = self._session.get_modelmeta().custom_metadata_map
        if meta.get("sayso.format") != str(FORMAT):
            raise ModelError(f"the model file has format {meta.get('sayso.format')}, not {FORMAT}")
        self.info = ModelInfo(meta["sayso.name"], meta["sayso.version"])
        self.weights: Weights = from_json(json.loads(meta["sayso.weights"]))
        self._pool = ThreadPoolExecutor(threads or _cores(), thread_name_prefix="sayso-encoder")

    def submit(self, window: Window) -> Future[Heads]:
        """Start on a window; the result has a row a token, without [CLS] and [SEP]."""
        return self._pool.submit(self._run, window)

    def _run(self, window: Window) -> Heads:
        size = len(window) + 2
        inputs = np.empty((2, 1, size), dtype=np.int32)
        inputs[0, 0, 0], inputs[0, 0, 1:-1], inputs[0, 0, -1] = CLS, window.ids, SEP
        inputs[1, 0, 0], inputs[1, 0, 1:-1], inputs[1, 0, -1] = FEATURES, window.features, FEATURES
        feed = {"ids": inputs[0], "features": inputs[1]}
        scores: Floats = self._session.run(["scores"], feed)[0][0, 1:-1]
        return heads(scores)


def _cores() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # absent outside Linux
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def load_encoder(*, threads: int = 0) -> Encoder:
    """Return the encoder with the package's model file. Raises ModelError when there is none."""
    path = resources.files("sayso") / "data" / "model" / "model.onnx"
    try:
        model = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}: the model file is missing") from error
    return Encoder(model, threads=threads)
