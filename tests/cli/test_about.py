"""What the model command tells."""

from sayso.annotate.encoder import load_encoder
from tests.cli.commands import sayso


def test_the_model_is_named_with_its_figures():
    done = sayso("model")
    info = load_encoder(threads=1).info
    assert done.exit_code == 0
    assert done.output.startswith(f"{info.name} {info.version}\n")
    assert "|" in done.output
    assert "Failure examples" not in done.output
