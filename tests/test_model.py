"""The model file that ships is there, and small."""

from importlib import resources

FILE = resources.files("sayso") / "data" / "model" / "model.onnx"


def test_the_file_is_small_enough_to_ship():
    assert len(FILE.read_bytes()) <= 40_000_000
