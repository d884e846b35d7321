"""The model as it is held."""

import threading

import pytest

from sayso.annotate.encoder import Encoder, load_encoder
from sayso.annotate.windows import windows
from sayso.errors import ModelError
from sayso.networks import load_tokenizer


@pytest.mark.parametrize("data", [b"", b"not a model"])
def test_another_file_is_refused(data):
    with pytest.raises(ModelError):
        Encoder.of(data)


def test_the_model_says_what_it_is():
    info = load_encoder(threads=1).info
    assert info.name == "sayso-attribution"
    assert info.version


def test_asked_for_one_thread_it_starts_none():
    before = threading.active_count()
    encoder = load_encoder(threads=1)
    (window,) = windows("The minister said so.", load_tokenizer())
    assert encoder.submit(window).done()
    assert threading.active_count() == before
