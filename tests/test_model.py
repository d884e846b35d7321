"""The model file that ships: there, small, and of this version."""

from importlib import resources

import pytest

from sayso.annotate.encoder import Encoder, load_encoder
from sayso.errors import ModelError

FILE = resources.files("sayso") / "data" / "model" / "model.onnx"


def test_the_file_is_small_enough_to_ship():
    assert len(FILE.read_bytes()) <= 40_000_000


def test_the_model_says_what_it_is():
    info = load_encoder(threads=1).info
    assert info.name == "sayso-attribution"
    assert info.version


@pytest.mark.parametrize("data", [b"", b"not a model"])
def test_another_file_is_refused(data):
    with pytest.raises(ModelError):
        Encoder(data)
