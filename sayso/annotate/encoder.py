"""Windows -> arrays of scores, by the model that ships."""

import json
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import numpy as np

from sayso.annotate.heads import Heads, heads
from sayso.annotate.weights import Weights, from_json
from sayso.annotate.windows import CLS, FEATURES, SEP, Window
from sayso.networks import Network, cores, load_network
from sayso.records import ModelInfo

FORMAT = 4  # of what the model file carries; raised when an older sayso could not read a newer file
# Which decoding of its scores this is: raised when the same scores come to other statements, so
# that articles are encoded again; a new file begins at 0.
DECODING = 2


class Encoder:
    """The model, loaded once and held: a network and what decoding needs beside it.

    Every window runs alone and on one thread, so scores never depend on what else is read;
    several windows run at once on as many threads as asked for. Asked for one, the thread that
    submits is it, so that as many processes as there are cores do not stand in each other's way.
    """

    def __init__(self, network: Network, *, threads: int = 0) -> None:
        self._network = network
        self.info = _decoded_so(network.info)
        self.weights: Weights = from_json(json.loads(network.weights))
        self._pool: Executor = _pool(threads or cores()) if threads != 1 else _Here()

    @classmethod
    def of(cls, model: bytes, *, threads: int = 0) -> "Encoder":
        """Return the encoder of a model file's bytes. Raises ModelError when it is none."""
        return cls(Network(model, format_=FORMAT), threads=threads)

    def submit(self, window: Window) -> Future[Heads]:
        """Start on a window; the result has a row a token, without [CLS] and [SEP]."""
        return self._pool.submit(self._run, window)

    def _run(self, window: Window) -> Heads:
        size = len(window) + 2
        inputs = np.empty((2, 1, size), dtype=np.int32)
        inputs[0, 0, 0], inputs[0, 0, 1:-1], inputs[0, 0, -1] = CLS, window.ids, SEP
        inputs[1, 0, 0], inputs[1, 0, 1:-1], inputs[1, 0, -1] = FEATURES, window.features, FEATURES
        return heads(self._network({"ids": inputs[0], "features": inputs[1]})[1:-1])


class _Here(Executor):
    """Does what it is given at once, in the thread that gives it."""

    def submit(self, call: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        """Return what the call gave. Raises what it raises."""
        done: Future[Any] = Future()
        done.set_result(call(*given, **named))
        return done


def _pool(threads: int) -> Executor:
    return ThreadPoolExecutor(threads, thread_name_prefix="sayso-encoder")


def load_encoder(*, threads: int = 0) -> Encoder:
    """Return the encoder with the package's model file. Raises ModelError when there is none."""
    return Encoder(load_network("model", "model.onnx", format_=FORMAT), threads=threads)


def _decoded_so(info: ModelInfo) -> ModelInfo:
    return replace(info, version=f"{info.version}+{DECODING}") if DECODING else info
