"""The model as it is held."""

import pytest

from sayso.annotate.encoder import Encoder, load_encoder
from sayso.errors import ModelError


@pytest.mark.parametrize("data", [b"", b"not a model"])
def test_another_file_is_refused(data):
    with pytest.raises(ModelError):
        Encoder.of(data)


def test_the_model_says_what_it_is():
    info = load_encoder(threads=1).info
    assert info.name == "sayso-attribution"
    assert info.version
