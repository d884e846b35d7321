"""A network as it is held, and what the library below it leaves alone."""

import os
import subprocess
import sys

import pytest

from sayso.errors import ModelError
from sayso.networks import Network, cores, load_network

READ = """
from pathlib import Path
from sayso.annotate import Annotator
from sayso.records import Article

(annotation,) = Annotator.load()([Article("“We never agreed,” Ana Ruel said.", "test")])
print(len(annotation.statements), [path.name for path in Path.home().rglob("*")])
"""


def test_reading_an_article_leaves_nothing_in_the_home_of_its_user(tmp_path):
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ORT_", "XDG_"))}
    done = subprocess.run(
        [sys.executable, "-c", READ],
        env=kept | {"HOME": str(tmp_path)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "1 []\n"


@pytest.mark.parametrize("data", [b"", b"not a model"])
def test_another_file_is_refused(data):
    with pytest.raises(ModelError):
        Network(data, format_=4)


def test_another_format_and_a_missing_file_are_refused():
    with pytest.raises(ModelError, match="format"):
        load_network("model", "model.onnx", format_=0)
    with pytest.raises(ModelError, match="missing"):
        load_network("model", "nothing.onnx", format_=4)


def test_some_processor_may_be_used():
    assert cores() >= 1
